"""Shapes that meet, one row each, axis above axis: the broadcasting rule as one would write it on paper."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from helpers.drawing.boxes import Boxes
from helpers.drawing.labels import Labels, text_width
from helpers.drawing.style import COLOURS, INK
from helpers.maths.broadcasting import Broadcast

REAL = ("#7CC4EE", "#F5B942")  # what is stored, of the first and of the second operand
VIRTUAL = ("#E6F3FC", "#FEF3DB")  # what is only repeated
EDGE = ("#2B7FB5", "#A87408")
RESULT = "#A9DCC9"
GREY = "#666666"

AS_GIVEN, ADD_AXES, STRETCH, COMPUTE = 1, 2, 3, 4
STEPS = ("1 as given", "2 add axes on the left", "3 stretch lengths of 1", "4 compute")

_LEFT = 144  # of the first box, in pixels
_TOPS = (64, 106, 154)  # of the rows x, y, result
_WIDE, _HIGH, _PITCH = 78, 36, 84
_TEXT = 15
_STORED, _COPIED = 772, 880  # right ends of the two columns of bytes

Text = tuple[float, float, str]


@dataclass(frozen=True)
class Length:
    """One box of the table: an axis of one operand, or of the result (row 2)."""

    row: int
    axis: int
    text: str
    added: bool = False  # was not there before
    virtual: bool = False  # takes no memory: added or stretched
    stride: int | None = None  # bytes; None: not told

    @property
    def corner(self) -> tuple[float, float]:
        """Left and top in pixels."""
        return _LEFT + self.axis * _PITCH, _TOPS[self.row]


def boxes_of(met: Broadcast, step: int) -> Iterator[Length]:
    """Say which boxes the table has when ``met`` stands at ``step``."""
    shape = met.shape
    for row, operand in enumerate(met.operands):
        for axis, length in enumerate(operand.padded):
            added = operand.added[axis]
            if added and step == AS_GIVEN:
                continue
            grown = operand.stretched[axis] and shape is not None and step >= STRETCH
            text = f"{short(length)}→{short(shape[axis])}" if grown and shape is not None else short(length)
            told = shape is not None and step >= STRETCH
            yield Length(row, axis, text, added, added or grown, operand.strides[axis] if told else None)
    if shape is not None and step == COMPUTE:
        for axis, length in enumerate(shape):
            yield Length(2, axis, short(length))


class BroadcastTable:
    """Rows x, y and result on ``page`` (unit: a pixel, y downwards); lengths in boxes, strides under them."""

    def __init__(self, page: Axes) -> None:
        still = Labels("#777777")
        write(still, [(x, y, name) for (x, y), name in zip(_step_places(), STEPS, strict=True)], 14)
        page.add_patch(still)
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
        for artist in self.moving:
            page.add_artist(artist)

    @property
    def moving(self) -> list[Artist]:
        """The artists that change from frame to frame."""
        boxes = [*self.virtual, *self.real, *self.added, *self.grown, self.wrong, self.underline]
        return [*boxes, self.step, self.axes, self.lengths, self.strides, self.names, self.cross]

    def update(self, met: Broadcast, step: int, result: str, facts: list[tuple[str, str]]) -> None:
        """Show ``met`` as it stands at ``step``; ``result`` names what is computed.

        ``facts`` holds two texts for each of x, y and the result: what is stored, what copies would take.
        """
        (x, y), name = _step_places()[step - 1], STEPS[step - 1]
        write(self.step, [(x, y, name)], 14)
        self.underline.place(np.array([[x, y + 11]]), np.array([[14 * text_width(name), 2.0]]))
        lengths = list(boxes_of(met, step))
        for row in range(3):
            here = [one for one in lengths if one.row == row]
            self.real[row].place(*_rectangles(one.corner for one in here if not one.virtual))
            if row < 2:
                self.virtual[row].place(*_rectangles(one.corner for one in here if one.virtual))
                self.grown[row].place(*_rectangles(one.corner for one in here if one.virtual and not one.added))
                self.added[row].place(*_rectangles(one.corner for one in here if one.added))
        self._write_lengths(lengths)
        self._mark_clashes(met, step)
        self._write_around(met, step, result, facts)

    def _write_lengths(self, lengths: list[Length]) -> None:
        widest = max((text_width(one.text) for one in lengths), default=1)
        size = min(_TEXT, (_WIDE - 6) / widest)
        write(
            self.lengths, [_centred(one.text, size, one, 13 if one.stride is not None else 19) for one in lengths], size
        )
        told = [(f"stride {short(one.stride)}", one) for one in lengths if one.stride is not None]
        size = min(11.5, (_WIDE - 4) / max((text_width(text) for text, _ in told), default=1))
        write(self.strides, [_centred(text, size, one, 28) for text, one in told], size)

    def _mark_clashes(self, met: Broadcast, step: int) -> None:
        """Frame the axes that do not fit, from x down to where the result would be."""
        axes = [clash.axis for clash in met.clashes] if step >= STRETCH else []
        corners = [(_LEFT + axis * _PITCH - 3, _TOPS[0] - 4) for axis in axes]
        self.wrong.place(*_rectangles(corners, _WIDE + 6, _TOPS[2] + _HIGH - _TOPS[0] + 8))
        write(self.cross, [_centred("✗", 24, Length(2, axis, ""), 19) for axis in axes], 24)

    def _write_around(self, met: Broadcast, step: int, result: str, facts: list[tuple[str, str]]) -> None:
        rank = met.rank
        head = [_centred(f"axis −{rank - axis}", 12, Length(0, axis, ""), -12) for axis in range(rank)]
        shown = [("stored", "if copied"), *(facts if step == COMPUTE else facts[:2])]
        for texts, y in zip(shown, (_TOPS[0] - 12, *(top + 19 for top in _TOPS)), strict=False):
            for right, text in zip((_STORED, _COPIED), texts, strict=True):
                head.append((right - 12 * text_width(text), y, text))
        write(self.axes, head, 12)
        names = [(20.0, _TOPS[0] + 19.0, "x"), (20.0, _TOPS[1] + 19.0, "y"), (20.0, _TOPS[2] + 19.0, result)]
        for row, operand in enumerate(met.operands):
            if not operand.shape and (step == AS_GIVEN or not rank):
                names.append((_LEFT + max(rank - 1, 0) * _PITCH + 30, _TOPS[row] + 19.0, "()"))
        if not rank and step == COMPUTE:
            names.append((_LEFT + 30, _TOPS[2] + 19.0, "()"))
        write(self.names, names, _TEXT)


def write(labels: Labels, texts: Iterable[Text], size: float) -> None:
    """Show texts that start at (x, y), ``size`` pixels high."""
    texts = list(texts)
    labels.place(np.array([text[:2] for text in texts], float).reshape(-1, 2), [text[2] for text in texts], size, False)


def short(number: int) -> str:
    """A whole number in at most seven characters."""
    return str(number) if number < 10**6 else f"{number:.0e}".replace("e+0", "e").replace("e+", "e")


def in_bytes(count: int) -> str:
    """Bytes as one would say them: exact up to a million, then in larger units of a thousand each."""
    if count < 10**6:
        return f"{count:,} B"
    for power, unit in ((2, "MB"), (3, "GB"), (4, "TB"), (5, "PB")):
        if count < 1000 ** (power + 1):
            return f"{count / 1000**power:.1f} {unit}"
    return f"{count:.0e} B"


def _step_places() -> list[tuple[float, float]]:
    gaps = [14 * text_width(step) + 40 for step in STEPS]
    return [(20 + sum(gaps[:number]), 16.0) for number in range(len(STEPS))]


def _rectangles(
    corners: Iterable[tuple[float, float]], wide: float = _WIDE, high: float = _HIGH
) -> tuple[np.ndarray, np.ndarray]:
    table = np.array(list(corners), float).reshape(-1, 2)
    return table, np.tile([wide, high], (len(table), 1))


def _centred(text: str, size: float, length: Length, down: float) -> Text:
    x, y = length.corner
    return x + (_WIDE - size * text_width(text)) / 2, y + down, text
