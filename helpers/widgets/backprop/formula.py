"""A step of backpropagation as a formula, in symbols and numbers."""

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
        flow = moment.flow
        product = f"{short(flow.upstream)} × {signed(flow.local)} = {short(flow.sent)}"
        numbers = _("upstream × local = {product}").format(product=product)
        if total := added(moment, flow.source):
            name = walk.graph.nodes[flow.source].text
            numbers += "     " + _("sum at {name}: {total}").format(name=name, total=total)
        return _with_name(_slope(walk.graph, flow) + "     ", numbers)
    if moment.seeded:
        return _("gradient of the result = upstream = {upstream}").format(upstream=short(walk.upstream))
    return forward_formula(walk.graph, moment.node, walk.values)


def forward_formula(graph: Graph, number: int, values: np.ndarray) -> str:
    """Return ``x + y = −2 + 5 = 3``; the names are left out where they are long."""
    node = graph.nodes[number]
    inputs = [float(values[source]) for source in node.inputs]
    return _with_name(f"{node.text} = ", f"{_with_numbers(node, inputs)} = {short(values[number])}")


def _with_name(name: str, numbers: str) -> str:
    return name + numbers if len(name + numbers) <= _LONGEST else numbers


def _with_numbers(node: Node, inputs: Sequence[float]) -> str:
    numbers = [short(number) for number in inputs]
    if node.kind == "power":
        return f"({numbers[0]}){node.symbol[3:]}" if inputs[0] < 0 else numbers[0] + node.symbol[3:]
    if node.kind == "negate":
        return f"−({numbers[0]})"
    if node.symbol.isalpha():
        return f"{node.symbol}({', '.join(numbers)})"
    return f"{numbers[0]} {node.symbol} {signed(inputs[1])}"


def signed(number: float) -> str:
    """Return a number as it stands after a sign: in brackets where it is negative."""
    return f"({short(number)})" if number < 0 else short(number)


def added(moment: Moment, node: int) -> str:
    """Return ``3 + (−4) = −1``, the gradients that have arrived at ``node``; empty for fewer than two."""
    numbers = moment.arrived(node)
    if len(numbers) < 2:
        return ""
    terms = [short(numbers[0]), *map(signed, numbers[1:])]
    return f"{' + '.join(terms)} = {short(sum(numbers))}"


def _slope(graph: Graph, flow: Flow) -> str:
    """Return ``∂(x × y)/∂x = y = −4``: the local derivative with its rule."""
    node = graph.nodes[flow.target]
    names = [_inside(graph.nodes[source]) for source in node.inputs]
    rule = local_rule(node, flow.slot, names)
    parts = [f"∂({node.text})/∂{names[flow.slot]}", _bare(rule), short(flow.local)]
    return " = ".join(dict.fromkeys(filter(None, parts)))


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
