"""The numbers of finished training runs, as Keras keeps them: read, checked, smoothed, and their best epoch."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from helpers.maths.errors import InputError

MOST_RUNS = 6
MOST_EPOCHS = 10_000
_LEAST_WEIGHT = 1e-3  # at which the window of the smoothing ends


@dataclass(frozen=True)
class Run:
    """One run: ``values`` holds ``loss``, perhaps ``val_loss``, and the metrics, each (epochs,); NaN where none is.

    ``broke`` is the first epoch, counted from 1, whose loss is no finite number; from there on all values are NaN.
    """

    values: Mapping[str, np.ndarray]
    broke: int | None

    def at(self, key: str, epoch: int) -> float:
        """Return the measure ``key`` after ``epoch``, counted from 1; NaN where there is none."""
        return float(self.values[key][epoch - 1]) if key in self.values else math.nan

    @property
    def epochs(self) -> int:
        """How many epochs the run went on."""
        return len(self.values["loss"])

    @property
    def watched(self) -> str:
        """The loss by which an epoch is judged: that of validation where there is one."""
        return "val_loss" if "val_loss" in self.values else "loss"

    @cached_property
    def best(self) -> int | None:
        """The epoch, counted from 1, of the lowest watched loss; None when no loss is a finite number."""
        losses = self.values[self.watched]
        return None if np.isnan(losses).all() else int(np.nanargmin(losses)) + 1

    def smoothed(self, amount: float) -> "Run":
        """Return the run with every value replaced by a weighted mean of its neighbours; 0 leaves it as it is.

        An epoch that is k epochs away weighs ``amount`` ** k, before as well as after: unlike the running average
        of many plots it looks both ways, so the lowest point does not come too late.
        """
        if not amount:
            return self
        reach = min(int(np.log(_LEAST_WEIGHT) / np.log(amount)), self.epochs)
        window = amount ** np.abs(np.arange(-reach, reach + 1))
        return Run({name: _mean(values, window) for name, values in self.values.items()}, self.broke)


@dataclass(frozen=True)
class Result:
    """What is shown: ``runs`` as they are drawn, the chosen one, its epoch, the loss and a metric if there is one.

    ``logged`` is the chosen run without the smoothing.
    """

    runs: Mapping[str, Run]
    run: str
    epoch: int
    measures: tuple[str, ...]
    logged: Run


def metrics_of(runs: Mapping[str, Run]) -> list[str]:
    """Return the names of what ``runs`` measured beside the loss, in the order of the first run, then by name."""
    keys = [key for run in runs.values() for key in run.values if key not in ("loss", "learning_rate", "lr")]
    known = {key.removeprefix("val_") for key in keys} - {"loss"}
    first = next(iter(runs.values())).values
    return [key for key in dict.fromkeys([*first, *sorted(known)]) if key in known]


def _mean(values: np.ndarray, window: np.ndarray) -> np.ndarray:
    """Weighted mean of what is known around each value (n,); NaN stays NaN."""
    known = ~np.isnan(values)
    reach = len(window) // 2
    sums, weights = (
        np.convolve(part, window)[reach : reach + len(values)] for part in (np.where(known, values, 0), known)
    )
    return np.where(known, sums / np.maximum(weights, 1e-300), np.nan)


def read_runs(history: Any) -> dict[str, Run]:
    """Return the runs in ``history`` by name: a Keras ``History``, its dict, or a dict of several of these by name.

    A single run gets the name "". Raises ValueError, in words, for what is no history, has no epochs, or has
    measures of different lengths.
    """
    found = _log(history)
    if found is not None and not any(_log(value) is not None for value in found.values()):
        return {"": _read("history", found)}
    if not found or not all(_log(value) is not None for value in found.values()):
        raise InputError(
            "history must be what model.fit returns, its dict of lists, or a dict of several of these, not {kind}",
            kind=type(history).__name__ if found is None or not found else "a dict that mixes runs and lists",
        )
    if len(found) > MOST_RUNS:
        raise InputError("at most {most} runs can be compared, not {count}", most=MOST_RUNS, count=len(found))
    return {str(name): _read(str(name), _log(value) or {}) for name, value in found.items()}


def _log(history: Any) -> Mapping | None:
    """The dict of lists behind a History, or the dict itself; None for anything else."""
    inner = getattr(history, "history", history)
    return inner if isinstance(inner, Mapping) else None


def _read(name: str, log: Mapping) -> Run:
    """Check one run's dict and turn its lists into arrays."""
    if "loss" not in log:
        raise InputError("{name} has no loss: was the model trained?", name=name)
    values = {str(key): _numbers(str(key), value) for key, value in log.items()}
    epochs = len(values["loss"])
    if not 0 < epochs <= MOST_EPOCHS:
        raise InputError(
            "{name} must have 1 to {most} epochs, not {epochs}", name=name, most=MOST_EPOCHS, epochs=epochs
        )
    for key, array in values.items():
        if len(array) != epochs:
            raise InputError(
                "loss has {epochs} epochs and {key} has {other}: every measure needs one number for each epoch",
                epochs=epochs,
                key=key,
                other=len(array),
            )
    broken = ~np.isfinite([values[key] for key in ("loss", "val_loss") if key in values]).all(axis=0)
    broke = int(broken.argmax()) if broken.any() else epochs
    kept = {
        key: np.where(np.isfinite(array) & (np.arange(epochs) < broke), array, np.nan) for key, array in values.items()
    }
    return Run(kept, broke + 1 if broke < epochs else None)


def _numbers(key: str, values: Any) -> np.ndarray:
    """Return ``values`` as floats (n,); InputError when it is no list of numbers."""
    try:
        array = np.asarray(values, dtype=float)
    except (TypeError, ValueError):
        array = np.zeros(())
    if array.ndim != 1:
        raise InputError("{key} must be a list of numbers, one for each epoch", key=key)
    return array
