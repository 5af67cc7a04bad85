"""A computational graph of plain numbers: forward values, and gradients by reverse-mode differentiation.

The chain rule, edge by edge: what a node sends to an input is its own (upstream) gradient times its local derivative
with respect to that input; a node adds up what arrives. Griewank and Walther (2008), "Evaluating Derivatives",
chapter 3; Rumelhart, Hinton and Williams (1986).
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from helpers.maths.errors import InputError

_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True)
class Operation:
    """What a node computes from its inputs, and how steep it is in each of them.

    ``f(*inputs)`` is the value, ``df(*inputs, value)`` the local derivatives, one for each input.
    """

    symbol: str
    f: Callable[..., float]
    df: Callable[..., tuple[float, ...]]


def sigmoid(z: float) -> float:
    """1 / (1 + exp(−z)), for a z of any size."""
    return 1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z))


@lru_cache(maxsize=256)
def power(exponent: int) -> Operation:
    """Return the operation that raises its one input to a whole-number ``exponent``."""
    return Operation(
        "( )" + str(exponent).translate(_RAISED),
        lambda a: a**exponent,
        lambda a, y: (exponent * a ** (exponent - 1) if exponent else 0.0,),
    )


# Where a function has a corner, the derivative is TensorFlow's: 0 for relu at 0; all to the first of two equal ones.
OPERATIONS = {
    "add": Operation("+", lambda a, b: a + b, lambda a, b, y: (1.0, 1.0)),
    "subtract": Operation("−", lambda a, b: a - b, lambda a, b, y: (1.0, -1.0)),
    "multiply": Operation("×", lambda a, b: a * b, lambda a, b, y: (b, a)),
    "divide": Operation("÷", lambda a, b: a / b, lambda a, b, y: (1 / b, -y / b)),
    "negate": Operation("−( )", lambda a: -a, lambda a, y: (-1.0,)),
    "sigmoid": Operation("sigmoid", sigmoid, lambda a, y: (y * (1 - y),)),
    "tanh": Operation("tanh", math.tanh, lambda a, y: (1 - y * y,)),
    "relu": Operation("relu", lambda a: max(a, 0.0), lambda a, y: (1.0 if a > 0 else 0.0,)),
    "exp": Operation("exp", math.exp, lambda a, y: (y,)),
    "log": Operation("log", math.log, lambda a, y: (1 / a,)),
    "max": Operation("max", max, lambda a, b, y: (1.0, 0.0) if a >= b else (0.0, 1.0)),
}


@dataclass(frozen=True)
class Node:
    """One step of a computation. ``kind`` is a key of OPERATIONS, or ``power``, ``variable`` or ``number``."""

    kind: str
    text: str  # as it was written: names the node
    inputs: tuple[int, ...] = ()  # numbers of earlier nodes
    number: float = 0.0  # of a number its value, of a power its exponent

    @property
    def operation(self) -> Operation:
        """What it does to its inputs; KeyError for variables and numbers."""
        return power(int(self.number)) if self.kind == "power" else OPERATIONS[self.kind]

    @property
    def symbol(self) -> str:
        """What stands in its box."""
        return self.operation.symbol if self.inputs else self.text


@dataclass(frozen=True)
class Graph:
    """Nodes in an order in which they can be computed; the last is the result.

    A variable is one node however often it is used: what it is sent from each use adds up.
    """

    text: str
    nodes: tuple[Node, ...]

    @cached_property
    def variables(self) -> dict[str, int]:
        """Number of the node of each variable, in the order of first use."""
        return {node.text: number for number, node in enumerate(self.nodes) if node.kind == "variable"}

    @cached_property
    def edges(self) -> tuple[tuple[int, int, int], ...]:
        """Every (source, target, place among the target's inputs), in the order of the nodes."""
        return tuple(
            (source, target, slot) for target, node in enumerate(self.nodes) for slot, source in enumerate(node.inputs)
        )


@dataclass(frozen=True)
class Flow:
    """What goes backwards along one edge: ``sent`` = ``upstream`` × ``local``."""

    source: int
    target: int
    slot: int
    upstream: float  # ∂result/∂target
    local: float  # ∂target/∂source by this edge alone
    sent: float


def forward(graph: Graph, values: Mapping[str, float]) -> np.ndarray:
    """Return the value of every node, ``(nodes,)`` float64, for ``values`` of the variables.

    Raises ValueError naming the node for a division by zero, the log of a number that is not above 0, a result too
    large for float64; naming the variable when it has no finite value.
    """
    done: list[float] = []
    for node in graph.nodes:
        if node.kind == "variable":
            done.append(_value(node.text, values))
        elif node.kind == "number":
            done.append(node.number)
        else:
            done.append(_compute(graph, node, [done[source] for source in node.inputs]))
    return np.array(done)


def backward(graph: Graph, values: np.ndarray, upstream: float = 1.0) -> tuple[np.ndarray, tuple[Flow, ...]]:
    """Return the gradient of every node, ``(nodes,)``, and what went along each edge, in the order in which it went.

    ``values`` are those of ``forward``; ``upstream`` is the gradient that the result itself is given, 1 for
    ∂result/∂result. Raises ValueError naming the node where a gradient is too large for float64.
    """
    gradients = np.zeros(len(graph.nodes))
    gradients[-1] = _finite(upstream, "upstream")
    flows: list[Flow] = []
    for target in reversed(range(len(graph.nodes))):
        node = graph.nodes[target]
        for slot, (source, local) in enumerate(zip(node.inputs, _slopes(node, values, target), strict=True)):
            got = float(gradients[target])
            sent = got * local
            if not math.isfinite(gradients[source] + sent):
                raise InputError("the gradient of {node} is too large for float64", node=graph.nodes[source].text)
            gradients[source] += sent
            flows.append(Flow(source, target, slot, got, local, sent))
    return gradients, tuple(flows)


def gradient(graph: Graph, values: Mapping[str, float], upstream: float = 1.0) -> dict[str, float]:
    """Return the gradient of the result with respect to each variable; raises what ``forward`` raises."""
    gradients, _flows = backward(graph, forward(graph, values), upstream)
    return {name: float(gradients[number]) for name, number in graph.variables.items()}


def _slopes(node: Node, values: np.ndarray, number: int) -> tuple[float, ...]:
    if not node.inputs:
        return ()
    try:
        return node.operation.df(*(float(values[source]) for source in node.inputs), float(values[number]))
    except ArithmeticError:
        raise InputError("the derivative of {node} is too large for float64", node=node.text) from None


def _compute(graph: Graph, node: Node, inputs: list[float]) -> float:
    last = graph.nodes[node.inputs[-1]].text
    try:
        value = node.operation.f(*inputs)
    except ZeroDivisionError:
        raise InputError("{node} divides by zero: {part} is 0", node=node.text, part=last) from None
    except OverflowError:
        value = math.inf
    except ValueError:
        raise InputError(
            "{node} does not exist: log needs a number above 0, and {part} is {value}",
            node=node.text,
            part=last,
            value=f"{inputs[0]:.4g}",
        ) from None
    if not math.isfinite(value):
        raise InputError("{node} is too large for float64", node=node.text)
    return value


def _value(name: str, values: Mapping[str, float]) -> float:
    if name not in values:
        raise InputError("{name} has no value", name=name)
    return _finite(values[name], name)


def _finite(value: object, name: str) -> float:
    """Return ``value`` as float; ValueError naming it when it is not a finite number."""
    if isinstance(value, bool) or not isinstance(value, int | float | np.integer | np.floating):
        raise InputError("{name} must be a number, not {value}", name=name, value=repr(value))
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise InputError("{name} must be a finite number, not {value}", name=name, value=number)
    return number
