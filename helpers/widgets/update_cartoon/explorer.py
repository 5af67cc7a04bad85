"""UpdateCartoon: one optimizer, one step; what it computes, from the gradient to the new weights."""

from dataclasses import dataclass, replace
from typing import Any

from helpers.maths.errors import InputError
from helpers.maths.optimizers import OPTIMIZERS
from helpers.maths.surfaces import SURFACES
from helpers.widgets.engine.explorer import Explorer
from helpers.widgets.engine.fields import dropdown, float_slider, int_slider, log_slider
from helpers.widgets.engine.panel import Row
from helpers.widgets.update_cartoon.model import NAMES, Walk, flow, own_name, rule_of, walk
from helpers.widgets.update_cartoon.picture import SIZE, UpdatePicture
from helpers.widgets.update_cartoon.words import describe
from helpers.words import N_, NP_, _

STEPS = 60
TICK_MS = 700
_LETTERS = {"momentum": "μ", "beta_1": "β₁", "beta_2": "β₂", "rho": "ρ"}


def _hyperparameter(name: str) -> dict[str, Any]:
    """Return how one is declared: shown, with its letter in textbooks, where the optimizer has it."""

    def usual(explorer: Any, state: "CartoonState") -> float | None:
        own = own_name(state.optimizer, name)
        return None if own is None else float(getattr(rule_of(state.optimizer, state.surface), own))

    def letter(own: str | None) -> str:
        return _("rate") + " η" if own == "learning_rate" else _LETTERS.get(str(own), "")

    return {
        "usual": usual,
        "shown": lambda state: own_name(state.optimizer, name) is not None,
        "label": lambda state: letter(own_name(state.optimizer, name)),
        "width": 280,
    }


@dataclass(frozen=True)
class CartoonState:
    """An optimizer, a step of its walk from the start of a surface, its hyperparameters.

    ``learning_rate``, ``momentum`` (μ or β₁) and ``beta_2`` (β₂ or ρ) are usual ones where they are None; an optimizer
    that has none of the name takes no notice.
    """

    optimizer: str = dropdown("adam", tuple(OPTIMIZERS), label=N_("optimizer"), width=280, label_width=90)
    step: int = int_slider(4, 1, STEPS, tick_ms=TICK_MS, label=NP_("training", "step"), width=380)
    learning_rate: float | None = log_slider(
        None, 1e-4, 10, 0.02, limits=(0, 1e9), format=".3g", **_hyperparameter("learning_rate")
    )
    momentum: float | None = float_slider(
        None, 0, 0.99, 0.01, limits=(0, 0.9999), format=".2f", label_width=90, **_hyperparameter("momentum")
    )
    beta_2: float | None = float_slider(
        None, 0, 0.999, 0.001, limits=(0, 0.99999), format=".3f", **_hyperparameter("beta_2")
    )
    surface: str = dropdown("ravine", tuple(SURFACES), label=N_("surface"), width=280)


class UpdateCartoon(Explorer[CartoonState, Walk]):
    """Watch one optimizer compute one step: gradient, moments, correction, quotient, update, with arrows on a map."""

    State = CartoonState
    Picture = UpdatePicture
    describe = staticmethod(describe)
    size = SIZE
    label_width = 60
    panel = (Row("step"), "optimizer", "surface")

    def compute(self, state: CartoonState) -> Walk:
        """Walk as far as the step; InputError when the walk is lost before."""
        given = {name: getattr(state, name) for name in ("learning_rate", "momentum", "beta_2")}
        rule = rule_of(state.optimizer, state.surface, **given)
        steps = walk(rule, state.surface, state.step)
        if len(steps) < state.step:
            raise InputError(
                "{optimizer} has diverged: after step {step} its weights are beyond all bounds. Choose an earlier step "
                "or a smaller learning rate",
                optimizer=NAMES[state.optimizer],
                step=len(steps),
            )
        return Walk(state.optimizer, state.surface, rule, steps, flow(rule, steps[-1]))

    def follow(self, before: CartoonState, after: CartoonState) -> CartoonState:
        """Leave the hyperparameters to another optimizer, and the learning rate to another surface."""
        if after.optimizer != before.optimizer:
            return CartoonState(optimizer=after.optimizer, step=after.step, surface=after.surface)
        return after if after.surface == before.surface else replace(after, learning_rate=None)
