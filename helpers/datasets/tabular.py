"""House prices and tables: the options of keras.datasets, and CSV files as pandas reads them."""

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import pandas

Pair = tuple[np.ndarray, np.ndarray]


def read_pair(paths: list[Path]) -> Pair:
    """Return ``x`` and ``y`` of an .npz as they lie there."""
    with np.load(paths[0], allow_pickle=False) as arrays:
        return arrays["x"], arrays["y"]


def divided(pair: Pair, *, test_split: float = 0.2, seed: int = 113, version: str = "large") -> tuple[Pair, Pair]:
    """Shuffle and divide as ``keras.datasets`` does for Boston and California (``version``: small is 600 rows).

    Raises ValueError for another version.
    """
    if version not in ("small", "large"):
        raise ValueError(f"version must be small or large, not {version!r}")
    x, y = pair if version == "large" else (pair[0][:600], pair[1][:600])
    order = np.arange(len(x))
    np.random.RandomState(seed).shuffle(order)
    x, y = x[order], y[order]
    end = int(len(x) * (1 - test_split))
    return (x[:end], y[:end]), (x[end:], y[end:])


def read_csv(paths: list[Path]) -> "pandas.DataFrame":
    """Return the table without its column of row numbers."""
    import pandas

    return pandas.read_csv(paths[0]).drop(columns="rownames")
