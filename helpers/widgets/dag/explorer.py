"""DAGViewer: a Keras model drawn as a graph; choose a layer and see what goes in, what comes out, what it learns."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from matplotlib.figure import Figure

from helpers.drawing.page import page
from helpers.maths import checks
from helpers.widgets.dag.layout import MOST_LAYERS
from helpers.widgets.dag.model import Chosen, choose
from helpers.widgets.dag.picture import WIDTH, DAGPicture, lay_out
from helpers.widgets.dag.reading import read_model
from helpers.widgets.dag.words import describe
from helpers.widgets.engine.explorer import Explorer
from helpers.widgets.engine.fields import dropdown
from helpers.words import N_

SHOWN = {"shapes": N_("shapes"), "parameters": N_("parameters"), "names": N_("names")}
LIT = {"neighbours": N_("neighbours"), "all paths": N_("all paths")}


def _names(viewer: "DAGViewer", state: "DAGState") -> dict[int, str]:
    """The layers by their places; one beyond the last, which code may ask for, is the last."""
    calls, order = viewer.graph.calls, viewer.layout_of_model.order
    names = {place: f"{place + 1}. {calls[call].name}" for place, call in enumerate(order)}
    return names | {state.layer: names[min(state.layer, len(names) - 1)]}


@dataclass(frozen=True)
class DAGState:
    """The chosen layer, counted from 0 as one reads; what stands in the last line of the boxes; what is lit."""

    layer: int = dropdown(1, _names, scrub=True, label=N_("layer"), width=380)
    show: str = dropdown("shapes", SHOWN, label=N_("in the boxes"), width=220, label_width=110)
    lit: str = dropdown("neighbours", LIT, label=N_("lit"), width=140)


class DAGViewer(Explorer[DAGState, Chosen]):
    """See a Keras model as the directed acyclic graph that it is, layer by layer.

    ``model`` is any built Sequential or functional model. Raises InputError for anything else, and for a model with
    more layers than can be drawn.
    """

    State = DAGState
    label_width = None
    data_arguments = ("model",)

    def __init__(self, model: Any, **fields: Any) -> None:
        self.model = model
        self.graph = read_model(model)
        self.layout_of_model, height = lay_out(self.graph)
        self.size = (WIDTH, height)  # type: ignore[misc]  # of this model's picture
        super().__init__(**fields)

    @classmethod
    def example(cls) -> "DAGViewer":
        """Return one on a small model with two inputs, two outputs and a layer used twice."""
        import keras

        layers = keras.layers
        words, more = keras.Input((20,), name="words"), keras.Input((20,), name="more_words")
        shared = layers.Embedding(1000, 16, name="shared")
        read = [layers.LSTM(8, name=f"read_{i}")(shared(x)) for i, x in enumerate((words, more))]
        both = layers.Concatenate(name="both")(read)
        hidden = layers.Dense(32, activation="relu", name="hidden")(both)
        outputs = [layers.Dense(1, name="early")(read[0]), layers.Dense(1, name="late")(hidden)]
        return cls(keras.Model([words, more], outputs, name="example"))

    def make_picture(self, figure: Figure) -> DAGPicture:
        """Lay the graph of this model out."""
        return DAGPicture(page(figure), self.graph, self.layout_of_model, self.size[1])

    def compute(self, state: DAGState) -> Chosen:
        """Find the chosen layer and what is lit."""
        layer = checks.whole("layer", state.layer, 0, MOST_LAYERS)
        return choose(self.graph, self.layout_of_model.order, layer, state.show, state.lit == "all paths")

    def describe(self, result: Chosen) -> Iterator[str]:
        """Say what the chosen layer takes, gives and learns."""
        return describe(self.graph, result)
