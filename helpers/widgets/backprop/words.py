"""What a step of backpropagation says: as a formula in the picture, as a sentence below it."""

from collections.abc import Sequence

import numpy as np

from helpers.drawing.numbers import short
from helpers.maths.graph import Flow, Graph, Node
from helpers.widgets.backprop.walk import Moment
from helpers.words import _

_LONGEST = 104  # characters of a formula that fit beside each other


def formula(moment: Moment) -> str:
    """Return the step in symbols and numbers; empty where nothing is computed."""
    walk = moment.walk
    if moment.node is None:
        return ""
    if moment.flow is not None:
        told = f"upstream × local = {_product(moment.flow)}{_sum(moment, moment.flow.source)}"
        named = f"{_slope(walk.graph, moment.flow)}     {told}"
        return named if len(named) <= _LONGEST else told
    if moment.seeded:
        return f"gradient of the result = upstream = {short(walk.upstream)}"
    return forward_formula(walk.graph, moment.node, walk.values)


def forward_formula(graph: Graph, number: int, values: np.ndarray) -> str:
    """Return ``x + y = −2 + 5 = 3``; the names are left out where they are long."""
    node = graph.nodes[number]
    told = f"{_with_numbers(node, [values[source] for source in node.inputs])} = {short(values[number])}"
    named = f"{node.text} = {told}"
    return named if len(named) <= _LONGEST else told


def _with_numbers(node: Node, inputs: Sequence[float]) -> str:
    numbers = [short(number) for number in inputs]
    if node.kind == "power":
        return f"({numbers[0]}){node.symbol[3:]}" if inputs[0] < 0 else numbers[0] + node.symbol[3:]
    if node.kind == "negate":
        return f"−({numbers[0]})"
    if node.symbol.isalpha():
        return f"{node.symbol}({', '.join(numbers)})"
    return f"{numbers[0]} {node.symbol} {_signed(inputs[1])}"


def _product(flow: Flow) -> str:
    local = _signed(flow.local)
    return f"{short(flow.upstream)} × {local} = {short(flow.sent)}"


def _sum(moment: Moment, node: int) -> str:
    arrived = moment.arrived(node)
    if len(arrived) < 2:
        return ""
    return f"     sum at {moment.walk.graph.nodes[node].text}: {added(arrived)}"


def added(numbers: Sequence[float]) -> str:
    """Return ``3 + (−4) = −1``."""
    terms = [short(numbers[0]), *map(_signed, numbers[1:])]
    return f"{' + '.join(terms)} = {short(sum(numbers))}"


def _slope(graph: Graph, flow: Flow) -> str:
    """Return ``∂(x × y)/∂x = y = −4``: the local derivative with its rule."""
    node = graph.nodes[flow.target]
    names = [_inside(graph.nodes[source]) for source in node.inputs]
    rule = local_rule(node, flow.slot, names)
    steps = [f"∂({node.text})/∂{names[flow.slot]}", *([_bare(rule)] if rule else []), short(flow.local)]
    return " = ".join(step for i, step in enumerate(steps) if i == 0 or step != steps[i - 1])


def _inside(node: Node) -> str:
    return f"({node.text})" if node.inputs and not node.symbol.isalpha() else node.text.replace("-", "−")


def _bare(rule: str) -> str:
    """Without the brackets around the whole of it."""
    inner = rule[1:-1]
    return inner if rule[:1] == "(" and rule[-1:] == ")" and "(" not in inner and ")" not in inner else rule


def local_rule(node: Node, slot: int, names: Sequence[str]) -> str:
    """Return the local derivative with respect to input ``slot`` in symbols; y is the node's own value."""
    a, b = names[0], names[-1]
    rules = {
        "multiply": (b, a),
        "divide": (f"1 / {b}", f"−{a} / {b}²"),
        "sigmoid": ("y (1 − y)",),
        "tanh": ("1 − y²",),
        "exp": ("y",),
        "log": (f"1 / {a}",),
    }
    return rules[node.kind][slot] if node.kind in rules else ""


def sentence(moment: Moment) -> str:
    """Say the step in one to three sentences."""
    walk = moment.walk
    graph = walk.graph
    result = graph.nodes[-1].text
    if moment.node is None:
        inputs = ", ".join(f"{name} = {short(walk.values[number])}" for name, number in graph.variables.items())
        start = _("The graph of {text} with {count} nodes; {inputs}. Next: the values go forwards, node by node.")
        return start.format(text=graph.text.strip(), count=len(graph.nodes), inputs=inputs or "…")
    if moment.flow is None and not moment.seeded:
        told = _("Forwards, step {step} of {steps}: {formula}.")
        done = forward_formula(graph, moment.node, walk.values)
        return told.format(step=moment.step, steps=len(walk.computing), formula=done)
    if moment.flow is None:
        told = _(
            "All values are known: {text} = {value}. Now back: the result is given the upstream gradient {upstream}."
        )
        words = [told.format(text=result, value=short(walk.values[-1]), upstream=short(walk.upstream))]
    else:
        words = [_backwards(graph, moment.flow), _adding(moment, moment.flow.source)]
    if moment.step == walk.last:
        words.append(_finish(moment))
    return " ".join(filter(None, words))


def _backwards(graph: Graph, flow: Flow) -> str:
    return _rules(graph.nodes[flow.target].kind, flow).format(
        upstream=short(flow.upstream),
        slope=short(flow.local),
        local=_signed(flow.local),
        sent=short(flow.sent),
        name=graph.nodes[flow.source].text,
    )


def _signed(number: float) -> str:
    return f"({short(number)})" if number < 0 else short(number)


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
    told = _("{name} is used more than once, so what arrives adds up: {sum}.")
    return told.format(name=moment.walk.graph.nodes[node].text, sum=added(arrived))


def _finish(moment: Moment) -> str:
    walk = moment.walk
    found = ", ".join(f"{name} {short(walk.gradients[number])}" for name, number in walk.graph.variables.items())
    return _("Done. Gradients: {found}.").format(found=found) if found else _("Done.")
