"""A row for each class: its score, its power, its probability and its gradient as bars with numbers."""

import numpy as np
from matplotlib.axes import Axes

from helpers.drawing import COLOURS, Boxes, Labels
from helpers.drawing.fonts import MONO
from helpers.drawing.numbers import fixed, short
from helpers.drawing.page import add
from helpers.drawing.style import INK
from helpers.widgets.softmax.model import Prediction
from helpers.words import N_, _

SIZE = (900, 400)
TOP, HEIGHT, HIGHEST = 48, 282, 92  # of all rows; a row at most
SCORE, POWER, P, GRADIENT = (186, 58), (330, 100), (512, 130), (752, 66)  # where bars begin; width of one of 1
TEXT, HAIR = 15, 1 / 1.5  # pixels
_HEADS = (
    (16, N_("class")),
    (120, N_("score z + shift")),
    (330, "exp((z − max) / T)"),
    (512, "p = softmax"),
    (730, "p − t"),
)


class SoftmaxPicture:
    """Bars and numbers in four columns, the row of the label lit, two lines about the loss below."""

    def __init__(self, page: Axes) -> None:
        heads = Labels(INK)
        heads.write([(x, 24, _(name)) for x, name in _HEADS], TEXT)
        self.above, self.below = Boxes(COLOURS["blue"]), Boxes(COLOURS["orange"])
        self.right, self.zero = Boxes("#DCEAF5"), Boxes("#AAAAAA")
        self.numbers, self.sums = Labels(INK, MONO), Labels(INK)
        self.broken, self.fine = Labels(COLOURS["vermillion"]), Labels("#666666")
        add(page, heads)
        self.moving = add(page, self.right, self.zero, self.above, self.below)
        self.moving += add(page, self.numbers, self.sums, self.broken, self.fine)

    def show(self, result: Prediction) -> None:
        """Set the bars, the numbers beside them, and the two lines below."""
        classes = len(result.z)
        row = min(HEIGHT / classes, HIGHEST)
        middles = TOP + row * (np.arange(classes) + 0.5)
        numbers = [(24, y, f"{i}  t = 1" if i == result.label else str(i)) for i, y in enumerate(middles)]
        above: list[tuple[float, ...]] = []
        below: list[tuple[float, ...]] = []
        for (x, width), values, unit, digits in (
            (SCORE, result.z, max(np.abs(result.z).max(), 3.0), 1),
            (POWER, result.powers, 1.0, 3),
            (P, result.p, 1.0, 3),
            (GRADIENT, result.gradient, 1.0, 3),
        ):
            for y, value in zip(middles, values, strict=True):
                length = width * value / unit
                (above if value >= 0 else below).append((min(x, x + length), y - row / 4, abs(length), row / 2))
                end = x + width if (x, width) in (SCORE, GRADIENT) else x + length
                numbers.append((end + 8, y, decimal(value, digits)))
        self.above.place_rows(above)
        self.below.place_rows(below)
        self.numbers.write(numbers, TEXT)
        self.right.place((8, middles[result.label] - row / 2 + 2), (884, row - 4))
        self.zero.place([(SCORE[0], TOP), (GRADIENT[0], TOP)], (HAIR, row * classes))
        self._sum_up(result)

    def _sum_up(self, result: Prediction) -> None:
        """Write the loss, and what the formula without the maximum gives."""
        loss = _("cross-entropy, class {label}:  −log {p} = {loss}").format(
            label=result.label, p=short(result.p[result.label]), loss=decimal(result.loss)
        )
        whole = _("sum of p: {sum}").format(sum=decimal(result.p.sum()))
        self.sums.write([(16, 352, loss), (512, 352, whole)], TEXT)
        without = _("without − max, in float32:  p = {numbers}")
        naive = [(16, 380, without.format(numbers=", ".join(map(decimal, result.naive))))]
        broken = not np.isfinite(result.naive).all()
        self.broken.write(naive if broken else [], TEXT)
        self.fine.write([] if broken else naive, TEXT)


def decimal(value: float, digits: int = 3) -> str:
    """Write a number with ``digits`` behind the point, never −0.000; nan as nan."""
    return short(value, 4) if abs(value) >= 1000 else fixed(value, digits)
