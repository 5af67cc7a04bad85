"""A computational graph as boxes and edges: values in blue, gradients in vermillion, the working part thick."""

from collections.abc import Sequence
from itertools import product

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch

from helpers.drawing.arrows import Arrows, curve, head
from helpers.drawing.boxes import Boxes
from helpers.drawing.labels import Labels, text_width
from helpers.drawing.numbers import short
from helpers.drawing.style import COLOURS, INK
from helpers.maths.graph import Flow
from helpers.widgets.backprop.layout import Layout
from helpers.widgets.backprop.walk import Moment

VALUE, GRADIENT, LOCAL = COLOURS["blue"], "#B84A00", "#00694D"  # the palette's hues, dark enough for small text
_EDGE = "#8C8C8C"
_FILLS = {"variable": "#FFF1CC", "number": "#EFEFEF", "": "#E3EEF7"}
_LABEL, _TEXT = 12.0, 13.0  # font sizes in pixels, where there is little room
_LINE = 14.0
_FLAT_NAME, _FLAT_NUMBERS = -25.0, 20.0  # from the middle of a flat box


_Text = tuple[float, float, str]  # x, y, what stands there


class GraphPicture:
    """Draws a ``Moment`` of a walk on axes whose unit is a pixel and whose y runs downwards."""

    def __init__(self, page: Axes) -> None:
        self.edges, self.heads = Arrows(_EDGE, 1.2), Arrows(_EDGE)
        self.ahead, self.ahead_heads = Arrows(VALUE, 2.6), Arrows(VALUE)
        self.back, self.back_heads, self.now = Arrows(GRADIENT, 1.4), Arrows(GRADIENT), Arrows(GRADIENT, 3)
        self.fills = {kind: Boxes(colour) for kind, colour in _FILLS.items()}
        self.frames, self.working = Boxes("#777777", frame=0.8), Boxes(INK, frame=2.4)
        self.halo = Boxes("#FFFFFF")
        self.names, self.values, self.gradients, self.locals = (
            Labels(INK),
            Labels(VALUE),
            Labels(GRADIENT),
            Labels(LOCAL),
        )
        self._shown: tuple[Layout | None, int] = None, -1
        for artist in self.moving:
            page.add_patch(artist)

    @property
    def moving(self) -> list[PathPatch]:
        """The artists that change from frame to frame, in the order in which they are drawn."""
        lines = [self.edges, self.ahead, self.back, self.now, self.halo, self.heads, self.ahead_heads, self.back_heads]
        boxes = [*self.fills.values(), self.frames, self.working]
        return [*lines, *boxes, self.names, self.values, self.gradients, self.locals]

    def update(self, moment: Moment, layout: Layout) -> None:
        """Show ``moment`` of a walk through the graph that ``layout`` has placed."""
        if (
            self._shown[0] is not layout or self._shown[1] != moment.step
        ):  # else numbers alone have changed: a slider moves
            self._draw_edges(moment, layout)
            self._draw_boxes(moment, layout)
            self._write_names(moment, layout)
            self._shown = layout, moment.step
        self._write_numbers(moment, layout)

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
        heads = [head(route[0], -1) for route in groups["back"]] + [head(route[0], -1, 1.7) for route in groups["now"]]
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
        names = ["" if node.kind == "number" else node.symbol for node in moment.walk.graph.nodes]
        if layout.flat:
            names = ["σ" if name == "sigmoid" else name for name in names]
        shift = np.array([_FLAT_NAME, 0] if layout.flat else [0, -_LINE - 0.5]) * layout.scale
        self.names.place(layout.centres + shift, names, _TEXT * layout.scale)

    def _write_numbers(self, moment: Moment, layout: Layout) -> None:
        """Values into the boxes of known nodes; gradients into those reached; what an edge has carried onto it."""
        known, size = moment.known, layout.scale
        value = np.array([_FLAT_NUMBERS, -6] if layout.flat else [0, 0]) * size
        below = value + np.array([0, 12.5 if layout.flat else _LINE]) * size
        told = [short(moment.walk.values[number]) for number in known]
        self.values.place(layout.centres[known] + value, told, (_LABEL if layout.flat else _TEXT) * size)
        reached = [(number, moment.arrived(number)) for number in range(len(layout.centres))]
        vermillion = [(*(layout.centres[number] + below), _sum(arrived)) for number, arrived in reached if arrived]
        green = self._write_flows(moment, layout, vermillion)
        for labels, texts in ((self.gradients, vermillion), (self.locals, green)):
            points = np.array([text[:2] for text in texts]).reshape(-1, 2)
            labels.place(points, [text[2] for text in texts], _LABEL * size)

    def _write_flows(self, moment: Moment, layout: Layout, vermillion: list[_Text]) -> list[_Text]:
        """Put upstream and product of each flow to the texts in vermillion, return the local derivatives."""
        green: list[_Text] = []
        halos: list[tuple[float, float, float, float]] = []
        places = dict(zip(moment.walk.graph.edges, layout.labels, strict=True))
        size, line = _LABEL * layout.scale, _LINE * layout.scale
        for flow in moment.walk.flows[: moment.sent][::-1]:  # the one that goes now is first and has its room
            if layout.crowded and flow is not moment.flow:
                rows = [[("× ", False), (short(flow.local), True)]]
            else:
                rows = _rows(flow, layout.lines, (layout.gap - 4) / size)
            middle, centre = places[flow.source, flow.target, flow.slot]
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
