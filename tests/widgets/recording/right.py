"""What a picture of the ActivationBrowser must show for a state, from the looks that were recorded."""

import matplotlib as mpl
import numpy as np

from helpers.drawing.style import SIGNED
from helpers.widgets.recording.picture import BELOW, HISTOGRAM, HISTORY, ROW, TABLE, TALL

STATES = ({"epoch": 4}, {"layer": "dense", "epoch": 2}, {"show": "weights", "layer": "dense", "epoch": 3})
LEVELS, ORANGE = 40, (213, 94, 0)


def number(text):
    return float(text.replace("−", "-").replace("%", "e-2"))


def shares(spread, low, high):
    """The share of the values in each of LEVELS equal steps; a bin gives each step what lies in it."""
    edges = np.linspace(low, high, LEVELS + 1)
    bins = np.linspace(spread.low, spread.high, len(spread.counts) + 1)
    overlap = np.minimum(edges[1:, None], bins[1:]) - np.maximum(edges[:-1, None], bins[:-1])
    return (np.maximum(overlap, 0) / np.diff(bins)) @ spread.counts.astype(float)


def assert_table(picture, infos, layers):
    texts = picture.numbers.texts
    for row, (info, layer) in enumerate(zip(infos, layers, strict=True)):
        name, output, mean, std, zeros, dead, saturated, gradient = (
            text for _x, _y, text in texts[8 * row : 8 * row + 8]
        )
        assert (name, output.split()[-1]) == (info.name, info.activation)
        assert [int(side) for side in output.split()[:-1] if side != "×"] == list(info.shape)
        np.testing.assert_allclose([number(mean), number(std)], [layer.answers.mean, layer.answers.std], rtol=6e-3)
        assert abs(number(zeros) - layer.zeros) <= 0.0051
        assert dead == f"{np.count_nonzero(layer.dead)}/{info.shape[-1]}"
        assert saturated == "–" if layer.saturated is None else abs(number(saturated) - layer.saturated) <= 0.0051
        np.testing.assert_allclose(number(gradient), layer.gradients.size, rtol=6e-3)


def assert_histogram(picture, spreads, place):
    """Bars of this look and the outline of the first, heights as roots; every look as a column beside it."""
    low, high = min(one.low for one in spreads), max(one.high for one in spreads)
    now, first = (shares(spreads[one], low, high) for one in (place, 0))
    tallest = np.sqrt(max(now.max(), first.max() if place else 0))
    bars, (left, width) = picture.bars, HISTOGRAM
    steps = np.rint((bars.corners[:, 0] - left) * LEVELS / width).astype(int)
    drawn = np.zeros(LEVELS)
    drawn[steps] = (bars.sizes[:, 1] / TALL * tallest) ** 2
    np.testing.assert_allclose(drawn, now, atol=1e-6)
    assert ("first" in picture.first.lines) == bool(place)
    if place:
        bottom = picture.first.lines["first"][0, 1]
        outline = picture.first.lines["first"][1:-1:2]
        np.testing.assert_allclose(((bottom - outline[:, 1]) / TALL * tallest) ** 2, first, atol=1e-6)
    columns = np.sqrt([shares(one, low, high) for one in spreads])
    np.testing.assert_allclose(picture.history.data[::-1].T, columns / columns.max(), atol=1e-3)
    left, width = HISTORY
    np.testing.assert_allclose(picture.cursor.corners[0, 0], left + width * place / len(spreads))
    upper = max(picture.names.texts, key=lambda text: -text[1])  # beside the top of the history
    np.testing.assert_allclose(number(upper[2]), high, rtol=6e-3)


def assert_maps(image, layer, sample, units):
    """The answers to one sample: units in a rectangle, or maps in frames; in orange what is dead."""
    values = layer.faintest + layer.maps[sample] / 255 * (layer.strongest - layer.faintest)
    most = max(-layer.faintest, layer.strongest)
    colours = SIGNED((values / most + 1) / 2) if layer.faintest < 0 else mpl.colormaps["cividis"](values / most)
    wanted = np.rint(255 * colours[..., :3]).astype(int)
    if len(wanted) == 1:
        wanted = np.where(layer.dead.reshape(image.shape[:2])[..., None], ORANGE, wanted[0])
        assert np.abs(image.astype(int) - wanted).max() <= 3
        return
    height, width = wanted.shape[1:3]
    columns = image.shape[1] // (width + 2)
    assert units == len(wanted)
    for place, one in enumerate(wanted):
        top, left = place // columns * (height + 2), place % columns * (width + 2)
        cell = image[top : top + height + 2, left : left + width + 2].astype(int)
        assert np.abs(cell[1:-1, 1:-1] - one).max() <= 3
        frame = ORANGE if layer.dead[place] else (255, 255, 255)
        assert (cell[0] == frame).all()
        assert (cell[:, -1] == frame).all()


def assert_right(explorer):
    state, picture, recording = explorer.state, explorer.picture, explorer.recording
    epochs = [look.epoch for look in recording.looks]
    names = [info.name for info in recording.layers]
    place = len(epochs) - 1 if state.epoch is None else int(np.searchsorted(epochs, state.epoch, side="right")) - 1
    chosen = 0 if state.layer is None else names.index(state.layer)
    look, info = recording.looks[place], recording.layers[chosen]
    titles = [text for _x, _y, text in picture.titles.texts]
    assert titles[0].startswith(f"after epoch {epochs[place]} of {epochs[-1]} ")
    assert titles[0].endswith(f" {info.name}")
    assert titles[1] == f"{state.show} now (dashed: first)"
    assert titles[3] == f"answer to sample {state.sample}"
    assert_table(picture, recording.layers, look.layers)
    assert picture.chosen.corners[0, 1] + ROW / 2 == TABLE + 24 + ROW * chosen < BELOW + ROW * len(names)
    field = {"activations": "answers"}.get(state.show, state.show)
    assert_histogram(picture, [getattr(each.layers[chosen], field) for each in recording.looks], place)
    assert_maps(picture.maps.data, look.layers[chosen], state.sample - 1, info.shape[-1])
    assert (picture.sample.data == recording.inputs[state.sample - 1, 0]).all()
