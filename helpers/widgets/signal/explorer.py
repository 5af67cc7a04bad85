"""SignalExplorer: what becomes of a signal and of a gradient in a deep stack of layers, before any training."""

from collections.abc import Iterable
from dataclasses import dataclass

import ipywidgets as widgets
from matplotlib.artist import Artist
from matplotlib.figure import Figure

from helpers.maths.activations import ACTIVATIONS
from helpers.maths.initializers import INITIALIZERS
from helpers.widgets.engine.explorer import Explorer
from helpers.widgets.signal.model import MOST, Signal, propagate
from helpers.widgets.signal.picture import SIZE, SignalRows, short
from helpers.words import _

BATCH = 32
WIDEST = 120  # on the slider: beyond, a frame takes longer than a frame may
LITTLE, MUCH = 0.1, 10  # less of the size than this at the other end: it vanishes; more: it explodes


@dataclass(frozen=True)
class SignalState:
    """A stack of equal layers and how its weights are drawn."""

    activation: str = "tanh"
    initializer: str = "glorot_uniform"
    depth: int = 10
    width: int = 100
    seed: int = 0


@dataclass(frozen=True)
class Result:
    """The state and what came out."""

    state: SignalState
    signal: Signal


class SignalExplorer(Explorer):
    """Push a batch of random inputs through a stack of layers and a gradient back, and measure every layer."""

    State = SignalState
    size = SIZE

    def make_controls(self) -> dict[str, widgets.Widget]:
        """What decides first, then the size of the stack, then the chance."""
        before = {"description_width": "90px"}

        def slider(name: str, least: int, most: int, step: int = 1) -> widgets.IntSlider:
            return widgets.IntSlider(
                description=name,
                min=least,
                max=most,
                step=step,
                layout=widgets.Layout(width="290px"),
                style={"description_width": "60px"},
            )

        return {
            "activation": widgets.Dropdown(
                description=_("activation"),
                options=list(ACTIVATIONS),
                layout=widgets.Layout(width="300px"),
                style=before,
            ),
            "initializer": widgets.Dropdown(
                description=_("initialiser"),
                options=list(INITIALIZERS),
                layout=widgets.Layout(width="300px"),
                style=before,
            ),
            "depth": slider(_("depth"), 1, MOST["depth"]),
            "width": slider(_("width"), 10, WIDEST, 10),
            "seed": slider(_("seed"), 0, 99),
        }

    def write_controls(self, state: SignalState) -> None:
        """Set the controls; a slider grows to reach what code has set."""
        for name in ("width", "seed"):
            slider = self.controls[name]
            slider.min, slider.max = min(slider.min, getattr(state, name)), max(slider.max, getattr(state, name))
        super().write_controls(state)

    def scene(self, figure: Figure) -> Iterable[Artist]:
        """Two rows of histograms lying on their sides, with numbers under them."""
        self.rows = SignalRows(figure)
        return self.rows.moving

    def compute(self, state: SignalState) -> Result:
        """Push and measure; ValueError in words for an unknown name or a number out of range."""
        return Result(
            state, propagate(state.activation, state.initializer, state.depth, state.width, BATCH, state.seed)
        )

    def draw(self, result: Result) -> None:
        """Move the bars and the numbers."""
        self.rows.update(result.signal, ACTIVATIONS[result.state.activation])

    def describe(self, result: Result) -> str:
        """Say what becomes of the signal, of the gradient, and what share is flat or dead."""
        return " ".join([_forwards(result), _backwards(result), _flat(result)])


def _forwards(result: Result) -> str:
    last, between = result.signal.std[-1], result.signal.between[-1]
    if last < LITTLE:
        text = _("The signal vanishes: inputs of std 1 leave layer {depth} with std {last}.")
    elif between < LITTLE * last:
        text = _(
            "The signal vanishes: the activations of layer {depth} have std {last}, but are nearly the same for every "
            "input; from one input to another they differ by {between}."
        )
    elif last > MUCH:
        text = _("The signal explodes: inputs of std 1 leave layer {depth} with std {last}.")
    elif last < 0.5:
        text = _("The signal shrinks slowly: inputs of std 1 leave layer {depth} with std {last}.")
    else:
        text = _("The signal keeps its size: inputs of std 1 leave layer {depth} with std {last}.")
    return text.format(depth=result.state.depth, last=short(last), between=short(between))


def _backwards(result: Result) -> str:
    first, last = result.signal.gradient_std[0], result.signal.gradient_std[-1]
    if not first:
        text = _("No gradient at all arrives at layer 1.")
    elif result.state.depth == 1:
        text = _("The gradient has std {first} in the only layer.")
    elif first < LITTLE * last:
        text = _("The gradient vanishes on its way back: std {last} in layer {depth}, {first} in layer 1.")
    elif first > MUCH * last:
        text = _("The gradient explodes on its way back: std {last} in layer {depth}, {first} in layer 1.")
    else:
        text = _("The gradient comes back in much the same size: std {last} in layer {depth}, {first} in layer 1.")
    return text.format(depth=result.state.depth, first=short(first), last=short(last))


def _flat(result: Result) -> str:
    flat, dead = result.signal.saturated[-1], result.signal.dead[-1]
    text = _(
        "In layer {depth}, {flat:.0%} of the activations lie where f is flat, and {dead:.0%} of the units are dead."
    )
    return text.format(depth=result.state.depth, flat=flat, dead=dead)
