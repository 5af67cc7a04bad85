"""Two panels side by side, losses and their slopes, with a point on each curve; a table of the points below."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from helpers.drawing.boxes import Boxes
from helpers.drawing.labels import MONO, Labels, text_width
from helpers.drawing.numbers import short
from helpers.drawing.strokes import Look, Strokes
from helpers.drawing.style import COLOURS, INK

SIZE = (860, 384)
LEFT, RIGHT = (52, 40, 360, 224), (486, 40, 360, 224)  # left, top, width, height in pixels of the page
TABLE, ROW = 312, 20  # top of the table, height of a row
NAME, COLUMNS = 100, (("loss", 290), ("slope", 390), ("○ least at", 510))  # left edge; names and right edges
TEXT, HAIR = 14, 1 / 1.5  # pixels
LOOKS = {
    "0": Look(COLOURS["blue"], (), "o", 8, 2),
    "1": Look(COLOURS["vermillion"], (7.4, 3.2), "s", 8, 2),
    "2": Look(COLOURS["green"], (12.8, 3.2, 2.0, 3.2), "^", 9, 2),
}


@dataclass(frozen=True)
class Frame:
    """What is written round the panels and in the table's headings, and the limits of the axes."""

    titles: tuple[str, str]
    names: tuple[str, ...]
    columns: int  # of the table
    x_name: str
    x: tuple[float, float]
    ticks: tuple[float, ...]
    y: tuple[tuple[float, float], tuple[float, float]]
    y_ticks: tuple[tuple[float, ...], tuple[float, ...]]


class LossPanels:
    """Curves that move over still axes."""

    def __init__(self, ax: Axes) -> None:
        self._grid, self._words = Boxes("#E2E2E2"), Labels("#444444")
        self.marks, self.table = Boxes("#555555"), Labels(INK, MONO)  # the point's upright line, and the samples
        for artist in (self._grid, self._words, self.marks, self.table):
            ax.add_patch(artist)
        self.strokes = Strokes(LOOKS)
        ax.add_artist(self.strokes)
        self.least = ax.add_line(Line2D([], [], color=INK, ls="", marker="o", ms=7, mfc="white", mew=1.5))
        self.artists: list[Artist] = [self.marks, self.strokes, self.least, self.table]

    def set_frame(self, frame: Frame) -> None:
        """Draw other axes and headings: still things, for ``Stage.invalidate``."""
        self.frame = frame
        grid: list[tuple[float, ...]] = []
        told: list[tuple[float, float, str]] = []
        for number, name in enumerate(frame.names):
            told.append((NAME, TABLE + ROW * (number + 1), name))
        for head, right in COLUMNS[: frame.columns]:
            told.append((right - TEXT * text_width(head), TABLE, head))
        for panel, (left, top, width, height) in enumerate((LEFT, RIGHT)):
            told.append((left, top - 20, frame.titles[panel]))
            told.append((left + width - 7.5 * len(frame.x_name), top + height + 34, frame.x_name))
            for value in frame.ticks:
                x = float(self._x(value, panel))
                grid.append((x, top, HAIR, height))
                told.append((x - TEXT * text_width(short(value)) / 2, top + height + 14, short(value)))
            for value in frame.y_ticks[panel]:
                y = float(self._y(value, panel))
                grid.append((left, y, width, HAIR))
                told.append((left - 10 - TEXT * text_width(short(value)), y, short(value)))
        table = np.array(grid)
        self._grid.place(table[:, :2], table[:, 2:])
        _write(self._words, told)

    def _x(self, values: np.ndarray | float, panel: int) -> np.ndarray:
        left, _top, width, _height = (LEFT, RIGHT)[panel]
        low, high = self.frame.x
        return left + width * (np.asarray(values) - low) / (high - low)

    def _y(self, values: np.ndarray | float, panel: int) -> np.ndarray:
        _left, top, _width, height = (LEFT, RIGHT)[panel]
        low, high = self.frame.y[panel]
        inside = np.where((values >= low) & (values <= high), values, np.nan)  # a line along the edge would be a lie
        return top + height * (high - inside) / (high - low)

    def set_curves(
        self, x: np.ndarray, losses: np.ndarray, slopes: np.ndarray, at: float, here: np.ndarray, sloping: np.ndarray
    ) -> None:
        """Show losses and slopes, both (curves, points), over ``x`` (points,); and a point ``at`` a place of the axis.

        ``here`` and ``sloping`` are loss and slope there, (curves,).
        """
        gap = np.full((len(losses), 1), np.nan)
        across = np.concatenate([self._x(x, 0), [np.nan], self._x(x, 1)])
        down = np.concatenate([self._y(losses, 0), gap, self._y(slopes, 1)], axis=1)
        rows = TABLE + ROW * np.arange(1.0, len(losses) + 1)
        dots = np.array([float(self._x(at, 0)), float(self._x(at, 1)), NAME - 24.0])
        heights = np.column_stack([self._y(here, 0), self._y(sloping, 1), rows])
        self.strokes.set_lines(
            {name: np.column_stack([across, y]) for name, y in zip(LOOKS, down, strict=True)},
            {name: np.column_stack([dots, y]) for name, y in zip(LOOKS, heights, strict=True)},
        )

    def set_least(self, at: Sequence[float], losses: Sequence[float]) -> None:
        """Ring the places where losses are least; none where there are none."""
        self.least.set_data(self._x(np.array(at), 0), self._y(np.array(losses), 0))

    def set_table(self, rows: Sequence[Sequence[float]]) -> None:
        """Write the numbers of each curve in its row, as many as there are columns."""
        told = []
        for number, row in enumerate(rows):
            for value, (_head, right) in zip(row, COLUMNS, strict=False):
                text = short(value)
                told.append((right - TEXT * text_width(text, MONO), TABLE + ROW * (number + 1.0), text))
        _write(self.table, told)

    def set_marks(self, at: float, samples: np.ndarray) -> None:
        """Draw the point's upright line in both panels, and mark ``samples`` (n,) on the axis of the losses."""
        corners = np.empty((2 + len(samples), 2))
        corners[:2] = (self._x(at, 0), LEFT[1]), (self._x(at, 1), RIGHT[1])
        corners[2:, 0], corners[2:, 1] = self._x(samples, 0) - 1.3, LEFT[1] + LEFT[3] - 17
        sizes = np.tile([2.6, 18.0], (len(corners), 1))
        sizes[:2] = HAIR, LEFT[3]
        self.marks.place(corners, sizes)


def _write(labels: Labels, told: list[tuple[float, float, str]]) -> None:
    labels.place(np.array([word[:2] for word in told], float), [word[2] for word in told], TEXT, centred=False)
