"""The broadcasting rule: shapes aligned at the right, axes of length 1 added on the left, lengths of 1 stretched.

Written from the rule as NumPy's user guide states it ("Broadcasting", General broadcasting rules), not from its code.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from helpers.maths.checks import axis_lengths
from helpers.maths.errors import InputError

Shape = tuple[int, ...]


@dataclass(frozen=True)
class Operand:
    """One of the shapes that meet, after the two steps; every tuple but ``shape`` has one entry for each axis."""

    shape: Shape  # as it was given
    padded: Shape  # with axes of length 1 added on the left
    added: tuple[bool, ...]  # axes that were not there before
    stretched: tuple[bool, ...]  # axes of length 1 that meet another length
    strides: tuple[int, ...]  # bytes from one place to the next; 0 where all places are one place in memory
    itemsize: int  # bytes of one number

    @property
    def size(self) -> int:
        """How many numbers are stored."""
        return math.prod(self.shape)

    @property
    def nbytes(self) -> int:
        """Bytes that are stored."""
        return self.size * self.itemsize


@dataclass(frozen=True)
class Clash:
    """An axis on which the shapes do not fit: lengths that differ, and neither is 1."""

    axis: int  # counted from the left of the aligned shapes, from 0
    from_right: int  # the same axis counted from the right: -1 is the last
    lengths: Shape  # of every operand on this axis


@dataclass(frozen=True)
class Broadcast:
    """Shapes that met: what became of each, and the shape of the result or where it failed."""

    operands: tuple[Operand, ...]
    shape: Shape | None  # of the result; None when they do not broadcast
    clashes: tuple[Clash, ...]  # from the right, since alignment starts there; empty when they broadcast

    @property
    def rank(self) -> int:
        """Number of axes of the aligned shapes."""
        return max((len(operand.shape) for operand in self.operands), default=0)

    @property
    def size(self) -> int:
        """How many numbers the result has; 0 when there is none."""
        return 0 if self.shape is None else math.prod(self.shape)

    def copied_nbytes(self, operand: Operand) -> int:
        """Bytes that ``operand`` would take if its virtual copies were made."""
        return self.size * operand.itemsize


def broadcast(*shapes: Sequence[int], itemsize: int = 4) -> Broadcast:
    """Let ``shapes`` meet by the broadcasting rule; shapes that do not fit are no error but a result with clashes.

    ``itemsize`` is the bytes of one number. Strides are those of arrays in C order after ``np.broadcast_to``.
    InputError naming the axis for a length that is negative or no whole number.
    """
    checked = [axis_lengths(shape) for shape in shapes]
    rank = max(map(len, checked), default=0)
    padded = [(1,) * (rank - len(shape)) + shape for shape in checked]
    clashes, result = [], []
    for axis, lengths in enumerate(zip(*padded, strict=True)):
        wanted = {length for length in lengths if length != 1}
        result.append(wanted.pop() if wanted else 1)
        if wanted:  # a second length that is not 1
            clashes.append(Clash(axis, axis - rank, lengths))
    operands = tuple(
        _operand(shape, wide, tuple(result), itemsize) for shape, wide in zip(checked, padded, strict=True)
    )
    return Broadcast(operands, None if clashes else tuple(result), tuple(reversed(clashes)))


def _operand(shape: Shape, padded: Shape, result: Shape, itemsize: int) -> Operand:
    steps = [itemsize * math.prod(max(length, 1) for length in padded[axis + 1 :]) for axis in range(len(padded))]
    return Operand(
        shape=shape,
        padded=padded,
        added=tuple(axis < len(padded) - len(shape) for axis in range(len(padded))),
        stretched=tuple(here == 1 != there for here, there in zip(padded, result, strict=True)),
        strides=tuple(0 if length == 1 else step for length, step in zip(padded, steps, strict=True)),
        itemsize=itemsize,
    )


def broadcast_shapes(*shapes: Sequence[int]) -> Shape:
    """Return the shape of the result; InputError that names the first axis from the right on which they clash."""
    met = broadcast(*shapes)
    if met.shape is None:
        clash = met.clashes[0]
        raise InputError(
            "{shapes} do not broadcast: on axis {from_right} from the right (axis {axis} from the left) "
            "the lengths {lengths} differ and neither is 1",
            shapes=" and ".join(str(operand.shape) for operand in met.operands),
            from_right=clash.from_right,
            axis=clash.axis,
            lengths=" and ".join(map(str, sorted({length for length in clash.lengths if length != 1}))),
        )
    return met.shape


_LONGEST = 18  # digits: longer ones are slow to read and fit no memory


def parse_shape(text: str, name: str = "shape") -> Shape:
    """Read a shape as a learner types it: ``64, 3, 32, 10``, ``(3,)``, ``5``; ``()`` or nothing is a scalar.

    InputError naming ``name`` and the part that is no whole number from 0 on.
    """
    inside = text.strip()
    if match := re.fullmatch(r"\((.*)\)|\[(.*)\]", inside, re.DOTALL):
        inside = (match[1] or match[2] or "").strip()
    if not inside:
        return ()
    parts = [part.strip() for part in inside.removesuffix(",").split(",")]
    for axis, part in enumerate(parts):
        if not re.fullmatch(r"[0-9]+", part):
            shown = part if len(part) <= 20 else part[:20] + "…"
            raise InputError(
                "{name}: the length of axis {axis} must be a whole number from 0 on, not '{part}'",
                name=name,
                axis=axis,
                part=shown,
            )
        if len(part) > _LONGEST:
            raise InputError(
                "{name}: the length of axis {axis} has {digits} digits", name=name, axis=axis, digits=len(part)
            )
    return tuple(int(part) for part in parts)
