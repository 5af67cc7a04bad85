import re

import numpy as np
import pytest

from helpers.widgets import PerceptronExplorer
from helpers.widgets.perceptron.explorer import CELLS, ONE, TWO
from helpers.widgets.perceptron.model import SAMPLES, grid, learn
from helpers.widgets.perceptron.picture import HIGH, LOW, PLANES, pixels
from helpers.widgets.perceptron.table import together, weighted_sum


@pytest.fixture
def explorer():
    explorer = PerceptronExplorer()
    yield explorer
    explorer.close()


def words(explorer):
    return re.sub("<[^>]*>", "", explorer.words.value).replace("&gt;", ">")


def shown(line):
    return np.column_stack(line.get_data())


def count(markers):
    return len(shown(markers))


def test_regions_line_and_arrow_follow_the_sliders(explorer):
    for w1, w2, bias in ((1.0, 1.0, -1.5), (-0.5, 2.0, 0.25), (3.0, 0.0, -1.0)):
        explorer.set(w1=w1, w2=w2, bias=bias)
        result = explorer.compute(explorer.state)
        np.testing.assert_array_equal(result.regions, grid(LOW, HIGH, CELLS) @ [w1, w2] + bias > 0)
        line = shown(explorer.picture.lines[0])
        across, up = np.diff(line, axis=0)[0]
        assert across * w1 - up * w2 == pytest.approx(0, abs=1e-9)  # y runs downwards on the page
        start, tip = shown(explorer.picture.normals)[:2]
        assert (tip - start) @ [w2, w1] == pytest.approx(0, abs=1e-9)
        assert (tip - start) @ [w1, -w2] > 0


def test_wrong_samples_are_ringed_and_counted(explorer):
    assert count(explorer.picture.wrong) == 3
    assert "It gets 1 of the 4 samples of AND right." in words(explorer)
    explorer.set(w1=1.0, w2=1.0, bias=-1.5)
    assert count(explorer.picture.wrong) == 0
    assert "It gets 4 of the 4" in words(explorer)
    assert "changes nothing any more" in words(explorer)
    explorer.controls["data"].value = "OR"
    np.testing.assert_allclose(shown(explorer.picture.wrong), pixels(SAMPLES["AND"].x[[1, 2]], PLANES[0]))


def test_rule_is_shown_step_by_step(explorer):
    data = SAMPLES["AND"]
    run = learn(data.x, data.y, np.array([-1.0, 0.5]), 0.25, 0.5, 60)
    changed, others = explorer.picture.changed_cells, explorer.picture.right_cells
    for step in (1, 4, 8, 20, 60):
        explorer.controls["step"].value = step
        assert len(changed.corners) == (run.error[:step] != 0).sum()
        assert len(others.corners) == (run.error[:step] == 0).sum()
        np.testing.assert_allclose(shown(explorer.picture.halo)[0], pixels(data.x[(step - 1) % 4], PLANES[0]))
        assert weighted_sum(run.w[step], run.b[step], "x") in words(explorer)
        assert ("nothing changed" in words(explorer)) == (run.error[step - 1] == 0)
    assert "changes nothing any more" in words(explorer)


def test_xor_never_settles_and_that_is_said(explorer):
    explorer.controls["data"].value = "XOR"
    for step in (0, 20, 60):
        explorer.controls["step"].value = step
        assert "goes on changing for ever" in words(explorer)
        assert count(explorer.picture.wrong) >= 1


def test_two_layers_fold_the_plane(explorer):
    explorer.set(mode="two layers", data="XOR", activation="sigmoid")
    assert count(explorer.picture.wrong) == 0
    result = explorer.compute(explorer.state)
    np.testing.assert_allclose(result.regions, PerceptronExplorer.State().network.output(grid(LOW, HIGH, CELLS)))
    np.testing.assert_allclose(result.answers, [0, 1, 1, 0], atol=1e-4)
    ones = shown(explorer.picture.ones)
    np.testing.assert_allclose(ones[:2], pixels(SAMPLES["XOR"].x[[1, 2]], PLANES[0]))
    np.testing.assert_allclose(ones[2:], pixels(np.ones((2, 2)), PLANES[1]), atol=0.02)
    assert count(explorer.picture.last_line) == 2
    assert "(0, 1) → h = (1.00, 1.00) → y = 1.00" in words(explorer)
    assert "4 of the 4 samples of XOR" in words(explorer)


def test_a_hidden_weight_moves_its_line_alone(explorer):
    explorer.set(mode="two layers", data="XOR")
    first, second = (shown(line).copy() for line in explorer.picture.lines)
    explorer.controls["h1_bias"].value = -30
    assert not np.array_equal(shown(explorer.picture.lines[0]), first)
    np.testing.assert_array_equal(shown(explorer.picture.lines[1]), second)
    assert count(explorer.picture.wrong) > 0
    explorer.set(h1_w1=0.0, h1_w2=0.0)
    assert count(explorer.picture.lines[0]) == 0  # no line is left: the unit says the same everywhere
    assert not explorer.error.value


def test_controls_of_the_other_mode_are_hidden_and_do_not_count(explorer):
    def visible(name):
        return all(box.layout.display is None for box in explorer.fields[name].boxes)

    assert all(visible(name) for name in ONE)
    assert not any(visible(name) for name in TWO)
    explorer.controls["mode"].value = "two layers"
    assert not any(visible(name) for name in ONE)
    assert all(visible(name) for name in TWO)
    before = explorer.state
    explorer.controls["w1"].value = 3.0
    assert explorer.state == before
    explorer.controls["mode"].value = "one unit"
    assert explorer.state.w1 == explorer.controls["w1"].value == before.w1


def test_going_back_to_one_unit_leaves_nothing_of_the_second_plane(explorer):
    picture = explorer.stage.image.value
    explorer.controls["mode"].value = "two layers"
    assert explorer.stage.image.value != picture
    explorer.controls["mode"].value = "one unit"
    assert explorer.stage.image.value == picture


def test_names_of_samples_that_meet_become_one():
    named = together(np.array([[0, 1], [1, 1], [0.99, 1.01], [1, 0]]), ["a", "b", "c", "d"])
    assert [text for _, text in named] == ["a", "b c", "d"]


@pytest.mark.parametrize(
    ("weights", "bias", "text"),
    [((20, 20), -10, "20x₁ + 20x₂ − 10"), ((-1, 0.5), 0.25, "−x₁ + 0.5x₂ + 0.25"), ((0, -1), 0, "0x₁ − x₂ + 0")],
)
def test_weighted_sums_read_as_written_by_hand(weights, bias, text):
    assert weighted_sum(weights, bias, "x") == text


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"mode": "three"}, "mode must be one of"),
        ({"mode": None}, "mode must be one of"),
        ({"data": "NAND"}, "data must be one of"),
        ({"data": ("XOR",)}, "data must be one of"),
        ({"data": ""}, "data must be one of AND, OR, XOR, cloud"),
        ({"data": None}, "data must be one of"),
        ({"data": 3}, "data must be one of"),
        ({"activation": "relu"}, "activation must be one of step, sigmoid"),
        ({"w1": float("nan")}, "w1 must be a number from -4 to 4"),
        ({"w2": float("inf")}, "w2"),
        ({"bias": 1e9}, "bias"),
        ({"bias": "0"}, "bias"),
        ({"learning_rate": 0}, "learning_rate must be a number from 0.25 to 2"),
        ({"learning_rate": -1}, "learning_rate"),
        ({"learning_rate": 1e9}, "learning_rate"),
        ({"step": -1}, "step must be a whole number from 0 to 60"),
        ({"step": 61}, "step"),
        ({"step": 1.5}, "step"),
        ({"h1_w1": 41}, "h1_w1"),
        ({"y_bias": None}, "y_bias"),
        ({"h2_w2": True}, "h2_w2"),
    ],
)
def test_bad_start_becomes_words_and_the_controls_live(fields, named):
    explorer = PerceptronExplorer(**fields)
    assert named in explorer.error.value
    assert explorer.state == PerceptronExplorer.State()
    explorer.controls["w1"].value = 2.0
    assert explorer.error.value == ""
    assert explorer.state.w1 == 2.0
    explorer.close()
