"""TensorExplorer: shape, slice, strides and bytes of a tensor, cell by cell."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import ipywidgets as widgets

from helpers.maths.tensors import DTYPES, MAX_CELLS, MAX_RANK
from helpers.widgets.engine.explorer import Explorer
from helpers.widgets.engine.fields import dropdown, int_slider, sequence, text
from helpers.widgets.tensor.model import Result, look
from helpers.widgets.tensor.picture import SIZE, TensorPicture
from helpers.words import N_, _

LENGTH = int_slider(2, 1, 6, limits=(0, MAX_CELLS), label=N_("axis {number}: length"), width=270, label_width=100)
INDEX = text(":", label=N_("take"), width=130)


def _last(explorer: "TensorExplorer", state: "TensorState") -> int:
    return max(math.prod(state.shape) - 1, 0)


@dataclass(frozen=True)
class TensorState:
    """A shape, one index for each axis, the type of the numbers, the cell to look at (its place in memory)."""

    shape: tuple[int, ...] = sequence(
        (2, 3, 4), LENGTH, 0, MAX_RANK, count_label=N_("rank"), width=270, label_width=100
    )
    index: tuple[str, ...] = sequence(("0", ":", "1:3"), INDEX, 0, MAX_RANK, count=lambda state: len(state.shape))
    dtype: str = dropdown("float32", DTYPES, label=N_("dtype"), width=180, label_width=50)
    cell: int = int_slider(0, 0, _last, label=N_("cell"), width=220, label_width=50)


class TensorExplorer(Explorer[TensorState, Result]):
    """See a tensor's cells with their indices, what a slice takes, and where each number lies in memory."""

    State = TensorState
    Picture = TensorPicture
    size = SIZE
    label_width = None

    def arrange(self) -> list[widgets.Widget]:
        """Axes on the left, one a row; the rest on the right."""
        rank, *lengths = self.fields["shape"].boxes
        axes = [widgets.HBox(row) for row in zip(lengths, self.fields["index"].boxes, strict=True)]
        return [widgets.VBox([rank, *axes]), widgets.VBox([self.controls["cell"], self.controls["dtype"]])]

    def follow(self, before: TensorState, after: TensorState) -> TensorState:
        """An axis more or less is an index more or less."""
        return replace(after, index=self.fields["index"].read(after))

    def compute(self, state: TensorState) -> Result:
        """Take the slice; InputError for a shape or an index that makes no sense."""
        return look(state.shape, state.index, state.dtype, state.cell)

    def describe(self, result: Result) -> Iterator[str]:
        """Say shape, strides, bytes, what is taken, and where the chosen cell lies."""
        x = result.x
        yield _(
            "x has rank {rank} and shape {shape}: {size} numbers of type {dtype}, {itemsize} bytes each, "
            "{nbytes} bytes in all."
        ).format(rank=x.rank, shape=x.shape, size=x.size, dtype=result.dtype, itemsize=x.itemsize, nbytes=x.nbytes)
        text = _(
            "x{index} takes {count} of them, with shape {shape} and strides {strides} in bytes; nothing is copied."
        )
        count = int(x.taken.sum())
        yield text.format(index=result.brackets, count=count, shape=x.taken_shape, strides=x.taken_strides)
        if result.place:
            terms = " + ".join(f"{i}×{stride}" for i, stride in zip(result.place, x.strides, strict=True))
            text = _("The framed cell x{place} starts at byte {sum} = {byte}.")
            yield text.format(place=list(result.place), sum=terms, byte=result.cell * x.itemsize)
