"""House prices of Boston and California, as keras.datasets gives them."""

from pathlib import Path

import numpy as np

from helpers.datasets.dataset import DataSet
from helpers.datasets.images import Pair

VERSIONS = {"large": None, "small": 600}  # how many of California's rows


class BostonHousing(DataSet):
    """Prices of houses around Boston in the 1970s."""

    def load_data(
        self, path: str = "boston_housing.npz", test_split: float = 0.2, seed: int = 113
    ) -> tuple[Pair, Pair]:
        """Return ``(x, y), (x_test, y_test)``, equal to those of ``keras.datasets.boston_housing.load_data``.

        Of 506 rows a share of ``test_split``, drawn with ``seed``, is for testing: ``x`` is (404, 13), ``x_test``
        (102, 13), ``y`` (404,), ``y_test`` (102,) by default; float64, ``y`` in thousands of dollars. ``path``,
        absolute or below Keras' folder, is where the file is kept.
        """
        return split(self._load(path), test_split, seed)


class CaliforniaHousing(DataSet):
    """Median prices of houses in the districts of California in 1990."""

    def load_data(
        self,
        version: str = "large",
        path: str = "california_housing.npz",
        test_split: float = 0.2,
        seed: int = 113,
    ) -> tuple[Pair, Pair]:
        """Return ``(x, y), (x_test, y_test)``, equal to those of ``keras.datasets.california_housing.load_data``.

        ``version`` "large" has 20,640 rows, "small" the first 600 of them. A share of ``test_split``, drawn with
        ``seed``, is for testing: ``x`` is (16512, 8), ``x_test`` (4128, 8), ``y`` (16512,), ``y_test`` (4128,) by
        default; float32, ``y`` in dollars. ``path``, absolute or below Keras' folder, is where the file is kept.
        Raises ValueError for another version.
        """
        if version not in VERSIONS:
            raise ValueError(f"version must be small or large, not {version!r}")
        x, y = self._load(path)
        rows = VERSIONS[version]
        return split((x[:rows], y[:rows]), test_split, seed)


def read_pair(paths: list[Path]) -> Pair:
    """Return ``x`` and ``y`` of an .npz in the order of the file."""
    with np.load(paths[0], allow_pickle=False) as arrays:
        return arrays["x"], arrays["y"]


def split(pair: Pair, test_split: float, seed: int) -> tuple[Pair, Pair]:
    """Shuffle the rows and divide them into training and test as ``keras.datasets`` does."""
    x, y = pair
    order = np.arange(len(x))
    np.random.RandomState(seed).shuffle(order)
    x, y = x[order], y[order]
    end = int(len(x) * (1 - test_split))
    return (x[:end], y[:end]), (x[end:], y[end:])
