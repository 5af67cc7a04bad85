"""BackpropStepper: any small expression as a graph; values go forwards, gradients come back edge by edge."""

import math
from dataclasses import dataclass, replace
from functools import lru_cache
from html import escape
from typing import Any

from helpers.maths.errors import InputError
from helpers.widgets.backprop.expression import MAX_LENGTH, ExpressionError, parse
from helpers.widgets.backprop.picture import SIZE, GraphPicture, placed
from helpers.widgets.backprop.values import EXAMPLES, LONGEST, read_values, write_values
from helpers.widgets.backprop.walk import Moment, walk
from helpers.widgets.backprop.words import describe
from helpers.widgets.engine.controls import KINDS, TextBox, assign
from helpers.widgets.engine.explorer import Explorer, in_words
from helpers.widgets.engine.fields import Choice, Number, Text, control, float_slider, int_slider
from helpers.words import N_

SLIDERS = 6
OWN = "own"  # in the menu of examples: the expression is none of them
_graph = lru_cache(maxsize=32)(parse)
_CARET = '<pre style="margin:0 20px;line-height:1.3">{}\n{}^</pre>'


class Expression(Text):
    """An expression, typed or chosen from the examples."""


class Values(Text):
    """Values of variables, typed or set on sliders."""


class _ExpressionControl(TextBox):
    """A menu of examples and a text."""

    def make(self) -> None:
        """The menu stands before the text."""
        options = {OWN: N_("your own")} | {expression: expression for expression in EXAMPLES}
        self.include("example", Choice(options=options, label=N_("example"), width=280))
        super().make()

    def read(self, state: Any) -> str:
        """Return the example that has just been chosen, else the text."""
        example = self.widgets["example"].value
        chosen = example not in (OWN, self.owner.state.expression)
        return example if chosen else super().read(state)

    def put(self, value: str, state: Any) -> None:
        assign(self.widgets["example"], value=value if value in EXAMPLES else OWN)
        super().put(value, state)


class _ValuesControl(TextBox):
    """A text, and a slider for each of the first variables."""

    def make(self) -> None:
        """The sliders get the names of the variables later."""
        super().make()
        slider = Number(low=-5, high=5, step=0.1, width=150)
        self.sliders = [self.include(f"{self.name} {i}", replace(slider, label=f"x{i}")) for i in range(SLIDERS)]

    def read(self, state: Any) -> str:
        """Return the text, or what the sliders say while the text is untouched."""
        now, text = self.owner.state, super().read(state)
        values = read_values(now.values, _graph(now.expression))
        if text != write_values(values):
            return text
        moved = dict(values)
        for (name, value), slider in zip(values.items(), self.sliders, strict=False):
            if not math.isclose(slider.read(state), value, rel_tol=1e-12, abs_tol=1e-12):
                moved[name] = round(slider.read(state), 9)
        return now.values if moved == values else write_values(moved)

    def needs(self, place: int, state: Any) -> bool:
        """The text, and as many sliders as there are variables."""
        return place <= len(_graph(state.expression).variables)

    def put(self, value: str, state: Any) -> None:
        values = read_values(value, _graph(state.expression))
        super().put(write_values(values), state)
        for (name, number), slider in zip(values.items(), self.sliders, strict=False):
            assign(slider.boxes[0], description=name)
            slider.put(number, state)


KINDS[Expression] = _ExpressionControl
KINDS[Values] = _ValuesControl


def _last(explorer: Any, state: "BackpropState") -> float:
    """Number of the last step; no limit where the expression that is asked for cannot be read."""
    try:
        graph = _graph(state.expression)
    except InputError:
        return math.inf
    return sum(bool(node.inputs) for node in graph.nodes) + 1 + len(graph.edges)


@dataclass(frozen=True)
class BackpropState:
    """An expression, the values of its variables such as ``"x=2, y=-4"``, the gradient given to the result, the step.

    A variable without a value gets a usual one; a step beyond the last is the last.
    """

    expression: str = control("(x + y) * z", Expression(label=N_("expression"), longest=MAX_LENGTH, width=430))
    values: str = control("", Values(label=N_("values"), longest=LONGEST, width=330))
    upstream: float = float_slider(1.0, -2, 2, limits=(-1e308, 1e308), label=N_("upstream"), width=200)
    step: int = int_slider(5, 0, _last, label=N_("step"), width=230, tick_ms=900)


class BackpropStepper(Explorer[BackpropState, Moment]):
    """Step through backpropagation on any small expression, and see each local derivative on its edge."""

    State = BackpropState
    Picture = GraphPicture
    describe = staticmethod(describe)
    size = SIZE
    panel = ("step",)
    label_width = None
    _wrong: ExpressionError | None = None

    def follow(self, before: BackpropState, after: BackpropState) -> BackpropState:
        """Another expression starts at step 0: an example with its own values, one's own with those that it keeps."""
        if after.expression == before.expression:
            return after
        if after.expression in EXAMPLES and after.expression == self.controls["example"].value:
            return BackpropState(after.expression, "", EXAMPLES[after.expression][1], 0)
        values = read_values(before.values, _graph(before.expression))
        try:
            names = _graph(after.expression).variables
        except InputError:
            names = {}
        kept = write_values({name: value for name, value in values.items() if name in names})
        return replace(after, values=kept, step=0)

    def compute(self, state: BackpropState) -> Moment:
        """Read the expression and walk through it; InputError for all that makes no sense."""
        try:
            graph = _graph(state.expression)
        except ExpressionError as problem:
            self._wrong = problem
            raise
        placed(graph)  # what has no room is refused here, before anything is drawn
        return walk(graph, read_values(state.values, graph), state.upstream).at(state.step)

    def _complain(self, problem: str) -> None:
        """Say what is wrong; where one character is to blame, show the text with a caret under it."""
        super()._complain(problem)
        if self._wrong is not None and problem.startswith(in_words(self._wrong)):
            before = "".join(char if char.isprintable() else "?" for char in self._wrong.text)
            self.error.value += _CARET.format(escape(before), " " * self._wrong.column)
