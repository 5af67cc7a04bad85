"""The cells of two tensors that meet: stored ones solid, repeated ones light; bars of memory for large ones."""

from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from helpers.drawing.boxes import Boxes
from helpers.drawing.labels import Labels, text_width
from helpers.drawing.style import INK
from helpers.maths.broadcasting import Broadcast
from helpers.maths.tensors import lay_out
from helpers.widgets.broadcasting.table import COMPUTE, EDGE, GREY, REAL, RESULT, STRETCH, VIRTUAL, in_bytes, write

_BOX = (20.0, 204.0, 860.0, 196.0)  # left, top, width, height in pixels
_SIGN = 50.0  # pixels between two blocks
_UNIT = 46.0  # pixels of the largest cell
_SMALLEST = 23.0  # of the smallest in which values can be read
MOST_CELLS = 48
_PIXEL = 2 / 3  # one drawn pixel between two cells


Place = tuple[float, float]


@dataclass(frozen=True)
class Values:
    """Numbers of x, y and the result, each (cells,) in C order of the shape in which it is drawn."""

    shapes: tuple[tuple[int, ...], ...]
    numbers: tuple[np.ndarray, ...]
    real: tuple[np.ndarray, ...]  # bool: stored, not repeated


class BroadcastCells:
    """Two blocks of cells and their result, or three bars, in the lower half of ``page``."""

    def __init__(self, page: Axes) -> None:
        self.virtual = [Boxes(colour) for colour in VIRTUAL]
        self.real = [Boxes(colour) for colour in (*REAL, RESULT)]
        self.outline = [Boxes(colour, frame=0.8) for colour in EDGE]
        self.values, self.copies, self.signs = Labels(INK), Labels(GREY), Labels(INK)
        for artist in self.moving:
            page.add_artist(artist)

    @property
    def moving(self) -> list[Artist]:
        """The artists that change from frame to frame."""
        return [*self.virtual, *self.real, *self.outline, self.values, self.copies, self.signs]

    def show_cells(self, values: Values, step: int, sign: str) -> None:
        """Draw the blocks; virtual copies from the stretching on, the result when it is computed."""
        corners, unit, signs, middles = _arrange(values.shapes)
        cell = unit - 2 * _PIXEL
        texts: list[tuple[np.ndarray, list[str]]] = []
        for block, places in enumerate(corners):
            real = values.real[block]
            if block == 2 and step < COMPUTE:
                real = np.zeros_like(real)
            solid, light = places[real], places[~real if block < 2 and step >= STRETCH else np.zeros_like(real)]
            self.real[block].place(solid, np.full((len(solid), 2), cell))
            if block < 2:
                for boxes in (self.virtual[block], self.outline[block]):
                    boxes.place(light + 0.5, np.full((len(light), 2), cell - 1))
                texts.append((light + cell / 2, [_number(n) for n in values.numbers[block][~real]][: len(light)]))
            texts.append((solid + cell / 2, [_number(n) for n in values.numbers[block][real]][: len(solid)]))
        if len(corners) < 3:
            self.real[2].place(np.zeros((0, 2)), np.zeros((0, 2)))
        widest = max((text_width(one) for _, some in texts for one in some), default=1)
        size = min(14, 0.86 * cell / widest)
        light_texts, solid_texts = texts[0:4:2], [*texts[1:4:2], *texts[4:]]
        for labels, some in ((self.copies, light_texts), (self.values, solid_texts)):
            labels.place(np.concatenate([at for at, _ in some]), [one for _, group in some for one in group], size)
        shown = [sign, "="][: len(signs)] if step == COMPUTE and len(corners) == 3 else [sign]
        marks = list(zip(signs, shown, strict=False))
        for places, middle in zip(corners[: len(shown) + 1], middles, strict=False):
            marks += [] if len(places) else [(middle, "0 cells")]
        self.signs.place(np.array([at for at, _ in marks]), [text for _, text in marks], 18)

    def show_bars(self, met: Broadcast, step: int) -> None:
        """Draw a bar for the bytes of x, y and the result; what copies would take as a light one."""
        left, top, width, _height = _BOX
        copied = [met.copied_nbytes(operand) for operand in met.operands]
        stored = [operand.nbytes for operand in met.operands]
        longest = max(*copied, *stored, 1)
        names: list[tuple[float, float, str]] = [(left, top + 14, "memory")]
        wide = width - 230
        for row in range(3):
            y, x = top + 36 + 52 * row, left + 24
            count = stored[row] if row < 2 else met.size * met.operands[0].itemsize
            full = copied[row] if row < 2 and step >= STRETCH else 0
            shown = row < 2 or (step == COMPUTE and met.shape is not None)
            place = np.array([[x, y]] if shown else []).reshape(-1, 2)
            self.real[row].place(place, np.tile([max(wide * (count / longest), 1.0), 34], (len(place), 1)))
            if row < 2:
                copies = place if full > count else place[:0]
                for boxes in (self.virtual[row], self.outline[row]):
                    boxes.place(copies, np.tile([wide * (full / longest), 34], (len(copies), 1)))
            if shown:
                names.append((left, y + 17, "xy="[row]))
                told = f"{in_bytes(count)} of {in_bytes(full)}" if full > count else in_bytes(count)
                names.append((x + wide * (max(full, count) / longest) + 10, y + 17, told))
        self.values.place(np.zeros((0, 2)), [], 14)
        self.copies.place(np.zeros((0, 2)), [], 14)
        write(self.signs, names, 14)


def fits(shapes: tuple[tuple[int, ...], ...]) -> bool:
    """Say whether blocks of these shapes can be drawn with readable values."""
    if any(np.prod([min(length, 1000) for length in shape], dtype=float) > MOST_CELLS for shape in shapes):
        return False
    return _arrange(shapes)[1] >= _SMALLEST


def _arrange(shapes: tuple[tuple[int, ...], ...]) -> tuple[list[np.ndarray], float, list[Place], list[Place]]:
    """Corners of each block's cells (cells, 2), the side of a cell, where the signs stand, and the blocks' middles.

    Beside each other, or one under the other where that gives larger cells.
    """
    laid = [lay_out(shape) for shape in shapes]
    left, top, width, height = _BOX
    gaps = _SIGN * (len(laid) - 1)
    wide = [wide or 2.0 for _, wide, _ in laid]  # a block without cells keeps room for the words that say so
    high = [high or 1.0 for _, _, high in laid]
    beside = min((width - gaps) / sum(wide), height / max(high), _UNIT)
    under = min((width - _SIGN) / max(wide), (height - 10 * (len(laid) - 1)) / sum(high), _UNIT)
    corners, middles, signs = [], [], []
    x, y = left + (width - gaps - beside * sum(wide)) / 2, top
    for number, (block, _, _) in enumerate(laid):
        if beside >= under:
            corners.append(block * beside + [x, top + (height - high[number] * beside) / 2])
            middles.append((x + wide[number] * beside / 2, top + height / 2))
            signs.append((x - _SIGN / 2, top + height / 2))
            x += wide[number] * beside + _SIGN
        else:
            corners.append(block * under + [left + _SIGN, y])
            middles.append((left + _SIGN + wide[number] * under / 2, y + high[number] * under / 2))
            signs.append((left + _SIGN / 2, y + high[number] * under / 2))
            y += high[number] * under + 10
    return corners, max(beside, under), signs[1:], middles


def _number(value: np.generic) -> str:
    return f"{value:g}".replace("-", "−")
