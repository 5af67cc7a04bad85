"""Activations and their derivatives, element by element, with the values and the defaults of Keras 3."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from helpers.maths.checks import number
from helpers.maths.errors import InputError

Function = Callable[[np.ndarray | float], np.ndarray]

FLAT = 0.05  # a derivative this near to 0 lets hardly any gradient through


@dataclass(frozen=True)
class Activation:
    """A function of the weighted sum z and its derivative, both element-wise: (…) → (…).

    float32 stays float32; whole numbers become float64. ``range`` holds the lower and the upper limit of ``f``; whether
    they are reached is not told. Where ``f`` has a corner, ``df`` is what TensorFlow takes there.
    """

    f: Function
    df: Function
    range: tuple[float, float]


def _elementwise(f: Callable[[np.ndarray], np.ndarray]) -> Function:
    """Let ``f`` have floating numbers, whatever comes in; a single number comes out as one."""

    def on_floats(z: np.ndarray | float) -> np.ndarray:
        z = np.asarray(z)
        if not np.issubdtype(z.dtype, np.floating):
            z = z.astype(np.float64)
        return np.asarray(f(z), z.dtype)[()]

    return on_floats


def _sigmoid(z: np.ndarray) -> np.ndarray:
    """1 / (1 + exp(−z)), without an exp of anything positive: it would overflow."""
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, e) / (1 + e)


def _sigmoid_df(z: np.ndarray) -> np.ndarray:
    e = np.exp(-np.abs(z))
    return e / (1 + e) ** 2


def _softplus(z: np.ndarray) -> np.ndarray:
    """log(1 + exp(z)), see Dugas et al. (2001)."""
    return np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))


def _silu_df(z: np.ndarray) -> np.ndarray:
    s = _sigmoid(z)
    return s * (1 + z * (1 - s))


# GELU is z·Φ(z), and NumPy has no Φ, the normal distribution function. So Φ is tabled every 1/16 and continued from the
# nearest place by its Taylor series, whose terms are Hermite polynomials: exact to the last digits of float64.
_PLACES_PER_UNIT, _LOWEST, _HIGHEST, _TERMS = 16, -40, 9, 10


def _taylor_table() -> np.ndarray:
    """Coefficients of Φ(z₀ + d) in powers of d, the highest first: (terms, places)."""
    z = np.linspace(_LOWEST, _HIGHEST, (_HIGHEST - _LOWEST) * _PLACES_PER_UNIT + 1)
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    hermite = [np.ones_like(z), z]
    for n in range(1, _TERMS):
        hermite.append(z * hermite[n] - n * hermite[n - 1])
    rows = [np.array([math.erfc(-x / math.sqrt(2)) / 2 for x in z])]
    for n in range(1, _TERMS):
        rows.append(density * hermite[n - 1] * (-1) ** (n - 1) / math.factorial(n))
    return np.array(rows[::-1])


_PHI = _taylor_table()
_PHI_SINGLE = _PHI[-5:].astype(np.float32)  # more terms are below float32's last digit


def _phi(z: np.ndarray) -> np.ndarray:
    """Probability that a standard normal number is below z: (…) → (…)."""
    table = _PHI_SINGLE if z.dtype == np.float32 else _PHI
    z = np.clip(z, _LOWEST, _HIGHEST)
    place = np.rint(np.where(np.isnan(z), 0, (z - _LOWEST) * _PLACES_PER_UNIT)).astype(np.intp)
    d = z - (place / z.dtype.type(_PLACES_PER_UNIT) + _LOWEST).astype(z.dtype)
    value = table[0].take(place)
    for row in table[1:]:
        value = value * d + row.take(place)
    return value


def _gelu_df(z: np.ndarray) -> np.ndarray:
    density = np.exp(-(np.clip(z, -40, 40) ** 2) / 2) / math.sqrt(2 * math.pi)
    return _phi(z) + z * density


def _leaky_relu(slope: float) -> Activation:
    return Activation(
        _elementwise(lambda z: np.where(z > 0, z, slope * z)),
        _elementwise(lambda z: np.where(z > 0, 1, slope)),
        (-math.inf if slope > 0 else 0.0, math.inf),
    )


def _elu(alpha: float, scale: float = 1.0, at_zero: float | None = None) -> Activation:
    """``scale`` · (z, or ``alpha`` · (exp(z) − 1) under 0)."""

    def df(z: np.ndarray) -> np.ndarray:
        slope = np.where(z > 0, 1, alpha * np.exp(np.minimum(z, 0)))
        return scale * (slope if at_zero is None else np.where(z == 0, at_zero, slope))

    return Activation(
        _elementwise(lambda z: scale * np.where(z > 0, z, alpha * np.expm1(np.minimum(z, 0)))),
        _elementwise(df),
        (0.0 - scale * alpha, math.inf),
    )


# Klambauer et al. (2017), eq. 14: with these two, mean 0 and variance 1 stay from layer to layer.
SELU_ALPHA, SELU_SCALE = 1.6732632423543772, 1.0507009873554805

# Sources: ReLU Nair and Hinton (2010); leaky ReLU Maas et al. (2013); ELU Clevert et al. (2016); GELU and SiLU by
# Hendrycks and Gimpel (2016), the latter called "Swish" by Ramachandran et al. (2017).
ACTIVATIONS: dict[str, Activation] = {
    "linear": Activation(_elementwise(lambda z: z.copy()), _elementwise(np.ones_like), (-math.inf, math.inf)),
    "step": Activation(_elementwise(lambda z: z > 0), _elementwise(np.zeros_like), (0.0, 1.0)),
    "sigmoid": Activation(_elementwise(_sigmoid), _elementwise(_sigmoid_df), (0.0, 1.0)),
    "tanh": Activation(_elementwise(np.tanh), _elementwise(lambda z: 1 - np.tanh(z) ** 2), (-1.0, 1.0)),
    "relu": Activation(_elementwise(lambda z: np.maximum(z, 0)), _elementwise(lambda z: z > 0), (0.0, math.inf)),
    "leaky_relu": _leaky_relu(0.2),
    "elu": _elu(1.0),
    "softplus": Activation(_elementwise(_softplus), _elementwise(_sigmoid), (0.0, math.inf)),
    "selu": _elu(SELU_ALPHA, SELU_SCALE, at_zero=1.0),
    "gelu": Activation(_elementwise(lambda z: z * _phi(z)), _elementwise(_gelu_df), (-0.16997120747990369, math.inf)),
    "silu": Activation(
        _elementwise(lambda z: z * _sigmoid(z)), _elementwise(_silu_df), (-0.27846454276107380, math.inf)
    ),
}

# The parameter of those that have one: its name in Keras, its default there, how to make the activation from it.
PARAMETERS: dict[str, tuple[str, float, Callable[[float], Activation]]] = {
    "leaky_relu": ("negative_slope", 0.2, _leaky_relu),
    "elu": ("alpha", 1.0, _elu),
}


def activation(name: str, alpha: float | None = None) -> Activation:
    """Return the activation called ``name``; ``alpha`` is the slope of leaky_relu under 0, or the alpha of elu.

    Raises ValueError for an unknown name, and for an ``alpha`` that is negative, not finite, or has no use there.
    """
    if not isinstance(name, str) or name not in ACTIVATIONS:
        raise InputError("activation must be one of {known}, not {name}", known=", ".join(ACTIVATIONS), name=name)
    if alpha is None:
        return ACTIVATIONS[name]
    if name not in PARAMETERS:
        raise InputError("alpha is for {known}; {name} has no parameter", known=", ".join(PARAMETERS), name=name)
    return PARAMETERS[name][2](number("alpha", alpha, 0))


def maxout(z: np.ndarray) -> np.ndarray:
    """Return the largest piece of each unit: (…, units, pieces) → (…, units). Goodfellow et al. (2013).

    Not element-wise, so not among ``ACTIVATIONS``: each unit has several weighted sums. Raises ValueError when there is
    no last axis, or nothing on it.
    """
    return np.max(_pieces(z), axis=-1)


def maxout_df(z: np.ndarray) -> np.ndarray:
    """Return the derivative of ``maxout`` by each piece: 1 for the largest (the first of equals), else 0; z's shape."""
    z = _pieces(z)
    return (np.arange(z.shape[-1]) == np.argmax(z, axis=-1)[..., None]).astype(z.dtype)


def maxout_of_lines(slopes: tuple[float, ...]) -> Activation:
    """Return the maxout of lines through the origin: the largest of ``slopes[i]``·z, as a function of one input."""
    if not slopes:
        raise InputError("slopes must hold one number at least")
    lines = np.array([number("slopes", slope) for slope in slopes])
    low = 0.0 if lines.min() <= 0 <= lines.max() else -math.inf
    return Activation(
        _elementwise(lambda z: maxout(np.multiply.outer(z, lines))),
        _elementwise(lambda z: maxout_df(np.multiply.outer(z, lines)) @ lines),
        (low, math.inf),
    )


def condition(act: Activation, z: float) -> str:
    """Say what ``act`` does to a gradient at z: ``dead`` stops it, ``saturated`` nearly does, ``""`` lets it through.

    Saturated means that further out f changes no more; where it does, a derivative below ``FLAT`` is only ``flat``.
    """
    here = np.float64(z)
    derivative = float(act.df(here))
    if derivative == 0:
        return "dead"
    if abs(derivative) >= FLAT:
        return ""
    limit = act.f(np.float64(math.copysign(50, z)))
    return "saturated" if abs(limit - act.f(here)) < 0.1 else "flat"


def _pieces(z: np.ndarray) -> np.ndarray:
    z = np.asarray(z)
    if not z.ndim or not z.shape[-1]:
        raise InputError("z must have at least one piece on its last axis; its shape is {shape}", shape=z.shape)
    return z if np.issubdtype(z.dtype, np.floating) else z.astype(np.float64)
