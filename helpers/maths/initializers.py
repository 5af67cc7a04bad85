"""First weights of a layer: from how many inputs and outputs it has to how far the weights are spread."""

import math
from collections.abc import Callable

import numpy as np

from helpers.maths.checks import one_of, whole
from helpers.maths.errors import InputError

Initializer = Callable[[np.random.Generator, int, int], np.ndarray]

MOST_WEIGHTS = 50_000_000  # 400 MB


def _check(fan_in: int, fan_out: int) -> tuple[int, int]:
    fan_in, fan_out = whole("fan_in", fan_in, 1, MOST_WEIGHTS), whole("fan_out", fan_out, 1, MOST_WEIGHTS)
    if fan_in * fan_out > MOST_WEIGHTS:
        raise InputError(
            "fan_in × fan_out is {weights} weights; at most {most}",
            weights=fan_in * fan_out,
            most=MOST_WEIGHTS,
        )
    return fan_in, fan_out


def _normal(sigma: Callable[[int, int], float]) -> Initializer:
    """N(0, σ²) with σ from fan-in and fan-out."""

    def draw(rng: np.random.Generator, fan_in: int, fan_out: int) -> np.ndarray:
        shape = _check(fan_in, fan_out)
        return rng.standard_normal(shape) * sigma(*shape)

    return draw


def _uniform(radius: Callable[[int, int], float]) -> Initializer:
    """U(−r, r) with r from fan-in and fan-out; its variance is r²/3."""

    def draw(rng: np.random.Generator, fan_in: int, fan_out: int) -> np.ndarray:
        shape = _check(fan_in, fan_out)
        return rng.uniform(-1, 1, shape) * radius(*shape)

    return draw


# LeCun et al. (1998), "Efficient BackProp"; Glorot and Bengio (2010), eq. 16; He et al. (2015), eq. 10. Keras cuts its
# normal distributions off at two σ and widens them to the same variance; here they are not cut.
INITIALIZERS: dict[str, Initializer] = {
    "zeros": _normal(lambda fan_in, fan_out: 0.0),
    "small_normal": _normal(lambda fan_in, fan_out: 0.01),
    "standard_normal": _normal(lambda fan_in, fan_out: 1.0),
    "lecun_normal": _normal(lambda fan_in, fan_out: math.sqrt(1 / fan_in)),
    "glorot_uniform": _uniform(lambda fan_in, fan_out: math.sqrt(6 / (fan_in + fan_out))),
    "glorot_normal": _normal(lambda fan_in, fan_out: math.sqrt(2 / (fan_in + fan_out))),
    "glorot_uniform_x4": _uniform(lambda fan_in, fan_out: 4 * math.sqrt(6 / (fan_in + fan_out))),
    "he_uniform": _uniform(lambda fan_in, fan_out: math.sqrt(6 / fan_in)),
    "he_normal": _normal(lambda fan_in, fan_out: math.sqrt(2 / fan_in)),
}


def initializer(name: str) -> Initializer:
    """Return the initialiser called ``name``: (rng, fan_in, fan_out) → weights (fan_in, fan_out) float64.

    Raises ValueError for an unknown name; the initialiser itself for a fan that is no whole number from 1 on.
    """
    return INITIALIZERS[one_of("initializer", name, INITIALIZERS)]
