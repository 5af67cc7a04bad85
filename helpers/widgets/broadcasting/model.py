"""Two shapes that meet: the steps of the rule, and small tensors of these shapes that are computed."""

from dataclasses import dataclass

import numpy as np

from helpers.maths.broadcasting import Broadcast, Shape, broadcast, parse_shape
from helpers.maths.errors import InputError
from helpers.widgets.broadcasting.layout import fits

AS_GIVEN, ADD_AXES, STRETCH, COMPUTE = 1, 2, 3, 4  # the steps of the rule
MOST_AXES = 6


@dataclass(frozen=True)
class Operation:
    """What is computed of x and y, element by element; ``formula`` is how Python writes it."""

    ufunc: np.ufunc
    sign: str
    formula: str


OPERATIONS = {
    "add": Operation(np.add, "+", "{x} + {y}"),
    "multiply": Operation(np.multiply, "×", "{x} * {y}"),
    "maximum": Operation(np.maximum, "max", "maximum({x}, {y})"),
}


@dataclass(frozen=True)
class Values:
    """Numbers of x, y and the result, each (cells,) in C order of the shape in which it is drawn."""

    shapes: tuple[Shape, ...]
    numbers: tuple[np.ndarray, ...]
    real: tuple[np.ndarray, ...]  # bool: stored, not repeated


@dataclass(frozen=True)
class Meeting:
    """Two shapes that met, how far the rule has gone, and values where there are few enough to be drawn."""

    met: Broadcast
    step: int
    operation: Operation
    dtype: str
    values: Values | None

    @property
    def result_nbytes(self) -> int:
        """Bytes of the result."""
        return self.met.size * self.met.operands[0].itemsize

    @property
    def overflows(self) -> bool:
        """Whether a result is too large for its type."""
        if self.values is None or not self.met.size:
            return False
        x, y, result = self.values.numbers
        return not np.array_equal(self.operation.ufunc(x.astype(np.int64), y.astype(np.int64)), result)


def meet(x: str, y: str, operation: str, dtype: str, step: int) -> Meeting:
    """Let two shapes meet; InputError for a text that is no shape, never for shapes that do not fit each other."""
    met = broadcast(_shape("x", x), _shape("y", y), itemsize=np.dtype(dtype).itemsize)
    return Meeting(met, step, OPERATIONS[operation], dtype, _values(met, operation, dtype))


def _shape(name: str, text: str) -> Shape:
    shape = parse_shape(text, name)
    if len(shape) > MOST_AXES:
        raise InputError(
            "{name} has rank {rank}; at most {most} axes can be drawn", name=name, rank=len(shape), most=MOST_AXES
        )
    return shape


def _values(met: Broadcast, operation: str, dtype: str) -> Values | None:
    """Make small tensors of these shapes and compute; None where there are too many cells to be drawn."""
    shapes = tuple(operand.padded for operand in met.operands)
    if met.shape is not None:
        shapes = (met.shape,) * 3 if met.size else (*shapes, met.shape)
    if not fits(shapes):
        return None
    numbers: list[np.ndarray] = []
    real: list[np.ndarray] = []
    for operand, shape, first, step in zip(met.operands, shapes, (0, 10), (1, 10), strict=False):
        if operation == "multiply":
            first, step = 1, 1
        place = np.broadcast_to(np.arange(operand.size).reshape(operand.padded), shape).ravel()  # in memory
        numbers.append((first + (step if operand.size <= 9 else 1) * place).astype(dtype))
        real.append(np.zeros(place.size, bool))
        real[-1][np.unique(place, return_index=True)[1]] = True
    if len(shapes) == 3:
        with np.errstate(all="ignore"):  # uint8 may overflow, as it does for the learner
            numbers.append(OPERATIONS[operation].ufunc(*numbers) if met.size else np.zeros(0))
        real.append(np.ones(met.size, bool))
    return Values(shapes, tuple(numbers), tuple(real))


def in_bytes(count: int) -> str:
    """Bytes as one would say them: exact up to a million, then in larger units of a thousand each."""
    if count < 10**6:
        return f"{count:,} B"
    for power, unit in ((2, "MB"), (3, "GB"), (4, "TB"), (5, "PB")):
        if count < 1000 ** (power + 1):
            return f"{count / 1000**power:.1f} {unit}"
    return f"{count:.0e} B"
