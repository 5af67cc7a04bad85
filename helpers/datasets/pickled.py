"""Lists of integers out of an .npz: unpickled with only lists allowed, and never all at once."""

import pickle
import zipfile
from pathlib import Path
from typing import Any

import numpy as np

from helpers.datasets.ragged import Ragged

# All that an array of lists needs to be put together again; numpy 2 renamed its core.
ALLOWED = {
    ("numpy", "ndarray"),
    ("numpy", "dtype"),
    ("numpy.core.multiarray", "_reconstruct"),
    ("numpy._core.multiarray", "_reconstruct"),
}


class _ListsOnly(pickle.Unpickler):
    """Builds arrays of lists and numbers; a pickle that names anything else is refused, whatever its hash."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in ALLOWED:
            raise pickle.UnpicklingError(f"the file asks for {module}.{name}; only lists of numbers are read")
        return super().find_class(module, name)


def read_lists(path: Path, member: str) -> Ragged:
    """Return one array of lists of ``path`` (an .npz) as a Ragged of int32.

    The lists exist only inside this call: each number in them is an object of 28 bytes and a pointer of 8,
    so an array of six million numbers takes 215 MB for a moment and 24 MB afterwards.
    Raises pickle.UnpicklingError for anything but lists.
    """
    with zipfile.ZipFile(path).open(f"{member}.npy") as file:
        np.lib.format.read_magic(file)
        np.lib.format.read_array_header_1_0(file)
        return Ragged.of(_ListsOnly(file).load())


def read_numbers(path: Path, member: str) -> np.ndarray:
    """Return one ordinary array of ``path`` (an .npz)."""
    with np.load(path, allow_pickle=False) as arrays:
        return arrays[member]
