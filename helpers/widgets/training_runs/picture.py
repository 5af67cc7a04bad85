"""Curves of a finished run: strong up to the chosen epoch, faint after it, the gap there, the best epoch."""

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes

from helpers.drawing.boxes import Boxes
from helpers.drawing.curves import Panel, draw_frames, limits_around
from helpers.drawing.labels import Labels, Text, text_width
from helpers.drawing.numbers import short, signed
from helpers.drawing.page import add
from helpers.drawing.strokes import Look, Strokes
from helpers.drawing.style import COLOURS, INK
from helpers.widgets.training_runs.model import Result, Run
from helpers.words import _

SIZE = (900, 400)  # pixels
_LEFT, _TOP, _BOTTOM, _RIGHT = 64, 104, 46, 20  # around a panel
_NAMES = 108  # right of the first panel, where several runs are named there
_TEXT, _ROW = 14, 17  # pixels: font, and the least distance of two names
_CUT = 4.0  # times the span of three quarters of the values: what lies higher is cut, or it would flatten the rest
_GAP, _STAR = "#7B4B94", COLOURS["black"]
_TRAIN, _VAL = COLOURS["blue"], COLOURS["vermillion"]
_DASHED = (5.0, 2.0)
LOOKS = {
    "best": Look(_STAR, (1.5, 2.5), "*", 13, 1.1),
    "other": Look("#A8A8A8", (), "o", width=1.2),
    "train after": Look("#B5D3E8", (), "o", width=1.6),
    "val after": Look("#F2C4A0", (), "s", width=1.6),
    "train": Look(_TRAIN, (), "o", 8, 2.2),
    "val": Look(_VAL, _DASHED, "s", 8, 2.2),
}


class RunsPicture:
    """Panels of loss and one metric over all ``runs``, as they were logged.

    ``page`` are axes whose unit is a pixel and whose y runs downwards.
    """

    def __init__(self, page: Axes, runs: Mapping[str, Run]) -> None:
        self._runs = runs
        self._epochs = max(run.epochs for run in runs.values())
        self.panels: dict[str, Panel] = {}
        self._grid, self._edges, self._still = Boxes("#E6E6E6"), Boxes("#666666"), Labels(INK)
        self.lines, self.gaps = Strokes(LOOKS), Boxes(_GAP)
        self.values, self.differences, self.names = Labels(INK), Labels(_GAP), Labels("#666666")
        add(page, self._grid, self._edges, self._still)
        self.moving = add(page, self.gaps, self.lines, self.values, self.differences, self.names)

    def show(self, result: Result) -> bool:
        """Show the chosen run up to its epoch, of the others only their validation; other panels for another metric."""
        other = tuple(self.panels) != result.measures
        if other:
            self._lay_out(result.measures)
        run = result.runs[result.run]
        self._lines: dict[str, list[np.ndarray]] = {name: [] for name in LOOKS}
        self._marked: dict[str, list[np.ndarray]] = {name: [] for name in LOOKS}
        self._bars: list[tuple[float, float, float, float]] = []
        self._texts: list[Text] = [(_LEFT, 20, _headline(run, result.epoch, result.run))]
        self._gaps: list[Text] = []
        for panel in self.panels.values():
            others = [other for name, other in result.runs.items() if name != result.run]
            self._lines["other"] += [self._curve(panel, each, "val_" + panel.name) for each in others]
            self._show_run(panel, run, result.epoch)
        self._show_best(run)
        lines, marked = ({k: _joined(v) for k, v in parts.items() if v} for parts in (self._lines, self._marked))
        marked["best"] = marked.pop("best", np.empty((0, 2)))  # last: on top of the others
        self.lines.set_lines(lines, marked)
        self.gaps.place_rows(self._bars)
        self.values.write(self._texts, _TEXT)
        self.differences.write(self._gaps, _TEXT)
        self.names.write(self._run_names(result), _TEXT)
        return other

    def _lay_out(self, measures: Sequence[str]) -> None:
        """Make one panel a measure, with its limits over all runs, and draw what stands still."""
        width, height = SIZE
        named = _NAMES if len(self._runs) > 1 else 0
        wide = (width - named) / len(measures)
        self.panels = {}
        for number, name in enumerate(measures):
            left = number * wide + _LEFT + named * (number > 0)
            box = (left, _TOP, wide - _LEFT - _RIGHT, height - _TOP - _BOTTOM)
            keys = (name, "val_" + name)
            values = [run.values[key] for run in self._runs.values() for key in keys if key in run.values]
            self.panels[name] = Panel(name, box, _limits(np.concatenate(values), cut="loss" in name))
        texts = draw_frames(self.panels.values(), self._epochs, self._grid, self._edges)
        names = [(panel.box[0], panel.box[1] - 42, panel.name) for panel in self.panels.values()]
        self._still.write([*texts, *names], _TEXT)

    def _curve(self, panel: Panel, run: Run, key: str) -> np.ndarray:
        """Pixels of one measure, (epochs, 2), inside its panel; NaN where there is none."""
        values = run.values.get(key, np.full(run.epochs, np.nan))
        x, y = panel.points(self._epochs, np.arange(1, run.epochs + 1), np.minimum(values, panel.limits[1]))
        return np.column_stack([x, y])

    def _show_run(self, panel: Panel, run: Run, epoch: int) -> None:
        """Two curves, their points at the epoch with their values above the panel, and the gap between them."""
        left, top, _width, _height = panel.box
        x, y = left, top - 18
        at: dict[str, float] = {}
        for line, key, word in (("train", panel.name, _("training")), ("val", "val_" + panel.name, _("validation"))):
            curve = self._curve(panel, run, key)
            self._lines[line].append(curve[:epoch])
            self._lines[line + " after"].append(curve[epoch - 1 :])
            value = run.at(key, epoch)
            if np.isfinite(value):
                at[line] = value
                sample = np.array([(x, y), (x + 28, y)])
                self._lines[line].append(sample)
                self._marked[line] += [curve[epoch - 1 : epoch], sample.mean(axis=0, keepdims=True)]
                text = f"{word} {short(value)}"
                self._texts.append((x + 36, y, text))
                x += 36 + text_width(text) * _TEXT + 22
        if len(at) == 2:
            self._show_gap(panel, epoch, at["train"], at["val"])

    def _show_gap(self, panel: Panel, epoch: int, train: float, val: float) -> None:
        """A bar between the two values, and their difference beside the panel's name."""
        left, top, _width, _height = panel.box
        xs, ys = panel.points(self._epochs, [epoch, epoch], np.minimum([train, val], panel.limits[1]))
        self._bars.append((xs[0] - 2, ys.min(), 4, np.ptp(ys)))
        x = left + text_width(panel.name) * _TEXT + 24
        self._bars.append((x, top - 49, 4, 14))
        self._gaps.append((x + 10, top - 42, _("gap {gap}").format(gap=signed(val - train))))

    def _show_best(self, run: Run) -> None:
        """A star on the watched loss where it is lowest, a dotted line through both panels."""
        if run.best is None:
            return
        for panel in self.panels.values():
            _left, top, _width, height = panel.box
            (x,), _y = panel.points(self._epochs, [run.best], [0])
            self._lines["best"].append(np.array([(x, top), (x, top + height)]))
        self._marked["best"].append(self._curve(self.panels["loss"], run, run.watched)[run.best - 1 : run.best])
        lowest = _("lowest training loss {loss}, epoch {epoch}")
        if run.watched == "val_loss":
            lowest = _("lowest validation loss {loss}, epoch {epoch}")
        text = lowest.format(loss=short(run.at(run.watched, run.best)), epoch=run.best)
        x = SIZE[0] - 24 - text_width(text) * _TEXT
        self._marked["best"].append(np.array([(x - 14, 20.0)]))
        self._texts.append((x, 20, text))

    def _run_names(self, result: Result) -> list[Text]:
        """The name of each run at the end of its validation loss, right of the first panel, none on another."""
        if len(result.runs) < 2:
            return []
        panel = self.panels["loss"]
        left, top, width, height = panel.box
        ends = []
        for name, run in result.runs.items():
            curve = self._curve(panel, run, run.watched)[:, 1]
            known = curve[np.isfinite(curve)]
            ends.append((float(known[-1]) if len(known) else top + height, name))
        texts, y = [], -np.inf
        lowest = top + height - _ROW * np.arange(len(ends))[::-1]
        for (end, name), most in zip(sorted(ends), lowest, strict=True):
            y = max(min(end, float(most)), y + _ROW)
            texts.append((left + width + 4, y, ("▸ " if name == result.run else "") + _fitting(name)))
        return texts


def _joined(parts: Sequence[np.ndarray]) -> np.ndarray:
    """One line of several, (n, 2), with a gap between two."""
    gap = np.full((1, 2), np.nan)
    return np.concatenate([piece for part in parts for piece in (part, gap)])


def _headline(run: Run, epoch: int, name: str) -> str:
    broke = "   " + _("broke at epoch {epoch}").format(epoch=run.broke) if run.broke else ""
    place = _("epoch {epoch} of {last}").format(epoch=epoch, last=run.epochs)
    return f"{_fitting(name) + ':  ' if name else ''}{place}{broke}"


def _fitting(name: str) -> str:
    """The name of a run, cut where it would not fit."""
    while text_width(name) * _TEXT > _NAMES - 14:
        name = name.rstrip("…")[:-1] + "…"
    return name


def _limits(values: np.ndarray, cut: bool) -> tuple[float, float]:
    """Limits around ``values``; a few that lie far above the others are left out where ``cut``."""
    known = values[np.isfinite(values)]
    if cut and len(known) > 8:
        low, most = known.min(), float(np.quantile(known, 0.75))
        known = known[known <= low + max(_CUT * (most - low), 1e-12)]
    return limits_around(known.tolist())
