"""Playground: build a network, watch it learn, unit by unit."""

import dataclasses
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import ipywidgets as widgets
import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure

from helpers.drawing.numbers import short
from helpers.maths.checks import one_of, whole
from helpers.widgets.engine.explorer import Explorer
from helpers.widgets.playground.controls import (
    EPOCH,
    FAST,
    PENALTIES,
    RATES,
    Player,
    WeightEditor,
    make_controls,
    offer,
    row_of,
    units_of,
)
from helpers.widgets.playground.model import BIAS, MOST_LAYERS, MOST_STEPS, Change, Experiment, Inside, Losses, Trainer
from helpers.widgets.playground.picture import NAMES, SIZE, PlaygroundPicture
from helpers.widgets.playground.point_sets import FEATURES, LIMIT, POINT_SETS
from helpers.widgets.playground.words import describe
from helpers.words import _

VIEWS = ("weights", "gradients")
CHUNK = 0.01, 0.035  # seconds of training a tick, at least and at most
PERIOD = 0.07  # seconds from tick to tick that it is fitted to: picture, messages and the browser need the rest
OUT = "out"
GRIDS = 40  # squares of the large map, in each direction
_GRID = (np.arange(GRIDS) + 0.5) / GRIDS * 2 * LIMIT - LIMIT
_POINTS = np.stack(np.meshgrid(_GRID, -_GRID), axis=-1).reshape(-1, 2)  # the first row is above


@dataclass(frozen=True)
class PlaygroundState:
    """An experiment, how many steps of it are done, and what is shown of it.

    ``changes`` are made on the way: (step, "learning_rate" or the name of a weight, value). ``unit`` is shown large:
    "out", a hidden unit such as "1.2", or a feature. ``show`` is what the lines stand for: weights or gradients.
    """

    data: str = "circle"
    noise: int = 0
    train_percent: int = 50
    batch_size: int = 10
    features: tuple[str, ...] = ("x1", "x2")
    hidden: tuple[int, ...] = (4, 2)
    activation: str = "tanh"
    initializer: str = "glorot_uniform"
    optimizer: str = "sgd"
    learning_rate: float = 0.1
    regularization: str = "none"
    regularization_rate: float = 0.0
    seed: int = 0
    steps: int = 0
    changes: tuple[Change, ...] = ()
    unit: str = OUT
    show: str = "weights"
    discretize: bool = False
    test_points: bool = False

    @property
    def experiment(self) -> Experiment:
        """What of it decides the training."""
        return Experiment(**{field.name: getattr(self, field.name) for field in dataclasses.fields(Experiment)})


@dataclass(frozen=True)
class Result:
    """What is drawn of a trainer as it stands."""

    state: PlaygroundState
    trainer: Trainer
    losses: Losses
    inside: Inside
    maps: list[np.ndarray]  # one a layer, (points of the map, units)


class Playground(Explorer):
    """A network of your making on points in the plane: its maps, weights and losses while it learns.

    Everything that decides a training is a keyword, so ``code`` makes the same network again, to the last digit.
    """

    State = PlaygroundState
    size = SIZE
    scale = 1.25  # still sharp, and a third fewer pixels to draw, send and decode in each of many frames

    def __init__(self, **fields: Any) -> None:
        self._trainer: Trainer | None = None
        self._chunk, self._ticked = CHUNK[0], 0.0
        self._laid_out: object = None
        super().__init__(**fields)

    def compute(self, state: PlaygroundState) -> Result:
        """Train to the step asked for: on from where the trainer stands if that is the way, else from the start."""
        steps = whole("steps", state.steps, 0, MOST_STEPS)
        experiment = state.experiment
        one_of("show", state.show, VIEWS)
        one_of("unit", state.unit, [name for layer in experiment.units for name in layer])
        trainer = self._trainer
        if trainer is None or trainer.step > steps or not trainer.change(experiment):
            trainer = Trainer(experiment)
        trainer.train(steps)
        self._trainer = trainer
        return Result(state, trainer, trainer.losses(), trainer.inside(), trainer.maps(_POINTS))

    # Controls.

    def make_controls(self) -> dict[str, widgets.Widget]:
        """What one reaches for first: the training, then the data, the network, the view."""
        return make_controls()

    def arrange(self, controls: dict[str, widgets.Widget]) -> list[widgets.Widget]:
        """Return the rows: play and the training; the data; the network; the view and one weight of it."""
        self.player = Player(self._tick, self.advance, self.restart)
        self.editor = WeightEditor(self._weight, self._edit)
        units = [units_of(layer) for layer in range(1, MOST_LAYERS + 1)]
        rows = [
            ("learning_rate", "optimizer", "activation"),
            ("initializer", "regularization", "regularization_rate", "batch_size"),
            ("data", "noise", "train_percent", "seed"),
            tuple(FEATURES),
            ("layers", *units),
            ("unit", "show", "discretize", "test_points"),
        ]
        return [self.player, *(row_of([controls[name] for name in row]) for row in rows), self.editor]

    def read_controls(self) -> PlaygroundState:
        """Return the state that the controls stand at.

        Another learning rate goes on from here; all else that decides the training begins at step 0.
        """
        value = {name: control.value for name, control in self.controls.items()}
        now = self.state
        features = tuple(name for name in FEATURES if value[name])
        hidden = tuple(value[units_of(layer)] for layer in range(1, value["layers"] + 1))
        own = {field.name for field in dataclasses.fields(PlaygroundState)}
        new = dataclasses.replace(
            now, features=features, hidden=hidden, **{name: value[name] for name in own & value.keys()}
        )
        new = dataclasses.replace(new, learning_rate=now.learning_rate)
        if _deciding(new) != _deciding(now):
            known = [name for layer in _units(features, hidden) for name in layer]
            unit = new.unit if new.unit in known else OUT
            return dataclasses.replace(new, steps=0, changes=(), unit=unit, learning_rate=value["learning_rate"])
        if value["learning_rate"] == self._rate(now):
            return new
        if now.steps == 0:
            return dataclasses.replace(new, learning_rate=value["learning_rate"])
        change = (now.steps, "learning_rate", value["learning_rate"])
        return dataclasses.replace(new, changes=(*now.changes, change))

    def write_controls(self, state: PlaygroundState) -> None:
        """Set the controls to ``state``; a rate that is not on the slider is put there."""
        controls = self.controls
        rate = self._rate(state)
        for name, wanted, usual in (
            ("learning_rate", rate, RATES),
            ("regularization_rate", state.regularization_rate, PENALTIES),
        ):
            options = tuple(sorted({*usual, wanted}))
            if controls[name].options != options:
                controls[name].options = options
            controls[name].value = wanted
        controls["seed"].max = max(controls["seed"].max, state.seed)
        for name in FEATURES:
            controls[name].value = name in state.features
        controls["layers"].value = len(state.hidden)
        for layer in range(1, MOST_LAYERS + 1):
            control = controls[units_of(layer)]
            control.layout.display = None if layer <= len(state.hidden) else "none"
            if layer <= len(state.hidden):
                control.value = state.hidden[layer - 1]
        names = [(_("the answer"), OUT), *((NAMES.get(name, name), name) for name in self._names(state) if name != OUT)]
        offer(controls["unit"], names)
        for name in ("data", "noise", "train_percent", "batch_size", "seed", "activation", "initializer"):
            controls[name].value = getattr(state, name)
        for name in ("optimizer", "regularization", "unit", "show", "discretize", "test_points"):
            controls[name].value = getattr(state, name)
        self.editor.offer(self._incoming(state))

    @staticmethod
    def _names(state: PlaygroundState) -> list[str]:
        return [name for layer in _units(state.features, state.hidden) for name in layer]

    @staticmethod
    def _rate(state: PlaygroundState) -> float:
        """The learning rate of the step that comes next."""
        later = [value for at, what, value in state.changes if what == "learning_rate" and at <= state.steps]
        return float(later[-1] if later else state.learning_rate)

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
            self.set(steps=0, changes=(), learning_rate=self._rate(self.state))

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
        if self._update(dataclasses.replace(self.state, steps=steps)):
            self.editor.refresh()

    # One weight.

    def _incoming(self, state: PlaygroundState) -> list[str]:
        """Names of the weights that lead into the unit that is shown large."""
        units = _units(state.features, state.hidden)
        layer = next(number for number, names in enumerate(units) if state.unit in names)
        return [f"{source}→{state.unit}" for source in (*units[layer - 1], BIAS)] if layer else []

    def _weight(self, name: str) -> float:
        if self._trainer is None:  # the constructor sets the controls before there is a picture
            return 0.0
        parameter, place = self.trainer.experiment.weights[name]
        return float(self.trainer.parameters[parameter][place])

    def _edit(self, name: str, value: float) -> None:
        """Take the learner's value from this step on."""
        with self._lock:
            self._update(
                dataclasses.replace(self.state, changes=(*self.state.changes, (self.state.steps, name, value)))
            )

    # The picture.

    def scene(self, figure: Figure) -> Iterable[Artist]:
        """One set of axes whose unit is a pixel of the page, y downwards."""
        width, height = self.size
        page = figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(height, 0))
        page.set_axis_off()
        self.picture = PlaygroundPicture(page)
        return self.picture.artists

    def draw(self, result: Result) -> None:
        """Show the maps, lines, points and curves; the network is laid out anew only when it is another."""
        trainer, state = result.trainer, result.state
        experiment = trainer.experiment
        units = experiment.units
        if self._laid_out != units:
            self._laid_out = units
            self.picture.set_network(units)
            self.picture.set_bias_places(experiment.sizes)
            self.stage.invalidate()
        parts = result.inside.gradients if state.show == "gradients" else trainer.parameters
        self.picture.set_links(np.concatenate([part.ravel() for part in parts]))
        maps = [_signed(values, state, place) for place, values in enumerate(result.maps)]
        tiles = [values for layer in maps[:-1] for values in layer]
        names = [name for layer in units for name in layer]
        chosen = names.index(state.unit)
        self.picture.set_maps(tiles, maps[-1][0] if state.unit == OUT else tiles[chosen])
        self.picture.set_points(_groups(trainer, state.test_points))
        steps, train, test = _curves(result)
        self.picture.set_curves(steps, train, test)
        sizes = [f"{size:.0e}" if size else "0" for size in result.inside.sizes]
        deads = [f"{int(dead.sum())}/{len(dead)}" for dead in result.inside.dead]
        epoch = trainer.step / trainer.steps_per_epoch
        rate = f"{state.optimizer}, learning rate {trainer.learning_rate:g}, batches of {state.batch_size}, "
        rate += f"penalty {state.regularization}, λ {state.regularization_rate:g}"
        headline = f"step {trainer.step:,}   epoch {epoch:,.1f}   {rate}"
        title = "output" if state.unit == OUT else f"unit {NAMES.get(state.unit, state.unit)}"
        self.picture.set_words(headline, title, _told(result.losses), (sizes, [*deads, ""]))
        dead = np.concatenate([np.zeros(len(units[0]), bool), *result.inside.dead])
        self.picture.mark(None if state.unit == OUT else chosen, dead)

    def describe(self, result: Result) -> str:
        """Say how far the training is, how well it does, what stands in its way."""
        return describe(result.state, result.trainer, result.losses, result.inside)


def _deciding(state: PlaygroundState) -> list:
    """What begins at step 0 when it is changed."""
    return [getattr(state, field.name) for field in dataclasses.fields(Experiment) if field.name != "changes"]


def _units(features: tuple[str, ...], hidden: tuple[int, ...]) -> tuple[tuple[str, ...], ...]:
    return Experiment(features=features or ("x1",), hidden=hidden).units


def _signed(values: np.ndarray, state: PlaygroundState, layer: int) -> list[np.ndarray]:
    """Return the maps of a layer's units, (GRIDS, GRIDS) from -1 to 1; each spans its own largest value."""
    last = layer == len(state.hidden) + 1
    if last and POINT_SETS[state.data].classes:
        values = 2 * values - 1
    elif not last:
        values = values / np.maximum(np.abs(values).max(axis=0), 1e-9)
    if state.discretize:
        values = np.sign(values)
    return list(np.moveaxis(values.reshape(GRIDS, GRIDS, -1), 2, 0))


def _groups(trainer: Trainer, test: bool) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    split = trainer.split
    kinds = {"train": (split.x_train, split.y_train), "test": (split.x_test, split.y_test)}
    shown = kinds if test else {"train": kinds["train"]}
    classes = trainer.experiment.classes
    return {kind: (x, (2 * y - 1 if classes else y)[:, 0]) for kind, (x, y) in shown.items()}


def _curves(result: Result) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Steps, training losses, test losses: after each epoch, and now."""
    kept = [*result.trainer.curve, (result.trainer.step, result.losses)]
    table = np.array([(step, losses.train, losses.test) for step, losses in kept], float)
    return table[:, 0], table[:, 1], table[:, 2]


def _told(losses: Losses) -> tuple[str, str]:
    both = (("train", losses.train, losses.train_accuracy), ("test", losses.test, losses.test_accuracy))
    lines = [
        f"{kind} loss {short(loss)}" + ("" if accuracy is None else f"   accuracy {accuracy:.3f}")
        for kind, loss, accuracy in both
    ]
    return lines[0], lines[1]
