"""Two panels side by side, losses and their slopes, with a point on each curve; a table of the points below."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from helpers.drawing.boxes import Boxes
from helpers.drawing.labels import MONO, Labels, text_width
from helpers.drawing.numbers import short
from helpers.drawing.style import COLOURS, INK
from helpers.maths.loss_curves import LossCurve

SIZE = (900, 420)
LEFT, RIGHT = (58, 44, 372, 256), (512, 44, 372, 256)  # left, top, width, height in pixels of the page
TABLE = 340
LOOKS = ((COLOURS["blue"], "-", "o"), (COLOURS["vermillion"], "--", "s"), (COLOURS["green"], "-.", "^"))


@dataclass(frozen=True)
class Frame:
    """What is written round the panels and the limits of their axes."""

    titles: tuple[str, str]
    x_name: str
    x: tuple[float, float]
    ticks: tuple[float, ...]
    y: tuple[tuple[float, float], tuple[float, float]]
    y_ticks: tuple[tuple[float, ...], tuple[float, ...]]


class LossPanels:
    """Curves that move over still axes."""

    def __init__(self, ax: Axes) -> None:
        self._grid, self._words = Boxes("#E2E2E2"), Labels("#444444")
        for still in (self._grid, self._words):
            ax.add_patch(still)
        self.curves: list[tuple[Line2D, Line2D]] = []
        self.dots: list[Line2D] = []
        for colour, line, marker in LOOKS:
            pair = tuple(ax.add_line(Line2D([], [], color=colour, ls=line, lw=2)) for _panel in range(2))
            self.curves.append((pair[0], pair[1]))
            dot = Line2D([], [], color=colour, ls="", marker=marker, ms=9, mec="white", mew=1)
            self.dots.append(ax.add_line(dot))
        self.samples = ax.add_line(Line2D([], [], color=INK, ls="", marker="|", ms=13, mew=2))
        self.at, self.table, self.best = Boxes("#888888"), Labels(INK, MONO), Labels(INK)
        for artist in (self.at, self.table, self.best):
            ax.add_patch(artist)
        lines = [line for pair in self.curves for line in pair]
        self.artists: list[Artist] = [self.at, *lines, self.samples, *self.dots, self.table, self.best]

    def set_frame(self, frame: Frame) -> None:
        """Draw other axes: still things, for ``Stage.invalidate``."""
        self.frame = frame
        grid: list[tuple[float, ...]] = []
        told: list[tuple[float, float, str]] = []
        for number, (left, top, width, height) in enumerate((LEFT, RIGHT)):
            told.append((left, top - 20, frame.titles[number]))
            told.append((left + width - 7.5 * len(frame.x_name), top + height + 34, frame.x_name))
            for value in frame.ticks:
                x = self._x(np.array([value]), number)[0]
                grid.append((x, top, 1 / 1.5, height))
                told.append((x - 14 * text_width(short(value)) / 2, top + height + 14, short(value)))
            for value in frame.y_ticks[number]:
                y = self._y(np.array([value]), number)[0]
                grid.append((left, y, width, 1 / 1.5))
                told.append((left - 10 - 14 * text_width(short(value)), y, short(value)))
        table = np.array(grid)
        self._grid.place(table[:, :2], table[:, 2:])
        self._words.place(np.array([word[:2] for word in told]), [word[2] for word in told], 14, centred=False)

    def _x(self, values: np.ndarray, panel: int) -> np.ndarray:
        left, _top, width, _height = (LEFT, RIGHT)[panel]
        low, high = self.frame.x
        return left + width * (np.clip(values, low, high) - low) / (high - low)

    def _y(self, values: np.ndarray, panel: int) -> np.ndarray:
        _left, top, _width, height = (LEFT, RIGHT)[panel]
        low, high = self.frame.y[panel]
        inside = np.where((values >= low) & (values <= high), values, np.nan)  # a line along the edge would be a lie
        return top + height * (high - inside) / (high - low)

    def set_curves(
        self,
        x: np.ndarray,
        curves: Mapping[str, LossCurve],
        at: float,
        here: Mapping[str, LossCurve],
        scale: list[float],
    ) -> None:
        """Show ``curves`` over ``x`` (n,), the losses divided by ``scale``, and where they are ``at`` the point."""
        rows = []
        for number, (name, curve) in enumerate(curves.items()):
            point = here[name]
            for panel, (values, value) in enumerate(
                ((curve.loss / scale[number], point.loss / scale[number]), (curve.slope, point.slope))
            ):
                self.curves[number][panel].set_data(self._x(x, panel), self._y(values, panel))
                if panel == 0:
                    left = (self._x(np.array([at]), 0)[0], self._y(value, 0)[0])
                else:
                    right = (self._x(np.array([at]), 1)[0], self._y(value, 1)[0])
            y = TABLE + 22 * (number + 1)
            self.dots[number].set_data([left[0], right[0], 76], [left[1], right[1], y])
            best = "" if curve.best is None else f"   least at {short(curve.best)}"
            rows.append(
                f"{name:14} loss {short(float(point.loss[0])):>9}   slope {short(float(point.slope[0])):>9}{best}"
            )
        where = np.array([[100, TABLE + 22 * (number + 1)] for number in range(len(rows))], float)
        self.table.place(where, rows, 14, centred=False)
        lines = [
            (self._x(np.array([at]), panel)[0], box[1], 1 / 1.5, box[3]) for panel, box in enumerate((LEFT, RIGHT))
        ]
        table = np.array(lines)
        self.at.place(table[:, :2], table[:, 2:])

    def set_samples(self, values: np.ndarray) -> None:
        """Mark data on the axis of the losses; none where there are none."""
        y = np.full(len(values), LEFT[1] + LEFT[3] - 8.0)
        self.samples.set_data(self._x(values, 0) if len(values) else [], y)
