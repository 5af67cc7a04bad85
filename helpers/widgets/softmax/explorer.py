"""SoftmaxExplorer: from scores to probabilities, and what the loss asks for."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from helpers.drawing.numbers import short
from helpers.widgets.engine.explorer import Explorer
from helpers.widgets.engine.fields import float_slider, int_slider, log_slider, sequence
from helpers.widgets.engine.panel import Column
from helpers.widgets.softmax.model import Prediction, predict
from helpers.widgets.softmax.picture import SIZE, SoftmaxPicture, decimal
from helpers.words import N_, _

FEWEST, MOST = 2, 6  # classes
WIDE = 285  # pixels
FAR = (-1e4, 1e4)
SCORE = float_slider(0.0, -5, 5, limits=FAR, label=N_("score {number}"), width=WIDE)


@dataclass(frozen=True)
class SoftmaxState:
    """Scores, one a class; what is added to all of them; the temperature; the class that is right."""

    scores: tuple[float, ...] = sequence((2.0, 1.0, 0.1), SCORE, FEWEST, MOST, count_label=N_("classes"), width=WIDE)
    label: int = int_slider(
        0, 0, lambda explorer, state: len(state.scores) - 1, limits=(0, MOST - 1), label=N_("label"), width=WIDE
    )
    temperature: float = log_slider(
        1.0, 0.1, 10, 0.05, limits=(1e-3, 1e3), label=N_("temperature"), format=".2f", width=WIDE
    )
    shift: float = float_slider(0.0, -120, 120, 1, limits=FAR, label=N_("shift"), format=".0f", width=WIDE)


class SoftmaxExplorer(Explorer[SoftmaxState, Prediction]):
    """See scores become probabilities, and how far each is from what the label asks for."""

    State = SoftmaxState
    Picture = SoftmaxPicture
    size = SIZE
    label_width = 86
    panel = (Column("scores"), Column("label", "temperature", "shift"))

    def compute(self, state: SoftmaxState) -> Prediction:
        """Work all columns out."""
        return predict(state.scores, state.label, state.temperature, state.shift)

    def describe(self, result: Prediction) -> Iterator[str]:
        """Say which class leads, what the label costs, and what the naive formula gives."""
        p, label = result.p, result.label
        first = int(p.argmax())
        yield _("Class {first} has the largest probability, {p}.").format(first=first, p=decimal(p[first]))
        text = _("The label is {label}: its probability is {p}, and the loss −log p is {loss}.")
        yield text.format(label=label, p=short(p[label]), loss=decimal(result.loss))
        yield _("The gradient p − t is {gradient}.").format(gradient=", ".join(map(decimal, result.gradient)))
        if not np.isfinite(result.naive).all():
            yield _("Without subtracting the maximum, exp overflows in float32 and the probabilities are nan.")
        elif np.abs(result.naive - p).max() > 1e-3:
            yield _("Without subtracting the maximum, float32 gets other numbers.")
