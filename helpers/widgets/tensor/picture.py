"""A tensor's cells on the page, the same cells in memory below; those that a slice takes are coloured."""

import numpy as np
from matplotlib.axes import Axes

from helpers.drawing import COLOURS, Boxes, Labels
from helpers.drawing.fonts import MONO
from helpers.drawing.labels import text_width
from helpers.drawing.page import add
from helpers.drawing.style import INK
from helpers.maths.tensors import lay_out
from helpers.widgets.tensor.model import Result
from helpers.words import _

SIZE = (900, 400)
BLOCKS = (20, 64, 860, 260)  # where the cells stand: left, top, width, height in pixels
MEMORY = (20, 356, 860, 28)  # and where the memory does
BIGGEST_CELL, WIDEST_BYTE = 80, 36  # pixels
LARGEST_TEXT, SMALLEST_TEXT = 15, 9  # pixels
SCALE = 1.5  # pixels drawn for each of the page
PIXEL = 1 / SCALE  # one drawn pixel


class TensorPicture:
    """Cells twice, on the page and in memory; a frame round the one looked at; two lines of facts above."""

    def __init__(self, page: Axes) -> None:
        page.text(MEMORY[0], MEMORY[1] - 8, _("memory"), fontsize=11, color=INK)
        self.plain, self.taken, self.look = Boxes("#EDEDED"), Boxes("#F5C55B"), Boxes(COLOURS["blue"], frame=2.5)
        self.indices, self.facts = Labels(INK), Labels(INK, MONO)
        self.moving = add(page, self.plain, self.taken, self.look, self.indices, self.facts)
        self._shape: tuple[int, ...] | None = None  # of the cells that are drawn

    def show(self, result: Result) -> None:
        """Move the cells when the shape has changed, colour those that are taken, frame the one looked at."""
        x = result.x
        if x.shape != self._shape:
            self.plain.place(*_places(x.shape))
            self._write_indices(x.shape)
            self._shape = x.shape
        corners, sizes = self.plain.corners, self.plain.sizes
        both = np.tile(x.taken, 2)  # on the page and in memory
        self.taken.place(corners[both], sizes[both])
        cell = [result.cell, x.size + result.cell] if x.size else []
        self.look.place(corners[cell], sizes[cell])
        blank = " " * len(result.brackets)
        facts = (
            f"x{blank}  {_facts(x.shape, x.strides)} {x.nbytes} " + _("bytes"),
            f"x{result.brackets}  {_facts(x.taken_shape, x.taken_strides)}",
        )
        self.facts.write([(20, 20, facts[0]), (20, 44, facts[1])], 15)

    def _write_indices(self, shape: tuple[int, ...]) -> None:
        """Write every cell's index into it, as large as fits; nothing where it would be too small to read."""
        texts = [",".join(map(str, place)) for place in np.ndindex(shape)] if shape else []
        widest = max(map(text_width, texts), default=1)
        size = min(LARGEST_TEXT, 0.86 * self.plain.sizes[0, 0] / widest) if texts else 0
        if size < SMALLEST_TEXT:
            texts = []
        centres = (self.plain.corners + self.plain.sizes / 2)[: len(texts)]
        self.indices.place(centres, texts, size)


def _facts(shape: tuple[int, ...], strides: tuple[int, ...]) -> str:
    return _("shape") + f" {shape!s:<18} " + _("strides") + f" {strides!s:<22}"


def _places(shape: tuple[int, ...]) -> tuple[np.ndarray, np.ndarray]:
    """Corners and sizes in pixels, both (2 · cells, 2): first on the page, then in memory."""
    corners, wide, high = lay_out(shape)
    cells = len(corners)
    left, top, width, height = BLOCKS
    unit = _whole(min(width / max(wide, 1), height / max(high, 1), BIGGEST_CELL))
    page = corners * unit + [left, top]
    left, top, width, height = MEMORY
    pitch = _whole(min(width / max(cells, 1), WIDEST_BYTE))
    memory = np.column_stack([left + pitch * np.arange(cells), np.full(cells, top)])
    in_memory = (max(pitch - PIXEL, PIXEL), height)  # one drawn pixel between two cells
    sizes = [np.full((cells, 2), unit - 2 * PIXEL), np.tile(in_memory, (cells, 1))]
    return np.concatenate([page, memory]), np.concatenate(sizes)


def _whole(pitch: float) -> float:
    """Round down to whole drawn pixels, so that all gaps look the same."""
    return max(np.floor(pitch * SCALE), 1) / SCALE
