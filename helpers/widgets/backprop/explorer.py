"""BackpropStepper: any small expression as a graph; values go forwards, gradients come back edge by edge."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Any

import ipywidgets as widgets
import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure

from helpers.drawing import Labels
from helpers.drawing.labels import text_width
from helpers.drawing.style import INK
from helpers.maths.errors import InputError
from helpers.maths.graph import Graph
from helpers.widgets.backprop.expression import ExpressionError, parse
from helpers.widgets.backprop.layout import Layout, lay_out
from helpers.widgets.backprop.picture import GRADIENT, LOCAL, VALUE, GraphPicture
from helpers.widgets.backprop.walk import Moment, walk
from helpers.widgets.backprop.words import formula, sentence
from helpers.widgets.engine.clock import Clock
from helpers.widgets.engine.explorer import Explorer, in_words
from helpers.words import _

AREA = (14, 72, 872, 336)  # where the graph stands: left, top, width, height in pixels
TICK_MS = 900
SLIDERS = 6
_USUAL = (2.0, -3.0, 0.5, 1.0, -1.0, 4.0)  # values of variables that were given none, in turn
_CARET = '<pre style="margin:0 20px;line-height:1.3">{}\n{}^</pre>'

# Expression, values, upstream gradient.
EXAMPLES = (
    ("x + y", "x=10, y=5", 1.3),
    ("x * y", "x=10, y=5", 1.3),
    ("(x + y) * z", "x=-2, y=5, z=-4", 1.0),
    ("x*x + 3*x", "x=2", 1.0),
    ("max(x, y) * z", "x=4, y=-1, z=2", 1.0),
    ("sigmoid(w*x + b)", "w=2, x=-1, b=3", 1.0),
    ("1 / (1 + exp(-(w*x + b)))", "w=2, x=-1, b=3", 1.0),
    ("w1*x1 + w2*x2 + b", "w1=2, x1=-1, w2=-3, x2=-2, b=-3", 1.0),
    ("(sigmoid(w*x + b) - t)**2", "w=2, x=-1, b=3, t=1", 1.0),
    ("w3*relu(w1*x + b1) + w4*relu(w2*x + b2)", "w3=2, w1=1, x=3, b1=-1, w4=-1, w2=0.5, b2=1", 1.0),
)


@dataclass(frozen=True)
class BackpropState:
    """An expression, the values of its variables such as ``"x=2, y=-4"``, the gradient given to the result, the step.

    A variable without a value gets a usual one; a step beyond the last is the last.
    """

    expression: str = "(x + y) * z"
    values: str = ""
    upstream: float = 1.0
    step: int = 5


@dataclass(frozen=True)
class Result:
    """What there is to draw: where the walk stands, where the graph's nodes do."""

    moment: Moment
    layout: Layout


@lru_cache(maxsize=32)
def _graph(expression: str) -> tuple[Graph, Layout]:
    graph = parse(expression)
    return graph, lay_out(graph, AREA)


def read_values(text: str, graph: Graph) -> dict[str, float]:
    """Return a value for each variable: those in ``text`` (``x=2, y=-4``), usual ones for the others.

    Raises ValueError in words naming what cannot be read.
    """
    if not isinstance(text, str):
        raise InputError("values must be a text such as x=2, y=-4, not {text}", text=repr(text)[:40])
    if len(text) > 400:
        raise InputError("values has {length} characters; at most 400 are read", length=len(text))
    found: dict[str, float] = {}
    for part in filter(str.strip, text.replace("−", "-").replace(";", ",").split(",")):
        name, sign, number = (piece.strip() for piece in part.partition("="))
        try:
            value = float(number) if sign and "_" not in number else math.nan
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            raise InputError("values: {part} is not a name and a number such as x=2", part=part.strip()[:40])
        if name not in graph.variables:
            raise InputError("values: there is no variable {name} in {text}", name=name[:40], text=graph.text)
        found[name] = value
    return _usual(graph) | found


def _usual(graph: Graph) -> dict[str, float]:
    for expression, values, _upstream in EXAMPLES:
        if expression == graph.text:
            return {name: float(number) for name, number in (part.split("=") for part in values.split(", "))}
    return {name: _USUAL[i % len(_USUAL)] for i, name in enumerate(graph.variables)}


def write_values(values: dict[str, float]) -> str:
    """Return the text that ``read_values`` reads."""
    return ", ".join(f"{name}={value!r}".removesuffix(".0") for name, value in values.items())


class BackpropStepper(Explorer):
    """Step through backpropagation on any small expression, and see each local derivative on its edge."""

    State = BackpropState
    size = (900, 420)
    _wrong: ExpressionError | None = None

    def compute(self, state: BackpropState) -> Result:
        """Read the expression and walk through it; ValueError in words for all that makes no sense."""
        if not isinstance(state.expression, str):
            parse(state.expression)  # says what is wrong
        try:
            graph, layout = _graph(state.expression)
        except ExpressionError as problem:
            self._wrong = problem
            raise
        if isinstance(state.step, bool) or not isinstance(state.step, int) or state.step < 0:
            raise InputError("step must be a whole number from 0 on, not {step}", step=state.step)
        values = read_values(state.values, graph)
        return Result(walk(graph, values, state.upstream).at(state.step), layout)

    # Controls: step, example, expression, values as a text and as sliders, upstream.

    def make_controls(self) -> dict[str, widgets.Widget]:
        """Step first; then what is computed; a slider for each of the first variables last."""
        close = {"description_width": "initial"}

        def wide(pixels: int) -> dict[str, Any]:
            return {"style": close, "layout": widgets.Layout(width=f"{pixels}px")}

        examples = [(_("your own"), -1), *((expression, i) for i, (expression, *_rest) in enumerate(EXAMPLES))]
        controls: dict[str, widgets.Widget] = {
            "step": widgets.IntSlider(description=_("step"), min=0, max=7, **wide(230)),
            "example": widgets.Dropdown(description=_("example"), options=examples, **wide(280)),
            "expression": widgets.Text(description=_("expression"), continuous_update=False, **wide(430)),
            "values": widgets.Text(description=_("values"), continuous_update=False, **wide(330)),
            "upstream": widgets.FloatSlider(description=_("upstream"), min=-2, max=2, step=0.1, **wide(200)),
        }
        for number in range(SLIDERS):
            controls[f"value{number}"] = widgets.FloatSlider(
                description=f"x{number}", min=-5, max=5, step=0.1, **wide(150)
            )
        return controls

    def arrange(self, controls: dict[str, widgets.Widget]) -> list[widgets.Widget]:
        """The clock in the first row; the sliders last, as many as there are variables."""
        self.clock = Clock(controls["step"], tick_ms=TICK_MS)
        texts = [controls[name] for name in ("example", "expression", "values")]
        return [self.clock, *texts, controls["upstream"], *(controls[f"value{number}"] for number in range(SLIDERS))]

    def read_controls(self) -> BackpropState:
        """Return the state that the controls stand at; what has just been changed wins over what it changes."""
        now, controls = self._state, self.controls
        example, expression = controls["example"].value, controls["expression"].value
        if example >= 0 and example != _example(now):
            return BackpropState(EXAMPLES[example][0], "", EXAMPLES[example][2], 0)
        upstream = now.upstream if _same(controls["upstream"].value, now.upstream) else controls["upstream"].value
        if expression != now.expression:
            return BackpropState(expression, self._kept_values(expression), upstream, 0)
        return BackpropState(expression, self._moved_values(), upstream, self._step())

    def _step(self) -> int:
        slider = self.controls["step"]
        return self._state.step if slider.value == slider.max <= self._state.step else slider.value

    def _kept_values(self, expression: str) -> str:
        """The values of variables that stay; nothing when the expression cannot be read."""
        before, _layout = _graph(self._state.expression)
        values = read_values(self._state.values, before)
        try:
            names = _graph(expression)[0].variables
        except ValueError:
            return ""
        return write_values({name: value for name, value in values.items() if name in names})

    def _moved_values(self) -> str:
        """The values as the text says, or as the sliders do when the text is untouched."""
        now, text = self._state, self.controls["values"].value
        values = read_values(now.values, _graph(now.expression)[0])
        if text != write_values(values):
            return text
        moved = dict(values)
        for (name, value), slider in zip(values.items(), self._sliders(), strict=False):
            if not _same(slider.value, value):
                moved[name] = round(slider.value, 9)
        return now.values if moved == values else write_values(moved)

    def _sliders(self) -> list[widgets.FloatSlider]:
        return [self.controls[f"value{number}"] for number in range(SLIDERS)]

    def write_controls(self, state: BackpropState) -> None:
        """Set the controls; as many sliders as there are variables, up to SLIDERS."""
        graph, _layout = _graph(state.expression)
        values = read_values(state.values, graph)
        step = self.controls["step"]
        last = sum(bool(node.inputs) for node in graph.nodes) + 1 + len(graph.edges)
        step.value = min(step.value, last)
        step.max = last
        step.value = min(state.step, last)
        self.controls["example"].value = _example(state)
        self.controls["expression"].value = state.expression
        self.controls["values"].value = write_values(values)
        _put(self.controls["upstream"], state.upstream)
        for slider in self._sliders():
            slider.layout.display = "none"
        for (name, value), slider in zip(values.items(), self._sliders(), strict=False):
            slider.layout.display, slider.description = None, name
            _put(slider, value)

    def _complain(self, problem: str) -> None:
        """Say what is wrong; where one character is to blame, show the text with a caret under it."""
        super()._complain(problem)
        if self._wrong is not None and problem.startswith(in_words(self._wrong)):
            before = "".join(char if char.isprintable() else "?" for char in self._wrong.text)
            self.error.value += _CARET.format(escape(before), " " * self._wrong.column)

    # The picture.

    def scene(self, figure: Figure) -> Iterable[Artist]:
        """One set of axes whose unit is a pixel of the page, y downwards; a key in the corner."""
        width, height = self.size
        page = figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(height, 0))
        page.set_axis_off()
        self.title, self.line = Labels(INK), Labels(INK)
        _write_key(page)
        self.picture = GraphPicture(page)
        for artist in (self.title, self.line):
            page.add_patch(artist)
        return [*self.picture.moving, self.title, self.line]

    def draw(self, result: Result) -> None:
        """Show the graph as far as the walk has come, and the step as a formula above it."""
        self.picture.update(result.moment, result.layout)
        title = _cut(result.moment.walk.graph.text.strip(), 560, 17)
        self.title.place(np.array([[20.0, 22.0]]), [title], size=17, centred=False)
        self.line.place(np.array([[20.0, 50.0]]), [_cut(formula(result.moment), 860, 14)], size=14, centred=False)

    def describe(self, result: Result) -> str:
        """Say what this step does, with its numbers."""
        return sentence(result.moment)


def _example(state: BackpropState) -> int:
    """Number of the example that ``state`` shows the expression of; -1 for none."""
    return next((i for i, (expression, *_rest) in enumerate(EXAMPLES) if expression == state.expression), -1)


def _same(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=1e-12, abs_tol=1e-12)


def _put(slider: widgets.FloatSlider, value: float) -> None:
    """Set a slider, its range widened where need be."""
    slider.min, slider.max = min(slider.min, value), max(slider.max, value)
    slider.value = value


def _cut(text: str, width: float, size: float) -> str:
    """As much of ``text`` as fits into ``width`` pixels."""
    if text_width(text) * size <= width:
        return text
    return _cut(text[: max(len(text) - 4, 1)].rstrip("… ") + "…", width, size) if len(text) > 4 else text


def _write_key(page: Any) -> None:
    """Write what the colours mean, from the right edge to the left."""
    right = 880.0
    for text, colour in (
        ("gradient", GRADIENT),
        (" = ", INK),
        ("local", LOCAL),
        (" × ", INK),
        ("upstream", GRADIENT),
        ("value        ", VALUE),
    ):
        page.text(right, 22, text, ha="right", va="center", fontsize=9.75, color=colour)
        right -= text_width(text) * 13
