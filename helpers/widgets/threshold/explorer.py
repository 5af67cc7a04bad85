"""ThresholdExplorer: from probabilities to yes and no, and what each threshold costs."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import ipywidgets as widgets
import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure

from helpers.maths.checks import number
from helpers.maths.errors import InputError
from helpers.widgets.engine.explorer import Explorer
from helpers.widgets.threshold.model import Confusion, checked, confusion, steps
from helpers.widgets.threshold.picture import SIZE, ThresholdPanels
from helpers.words import _

CURVES = {"ROC": ("1 − specificity", "recall"), "precision-recall": ("recall", "precision")}
BINS = 20
PEOPLE = 1000  # of whom counts are told at another prevalence
POINTS = 300  # of a curve: more cannot be seen


@dataclass(frozen=True)
class ThresholdState:
    """Where yes begins; which curve; whether counts are told for a population of another prevalence, and which."""

    threshold: float = 0.5
    curve: str = "ROC"
    reweigh: bool = False
    prevalence: float = 0.01


@dataclass(frozen=True)
class Result:
    """The counts, the curve (points,) with its point, the height of the bars (2, bins), areas under both curves."""

    state: ThresholdState
    counts: Confusion
    x: np.ndarray
    y: np.ndarray
    bars: np.ndarray


class ThresholdExplorer(Explorer):
    """See what a threshold makes of a classifier's probabilities.

    ``probabilities`` is (samples,) or (samples, 1), between 0 and 1; ``labels`` the same, 0 or 1, both present. Raises
    ValueError when these do not fit together.
    """

    State = ThresholdState
    size = SIZE
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

    def compute(self, state: ThresholdState) -> Result:
        """Count the answers; ValueError in words for a threshold, curve or prevalence that makes no sense."""
        if state.curve not in CURVES:
            raise InputError("curve must be one of {known}, not {name}", known=", ".join(CURVES), name=state.curve)
        if not isinstance(state.reweigh, bool):
            raise InputError("reweigh must be True or False, not {value}", value=state.reweigh)
        prevalence = number("prevalence", state.prevalence, 0.0001, 0.9999)
        counts = confusion(self.probabilities, self.labels, state.threshold)
        bars = self._bars / self._bars.max()
        if state.reweigh:
            shares = self._bars / self._bars.sum(axis=1, keepdims=True) * [[prevalence], [1 - prevalence]]
            counts, bars = counts.at_prevalence(prevalence, PEOPLE), shares / shares.max()
        if state.curve == "ROC":
            x, y = self._steps.roc
        else:
            x, y = self._steps.precision_recall(prevalence if state.reweigh else None)
        few = np.unique(np.linspace(0, len(x) - 1, min(len(x), POINTS)).astype(int))
        return Result(state, counts, x[few], y[few], bars)

    # Controls.

    def make_controls(self) -> dict[str, widgets.Widget]:
        """The threshold, the curve, and the prevalence where it is to be another one."""
        return {
            "threshold": widgets.FloatSlider(
                description=_("threshold"),
                min=0,
                max=1,
                step=0.01,
                layout=widgets.Layout(width="420px"),
                style={"description_width": "70px"},
            ),
            "curve": widgets.Dropdown(
                description=_("curve"),
                options=[(_("ROC"), "ROC"), (_("precision-recall"), "precision-recall")],
                layout=widgets.Layout(width="210px"),
                style={"description_width": "45px"},
            ),
            "reweigh": widgets.Checkbox(
                description=_("at another prevalence"),
                indent=False,
                layout=widgets.Layout(width="190px", margin="2px 0 0 8px"),
            ),
            "prevalence": widgets.FloatLogSlider(
                description=_("prevalence"),
                min=-3,
                max=np.log10(0.9),
                step=0.01,
                readout_format=".3f",
                layout=widgets.Layout(width="420px"),
                style={"description_width": "70px"},
            ),
        }

    def read_controls(self) -> ThresholdState:
        """Return the state that the controls stand at; the prevalence counts only where it is shown."""
        values = {name: control.value for name, control in self.controls.items()}
        if not values["reweigh"]:
            values["prevalence"] = self.state.prevalence
        return ThresholdState(**values)

    def write_controls(self, state: ThresholdState) -> None:
        """Set the controls; show the prevalence where it counts."""
        slider = self.controls["prevalence"]
        exponent = np.log10(state.prevalence)
        slider.min, slider.max = min(slider.min, exponent), max(slider.max, exponent)
        super().write_controls(state)
        slider.layout.display = None if state.reweigh else "none"

    # The picture.

    def scene(self, figure: Figure) -> Iterable[Artist]:
        """One set of axes whose unit is a pixel of the page, y downwards."""
        width, height = self.size
        ax = figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(height, 0))
        ax.set_axis_off()
        self.panels = ThresholdPanels(ax)
        return self.panels.artists

    def draw(self, result: Result) -> None:
        """Set headings, bars, counts, curve and point."""
        state, counts = result.state, result.counts
        roc = state.curve == "ROC"
        told = f"confusion matrix, of {PEOPLE if state.reweigh else len(self.labels):,}"
        self.panels.set_heads(*CURVES[state.curve], told, f"AUC {self._steps.auc:.3f}" if roc else "")
        point = (1 - counts.specificity, counts.recall) if roc else (counts.recall, counts.precision)
        self.panels.set_scores(result.bars, state.threshold)
        self.panels.set_curve(result.x, result.y, None if roc else counts.prevalence, point)
        cells = (counts.true_positives, counts.false_positives, counts.true_negatives, counts.false_negatives)
        measures = (counts.precision, counts.recall, counts.specificity, counts.accuracy)
        self.panels.set_numbers([_count(cell) for cell in cells], [_told(value) for value in measures])

    def describe(self, result: Result) -> str:
        """Say how many are found and missed, what a yes is worth, and of what population that is said."""
        state, counts = result.state, result.counts
        found, missed = counts.true_positives, counts.false_negatives
        said = found + counts.false_positives
        words = [
            _("Yes above {threshold}: of {all} with label 1, {found} are found and {missed} missed, recall {recall}.")
            .format(
                threshold=f"{state.threshold:.2f}",
                all=_count(found + missed),
                found=_count(found),
                missed=_count(missed),
                recall=_told(counts.recall),
            ),
            _("Nobody is said yes to, so there is no precision.")
            if not said
            else _("Of {said} said yes to, {right} have label 1: precision {precision}.").format(
                said=_count(said), right=_count(found), precision=_told(counts.precision)
            ),
        ]  # fmt: skip
        if state.reweigh:
            told = _("Expected of {people} people at a prevalence of {prevalence} %, where these data have {own} %.")
        else:
            told = _("Prevalence in these data: {own} %. Area under the ROC curve: {auc}.")
        own = 100 * self.labels.mean()
        words.append(
            told.format(
                people=f"{PEOPLE:,}",
                prevalence=f"{100 * state.prevalence:.3g}",
                own=f"{own:.3g}",
                auc=_told(self._steps.auc),
            )
        )
        return " ".join(words)


def _count(value: float) -> str:
    """Write a count: whole numbers as such, expected ones below 100 with a digit behind the point."""
    return f"{value:,.0f}" if value == round(value) or value >= 99.95 else f"{value:.1f}"


def _told(value: float) -> str:
    return "–" if np.isnan(value) else f"{value:.3f}"
