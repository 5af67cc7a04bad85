"""How a tensor lies in memory, and how its cells are laid out on paper."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from helpers.maths import checks
from helpers.maths.errors import InputError

MAX_RANK = 5
MAX_CELLS = 600
DTYPES = ("uint8", "int32", "float32", "float64")


@dataclass(frozen=True)
class Selection:
    """A tensor ``x`` of ``size`` cells in C order, and what one index takes out of it."""

    shape: tuple[int, ...]
    strides: tuple[int, ...]  # bytes from one cell to the next, per axis
    itemsize: int  # bytes
    taken: np.ndarray  # (size,) bool, in memory order
    taken_shape: tuple[int, ...]
    taken_strides: tuple[int, ...]

    @property
    def rank(self) -> int:
        """Number of axes."""
        return len(self.shape)

    @property
    def size(self) -> int:
        """Number of cells: the product of the lengths."""
        return self.taken.size

    @property
    def nbytes(self) -> int:
        """Bytes in memory: number of cells × bytes per cell."""
        return self.size * self.itemsize


def check_shape(shape: Sequence[int]) -> tuple[int, ...]:
    """Return ``shape`` as a tuple of ints; ValueError in words when it cannot be drawn."""
    if len(shape) > MAX_RANK:
        raise InputError("shape has rank {rank}; at most {most} axes can be drawn", rank=len(shape), most=MAX_RANK)
    shape = checks.axis_lengths(shape)
    cells = math.prod(shape)  # NumPy's product would overflow in silence
    if cells > MAX_CELLS:
        raise InputError(
            "shape {shape} has {cells} cells; at most {most} can be drawn", shape=shape, cells=cells, most=MAX_CELLS
        )
    return shape


def parse_index(text: str, axis: int) -> int | slice:
    """Read what stands for one axis between the brackets: ``2``, ``:``, ``1:3``, ``::-1``.

    Raises ValueError naming the axis when it is neither a whole number nor a slice.
    """
    parts = [part.strip() for part in text.split(":")]
    try:
        numbers = [int(part) if part else None for part in parts]
    except ValueError:
        numbers = []
    if len(numbers) == 1 and numbers[0] is not None:
        return numbers[0]
    if len(numbers) not in (2, 3):
        raise InputError("axis {axis}: {text} is neither a whole number nor a slice such as 1:3", axis=axis, text=text)
    if len(numbers) == 3 and numbers[2] == 0:
        raise InputError("axis {axis}: the step of a slice cannot be 0", axis=axis)
    return slice(*numbers)


def select(shape: Sequence[int], index: Sequence[str], dtype: str = "float32") -> Selection:
    """Take ``x[index]`` from a tensor of ``shape``; ``index`` holds one text per axis, from the first.

    Raises ValueError naming the axis for an index out of range, too many indices or a shape that
    cannot be drawn.
    """
    shape = check_shape(shape)
    checks.one_of("dtype", dtype, DTYPES)
    if len(index) > len(shape):
        raise InputError(
            "{count} indices for a tensor of rank {rank}: at most one for each axis", count=len(index), rank=len(shape)
        )
    keys = tuple(parse_index(text, axis) for axis, text in enumerate(index))
    for axis, key in enumerate(keys):
        if isinstance(key, int) and not -shape[axis] <= key < shape[axis]:
            raise InputError(
                "axis {axis} has length {length}: there is no index {key}", axis=axis, length=shape[axis], key=key
            )
    x = np.arange(math.prod(shape)).reshape(shape)
    itemsize = np.dtype(dtype).itemsize
    taken = np.zeros(x.size, bool)
    view = x[keys]
    taken[view.ravel()] = True
    return Selection(
        shape=shape,
        strides=_in_bytes(x, itemsize),
        itemsize=itemsize,
        taken=taken,
        taken_shape=view.shape,
        taken_strides=_in_bytes(np.asarray(view), itemsize),
    )


def _in_bytes(x: np.ndarray, itemsize: int) -> tuple[int, ...]:
    """Strides of the int64 stand-in ``x``, for cells of ``itemsize`` bytes."""
    return tuple(stride // x.itemsize * itemsize for stride in x.strides)


def lay_out(shape: Sequence[int], gap: float = 0.35) -> tuple[np.ndarray, float, float]:
    """Place the cells of a tensor on paper, in units of one cell: ``(size, 2)`` corners, width, height.

    The last axis runs to the right, the one before it downwards, the one before that to the right again,
    in blocks with a growing gap: how NumPy prints it, but for using the width.
    """
    corners = np.zeros((1, 2))
    extent = np.array([1.0, 1.0])
    for step, length in enumerate(reversed(shape)):
        direction = step % 2  # 0: to the right, 1: downwards
        space = gap * (step // 2) * (1 + step // 2) / 2
        pitch = extent[direction] + space
        shift = np.zeros((length, 1, 2))
        shift[:, 0, direction] = pitch * np.arange(length)
        corners = (shift + corners).reshape(-1, 2)
        extent[direction] = max(pitch * length - space, 0)
    return corners, float(extent[0]), float(extent[1])
