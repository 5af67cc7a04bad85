"""TraceExplorer: which calls of a tf.function make a graph, and which reuse one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import ipywidgets as widgets
from matplotlib.artist import Artist
from matplotlib.figure import Figure

from helpers.maths.errors import InputError
from helpers.widgets.engine.explorer import Explorer
from helpers.widgets.trace.model import ARGUMENTS, SIGNATURES, Graph, Outcome, trace
from helpers.widgets.trace.picture import SIZE, Box, Row, TracePicture
from helpers.words import _

NO_CALL = "none"
CALLS = ("call_1", "call_2", "call_3", "call_4", "call_5", "call_6")


@dataclass(frozen=True)
class TraceState:
    """Six calls, each the Python of its argument or "none"; how the function was decorated."""

    call_1: str = "tf.constant([1.0, 2.0])"
    call_2: str = "tf.constant([3.0, 4.0])"
    call_3: str = "tf.constant([1.0, 2.0, 3.0])"
    call_4: str = "2"
    call_5: str = "3"
    call_6: str = "2.0"
    reduce_retracing: bool = False
    signature: str = "none"


@dataclass(frozen=True)
class Result:
    """The graphs in the order of tracing; what each call did, None where there is no call."""

    state: TraceState
    graphs: Sequence[Graph]
    outcomes: Sequence[Outcome | None]


class TraceExplorer(Explorer):
    """Choose what a tf.function is called with, and see for which calls it traces a new graph.

    Worked out by the rule in `helpers.widgets.trace.model`, which is tested against TensorFlow; nothing is traced here.
    """

    State = TraceState
    size = SIZE

    def compute(self, state: TraceState) -> Result:
        """Apply the rule; ValueError in words for an argument or an option that does not exist."""
        if not isinstance(state.reduce_retracing, bool):
            raise InputError("reduce_retracing must be True or False, not {value}", value=state.reduce_retracing)
        calls = [getattr(state, name) for name in CALLS]
        graphs, done = trace([call for call in calls if call != NO_CALL], state.reduce_retracing, state.signature)
        outcomes = iter(done)
        return Result(state, graphs, [None if call == NO_CALL else next(outcomes) for call in calls])

    # Controls.

    def make_controls(self) -> dict[str, widgets.Widget]:
        """The six calls, then how the function is decorated."""

        def menu(name: str, options: Sequence, width: int, told: int) -> widgets.Dropdown:
            return widgets.Dropdown(
                description=name,
                options=options,
                layout=widgets.Layout(width=f"{width}px"),
                style={"description_width": f"{told}px"},
            )

        arguments = [*ARGUMENTS, (_("no call"), NO_CALL)]
        arguments = [one if isinstance(one, tuple) else (one, one) for one in arguments]
        controls: dict[str, widgets.Widget] = {
            name: menu(_("call {number}").format(number=number), arguments, 282, 60)
            for number, name in enumerate(CALLS, start=1)
        }
        controls["reduce_retracing"] = widgets.Checkbox(
            description="reduce_retracing", indent=False, layout=widgets.Layout(width="170px", margin="2px 0 0 64px")
        )
        signatures = [(_("none"), SIGNATURES[0]), *((name, name) for name in SIGNATURES[1:])]
        controls["signature"] = menu("input_signature", signatures, 282, 110)
        return controls

    # The picture.

    def scene(self, figure: Figure) -> Iterable[Artist]:
        """One set of axes whose unit is a pixel of the page, y downwards."""
        width, height = self.size
        page = figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(height, 0))
        page.set_axis_off()
        self.picture = TracePicture(page)
        return self.picture.artists

    def draw(self, result: Result) -> None:
        """Write the calls, place the graphs in the rows of the calls that made them."""
        made = _makers(result)
        rows = [_row(number, outcome, made) for number, outcome in enumerate(result.outcomes)]
        boxes = []
        for number, graph in enumerate(result.graphs):
            runs = [str(at + 1) for at, one in enumerate(result.outcomes) if one is not None and one.graph == number]
            boxes.append(
                Box(made[number], _kind(graph), f"graph {number + 1} ← call{'s' * (len(runs) > 1)} {' '.join(runs)}")
            )
        self.picture.update(rows, boxes, f"{_many(len(boxes), 'graph')} for {_many(_run(result), 'run')}")

    def describe(self, result: Result) -> str:
        """Say how many graphs were traced for how many runs, which calls reuse one, which were refused."""
        told = list(enumerate(result.outcomes, start=1))
        reused = [(number, one) for number, one in told if one is not None and one.graph is not None and not one.new]
        refused = [str(number) for number, one in told if one is not None and one.graph is None]
        words = [
            _("Graphs traced: {graphs}, runs: {runs}. Lines from print: {graphs}, from tf.print: {runs}.").format(
                graphs=len(result.graphs), runs=_run(result)
            )
        ]
        if reused:
            each = ", ".join(f"{number} (graph {(one.graph or 0) + 1})" for number, one in reused)
            words.append(_("Calls that reuse a graph: {calls}.").format(calls=each))
        if refused:
            words.append(_("Refused, since they do not fit the signature: {calls}.").format(calls=", ".join(refused)))
        for number, one in reused:
            if repr(one.value) != repr(one.argument.value):
                words.append(
                    _(
                        "Call {number} brought {brought} and was answered by a graph in which {built} is built in."
                    ).format(number=number, brought=one.argument.code, built=one.value)
                )
        return " ".join(words)


def _run(result: Result) -> int:
    return sum(one is not None and one.graph is not None for one in result.outcomes)


def _makers(result: Result) -> list[int]:
    """For each graph the row of the call that made it."""
    return [row for row, one in enumerate(result.outcomes) if one is not None and one.new]


def _row(number: int, outcome: Outcome | None, made: Sequence[int]) -> Row:
    if outcome is None:
        return Row(f"{number + 1}  –", "", "", "", None, False)
    call = f"{number + 1}  {outcome.argument.code}"
    if outcome.graph is None or outcome.value is None:
        return Row(call, "", "", "TypeError", None, False)
    seen = repr(outcome.value) if isinstance(outcome.value, float) and outcome.argument.dtype is None else None
    returned = f"{_plain(outcome.result)} {outcome.dtype}"
    traced = "tracing" if outcome.new else ""
    return Row(call, traced, seen or _plain(outcome.value), returned, made[outcome.graph], outcome.new)


def _plain(value: float | tuple[float, ...] | None) -> str:
    """Write a tensor's value as TensorFlow prints it."""
    return f"[{' '.join(f'{one:g}' for one in value)}]" if isinstance(value, tuple) else f"{value:g}"


def _kind(graph: Graph) -> str:
    """What the graph was made for, in the notation of a tf.TensorSpec."""
    if graph.number is not None:
        return f"x = {graph.number!r} (Python)"
    return f"x: {graph.dtype} {'any shape' if graph.shape is None else graph.shape}"


def _many(count: int, name: str) -> str:
    return f"{count} {name}{'' if count == 1 else 's'}"
