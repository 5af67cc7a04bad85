"""LossExplorer: what a loss asks for, of a constant answer and of a score."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from helpers.drawing.numbers import short
from helpers.widgets.engine.explorer import Explorer
from helpers.widgets.engine.fields import dropdown, float_slider, int_slider, where
from helpers.widgets.loss.model import Result, of_constant, of_score
from helpers.widgets.loss.picture import FRAMES, SIZE, LossPicture
from helpers.words import N_, _

TAME = np.array([1.2, 1.8, 2.1, 2.4, 2.9, 3.3])  # values beside the one that is moved
CONSTANT, SCORE = FRAMES["constant"].x, FRAMES["score"].x
MODES = {"constant": N_("one answer to many values"), "score": N_("a score for yes or no")}
_constant, _score = where(mode="constant"), where(mode="score")


@dataclass(frozen=True)
class LossState:
    """One answer ``c`` to seven values, the last of them ``outlier``; or a score ``z`` where ``label`` is right."""

    mode: str = dropdown("constant", MODES, label=N_("mode"), width=330)
    c: float = float_slider(2.0, *CONSTANT, label=N_("answer c"), shown=_constant)
    outlier: float = float_slider(15.0, *CONSTANT, label=N_("outlier"), shown=_constant)
    delta: float = float_slider(1.0, 0.1, 5, limits=(0.01, 100), label=N_("delta of Huber"), shown=_constant)
    z: float = float_slider(-4.0, *SCORE, label=N_("score z"), shown=_score)
    label: int = int_slider(1, 0, 1, label=N_("label"), shown=_score)


class LossExplorer(Explorer[LossState, Result]):
    """See losses and their slopes: which one an outlier pulls, which one lets a wrong answer rest."""

    State = LossState
    Picture = LossPicture
    size = SIZE
    label_width = 110

    def compute(self, state: LossState) -> Result:
        """Work the curves out on the grid of the picture."""
        grid = FRAMES[state.mode].grid
        if state.mode == "score":
            return Result(
                state.mode, state.z, of_score(state.label, np.append(grid, state.z)), np.zeros(0), state.label
            )
        values = np.append(TAME, state.outlier)
        return Result(state.mode, state.c, of_constant(values, np.append(grid, state.c), state.delta), values)

    def describe(self, result: Result) -> Iterator[str]:
        """Say where the losses are least, or what each loss tells the score."""
        at, curves = result.at, result.curves
        if result.mode == "constant":
            mean, median, huber = (short(curves[name].best or 0.0) for name in ("MSE", "MAE", "Huber"))
            mse, mae, cost = (short(float(curves[name].loss[-1])) for name in ("MSE", "MAE", "Huber"))
            yield _(
                "MSE is least at the mean of the values, {mean}; MAE at their median, {median}; Huber at {huber}. "
                "The answer {c} costs MSE {mse}, MAE {mae}, Huber {cost}."
            ).format(mean=mean, median=median, huber=huber, c=short(at), mse=mse, mae=mae, cost=cost)
            return
        names = ("cross-entropy", "squared error", "wrong sign")
        right, square, wrong = (short(float(curves[name].slope[-1])) for name in names)
        p = float(1 / (1 + np.exp(-at)))
        yield _(
            "The score {z} gives p = {p}; the label is {label}. The slope of cross-entropy is {right}, "
            "of the squared error {square}, with the wrong sign {wrong}."
        ).format(z=short(at), p=short(p), label=result.label, right=right, square=square, wrong=wrong)
        if abs(p - result.label) > 0.9:
            yield _("The answer is wrong and sure of itself: cross-entropy pulls hard, the squared error hardly.")
