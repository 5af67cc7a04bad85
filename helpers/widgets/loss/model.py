"""Losses as functions of one number: of a constant answer to several values, or of the score of one yes or no."""

from dataclasses import dataclass

import numpy as np

from helpers.maths.losses import sigmoid


@dataclass(frozen=True)
class LossCurve:
    """A loss and its slope, both of the shape of what it was asked for; ``best``: where it is least, if anywhere."""

    loss: np.ndarray
    slope: np.ndarray
    best: float | None


@dataclass(frozen=True)
class Result:
    """Losses over an axis and, last of all, at its point ``at``: of an answer to ``values``, or of a score."""

    mode: str  # "constant" or "score"
    at: float
    curves: dict[str, LossCurve]
    values: np.ndarray  # (samples,); none in the mode "score"
    label: int = 0  # which is right, in the mode "score"


def of_constant(values: np.ndarray, c: np.ndarray, delta: float = 1.0) -> dict[str, LossCurve]:
    """Return MSE, MAE and Huber's loss (1964) of answering ``c`` (n,) to all ``values`` (samples,).

    MSE is least at the mean, MAE at the median; Huber is a square for errors up to ``delta``, a line beyond.
    """
    errors = c[:, None] - values
    size = np.abs(errors)
    square = size <= delta
    huber = np.where(square, errors**2 / 2, delta * (size - delta / 2))
    return {
        "MSE": LossCurve((errors**2).mean(axis=1), 2 * errors.mean(axis=1), float(values.mean())),
        "MAE": LossCurve(size.mean(axis=1), np.sign(errors).mean(axis=1), float(np.median(values))),
        "Huber": LossCurve(huber.mean(axis=1), np.clip(errors, -delta, delta).mean(axis=1), _huber_best(values, delta)),
    }


def _huber_best(values: np.ndarray, delta: float) -> float:
    """Find where the slope of Huber's loss crosses zero: it never falls, and is straight between ``values`` ± delta."""
    corners = np.sort(np.concatenate([values - delta, values + delta]))
    slopes = np.clip(corners[:, None] - values, -delta, delta).mean(axis=1)
    return float(np.interp(0, np.maximum.accumulate(slopes), corners))


def of_score(label: int, z: np.ndarray) -> dict[str, LossCurve]:
    """Return three losses of the score ``z`` (n,), p = sigmoid(z), where ``label``, 0 or 1, is right.

    Cross-entropy; the squared error (p − y)²; and cross-entropy with the sign of its first term wrong, as some texts
    print it: y log p − (1 − y) log(1 − p).
    """
    p, y = sigmoid(z), float(label)
    log_p, log_not = -np.logaddexp(0, -z), -np.logaddexp(0, z)
    return {
        "cross-entropy": LossCurve(-(y * log_p + (1 - y) * log_not), p - y, None),
        "squared error": LossCurve((p - y) ** 2, 2 * (p - y) * p * (1 - p), None),
        "wrong sign": LossCurve(y * log_p - (1 - y) * log_not, y * (1 - p) + (1 - y) * p, None),
    }
