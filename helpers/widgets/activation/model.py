"""Activations over an axis of inputs and at one point of it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from helpers.maths.activations import ACTIVATIONS, Activation, activation, condition, maxout_of_lines
from helpers.maths.errors import InputError

FAR = 5.0  # the z-axis runs from −FAR to FAR
GRID = np.linspace(-FAR, FAR, 201)
NAMES = (*ACTIVATIONS, "maxout")
_CORNER = 0.15  # the derivative jumps by more from one place of the grid to the next only where f has a corner


@dataclass(frozen=True)
class Curve:
    """One activation: along ``GRID``, with NaN where it jumps, and at the point."""

    name: str
    f: np.ndarray
    df: np.ndarray
    value: float
    derivative: float
    condition: str  # as ``helpers.maths.activations.condition`` says it


@dataclass(frozen=True)
class Result:
    """The curves with their points at ``z``; ``pieces``: slopes of maxout's two lines where it is among them."""

    z: float
    curves: tuple[Curve, ...]
    pieces: tuple[float, ...] | None


def evaluate(names: Sequence[str], z: float, slope: float, alpha: float, pieces: tuple[float, ...]) -> Result:
    """Return the curves of the activations ``names``; ``slope`` is leaky_relu's, ``alpha`` is elu's.

    Raises InputError for a name that is there twice.
    """
    if len(set(names)) < len(names):
        raise InputError("activations: {names} has a name twice", names=names)
    parameters = {"leaky_relu": slope, "elu": alpha}
    functions = {
        name: maxout_of_lines(pieces) if name == "maxout" else activation(name, parameters.get(name)) for name in names
    }
    curves = tuple(_curve(name, function, float(z)) for name, function in functions.items())
    return Result(float(z), curves, pieces if "maxout" in names else None)


def _curve(name: str, function: Activation, z: float) -> Curve:
    f, df = function.f(GRID), function.df(GRID)
    df = np.where(np.abs(np.diff(df, append=df[-1])) > _CORNER, np.nan, df)  # no slanting line over the gap
    if name == "step":
        f = np.where(np.diff(f, append=f[-1]) != 0, np.nan, f)
    return Curve(name, f, df, float(function.f(z)), float(function.df(z)), condition(function, z))
