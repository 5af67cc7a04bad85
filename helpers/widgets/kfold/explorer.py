"""KFoldExplorer: which rows each fold trains on and validates on, and what the order of the rows does to that."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.figure import Figure

from helpers.drawing.page import page
from helpers.maths.checks import whole
from helpers.widgets.engine.explorer import Explorer
from helpers.widgets.engine.fields import checkbox, dropdown, int_slider, where
from helpers.widgets.kfold.model import Folds, divide
from helpers.widgets.kfold.picture import KFoldPicture
from helpers.widgets.kfold.words import describe
from helpers.words import N_

FEWEST, MOST = 10, 600  # rows that are shown
ORDERS = {"as they come": N_("as they come"), "sorted": N_("sorted by target")}


@dataclass(frozen=True)
class KFoldState:
    """How many folds, the one looked at, the order of the rows, whether they are shuffled first, how many rows."""

    k: int = int_slider(4, 2, 10, label="k")
    fold: int = int_slider(1, 1, lambda explorer, state: state.k, label=N_("fold"))
    order: str = dropdown("as they come", ORDERS, label=N_("rows"))
    shuffle: bool = checkbox(False, label=N_("shuffle first"))
    seed: int = int_slider(0, 0, 20, limits=(0, 2**32 - 1), label=N_("seed"), shown=where(shuffle=True))
    n: int = int_slider(40, FEWEST, lambda explorer, state: explorer.rows, label="n")


class KFoldExplorer(Explorer[KFoldState, Folds]):
    """See k-fold cross-validation: every row validates once and trains k − 1 times.

    ``targets`` is (rows,), at least ten finite numbers; of more than 600 the first 600 are shown. ``scores`` holds
    one number for each fold, measured with the rows as they come, not shuffled: it is shown where k and n are those
    of the measurement. Raises ValueError where these make no sense.
    """

    State = KFoldState
    describe = staticmethod(describe)
    panel = ("fold",)
    label_width = 56
    data_arguments = ("targets", "scores")

    def __init__(self, targets: np.ndarray, scores: Sequence[float] | None = None, **fields: Any) -> None:
        self.targets = np.asarray(targets)
        if self.targets.ndim != 1 or self.targets.dtype.kind not in "iuf" or len(self.targets) < FEWEST:
            raise ValueError(f"targets must be one axis of at least {FEWEST} numbers")
        if not np.isfinite(self.targets).all():
            raise ValueError("targets must be finite numbers")
        self.scores = None if scores is None else np.asarray(scores, float)
        if self.scores is not None and (self.scores.ndim != 1 or not np.isfinite(self.scores).all()):
            raise ValueError("scores must be one finite number for each fold")
        self.rows = min(len(self.targets), MOST)
        super().__init__(**{"n": self.usual_state().n} | fields)

    @classmethod
    def example(cls) -> "KFoldExplorer":
        """Return one on made-up prices, for tests and benchmarks."""
        rng = np.random.default_rng(0)
        return cls(np.round(np.clip(rng.gamma(6, 3.8, 404), 5, 50), 1), scores=[2.2, 2.5, 2.6, 2.4], n=404)

    def usual_state(self) -> KFoldState:
        """Forty rows, or all where there are fewer."""
        return KFoldState(n=min(KFoldState.n, self.rows))

    def make_picture(self, figure: Figure) -> KFoldPicture:
        """Leave room for the scores where there are any."""
        return KFoldPicture(page(figure), with_scores=self.scores is not None)

    def compute(self, state: KFoldState) -> Folds:
        """Divide the rows; InputError for more rows or folds than there are."""
        n = whole("n", state.n, FEWEST, self.rows)
        fold = whole("fold", state.fold, 1, state.k)
        targets = self.targets[:n] if state.order == "as they come" else np.sort(self.targets[:n])
        fold_of = divide(n, state.k, state.seed if state.shuffle else None)
        as_measured = n == len(self.targets) and state.order == "as they come" and not state.shuffle
        measured = self.scores is not None and len(self.scores) == state.k and as_measured
        return Folds(targets, fold_of, fold, self.scores if measured else None)
