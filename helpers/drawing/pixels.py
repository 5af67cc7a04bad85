"""A small picture shown large: each of its pixels a square with sharp edges."""

import matplotlib as mpl
import numpy as np
from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.colors import Colormap


class Pixels(Artist):
    """An image (height, width[, 3]) in a box of data units, drawn without Matplotlib's resampling: 14 ms become 1."""

    def __init__(
        self,
        box: tuple[float, float, float, float],
        cmap: str | Colormap = "gray_r",
        most: float = 255,
        least: float = 0,
    ) -> None:
        super().__init__()
        self.box = box  # left, top, width, height
        self.least, self.most = least, most  # the values of the first and of the last colour
        colours = mpl.colormaps[cmap] if isinstance(cmap, str) else cmap
        self._colours = colours(np.linspace(0, 1, 256), bytes=True)
        self.data = np.zeros((1, 1))  # what is shown
        self._image = np.zeros((1, 1, 4), np.uint8)

    def set_data(self, image: np.ndarray) -> None:
        """Show ``image``."""
        self.data = np.asarray(image)
        scale = 255 / ((self.most - self.least) or 1)
        shares = np.clip((self.data - self.least) * scale, 0, 255).astype(np.uint8)
        if shares.ndim == 2:
            self._image = np.ascontiguousarray(self._colours[shares])
        else:
            self._image = np.dstack([shares, np.full(shares.shape[:2], 255, np.uint8)])

    def draw(self, renderer: RendererBase) -> None:
        """Stretch by whole drawn pixels and hand the picture over."""
        if not self.get_visible():
            return
        assert self.axes is not None
        left, top, width, height = self.box
        (x0, y0), (x1, y1) = np.rint(self.axes.transData.transform([(left, top + height), (left + width, top)]))
        wide, high = int(x1 - x0), int(y1 - y0)
        rows, columns = self._image.shape[:2]
        across, down = np.arange(wide) * columns // wide, np.arange(high)[::-1] * rows // high  # Agg starts below
        large = self._image.view(np.uint32)[..., 0].take(across, axis=1).take(down, axis=0)  # a pixel is one number
        context = renderer.new_gc()
        renderer.draw_image(context, x0, y0, large.view(np.uint8).reshape(high, wide, 4))
        context.restore()
