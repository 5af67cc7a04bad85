"""Scores of both classes mirrored at a line, their confusion matrix beside them, a curve with a moving point."""

from collections.abc import Sequence

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from helpers.drawing.boxes import Boxes
from helpers.drawing.labels import MONO, Labels, text_width
from helpers.drawing.strokes import Look, Strokes
from helpers.drawing.style import COLOURS, INK

SIZE = (900, 384)
SCORES = (34, 46, 320, 220)  # left, top, width, height in pixels of the page
MATRIX = (440, 66, 72, 90)  # left, top, width and height of one of its four cells
CURVE = (660, 46, 220, 220)
MEASURES = ((34, 332), (34, 362), (440, 332), (440, 362))  # where each measure begins
MEASURE_NUMBERS = 196  # further to the right
TEXT, NUMBER, HAIR = 14, 16, 1 / 1.5  # pixels
YES, NO = ("#0072B2", "#9CC5E2"), ("#B35806", "#F0C896")  # label 1, label 0: said right, said wrong
LOOKS = {
    "chance": Look("#888888", (4, 4), "o", 1, 1),
    "curve": Look(INK, (), "o", 11, 2),
    "threshold": Look(COLOURS["vermillion"], (), "o", 1, 2),
}


class ThresholdPanels:
    """Bars, counts and a point that move over still axes."""

    def __init__(self, ax: Axes) -> None:
        self._grid, self._words, self._corners = Boxes("#DDDDDD"), Labels("#444444"), Labels("#777777")
        self.bars = {name: Boxes(colour) for name, colour in zip(_BARS, (*YES, *NO), strict=True)}
        self.cells = {True: Boxes("#E4EFF7"), False: Boxes("#FBEBD9")}
        self.numbers, self.heads = Labels(INK, MONO), Labels("#444444")
        self.strokes = Strokes(LOOKS)
        for artist in (self._grid, self._words, *self.cells.values(), self._corners, *self.bars.values()):
            ax.add_patch(artist)
        ax.add_patch(self.numbers)
        ax.add_patch(self.heads)
        ax.add_artist(self.strokes)
        self.artists: list[Artist] = [*self.bars.values(), self.strokes, self.numbers, self.heads]
        self._draw_matrix()
        self._draw_axes()

    def _draw_matrix(self) -> None:
        left, top, width, height = MATRIX
        right = np.array([[left + width, top], [left, top + height]], float)
        wrong = np.array([[left, top], [left + width, top + height]], float)
        for kind, corners in ((True, right), (False, wrong)):
            self.cells[kind].place(corners + 1.5, np.tile([width - 3.0, height - 3.0], (2, 1)))

    def set_heads(self, across: str, up: str, matrix: str, area: str) -> None:
        """Name the axes of the curve, ``across`` and ``up``; write ``matrix`` and ``area`` above matrix and curve."""
        left, top, width, height = CURVE
        right = left + width
        told = [(left, 20, up), (MATRIX[0], 20, matrix), (right - TEXT * text_width(area), 20, area)]
        _write(self.heads, [*told, (right - TEXT * text_width(across), top + height + 35, across)])

    def _draw_axes(self) -> None:
        """Draw the still things: grids, numbers along the axes, names."""
        grid: list[tuple[float, ...]] = []
        told: list[tuple[float, float, str]] = [(SCORES[0], 20, "label 1 up, label 0 down; dark: said yes")]
        for left, top, width, height in (SCORES, CURVE):
            for share in (0, 0.25, 0.5, 0.75, 1):
                name = f"{share:g}"
                grid.append((left + share * width, top, HAIR, height))
                told.append((left + share * width - TEXT * text_width(name) / 2, top + height + 15, name))
        left, top, width, height = SCORES
        grid.append((left, top + height / 2, width, 2 * HAIR))
        told.append((left + width - TEXT * text_width("probability"), top + height + 35, "probability"))
        left, top, width, height = CURVE
        for share in (0, 0.25, 0.5, 0.75, 1):
            name = f"{share:g}"
            grid.append((left, top + (1 - share) * height, width, HAIR))
            told.append((left - 8 - TEXT * text_width(name), top + (1 - share) * height, name))
        _write(self._words, [*told, *_names()])
        _write(self._corners, _corners())
        table = np.array(grid)
        self._grid.place(table[:, :2], table[:, 2:])

    def set_scores(self, heights: np.ndarray, threshold: float) -> None:
        """Show (2, bins) bars, label 1 above the line and label 0 below it, 1 the highest; mark the threshold."""
        left, top, width, height = SCORES
        bins, middle, tall = heights.shape[1], top + height / 2, height / 2 - 24
        edges = np.linspace(0, 1, bins + 1)
        cut = np.clip(threshold, edges[:-1], edges[1:])  # the bin in which the threshold lies is of two colours
        for label, names in ((0, ("found", "missed")), (1, ("alarm", "rest"))):
            size = tall * heights[label]
            upper = middle - size if label == 0 else np.full(bins, middle + 2 * HAIR)
            for name, start, end in ((names[0], cut, edges[1:]), (names[1], edges[:-1], cut)):
                x, wide = left + width * start, np.maximum(width * (end - start) - HAIR, 0)
                shown = (size > 0) & (wide > 0)
                self.bars[name].place(np.column_stack([x, upper])[shown], np.column_stack([wide, size])[shown])
        at = left + width * threshold
        self._threshold = np.array([[at, top - 8], [at, top + height + 4]])

    def set_curve(self, x: np.ndarray, y: np.ndarray, chance: float | None, point: tuple[float, float]) -> None:
        """Show the curve, its point, and what guessing gives: a level, or the diagonal where ``chance`` is None."""
        left, top, width, height = CURVE
        ends = (0.0, 1.0) if chance is None else (chance, chance)
        lines = {
            "chance": np.array([[left, top + height * (1 - ends[0])], [left + width, top + height * (1 - ends[1])]]),
            "curve": np.column_stack([left + width * x, top + height * (1 - y)]),
            "threshold": self._threshold,
        }
        at = np.array([[left + width * point[0], top + height * (1 - point[1])]])
        self.strokes.set_lines(lines, {"curve": at[np.isfinite(at).all(axis=1)]})

    def set_numbers(self, counts: Sequence[str], measures: Sequence[str]) -> None:
        """Write TP, FP, TN and FN into the matrix, and the four measures."""
        left, top, width, height = MATRIX
        cells = ((1.5, 0.5), (1.5, 1.5), (0.5, 1.5), (0.5, 0.5))
        points = [(left + width * x, top + height * y + 8) for x, y in cells]
        points += [
            (x + MEASURE_NUMBERS + NUMBER * text_width(text, MONO) / 2, y)
            for (x, y), text in zip(MEASURES, measures, strict=True)
        ]
        self.numbers.place(np.array(points), [*counts, *measures], NUMBER)


_BARS = ("found", "missed", "alarm", "rest")


def _names() -> list[tuple[float, float, str]]:
    """Headings of the matrix, the two rows of labels, the names and formulas of the measures."""
    left, top, width, height = MATRIX
    told = [
        (left + width * (column + 0.5) - TEXT * text_width(name) / 2, top - 14.0, name)
        for column, name in enumerate(("said no", "said yes"))
    ]
    for row, name in enumerate(("label 1", "label 0")):
        told.append((left - 12 - TEXT * text_width(name), top + height * (row + 0.5), name))
    formulas = ("precision  TP/(TP+FP)", "recall  TP/(TP+FN)", "specificity  TN/(TN+FP)", "accuracy  (TP+TN)/all")
    return [*told, *((x, y, name) for (x, y), name in zip(MEASURES, formulas, strict=True))]


def _corners() -> list[tuple[float, float, str]]:
    """TP, FP, TN and FN, in the four parts of the scores and in the four cells of the matrix."""
    left, top, width, height = SCORES
    told: list[tuple[float, float, str]] = []
    for name, x, y in (("FN", 0, 0), ("TP", 1, 0), ("TN", 0, 1), ("FP", 1, 1)):
        side = left + 6 if not x else left + width - 6 - TEXT * text_width(name)
        told.append((side, top + 10 if not y else top + height - 10, name))
        cell = (MATRIX[0] + MATRIX[2] * (x + 0.5), MATRIX[1] + MATRIX[3] * (y + 0.5) - 18)
        told.append((cell[0] - TEXT * text_width(name) / 2, cell[1], name))
    return told


def _write(labels: Labels, told: Sequence[tuple[float, float, str]]) -> None:
    labels.place(np.array([word[:2] for word in told], float), [word[2] for word in told], TEXT, centred=False)
