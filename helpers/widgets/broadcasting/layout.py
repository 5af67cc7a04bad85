"""Where the cells of the two tensors and of their result lie: beside each other, or one under the other."""

import math
from dataclasses import dataclass

import numpy as np

from helpers.maths.broadcasting import Shape
from helpers.maths.tensors import lay_out

BOX = (20.0, 204.0, 860.0, 196.0)  # left, top, width, height in pixels
MOST_CELLS = 48
_SIGN, _GAP = 50.0, 10.0  # pixels between two blocks beside each other, and under each other
_LARGEST, _SMALLEST = 46.0, 23.0  # pixels of a cell; in a smaller one no value can be read

Place = tuple[float, float]


@dataclass(frozen=True)
class Layout:
    """Blocks of cells, in pixels."""

    corners: list[np.ndarray]  # of the cells of each block: (cells, 2)
    unit: float  # side of a cell
    signs: list[Place]  # before each block but the first
    middles: list[Place]  # of the blocks


def fits(shapes: tuple[Shape, ...]) -> bool:
    """Say whether blocks of these shapes can be drawn with readable values."""
    few = all(math.prod(length or 1 for length in shape) <= MOST_CELLS for shape in shapes)
    return few and arrange(shapes).unit >= _SMALLEST


def arrange(shapes: tuple[Shape, ...]) -> Layout:
    """Place blocks beside each other, or one under the other where that gives larger cells."""
    laid = [lay_out(shape) for shape in shapes]
    left, top, width, height = BOX
    gaps = len(laid) - 1
    wide = [wide or 2.0 for _, wide, _ in laid]  # a block without cells keeps room for the words that say so
    high = [high or 1.0 for _, _, high in laid]
    beside = min((width - _SIGN * gaps) / sum(wide), height / max(high), _LARGEST)
    under = min((width - _SIGN) / max(wide), (height - _GAP * gaps) / sum(high), _LARGEST)
    side_by_side, unit = beside >= under, max(beside, under)
    corners, signs, middles = [], [], []
    x, y = left + _SIGN, top
    if side_by_side:
        x = left + (width - _SIGN * gaps - unit * sum(wide)) / 2
    for (block, _, _), w, h in zip(laid, wide, high, strict=True):
        if side_by_side:
            y = top + (height - h * unit) / 2
        corners.append(block * unit + [x, y])
        middles.append((x + w * unit / 2, y + h * unit / 2))
        signs.append((x - _SIGN / 2, y + h * unit / 2))
        if side_by_side:
            x += w * unit + _SIGN
        else:
            y += h * unit + _GAP
    return Layout(corners, unit, signs[1:], middles)
