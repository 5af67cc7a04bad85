"""Update rules, one step at a time, with the names, the defaults and the numbers of Keras 3.

A rule is a frozen dataclass of hyperparameters. ``slots = rule.start(w)``, then for t = 1, 2, …
``w, slots = rule.step(w, gradient, slots, t)``. Arrays of any shape go through: everything is element-wise. The slots
hold all that a rule did on the way, so that a drawing can explain it.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

import numpy as np

from helpers.maths.update_rule import Formulas, Memory, Optimizer, Terms

NADAM_DECAY = 0.96  # of its momentum's schedule: Dozat (2016), section 3


@dataclass(frozen=True)
class SGD(Optimizer):
    """w ← w − η g: Robbins and Monro (1951)."""

    formulas: ClassVar[Formulas] = {"update": "Δw = −ηg"}

    def terms(self, t: int | np.ndarray) -> Terms:
        """Go down the gradient."""
        return Terms(scale=-self.learning_rate)


@dataclass(frozen=True)
class Momentum(Optimizer):
    """The step becomes a velocity that friction slows down: Polyak (1964)."""

    momentum: float = 0.9
    formulas: ClassVar[Formulas] = {"velocity": "v ← μv − ηg", "update": "Δw = v"}

    def terms(self, t: int | np.ndarray) -> Terms:
        """Add to the velocity and go along it."""
        return Terms(gradients=Memory("velocity", self.momentum, -self.learning_rate))


@dataclass(frozen=True)
class Nesterov(Momentum):
    """Momentum that looks ahead: Nesterov (1983), in the form of Sutskever et al. (2013) and Bengio et al. (2013)."""

    formulas: ClassVar[Formulas] = {**Momentum.formulas, "update": "Δw = μv − ηg"}

    def terms(self, t: int | np.ndarray) -> Terms:
        """Add to the velocity and go where it would be after one more step."""
        return super().terms(t)._replace(of_memory=(self.momentum, 1.0), of_gradient=(-self.learning_rate, 1.0))


@dataclass(frozen=True)
class Adagrad(Optimizer):
    """Each weight has its own rate, which only ever falls: Duchi, Hazan, Singer (2011)."""

    learning_rate: float = 0.001
    initial_accumulator_value: float = 0.1
    epsilon: float = 1e-7
    formulas: ClassVar[Formulas] = {"accumulator": "G ← G + g²", "divided": "d = g / √(G + ε)", "update": "Δw = −ηd"}

    def terms(self, t: int | np.ndarray) -> Terms:
        """Divide by the root of all squares so far, whose sum does not begin at zero."""
        squares = Memory("accumulator", 1.0, 1.0, self.initial_accumulator_value)
        return Terms(scale=-self.learning_rate, squares=squares, inside=self.epsilon)


@dataclass(frozen=True)
class RMSprop(Optimizer):
    """Adagrad that forgets: Tieleman and Hinton (2012); with momentum, and centred as by Graves (2013), where asked."""

    learning_rate: float = 0.001
    rho: float = 0.9
    momentum: float = 0.0
    epsilon: float = 1e-7
    centered: bool = False
    formulas: ClassVar[Formulas] = {"v": "v ← ρv + (1−ρ)g²", "divided": "d = g / √(v + ε)", "update": "Δw = −ηd"}

    def terms(self, t: int | np.ndarray) -> Terms:
        """Divide by the root of the mean square of late."""
        return Terms(
            scale=-self.learning_rate,
            squares=Memory("v", self.rho, 1 - self.rho),
            mean=Memory("mean", self.rho, 1 - self.rho) if self.centered else None,
            inside=self.epsilon,
            velocity=Memory("velocity", self.momentum, 1.0) if self.momentum else None,
        )


@dataclass(frozen=True)
class Adadelta(Optimizer):
    """Steps measured in units of the steps before: Zeiler (2012)."""

    learning_rate: float = 0.001
    rho: float = 0.95
    epsilon: float = 1e-7
    formulas: ClassVar[Formulas] = {
        "v": RMSprop.formulas["v"],
        "divided": "d = g·√(s + ε) / √(v + ε)",
        "update": "Δw = −ηd",
    }

    def terms(self, t: int | np.ndarray) -> Terms:
        """Multiply by the root mean square of the steps, divide by that of the gradients."""
        squares, steps = (Memory(name, self.rho, 1 - self.rho) for name in ("v", "steps"))
        return Terms(scale=-self.learning_rate, squares=squares, inside=self.epsilon, steps=steps)


@dataclass(frozen=True)
class Adam(Optimizer):
    """Momentum and a rate for each weight, both freed of their start at zero: Kingma and Ba (2015).

    ε stands where Keras has it, beside √v before the correction (their section 2, "efficiency").
    """

    learning_rate: float = 0.001
    beta_1: float = 0.9
    beta_2: float = 0.999
    epsilon: float = 1e-7
    formulas: ClassVar[Formulas] = {
        "m": "m ← β₁m + (1−β₁)g",
        "v": "v ← β₂v + (1−β₂)g²",
        "direction": "m̂ = m /",  # the number follows
        "v_hat": "v̂ = v /",
        "divided": "d = m̂ / (√v̂ + ε)",
        "update": "Δw = −ηd",
    }

    def terms(self, t: int | np.ndarray) -> Terms:
        """Go along the mean gradient, divided by the root mean square."""
        correction = 1 - self.beta_2**t
        return Terms(
            scale=-self.learning_rate,
            gradients=Memory("m", self.beta_1, 1 - self.beta_1),
            of_memory=(1.0, 1 - self.beta_1**t),
            squares=Memory("v", self.beta_2, 1 - self.beta_2),
            correction=correction,
            outside=self.epsilon / np.sqrt(correction),
        )


@dataclass(frozen=True)
class AdamW(Adam):
    """Adam beside a decay of the weights that no gradient scales: Loshchilov and Hutter (2019)."""

    weight_decay: float = 0.004
    formulas: ClassVar[Formulas] = {**Adam.formulas, "decay": "c = −ηλw", "update": "Δw = −ηd + c"}

    def terms(self, t: int | np.ndarray) -> Terms:
        """Shrink the weights, beside Adam."""
        return super().terms(t)._replace(decay=-self.learning_rate * self.weight_decay)


@dataclass(frozen=True)
class Nadam(Adam):
    """Adam that looks ahead as Nesterov does: Dozat (2016), with his schedule 0.5 · 0.96ᵗ of the momentum."""

    formulas: ClassVar[Formulas] = {**Adam.formulas, "direction": "m̂ ="}

    def terms(self, t: int | np.ndarray) -> Terms:
        """Use this gradient and the momentum of the next step."""
        last = t if isinstance(t, int) else int(t.max())
        steps = 1 << last.bit_length()  # more than the last, and seldom another number
        momenta, products = _nadam_schedule(self.beta_1, NADAM_DECAY, steps)
        return (
            super()
            .terms(t)
            ._replace(
                of_memory=(momenta[t + 1], 1 - products[t + 1]),
                of_gradient=(1 - momenta[t], 1 - products[t]),
                outside=self.epsilon,
            )
        )


@lru_cache(maxsize=64)
def _nadam_schedule(beta_1: float, decay: float, steps: int) -> tuple[np.ndarray, np.ndarray]:
    """Return Nadam's momentum at steps 0 to ``steps``, and the product of all momenta up to each."""
    momenta = np.array([1.0, *(beta_1 * (1 - 0.5 * decay**t) for t in range(1, steps + 1))])
    return momenta, np.cumprod(momenta)


OPTIMIZERS: dict[str, type[Optimizer]] = {
    "sgd": SGD,
    "momentum": Momentum,
    "nesterov": Nesterov,
    "adagrad": Adagrad,
    "rmsprop": RMSprop,
    "adadelta": Adadelta,
    "adam": Adam,
    "adamw": AdamW,
    "nadam": Nadam,
}
