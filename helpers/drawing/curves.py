"""Loss and metric curves of a training run, drawn so cheaply that a training does not feel it.

Axes of Matplotlib cost 70 to 115 ms whenever a limit moves, for their ticks are texts. Here ticks, grid and curves are
a handful of paths on one page, moved with every frame: 3 ms.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator
from numpy.typing import ArrayLike

from helpers.drawing.boxes import Boxes
from helpers.drawing.labels import Labels, Text, centred, ending, text_width
from helpers.drawing.page import add
from helpers.drawing.style import COLOURS, INK
from helpers.words import _

Log = Mapping[str, Sequence[float]]
_LEFT, _TOP, _BOTTOM, _RIGHT = 66, 62, 46, 16  # pixels around a panel
_TEXT = 14  # pixels
_HAIR = 2 / 3  # pixels of the page: one drawn pixel
_FEW = 40  # epochs up to which every point has a marker


@dataclass
class Panel:
    """One measure: its place on the page, its limits, its curves."""

    name: str
    box: tuple[float, float, float, float]  # left, top, width, height in pixels
    limits: tuple[float, float] = (0.0, 1.0)

    def points(self, epochs: int, xs: ArrayLike, ys: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
        """Pixels of values ``ys`` at epochs ``xs``."""
        left, top, width, height = self.box
        low, high = self.limits
        x = left + np.asarray(xs, float) * width / (1.03 * epochs)
        y = top + height - (np.asarray(ys, float) - low) * height / (high - low)
        return x, y


class Curves:
    """One panel for each measure: training as a full line, validation as a dashed one, over the epochs.

    ``page`` are axes whose unit is a pixel and whose y runs downwards, ``size`` is their width and height;
    ``measures`` are the names as Keras logs them, without ``val_``.
    """

    def __init__(self, page: Axes, measures: Sequence[str], epochs: int, size: tuple[int, int]) -> None:
        self.epochs = max(epochs, 1)
        width, height = size
        wide = width / len(measures)
        high = height - _TOP - _BOTTOM
        self.panels = {
            name: Panel(name, (number * wide + _LEFT, _TOP, wide - _LEFT - _RIGHT, high))
            for number, name in enumerate(measures)
        }
        marked = self.epochs <= _FEW
        blue, red = COLOURS["blue"], COLOURS["vermillion"]
        self.lines: dict[str, Line2D] = {}
        for name in measures:
            self.lines[name] = Line2D([], [], color=blue, lw=2, marker="o" if marked else "", ms=5)
            self.lines["val_" + name] = Line2D([], [], color=red, lw=2, ls="--", marker="s" if marked else "", ms=5)
            self.lines["now_" + name] = Line2D([], [], color=blue, ls="", marker="o", fillstyle="none")
        self._key = [Line2D([], [], color=blue, lw=2), Line2D([], [], color=red, lw=2, ls="--")]
        self._grid, self._edges, self._ticks, self._names = Boxes("#E6E6E6"), Boxes("#666666"), Labels(INK), Labels(INK)
        add(page, *self.moving)

    @property
    def moving(self) -> list[Artist]:
        """The artists that change from frame to frame."""
        return [self._grid, self._edges, self._ticks, self._names, *self._key, *self.lines.values()]

    def update(self, log: Log, now: tuple[float, Mapping[str, float]] | None = None) -> None:
        """Show ``log`` (one value an epoch) and where the running epoch stands.

        ``now`` is the place on the epoch axis and the running value of each measure.
        """
        for name, panel in self.panels.items():
            running = [now[1][name]] if now and name in now[1] else []
            panel.limits = limits_around([*log.get(name, []), *log.get("val_" + name, []), *running])
            for key in (name, "val_" + name):
                values = log.get(key, [])
                self.lines[key].set_data(*panel.points(self.epochs, range(1, len(values) + 1), values))
            self.lines["now_" + name].set_data(*panel.points(self.epochs, [now[0]] if now and running else [], running))
        self._draw_axes(validated=any(name.startswith("val_") for name in log))

    def _draw_axes(self, validated: bool) -> None:
        ticks = draw_frames(self.panels.values(), self.epochs, self._grid, self._edges)
        self._ticks.write(ticks, _TEXT)
        names = [(panel.box[0], panel.box[1] - 14, panel.name) for panel in self.panels.values()]
        self._names.write([*names, *self._name_lines(validated)], _TEXT)

    def _name_lines(self, validated: bool) -> list[Text]:
        """Name the lines beside the first panel's name, the dashed one only when there is validation."""
        left, top, _width, _height = next(iter(self.panels.values())).box
        x, y, named = left + 90, top - 14, []
        for line, name in zip(self._key, (_("training"), _("validation")), strict=True):
            shown = line is self._key[0] or validated
            line.set_data([x, x + 30] if shown else [], [y, y] if shown else [])
            if shown:
                named.append((x + 38, y, name))
            x += 38 + text_width(name) * _TEXT + 24
        return named


def draw_frames(panels: Iterable[Panel], epochs: int, grid: Boxes, edges: Boxes) -> list[Text]:
    """Draw the lines of each panel's ticks and its two axes; return what is to be written at them, in pixels."""
    lines: list[tuple[float, float, float, float]] = []
    axes: list[tuple[float, float, float, float]] = []
    texts: list[Text] = []
    for panel in panels:
        left, top, width, height = panel.box
        axes += [(left, top, 1, height), (left, top + height, width, 1)]
        for value, text in round_marks(*panel.limits, most=6):
            _x, (y,) = panel.points(epochs, [0], [value])
            lines.append((left, y, width, _HAIR))
            texts.append(ending(left - 8, y, text, _TEXT))
        for value, text in round_marks(0, 1.03 * epochs, most=8, whole=True):
            (x,), _y = panel.points(epochs, [value], [0])
            lines.append((x, top, _HAIR, height))
            texts.append(centred(x, top + height + 14, text, _TEXT))
        texts.append(ending(left + width, top + height + 34, _("epoch"), _TEXT))
    for boxes, places in ((grid, lines), (edges, axes)):
        boxes.place_rows(places)
    return texts


def limits_around(values: Sequence[float]) -> tuple[float, float]:
    """Limits a little wider than the finite values; never below 0 for values that are not."""
    finite = [value for value in values if math.isfinite(value)]
    if not finite:
        return 0.0, 1.0
    least, most = min(finite), max(finite)
    span = (most - least) or abs(least) or 1.0
    low = least - 0.08 * span
    return (max(low, 0.0) if least >= 0 else low), most + 0.1 * span


def round_marks(low: float, high: float, most: int, whole: bool = False) -> list[tuple[float, str]]:
    """Round values between two limits, and how they are written: all with the same number of digits."""
    values = MaxNLocator(nbins=most, integer=whole, steps=[1, 2, 2.5, 5, 10]).tick_values(low, high)
    inside = [float(value) for value in values if low <= value <= high]
    step = inside[1] - inside[0] if len(inside) > 1 else 1.0
    if high and not 1e-4 <= max(abs(low), abs(high)) < 1e6:
        return [(value, f"{value:.1e}") for value in inside]
    digits = max(0, math.ceil(-math.log10(step) - 1e-9)) if step < 1 else 0
    if digits and round(step * 10**digits) / 10**digits != round(step, digits + 2):
        digits += 1  # steps such as 0.025
    return [(value, f"{value:.{digits}f}") for value in inside]
