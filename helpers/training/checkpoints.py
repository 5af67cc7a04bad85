"""Weights and models from files: all or nothing, and one sentence when it is nothing.

Keras assigns layer by layer: a file that fits a model in part leaves it half changed, under an error of many lines.
Files are read as HDF5 and zip; nothing is unpickled, and no Python code stored in a model is run (``safe_mode``).
"""

import re
import warnings
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import h5py
import keras
import numpy as np

WEIGHTS, MODEL = ".weights.h5", ".keras"
_INSIDE = "model.weights.h5"  # the weights of a whole model, within its zip file
_MOST_SHAPES = 8  # listed in a sentence


def load_weights(model: keras.Model, path: str | Path) -> None:
    """Set ``model`` to the weights in ``path``, a file that ends in .weights.h5 or .keras.

    The model must be built; its optimizer is set too where the file fits it. Raises FileNotFoundError for no such
    file, and ValueError, in one sentence, for a damaged file or one of another architecture; the model is then as it
    was before.
    """
    path = _existing(path, (WEIGHTS, MODEL))
    if not model.built:
        raise ValueError("The model is not built yet: give it an Input, or call it once on some data.")
    stored, here = _stored_shapes(path), [tuple(weight.shape) for weight in model.weights]
    if Counter(stored) != Counter(here):
        raise ValueError(
            f"{path.name} holds the weights of another architecture: {_listed(stored)}; this model has {_listed(here)}."
        )
    optimizer = getattr(model, "optimizer", None)  # a model that is not compiled has none
    variables = [*model.variables, *(optimizer.variables if optimizer else ())]
    before = [np.array(variable) for variable in variables]
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "Skipping variable loading for optimizer")
            model.load_weights(path)
    except Exception as problem:
        for variable, value in zip(variables, before, strict=True):
            variable.assign(value)
        raise ValueError(
            f"{path.name} does not fit this model: its layers are in another order or damaged."
        ) from problem


def load_model(path: str | Path, **arguments: Any) -> keras.Model:
    """Return the whole model saved in ``path``, a file that ends in .keras; ``arguments`` go to Keras.

    Raises FileNotFoundError for no such file, and ValueError, in one sentence, for a damaged one or one that holds
    Python code.
    """
    path = _existing(path, (MODEL,))
    if not zipfile.is_zipfile(path):
        raise ValueError(_damaged(path))
    try:
        return keras.models.load_model(path, **{"safe_mode": True, **arguments})
    except Exception as problem:
        if "safe_mode" in str(problem):
            raise ValueError(
                f"{path.name} holds Python code, which could do anything here: it is not loaded."
            ) from problem
        raise ValueError(_damaged(path)) from problem


def _existing(path: str | Path, endings: tuple[str, ...]) -> Path:
    path = Path(path)
    if not path.name.endswith(endings):
        raise ValueError(f"{path.name} must end in {' or '.join(endings)}: other kinds of files are not opened.")
    if not path.is_file():
        raise FileNotFoundError(f"There is no file {path.name} in {path.parent}.")
    return path


def _damaged(path: Path) -> str:
    return f"{path.name} is damaged ({path.stat().st_size:,} bytes): it was not written to its end, or changed later."


def _stored_shapes(path: Path) -> list[tuple[int, ...]]:
    """Shapes of the weights in a file, layer after layer, without those of the optimizer."""
    found: dict[str, tuple[int, ...]] = {}

    def visit(name: str, thing: Any) -> None:
        if isinstance(thing, h5py.Dataset) and not name.startswith("optimizer/"):
            found[name] = tuple(thing.shape)

    try:
        if path.name.endswith(WEIGHTS):
            with h5py.File(path, "r") as file:
                file.visititems(visit)
        else:
            with zipfile.ZipFile(path) as archive, archive.open(_INSIDE) as inside, h5py.File(inside, "r") as file:
                file.visititems(visit)
    except (OSError, KeyError, RuntimeError, zipfile.BadZipFile) as problem:
        raise ValueError(_damaged(path)) from problem
    return [found[name] for name in sorted(found, key=_natural)]


def _natural(name: str) -> list[tuple[int, str]]:
    """Order ``dense_10`` behind ``dense_2``, and ``dense`` before both."""
    parts = [part for part in re.split(r"(\d+)|/", name) if part]
    return [(int(part), "") if part.isdigit() else (-1, part) for part in parts]


def _listed(shapes: list[tuple[int, ...]]) -> str:
    """Write the shapes of the weights of rank 2 and above, as many as fit into a sentence."""
    large = [shape for shape in shapes if len(shape) > 1] or shapes
    listed = ", ".join(" × ".join(map(str, shape)) or "a number" for shape in large[:_MOST_SHAPES])
    return (listed + (" …" if len(large) > _MOST_SHAPES else "")) or "no weights"
