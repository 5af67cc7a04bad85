"""Where the layers of a model stand on paper: from left to right, in lines like those of a text, in pages.

The columns are those of a layered drawing (see `helpers.drawing.layered`): a layer stands one column to the right of
the last layer that it needs. What is too long for the width goes on in a line below, what is too high for the page on
another page.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from helpers.drawing.layered import Net, arrivals, joined, ordered, settle, spread
from helpers.maths.errors import InputError

MOST_LAYERS = 400
COLUMNS = 8  # in a line, at most
_WIDEST, _GAP = 168.0, 20.0  # of a column; between two boxes, at least
_LOW, _HIGH = 30.0, 62.0  # height of a box: two lines of text, three with room
_JOINT, _BETWEEN = 0.3, 0.36  # height of an edge that passes a column, and of the space between two; a box is 1
THREE = 46.0  # a box as high as this has room for three lines, and a name above it
_MARGIN = 14.0  # left and right of the lines, where an edge goes on in the next
_LINES, _TAGGED = 14.0, 25.0  # between two lines; where names stand above boxes


class Piece(NamedTuple):
    """A part of an edge, on one page: from the source, or from the left margin, to the target or the right margin."""

    page: int
    route: np.ndarray  # (2 · gaps, 2): where it enters and leaves each gap between columns


@dataclass(frozen=True)
class ModelLayout:
    """Places in pixels, y downwards. ``pieces`` are in the order of the edges."""

    order: tuple[int, ...]  # the nodes as one reads: column by column, from the top
    pages: int
    page: tuple[int, ...]  # of each node
    box: tuple[float, float]  # width and height of every node
    centres: np.ndarray  # (nodes, 2)
    pieces: tuple[tuple[Piece, ...], ...]
    height: float  # of the fullest page


@dataclass(frozen=True)
class _Line:
    """A run of columns that stand beside each other, in box heights from ``top`` to ``bottom``."""

    columns: range
    top: float
    bottom: float


def lay_out_model(nodes: int, edges: Sequence[tuple[int, int]], area: tuple[float, float, float, float]) -> ModelLayout:
    """Place ``nodes``, numbered so that every edge (source, target) goes to a higher number, inside ``area``.

    ``area`` is left, top, width, height in pixels. The same graph is always placed the same. Raises ValueError in
    words when there are more than MOST_LAYERS nodes, or more above one another than a page is high.
    """
    if nodes > MOST_LAYERS:
        raise InputError("the model has {count} layers; at most {most} can be drawn", count=nodes, most=MOST_LAYERS)
    net = joined(edges, _columns(nodes, edges))
    rows = ordered(net)
    heights = _heights(net, rows, nodes)
    lines = _lines(rows, heights, nodes)
    pages, unit, gap = _pages(lines, area[3])
    most = max(len(line.columns) for line in lines)
    margin = _MARGIN if len(lines) > 1 else 0.0
    pitch = min((area[2] - 2 * margin + _GAP) / most, _WIDEST)
    box = (pitch - max(_GAP, 0.22 * pitch if most < COLUMNS else 0.0), unit)
    left = area[0] + (area[2] - most * pitch) / 2
    places, page = np.zeros((len(net.layers), 2)), [0] * len(net.layers)
    for number, group in enumerate(pages):
        top = area[1] + (area[3] - _used(group, unit, gap)) / 2
        for line in group:
            for at, column in enumerate(line.columns):
                for member in rows[column]:
                    places[member] = left + (at + 0.5) * pitch, top + (heights[member] - line.top) * unit
                    page[member] = number
            top += (line.bottom - line.top) * unit + gap
    return ModelLayout(
        order=tuple(member for row in rows for member in row if member < nodes),
        pages=len(pages),
        page=tuple(page[:nodes]),
        box=box,
        centres=places[:nodes],
        pieces=_pieces(net, lines, places, page, box, (area[0], area[0] + area[2])),
        height=max(_used(group, unit, gap) for group in pages),
    )


def _used(group: list[_Line], unit: float, gap: float) -> float:
    """Height of the lines of a page."""
    return sum(line.bottom - line.top for line in group) * unit + gap * (len(group) - 1)


def _columns(nodes: int, edges: Sequence[tuple[int, int]]) -> list[int]:
    """One to the right of the last that it needs; what needs nothing stands just before the first that needs it."""
    columns = [0] * nodes
    for source, target in sorted(edges, key=lambda edge: edge[1]):
        columns[target] = max(columns[target], columns[source] + 1)
    needing = {target for _source, target in edges}
    for node in set(range(nodes)) - needing:
        columns[node] = min((columns[target] for source, target in edges if source == node), default=1) - 1
    return columns


def _heights(net: Net, rows: list[list[int]], nodes: int) -> list[float]:
    """Height of every member, in box heights: near the mean of its neighbours, at their distance."""
    sizes = [1.0 if member < nodes else _JOINT for member in range(len(net.layers))]
    height = max(sum(sizes[member] for member in row) + _BETWEEN * (len(row) - 1) for row in rows)
    heights = [height / 2] * len(sizes)
    settle(net, rows, sizes, _BETWEEN, height, heights)
    left, _right = net.neighbours()
    for row in rows[1:]:  # last, each beside what it comes from: chains run level
        wanted = [float(np.mean([heights[other] for other in left[member] or [member]])) for member in row]
        spread(row, wanted, sizes, _BETWEEN, height, heights)
    return heights


def _lines(rows: list[list[int]], heights: list[float], nodes: int) -> list[_Line]:
    """The columns in as few lines as will do, all but the last equally long."""
    length = math.ceil(len(rows) / math.ceil(len(rows) / COLUMNS))
    lines = []
    for first in range(0, len(rows), length):
        columns = range(first, min(first + length, len(rows)))
        members = [member for column in columns for member in rows[column]]
        halves = [0.5 if member < nodes else _JOINT / 2 for member in members]
        top = min(heights[member] - half for member, half in zip(members, halves, strict=True))
        bottom = max(heights[member] + half for member, half in zip(members, halves, strict=True))
        lines.append(_Line(columns, top, bottom))
    return lines


def _pages(lines: list[_Line], height: float) -> tuple[list[list[_Line]], float, float]:
    """The lines of each page; the height of a box, as large as the fullest page lets it be; the gap between lines."""
    pages: list[list[_Line]] = []
    used = height
    for line in lines:
        high = (line.bottom - line.top) * _LOW
        if high > height:
            most = int((height / _LOW + _BETWEEN) / (1 + _BETWEEN))
            raise InputError(
                "{count} layers stand above one another; at most {most} can be drawn",
                count=round((line.bottom - line.top + _BETWEEN) / (1 + _BETWEEN)),
                most=most,
            )
        if not pages or used + _LINES + high > height:
            pages.append([])
            used = -_LINES
        pages[-1].append(line)
        used += _LINES + high
    for gap in (_TAGGED, _LINES):
        room = [(height - gap * (len(page) - 1)) / sum(line.bottom - line.top for line in page) for page in pages]
        unit = min(_HIGH, *room)
        if unit >= THREE:
            break
    return pages, unit, gap


def _pieces(
    net: Net,
    lines: list[_Line],
    places: np.ndarray,
    page: list[int],
    box: tuple[float, float],
    margins: tuple[float, float],
) -> tuple[tuple[Piece, ...], ...]:
    """The parts of every edge, each inside one line: it leaves by the right margin and comes back by the left."""
    line_of = np.repeat(np.arange(len(lines)), [len(line.columns) for line in lines])[net.layers]
    half = box[0] / 2
    edges = []
    ranks = arrivals(net, [places[chain[-2], 1] for chain in net.chains])
    for chain, (rank, count) in zip(net.chains, ranks, strict=True):
        port = 0.6 * rank / max(count - 1, 1)  # in box heights from the middle
        pieces, route = [], []
        for source, target in pairwise(chain):
            (x, y), (end, down) = places[source], places[target]
            down += port * box[1] if target == chain[-1] else 0.0
            if line_of[source] == line_of[target]:
                route += [(x + half, y), (end - half, down)]
                continue
            pieces.append(Piece(page[source], np.array([*route, (x + half, y), (margins[1], y)])))
            route = [(margins[0], down), (end - half, down)]
        edges.append((*pieces, Piece(page[chain[-1]], np.array(route))))
    return tuple(edges)
