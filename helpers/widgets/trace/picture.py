"""Calls of a `tf.function` one below the other, the graphs beside them, an arrow from each call to its graph."""

import numpy as np
from matplotlib.axes import Axes

from helpers.drawing.arrows import Arrows, curve, head
from helpers.drawing.boxes import Boxes
from helpers.drawing.fonts import MONO
from helpers.drawing.labels import Labels
from helpers.drawing.page import add
from helpers.drawing.style import COLOURS, INK
from helpers.widgets.trace.model import Graph, Outcome, Tracing
from helpers.words import N_, _

SIZE = (900, 366)
TOP, PITCH = 84, 48  # the middle of the first row, pixels from row to row
CALL, TRACED, RUN, RESULT = 22, 306, 396, 480  # where the columns begin
ARROW, GRAPH, WIDTH, HEIGHT = (620, 690), 692, 188, 40
TEXT, SMALL = 14, 13  # pixels
_HEADS = (
    (CALL, 22, N_("call of square(x)")),
    (TRACED, 22, "print"),
    (RUN, 22, "tf.print"),
    (RESULT, 22, N_("returns")),
)
_BELOW = ((TRACED, 41, N_("per graph")), (RUN, 41, N_("per run")))


class TracePicture:
    """Words, boxes and arrows that change over still headings."""

    def __init__(self, page: Axes) -> None:
        still, faint = Labels("#444444"), Labels("#6b6b6b")
        still.write([(x, y, _(text)) for x, y, text in _HEADS], TEXT)
        faint.write([(x, y, _(text)) for x, y, text in _BELOW], SMALL)
        lines = Boxes("#E2E2E2")
        lines.place([(CALL, _middle(row) - PITCH / 2) for row in range(7)], (ARROW[0] - 10 - CALL, 1 / 1.5))
        self.graphs, self.frames = Boxes("#E4EFF7"), Boxes(COLOURS["blue"], 1.2)
        self.new, self.new_heads = Arrows(COLOURS["vermillion"], 2.0), Arrows(COLOURS["vermillion"])
        self.reuse, self.reuse_heads = Arrows(COLOURS["blue"], 1.4), Arrows(COLOURS["blue"])
        self.reuse.set_linestyle((0, (3.5, 2.5)))
        self.words, self.traced = Labels(INK, MONO), Labels("#B34700", MONO)
        self.notes = Labels("#444444")
        add(page, still, faint, lines)
        self.moving = add(page, self.graphs, self.frames, self.reuse, self.new, self.reuse_heads, self.new_heads)
        self.moving += add(page, self.words, self.traced, self.notes)

    def show(self, result: Tracing) -> None:
        """Write the calls, place each graph in the row of the call that made it, draw an arrow from call to graph."""
        plain, marked = [], []
        for row, outcome in enumerate(result.outcomes):
            y = _middle(row)
            plain.append((CALL, y, f"{row + 1}  {'–' if outcome is None else outcome.argument.code}"))
            if outcome is None:
                continue
            if outcome.value is None:
                marked.append((RESULT, y, "TypeError"))
                continue
            returned = f"{_printed(outcome.result)} {outcome.dtype}"
            plain += [(RUN, y, _seen(outcome)), (RESULT, y, returned)]
            if outcome.new:
                marked.append((TRACED, y, _("tracing")))
        made = _("graphs: {graphs}, runs: {runs}").format(graphs=len(result.graphs), runs=result.runs)
        notes = [(GRAPH, 22.0, made)]
        corners = []
        for number, graph in enumerate(result.graphs):
            calls = [str(call + 1) for call in result.users(number)]
            y = _middle(result.users(number)[0])
            corners.append((GRAPH, y - HEIGHT / 2))
            plain.append((GRAPH + 10, y - 9, _kind(graph)))
            users = _("graph {number} ← call {calls}").format(number=number + 1, calls=" ".join(calls))
            notes.append((GRAPH + 10, y + 9, users))
        self.words.write(plain, TEXT)
        self.traced.write(marked, TEXT)
        self.notes.write(notes, SMALL)
        for boxes in (self.graphs, self.frames):
            boxes.place(corners, (WIDTH, HEIGHT))
        self._draw_arrows(result)

    def _draw_arrows(self, result: Tracing) -> None:
        """A straight arrow to the graph that a call made; a bent one, lower at its box, to one made before."""
        for new, lines, heads in ((True, self.new, self.new_heads), (False, self.reuse, self.reuse_heads)):
            ends = []
            for number in range(len(result.graphs)):
                maker, *users = result.users(number)
                tip = np.array([ARROW[1], _middle(maker) + (0 if new else 11)])
                ends += [(np.array([ARROW[0], _middle(row)]), tip) for row in ([maker] if new else users)]
            lines.place([curve(np.array([start, tip - [8, 0]])) for start, tip in ends])
            heads.place([head(tip, 1) for _start, tip in ends])


def _middle(row: int) -> float:
    return TOP + PITCH * row


def _seen(outcome: Outcome) -> str:
    """What `tf.print` writes of x: a tensor's value, or a Python number as Python does."""
    return repr(outcome.value) if outcome.argument.dtype is None else _printed(outcome.value)


def _printed(value: float | tuple[float, ...] | None) -> str:
    """A tensor's value as TensorFlow prints it."""
    return f"[{' '.join(f'{number:g}' for number in value)}]" if isinstance(value, tuple) else f"{value:g}"


def _kind(graph: Graph) -> str:
    """What the graph was made for, in the notation of a tf.TensorSpec."""
    if graph.number is not None:
        return f"x = {graph.number!r} (Python)"
    shape = _("any shape") if graph.shape is None else graph.shape
    return f"x: {graph.dtype} {shape}"
