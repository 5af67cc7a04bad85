"""One step of an optimizer taken apart: what it computes, from what, with formulas and numbers, for a drawing."""

import re
from dataclasses import dataclass, fields, replace
from functools import lru_cache

import numpy as np

from helpers.maths.optimizers import OPTIMIZERS
from helpers.maths.surfaces import SURFACES
from helpers.maths.update_rule import Optimizer, Slots, Terms
from helpers.words import N_

LOST = 1e9  # a weight beyond this will not come back
NAMES = {
    "sgd": "SGD",
    "momentum": "momentum",
    "nesterov": "Nesterov",
    "adagrad": "Adagrad",
    "rmsprop": "RMSprop",
    "adadelta": "Adadelta",
    "adam": "Adam",
    "adamw": "AdamW",
    "nadam": "Nadam",
}
# Of the size of the map an Adam with this rate goes in a step; Adagrad slows down, so it starts faster.
_STRIDES = {"adagrad": 1 / 8, "rmsprop": 1 / 30, "adam": 1 / 20, "adamw": 1 / 20, "nadam": 1 / 20}
_OWN_NAMES = {"learning_rate": ("learning_rate",), "momentum": ("momentum", "beta_1"), "beta_2": ("beta_2", "rho")}


@dataclass(frozen=True)
class Step:
    """Step ``t`` (from 1) of a walk: weights and gradient (2,) before it, slots before and after it, new weights."""

    t: int
    w: np.ndarray
    gradient: np.ndarray
    before: Slots
    after: Slots
    moved: np.ndarray


@dataclass(frozen=True)
class Quantity:
    """A pair of numbers, one for each weight, that a step computes.

    ``formula`` says how, from the quantities ``needs``, and ``number`` ends it where one changes with every step.
    ``level`` counts from the top, ``column`` is −1, 0 or 1.
    ``role`` is gradient, moment, update, weights, or nothing.
    """

    key: str
    name: str
    formula: str
    values: np.ndarray
    level: int
    column: int = 0
    needs: tuple[str, ...] = ()
    role: str = ""
    number: str = ""


@dataclass(frozen=True)
class Walk:
    """The ``steps`` of a rule, ``name``, from the start of a surface, and the quantities of the last of them."""

    name: str
    surface: str
    rule: Optimizer
    steps: tuple[Step, ...]
    quantities: list[Quantity]

    @property
    def losses(self) -> tuple[float, float]:
        """The height of the surface before and after the last step."""
        step, f = self.steps[-1], SURFACES[self.surface].f
        return float(f(*step.w)), float(f(*step.moved))


def own_name(optimizer: str, hyperparameter: str) -> str | None:
    """Return what Keras calls ``hyperparameter`` (momentum, beta_2) in this optimizer; None where it has no such."""
    if (optimizer, hyperparameter) == ("rmsprop", "momentum"):
        return None  # it can have one; a simple picture has not
    known = {field.name for field in fields(OPTIMIZERS[optimizer])}
    return next((name for name in _OWN_NAMES[hyperparameter] if name in known), None)


def usual_rate(optimizer: str, surface: str) -> float:
    """Return a learning rate with which the walk of ``optimizer`` on ``surface`` is worth looking at."""
    left, right, _bottom, _top = SURFACES[surface].box
    if optimizer == "adadelta":
        return 1.0  # as in the paper, which has none
    if optimizer in _STRIDES:
        return float(f"{(right - left) * _STRIDES[optimizer]:.2g}")
    plain = 0.06 if surface == "ravine" else SURFACES[surface].learning_rate  # zigzags, and yet arrives
    return plain if optimizer == "sgd" else float(f"{plain / 4:.2g}")


def rule_of(optimizer: str, surface: str, **given: float | None) -> Optimizer:
    """Return the rule with the hyperparameters ``given``, usual ones where they are None; others it has not go by."""
    values = {"learning_rate": usual_rate(optimizer, surface)}
    for hyperparameter, value in given.items():
        name = own_name(optimizer, hyperparameter)
        if name is not None and value is not None:
            values[name] = value
    return OPTIMIZERS[optimizer](**values)


class _Walker:
    """The steps of a rule from the start of a surface, as many as were asked for."""

    def __init__(self, rule: Optimizer, surface: str) -> None:
        self._rule, self._ground = rule, SURFACES[surface]
        self._w = np.array(self._ground.start, float)
        self._slots = rule.start(self._w)
        self.steps: tuple[Step, ...] = ()
        self._lost = False

    def go(self, steps: int) -> None:
        """Go on until there are ``steps``, or until the weights are lost."""
        walked = list(self.steps)
        with np.errstate(all="ignore"):
            while len(walked) < steps and not self._lost:
                gradient = np.array(self._ground.gradient(self._w[0], self._w[1]), float)
                moved, slots = self._rule.step(self._w, gradient, self._slots, len(walked) + 1)
                if not (np.abs(moved) <= LOST).all():  # NaN is not either
                    self._lost = True
                    break
                walked.append(Step(len(walked) + 1, self._w, gradient, self._slots, slots, moved))
                self._w, self._slots = moved, slots
        self.steps = tuple(walked)


_walker = lru_cache(maxsize=32)(_Walker)


def walk(rule: Optimizer, surface: str, steps: int) -> tuple[Step, ...]:
    """Return the steps of ``rule`` from the start of ``surface``; fewer than ``steps`` when it loses itself."""
    walker = _walker(rule, surface)
    walker.go(steps)
    return walker.steps[:steps]


# Symbol, name, column and role of the box of each slot that a rule may have a formula for.
_BOXES = {
    "velocity": ("v", N_("velocity"), 0, "moment"),
    "m": ("m", N_("1st moment"), -1, "moment"),
    "accumulator": ("G", N_("sum of squares"), 1, ""),
    "v": ("v", N_("mean square"), 1, ""),
    "direction": ("m̂", N_("corrected"), -1, "moment"),
    "v_hat": ("v̂", N_("corrected"), 1, ""),
    "divided": ("d", N_("divided"), 0, ""),
    "update": ("u", N_("update"), 0, "update"),
}
_SYMBOL = re.compile("[a-zA-Z]\u0302?")


def flow(rule: Optimizer, step: Step) -> list[Quantity]:
    """Return the quantities of one step in the order in which they are computed, the new weights last.

    There is a box for each formula of the rule, one level below the lowest of those whose symbols it names.
    """
    boxes = {box.key: box for box in _first_boxes(rule, step)}
    for slot, formula in rule.formulas.items():
        if slot == "decay":  # comes from the weights: one of the first
            continue
        key, name, column, role = _BOXES[slot]
        number = ""
        if slot in ("direction", "v_hat"):
            name, number = _correction(slot, name, rule.terms(step.t))
        elif slot == "v" and "m" in step.after:
            name = N_("2nd moment")
        elif slot == "divided" and "c" in boxes:  # which stands beside it
            column = -1
        named = dict.fromkeys(_SYMBOL.findall(formula + number))
        so_far = {symbol: symbol if symbol in boxes else symbol + "0" for symbol in named}
        needs = tuple(need for need in so_far.values() if need in boxes)
        level = 1 + max(boxes[need].level for need in needs)
        boxes[key] = Quantity(key, name, formula, _values(slot, step.after), level, column, needs, role, number)
    level = boxes["u"].level + 1
    return [*boxes.values(), Quantity("w", N_("new weights"), "w ← w + Δw", step.moved, level, 0, ("u",), "weights")]


def _first_boxes(rule: Optimizer, step: Step) -> list[Quantity]:
    """The gradient, and what else a step starts from."""
    gradient = Quantity("g", N_("gradient"), "g = ∂E/∂w", step.gradient, 0, role="gradient")
    if "velocity" in rule.formulas:  # stands on the left
        velocity = Quantity("v0", N_("velocity so far"), "v", step.before["velocity"], 0, -1, role="moment")
        return [velocity, replace(gradient, column=1)]
    if "steps" in step.before:
        return [gradient, Quantity("s", N_("mean square of d so far"), "s", step.before["steps"], 1, -1)]
    if "decay" in rule.formulas:
        return [gradient, Quantity("c", N_("decay"), rule.formulas["decay"], step.after["decay"], 3, 1)]
    return [gradient]


def _correction(slot: str, name: str, terms: Terms) -> tuple[str, str]:
    """Name of a corrected moment, and the number of this step that ends its formula."""
    if slot == "v_hat":
        return name, f"{terms.correction:.3g}"
    of_memory, over = terms.of_memory
    if terms.of_gradient is None:
        return name, f"{over:.3g}"
    return N_("ahead"), f"{of_memory / over:.3f}·m + {terms.of_gradient[0] / terms.of_gradient[1]:.3f}·g"


def _values(slot: str, after: Slots) -> np.ndarray:
    if slot == "divided" and slot not in after:  # not all rules divide before the rate
        return after["direction"] / after["denominator"]
    return after[slot]
