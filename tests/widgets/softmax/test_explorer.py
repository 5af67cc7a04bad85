import numpy as np
import pytest
import tensorflow as tf

from helpers.widgets import SoftmaxExplorer


@pytest.fixture
def explorer():
    explorer = SoftmaxExplorer()
    yield explorer
    explorer.close()


def numbers(explorer):
    """The numbers of the picture, row by row of each column."""
    return [text for _x, _y, text in explorer.picture.numbers.texts]


def widths(boxes):
    return boxes.sizes[:, 0]


def test_columns_show_scores_powers_probabilities_and_gradient(explorer):
    assert numbers(explorer) == [
        *("0  t = 1", "1", "2"),
        *("2.0", "1.0", "0.1"),
        *("1.000", "0.368", "0.150"),
        *("0.659", "0.242", "0.099"),
        *("−0.341", "0.242", "0.099"),
    ]
    probabilities = widths(explorer.picture.above)[6:9]
    np.testing.assert_allclose(probabilities, 130 * tf.nn.softmax([2.0, 1.0, 0.1]).numpy(), rtol=1e-5)
    np.testing.assert_allclose(widths(explorer.picture.below), 66 * 0.341, rtol=1e-3)
    assert "loss −log p is 0.417" in explorer.words.value


def test_a_shift_moves_scores_and_nothing_else_until_float32_overflows(explorer):
    before = numbers(explorer)
    explorer.controls["shift"].value = 50
    assert numbers(explorer)[3:6] != before[3:6]
    assert numbers(explorer)[6:] == before[6:]
    assert "overflows" not in explorer.words.value
    explorer.controls["shift"].value = 90
    assert numbers(explorer)[6:] == before[6:]
    assert "overflows" in explorer.words.value
    assert "nan, nan, nan" in explorer.picture.broken.texts[0][2]


def test_temperature_sharpens_and_flattens(explorer):
    explorer.controls["temperature"].value = 0.1
    assert numbers(explorer)[9] == "1.000"
    explorer.controls["temperature"].value = 10
    assert "0.36" in numbers(explorer)[9]


def test_a_gradient_of_nothing_has_no_sign(explorer):
    explorer.controls["temperature"].value = 0.1
    assert numbers(explorer)[12:] == ["0.000", "0.000", "0.000"]  # the first is −4.5e-05


def test_fewer_classes_hide_their_scores_and_move_the_label(explorer):
    explorer.controls["label"].value = 2
    explorer.controls["scores count"].value = 2
    assert explorer.state.scores == (2.0, 1.0)
    assert explorer.state.label == 1
    assert [explorer.controls[f"scores {i}"].layout.display for i in range(6)] == [None] * 2 + ["none"] * 4
    assert not explorer.error.value
    explorer.controls["scores count"].value = 6
    assert explorer.state.scores == (2.0, 1.0, 0.1, 0.0, 0.0, 0.0)


@pytest.mark.parametrize("scores", [(1e4, -1e4), (-1e4, -1e4, -1e4), (0.0,) * 6])
def test_extreme_scores_are_drawn(scores):
    explorer = SoftmaxExplorer(scores=scores, label=1, temperature=0.001, shift=-1e4)
    assert not explorer.error.value
    assert explorer.state.scores == scores
    explorer.close()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"scores": (1.0,)}, "scores must be a tuple of 2 to 6 values"),
        ({"scores": 5}, "scores must be a tuple of 2 to 6 values"),
        ({"scores": (1.0, float("nan"))}, "scores must be a number"),
        ({"scores": (1.0, "a")}, "scores must be a number"),
        ({"label": -1}, "label must be a whole number"),
        ({"temperature": 0.0}, "temperature must be a number"),
        ({"temperature": float("nan")}, "temperature must be a number"),
        ({"shift": 1e9}, "shift must be a number"),
    ],
)
def test_bad_start_becomes_words_and_the_controls_live(fields, words):
    explorer = SoftmaxExplorer(**fields)
    assert words in explorer.error.value
    assert explorer.state == explorer.State()
    explorer.controls["scores 0"].value = 3
    assert explorer.error.value == ""
    explorer.close()
