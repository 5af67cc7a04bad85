"""What a threshold on probabilities does: confusion matrix, precision and recall, ROC and precision-recall curves.

Labels are 1 for what is looked for, 0 for the rest. The answer is yes where the probability is above the threshold, as
in Keras.
"""

from dataclasses import dataclass

import numpy as np

from helpers.maths.checks import number
from helpers.maths.errors import InputError


@dataclass(frozen=True)
class Confusion:
    """The four counts, or shares of the whole; each quotient is nan where it would be 0 / 0."""

    true_positives: float
    false_positives: float
    true_negatives: float
    false_negatives: float

    @property
    def precision(self) -> float:
        """Share of the truly positive among those answered yes: TP / (TP + FP)."""
        return _share(self.true_positives, self.false_positives)

    @property
    def recall(self) -> float:
        """Share of those answered yes among the truly positive, or sensitivity: TP / (TP + FN)."""
        return _share(self.true_positives, self.false_negatives)

    @property
    def specificity(self) -> float:
        """Share of those answered no among the truly negative: TN / (TN + FP)."""
        return _share(self.true_negatives, self.false_positives)

    @property
    def all(self) -> float:
        """How many there are."""
        return self.true_positives + self.false_positives + self.true_negatives + self.false_negatives

    @property
    def accuracy(self) -> float:
        """Share of right answers: (TP + TN) / all."""
        return _share(self.true_positives + self.true_negatives, self.false_positives + self.false_negatives)

    @property
    def prevalence(self) -> float:
        """Share of the truly positive among all: (TP + FN) / all."""
        return _share(self.true_positives + self.false_negatives, self.false_positives + self.true_negatives)

    def at_prevalence(self, prevalence: float, people: float = 1.0) -> "Confusion":
        """Return what is to be expected of ``people`` of whom the share ``prevalence`` is positive.

        Recall and specificity stay what they are, all else follows (Bayes' rule; D. Altman and M. Bland, "Diagnostic
        tests 2: predictive values", BMJ 309, 1994). Raises ValueError for a prevalence outside 0 to 1.
        """
        yes = people * number("prevalence", prevalence, 0, 1)
        no = people - yes
        return Confusion(yes * self.recall, no * (1 - self.specificity), no * self.specificity, yes * (1 - self.recall))


@dataclass(frozen=True)
class Steps:
    """All that any threshold can do, one entry for each different probability, from the highest threshold down.

    ``thresholds`` begins with infinity, where no answer is yes; at entry i probabilities from ``thresholds[i]`` on are.
    ``true`` and ``false`` count the positives and the negatives answered yes. All are (different probabilities + 1,).
    """

    thresholds: np.ndarray
    true: np.ndarray
    false: np.ndarray

    @property
    def roc(self) -> tuple[np.ndarray, np.ndarray]:
        """False positive rate (1 − specificity) and recall: the ROC curve, from (0, 0) to (1, 1)."""
        return self.false / self.false[-1], self.true / self.true[-1]

    @property
    def auc(self) -> float:
        """Area under the ROC curve: the chance that a positive has the higher probability of a pair, ties counting ½.

        J. Hanley and B. McNeil, "The meaning and use of the area under a ROC curve", Radiology 143 (1982).
        """
        across, up = self.roc
        return float(np.sum(np.diff(across) * (up[1:] + up[:-1]) / 2))

    def precision_recall(self, prevalence: float | None = None) -> tuple[np.ndarray, np.ndarray]:
        """Recall and precision at each entry but the first, where precision is 0 / 0; at another prevalence if given.

        Raises ValueError for a prevalence outside 0 to 1.
        """
        across, up = (rate[1:] for rate in self.roc)
        share = self.true[-1] / (self.true[-1] + self.false[-1])
        share = share if prevalence is None else number("prevalence", prevalence, 0, 1)
        with np.errstate(invalid="ignore"):  # a prevalence of 0 or 1
            return up, share * up / (share * up + (1 - share) * across)

    @property
    def average_precision(self) -> float:
        """Σ (recallᵢ − recallᵢ₋₁) · precisionᵢ: the area under the precision-recall curve, in steps."""
        recall, precision = self.precision_recall()
        return float(np.sum(np.diff(recall, prepend=0.0) * precision))


@dataclass(frozen=True)
class Evaluation:
    """A classifier at one threshold, on its data, or at another ``prevalence`` where that is not None.

    ``curve`` is "ROC" or "precision-recall", ``x`` and ``y`` its points (points,). ``bars`` (2, bins) are how often
    each probability occurs with label 1 and with label 0, the highest 1. ``auc`` is the area under the ROC curve.
    """

    threshold: float
    prevalence: float | None
    counts: Confusion
    curve: str
    x: np.ndarray
    y: np.ndarray
    bars: np.ndarray
    auc: float

    @property
    def point(self) -> tuple[float, float]:
        """Where the threshold lies on the curve; nan where there is no precision."""
        counts = self.counts
        return (1 - counts.specificity, counts.recall) if self.curve == "ROC" else (counts.recall, counts.precision)


def confusion(probabilities: np.ndarray, labels: np.ndarray, threshold: float = 0.5) -> Confusion:
    """Count the four kinds of answers when a probability above ``threshold`` means yes.

    ``probabilities`` and ``labels`` are (samples,), or (samples, 1) as a model predicts them. Raises ValueError for
    probabilities that are none, labels other than 0 and 1, lengths that differ, a threshold outside 0 to 1.
    """
    p, y = checked(probabilities, labels)
    yes = p > number("threshold", threshold, 0, 1)
    true, false = int((yes & y).sum()), int((yes & ~y).sum())
    return Confusion(true, false, int((~y).sum()) - false, int(y.sum()) - true)


def steps(probabilities: np.ndarray, labels: np.ndarray) -> Steps:
    """Go through every threshold at once. Raises ValueError as ``confusion`` does, and when a class is empty."""
    p, y = checked(probabilities, labels)
    if y.all() or not y.any():
        raise InputError("labels must hold both 0 and 1: there is no curve of one class alone")
    order = np.argsort(-p, kind="stable")
    p, y = p[order], y[order]
    last = np.append(np.flatnonzero(np.diff(p)), len(p) - 1)  # of each run of equal probabilities
    true = np.cumsum(y)[last]
    return Steps(np.append(np.inf, p[last]), np.append(0, true), np.append(0, last + 1 - true))


def checked(probabilities: np.ndarray, labels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return float probabilities and boolean labels, both (samples,). Raises ValueError in words."""
    p, y = (_flat(name, values) for name, values in (("probabilities", probabilities), ("labels", labels)))
    if len(p) != len(y) or not len(p):
        raise InputError(
            "probabilities and labels must have one entry for each sample; they have {p} and {y}", p=len(p), y=len(y)
        )
    if not ((p >= 0) & (p <= 1)).all():
        raise InputError("probabilities must lie between 0 and 1; {value} does not", value=p[~((p >= 0) & (p <= 1))][0])
    if not np.isin(y, (0, 1)).all():
        raise InputError("labels must be 0 or 1; {value} is neither", value=y[~np.isin(y, (0, 1))][0])
    return p, y == 1


def _flat(name: str, values: np.ndarray) -> np.ndarray:
    """Return (samples,) floats; (samples, 1) loses its last axis."""
    try:
        array = np.asarray(values, float)
    except (TypeError, ValueError):
        raise InputError("{name} must be numbers", name=name) from None
    if array.ndim == 2 and array.shape[1] == 1:
        array = array[:, 0]
    if array.ndim != 1:
        raise InputError("{name} must be one number a sample, not of the shape {shape}", name=name, shape=array.shape)
    return array


def _share(part: float, rest: float) -> float:
    return part / (part + rest) if part + rest else float("nan")
