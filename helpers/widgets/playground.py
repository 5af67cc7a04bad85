"""Playground: build a network, watch it learn, unit by unit."""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import ipywidgets as widgets
import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure

from helpers.drawing.numbers import short
from helpers.drawing.playground_picture import NAMES, SIZE, PlaygroundPicture
from helpers.maths.activations import ACTIVATIONS
from helpers.maths.checks import whole
from helpers.maths.complaint import Complaint
from helpers.maths.initializers import INITIALIZERS
from helpers.maths.optimizers import OPTIMIZERS
from helpers.maths.playground import (
    BIAS,
    MOST_BATCH,
    MOST_CHANGES,
    MOST_LAYERS,
    MOST_STEPS,
    MOST_UNITS,
    REGULARIZATIONS,
    Change,
    Experiment,
    Inside,
    Losses,
    Trainer,
)
from helpers.maths.point_sets import FEATURES, LIMIT, POINT_SETS
from helpers.widgets.explorer import Explorer
from helpers.widgets.playground_words import describe
from helpers.words import _

RATES = (0.00001, 0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
PENALTIES = (0.0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
SPEEDS = ("fast", "epoch", "step")  # what a tick of Play trains
VIEWS = ("weights", "gradients")
CHUNK = 0.035  # seconds of training a tick
TICK_MS = 60
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

    def __init__(self, **fields: Any) -> None:
        self._trainer: Trainer | None = None
        self._laid_out: object = None
        super().__init__(**fields)

    def compute(self, state: PlaygroundState) -> Result:
        """Train to the step asked for: on from where the trainer stands if that is the way, else from the start."""
        steps = whole("steps", state.steps, 0, MOST_STEPS)
        experiment = state.experiment
        _known("show", state.show, VIEWS)
        _known("unit", state.unit, [name for layer in experiment.units for name in layer])
        trainer = self._trainer
        if trainer is None or trainer.step > steps or not trainer.change(experiment):
            trainer = Trainer(experiment)
        trainer.train(steps)
        self._trainer = trainer
        return Result(state, trainer, trainer.losses(), trainer.inside(), trainer.maps(_POINTS))

    # Controls.

    def make_controls(self) -> dict[str, widgets.Widget]:
        """What one reaches for first: the training, then the data, the network, the view."""

        def look(width: int) -> dict:
            return {"layout": widgets.Layout(width=f"{width}px"), "style": {"description_width": "initial"}}

        def menu(words: str, options: Iterable, width: int) -> widgets.Dropdown:
            return widgets.Dropdown(description=words, options=list(options), **look(width))

        def slider(words: str, low: int, high: int, step: int, width: int) -> widgets.IntSlider:
            return widgets.IntSlider(description=words, min=low, max=high, step=step, **look(width))

        def check(words: str) -> widgets.Checkbox:
            return widgets.Checkbox(description=words, indent=False, layout=widgets.Layout(width="auto"))

        controls: dict[str, widgets.Widget] = {
            "learning_rate": widgets.SelectionSlider(
                description=_("learning rate"), options=RATES, value=0.1, **look(250)
            ),
            "optimizer": menu(_("optimizer"), OPTIMIZERS, 190),
            "activation": menu(_("activation"), ACTIVATIONS, 190),
            "initializer": menu(_("initializer"), INITIALIZERS, 225),
            "regularization": menu(_("penalty"), REGULARIZATIONS, 130),
            "regularization_rate": menu("λ", PENALTIES, 100),
            "data": menu(_("data"), POINT_SETS, 150),
            "noise": slider(_("noise %"), 0, 50, 5, 200),
            "train_percent": slider(_("to train on %"), 10, 90, 10, 230),
            "batch_size": slider(_("batch size"), 1, MOST_BATCH, 1, 230),
            "seed": slider(_("seed"), 0, 50, 1, 170),
        }
        controls |= {
            name: widgets.ToggleButton(description=NAMES[name], layout=widgets.Layout(width="62px", margin="2px"))
            for name in FEATURES
        }
        controls["layers"] = slider(_("hidden layers"), 0, MOST_LAYERS, 1, 220)
        controls |= {
            f"units_{layer}": widgets.BoundedIntText(min=1, max=MOST_UNITS, value=2, layout=widgets.Layout(width="52px"))
            for layer in range(1, MOST_LAYERS + 1)
        }
        views = [(_("weights"), "weights"), (_("gradients"), "gradients")]
        controls["show"] = menu(_("lines show"), views, 190)
        controls["unit"] = menu(_("large map"), [OUT], 160)
        controls["discretize"] = check(_("two colours only"))
        controls["test_points"] = check(_("test points"))
        return controls

    def arrange(self, controls: dict[str, widgets.Widget]) -> list[widgets.Widget]:
        """Return the rows: play and the training; the data; the network; the view and one weight of it."""
        self._make_player()
        self._make_editor()
        units = [controls[f"units_{layer}"] for layer in range(1, MOST_LAYERS + 1)]
        rows = [
            [self.play, self.one, self.epoch, self.restart, self.speed],
            [controls[name] for name in ("learning_rate", "optimizer", "activation")],
            [controls[name] for name in ("initializer", "regularization", "regularization_rate", "batch_size")],
            [controls[name] for name in ("data", "noise", "train_percent", "seed")],
            [controls[name] for name in FEATURES],
            [controls["layers"], *units],
            [controls[name] for name in ("unit", "show", "discretize", "test_points")],
            [self.weight, self.value],
        ]
        wide = {"flex_flow": "row wrap", "width": "100%", "align_items": "center"}
        return [widgets.HBox(row, layout=widgets.Layout(**wide)) for row in rows]

    def _make_player(self) -> None:
        """Play, one batch, one epoch, from the start again; how much a tick trains."""
        self.play = widgets.Play(
            description=_("Play"), min=0, max=2**31 - 1, interval=TICK_MS, show_repeat=False, value=0
        )
        self.play.observe(lambda change: self._tick(), names="value")

        def button(words: str, icon: str, act: Any) -> widgets.Button:
            made = widgets.Button(description=words, icon=icon, layout=widgets.Layout(width="auto"))
            made.on_click(lambda _button: act())
            return made

        self.one = button(_("one batch"), "step-forward", lambda: self.advance(1))
        self.epoch = button(_("one epoch"), "fast-forward", lambda: self.advance(self._trainer.steps_per_epoch))
        self.restart = button(_("From step 0"), "backward", self.to_start)
        self.speed = widgets.Dropdown(
            description=_("a tick is"),
            options=list(zip((_("as fast as it can"), _("one epoch"), _("one batch")), SPEEDS, strict=True)),
            layout=widgets.Layout(width="220px"),
            style={"description_width": "initial"},
        )

    def _make_editor(self) -> None:
        """One weight or bias into the unit that is shown large, to look at and to change."""
        style = {"description_width": "initial"}
        self.weight = widgets.Dropdown(description=_("weight"), layout=widgets.Layout(width="230px"), style=style)
        self.value = widgets.FloatText(
            description=_("value"), step=0.1, layout=widgets.Layout(width="160px"), style=dict(style)
        )
        self.weight.observe(lambda change: self._show_weight(), names="value")
        self.value.observe(lambda change: self._edit(change["new"]), names="value")

    def read_controls(self) -> PlaygroundState:
        """Return the state that the controls stand at.

        Another learning rate goes on from here; all else that decides the training begins at step 0.
        """
        value = {name: control.value for name, control in self.controls.items()}
        now = self.state
        features = tuple(name for name in FEATURES if value[name])
        hidden = tuple(value[f"units_{layer}"] for layer in range(1, value["layers"] + 1))
        own = {field.name for field in dataclasses.fields(PlaygroundState)}
        new = dataclasses.replace(
            now, features=features, hidden=hidden, **{name: value[name] for name in own & value.keys()}
        )
        new = dataclasses.replace(new, learning_rate=now.learning_rate)
        if dataclasses.replace(new, unit=now.unit).experiment != now.experiment:
            known = [name for layer in _units(features, hidden) for name in layer]
            new = dataclasses.replace(new, steps=0, changes=(), unit=new.unit if new.unit in known else OUT)
        if value["learning_rate"] == self._rate(now):
            return new
        if new.steps == 0:
            return dataclasses.replace(new, learning_rate=value["learning_rate"])
        change = (new.steps, "learning_rate", value["learning_rate"])
        return dataclasses.replace(new, changes=(*new.changes, change))

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
            control = controls[f"units_{layer}"]
            control.layout.display = None if layer <= len(state.hidden) else "none"
            if layer <= len(state.hidden):
                control.value = state.hidden[layer - 1]
        names = [(_("the answer"), OUT), *((NAMES.get(name, name), name) for name in self._names(state) if name != OUT)]
        if tuple(controls["unit"].options) != tuple(names):
            controls["unit"].options = names
        for name in ("data", "noise", "train_percent", "batch_size", "seed", "activation", "initializer"):
            controls[name].value = getattr(state, name)
        for name in ("optimizer", "regularization", "unit", "show", "discretize", "test_points"):
            controls[name].value = getattr(state, name)
        self._offer_weights(state)

    @staticmethod
    def _names(state: PlaygroundState) -> list[str]:
        return [name for layer in _units(state.features, state.hidden) for name in layer]

    @staticmethod
    def _rate(state: PlaygroundState) -> float:
        """The learning rate of the step that comes next."""
        later = [value for at, what, value in state.changes if what == "learning_rate" and at <= state.steps]
        return float(later[-1] if later else state.learning_rate)

    # Training.

    def advance(self, steps: int) -> None:
        """Train ``steps`` batches more."""
        with self._lock:
            self._go_on(min(self.state.steps + steps, MOST_STEPS))

    def to_start(self) -> None:
        """Back to step 0 of this experiment, without the changes that were made on the way."""
        with self._lock:
            self.stop()
            self.set(steps=0, changes=())

    def stop(self) -> None:
        """Pause."""
        name = "playing" if self.play.has_trait("playing") else "_playing"  # ipywidgets 8, 7
        setattr(self.play, name, False)

    def reset(self) -> None:
        """Go back to the state that the playground was made with, and pause."""
        self.stop()
        super().reset()

    def _tick(self) -> None:
        """One tick of Play: a chunk of training that leaves time for its picture."""
        with self._lock:
            speed, each = self.speed.value, self._trainer.steps_per_epoch
            before = self.state.steps
            if speed == "fast":
                self._trainer.train(MOST_STEPS, CHUNK)
                self._go_on(self._trainer.step)
            else:
                self.advance(each if speed == "epoch" else 1)
            if self.state.steps == before or self._trainer.diverged is not None:
                self.stop()

    def _go_on(self, steps: int) -> None:
        if self._update(dataclasses.replace(self.state, steps=steps)):
            self._show_weight()

    # One weight.

    def _offer_weights(self, state: PlaygroundState) -> None:
        """Name what leads into the unit that is shown large."""
        units = _units(state.features, state.hidden)
        layer = next(number for number, names in enumerate(units) if state.unit in names)
        names = [f"{source}→{state.unit}" for source in units[layer - 1]] + [f"{BIAS}→{state.unit}"] if layer else []
        self.weight.layout.display = self.value.layout.display = None if names else "none"
        if tuple(self.weight.options) != tuple(names):
            self.weight.options = names
        self._show_weight()

    def _show_weight(self) -> None:
        """Write the weight's value into its field."""
        trainer, name = self._trainer, self.weight.value
        if trainer is None or name not in trainer.experiment.weights:
            return
        parameter, place = trainer.experiment.weights[name]
        before, self._quiet = self._quiet, True
        self.value.value = round(float(trainer.parameters[parameter][place]), 4)
        self._quiet = before

    def _edit(self, value: float) -> None:
        """Take the learner's value from this step on."""
        with self._lock:
            if self._quiet or not self.weight.value:
                return
            if len(self.state.changes) >= MOST_CHANGES:
                return self._complain(_("Too many changes by hand: begin again at step 0."))
            change = (self.state.steps, self.weight.value, value)
            self._update(dataclasses.replace(self.state, changes=(*self.state.changes, change)))

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
        headline = f"step {trainer.step:,}   epoch {trainer.step / trainer.steps_per_epoch:,.1f}"
        title = "output" if state.unit == OUT else f"unit {NAMES.get(state.unit, state.unit)}"
        self.picture.set_words(headline, title, _told(result.losses), (sizes, [*deads, ""]))
        dead = np.concatenate([np.zeros(len(units[0]), bool), *result.inside.dead])
        self.picture.mark(None if state.unit == OUT else chosen, dead)

    def describe(self, result: Result) -> str:
        """Say how far the training is, how well it does, what stands in its way."""
        return describe(result.state, result.trainer, result.losses, result.inside)


def _units(features: tuple[str, ...], hidden: tuple[int, ...]) -> tuple[tuple[str, ...], ...]:
    return Experiment(features=features or ("x1",), hidden=hidden).units


def _known(argument: str, value: Any, known: Iterable[str]) -> None:
    if value not in (names := list(known)):
        raise Complaint("{argument} must be one of {known}, not {name}", argument=argument, known=", ".join(names), name=value)


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
