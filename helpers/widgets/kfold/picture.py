"""The targets of the rows, a strip of all rows for each fold, and the mean target beside it."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import ListedColormap

from helpers.drawing import COLOURS, Boxes, Labels, Pixels
from helpers.drawing.page import add
from helpers.drawing.style import INK
from helpers.widgets.kfold.model import Folds
from helpers.words import _

ROWS = (76, 420)  # left end and width of the rows, in pixels
TARGETS = (44, 72)  # top and height of their targets
FOLDS = (160, 216)  # top and height of all folds
MEANS, SCORES = 664, 858  # left end of the mean targets; middle of the scores
TRAIN, VALIDATE, PALE, GREY = "#BFD9EA", COLOURS["vermillion"], "#EFEFEF", "#8A8A8A"
COLOURMAP = ListedColormap(["#00000000", GREY, TRAIN, VALIDATE])  # of the values 0 to 3; 0 is empty
LINES = 9  # lines of pixels in a strip and the space around it
SIZE = 14  # pixels


class KFoldPicture:
    """Bars of targets over strips of folds, both with a column of pixels for each row, or a few with a gap."""

    def __init__(self, page: Axes, with_scores: bool) -> None:
        self.means_end = 806 if with_scores else 876
        self._draw_headings(page)
        self.bars = Pixels((ROWS[0], TARGETS[0], ROWS[1], TARGETS[1]), COLOURMAP, most=3)
        self.strips = Pixels((ROWS[0], FOLDS[0], ROWS[1], FOLDS[1]), COLOURMAP, most=3)
        self.chosen, self.axis, self.dots = Boxes(PALE), Boxes(GREY), Boxes(VALIDATE)
        self.names, self.numbers = Labels(INK), Labels(INK)
        boxes = self.chosen, self.bars, self.strips, self.axis, self.dots
        self.moving = add(page, *boxes, self.names, self.numbers)

    @staticmethod
    def _draw_headings(page: Axes) -> None:
        y = FOLDS[0] - 18
        words: dict[str, Any] = {"va": "center", "fontsize": 10.5, "color": INK}
        page.text(ROWS[0], 24, _("target of each row"), **words)
        for x, colour, name in ((ROWS[0], TRAIN, _("train")), (ROWS[0] + 80, VALIDATE, _("validate"))):
            swatch = Boxes(colour)
            swatch.place((x, y - 6), 12)
            add(page, swatch)
            page.text(x + 18, y, name, **words)
        page.text(562, y, _("train"), ha="right", **words)
        page.text(632, y, _("validate"), ha="right", **words)
        page.text(MEANS, y, _("mean target"), **words)

    def show(self, folds: Folds) -> None:
        """Show the targets, one strip for each fold, and the numbers and the mean beside it."""
        k, n = len(folds.sizes), len(folds.targets)
        step = FOLDS[1] / k
        middles = FOLDS[0] + (np.arange(k) + 0.5) * step
        self.chosen.place((8, middles[folds.fold - 1] - step / 2), (884, step))
        finer = 12 if n <= 60 else 1
        row = np.repeat(np.arange(n), finer)  # the row that stands in each column of the pictures
        seen = (np.arange(len(row)) % finer > 0) | (finer == 1)  # few rows: a gap before each
        self._draw_targets(folds, row, seen)
        self._draw_strips(folds, row, seen)
        self._draw_means(folds, middles)
        self._write(folds, middles)

    def _draw_targets(self, folds: Folds, row: np.ndarray, seen: np.ndarray) -> None:
        """One bar for each row, from the smallest target on; those that the chosen fold validates on in colour."""
        low, high = folds.limits
        lines = TARGETS[1] * 3 // 4  # of the picture, two drawn pixels each
        heights = 2 + (lines - 2) * (folds.targets - low) / (high - low)
        colours = np.where(folds.validates, 3, 1).astype(np.float32)
        below = np.arange(lines)[::-1, None] < heights[row]
        self.bars.set_data(np.where(below & seen, colours[row], np.float32(0)))

    def _draw_strips(self, folds: Folds, row: np.ndarray, seen: np.ndarray) -> None:
        """For each fold a strip of all rows: the colour says whether it trains or validates on each."""
        k = len(folds.sizes)
        validates = folds.fold_of[row] == np.arange(k)[:, None]
        strips = np.where(validates, 3, 2) * seen.astype(np.float32)
        lines = np.abs(np.arange(LINES) - LINES // 2) < min(0.35, 15 * k / FOLDS[1]) * LINES  # the rest is empty
        self.strips.set_data((strips[:, None, :] * lines[:, None]).reshape(k * LINES, -1))

    def _x(self, target: np.ndarray | float, folds: Folds) -> np.ndarray:
        """Where a target lies on the axis of the means, in pixels."""
        low, high = folds.limits
        return MEANS + (np.asarray(target) - low) * (self.means_end - MEANS) / (high - low)

    def _draw_means(self, folds: Folds, middles: np.ndarray) -> None:
        """A square at the mean target of each fold, a line at the mean of all rows."""
        self.dots.place(np.column_stack([self._x(folds.means, folds), middles]) - 4.5, 9)
        middle, (top, tall) = float(self._x(folds.targets.mean(), folds)), FOLDS
        self.axis.place_rows([(middle - 0.7, top, 1.4, tall), (MEANS, top + tall, self.means_end - MEANS, 1)])

    def _write(self, folds: Folds, middles: np.ndarray) -> None:
        n, below = len(folds.targets), FOLDS[0] + FOLDS[1] + 12
        low, high = (f"{limit:.4g}" for limit in folds.limits)
        top, tall = TARGETS
        names = [(16, y, _("fold {number}").format(number=fold)) for fold, y in enumerate(middles, 1)]
        self.names.write(
            [
                *names,
                (16, top + 6, high),
                (16, top + tall - 5, low),
                (ROWS[0], below, _("row {number}").format(number=0)),
            ],
            SIZE,
        )
        last = ROWS[0] + ROWS[1] - 24.0
        numbers = [
            (last, below, _("row {number}").format(number=n - 1)),
            (MEANS, below, low),
            (self.means_end, below, high),
        ]
        for y, size in zip(middles, folds.sizes, strict=True):
            numbers += [(544, y, str(n - size)), (606, y, str(size))]
        mean = folds.targets.mean()
        if MEANS + 36 < (x := float(self._x(mean, folds))) < self.means_end - 36:
            numbers.append((x, below, _("all {mean}").format(mean=f"{mean:.4g}")))
        if folds.scores is not None:
            numbers.append((SCORES, FOLDS[0] - 19, "MAE"))
            numbers += [(SCORES, y, f"{score:.3g}") for y, score in zip(middles, folds.scores, strict=True)]
        self.numbers.write(numbers, SIZE, centred=True)
