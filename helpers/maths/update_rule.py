"""One formula for all optimizers: a rule is the terms that it puts into it.

``Optimizer.step`` applies the formula with the terms of one rule. Who moves many rules at once takes the terms of each
side by side, who explains a step reads them beside the slots. The rules themselves stand in `optimizers.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import ClassVar, NamedTuple

import numpy as np

from helpers.maths.checks import flag
from helpers.maths.errors import InputError

Slots = dict[str, np.ndarray]
Formulas = Mapping[str, str]  # of slots, as textbooks write them
Factor = float | np.ndarray  # of one step; or of many, (steps, 1), where ``terms`` is asked for many


class Memory(NamedTuple):
    """What one step hands to the next, under its name among the slots: memory ← keep · memory + into · news."""

    name: str
    keep: float
    into: float
    start: float = 0.0

    def after(self, slots: Slots, news: np.ndarray) -> np.ndarray:
        """Return the memory after a step that brings ``news``."""
        return _times(self.keep, slots[self.name]) + _times(self.into, news)


class Terms(NamedTuple):
    """What distinguishes one rule from another at step t; ``Optimizer.step`` says where each of them stands.

    A pair is a numerator and a denominator. What a rule does not have is None, or leaves everything as it is.
    """

    scale: float = 1.0
    gradients: Memory | None = None
    of_memory: tuple[Factor, Factor] = (1.0, 1.0)
    of_gradient: tuple[Factor, Factor] | None = None
    squares: Memory | None = None
    correction: Factor = 1.0
    mean: Memory | None = None
    inside: float = 0.0
    outside: Factor = 0.0
    steps: Memory | None = None
    velocity: Memory | None = None
    decay: float | None = None

    @property
    def memories(self) -> list[Memory]:
        """All that is remembered from step to step."""
        known = (self.gradients, self.squares, self.mean, self.steps, self.velocity)
        return [memory for memory in known if memory is not None]


def _times(factor: Factor, values: np.ndarray) -> np.ndarray:
    return values if factor == 1 else factor * values


def _share(values: np.ndarray, pair: tuple[Factor, Factor]) -> np.ndarray:
    numerator, denominator = pair
    values = _times(numerator, values)
    return values if denominator == 1 else values / denominator


def _check(name: str, value: float, below: float) -> None:
    """Complain of ``value`` unless it is a number from 0 up to, not including, ``below``."""
    number = not isinstance(value, bool) and isinstance(value, int | float | np.integer | np.floating)
    if number and 0 <= value < below:
        return
    if below == float("inf"):
        raise InputError("{name} must be a number not below 0, not {value}", name=name, value=value)
    raise InputError(
        "{name} must lie between 0 and {below}, below it, not {value}", name=name, below=below, value=value
    )


@dataclass(frozen=True)
class Optimizer:
    """What all rules have: the learning rate η, checks of the hyperparameters, the formula.

    Raises ValueError naming the hyperparameter that makes no sense.
    """

    learning_rate: float = 0.01
    shares: ClassVar[tuple[str, ...]] = ("momentum", "rho", "beta_1", "beta_2")  # below 1
    formulas: ClassVar[Formulas] = {}  # to be shown beside the numbers

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(field.default, bool):
                flag(field.name, value)
            else:
                _check(field.name, value, below=1.0 if field.name in self.shares else float("inf"))

    def terms(self, t: int | np.ndarray) -> Terms:
        """Return the rule's terms at step ``t`` (from 1); of many steps at once where ``t`` is (steps, 1)."""
        raise NotImplementedError(f"{type(self).__name__} has no terms")

    def start(self, w: np.ndarray) -> Slots:
        """Return the slots before the first step, each of the shape of ``w``."""
        return {memory.name: np.full_like(w, memory.start) for memory in self.terms(1).memories}

    def step(self, w: np.ndarray, gradient: np.ndarray, slots: Slots, t: int) -> tuple[np.ndarray, Slots]:
        """Return the weights and the slots after step ``t`` (from 1); nothing is changed in place.

        m ← keep · m + into · g                            (``gradients``, where the rule has them; without: m̂ = g)
        direction m̂ = of_memory · m + of_gradient · g
        v ← keep · v + into · g²                           (``squares``; without: Δw = scale · m̂)
        v̂ = v / correction, less the square of the ``mean`` gradient
        denominator = √(v̂ + inside) + outside
        Δw = scale · m̂ / denominator                       (where there are ``steps``: times √(steps + inside))
        Δw ← velocity ← keep · velocity + into · Δw        (``velocity``)
        w ← w + Δw + decay · w
        """
        terms = self.terms(t)
        after: Slots = {}
        direction = gradient
        if terms.gradients is not None:
            after[terms.gradients.name] = memory = terms.gradients.after(slots, gradient)
            direction = _share(memory, terms.of_memory)
            if terms.of_gradient is not None:
                direction = direction + _share(gradient, terms.of_gradient)
        after["direction"] = direction
        update = _times(terms.scale, direction) if terms.squares is None else _divide(terms, gradient, slots, after)
        if terms.velocity is not None:
            update = after[terms.velocity.name] = terms.velocity.after(slots, update)
        moved = w + update
        if terms.decay is not None:
            after["decay"] = decay = terms.decay * w
            moved, update = moved + decay, update + decay
        after["update"] = update
        return moved, after


def _divide(terms: Terms, gradient: np.ndarray, slots: Slots, after: Slots) -> np.ndarray:
    """Return the update of a rule that divides by the root of squares; note in ``after`` what it took."""
    assert terms.squares is not None
    v_hat = after[terms.squares.name] = terms.squares.after(slots, gradient**2)
    if terms.correction != 1:
        v_hat = v_hat / terms.correction
    if terms.mean is not None:
        after[terms.mean.name] = mean = terms.mean.after(slots, gradient)
        v_hat = v_hat - mean**2
    denominator = np.sqrt(v_hat + terms.inside if terms.inside else v_hat)
    if terms.outside:
        denominator = denominator + terms.outside
    after |= {"v_hat": v_hat, "denominator": denominator}
    if terms.steps is None:
        return terms.scale * after["direction"] / denominator
    after["divided"] = step = np.sqrt(slots[terms.steps.name] + terms.inside) / denominator * after["direction"]
    after[terms.steps.name] = terms.steps.after(slots, step**2)
    return terms.scale * step
