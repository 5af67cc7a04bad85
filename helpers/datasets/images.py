"""Pictures of 28 × 28 pixels: handwritten digits and clothes, as keras.datasets gives them."""

import gzip
from pathlib import Path

import numpy as np

from helpers.datasets.dataset import DataSet

Pair = tuple[np.ndarray, np.ndarray]


class MNIST(DataSet):
    """Handwritten digits."""

    def load_data(self, path: str = "mnist.npz") -> tuple[Pair, Pair]:
        """Return ``(x, y), (x_test, y_test)``, equal to those of ``keras.datasets.mnist.load_data``.

        ``x`` is (60000, 28, 28), ``x_test`` (10000, 28, 28), uint8 from 0 (paper) to 255 (ink); ``y`` is (60000,),
        ``y_test`` (10000,), uint8, the digits. ``path``, absolute or below Keras' folder, is where the file is kept.
        """
        return self._load(path)


class FashionMNIST(DataSet):
    """Clothes, shoes and bags in ten classes."""

    def load_data(self) -> tuple[Pair, Pair]:
        """Return ``(x, y), (x_test, y_test)``, equal to those of ``keras.datasets.fashion_mnist.load_data``.

        ``x`` is (60000, 28, 28), ``x_test`` (10000, 28, 28), uint8 from 0 to 255; ``y`` is (60000,), ``y_test``
        (10000,), uint8, the classes 0 to 9.
        """
        return self._load()


def read_mnist(paths: list[Path]) -> tuple[Pair, Pair]:
    """Return the arrays of MNIST's .npz."""
    with np.load(paths[0], allow_pickle=False) as arrays:
        return (arrays["x_train"], arrays["y_train"]), (arrays["x_test"], arrays["y_test"])


def read_fashion_mnist(paths: list[Path]) -> tuple[Pair, Pair]:
    """Read the IDX files: a header of 16 bytes before pictures, of 8 before labels (LeCun's format)."""
    x, y, x_test, y_test = (np.frombuffer(gzip.decompress(path.read_bytes()), np.uint8) for path in paths)
    return (x[16:].reshape(-1, 28, 28), y[8:]), (x_test[16:].reshape(-1, 28, 28), y_test[8:])
