"""Many straight lines of their own width and colour, drawn as rectangles: half the time of a LineCollection."""

from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.path import Path
from matplotlib.transforms import IdentityTransform

_SQUARE = Path([(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5), (-0.5, -0.5)], closed=True)
_NO_EDGES = np.zeros((0, 4))


class Links(Artist):
    """Lines with square ends, in axes whose unit is a pixel of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.ends = np.zeros((0, 2, 2))
        self.widths, self.colours = np.zeros(0), np.zeros((0, 4))

    def place(self, ends: np.ndarray) -> None:
        """Show lines between ``ends`` (n, 2, 2): the line, its two ends, x and y."""
        self.ends = np.asarray(ends, float).reshape(-1, 2, 2)

    def look(self, widths: np.ndarray, colours: np.ndarray) -> None:
        """Give each line its width (n,), in pixels of the page, and its colour (n, 4), from 0 to 1."""
        self.widths, self.colours = widths, colours

    def draw(self, renderer: RendererBase) -> None:
        """Stretch and turn one square for each line."""
        if not len(self.ends) or not self.get_visible():
            return
        assert self.axes is not None
        ends = self.axes.transData.transform(self.ends.reshape(-1, 2)).reshape(-1, 2, 2)
        pixel = np.linalg.norm(np.diff(self.axes.transData.transform([(0, 0), (1, 0)]), axis=0))
        along = ends[:, 1] - ends[:, 0]
        across = np.stack([-along[:, 1], along[:, 0]], axis=1)
        across *= (self.widths * pixel / np.maximum(np.linalg.norm(along, axis=1), 1e-9))[:, None]
        turns: Any = np.zeros((len(ends), 3, 3))
        turns[:, :2, 0], turns[:, :2, 1], turns[:, 2, 2] = along, across, 1
        context, still = renderer.new_gc(), IdentityTransform()
        renderer.draw_path_collection(
            context, still, [_SQUARE], turns, ends.mean(axis=1), still, self.colours, _NO_EDGES,
            [0.0], [(0, None)], [True], [""], "screen",
        )  # fmt: skip
        context.restore()
