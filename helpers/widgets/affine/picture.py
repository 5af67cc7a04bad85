"""The letter F and a grid: as they are, after the first map, after the second; the matrices under them."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from helpers.drawing import COLOURS, Labels
from helpers.drawing.fonts import MONO
from helpers.drawing.labels import Text
from helpers.drawing.letter import BENDABLE_GRID, GRID, LETTER, OUTLINE, PER_EDGE
from helpers.drawing.numbers import fixed
from helpers.drawing.page import add, page
from helpers.drawing.style import INK
from helpers.widgets.affine.model import ROUNDING, Affine, Composition
from helpers.words import _

SIZE = (900, 440)  # pixels
REACH = 3.0  # from the middle of a panel to its edge
LEFTS, TOP, SIDE = (20, 310, 600), 36, 280  # panels in pixels
BELOW = TOP + SIDE
TEXT, MONO_TEXT = 15, 14  # pixels
MATRICES = ((LEFTS[1], BELOW + 26), (LEFTS[2], BELOW + 26), (LEFTS[2], BELOW + 80))  # of the two maps and of the one
NAMES = (("A₁", "b₁"), ("A₂", "b₂"), ("A ", "b "))
LINES = "#b5b5b5"  # of the grid


class AffinePicture:
    """Three panels of the plane, and a page over them for what is written."""

    def __init__(self, figure: Figure) -> None:
        panels = [_panel(figure, left) for left in LEFTS]
        over = page(figure)
        titles = Labels(INK)
        heads = zip(LEFTS, (20, 20, 20), ("x", _("after map 1"), _("after map 2")), strict=True)
        titles.write([*heads, (LEFTS[0], BELOW + 34, _("each map:  y = x Aᵀ + b"))], TEXT)
        panels[0].add_line(Line2D(GRID[:, 0], GRID[:, 1], color=LINES, lw=0.7))
        panels[0].add_patch(_letter("#B9B9B9"))
        self.grids = [panel.add_line(Line2D([], [], color=LINES, lw=0.7)) for panel in panels[1:]]
        self.letters = [_letter(COLOURS["sky"]), _letter("#F2C25A")]
        for panel, letter in zip(panels[1:], self.letters, strict=True):
            panel.add_patch(letter)
        self.before = panels[1].add_line(Line2D([], [], color="#555555", lw=1.2, ls=(0, (1, 1.5))))
        self.misses = panels[2].add_line(Line2D([], [], color=COLOURS["vermillion"], lw=1.6))
        self.single = panels[2].add_line(Line2D([], [], color=INK, lw=1.8, ls=(0, (3, 2))))
        self.corners = panels[2].add_line(Line2D([], [], color=INK, ls="", marker="o", ms=4, fillstyle="none"))
        self.heads, self.matrices, self.verdict = Labels(COLOURS["blue"]), Labels(INK, MONO), Labels(INK)
        add(over, titles)
        lines = [*self.grids, *self.letters, self.before, self.misses, self.single, self.corners]
        self.moving = [*lines, *add(over, self.heads, self.matrices, self.verdict)]

    def show(self, result: Composition) -> None:
        """Move grids and letters, write the matrices."""
        first, second = result.maps[:2]
        grid = np.maximum(first(BENDABLE_GRID), 0) if result.relu else first(GRID)  # NaN stays NaN
        self.grids[0].set_data(*grid.T)
        self.grids[1].set_data(*second(grid).T)
        for letter, points in zip(self.letters, (result.between, result.after), strict=True):
            letter.set_path(Path(_closed(points)))
        self.before.set_data(*_closed(result.before).T if result.relu else ([], []))
        single, corners = result.single[::PER_EDGE], result.after[::PER_EDGE]
        self.single.set_data(*_closed(result.single).T)
        self.corners.set_data(*single.T)
        gaps = np.full((len(LETTER), 2), np.nan)
        misses = np.stack([single, corners, gaps], axis=1).reshape(-1, 2)
        self.misses.set_data(*misses.T if result.relu else ([], []))
        equations = zip(MATRICES, result.maps, NAMES, strict=True)
        self.matrices.write([text for at, each, names in equations for text in _equations(*at, each, names)], MONO_TEXT)
        self._write_verdict(result.relu, result.misses)

    def _write_verdict(self, relu: bool, misses: np.ndarray) -> None:
        one = _("one map (dashed):  A = A₂A₁,  b = A₂b₁ + b₂")
        how = _("nearest single map (least squares, dashed)") if relu else one
        heads: list[Text] = [(LEFTS[0], BELOW + 74, how)]
        if relu:
            heads.append((LEFTS[1] + 105, 20, _("then ReLU")))
        self.heads.write(heads, TEXT)
        verdict = _("the dashed F lies exactly on the F after both maps")
        if misses.max() > ROUNDING:
            verdict = _("the dashed F misses by {mean} on average, by {most} at most").format(
                mean=fixed(misses.mean(), 2), most=fixed(misses.max(), 2)
            )
        self.verdict.write([(LEFTS[0], BELOW + 100, verdict)], TEXT)


def _panel(figure: Figure, left: float) -> Axes:
    width, height = SIZE
    box = (left / width, 1 - BELOW / height, SIDE / width, SIDE / height)
    panel = figure.add_axes(box, xlim=(-REACH, REACH), ylim=(-REACH, REACH), xticks=[], yticks=[])
    panel.grid(visible=False)
    for side in panel.spines.values():
        side.set(visible=True, color="#cccccc")
    for line in (panel.axhline, panel.axvline):
        line(0, color="#777777", lw=0.8, zorder=0)
    for at, text in ((-2, "−2"), (2, "2")):
        panel.text(at, -0.12, text, ha="center", va="top", fontsize=9, color="#666666")
        panel.text(-0.12, at, text, ha="right", va="center", fontsize=9, color="#666666")
    return panel


def _closed(points: np.ndarray) -> np.ndarray:
    return np.concatenate([points, points[:1]])


def _letter(colour: str) -> PathPatch:
    return PathPatch(Path(_closed(OUTLINE)), facecolor=colour, edgecolor="none", alpha=0.85)


def _equations(left: float, top: float, each: Affine, names: tuple[str, str]) -> list[Text]:
    """A and b with their names, in brackets two lines high."""
    matrix, shift = (f"{name} =" for name in names)
    texts = [(left, top + 10, f"{matrix:<20}{shift}")]
    for y, row, moved, signs in zip((top, top + 20), each.matrix, each.shift, ("⎡⎤", "⎣⎦"), strict=True):
        a, b, c = (f"{fixed(number, 2):>5}" for number in (*row, moved))
        texts.append((left, y, f"     {signs[0]}{a} {b}{signs[1]}       {signs[0]}{c}{signs[1]}"))
    return texts
