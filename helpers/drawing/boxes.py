"""Many rectangles of one colour as one path: drawn in one go, however many there are."""

import numpy as np
from matplotlib.patches import PathPatch
from matplotlib.path import Path

_CORNERS = np.array([[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]])
_CODES = np.array([Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY], np.uint8)


class Boxes(PathPatch):
    """Rectangles in data units: filled, or with an outline of ``frame`` points in place of a filling."""

    def __init__(self, colour: str, frame: float = 0) -> None:
        super().__init__(Path(np.zeros((1, 2)), [Path.MOVETO]), linewidth=frame, edgecolor=colour)
        self.set_facecolor("none" if frame else colour)
        if not frame:
            self.set_edgecolor("none")
        self.corners = self.sizes = np.zeros((0, 2))  # what is shown

    def place(self, corners: np.ndarray, sizes: np.ndarray) -> None:
        """Show rectangles at ``corners`` (n, 2) with ``sizes`` (n, 2): width and height."""
        self.corners, self.sizes = np.asarray(corners, float), np.asarray(sizes, float)
        if not len(corners):
            self.set_path(Path(np.zeros((1, 2)), [Path.MOVETO]))
            return
        vertices = corners[:, None, :] + sizes[:, None, :] * _CORNERS
        self.set_path(Path(vertices.reshape(-1, 2), np.tile(_CODES, len(corners))))
