"""Sequences of different lengths in one flat array: what a list of lists holds, in a tenth of its memory."""

from collections.abc import Iterator
from typing import Any

import numpy as np


class Ragged:
    """Sequences of integers of different lengths, one after another in ``flat``.

    ``flat`` is (numbers,), ``lengths`` (sequences,), ``starts`` (sequences,): sequence ``i`` is
    ``flat[starts[i] : starts[i] + lengths[i]]``. A Python list of ints takes 36 bytes a number, this takes 4.
    Indexing by an integer gives one sequence, a view; by a slice, a mask or integers again a Ragged.
    Raises ValueError where the lengths do not add up to the numbers that are there.
    """

    def __init__(self, flat: np.ndarray, lengths: np.ndarray) -> None:
        self.flat, self.lengths = np.asarray(flat), np.asarray(lengths, np.int64)
        ends = np.cumsum(self.lengths)
        if (self.lengths < 0).any() or (ends[-1] if len(ends) else 0) != len(self.flat):
            raise ValueError(f"the lengths must add up to {len(self.flat)}, one for each sequence, none negative")
        self.starts = ends - self.lengths

    @classmethod
    def of(cls, sequences: Any, dtype: Any = np.int32) -> "Ragged":
        """Return the Ragged of an iterable of sequences of integers."""
        lists = list(sequences)
        lengths = np.fromiter(map(len, lists), np.int64, len(lists))
        flat = np.empty(lengths.sum(), dtype)
        end = 0
        for numbers in lists:
            flat[end : end + len(numbers)] = numbers
            end += len(numbers)
        return cls(flat, lengths)

    def __len__(self) -> int:
        return len(self.lengths)

    def __iter__(self) -> Iterator[np.ndarray]:
        return (self[row] for row in range(len(self)))

    def __getitem__(self, key: Any) -> Any:
        if isinstance(key, int | np.integer):
            row = range(len(self))[key]  # IndexError, and numbers from the end, as of any sequence
            return self.flat[self.starts[row] : self.starts[row] + self.lengths[row]]
        rows = np.arange(len(self))[key]
        lengths = self.lengths[rows]
        if len(rows) == 0 or (np.diff(rows) == 1).all():  # neighbours: nothing is copied
            first = self.starts[rows[0]] if len(rows) else 0
            return Ragged(self.flat[first : first + lengths.sum()], lengths)
        shift = np.repeat(self.starts[rows] - (np.cumsum(lengths) - lengths), lengths)
        return Ragged(self.flat[np.arange(len(shift)) + shift], lengths)

    def __repr__(self) -> str:
        return f"<{len(self):,} sequences, {len(self.flat):,} numbers of {self.flat.dtype}>"

    @property
    def nbytes(self) -> int:
        """The bytes of its arrays."""
        return self.flat.nbytes + self.lengths.nbytes + self.starts.nbytes

    def only(self, keep: np.ndarray) -> "Ragged":
        """Return the numbers where ``keep`` (numbers,) is True; sequences may become empty."""
        before = np.concatenate([[0], np.cumsum(keep)])
        return Ragged(self.flat[keep], before[self.starts + self.lengths] - before[self.starts])

    def begun_with(self, number: int) -> "Ragged":
        """Return the sequences with ``number`` put before each."""
        return Ragged(np.insert(self.flat, self.starts, number), self.lengths + 1)
