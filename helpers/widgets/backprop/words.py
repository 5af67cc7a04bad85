"""What a step of backpropagation says in sentences."""

from helpers.drawing.numbers import short
from helpers.maths.graph import Flow, Graph
from helpers.widgets.backprop.formula import added, forward_formula, signed
from helpers.widgets.backprop.walk import Moment
from helpers.words import _


def sentence(moment: Moment) -> str:
    """Say the step in one to three sentences."""
    walk = moment.walk
    graph = walk.graph
    if moment.node is None:
        inputs = ", ".join(f"{name} = {short(walk.values[number])}" for name, number in graph.variables.items())
        return _(
            "The graph of {text} with {count} nodes; {inputs}. Next: the values go forwards, node by node."
        ).format(text=graph.text.strip(), count=len(graph.nodes), inputs=inputs or "…")
    if moment.flow is None and not moment.seeded:
        return _("Forwards, step {step} of {steps}: {formula}.").format(
            step=moment.step,
            steps=len(walk.computing),
            formula=forward_formula(graph, moment.node, walk.values),
        )
    if moment.flow is None:
        words = [
            _(
                "All values are known: {text} = {value}. "
                "Now back: the result is given the upstream gradient {upstream}."
            ).format(text=graph.nodes[-1].text, value=short(walk.values[-1]), upstream=short(walk.upstream))
        ]
    else:
        words = [_backwards(graph, moment.flow), _adding(moment, moment.flow.source)]
    if moment.step == walk.last:
        words.append(_finish(moment))
    return " ".join(filter(None, words))


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


def _adding(moment: Moment, node: int) -> str:
    arrived = moment.arrived(node)
    if len(arrived) < 2:
        return ""
    return _("{name} is used more than once, so what arrives adds up: {sum}.").format(
        name=moment.walk.graph.nodes[node].text, sum=added(arrived)
    )


def _finish(moment: Moment) -> str:
    walk = moment.walk
    found = ", ".join(f"{name} {short(walk.gradients[number])}" for name, number in walk.graph.variables.items())
    return _("Done. Gradients: {found}.").format(found=found) if found else _("Done.")
