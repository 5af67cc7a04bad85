"""What DAGViewer says of a layer, for one who cannot see the picture."""

from collections.abc import Iterator

from helpers.widgets.dag.model import Chosen, LayerCall, ModelGraph, parameters_in_words, shape_in_words
from helpers.words import _

GATES = {"LSTM": 4, "GRU": 3}


def describe(graph: ModelGraph, chosen: Chosen) -> Iterator[str]:
    """Say what the chosen call is, takes, gives and learns, and how much comes before and after it."""
    call = graph.calls[chosen.call]
    config = ", ".join(f"{name} {value}" for name, value in call.config)
    kind = f"{call.kind} ({config})" if config else call.kind
    text = _("Layer {place} of {count}: {name}, {kind}.")
    yield text.format(place=chosen.place + 1, count=len(graph.calls), name=call.name, kind=kind)
    yield from _ways(graph, call, chosen.call)
    yield from _parameters(call)
    uses = len(graph.uses(chosen.call))
    if uses > 1:
        yield _("This layer is used {times} times; its weights exist once (dotted frames).").format(times=uses)
    if chosen.far:
        text = _("Lit: {before} before it, {after} after it, of {others} others.")
        yield text.format(before=len(chosen.before[0]), after=len(chosen.after[0]), others=len(graph.calls) - 1)


def _ways(graph: ModelGraph, call: LayerCall, number: int) -> Iterator[str]:
    """Where its inputs come from and where its output goes."""
    taken = ", ".join(
        f"{shape_in_words(shape)} ← {graph.calls[source].name}"
        for shape, source in zip(call.shapes_in, call.inputs, strict=True)
    )
    given = ", ".join(shape_in_words(shape) for shape in call.shapes_out)
    goes = ", ".join(dict.fromkeys(graph.calls[target].name for source, target in graph.edges if source == number))
    yield _("Input: {taken}.").format(taken=taken) if taken else _("It is an input of the model.")
    yield _("Output: {given}.").format(given=f"{given} → {goes}" if goes else given)
    if call.role == "output":
        yield _("It is an output of the model.")


def _parameters(call: LayerCall) -> Iterator[str]:
    if not call.weights:
        yield _("It has no parameters.")
        return
    yield _("Parameters: {sum}.").format(sum=parameters_in_words(call))
    gates, units = GATES.get(call.kind), dict(call.config).get("units")
    if gates and units:
        wide = f"{gates * int(units.replace(',', '')):,}"
        text = _("{wide} is {gates} · {units}: {kind} holds {gates} sets of weights side by side.")
        yield text.format(wide=wide, gates=gates, units=units, kind=call.kind)
    still = ", ".join(weight.name for weight in call.weights if not weight.trained)
    if still:
        yield _("Not trained: {names}.").format(names=still)
