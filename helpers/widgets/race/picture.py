"""A map with the paths of several optimizers, their heights beside it, and the order in which they stand."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.lines import Line2D

from helpers.drawing.boxes import Boxes
from helpers.drawing.fonts import MONO
from helpers.drawing.labels import Labels, ending, text_width
from helpers.drawing.numbers import short
from helpers.drawing.page import add
from helpers.drawing.pixels import Pixels
from helpers.drawing.strokes import Look, Strokes
from helpers.drawing.style import COLOURS, INK
from helpers.maths.surfaces import SURFACES, Surface
from helpers.widgets.race.model import Race, Result
from helpers.words import NP_, _

SIZE = (900, 432)
MAP = (42, 14, 384, 384)  # left, top, width, height in pixels of the page
CURVES = (498, 34, 386, 178)
TABLE = (450, 250)
ROW, FONT = 18, 13.5
DECADES = (-6, 1)  # of the height, as a share of that at the start
BANDS = 11
TRAIL = 1500  # pixels of a path that are shown, from its head backwards
FINE = 576  # pixels of the map as it is drawn

# Colour, line and marker of each optimizer, the same wherever it runs.
_DASHED, _DOTTED, _MIXED = (6.3, 2.7), (1.7, 2.8), (10.9, 2.7, 1.7, 2.7)
LOOKS = {
    "sgd": Look("#000000", (), "o"),
    "momentum": Look(COLOURS["blue"], _DASHED, "s"),
    "nesterov": Look(COLOURS["sky"], _MIXED, "D"),
    "adagrad": Look("#7A5C00", _DOTTED, "^"),
    "rmsprop": Look(COLOURS["green"], _DASHED, "v"),
    "adadelta": Look("#777777", _MIXED, "P"),
    "adam": Look(COLOURS["vermillion"], (), "*", 10),
    "adamw": Look(COLOURS["purple"], _DOTTED, "X"),
    "nadam": Look(COLOURS["orange"], _DASHED, "h"),
}
_GAP = (np.nan, np.nan)  # between pieces of a line
# Light, so that lines of any colour stand out on it.
_GROUND = LinearSegmentedColormap.from_list("ground", ["#FFFFFF", "#E3E8EF", "#B4C0CF"])


class RacePicture:
    """The still ground and the lines on it."""

    def __init__(self, page: Axes) -> None:
        self.bands = Pixels(MAP, _GROUND, most=1)
        self.minima = Line2D([], [], ls="", marker="+", ms=11, mew=2, color=INK)
        self.limits, self.head = Labels(INK), Labels(INK, MONO)
        self.lines, self.table = Strokes(LOOKS), Labels(INK, MONO)
        add(page, self.bands, self.minima, self.limits, self.head, *_frame())
        self.moving = add(page, self.lines, self.table)
        self._ground: object = None

    def show(self, result: Result) -> bool:
        """Show the race up to its step; another ground only for another surface, length, or column of rates."""
        ground = (result.surface, result.steps, result.best)
        other = self._ground != ground
        if other:
            self._ground, self._surface = ground, SURFACES[result.surface]
            self._set_ground(result.steps, result.best)
        order = result.race.standing(result.step)
        self._draw(result.race, result.step, result.steps, order)
        self._write(result, order)
        return other

    def _set_ground(self, steps: int, rates: bool) -> None:
        """Draw what stands still during a race: the map, limits of the axes, heads of the table."""
        left, right, bottom, top = self._surface.box
        self.bands.set_data(_bands(self._surface))
        self.minima.set_data(*self._place(np.array(self._surface.minima)).T)
        x0, y0, wide, high = MAP
        cx, cy, cw, ch = CURVES
        limits = [
            (x0, y0 + high + 12, short(left)),
            ending(x0 + wide, y0 + high + 12, short(right), 14),
            (x0 + wide / 2, y0 + high + 14, "w₁"),
            ending(x0 - 5, y0 + 6, short(top), 14),
            ending(x0 - 5, y0 + high - 6, short(bottom), 14),
            (x0 - 26, y0 + high / 2, "w₂"),
            (cx - 3, cy + ch + 12, "0"),
            ending(cx + cw, cy + ch + 12, str(steps), 14),
            (cx + cw / 2 - 14, cy + ch + 12, _(NP_("training", "step"))),
            (cx - 40, 14, _("height above the minimum, as a share of the start's")),
        ]
        self.limits.write(limits, 14)
        ends = (19, 29, 40) if rates else (11, 21, 32)  # characters after the place: rate, height, arrival
        heads = zip(ends, (_("rate") if rates else "", _("height"), _("there at")), strict=True)
        begin, pitch = TABLE[0] + 48, text_width("0", MONO) * FONT
        self.head.write([ending(begin + pitch * end, TABLE[1], head, FONT, MONO) for end, head in heads], FONT)

    def _place(self, w: np.ndarray) -> np.ndarray:
        """Turn weights (…, 2) into pixels of the map."""
        left, right, bottom, top = self._surface.box
        x0, y0, wide, high = MAP
        share = (w - [left, top]) / [right - left, bottom - top]
        return share * [wide, high] + [x0, y0]

    def _draw(self, race: Race, step: int, steps: int, order: Sequence[int]) -> None:
        """Draw paths and curves up to ``step`` of ``steps``, and a sample of each line in its row of the table."""
        path, heights = self._place(race.path[: step + 1]), self._heights(race)[: step + 1]
        left, top, width, height = CURVES
        x = left + width * np.arange(step + 1) / steps
        y = top + height * (1 - (heights - DECADES[0]) / (DECADES[1] - DECADES[0]))
        curves = np.stack([np.broadcast_to(x[:, None], y.shape), y], axis=-1)
        on_path, on_curve, first = _moved(path), _moved(curves), _trail(path)
        lines, marked = {}, {}
        for number, name in enumerate(race.names):  # not by place: who lies above whom would flicker
            gone, begin = race.stopped[number], first[number]
            last = step + 1 if gone is None else gone + 1
            walked = _within(path[begin:last, number][on_path[begin:last, number]])
            curve = curves[:last, number][on_curve[:last, number]]
            row = TABLE[1] + ROW * (order.index(number) + 1)
            sample = np.array([_GAP, (TABLE[0], row), (TABLE[0] + 34, row), _GAP])
            lines[name] = np.concatenate([walked, sample, curve])
            head = path[last - 1 : last, number]
            marked[name] = np.concatenate([sample[2:3], curve[-1:], head[_inside(head, 0.5)]])
        self.lines.set_lines(lines, marked)

    def _heights(self, race: Race) -> np.ndarray:
        """Heights in decades of that at the start, inside the panel."""
        least = self._surface.least
        with np.errstate(divide="ignore"):
            shares = np.log10(np.maximum(race.losses - least, 0) / max(race.losses[0, 0] - least, 1e-300))
        return np.clip(shares, *DECADES)

    def _write(self, result: Result, order: Sequence[int]) -> None:
        """Write the table: who stands where, how high, since when."""
        race, step = result.race, result.step
        rows = [_("step {number}").format(number=step)]
        for place, number in enumerate(order):
            gone, there = race.stopped[number], race.arrived[number]
            height = max(float(race.losses[step, number] - self._surface.least), 0.0)
            text = f"{short(height):>9}"
            if gone is not None and gone <= step:
                text = " " + _("diverged at {step}").format(step=gone)
            elif there is not None and there <= step:
                text += f"{there:>11}"
            rate = f"{short(race.rates[number]):>8}" if result.best else ""
            rows.append(f"{place + 1} {race.names[number]:9}{rate} {text}")
        self.table.write([(TABLE[0] + 48, TABLE[1] + ROW * row, text) for row, text in enumerate(rows)], FONT)


def _frame() -> list[Artist]:
    """What never changes: a frame round the map, the grid of the curves with its decades."""
    left, top, width, height = CURVES
    powers = np.arange(DECADES[0], DECADES[1] + 1)
    y = top + height * (1 - (powers - DECADES[0]) / (DECADES[1] - DECADES[0]))
    frame, grid, ticks = Boxes("#666666", frame=1), Boxes("#E2E2E2"), Labels("#444444")
    frame.place_rows(MAP)
    grid.place_rows([(left, at, width, 1 / 1.5) for at in y])
    words = ["1" if power == 0 else f"1e{power}".replace("-", "−") for power in powers]
    ticks.write([(left - 40, at, word) for at, word in zip(y, words, strict=True)], 14)
    return [frame, grid, ticks]


def _inside(points: np.ndarray, margin: float = 0) -> np.ndarray:
    """Return which of ``points`` (n, 2) lie on the map or at most ``margin`` beside it: (n,)."""
    low, high = np.array(MAP[:2]) - margin, np.add(MAP[:2], MAP[2:]) + margin
    return np.asarray(((points >= low) & (points <= high)).all(axis=1))


def _within(points: np.ndarray) -> np.ndarray:
    """Return the polyline ``points`` (n, 2) as far as it lies on the map, NaN where it is interrupted.

    Each segment is cut where it crosses an edge (Liang and Barsky, 1984).
    """
    low, high = np.array(MAP[:2]), np.add(MAP[:2], MAP[2:])
    if _inside(points).all():
        return points
    here, way = points[:-1], np.diff(points, axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):  # along an edge, or beside the map
        edges = np.stack([(low - here) / way, (high - here) / way])
        enter = np.fmax(np.fmin(*edges), 0).max(axis=1)[:, None]
        leave = np.fmin(np.fmax(*edges), 1).min(axis=1)[:, None]
        ends = [here + enter * way, np.where(leave < 1, here + leave * way, points[1:])]
    parts = np.stack([*ends, np.full(way.shape, np.nan)])
    seen = (enter <= leave)[:, 0]
    kept = np.stack([seen & (enter[:, 0] > 0), seen, seen & (leave[:, 0] < 1)])
    kept[0, :1] = seen[:1]
    return parts.transpose(1, 0, 2)[kept.T]


def _trail(paths: np.ndarray) -> np.ndarray:
    """Return for each path (n, racers, 2) where its last ``TRAIL`` pixels begin.

    One that runs to and fro would paint the map over.
    """
    lengths = np.minimum(np.hypot(*np.diff(paths, axis=0).transpose(2, 0, 1)), MAP[3])
    return np.count_nonzero(np.cumsum(lengths[::-1], axis=0) > TRAIL, axis=0)


def _moved(points: np.ndarray) -> np.ndarray:
    """Return which of ``points`` (n, racers, 2) lie in another drawn pixel than the one before: (n, racers).

    Few of a run that has arrived; the first and the last always.
    """
    moved = np.ones(points.shape[:2], bool)
    moved[1:-1] = (np.diff(np.rint(points[:-1] * 1.5), axis=0) != 0).any(axis=2)
    return moved


@lru_cache(maxsize=16)
def _bands(surface: Surface) -> np.ndarray:
    """Return the map of a surface, (pixels, pixels) from 0 to 1: bands of height."""
    left, right, bottom, top = surface.box
    x, y = np.meshgrid(np.linspace(left, right, FINE), np.linspace(top, bottom, FINE))
    height = np.stack([surface.f(a, b) for a, b in zip(x, y, strict=True)]) - surface.least
    depth = np.log(height + np.quantile(height, 0.02) + 1e-9)
    return np.floor(BANDS * (depth - depth.min()) / np.ptp(depth) * 0.999) / (BANDS - 1)
