"""A map with the paths of several optimizers, their heights beside it, and the order in which they stand."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.lines import Line2D
from matplotlib.transforms import Bbox, TransformedBbox

from helpers.drawing.boxes import Boxes
from helpers.drawing.labels import MONO, Labels
from helpers.drawing.numbers import short
from helpers.drawing.pixels import Pixels
from helpers.drawing.style import COLOURS, INK
from helpers.maths.race import Race
from helpers.maths.surfaces import Surface

SIZE = (900, 452)
MAP = (36, 14, 404, 404)  # left, top, width, height in pixels of the page
CURVES = (508, 34, 376, 196)
TABLE = (462, 266)
ROW = 18
DECADES = (-6, 1)  # of the height, as a share of that at the start
BANDS = 11
FINE = 606  # pixels of the map as it is drawn

# Colour, line and marker of each optimizer, the same wherever it runs.
LOOKS = {
    "sgd": ("#000000", "-", "o"),
    "momentum": (COLOURS["blue"], "--", "s"),
    "nesterov": (COLOURS["sky"], "-.", "D"),
    "adagrad": ("#7A5C00", ":", "^"),
    "rmsprop": (COLOURS["green"], "--", "v"),
    "adadelta": ("#777777", "-.", "P"),
    "adam": (COLOURS["vermillion"], "-", "*"),
    "adamw": (COLOURS["purple"], ":", "X"),
    "nadam": (COLOURS["orange"], "--", "h"),
}
# Light, so that lines of any colour stand out on it.
_GROUND = LinearSegmentedColormap.from_list("ground", ["#FFFFFF", "#E3E8EF", "#B4C0CF"])


class RaceMap:
    """The still ground and the lines on it; ``artists`` move."""

    def __init__(self, ax: Axes) -> None:
        left, top, width, height = MAP
        self._ground = Pixels(MAP, _GROUND, most=1)
        self._still, self._minima = Labels(INK), Line2D([], [], ls="", marker="+", ms=11, mew=2, color=INK)
        for artist in (self._ground, self._minima):
            ax.add_artist(artist)
        ax.add_patch(self._still)
        self._frame(ax)
        clip = TransformedBbox(Bbox([[left, top], [left + width, top + height]]), ax.transData)
        self._paths, self._curves = {}, {}
        for name, (colour, line, marker) in LOOKS.items():
            look: dict[str, Any] = {"color": colour, "ls": line, "marker": marker, "mec": "white", "mew": 0.8}
            self._paths[name] = ax.add_line(Line2D([], [], lw=1.8, ms=11 if marker == "*" else 8, **look))
            self._paths[name].set_clip_box(clip)
            self._curves[name] = ax.add_line(Line2D([], [], lw=1.6, ms=9 if marker == "*" else 6, **look))
        self._table = Labels(INK, MONO)
        ax.add_patch(self._table)
        self.artists: list[Artist] = [*self._paths.values(), *self._curves.values(), self._table]

    def _frame(self, ax: Axes) -> None:
        """Draw what never changes: a frame round the map, the grid of the curves with its decades."""
        frame = Boxes("#666666", frame=1)
        frame.place(np.array([MAP[:2]], float), np.array([MAP[2:]], float))
        left, top, width, height = CURVES
        powers = np.arange(DECADES[0], DECADES[1] + 1)
        y = top + height * (1 - (powers - DECADES[0]) / (DECADES[1] - DECADES[0]))
        grid = Boxes("#E2E2E2")
        grid.place(np.column_stack([np.full(len(y), left), y]), np.tile([width, 1 / 1.5], (len(y), 1)))
        ticks = Labels("#444444")
        words = ["1" if power == 0 else f"1e{power}".replace("-", "−") for power in powers]
        ticks.place(np.column_stack([np.full(len(y), left - 40), y]), words, 14, centred=False)
        for artist in (frame, grid, ticks):
            ax.add_patch(artist)

    def set_ground(self, surface: Surface, steps: int) -> None:
        """Draw another surface, another length of the race: still things, for ``Stage.invalidate``."""
        self._surface = surface
        left, right, bottom, top = surface.box
        self._ground.set_data(_bands(surface))
        self._minima.set_data(*self._place(np.array(surface.minima)).T)
        x0, y0, wide, high = MAP
        cx, cy, cw, ch = CURVES
        told = [
            (x0, y0 + high + 12, short(left)),
            (x0 + wide - 18, y0 + high + 12, short(right)),
            (x0 + wide / 2, y0 + high + 14, "w₁"),
            (4, y0 + 6, short(top)),
            (4, y0 + high - 6, short(bottom)),
            (10, y0 + high / 2, "w₂"),
            (cx - 3, cy + ch + 12, "0"),
            (cx + cw - 24, cy + ch + 12, str(steps)),
            (cx + cw / 2 - 14, cy + ch + 12, "step"),
            (cx - 40, 14, "height above the minimum, as a share of the start's"),
        ]
        self._still.place(np.array([place[:2] for place in told]), [place[2] for place in told], 14, centred=False)

    def _place(self, w: np.ndarray) -> np.ndarray:
        """Turn weights (…, 2) into pixels of the map."""
        left, right, bottom, top = self._surface.box
        x0, y0, wide, high = MAP
        share = (w - [left, top]) / [right - left, bottom - top]
        return share * [wide, high] + [x0, y0]

    def set_race(self, race: Race, step: int) -> None:
        """Show the race up to ``step``."""
        path, heights = self._place(race.path[: step + 1]), self._heights(race)[: step + 1]
        left, top, width, height = CURVES
        x = left + width * np.arange(step + 1) / (len(race.losses) - 1)
        y = top + height * (1 - (heights - DECADES[0]) / (DECADES[1] - DECADES[0]))
        order = standing(race, step)
        for name in LOOKS:
            for line in (self._paths[name], self._curves[name]):
                line.set_visible(name in race.names)
        tx, ty = TABLE
        for place, number in enumerate(order):
            name, row = race.names[number], ty + ROW * (place + 1)
            walked = _thinned(path[:, number])
            self._paths[name].set_data(*walked.T)
            self._paths[name].set_markevery([len(walked) - 1])
            sample = [[tx, row], [tx + 34, row], [np.nan, np.nan]]
            curve = np.concatenate([sample, _thinned(np.column_stack([x, y[:, number]]))])
            self._curves[name].set_data(*curve.T)
            self._curves[name].set_markevery([1, len(curve) - 1])
        self._write(race, step, order)

    def _heights(self, race: Race) -> np.ndarray:
        """Heights in decades of that at the start, inside the panel."""
        least = self._surface.least
        with np.errstate(divide="ignore"):
            shares = np.log10(np.maximum(race.losses - least, 0) / max(race.losses[0, 0] - least, 1e-300))
        return np.clip(shares, *DECADES)

    def _write(self, race: Race, step: int, order: Sequence[int]) -> None:
        tx, ty = TABLE
        rows = [f"{f'step {step}':11}{'rate':>8} {'height':>9}"]
        least = self._surface.least
        for place, number in enumerate(order):
            gone = race.stopped[number]
            height = short(max(float(race.losses[step, number] - least), 0.0))
            state = _state(race, number, step)
            told = f"{'diverged':>9}" if gone is not None and gone <= step else f"{height:>9}"
            rows.append(f"{place + 1} {race.names[number]:9}{short(race.rates[number]):>8} {told}  {state}")
        at = np.array([[tx + 48, ty + ROW * number] for number in range(len(rows))], float)
        self._table.place(at, rows, 14, centred=False)


def _thinned(points: np.ndarray) -> np.ndarray:
    """Leave points (n, 2) out that lie in the same drawn pixel as the one before: most of a run that has arrived."""
    moved = (np.diff(np.rint(points * 1.5), axis=0) != 0).any(axis=1)
    moved[-1:] = True
    return points[np.concatenate([[True], moved])]


@lru_cache(maxsize=16)
def _bands(surface: Surface) -> np.ndarray:
    """Return the map of a surface, (pixels, pixels) from 0 to 1: bands of height."""
    left, right, bottom, top = surface.box
    x, y = np.meshgrid(np.linspace(left, right, FINE), np.linspace(top, bottom, FINE))
    height = np.stack([surface.f(a, b) for a, b in zip(x, y, strict=True)]) - surface.least
    depth = np.log(height + np.quantile(height, 0.02) + 1e-9)
    return np.floor(BANDS * (depth - depth.min()) / np.ptp(depth) * 0.999) / (BANDS - 1)


def _state(race: Race, number: int, step: int) -> str:
    """What has become of one racer up to ``step``."""
    gone, there = race.stopped[number], race.arrived[number]
    if gone is not None and gone <= step:
        return f"at step {gone}"
    return f"there at {there}" if there is not None and there <= step else ""


def standing(race: Race, step: int) -> list[int]:
    """Return the numbers of the racers, lowest first, those who have left at the end."""
    heights = [
        float("inf") if gone is not None and gone <= step else float(height)
        for gone, height in zip(race.stopped, race.losses[step], strict=True)
    ]
    return sorted(range(len(heights)), key=heights.__getitem__)
