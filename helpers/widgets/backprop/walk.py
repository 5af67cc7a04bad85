"""A walk through a computational graph, one step at a time: values forwards, then gradients back edge by edge."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from helpers.maths.graph import Flow, Graph, backward, forward


@dataclass(frozen=True)
class Walk:
    """All that is met on the way. Step 0 knows the inputs alone; then one step for each node that computes, one in
    which the result is given its upstream gradient, one for each edge in the order of ``flows``.
    """

    graph: Graph
    values: np.ndarray  # (nodes,)
    gradients: np.ndarray  # (nodes,), all that arrives added up
    flows: tuple[Flow, ...]
    upstream: float

    @property
    def computing(self) -> list[int]:
        """Numbers of the nodes that compute, in their order."""
        return [number for number, node in enumerate(self.graph.nodes) if node.inputs]

    @property
    def last(self) -> int:
        """Number of the last step."""
        return len(self.computing) + 1 + len(self.flows)

    def at(self, step: int) -> "Moment":
        """Return what is known after ``step`` steps, and which node or edge works; later ones are the last."""
        computing = self.computing
        step = min(step, self.last)
        computed, sent = min(step, len(computing)), max(step - len(computing) - 1, 0)
        flow = self.flows[sent - 1] if sent else None
        node = computing[step - 1] if 0 < step == computed else None
        if flow:
            node = flow.target
        elif step > computed:  # the result is given its gradient
            node = len(self.graph.nodes) - 1
        return Moment(self, step, computed, sent, node, flow)


@dataclass(frozen=True)
class Moment:
    """One step of a walk: ``node`` works now, in the backward part by sending along ``flow``."""

    walk: Walk
    step: int
    computed: int  # so many nodes that compute have done so
    sent: int  # so many flows have gone
    node: int | None
    flow: Flow | None

    @property
    def seeded(self) -> bool:
        """Whether the result has its gradient: the way back has begun."""
        return self.step > len(self.walk.computing)

    @property
    def known(self) -> list[int]:
        """Numbers of the nodes whose value is known: inputs, and what has been computed."""
        done = set(self.walk.computing[: self.computed])
        return [number for number, node in enumerate(self.walk.graph.nodes) if not node.inputs or number in done]

    def arrived(self, node: int) -> list[float]:
        """What ``node`` has been sent until now, in the order in which it came."""
        seed = [self.walk.upstream] if self.seeded and node == len(self.walk.graph.nodes) - 1 else []
        return seed + [flow.sent for flow in self.walk.flows[: self.sent] if flow.source == node]


def walk(graph: Graph, values: Mapping[str, float], upstream: float = 1.0) -> Walk:
    """Go through ``graph`` once; raises what ``forward`` and ``backward`` raise."""
    found = forward(graph, values)
    gradients, flows = backward(graph, found, upstream)
    return Walk(graph, found, gradients, flows, float(upstream))
