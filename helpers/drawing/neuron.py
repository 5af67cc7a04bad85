"""A nerve cell and, under it, the model that is made of it: drawn, not photographed."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Circle, Polygon

from helpers.drawing.style import COLOURS, INK
from helpers.words import _

_CELL, _EDGE, _SHEATH = "#BFD9EA", "#3D6E8F", "#F0D9A8"
_BODY = (2.9, 0.0)  # middle of the cell body
_AXON = np.array([(3.35, 0.0), (4.2, 0.12), (5.2, -0.1), (6.2, -0.02), (7.0, 0.05)])
_ENDS = ((7.75, 0.62), (7.95, 0.05), (7.7, -0.55))
# Axons of other cells, from the left: each ends just before a tip of a dendrite.
_ARRIVING = (
    ((0.0, 1.3), (0.45, 1.2), (0.86, 1.06)),
    ((0.0, 0.45), (0.35, 0.36), (0.71, 0.26)),
    ((0.0, -1.25), (0.45, -1.24), (0.91, -1.12)),
)
# Stem, where it forks, its tips: three dendrites.
_DENDRITES = (
    ((2.62, 0.28), (1.9, 0.75), ((1.05, 1.0), (1.3, 0.62))),
    ((2.5, 0.0), (1.75, 0.02), ((0.9, 0.22), (0.95, -0.18))),
    ((2.62, -0.28), (1.95, -0.72), ((1.25, -0.55), (1.1, -1.05))),
)


def neuron(ax: Axes) -> None:
    """Draw a nerve cell with the names of its parts on ``ax``; its synapses have the colour of ``unit``'s weights."""
    ax.set(xlim=(0, 10), ylim=(-1.75, 1.65), aspect="equal")
    ax.set_axis_off()
    for stem, fork, tips in _DENDRITES:
        _strand(ax, np.array([stem, fork]), 5)
        for tip in tips:
            _strand(ax, np.array([fork, tip]), 2.6)
    along = _smooth(_AXON)
    ax.plot(*along.T, color=_EDGE, lw=3.2, ls="-", zorder=1)
    for first in range(14, 80, 17):
        ax.plot(*along[first : first + 12].T, color=_EDGE, lw=12, ls="-", solid_capstyle="round", zorder=2)
        ax.plot(*along[first : first + 12].T, color=_SHEATH, lw=10, ls="-", solid_capstyle="round", zorder=3)
    for x, y in _ENDS:
        ax.plot(*_smooth(np.array([(7.0, 0.05), (7.35, 0.6 * y), (x, y)])).T, color=_EDGE, lw=2.4, ls="-", zorder=1)
    for way in _ARRIVING:
        ax.plot(*_smooth(np.array(way)).T, color=_EDGE, lw=2.4, ls="-", zorder=1)
        ax.add_patch(Circle(way[-1], 0.1, facecolor=COLOURS["vermillion"], edgecolor="none", zorder=4))
    ax.text(8.15, 0, _("to other cells"), ha="left", va="center", fontsize=11, color=INK)
    _body(ax, *_BODY)
    _names(ax)


def _names(ax: Axes) -> None:
    told = (
        (_("dendrites\nsignals come in"), (1.5, -0.86), (1.35, -1.5)),
        (_("cell body\nadds them up"), (2.9, -0.45), (3.35, -1.5)),
        (_("axon\ncarries the answer on"), (5.2, -0.2), (5.6, -1.5)),
        (_("synapse\nthe gap between two cells: strong or weak"), (0.95, 1.1), (3.0, 1.38)),
    )
    for text, at, place in told:
        ax.annotate(
            text,
            at,
            place,
            ha="center",
            va="center",
            fontsize=11,
            arrowprops={"arrowstyle": "-", "color": "#666666", "lw": 1, "shrinkB": 2},
        )


def _body(ax: Axes, x: float, y: float) -> None:
    """A cell body with its nucleus."""
    angle = np.linspace(0, 2 * np.pi, 120, endpoint=False)
    radius = 0.5 + 0.035 * np.cos(3 * angle) + 0.03 * np.sin(5 * angle)
    outline = np.column_stack([x + radius * np.cos(angle), y + radius * np.sin(angle)])
    ax.add_patch(Polygon(outline, facecolor=_CELL, edgecolor=_EDGE, lw=1.6, zorder=5))
    ax.add_patch(Circle((x, y), 0.17, facecolor=_EDGE, edgecolor="none", zorder=6))


def _strand(ax: Axes, points: np.ndarray, wide: float) -> None:
    ax.plot(*_smooth(points).T, color=_EDGE, lw=wide + 1.2, ls="-", solid_capstyle="round", zorder=3)
    ax.plot(*_smooth(points).T, color=_CELL, lw=wide - 0.4, ls="-", solid_capstyle="round", zorder=4)


def _smooth(points: np.ndarray, count: int = 100) -> np.ndarray:
    """A polynomial through ``points``, in order of their index."""
    at = np.arange(len(points))
    fine = np.linspace(0, len(points) - 1, count)
    return np.column_stack([np.polyval(np.polyfit(at, points[:, axis], len(points) - 1), fine) for axis in (0, 1)])


def unit(ax: Axes) -> None:
    """Draw the model with its parts where ``neuron`` has them: inputs, weights, sum, activation, answer."""
    ax.set(xlim=(0, 10), ylim=(-1.45, 1.35), aspect="equal")
    ax.set_axis_off()
    for mark, y in zip("₁₂₃", (0.95, 0.0, -0.95), strict=True):
        _node(ax, 1.0, y, f"x{mark}", "white", 0.3)
        _arrow(ax, (1.32, 0.96 * y), (2.62, 0.3 * y))
        ax.text(1.95, 0.66 * y + 0.16, f"w{mark}", ha="center", va="bottom", fontsize=12, color=COLOURS["vermillion"])
    _node(ax, 3.1, 0, "Σ + b", _CELL, 0.48)
    _arrow(ax, (3.6, 0), (4.6, 0))
    ax.text(4.1, 0.1, "z", ha="center", va="bottom", fontsize=12, color=INK)
    _node(ax, 5.1, 0, "f", _SHEATH, 0.48)
    _arrow(ax, (5.6, 0), (6.7, 0))
    ax.text(6.85, 0, "y = f(x·w + b)", ha="left", va="center", fontsize=12, color=INK)
    for x, text in ((3.1, _("weighted sum")), (5.1, _("activation"))):
        ax.text(x, -0.72, text, ha="center", va="center", fontsize=11, color=INK)


def _node(ax: Axes, x: float, y: float, text: str, colour: str, radius: float) -> None:
    ax.add_patch(Circle((x, y), radius, facecolor=colour, edgecolor=_EDGE, lw=1.6))
    ax.text(x, y, text, ha="center", va="center", fontsize=12, color=INK)


def _arrow(ax: Axes, start: tuple[float, float], end: tuple[float, float]) -> None:
    ax.annotate("", end, start, arrowprops={"arrowstyle": "-|>", "color": INK, "lw": 1.4, "shrinkA": 0, "shrinkB": 0})
