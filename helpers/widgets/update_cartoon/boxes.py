"""The quantities of one step as boxes that follow from one another, each with its formula and a bar a number."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from helpers.drawing.boxes import Boxes
from helpers.drawing.labels import Labels, Text, centred, text_width
from helpers.drawing.numbers import short
from helpers.drawing.page import add
from helpers.drawing.style import INK
from helpers.widgets.update_cartoon.model import Quantity
from helpers.words import _

GRADIENT, MOMENT, UPDATE, GREY = "#B84A00", "#00694D", "#0A5AA0", "#8C8C8C"
COLOUR = {"gradient": GRADIENT, "moment": MOMENT, "update": UPDATE}
_LEFT, _TOP, _WIDE, _HIGH = 414, 28, 474, 430  # where the boxes stand, in pixels
_BOX = np.array([226.0, 52.0])
_PITCH = 92.0  # between two levels at most
_CELL = np.array([96.0, 6.0])  # the longest bar of one number
_ROWS = (12.0, 30.0, 43.0)  # formula, number, middle of the bar, below the top of a box
_POSITIVE, _NEGATIVE = "#5B9BD0", "#E08A3C"
_TEXT, _INSET = 12.5, 7.0
_NOTHING = Path(np.zeros((1, 2)), [Path.MOVETO])


class Strokes(PathPatch):
    """Many open lines, ``width`` points wide, or many closed shapes, filled or (``hollow``) with an outline alone."""

    def __init__(self, colour: str, width: float = 0, hollow: bool = False) -> None:
        self._closed = hollow or not width
        face = "white" if hollow else colour if self._closed else "none"
        super().__init__(_NOTHING, facecolor=face, edgecolor=colour if width else "none", linewidth=width)

    def place(self, lines: Sequence[np.ndarray]) -> None:
        """Show ``lines``, each (points, 2)."""
        if not lines:
            self.set_path(_NOTHING)
            return
        points = [np.concatenate([line, line[:1]]) if self._closed else line for line in lines]
        self.set_path(Path.make_compound_path(*(Path(each, closed=self._closed) for each in points)))


def head(tip: np.ndarray, direction: np.ndarray, size: float = 7.0) -> np.ndarray:
    """The head of an arrow that ends at ``tip``: (3, 2)."""
    along = direction / max(float(np.hypot(*direction)), 1e-12)
    across = np.array([-along[1], along[0]])
    return tip + size * np.array([[0, 0], -along + 0.5 * across, -along - 0.5 * across])


class UpdateBoxes:
    """Draws the quantities of a step on axes whose unit is a pixel and whose y runs downwards."""

    def __init__(self, page: Axes) -> None:
        self.lines, self.heads = Strokes("#777777", 1.3), Strokes("#777777")
        self.plus, self.minus, self.zeros = Boxes(_POSITIVE), Boxes(_NEGATIVE), Boxes("#666666")
        self.frames = {role: Boxes(colour, frame=2.0) for role, colour in COLOUR.items()}
        self.others = Boxes(GREY, frame=1.0)
        self.texts, self.names, self.formulas = Labels(INK), Labels("#555555"), Labels(INK)
        still = [self.lines, self.heads, *self.frames.values(), self.others, self.zeros, self.names, self.formulas]
        add(page, *still, *self.moving)

    @property
    def moving(self) -> list[PathPatch]:
        """The artists that change from frame to frame."""
        return [self.plus, self.minus, self.texts]

    def set_flow(self, quantities: Sequence[Quantity]) -> None:
        """Draw what stays while the optimizer stays: frames, arrows, names."""
        corners = _corners(quantities)
        self._draw_flow(quantities, corners)
        self._write_names(quantities, corners)

    def update(self, quantities: Sequence[Quantity]) -> None:
        """Show formulas, numbers and bars of ``quantities``."""
        corners = _corners(quantities)
        self._draw_bars(quantities, corners)
        self._write(quantities, corners)

    def _draw_flow(self, quantities: Sequence[Quantity], corners: np.ndarray) -> None:
        """Frames, and an arrow from each box to each that needs it."""
        for role, frame in self.frames.items():
            frame.place(corners[[quantity.role == role for quantity in quantities]], _BOX)
        self.others.place(corners[[quantity.role not in COLOUR for quantity in quantities]], _BOX)
        at = {quantity.key: corner for quantity, corner in zip(quantities, corners, strict=True)}
        level = {quantity.key: quantity.level for quantity in quantities}
        routes = [
            _route(at[need], at[quantity.key], quantity.level - level[need])
            for quantity in quantities
            for need in quantity.needs
        ]
        self.lines.place(routes)
        self.heads.place([head(route[-1], route[-1] - route[-2]) for route in routes])

    def _draw_bars(self, quantities: Sequence[Quantity], corners: np.ndarray) -> None:
        values = np.array([quantity.values for quantity in quantities])  # (boxes, 2)
        most = np.abs(values).max(axis=1, keepdims=True)
        lengths = values / np.where(most > 0, most, 1) * _CELL[0] / 2
        middles = _middles(corners)
        left = middles + np.minimum(lengths, 0)[..., None] * [1, 0] - [0, _CELL[1] / 2]
        sizes = np.stack([np.abs(lengths), np.full_like(lengths, _CELL[1])], axis=-1)
        self.plus.place(left[values > 0], sizes[values > 0])
        self.minus.place(left[values < 0], sizes[values < 0])

    def _write_names(self, quantities: Sequence[Quantity], corners: np.ndarray) -> None:
        """Name and formula of each box, a mark at zero for each number, the weights' names above the first row."""
        names: list[Text] = []
        formulas: list[Text] = []
        for quantity, corner, middles in zip(quantities, corners, _middles(corners), strict=True):
            names.append((corner[0] + _INSET, corner[1] + _ROWS[0], _(quantity.name)))
            formulas.append((corner[0] + _indent(quantity), corner[1] + _ROWS[0], quantity.formula))
            if quantity.level == 0:
                names += [
                    centred(x, corner[1] - 12, name, _TEXT) for (x, _y), name in zip(middles, ("w₁", "w₂"), strict=True)
                ]
        self.names.write(names, _TEXT)
        self.formulas.write(formulas, _TEXT)
        self.zeros.place(_middles(corners) - [0.67, _CELL[1] / 2 + 2], (4 / 3, _CELL[1] + 4))

    def _write(self, quantities: Sequence[Quantity], corners: np.ndarray) -> None:
        """The number that ends a formula, and the two numbers of each box."""
        texts: list[Text] = []
        for quantity, corner, middles in zip(quantities, corners, _middles(corners), strict=True):
            if quantity.number:
                end = _indent(quantity) + (text_width(quantity.formula) + 0.35) * _TEXT
                texts.append((corner[0] + end, corner[1] + _ROWS[0], quantity.number))
            for (x, y), value in zip(middles, quantity.values, strict=True):
                texts.append(centred(x, y - _ROWS[2] + _ROWS[1], short(float(value)), _TEXT))
        self.texts.write(texts, _TEXT)


def _indent(quantity: Quantity) -> float:
    """Where a formula begins in its box."""
    return _INSET + (text_width(_(quantity.name)) + 0.6) * _TEXT


def _corners(quantities: Sequence[Quantity]) -> np.ndarray:
    """Upper left corners of the boxes: (boxes, 2)."""
    levels = quantities[-1].level + 1
    pitch = min(_PITCH, (_HIGH - _BOX[1]) / (levels - 1))
    top = _TOP + (_HIGH - _BOX[1] - pitch * (levels - 1)) / 2
    middle = _LEFT + (_WIDE - _BOX[0]) / 2
    side = (_WIDE - _BOX[0]) / 2
    return np.array([[middle + side * quantity.column, top + pitch * quantity.level] for quantity in quantities])


def _middles(corners: np.ndarray) -> np.ndarray:
    """Middles of the two cells of each box: (boxes, 2, 2)."""
    first = corners + np.array([_BOX[0] / 4 + 1, _ROWS[2]])
    return np.stack([first, first + np.array([_BOX[0] / 2 - 2, 0])], axis=1)


def _route(source: np.ndarray, target: np.ndarray, levels: int) -> np.ndarray:
    """From the lower edge of a box to the upper edge of another; round the box between where it goes past one."""
    start = source + _BOX * (0.5, 1)
    end = target + _BOX * (0.5, 0)
    if levels > 1 and source[0] > target[0]:  # down past the boxes between, then in from the right
        x = max(start[0], target[0] + _BOX[0] + (_WIDE - 2 * _BOX[0]) / 2)
        return np.array([[x, start[1]], [x, target[1] + _BOX[1] / 2], [target[0] + _BOX[0], target[1] + _BOX[1] / 2]])
    if levels == 1 and target[0] != source[0]:
        shift = _BOX * (0.25 * np.sign(target[0] - source[0]), 0)
        return np.array([start + shift, end - shift])
    return np.array([start, end])
