"""PerceptronExplorer: a line and its two sides, the perceptron rule step by step, and two layers that do XOR."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from helpers.widgets.engine.explorer import Explorer
from helpers.widgets.engine.fields import dropdown, float_slider, int_slider, where
from helpers.widgets.engine.panel import Row
from helpers.widgets.perceptron.model import SAMPLES, LayerAnswers, TwoLayers, UnitAnswers, grid, learn, unit
from helpers.widgets.perceptron.picture import HIGH, LOW, SIZE, PerceptronPicture
from helpers.widgets.perceptron.words import describe
from helpers.words import N_

MODES = {"one unit": N_("one unit"), "two layers": N_("two layers")}
_one_unit, _two_layers = where(mode="one unit"), where(mode="two layers")
CELLS = 135  # across a plane: three drawn pixels each, so that a steep slope has no stairs
GRID = grid(LOW, HIGH, CELLS)
ONE = ("w1", "w2", "bias", "learning_rate", "step")
TWO = tuple(f"{unit}_{part}" for unit in ("h1", "h2", "y") for part in ("w1", "w2", "bias"))


def _weight(default: float, label: str) -> Any:
    return float_slider(default, -4, 4, 0.25, label=label, shown=_one_unit)


def _layer_weight(default: float, label: str) -> Any:
    return float_slider(default, -40, 40, 1, format=".0f", label=label, shown=_two_layers)


@dataclass(frozen=True)
class PerceptronState:
    """One unit, its weights before the rule and the step of the rule; and the nine numbers of two layers.

    At first h₁ is nearly OR, h₂ nearly NAND, and y nearly AND of the two: together XOR.
    """

    mode: str = dropdown("one unit", MODES, label=N_("mode"))
    data: str = dropdown("AND", SAMPLES.keys(), label=N_("data"))
    activation: str = dropdown("step", ("step", "sigmoid"), label=N_("activation"))
    w1: float = _weight(-1.0, "w₁")
    w2: float = _weight(0.5, "w₂")
    bias: float = _weight(0.25, N_("bias b"))
    learning_rate: float = float_slider(0.5, 0.25, 2, 0.25, label=N_("learning rate η"), shown=_one_unit)
    step: int = int_slider(0, 0, 60, label=N_("step of the rule"), tick_ms=400, shown=_one_unit)
    h1_w1: float = _layer_weight(20.0, "h₁: w₁")
    h1_w2: float = _layer_weight(20.0, "h₁: w₂")
    h1_bias: float = _layer_weight(-10.0, "h₁: b")
    h2_w1: float = _layer_weight(-20.0, "h₂: w₁")
    h2_w2: float = _layer_weight(-20.0, "h₂: w₂")
    h2_bias: float = _layer_weight(30.0, "h₂: b")
    y_w1: float = _layer_weight(20.0, "y: w₁")
    y_w2: float = _layer_weight(20.0, "y: w₂")
    y_bias: float = _layer_weight(-30.0, "y: b")

    @property
    def network(self) -> TwoLayers:
        """The two layers."""
        return TwoLayers(
            np.array([[self.h1_w1, self.h2_w1], [self.h1_w2, self.h2_w2]]),
            np.array([self.h1_bias, self.h2_bias]),
            np.array([self.y_w1, self.y_w2]),
            self.y_bias,
        )


class PerceptronExplorer(Explorer[PerceptronState, UnitAnswers | LayerAnswers]):
    """Move a unit's line, let the perceptron rule move it, or put two lines together and fold the plane."""

    State = PerceptronState
    make_picture = staticmethod(PerceptronPicture)  # lays out axes of its own
    describe = staticmethod(describe)
    size = SIZE
    label_width = 104
    panel = (Row("mode", "data", "activation"), Row(*ONE[:3]), Row(*ONE[3:]), Row(*TWO[:3]), Row(*TWO[3:6]))

    def compute(self, state: PerceptronState) -> UnitAnswers | LayerAnswers:
        """Answer on the samples and on a grid."""
        data, f = SAMPLES[state.data], state.activation
        if state.mode == "one unit":
            w = np.array([state.w1, state.w2])
            run = learn(data.x, data.y, w, state.bias, state.learning_rate, state.step)
            answers, regions = (unit(x, run.w[-1], float(run.b[-1]), f) for x in (data.x, GRID))
            return UnitAnswers(data, f, answers, regions, run, state.learning_rate)
        network = state.network
        answers, regions = (network.output(x, f) for x in (data.x, GRID))
        folded = unit(GRID, network.output_w, network.output_b, f)
        return LayerAnswers(data, f, answers, regions, network, network.hidden(data.x, f), folded)
