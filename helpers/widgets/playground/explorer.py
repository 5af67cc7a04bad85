"""Playground: build a network, watch it learn, unit by unit."""

import time
from dataclasses import replace
from typing import Any

import ipywidgets as widgets
import numpy as np

from helpers.maths.checks import one_of
from helpers.widgets.engine.explorer import Explorer
from helpers.widgets.engine.panel import Row
from helpers.widgets.playground.experiment import BIAS, MOST_STEPS, OUT
from helpers.widgets.playground.model import Trainer
from helpers.widgets.playground.picture import GRIDS, SIZE, PlaygroundPicture
from helpers.widgets.playground.player import EPOCH, FAST, Player, WeightEditor
from helpers.widgets.playground.point_sets import LIMIT
from helpers.widgets.playground.state import PlaygroundState, Result, units_of
from helpers.widgets.playground.words import describe

CHUNK = 0.01, 0.035  # seconds of training a tick, at least and at most
PERIOD = 0.07  # seconds from tick to tick that it is fitted to: picture, messages and the browser need the rest
_GRID = (np.arange(GRIDS) + 0.5) / GRIDS * 2 * LIMIT - LIMIT
_POINTS = np.stack(np.meshgrid(_GRID, -_GRID), axis=-1).reshape(-1, 2)  # the first row is above


class Playground(Explorer[PlaygroundState, Result]):
    """A network of your making on points in the plane: its maps, weights and losses while it learns.

    Everything that decides a training is a keyword, so ``code`` makes the same network again, to the last digit.
    """

    State = PlaygroundState
    Picture = PlaygroundPicture
    describe = staticmethod(describe)
    size = SIZE
    scale = 1.25  # still sharp, and a third fewer pixels to draw, send and decode in each of many frames
    label_width = None
    panel = (
        Row("learning_rate", "optimizer", "activation"),
        Row("initializer", "regularization", "regularization_rate", "batch_size"),
        Row("data", "noise", "train_percent", "seed"),
        Row("features"),
        Row("hidden"),
        Row("unit", "show", "discretize", "test_points"),
    )

    def __init__(self, **fields: Any) -> None:
        self._trainer: Trainer | None = None
        self._chunk, self._ticked = CHUNK[0], 0.0
        self.player = Player(self._tick, self.advance, self.restart)
        self.editor = WeightEditor(self._weight, self._edit)
        super().__init__(**fields)

    def arrange(self) -> list[widgets.Widget]:
        """Return what one reaches for first: the player; then training, data, network, view, and one weight of it."""
        return [self.player, *super().arrange(), self.editor]

    def compute(self, state: PlaygroundState) -> Result:
        """Train to the step asked for: on from where the trainer stands if that is the way, else from the start."""
        one_of("unit", state.unit, units_of(self, state))
        trainer = self._trainer
        if trainer is None or not trainer.change(state) or trainer.step > state.steps:
            trainer = Trainer(state)
        trainer.train(state.steps)
        self._trainer = trainer
        return Result(state, trainer.progress(), trainer.maps(_POINTS))

    def draw(self, result: Result) -> None:
        """Show the result, and the weights that lead into the unit that is shown large."""
        super().draw(result)
        units = result.state.units
        layer = next(number for number, names in enumerate(units) if result.state.unit in names)
        sources = (*units[layer - 1], BIAS) if layer else ()
        self.editor.offer([f"{source}→{result.state.unit}" for source in sources])

    def follow(self, before: PlaygroundState, after: PlaygroundState) -> PlaygroundState:
        """Begin at step 0 with all that decides the training; another learning rate goes on from here."""
        if replace(after, learning_rate=before.learning_rate).deciding == before.deciding:
            return after
        unit = after.unit if after.unit in units_of(self, after) else OUT
        return replace(after, steps=0, changes=(), unit=unit, learning_rate=before.rate)

    # Training.

    @property
    def trainer(self) -> Trainer:
        """The training as it stands: points, network, curve."""
        assert self._trainer is not None  # the constructor shows a first picture
        return self._trainer

    def advance(self, what: str) -> None:
        """Train one "batch" or one "epoch" more."""
        with self._lock:
            steps = self.trainer.steps_per_epoch if what == EPOCH else 1
            self._go_to(min(self.state.steps + steps, MOST_STEPS))

    def restart(self) -> None:
        """Back to step 0 of this experiment, without the changes that were made on the way."""
        with self._lock:
            self.player.stop()
            self.set(steps=0, changes=(), learning_rate=self.state.rate)

    def reset(self) -> None:
        """Go back to the state that the playground was made with, and pause."""
        self.player.stop()
        super().reset()

    def _tick(self) -> None:
        """One tick of Play: a chunk of training that leaves time for its picture."""
        with self._lock:
            before = self.state.steps
            if self.player.speed.value == FAST:
                self.trainer.train(MOST_STEPS, self._fitting())
                self._go_to(self.trainer.step)
            else:
                self.advance(self.player.speed.value)
            if self.state.steps == before or self.trainer.diverged is not None:
                self.player.stop()

    def _fitting(self) -> float:
        """Seconds to train in this tick: more where the last ones came early, less where the machine is slow."""
        now = time.perf_counter()
        late = min(now - self._ticked, 2 * PERIOD) - PERIOD  # after a pause, too
        self._chunk, self._ticked = float(np.clip(self._chunk - 0.2 * late, *CHUNK)), now
        return self._chunk

    def _go_to(self, steps: int) -> None:
        """Show the training at ``steps``; the controls stay as they are."""
        self._update(replace(self.state, steps=steps))

    def _weight(self, name: str) -> float:
        parameter, place = self.trainer.experiment.weights[name]
        return float(self.trainer.parameters[parameter][place])

    def _edit(self, name: str, value: float) -> None:
        """Take the learner's value from this step on."""
        with self._lock:
            self._update(replace(self.state, changes=(*self.state.changes, (self.state.steps, name, value))))
