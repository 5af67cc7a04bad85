"""Activations on the left, their derivatives on the right, a point on each, and a table of the values above."""

import math
from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from helpers.drawing.labels import Labels, Text, text_width
from helpers.drawing.numbers import fixed
from helpers.drawing.page import add
from helpers.drawing.style import COLOURS, INK
from helpers.maths.activations import FLAT
from helpers.widgets.activation.model import FAR, GRID, Curve, Result
from helpers.words import N_, _

SIZE = (900, 434)  # pixels
LOOKS = (
    (COLOURS["blue"], "-", "o"),
    (COLOURS["vermillion"], "--", "s"),
    (COLOURS["green"], "-.", "^"),
    (COLOURS["purple"], ":", "D"),
)
LEFT, TOP, UNIT = (44, 500), 124, 38  # where the panels start; pixels of a step of 1 on the z-axis
_LIMITS = ((-2.0, 5.0), (-1.1, 2.1))
_ROW, _FIRST_ROW, _TEXT = 20, 42, 14
_CONDITIONS = {"dead": N_("dead here"), "saturated": N_("saturated"), "flat": N_("almost flat")}


class ActivationPicture:
    """The whole picture on ``figure``; up to four curves."""

    def __init__(self, figure: Figure) -> None:
        width, height = SIZE
        page = figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(height, 0), zorder=2)
        page.set_axis_off()
        panels = self._panel(figure, 0), self._panel(figure, 1)
        panels[0].set_yticks(range(-2, 6))
        panels[1].axhspan(-FLAT, FLAT, color="#D9D9D9", lw=0)
        panels[1].text(
            FAR, -0.11, _("flat: |f′| < {limit}").format(limit=FLAT), ha="right", va="top", fontsize=9, color="#555555"
        )
        for left, title in zip(LEFT, (_("f(z), with its tangent"), _("f′(z), the slope of that tangent")), strict=True):
            page.text(left, 16, title, fontsize=11, va="center", color=INK)
        # In pixels of the page, both panels and the table at once: every artist costs, and these are as few as can be.
        self.upright = _line(page, INK, (0, (4, 3)), 1.2)
        self.lines, self.tangents = _line(page, "#999999", "-", 1), _line(page, INK, "-", 1.2)
        for line in (self.lines, self.tangents):
            line.set_clip_box(panels[0].bbox)
        self.curves = [_line(page, colour, dash, 2) for colour, dash, _marker in LOOKS]
        self.points = [_point(page, colour, marker) for colour, _dash, marker in LOOKS]
        self.table, self.place = Labels(INK), Labels(INK)
        lines = [self.upright, self.lines, *self.curves, self.tangents, *self.points]
        self.moving = [*lines, *add(page, self.table, self.place)]

    @staticmethod
    def _panel(figure: Figure, side: int) -> Axes:
        width, height = SIZE
        wide, high = 2 * FAR * UNIT, 7 * UNIT  # so that slope 1 on the left is 45°
        box = (LEFT[side] / width, 1 - (TOP + high) / height, wide / width, high / height)
        ax = figure.add_axes(box, xlim=(-FAR, FAR), ylim=_LIMITS[side])
        ax.set_xlabel("z", labelpad=2)
        ax.axhline(0, color="#888888", lw=1, ls="-")
        ax.axvline(0, color="#888888", lw=1, ls="-")
        return ax

    def show(self, result: Result) -> None:
        """Move curves, points, tangents, maxout's two lines and the table."""
        z, curves = result.z, result.curves
        for place, (line, point) in enumerate(zip(self.curves, self.points, strict=True)):
            line.set_visible(place < len(curves))
            point.set_visible(place < len(curves))
            if place < len(curves):
                _show(curves[place], z, place, line, point)
        bottom, top = TOP + 7 * UNIT, TOP
        xs = [float(_x(side, z)) for side in range(2)]
        self.upright.set_data([xs[0], xs[0], np.nan, xs[1], xs[1]], [bottom, top, np.nan, bottom, top])
        self.lines.set_visible(result.pieces is not None)
        if result.pieces is not None:
            _set(self.lines, *_both_lines(result.pieces))
        _set(self.tangents, *_tangents(z, curves))
        self._write(curves)
        text = f"z = {fixed(z, 2)}"
        aside = 7 if z < 2 else -7 - _TEXT * text_width(text)
        self.place.write([(xs[0] + aside, TOP + 12, text)], _TEXT)

    def _write(self, curves: Sequence[Curve]) -> None:
        """Name and value of each, above both panels."""
        texts: list[Text] = []
        for place, curve in enumerate(curves):
            y = _FIRST_ROW + _ROW * place
            texts += [
                (LEFT[0] + 54, y, curve.name),
                (LEFT[0] + 146, y, fixed(curve.value, 3) + _outside(curve.value)),
                (LEFT[1] + 54, y, curve.name + "′"),
                (LEFT[1] + 146, y, fixed(curve.derivative, 3)),
                (LEFT[1] + 206, y, _(_CONDITIONS[curve.condition]) if curve.condition else ""),
            ]
        self.table.write(texts, _TEXT)


def _x(side: int, z: np.ndarray | float) -> np.ndarray:
    """Pixels of inputs ``z`` in one panel."""
    return np.asarray(LEFT[side] + (z + FAR) * UNIT)


def _y(side: int, values: np.ndarray | float) -> np.ndarray:
    """Pixels of values in one panel."""
    low, high = _LIMITS[side]
    return np.asarray(TOP + (high - values) * 7 * UNIT / (high - low))


def _set(line: Line2D, xs: list[float], ys: list[float]) -> None:
    """Move ``line`` to points of the left panel."""
    line.set_data(_x(0, np.array(xs)), _y(0, np.array(ys)))


def _show(curve: Curve, z: float, place: int, line: Line2D, point: Line2D) -> None:
    """Curve and points of one activation in both panels, and its sample in both tables."""
    row, gap = _FIRST_ROW + _ROW * place, [np.nan]
    xs: list[np.ndarray | list[float]] = []
    ys: list[np.ndarray | list[float]] = []
    points = []
    for side, (low, high) in enumerate(_LIMITS):
        values, value = ((curve.f, curve.value), (curve.df, curve.derivative))[side]
        seen = (values >= low) & (values <= high)
        xs += [_x(side, GRID), gap, [LEFT[side], LEFT[side] + 42], gap]
        ys += [np.where(seen, _y(side, values), np.nan), gap, [row, row], gap]
        points += [(_x(side, z), _y(side, min(max(value, low), high))), (LEFT[side] + 21, row)]
    line.set_data(np.concatenate(xs), np.concatenate(ys))
    point.set_data(*zip(*points, strict=True))


def _line(ax: Axes, colour: str, dash: object, wide: float) -> Line2D:
    return ax.plot([], [], color=colour, ls=dash, lw=wide)[0]


def _point(ax: Axes, colour: str, marker: str) -> Line2D:
    return ax.plot([], [], color=colour, ls="", marker=marker, ms=8, mec="white", clip_on=False)[0]


def _outside(value: float) -> str:
    """An arrow for what the left panel cannot show."""
    low, high = _LIMITS[0]
    return " ↓" if value < low else " ↑" if value > high else ""


def _both_lines(pieces: tuple[float, ...]) -> tuple[list[float], list[float]]:
    """The lines whose larger one maxout takes, as one path with a gap."""
    first, second = pieces
    return [-FAR, FAR, np.nan, -FAR, FAR], [-first * FAR, first * FAR, np.nan, -second * FAR, second * FAR]


def _tangents(z: float, curves: Sequence[Curve], reach: float = 1.6) -> tuple[list[float], list[float]]:
    """A short line through each point, all equally long, as one path with gaps."""
    xs: list[float] = []
    ys: list[float] = []
    for curve in curves:
        dx = reach / math.hypot(1, curve.derivative)
        dy = curve.derivative * dx
        xs += [z - dx, z + dx, np.nan]
        ys += [curve.value - dy, curve.value + dy, np.nan]
    return xs, ys
