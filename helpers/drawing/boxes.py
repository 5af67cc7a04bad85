"""Many rectangles of one colour as one path: drawn in one go, however many there are."""

import numpy as np
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from numpy.typing import ArrayLike

_CORNERS = np.array([[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]])
_CODES = np.array([Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY], np.uint8)


class Boxes(PathPatch):
    """Rectangles in data units: filled, or with an outline of ``frame`` points in place of a filling."""

    def __init__(self, colour: str, frame: float = 0) -> None:
        super().__init__(Path(np.zeros((1, 2)), [Path.MOVETO]), linewidth=frame, edgecolor=colour)
        self.set_facecolor("none" if frame else colour)
        if not frame:
            self.set_edgecolor("none")
        self.corners = self._sizes = np.zeros((0, 2))  # what is shown

    @property
    def sizes(self) -> np.ndarray:
        """Width and height of each rectangle: (n, 2)."""
        return np.broadcast_to(self._sizes, self.corners.shape)

    def place(self, corners: ArrayLike, sizes: ArrayLike) -> None:
        """Show rectangles at ``corners`` (n, 2) with ``sizes`` (n, 2), width and height; (2,) is one, or for all."""
        self.corners = np.asarray(corners, float).reshape(-1, 2)
        self._sizes = np.atleast_2d(np.asarray(sizes, float))
        if not len(self.corners):
            self.set_path(Path(np.zeros((1, 2)), [Path.MOVETO]))
            return
        vertices = self.corners[:, None, :] + self._sizes[..., None, :] * _CORNERS
        self.set_path(Path(vertices.reshape(-1, 2), np.tile(_CODES, len(self.corners))))

    def place_rows(self, rows: ArrayLike) -> None:
        """Show rectangles given as ``rows`` (n, 4): left, top, width, height."""
        table = np.asarray(rows, float).reshape(-1, 4)
        self.place(table[:, :2], table[:, 2:])
