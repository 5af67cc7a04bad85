"""UpdateCartoon: one optimizer, one step; what it computes, from the gradient to the new weights."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import lru_cache

import ipywidgets as widgets
from matplotlib.artist import Artist
from matplotlib.figure import Figure

from helpers.maths.checks import number, whole
from helpers.maths.errors import InputError
from helpers.maths.optimizers import OPTIMIZERS, Optimizer
from helpers.maths.surfaces import SURFACES
from helpers.widgets.engine.clock import Clock
from helpers.widgets.engine.explorer import Explorer
from helpers.widgets.update_cartoon.boxes import UpdateBoxes
from helpers.widgets.update_cartoon.map import UpdateMap
from helpers.widgets.update_cartoon.model import Quantity, Step, flow, walk
from helpers.widgets.update_cartoon.words import NAMES, sentence
from helpers.words import _

STEPS = 60
TICK_MS = 700
# Of the size of the map an Adam with this rate goes in a step; Adagrad slows down, so it starts faster.
_STRIDES = {"adagrad": 1 / 8, "rmsprop": 1 / 30, "adam": 1 / 20, "adamw": 1 / 20, "nadam": 1 / 20}
_HYPERPARAMETERS = {"momentum": ("momentum", "beta_1"), "beta_2": ("beta_2", "rho")}  # ours: Keras's, the first it has
_SYMBOLS = {"momentum": "μ", "beta_1": "β₁", "beta_2": "β₂", "rho": "ρ"}


@dataclass(frozen=True)
class CartoonState:
    """An optimizer, a step of its walk from the start of a surface, its hyperparameters.

    ``learning_rate``, ``momentum`` (μ or β₁) and ``beta_2`` (β₂ or ρ) are usual ones where they are None; an optimizer
    that has none of the name takes no notice.
    """

    optimizer: str = "adam"
    step: int = 4
    learning_rate: float | None = None
    momentum: float | None = None
    beta_2: float | None = None
    surface: str = "ravine"


@dataclass(frozen=True)
class Result:
    """The state, the rule, the steps up to the one that is shown, and what that one computes."""

    state: CartoonState
    rule: Optimizer
    steps: tuple[Step, ...]
    quantities: list[Quantity]


def usual_rate(optimizer: str, surface: str) -> float:
    """Return a learning rate with which the walk of ``optimizer`` on ``surface`` is worth looking at."""
    left, right, _bottom, _top = SURFACES[surface].box
    if optimizer == "adadelta":
        return 1.0  # as in the paper, which has none
    if optimizer in _STRIDES:
        return float(f"{(right - left) * _STRIDES[optimizer]:.2g}")
    plain = 0.06 if surface == "ravine" else SURFACES[surface].learning_rate  # zigzags, and yet arrives
    return plain if optimizer == "sgd" else float(f"{plain / 4:.2g}")


def _own_name(optimizer: str, field: str) -> str | None:
    """Return what Keras calls ``field`` of the state in this optimizer; None where it has no such thing."""
    if optimizer == "rmsprop" and field == "momentum":
        return None  # it can have one; a simple picture has not
    names = {one.name for one in fields(OPTIMIZERS[optimizer])}
    return next((name for name in _HYPERPARAMETERS[field] if name in names), None)


@lru_cache(maxsize=64)
def _rule(optimizer: str, surface: str, rate: float | None, momentum: float | None, beta_2: float | None) -> Optimizer:
    given = {"learning_rate": usual_rate(optimizer, surface) if rate is None else rate}
    for field, value in (("momentum", momentum), ("beta_2", beta_2)):
        name = _own_name(optimizer, field)
        if name is not None and value is not None:
            given[name] = value
    return OPTIMIZERS[optimizer](**given)


class UpdateCartoon(Explorer):
    """Watch one optimizer compute one step: gradient, moments, correction, quotient, update, with arrows on a map."""

    State = CartoonState
    size = (900, 464)

    def compute(self, state: CartoonState) -> Result:
        """Walk as far as the step; ValueError in words for what makes no sense, and when the walk is lost."""
        for name, value, known in (("optimizer", state.optimizer, OPTIMIZERS), ("surface", state.surface, SURFACES)):
            if not isinstance(value, str) or value not in known:
                raise InputError(
                    "{name} must be one of {known}, not {value}", name=name, known=", ".join(known), value=value
                )
        whole("step", state.step, 1, STEPS)
        for name, most in (("learning_rate", 1e9), ("momentum", 0.9999), ("beta_2", 0.99999)):
            if getattr(state, name) is not None:
                number(name, getattr(state, name), 0, most)
        rule = _rule(state.optimizer, state.surface, state.learning_rate, state.momentum, state.beta_2)
        steps = walk(rule, state.surface, state.step)
        if len(steps) < state.step:
            raise InputError(
                "{optimizer} has diverged: after step {step} its weights are beyond all bounds. Choose an earlier step "
                "or a smaller learning rate",
                optimizer=NAMES[state.optimizer],
                step=len(steps),
            )
        return Result(state, rule, steps, flow(rule, steps[-1]))

    # Controls.

    def make_controls(self) -> dict[str, widgets.Widget]:
        """The step first, for it plays; then who walks, where, and how."""

        def line(width: int) -> dict[str, object]:
            return {"layout": widgets.Layout(width="280px"), "style": {"description_width": f"{width}px"}}

        return {
            "step": widgets.IntSlider(
                description=_("step"),
                min=1,
                max=STEPS,
                layout=widgets.Layout(width="380px"),
                style={"description_width": "60px"},
            ),
            "optimizer": widgets.Dropdown(description=_("optimizer"), options=list(OPTIMIZERS), **line(90)),
            "surface": widgets.Dropdown(description=_("surface"), options=list(SURFACES), **line(60)),
            "learning_rate": widgets.FloatLogSlider(
                description=_("rate") + " η", value=0.3, min=-4, max=1, step=0.02, readout_format=".3g", **line(60)
            ),
            "momentum": widgets.FloatSlider(
                description="β₁", min=0, max=0.99, step=0.01, readout_format=".2f", **line(90)
            ),
            "beta_2": widgets.FloatSlider(
                description="β₂", min=0, max=0.999, step=0.001, readout_format=".3f", **line(60)
            ),
        }

    def arrange(self, controls: dict[str, widgets.Widget]) -> list[widgets.Widget]:
        """The clock in a line of its own."""
        clock = widgets.HBox([Clock(controls["step"], tick_ms=TICK_MS)], layout=widgets.Layout(width="100%"))
        return [clock, *(controls[name] for name in controls if name != "step")]

    def read_controls(self) -> CartoonState:
        """Return the state that the controls stand at; another optimizer comes with its own hyperparameters."""
        now = self.state
        chosen = {name: self.controls[name].value for name in ("optimizer", "step", "surface")}
        if chosen["optimizer"] != now.optimizer:
            return CartoonState(**chosen)
        for field in ("momentum", "beta_2"):
            chosen[field] = self._moved(field)
        if chosen["surface"] == now.surface:
            chosen["learning_rate"] = self._moved("learning_rate")
        return CartoonState(**chosen)

    def _moved(self, field: str) -> float | None:
        """The value of a slider, or what the state says where the slider stands at just that."""
        told, slider = getattr(self.state, field), self.controls[field]
        shown = self._shown(self.state, field)
        return told if shown is None or math.isclose(shown, slider.value, rel_tol=1e-9) else slider.value

    def _shown(self, state: CartoonState, field: str) -> float | None:
        """The hyperparameter as the rule has it; None where it has none."""
        name = "learning_rate" if field == "learning_rate" else _own_name(state.optimizer, field)
        rule = _rule(state.optimizer, state.surface, state.learning_rate, state.momentum, state.beta_2)
        return None if name is None else float(getattr(rule, name))

    def write_controls(self, state: CartoonState) -> None:
        """Set the controls, and hide those that this optimizer has not."""
        for name in ("optimizer", "step", "surface"):
            self.controls[name].value = getattr(state, name)
        for field in ("learning_rate", "momentum", "beta_2"):
            slider, value = self.controls[field], self._shown(state, field)
            slider.layout.display = "none" if value is None else None
            if value is None:
                continue
            if field == "learning_rate":
                slider.disabled = value <= 0  # no place on this slider; code can have it
                if value > 0:
                    power = math.log10(value)
                    slider.min, slider.max = min(slider.min, math.floor(power)), max(slider.max, math.ceil(power))
                    slider.value = value
                continue
            slider.description = _SYMBOLS[str(_own_name(state.optimizer, field))]
            slider.max = max(slider.max, value)
            slider.value = value

    # The picture.

    def scene(self, figure: Figure) -> Iterable[Artist]:
        """One set of axes whose unit is a pixel of the page, y downwards: the map, the boxes."""
        width, height = self.size
        page = figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(height, 0))
        page.set_axis_off()
        self.map, self.boxes = UpdateMap(page), UpdateBoxes(page)
        self._surface = self._optimizer = ""  # that are drawn
        return [*self.map.moving, *self.boxes.moving]

    def draw(self, result: Result) -> None:
        """Move arrows and numbers; another map or other boxes only for another surface or optimizer."""
        state = result.state
        if self._surface != state.surface:
            self._surface = state.surface
            self.map.set_ground(state.surface)
            self.stage.invalidate()
        if self._optimizer != state.optimizer:
            self._optimizer = state.optimizer
            self.map.set_rule(result.rule)
            self.boxes.set_flow(result.quantities)
            self.stage.invalidate()
        self.map.update(f"{NAMES[state.optimizer]}, step {state.step}", result.rule, result.steps)
        self.boxes.update(result.quantities)

    def describe(self, result: Result) -> str:
        """Say what the step does, with its numbers."""
        ground, step = SURFACES[result.state.surface], result.steps[-1]
        before, after = (float(ground.f(*w)) for w in (step.w, step.moved))
        return sentence(result.state.optimizer, result.rule, step, before, after)
