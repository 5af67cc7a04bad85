"""A network of fully connected layers in NumPy: forward pass, backpropagation, and all between kept to be looked at.

Rumelhart, Hinton and Williams (1986), "Learning representations by back-propagating errors", Nature 323; the numbers of
Keras 3's Sequential model of Dense layers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from helpers.maths.activations import ACTIVATIONS
from helpers.maths.checks import one_of, whole
from helpers.maths.errors import InputError
from helpers.maths.initializers import MOST_WEIGHTS
from helpers.maths.initializers import initializer as named_initializer
from helpers.maths.losses import LOSSES, Loss, softmax

OUTPUTS = (*ACTIVATIONS, "softmax")

MOST_LAYERS = 100

# Together these are computed from the logits: no probability is rounded to 0 on the way. Keras does the same.
_JOINED = {
    ("sigmoid", "binary_crossentropy"),
    ("softmax", "categorical_crossentropy"),
    ("softmax", "sparse_categorical_crossentropy"),
}


@dataclass(frozen=True)
class Layer:
    """What one layer computed for a batch: weighted sums ``z`` and activations ``a``, both (batch, units)."""

    z: np.ndarray
    a: np.ndarray


class Network:
    """Fully connected layers; ``sizes`` are the numbers of inputs, of units in each hidden layer, of outputs.

    ``hidden`` is the activation of all hidden layers, ``output`` that of the last: a key of ACTIVATIONS, for ``output``
    also softmax. ``loss`` is a key of LOSSES; the losses from logits go with the output ``linear``. Weights come from
    ``initializer`` and ``rng``, biases start at 0; all is computed in ``dtype``, float32 or float64. ValueError naming
    the argument for anything else.

    After ``forward``, ``layers`` holds z and a of every layer; after ``gradients``, ``deltas`` holds ∂E/∂z of every
    layer, (batch, units).
    """

    def __init__(
        self,
        sizes: Sequence[int],
        hidden: str = "relu",
        output: str = "linear",
        loss: str = "mse",
        initializer: str = "glorot_uniform",
        *,
        rng: np.random.Generator,
        dtype: str | type = "float64",
    ) -> None:
        self.sizes = _sizes(sizes)
        self.hidden, self.output, self.loss = one_of("hidden", hidden, ACTIVATIONS), output, loss
        one_of("output", output, OUTPUTS)
        one_of("loss", loss, LOSSES)
        self.dtype = _dtype(dtype)
        draw = named_initializer(initializer)
        self._parameters: list[np.ndarray] = []
        for fan_in, fan_out in pairwise(self.sizes):
            self._parameters.append(draw(rng, fan_in, fan_out).astype(self.dtype))
            self._parameters.append(np.zeros(fan_out, self.dtype))
        self.layers: list[Layer] = []
        self.deltas: list[np.ndarray] = []

    @property
    def parameters(self) -> list[np.ndarray]:
        """W (inputs, units) and b (units,) of each layer in turn, the order of Keras; they may be changed in place."""
        return self._parameters

    @parameters.setter
    def parameters(self, values: Sequence[np.ndarray]) -> None:
        shapes = [old.shape for old in self._parameters]
        new = [np.array(value, self.dtype) for value in values]
        if [value.shape for value in new] != shapes:
            raise InputError(
                "parameters must have the shapes {wanted}, not {shapes}",
                wanted=shapes,
                shapes=[value.shape for value in new],
            )
        self._parameters = new

    def share(self, values: list[np.ndarray]) -> None:
        """Use ``values`` themselves as parameters, not copies: who trains owns them; shapes are not looked at."""
        self._parameters = values

    def forward(self, x: np.ndarray) -> np.ndarray:
        """Return the predictions (batch, outputs) for ``x`` (batch, inputs); ValueError when x does not fit.

        They are not finite where the weights have grown too large.
        """
        a = self._inputs(x)
        self.layers = []
        with np.errstate(over="ignore", invalid="ignore"):
            for place, (weights, bias) in enumerate(self._pairs()):
                z = a @ weights + bias
                a = self._activate(place, z)
                self.layers.append(Layer(z, a))
        return a

    def evaluate(self, x: np.ndarray, y: np.ndarray) -> float:
        """Return the loss, the mean over the batch; ``y`` as the loss wants it.

        ValueError when x or y does not fit, or when the predictions are not finite.
        """
        self.forward(x)
        loss, p = self._loss()
        return loss.f(y, p)

    def gradients(self, x: np.ndarray, y: np.ndarray) -> list[np.ndarray]:
        """Return ∂E/∂W and ∂E/∂b of each layer, in the order of ``parameters``; raises what ``evaluate`` raises.

        δ of the last layer comes from the loss, that of each layer before from the one behind: δ = (δ Wᵀ) f′(z).
        """
        x = self._inputs(x)
        self.forward(x)
        pairs = self._pairs()
        delta = self._output_delta(y)
        gradients: list[np.ndarray] = []
        self.deltas = []
        with np.errstate(over="ignore", invalid="ignore"):
            for place in reversed(range(len(pairs))):
                below = self.layers[place - 1].a if place else x
                gradients[:0] = [below.T @ delta, delta.sum(axis=0)]
                self.deltas.insert(0, delta)
                if place:
                    delta = (delta @ pairs[place][0].T) * ACTIVATIONS[self.hidden].df(self.layers[place - 1].z)
        return gradients

    def _output_delta(self, y: np.ndarray) -> np.ndarray:
        """∂E/∂z of the last layer."""
        loss, p = self._loss()
        upstream = loss.gradient(y, p)
        last = self.layers[-1]
        if self._joined:
            return upstream
        if self.output == "softmax":
            return last.a * (upstream - (upstream * last.a).sum(axis=1, keepdims=True))
        return upstream * ACTIVATIONS[self.output].df(last.z)

    def _loss(self) -> tuple[Loss, np.ndarray]:
        """The loss and what it is computed from: predictions, or the logits before them."""
        last = self.layers[-1]
        return (LOSSES[self.loss + "_from_logits"], last.z) if self._joined else (LOSSES[self.loss], last.a)

    @property
    def _joined(self) -> bool:
        return (self.output, self.loss) in _JOINED

    def _activate(self, place: int, z: np.ndarray) -> np.ndarray:
        if place < len(self.sizes) - 2:
            return ACTIVATIONS[self.hidden].f(z)
        return softmax(z) if self.output == "softmax" else ACTIVATIONS[self.output].f(z)

    def _pairs(self) -> list[tuple[np.ndarray, np.ndarray]]:
        return list(zip(self._parameters[::2], self._parameters[1::2], strict=True))

    def _inputs(self, x: np.ndarray) -> np.ndarray:
        x = np.asarray(x)
        if x.dtype.kind not in "fiub":
            raise InputError("x must hold numbers, not {dtype}", dtype=x.dtype)
        if x.ndim != 2 or x.shape[1] != self.sizes[0]:
            raise InputError(
                "x must have the shape (batch, {inputs}), not {shape}", inputs=self.sizes[0], shape=x.shape
            )
        if not np.isfinite(x).all():
            raise InputError("{name} holds a number that is not finite", name="x")
        return x.astype(self.dtype, copy=False)


def _sizes(sizes: Sequence[int]) -> tuple[int, ...]:
    if isinstance(sizes, str) or not isinstance(sizes, Sequence) or not 2 <= len(sizes) <= MOST_LAYERS + 1:
        raise InputError("sizes must name the inputs, the hidden layers and the outputs, such as (2, 3, 1)")
    checked = tuple(whole("sizes", size, 1, MOST_WEIGHTS) for size in sizes)
    weights = sum(fan_in * fan_out for fan_in, fan_out in pairwise(checked))
    if weights > MOST_WEIGHTS:
        raise InputError("sizes make {weights} weights; at most {most}", weights=weights, most=MOST_WEIGHTS)
    return checked


def _dtype(dtype: str | type | np.dtype) -> np.dtype:
    if getattr(dtype, "__name__", str(dtype)) not in ("float32", "float64"):
        raise InputError("dtype must be float32 or float64, not {dtype}", dtype=dtype)
    return np.dtype(dtype)
