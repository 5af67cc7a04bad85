"""Calls of a `tf.function` one below the other, the graphs beside them, an arrow from each call to its graph."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from helpers.drawing.arrows import Arrows, curve, head
from helpers.drawing.boxes import Boxes
from helpers.drawing.labels import MONO, Labels
from helpers.drawing.style import COLOURS, INK

SIZE = (900, 366)
TOP, PITCH = 84, 48  # the middle of the first row, pixels from row to row
CALL, TRACED, RUN, RESULT = 22, 306, 396, 480  # where the columns begin
ARROW, GRAPH, WIDTH, HEIGHT = (620, 690), 692, 188, 40
TEXT, SMALL = 14, 13  # pixels
_HEADS = (
    (CALL, 22, "call of square(x)"),
    (TRACED, 22, "print"),
    (RUN, 22, "tf.print"),
    (RESULT, 22, "returns"),
)
_BELOW = ((TRACED, 41, "per graph"), (RUN, 41, "per run"))


@dataclass(frozen=True)
class Row:
    """One call as it is written; ``graph`` is the row whose call made its graph, None where it was refused."""

    call: str
    traced: str
    run: str
    result: str
    graph: int | None
    new: bool


@dataclass(frozen=True)
class Box:
    """A graph in the row of the call that made it: what it was made for, and who runs it."""

    row: int
    kind: str
    runs: str


class TracePicture:
    """Words, boxes and arrows that change over still headings."""

    def __init__(self, page: Axes) -> None:
        still, faint = Labels("#444444"), Labels("#6b6b6b")
        _write(still, _HEADS, TEXT)
        _write(faint, _BELOW, SMALL)
        lines = Boxes("#E2E2E2")
        edges = np.array([[CALL, TOP + PITCH * (row - 0.5)] for row in range(7)])
        lines.place(edges, np.tile([ARROW[0] - 10 - CALL, 1 / 1.5], (7, 1)))
        self.graphs, self.frames = Boxes("#E4EFF7"), Boxes(COLOURS["blue"], 1.2)
        self.new, self.new_heads = Arrows(COLOURS["vermillion"], 2.0), Arrows(COLOURS["vermillion"])
        self.reuse, self.reuse_heads = Arrows(COLOURS["blue"], 1.4), Arrows(COLOURS["blue"])
        self.reuse.set_linestyle((0, (3.5, 2.5)))
        self.words, self.traced = Labels(INK, MONO), Labels("#B34700", MONO)
        self.notes = Labels("#444444")
        for background in (still, faint, lines):
            page.add_patch(background)
        self.artists: list[Artist] = [self.graphs, self.frames, self.reuse, self.new, self.reuse_heads, self.new_heads]
        self.artists += [self.words, self.traced, self.notes]
        for artist in self.artists:
            page.add_patch(artist)  # type: ignore[arg-type]

    def update(self, rows: Sequence[Row], boxes: Sequence[Box], told: str) -> None:
        """Show the calls, the graphs and, above these, ``told``."""
        plain, traced = [], []
        for number, row in enumerate(rows):
            y = TOP + PITCH * number
            plain += [(CALL, y, row.call), (RUN, y, row.run)]
            traced.append((TRACED, y, row.traced))
            (plain if row.graph is not None else traced).append((RESULT, y, row.result))
        for box in boxes:
            plain.append((GRAPH + 10, TOP + PITCH * box.row - 9, box.kind))
        _write(self.words, plain, TEXT)
        _write(self.traced, traced, TEXT)
        _write(self.notes, [(GRAPH, 22, told), *((GRAPH + 10, TOP + PITCH * b.row + 9, b.runs) for b in boxes)], SMALL)
        corners = np.array([[GRAPH, TOP + PITCH * box.row - HEIGHT / 2] for box in boxes]).reshape(-1, 2)
        for artist in (self.graphs, self.frames):
            artist.place(corners, np.tile([WIDTH, HEIGHT], (len(boxes), 1)))
        self._arrows(rows)

    def _arrows(self, rows: Sequence[Row]) -> None:
        """A straight arrow to the graph that a call made; a bent one, lower at its box, to one made before."""
        lines: dict[bool, list] = {True: [], False: []}
        heads: dict[bool, list] = {True: [], False: []}
        for number, row in enumerate(rows):
            if row.graph is None:
                continue
            start = np.array([ARROW[0], TOP + PITCH * number])
            tip = np.array([ARROW[1], TOP + PITCH * row.graph + (0 if row.new else 11)])
            lines[row.new].append(curve(np.array([start, tip - [8, 0]])))
            heads[row.new].append(head(tip, 1))
        self.new.place(lines[True])
        self.new_heads.place(heads[True])
        self.reuse.place(lines[False])
        self.reuse_heads.place(heads[False])


def _write(labels: Labels, told: Sequence[tuple[float, float, str]], size: float) -> None:
    labels.place(np.array([place[:2] for place in told], float).reshape(-1, 2), [t[2] for t in told], size, False)
