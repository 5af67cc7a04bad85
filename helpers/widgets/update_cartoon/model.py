"""One step of an optimizer taken apart: what it computes, from what, with formulas and numbers, for a drawing."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from helpers.maths.optimizers import (
    NADAM_DECAY,
    SGD,
    Adadelta,
    Adagrad,
    Adam,
    AdamW,
    Momentum,
    Nadam,
    Nesterov,
    Optimizer,
    RMSprop,
    Slots,
)
from helpers.maths.surfaces import SURFACES

LOST = 1e9  # a weight beyond this will not come back


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

    ``formula`` tells how, from the quantities ``needs``, and ``number`` ends it where one changes with every step.
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


class _Walk:
    """The steps of a rule from the start of a surface, as many as were asked for."""

    def __init__(self, rule: Optimizer, surface: str) -> None:
        self._rule, self._ground = rule, SURFACES[surface]
        self._w = np.array(self._ground.start, float)
        self._slots = rule.start(self._w)
        self.told: tuple[Step, ...] = ()
        self._lost = False

    def go(self, steps: int) -> None:
        """Go on until there are ``steps``, or until the weights are lost."""
        told = list(self.told)
        with np.errstate(all="ignore"):
            while len(told) < steps and not self._lost:
                gradient = np.array(self._ground.gradient(self._w[0], self._w[1]), float)
                moved, slots = self._rule.step(self._w, gradient, self._slots, len(told) + 1)
                if not (np.abs(moved) <= LOST).all():  # NaN is not either
                    self._lost = True
                    break
                told.append(Step(len(told) + 1, self._w, gradient, self._slots, slots, moved))
                self._w, self._slots = moved, slots
        self.told = tuple(told)


_walk = lru_cache(maxsize=32)(_Walk)


def walk(rule: Optimizer, surface: str, steps: int) -> tuple[Step, ...]:
    """Return the steps of ``rule`` from the start of ``surface``; fewer than ``steps`` when it loses itself."""
    walked = _walk(rule, surface)
    walked.go(steps)
    return walked.told[:steps]


def flow(rule: Optimizer, step: Step) -> list[Quantity]:
    """Return the quantities of one step in the order in which they are computed, the new weights last."""
    kind = next(kind for kind in type(rule).__mro__ if kind in _FLOWS)
    middle = _FLOWS[kind](rule, step)  # type: ignore[index]
    first = Quantity("g", "gradient", "g = ∂E/∂w", step.gradient, 0, role="gradient")
    if any(quantity.level == 0 for quantity in middle):  # something is remembered, and stands on the left
        first = replace(first, column=1)
    last = max(quantity.level for quantity in middle) + 1
    new = Quantity("w", "new weights", "w ← w + Δw", step.moved, last, 0, (middle[-1].key,), "weights")
    return [first, *middle, new]


def _update(step: Step, level: int, formula: str, *needs: str) -> Quantity:
    return Quantity("u", "update", f"Δw = {formula}", step.after["update"], level, 0, needs, "update")


def _sgd(rule: SGD, step: Step) -> list[Quantity]:
    return [_update(step, 1, "−ηg", "g")]


def _momentum(rule: Momentum, step: Step) -> list[Quantity]:
    velocity = [
        Quantity("v0", "velocity so far", "v", step.before["velocity"], 0, -1, role="moment"),
        Quantity("v", "velocity", "v ← μv − ηg", step.after["velocity"], 1, 0, ("v0", "g"), "moment"),
    ]
    if isinstance(rule, Nesterov):
        return [*velocity, _update(step, 2, "μv − ηg", "v", "g")]
    return [*velocity, _update(step, 2, "v", "v")]


def _divided(step: Step, formula: str, values: np.ndarray, *needs: str) -> list[Quantity]:
    """The quotient and the update that follows from it, below level 1."""
    return [Quantity("d", "divided", f"d = {formula}", values, 2, 0, needs), _update(step, 3, "−ηd", "d")]


def _adagrad(rule: Adagrad, step: Step) -> list[Quantity]:
    squares = step.after["accumulator"]
    divided = step.gradient / np.sqrt(squares + rule.epsilon)
    return [
        Quantity("G", "sum of squares", "G ← G + g²", squares, 1, 1, ("g",)),
        *_divided(step, "g / √(G + ε)", divided, "g", "G"),
    ]


def _mean_square(step: Step) -> Quantity:
    return Quantity("v", "mean square", "v ← ρv + (1−ρ)g²", step.after["v"], 1, 1, ("g",))


def _rmsprop(rule: RMSprop, step: Step) -> list[Quantity]:
    divided = step.gradient / np.sqrt(step.after["v"] + rule.epsilon)
    return [_mean_square(step), *_divided(step, "g / √(v + ε)", divided, "g", "v")]


def _adadelta(rule: Adadelta, step: Step) -> list[Quantity]:
    v, steps = step.after["v"], step.before["steps"]
    divided = np.sqrt(steps + rule.epsilon) / np.sqrt(v + rule.epsilon) * step.gradient
    return [
        Quantity("s", "mean square of d so far", "s", steps, 1, -1),
        _mean_square(step),
        *_divided(step, "g·√(s + ε) / √(v + ε)", divided, "s", "g", "v"),
    ]


def _moments(rule: Adam, step: Step) -> list[Quantity]:
    """First and second moment, both corrected, and their quotient; Adam's or Nadam's."""
    first, second = (1 - beta**step.t for beta in (rule.beta_1, rule.beta_2))
    slots, m_hat, v_hat = step.after, step.after["m_hat"], step.after["v_hat"]
    corrected = Quantity("m̂", "corrected", "m̂ = m /", m_hat, 2, -1, ("m",), "moment", f"{first:.3g}")
    epsilon = rule.epsilon / np.sqrt(second)
    if isinstance(rule, Nadam):
        corrected = replace(corrected, name="ahead", formula="m̂ =", needs=("m", "g"), number=_nadam_mean(rule, step))
        epsilon = rule.epsilon
    return [
        Quantity("m", "1st moment", "m ← β₁m + (1−β₁)g", slots["m"], 1, -1, ("g",), "moment"),
        Quantity("v", "2nd moment", "v ← β₂v + (1−β₂)g²", slots["v"], 1, 1, ("g",)),
        corrected,
        Quantity("v̂", "corrected", "v̂ = v /", v_hat, 2, 1, ("v",), number=f"{second:.3g}"),
        Quantity("d", "divided", "d = m̂ / (√v̂ + ε)", m_hat / (np.sqrt(v_hat) + epsilon), 3, 0, ("m̂", "v̂")),
    ]


def _nadam_mean(rule: Adam, step: Step) -> str:
    """How much of m and of g there is in Nadam's m̂."""
    now, ahead = (rule.beta_1 * (1 - 0.5 * NADAM_DECAY**t) for t in (step.t, step.t + 1))
    product = float(step.after["product"])
    return f"{ahead / (1 - product * ahead):.3f}·m + {(1 - now) / (1 - product):.3f}·g"


def _adam(rule: Adam, step: Step) -> list[Quantity]:
    return [*_moments(rule, step), _update(step, 4, "−ηd", "d")]


def _adamw(rule: AdamW, step: Step) -> list[Quantity]:
    *moments, divided = _moments(rule, step)
    decay = Quantity("c", "decay", "c = −ηλw", step.after["decay"], 3, 1)
    return [*moments, replace(divided, column=-1), decay, _update(step, 4, "−ηd + c", "d", "c")]


_FLOWS: dict[type, Callable[..., list[Quantity]]] = {
    SGD: _sgd,
    Momentum: _momentum,
    Adagrad: _adagrad,
    RMSprop: _rmsprop,
    Adadelta: _adadelta,
    AdamW: _adamw,
    Adam: _adam,
}
