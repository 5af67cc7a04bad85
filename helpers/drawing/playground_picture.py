"""A network of small maps beside the large map of what it answers, and the curves of its losses."""

from collections.abc import Sequence

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.colors import LinearSegmentedColormap

from helpers.drawing.boxes import Boxes
from helpers.drawing.labels import MONO, Labels, text_width
from helpers.drawing.numbers import short
from helpers.drawing.pixels import Pixels
from helpers.drawing.strokes import Look, Strokes
from helpers.drawing.style import COLOURS, INK, SIGNED

SIZE = (900, 486)
MAP = (624.0, 52.0, 256.0, 256.0)  # left, top, width, height in pixels of the page
CURVES = (660.0, 362.0, 220.0, 84.0)
TILE, PITCH = 34.0, 45.0
FIRST, LAST, TOP = 92.0, 560.0, 52.0  # middles of the first and the last column; top of the first tile
TEXT, SMALL = 14, 12
LIMIT = 6.0
NUMBERS = (434.0, 454.0, 474.0)  # the rows under the network
GRIDS = 40  # squares of the large map, in each direction
WIDEST = 6.0  # points
# Weights near 0 must be seen on white: the middle is grey.
SIGNED_LINES = LinearSegmentedColormap.from_list("signed lines", ["#B35806", "#D9D9D9", "#0A5AA0"])
BINS = 7  # colours of the answers
MARKS = {"train": "o", "test": "D"}
LOOKS = {
    "train": Look(COLOURS["blue"], (), "o", 7, 1.8),
    "test": Look(COLOURS["vermillion"], (4.0, 2.0), "s", 7, 1.8),
    **{
        f"{kind} {bin}": Look(SIGNED(bin / (BINS - 1)), (), mark, 5.2 if kind == "train" else 4.6)  # type: ignore[arg-type]
        for kind, mark in MARKS.items()
        for bin in range(BINS)
    },
}
NAMES = {"x1": "x₁", "x2": "x₂", "x1^2": "x₁²", "x2^2": "x₂²", "x1x2": "x₁x₂", "sin x1": "sin x₁", "sin x2": "sin x₂"}


def places(units: Sequence[Sequence[str]]) -> list[np.ndarray]:
    """Return the middles of the tiles, (units, 2) a layer; the last is the left edge of the large map."""
    hidden = len(units) - 2
    step = (LAST - FIRST) / max(hidden, 1)
    columns = []
    for layer, names in enumerate(units[:-1]):
        x = FIRST + step * layer if layer < hidden or hidden > 1 else LAST - 60
        y = TOP + TILE / 2 + PITCH * np.arange(len(names))
        columns.append(np.column_stack([np.full(len(names), x), y]))
    columns.append(np.array([[MAP[0] - 2, MAP[1] + MAP[3] / 2]]))
    return columns


class PlaygroundPicture:
    """The picture on ``page``, axes whose unit is a pixel and whose y runs downwards."""

    def __init__(self, page: Axes) -> None:
        self._page = page
        self._frames, self._still, self._ticks = Boxes("#888888", 1), Labels(INK), Labels("#666666")
        self._edges = Boxes("#888888")
        self.links = LineCollection([], capstyle="round")
        self.tiles: list[Pixels] = []
        self.map = Pixels(MAP, SIGNED, 1, -1)
        self.points, self.curves = Strokes(LOOKS), Strokes(LOOKS)
        self.chosen = Boxes(INK, 2.5)
        self.crosses = LineCollection([], colors=INK, linewidths=1.6)
        self.told, self.numbers = Labels(INK), Labels(INK, MONO)
        for artist in (self._frames, self._still, self._ticks, self._edges):
            page.add_artist(artist)
        self._draw_ground()
        self.artists: list[Artist] = []

    # What is still until the network is another.

    def _draw_ground(self) -> None:
        left, top, width, height = CURVES
        edges = [(left, top, 1, height), (left, top + height, width, 1)]
        table = np.array(edges)
        self._edges.place(table[:, :2], table[:, 2:])

    def set_network(self, units: Sequence[Sequence[str]]) -> list[Artist]:
        """Lay out the tiles and lines of ``units``, names layer by layer, and return the artists that move."""
        self.units, self.middles = units, places(units)
        for tile in self.tiles:
            tile.remove()
        self.tiles = []
        for middles in self.middles[:-1]:
            for x, y in middles:
                tile = Pixels((x - TILE / 2, y - TILE / 2, TILE, TILE), SIGNED, 1, -1)
                self.tiles.append(tile)
        segments, biases = [], []
        half = np.array([TILE / 2, 0])
        for before, behind in zip(self.middles[:-1], self.middles[1:], strict=True):
            last = behind is self.middles[-1]
            for end in behind:
                stop = end if last else end - half
                segments += [np.array([start + half, stop]) for start in before]
        for middles in self.middles[1:]:
            last = middles is self.middles[-1]
            for x, y in middles:
                at = np.array([x - 9, y + 16]) if last else np.array([x - TILE / 2 - 7, y + TILE / 2 - 3])
                biases.append(np.array([at - [2.5, 0], at + [2.5, 0]]))
        self._links = len(segments)
        self.links.set_segments([*segments, *biases])
        return []
