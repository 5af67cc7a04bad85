"""TrainingBrowser: scrub through the epochs of a finished run: curves, gap, best epoch."""

import dataclasses
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.figure import Figure

from helpers.drawing.page import page
from helpers.maths.checks import one_of
from helpers.widgets.engine.explorer import Explorer
from helpers.widgets.engine.fields import dropdown, float_slider, int_slider
from helpers.widgets.engine.panel import Row
from helpers.widgets.training_runs.model import MOST_EPOCHS, Result, Run, metrics_of, read_runs
from helpers.widgets.training_runs.picture import SIZE, RunsPicture
from helpers.widgets.training_runs.words import describe
from helpers.words import N_

TICK_MS = 300  # long enough to read an epoch's numbers; long runs are played faster
FRAMES = 100  # that playing a long run takes at most


@dataclass(frozen=True)
class TrainingState:
    """The run that is looked at, and the epoch of it.

    ``epoch`` None is the one of the lowest validation loss, ``metric`` None the first metric, ``run`` None the first.
    """

    epoch: int | None = int_slider(
        None,
        1,
        lambda browser, state: browser.run(state).epochs,
        limits=(1, MOST_EPOCHS),
        usual=lambda browser, state: browser.run(state).best or 1,
        label=N_("epoch"),
        width=440,
        tick_ms=TICK_MS,
        by=lambda browser, _state: math.ceil(max(run.epochs for run in browser.runs.values()) / FRAMES),
    )
    smoothing: float = float_slider(0.0, 0, 0.95, 0.05, label=N_("smoothing"), width=260)
    metric: str | None = dropdown(
        None,
        lambda browser, _state: browser.metrics,
        usual=lambda browser, _state: next(iter(browser.metrics), None),
        label=N_("metric"),
        width=220,
    )
    run: str | None = dropdown(
        None,
        lambda browser, _state: list(browser.runs),
        usual=lambda browser, _state: next(iter(browser.runs)),
        label=N_("run"),
        width=220,
    )


class TrainingBrowser(Explorer[TrainingState, Result]):
    """See the epochs of a finished training: its curves, the gap between them, the best epoch.

    ``history`` is what ``model.fit`` returns, or its dict of lists, or a dict of up to six of these by name, to compare
    them. Raises ValueError, in words, for anything else. A run that broke is shown as far as it went.
    """

    State = TrainingState
    describe = staticmethod(describe)
    size = SIZE
    panel = (Row("epoch"),)
    label_width = None
    data_arguments = ("history",)

    def __init__(self, history: Any, **fields: Any) -> None:
        self.history = history
        self.runs = read_runs(history)
        self.metrics = metrics_of(self.runs)
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

    def make_picture(self, figure: Figure) -> RunsPicture:
        """Lay the panels out for all runs."""
        return RunsPicture(page(figure), self.runs)

    def run(self, state: TrainingState) -> Run:
        """Return the run that ``state`` is about, as it was logged."""
        return self.runs[self._name(state)]

    def _name(self, state: TrainingState) -> str:
        return next(iter(self.runs)) if state.run is None else state.run

    def compute(self, state: TrainingState) -> Result:
        """Find run, epoch and metric; InputError for what does not exist."""
        name = one_of("run", self._name(state), self.runs)
        metric = [one_of("metric", state.metric, self.metrics)] if state.metric is not None else self.metrics[:1]
        logged = self.runs[name]
        epoch = (logged.best or 1) if state.epoch is None else min(state.epoch, logged.epochs)
        if self._smoothed[0] != state.smoothing:
            self._smoothed = state.smoothing, {key: run.smoothed(state.smoothing) for key, run in self.runs.items()}
        return Result(self._smoothed[1], name, epoch, ("loss", *metric), logged)

    def follow(self, before: TrainingState, after: TrainingState) -> TrainingState:
        """Open another run at its best epoch."""
        same = self._name(before) == self._name(after)
        return after if same else dataclasses.replace(after, epoch=None)
