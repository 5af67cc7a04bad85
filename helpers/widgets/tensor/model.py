"""A tensor, what an index takes of it, and one cell to look at."""

from dataclasses import dataclass

import numpy as np

from helpers.maths.tensors import Selection, select


@dataclass(frozen=True)
class Result:
    """What an index takes of a tensor ``x``; the ``cell`` looked at, by its place in memory and on each axis."""

    x: Selection
    dtype: str
    brackets: str  # the index as one types it after x
    cell: int
    place: tuple[int, ...]


def look(shape: tuple[int, ...], index: tuple[str, ...], dtype: str, cell: int) -> Result:
    """Take ``x[index]``; a ``cell`` beyond the last is the last. InputError for an index that makes no sense."""
    x = select(shape, index, dtype)
    cell = min(cell, max(x.size - 1, 0))
    place = tuple(int(i) for i in np.unravel_index(cell, x.shape)) if x.size else ()
    return Result(x, dtype, f"[{', '.join(index) or '()'}]", cell, place)
