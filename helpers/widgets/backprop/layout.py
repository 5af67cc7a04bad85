"""Where the nodes and edges of a computational graph stand on paper: layers from left to right.

Longest-path layering, crossing reduction by barycentres, then heights by least squares under a least distance: see
`helpers.drawing.layered`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from helpers.drawing.layered import Net, arrivals, isotonic, joined, ordered, settle, spread
from helpers.maths.errors import InputError
from helpers.maths.graph import Graph

MAX_LAYERS = 10
MAX_ROWS = 12
_COMMUTATIVE = ("add", "multiply", "max")
_MOST_LEFT = 7  # so many variables stand together on the left; more would be squeezed
_TALL, _FLAT = (62.0, 47.0), (94.0, 28.0)  # width and height of a box: three lines, or two with the name beside them
_LARGEST = 1.6  # times these where there is room
_WIDEST_PITCH, _HIGHEST_PITCH = 360.0, 128.0
_NARROW, _ZIGZAG = 60.0, 46.0  # in gaps as narrow as this, every other layer stands so much higher: room for labels
_CROWDED = 0.74  # share of the height that labels above one another may fill
_MARGIN = 10.0  # under the area, for a label beside the lowest edge
_FIRST = 66.0  # and the first gap is so wide: there the edges of the variables fan out
_LINE = 14.0  # height of a line of a label


@dataclass(frozen=True)
class Layout:
    """Places in pixels, y downwards. Edges are in the order of ``graph.edges``."""

    layers: tuple[int, ...]  # of each node, 0 on the left
    box: tuple[float, float]  # width and height of every node
    flat: bool  # the name stands beside the numbers, for want of height
    centres: np.ndarray  # (nodes, 2)
    routes: tuple[np.ndarray, ...]  # (2 · gaps, 2) for each edge: where it enters and leaves each gap between layers
    labels: np.ndarray  # (edges, 2): the middle of each edge's label
    scale: float  # of boxes and text, 1 where there is little room
    lines: int  # lines that a label has
    crowded: bool  # all labels of that many lines would not find room
    gap: float  # width between two layers


def lay_out(graph: Graph, area: tuple[float, float, float, float] = (0, 0, 900, 340)) -> Layout:
    """Place ``graph`` inside ``area``: left, top, width, height in pixels.

    The same graph is always placed the same. Raises ValueError in words when more than MAX_LAYERS steps follow one
    another or more than MAX_ROWS nodes stand above one another.
    """
    net = joined([edge[:2] for edge in graph.edges], _layers(graph))
    rows = ordered(net)
    nodes = len(graph.nodes)
    most = max(sum(member < nodes for member in row) for row in rows)
    _check_room(len(rows), most)
    left, top, width, height = area
    flat = most * (_TALL[1] + 6) > height
    scale = _scale(len(rows), most, width, height)
    box = (_FLAT[0] * scale, _FLAT[1] * scale) if flat else (_TALL[0] * scale, _TALL[1] * scale)
    pitch = min((width - box[0]) / max(len(rows) - 1, 1), _WIDEST_PITCH)
    lines = 1 if pitch - box[0] >= 140 * scale else 2 if pitch - box[0] >= 80 * scale else 3
    crowded = _crowded(net, rows, nodes, box[1], _LINE * scale * lines, height)
    label = _LINE * scale * (1 if crowded else lines)
    zigzag = _ZIGZAG if pitch - box[0] < _NARROW else 0.0
    heights = _heights(net, rows, nodes, box[1], label, height, zigzag)
    columns = left + width / 2 + _columns(len(rows), pitch, _FIRST + box[0] if zigzag else pitch)
    places = np.array([(columns[layer], top + at) for layer, at in zip(net.layers, heights, strict=True)])
    routes = tuple(
        _route(places[chain], box, port) for chain, port in zip(net.chains, _ports(graph, net, places), strict=True)
    )
    return Layout(
        layers=tuple(net.layers[:nodes]),
        box=box,
        flat=flat,
        centres=places[:nodes],
        routes=routes,
        labels=_labels(net, places, routes, label, lines == 3, (top, top + height + _MARGIN)),
        scale=scale,
        lines=lines,
        crowded=crowded,
        gap=pitch - box[0],
    )


def _check_room(layers: int, rows: int) -> None:
    if layers > MAX_LAYERS:
        raise InputError(
            "{count} steps follow one another; at most {most} can be drawn", count=layers - 1, most=MAX_LAYERS - 1
        )
    if rows > MAX_ROWS:
        raise InputError(
            "{count} nodes stand above one another; at most {most} can be drawn", count=rows, most=MAX_ROWS
        )


def _scale(layers: int, rows: int, width: float, height: float) -> float:
    """How much larger boxes and text can be than where there are many."""
    free = min(width / (layers * (_TALL[0] + 150)), height / (rows * (_TALL[1] + 22)))
    return min(max(free, 1.0), _LARGEST)


def _crowded(net: Net, rows: list[list[int]], nodes: int, box: float, label: float, height: float) -> bool:
    """Whether labels of height ``label`` would fill a gap between layers, or a layer with its joints."""
    starts = [net.layers[chain[0]] for chain in net.chains if len(chain) == 2]
    in_gap = max(map(starts.count, starts), default=0) * (label + 2)
    in_layer = max(sum(box if member < nodes else label + 2 for member in row) for row in rows)
    return in_gap > _CROWDED * height or in_layer > height


def _columns(layers: int, pitch: float, first: float) -> np.ndarray:
    """Middles of the layers around 0, ``pitch`` apart on the average, the first two ``first``."""
    if layers < 3:
        return pitch * (np.arange(layers) - (layers - 1) / 2)
    rest = (pitch * (layers - 1) - first) / (layers - 2)
    return np.concatenate([[0.0], first + rest * np.arange(layers - 1)]) - pitch * (layers - 1) / 2


def _layers(graph: Graph) -> list[int]:
    """Layer of each node: as far right as the longest path to the result lets it; variables on the left."""
    pairs = [(source, target) for source, target, _slot in graph.edges]
    from_result = [0] * len(graph.nodes)
    for source, target in sorted(pairs, key=lambda pair: -pair[1]):  # a target's depth is known before it is used
        parallel = pairs.count((source, target)) > 1  # two edges between the same two need room for two labels
        from_result[source] = max(from_result[source], from_result[target] + 1 + parallel)
    last = max(from_result)
    layers = [last - distance for distance in from_result]
    if len(graph.variables) <= _MOST_LEFT:
        for number in graph.variables.values():
            layers[number] = 0
    return layers


def _heights(
    net: Net, rows: list[list[int]], nodes: int, box: float, label: float, height: float, zigzag: float
) -> list[float]:
    """Height of every member: near the mean of its neighbours, no two nearer than they are large."""
    sizes = [box if member < nodes else label for member in range(len(net.layers))]
    gap = max(min((height - sum(sizes[member] for member in row)) / max(len(row) - 1, 1) for row in rows), 2.0)
    gap = min(gap, _HIGHEST_PITCH - box)
    heights = [height / 2] * len(sizes)
    for row in rows:
        spread(row, [height / 2] * len(row), sizes, gap, height, heights)
    settle(net, rows, sizes, gap, height, heights)
    if zigzag:
        _alternate(rows, zigzag, sizes, gap, height, heights)
    top = min(at - size / 2 for at, size in zip(heights, sizes, strict=True))
    bottom = max(at + size / 2 for at, size in zip(heights, sizes, strict=True))
    return [at + (height - top - bottom) / 2 for at in heights]


def _alternate(
    rows: list[list[int]], zigzag: float, sizes: list[float], gap: float, height: float, heights: list[float]
) -> None:
    """Move every other layer up and those between down, all but the first: as the first two already lean."""
    lean = np.mean([heights[member] for member in rows[1]]) - np.mean([heights[member] for member in rows[2]])
    for layer, row in enumerate(rows[1:]):
        shift = zigzag if (layer % 2 == 0) == (lean >= 0) else -zigzag
        spread(row, [heights[member] + shift for member in row], sizes, gap, height, heights)


def _ports(graph: Graph, net: Net, places: np.ndarray) -> list[float]:
    """Where each edge enters its target, from -1 (top) to 1: in the order of the inputs, or in that in which they
    come in where the operation does not care.
    """
    keys = [
        (places[chain[-2], 1] if graph.nodes[target].kind in _COMMUTATIVE else 0.0, slot)
        for chain, (_source, target, slot) in zip(net.chains, graph.edges, strict=True)
    ]
    return [rank * 2 / max(count, 2) for rank, count in arrivals(net, keys)]


def _route(places: np.ndarray, box: tuple[float, float], port: float) -> np.ndarray:
    """Where an edge leaves and enters: right side of the source, past the joints, left side of the target."""
    half = box[0] / 2
    points = [(x + side * half, y) for x, y in places for side in (-1, 1)][1:-1]
    x, y = points[-1]
    points[-1] = (x, y + port * box[1] / 2)
    return np.array(points)


def _labels(
    net: Net,
    places: np.ndarray,
    routes: Sequence[np.ndarray],
    label: float,
    narrow: bool,
    limits: tuple[float, float],
) -> np.ndarray:
    """Middle of each edge's label: on a joint where there is one; else in the gap, where edges lie farther apart."""
    labels = np.zeros((len(routes), 2))
    gaps: dict[int, list[int]] = {}
    for edge, (chain, route) in enumerate(zip(net.chains, routes, strict=True)):
        if len(chain) > 2:
            labels[edge] = places[chain[(len(chain) - 1) // 2]]
        else:
            fan_out = sum(other[0] == chain[0] for other in net.chains)
            fan_in = sum(other[-1] == chain[-1] for other in net.chains)
            along = 0.5 if narrow or fan_in == fan_out else 0.63 if fan_out > fan_in else 0.42
            labels[edge] = on_curve(route[0], route[1], along)
            gaps.setdefault(net.layers[chain[0]], []).append(edge)
    for edges in gaps.values():
        edges.sort(key=lambda edge: (labels[edge, 1], edge))
        for edge in edges if narrow else ():  # a label would hide a short edge: above it, or under the last of several
            high, low = sorted(routes[edge][:, 1])
            if low - high < label:
                under = edge == edges[-1] != edges[0]
                beside = low + label / 2 + 3 if under else high - label / 2 - 3
                labels[edge, 1] = np.clip(beside, limits[0] + label / 2, limits[1] - label / 2)
        offsets = np.arange(len(edges)) * (label + 2)
        labels[edges, 1] = isotonic((labels[edges, 1] - offsets).tolist()) + offsets
    return labels


def on_curve(start: np.ndarray, end: np.ndarray, along: float) -> np.ndarray:
    """Point of the curve that is drawn through a gap: level at both ends; ``along`` is its parameter, 0 to 1."""
    rest = 1 - along
    share = np.array([1.5 * along * rest + along**3, 3 * along**2 * rest + along**3])
    return start + (end - start) * share
