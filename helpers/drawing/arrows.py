"""Many arrows as one path: curves through the gaps between the layers of a graph, and their heads."""

from collections.abc import Sequence

import numpy as np
from matplotlib.patches import PathPatch
from matplotlib.path import Path

_MOVE, _STRAIGHT, _BEZIER, _CLOSE = map(int, (Path.MOVETO, Path.LINETO, Path.CURVE4, Path.CLOSEPOLY))
_NOTHING = Path(np.zeros((1, 2)), [Path.MOVETO])


class Arrows(PathPatch):
    """Many curves, or many filled heads of arrows, as one path."""

    def __init__(self, colour: str, width: float = 0) -> None:
        filled = "none" if width else colour
        super().__init__(_NOTHING, facecolor=filled, edgecolor=colour, linewidth=width, capstyle="butt")

    def place(self, curves: Sequence[tuple[np.ndarray, list[int]]]) -> None:
        """Show ``curves``: points and codes each, as ``curve`` and ``head`` return them."""
        if not curves:
            self.set_path(_NOTHING)
            return
        self.set_path(
            Path(np.concatenate([points for points, _ in curves]), np.concatenate([codes for _, codes in curves]))
        )


def curve(route: np.ndarray) -> tuple[np.ndarray, list[int]]:
    """A curve through each gap, level at both its ends; a straight line past the boxes of a layer."""
    points, codes = [route[0]], [_MOVE]
    for number in range(0, len(route), 2):
        start, end = route[number], route[number + 1]
        if number:
            points.append(start)
            codes.append(_STRAIGHT)
        bend = np.array([(end[0] - start[0]) / 2, 0])
        points += [start + bend, end - bend, end]
        codes += [_BEZIER] * 3
    return np.array(points), codes


def head(tip: np.ndarray, direction: int, size: float = 1.0) -> tuple[np.ndarray, list[int]]:
    """The head of an arrow at ``tip``, to the right (1) or to the left (-1)."""
    points = tip + np.array([[0, 0], [-9, -4.5], [-9, 4.5], [0, 0]]) * [direction * size, size]
    return points, [_MOVE, _STRAIGHT, _STRAIGHT, _CLOSE]
