"""K-fold cross-validation: which fold validates on which row."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np


@dataclass(frozen=True)
class Folds:
    """Rows divided into folds, one of which is looked at."""

    targets: np.ndarray  # (n,), in the order of the rows
    fold_of: np.ndarray  # (n,) the fold that validates on each row, counted from 0
    fold: int  # the one that is looked at, counted from 1
    scores: np.ndarray | None = None  # (k,), where they were measured with this division

    @cached_property
    def validates(self) -> np.ndarray:
        """The rows on which the fold that is looked at validates: (n,) bool."""
        return self.fold_of == self.fold - 1

    @cached_property
    def sizes(self) -> np.ndarray:
        """How many rows each fold validates on: (k,)."""
        return np.bincount(self.fold_of)

    @cached_property
    def means(self) -> np.ndarray:
        """Mean target of the rows that each fold validates on: (k,)."""
        return np.bincount(self.fold_of, self.targets) / self.sizes

    @cached_property
    def limits(self) -> tuple[float, float]:
        """Smallest and largest target, 1 apart where all are equal."""
        low, high = float(self.targets.min()), float(self.targets.max())
        return low, high if high > low else low + 1


def divide(n: int, k: int, seed: int | None = None) -> np.ndarray:
    """Divide ``n`` rows as evenly as possible into ``k`` folds, shuffled first with a seed: the fold of each, (n,)."""
    rows = np.arange(n) if seed is None else np.random.default_rng(seed).permutation(n)
    fold_of = np.empty(n, int)
    for fold, part in enumerate(np.array_split(rows, k)):
        fold_of[part] = fold
    return fold_of
