"""TensorExplorer: shape, slice, strides and bytes of a tensor, cell by cell."""

from collections.abc import Iterable
from dataclasses import dataclass

import ipywidgets as widgets
import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure

from helpers.drawing import COLOURS, Boxes, Labels
from helpers.drawing.labels import MONO, text_width
from helpers.drawing.style import INK
from helpers.maths.errors import InputError
from helpers.maths.tensors import DTYPES, MAX_RANK, Selection, lay_out, select
from helpers.widgets.engine.explorer import Explorer
from helpers.widgets.engine.stage import SCALE
from helpers.words import _

BLOCKS = (20, 64, 860, 260)  # where the cells stand: left, top, width, height in pixels
MEMORY = (20, 356, 860, 28)  # and where the memory does
PLAIN, TAKEN, LOOK = "#EDEDED", "#F5C55B", COLOURS["blue"]
LONGEST = 6
BIGGEST_CELL = 80  # pixels
SMALLEST_TEXT = 9  # pixels


@dataclass(frozen=True)
class TensorState:
    """A shape, one index for each axis, the type of the numbers, the cell to look at (its place in memory)."""

    shape: tuple[int, ...] = (2, 3, 4)
    index: tuple[str, ...] = ("0", ":", "1:3")
    dtype: str = "float32"
    cell: int = 0


@dataclass(frozen=True)
class Result:
    """What there is to draw: the state, what its index takes, the position of the cell on each axis."""

    state: TensorState
    x: Selection
    place: tuple[int, ...]


class TensorExplorer(Explorer):
    """See a tensor's cells with their indices, what a slice takes, and where each number lies in memory."""

    State = TensorState
    size = (900, 400)

    def compute(self, state: TensorState) -> Result:
        """Take the slice; ValueError in words for a shape or an index that makes no sense."""
        x = select(state.shape, state.index, state.dtype)
        cell = min(state.cell, max(x.size - 1, 0))
        if isinstance(state.cell, bool) or not isinstance(state.cell, int) or state.cell < 0:
            raise InputError("cell must be a whole number from 0 on, not {cell}", cell=state.cell)
        place = tuple(int(i) for i in np.unravel_index(cell, x.shape)) if x.size else ()
        return Result(TensorState(x.shape, state.index, state.dtype, cell), x, place)

    # Controls: a row for each axis, its length and what is taken of it.

    def make_controls(self) -> dict[str, widgets.Widget]:
        """Rank, then length and index of each axis, then the type and the cell."""
        wide, narrow = widgets.Layout(width="270px"), widgets.Layout(width="130px")
        before = {"description_width": "100px"}
        controls: dict[str, widgets.Widget] = {
            "rank": widgets.IntSlider(description=_("rank"), min=0, max=MAX_RANK, layout=wide, style=before)
        }
        for axis in range(MAX_RANK):
            name = _("axis {axis}: length").format(axis=axis)
            controls[f"length{axis}"] = widgets.IntSlider(
                value=2, description=name, min=1, max=LONGEST, layout=wide, style=before
            )
            controls[f"take{axis}"] = widgets.Text(
                value=":",
                description=_("take"),
                continuous_update=False,
                layout=narrow,
                style={"description_width": "initial"},
            )
        beside = {"description_width": "50px"}
        controls["cell"] = widgets.IntSlider(
            description=_("cell"), min=0, max=23, layout=widgets.Layout(width="220px"), style=beside
        )
        controls["dtype"] = widgets.Dropdown(
            description=_("dtype"), options=DTYPES, layout=widgets.Layout(width="180px"), style=beside
        )
        return controls

    def arrange(self, controls: dict[str, widgets.Widget]) -> list[widgets.Widget]:
        """Axes on the left, one a row; the rest on the right."""
        self._rows = [widgets.HBox([controls[f"length{axis}"], controls[f"take{axis}"]]) for axis in range(MAX_RANK)]
        left = widgets.VBox([controls["rank"], *self._rows])
        return [left, widgets.VBox([controls["cell"], controls["dtype"]])]

    def read_controls(self) -> TensorState:
        """Return the state that the controls stand at; rows of axes that are gone do not count."""
        axes = range(self.controls["rank"].value)
        return TensorState(
            shape=tuple(self.controls[f"length{axis}"].value for axis in axes),
            index=tuple(self.controls[f"take{axis}"].value for axis in axes),
            dtype=self.controls["dtype"].value,
            cell=self.controls["cell"].value,
        )

    def write_controls(self, state: TensorState) -> None:
        """Set the controls; show as many rows as there are axes."""
        self.controls["rank"].value = len(state.shape)
        for axis, row in enumerate(self._rows):
            row.layout.display = None if axis < len(state.shape) else "none"
        for axis, length in enumerate(state.shape):
            slider = self.controls[f"length{axis}"]
            slider.min, slider.max = min(slider.min, length), max(slider.max, length)
            slider.value = length
            self.controls[f"take{axis}"].value = state.index[axis] if axis < len(state.index) else ":"
        self.controls["dtype"].value = state.dtype
        cells = int(np.prod(state.shape, dtype=np.int64))
        self.controls["cell"].max = max(cells - 1, 0)
        self.controls["cell"].value = min(state.cell, max(cells - 1, 0))

    # The picture.

    def scene(self, figure: Figure) -> Iterable[Artist]:
        """One set of axes whose unit is a pixel of the page, y downwards."""
        width, height = self.size
        ax = figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(height, 0))
        ax.set_axis_off()
        left, top, _width, _height = MEMORY
        ax.text(left, top - 8, "memory", fontsize=11, color=INK)
        self.plain, self.taken, self.look = Boxes(PLAIN), Boxes(TAKEN), Boxes(LOOK, frame=2.5)
        self.indices, self.facts = Labels(INK), Labels(INK, MONO)
        self._drawn_shape: object = None
        moving = [self.plain, self.taken, self.look, self.indices, self.facts]
        for artist in moving:
            ax.add_patch(artist)
        return moving

    def draw(self, result: Result) -> None:
        """Move the cells when the shape has changed, colour those that are taken, frame the one looked at."""
        x = result.x
        if x.shape != self._drawn_shape:
            self._corners, self._sizes = _places(x.shape)
            self.plain.place(self._corners, self._sizes)
            self._write_indices(x.shape)
            self._drawn_shape = x.shape
        both = np.tile(x.taken, 2)  # on the page and in memory
        self.taken.place(self._corners[both], self._sizes[both])
        cell = [result.state.cell, x.size + result.state.cell] if x.size else []
        self.look.place(self._corners[cell], self._sizes[cell])
        taken = _brackets(result.state)
        facts = (
            f"x{' ' * len(taken)}  {_facts(x.shape, x.strides)} {x.nbytes} bytes",
            f"x{taken}  {_facts(x.taken_shape, x.taken_strides)}",
        )
        self.facts.place(np.array([[20, 20], [20, 44]]), facts, size=15, centred=False)

    def _write_indices(self, shape: tuple[int, ...]) -> None:
        """Write every cell's index into it, as large as fits; nothing where it would be too small to read."""
        texts = [",".join(map(str, place)) for place in np.ndindex(shape)] if shape else []
        centres = (self._corners + self._sizes / 2)[: len(texts)]
        widest = max((text_width(text) for text in texts), default=1)
        size = min(15, 0.86 * self._sizes[0, 0] / widest) if texts else 0
        if size < SMALLEST_TEXT:
            self.indices.place(centres[:0], [], size)
        else:
            self.indices.place(centres, texts, size)

    def describe(self, result: Result) -> str:
        """Say shape, strides, bytes, what is taken, and where the chosen cell lies."""
        x, state = result.x, result.state
        whole = _(
            "x has rank {rank} and shape {shape}: {size} numbers of type {dtype}, {itemsize} bytes each, "
            "{nbytes} bytes in all."
        )

        part = _(
            "x{index} takes {count} of them, with shape {shape} and strides {strides} in bytes; nothing is copied."
        )
        words = [
            whole.format(
                rank=x.rank, shape=x.shape, size=x.size, dtype=state.dtype, itemsize=x.itemsize, nbytes=x.nbytes
            ),
            part.format(index=_brackets(state), count=int(x.taken.sum()), shape=x.taken_shape, strides=x.taken_strides),
        ]
        if x.size and x.shape:
            where = _("The framed cell x{place} starts at byte {sum} = {byte}.")
            terms = " + ".join(f"{i}×{stride}" for i, stride in zip(result.place, x.strides, strict=True))
            place = "[" + ", ".join(map(str, result.place)) + "]"
            words.append(where.format(place=place, sum=terms, byte=state.cell * x.itemsize))
        return " ".join(words)


def _brackets(state: TensorState) -> str:
    """What the learner would type after ``x``."""
    return "[" + (", ".join(state.index) if state.index else "()") + "]"


def _facts(shape: tuple[int, ...], strides: tuple[int, ...]) -> str:
    return f"shape {shape!s:<18} strides {strides!s:<22}"


def _places(shape: tuple[int, ...]) -> tuple[np.ndarray, np.ndarray]:
    """Corners and sizes in pixels, both (2 · cells, 2): first on the page, then in memory."""
    corners, wide, high = lay_out(shape)
    cells = len(corners)
    left, top, width, height = BLOCKS
    unit = _whole(min(width / max(wide, 1), height / max(high, 1), BIGGEST_CELL))
    page = corners * unit + [left, top]
    left, top, width, height = MEMORY
    pitch = _whole(min(width / max(cells, 1), 36))
    memory = np.column_stack([left + pitch * np.arange(cells), np.full(cells, top)])
    line = 1 / SCALE  # one drawn pixel between two cells
    sizes = np.concatenate(
        [np.full((cells, 2), unit - 2 * line), np.tile([max(pitch - line, line), height], (cells, 1))]
    )
    return np.concatenate([page, memory]), sizes


def _whole(pitch: float) -> float:
    """Round down to whole drawn pixels, so that all gaps look the same."""
    return max(np.floor(pitch * SCALE), 1) / SCALE
