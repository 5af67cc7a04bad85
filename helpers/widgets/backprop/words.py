"""What a step of backpropagation says in sentences."""

from collections.abc import Iterator

from helpers.drawing.numbers import short
from helpers.maths.graph import Flow, Graph
from helpers.widgets.backprop.formula import added, forward_formula, signed
from helpers.widgets.backprop.walk import Moment
from helpers.words import _


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
        arrived = moment.arrived(moment.flow.source)
        if len(arrived) > 1:
            text = _("{name} is used more than once, so what arrives adds up: {sum}.")
            yield text.format(name=graph.nodes[moment.flow.source].text, sum=added(arrived))
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


def _backwards(graph: Graph, flow: Flow) -> str:
    return _rules(graph.nodes[flow.target].kind, flow).format(
        upstream=short(flow.upstream),
        slope=short(flow.local),
        local=signed(flow.local),
        sent=short(flow.sent),
        name=graph.nodes[flow.source].text,
    )


def _rules(kind: str, flow: Flow) -> str:
    """The sentence of an operation, ready for its numbers."""
    if kind == "add":
        return _("Add: the upstream {upstream} × 1 = {sent} goes on unchanged to {name}.")
    if kind == "subtract" and flow.slot == 0:
        return _("Subtract: the first input gets the upstream unchanged, {upstream} × 1 = {sent} goes to {name}.")
    if kind == "subtract":
        return _("Subtract: the second input gets the other sign, {upstream} × (−1) = {sent} goes to {name}.")
    if kind == "multiply":
        return _("Multiply: upstream {upstream} × the other input {local} = {sent} goes to {name}.")
    if kind == "divide" and flow.slot == 0:
        return _(
            "Divide: the slope in the numerator is 1/denominator = {slope}; "
            "upstream {upstream} × {local} = {sent} goes to {name}."
        )
    if kind == "divide":
        return _(
            "Divide: the slope in the denominator is −numerator/denominator² = {slope}; "
            "upstream {upstream} × {local} = {sent} goes to {name}."
        )
    if kind == "max" and flow.local:
        return _("Max: the larger input gets everything, {upstream} × 1 = {sent} goes to {name}.")
    if kind == "max":
        return _("Max: the other input gets nothing, {upstream} × 0 = {sent} goes to {name}.")
    if kind == "relu" and flow.local:
        return _("ReLU: its input is above 0, so {upstream} × 1 = {sent} goes through to {name}.")
    if kind == "relu":
        return _("ReLU: its input is not above 0, so nothing gets through: {upstream} × 0 = {sent} goes to {name}.")
    return _one_input(kind)


def _one_input(kind: str) -> str:
    return {
        "negate": _("Minus: the sign turns, {upstream} × {local} = {sent} goes to {name}."),
        "power": _("Power: its slope is n·xⁿ⁻¹ = {slope}; upstream {upstream} × {local} = {sent} goes to {name}."),
        "sigmoid": _(
            "Sigmoid: its slope is y(1 − y) = {slope}; upstream {upstream} × {local} = {sent} goes to {name}."
        ),
        "tanh": _("Tanh: its slope is 1 − y² = {slope}; upstream {upstream} × {local} = {sent} goes to {name}."),
        "exp": _("Exp: its slope is its own value {slope}; upstream {upstream} × {local} = {sent} goes to {name}."),
        "log": _("Log: its slope is 1/input = {slope}; upstream {upstream} × {local} = {sent} goes to {name}."),
    }[kind]
