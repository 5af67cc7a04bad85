"""Lines with a few markers on them, drawn without Matplotlib's bookkeeping: a third of the time of a Line2D."""

from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.colors import to_rgba
from matplotlib.markers import MarkerStyle
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

EDGE = "#FFFFFF"  # of the markers, so that one stands out on another


@dataclass(frozen=True)
class Look:
    """How a line looks: ``dashes`` are lengths on and off in points, none for a full line; ``size`` in points."""

    colour: str
    dashes: tuple[float, ...]
    marker: str
    size: float = 7.5
    width: float = 1.7


class Strokes(Artist):
    """Polylines by name, in axes whose unit is a pixel; NaN makes a gap."""

    def __init__(self, looks: dict[str, Look]) -> None:
        super().__init__()
        self._looks = looks
        self._markers = {name: MarkerStyle(look.marker) for name, look in looks.items()}
        self.lines: dict[str, np.ndarray] = {}  # (n, 2) each, drawn in this order
        self.marked: dict[str, np.ndarray] = {}  # points with a marker

    def set_lines(self, lines: dict[str, np.ndarray], marked: dict[str, np.ndarray]) -> None:
        """Show ``lines``, (n, 2) each, with markers at the points ``marked``, (m, 2) each."""
        self.lines, self.marked = lines, marked

    def draw(self, renderer: RendererBase) -> None:
        """Draw the lines, then the markers: no line hides a head."""
        if not self.get_visible():
            return
        assert self.axes is not None
        place = self.axes.transData
        context = renderer.new_gc()
        context.set_joinstyle("round")
        for name, points in self.lines.items():
            look = self._looks[name]
            context.set_foreground(to_rgba(look.colour), isRGBA=True)
            context.set_linewidth(look.width)
            context.set_dashes(0, look.dashes or None)
            renderer.draw_path(context, Path(points), place)
        context.set_dashes(0, None)
        context.set_foreground(to_rgba(EDGE), isRGBA=True)
        context.set_linewidth(0.8)
        for name, points in self.marked.items():
            look, style = self._looks[name], self._markers[name]
            size = float(np.asarray(renderer.points_to_pixels(look.size)))
            shape = Affine2D(style.get_transform().get_matrix()).scale(size)
            renderer.draw_markers(context, style.get_path(), shape, Path(points), place, to_rgba(look.colour))
        context.restore()
