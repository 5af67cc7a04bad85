"""TrainingBrowser: scrub through the epochs of a finished run: curves, gap, best epoch."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import ipywidgets as widgets
import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure

from helpers.drawing.numbers import short
from helpers.maths.checks import number, whole
from helpers.maths.errors import InputError
from helpers.widgets.engine.clock import Clock
from helpers.widgets.engine.explorer import Explorer
from helpers.widgets.training_runs.model import MOST_EPOCHS, Run, read_runs
from helpers.widgets.training_runs.picture import SIZE, RunCurves, signed
from helpers.words import _

MOST_SMOOTHING = 0.95
TICK_MS = 300  # a learner shall be able to read an epoch's numbers; long runs are played faster
FRAMES = 100  # that playing a long run takes at most


@dataclass(frozen=True)
class TrainingState:
    """The run that is looked at, and the epoch of it.

    ``epoch`` None is the one of the lowest validation loss, ``metric`` None the first metric, ``run`` None the first.
    """

    epoch: int | None = None
    smoothing: float = 0.0
    metric: str | None = None
    run: str | None = None


@dataclass(frozen=True)
class Result:
    """What the state stands for: all runs as they are drawn, the chosen one, its epoch, the measures."""

    state: TrainingState
    runs: Mapping[str, Run]
    run: str
    epoch: int
    measures: tuple[str, ...]


class TrainingBrowser(Explorer):
    """See the epochs of a finished training: its curves, the gap between them, the best epoch.

    ``history`` is what ``model.fit`` returns, or its dict of lists, or a dict of up to six of these by name, to compare
    them. Raises ValueError, in words, for anything else. A run that broke is shown as far as it went.
    """

    State = TrainingState
    size = SIZE
    data_arguments = ("history",)

    def __init__(self, history: Any, **fields: Any) -> None:
        self.history = history
        self.runs = read_runs(history)
        keys = {key for run in self.runs.values() for key in run.values if key not in ("loss", "learning_rate", "lr")}
        first = next(iter(self.runs.values())).values
        metrics = sorted({key.removeprefix("val_") for key in keys} - {"loss"}, key=lambda k: (k not in first, k))
        order = [key for key in first if key in metrics]
        self.metrics = [*order, *(key for key in metrics if key not in order)]
        self._smoothed: tuple[float, Mapping[str, Run]] = (0.0, self.runs)
        super().__init__(**fields)

    @classmethod
    def example(cls) -> "TrainingBrowser":
        """Return one on two made-up runs, for tests and benchmarks."""
        rng, epochs = np.random.default_rng(0), np.arange(1, 31)
        runs = {}
        for name, speed in (("small", 0.12), ("large", 0.3)):
            loss = 0.6 * np.exp(-speed * epochs) + 0.05
            gap = 0.012 * (speed * epochs) ** 1.6 + rng.normal(0, 0.008, 30)
            runs[name] = {"loss": loss, "val_loss": loss + gap + 0.03, "accuracy": 1 - loss / 3}
            runs[name] |= {"val_accuracy": 0.97 - (loss + gap) / 3, "mae": loss / 2, "val_mae": (loss + gap) / 2}
        return cls(runs)

    def compute(self, state: TrainingState) -> Result:
        """Find run, epoch and metric; ValueError in words for what does not exist."""
        run = next(iter(self.runs)) if state.run is None else state.run
        if run not in list(self.runs):
            raise InputError("run must be one of {known}, not {name}", known=", ".join(self.runs), name=run)
        metric = state.metric
        if metric is None:
            metric = next(iter(self.metrics), None)
        elif metric not in self.metrics:
            known = ", ".join(self.metrics)
            raise InputError("metric must be one of {known}, not {name}", known=known or "none", name=metric)
        smoothing = number("smoothing", state.smoothing, 0, MOST_SMOOTHING)
        best = self._opening(run)
        epoch = best if state.epoch is None else whole("epoch", state.epoch, 1, MOST_EPOCHS)
        if self._smoothed[0] != smoothing:
            self._smoothed = smoothing, {name: one.smoothed(smoothing) for name, one in self.runs.items()}
        measures = ("loss",) if metric is None else ("loss", metric)
        return Result(state, self._smoothed[1], run, min(epoch, self.runs[run].epochs), measures)

    def _opening(self, run: str) -> int:
        """The epoch at which a run is opened: the best of it, as it was logged."""
        return self.runs[run].best or 1

    # Controls.

    def make_controls(self) -> dict[str, widgets.Widget]:
        """The epoch, the smoothing, then which metric and which run."""

        def line(width: int = 220) -> dict:  # its own layout each: some are hidden
            return {"layout": widgets.Layout(width=f"{width}px"), "style": {"description_width": "initial"}}

        epochs = self.runs[next(iter(self.runs))].epochs
        metrics = self.metrics or ["loss"]
        return {
            "epoch": widgets.IntSlider(description=_("epoch"), min=1, max=epochs, **line(440)),
            "smoothing": widgets.FloatSlider(
                description=_("smoothing"), min=0, max=MOST_SMOOTHING, step=0.05, **line(260)
            ),
            "metric": widgets.Dropdown(description=_("metric"), options=metrics, **line()),
            "run": widgets.Dropdown(description=_("run"), options=list(self.runs), **line()),
        }

    def arrange(self, controls: dict[str, widgets.Widget]) -> list[widgets.Widget]:
        """Return the clock in a line of its own, the rest below."""
        by = max(math.ceil(max(run.epochs for run in self.runs.values()) / FRAMES), 1)
        for name, known in (("metric", self.metrics), ("run", self.runs)):
            if len(known) < 2:
                controls[name].layout.display = "none"
        clock = widgets.HBox([Clock(controls["epoch"], by, TICK_MS)], layout=widgets.Layout(width="100%"))
        return [clock, *(controls[name] for name in ("smoothing", "metric", "run"))]

    def read_controls(self) -> TrainingState:
        """Return the state that the controls stand at; another run is opened at its best epoch."""
        value = {name: control.value for name, control in self.controls.items()}
        run, now = value["run"], self.state.run or next(iter(self.runs))
        return TrainingState(
            epoch=None if run != now or value["epoch"] == self._opening(run) else value["epoch"],
            smoothing=value["smoothing"],
            metric=None if value["metric"] == next(iter(self.metrics), "loss") else value["metric"],
            run=None if run == next(iter(self.runs)) else run,
        )

    def write_controls(self, state: TrainingState) -> None:
        """Set the controls; the slider ends with the last epoch of the run."""
        run = state.run or next(iter(self.runs))
        slider, last = self.controls["epoch"], self.runs[run].epochs
        epoch = min(state.epoch or self._opening(run), last)
        slider.max = max(last, slider.value)
        slider.value = epoch
        slider.max = last
        self.controls["smoothing"].value = state.smoothing
        self.controls["metric"].value = state.metric or next(iter(self.metrics), "loss")
        self.controls["run"].value = run

    # The picture.

    def scene(self, figure: Figure) -> Iterable[Artist]:
        """One set of axes whose unit is a pixel of the page, y downwards."""
        width, height = self.size
        page = figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(height, 0))
        page.set_axis_off()
        self.picture = RunCurves(page)
        self._ground: tuple[str, ...] = ()
        return self.picture.artists

    def draw(self, result: Result) -> None:
        """Show the run up to the epoch; other panels only for another metric."""
        if self._ground != result.measures:
            self._ground = result.measures
            self.picture.set_ground(self.runs, result.measures)
            self.stage.invalidate()
        self.picture.update(result.runs, result.run, result.epoch)

    def describe(self, result: Result) -> str:
        """Say the losses, their gap, where the validation loss is lowest, the metric, and what went wrong."""
        run = result.runs[result.run]
        words = [_told(run, result.epoch), _best(run, result.epoch)]
        if len(result.measures) > 1:
            words.append(_metric(run, result.measures[1], result.epoch))
        raw = self.runs[result.run]
        if result.state.smoothing and raw.best:
            words.append(
                _("These are smoothed; of the numbers as logged, epoch {epoch} is lowest.").format(epoch=raw.best)
            )
        if len(result.runs) > 1:
            words.append(_compared(result.runs))
        return " ".join(word for word in words if word)


def _at(run: Run, key: str, epoch: int) -> float:
    return float(run.values[key][epoch - 1]) if key in run.values else math.nan


def _told(run: Run, epoch: int) -> str:
    """The losses of the epoch, or why there are none."""
    loss, val = _at(run, "loss", epoch), _at(run, "val_loss", epoch)
    if math.isnan(loss):
        return _(
            "Epoch {epoch} of {epochs}: no loss. The training broke in epoch {broke}: no finite number from there on."
        ).format(epoch=epoch, epochs=run.epochs, broke=run.broke)
    if math.isnan(val):
        words = _("Epoch {epoch} of {epochs}: training loss {loss}; without validation data, no gap can be seen.")
        told = words.format(epoch=epoch, epochs=run.epochs, loss=short(loss))
    else:
        words = _("Epoch {epoch} of {epochs}: training loss {loss}, validation loss {val}, a gap of {gap}.")
        told = words.format(epoch=epoch, epochs=run.epochs, loss=short(loss), val=short(val), gap=signed(val - loss))
    if run.broke:
        told += " " + _("The training broke in epoch {broke}: no finite loss from there on.").format(broke=run.broke)
    return told


def _best(run: Run, epoch: int) -> str:
    """Where the watched loss is lowest."""
    if run.best is None:
        return ""
    value = short(_at(run, run.watched, run.best))
    if run.watched == "loss":
        return _("The training loss is lowest, {value}, at epoch {best}.").format(value=value, best=run.best)
    if run.best == epoch:
        return _("No other epoch has a lower validation loss.")
    return _("The validation loss is lowest, {value}, at epoch {best}.").format(value=value, best=run.best)


def _metric(run: Run, metric: str, epoch: int) -> str:
    """The metric's values at the epoch, as far as there are any."""
    train, val = (_at(run, key, epoch) for key in (metric, "val_" + metric))
    if math.isnan(train):
        return ""
    if math.isnan(val):
        return _("{metric}: training {train}.").format(metric=metric, train=short(train))
    return _("{metric}: training {train}, validation {val}.").format(metric=metric, train=short(train), val=short(val))


def _compared(runs: Mapping[str, Run]) -> str:
    """Which run has the lowest validation loss of all."""
    lowest = {
        name: _at(run, run.watched, run.best) for name, run in runs.items() if run.best and run.watched == "val_loss"
    }
    if len(lowest) < 2:
        return ""
    name = min(lowest, key=lowest.__getitem__)
    return _("Of {count} runs, {name} has the lowest validation loss: {value} at epoch {epoch}.").format(
        count=len(runs), name=name, value=short(lowest[name]), epoch=runs[name].best
    )
