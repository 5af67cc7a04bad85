"""Two panels side by side, losses and their slopes, with a point on each curve; a table of the points below."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from helpers.drawing.boxes import Boxes
from helpers.drawing.fonts import MONO
from helpers.drawing.labels import Labels, Text, centred, ending
from helpers.drawing.numbers import short
from helpers.drawing.page import add
from helpers.drawing.strokes import Look, Strokes
from helpers.drawing.style import COLOURS, INK
from helpers.widgets.loss.model import Result
from helpers.words import N_, _

SIZE = (860, 384)
LEFT, RIGHT = (52, 40, 340, 224), (486, 40, 360, 224)  # left, top, width, height in pixels of the page
TABLE, ROW = 312, 20  # top of the table, height of a row
NAME, COLUMNS = (
    100,
    ((N_("loss"), 290), (N_("slope"), 390), (N_("○ least at"), 510)),
)  # left edge; names and right edges
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
    units: tuple[float, float, float] = (1, 1, 1)  # of each loss, in one unit of the left panel's axis

    @property
    def grid(self) -> np.ndarray:
        """The places on the axis at which curves are drawn: (points,)."""
        return np.linspace(*self.x, 111)


FRAMES = {
    "constant": Frame(
        titles=(N_("loss of answering c (MSE on the right axis)"), N_("slope of the loss")),
        names=("MSE", "MAE", "Huber"),
        columns=3,
        x_name="c",
        x=(-2.0, 20.0),
        ticks=(0, 5, 10, 15, 20),
        y=((-2.0, 21.0), (-11.0, 11.0)),
        y_ticks=((0, 5, 10, 15, 20), (-10, -5, 0, 5, 10)),
        units=(20, 1, 1),
    ),
    "score": Frame(
        titles=(N_("loss of the score z, p = sigmoid(z)"), N_("slope of the loss")),
        names=(N_("cross-entropy"), N_("squared error"), N_("wrong sign")),
        columns=2,
        x_name="z",
        x=(-8.0, 8.0),
        ticks=(-8, -4, 0, 4, 8),
        y=((-8.2, 8.2), (-1.1, 1.1)),
        y_ticks=((-8, -4, 0, 4, 8), (-1, -0.5, 0, 0.5, 1)),
    ),
}


class LossPicture:
    """Curves that move over still axes."""

    def __init__(self, page: Axes) -> None:
        self._grid, self._words = Boxes("#E2E2E2"), Labels("#444444")
        self.marks, self.table = Boxes("#555555"), Labels(INK, MONO)  # the point's upright line, and the samples
        self.strokes = Strokes(LOOKS)
        self.least = Line2D([], [], color=INK, ls="", marker="o", ms=7, mfc="white", mew=1.5)
        add(page, self._grid, self._words)
        self.moving = add(page, self.marks, self.strokes, self.least, self.table)
        self._draw_frame(FRAMES["constant"])

    def show(self, result: Result) -> bool:
        """Move curves and points; other axes only for the other mode."""
        curves, frame = list(result.curves.values()), FRAMES[result.mode]
        other = self.frame is not frame
        if other:
            self._draw_frame(frame)
        losses, slopes = np.array([curve.loss for curve in curves]), np.array([curve.slope for curve in curves])
        heights = losses / np.array(frame.units)[:, None]
        self._draw_curves(heights, slopes, result.at)
        best = [curve.best for curve in curves if curve.best is not None]
        lowest = [np.interp(at, frame.grid, loss[:-1]) for at, loss in zip(best, heights, strict=False)]
        self.least.set_data(self._x(np.array(best), 0), self._y(np.array(lowest), 0))
        points = np.column_stack([losses[:, -1], slopes[:, -1]]).tolist()
        self._write_table([[*point, *best[i : i + 1]] for i, point in enumerate(points)])
        self._draw_marks(result.at, result.values)
        return other

    def _draw_frame(self, frame: Frame) -> None:
        """Draw other axes and headings, which then stand still."""
        self.frame = frame
        grid: list[tuple[float, ...]] = []
        texts: list[Text] = []
        for number, name in enumerate(frame.names):
            texts.append((NAME, TABLE + ROW * (number + 1), _(name)))
        for head, right in COLUMNS[: frame.columns]:
            texts.append(ending(right, TABLE, _(head), TEXT))
        for panel, (left, top, width, height) in enumerate((LEFT, RIGHT)):
            texts.append((left, top - 20, _(frame.titles[panel])))
            between = float(self._x(sum(frame.ticks[2:4]) / 2, panel))
            texts.append(centred(between, top + height + 14, frame.x_name, TEXT))
            for value in frame.ticks:
                x = float(self._x(value, panel))
                grid.append((x, top, HAIR, height))
                texts.append(centred(x, top + height + 14, short(value), TEXT))
            for value in frame.y_ticks[panel]:
                y = float(self._y(value, panel))
                grid.append((left, y, width, HAIR))
                texts.append(ending(left - 10, y, short(value), TEXT))
                if panel == 0 and frame.units[0] != 1:
                    texts.append((left + width + 6, y, short(value * frame.units[0])))
        self._grid.place_rows(grid)
        self._words.write(texts, TEXT)

    def _x(self, values: np.ndarray | float, panel: int) -> np.ndarray:
        left, _top, width, _height = (LEFT, RIGHT)[panel]
        low, high = self.frame.x
        return left + width * (np.asarray(values) - low) / (high - low)

    def _y(self, values: np.ndarray | float, panel: int) -> np.ndarray:
        _left, top, _width, height = (LEFT, RIGHT)[panel]
        low, high = self.frame.y[panel]
        inside = np.where((values >= low) & (values <= high), values, np.nan)  # a line along the edge would be a lie
        return top + height * (high - inside) / (high - low)

    def _draw_curves(self, losses: np.ndarray, slopes: np.ndarray, at: float) -> None:
        """Show losses and slopes, both (curves, points + 1), over the grid; the last point of each stands ``at``."""
        x = self.frame.grid
        gap = np.full((len(losses), 1), np.nan)
        across = np.concatenate([self._x(x, 0), [np.nan], self._x(x, 1)])
        down = np.concatenate([self._y(losses[:, :-1], 0), gap, self._y(slopes[:, :-1], 1)], axis=1)
        rows = TABLE + ROW * np.arange(1.0, len(losses) + 1)
        dots = np.array([float(self._x(at, 0)), float(self._x(at, 1)), NAME - 24.0])
        heights = np.column_stack([self._y(losses[:, -1], 0), self._y(slopes[:, -1], 1), rows])
        self.strokes.set_lines(
            {name: np.column_stack([across, y]) for name, y in zip(LOOKS, down, strict=True)},
            {name: np.column_stack([dots, y]) for name, y in zip(LOOKS, heights, strict=True)},
        )

    def _write_table(self, rows: Sequence[Sequence[float]]) -> None:
        """Write the numbers of each curve in its row, as many as there are columns."""
        texts = []
        for number, row in enumerate(rows):
            for value, (_head, right) in zip(row, COLUMNS, strict=False):
                texts.append(ending(right, TABLE + ROW * (number + 1.0), short(value), TEXT, MONO))
        self.table.write(texts, TEXT)

    def _draw_marks(self, at: float, samples: np.ndarray) -> None:
        """Draw the point's upright line in both panels, and mark ``samples`` (n,) on the axis of the losses."""
        rows = [(float(self._x(at, panel)), top, HAIR, high) for panel, (_, top, _, high) in enumerate((LEFT, RIGHT))]
        below = LEFT[1] + LEFT[3] - 17
        self.marks.place_rows([*rows, *((x - 1.3, below, 2.6, 18) for x in self._x(samples, 0).tolist())])
