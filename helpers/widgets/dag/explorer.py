"""DAGViewer: a Keras model drawn as a graph; choose a layer and see what goes in, what comes out, what it learns."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import ipywidgets as widgets
import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from helpers.drawing import Labels
from helpers.drawing.labels import text_width
from helpers.drawing.style import INK
from helpers.maths.checks import whole
from helpers.maths.errors import InputError
from helpers.widgets.dag.layout import MOST_LAYERS, lay_out_model
from helpers.widgets.dag.model import LayerCall, parameters_in_words, read_model, shape_in_words
from helpers.widgets.dag.picture import AFTER, BEFORE, Card, ModelPicture, fitted
from helpers.widgets.dag.words import sentences
from helpers.widgets.engine.explorer import Explorer
from helpers.words import _

AREA = (14, 52, 872, 326)  # where the graph stands at most: left, top, width, height in pixels
PANEL = 102  # height of the lines about the chosen layer, and of the space above them
LEAST = 112  # height of the graph
SHOWN = ("shapes", "parameters", "names")
LIT = ("neighbours", "all paths")


@dataclass(frozen=True)
class DAGState:
    """The chosen layer, counted from 0 as one reads; what stands in the last line of the boxes; what is lit."""

    layer: int = 1
    show: str = "shapes"
    lit: str = "neighbours"


@dataclass(frozen=True)
class Result:
    """The chosen call, and the numbers of the calls and edges that are lit before and after it."""

    state: DAGState
    place: int
    call: int
    before: tuple[set[int], set[int]]
    after: tuple[set[int], set[int]]


class DAGViewer(Explorer):
    """See a Keras model as the directed acyclic graph that it is, layer by layer.

    ``model`` is any built Sequential or functional model. Raises ValueError in words for anything else, and for a
    model with more layers than can be drawn.
    """

    State = DAGState
    size = (900, 480)
    data_arguments = ("model",)

    def __init__(self, model: Any, **fields: Any) -> None:
        self.model = model
        self.graph = read_model(model)
        left, top, width, height = AREA
        count, edges = len(self.graph.calls), self.graph.edges
        high = min(max(lay_out_model(count, edges, AREA).height + 12, LEAST), height)  # no more than the model needs
        self.layout_of_model = lay_out_model(count, edges, (left, top, width, high))
        self.size = (900, round(top + high + PANEL))  # type: ignore[misc]  # a flat model has a flat picture
        self._cards = {show: [_card(call, show) for call in self.graph.calls] for show in SHOWN}
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

    def compute(self, state: DAGState) -> Result:
        """Find the chosen layer and what is lit; ValueError in words for a choice that does not exist."""
        if state.show not in SHOWN:
            raise InputError("show must be one of {known}, not {show}", known=", ".join(SHOWN), show=state.show)
        if state.lit not in LIT:
            raise InputError("lit must be one of {known}, not {lit}", known=", ".join(LIT), lit=state.lit)
        order = self.layout_of_model.order
        place = min(whole("layer", state.layer, 0, MOST_LAYERS), len(order) - 1)
        chosen, everything = order[place], state.lit == "all paths"
        before = _reached(self.graph.edges, chosen, backwards=True, far=everything)
        after = _reached(self.graph.edges, chosen, backwards=False, far=everything)
        return Result(state, place, chosen, before, after)

    def make_controls(self) -> dict[str, widgets.Widget]:
        """The layer first, by number and name; then what the boxes tell and what is lit."""
        close = {"description_width": "initial"}
        order = self.layout_of_model.order
        names = [(f"{i + 1}. {self.graph.calls[call].name}", i) for i, call in enumerate(order)]
        return {
            "layer": widgets.SelectionSlider(
                description=_("layer"), options=names, layout=widgets.Layout(width="380px"), style=close
            ),
            "show": widgets.Dropdown(
                description=_("in the boxes"),
                options=[(_("shapes"), "shapes"), (_("parameters"), "parameters"), (_("names"), "names")],
                layout=widgets.Layout(width="190px"),
                style=close,
            ),
            "lit": widgets.Dropdown(
                description=_("lit"),
                options=[(_("neighbours"), "neighbours"), (_("all paths"), "all paths")],
                layout=widgets.Layout(width="140px"),
                style=close,
            ),
        }

    def write_controls(self, state: DAGState) -> None:
        """Set the controls; a layer beyond the last is the last."""
        self.controls["layer"].value = min(state.layer, len(self.graph.calls) - 1)
        self.controls["show"].value, self.controls["lit"].value = state.show, state.lit

    # The picture.

    def scene(self, figure: Figure) -> Iterable[Artist]:
        """One set of axes whose unit is a pixel of the page, y downwards: the graph, and three lines below it."""
        width, height = self.size
        page = figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(height, 0))
        page.set_axis_off()
        self.picture = ModelPicture(page)
        self._drawn: tuple[str, int] | None = None
        self.headline, self.told = Labels(INK), Labels(INK)
        for artist in (self.headline, self.told):
            page.add_patch(artist)
        page.plot([20, width - 20], [height - PANEL + 14] * 2, color="#DDDDDD", lw=1)
        _write_key(page, width - 20)
        return [*self.picture.moving, self.told]

    def draw(self, result: Result) -> None:
        """Light the chosen layer and its neighbours, and tell of it; the boxes only where page or menu changed."""
        layout = self.layout_of_model
        page = layout.page[result.call]
        if self._drawn != (result.state.show, page):
            self.picture.show(layout, page, self._cards[result.state.show])
            self.headline.place(np.array([[20.0, 22.0]]), [self._headline(page)], 15, centred=False)
            self._drawn = result.state.show, page
            self.stage.invalidate()
        twins = [number for number in self.graph.uses(result.call) if number != result.call]
        self.picture.light(layout, page, result.call, result.before, result.after, twins)
        lines = [fitted(line, 860 / 14) for line in _lines(self.graph.calls[result.call])]
        at = np.array([[20.0, self.size[1] - PANEL + 36 + 24 * i] for i in range(len(lines))])
        self.told.place(at, lines, 14, centred=False)

    def _headline(self, page: int) -> str:
        boxes, layers = len(self.graph.calls), len({call.name for call in self.graph.calls})
        count = f"{layers} layers" + (f" in {boxes} boxes" if boxes > layers else "")
        pages = self.layout_of_model.pages
        name = fitted(self.graph.name, 12)
        told = f"{name}:  {count}, {self.graph.parameters:,} parameters"
        return told + (f"  (page {page + 1} of {pages})" if pages > 1 else "")

    def describe(self, result: Result) -> str:
        """Say what the chosen layer takes, gives and learns."""
        far = result.state.lit == "all paths"
        return sentences(self.graph, result.call, result.place, result.before[0], result.after[0], far)


def _card(call: LayerCall, show: str) -> Card:
    """What stands in the box of a layer."""
    shape = ", ".join(shape_in_words(shape, batch=False) for shape in call.shapes_out)
    below = {"shapes": shape, "parameters": f"{call.parameters:,}", "names": call.name}[show]
    fill = "input" if call.role == "input" else "learns" if call.weights else ""
    return Card(call.kind, call.brief, below, call.name if call.role else "", fill)


def _lines(call: LayerCall) -> list[str]:
    """Three lines about the chosen layer: what it is, shapes, parameters."""
    config = ", ".join(f"{name} {value}" for name, value in call.config)
    what = f"{call.name}:  {call.kind}" + (f"({config})" if config else "")
    taken = " + ".join(shape_in_words(shape) for shape in call.shapes_in)
    given = " + ".join(shape_in_words(shape) for shape in call.shapes_out)
    return [what, f"shape:  {taken} → {given}" if taken else f"shape:  {given}", _parameters(call)]


def _parameters(call: LayerCall) -> str:
    return f"parameters:  {parameters_in_words(call)}"


def _reached(edges: tuple[tuple[int, int], ...], start: int, backwards: bool, far: bool) -> tuple[set[int], set[int]]:
    """Nodes and edges that lead to ``start``, or that it leads to; only the nearest unless ``far``."""
    nodes: set[int] = set()
    lit: set[int] = set()
    todo = [start]
    while todo:
        node = todo.pop()
        for number, edge in enumerate(edges):
            near, other = edge[::-1] if backwards else edge
            if near != node or number in lit:
                continue
            lit.add(number)
            if other not in nodes:
                nodes.add(other)
                todo += [other] if far else []
    return nodes, lit


def _write_key(page: Axes, right: float) -> None:
    """Write what colours and lines mean, from the right edge to the left."""
    for text, colour in (("after it - - -", AFTER), ("before it ───    ", BEFORE), ("▭ chosen    ", INK)):
        page.text(right, 22, text, ha="right", va="center", fontsize=9.75, color=colour)
        right -= text_width(text) * 13
