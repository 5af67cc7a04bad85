"""What a Keras model is made of, as plain data: its layers, what goes where, shapes, configuration, parameters."""

from dataclasses import dataclass

Shape = tuple[int | None, ...]


@dataclass(frozen=True)
class Weight:
    """One array of a layer, such as a kernel or a bias."""

    name: str
    shape: tuple[int, ...]
    trained: bool


@dataclass(frozen=True)
class LayerCall:
    """One use of a layer. A layer that is used twice has two, with the same name and the same weights."""

    name: str
    kind: str  # the name of its class
    config: tuple[tuple[str, str], ...]  # what is worth knowing: name and value
    brief: str  # the same in a few characters
    inputs: tuple[int, ...]  # numbers of earlier calls, in the order in which they are handed over
    shapes_in: tuple[Shape, ...]
    shapes_out: tuple[Shape, ...]
    weights: tuple[Weight, ...]
    parameters: int
    role: str  # "input", "output" or ""


@dataclass(frozen=True)
class ModelGraph:
    """The calls of a model in an order in which they can be computed, and its parameters; shared ones count once."""

    name: str
    calls: tuple[LayerCall, ...]
    parameters: int

    @property
    def edges(self) -> tuple[tuple[int, int], ...]:
        """Every (source, target), in the order of the targets and of their inputs."""
        return tuple((source, target) for target, call in enumerate(self.calls) for source in call.inputs)

    def uses(self, number: int) -> tuple[int, ...]:
        """Numbers of all calls of the layer of call ``number``, itself among them."""
        return tuple(i for i, call in enumerate(self.calls) if call.name == self.calls[number].name)


@dataclass(frozen=True)
class Chosen:
    """The call that one looks at, and the numbers of the calls and edges that are lit before and after it."""

    call: int
    place: int  # counted from 0 as one reads
    before: tuple[set[int], set[int]]
    after: tuple[set[int], set[int]]
    show: str  # what the last line of the boxes says
    far: bool  # everything before and after it is lit, not only the neighbours


def choose(graph: ModelGraph, order: tuple[int, ...], layer: int, show: str, far: bool) -> Chosen:
    """Look at the call at the place ``layer`` of ``order``, or at the last."""
    place = min(layer, len(order) - 1)
    call = order[place]
    before, after = (_reached(graph.edges, call, backwards, far) for backwards in (True, False))
    return Chosen(call, place, before, after, show, far)


def _reached(edges: tuple[tuple[int, int], ...], start: int, backwards: bool, far: bool) -> tuple[set[int], set[int]]:
    """Nodes and edges that lead to ``start``, or that it leads to; only the nearest unless ``far``."""
    nodes: set[int] = set()
    lit: set[int] = set()
    todo = [start]
    while todo:
        node = todo.pop()
        for number, edge in enumerate(edges):
            near, other = edge[::-1] if backwards else edge
            if near != node or number in lit:
                continue
            lit.add(number)
            if other not in nodes:
                nodes.add(other)
                todo += [other] if far else []
    return nodes, lit


def shape_in_words(shape: Shape, batch: bool = True) -> str:
    """``(batch, 28, 28)``; without the first axis where ``batch`` is False. Lengths left open are ``any``."""
    if not batch:
        shape = shape[1:]
    parts = ["any" if length is None else str(length) for length in shape]
    if batch and shape and shape[0] is None:
        parts[0] = "batch"
    return f"({', '.join(parts)})"


def parameters_in_words(call: LayerCall) -> str:
    """How the number of parameters comes about: ``kernel 784 · 512 + bias 512 = 401,920``."""
    if not call.weights:
        return "0"
    total = f"{call.parameters:,}"
    if len(call.weights) > 6:
        return f"{len(call.weights)} arrays, together {total}"
    terms = [f"{weight.name} {' · '.join(f'{length:,}' for length in weight.shape) or '1'}" for weight in call.weights]
    return f"{' + '.join(terms)} = {total}"
