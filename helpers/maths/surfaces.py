"""Landscapes of two weights for optimizers to walk down: heights, gradients, minima, all from the literature."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

Array = np.ndarray


@dataclass(frozen=True)
class Surface:
    """A height over the plane: ``f(x, y)`` and ``gradient(x, y)``, a pair, both element-wise: (…) → (…).

    ``box`` (left, right, bottom, top) is what a map shows; ``start`` a good place to begin; ``minima`` the lowest
    points, (x, y); ``least`` the height there; ``learning_rate`` one that plain gradient descent can live with.
    """

    f: Callable[[Array, Array], Array]
    gradient: Callable[[Array, Array], tuple[Array, Array]]
    box: tuple[float, float, float, float]
    start: tuple[float, float]
    minima: tuple[tuple[float, float], ...]
    least: float
    learning_rate: float


def _rosenbrock(x: Array, y: Array) -> Array:
    return (1 - x) ** 2 + 100 * (y - x * x) ** 2


def _rosenbrock_gradient(x: Array, y: Array) -> tuple[Array, Array]:
    away = 200 * (y - x * x)
    return 2 * (x - 1) - 2 * x * away, away


def _beale(x: Array, y: Array) -> Array:
    return (1.5 - x + x * y) ** 2 + (2.25 - x + x * y**2) ** 2 + (2.625 - x + x * y**3) ** 2


def _beale_gradient(x: Array, y: Array) -> tuple[Array, Array]:
    square = y * y
    one, two, three = y - 1, square - 1, square * y - 1
    a, b, c = 1.5 + x * one, 2.25 + x * two, 2.625 + x * three
    return 2 * (a * one + b * two + c * three), 2 * x * (a + 2 * y * b + 3 * square * c)


def _himmelblau(x: Array, y: Array) -> Array:
    return (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2


def _himmelblau_gradient(x: Array, y: Array) -> tuple[Array, Array]:
    a, b = x * x + y - 11, x + y * y - 7
    return 4 * x * a + 2 * b, 2 * a + 4 * y * b


def _camel(x: Array, y: Array) -> Array:
    return (4 - 2.1 * x**2 + x**4 / 3) * x**2 + x * y + (4 * y**2 - 4) * y**2


def _camel_gradient(x: Array, y: Array) -> tuple[Array, Array]:
    square = x * x  # powers by multiplication: three times as fast
    return x * (8 - square * (8.4 - 2 * square)) + y, x + y * (16 * y * y - 8)


def _plateau(x: Array, y: Array) -> Array:
    return 1 - np.exp(-(x * x + y * y) / 2)


def _plateau_gradient(x: Array, y: Array) -> tuple[Array, Array]:
    slope = np.exp(-(x * x + y * y) / 2)
    return x * slope, y * slope


# Ripples on a bowl: waves of fixed directions and phases, drawn once.
_WAVES = np.random.default_rng(5).normal(0, 4.0, (2, 9))
_PHASES = np.random.default_rng(6).uniform(0, 2 * np.pi, 9)
_HEIGHT = 0.12


def _noisy(x: Array, y: Array) -> Array:
    waves = np.multiply.outer(x, _WAVES[0]) + np.multiply.outer(y, _WAVES[1]) + _PHASES
    return (x * x + y * y) / 2 + _HEIGHT * np.cos(waves).sum(axis=-1)


def _noisy_gradient(x: Array, y: Array) -> tuple[Array, Array]:
    waves = np.multiply.outer(x, _WAVES[0]) + np.multiply.outer(y, _WAVES[1]) + _PHASES
    slopes = -_HEIGHT * np.sin(waves)
    return x + (slopes * _WAVES[0]).sum(axis=-1), y + (slopes * _WAVES[1]).sum(axis=-1)


# Rosenbrock (1960); Beale (1958); Himmelblau (1972); Dixon and Szegö (1978), the six-hump camel.
SURFACES: dict[str, Surface] = {
    "bowl": Surface(
        lambda x, y: (x * x + y * y) / 2,
        lambda x, y: (x, y),
        (-3.0, 3.0, -3.0, 3.0),
        (-2.4, 2.0),
        ((0.0, 0.0),),
        0.0,
        0.1,
    ),
    "ravine": Surface(
        lambda x, y: (x * x + 30 * y * y) / 2,
        lambda x, y: (x, 30 * y),
        (-3.0, 3.0, -3.0, 3.0),
        (-2.7, 1.2),
        ((0.0, 0.0),),
        0.0,
        0.03,
    ),
    "saddle": Surface(
        lambda x, y: x * x / 2 - y * y / 2 + y**4 / 16,
        lambda x, y: (x, y * (y * y / 4 - 1)),
        (-3.5, 3.5, -3.5, 3.5),
        (-2.8, 0.001),
        ((0.0, 2.0), (0.0, -2.0)),
        -1.0,
        0.05,
    ),
    "plateau": Surface(_plateau, _plateau_gradient, (-4.0, 4.0, -4.0, 4.0), (-2.6, 1.9), ((0.0, 0.0),), 0.0, 0.1),
    "rosenbrock": Surface(
        _rosenbrock, _rosenbrock_gradient, (-2.0, 2.0, -1.0, 3.0), (-1.2, 1.0), ((1.0, 1.0),), 0.0, 0.001
    ),
    "beale": Surface(_beale, _beale_gradient, (-4.5, 4.5, -4.5, 4.5), (1.0, 1.5), ((3.0, 0.5),), 0.0, 0.01),
    "himmelblau": Surface(
        _himmelblau,
        _himmelblau_gradient,
        (-5.0, 5.0, -5.0, 5.0),
        (-0.3, -0.9),
        ((3.0, 2.0), (-2.805118, 3.131312), (-3.779310, -3.283186), (3.584428, -1.848126)),
        0.0,
        0.01,
    ),
    "six_hump_camel": Surface(
        _camel,
        _camel_gradient,
        (-2.0, 2.0, -1.5, 1.5),
        (-1.9, 1.2),
        ((0.0898420, -0.7126564), (-0.0898420, 0.7126564)),
        -1.0316285,
        0.02,
    ),
    "noisy": Surface(
        _noisy, _noisy_gradient, (-3.0, 3.0, -3.0, 3.0), (-2.4, 2.0), ((-0.2795156, -0.1535615),), -0.6464840, 0.05
    ),
}
