"""What BroadcastingExplorer says: each step of the rule in words."""

from collections.abc import Iterator

from helpers.maths.broadcasting import Broadcast, Shape
from helpers.widgets.broadcasting.model import AS_GIVEN, COMPUTE, STRETCH, Meeting, in_bytes
from helpers.words import _


def describe(meeting: Meeting) -> Iterator[str]:
    """Say what this step does to the two shapes, or on which axis they do not fit."""
    met = meeting.met
    if meeting.step == AS_GIVEN:
        x, y = (operand.shape for operand in met.operands)
        words = _("x has shape {x}, y has shape {y}: rank {rank_x} and rank {rank_y}.")
        yield words.format(x=x, y=y, rank_x=len(x), rank_y=len(y))
        return
    yield _added(met)
    if meeting.step >= STRETCH:
        yield from _clash(met) if met.shape is None else _stretched(met)
    if meeting.step == COMPUTE and met.shape is not None:
        yield _computed(meeting, met.shape)
        if meeting.overflows:
            yield _("uint8 ends at 255: what is larger has lost a multiple of 256.")


def _added(met: Broadcast) -> str:
    text = _("Axes of length 1 are added to {name} on the left ({count}): {before} becomes {after}.")
    words = [
        text.format(name=name, count=sum(operand.added), before=operand.shape, after=operand.padded)
        for name, operand in zip("xy", met.operands, strict=True)
        if any(operand.added)
    ]
    return words[0] if words else _("Both have rank {rank}: no axis is added.").format(rank=met.rank)


def _stretched(met: Broadcast) -> list[str]:
    text = _("{name} is stretched from {before} to {after} with strides {strides}: nothing is copied.")
    words = [
        text.format(name=name, before=operand.padded, after=met.shape, strides=operand.strides)
        for name, operand in zip("xy", met.operands, strict=True)
        if any(operand.stretched)
    ]
    return words or [_("No length of 1 has to be stretched.")]


def _computed(meeting: Meeting, shape: Shape) -> str:
    met = meeting.met
    words = _(
        "The result has shape {shape}: {size} numbers of type {dtype}, {nbytes}. "
        "x and y together store {stored}; with copies made they would take {copied}."
    )
    return words.format(
        shape=shape,
        size=met.size,
        dtype=meeting.dtype,
        nbytes=in_bytes(meeting.result_nbytes),
        stored=in_bytes(sum(operand.nbytes for operand in met.operands)),
        copied=in_bytes(sum(met.copied_nbytes(operand) for operand in met.operands)),
    )


def _clash(met: Broadcast) -> Iterator[str]:
    first, *more = met.clashes
    words = _(
        "They do not broadcast: on axis {right} (axis {axis} from the left) x has length {x} and y has length {y}; "
        "the lengths differ and neither is 1."
    )
    yield words.format(right=first.from_right, axis=first.axis, x=first.lengths[0], y=first.lengths[1])
    if more:
        axes = ", ".join(str(clash.from_right) for clash in more)
        yield _("The same is so on axis {axes}.").format(axes=axes)
