"""What decides a training of the playground: one declaration a field, and the names of its units and weights."""

from dataclasses import dataclass, fields, replace
from itertools import pairwise
from typing import Any

from helpers.maths.activations import ACTIVATIONS
from helpers.maths.checks import number, several, whole
from helpers.maths.errors import InputError
from helpers.maths.initializers import INITIALIZERS
from helpers.maths.optimizers import OPTIMIZERS
from helpers.widgets.engine import fields as declarations
from helpers.widgets.engine.fields import checkboxes, dropdown, int_slider, sequence
from helpers.widgets.playground.point_sets import MOST_NOISE, MOST_SEED, NAMES, POINT_SETS, TRAIN_PERCENT
from helpers.words import N_

MOST_LAYERS, MOST_UNITS = 6, 8
MOST_STEPS = 100_000
MOST_CHANGES = 200
RATES = (0.00001, 0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
PENALTIES = (0.0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
FAR = 1e6  # a weight beyond it does not come back
BIAS, OUT, RATE = "bias", "out", "learning_rate"

Change = tuple[int, str, float]  # at which step, what, its new value


def _rate(state: "Experiment") -> float:
    return state.rate


def _with_rate(state: Any, rate: float) -> Any:
    return state.with_rate(rate)


@dataclass(frozen=True)
class Experiment:
    """All that decides a training, and how many of its steps are done; `check` says whether it makes sense.

    ``changes`` are made while it runs: (step, "learning_rate", value) or (step, name of a weight, value).
    """

    data: str = dropdown("circle", list(POINT_SETS), label=N_("data"), width=150)
    noise: int = int_slider(0, 0, MOST_NOISE, 5, label=N_("noise %"), width=210)
    train_percent: int = int_slider(50, *TRAIN_PERCENT, 10, label=N_("to train on %"), width=240)
    batch_size: int = int_slider(10, 1, 100, label=N_("batch size"), width=250)
    features: tuple[str, ...] = checkboxes(("x1", "x2"), NAMES, buttons=True)
    hidden: tuple[int, ...] = sequence(
        (4, 2),
        int_slider(2, 1, MOST_UNITS, typed=True, label="{number}", width=82, label_width=18),
        0,
        MOST_LAYERS,
        first=1,
        count_label=N_("hidden layers"),
        width=250,
    )
    activation: str = dropdown("tanh", list(ACTIVATIONS), label=N_("activation"), width=190)
    initializer: str = dropdown("glorot_uniform", list(INITIALIZERS), label=N_("initializer"), width=225)
    optimizer: str = dropdown("sgd", list(OPTIMIZERS), label=N_("optimizer"), width=190)
    learning_rate: float = dropdown(
        0.1, RATES, scrub=True, limits=(0, 100), shows=_rate, sets=_with_rate, label=N_("learning rate"), width=250
    )
    regularization: str = dropdown("none", ("none", "l1", "l2"), label=N_("penalty"), width=130)
    regularization_rate: float = dropdown(0.0, PENALTIES, limits=(0, 10), label="λ", width=100)
    seed: int = int_slider(0, 0, 50, limits=(0, MOST_SEED), label=N_("seed"), width=190)
    steps: int = 0
    changes: tuple[Change, ...] = ()

    @property
    def deciding(self) -> tuple:
        """What a training begins anew with when it changes: all but its length and the changes on the way."""
        return tuple(
            getattr(self, field.name) for field in fields(Experiment) if field.name not in ("steps", "changes")
        )

    @property
    def rate(self) -> float:
        """The learning rate of the step that comes next."""
        later = [value for at, what, value in self.changes if what == RATE and at <= self.steps]
        return later[-1] if later else self.learning_rate

    def with_rate(self, rate: float) -> "Experiment":
        """Return the experiment that goes on from here with another learning rate."""
        if self.steps == 0:
            return replace(self, learning_rate=rate)
        return replace(self, changes=(*self.changes, (self.steps, RATE, rate)))

    @property
    def classes(self) -> bool:
        """Whether there are two classes to tell apart, or a number to hit."""
        return POINT_SETS[self.data].classes

    @property
    def sizes(self) -> tuple[int, ...]:
        """Inputs, units of each hidden layer, the one output."""
        return (len(self.features), *self.hidden, 1)

    @property
    def units(self) -> tuple[tuple[str, ...], ...]:
        """Names of the units, layer by layer: the features, 1.1, 1.2 and so on, out."""
        hidden = [tuple(f"{layer}.{unit}" for unit in range(1, n + 1)) for layer, n in enumerate(self.hidden, start=1)]
        return (self.features, *hidden, (OUT,))

    @property
    def weights(self) -> dict[str, tuple[int, tuple[int, ...]]]:
        """Every weight and bias by name, such as x1→1.2 and bias→out: which parameter it is in, and where there."""
        places: dict[str, tuple[int, tuple[int, ...]]] = {}
        for layer, (before, behind) in enumerate(pairwise(self.units)):
            for unit, name in enumerate(behind):
                places |= {f"{source}→{name}": (2 * layer, (at, unit)) for at, source in enumerate(before)}
                places[f"{BIAS}→{name}"] = (2 * layer + 1, (unit,))
        return places


def check(experiment: Experiment) -> None:
    """Raise InputError naming the first field of ``experiment`` that makes no sense."""
    declarations.check(experiment)
    names = experiment.features
    if not names:
        raise InputError("features is empty: the network needs one input at least")
    if len(set(names)) < len(names):
        raise InputError("features names an input twice: {names}", names=", ".join(names))
    whole("steps", experiment.steps, 0, MOST_STEPS)
    known, before = experiment.weights, 0
    for change in several("changes", experiment.changes, 0, MOST_CHANGES):
        if not isinstance(change, tuple) or len(change) != 3:
            raise InputError("a change is (step, what, value), not {value}", value=change)
        at, what, value = change
        before = whole("step of a change", at, before, MOST_STEPS)
        if what == RATE:
            number(RATE, value, 0, 100)
        elif what in known:
            number(what, value, -FAR, FAR)
        else:
            raise InputError("there is no weight called {name} in this network", name=what)
