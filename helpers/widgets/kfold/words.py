"""What KFoldExplorer says: the rows of the chosen fold, and how much the folds differ."""

from collections.abc import Iterator

import numpy as np

from helpers.widgets.kfold.model import Folds
from helpers.words import _


def describe(folds: Folds) -> Iterator[str]:
    """Say which rows the chosen fold validates on, and how far apart the folds' mean targets lie."""
    n, k = len(folds.targets), len(folds.sizes)
    inside, outside = folds.targets[folds.validates], folds.targets[~folds.validates]
    rows = _rows(np.flatnonzero(folds.validates))
    text = _("Fold {fold} of {k} trains on {train} rows and validates on {size}: {rows}.")
    yield text.format(fold=folds.fold, k=k, train=len(outside), size=len(inside), rows=rows)
    means = (inside.mean(), folds.targets.mean(), folds.means.min(), folds.means.max())
    mean, all_rows, low, high = (f"{value:.4g}" for value in means)
    text = _("Their mean target is {mean}, that of all rows {all}; over the folds it runs from {low} to {high}.")
    yield text.format(mean=mean, all=all_rows, low=low, high=high)
    if inside.min() >= outside.max() or inside.max() <= outside.min():
        yield _("The training rows hold no target like them: the network is asked for what it never saw.")
    if n % k:
        text = _("{n} rows do not divide by {k}: folds of {large} rows and of {small}.")
        yield text.format(n=n, k=k, large=folds.sizes.max(), small=folds.sizes.min())
    if folds.scores is not None:
        score, mean = f"{folds.scores[folds.fold - 1]:.3g}", f"{folds.scores.mean():.3g}"
        yield _("Its MAE was {score}; the mean of the {k} is {mean}.").format(score=score, k=k, mean=mean)


def _rows(rows: np.ndarray) -> str:
    """Name rows: a run by its ends, others by the first few."""
    if rows[-1] - rows[0] == len(rows) - 1:
        return _("rows {first} to {last}").format(first=rows[0], last=rows[-1])
    few = ", ".join(str(row) for row in rows[:3])
    if len(rows) <= 3:
        return _("rows {few}").format(few=few)
    return _("rows {few} and {more} more").format(few=few, more=len(rows) - 3)
