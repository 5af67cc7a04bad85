import numpy as np
import pytest

from helpers.maths.activations import ACTIVATIONS
from helpers.widgets import ActivationExplorer
from helpers.widgets.activation.model import FAR
from helpers.widgets.activation.picture import LOOKS


@pytest.fixture
def explorer():
    explorer = ActivationExplorer()
    yield explorer
    explorer.close()


def shown(explorer):
    """How many curves can be seen."""
    return sum(line.get_visible() for line in explorer.picture.curves)


def test_a_row_of_menus_shows_one_to_four_curves(explorer):
    assert shown(explorer) == 3
    explorer.controls["activations 3"].value = "gelu"
    assert shown(explorer) == 4
    assert explorer.state.activations == ("sigmoid", "tanh", "relu", "gelu")
    for number in (3, 2, 1):
        explorer.controls[f"activations {number}"].value = ""
    assert shown(explorer) == 1
    explorer.controls["activations 0"].value = ""
    assert "activations must be a tuple of 1 to 4 values" in explorer.error.value
    assert explorer.state.activations == ("sigmoid",)
    explorer.controls["activations 0"].value = "elu"
    assert not explorer.error.value


def test_menus_close_their_gaps_and_show_nothing_twice(explorer):
    explorer.controls["activations 0"].value = ""
    assert explorer.state.activations == ("tanh", "relu")
    assert [explorer.controls[f"activations {n}"].value for n in (0, 1, 2)] == ["tanh", "relu", ""]
    explorer.controls["activations 2"].value = "tanh"
    assert explorer.state.activations == ("tanh", "relu")
    assert explorer.controls["activations 2"].value == ""


def test_points_and_curves_stand_where_the_functions_are(explorer):
    explorer.set(activations=("tanh",), z=1.0)
    xs, ys = explorer.picture.points[0].get_data()
    unit = 38  # pixels
    origin_x, origin_y = xs[0] - unit, ys[0] + unit * np.tanh(1)
    line_x, line_y = explorer.picture.curves[0].get_data()
    left = slice(0, 201)
    z = (np.asarray(line_x[left], float) - origin_x) / unit
    np.testing.assert_allclose(z, np.linspace(-FAR, FAR, 201), atol=1e-9)
    np.testing.assert_allclose((origin_y - line_y[left]) / unit, np.tanh(z), atol=1e-9)
    tangent_x, tangent_y = explorer.picture.tangents.get_data()
    slope = -(tangent_y[1] - tangent_y[0]) / (tangent_x[1] - tangent_x[0])
    assert slope == pytest.approx(1 - np.tanh(1) ** 2)


def test_the_point_on_the_right_moves_with_the_slope(explorer):
    explorer.set(activations=("sigmoid",))
    heights = []
    for z in (-5.0, 0.0, 5.0):
        explorer.controls["z"].value = z
        heights.append(explorer.picture.points[0].get_ydata()[2])
    assert heights[0] == pytest.approx(heights[2])
    assert heights[1] < heights[0]  # pixels run downwards


def test_curves_have_a_gap_where_they_jump(explorer):
    explorer.set(activations=("step", "relu", "tanh"))
    gaps = [int(np.isnan(np.asarray(line.get_ydata(), float)).sum()) for line in explorer.picture.curves[:3]]
    between = 4  # panel, sample, panel, sample
    assert gaps == [between + 1, between + 1, between]


@pytest.mark.parametrize(
    ("name", "z", "words"),
    [
        ("relu", -2.0, "relu is 0.000, its derivative 0.000 (dead here: no gradient passes)"),
        ("tanh", 3.0, "tanh is 0.995, its derivative 0.010 (saturated"),
        ("gelu", -0.75, "gelu is −0.170, its derivative 0.001 (almost flat here)"),
        ("softplus", 0.0, "softplus is 0.693, its derivative 0.500."),
        ("maxout", -2.0, "maxout is 1.000, its derivative −0.500."),
    ],
)
def test_words_give_value_slope_and_what_passes(explorer, name, z, words):
    explorer.set(activations=(name,), z=z)
    assert words in explorer.words.value


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_every_activation_alone_and_at_the_ends(explorer, name):
    for z in (-FAR, 0, FAR):
        explorer.set(activations=(name,), z=z)
        assert not explorer.error.value
        assert f"{name} is " in explorer.words.value


def test_parameters_show_when_they_count_and_change_the_curve(explorer):
    sliders = {name: explorer.controls[name] for name in ("slope", "alpha", "pieces 0", "pieces 1")}
    assert [slider.layout.display for slider in sliders.values()] == ["none"] * 4
    sliders["alpha"].value = 2
    assert explorer.state.alpha == 1
    explorer.controls["activations 0"].value = "elu"
    assert sliders["alpha"].layout.display is None
    before = explorer.picture.curves[0].get_ydata().copy()
    sliders["alpha"].value = 2
    assert not np.array_equal(explorer.picture.curves[0].get_ydata(), before, equal_nan=True)
    explorer.controls["activations 1"].value = "maxout"
    explorer.controls["activations 2"].value = "leaky_relu"
    assert [slider.layout.display for slider in sliders.values()] == [None] * 4
    assert explorer.picture.lines.get_visible()
    sliders["pieces 0"].value, sliders["pieces 1"].value, sliders["slope"].value = -1, 1, 0.5
    assert explorer.state.pieces == (-1, 1)
    assert "maxout is 2.500, its derivative −1.000" in explorer.words.value
    assert "leaky_relu is −1.250, its derivative 0.500" in explorer.words.value


def test_an_arrow_marks_what_lies_outside_the_left_panel(explorer):
    def arrows():
        return [text for _x, _y, text in explorer.picture.table.texts if text[-1:] in ("↓", "↑")]

    explorer.set(activations=("linear", "selu"), z=-4.0)
    assert arrows() == ["−4.000 ↓"]
    explorer.set(z=5.0)
    assert arrows() == ["5.254 ↑"]


def test_looks_differ_in_line_and_marker_too():
    assert len({line for _c, line, _m in LOOKS}) == len({marker for _c, _l, marker in LOOKS}) == len(LOOKS)


NAN = float("nan")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"z": NAN}, "z must be a number from -5 to 5, not nan"),
        ({"z": 1e9}, "z must be a number"),
        ({"z": "1"}, "z must be a number"),
        ({"z": None}, "z must be a number"),
        ({"activations": ("rleu",)}, "activations must be one of linear, step"),
        ({"activations": ()}, "activations must be a tuple of 1 to 4 values"),
        ({"activations": "tanh"}, "activations must be a tuple of 1 to 4 values"),
        ({"activations": ("tanh",) * 9}, "activations must be a tuple of 1 to 4 values"),
        ({"activations": ("tanh", "tanh")}, "has a name twice"),
        ({"activations": ("tanh", "")}, "activations must be one of linear, step"),
        ({"activations": (["tanh"],)}, "activations must be one of"),
        ({"slope": -1}, "slope must be a number from 0 to 1"),
        ({"slope": NAN}, "slope must be a number"),
        ({"alpha": 3}, "alpha must be a number from 0 to 2"),
        ({"alpha": float("inf")}, "alpha must be a number"),
        ({"pieces": (1,)}, "pieces must be a tuple of 2 to 2 values"),
        ({"pieces": 1.0}, "pieces must be a tuple of 2 to 2 values"),
        ({"pieces": (NAN, 1)}, "pieces must be a number from -1 to 1"),
    ],
)
def test_bad_values_become_words_at_the_start_and_later(explorer, fields, words):
    started = ActivationExplorer(**fields)
    assert words in started.error.value
    assert started.state == ActivationExplorer.State()
    started.close()
    explorer.set(**fields)
    assert words in explorer.error.value
    assert explorer.state == ActivationExplorer.State()
    explorer.controls["z"].value = 1.0
    assert not explorer.error.value
    assert "At z = 1.00" in explorer.words.value
