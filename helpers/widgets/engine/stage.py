"""A picture that changes fast: drawn once, only what moves is drawn again."""

import io
from collections.abc import Iterable

import ipywidgets as widgets
import numpy as np
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image

from helpers.drawing import style
from helpers.drawing.page import CSS_DPI
from helpers.widgets.engine.png import PngWriter

SCALE = 1.5  # pixels drawn for each pixel on the page: sharp on a dense screen, still inside 16.7 ms


class Stage:
    """An Agg figure of fixed size and the ``ipywidgets.Image`` that shows it.

    The figure never meets pyplot: callbacks may run on another thread, and pyplot keeps every figure alive.
    Artists given to ``moving`` are drawn over a kept background; all others once, until ``invalidate``.
    """

    def __init__(self, width: int = 900, height: int = 400, scale: float = SCALE) -> None:
        self.width, self.height = width, height
        with style():
            self.figure = Figure(figsize=(width / CSS_DPI, height / CSS_DPI), dpi=CSS_DPI * scale, layout="none")  # type: ignore[arg-type]
        self.canvas = FigureCanvasAgg(self.figure)
        self._png = PngWriter(*self.canvas.get_width_height())
        self.image = widgets.Image(
            format="png",
            width=width,
            height=height,
            # Never wider than the page, and then still in proportion.
            layout=widgets.Layout(max_width="100%", height="auto", object_fit="contain", margin="0"),
        )
        self._moving: list[Artist] = []
        self._background: object | None = None

    def moving(self, artists: Iterable[Artist]) -> None:
        """Name the artists that change from frame to frame; they are drawn in this order, above all others."""
        for artist in artists:
            artist.set_animated(True)
            self._moving.append(artist)
        self.invalidate()

    def invalidate(self) -> None:
        """Forget the kept background: axes limits, ticks or another still artist have changed."""
        self._background = None

    def _render(self) -> np.ndarray:
        """Draw, and return the pixels: (height, width, 4) uint8."""
        if self._background is None:
            self.canvas.draw()
            self._background = self.canvas.copy_from_bbox(self.figure.bbox)
        else:
            self.canvas.restore_region(self._background)
        for artist in self._moving:
            if artist.axes is None:
                self.figure.draw_artist(artist)
            else:
                artist.axes.draw_artist(artist)
        return np.asarray(self.canvas.buffer_rgba())

    def frame(self) -> bytes:
        """Draw the picture as it stands now, show it, and return its bytes (PNG)."""
        self.image.value = self._png.write(self._render())
        return self.image.value

    def still(self) -> bytes:
        """Return the picture as PNG of few colours: small enough to be stored in a notebook."""
        out = io.BytesIO()
        picture = Image.fromarray(self._render()).convert("RGB")
        picture.quantize(192, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
            out, "PNG", optimize=True
        )
        return out.getvalue()

    def close(self) -> None:
        """Close the image widget; the figure goes when nobody holds it any more."""
        self._moving.clear()
        self._background = None
        close_all(self.image)


def close_all(widget: widgets.Widget) -> None:
    """Close a widget with all that it holds: children, layout and style live on in the kernel otherwise."""
    for child in getattr(widget, "children", ()):
        close_all(child)
    for name in ("layout", "style"):
        part = getattr(widget, name, None)
        if isinstance(part, widgets.Widget):
            part.close()
    # Not the close of a subclass: that may be the one which called.
    widgets.Widget.close(widget)
