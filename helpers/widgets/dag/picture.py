"""A model as boxes and arrows: one box a layer, on axes whose unit is a pixel and whose y runs downwards."""

from collections.abc import Iterable, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch

from helpers.drawing.arrows import Arrows, curve, head
from helpers.drawing.boxes import Boxes
from helpers.drawing.labels import Labels, cut, text_width
from helpers.drawing.page import write_key
from helpers.drawing.style import INK
from helpers.widgets.dag.layout import THREE, ModelLayout, lay_out_model
from helpers.widgets.dag.model import Chosen, LayerCall, ModelGraph, parameters_in_words, shape_in_words
from helpers.words import _

WIDTH = 900
AREA = (14, 52, 872, 326)  # where the graph stands at most: left, top, width, height in pixels
PANEL = 102  # height of the lines about the chosen layer, and of the space above them
LEAST = 112  # height of the graph
BEFORE, AFTER = "#0072B2", "#B84A00"
_FILLS = {"input": "#FFF1CC", "learns": "#DCEAF5", "": "#EFEFEF"}
_EDGE, _FRAME, _DETAIL = "#8C8C8C", "#777777", "#4A4A4A"
_TITLE, _SMALL = 13.0, 11.5  # font sizes in pixels
_LINE = 14.5
_TAG = 11.5  # the name of an input or output stands so high above its box
_SHORTER = (
    ("Average", "Avg"),
    ("Pooling", "Pool"),
    ("Normalization", "Norm"),
    ("Transpose", "Transp"),
    ("Concatenate", "Concat"),
    ("Global", "G."),
)


def lay_out(graph: ModelGraph) -> tuple[ModelLayout, int]:
    """Return the layout of ``graph`` and the height of its picture: a flat model has a flat one."""
    left, top, width, height = AREA
    needed = lay_out_model(len(graph.calls), graph.edges, AREA).height + 12
    high = min(max(needed, LEAST), height)
    return lay_out_model(len(graph.calls), graph.edges, (left, top, width, high)), round(top + high + PANEL)


class DAGPicture:
    """One page of a model as it stands still, what is lit over it, three lines about the chosen layer below."""

    def __init__(self, page: Axes, graph: ModelGraph, layout: ModelLayout, height: int) -> None:
        self._graph, self._layout, self._height = graph, layout, height
        self._drawn: tuple[int, str] | None = None  # page, and what the boxes say
        self.edges, self.heads = Arrows(_EDGE, 1.1), Arrows(_EDGE)
        self.fills = {kind: Boxes(colour) for kind, colour in _FILLS.items()}
        self.frames = Boxes(_FRAME, frame=0.8)
        self.titles, self.details, self.belows, self.tags = Labels(INK), Labels(_DETAIL), Labels(INK), Labels(INK)
        self.headline = Labels(INK)
        still = [self.edges, self.heads, *self.fills.values(), self.frames]
        still += [self.titles, self.details, self.belows, self.tags, self.headline]
        self.before, self.before_heads = Arrows(BEFORE, 2.6), Arrows(BEFORE)
        self.after, self.after_heads = Arrows(AFTER, 2.6), Arrows(AFTER)
        self.after.set_linestyle((0, (2.2, 1.1)))
        self.before_boxes, self.after_boxes = Boxes(BEFORE, frame=2), Boxes(AFTER, frame=2)
        self.after_boxes.set_linestyle((0, (2.5, 1.2)))
        self.chosen, self.twins = Boxes(INK, frame=3), Boxes(INK, frame=1.6)
        self.twins.set_linestyle((0, (1, 1.5)))
        self.facts = Labels(INK)
        self.moving: list[PathPatch] = [self.before, self.before_heads, self.after, self.after_heads]
        self.moving += [self.before_boxes, self.after_boxes, self.twins, self.chosen, self.facts]
        for artist in (*still, *self.moving):
            page.add_patch(artist)
        page.plot([20, WIDTH - 20], [height - PANEL + 14] * 2, color="#DDDDDD", lw=1)
        key = (
            (_("after it") + " - - -", AFTER),
            (_("before it") + " ───    ", BEFORE),
            ("▭ " + _("chosen") + " " * 4, INK),
        )
        write_key(page, WIDTH - 20, 22, key)

    def show(self, chosen: Chosen) -> bool:
        """Light what has been chosen; the boxes change only with the page and with what they say."""
        page = self._layout.page[chosen.call]
        other = self._drawn != (page, chosen.show)
        if other:
            self._drawn = page, chosen.show
            self._draw_page(page, chosen.show)
        for (nodes, edges), arrows, heads, boxes in (
            (chosen.before, self.before, self.before_heads, self.before_boxes),
            (chosen.after, self.after, self.after_heads, self.after_boxes),
        ):
            routes = [
                piece.route for edge in sorted(edges) for piece in self._layout.pieces[edge] if piece.page == page
            ]
            arrows.place([curve(route) for route in routes])
            heads.place([head(route[-1], 1, 1.1) for route in routes])
            self._frame(boxes, self._on(page, sorted(nodes)))
        self._frame(self.twins, self._on(page, set(self._graph.uses(chosen.call)) - {chosen.call}), 4)
        self._frame(self.chosen, [chosen.call], 1)
        top = self._height - PANEL + 36
        lines = _lines(self._graph.calls[chosen.call])
        self.facts.write([(20, top + 24 * i, fitted(line, 860 / 14)) for i, line in enumerate(lines)], 14)
        for artist in self.moving:  # an empty one takes its time too
            artist.set_visible(len(np.asarray(artist.get_path().vertices)) > 1)
        return other

    def _on(self, page: int, nodes: Iterable[int]) -> list[int]:
        return [node for node in nodes if self._layout.page[node] == page]

    def _draw_page(self, page: int, show: str) -> None:
        """Draw one page of the model, nothing lit."""
        here = self._on(page, range(len(self._graph.calls)))
        routes = [piece.route for pieces in self._layout.pieces for piece in pieces if piece.page == page]
        self.edges.place([curve(route) for route in routes])
        self.heads.place([head(route[-1], 1, 0.8) for route in routes])
        for kind, boxes in self.fills.items():
            self._frame(boxes, [node for node in here if _fill(self._graph.calls[node]) == kind])
        self._frame(self.frames, here)
        self._write(here, show)
        pages = _("page {page} of {pages}").format(page=page + 1, pages=self._layout.pages)
        self.headline.write([(20, 22, _headline(self._graph) + (f"  ({pages})" if self._layout.pages > 1 else ""))], 15)

    def _write(self, here: list[int], show: str) -> None:
        """Two or three lines into each box, the name of an input or output above it."""
        wide, high = self._layout.box
        titles, details, belows, tags = [], [], [], []
        for node in here:
            call, (x, y) = self._graph.calls[node], self._layout.centres[node]
            three = high >= THREE
            line = _LINE if three and call.brief else _LINE / 2
            titles.append((x, y - line, fitted(call.kind, (wide - 5) / _TITLE)))
            belows.append((x, y + line, fitted(_below(call, show), (wide - 5) / _SMALL)))
            if three:
                details.append((x, y, fitted(call.brief, (wide - 5) / _SMALL)))
            if three and call.role:
                tags.append((x, y - high / 2 - _TAG, fitted(call.name, (wide + 16) / _SMALL)))
        self.titles.write(titles, _TITLE, centred=True)
        for labels, texts in ((self.details, details), (self.belows, belows), (self.tags, tags)):
            labels.write(texts, _SMALL, centred=True)

    def _frame(self, boxes: Boxes, nodes: Sequence[int], wider: float = 0) -> None:
        size = np.array(self._layout.box) + 2 * wider
        boxes.place(self._layout.centres[list(nodes)] - size / 2, np.tile(size, (len(nodes), 1)))


def _fill(call: LayerCall) -> str:
    return "input" if call.role == "input" else "learns" if call.weights else ""


def _below(call: LayerCall, show: str) -> str:
    """What stands in the last line of a box."""
    if show == "shapes":
        return ", ".join(shape_in_words(shape, batch=False) for shape in call.shapes_out)
    return f"{call.parameters:,}" if show == "parameters" else call.name


def _headline(graph: ModelGraph) -> str:
    boxes, layers = len(graph.calls), len({call.name for call in graph.calls})
    count = _("{layers} layers in {boxes} boxes") if boxes > layers else _("{layers} layers")
    weights = _("{count} parameters").format(count=f"{graph.parameters:,}")
    return f"{fitted(graph.name, 12)}:  {count.format(layers=layers, boxes=boxes)}, {weights}"


def _lines(call: LayerCall) -> list[str]:
    """Three lines about the chosen layer: what it is, shapes, parameters."""
    config = ", ".join(f"{name} {value}" for name, value in call.config)
    what = f"{call.name}:  {call.kind}" + (f"({config})" if config else "")
    taken = " + ".join(shape_in_words(shape) for shape in call.shapes_in)
    given = " + ".join(shape_in_words(shape) for shape in call.shapes_out)
    shapes = f"{taken} → {given}" if taken else given
    return [what, _("shape") + f":  {shapes}", _("parameters") + f":  {parameters_in_words(call)}"]


def fitted(text: str, width: float) -> str:
    """``text`` in at most ``width`` font sizes: usual words shortened, last parts left out, spaces too, then cut."""
    for long, short in _SHORTER:
        if text_width(text) <= width:
            return text
        text = text.replace(long, short)
    while text_width(text) > width and " · " in text:
        text = text.rpartition(" · ")[0]
    if text_width(text) > width and text.startswith("("):
        text = text.replace(", ", ",")
    return cut(text, width)
