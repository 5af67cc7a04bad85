"""A network of small maps beside the large map of what it answers, and the curves of its losses."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.collections import LineCollection
from matplotlib.colors import LinearSegmentedColormap

from helpers.drawing.boxes import Boxes
from helpers.drawing.labels import MONO, Labels, text_width
from helpers.drawing.numbers import short
from helpers.drawing.pixels import Pixels
from helpers.drawing.strokes import Look, Strokes
from helpers.drawing.style import COLOURS, INK, SIGNED
from helpers.widgets.playground.links import Links

SIZE = (900, 492)
MAP = (628.0, 46.0, 252.0, 252.0)  # left, top, width, height in pixels of the page
CURVES = (668.0, 372.0, 212.0, 84.0)
TILE, PITCH = 34.0, 46.0
FIRST, LAST, TOP = 96.0, 552.0, 46.0  # middles of the first and the last column; top of the first tile
TEXT, SMALL = 14, 12  # pixels
LIMIT = 6.0  # the maps show both coordinates from -6 to 6
NUMBERS = (436.0, 456.0)  # rows under the network: mean gradient, dead units
WIDEST, THINNEST = 8.0, 0.8  # pixels
# A weight near 0 must be seen on white: the middle is grey.
SIGNED_LINES = LinearSegmentedColormap.from_list("signed lines", ["#B35806", "#D0D0D0", "#0A5AA0"])
BINS = 7  # colours of the answers
LOOKS = {
    "train": Look(COLOURS["blue"], (), "o", 7, 1.8),
    "test": Look(COLOURS["vermillion"], (4.0, 2.0), "s", 7, 1.8),
    **{
        f"{kind} {one}": Look(SIGNED(one / (BINS - 1)), (), mark, size)  # type: ignore[arg-type]
        for kind, mark, size in (("train", "o", 5.6), ("test", "D", 4.8))
        for one in range(BINS)
    },
}
NAMES = {"x1": "x₁", "x2": "x₂", "x1^2": "x₁²", "x2^2": "x₂²", "x1x2": "x₁x₂", "sin x1": "sin x₁", "sin x2": "sin x₂"}


def places(units: Sequence[Sequence[str]]) -> list[np.ndarray]:
    """Return the middles of the tiles, (units, 2) a layer; the last is the left edge of the large map."""
    step = (LAST - FIRST) / (len(units) - 1)
    columns = [
        np.column_stack([np.full(len(names), FIRST + step * layer), TOP + TILE / 2 + PITCH * np.arange(len(names))])
        for layer, names in enumerate(units[:-1])
    ]
    return [*columns, np.array([[MAP[0] - 4, MAP[1] + MAP[3] / 2]])]


class Tiles(Artist):
    """Many small maps of one size, coloured and stretched all at once: one by one they take three times as long."""

    def __init__(self) -> None:
        super().__init__()
        self._middles = np.zeros((0, 2))
        self._colours = SIGNED(np.linspace(0, 1, 256), bytes=True).view(np.uint32)[:, 0]  # a colour as one number
        self.pictures = np.zeros((0, 1, 1), np.uint32)

    def place(self, middles: np.ndarray) -> None:
        """Make a tile round each of ``middles`` (n, 2)."""
        self._middles = middles

    def set_data(self, maps: np.ndarray) -> None:
        """Show ``maps`` (n, rows, columns), from -1 to 1, the first row above."""
        self.pictures = self._colours[np.clip((maps + 1) * 127.5, 0, 255).astype(np.uint8)]

    def draw(self, renderer: RendererBase) -> None:
        """Stretch by whole drawn pixels and hand the pictures over."""
        if not len(self.pictures) or not self.get_visible():
            return
        assert self.axes is not None
        corners = self._middles + np.array([-TILE / 2, TILE / 2])  # lower left
        places = np.rint(self.axes.transData.transform(corners)).astype(int)
        right = self.axes.transData.transform(corners[0] + np.array([TILE, 0]))[0]
        side = max(int(np.rint(right)) - int(places[0, 0]), 1)
        rows, columns = self.pictures.shape[1:]
        across, down = np.arange(side) * columns // side, np.arange(side)[::-1] * rows // side  # Agg starts below
        large = self.pictures.take(down, axis=1).take(across, axis=2)
        context = renderer.new_gc()
        for picture, (x, y) in zip(large, places, strict=True):
            renderer.draw_image(context, x, y, picture.view(np.uint8).reshape(side, side, 4))
        context.restore()


class PlaygroundPicture:
    """The picture on ``page``, axes whose unit is a pixel and whose y runs downwards."""

    def __init__(self, page: Axes) -> None:
        self._page = page
        self._frames, self._edges = Boxes("#888888", 1), Boxes("#888888")
        self._still, self._ticks = Labels(INK), Labels("#666666")
        self.links = Links()
        self.tiles, self.map = Tiles(), Pixels(MAP, SIGNED, 1, -1)
        self.points, self.curves = Strokes(LOOKS), Strokes(LOOKS)
        self.chosen = Boxes(INK, 2)
        self.crosses = LineCollection([], colors=INK, linewidths=1.8)
        self.told, self.numbers = Labels(INK), Labels(INK, MONO)
        for artist in (self._frames, self._still, self._ticks, self._edges, *self.artists):
            page.add_artist(artist)

    @property
    def artists(self) -> list[Artist]:
        """The artists that change from frame to frame, from below to above."""
        maps = [self.links, self.tiles, self.map, self.points]
        return [*maps, self.curves, self.crosses, self.chosen, self.told, self.numbers]

    # What is still until the network is another.

    def set_network(self, units: Sequence[Sequence[str]]) -> None:
        """Lay out ``units``, names layer by layer, the features first; for ``Stage.invalidate``."""
        self.middles = places(units)
        self.tiles.place(np.vstack(self.middles[:-1]))
        half = np.array([TILE / 2, 0])
        segments = []
        for layer, (before, behind) in enumerate(zip(self.middles[:-1], self.middles[1:], strict=True)):
            last = layer == len(self.middles) - 2
            # In the order of W (inputs, units), flattened.
            segments += [[start + half, end if last else end - half] for start in before for end in behind]
            left = 10 if last else TILE / 2 + 5
            low = 20 if last else TILE / 2 - 3
            segments += [[[x - left - 3, y + low], [x - left + 3, y + low]] for x, y in behind]
        self.links.place(np.array(segments))
        self._draw_ground(units)

    def _draw_ground(self, units: Sequence[Sequence[str]]) -> None:
        left, top, width, height = MAP
        corners = np.vstack([np.vstack(self.middles[:-1]) - TILE / 2, [[left, top]]]) - 1
        sizes = np.full((len(corners), 2), TILE + 2)
        sizes[-1] = width + 2
        self._frames.place(corners, sizes)
        texts = [
            (x - TILE / 2 - 8 - text_width(NAMES[name]) * TEXT, y, NAMES[name])
            for name, (x, y) in zip(units[0], self.middles[0], strict=True)
        ]
        heads = ["inputs", *(str(layer) for layer in range(1, len(units) - 1))]
        for head, middles in zip(heads, self.middles, strict=False):
            texts.append((middles[0][0] - text_width(head) * TEXT / 2, 20, head))
        texts += [(FIRST - 76, row, name) for row, name in zip(NUMBERS, ("mean |∂E/∂w|", "dead units"), strict=True)]
        self._write(self._still, texts)
        ticks = []
        for share, value in ((0, "-6"), (0.5, "0"), (1, "6")):
            ticks.append((left + share * width - text_width(value) * SMALL / 2, top + height + 12, value))
            ticks.append((left + width + 4, top + (1 - share) * height, value))
        left, top, width, height = CURVES
        self._write(self._ticks, ticks, SMALL)
        edges = np.array([(left, top, 1, height), (left, top + height, width, 1)])
        self._edges.place(edges[:, :2], edges[:, 2:])

    @staticmethod
    def _write(labels: Labels, texts: Sequence[tuple[float, float, str]], size: int = TEXT) -> None:
        at = np.array([text[:2] for text in texts], float).reshape(-1, 2)
        labels.place(at, [text[2] for text in texts], size, centred=False)

    # What moves.

    def set_links(self, values: np.ndarray) -> None:
        """Colour and widen the lines by ``values``, one for each weight and bias in the order of the network."""
        most = max(float(np.abs(values).max(initial=0)), 1e-30)
        shares = values / most
        strong = np.sqrt(np.abs(shares))
        widths = np.where(self._is_bias, WIDEST, THINNEST + (WIDEST - THINNEST) * strong)
        self.links.look(widths, SIGNED_LINES((shares + 1) / 2))

    def set_bias_places(self, sizes: Sequence[int]) -> None:
        """Tell which of the links are biases; ``sizes`` are units layer by layer, the features first."""
        kinds = [np.repeat([False, True], [a * b, b]) for a, b in pairwise(sizes)]
        self._is_bias = np.concatenate(kinds)

    def set_maps(self, maps: Sequence[np.ndarray], large: np.ndarray) -> None:
        """Show ``maps`` (n, n), one for each tile, and ``large`` (n, n); all from -1 to 1, the first row above."""
        self.tiles.set_data(np.stack(maps))
        self.map.set_data(large)

    def set_points(self, groups: dict[str, tuple[np.ndarray, np.ndarray]]) -> None:
        """Show points (n, 2) with answers (n,) from -1 to 1; ``groups`` is train, and test where it is shown."""
        left, top, width, height = MAP
        marked = {}
        for kind, (x, answers) in groups.items():
            place = np.array([left, top + height]) + (x + LIMIT) / (2 * LIMIT) * [width, -height]
            bins = np.clip(np.rint((answers + 1) / 2 * (BINS - 1)), 0, BINS - 1)
            inside = (np.abs(x) <= LIMIT).all(axis=1)
            for one in range(BINS):
                marked[f"{kind} {one}"] = place[inside & (bins == one)]
        self.points.set_lines({}, {name: points for name, points in marked.items() if len(points)})

    def set_curves(self, steps: np.ndarray, train: np.ndarray, test: np.ndarray) -> None:
        """Draw both losses over the steps; more than one a pixel is thinned out."""
        left, top, width, height = CURVES
        if len(steps) > 2 * width:
            keep = np.linspace(0, len(steps) - 1, int(2 * width)).astype(int)
            steps, train, test = steps[keep], train[keep], test[keep]
        most = max(float(np.max(np.concatenate([train, test]))), 1e-12)
        x = left + width * steps / max(float(steps[-1]), 1.0)
        lines = {
            name: np.column_stack([x, top + height * (1 - values / most)])
            for name, values in (("train", train), ("test", test))
        }
        self.curves.set_lines(lines, {name: line[-1:] for name, line in lines.items()})
        self._scale = (most, int(steps[-1]))

    def set_words(self, headline: str, title: str, losses: tuple[str, str], rows: Sequence[Sequence[str]]) -> None:
        """Write the headline, what the large map shows, both losses, and the numbers under each layer."""
        left, top, width, height = CURVES
        most, last = self._scale
        texts = [(20.0, 482.0, headline), (MAP[0], 20.0, title)]
        texts += [(left - 40, top - 34, losses[0]), (left - 40, top - 15, losses[1])]
        self._write(self.told, texts)
        numbers = [(left - 8 - text_width(short(most), MONO) * SMALL, top + 2, short(most))]
        numbers.append((left - 8 - text_width("loss", MONO) * SMALL, top + height / 2, "loss"))
        numbers.append((left, top + height + 13, "step"))
        numbers.append((left + width - text_width(f"{last:,}", MONO) * SMALL, top + height + 13, f"{last:,}"))
        for row, cells in zip(NUMBERS, rows, strict=True):
            for text, middles in zip(cells, self.middles[1:], strict=True):
                middle = min(middles[0][0], MAP[0] - 30)
                numbers.append((middle - text_width(text, MONO) * SMALL / 2, row, text))
        self._write(self.numbers, numbers, SMALL)

    def mark(self, tile: int | None, dead: np.ndarray) -> None:
        """Frame the tile that is shown large, the large map itself for None; cross out ``dead`` (tiles,) ones."""
        middles = np.vstack(self.middles[:-1])
        if tile is None:
            self.chosen.place(np.array([[MAP[0], MAP[1]]]) - 2, np.array([[MAP[2], MAP[3]]]) + 4)
        else:
            self.chosen.place(middles[[tile]] - TILE / 2 - 2, np.array([[TILE, TILE]]) + 4)
        reach = TILE / 2 - 3
        self.crosses.set_segments(
            [
                [[x - reach, y + sign * reach], [x + reach, y - sign * reach]]
                for x, y in middles[dead]
                for sign in (1, -1)
            ]
        )
