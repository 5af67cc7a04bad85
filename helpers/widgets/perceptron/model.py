"""Perceptrons in the plane: one unit and its learning rule, two layers, what they answer on a grid."""

from dataclasses import dataclass

import numpy as np

from helpers.maths import activations
from helpers.maths.checks import number, whole
from helpers.maths.errors import InputError

MOST_STEPS, MOST_CELLS = 10_000, 1_000


@dataclass(frozen=True)
class Samples:
    """Points of the plane and what is wanted for each."""

    name: str
    x: np.ndarray  # (samples, 2)
    y: np.ndarray  # (samples,), 0 or 1
    separable: bool  # whether one line can part the ones from the zeros


_CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
_CLOUD = np.array(
    [
        *[(-0.25, 0.125), (0.125, 0.375), (0.25, -0.25), (0.5, 0.125), (-0.125, 0.75)],
        *[(0.375, 1.125), (0.75, 0.75), (1.0, 0.375), (1.25, 0.875), (0.875, 1.25)],
    ]
)[[0, 5, 1, 6, 2, 7, 3, 8, 4, 9]]

# All coordinates are sums of powers of two: the rule then meets z = 0 exactly, or not at all.
SAMPLES = {
    data.name: data
    for data in (
        Samples("AND", _CORNERS, np.array([0, 0, 0, 1]), True),
        Samples("OR", _CORNERS, np.array([0, 1, 1, 1]), True),
        Samples("XOR", _CORNERS, np.array([0, 1, 1, 0]), False),
        Samples("cloud", _CLOUD, np.array([0, 1] * 5), True),
    )
}


def unit(x: np.ndarray, w: np.ndarray, b: float, activation: str = "step") -> np.ndarray:
    """Return f(x·w + b), the answer of one unit: (…, 2) → (…). Rosenblatt's unit has ``step``: 1 where the sum > 0."""
    return activations.activation(activation).f(x @ w + b)


@dataclass(frozen=True)
class Learning:
    """A run of the perceptron rule. Step i looks at one sample; ``w[i]`` and ``b[i]`` are what it started from."""

    sample: np.ndarray  # (steps,) int: which one
    z: np.ndarray  # (steps,) its weighted sum
    error: np.ndarray  # (steps,) int: wanted − answer, one of −1, 0, 1; where it is 0, nothing was changed
    w: np.ndarray  # (steps + 1, 2)
    b: np.ndarray  # (steps + 1,)


def learn(
    x: np.ndarray, y: np.ndarray, w: np.ndarray, b: float, learning_rate: float = 1.0, steps: int = 20
) -> Learning:
    """Run Rosenblatt's rule (1958) sample by sample, over and over in the same order.

    The unit answers 1 where x·w + b > 0. After each answer w ← w + η (wanted − answer) x and b ← b + η (wanted −
    answer). ``x`` is (samples, features), ``y`` (samples,) of 0 and 1, ``w`` (features,). Raises ValueError naming the
    argument for shapes that do not fit, no sample at all, and numbers out of range.
    """
    x, y, w = np.asarray(x, np.float64), np.asarray(y), np.asarray(w, np.float64)
    if x.ndim != 2 or not len(x) or y.shape != x.shape[:1] or w.shape != x.shape[1:]:
        raise InputError(
            "x, y and w must have the shapes (samples, features), (samples,) and (features,), not {x}, {y}, {w}",
            x=x.shape,
            y=y.shape,
            w=w.shape,
        )
    b, learning_rate = number("b", b), number("learning_rate", learning_rate)
    if learning_rate <= 0:
        raise InputError("learning_rate must be above 0, not {value}", value=learning_rate)
    steps = whole("steps", steps, 0, MOST_STEPS)
    order = np.arange(steps) % len(x)
    x = np.column_stack([x, np.ones(len(x))])  # the bias is the weight of an input that is always 1
    weights = np.empty((steps + 1, x.shape[1]))
    z, error = np.empty(steps), np.empty(steps, np.int64)
    weights[0] = now = np.array([*w, b])
    for step, i in enumerate(order):
        z[step] = total = x[i] @ now
        error[step] = wrong = y[i] - (total > 0)
        if wrong:
            now = now + learning_rate * wrong * x[i]
        weights[step + 1] = now
    return Learning(order, z, error, weights[:, :-1], weights[:, -1])


@dataclass(frozen=True)
class TwoLayers:
    """Two inputs, two hidden units, one output unit; all with the same activation."""

    hidden_w: np.ndarray  # (2, 2): a column for each hidden unit
    hidden_b: np.ndarray  # (2,)
    output_w: np.ndarray  # (2,)
    output_b: float

    def hidden(self, x: np.ndarray, activation: str = "sigmoid") -> np.ndarray:
        """Return what the hidden units answer: (…, 2) → (…, 2)."""
        return activations.activation(activation).f(x @ self.hidden_w + self.hidden_b)

    def output(self, x: np.ndarray, activation: str = "sigmoid") -> np.ndarray:
        """Return what the network answers: (…, 2) → (…)."""
        return unit(self.hidden(x, activation), self.output_w, self.output_b, activation)


@dataclass(frozen=True)
class Answers:
    """What units answer on the samples and on a grid of the plane."""

    data: Samples
    activation: str
    answers: np.ndarray  # (samples,)
    regions: np.ndarray  # (cells, cells), the top row first

    @property
    def right(self) -> np.ndarray:
        """Which samples are answered right: (samples,) bool."""
        return (self.answers > 0.5) == (self.data.y == 1)


@dataclass(frozen=True)
class UnitAnswers(Answers):
    """The answers of one unit, after the steps of the perceptron rule."""

    run: Learning
    learning_rate: float


@dataclass(frozen=True)
class LayerAnswers(Answers):
    """The answers of two layers."""

    network: TwoLayers
    hidden: np.ndarray  # (samples, 2)
    folded: np.ndarray  # (cells, cells): what the output unit answers in the plane of h₁ and h₂


def grid(low: float, high: float, cells: int) -> np.ndarray:
    """Return the middles of ``cells`` × ``cells`` squares of the plane: (cells, cells, 2), the top row first."""
    cells = whole("cells", cells, 1, MOST_CELLS)
    low, high = number("low", low), number("high", high)
    middles = low + (high - low) * (np.arange(cells) + 0.5) / cells
    return np.stack(np.meshgrid(middles, middles[::-1]), axis=-1)


def boundary(w: np.ndarray, b: float, low: float, high: float) -> np.ndarray:
    """Return the two ends of the line x·w + b = 0 inside the square from ``low`` to ``high``: (2, 2).

    (0, 2) where the line misses the square, or ``w`` is 0 and there is no line.
    """
    length = float(np.hypot(*w))
    if not length:
        return np.zeros((0, 2))
    normal = np.asarray(w) / length
    along = np.array([-normal[1], normal[0]])
    middle = np.full(2, (low + high) / 2)
    foot = middle - (middle @ normal + b / length) * normal  # the point of the line next to the middle
    first, last = -np.inf, np.inf
    for place, way in zip(foot, along, strict=True):
        if abs(way) < 1e-12:
            if not low <= place <= high:
                return np.zeros((0, 2))
            continue
        ends = sorted([(low - place) / way, (high - place) / way])
        first, last = max(first, ends[0]), min(last, ends[1])
    return foot + np.array([[first], [last]]) * along if first < last else np.zeros((0, 2))
