"""Shapes that meet, one row each, axis above axis: the broadcasting rule as one would write it on paper."""

from collections.abc import Iterator
from dataclasses import dataclass

from matplotlib.axes import Axes

from helpers.drawing.boxes import Boxes
from helpers.drawing.labels import Labels, Text, centred, ending, text_width
from helpers.drawing.page import add
from helpers.drawing.style import COLOURS, INK
from helpers.maths.broadcasting import Broadcast
from helpers.widgets.broadcasting.model import AS_GIVEN, COMPUTE, STRETCH, Meeting, in_bytes
from helpers.words import N_, _

REAL = ("#7CC4EE", "#F5B942")  # what is stored, of x and of y
VIRTUAL = ("#E6F3FC", "#FEF3DB")  # what is only repeated
EDGE = ("#2B7FB5", "#A87408")
RESULT = "#A9DCC9"
GREY = "#666666"
STEPS = (N_("1 as given"), N_("2 add axes on the left"), N_("3 stretch lengths of 1"), N_("4 compute"))

_LEFT = 144  # of the first box, in pixels
_TOPS = (64, 106, 154)  # of the rows x, y, result
_BOX = _WIDE, _HIGH = 78, 36
_PITCH = 84  # from one box to the next
_TEXT, _STEP_TEXT, _SMALL = 15, 14, 12
_STORED, _COPIED = 772, 880  # right ends of the two columns of bytes


@dataclass(frozen=True)
class Length:
    """One box of the table: an axis of x, of y, or of the result (row 2)."""

    row: int
    axis: int
    text: str = ""
    added: bool = False  # was not there before
    virtual: bool = False  # takes no memory: added or stretched
    stride: int | None = None  # bytes; None: not shown

    @property
    def corner(self) -> tuple[float, float]:
        """Left and top in pixels."""
        return _LEFT + self.axis * _PITCH, _TOPS[self.row]

    def centred(self, text: str, size: float, down: float) -> Text:
        """Place a text in the middle of the box, ``down`` pixels below its top."""
        x, y = self.corner
        return centred(x + _WIDE / 2, y + down, text, size)


def boxes_of(met: Broadcast, step: int) -> Iterator[Length]:
    """Say which boxes the table has when ``met`` stands at ``step``."""
    shape = met.shape
    stretches = shape is not None and step >= STRETCH
    for row, operand in enumerate(met.operands):
        for axis, length in enumerate(operand.padded):
            added, text = operand.added[axis], compact(length)
            if added and step == AS_GIVEN:
                continue
            grown = operand.stretched[axis] and stretches
            if grown and shape is not None:
                text += f"→{compact(shape[axis])}"
            yield Length(row, axis, text, added, added or grown, operand.strides[axis] if stretches else None)
    if shape is not None and step == COMPUTE:
        for axis, length in enumerate(shape):
            yield Length(2, axis, compact(length))


class BroadcastTable:
    """Rows x, y and result on ``page`` (unit: a pixel, y downwards); lengths in boxes, strides under them."""

    def __init__(self, page: Axes) -> None:
        still = Labels("#777777")
        still.write(_steps(), _STEP_TEXT)
        add(page, still)
        self.step, self.axes = Labels(COLOURS["blue"]), Labels(GREY)
        self.virtual = [Boxes(colour) for colour in VIRTUAL]
        self.real = [Boxes(colour) for colour in (*REAL, RESULT)]
        self.added = [Boxes(colour, frame=1.5) for colour in EDGE]
        for frame in self.added:
            frame.set_linestyle((0, (3, 2)))
        self.grown = [Boxes(colour, frame=0.8) for colour in EDGE]
        self.wrong, self.cross = Boxes(COLOURS["vermillion"], frame=3), Labels(COLOURS["vermillion"])
        self.underline = Boxes(COLOURS["blue"])
        self.lengths, self.strides, self.names = Labels(INK), Labels("#444444"), Labels(INK)
        boxes = [*self.virtual, *self.real, *self.added, *self.grown, self.wrong, self.underline]
        self.moving = add(page, *boxes, self.step, self.axes, self.lengths, self.strides, self.names, self.cross)

    def show(self, meeting: Meeting) -> None:
        """Show the two shapes, and the result where it is computed."""
        met, step = meeting.met, meeting.step
        x, y, name = _steps()[step - 1]
        self.step.write([(x, y, name)], _STEP_TEXT)
        self.underline.place((x, y + 11), (_STEP_TEXT * text_width(name), 2.0))
        lengths = list(boxes_of(met, step))
        for row in range(3):
            here = [one for one in lengths if one.row == row]
            self.real[row].place([one.corner for one in here if not one.virtual], _BOX)
            if row < 2:
                self.virtual[row].place([one.corner for one in here if one.virtual], _BOX)
                self.grown[row].place([one.corner for one in here if one.virtual and not one.added], _BOX)
                self.added[row].place([one.corner for one in here if one.added], _BOX)
        self._write_lengths(lengths)
        self._mark_clashes(met, step)
        self._write_bytes(meeting)
        self._write_names(meeting)

    def _write_lengths(self, lengths: list[Length]) -> None:
        size = min(_TEXT, (_WIDE - 6) / max((text_width(one.text) for one in lengths), default=1))
        texts = [one.centred(one.text, size, 19 if one.stride is None else 13) for one in lengths]
        self.lengths.write(texts, size)
        strides = [(one, _("stride") + f" {compact(one.stride)}") for one in lengths if one.stride is not None]
        size = min(11.5, (_WIDE - 4) / max((text_width(text) for _, text in strides), default=1))
        self.strides.write([one.centred(text, size, 28) for one, text in strides], size)

    def _mark_clashes(self, met: Broadcast, step: int) -> None:
        """Frame the axes that do not fit, from x down to where the result would be."""
        wrong = [Length(2, clash.axis) for clash in met.clashes] if step >= STRETCH else []
        corners = [(one.corner[0] - 3, _TOPS[0] - 4) for one in wrong]
        self.wrong.place(corners, (_WIDE + 6, _TOPS[2] + _HIGH - _TOPS[0] + 8))
        self.cross.write([one.centred("✗", 24, 19) for one in wrong], 24)

    def _write_bytes(self, meeting: Meeting) -> None:
        """Write the axes' numbers over the boxes, and beside each row what it stores and would take if copied."""
        met = meeting.met
        axes = [_("axis {number}").format(number=f"−{met.rank - axis}") for axis in range(met.rank)]
        texts = [Length(0, axis).centred(name, _SMALL, -12) for axis, name in enumerate(axes)]
        rows = [(_TOPS[0] - 12, _("stored"), _("if copied"))]
        for top, operand in zip(_TOPS, met.operands, strict=False):
            grows = met.shape is not None and any(operand.stretched)
            rows.append((top + 19, in_bytes(operand.nbytes), in_bytes(met.copied_nbytes(operand)) if grows else ""))
        if meeting.step == COMPUTE and met.shape is not None:
            rows.append((_TOPS[2] + 19, in_bytes(meeting.result_nbytes), ""))
        for y, *columns in rows:
            for right, text in zip((_STORED, _COPIED), columns, strict=True):
                texts.append(ending(right, y, text, _SMALL))
        self.axes.write(texts, _SMALL)

    def _write_names(self, meeting: Meeting) -> None:
        """Name the rows; a scalar has no box but (), over the last axis."""
        met, step = meeting.met, meeting.step
        result = meeting.operation.formula.format(x="x", y="y")
        names = [(20.0, top + 19.0, name) for top, name in zip(_TOPS, ("x", "y", result), strict=True)]
        scalars = [row for row, operand in enumerate(met.operands) if not operand.shape]
        if met.rank and step > AS_GIVEN:  # axes have been added
            scalars = []
        if not met.rank and step == COMPUTE:
            scalars.append(2)
        names += [(_LEFT + max(met.rank - 1, 0) * _PITCH + 30, _TOPS[row] + 19.0, "()") for row in scalars]
        self.names.write(names, _TEXT)


def compact(number: int) -> str:
    """Write a whole number in at most seven characters."""
    return str(number) if number < 10**6 else f"{number:.0e}".replace("e+0", "e").replace("e+", "e")


def _steps() -> list[Text]:
    """The names of the steps, one beside the other."""
    steps = [_(step) for step in STEPS]
    gaps = [_STEP_TEXT * text_width(step) + 40 for step in steps]
    return [(20 + sum(gaps[:number]), 16.0, name) for number, name in enumerate(steps)]
