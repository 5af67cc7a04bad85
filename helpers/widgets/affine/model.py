"""Affine maps of the plane: what a layer without an activation does to points.

Points are rows, (n, 2), and a map is y = x Aᵀ + b. In homogeneous coordinates the same map is one 3 × 3 matrix, and a
chain of maps is the product of their matrices (J. D. Foley and others, "Computer Graphics", 2nd ed. 1990, chapter 5).
"""

import math
from dataclasses import dataclass

import numpy as np

from helpers.maths.checks import number
from helpers.maths.errors import InputError

ROUNDING = 1e-9  # a distance below it is an error of rounding


@dataclass(frozen=True, eq=False)
class Affine:
    """The map y = x Aᵀ + b of points ``x`` (n, 2), with ``matrix`` A (2, 2) and ``shift`` b (2,)."""

    matrix: np.ndarray
    shift: np.ndarray

    def __call__(self, points: np.ndarray) -> np.ndarray:
        """Return where ``points`` (n, 2) go: (n, 2)."""
        return points @ self.matrix.T + self.shift

    def then(self, second: "Affine") -> "Affine":
        """Return the one map that equals this one followed by ``second``: A = A₂A₁, b = A₂b₁ + b₂."""
        return Affine(second.matrix @ self.matrix, second.matrix @ self.shift + second.shift)

    @property
    def homogeneous(self) -> np.ndarray:
        """The 3 × 3 matrix that maps (x, y, 1) as a column."""
        whole = np.eye(3)
        whole[:2, :2], whole[:2, 2] = self.matrix, self.shift
        return whole

    @property
    def area(self) -> float:
        """By how much areas grow: the determinant, negative when the map mirrors, 0 when it flattens."""
        (a, b), (c, d) = self.matrix
        return float(a * d - b * c)


def translation(x: float, y: float) -> Affine:
    """Return the map that adds (x, y)."""
    return Affine(np.eye(2), np.array([number("x", x), number("y", y)]))


def scaling(x: float, y: float) -> Affine:
    """Return the map that multiplies the two coordinates by ``x`` and ``y``."""
    return Affine(np.diag([number("x", x), number("y", y)]), np.zeros(2))


def shear(factor: float) -> Affine:
    """Return the map that pushes a point to the right by ``factor`` times its height."""
    return Affine(np.array([[1.0, number("factor", factor)], [0.0, 1.0]]), np.zeros(2))


def rotation(degrees: float) -> Affine:
    """Return the rotation about the origin, counterclockwise."""
    turn = math.radians(math.remainder(number("degrees", degrees), 360))
    cosine, sine = math.cos(turn), math.sin(turn)
    return Affine(np.array([[cosine, -sine], [sine, cosine]]), np.zeros(2))


def chain(*maps: Affine) -> Affine:
    """Return the one map that equals ``maps`` one after the other, the first first; no map at all is the identity."""
    whole = Affine(np.eye(2), np.zeros(2))
    for each in maps:
        whole = whole.then(each)
    return whole


def placed(
    angle: float = 0, scale: tuple[float, float] = (1, 1), slant: float = 0, shift: tuple[float, float] = (0, 0)
) -> Affine:
    """Return scaling, then shear, then rotation by ``angle`` degrees, then translation, as one map."""
    return chain(scaling(*scale), shear(slant), rotation(angle), translation(*shift))


def fit(points: np.ndarray, targets: np.ndarray) -> tuple[Affine, np.ndarray]:
    """Return the affine map that comes nearest to ``points`` → ``targets``, and by how much it misses each target.

    Both are (n, 2), the distances (n,). Least squares over A and b. InputError when the points do not span the plane,
    since many maps are then equally near.
    """
    rows = np.column_stack([points, np.ones(len(points))])
    if np.linalg.matrix_rank(rows) < 3:
        raise InputError("points must hold three that do not lie on one line")
    solution = np.linalg.lstsq(rows, targets, rcond=None)[0]
    best = Affine(solution[:2].T, solution[2])
    return best, np.linalg.norm(best(points) - targets, axis=1)


@dataclass(frozen=True)
class Composition:
    """Where points go through two maps one after the other, and through the one map nearest to that."""

    maps: tuple[Affine, Affine, Affine]  # the first, the second, the one
    relu: bool  # whether a ReLU stands between the first and the second
    before: np.ndarray  # after the first map: (points, 2)
    between: np.ndarray  # what the second map is given: (points, 2)
    after: np.ndarray  # (points, 2)
    single: np.ndarray  # where the one map takes the points: (points, 2)

    @property
    def misses(self) -> np.ndarray:
        """How far the one map stays from the two: (points,)."""
        return np.linalg.norm(self.single - self.after, axis=1)


def compose(points: np.ndarray, first: Affine, second: Affine, relu: bool) -> Composition:
    """Take ``points`` (n, 2) through two maps, with a ReLU between or without; find the one map (least squares)."""
    before = first(points)
    between = np.maximum(before, 0) if relu else before
    after = second(between)
    one = fit(points, after)[0] if relu else first.then(second)
    return Composition((first, second, one), relu, before, between, after, one(points))
