"""ThresholdExplorer: from probabilities to yes and no, and what each threshold costs."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from helpers.widgets.engine.explorer import Explorer
from helpers.widgets.engine.fields import checkbox, dropdown, float_slider, log_slider, where
from helpers.widgets.threshold.model import Evaluation, checked, confusion, steps
from helpers.widgets.threshold.picture import SIZE, ThresholdPicture, count, share
from helpers.words import N_, _

CURVES = {"ROC": N_("ROC"), "precision-recall": N_("precision-recall")}
BINS = 20
PEOPLE = 1000  # that the counts at another prevalence are given for
POINTS = 300  # of a curve: more cannot be seen
_reweighed = where(reweigh=True)


@dataclass(frozen=True)
class ThresholdState:
    """Where yes begins; which curve; whether counts are those of a population of another prevalence, and which."""

    threshold: float = float_slider(0.5, 0, 1, 0.01, label=N_("threshold"), width=420)
    curve: str = dropdown("ROC", CURVES, label=N_("curve"), width=210, label_width=45)
    reweigh: bool = checkbox(False, label=N_("at another prevalence"), width=190)
    prevalence: float = log_slider(
        0.01, 0.001, 0.9, limits=(0.0001, 0.9999), format=".3f", label=N_("prevalence"), shown=_reweighed, width=420
    )


class ThresholdExplorer(Explorer[ThresholdState, Evaluation]):
    """See what a threshold makes of a classifier's probabilities.

    ``probabilities`` is (samples,) or (samples, 1), between 0 and 1; ``labels`` the same, 0 or 1, both present. Raises
    ValueError when these do not fit together.
    """

    State = ThresholdState
    Picture = ThresholdPicture
    size = SIZE
    label_width = 70
    data_arguments = ("probabilities", "labels")

    def __init__(self, probabilities: np.ndarray, labels: np.ndarray, **fields: Any) -> None:
        self.probabilities, self.labels = checked(probabilities, labels)
        self._steps = steps(self.probabilities, self.labels)
        edges = np.linspace(0, 1, BINS + 1)
        self._bars = np.array([np.histogram(self.probabilities[self.labels == kind], edges)[0] for kind in (1, 0)])
        super().__init__(**fields)

    @classmethod
    def example(cls) -> "ThresholdExplorer":
        """Return one on made-up probabilities, for tests and benchmarks."""
        rng = np.random.default_rng(0)
        labels = np.arange(250) % 3 == 0
        return cls(1 / (1 + np.exp(-rng.normal(2 * labels - 1.3, 1.2))), labels)

    def compute(self, state: ThresholdState) -> Evaluation:
        """Count the answers, of these data or of ``PEOPLE`` at another prevalence."""
        counts, bars = confusion(self.probabilities, self.labels, state.threshold), self._bars
        prevalence = state.prevalence if state.reweigh else None
        if prevalence is not None:
            counts = counts.at_prevalence(prevalence, PEOPLE)
            bars = bars / bars.sum(axis=1, keepdims=True) * [[prevalence], [1 - prevalence]]
        x, y = self._steps.roc if state.curve == "ROC" else self._steps.precision_recall(prevalence)
        few = np.unique(np.linspace(0, len(x) - 1, min(len(x), POINTS)).astype(int))
        return Evaluation(
            state.threshold, prevalence, counts, state.curve, x[few], y[few], bars / bars.max(), self._steps.auc
        )

    def describe(self, result: Evaluation) -> Iterator[str]:
        """Say how many are found and missed, what a yes is worth, and of what population that holds."""
        counts = result.counts
        found, missed = counts.true_positives, counts.false_negatives
        yes = found + counts.false_positives
        text = _(
            "Yes above {threshold}: of {all} with label 1, {found} are found and {missed} missed, recall {recall}."
        )
        right, recall = count(found), share(counts.recall)
        at = f"{result.threshold:.2f}"
        yield text.format(threshold=at, all=count(found + missed), found=right, missed=count(missed), recall=recall)
        if yes:
            text = _("Of {yes} answers that are yes, {right} have label 1: precision {precision}.")
            yield text.format(yes=count(yes), right=right, precision=share(counts.precision))
        else:
            yield _("No answer is yes, so there is no precision.")
        own = f"{100 * self.labels.mean():.3g}"
        if result.prevalence is None:
            yield _("Prevalence in these data: {own} %. Area under the ROC curve: {auc}.").format(
                own=own, auc=share(result.auc)
            )
        else:
            text = _("Expected for {people} people at a prevalence of {prevalence} %; these data have {own} %.")
            yield text.format(people=f"{PEOPLE:,}", prevalence=f"{100 * result.prevalence:.3g}", own=own)
