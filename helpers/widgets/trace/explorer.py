"""TraceExplorer: which calls of a tf.function make a graph, and which reuse one."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from helpers.widgets.engine.explorer import Explorer
from helpers.widgets.engine.fields import checkbox, dropdown
from helpers.widgets.trace.model import ARGUMENTS, NO_CALL, SIGNATURES, Tracing, trace
from helpers.widgets.trace.picture import SIZE, TracePicture
from helpers.words import N_, _

CALLS = ("call_1", "call_2", "call_3", "call_4", "call_5", "call_6")


def _call(number: int, default: str) -> Any:
    options = {code: code for code in ARGUMENTS} | {NO_CALL: N_("no call")}
    label = lambda state: _("call {number}").format(number=number)  # noqa: E731
    return dropdown(default, options, label=label, width=282)


@dataclass(frozen=True)
class TraceState:
    """Six calls, each the Python of its argument or "none"; how the function was decorated."""

    call_1: str = _call(1, "tf.constant([1.0, 2.0])")
    call_2: str = _call(2, "tf.constant([3.0, 4.0])")
    call_3: str = _call(3, "tf.constant([1.0, 2.0, 3.0])")
    call_4: str = _call(4, "2")
    call_5: str = _call(5, "3")
    call_6: str = _call(6, "2.0")
    reduce_retracing: bool = checkbox(False, label="reduce_retracing", width=240)
    signature: str = dropdown(
        "none",
        {name: N_("none") if name == "none" else name for name in SIGNATURES},
        label="input_signature",
        width=282,
        label_width=110,
    )


class TraceExplorer(Explorer[TraceState, Tracing]):
    """Choose what a tf.function is called with, and see for which calls it traces a new graph.

    Worked out by the rule in `helpers.widgets.trace.model`, which is tested against TensorFlow; nothing is traced here.
    """

    State = TraceState
    Picture = TracePicture
    size = SIZE
    label_width = 60

    def compute(self, state: TraceState) -> Tracing:
        """Apply the rule."""
        return trace([getattr(state, name) for name in CALLS], state.reduce_retracing, state.signature)

    def describe(self, result: Tracing) -> Iterator[str]:
        """Say how many graphs were traced for how many runs, which calls reuse one, which were refused."""
        calls = [(number, call) for number, call in enumerate(result.outcomes, start=1) if call is not None]
        reused = [(number, call, call.graph) for number, call in calls if call.graph is not None and not call.new]
        refused = ", ".join(str(number) for number, call in calls if call.graph is None)
        text = _("Graphs traced: {graphs}, runs: {runs}. Lines from print: {graphs}, from tf.print: {runs}.")
        yield text.format(graphs=len(result.graphs), runs=result.runs)
        if reused:
            each = ", ".join(f"{number} (graph {graph + 1})" for number, _call, graph in reused)
            yield _("Calls that reuse a graph: {calls}.").format(calls=each)
        if refused:
            yield _("Refused, since they do not fit the signature: {calls}.").format(calls=refused)
        for number, call, _graph in reused:
            if repr(call.value) != repr(call.argument.value):
                text = _("Call {number} brought {brought} and was answered by a graph in which {built} is built in.")
                yield text.format(number=number, brought=call.argument.code, built=call.value)
