"""Update rules, one step at a time, with the names, the defaults and the numbers of Keras 3.

A rule is a frozen dataclass of hyperparameters. ``slots = rule.start(w)``, then for t = 1, 2, …
``w, slots = rule.step(w, gradient, slots, t)``. Arrays of any shape go through: everything is element-wise. The slots
hold all that a rule did on the way, so that a drawing can explain it.
"""

from dataclasses import dataclass, fields
from typing import ClassVar

import numpy as np

from helpers.maths.complaint import Complaint

Slots = dict[str, np.ndarray]

NADAM_DECAY = 0.96  # of its momentum's schedule: Dozat (2016), section 3


def _check(name: str, value: float, below: float) -> None:
    """Complain of ``value`` unless it is a number from 0 up to, not including, ``below``."""
    number = not isinstance(value, bool) and isinstance(value, int | float | np.integer | np.floating)
    if number and 0 <= value < below:
        return
    if below == float("inf"):
        raise Complaint("{name} must be a number not below 0, not {value}", name=name, value=value)
    raise Complaint("{name} must lie between 0 and {below}, below it, not {value}", name=name, below=below, value=value)


@dataclass(frozen=True)
class Optimizer:
    """What all rules have: the learning rate η, checks of the hyperparameters, slots of zeros at the start.

    Raises ValueError naming the hyperparameter that makes no sense.
    """

    learning_rate: float = 0.01
    kept: ClassVar[tuple[str, ...]] = ()  # what one step hands to the next, zeros at first
    shares: ClassVar[tuple[str, ...]] = ("momentum", "rho", "beta_1", "beta_2")  # below 1

    def __post_init__(self) -> None:
        for field in fields(self):
            _check(field.name, getattr(self, field.name), below=1.0 if field.name in self.shares else float("inf"))

    def start(self, w: np.ndarray) -> Slots:
        """Return the slots before the first step, each of the shape of ``w``."""
        return {name: np.zeros_like(w) for name in self.kept}

    def step(self, w: np.ndarray, gradient: np.ndarray, slots: Slots, t: int) -> tuple[np.ndarray, Slots]:
        """Return the weights and the slots after step ``t`` (from 1); nothing is changed in place."""
        raise NotImplementedError


@dataclass(frozen=True)
class SGD(Optimizer):
    """w ← w − η g: Robbins and Monro (1951)."""

    def step(self, w, gradient, slots, t):  # type: ignore[no-untyped-def]
        """Go down the gradient."""
        update = -self.learning_rate * gradient
        return w + update, {"update": update}


@dataclass(frozen=True)
class Momentum(Optimizer):
    """The step becomes a velocity that friction slows down: Polyak (1964)."""

    momentum: float = 0.9
    kept = ("velocity",)

    def step(self, w, gradient, slots, t):  # type: ignore[no-untyped-def]
        """Add to the velocity and go along it."""
        velocity = self.momentum * slots["velocity"] - self.learning_rate * gradient
        return w + velocity, {"velocity": velocity, "update": velocity}


@dataclass(frozen=True)
class Nesterov(Momentum):
    """Momentum that looks ahead: Nesterov (1983), in the form of Sutskever et al. (2013) and Bengio et al. (2013)."""

    def step(self, w, gradient, slots, t):  # type: ignore[no-untyped-def]
        """Add to the velocity and go where it would be after one more step."""
        velocity = self.momentum * slots["velocity"] - self.learning_rate * gradient
        update = self.momentum * velocity - self.learning_rate * gradient
        return w + update, {"velocity": velocity, "update": update}


@dataclass(frozen=True)
class Adagrad(Optimizer):
    """Each weight has its own rate, which only ever falls: Duchi, Hazan, Singer (2011)."""

    learning_rate: float = 0.001
    initial_accumulator_value: float = 0.1
    epsilon: float = 1e-7

    def start(self, w: np.ndarray) -> Slots:
        """Return the sum of squares, which does not begin at zero."""
        return {"accumulator": np.full_like(w, self.initial_accumulator_value)}

    def step(self, w, gradient, slots, t):  # type: ignore[no-untyped-def]
        """Divide by the root of all squares so far."""
        accumulator = slots["accumulator"] + gradient**2
        update = -self.learning_rate * gradient / np.sqrt(accumulator + self.epsilon)
        return w + update, {"accumulator": accumulator, "update": update}


@dataclass(frozen=True)
class RMSprop(Optimizer):
    """Adagrad that forgets: Tieleman and Hinton (2012); with momentum, and centred as by Graves (2013), where asked."""

    learning_rate: float = 0.001
    rho: float = 0.9
    momentum: float = 0.0
    epsilon: float = 1e-7
    centered: bool = False
    kept = ("v", "velocity", "mean")

    def __post_init__(self) -> None:
        for name, below in (("learning_rate", np.inf), ("rho", 1.0), ("momentum", 1.0), ("epsilon", np.inf)):
            _check(name, getattr(self, name), below)

    def step(self, w, gradient, slots, t):  # type: ignore[no-untyped-def]
        """Divide by the root of the mean square of late."""
        v = self.rho * slots["v"] + (1 - self.rho) * gradient**2
        mean = self.rho * slots["mean"] + (1 - self.rho) * gradient if self.centered else slots["mean"]
        scaled = self.learning_rate * gradient / np.sqrt(v - mean**2 + self.epsilon)
        velocity = self.momentum * slots["velocity"] - scaled
        return w + velocity, {"v": v, "velocity": velocity, "mean": mean, "update": velocity}


@dataclass(frozen=True)
class Adadelta(Optimizer):
    """Steps measured in units of the steps before: Zeiler (2012)."""

    learning_rate: float = 0.001
    rho: float = 0.95
    epsilon: float = 1e-7
    kept = ("v", "steps")

    def step(self, w, gradient, slots, t):  # type: ignore[no-untyped-def]
        """Multiply by the root mean square of the steps, divide by that of the gradients."""
        v = self.rho * slots["v"] + (1 - self.rho) * gradient**2
        step = -np.sqrt(slots["steps"] + self.epsilon) / np.sqrt(v + self.epsilon) * gradient
        steps = self.rho * slots["steps"] + (1 - self.rho) * step**2
        update = self.learning_rate * step
        return w + update, {"v": v, "steps": steps, "update": update}


@dataclass(frozen=True)
class Adam(Optimizer):
    """Momentum and a rate for each weight, both freed of their start at zero: Kingma and Ba (2015).

    ε stands where Keras has it, beside √v before the correction (their section 2, "efficiency").
    """

    learning_rate: float = 0.001
    beta_1: float = 0.9
    beta_2: float = 0.999
    epsilon: float = 1e-7
    kept = ("m", "v")

    def step(self, w, gradient, slots, t):  # type: ignore[no-untyped-def]
        """Go along the mean gradient, divided by the root mean square."""
        m = self.beta_1 * slots["m"] + (1 - self.beta_1) * gradient
        v = self.beta_2 * slots["v"] + (1 - self.beta_2) * gradient**2
        m_hat, v_hat = m / (1 - self.beta_1**t), v / (1 - self.beta_2**t)
        epsilon = self.epsilon / np.sqrt(1 - self.beta_2**t)
        update = -self.learning_rate * m_hat / (np.sqrt(v_hat) + epsilon)
        return w + update, {"m": m, "v": v, "m_hat": m_hat, "v_hat": v_hat, "update": update}


@dataclass(frozen=True)
class AdamW(Adam):
    """Adam beside a decay of the weights that no gradient scales: Loshchilov and Hutter (2019)."""

    weight_decay: float = 0.004

    def step(self, w, gradient, slots, t):  # type: ignore[no-untyped-def]
        """Shrink the weights, then Adam."""
        decay = -self.learning_rate * self.weight_decay * w
        moved, slots = super().step(w, gradient, slots, t)
        return moved + decay, {**slots, "decay": decay, "update": slots["update"] + decay}


@dataclass(frozen=True)
class Nadam(Adam):
    """Adam that looks ahead as Nesterov does: Dozat (2016), with his schedule 0.5 · 0.96ᵗ of the momentum."""

    def start(self, w: np.ndarray) -> Slots:
        """Return moments of zero and the product of the momenta, which begins at one."""
        return {**super().start(w), "product": np.ones(())}

    def step(self, w, gradient, slots, t):  # type: ignore[no-untyped-def]
        """Use this gradient and the momentum of the next step."""
        m = self.beta_1 * slots["m"] + (1 - self.beta_1) * gradient
        v = self.beta_2 * slots["v"] + (1 - self.beta_2) * gradient**2
        now, ahead = (self.beta_1 * (1 - 0.5 * NADAM_DECAY**step) for step in (t, t + 1))
        product = slots["product"] * now
        m_hat = ahead * m / (1 - product * ahead) + (1 - now) * gradient / (1 - product)
        v_hat = v / (1 - self.beta_2**t)
        update = -self.learning_rate * m_hat / (np.sqrt(v_hat) + self.epsilon)
        return w + update, {"m": m, "v": v, "m_hat": m_hat, "v_hat": v_hat, "product": product, "update": update}


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
