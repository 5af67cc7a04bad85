"""One small histogram a layer, lying on its side: activations in the upper row, gradients in the lower."""

import math

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from helpers.drawing.boxes import Boxes
from helpers.drawing.labels import Labels, Text, text_width
from helpers.drawing.numbers import short
from helpers.drawing.page import add
from helpers.drawing.style import COLOURS, INK
from helpers.maths.activations import ACTIVATIONS, FLAT, Activation
from helpers.widgets.signal.model import Result, Signal, histograms
from helpers.widgets.signal.numbers import short as few
from helpers.words import N_, _

SIZE = (900, 424)  # pixels
BINS = 33  # odd: 0 lies in the middle of one when the scale is symmetric
FULL = 0.12  # share of the values at which a bar fills its column; longer ones are cut
LEFT, WIDE, MOST_WIDE = 112, 772, 100  # of the columns, and of one column at most
TOPS, HIGH = (60, 290), 102
_BLUE, _ORANGE, _RED = "#5BA3D0", "#E0A93B", COLOURS["vermillion"]
_GREY = "#666666"
_STEPS = (1.0, 2.0, 3.0, 5.0, 10.0)
_NUMBERS = (N_("std"), N_("between inputs"), N_("flat, %"), N_("dead units, %"))
_TEXT, _MIDDLE = 13, 4.5  # pixels: size of the numbers, from their middle to their base line
_NOTHING = Path(np.zeros((1, 2)), [Path.MOVETO])


class SignalPicture:
    """Two rows of histograms lying on their sides, with numbers under them."""

    def __init__(self, page: Axes) -> None:
        width = SIZE[0]
        page.text(LEFT, 16, _("activations, forwards →"), fontsize=11, va="center", color=INK)
        page.text(LEFT, TOPS[1] - 18, _("gradients ∂E/∂z, ← backwards"), fontsize=11, va="center", color=INK)
        flat = _("flat: |f′| < {limit}").format(limit=FLAT)
        page.text(width - 16, 16, flat, fontsize=10, va="center", ha="right", color=_RED)
        about = _("length of a bar: share of the values, cut at {most}").format(most=f"{100 * FULL:.0f} %")
        page.text(width - 150, 16, about, fontsize=9, va="center", ha="right", color=_GREY)
        for y, name in [*((_below(0, line), name) for line, name in enumerate(_NUMBERS)), (_below(1, 0), _NUMBERS[0])]:
            page.text(LEFT - 8, y + _MIDDLE, _(name), fontsize=9, ha="right", color=INK)
        self.zero, self.flat = Boxes("#C8C8C8"), Boxes(_RED)
        self.values, self.gradients = (PathPatch(_NOTHING, facecolor=c, edgecolor="none") for c in (_BLUE, _ORANGE))
        self.numbers, self.ticks = Labels(INK), Labels(_GREY)
        self.moving = add(page, self.zero, self.values, self.gradients, self.flat, self.numbers, self.ticks)

    def show(self, result: Result) -> None:
        """Show the histograms of a signal and its numbers; all layers of a row on one scale."""
        signal = result.signal
        depth = len(signal.std)
        lefts = LEFT + _pitch(depth) * np.arange(depth)
        scales = activation_scale(signal, ACTIVATIONS[result.activation]), gradient_scale(signal)
        marked: tuple[np.ndarray | bool, ...] = (signal.flat, False)
        for row, (patch, values) in enumerate(((self.values, signal.activations), (self.gradients, signal.gradients))):
            shares, flat = histograms(values, *scales[row], BINS, marked[row])
            patch.set_path(_outlines(shares, lefts, row))
            if row == 0:
                self.flat.set_visible(bool(flat.any()))
                self.flat.place(*_bars(flat, lefts, row))
        self.zero.place([(LEFT, _y(row, 0, scales[row])) for row in range(2)], (_pitch(depth) * depth, 2 / 3))
        self._write(signal, lefts, scales)

    def _write(self, signal: Signal, lefts: np.ndarray, scales: tuple[tuple[float, float], ...]) -> None:
        size, digits = (_TEXT, 2) if len(lefts) <= 12 else (11, 1)
        rows = (
            (_below(0, 0), [few(value, digits) for value in signal.std]),
            (_below(0, 1), [few(value, digits) for value in signal.between]),
            (_below(0, 2), [f"{100 * share:.0f}" for share in signal.saturated]),
            (_below(0, 3), [f"{100 * share:.0f}" for share in signal.dead]),
            (_below(1, 0), [few(value, digits) for value in signal.gradient_std]),
        )
        self.numbers.write([(x, y, text) for y, texts in rows for x, text in zip(lefts, texts, strict=True)], size)
        heads = [_("layer"), *(str(layer + 1) for layer in range(len(lefts)))]
        places = zip([_before(heads[0]), *lefts], heads, strict=True)
        ticks: list[Text] = [(x, TOPS[0] - 19, head) for x, head in places]
        for row, scale in enumerate(scales):
            for value in {scale[0], 0.0, scale[1]}:
                if value in (0.0, scale[1]) or value < -0.3 * scale[1]:
                    ticks.append((_before(short(value)), _y(row, value, scale), short(value)))
        self.ticks.write(ticks, _TEXT)


def activation_scale(signal: Signal, act: Activation) -> tuple[float, float]:
    """Limits for all layers: the range of a bounded activation; else 3 standard deviations, of the input at least."""
    low, high = act.range
    if math.isinf(high):
        high = _round_up(3 * max(1.0, float(np.hypot(signal.std, signal.mean).max())))
    low = max(low, -high)
    return low, high


def gradient_scale(signal: Signal) -> tuple[float, float]:
    """Limits for all layers: 3 standard deviations of the largest gradient."""
    high = _round_up(3 * float(signal.gradient_std.max()))
    return -high, high


def _round_up(value: float) -> float:
    """The next of 1, 2, 3, 5, 10, 20 … (1 for 0)."""
    if value <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return power * next(step for step in _STEPS if step * power >= value * 0.999)


def _pitch(depth: int) -> float:
    return min(WIDE / depth, MOST_WIDE)


def _before(text: str) -> float:
    """Where a text must start to end before the columns."""
    return LEFT - 8 - _TEXT * text_width(text)


def _below(row: int, line: int) -> float:
    """Where a line of numbers stands under a row."""
    return TOPS[row] + HIGH + 15 + 16 * line


def _y(row: int, value: float, scale: tuple[float, float]) -> float:
    """Pixel of a value: the middle of the first bin is the low limit, of the last the high one."""
    return TOPS[row] + HIGH * (scale[1] - value) / (scale[1] - scale[0])


def _widths(shares: np.ndarray) -> np.ndarray:
    """Pixels of bars, (layers, bins)."""
    return np.minimum(shares / FULL, 1) * (_pitch(len(shares)) - 6)


def _outlines(shares: np.ndarray, lefts: np.ndarray, row: int) -> Path:
    """One outline around all bars of each layer, from its base line to the right; the base line is a pixel wide."""
    layers = len(shares)
    points = np.empty((layers, 2 * BINS + 3, 2))
    points[:, 1:-2, 0] = (lefts[:, None] + np.maximum(_widths(shares), 1)).repeat(2, axis=1)
    points[:, 1:-2, 1] = (TOPS[row] + HIGH - np.arange(BINS + 1) * HIGH / BINS).repeat(2)[1:-1]
    points[:, [0, -2, -1], 0] = lefts[:, None]
    points[:, [0, -2, -1], 1] = TOPS[row] + HIGH * np.array([1, 0, 1])
    codes = np.full((layers, 2 * BINS + 3), Path.LINETO, np.uint8)
    codes[:, 0], codes[:, -1] = Path.MOVETO, Path.CLOSEPOLY
    return Path(points.reshape(-1, 2), codes.ravel())


def _bars(shares: np.ndarray, lefts: np.ndarray, row: int) -> tuple[np.ndarray, np.ndarray]:
    """Corners and sizes of the bars of all layers, from each base line to the right."""
    layers, bins = np.nonzero(shares)
    high = HIGH / BINS
    corners = np.column_stack([lefts[layers], TOPS[row] + HIGH - high * (bins + 1)])
    return corners, np.column_stack([_widths(shares)[layers, bins], np.full(len(bins), high)])
