"""AffineExplorer: two affine maps, one after the other, and the one that equals them, until a ReLU stands between."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

import ipywidgets as widgets
import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from helpers.drawing import COLOURS, Labels
from helpers.drawing.labels import MONO, text_width
from helpers.drawing.letter import BENDABLE_GRID, GRID, LETTER, OUTLINE, PER_EDGE
from helpers.drawing.style import INK
from helpers.maths.errors import InputError
from helpers.widgets.affine.model import Affine, fit, placed
from helpers.widgets.broadcasting.table import write
from helpers.widgets.engine.explorer import Explorer
from helpers.words import _

REACH = 3.0  # from the middle of a panel to its edge
_LEFTS, _TOP, _SIDE = (20, 310, 600), 36, 280  # panels in pixels
_MONO = 14  # pixels
_CHAR = text_width("0", MONO) * _MONO
_MATRICES = ((_LEFTS[1], _TOP + _SIDE + 26), (_LEFTS[2], _TOP + _SIDE + 26), (_LEFTS[2], _TOP + _SIDE + 80))
_NONE = 1e-9  # distances below it are rounding
Text = tuple[float, float, str]
RANGES = {"angle": (-180.0, 180.0), "scale_x": (-2.0, 2.0), "scale_y": (-2.0, 2.0), "shear": (-2.0, 2.0)}
RANGES |= {"shift_x": (-2.0, 2.0), "shift_y": (-2.0, 2.0)}


@dataclass(frozen=True)
class AffineState:
    """Two maps, each scaling, then shear, then rotation (degrees), then shift; and whether a ReLU stands between."""

    angle1: float = 30.0
    scale_x1: float = 1.8
    scale_y1: float = 1.4
    shear1: float = 0.0
    shift_x1: float = 0.8
    shift_y1: float = 0.6
    angle2: float = -45.0
    scale_x2: float = 1.0
    scale_y2: float = 1.0
    shear2: float = 0.3
    shift_x2: float = -1.0
    shift_y2: float = 0.5
    relu: bool = False


@dataclass(frozen=True)
class Result:
    """The maps, and where the outline of the letter goes: each (points, 2)."""

    state: AffineState
    maps: tuple[Affine, Affine]
    one: Affine  # equals the chain, or comes nearest to it
    plain: np.ndarray  # after map 1, before the ReLU
    between: np.ndarray  # what map 2 is given
    end: np.ndarray
    off: np.ndarray  # (points,) how far the one map stays from the chain


class AffineExplorer(Explorer):
    """See two affine maps move a letter, the one map that equals them, and how a ReLU between them breaks that."""

    State = AffineState
    size = (900, 440)

    def compute(self, state: AffineState) -> Result:
        """Map the letter twice, and find the one map; InputError naming the field for a value out of its range."""
        if not isinstance(state.relu, bool):
            raise InputError("{name} must be True or False, not {value}", name="relu", value=state.relu)
        first, second = (_map(state, number) for number in (1, 2))
        plain = first(OUTLINE)
        between = np.maximum(plain, 0) if state.relu else plain
        end = second(between)
        one = fit(OUTLINE, end)[0] if state.relu else first.then(second)
        return Result(state, (first, second), one, plain, between, end, np.linalg.norm(one(OUTLINE) - end, axis=1))

    # Controls: a column for each map.

    def make_controls(self) -> dict[str, widgets.Widget]:
        """Six sliders for each of the two maps, and the ReLU."""
        names = {
            "angle": _("map {number}: angle"),
            "scale_x": _("map {number}: scale x"),
            "scale_y": _("map {number}: scale y"),
            "shear": _("map {number}: shear"),
            "shift_x": _("map {number}: shift x"),
            "shift_y": _("map {number}: shift y"),
        }
        controls: dict[str, widgets.Widget] = {
            f"{name}{number}": widgets.FloatSlider(
                description=told.format(number=number),
                min=RANGES[name][0],
                max=RANGES[name][1],
                step=5 if name == "angle" else 0.1,
                readout_format=".0f" if name == "angle" else ".1f",
                layout=widgets.Layout(width="400px"),
                style={"description_width": "110px"},
            )
            for number in (1, 2)
            for name, told in names.items()
        }
        controls["relu"] = widgets.Checkbox(
            description=_("ReLU between the maps"), indent=False, layout=widgets.Layout(width="230px")
        )
        return controls

    def arrange(self, controls: dict[str, widgets.Widget]) -> list[widgets.Widget]:
        """Map 1 on the left, map 2 beside it, then the ReLU."""
        columns = [widgets.VBox([controls[f"{name}{number}"] for name in RANGES]) for number in (1, 2)]
        return [*columns, controls["relu"]]

    # The picture.

    def scene(self, figure: Figure) -> Iterable[Artist]:
        """Three panels of the plane, and a page over them for what is written."""
        width, height = self.size
        panels = [self._panel(figure, left) for left in _LEFTS]
        page = figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(height, 0))
        page.set_axis_off()
        still: list[Text] = [
            (left, 20, text) for left, text in zip(_LEFTS, ("x", "after map 1", "after map 2"), strict=True)
        ]
        titles, signs = Labels(INK), Labels(INK, MONO)
        write(titles, [*still, (_LEFTS[0], _TOP + _SIDE + 34, "each map:  y = x Aᵀ + b")], 15)
        names = (("A₁", "b₁"), ("A₂", "b₂"), ("A ", "b "))
        around = [text for place, pair in zip(_MATRICES, names, strict=True) for text in _names(*place, *pair)]
        write(signs, around, _MONO)
        for words in (titles, signs):
            page.add_patch(words)
        panels[0].add_line(Line2D(GRID[:, 0], GRID[:, 1], color="#b5b5b5", lw=0.7))
        panels[0].add_patch(_letter("#B9B9B9", OUTLINE))
        sky, amber, dashed = COLOURS["sky"], "#F2C25A", (0, (3, 2))
        self.grids = [Line2D([], [], color="#b5b5b5", lw=0.7) for _panel in panels[1:]]
        self.letters = [_letter(sky, OUTLINE), _letter(amber, OUTLINE)]
        self.before = Line2D([], [], color="#555555", lw=1.2, ls=(0, (1, 1.5)))
        self.single = Line2D([], [], color=INK, lw=1.8, ls=dashed)
        self.corners = Line2D([], [], color=INK, ls="", marker="o", ms=4, fillstyle="none")
        self.misses = Line2D([], [], color=COLOURS["vermillion"], lw=1.6)
        for panel, grid, letter in zip(panels[1:], self.grids, self.letters, strict=True):
            panel.add_line(grid)
            panel.add_patch(letter)
        panels[1].add_line(self.before)
        for line in (self.misses, self.single, self.corners):
            panels[2].add_line(line)
        self.heads, self.matrices, self.verdict = Labels(COLOURS["blue"]), Labels(INK, MONO), Labels(INK)
        over = [self.heads, self.matrices, self.verdict]
        for artist in over:
            page.add_patch(artist)
        lines = [self.before, self.misses, self.single, self.corners]
        return [*self.grids, *self.letters, *lines, *over]

    def _panel(self, figure: Figure, left: float) -> Axes:
        width, height = self.size
        box = (left / width, 1 - (_TOP + _SIDE) / height, _SIDE / width, _SIDE / height)
        panel = figure.add_axes(box, xlim=(-REACH, REACH), ylim=(-REACH, REACH), xticks=[], yticks=[])
        panel.grid(visible=False)
        for side in panel.spines.values():
            side.set(visible=True, color="#cccccc")
        for line in (panel.axhline, panel.axvline):
            line(0, color="#777777", lw=0.8, zorder=0)
        for at in (-2, 2):
            panel.text(at, -0.12, f"{at}".replace("-", "−"), ha="center", va="top", fontsize=9, color="#666666")
            panel.text(-0.12, at, f"{at}".replace("-", "−"), ha="right", va="center", fontsize=9, color="#666666")
        return panel

    def draw(self, result: Result) -> None:
        """Move grids and letters, write the matrices."""
        first, second = result.maps
        relu = result.state.relu
        middle = np.maximum(first(BENDABLE_GRID), 0) if relu else first(GRID)  # NaN stays NaN
        for line, points in zip(self.grids, (middle, second(middle)), strict=True):
            _show(line, points)
        for letter, points in zip(self.letters, (result.between, result.end), strict=True):
            letter.set_path(Path(_closed(points)))
        nothing = np.zeros((0, 2))
        _show(self.before, _closed(result.plain) if relu else nothing)
        single = result.one(OUTLINE)
        _show(self.single, _closed(single))
        _show(self.corners, single[::PER_EDGE])
        gaps = np.full((len(LETTER), 2), np.nan)
        misses = np.stack([single[::PER_EDGE], result.end[::PER_EDGE], gaps], axis=1).reshape(-1, 2)
        _show(self.misses, misses if relu else nothing)
        self._write(result)

    def _write(self, result: Result) -> None:
        x, y = _LEFTS, _TOP + _SIDE
        maps = (*result.maps, result.one)
        rows = [row for place, each in zip(_MATRICES, maps, strict=True) for row in _numbers(*place, each)]
        write(self.matrices, rows, _MONO)
        verdict = "the dashed F lies exactly on the F after both maps"
        told = "one map (dashed):  A = A₂A₁,  b = A₂b₁ + b₂"
        if result.state.relu:
            told = "nearest single map (least squares, dashed)"
        if result.off.max() > _NONE:
            mean, most = result.off.mean(), result.off.max()
            verdict = f"the dashed F misses by {mean:.2f} on average, by {most:.2f} at most"
        heads = [(x[0], y + 74, told)]
        if result.state.relu:
            heads.append((x[1] + 105, 20, "then ReLU"))
        write(self.heads, heads, 15)
        write(self.verdict, [(x[0], y + 100, verdict)], 15)

    def describe(self, result: Result) -> str:
        """Say what the chain does to a corner, and whether one map does the same."""
        corner, at = OUTLINE[8 * PER_EDGE], result.end[8 * PER_EDGE]
        words = [
            _("Map 1 and then map 2 take the upper right corner of the F from {start} to {end}.").format(
                start=_point(corner), end=_point(at)
            )
        ]
        if not result.state.relu:
            same = _("One map alone does the same to every point; it multiplies areas by {area}.")
            words.append(same.format(area=_signed(result.one.area)))
            if result.one.area < -5e-3:
                words.append(_("The F is mirrored."))
        elif np.array_equal(result.plain, result.between):
            words.append(_("No coordinate is negative after map 1: the ReLU changes nothing, and one map still does."))
        elif result.off.max() < _NONE:
            words.append(_("The ReLU treats every point of the F alike, so that one map can still do the same to it."))
        else:
            missed = _(
                "The ReLU sets every negative coordinate to 0, and no single map does that: "
                "the nearest misses by {mean} on average and {most} at most."
            )
            words.append(missed.format(mean=f"{result.off.mean():.2f}", most=f"{result.off.max():.2f}"))
        return " ".join(words)


def _map(state: AffineState, number: int) -> Affine:
    """Map ``number`` of the state."""
    values = {}
    for name, (low, high) in RANGES.items():
        value = getattr(state, f"{name}{number}")
        known = isinstance(value, int | float) and not isinstance(value, bool)
        if not known or not math.isfinite(value) or not low <= value <= high:
            raise InputError(
                "{name} must be a number from {low} to {high}, not {value}",
                name=f"{name}{number}",
                low=f"{low:g}",
                high=f"{high:g}",
                value=value,
            )
        values[name] = value
    scale, shift = (values["scale_x"], values["scale_y"]), (values["shift_x"], values["shift_y"])
    return placed(values["angle"], scale, values["shear"], shift)


def _show(line: Line2D, points: np.ndarray) -> None:
    line.set_data(points[:, 0], points[:, 1])


def _closed(points: np.ndarray) -> np.ndarray:
    return np.concatenate([points, points[:1]])


def _letter(colour: str, points: np.ndarray) -> PathPatch:
    return PathPatch(Path(_closed(points)), facecolor=colour, edgecolor="none", alpha=0.85)


def _signed(number: float) -> str:
    return f"{round(number, 2) + 0.0:.2f}".replace("-", "−")


def _point(point: np.ndarray) -> str:
    return f"({_signed(point[0])}, {_signed(point[1])})"


def _names(left: float, top: float, matrix: str, shift: str) -> list[Text]:
    """What stands around the numbers of A and b: their names and brackets."""
    texts = [(left, top + 10, f"{matrix} ="), (left + 20 * _CHAR, top + 10, f"{shift} =")]
    for y, opens, closes in ((top, "⎡", "⎤"), (top + 20, "⎣", "⎦")):
        signs = ((5, opens), (17, closes), (25, opens), (31, closes))
        texts += [(left + at * _CHAR, y, sign) for at, sign in signs]
    return texts


def _numbers(left: float, top: float, each: Affine) -> list[Text]:
    """The numbers of A and b, a line for each row."""
    texts = []
    for y, row, shift in zip((top, top + 20), each.matrix, each.shift, strict=True):
        a, b, moved = (_signed(number).rjust(5) for number in (*row, shift))
        texts += [(left + 6 * _CHAR, y, f"{a} {b}"), (left + 26 * _CHAR, y, moved)]
    return texts
