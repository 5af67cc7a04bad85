"""What the layers of a network answer at one moment: a table, a histogram, its history, pictures of single answers."""

from math import ceil

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes

from helpers.drawing.boxes import Boxes
from helpers.drawing.fonts import MONO
from helpers.drawing.labels import Labels, centred, ending
from helpers.drawing.numbers import short
from helpers.drawing.page import add
from helpers.drawing.pixels import Pixels
from helpers.drawing.strokes import Look, Strokes
from helpers.drawing.style import COLOURS, INK, SIGNED
from helpers.widgets.recording.model import BINS, LayerInfo, LayerLook, Recording, Selection, Spread
from helpers.words import N_, _

ROWS, ROW, TABLE = 8, 20, 44  # rows at most, their height, the head's place; pixels
BELOW, HEIGHT = 128, 340  # the three pictures under the table: from its last row to their tops; all but the rows
HISTOGRAM, HISTORY, MAPS = (56, 240), (366, 210), (640, 240)  # left, width
TALL = 180
INPUT = 56  # side of the sample, in the corner above the maps
TEXT, SMALL = 14, 12  # pixels
LEVELS = 40  # of the histogram and its history, from the least value to the greatest
# Each column of the table: its head, its right edge (the first two: left), in pixels.
COLUMNS = ((N_("layer"), 20), (N_("output"), 210), (N_("mean"), 400), (N_("std"), 470), (N_("zeros"), 540),
           (N_("dead"), 640), (N_("saturated"), 740), (N_("mean |∂E/∂w|"), 880))  # fmt: skip
DEAD = np.array([213, 94, 0], np.uint8)
LOOKS = {"first": Look("#666666", (4.0, 2.0), "o", width=1.3)}


class RecordingPicture:
    """The picture of a ``recording`` on ``page``, axes whose unit is a pixel and whose y runs downwards."""

    def __init__(self, page: Axes, recording: Recording) -> None:
        self._recording = recording
        top = BELOW + ROW * min(len(recording.layers), ROWS)
        self.boxes = [(left, top, wide, TALL) for left, wide in (HISTOGRAM, HISTORY, MAPS)]
        self._edges, self._heads = Boxes("#666666"), Labels("#666666")
        self.chosen, self.bars = Boxes("#DCE9F5"), Boxes(COLOURS["sky"])
        self.first = Strokes(LOOKS)
        self.history, self.cursor = Pixels(self.boxes[1], "cividis", 1), Boxes(COLOURS["vermillion"], 2)
        self.maps, self.sample = Pixels(self.boxes[2]), Pixels((sum(MAPS) - INPUT, top - INPUT - 8, INPUT, INPUT))
        self.titles, self.numbers, self.names = Labels(INK), Labels(INK, MONO), Labels("#666666")
        add(page, self._edges, self._heads)
        self.moving = add(page, self.chosen, self.bars, self.first, self.history, self.cursor, self.maps)
        self.moving += add(page, self.sample, self.titles, self.numbers, self.names)
        right = [ending(x, TABLE, _(name), SMALL) for name, x in COLUMNS[2:]]
        self._heads.write([*((x, TABLE, _(name)) for name, x in COLUMNS[:2]), *right], SMALL)
        left, top, width, height = self.boxes[0]
        self._edges.place_rows([(20, TABLE + 10, 860, 1), (left, top + height, width, 1)])

    def show(self, result: Selection) -> None:
        """Show the table of all layers; of the chosen one the histogram, its history, the answer to one sample."""
        look, info = self._recording.looks[result.place], self._recording.layers[result.layer]
        layer = look.layers[result.layer]
        self._show_table(look.layers, result.layer)
        self._show_histogram(result.now, result.spreads[0] if result.place else None, result.limits)
        self._show_history(result)
        inputs = self._recording.inputs
        self.sample.set_visible(result.sample < len(inputs))
        if result.sample < len(inputs):
            self.sample.set_data(inputs[result.sample, 0])
        shown = result.sample < len(layer.maps) and layer.maps[result.sample].size > 0
        self.maps.set_visible(shown)
        if shown:
            self._show_maps(layer, info, result.sample)
        last = self._recording.looks[-1].epoch
        headline = _("after epoch {epoch} of {last}      probe of {count} samples      {layer}").format(
            epoch=look.epoch, last=last, count=f"{self._recording.samples:,}", layer=info.name
        )
        titles = (
            _("{what} now (dashed: first)").format(what=_(result.show)),
            _("epoch by epoch"),
            _("answer to sample {number}").format(number=result.sample + 1),
        )
        places = zip((20.0, *(box[0] for box in self.boxes[1:])), self.boxes, titles, strict=True)
        self.titles.write([(20.0, 20.0, headline), *((x, box[1] - 20, title) for x, box, title in places)], TEXT)
        span = _("from {low} to {high}").format(low=short(layer.faintest), high=short(layer.strongest))
        self._write_limits(result, span if shown else _("no picture"))

    def _show_table(self, layers: tuple[LayerLook, ...], chosen: int) -> None:
        """Show as many rows as fit, the row ``chosen`` among them, on a ground of its own."""
        first = min(max(chosen - ROWS // 2, 0), max(len(layers) - ROWS, 0))
        texts = []
        for number, layer in enumerate(layers[first : first + ROWS]):
            y = TABLE + 24 + ROW * number
            cells = _row(self._recording.layers[first + number], layer)
            for place, ((_head, x), cell) in enumerate(zip(COLUMNS, cells, strict=True)):
                texts.append((x, y, cell) if place < 2 else ending(x, y, cell, SMALL, MONO))
        self.numbers.write(texts, SMALL)
        self.chosen.place((14, TABLE + 24 + ROW * (chosen - first) - ROW / 2), (872, ROW))

    def _show_histogram(self, now: Spread | None, first: Spread | None, limits: tuple[float, float]) -> None:
        """Bars of ``now`` and the outline of ``first`` between ``limits``; heights are roots of shares."""
        left, top, width, height = self.boxes[0]
        bars, outline = _levels(now, limits), _levels(first, limits)
        scale = height / max(1e-9, float(bars.max()), float(outline.max()))
        x = left + np.linspace(0, width, LEVELS + 1)
        bars, full = scale * bars, bars > 0
        corners, sizes = np.column_stack([x[:-1], top + height - bars]), np.column_stack([np.diff(x) - 0.5, bars])
        self.bars.place(corners[full], sizes[full])
        lines = {}
        if first is not None:
            y = top + height - scale * np.concatenate([[0], np.repeat(outline, 2), [0]])
            lines["first"] = np.column_stack([np.repeat(x, 2), y])
        self.first.set_lines(lines, {})

    def _show_history(self, result: Selection) -> None:
        """One column a look, greatest values above, brighter the more values lie there; this look is framed."""
        left, top, width, height = self.boxes[1]
        table = np.stack([_levels(one, result.limits) for one in result.spreads], axis=1)[::-1]
        self.history.set_data(table / max(float(table.max()), 1e-9))
        wide = width / len(result.spreads)
        self.cursor.place((left + result.place * wide, top), (max(wide, 2), height))

    def _show_maps(self, layer: LayerLook, info: LayerInfo, sample: int) -> None:
        """Pictures of the answers to one sample; dead units in orange."""
        left, top, width, height = self.boxes[2]
        coloured = _coloured(layer.maps[sample], layer.faintest, layer.strongest)
        picture = _mosaic(coloured, layer.dead, info.shape[-1] if info.shape else 1)
        high, wide = picture.shape[:2]
        scale = min(width / wide, height / high)
        self.maps.box = (left, top, wide * scale, high * scale)
        self.maps.set_data(picture)

    def _write_limits(self, result: Selection, span: str) -> None:
        """Write the limits at the histogram and its history, the first and the last epoch, the range of the maps."""
        near = 1e-3 * (result.limits[1] - result.limits[0])  # of 0, as far as can be seen
        low, high = (short(value if abs(value) > near else 0) for value in result.limits)
        first, last = (str(look.epoch) for look in (self._recording.looks[0], self._recording.looks[-1]))
        (left, top, width, height), (second, _top, wide, _height), maps = self.boxes
        under = top + height + 14
        texts = [
            (second, under, first),
            ending(second + wide, under, last, SMALL),
            centred(second + wide / 2, under, _("epoch"), SMALL),
            (maps[0], under, span),
        ]
        if result.now is not None:
            texts += [
                (left, under, low),
                ending(left + width, under, high, SMALL),
                centred(left + width / 2, under, _("height: √share"), SMALL),
                ending(second - 6, top + height - 6, low, SMALL),
                ending(second - 6, top + 6, high, SMALL),
            ]
        self.names.write(texts, SMALL)


def _row(info: LayerInfo, layer: LayerLook) -> tuple[str, ...]:
    """What the table says of a layer, a text for each column."""
    shape = " × ".join(map(str, info.shape)) or "1"
    return (
        info.name if len(info.name) <= 24 else info.name[:23] + "…",
        f"{shape} {info.activation}",
        short(layer.answers.mean),
        short(layer.answers.std),
        f"{layer.zeros:.0%}",
        f"{int(layer.dead.sum())}/{len(layer.dead)}",
        "–" if layer.saturated is None else f"{layer.saturated:.0%}",
        "–" if layer.gradients is None else short(layer.gradients.size),
    )


def _levels(one: Spread | None, limits: tuple[float, float]) -> np.ndarray:
    """Shares of the values in LEVELS steps between ``limits``, as their roots, so that a few values are seen, too."""
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
    rows = ceil(count / columns)
    picture = np.full((rows * (height + 2), columns * (width + 2), 3), 255, np.uint8)
    for number, one in enumerate(maps):
        top, left = number // columns * (height + 2), number % columns * (width + 2)
        if number < len(dead) and dead[number] and count > 1:
            picture[top : top + height + 2, left : left + width + 2] = DEAD
        picture[top + 1 : top + 1 + height, left + 1 : left + 1 + width] = one
    return picture


def _columns(count: int, height: int, width: int) -> int:
    """In how many columns maps are largest; of several the one that leaves the fewest places empty."""

    def judged(columns: int) -> tuple[float, int]:
        rows = ceil(count / columns)
        return min(MAPS[1] / columns / (width + 2), TALL / rows / (height + 2)), -rows * columns

    return max(range(1, count + 1), key=judged)
