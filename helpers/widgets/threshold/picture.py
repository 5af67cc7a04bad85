"""Scores of both classes mirrored at a line, their confusion matrix beside them, a curve with a moving point."""

import math

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike

from helpers.drawing.boxes import Boxes
from helpers.drawing.fonts import MONO
from helpers.drawing.labels import Labels, Text, centred, ending, text_width
from helpers.drawing.page import add
from helpers.drawing.strokes import Look, Strokes
from helpers.drawing.style import COLOURS, INK
from helpers.widgets.threshold.model import Evaluation
from helpers.words import N_, NP_, _

SIZE = (900, 384)
SCORES = (34, 46, 320, 220)  # left, top, width, height in pixels of the page
MATRIX = (440, 66, 72, 90)  # left, top, width and height of one of its four cells
CURVE = (660, 46, 220, 220)
MEASURES = ((34, 332), (34, 362), (440, 332), (440, 362))  # where each measure begins
MEASURE_NUMBERS = 196  # further to the right
TEXT, NUMBER, HAIR = 14, 16, 1 / 1.5  # pixels
BARS = {"found": "#0072B2", "missed": "#9CC5E2", "alarm": "#B35806", "rest": "#F0C896"}  # dark: the answer is yes
AXES = {"ROC": (N_("1 − specificity"), N_("recall")), "precision-recall": (N_("recall"), N_("precision"))}
SHARES = (0, 0.25, 0.5, 0.75, 1)  # marked on the axes
LOOKS = {
    "chance": Look("#888888", (4, 4), "o", 1, 1),
    "curve": Look(INK, (), "o", 11, 2),
    "threshold": Look(COLOURS["vermillion"], (), "o", 1, 2),
}


class ThresholdPicture:
    """Bars, counts and a point that move over still axes."""

    def __init__(self, page: Axes) -> None:
        self._grid, self._words, self._corners = Boxes("#DDDDDD"), Labels("#444444"), Labels("#777777")
        self.cells = {True: Boxes("#E4EFF7"), False: Boxes("#FBEBD9")}  # right answers and wrong ones
        self.bars = {name: Boxes(colour) for name, colour in BARS.items()}
        self.numbers, self.heads = Labels(INK, MONO), Labels("#444444")
        self.strokes = Strokes(LOOKS)
        add(page, self._grid, self._words, *self.cells.values(), self._corners)
        self.moving = add(page, *self.bars.values(), self.strokes, self.numbers, self.heads)
        self._draw_matrix()
        self._draw_axes()

    def show(self, result: Evaluation) -> None:
        """Move bars, counts, curve and point."""
        self._draw_scores(result.bars, result.threshold)
        self._draw_curve(result)
        self._write_heads(result)
        self._write_numbers(result)

    def _draw_matrix(self) -> None:
        left, top, width, height = MATRIX
        for kind, down in ((True, (height, 0)), (False, (0, height))):
            corners = [(left + width * side + 1.5, top + down[side] + 1.5) for side in range(2)]
            self.cells[kind].place(corners, (width - 3, height - 3))
        self._words.write(_names(), TEXT)
        self._corners.write(_corners(), TEXT)

    def _draw_axes(self) -> None:
        """Draw the grids and the numbers along the axes."""
        grid: list[tuple[float, ...]] = []
        texts: list[Text] = [(SCORES[0], 20, _("label 1 up, label 0 down; dark: said yes"))]
        for left, top, width, height in (SCORES, CURVE):
            for value in SHARES:
                grid.append((left + value * width, top, HAIR, height))
                texts.append(centred(left + value * width, top + height + 15, f"{value:g}", TEXT))
        left, top, width, height = SCORES
        grid.append((left, top + height / 2, width, 2 * HAIR))
        texts.append(ending(left + width, top + height + 35, _("probability"), TEXT))
        left, top, width, height = CURVE
        for value in SHARES:
            grid.append((left, top + (1 - value) * height, width, HAIR))
            texts.append(ending(left - 8, top + (1 - value) * height, f"{value:g}", TEXT))
        self._words.write([*self._words.texts, *texts], TEXT)
        self._grid.place_rows(grid)

    def _write_heads(self, result: Evaluation) -> None:
        """Name the axes of the curve; say of how many the matrix is, and what area the ROC curve has under it."""
        left, top, width, height = CURVE
        right = left + width
        across, up = map(_, AXES[result.curve])
        area = f"AUC {result.auc:.3f}" if result.curve == "ROC" else ""
        whole = (MATRIX[0], 20, _("confusion matrix, of {count}").format(count=f"{round(result.counts.all):,}"))
        below = ending(right, top + height + 35, across, TEXT)
        self.heads.write([(left, 20, up), whole, ending(right, 20, area, TEXT), below], TEXT)

    def _draw_scores(self, heights: np.ndarray, threshold: float) -> None:
        """Show (2, bins) bars, label 1 above the line and label 0 below it, 1 the highest."""
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

    def _draw_curve(self, result: Evaluation) -> None:
        """Show the curve, its point, what guessing gives (the diagonal, or the prevalence); and the threshold."""
        at, (_left, top, _width, height) = SCORES[0] + SCORES[2] * result.threshold, SCORES
        ends = [0.0, 1.0] if result.curve == "ROC" else [result.counts.prevalence] * 2
        lines = {
            "chance": _on_curve([0, 1], ends),
            "curve": _on_curve(result.x, result.y),
            "threshold": np.array([[at, top - 8], [at, top + height + 4]]),
        }
        point = _on_curve(*np.transpose([result.point]))
        self.strokes.set_lines(lines, {"curve": point[np.isfinite(point).all(axis=1)]})

    def _write_numbers(self, result: Evaluation) -> None:
        """Write TP, FP, TN and FN into the matrix, and the four measures."""
        left, top, width, height = MATRIX
        counts = result.counts
        cells = (
            (1.5, 0.5, counts.true_positives),
            (1.5, 1.5, counts.false_positives),
            (0.5, 1.5, counts.true_negatives),
            (0.5, 0.5, counts.false_negatives),
        )
        texts = [(left + width * x, top + height * y + 8, count(cell)) for x, y, cell in cells]
        measures = (counts.precision, counts.recall, counts.specificity, counts.accuracy)
        for (x, y), value in zip(MEASURES, map(share, measures), strict=True):
            texts.append((x + MEASURE_NUMBERS + NUMBER * text_width(value, MONO) / 2, y, value))
        self.numbers.write(texts, NUMBER, centred=True)


def count(value: float) -> str:
    """Write a count: whole numbers as such, expected ones below 100 with a digit behind the point."""
    return f"{value:,.0f}" if value == round(value) or value >= 99.95 else f"{value:.1f}"


def share(value: float) -> str:
    """Write a share with three digits; – where there is none."""
    return "–" if math.isnan(value) else f"{value:.3f}"


def _on_curve(x: ArrayLike, y: ArrayLike) -> np.ndarray:
    """Pixels (points, 2) of shares in the panel of the curve."""
    left, top, width, height = CURVE
    return np.column_stack([left + width * np.asarray(x), top + height * (1 - np.asarray(y))])


def _names() -> list[Text]:
    """Headings of the matrix, the two rows of labels, the names and formulas of the measures."""
    left, top, width, height = MATRIX
    texts = [
        centred(left + width * (column + 0.5), top - 14.0, name, TEXT)
        for column, name in enumerate((_("said no"), _("said yes")))
    ]
    for row, name in enumerate((_("label 1"), _("label 0"))):
        texts.append(ending(left - 12, top + height * (row + 0.5), name, TEXT))
    formulas = (
        _("precision") + "  TP/(TP+FP)",
        _("recall") + "  TP/(TP+FN)",
        _("specificity") + "  TN/(TN+FP)",
        _("accuracy") + "  (TP+TN)/" + _(NP_("count", "all")),
    )
    return [*texts, *((x, y, name) for (x, y), name in zip(MEASURES, formulas, strict=True))]


def _corners() -> list[Text]:
    """TP, FP, TN and FN, in the four parts of the scores and in the four cells of the matrix."""
    left, top, width, height = SCORES
    texts: list[Text] = []
    for name, x, y in (("FN", 0, 0), ("TP", 1, 0), ("TN", 0, 1), ("FP", 1, 1)):
        at = top + height - 10 if y else top + 10
        texts.append(ending(left + width - 6, at, name, TEXT) if x else (left + 6, at, name))
        texts.append(centred(MATRIX[0] + MATRIX[2] * (x + 0.5), MATRIX[1] + MATRIX[3] * (y + 0.5) - 18, name, TEXT))
    return texts
