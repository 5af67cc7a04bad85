"""A signal pushed through a deep stack of layers at their initial weights, and a gradient pushed back."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from helpers.maths.activations import FLAT
from helpers.maths.activations import activation as named_activation
from helpers.maths.checks import whole
from helpers.maths.initializers import initializer as named_initializer

MOST = {"depth": 20, "width": 300, "batch": 1000, "seed": 2**32 - 1}  # inside these float32 does not overflow

_ONE_THREAD = 2**18  # multiplications up to which OpenBLAS does not share them out


@dataclass(frozen=True)
class Signal:
    """What became of a batch of inputs from N(0, 1), and of gradients from N(0, 1) that meet the last layer.

    Layer l computes z = h W and h = f(z), without bias, all layers ``width`` wide. Index 0 is layer 1.
    """

    activations: np.ndarray  # (depth, batch, width) float32: h of each layer
    gradients: np.ndarray  # (depth, batch, width) float32: ∂E/∂z of each layer
    flat: np.ndarray  # (depth, batch, width) bool: where |f′(z)| < FLAT
    mean: np.ndarray  # (depth,) of the activations
    std: np.ndarray  # (depth,) of the activations
    between: np.ndarray  # (depth,) of one unit's activations over the batch: small when all inputs look the same
    gradient_std: np.ndarray  # (depth,)
    saturated: np.ndarray  # (depth,) share of the activations where f is flat; on ReLU's left side it is as well
    dead: np.ndarray  # (depth,) share of the units whose derivative is 0 for the whole batch: they cannot learn


@dataclass(frozen=True)
class Result:
    """A signal through layers that have this activation."""

    activation: str
    signal: Signal


def propagate(
    activation: str, initializer: str, depth: int = 10, width: int = 100, batch: int = 100, seed: int = 0
) -> Signal:
    """Push a batch forwards through ``depth`` layers and a gradient back, as Glorot and Bengio (2010) did.

    A layer's weights depend on its number and the seed alone, so a deeper stack begins with the same layers. Raises
    ValueError naming the argument for an unknown name or a number out of range.
    """
    act = named_activation(activation)
    named_initializer(initializer)
    for name, value in (("depth", depth), ("width", width), ("batch", batch), ("seed", seed)):
        whole(name, value, 0 if name == "seed" else 1, MOST[name])
    rng = np.random.default_rng([seed, 0])
    h, upstream = (rng.standard_normal((batch, width), np.float32) for _ in range(2))
    weights = [_weights(initializer, width, seed, layer) for layer in range(1, depth + 1)]
    z = np.empty((depth, batch, width), np.float32)
    activations, gradients = np.empty_like(z), np.empty_like(z)
    for layer in range(depth):
        _multiply(h, weights[layer], z[layer])
        h = activations[layer] = act.f(z[layer])
    slopes = act.df(z)
    for layer in reversed(range(depth)):
        np.multiply(upstream, slopes[layer], out=gradients[layer])
        _multiply(gradients[layer], weights[layer].T, upstream)
    flat = np.abs(slopes) < FLAT
    mean, std = _mean_std(activations)
    return Signal(
        activations=activations,
        gradients=gradients,
        flat=flat,
        mean=mean,
        std=std,
        between=np.sqrt(activations.astype(np.float64).var(axis=1).mean(axis=1)),
        gradient_std=_mean_std(gradients)[1],
        saturated=flat.mean(axis=(1, 2)),
        dead=(slopes == 0).all(axis=1).mean(axis=1),
    )


def histograms(
    values: np.ndarray, low: float, high: float, bins: int, where: np.ndarray | bool
) -> tuple[np.ndarray, np.ndarray]:
    """Return the share of each layer's values in each of ``bins`` equal steps from low to high: (depth, bins), twice.

    First of all values, then of those alone that ``where``, of the same shape, marks; both are shares of all. What lies
    outside the limits counts in the first step or the last.
    """
    depth = len(values)
    places = np.clip((values - low) * (bins / (high - low)), 0, bins - 1).astype(np.intp)
    places += (np.arange(depth) * 2 * bins).reshape(-1, *[1] * (values.ndim - 1))
    places += where * bins
    counts = np.bincount(places.ravel(), minlength=2 * depth * bins).reshape(depth, 2, bins)
    return counts.sum(axis=1) / values[0].size, counts[:, 1] / values[0].size


@lru_cache(maxsize=MOST["depth"])  # one stack: another activation or depth draws nothing again
def _weights(initializer: str, width: int, seed: int, layer: int) -> np.ndarray:
    weights = named_initializer(initializer)(np.random.default_rng([seed, layer]), width, width).astype(np.float32)
    weights.flags.writeable = False
    return weights


def _multiply(x: np.ndarray, weights: np.ndarray, out: np.ndarray) -> None:
    """x @ weights; where that is little work, in pieces for which OpenBLAS starts no threads.

    Its threads wait for a free core: on a busy machine a product of 20 microseconds then takes 100 milliseconds.
    """
    rows = _ONE_THREAD // weights.size
    if rows < 4:
        rows = len(x)
    for first in range(0, len(x), rows):
        np.matmul(x[first : first + rows], weights, out=out[first : first + rows])


def _mean_std(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Mean and standard deviation of each layer, in float64: squares of large float32 overflow."""
    flat = values.reshape(len(values), -1)
    mean = flat.mean(axis=1, dtype=np.float64)
    square = np.array([np.dot(row, row) for row in flat.astype(np.float64)]) / flat.shape[1]
    return mean, np.sqrt(np.maximum(square - mean**2, 0))
