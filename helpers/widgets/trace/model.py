"""Which calls of a `tf.function` make a new graph and which reuse one: the rule, without TensorFlow.

The rule stands in TensorFlow's guide "Better performance with tf.function"; tests hold this file to the real thing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from helpers.maths import checks

NO_CALL = "none"
SIGNATURES = ("none", "float32 (None,)")


@dataclass(frozen=True)
class Argument:
    """What a call is given: ``code`` is its Python; ``dtype`` is None for a Python number, which is no tensor."""

    code: str
    value: int | float | tuple[float, ...]
    dtype: str | None = None

    @property
    def shape(self) -> tuple[int, ...]:
        """Its lengths along each axis."""
        return np.shape(self.value)


ARGUMENTS = {
    one.code: one
    for one in (
        Argument("2", 2),
        Argument("2.0", 2.0),
        Argument("3", 3),
        Argument("tf.constant(2)", 2, "int32"),
        Argument("tf.constant(3)", 3, "int32"),
        Argument("tf.constant(2.0)", 2.0, "float32"),
        Argument("tf.constant([1.0, 2.0])", (1.0, 2.0), "float32"),
        Argument("tf.constant([3.0, 4.0])", (3.0, 4.0), "float32"),
        Argument("tf.constant([1.0, 2.0, 3.0])", (1.0, 2.0, 3.0), "float32"),
        Argument("np.array([1.0, 2.0])", (1.0, 2.0), "float64"),
    )
}


@dataclass(frozen=True)
class Graph:
    """One traced graph: for a Python number that is built in, or for tensors of a dtype and shape.

    None in the shape fits any length; a shape that is None fits any rank.
    """

    dtype: str | None
    shape: tuple[int | None, ...] | None = ()
    number: int | float | None = None

    def fits(self, call: "Graph") -> bool:
        """Tell whether a call whose own, narrowest graph is ``call`` can run this one."""
        if self.number is not None or call.number is not None:
            return self.number == call.number  # as Python compares: 2 == 2.0
        if self.dtype != call.dtype:
            return False
        if self.shape is None:
            return True
        if call.shape is None or len(self.shape) != len(call.shape):
            return False
        return all(mine in (None, theirs) for mine, theirs in zip(self.shape, call.shape, strict=True))


@dataclass(frozen=True)
class Outcome:
    """What a call did: the index of its graph (None if it was refused), whether that is new, what came out."""

    argument: Argument
    graph: int | None
    new: bool = False
    value: int | float | tuple[float, ...] | None = None  # of x, as the graph has it
    dtype: str = ""

    @property
    def result(self) -> float | tuple[float, ...] | None:
        """The square, as the graph computes it."""
        if self.value is None:
            return None
        return tuple(one * one for one in self.value) if isinstance(self.value, tuple) else self.value * self.value


@dataclass(frozen=True)
class Tracing:
    """The graphs in the order of tracing; what each call did, None where there is no call."""

    graphs: list[Graph]
    outcomes: list[Outcome | None]

    @property
    def runs(self) -> int:
        """How many calls were answered."""
        return sum(outcome is not None and outcome.graph is not None for outcome in self.outcomes)

    def users(self, graph: int) -> list[int]:
        """The indices of the calls that a graph answered; the first of them had it traced."""
        return [call for call, outcome in enumerate(self.outcomes) if outcome is not None and outcome.graph == graph]


def trace(calls: Sequence[str], reduce_retracing: bool = False, signature: str = "none") -> Tracing:
    """Call ``@tf.function def square(x): return x * x`` with each of ``calls``, one after the other.

    A call is a key of ARGUMENTS, or NO_CALL. Raises InputError for an argument or a signature that is not known.
    """
    checks.one_of("signature", signature, SIGNATURES)
    traced = Tracing([], [])
    for code in calls:
        if code != NO_CALL:
            argument = ARGUMENTS[checks.one_of("argument", code, ARGUMENTS)]
            traced.outcomes.append(_call(argument, traced.graphs, reduce_retracing, signature != "none"))
        else:
            traced.outcomes.append(None)
    return traced


def _call(argument: Argument, graphs: list[Graph], relaxed: bool, signed: bool) -> Outcome:
    """One call; a graph that it makes is appended to ``graphs``."""
    if signed:  # whatever comes is cast to the signature where TensorFlow casts, and refused elsewhere
        if len(argument.shape) != 1:
            return Outcome(argument, None)
        own, widest = Graph("float32", argument.shape), Graph("float32", (None,))
    elif argument.dtype is None:
        own = widest = Graph(None, (), argument.value)  # type: ignore[arg-type]
    else:
        own = Graph(argument.dtype, argument.shape)
        widest = _widened(own, graphs) if relaxed else own
    fitting = [number for number, graph in enumerate(graphs) if graph.fits(own)]
    if not fitting:
        graphs.append(widest)
    number = _narrowest(fitting, graphs) if fitting else len(graphs) - 1
    graph = graphs[number]
    value = argument.value if graph.number is None else graph.number
    dtype = graph.dtype or ("int32" if isinstance(value, int) else "float32")
    return Outcome(argument, number, not fitting, value, dtype)


def _widened(own: Graph, graphs: Sequence[Graph]) -> Graph:
    """What `reduce_retracing` traces instead of ``own``: lengths and ranks that have varied are left open."""
    shape: tuple[int | None, ...] | None = own.shape
    for graph in graphs:
        if graph.number is not None or graph.dtype != own.dtype:
            continue
        if shape is None or graph.shape is None or len(shape) != len(graph.shape):
            shape = None
        else:
            shape = tuple(a if a == b else None for a, b in zip(shape, graph.shape, strict=True))
    return replace(own, shape=shape)


def _narrowest(fitting: Sequence[int], graphs: Sequence[Graph]) -> int:
    """Of several graphs that fit, the one that all the others fit too."""
    best = fitting[0]
    for number in fitting[1:]:
        if graphs[best].fits(graphs[number]):
            best = number
    return best
