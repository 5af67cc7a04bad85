"""Many small maps of one size, one for each unit of a network."""

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase

from helpers.drawing.style import SIGNED

TILE = 34.0  # pixels of the page, a side


class Tiles(Artist):
    """Many small maps of one size, coloured and stretched all at once: one by one they take three times as long."""

    def __init__(self) -> None:
        super().__init__()
        self._middles = np.zeros((0, 2))
        self._colours = SIGNED(np.linspace(0, 1, 256), bytes=True).view(np.uint32)[:, 0]  # a colour as one number
        self.pictures = np.zeros((0, 1, 1), np.uint32)

    def place(self, middles: np.ndarray) -> None:
        """Make a tile round each of ``middles`` (n, 2)."""
        self._middles = middles

    def set_data(self, maps: np.ndarray) -> None:
        """Show ``maps`` (n, rows, columns), from -1 to 1, the first row above."""
        self.pictures = self._colours[np.clip((maps + 1) * 127.5, 0, 255).astype(np.uint8)]

    def draw(self, renderer: RendererBase) -> None:
        """Stretch by whole drawn pixels and hand the pictures over."""
        if not len(self.pictures) or not self.get_visible():
            return
        assert self.axes is not None
        corners = self._middles + np.array([-TILE / 2, TILE / 2])  # lower left
        places = np.rint(self.axes.transData.transform(corners)).astype(int)
        right = self.axes.transData.transform(corners[0] + np.array([TILE, 0]))[0]
        side = max(int(np.rint(right)) - int(places[0, 0]), 1)
        rows, columns = self.pictures.shape[1:]
        across, down = np.arange(side) * columns // side, np.arange(side)[::-1] * rows // side  # Agg starts below
        large = self.pictures.take(down, axis=1).take(across, axis=2)
        context = renderer.new_gc()
        for picture, (x, y) in zip(large, places, strict=True):
            renderer.draw_image(context, x, y, picture.view(np.uint8).reshape(side, side, 4))
        context.restore()
