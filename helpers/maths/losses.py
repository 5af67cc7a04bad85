"""Softmax and losses, from probabilities and from logits, with their gradients; the numbers of Keras 3."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from helpers.maths.errors import InputError

EPSILON = 1e-7  # probabilities are kept so far from 0 and 1 before the logarithm, as Keras does


@dataclass(frozen=True)
class Loss:
    """How wrong predictions are, as one number: the mean over the batch.

    ``f(y, p)`` returns the loss; ``gradient(y, p)`` its derivative with respect to each p, of the shape of p. ``p`` is
    (batch, units), ``y`` the same, or (batch,) whole numbers where a loss is called sparse. Both raise ValueError
    naming the argument that does not fit.
    """

    f: Callable[[np.ndarray, np.ndarray], float]
    gradient: Callable[[np.ndarray, np.ndarray], np.ndarray]


def softmax(logits: np.ndarray, temperature: float = 1.0) -> np.ndarray:
    """Return probabilities along the last axis: exp(zᵢ / T) / Σ exp(zⱼ / T), of the shape of ``logits``.

    The largest logit is subtracted first: it changes no quotient, and no exp can overflow. nan among the logits makes
    all probabilities of its row nan. Raises ValueError for a temperature that is not above 0, for logits without a
    last axis or with an empty one.
    """
    if not isinstance(temperature, int | float | np.number) or not 0 < temperature < np.inf:
        raise InputError("temperature must be a number above 0, not {value}", value=temperature)
    z = np.asarray(logits)
    if not z.ndim or not z.shape[-1]:
        raise InputError(
            "logits must have at least one number on their last axis, not the shape {shape}", shape=z.shape
        )
    with np.errstate(over="ignore"):  # a tiny temperature: −inf, whose exp is 0, as it should be
        z = (z - z.max(axis=-1, keepdims=True)) / temperature
    e = np.exp(z)
    return e / e.sum(axis=-1, keepdims=True)


def log_softmax(logits: np.ndarray) -> np.ndarray:
    """Return the logarithm of ``softmax(logits)`` without computing a probability that may be rounded to 0."""
    z = logits - np.max(logits, axis=-1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=-1, keepdims=True))


def sigmoid(z: np.ndarray) -> np.ndarray:
    """Return 1 / (1 + exp(−z)), without an exp of anything positive."""
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, e) / (1 + e)


def one_hot(labels: np.ndarray, classes: int) -> np.ndarray:
    """Return (…, classes): 1 at each label, 0 elsewhere. Raises ValueError for a label that is not a class."""
    labels = np.asarray(labels)
    if not np.issubdtype(labels.dtype, np.integer):
        numbers = labels if np.issubdtype(labels.dtype, np.floating) else np.full(labels.shape, np.nan)
        wrong = ~(np.abs(numbers) < 2.0**53) | (numbers != np.round(numbers))
        if wrong.any():
            raise InputError("y must hold whole numbers, the classes; it holds {value}", value=labels[wrong][0])
        labels = labels.astype(np.int64)
    if labels.size and not (labels.min() >= 0 and labels.max() < classes):
        wrong = labels.max() if labels.max() >= classes else labels.min()
        raise InputError("y holds the class {value}; there are {classes}, from 0 on", value=wrong, classes=classes)
    return np.eye(classes)[labels]


def _mse(y: np.ndarray, p: np.ndarray) -> float:
    return float(np.mean((p - y) ** 2))


def _mse_gradient(y: np.ndarray, p: np.ndarray) -> np.ndarray:
    return 2 * (p - y) / p.size


def _mae(y: np.ndarray, p: np.ndarray) -> float:
    return float(np.mean(np.abs(p - y)))


def _mae_gradient(y: np.ndarray, p: np.ndarray) -> np.ndarray:
    return np.sign(p - y) / p.size


def _clip(p: np.ndarray) -> np.ndarray:
    return np.clip(p, EPSILON, 1 - EPSILON)


def _inside(p: np.ndarray) -> np.ndarray:
    """1 where clipping changes nothing: elsewhere the loss does not depend on p any more."""
    return ((p >= EPSILON) & (p <= 1 - EPSILON)).astype(p.dtype)


def _binary(y: np.ndarray, p: np.ndarray) -> float:
    """−[y log p + (1 − y) log(1 − p)], the mean over all units."""
    p = _clip(p)
    return float(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))


def _binary_gradient(y: np.ndarray, p: np.ndarray) -> np.ndarray:
    kept = _clip(p)
    return (kept - y) / (kept * (1 - kept)) / p.size * _inside(p)


def _binary_logits(y: np.ndarray, z: np.ndarray) -> float:
    """The same from z, p = sigmoid(z): max(z, 0) − z y + log(1 + exp(−|z|))."""
    return float(np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))))


def _binary_logits_gradient(y: np.ndarray, z: np.ndarray) -> np.ndarray:
    return (sigmoid(z) - y) / z.size


def _normalised(p: np.ndarray) -> np.ndarray:
    total = p.sum(axis=-1, keepdims=True)
    if not (total > 0).all():
        raise InputError("p must hold probabilities; those of one sample sum to {total}", total=float(total.min()))
    return p / total


def _categorical(y: np.ndarray, p: np.ndarray) -> float:
    """−Σ t log p, the mean over the batch. Keras divides p by its sum first."""
    return float(-np.mean((y * np.log(_clip(_normalised(p)))).sum(axis=-1)))


def _categorical_gradient(y: np.ndarray, p: np.ndarray) -> np.ndarray:
    q = _normalised(p)
    by_q = -y / _clip(q) * _inside(q) / len(p)
    return (by_q - (by_q * q).sum(axis=-1, keepdims=True)) / p.sum(axis=-1, keepdims=True)


def _categorical_logits(y: np.ndarray, z: np.ndarray) -> float:
    return float(-np.mean((y * log_softmax(z)).sum(axis=-1)))


def _categorical_logits_gradient(y: np.ndarray, z: np.ndarray) -> np.ndarray:
    """Softmax and cross-entropy together: p − t (times Σ t, which is 1 for one-hot labels)."""
    return (softmax(z) * y.sum(axis=-1, keepdims=True) - y) / len(z)


def _checked(f: Callable, sparse: bool = False) -> Callable:
    """Bring y and p into shape before ``f``, and complain of what does not fit."""

    def with_good_arguments(y: np.ndarray, p: np.ndarray) -> float | np.ndarray:
        y, p = np.asarray(y), np.asarray(p)
        for name, value in (("y", y), ("p", p)):
            if value.dtype.kind not in "biuf":
                raise InputError("{name} must hold numbers, not {value}", name=name, value=value.dtype)
        p = p if np.issubdtype(p.dtype, np.floating) else p.astype(np.float64)
        if sparse:
            if p.ndim == 0 or np.shape(y) != p.shape[:-1]:
                raise InputError("y must have the shape {wanted}, not {shape}", wanted=p.shape[:-1], shape=np.shape(y))
            y = one_hot(y, p.shape[-1])
        y = np.asarray(y, p.dtype)
        if y.shape != p.shape:
            raise InputError("y must have the shape {wanted}, not {shape}", wanted=p.shape, shape=y.shape)
        if p.size == 0:
            raise InputError("p is empty: there is no mean of nothing")
        for name, value in (("y", y), ("p", p)):
            if not np.isfinite(value).all():
                raise InputError("{name} holds a number that is not finite", name=name)
        return f(y, p)

    return with_good_arguments


def _loss(f: Callable, gradient: Callable, sparse: bool = False) -> Loss:
    return Loss(_checked(f, sparse), _checked(gradient, sparse))


LOSSES = {
    "mse": _loss(_mse, _mse_gradient),
    "mae": _loss(_mae, _mae_gradient),
    "binary_crossentropy": _loss(_binary, _binary_gradient),
    "categorical_crossentropy": _loss(_categorical, _categorical_gradient),
    "sparse_categorical_crossentropy": _loss(_categorical, _categorical_gradient, sparse=True),
    "binary_crossentropy_from_logits": _loss(_binary_logits, _binary_logits_gradient),
    "categorical_crossentropy_from_logits": _loss(_categorical_logits, _categorical_logits_gradient),
    "sparse_categorical_crossentropy_from_logits": _loss(
        _categorical_logits, _categorical_logits_gradient, sparse=True
    ),
}
