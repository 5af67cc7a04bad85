"""Where the cells of the two tensors and of their result lie: beside each other, or one under the other."""

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from helpers.maths.broadcasting import Shape
from helpers.maths.tensors import lay_out

BOX = (20.0, 204.0, 860.0, 196.0)  # left, top, width, height in pixels
MOST_CELLS = 48
_SIGN, _GAP = 50.0, 10.0  # pixels between two blocks beside each other, and under each other
_LARGEST, _SMALLEST = 46.0, 23.0  # pixels of a cell; in a smaller one no value can be read


@dataclass(frozen=True)
class Layout:
    """Blocks of cells, in pixels."""

    corners: list[np.ndarray]  # of the cells of each block: (cells, 2)
    unit: float  # side of a cell
    signs: np.ndarray  # before each block but the first: (blocks - 1, 2)
    middles: np.ndarray  # of the blocks: (blocks, 2)


def fits(shapes: tuple[Shape, ...]) -> bool:
    """Say whether blocks of these shapes can be drawn with readable values."""
    few = all(math.prod(length or 1 for length in shape) <= MOST_CELLS for shape in shapes)
    return few and arrange(shapes).unit >= _SMALLEST


@lru_cache(maxsize=64)
def arrange(shapes: tuple[Shape, ...]) -> Layout:
    """Place blocks beside each other, or one under the other where that gives larger cells."""
    laid = [lay_out(shape) for shape in shapes]
    left, top, width, height = BOX
    gaps = len(laid) - 1
    wide = np.array([wide or 2.0 for _, wide, _ in laid])  # a block without cells has room for the words that say so
    high = np.array([high or 1.0 for _, _, high in laid])
    beside = min((width - _SIGN * gaps) / wide.sum(), height / high.max(), _LARGEST)
    under = min((width - _SIGN) / wide.max(), (height - _GAP * gaps) / high.sum(), _LARGEST)
    unit = max(beside, under)
    wide, high = wide * unit, high * unit
    if beside >= under:
        x = left + (width - _SIGN * gaps - wide.sum()) / 2 + np.cumsum(wide + _SIGN) - (wide + _SIGN)
        y = top + (height - high) / 2
    else:
        x = np.full(len(laid), left + _SIGN)
        y = top + np.cumsum(high + _GAP) - (high + _GAP)
    corners = [block * unit + at for (block, _, _), at in zip(laid, np.column_stack([x, y]), strict=True)]
    signs, middles = np.column_stack([x - _SIGN / 2, y + high / 2]), np.column_stack([x + wide / 2, y + high / 2])
    return Layout(corners, unit, signs[1:], middles)
