"""What the layers of a network answer at one moment: a table, a histogram, its history, pictures of single answers."""

from collections.abc import Sequence

import matplotlib as mpl
import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from helpers.drawing.boxes import Boxes
from helpers.drawing.labels import MONO, Labels, text_width
from helpers.drawing.numbers import short
from helpers.drawing.pixels import Pixels
from helpers.drawing.strokes import Look, Strokes
from helpers.drawing.style import COLOURS, INK, SIGNED
from helpers.widgets.recording.model import BINS, Spread

ROWS, ROW, TABLE = 8, 20, 44  # rows at most, their height, the head's place; pixels
BELOW, HEIGHT = 128, 340  # the three pictures under the table: from its last row to their tops; all but the rows
HISTOGRAM, HISTORY, MAPS = (56, 240), (366, 210), (640, 240)  # left, width
TALL = 180
INPUT = 56  # side of the sample, in the corner above the maps
TEXT, SMALL = 14, 12  # pixels
LEVELS = 40  # of the histogram and its history, from the least value to the greatest
# Each column of the table: its head, its right edge (the first two: left), in pixels.
COLUMNS = (("layer", 20), ("output", 210), ("mean", 400), ("std", 470), ("zeros", 540), ("dead", 640),
           ("saturated", 740), ("mean |∂E/∂w|", 880))  # fmt: skip
HEIGHTS = "height: √share"
DEAD = np.array([213, 94, 0], np.uint8)
LOOKS = {"first": Look("#666666", (4.0, 2.0), "o", width=1.3)}


class RecordingPicture:
    """The picture on ``page``, axes whose unit is a pixel and whose y runs downwards."""

    def __init__(self, page: Axes, rows: int) -> None:
        top = BELOW + ROW * min(rows, ROWS)
        self._histogram, self._history, self._maps = (
            (left, top, wide, TALL) for left, wide in (HISTOGRAM, HISTORY, MAPS)
        )
        self._edges, self._heads = Boxes("#666666"), Labels("#666666")
        self.chosen, self.bars = Boxes("#DCE9F5"), Boxes(COLOURS["sky"])
        self.first = Strokes(LOOKS)
        self.history, self.cursor = Pixels(self._history, "cividis", 1), Boxes(COLOURS["vermillion"], 2)
        self.maps, self.sample = Pixels(self._maps), Pixels((sum(MAPS) - INPUT, top - INPUT - 8, INPUT, INPUT))
        self.told, self.numbers, self.names = Labels(INK), Labels(INK, MONO), Labels("#666666")
        for artist in (self._edges, self._heads, *self.artists):
            page.add_artist(artist)
        heads = [
            (left if place < 2 else left - text_width(name) * SMALL, TABLE, name)
            for place, (name, left) in enumerate(COLUMNS)
        ]
        _write(self._heads, heads, SMALL)
        left, top, width, height = self._histogram
        self._edges.place(np.array([(20, TABLE + 10), (left, top + height)]), np.array([(860, 1), (width, 1)]))

    @property
    def artists(self) -> list[Artist]:
        """The artists that change from frame to frame, from below to above."""
        lower = [self.chosen, self.bars, self.first, self.history, self.cursor, self.maps, self.sample]
        return [*lower, self.told, self.numbers, self.names]

    def set_table(self, rows: Sequence[Sequence[str]], first: int, chosen: int) -> None:
        """Show ``rows``, a text for each column, from row ``first`` on; the row ``chosen`` on a ground of its own."""
        begin = min(max(chosen - ROWS // 2, 0), max(len(rows) - ROWS, 0)) if len(rows) > ROWS else first
        shown = rows[begin : begin + ROWS]
        texts = []
        for number, cells in enumerate(shown):
            y = TABLE + 24 + ROW * number
            for place, ((_head, x), cell) in enumerate(zip(COLUMNS, cells, strict=True)):
                texts.append((x if place < 2 else x - text_width(cell, MONO) * SMALL, y, cell))
        _write(self.numbers, texts, SMALL)
        above = TABLE + 24 + ROW * (chosen - begin) - ROW / 2
        self.chosen.place(np.array([[14, above]]), np.array([[872, ROW]]))

    def set_histogram(self, now: Spread | None, first: Spread | None, limits: tuple[float, float]) -> None:
        """Bars of ``now`` and the outline of ``first`` between ``limits``; heights are roots of shares."""
        left, top, width, height = self._histogram
        tall = {name: _levels(one, limits) for name, one in (("now", now), ("first", first)) if one is not None}
        scale = height / max([1e-9, *(float(one.max()) for one in tall.values())])
        x = left + np.linspace(0, width, LEVELS + 1)
        bars = scale * tall.get("now", np.zeros(LEVELS))
        full = bars > 0
        corners, sizes = np.column_stack([x[:-1], top + height - bars]), np.column_stack([np.diff(x) - 0.5, bars])
        self.bars.place(corners[full], sizes[full])
        lines = {}
        if "first" in tall:
            y = top + height - scale * np.concatenate([[0], np.repeat(tall["first"], 2), [0]])
            lines["first"] = np.column_stack([np.repeat(x, 2), y])
        self.first.set_lines(lines, {})
        self._limits, self._drawn = limits, now is not None

    def set_history(self, spreads: Sequence[Spread | None], limits: tuple[float, float], place: int) -> None:
        """One column a look, greatest values above, brighter the more values lie there; look ``place`` is framed."""
        left, top, width, height = self._history
        table = np.stack([_levels(one, limits) for one in spreads], axis=1)[::-1]
        self.history.set_data(table / max(float(table.max()), 1e-9))
        wide = width / len(spreads)
        self.cursor.place(np.array([[left + place * wide, top]]), np.array([[max(wide, 2), height]]))

    def set_maps(self, maps: np.ndarray, dead: np.ndarray, units: int, low: float, high: float) -> None:
        """Pictures (maps, height, width) uint8 of one sample's answers; what is ``dead`` (units,) in orange."""
        left, top, width, height = self._maps
        self.maps.set_visible(bool(maps.size))
        if not maps.size:
            return
        picture = _mosaic(_coloured(maps, low, high), dead, units)
        high_, wide_ = picture.shape[:2]
        scale = min(width / wide_, height / high_)
        self.maps.box = (left, top, wide_ * scale, high_ * scale)
        self.maps.set_data(picture)

    def set_sample(self, picture: np.ndarray | None) -> None:
        """The input (height, width) uint8 that was answered, in the corner above the maps; None where it is none."""
        self.sample.set_visible(picture is not None)
        if picture is not None:
            self.sample.set_data(picture)

    def set_words(self, headline: str, titles: Sequence[str], range_of_maps: str, epochs: tuple[str, str]) -> None:
        """The headline, the titles of the three pictures below, their numbers."""
        texts = [(20.0, 20.0, headline)]
        boxes = (self._histogram, self._history, self._maps)
        texts += [
            (box[0] if place else 20.0, box[1] - 20, title)
            for place, (title, box) in enumerate(zip(titles, boxes, strict=True))
        ]
        _write(self.told, texts, TEXT)
        near = 1e-3 * (self._limits[1] - self._limits[0])  # of 0, as far as can be seen
        low, high = (short(value if abs(value) > near else 0) for value in self._limits)
        left, top, width, height = self._histogram
        under = top + height + 14
        names = []
        if self._drawn:
            names += [(left, under, low), (left + width - text_width(high) * SMALL, under, high)]
            names.append((left + width / 2 - text_width(HEIGHTS) * SMALL / 2, under, HEIGHTS))
        left, top, width, height = self._history
        if self._drawn:
            names += [(left - 6 - text_width(low) * SMALL, top + height - 6, low)]
            names += [(left - 6 - text_width(high) * SMALL, top + 6, high)]
        names += [(left, under, epochs[0]), (left + width - text_width(epochs[1]) * SMALL, under, epochs[1])]
        names += [
            (left + width / 2 - text_width("epoch") * SMALL / 2, under, "epoch"),
            (self._maps[0], under, range_of_maps),
        ]
        _write(self.names, names, SMALL)


def limits_of(spreads: Sequence[Spread | None]) -> tuple[float, float]:
    """Return the least and the greatest value of all ``spreads``."""
    known = [one for one in spreads if one is not None and one.counts.any()]
    if not known:
        return 0.0, 1.0
    return min(one.low for one in known), max(one.high for one in known)


def _levels(one: Spread | None, limits: tuple[float, float]) -> np.ndarray:
    """Shares of the values in LEVELS steps between ``limits``, as their roots: few values shall be seen, too."""
    if one is None:
        return np.zeros(LEVELS)
    below = np.concatenate([[0], np.cumsum(one.counts)])  # share of the values below each edge
    at = np.interp(np.linspace(*limits, LEVELS + 1), np.linspace(one.low, one.high, BINS + 1), below)
    return np.sqrt(np.maximum(np.diff(at), 0))


def _coloured(maps: np.ndarray, low: float, high: float) -> np.ndarray:
    """``maps`` as (maps, height, width, 3) uint8: cividis, or the signed colours where there are values below 0."""
    shares = maps / 255
    if low < 0:
        most = max(-low, high)
        shares = (low + shares * (high - low)) / most / 2 + 0.5
    colours = SIGNED if low < 0 else mpl.colormaps["cividis"]
    return colours(shares, bytes=True)[..., :3]


def _mosaic(maps: np.ndarray, dead: np.ndarray, units: int) -> np.ndarray:
    """All maps side by side, in a frame of one pixel: white, orange round a dead one. A single map: its units."""
    count, height, width = maps.shape[:3]
    if count == 1 and height * width <= len(dead) + width and len(dead) == units:
        flat = maps.reshape(-1, 3).copy()
        flat[:units][dead[: len(flat)]] = DEAD
        flat[units:] = 255
        return flat.reshape(height, width, 3)
    columns = _columns(count, height, width)
    rows = -(-count // columns)
    picture = np.full((rows * (height + 2), columns * (width + 2), 3), 255, np.uint8)
    for number, one in enumerate(maps):
        top, left = number // columns * (height + 2), number % columns * (width + 2)
        if number < len(dead) and dead[number] and count > 1:
            picture[top : top + height + 2, left : left + width + 2] = DEAD
        picture[top + 1 : top + 1 + height, left + 1 : left + 1 + width] = one
    return picture


def _columns(count: int, height: int, width: int) -> int:
    """In how many columns maps are largest; of equals the one that leaves the fewest places empty."""

    def judged(columns: int) -> tuple[float, int]:
        rows = -(-count // columns)
        return min(MAPS[1] / columns / (width + 2), TALL / rows / (height + 2)), -rows * columns

    return max(range(1, count + 1), key=judged)


def _write(labels: Labels, texts: Sequence[tuple[float, float, str]], size: int) -> None:
    at = np.array([text[:2] for text in texts], float).reshape(-1, 2)
    labels.place(at, [text[2] for text in texts], size, centred=False)
