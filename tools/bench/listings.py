"""Runs in the kernel: the classic listings, written afresh, and what chapters 11 and 13 do instead.

The classic ways are those of the book that most courses follow: F. Chollet, *Deep Learning with Python*, second edition
(2021), sections 4.1 and 4.3 (batches of 16 rows for the houses; the edition of 2017 had batches of one row).
"""

import math
from pathlib import Path
from time import perf_counter

import keras
import numpy as np

from helpers.datasets import Ragged, boston_housing, imdb

K = 4
SEEDS = 1  # five in the chapter
NETWORKS = SEEDS * K
BATCH = 16
WORDS = 10_000


def build(features: int) -> keras.Model:
    """Return a fresh network that answers with one number."""
    layers = [keras.layers.Dense(64, activation="relu"), keras.layers.Dense(64, activation="relu")]
    return keras.Sequential([keras.Input((features,)), *layers, keras.layers.Dense(1)])


# Houses: K-fold cross-validation.


def _classic_fold(x: np.ndarray, y: np.ndarray, epochs: int, validation: tuple) -> list[float]:
    """Fit on the arrays, batch by batch, with a validation after every epoch."""
    model = build(x.shape[1])
    model.compile(optimizer="rmsprop", loss="mse", metrics=["mae"])
    fitted = model.fit(x, y, epochs=epochs, batch_size=BATCH, verbose=0, validation_data=validation)
    return fitted.history["val_mae"]


def scaled(rows: np.ndarray, others: np.ndarray, features: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Scale rows and others by the mean and std of others."""
    mean, std = features[others].mean(axis=0), features[others].std(axis=0)
    return (features[rows] - mean) / std, (features[others] - mean) / std


def dense(units: int, activation: str | None = None) -> keras.layers.Layer:
    """Return a Dense layer for all networks at once, each with initial weights like those of Dense."""
    initial = keras.initializers.VarianceScaling(NETWORKS, "fan_avg", "uniform")
    rule, shape = "bni,nio->bno", (NETWORKS, units)
    return keras.layers.EinsumDense(rule, shape, activation, bias_axes="no", kernel_initializer=initial)


def _our_folds(features: np.ndarray, y_train: np.ndarray, folds: list[np.ndarray], epochs: int) -> np.ndarray:
    """Fit the networks of all folds in one model, with a validation after every tenth epoch (chapter 13)."""
    everyone, rounds = np.arange(len(features)), np.repeat(np.arange(K), SEEDS)
    others = [np.setdiff1d(everyone, folds[fold]) for fold in rounds]
    pairs = [scaled(folds[fold], rows, features) for fold, rows in zip(rounds, others, strict=True)]
    x_val, x_fit = (np.stack(part, axis=1) for part in zip(*pairs, strict=True))
    y_val, y_fit = (np.stack([y_train[r] for r in part], axis=1) for part in ([folds[f] for f in rounds], others))
    model = keras.Sequential([keras.Input(x_fit.shape[1:]), dense(64, "relu"), dense(64, "relu"), dense(1)])
    model.compile(optimizer="rmsprop", loss="mse", steps_per_execution=19)  # an epoch in one call from Python
    maes = []
    for _ in range(epochs // 10):
        model.fit(x_fit, y_fit[..., None], epochs=10, batch_size=16, verbose=0)
        maes.append(np.abs(model.predict(x_val, verbose=0)[..., 0] - y_val).mean(axis=0))
    return np.transpose(maes)


def k_fold(way: str, epochs: int) -> dict[str, float]:
    """Return seconds of all four folds and the MAE: mean over folds and over the last tenth of the epochs.

    ``way`` is "classic" or "ours". The first use of Keras in the process is not counted.
    """
    (x, y), _test = boston_housing.load_data()
    folds = np.array_split(np.arange(len(x)), K)
    keras.utils.set_random_seed(0)
    _classic_fold(x[:32], y[:32], 1, (x[32:64], y[32:64]))
    start = perf_counter()
    if way == "ours":
        curves = _our_folds(x, y, folds, epochs)
    else:
        pairs = [(rows, np.setdiff1d(np.arange(len(x)), rows)) for rows in folds]
        parts = [(*scaled(rows, others, x), y[rows], y[others]) for rows, others in pairs]
        curves = np.array([_classic_fold(x_fit, y_fit, epochs, (x_val, y_val)) for x_val, x_fit, y_val, y_fit in parts])
    seconds = perf_counter() - start
    last = math.ceil(len(curves[0]) / 10)
    return {"seconds": seconds, "score": float(np.mean(np.array(curves)[:, -last:]))}


# Reviews: words present or not.


def _classic_vectors(sequences: Ragged, kind: str) -> np.ndarray:
    """Write a 1 for each word of each review into zeros of float64, review by review."""
    results = np.zeros((len(sequences), WORDS), kind)
    for row, sequence in enumerate(sequences):
        results[row, sequence] = 1
    return results


def reviews(way: str, epochs: int) -> dict[str, float]:
    """Return seconds from lists of words to test accuracy, and that accuracy; ``way`` "classic" or "ours".

    The classic way holds float64 and float32 copies and needs about 9 GB; ours holds one byte a word and review.
    """
    (texts, y), (test_texts, y_test) = imdb.load_data(num_words=WORDS)
    keras.utils.set_random_seed(0)
    start = perf_counter()
    kind = "float64" if way == "classic" else "uint8"
    x, x_test = _classic_vectors(texts, kind), _classic_vectors(test_texts, kind)
    del texts, test_texts
    y, y_test = np.asarray(y).astype("float32"), np.asarray(y_test).astype("float32")
    layers = [keras.layers.Dense(16, activation="relu"), keras.layers.Dense(16, activation="relu")]
    first = keras.Input((WORDS,), dtype="float32" if way == "classic" else "uint8")
    model = keras.Sequential([first, *layers, keras.layers.Dense(1, activation="sigmoid")])
    steps = 1 if way == "classic" else 49
    model.compile(optimizer="rmsprop", loss="binary_crossentropy", metrics=["accuracy"], steps_per_execution=steps)
    model.fit(x, y, epochs=epochs, batch_size=512, verbose=0)
    accuracy = model.evaluate(x_test, y_test, batch_size=32 if way == "classic" else 512, verbose=0)[1]
    return {"seconds": perf_counter() - start, "score": float(accuracy)}


def peak_mb() -> float:
    """Return the most memory that this process has held, in megabytes; nan where the system does not say."""
    if not (status := Path("/proc/self/status")).exists():
        return math.nan
    return 1024 * int(status.read_text().split("VmHWM:")[1].split()[0]) / 1e6
