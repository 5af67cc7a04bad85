"""Planes with regions, lines and samples, and the table beside them: one unit with its rule, or two layers."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from helpers.drawing.boxes import Boxes
from helpers.drawing.fonts import MONO
from helpers.drawing.labels import Labels, Text, centred
from helpers.drawing.page import add, page
from helpers.drawing.pixels import Pixels
from helpers.drawing.style import COLOURS, INK, SIGNED
from helpers.widgets.perceptron import table
from helpers.widgets.perceptron.model import Answers, LayerAnswers, Learning, UnitAnswers, boundary
from helpers.words import _

SIZE = (900, 404)  # pixels
LOW, HIGH = -0.5, 1.5  # what a plane shows
SIDE, TOP = 270, 46  # of a plane, in pixels
PLANES = (40, 372)  # left edges of the planes; the table of one unit stands where the second is
TABLE, HISTORY = 664, 680  # left edges of the table of two layers, and of the steps of the rule
FIRST_ROW, TITLE = TOP + 8, 24  # heights
_MONO, _TEXT = 12.5, 14
_GREY, _HALO = "#555555", "#F0E442"
_ZERO, _ONE = "#A04A00", "#0A4A86"  # samples: wanted 0, wanted 1
_ARROW = 40  # pixels
_CELL = 14  # pixels of a step in the history


@dataclass(frozen=True)
class Plane:
    """Answers on a grid, the samples, and units by name: their lines, with normal vectors."""

    regions: np.ndarray  # (cells, cells) from 0 to 1, the top row first
    points: np.ndarray  # (samples, 2)
    units: dict[str, tuple[np.ndarray, float]]  # weights (2,) and bias


class PerceptronPicture:
    """The whole picture on ``figure``, in pixels of the page."""

    def __init__(self, figure: Figure) -> None:
        self._second = [_frame(figure, name, left) for name, left in zip("xh", PLANES, strict=True)][1]
        over = page(figure)
        _draw_legend(over)
        self.regions = [Pixels((left, TOP, SIDE, SIDE), SIGNED, most=2.2, least=-1.2) for left in PLANES]
        self.lines = [_line(over, "-", 2), _line(over, (0, (6, 3)), 2)]
        self.normals, self.last_line = _line(over, "-", 1.4), _line(over, "-", 2)
        self.halo = _markers(over, "o", 19, _HALO, "#8a8200")
        self.zeros, self.ones = _markers(over, "o", 8.5, _ZERO, "white"), _markers(over, "s", 8, _ONE, "white")
        self.wrong = _markers(over, "o", 15, "none", INK)
        self.right_cells, self.changed_cells = Boxes("#C9C9C9"), Boxes(COLOURS["vermillion"])
        self.now = Boxes(INK, frame=1.6)
        self.titles, self.table = Labels(INK), Labels(INK, MONO)
        cells = add(over, *self.regions, self.right_cells, self.changed_cells, self.now)
        lines = [*self.lines, self.last_line, self.normals, self.halo, self.zeros, self.ones, self.wrong]
        self.moving = [*cells, *lines, *add(over, self.titles, self.table)]

    def show(self, result: UnitAnswers | LayerAnswers) -> bool:
        """Move regions, lines and samples; write the table. The second plane is there for two layers alone."""
        if isinstance(result, UnitAnswers):
            self._show_unit(result)
        else:
            self._show_layers(result)
        two = isinstance(result, LayerAnswers)
        changed = self._second.get_visible() != two
        self._second.set_visible(two)
        return changed

    def _show_unit(self, result: UnitAnswers) -> None:
        data, run = result.data, result.run
        w, b = run.w[-1], float(run.b[-1])
        looked_at = int(run.sample[-1]) if len(run.sample) else None
        names = self._draw_planes([Plane(result.regions, data.x, {"w": (w, b)})], result, looked_at)
        left, row = PLANES[1], table.row_height(len(data.x))
        below = FIRST_ROW + row * (len(data.x) + 1) + 14
        rows = [
            *table.column(table.of_unit(data, data.x @ w + b, result.answers), left, FIRST_ROW, row),
            (left, below, _(table.RULE)),
            *table.column(table.sums(data, run, result.learning_rate), left, below + 32, 20),
        ]
        if looked_at is not None:
            rows.append((left - 4, FIRST_ROW + row * (looked_at + 1), "▸"))
        self.table.write(rows, _MONO)
        title = _("answer") + f" = {table.SIGN[result.activation]}({table.weighted_sum(w, b, 'x')})"
        steps = [(HISTORY, FIRST_ROW, _("steps; red: w and b changed"))] if len(run.error) else []
        self.titles.write([(PLANES[0], TITLE, title), *steps, *names], _TEXT)
        self._draw_history(run, len(data.x), row)

    def _show_layers(self, result: LayerAnswers) -> None:
        data, network = result.data, result.network
        hidden = {name: (network.hidden_w[:, i], float(network.hidden_b[i])) for i, name in enumerate(("h₁", "h₂"))}
        output = {"y": (network.output_w, network.output_b)}
        planes = [Plane(result.regions, data.x, hidden), Plane(result.folded, result.hidden, output)]
        names = self._draw_planes(planes, result, None)
        row = table.row_height(len(data.x))
        rows = table.of_layers(data, result.hidden, result.answers)
        self.table.write(table.column(rows, TABLE, FIRST_ROW, row), _MONO)
        heads = [
            (PLANES[0], TITLE, _("inputs, and the answer y")),
            (PLANES[1], TITLE, _("what the last unit sees: h₁ and h₂")),
        ]
        below = FIRST_ROW + row * (len(data.x) + 1) + 24
        titles = [*heads, *table.column(table.equations(network, result.activation), TABLE, below, 24)]
        if len(data.x) == 4:
            for place, text in table.together(result.hidden, [f"({x:.0f},{y:.0f})" for x, y in data.x]):
                x, y = pixels(place, PLANES[1])
                titles.append(centred(float(x), float(y) - 18, text, _TEXT))
        self.titles.write([*titles, *names], _TEXT)
        for boxes in (self.changed_cells, self.right_cells, self.now):
            boxes.place([], _CELL)

    def _draw_planes(self, planes: Sequence[Plane], result: Answers, looked_at: int | None) -> list[Text]:
        """Show one plane, or two; ``looked_at`` is the sample of the last step. Return the names of the lines."""
        for regions, plane in zip_longest(self.regions, planes):
            regions.set_visible(plane is not None)
            if plane is not None:
                regions.set_data(plane.regions)
        placed = list(zip(planes, PLANES, strict=False))
        at = np.concatenate([pixels(plane.points, left) for plane, left in placed])
        wanted, right = np.tile(result.data.y, len(planes)), np.tile(result.right, len(planes))
        for markers, which in ((self.zeros, wanted == 0), (self.ones, wanted == 1), (self.wrong, ~right)):
            markers.set_data(*at[which].T)
        self.halo.set_data(*at[[] if looked_at is None else [looked_at]].T)
        drawn = [
            (name, pixels(boundary(w, b, LOW, HIGH), left), w, left)
            for plane, left in placed
            for name, (w, b) in plane.units.items()
        ]
        for artist, line in zip_longest((*self.lines, self.last_line), [each[1] for each in drawn]):
            artist.set_data(*([], []) if line is None else line.T)
        return self._draw_normals([each for each in drawn if len(each[1])])

    def _draw_normals(self, drawn: Sequence[tuple[str, np.ndarray, np.ndarray, float]]) -> list[Text]:
        """Draw the normal vector on each line, given by name, ends, weights, plane; return the names at the tips."""
        paths, names = [np.zeros((0, 2))], []
        for name, line, w, left in drawn:
            ends, share = np.array(sorted(line.tolist())), 0.7 if name == "h₂" else 0.3
            start = ends[0] + share * (ends[1] - ends[0])
            way = np.array([w[0], -w[1]]) / np.hypot(*w)
            paths.append(_arrow(start, way))
            x, y = np.clip(start + (_ARROW + 11) * way, [left + 10, TOP + 10], [left + SIDE - 10, TOP + SIDE - 10])
            names.append(centred(float(x), float(y), name, _TEXT))
        self.normals.set_data(*np.concatenate(paths).T)
        return names

    def _draw_history(self, run: Learning, samples: int, row: float) -> None:
        """Show a cell for each step: a row for each sample, a column for each time through all of them."""
        steps, changed = np.arange(len(run.error)), run.error != 0
        x = HISTORY + _CELL * (steps // samples)
        y = FIRST_ROW + row * (steps % samples + 1) - _CELL / 2 + 1
        corners = np.column_stack([x, y])
        for boxes, which in ((self.changed_cells, changed), (self.right_cells, ~changed)):
            boxes.place(corners[which], _CELL - 2)
        self.now.place(corners[-1:] - 0.5, _CELL - 1)


def pixels(points: np.ndarray, left: float) -> np.ndarray:
    """Places on the page of points of the plane whose left edge is ``left``: (…, 2) → (…, 2)."""
    share = (np.asarray(points) - LOW) / (HIGH - LOW)
    return np.array([left, TOP + SIDE]) + share * [SIDE, -SIDE]


def _frame(figure: Figure, name: str, left: float) -> Axes:
    """Axes of one plane, with the names of its two coordinates."""
    width, height = SIZE
    box = (left / width, 1 - (TOP + SIDE) / height, SIDE / width, SIDE / height)
    ax = figure.add_axes(box, xlim=(LOW, HIGH), ylim=(LOW, HIGH), xticks=[0, 1], yticks=[0, 1])
    ax.text(HIGH, LOW - 0.06, f"{name}₁", ha="right", va="top", fontsize=11, color=_GREY)
    ax.text(LOW - 0.06, HIGH, f"{name}₂", ha="right", va="top", fontsize=11, color=_GREY)
    return ax


def _draw_legend(over: Axes) -> None:
    y = TOP + SIDE + 46
    over.plot([48], [y], ls="", marker="s", ms=8, color=_ONE)
    over.plot([138], [y], ls="", marker="o", ms=8.5, color=_ZERO)
    over.plot([232], [y], ls="", marker="o", ms=13, mfc="none", mec=INK, mew=1.6)
    for x, text in ((60, _("wanted 1")), (150, _("wanted 0")), (246, _("wrong"))):
        over.text(x, y, text, fontsize=10, va="center", color=INK)
    for x, colour, text in ((41, 0.75, _("answer 1")), (131, 0.25, _("answer 0"))):
        over.add_artist(Line2D([x, x + 14], [y + 26] * 2, lw=10, color=SIGNED(colour), solid_capstyle="butt"))
        over.text(x + 19, y + 26, text, fontsize=10, va="center", color=INK)


def _arrow(start: np.ndarray, way: np.ndarray) -> np.ndarray:
    """Shaft and head as one path with gaps."""
    tip, across, gap = start + _ARROW * way, np.array([-way[1], way[0]]), np.full(2, np.nan)
    return np.array([start, tip, gap, tip - 9 * way + 4.5 * across, tip, tip - 9 * way - 4.5 * across, gap])


def _line(over: Axes, dash: object, wide: float) -> Line2D:
    return over.plot([], [], color=INK, ls=dash, lw=wide)[0]


def _markers(over: Axes, marker: str, size: float, face: str, edge: str) -> Line2D:
    return over.plot([], [], ls="", marker=marker, ms=size, mfc=face, mec=edge, mew=1.4)[0]
