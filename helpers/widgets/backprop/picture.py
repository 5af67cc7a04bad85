"""A computational graph as boxes and edges: values in blue, gradients in vermillion, the working part thick."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import product

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch

from helpers.drawing.arrows import Arrows, curve, head
from helpers.drawing.boxes import Boxes
from helpers.drawing.labels import Labels, cut, text_width
from helpers.drawing.numbers import short
from helpers.drawing.page import write_key
from helpers.drawing.style import COLOURS, INK
from helpers.maths.graph import Flow, Graph
from helpers.widgets.backprop.formula import formula
from helpers.widgets.backprop.layout import Layout, lay_out
from helpers.widgets.backprop.walk import Moment
from helpers.words import _

SIZE = (900, 420)
AREA = (14, 72, 872, 336)  # where the graph stands: left, top, width, height in pixels
VALUE, GRADIENT, LOCAL = COLOURS["blue"], "#B84A00", "#00694D"  # the palette's hues, dark enough for small text
_EDGE = "#8C8C8C"
_FILLS = {"variable": "#FFF1CC", "number": "#EFEFEF", "": "#E3EEF7"}
_LABEL, _TEXT = 12.0, 13.0  # font sizes in pixels, where there is little room
_LINE = 14.0
_HEAD = 10.0  # what the head of an arrow takes of a gap
_FLAT_NAME, _FLAT_NUMBERS = -25.0, 20.0  # from the middle of a flat box


@lru_cache(maxsize=32)
def placed(graph: Graph) -> Layout:
    """Return where the nodes of ``graph`` stand in the picture; InputError for a graph that does not fit into it."""
    return lay_out(graph, AREA)


class GraphPicture:
    """Draws a moment of a walk through a graph, with its expression and its formula above."""

    def __init__(self, page: Axes) -> None:
        self.title, self.line = Labels(INK), Labels(INK)
        self.edges, self.heads = Arrows(_EDGE, 1.2), Arrows(_EDGE)
        self.ahead, self.ahead_heads = Arrows(VALUE, 2.6), Arrows(VALUE)
        self.back, self.back_heads, self.now = Arrows(GRADIENT, 1.4), Arrows(GRADIENT), Arrows(GRADIENT, 3)
        self.fills = {kind: Boxes(colour) for kind, colour in _FILLS.items()}
        self.frames, self.working = Boxes("#777777", frame=0.8), Boxes(INK, frame=2.4)
        self.halo = Boxes("#FFFFFF")
        self.names, self.values = Labels(INK), Labels(VALUE)
        self.gradients, self.locals = Labels(GRADIENT), Labels(LOCAL)
        self.layout: Layout | None = None
        self._step = -1
        lines = [self.edges, self.ahead, self.back, self.now, self.halo, self.heads, self.ahead_heads, self.back_heads]
        texts = [self.names, self.values, self.gradients, self.locals, self.title, self.line]
        self.moving: list[PathPatch] = [*lines, *self.fills.values(), self.frames, self.working, *texts]
        for artist in self.moving:
            page.add_patch(artist)
        write_key(page, 880, 22, _key())

    def show(self, moment: Moment) -> None:
        """Show the graph as far as the walk has come; where numbers alone have changed, these alone are drawn."""
        layout = placed(moment.walk.graph)
        if self.layout is not layout or self._step != moment.step:
            self.layout, self._step = layout, moment.step
            self._draw_edges(moment, layout)
            self._draw_boxes(moment, layout)
            self._write_names(moment, layout)
        self._write_numbers(moment, layout)
        self.title.write([(20, 22, cut(moment.walk.graph.text.strip(), 560 / 17))], 17)
        self.line.write([(20, 50, cut(formula(moment), 860 / 14))], 14)

    def _draw_edges(self, moment: Moment, layout: Layout) -> None:
        edges = moment.walk.graph.edges
        gone = {(flow.source, flow.target, flow.slot) for flow in moment.walk.flows[: moment.sent]}
        flow = moment.flow
        active = (flow.source, flow.target, flow.slot) if flow else None
        groups: dict[str, list[np.ndarray]] = {"still": [], "ahead": [], "back": [], "now": []}
        for edge, route in zip(edges, layout.routes, strict=True):
            forwards = not moment.seeded and edge[1] == moment.node
            kind = "now" if edge == active else "back" if edge in gone else "ahead" if forwards else "still"
            groups[kind].append(route)
        for artist, kinds in ((self.edges, "still"), (self.ahead, "ahead"), (self.back, "back"), (self.now, "now")):
            artist.place([curve(route) for route in groups[kinds]])
        self.heads.place([head(route[-1], 1) for route in groups["still"]])
        self.ahead_heads.place([head(route[-1], 1) for route in groups["ahead"]])
        heads = [head(route[0], -1) for route in groups["back"]] + [head(route[0], -1, 1.3) for route in groups["now"]]
        self.back_heads.place(heads)

    def _draw_boxes(self, moment: Moment, layout: Layout) -> None:
        nodes = moment.walk.graph.nodes
        corners = layout.centres - np.array(layout.box) / 2
        sizes = np.tile(layout.box, (len(nodes), 1))
        for kind, boxes in self.fills.items():
            chosen = [number for number, node in enumerate(nodes) if ("" if node.inputs else node.kind) == kind]
            boxes.place(corners[chosen], sizes[chosen])
        self.frames.place(corners, sizes)
        working = [] if moment.node is None else [moment.node]
        self.working.place(corners[working], sizes[working])

    def _write_names(self, moment: Moment, layout: Layout) -> None:
        names = [node.symbol for node in moment.walk.graph.nodes]
        if layout.flat:
            names = ["σ" if name == "sigmoid" else name for name in names]
        shift = np.array([_FLAT_NAME, 0] if layout.flat else [0, -_LINE - 0.5]) * layout.scale
        self.names.place(layout.centres + shift, names, _TEXT * layout.scale)

    def _write_numbers(self, moment: Moment, layout: Layout) -> None:
        """Values into the boxes of known nodes; gradients into those reached; what an edge has carried onto it."""
        known, size = moment.known, layout.scale
        value = np.array([_FLAT_NUMBERS, -6] if layout.flat else [0, 0]) * size
        below = value + np.array([0, 12.5 if layout.flat else _LINE]) * size
        numbers = [short(moment.walk.values[number]) for number in known]
        self.values.place(layout.centres[known] + value, numbers, (_LABEL if layout.flat else _TEXT) * size)
        reached = [(number, moment.arrived(number)) for number in range(len(layout.centres))]
        vermillion = [(*(layout.centres[number] + below), _sum(arrived)) for number, arrived in reached if arrived]
        green = self._write_flows(moment, layout, vermillion)
        self.gradients.write(vermillion, _LABEL * size, centred=True)
        self.locals.write(green, _LABEL * size, centred=True)

    def _write_flows(
        self, moment: Moment, layout: Layout, vermillion: list[tuple[float, float, str]]
    ) -> list[tuple[float, float, str]]:
        """Put upstream and product of each flow to the texts in vermillion, return the local derivatives."""
        green: list[tuple[float, float, str]] = []
        halos: list[tuple[float, float, float, float]] = []
        places = dict(zip(moment.walk.graph.edges, layout.labels, strict=True))
        size, line = _LABEL * layout.scale, _LINE * layout.scale
        for flow in moment.walk.flows[: moment.sent][::-1]:  # the one that goes now is first and has its room
            if layout.crowded and flow is not moment.flow:
                rows = [[("× ", False), (short(flow.local), True)]]
            else:
                rows = _rows(flow, layout.lines, (layout.gap - _HEAD - 2) / size)
            middle, centre = places[flow.source, flow.target, flow.slot]
            if layout.lines == 3:  # a narrow gap: the label stands beside the head, not under it
                middle += _HEAD / 4
            wide = max(sum(text_width(text) for text, _ in row) for row in rows) * size
            box = (middle - wide / 2 - 3, centre - len(rows) * line / 2, wide + 6, len(rows) * line)
            if layout.crowded and any(_meet(box, other) for other in halos):
                continue
            halos.append(box)
            for i, row in enumerate(rows):
                left = middle - sum(text_width(text) for text, _ in row) * size / 2
                for text, is_local in row:
                    width = text_width(text) * size
                    (green if is_local else vermillion).append((left + width / 2, box[1] + (i + 0.5) * line, text))
                    left += width
        table = np.array(halos).reshape(-1, 4)
        self.halo.place(table[:, :2], table[:, 2:])
        return green


def _key() -> tuple[tuple[str, str], ...]:
    """What the colours mean, from right to left."""
    product = ((_("gradient"), GRADIENT), (" = ", INK), (_("local"), LOCAL), (" × ", INK), (_("upstream"), GRADIENT))
    return *product, (_("value") + " " * 8, VALUE)


def _meet(box: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    """Whether two rectangles (left, top, width, height) have a point in common."""
    return (
        box[0] < other[0] + other[2]
        and other[0] < box[0] + box[2]
        and box[1] < other[1] + other[3]
        and other[1] < box[1] + box[3]
    )


def _sum(arrived: Sequence[float]) -> str:
    total = short(sum(arrived))
    return f"Σ {total}" if len(arrived) > 1 else total


def _rows(flow: Flow, lines: int, room: float) -> list[list[tuple[str, bool]]]:
    """The label of an edge in so many lines of pieces: text, whether it is the local derivative.

    With fewer digits, or with more lines, where it would be wider than ``room``, in font sizes.
    """
    for count, digits in product(range(lines, 4), (3, 2)):
        upstream, local, sent = (short(number, digits) for number in (flow.upstream, flow.local, flow.sent))
        rows = {
            1: [[(upstream + " × ", False), (local, True), (" = " + sent, False)]],
            2: [[(upstream + " × ", False), (local, True)], [("= " + sent, False)]],
            3: [[(upstream, False)], [("× ", False), (local, True)], [("= " + sent, False)]],
        }[count]
        if max(sum(text_width(text) for text, _ in row) for row in rows) <= room:
            break
    return rows
