"""Planes with regions, lines and samples, and the table beside them: one unit with its rule, or two layers."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from helpers.drawing.boxes import Boxes
from helpers.drawing.labels import MONO, Labels, text_width
from helpers.drawing.pixels import Pixels
from helpers.drawing.style import COLOURS, INK, SIGNED

SIZE = (900, 404)  # pixels
LOW, HIGH = -0.5, 1.5  # what a plane shows
SIDE, TOP = 270, 46  # of a plane, in pixels
PLANES = (40, 372)  # left edges
_MONO, _TEXT = 12.5, 14
_GREY, _HALO = "#555555", "#F0E442"
_ZERO, _ONE = "#A04A00", "#0A4A86"  # samples: wanted 0, wanted 1
_DASHES = ("-", (0, (6, 3)))
_ARROW = 40  # pixels
_CELL = 14  # pixels of a step in the history
CHAR = _MONO * text_width("0", MONO)  # width of a character of the table, in pixels
Text = tuple[float, float, str]


@dataclass(frozen=True)
class Plane:
    """Answers on a grid, the samples, lines with their normal vectors."""

    regions: np.ndarray  # (cells, cells) from 0 to 1, the top row first
    points: np.ndarray  # (samples, 2)
    lines: tuple[np.ndarray, ...]  # each (2, 2), or (0, 2) where there is none
    normals: tuple[np.ndarray, ...]  # each (2,), any length; told by ``names``
    names: tuple[str, ...]


class PerceptronPicture:
    """The whole picture on ``figure``, in pixels of the page."""

    def __init__(self, figure: Figure) -> None:
        width, height = SIZE
        for name, left in zip("xh", PLANES, strict=True):
            box = (left / width, 1 - (TOP + SIDE) / height, SIDE / width, SIDE / height)
            ax = figure.add_axes(box, xlim=(LOW, HIGH), ylim=(LOW, HIGH), xticks=[0, 1], yticks=[0, 1])
            ax.text(HIGH, LOW - 0.06, f"{name}₁", ha="right", va="top", fontsize=11, color=_GREY)
            ax.text(LOW - 0.06, HIGH, f"{name}₂", ha="right", va="top", fontsize=11, color=_GREY)
            self._second = ax
        page = figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(height, 0))
        page.set_axis_off()
        self._legend(page)
        self.still_titles, self.still_table = Labels(INK), Labels(INK, MONO)
        self._shown: object = None
        self.regions = [Pixels((left, TOP, SIDE, SIDE), SIGNED, most=2.2, least=-1.2) for left in PLANES]
        self.lines = [_line(page, INK, dash, 2) for dash in _DASHES]
        self.normals, self.last_line = _line(page, INK, "-", 1.4), _line(page, INK, "-", 2)
        self.halo = _markers(page, "o", 19, _HALO, "#8a8200")
        self.zeros, self.ones = _markers(page, "o", 8.5, _ZERO, "white"), _markers(page, "s", 8, _ONE, "white")
        self.wrong = _markers(page, "o", 15, "none", INK)
        self.right_cells, self.changed_cells = Boxes("#C9C9C9"), Boxes(COLOURS["vermillion"])
        self.now = Boxes(INK, frame=1.6)
        self.titles, self.table = Labels(INK), Labels(INK, MONO)
        cells: list[Artist] = [*self.regions, self.right_cells, self.changed_cells, self.now]
        for artist in (*cells, self.still_titles, self.still_table, self.titles, self.table):
            page.add_artist(artist)
        lines = [*self.lines, self.last_line, self.normals, self.halo, self.zeros, self.ones, self.wrong]
        self.moving: list[Artist] = [*cells, *lines, self.titles, self.table]  # those that change from frame to frame

    @staticmethod
    def _legend(page: Axes) -> None:
        y = TOP + SIDE + 46
        page.plot([48], [y], ls="", marker="s", ms=8, color=_ONE)
        page.plot([138], [y], ls="", marker="o", ms=8.5, color=_ZERO)
        page.plot([232], [y], ls="", marker="o", ms=13, mfc="none", mec=INK, mew=1.6)
        for x, text in ((60, "wanted 1"), (150, "wanted 0"), (246, "wrong")):
            page.text(x, y, text, fontsize=10, va="center", color=INK)
        for x, colour, text in ((41, 0.75, "answer 1"), (131, 0.25, "answer 0")):
            page.add_artist(Line2D([x, x + 14], [y + 26] * 2, lw=10, color=SIGNED(colour), solid_capstyle="butt"))
            page.text(x + 19, y + 26, text, fontsize=10, va="center", color=INK)

    def background(self, key: object, two: bool, titles: Sequence[Text], table: Sequence[Text]) -> bool:
        """Show what stays as long as ``key`` does: the second plane or not, still texts. True when that changed."""
        if key == self._shown:
            return False
        self._shown = key
        self._second.set_visible(two)
        _place(self.still_titles, titles, _TEXT)
        _place(self.still_table, table, _MONO)
        return True

    def planes(self, planes: Sequence[Plane], wanted: np.ndarray, right: np.ndarray, looked_at: int | None) -> None:
        """Show one plane, or two; ``looked_at`` is the sample of the rule's last step."""
        for place, regions in enumerate(self.regions):
            regions.set_visible(place < len(planes))
            if place < len(planes):
                regions.set_data(planes[place].regions)
        at = np.concatenate([pixels(plane.points, left) for plane, left in zip(planes, PLANES, strict=False)])
        wanted, right = np.tile(wanted, len(planes)), np.tile(right, len(planes))
        for markers, which in ((self.zeros, wanted == 0), (self.ones, wanted == 1), (self.wrong, ~right)):
            markers.set_data(at[which, 0], at[which, 1])
        self.halo.set_data(*([], []) if looked_at is None else ([at[looked_at, 0]], [at[looked_at, 1]]))
        nothing = np.zeros((0, 2))
        first = [pixels(line, PLANES[0]) for line in planes[0].lines]
        second = [pixels(line, PLANES[1]) for plane in planes[1:] for line in plane.lines]
        for artist, line in zip(
            (*self.lines, self.last_line), (*first, nothing)[:2] + (*second, nothing)[:1], strict=True
        ):
            artist.set_data(line[:, 0], line[:, 1])
        self._arrows(planes)

    def _arrows(self, planes: Sequence[Plane]) -> None:
        """A normal vector on each line; its name at the tip."""
        paths, names = [], []
        for plane, left in zip(planes, PLANES, strict=False):
            for line, normal, name in zip(plane.lines, plane.normals, plane.names, strict=True):
                if len(line):
                    ends, share = np.array(sorted(pixels(line, left).tolist())), 0.7 if name == "h₂" else 0.3
                    start = ends[0] + share * (ends[1] - ends[0])
                    way = np.array([normal[0], -normal[1]]) / np.hypot(*normal)
                    paths.append(_arrow(start, way))
                    names.append((*_inside(start + (_ARROW + 11) * way, left), name))
        paths.append(np.zeros((0, 2)))
        points = np.concatenate(paths)
        self.normals.set_data(points[:, 0], points[:, 1])
        self._names: list[Text] = names

    def write(self, titles: Sequence[Text], table: Sequence[Text]) -> None:
        """Show texts: titles and names in one type, what stands in columns in another."""
        shift = [(x - 0.5 * _TEXT * text_width(text), y, text) for x, y, text in self._names]
        _place(self.titles, [*titles, *shift], _TEXT)
        _place(self.table, table, _MONO)

    def names(self, named: Sequence[tuple[np.ndarray, str]]) -> list[Text]:
        """Texts above points of the second plane."""
        at = [(pixels(place, PLANES[1]), text) for place, text in named]
        return [(float(x) - 0.5 * _TEXT * text_width(text), float(y) - 18, text) for (x, y), text in at]

    def history(self, changed: np.ndarray, samples: int, top: float, row: float, left: float) -> None:
        """Show a cell for each step: a row for each sample, a column for each time through all of them."""
        steps = np.arange(len(changed))
        corners = np.column_stack([left + _CELL * (steps // samples), top + row * (steps % samples) - _CELL / 2 + 1])
        size = np.full(corners.shape, _CELL - 2.0)
        for boxes, which in ((self.changed_cells, changed), (self.right_cells, ~changed)):
            boxes.place(corners[which], size[which])
        self.now.place(corners[-1:] - 0.5, size[-1:] + 1)


def pixels(points: np.ndarray, left: float) -> np.ndarray:
    """Places on the page of points of the plane whose left edge is ``left``: (…, 2) → (…, 2)."""
    share = (np.asarray(points) - LOW) / (HIGH - LOW)
    return np.array([left, TOP + SIDE]) + share * [SIDE, -SIDE]


def _inside(place: np.ndarray, left: float) -> np.ndarray:
    return np.clip(place, [left + 10, TOP + 10], [left + SIDE - 10, TOP + SIDE - 10])


def _arrow(start: np.ndarray, way: np.ndarray) -> np.ndarray:
    """Shaft and head as one path with gaps."""
    tip, across, gap = start + _ARROW * way, np.array([-way[1], way[0]]), np.full(2, np.nan)
    return np.array([start, tip, gap, tip - 9 * way + 4.5 * across, tip, tip - 9 * way - 4.5 * across, gap])


def _line(page: Axes, colour: str, dash: object, wide: float) -> Line2D:
    return page.plot([], [], color=colour, ls=dash, lw=wide)[0]  # type: ignore[arg-type]


def _markers(page: Axes, marker: str, size: float, face: str, edge: str) -> Line2D:
    return page.plot([], [], ls="", marker=marker, ms=size, mfc=face, mec=edge, mew=1.4)[0]


def _place(labels: Labels, texts: Sequence[Text], size: float, centred: bool = False) -> None:
    places = np.array([(x, y) for x, y, _text in texts]).reshape(-1, 2)
    labels.place(places, [text for _x, _y, text in texts], size, centred)
