import numpy as np
import pytest

from helpers.widgets import LossExplorer
from helpers.widgets.loss.picture import LEFT, RIGHT


@pytest.fixture
def explorer():
    explorer = LossExplorer()
    yield explorer
    explorer.close()


def lowest(explorer, number):
    """Where on the axis of c a curve of the left panel is lowest (y runs downwards)."""
    x, y = explorer.picture.strokes.lines[str(number)].T
    left, _top, width, _height = LEFT
    x, y = x[: len(x) // 2], y[: len(x) // 2]
    return -2 + 22 * (x[np.nanargmax(y)] - left) / width


def slope(explorer, number):
    """The slope that a dot of the right panel shows."""
    y = explorer.picture.strokes.marked[str(number)][1, 1]
    low, high = explorer.picture.frame.y[1]
    return high - (y - RIGHT[1]) / RIGHT[3] * (high - low)


def test_an_outlier_pulls_mse_alone(explorer):
    values = [1.2, 1.8, 2.1, 2.4, 2.9, 3.3]
    for outlier in (4.0, 15.0, 20.0):
        explorer.controls["outlier"].value = outlier
        assert lowest(explorer, 0) == pytest.approx(np.mean([*values, outlier]), abs=0.11)
        assert lowest(explorer, 1) == pytest.approx(2.4, abs=0.11)
    assert "MAE at their median, 2.4" in explorer.words.value
    assert len(explorer.picture.marks.get_path().vertices) == (2 + 7) * 5


def test_rings_mark_where_each_loss_is_least(explorer):
    explorer.controls["outlier"].value = 20
    left, _top, width, _height = LEFT
    rings = -2 + 22 * (explorer.picture.least.get_xdata() - left) / width
    assert rings[:2] == pytest.approx([33.7 / 7, 2.4])
    assert explorer.picture.table.texts[2][2] == "4.81"
    explorer.controls["mode"].value = "score"
    assert len(explorer.picture.least.get_xdata()) == 0


def test_huber_lies_between_the_two(explorer):
    explorer.controls["delta"].value = 5
    assert lowest(explorer, 1) < lowest(explorer, 2) < lowest(explorer, 0)


def test_a_wrong_and_sure_score_is_pulled_by_cross_entropy_alone(explorer):
    explorer.controls["mode"].value = "score"
    assert slope(explorer, 0) == pytest.approx(-0.982, abs=1e-3)
    assert slope(explorer, 1) == pytest.approx(-0.035, abs=1e-3)
    assert slope(explorer, 2) == pytest.approx(+0.982, abs=1e-3)
    assert "wrong and sure of itself" in explorer.words.value
    explorer.controls["label"].value = 0
    assert slope(explorer, 0) == pytest.approx(0.018, abs=1e-3)
    assert "wrong and sure" not in explorer.words.value
    assert len(explorer.picture.marks.get_path().vertices) == 2 * 5


def test_each_mode_shows_its_own_controls(explorer):
    def shown():
        return {name for name, control in explorer.controls.items() if control.layout.display is None}

    assert shown() == {"mode", "c", "outlier", "delta"}
    explorer.controls["mode"].value = "score"
    assert shown() == {"mode", "z", "label"}


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"mode": "poetry"}, "mode must be one of"),
        ({"c": float("nan")}, "c must be a number"),
        ({"c": 1e9}, "c must be a number"),
        ({"outlier": "far"}, "outlier must be a number"),
        ({"delta": 0.0}, "delta must be a number"),
        ({"z": float("inf")}, "z must be a number"),
        ({"label": 2}, "label must be a whole number"),
        ({"label": 0.5}, "label must be a whole number"),
    ],
)
def test_bad_start_becomes_words_and_the_controls_live(fields, words):
    explorer = LossExplorer(**fields)
    assert words in explorer.error.value
    assert explorer.state == explorer.State()
    explorer.controls["c"].value = 3
    assert explorer.error.value == ""
    explorer.close()
