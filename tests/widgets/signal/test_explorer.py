import numpy as np
import pytest

from helpers.maths.activations import ACTIVATIONS
from helpers.maths.initializers import INITIALIZERS
from helpers.widgets import SignalExplorer
from helpers.widgets.signal.model import propagate
from helpers.widgets.signal.numbers import short
from helpers.widgets.signal.picture import activation_scale


@pytest.fixture
def explorer():
    explorer = SignalExplorer()
    yield explorer
    explorer.close()


def widths(patch, depth):
    """Pixels of the bars of each layer."""
    vertices = patch.get_path().vertices.reshape(depth, -1, 2)
    return vertices[:, 1:-2:2, 0] - vertices[:, :1, 0]


def numbers(explorer):
    """What stands under the rows."""
    return [text for _x, _y, text in explorer.picture.numbers.texts]


def test_one_histogram_a_layer_in_both_rows(explorer):
    for depth in (10, 3, 1, 20):
        explorer.controls["depth"].value = depth
        for patch in (explorer.picture.values, explorer.picture.gradients):
            assert widths(patch, depth).shape == (depth, 33)
            assert (widths(patch, depth).max(axis=1) > 10).all()
        assert len(numbers(explorer)) == 5 * depth


def test_bars_are_as_long_as_the_shares(explorer):
    signal = propagate("tanh", "glorot_uniform", 10, 100, 32, 0)
    counts = np.histogram(signal.activations[4], 33, (-1, 1))[0] / signal.activations[4].size
    pixels = np.maximum(np.minimum(counts / 0.12, 1) * (77.2 - 6), 1)
    np.testing.assert_allclose(widths(explorer.picture.values, 10)[4], pixels, rtol=1e-6)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"initializer": "small_normal"}, ["signal vanishes", "gradient vanishes"]),
        ({"initializer": "standard_normal"}, ["signal keeps its size", "gradient explodes", "82% of the activations"]),
        ({"initializer": "glorot_normal"}, ["signal shrinks slowly", "comes back in much the same size"]),
        ({"activation": "relu"}, ["signal vanishes", "gradient vanishes"]),
        ({"activation": "relu", "initializer": "he_normal"}, ["signal keeps its size", "much the same size"]),
        ({"activation": "relu", "initializer": "standard_normal"}, ["signal explodes", "gradient explodes"]),
        ({"activation": "sigmoid"}, ["nearly the same for every input", "gradient vanishes"]),
        ({"activation": "selu", "initializer": "lecun_normal"}, ["signal keeps its size", "much the same size"]),
        ({"initializer": "zeros"}, ["signal vanishes", "No gradient at all arrives"]),
        (
            {"activation": "step", "initializer": "he_normal"},
            ["No gradient at all arrives", "100% of the units are dead"],
        ),
        ({"depth": 1}, ["The gradient has std", "in the only layer"]),
    ],
)
def test_words_say_what_becomes_of_both(explorer, fields, words):
    explorer.set(**fields)
    assert not explorer.error.value
    for part in words:
        assert part in explorer.words.value


def test_flat_share_is_red_and_written(explorer):
    explorer.set(initializer="standard_normal")
    assert explorer.picture.flat.get_visible()
    assert "82" in numbers(explorer)
    explorer.set(initializer="small_normal")
    assert not explorer.picture.flat.get_visible()


def test_numbers_are_those_of_the_signal(explorer):
    explorer.set(activation="relu", initializer="he_normal", depth=4, seed=5)
    signal = propagate("relu", "he_normal", 4, 100, 32, 5)
    rows = np.array(numbers(explorer)).reshape(5, 4)
    assert rows[0].tolist() == [short(value) for value in signal.std]
    assert rows[2].tolist() == [f"{100 * share:.0f}" for share in signal.saturated]
    assert rows[4].tolist() == [short(value) for value in signal.gradient_std]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (0.634, "0.63"),
        (0.0234, "0.023"),
        (0.00996, "0.010"),
        (1e-10, "1e−10"),
        (1.0, "1.0"),
        (9.96, "10"),
        (528.3, "528"),
        (999.6, "1e3"),
        (5.2e21, "5e21"),
    ],
)
def test_numbers_are_short(value, text):
    assert short(value) == text
    assert len(short(value, 1)) <= 5


def test_scale_is_the_range_or_wide_enough_for_all_layers():
    tanh, relu = ACTIVATIONS["tanh"], ACTIVATIONS["relu"]
    assert activation_scale(propagate("tanh", "he_normal"), tanh) == (-1, 1)
    assert activation_scale(propagate("relu", "small_normal"), relu) == (0, 3)
    _low, high = activation_scale(propagate("relu", "standard_normal"), relu)
    assert high > 3 * propagate("relu", "standard_normal").std[-1]


def test_every_activation_with_every_initialiser_at_the_largest_size(explorer):
    for activation in ACTIVATIONS:
        for initializer in INITIALIZERS:
            explorer.set(activation=activation, initializer=initializer, depth=20, width=20)
            assert not explorer.error.value, (activation, initializer)
            assert np.isfinite(explorer.picture.gradients.get_path().vertices).all()


def test_sliders_grow_to_what_code_sets(explorer):
    explorer.set(width=300, seed=12345)
    assert not explorer.error.value
    assert explorer.controls["width"].value == 300
    assert explorer.controls["seed"].value == 12345


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"depth": 0}, "depth must be a whole number from 1 to 20, not 0"),
        ({"depth": 1000}, "depth must be"),
        ({"depth": float("nan")}, "depth must be"),
        ({"width": 0}, "width must be a whole number from 1 to 300"),
        ({"width": -5}, "width must be"),
        ({"width": 10**12}, "width must be"),
        ({"width": 10.5}, "width must be"),
        ({"seed": -1}, "seed must be a whole number from 0"),
        ({"seed": None}, "seed must be"),
        ({"activation": "rleu"}, "activation must be one of"),
        ({"activation": 7}, "activation must be one of"),
        ({"initializer": "xavier"}, "initializer must be one of"),
        ({"initializer": ["zeros"]}, "initializer must be one of"),
    ],
)
def test_bad_values_become_words_at_the_start_and_later(explorer, fields, words):
    started = SignalExplorer(**fields)
    assert words in started.error.value
    assert started.state == SignalExplorer.State()
    started.close()
    explorer.set(**fields)
    assert words in explorer.error.value
    explorer.controls["depth"].value = 5
    assert not explorer.error.value
