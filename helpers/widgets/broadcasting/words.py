"""What BroadcastingExplorer says: each step of the rule in words."""

from helpers.maths.broadcasting import Broadcast, Shape
from helpers.widgets.broadcasting.table import COMPUTE, in_bytes
from helpers.words import _


def in_words(met: Broadcast, step: int, dtype: str, runs_over: bool) -> str:
    """Say what ``step`` (1 to 4) does to the two shapes, or on which axis they do not fit.

    ``runs_over`` tells that some results are too large for ``dtype``.
    """
    x, y = met.operands
    if step == 1:
        return _("x has shape {x}, y has shape {y}: rank {rank_x} and rank {rank_y}.").format(
            x=x.shape, y=y.shape, rank_x=len(x.shape), rank_y=len(y.shape)
        )
    words = [_added(met)]
    if step > 2:
        words.append(_clash(met) if met.shape is None else _stretched(met))
    if step == COMPUTE and met.shape is not None:
        words.append(_computed(met, met.shape, dtype))
        if runs_over:
            words.append(_("uint8 ends at 255: what is larger has lost a multiple of 256."))
    return " ".join(words)


def _added(met: Broadcast) -> str:
    told = _("Axes of length 1 are added to {name} on the left ({count}): {before} becomes {after}.")
    words = [
        told.format(name=name, count=sum(operand.added), before=operand.shape, after=operand.padded)
        for name, operand in zip("xy", met.operands, strict=True)
        if any(operand.added)
    ]
    return words[0] if words else _("Both have rank {rank}: no axis is added.").format(rank=met.rank)


def _stretched(met: Broadcast) -> str:
    told = _("{name} is stretched from {before} to {after} with strides {strides}: nothing is copied.")
    words = [
        told.format(name=name, before=operand.padded, after=met.shape, strides=operand.strides)
        for name, operand in zip("xy", met.operands, strict=True)
        if any(operand.stretched)
    ]
    return " ".join(words) or _("No length of 1 has to be stretched.")


def _computed(met: Broadcast, shape: Shape, dtype: str) -> str:
    x, y = met.operands
    told = _(
        "The result has shape {shape}: {size} numbers of type {dtype}, {nbytes}. "
        "x and y together store {stored}; with copies made they would take {copied}."
    )
    return told.format(
        shape=shape,
        size=met.size,
        dtype=dtype,
        nbytes=in_bytes(met.size * x.itemsize),
        stored=in_bytes(x.nbytes + y.nbytes),
        copied=in_bytes(met.copied_nbytes(x) + met.copied_nbytes(y)),
    )


def _clash(met: Broadcast) -> str:
    first, *more = met.clashes
    told = _(
        "They do not broadcast: on axis {right} (axis {axis} from the left) x has length {x} and y has length {y}; "
        "the lengths differ and neither is 1."
    )
    words = told.format(right=first.from_right, axis=first.axis, x=first.lengths[0], y=first.lengths[1])
    if more:
        axes = ", ".join(str(clash.from_right) for clash in more)
        words += " " + _("The same is so on axis {axes}.").format(axes=axes)
    return words
