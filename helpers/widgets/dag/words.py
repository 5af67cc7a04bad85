"""What DAGViewer says of a layer, for one who cannot see the picture."""

from helpers.widgets.dag.model import Chosen, LayerCall, ModelGraph, parameters_in_words, shape_in_words
from helpers.words import _

GATES = {"LSTM": 4, "GRU": 3}


def sentences(graph: ModelGraph, chosen: Chosen) -> str:
    """Say what the chosen call is, takes, gives and learns, and how much comes before and after it."""
    call = graph.calls[chosen.call]
    config = ", ".join(f"{name} {value}" for name, value in call.config)
    words = [
        _("Layer {place} of {count}: {name}, {kind}.").format(
            place=chosen.place + 1,
            count=len(graph.calls),
            name=call.name,
            kind=f"{call.kind} ({config})" if config else call.kind,
        ),
        *_ways(graph, call, chosen.call),
        _parameters(call),
    ]
    uses = len(graph.uses(chosen.call))
    if uses > 1:
        words.append(_("This layer is used {times} times; its weights exist once (dotted frames).").format(times=uses))
    if chosen.far:
        words.append(
            _("Lit: {before} before it, {after} after it, of {others} others.").format(
                before=len(chosen.before[0]), after=len(chosen.after[0]), others=len(graph.calls) - 1
            )
        )
    return " ".join(words)


def _ways(graph: ModelGraph, call: LayerCall, number: int) -> list[str]:
    """Where its inputs come from and where its output goes."""
    taken = ", ".join(
        f"{shape_in_words(shape)} ← {graph.calls[source].name}"
        for shape, source in zip(call.shapes_in, call.inputs, strict=True)
    )
    given = ", ".join(shape_in_words(shape) for shape in call.shapes_out)
    goes = ", ".join(dict.fromkeys(graph.calls[target].name for source, target in graph.edges if source == number))
    words = [_("Input: {taken}.").format(taken=taken)] if taken else [_("It is an input of the model.")]
    words.append(_("Output: {given}.").format(given=f"{given} → {goes}" if goes else given))
    if call.role == "output":
        words.append(_("It is an output of the model."))
    return words


def _parameters(call: LayerCall) -> str:
    if not call.weights:
        return _("It has no parameters.")
    words = _("Parameters: {sum}.").format(sum=parameters_in_words(call))
    gates, units = GATES.get(call.kind), dict(call.config).get("units")
    if gates and units:
        wide = f"{gates * int(units.replace(',', '')):,}"
        words += " " + _("{wide} is {gates} · {units}: {kind} holds {gates} sets of weights side by side.").format(
            wide=wide, gates=gates, units=units, kind=call.kind
        )
    still = ", ".join(weight.name for weight in call.weights if not weight.trained)
    if still:
        words += " " + _("Not trained: {names}.").format(names=still)
    return words
