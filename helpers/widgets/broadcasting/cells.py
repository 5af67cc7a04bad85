"""The cells of two tensors that meet: stored ones solid, repeated ones light; bars of memory for large ones."""

import numpy as np
from matplotlib.axes import Axes

from helpers.drawing.boxes import Boxes
from helpers.drawing.labels import Labels, Text, text_width
from helpers.drawing.page import add
from helpers.drawing.style import INK
from helpers.widgets.broadcasting.layout import BOX, arrange
from helpers.widgets.broadcasting.model import COMPUTE, STRETCH, Meeting, Values, in_bytes
from helpers.widgets.broadcasting.table import EDGE, GREY, REAL, RESULT, VIRTUAL
from helpers.words import _

_PIXEL = 2 / 3  # one drawn pixel between two cells
_BAR = 34  # height in pixels


class BroadcastCells:
    """Two blocks of cells and their result, or three bars, in the lower half of ``page``."""

    def __init__(self, page: Axes) -> None:
        self.virtual = [Boxes(colour) for colour in VIRTUAL]
        self.real = [Boxes(colour) for colour in (*REAL, RESULT)]
        self.outline = [Boxes(colour, frame=0.8) for colour in EDGE]
        self.values, self.copies, self.signs = Labels(INK), Labels(GREY), Labels(INK)
        boxes = [*self.virtual, *self.real, *self.outline]
        self.moving = add(page, *boxes, self.values, self.copies, self.signs)

    def show(self, meeting: Meeting) -> None:
        """Draw cells where there are values, else bars."""
        if meeting.values is None:
            self._draw_bars(meeting)
        else:
            self._draw_cells(meeting.values, meeting.step, meeting.operation.sign)

    def _draw_cells(self, values: Values, step: int, sign: str) -> None:
        """Draw the blocks; virtual copies from the stretching on, the result when it is computed."""
        layout = arrange(values.shapes)
        cell = layout.unit - 2 * _PIXEL
        stored, copied = [], []
        self.real[2].place([], cell)
        for block, corners in enumerate(layout.corners):
            real = values.real[block] & (block < 2 or step == COMPUTE)
            light = ~values.real[block] & (step >= STRETCH)
            self.real[block].place(corners[real], cell)
            if block < 2:
                for boxes in (self.virtual[block], self.outline[block]):
                    boxes.place(corners[light] + 0.5, cell - 1)
            texts = [f"{number:g}".replace("-", "−") for number in values.numbers[block]]
            written = [(x, y, text) for (x, y), text in zip(corners + cell / 2, texts, strict=True)]
            stored += [written[at] for at in np.flatnonzero(real)]
            copied += [written[at] for at in np.flatnonzero(light)]
        size = min(14, 0.86 * cell / max((text_width(text) for *_, text in stored + copied), default=1))
        self.values.write(stored, size, centred=True)
        self.copies.write(copied, size, centred=True)
        signs = [sign, "="] if step == COMPUTE and len(layout.corners) == 3 else [sign]
        marks = [(*at, text) for at, text in zip(layout.signs, signs, strict=False)]
        for corners, middle in list(zip(layout.corners, layout.middles, strict=True))[: len(signs) + 1]:
            if not len(corners):
                marks.append((*middle, "0 cells"))
        self.signs.write(marks, 18, centred=True)

    def _draw_bars(self, meeting: Meeting) -> None:
        """Draw a bar for the bytes of x, y and the result; what copies would take as a light one."""
        met, step = meeting.met, meeting.step
        left, top, width, _height = BOX
        stored = [*(operand.nbytes for operand in met.operands), meeting.result_nbytes]
        copied = [met.copied_nbytes(operand) for operand in met.operands]
        longest = max(*copied, *stored[:2], 1)
        wide, x = width - 230, left + 24
        names: list[Text] = [(left, top + 14, _("memory"))]
        for row, (count, name) in enumerate(zip(stored, ("x", "y", "="), strict=True)):
            y = top + 36 + 52 * row
            full = copied[row] if row < 2 and step >= STRETCH else 0
            shown = row < 2 or (step == COMPUTE and met.shape is not None)
            self.real[row].place([(x, y)] if shown else [], (max(wide * (count / longest), 1.0), _BAR))
            if row < 2:
                for boxes in (self.virtual[row], self.outline[row]):
                    boxes.place([(x, y)] if full > count else [], (wide * (full / longest), _BAR))
            if shown:
                text = f"{in_bytes(count)} of {in_bytes(full)}" if full > count else in_bytes(count)
                names += [(left, y + 17, name), (x + wide * (max(full, count) / longest) + 10, y + 17, text)]
        self.values.write([], 14)
        self.copies.write([], 14)
        self.signs.write(names, 14)
