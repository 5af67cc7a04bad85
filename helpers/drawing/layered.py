"""What every picture of a graph in layers needs: joints on long edges, few crossings, heights that keep their distance.

Sugiyama, Tagawa and Toda (1981), "Methods for Visual Understanding of Hierarchical System Structures". Which layer a
node stands in is left to the picture. NumPy alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np

SWEEPS = 12


@dataclass
class Net:
    """Nodes, then one more (a joint) wherever an edge passes a layer: after this, edges link neighbours only."""

    layers: list[int]
    chains: list[list[int]]  # for each edge: source, joints, target

    def links(self) -> list[tuple[int, int]]:
        """Every pair of neighbours, as often as an edge goes there."""
        return [pair for chain in self.chains for pair in pairwise(chain)]

    def neighbours(self) -> tuple[list[list[int]], list[list[int]]]:
        """Those to the left and those to the right of each member."""
        left: list[list[int]] = [[] for _ in self.layers]
        right: list[list[int]] = [[] for _ in self.layers]
        for source, target in self.links():
            left[target].append(source)
            right[source].append(target)
        return left, right


def joined(edges: Iterable[tuple[int, int]], layers: Sequence[int]) -> Net:
    """Return the net of the ``edges`` (source, target) between nodes that stand in ``layers``."""
    net = Net(list(layers), [])
    for source, target in edges:
        between = range(layers[source] + 1, layers[target])
        joints = range(len(net.layers), len(net.layers) + len(between))
        net.layers += between
        net.chains.append([source, *joints, target])
    return net


def ordered(net: Net) -> list[list[int]]:
    """Members of each layer from top to bottom, with few crossings: each goes to the mean place of its neighbours."""
    links = net.links()
    origin = {member: chain[0] for chain in net.chains for member in chain[1:-1]}
    rows: list[list[int]] = [[] for _ in range(max(net.layers) + 1)]
    for member in sorted(range(len(net.layers)), key=lambda member: (origin.get(member, member), member)):
        rows[net.layers[member]].append(member)
    best, fewest = [list(row) for row in rows], _crossings(rows, links)
    left, right = net.neighbours()
    place = {member: i for row in rows for i, member in enumerate(row)}
    for sweep in range(SWEEPS):
        rightwards = sweep % 2 == 0
        beside = left if rightwards else right
        for row in rows if rightwards else reversed(rows):
            means = {member: float(np.mean([place[other] for other in beside[member] or [member]])) for member in row}
            row.sort(key=means.__getitem__)
            place.update((member, i) for i, member in enumerate(row))
        count = _crossings(rows, links)
        if count < fewest:
            best, fewest = [list(row) for row in rows], count
    return best


def _crossings(rows: list[list[int]], links: Sequence[tuple[int, int]]) -> int:
    """How many pairs of links cross each other."""
    place = {member: (layer, i) for layer, row in enumerate(rows) for i, member in enumerate(row)}
    gaps: dict[int, list[tuple[int, int]]] = {}
    for source, target in links:
        layer, start = place[source]
        gaps.setdefault(layer, []).append((start, place[target][1]))
    return sum((a - c) * (b - d) < 0 for ends in gaps.values() for (a, b), (c, d) in combinations(ends, 2))


def arrivals(net: Net, keys: Sequence) -> list[tuple[float, int]]:
    """Return for each edge where it enters its target, and how many edges do: from -(n - 1)/2, the top, to (n - 1)/2.

    Those that enter together stand in the order of their ``keys``, one an edge, and of their numbers.
    """
    entering: dict[int, list[int]] = {}
    for edge in sorted(range(len(net.chains)), key=keys.__getitem__):
        entering.setdefault(net.chains[edge][-1], []).append(edge)
    together = [entering[chain[-1]] for chain in net.chains]
    return [(edges.index(edge) - (len(edges) - 1) / 2, len(edges)) for edge, edges in enumerate(together)]


def settle(
    net: Net, rows: list[list[int]], sizes: list[float], gap: float, height: float, heights: list[float]
) -> None:
    """Move ``heights``, the middles of all members, near the mean of their neighbours, ``gap`` apart."""
    left, right = net.neighbours()
    for sweep in range(SWEEPS):
        for row in rows if sweep % 2 else rows[::-1]:
            beside = [[heights[other] for other in left[member] + right[member]] for member in row]
            wanted = [float(np.mean(each or [height / 2])) for each in beside]
            spread(row, wanted, sizes, gap, height, heights)


def spread(
    row: list[int], wanted: list[float], sizes: list[float], gap: float, height: float, heights: list[float]
) -> None:
    """Set ``heights`` of a row: as near to ``wanted`` as can be, in order, ``gap`` apart, inside ``height``."""
    room = sum(sizes[member] for member in row) + gap * (len(row) - 1)
    if room > height:  # joints may come nearer to each other
        gap = (height - room + gap * (len(row) - 1)) / max(len(row) - 1, 1)
    offsets, at = [], 0.0
    for member in row:
        offsets.append(at + sizes[member] / 2)
        at += sizes[member] + gap
    free = max(height - (at - gap), 0.0)
    shifts = isotonic([want - offset for want, offset in zip(wanted, offsets, strict=True)])
    for member, offset, shift in zip(row, offsets, shifts, strict=True):
        heights[member] = offset + min(max(shift, 0.0), free)


def isotonic(wanted: Sequence[float]) -> list[float]:
    """Return the non-decreasing numbers nearest to ``wanted`` in least squares (pool adjacent violators)."""
    pools: list[tuple[float, int]] = []
    for value in wanted:
        pools.append((value, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (high, many), (low, more) = pools[-2:]
            pools[-2:] = [((high * many + low * more) / (many + more), many + more)]
    return [value for value, count in pools for _ in range(count)]
