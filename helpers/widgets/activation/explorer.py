"""ActivationExplorer: activations side by side, their derivatives, and one point that moves along them."""

from collections.abc import Iterable
from dataclasses import dataclass

import ipywidgets as widgets
import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure

from helpers.maths.activations import ACTIVATIONS, activation, condition, maxout_of_lines
from helpers.maths.checks import number
from helpers.maths.errors import InputError
from helpers.widgets.activation.picture import FAR, GRID, LOOKS, SIZE, ActivationPanels, Curve, signed
from helpers.widgets.engine.explorer import Explorer
from helpers.words import _

MOST = len(LOOKS)
NAMES = (*ACTIVATIONS, "maxout")


@dataclass(frozen=True)
class ActivationState:
    """Up to four activations, the input, and the parameters of those that have some."""

    activations: tuple[str, ...] = ("sigmoid", "tanh", "relu")
    z: float = -2.5
    slope: float = 0.2  # of leaky_relu under 0
    alpha: float = 1.0  # of elu
    pieces: tuple[float, float] = (-0.5, 1.0)  # slopes of the two lines of maxout


PARAMETERS = {"slope": "leaky_relu", "alpha": "elu", "piece1": "maxout", "piece2": "maxout"}


@dataclass(frozen=True)
class Result:
    """The state and its curves."""

    state: ActivationState
    curves: tuple[Curve, ...]


class ActivationExplorer(Explorer):
    """See up to four activations and their derivatives, and move an input along them."""

    State = ActivationState
    size = SIZE

    def compute(self, state: ActivationState) -> Result:
        """Work the curves out; ValueError in words for an unknown name or a number out of range."""
        names = _checked_names(state.activations)
        z = number("z", state.z, -FAR, FAR)
        number("slope", state.slope, 0, 1)
        number("alpha", state.alpha, 0, 2)
        if not isinstance(state.pieces, tuple) or len(state.pieces) != 2:
            raise InputError("pieces must be two slopes, not {pieces}", pieces=state.pieces)
        for piece in state.pieces:
            number("pieces", piece, -1, 1)
        return Result(state, tuple(_curve(name, state, z) for name in names))

    # Controls.

    def make_controls(self) -> dict[str, widgets.Widget]:
        """The input first, then the activations, then the parameters of those that are shown."""
        before = {"description_width": "100px"}

        def slider(name: str, least: float, most: float, step: float, width: str = "290px") -> widgets.FloatSlider:
            return widgets.FloatSlider(
                description=name, min=least, max=most, step=step, layout=widgets.Layout(width=width), style=before
            )

        controls: dict[str, widgets.Widget] = {"z": slider(_("input z"), -FAR, FAR, 0.05, "600px")}
        for place in range(MOST):
            controls[f"activation{place + 1}"] = widgets.Dropdown(
                description=_("curve {number}").format(number=place + 1),
                options=[(_("none"), ""), *((name, name) for name in NAMES)],
                layout=widgets.Layout(width="190px"),
                style={"description_width": "66px"},
            )
        controls["slope"] = slider("leaky slope", 0, 1, 0.01)
        controls["alpha"] = slider("ELU alpha", 0, 2, 0.05)
        controls["piece1"] = slider("maxout w₁", -1, 1, 0.05)
        controls["piece2"] = slider("maxout w₂", -1, 1, 0.05)
        return controls

    def arrange(self, controls: dict[str, widgets.Widget]) -> list[widgets.Widget]:
        """A row for the input, one for the menus, then the parameters."""
        menus = [controls[f"activation{place + 1}"] for place in range(MOST)]
        parameters = [controls[name] for name in PARAMETERS]
        wrapped = widgets.Layout(flex_flow="row wrap")
        return [controls["z"], widgets.HBox(menus, layout=wrapped), widgets.HBox(parameters, layout=wrapped)]

    def read_controls(self) -> ActivationState:
        """Return the state that the controls stand at; a parameter that nothing shown has stays as it was."""
        value = {name: control.value for name, control in self.controls.items()}
        chosen = [name for place in range(MOST) if (name := value[f"activation{place + 1}"])]
        names = tuple(dict.fromkeys(chosen))  # what is shown already is not shown twice
        now = self._state
        return ActivationState(
            activations=names,
            z=value["z"],
            slope=value["slope"] if "leaky_relu" in names else now.slope,
            alpha=value["alpha"] if "elu" in names else now.alpha,
            pieces=(value["piece1"], value["piece2"]) if "maxout" in names else now.pieces,
        )

    def write_controls(self, state: ActivationState) -> None:
        """Set the controls; show the parameters that have a meaning now."""
        for place in range(MOST):
            names = state.activations
            self.controls[f"activation{place + 1}"].value = names[place] if place < len(names) else ""
        values = (state.z, state.slope, state.alpha, *state.pieces)
        for name, value in zip(("z", *PARAMETERS), values, strict=True):
            self.controls[name].value = value
        for name, owner in PARAMETERS.items():
            self.controls[name].layout.display = None if owner in state.activations else "none"

    # The picture.

    def scene(self, figure: Figure) -> Iterable[Artist]:
        """Two panels, f on the left and f′ on the right; above each a table of names and values."""
        self.panels = ActivationPanels(figure)
        return self.panels.moving

    def draw(self, result: Result) -> None:
        """Move curves, points, tangents and the table."""
        state = result.state
        self.panels.update(float(state.z), result.curves, state.pieces if "maxout" in state.activations else None)

    def describe(self, result: Result) -> str:
        """Say value and derivative of each, and which lets no gradient through."""
        parts = []
        for curve in result.curves:
            text = _("{name} is {value}, its derivative {derivative}").format(
                name=curve.name, value=signed(curve.value, 3), derivative=signed(curve.derivative, 3)
            )
            told = {
                "dead": _("dead here: no gradient passes"),
                "saturated": _("saturated: hardly any gradient passes"),
                "flat": _("almost flat here"),
                "": "",
            }[curve.condition]
            parts.append(f"{text} ({told})" if told else text)
        return _("At z = {z}: {list}.").format(z=signed(float(result.state.z), 2), list="; ".join(parts))


def _checked_names(names: object) -> tuple[str, ...]:
    if not isinstance(names, tuple) or not 1 <= len(names) <= MOST:
        raise InputError("activations must be 1 to {most} names, not {names}", most=MOST, names=names)
    for name in names:
        if name not in NAMES:
            raise InputError("activations: {name} is none of {known}", name=name, known=", ".join(NAMES))
    if len(set(names)) < len(names):
        raise InputError("activations: {names} has a name twice", names=names)
    return names


def _curve(name: str, state: ActivationState, z: float) -> Curve:
    act = maxout_of_lines(state.pieces) if name == "maxout" else activation(name, _alpha(name, state))
    f, df = act.f(GRID), act.df(GRID)
    jumps = np.flatnonzero(np.abs(np.diff(df)) > 0.15)  # a corner of f: no slanting line over the gap
    value, derivative = float(act.f(z)), float(act.df(z))
    if name == "step":
        f = _gap(f, np.flatnonzero(np.diff(f)))
    return Curve(name, f, _gap(df, jumps), value, derivative, condition(act, z))


def _alpha(name: str, state: ActivationState) -> float | None:
    return {"leaky_relu": state.slope, "elu": state.alpha}.get(name)


def _gap(values: np.ndarray, before: np.ndarray) -> np.ndarray:
    values = values.copy()
    values[before] = np.nan
    return values
