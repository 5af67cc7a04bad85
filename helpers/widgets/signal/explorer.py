"""SignalExplorer: what becomes of a signal and of a gradient in a deep stack of layers, before any training."""

from dataclasses import dataclass

from helpers.maths.activations import ACTIVATIONS
from helpers.maths.initializers import INITIALIZERS
from helpers.widgets.engine.explorer import Explorer
from helpers.widgets.engine.fields import dropdown, int_slider
from helpers.widgets.signal.model import MOST, Result, propagate
from helpers.widgets.signal.picture import SIZE, SignalPicture
from helpers.widgets.signal.words import describe
from helpers.words import N_

BATCH = 32
WIDEST = 120  # on the slider: beyond, a frame takes longer than a frame may


@dataclass(frozen=True)
class SignalState:
    """A stack of equal layers and how its weights are drawn."""

    activation: str = dropdown("tanh", tuple(ACTIVATIONS), label=N_("activation"), width=300, label_width=90)
    initializer: str = dropdown(
        "glorot_uniform", tuple(INITIALIZERS), label=N_("initialiser"), width=300, label_width=90
    )
    depth: int = int_slider(10, 1, MOST["depth"], label=N_("depth"))
    width: int = int_slider(100, 10, WIDEST, 10, limits=(1, MOST["width"]), label=N_("width"))
    seed: int = int_slider(0, 0, 99, limits=(0, MOST["seed"]), label=N_("seed"))


class SignalExplorer(Explorer[SignalState, Result]):
    """Push a batch of random inputs through a stack of layers and a gradient back, and measure every layer."""

    State = SignalState
    Picture = SignalPicture
    describe = staticmethod(describe)
    size = SIZE
    label_width = 60

    def compute(self, state: SignalState) -> Result:
        """Push and measure."""
        signal = propagate(state.activation, state.initializer, state.depth, state.width, BATCH, state.seed)
        return Result(state.activation, signal)
