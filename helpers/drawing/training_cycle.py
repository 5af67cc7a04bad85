"""What a training is made of, drawn: layers and their weights, predictions, targets, loss, optimizer."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from helpers.drawing.style import INK
from helpers.words import N_, _

_WIDE, _HIGH = 150, 46
_PLACES = {  # middle of each box, in pixels of a picture of 860 by 330; y downwards
    N_("input x"): (330, 30),
    N_("layer"): (330, 112),
    "layer ": (330, 194),
    N_("weights"): (105, 112),
    "weights ": (105, 194),
    N_("predictions"): (330, 290),
    N_("targets y"): (755, 290),
    N_("loss"): (545, 290),
    N_("optimizer"): (545, 153),
}
_FILLS = {  # what comes in and what has weights: the colours of DAGViewer, in which grey is a layer without weights
    "input x": "#FFF1CC",
    "targets y": "#FFF1CC",
    "layer": "#DCEAF5",
    "weights": "#E8DFF0",
    "loss": "#F8DDD0",
    "optimizer": "#D5EDE4",
}


def training_cycle(ax: Axes) -> tuple[str, ...]:
    """Draw how layers, model, loss and optimizer feed one another, and return the names of the boxes."""
    ax.set(xlim=(0, 860), ylim=(330, 0), aspect="equal")
    ax.set_axis_off()
    ax.add_patch(_box((330, 153), 190, 160, "none", ":"))
    ax.text(430, 82, _("model"), ha="left", va="center", fontsize=11)
    for name, (x, y) in _PLACES.items():
        ax.add_patch(_box((x, y), _WIDE, _HIGH, _FILLS.get(name.strip(), "white")))
        ax.text(x, y, _(name.strip()), ha="center", va="center", fontsize=12)
    for source, target in (("input x", "layer"), ("layer", "layer "), ("layer ", "predictions")):
        _arrow(ax, source, target, (0, 1), (0, -1))
    for source, target in (("weights", "layer"), ("weights ", "layer "), ("predictions", "loss")):
        _arrow(ax, source, target, (1, 0), (-1, 0))
    _arrow(ax, "targets y", "loss", (-1, 0), (1, 0))
    _arrow(ax, "loss", "optimizer", (0, -1), (0, 1))
    ax.text(557, 222, _("gradient"), ha="left", va="center", fontsize=11)
    back = np.array([(620, 153), (660, 153), (660, 66), (12, 66), (12, 194), (30, 194)])
    ax.plot(back[:, 0], back[:, 1], "--", color="#B84A00", lw=1.8)
    for y in (112, 194):
        ax.annotate("", (30, y), (10, y), arrowprops={"arrowstyle": "-|>", "color": "#B84A00", "lw": 1.8})
    ax.text(672, 110, _("new weights"), ha="left", va="center", fontsize=11, color="#B84A00")
    return tuple(dict.fromkeys(name.strip() for name in _PLACES))


def _box(middle: tuple[float, float], wide: float, high: float, fill: str, line: str = "-") -> Rectangle:
    corner = middle[0] - wide / 2, middle[1] - high / 2
    return Rectangle(corner, wide, high, facecolor=fill, edgecolor="#777777", linewidth=1, linestyle=line)


def _arrow(ax: Axes, source: str, target: str, leave: tuple[int, int], enter: tuple[int, int]) -> None:
    """An arrow between two boxes, from the side ``leave`` of one to the side ``enter`` of the other."""
    half = np.array([_WIDE, _HIGH]) / 2
    start, end = _PLACES[source] + half * leave, _PLACES[target] + half * enter
    ax.annotate(
        "",
        tuple(end),
        tuple(start),
        arrowprops={"arrowstyle": "-|>", "color": INK, "lw": 1.5, "shrinkA": 0, "shrinkB": 0},
    )
