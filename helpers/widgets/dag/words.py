"""What DAGViewer says of a layer, for one who cannot see the picture."""

from helpers.widgets.dag.model import LayerCall, ModelGraph, parameters_in_words, shape_in_words
from helpers.words import _

GATES = {"LSTM": 4, "GRU": 3}


def sentences(graph: ModelGraph, number: int, place: int, before: set[int], after: set[int], far: bool) -> str:
    """Say what call ``number`` is, takes, gives and learns; with ``far`` how much comes before and after it."""
    call = graph.calls[number]
    config = ", ".join(f"{name} {value}" for name, value in call.config)
    told = [
        _("Layer {place} of {count}: {name}, {kind}.").format(
            place=place + 1,
            count=len(graph.calls),
            name=call.name,
            kind=f"{call.kind} ({config})" if config else call.kind,
        ),
        *_ways(graph, call, number),
        _parameters(call),
    ]
    twins = len(graph.uses(number))
    if twins > 1:
        told.append(_("This layer is used {times} times; its weights exist once (dotted frames).").format(times=twins))
    if far:
        told.append(
            _("Lit: {before} before it, {after} after it, of {others} others.").format(
                before=len(before), after=len(after), others=len(graph.calls) - 1
            )
        )
    return " ".join(told)


def _ways(graph: ModelGraph, call: LayerCall, number: int) -> list[str]:
    """Where its inputs come from and where its output goes."""
    taken = ", ".join(
        f"{shape_in_words(shape)} ← {graph.calls[source].name}"
        for shape, source in zip(call.shapes_in, call.inputs, strict=True)
    )
    given = ", ".join(shape_in_words(shape) for shape in call.shapes_out)
    goes = ", ".join(dict.fromkeys(graph.calls[target].name for source, target in graph.edges if source == number))
    told = [_("Input: {taken}.").format(taken=taken)] if taken else [_("It is an input of the model.")]
    told.append(_("Output: {given}.").format(given=f"{given} → {goes}" if goes else given))
    if call.role == "output":
        told.append(_("It is an output of the model."))
    return told


def _parameters(call: LayerCall) -> str:
    if not call.weights:
        return _("It has no parameters.")
    told = _("Parameters: {sum}.").format(sum=parameters_in_words(call))
    gates, units = GATES.get(call.kind), dict(call.config).get("units")
    if gates and units:
        wide = f"{gates * int(units.replace(',', '')):,}"
        told += " " + _("{wide} is {gates} · {units}: {kind} holds {gates} sets of weights side by side.").format(
            wide=wide, gates=gates, units=units, kind=call.kind
        )
    still = sum(not weight.trained for weight in call.weights)
    if still:
        told += " " + _("Not trained: {names}.").format(
            names=", ".join(weight.name for weight in call.weights if not weight.trained)
        )
    return told
