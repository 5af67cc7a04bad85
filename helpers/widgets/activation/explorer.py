"""ActivationExplorer: activations side by side, their derivatives, and one point that moves along them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from helpers.drawing.numbers import fixed
from helpers.widgets.activation.model import FAR, NAMES, Result, evaluate
from helpers.widgets.activation.picture import LOOKS, SIZE, ActivationPicture
from helpers.widgets.engine.explorer import Explorer
from helpers.widgets.engine.fields import dropdown, float_slider, sequence
from helpers.widgets.engine.panel import Row
from helpers.words import N_, _

CONDITIONS = {
    "dead": N_("dead here: no gradient passes"),
    "saturated": N_("saturated: hardly any gradient passes"),
    "flat": N_("almost flat here"),
}
_menu = dropdown(
    "", {"": N_("none"), **{name: name for name in NAMES}}, label=N_("curve {number}"), width=190, label_width=66
)


def _parameter(default: float, low: float, high: float, step: float, owner: str, label: str) -> Any:
    """Declare what only the activation ``owner`` has."""
    return float_slider(default, low, high, step, label=label, shown=lambda state: owner in state.activations)


@dataclass(frozen=True)
class ActivationState:
    """Up to four activations, the input, and the parameters of those that have some."""

    activations: tuple[str, ...] = sequence(("sigmoid", "tanh", "relu"), _menu, 1, len(LOOKS), first=1, blank="")
    z: float = float_slider(-2.5, -FAR, FAR, 0.05, label=N_("input z"), width=600)
    slope: float = _parameter(0.2, 0, 1, 0.01, "leaky_relu", "leaky slope")
    alpha: float = _parameter(1.0, 0, 2, 0.05, "elu", "ELU alpha")
    pieces: tuple[float, float] = sequence(
        (-0.5, 1.0),
        float_slider(0.0, -1, 1, 0.05, label="maxout w{number}"),
        2,
        2,
        first=1,
        shown=lambda state: "maxout" in state.activations,
    )


class ActivationExplorer(Explorer[ActivationState, Result]):
    """See up to four activations and their derivatives, and move an input along them."""

    State = ActivationState
    make_picture = staticmethod(ActivationPicture)  # lays out axes of its own
    size = SIZE
    label_width = 100
    panel = ("z", Row("activations"))

    def compute(self, state: ActivationState) -> Result:
        """Work the curves out."""
        return evaluate(state.activations, state.z, state.slope, state.alpha, state.pieces)

    def describe(self, result: Result) -> Iterator[str]:
        """Say value and derivative of each, and which lets no gradient through."""
        parts = []
        for curve in result.curves:
            text = _("{name} is {value}, its derivative {derivative}").format(
                name=curve.name, value=fixed(curve.value, 3), derivative=fixed(curve.derivative, 3)
            )
            parts.append(f"{text} ({_(CONDITIONS[curve.condition])})" if curve.condition else text)
        yield _("At z = {z}: {list}.").format(z=fixed(result.z, 2), list="; ".join(parts))
