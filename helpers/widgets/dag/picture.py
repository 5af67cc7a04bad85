"""A model as boxes and arrows: one box a layer, on axes whose unit is a pixel and whose y runs downwards."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch

from helpers.drawing.arrows import Arrows, curve, head
from helpers.drawing.boxes import Boxes
from helpers.drawing.labels import Labels, text_width
from helpers.drawing.style import INK
from helpers.widgets.dag.layout import THREE, ModelLayout

BEFORE, AFTER, CHOSEN = "#0072B2", "#B84A00", "#222222"
_FILLS = {"input": "#FFF1CC", "learns": "#DCEAF5", "": "#EFEFEF"}
_EDGE, _FRAME, _DETAIL = "#8C8C8C", "#777777", "#4A4A4A"
_TITLE, _SMALL = 13.0, 11.5  # font sizes in pixels
_LINE = 14.5
_TAG = 11.5  # the name of an input or output stands so high above its box
_SHORTER = (
    ("GlobalAverage", "GlobalAvg"),
    ("AveragePooling", "AvgPool"),
    ("MaxPooling", "MaxPool"),
    ("Normalization", "Norm"),
    ("Transpose", "Transp"),
    ("Concatenate", "Concat"),
)


@dataclass(frozen=True)
class Card:
    """What stands in and above the box of a layer; ``fill`` is ``input``, ``learns`` or nothing."""

    title: str
    detail: str
    below: str
    tag: str
    fill: str


class ModelPicture:
    """Draws one page of a model; what is lit moves over it."""

    def __init__(self, page: Axes) -> None:
        self.edges, self.heads = Arrows(_EDGE, 1.1), Arrows(_EDGE)
        self.fills = {kind: Boxes(colour) for kind, colour in _FILLS.items()}
        self.frames = Boxes(_FRAME, frame=0.8)
        self.titles, self.details, self.belows, self.tags = Labels(INK), Labels(_DETAIL), Labels(INK), Labels(INK)
        self.before, self.before_heads = Arrows(BEFORE, 2.6), Arrows(BEFORE)
        self.after, self.after_heads = Arrows(AFTER, 2.6), Arrows(AFTER)
        self.after.set_linestyle((0, (2.2, 1.1)))
        self.before_boxes, self.after_boxes = Boxes(BEFORE, frame=2), Boxes(AFTER, frame=2)
        self.after_boxes.set_linestyle((0, (2.5, 1.2)))
        self.chosen, self.twins = Boxes(CHOSEN, frame=3), Boxes(CHOSEN, frame=1.6)
        self.twins.set_linestyle((0, (1, 1.5)))
        texts = [self.titles, self.details, self.belows, self.tags]
        self._still: list[PathPatch] = [self.edges, self.heads, *self.fills.values(), self.frames, *texts]
        for artist in (*self._still, *self.moving):
            page.add_patch(artist)

    @property
    def moving(self) -> list[PathPatch]:
        """The artists that change from frame to frame, in the order in which they are drawn."""
        arrows = [self.before, self.before_heads, self.after, self.after_heads]
        return [*arrows, self.before_boxes, self.after_boxes, self.twins, self.chosen]

    def show(self, layout: ModelLayout, page: int, cards: Sequence[Card]) -> None:
        """Draw one page of the model, nothing lit. These artists stay still: the stage must be invalidated."""
        here = [node for node, number in enumerate(layout.page) if number == page]
        routes = [piece.route for pieces in layout.pieces for piece in pieces if piece.page == page]
        self.edges.place([curve(route) for route in routes])
        self.heads.place([head(route[-1], 1, 0.8) for route in routes])
        for kind, boxes in self.fills.items():
            self._frame(boxes, layout, [node for node in here if cards[node].fill == kind])
        self._frame(self.frames, layout, here)
        self._write(layout, here, cards)

    def _write(self, layout: ModelLayout, here: list[int], cards: Sequence[Card]) -> None:
        """Two or three lines into each box, the name of an input or output above it."""
        wide, high = layout.box
        three = high >= THREE
        for labels, name, line, size in (
            (self.titles, "title", -1, _TITLE),
            (self.details, "detail", 0, _SMALL),
            (self.belows, "below", 1, _SMALL),
            (self.tags, "tag", 0, _SMALL),
        ):
            shown = [] if name in ("detail", "tag") and not three else here
            tag = name == "tag"
            texts = [fitted(getattr(cards[node], name), (wide + 16 if tag else wide - 5) / size) for node in shown]
            lines = [_LINE * line * (1 if three and cards[node].detail else 0.5) for node in shown]
            shifts = [(0, -high / 2 - _TAG if tag else shift) for shift in lines]
            labels.place(layout.centres[shown] + np.array(shifts).reshape(-1, 2), texts, size)

    def light(
        self,
        layout: ModelLayout,
        page: int,
        chosen: int,
        before: tuple[set[int], set[int]],
        after: tuple[set[int], set[int]],
        twins: Sequence[int],
    ) -> None:
        """Frame the ``chosen`` node and its ``twins``; light nodes and edges ``before`` and ``after`` it."""
        for (nodes, edges), arrows, heads, boxes in (
            (before, self.before, self.before_heads, self.before_boxes),
            (after, self.after, self.after_heads, self.after_boxes),
        ):
            routes = [piece.route for edge in sorted(edges) for piece in layout.pieces[edge] if piece.page == page]
            arrows.place([curve(route) for route in routes])
            heads.place([head(route[-1], 1, 1.1) for route in routes])
            self._frame(boxes, layout, [node for node in sorted(nodes) if layout.page[node] == page])
        self._frame(self.twins, layout, [node for node in twins if layout.page[node] == page], 4)
        self._frame(self.chosen, layout, [chosen], 1)
        for artist in self.moving:  # an empty one takes its time too
            artist.set_visible(len(np.asarray(artist.get_path().vertices)) > 1)

    def _frame(self, boxes: Boxes, layout: ModelLayout, nodes: Sequence[int], wider: float = 0) -> None:
        corners = layout.centres[list(nodes)] - np.array(layout.box) / 2 - wider
        boxes.place(corners, np.tile(np.array(layout.box) + 2 * wider, (len(nodes), 1)))


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
    while text_width(text) > width and len(text) > 2:
        text = text[:-2].rstrip("… ,") + "…"
    return text
