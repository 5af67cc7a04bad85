"""A multilayer perceptron, drawn: a column of units for each layer, every unit linked to every one of the next."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection

from helpers.drawing.style import INK

_MOST = 7  # units of a layer that are drawn; of a larger one the first and the last, with dots between
_FILL, _EDGE, _LINK = "#DCEAF5", "#3D6E8F", "#B9C3CA"


def mlp(ax: Axes, sizes: Sequence[int], names: Sequence[str]) -> None:
    """Draw layers of ``sizes`` units from left to right, the inputs first, with a name and the size below each.

    Over each gap stands the shape of the weights between: (inputs, units).
    """
    ax.set(xlim=(-0.4, len(sizes) - 0.6), ylim=(-1.75, 1.45))
    ax.set_axis_off()
    columns = [_column(x, size) for x, size in enumerate(sizes)]
    for x, (left, right) in enumerate(pairwise(columns)):
        links = [(start, end) for start in left for end in right]
        ax.add_collection(LineCollection(links, colors=_LINK, linewidths=0.6, linestyles="-", zorder=1))
        shape = f"W{_below(x + 1)}  ({sizes[x]}, {sizes[x + 1]})"
        ax.text(x + 0.5, 1.35, shape, ha="center", va="center", fontsize=11, color=INK)
    for x, (size, name, places) in enumerate(zip(sizes, names, columns, strict=True)):
        ax.plot(*places.T, "o", ms=13, mfc=_FILL if x else "white", mec=_EDGE, mew=1.3, zorder=2)
        if size > len(places):
            ax.text(x, 0, "⋮", ha="center", va="center", fontsize=16, color=INK)
        ax.text(x, -1.5, f"{name}\n{size}", ha="center", va="center", fontsize=11, color=INK)


def _column(x: float, size: int) -> np.ndarray:
    """Places of the units of a layer, (units, 2), with a gap in the middle where not all are drawn."""
    count = min(size, _MOST)
    heights = 0.3 * (np.arange(count)[::-1] - (count - 1) / 2)
    if size > count:
        heights = heights[heights.round(3) != 0]
    return np.column_stack([np.full(len(heights), x), heights])


def _below(number: int) -> str:
    return "".join(chr(0x2080 + int(digit)) for digit in str(number))
