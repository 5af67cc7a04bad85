"""Six sets of points in the plane to learn from: four with two classes, two with a number for each point.

Shapes, sizes and numbers of points are those of the TensorFlow Playground (Smilkov et al. 2017, "Direct-Manipulation
Visualization of Deep Networks", arXiv 1708.03788; github.com/tensorflow/playground, src/dataset.ts).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from helpers.maths.checks import one_of, whole

LIMIT = 6.0  # the map shows both coordinates from -6 to 6
MOST_NOISE, MOST_SEED, TRAIN_PERCENT = 50, 2**31, (10, 90)
CLASSIFIED, MEASURED = 500, 1200  # points of a set

Draw = Callable[[np.random.Generator, int, float], tuple[np.ndarray, np.ndarray]]


@dataclass(frozen=True)
class PointSet:
    """How a set is drawn: (rng, points, noise from 0 to 0.5) → x (points, 2), y (points,); classes are 0 and 1."""

    draw: Draw
    classes: bool

    @property
    def points(self) -> int:
        """How many points there are."""
        return CLASSIFIED if self.classes else MEASURED


@dataclass(frozen=True)
class Split:
    """Points and answers to train on and to test on: x (n, 2), y (n, 1)."""

    x_train: np.ndarray
    y_train: np.ndarray
    x_test: np.ndarray
    y_test: np.ndarray


def _jitter(rng: np.random.Generator, points: int, radius: float, noise: float) -> np.ndarray:
    """By how far each point is moved before its answer is read, so that answers near a border come out wrong."""
    return noise * rng.uniform(-radius, radius, (points, 2))


def _circle(rng: np.random.Generator, points: int, noise: float) -> tuple[np.ndarray, np.ndarray]:
    """A disc of radius 2.5 inside a ring from 3.5 to 5."""
    inside = points // 2
    radius = np.concatenate([rng.uniform(0, 2.5, inside), rng.uniform(3.5, 5, points - inside)])
    angle = rng.uniform(0, 2 * np.pi, points)
    x = np.column_stack([radius * np.sin(angle), radius * np.cos(angle)])
    moved = x + _jitter(rng, points, 5, noise)
    return x, (moved**2).sum(axis=1) < 2.5**2


def _xor(rng: np.random.Generator, points: int, noise: float) -> tuple[np.ndarray, np.ndarray]:
    """Four squares with a gap of 0.6 between them: class 1 where both coordinates have one sign."""
    x = rng.uniform(-5, 5, (points, 2))
    x += np.where(x > 0, 0.3, -0.3)
    moved = x + _jitter(rng, points, 5, noise)
    return x, moved.prod(axis=1) >= 0


def _gauss(rng: np.random.Generator, points: int, noise: float) -> tuple[np.ndarray, np.ndarray]:
    """Two clouds round (2, 2) and (-2, -2); noise raises their variance from 0.5 to 4."""
    first = np.arange(points) < points // 2
    spread = np.sqrt(0.5 + 7 * noise)
    return np.where(first, 2.0, -2.0)[:, None] + spread * rng.standard_normal((points, 2)), first


def _spiral(rng: np.random.Generator, points: int, noise: float) -> tuple[np.ndarray, np.ndarray]:
    """Two arms that turn 1.75 times round the middle."""
    half = points // 2
    way = np.concatenate([np.arange(half) / half, np.arange(points - half) / (points - half)])
    first = np.arange(points) < half
    angle = 1.75 * 2 * np.pi * way + np.where(first, 0, np.pi)
    x = 5 * way[:, None] * np.column_stack([np.sin(angle), np.cos(angle)])
    return x + noise * rng.uniform(-1, 1, (points, 2)), first


def _plane(rng: np.random.Generator, points: int, noise: float) -> tuple[np.ndarray, np.ndarray]:
    """y = (x₁ + x₂) / 10."""
    x = rng.uniform(-LIMIT, LIMIT, (points, 2))
    return x, (x + _jitter(rng, points, LIMIT, noise)).sum(axis=1) / 10


def _hills(rng: np.random.Generator, points: int, noise: float) -> tuple[np.ndarray, np.ndarray]:
    """Three hills and three hollows: cones of height 1 and radius 2."""
    x = rng.uniform(-LIMIT, LIMIT, (points, 2))
    moved = x + _jitter(rng, points, LIMIT, noise)
    tops = np.array([[-4, 2.5], [0, 2.5], [4, 2.5], [-4, -2.5], [0, -2.5], [4, -2.5]])
    signs = np.array([1, -1, 1, -1, 1, -1])
    far = np.sqrt(((moved[:, None] - tops) ** 2).sum(axis=2))
    heights = np.maximum(1 - far / 2, 0)
    nearest = heights.argmax(axis=1)
    return x, signs[nearest] * heights.max(axis=1)


POINT_SETS: dict[str, PointSet] = {
    "circle": PointSet(_circle, classes=True),
    "xor": PointSet(_xor, classes=True),
    "gauss": PointSet(_gauss, classes=True),
    "spiral": PointSet(_spiral, classes=True),
    "plane": PointSet(_plane, classes=False),
    "hills": PointSet(_hills, classes=False),
}


def point_set(name: str, noise: int, train_percent: int, seed: int) -> Split:
    """Draw the set called ``name`` and split it; ``noise`` from 0 to 50, ``train_percent`` from 10 to 90.

    The same seed gives the same points. ValueError naming the argument that makes no sense.
    """
    kind = POINT_SETS[one_of("data", name, POINT_SETS)]
    noise = whole("noise", noise, 0, MOST_NOISE)
    train_percent = whole("train_percent", train_percent, *TRAIN_PERCENT)
    rng = np.random.default_rng([whole("seed", seed, 0, MOST_SEED), sorted(POINT_SETS).index(name)])
    x, y = kind.draw(rng, kind.points, noise / 100)
    order = rng.permutation(kind.points)
    x, y = x[order], y[order].astype(float)[:, None]
    cut = kind.points * train_percent // 100
    return Split(x[:cut], y[:cut], x[cut:], y[cut:])


# What can be handed to the network, each made of the two coordinates.
FEATURES: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "x1": lambda x: x[:, 0],
    "x2": lambda x: x[:, 1],
    "x1^2": lambda x: x[:, 0] ** 2,
    "x2^2": lambda x: x[:, 1] ** 2,
    "x1x2": lambda x: x[:, 0] * x[:, 1],
    "sin x1": lambda x: np.sin(x[:, 0]),
    "sin x2": lambda x: np.sin(x[:, 1]),
}

NAMES = {"x1": "x₁", "x2": "x₂", "x1^2": "x₁²", "x2^2": "x₂²", "x1x2": "x₁x₂", "sin x1": "sin x₁", "sin x2": "sin x₂"}


def features_of(x: np.ndarray, names: tuple[str, ...]) -> np.ndarray:
    """Return the columns ``names`` made from ``x`` (n, 2): (n, len(names))."""
    return np.column_stack([FEATURES[name](x) for name in names])
