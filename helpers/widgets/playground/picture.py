"""A network of small maps beside the large map of what it answers, and the curves of its losses."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.colors import LinearSegmentedColormap

from helpers.drawing.boxes import Boxes
from helpers.drawing.fonts import MONO
from helpers.drawing.labels import Labels, centred, ending
from helpers.drawing.numbers import short
from helpers.drawing.page import add
from helpers.drawing.pixels import Pixels
from helpers.drawing.strokes import Look, Strokes
from helpers.drawing.style import COLOURS, INK, SIGNED
from helpers.widgets.playground.experiment import OUT, Experiment
from helpers.widgets.playground.links import Links
from helpers.widgets.playground.model import Losses, Progress
from helpers.widgets.playground.point_sets import LIMIT, NAMES
from helpers.widgets.playground.state import PlaygroundState, Result
from helpers.widgets.playground.tiles import TILE, Tiles
from helpers.words import NP_, _

SIZE = (900, 492)
MAP = (622.0, 46.0, 252.0, 252.0)  # left, top, width, height in pixels of the page
CURVES = (668.0, 372.0, 212.0, 84.0)
PITCH = 46.0  # from one tile to the next
GRIDS = 40  # squares of each map, in each direction
FIRST, LAST, TOP = 96.0, 552.0, 46.0  # middles of the first and the last column; top of the first tile
TEXT, SMALL = 14, 12  # pixels
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


def places(units: Sequence[Sequence[str]]) -> list[np.ndarray]:
    """Return the middles of the tiles, (units, 2) a layer; the last is the left edge of the large map."""
    step = (LAST - FIRST) / (len(units) - 1)
    columns = [
        np.column_stack([np.full(len(names), FIRST + step * layer), TOP + TILE / 2 + PITCH * np.arange(len(names))])
        for layer, names in enumerate(units[:-1])
    ]
    return [*columns, np.array([[MAP[0] - 4, MAP[1] + MAP[3] / 2]])]


class PlaygroundPicture:
    """The picture on ``page``, axes whose unit is a pixel and whose y runs downwards."""

    def __init__(self, page: Axes) -> None:
        self._units: tuple[tuple[str, ...], ...] = ()
        self._frames, self._edges = Boxes("#888888", 1), Boxes("#888888")
        self._still, self._ticks = Labels(INK), Labels("#666666")
        self.links = Links()
        self.tiles, self.map = Tiles(), Pixels(MAP, SIGNED, 1, -1)
        self.points, self.curves = Strokes(LOOKS), Strokes(LOOKS)
        self.chosen = Boxes(INK, 2)
        self.crosses = LineCollection([], colors=INK, linewidths=1.8)
        self.words, self.numbers = Labels(INK), Labels(INK, MONO)
        add(page, self._frames, self._still, self._ticks, self._edges)
        self.moving = add(page, self.links, self.tiles, self.map, self.points, self.curves, self.crosses)
        self.moving += add(page, self.chosen, self.words, self.numbers)

    def show(self, result: Result) -> bool:
        """Show maps, lines, points and curves; the network is laid out anew only where its units differ."""
        state, progress = result.state, result.progress
        other = self._units != state.units
        if other:
            self._units = state.units
            self._lay_out(state)
        parts = progress.inside.gradients if state.show == "gradients" else progress.parameters
        self._show_links(np.concatenate([part.ravel() for part in parts]))
        self._show_maps(state, result.maps)
        self._show_points(state, progress)
        self._show_curves(progress)
        self._write_words(state, progress)
        self._write_numbers(progress)
        return other

    # What is still as long as the network has the same units.

    def _lay_out(self, experiment: Experiment) -> None:
        """Give each unit its place and each weight its line, in the order of W (inputs, units), flattened."""
        self.middles = places(experiment.units)
        self.tiles.place(np.vstack(self.middles[:-1]))
        half = np.array([TILE / 2, 0])
        segments = []
        for layer, (before, behind) in enumerate(pairwise(self.middles)):
            last = layer == len(self.middles) - 2
            segments += [[start + half, end if last else end - half] for start in before for end in behind]
            left = 10 if last else TILE / 2 + 5
            low = 20 if last else TILE / 2 - 3
            segments += [[[x - left - 3, y + low], [x - left + 3, y + low]] for x, y in behind]
        self.links.place(np.array(segments))
        kinds = [np.repeat([False, True], [a * b, b]) for a, b in pairwise(experiment.sizes)]
        self._is_bias = np.concatenate(kinds)
        self._draw_ground(experiment.units)

    def _draw_ground(self, units: Sequence[Sequence[str]]) -> None:
        left, top, width, height = MAP
        frames = [(x - TILE / 2 - 1, y - TILE / 2 - 1, TILE + 2, TILE + 2) for x, y in np.vstack(self.middles[:-1])]
        self._frames.place_rows([*frames, (left - 1, top - 1, width + 2, width + 2)])
        texts = [
            ending(x - TILE / 2 - 8, y, NAMES[name], TEXT)
            for name, (x, y) in zip(units[0], self.middles[0], strict=True)
        ]
        heads = [_("inputs"), *(str(layer) for layer in range(1, len(units) - 1))]
        for head, middles in zip(heads, self.middles, strict=False):
            texts.append(centred(middles[0][0], 20, head, TEXT))
        texts += [
            (FIRST - 76, row, name) for row, name in zip(NUMBERS, (_("mean |∂E/∂w|"), _("dead units")), strict=True)
        ]
        self._still.write(texts, TEXT)
        ticks = []
        for share, value in ((0, "−6"), (0.5, "0"), (1, "6")):
            ticks.append(centred(left + share * width, top + height + 14, value, SMALL))
            ticks.append(ending(SIZE[0] - 2, top + (1 - share) * height, value, SMALL))
        self._ticks.write(ticks, SMALL)
        left, top, width, height = CURVES
        self._edges.place_rows([(left, top, 1, height), (left, top + height, width, 1)])

    # What moves.

    def _show_links(self, values: np.ndarray) -> None:
        """Colour and widen the lines by ``values``, one for each weight and bias in the order of the network."""
        most = max(float(np.abs(values).max(initial=0)), 1e-30)
        shares = values / most
        widths = np.where(self._is_bias, WIDEST, THINNEST + (WIDEST - THINNEST) * np.sqrt(np.abs(shares)))
        self.links.look(widths, SIGNED_LINES((shares + 1) / 2))

    def _show_maps(self, state: PlaygroundState, layers: list[np.ndarray]) -> None:
        """Show a map for each unit, the chosen one large and framed; each spans its own largest value."""
        out = 2 * layers[-1] - 1 if state.classes else layers[-1]
        hidden = [values / np.maximum(np.abs(values).max(axis=0), 1e-9) for values in layers[:-1]]
        maps = np.concatenate([*hidden, out], axis=1).T.reshape(-1, GRIDS, GRIDS)
        if state.discretize:
            maps = np.sign(maps)
        names = [name for layer in state.units for name in layer]
        chosen = names.index(state.unit)
        self.tiles.set_data(maps[:-1])
        self.map.set_data(maps[chosen])
        middles, side = np.vstack([*self.middles[:-1], [[MAP[0] + MAP[2] / 2, MAP[1] + MAP[3] / 2]]]), TILE + 4
        side = MAP[2] + 4 if state.unit == OUT else side
        self.chosen.place(middles[chosen] - side / 2, side)

    def _show_points(self, state: PlaygroundState, progress: Progress) -> None:
        """Show the training points, and those to test on where they are wanted, in the colours of their answers."""
        left, top, width, height = MAP
        split = progress.split
        groups = {"train": (split.x_train, split.y_train)}
        if state.test_points:
            groups["test"] = split.x_test, split.y_test
        marked = {}
        for kind, (x, y) in groups.items():
            answers = (2 * y - 1 if state.classes else y)[:, 0]
            place = np.array([left, top + height]) + (x + LIMIT) / (2 * LIMIT) * [width, -height]
            bins = np.clip(np.rint((answers + 1) / 2 * (BINS - 1)), 0, BINS - 1)
            inside = (np.abs(x) <= LIMIT).all(axis=1)
            for one in range(BINS):
                marked[f"{kind} {one}"] = place[inside & (bins == one)]
        self.points.set_lines({}, {name: points for name, points in marked.items() if len(points)})

    def _show_curves(self, progress: Progress) -> None:
        """Draw both losses over the steps; more than one a pixel is thinned out."""
        left, top, width, height = CURVES
        table = np.array([(step, losses.train, losses.test) for step, losses in progress.curve], float)
        if len(table) > 2 * width:
            table = table[np.linspace(0, len(table) - 1, int(2 * width)).astype(int)]
        self._most = max(float(table[:, 1:].max()), 1e-12)
        x = left + width * table[:, 0] / max(float(table[-1, 0]), 1.0)
        lines = {
            name: np.column_stack([x, top + height * (1 - values / self._most)])
            for name, values in zip(("train", "test"), table[:, 1:].T, strict=True)
        }
        self.curves.set_lines(lines, {name: line[-1:] for name, line in lines.items()})

    def _write_words(self, state: PlaygroundState, progress: Progress) -> None:
        """Write how the training goes, what the large map shows, and both losses."""
        left, top, _width, _height = CURVES
        head = _(
            "step {step}   epoch {epoch}   {optimizer}, learning rate {rate}, batches of {size}, penalty {penalty}"
        ).format(
            step=f"{progress.step:,}",
            epoch=f"{progress.step / progress.steps_per_epoch:,.1f}",
            optimizer=state.optimizer,
            rate=f"{progress.learning_rate:g}",
            size=state.batch_size,
            penalty=f"{state.regularization}, λ {state.regularization_rate:g}",
        )
        unit = _("unit {name}").format(name=NAMES.get(state.unit, state.unit))
        title = _("output") if state.unit == OUT else unit
        train, test = _losses(progress.losses)
        texts = [(20.0, 482.0, head), (MAP[0], 20.0, title), (left - 40, top - 34, train), (left - 40, top - 15, test)]
        self.words.write(texts, TEXT)

    def _write_numbers(self, progress: Progress) -> None:
        """Write the limits of the curves, and under each layer its gradient and its dead units; cross these out."""
        left, top, width, height = CURVES
        most, last = short(self._most), f"{progress.step:,}"
        texts = [
            ending(left - 8, top + 2, most, SMALL, MONO),
            ending(left - 8, top + height / 2, _("loss"), SMALL, MONO),
            (left, top + height + 13, _(NP_("training", "step"))),
            ending(left + width, top + height + 13, last, SMALL, MONO),
        ]
        inside = progress.inside
        sizes = [short(size, 1) for size in inside.sizes]
        dead = [f"{int(units.sum())}/{len(units)}" for units in inside.dead]
        for row, cells in zip(NUMBERS, (sizes, [*dead, ""]), strict=True):
            for text, middles in zip(cells, self.middles[1:], strict=True):
                texts.append(centred(min(middles[0][0], MAP[0] - 30), row, text, SMALL, MONO))
        self.numbers.write(texts, SMALL)
        crossed = [
            place for places, units in zip(self.middles[1:], inside.dead, strict=False) for place in places[units]
        ]
        reach = TILE / 2 - 3
        self.crosses.set_segments(
            [[[x - reach, y + sign * reach], [x + reach, y - sign * reach]] for x, y in crossed for sign in (1, -1)]
        )


def _losses(losses: Losses) -> tuple[str, str]:
    """Both losses, with the accuracies where there are classes."""
    both = (
        (_("train loss {loss}"), losses.train, losses.train_accuracy),
        (_("test loss {loss}"), losses.test, losses.test_accuracy),
    )
    right = _("accuracy")
    train, test = (
        text.format(loss=short(loss)) + ("" if accuracy is None else f"   {right} {accuracy:.3f}")
        for text, loss, accuracy in both
    )
    return train, test
