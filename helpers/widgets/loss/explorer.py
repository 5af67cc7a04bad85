"""LossExplorer: what a loss asks for, of a constant answer and of a score."""

from collections.abc import Iterable
from dataclasses import dataclass

import ipywidgets as widgets
import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure

from helpers.drawing.numbers import short
from helpers.maths.checks import number, whole
from helpers.maths.complaint import Complaint
from helpers.widgets.engine.explorer import Explorer
from helpers.widgets.loss.model import LossCurve, of_constant, of_score
from helpers.widgets.loss.picture import SIZE, Frame, LossPanels
from helpers.words import _

MODES = ("constant", "score")
TAME = np.array([1.2, 1.8, 2.1, 2.4, 2.9, 3.3])  # values beside the one that is moved
FAR = 20.0
FRAMES = {
    "constant": Frame(
        titles=("loss of answering c, each scaled to its largest here", "slope"),
        names=("MSE", "MAE", "Huber"),
        columns=3,
        x_name="c",
        x=(-2.0, FAR),
        ticks=(0, 5, 10, 15, 20),
        y=((-0.1, 1.05), (-11.0, 11.0)),
        y_ticks=((0, 0.5, 1), (-10, -5, 0, 5, 10)),
    ),
    "score": Frame(
        titles=("loss of the score z, p = sigmoid(z)", "slope: what the score is told"),
        names=("cross-entropy", "squared error", "wrong sign"),
        columns=2,
        x_name="z",
        x=(-8.0, 8.0),
        ticks=(-8, -4, 0, 4, 8),
        y=((-8.2, 8.2), (-1.1, 1.1)),
        y_ticks=((-8, -4, 0, 4, 8), (-1, -0.5, 0, 0.5, 1)),
    ),
}
GRIDS = {mode: np.linspace(*frame.x, 111) for mode, frame in FRAMES.items()}


@dataclass(frozen=True)
class LossState:
    """One answer ``c`` to seven values, the last of them ``outlier``; or a score ``z`` where ``label`` is right."""

    mode: str = "constant"
    c: float = 2.0
    outlier: float = 15.0
    delta: float = 1.0
    z: float = -4.0
    label: int = 1


@dataclass(frozen=True)
class Result:
    """The curves over the whole axis and, last of all, at the point; the values that the answer is for."""

    state: LossState
    curves: dict[str, LossCurve]
    values: np.ndarray


class LossExplorer(Explorer):
    """See losses and their slopes: which one an outlier pulls, which one lets a wrong answer rest."""

    State = LossState
    size = SIZE

    def compute(self, state: LossState) -> Result:
        """Work the curves out; ValueError in words for what makes no sense."""
        if state.mode not in MODES:
            raise Complaint("mode must be one of {known}, not {name}", known=", ".join(MODES), name=state.mode)
        low, high = FRAMES["constant"].x
        c, outlier = number("c", state.c, low, high), number("outlier", state.outlier, low, high)
        delta, z = number("delta", state.delta, 0.01, 100), number("z", state.z, *FRAMES["score"].x)
        label = whole("label", state.label, 0, 1)
        if state.mode == "score":
            return Result(state, of_score(label, np.append(GRIDS["score"], z)), np.zeros(0))
        values = np.append(TAME, outlier)
        return Result(state, of_constant(values, np.append(GRIDS["constant"], c), delta), values)

    # Controls.

    def make_controls(self) -> dict[str, widgets.Widget]:
        """The mode, then what each mode has; the others are hidden."""

        def slider(name: str, least: float, most: float, step: float) -> widgets.FloatSlider:
            return widgets.FloatSlider(
                description=name,
                min=least,
                max=most,
                step=step,
                layout=widgets.Layout(width="400px"),
                style={"description_width": "100px"},
            )

        return {
            "mode": widgets.Dropdown(
                description=_("mode"),
                options=[(_("one answer to many values"), "constant"), (_("a score for yes or no"), "score")],
                layout=widgets.Layout(width="400px"),
                style={"description_width": "100px"},
            ),
            "c": slider(_("answer c"), *FRAMES["constant"].x, 0.1),
            "outlier": slider(_("outlier"), *FRAMES["constant"].x, 0.1),
            "delta": slider(_("delta of Huber"), 0.1, 5, 0.1),
            "z": slider(_("score z"), *FRAMES["score"].x, 0.1),
            "label": widgets.IntSlider(
                description=_("label"),
                min=0,
                max=1,
                layout=widgets.Layout(width="400px"),
                style={"description_width": "100px"},
            ),
        }

    def read_controls(self) -> LossState:
        """Return the state that the controls stand at; those of the other mode do not count."""
        values = {name: control.value for name, control in self.controls.items()}
        return LossState(
            **{
                name: value if _shown(name, values["mode"]) else getattr(self.state, name)
                for name, value in values.items()
            }
        )

    def write_controls(self, state: LossState) -> None:
        """Set the controls; show those of the mode."""
        for name, control in self.controls.items():
            control.value = getattr(state, name)
            control.layout.display = None if _shown(name, state.mode) else "none"

    # The picture.

    def scene(self, figure: Figure) -> Iterable[Artist]:
        """One set of axes whose unit is a pixel of the page, y downwards."""
        width, height = self.size
        ax = figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(height, 0))
        ax.set_axis_off()
        self.panels = LossPanels(ax)
        self._mode = ""
        return self.panels.artists

    def draw(self, result: Result) -> None:
        """Move curves and points; other axes only for the other mode."""
        state = result.state
        if state.mode != self._mode:
            self._mode = state.mode
            self.panels.set_frame(FRAMES[state.mode])
            self.stage.invalidate()
        constant, curves = state.mode == "constant", list(result.curves.values())
        losses, slopes = np.array([curve.loss for curve in curves]), np.array([curve.slope for curve in curves])
        here, grid = losses[:, -1], GRIDS[state.mode]
        scale = losses.max(axis=1) if constant else np.ones(len(curves))
        at = state.c if constant else state.z
        drawn = losses[:, :-1] / scale[:, None]
        self.panels.set_curves(grid, drawn, slopes[:, :-1], at, here / scale, slopes[:, -1])
        best = [curve.best for curve in curves if curve.best is not None]
        lowest = [np.interp(at, grid, loss) for at, loss in zip(best, drawn, strict=False)]
        self.panels.set_least(best, lowest)
        told = np.column_stack([here, slopes[:, -1]]).tolist()
        self.panels.set_table([[*row, *best[number : number + 1]] for number, row in enumerate(told)])
        self.panels.set_marks(at, result.values)

    def describe(self, result: Result) -> str:
        """Say where the losses are least, or what each loss tells the score."""
        state, curves = result.state, result.curves
        if state.mode == "constant":
            best = {name: short(curve.best or 0.0) for name, curve in curves.items()}
            words = _(
                "MSE is least at the mean of the values, {mean}; MAE at their median, {median}; Huber at {huber}. "
                "The answer {c} costs MSE {mse}, MAE {mae}, Huber {cost}."
            )
            costs = {
                key: short(float(curves[name].loss[-1]))
                for key, name in (("mse", "MSE"), ("mae", "MAE"), ("cost", "Huber"))
            }
            return words.format(mean=best["MSE"], median=best["MAE"], huber=best["Huber"], c=short(state.c), **costs)
        slopes = {name: float(curve.slope[-1]) for name, curve in curves.items()}
        p = float(1 / (1 + np.exp(-state.z)))
        words = _(
            "The score {z} gives p = {p}; the label is {label}. The slope of cross-entropy is {right}, "
            "of the squared error {square}, with the wrong sign {wrong}."
        ).format(
            z=short(state.z),
            p=short(p),
            label=state.label,
            right=short(slopes["cross-entropy"]),
            square=short(slopes["squared error"]),
            wrong=short(slopes["wrong sign"]),
        )
        if abs(p - state.label) > 0.9:
            words += " " + _(
                "The answer is wrong and sure of itself: cross-entropy pulls hard, the squared error hardly."
            )
        return words


def _shown(control: str, mode: str) -> bool:
    """Tell whether a control belongs to ``mode``."""
    return control == "mode" or (control in ("z", "label")) == (mode == "score")
