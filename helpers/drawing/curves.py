"""Loss and metric curves of a training run, drawn so that a new point costs one frame, not a new figure."""

import math
from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from helpers.drawing.style import COLOURS

Log = Mapping[str, Sequence[float]]
_MARGIN = 74  # pixels beside a panel, for its tick labels


class Curves:
    """One panel for each measure: training as a full line, validation as a dashed one, over the epochs.

    ``measures`` are the names as Keras logs them, without ``val_``; ``size`` is the picture in pixels of the page.
    """

    def __init__(self, figure: Figure, measures: Sequence[str], epochs: int, size: tuple[int, int]) -> None:
        self.measures = tuple(measures)
        width, height = size
        wide = width / len(self.measures)
        self.panels: dict[str, Axes] = {}
        self.lines: dict[str, Artist] = {}
        self._named: bool | None = None  # whether validation is among the names in the legend
        for number, name in enumerate(self.measures):
            left, bottom = number * wide + _MARGIN, 46
            ax = figure.add_axes(
                (left / width, bottom / height, (wide - _MARGIN - 12) / width, (height - bottom - 62) / height),
                xlim=(0, 1.03 * max(epochs, 1)),
                ylim=(0, 1),
                xlabel="epoch",
                ylabel=name,
            )
            ax.xaxis.set_major_locator(MaxNLocator(nbins=8, integer=True))
            self.panels[name] = ax
            few = "o" if epochs <= 40 else ""
            (self.lines[name],) = ax.plot([], [], few + "-", color=COLOURS["blue"], markersize=5, label="training")
            (self.lines["val_" + name],) = ax.plot(
                [], [], ("s" if few else "") + "--", color=COLOURS["vermillion"], markersize=5, label="validation"
            )
            (self.lines["now_" + name],) = ax.plot([], [], "o", color=COLOURS["blue"], fillstyle="none")

    @property
    def moving(self) -> list[Artist]:
        """The artists that change from frame to frame."""
        return list(self.lines.values())

    def update(self, log: Log, now: tuple[float, Mapping[str, float]] | None = None) -> bool:
        """Show ``log`` (one value an epoch) and where the running epoch stands; True when an axis had to change.

        ``now`` is the place on the epoch axis and the running value of each measure.
        """
        changed = self._name_lines(any(name.startswith("val_") for name in log))
        for name, ax in self.panels.items():
            for key in (name, "val_" + name):
                values = list(log.get(key, []))
                self.lines[key].set_data(np.arange(1, len(values) + 1), values)  # type: ignore[attr-defined]
            running = [now[1][name]] if now and name in now[1] else []
            self.lines["now_" + name].set_data([now[0]] if now and running else [], running)  # type: ignore[attr-defined]
            changed |= _rescale(ax, [*log.get(name, []), *log.get("val_" + name, []), *running])
        return changed

    def _name_lines(self, validated: bool) -> bool:
        """Name the lines once, the dashed one only when there is validation; True when the names had to change."""
        if self._named == validated:
            return False
        self._named = validated
        first = self.measures[0]
        lines = [self.lines[first], *([self.lines["val_" + first]] if validated else [])]
        self.panels[first].legend(
            handles=lines,
            loc="lower left",
            bbox_to_anchor=(0, 1.0),
            ncols=2,
            borderaxespad=0,
            borderpad=0.2,
            fontsize=11,
        )
        return True


def _rescale(ax: Axes, values: Sequence[float]) -> bool:
    """Move the y limits only when a value lies outside them or they are far too wide: a new axis costs a redraw."""
    finite = [value for value in values if math.isfinite(value)]
    if not finite:
        return False
    low, high = ax.get_ylim()
    least, most = min(finite), max(finite)
    span = most - least
    if low <= least and most <= high and span > 0.45 * (high - low):
        return False
    if span == 0:
        if low <= least <= high:
            return False
        span = abs(least) or 1.0
    wanted = (least - 0.08 * span, most + 0.12 * span)
    if least >= 0:
        wanted = (max(wanted[0], 0.0), wanted[1])
    if np.allclose(wanted, (low, high)):
        return False
    ax.set_ylim(*wanted)
    return True
