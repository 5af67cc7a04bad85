"""Learning-rate schedules: which share of the rate holds after a share ``progress`` of the training.

Each takes ``progress`` from 0 to 1 (a number or an array of any shape) and returns the factor of the rate, of the
same shape. ValueError naming the argument for what makes no sense.
"""

from collections.abc import Callable

import numpy as np

from helpers.maths.checks import number, whole
from helpers.maths.errors import InputError

Share = float | np.ndarray


def _checked(progress: Share) -> np.ndarray:
    shares = np.asarray(progress, float)
    if not ((shares >= 0) & (shares <= 1)).all():  # NaN is neither
        raise InputError(
            "{name} must be a number from {least} to {most}, not {value}",
            name="progress",
            least=0,
            most=1,
            value=progress,
        )
    return shares


def constant(progress: Share) -> np.ndarray:
    """Return 1 always."""
    return np.ones_like(_checked(progress))


def step(progress: Share, stairs: int = 3, factor: float = 0.1) -> np.ndarray:
    """Return a staircase of ``stairs`` equal lengths, each ``factor`` times the one before."""
    stairs, factor = whole("stairs", stairs, 1, 1000), number("factor", factor, 0, 1)
    return np.asarray(factor ** np.minimum(np.floor(_checked(progress) * stairs), stairs - 1))


def exponential(progress: Share, last: float = 0.01) -> np.ndarray:
    """Return what falls by the same factor in equal times, to ``last`` at the end."""
    return np.asarray(number("last", last, 0, 1) ** _checked(progress))


def cosine(progress: Share, last: float = 0.0) -> np.ndarray:
    """Return half a wave from 1 to ``last``: Loshchilov and Hutter (2017), one period."""
    last = number("last", last, 0, 1)
    return np.asarray(last + (1 - last) * (1 + np.cos(np.pi * _checked(progress))) / 2)


def warmup(progress: Share, rise: float = 0.1) -> np.ndarray:
    """Return a straight rise from 0 to 1 in the share ``rise`` of the time, then the cosine: Goyal et al. (2017)."""
    shares, rise = _checked(progress), number("rise", rise, 0, 0.99)
    falling = cosine(np.maximum(shares - rise, 0) / (1 - rise))
    return np.where(shares < rise, shares / (rise or 1), falling)


SCHEDULES: dict[str, Callable[..., np.ndarray]] = {
    "constant": constant,
    "step": step,
    "exponential": exponential,
    "cosine": cosine,
    "warmup": warmup,
}
