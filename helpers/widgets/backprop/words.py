"""What a step of backpropagation says in sentences."""

from collections.abc import Iterator

from helpers.drawing.numbers import short
from helpers.maths.graph import Flow, Graph
from helpers.widgets.backprop.formula import added, forward_formula, signed
from helpers.widgets.backprop.walk import Moment
from helpers.words import N_, _


def describe(moment: Moment) -> Iterator[str]:
    """Say in one to three sentences what this step does, with its numbers."""
    walk = moment.walk
    graph = walk.graph
    if moment.node is None:
        inputs = ", ".join(f"{name} = {short(walk.values[number])}" for name, number in graph.variables.items())
        text = _("The graph of {text} with {count} nodes; {inputs}. Next: the values go forwards, node by node.")
        yield text.format(text=graph.text.strip(), count=len(graph.nodes), inputs=inputs or "…")
    elif moment.flow is not None:
        yield _backwards(graph, moment.flow)
        if total := added(moment, moment.flow.source):
            text = _("{name} is used more than once, so what arrives adds up: {sum}.")
            yield text.format(name=graph.nodes[moment.flow.source].text, sum=total)
    elif moment.seeded:
        text = _(
            "All values are known: {text} = {value}. Now back: the result is given the upstream gradient {upstream}."
        )
        yield text.format(text=graph.nodes[-1].text, value=short(walk.values[-1]), upstream=short(walk.upstream))
    else:
        formula = forward_formula(graph, moment.node, walk.values)
        text = _("Forwards, step {step} of {steps}: {formula}.")
        yield text.format(step=moment.step, steps=len(walk.computing), formula=formula)
    if moment.step == walk.last:
        found = ", ".join(f"{name} {short(walk.gradients[number])}" for name, number in graph.variables.items())
        yield _("Done. Gradients: {found}.").format(found=found) if found else _("Done.")


# What an operation sends back; of two sentences the second is of its second input, or of the input that gets all.
_RULES = {
    "add": [N_("Add: the upstream {upstream} × 1 = {sent} goes on unchanged to {name}.")],
    "subtract": [
        N_("Subtract: the first input gets the upstream unchanged, {upstream} × 1 = {sent} goes to {name}."),
        N_("Subtract: the second input gets the other sign, {upstream} × (−1) = {sent} goes to {name}."),
    ],
    "multiply": [N_("Multiply: upstream {upstream} × the other input {local} = {sent} goes to {name}.")],
    "divide": [
        N_(
            "Divide: the slope in the numerator is 1/denominator = {slope}; "
            "upstream {upstream} × {local} = {sent} goes to {name}."
        ),
        N_(
            "Divide: the slope in the denominator is −numerator/denominator² = {slope}; "
            "upstream {upstream} × {local} = {sent} goes to {name}."
        ),
    ],
    "max": [
        N_("Max: the other input gets nothing, {upstream} × 0 = {sent} goes to {name}."),
        N_("Max: the larger input gets everything, {upstream} × 1 = {sent} goes to {name}."),
    ],
    "relu": [
        N_("ReLU: its input is not above 0, so nothing gets through: {upstream} × 0 = {sent} goes to {name}."),
        N_("ReLU: its input is above 0, so {upstream} × 1 = {sent} goes through to {name}."),
    ],
    "negate": [N_("Minus: the sign turns, {upstream} × {local} = {sent} goes to {name}.")],
    "power": [N_("Power: its slope is n·xⁿ⁻¹ = {slope}; upstream {upstream} × {local} = {sent} goes to {name}.")],
    "sigmoid": [N_("Sigmoid: its slope is y(1 − y) = {slope}; upstream {upstream} × {local} = {sent} goes to {name}.")],
    "tanh": [N_("Tanh: its slope is 1 − y² = {slope}; upstream {upstream} × {local} = {sent} goes to {name}.")],
    "exp": [N_("Exp: its slope is its own value {slope}; upstream {upstream} × {local} = {sent} goes to {name}.")],
    "log": [N_("Log: its slope is 1/input = {slope}; upstream {upstream} × {local} = {sent} goes to {name}.")],
}


def _backwards(graph: Graph, flow: Flow) -> str:
    kind = graph.nodes[flow.target].kind
    by_input = {"subtract": flow.slot, "divide": flow.slot, "max": bool(flow.local), "relu": bool(flow.local)}
    return _(_RULES[kind][by_input.get(kind, 0)]).format(
        upstream=short(flow.upstream),
        slope=short(flow.local),
        local=signed(flow.local),
        sent=short(flow.sent),
        name=graph.nodes[flow.source].text,
    )
