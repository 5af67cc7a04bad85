import numpy as np
import pytest

from helpers.widgets import ThresholdExplorer
from helpers.widgets.threshold.model import confusion, steps

P = np.array([0.9, 0.8, 0.8, 0.6, 0.4, 0.4, 0.1, 0.1])
Y = np.array([1, 1, 0, 1, 0, 1, 0, 0])


@pytest.fixture
def explorer():
    explorer = ThresholdExplorer(P, Y)
    yield explorer
    explorer.close()


def written(explorer):
    """TP, FP, TN, FN, precision, recall, specificity, accuracy, as they stand in the picture."""
    return [text for _x, _y, text in explorer.picture.numbers.texts]


def area(explorer, name):
    """Sum of the bars' areas in pixels."""
    return float(explorer.picture.bars[name].sizes.prod(axis=1).sum())


def test_counts_and_measures_follow_the_threshold(explorer):
    assert written(explorer) == ["3", "1", "3", "1", "0.750", "0.750", "0.750", "0.750"]
    explorer.controls["threshold"].value = 0.7
    assert written(explorer) == ["2", "1", "3", "2", "0.667", "0.500", "0.750", "0.625"]
    assert "of 4 with label 1, 2 are found and 2 missed, recall 0.500" in explorer.words.value
    assert "Of 3 answers that are yes, 2 have label 1: precision 0.667" in explorer.words.value


def test_bars_change_colour_at_the_threshold(explorer):
    total = area(explorer, "found") + area(explorer, "missed")
    explorer.controls["threshold"].value = 0.0
    assert area(explorer, "missed") == area(explorer, "rest") == 0
    assert area(explorer, "found") == pytest.approx(total, rel=0.02)
    explorer.controls["threshold"].value = 1.0
    assert area(explorer, "found") == area(explorer, "alarm") == 0
    assert area(explorer, "missed") == pytest.approx(total, rel=0.02)


def test_the_point_lies_on_the_curve(explorer):
    left, top, width, height = 660, 46, 220, 220
    for threshold in (0.05, 0.3, 0.7):
        explorer.controls["threshold"].value = threshold
        (x, y), counts = explorer.picture.strokes.marked["curve"][0], confusion(P, Y, threshold)
        assert x == pytest.approx(left + width * (1 - counts.specificity))
        assert y == pytest.approx(top + height * (1 - counts.recall))
        curve = explorer.picture.strokes.lines["curve"]
        assert np.hypot(*(curve - [x, y]).T).min() < 1e-9
    across, up = steps(P, Y).roc
    np.testing.assert_allclose(curve, np.column_stack([left + width * across, top + height * (1 - up)]))


def test_no_answer_is_yes(explorer):
    explorer.set(threshold=1.0, curve="precision-recall")
    assert written(explorer)[4] == "–"
    assert len(explorer.picture.strokes.marked["curve"]) == 0
    assert "there is no precision" in explorer.words.value
    assert not explorer.error.value


def test_another_prevalence_changes_precision_and_not_recall(explorer):
    before = written(explorer)
    explorer.controls["reweigh"].value = True
    explorer.controls["prevalence"].value = 0.01
    assert written(explorer)[:4] == ["7.5", "248", "742", "2.5"]
    assert written(explorer)[5:7] == before[5:7]
    assert written(explorer)[4] == "0.029"
    assert "at a prevalence of 1 %; these data have 50 %" in explorer.words.value


def test_prevalence_is_hidden_until_it_counts(explorer):
    slider = explorer.controls["prevalence"]
    assert slider.layout.display == "none"
    slider.value = 0.3
    assert explorer.state.prevalence == explorer.State().prevalence
    explorer.controls["reweigh"].value = True
    assert slider.layout.display is None


def test_many_samples_make_a_curve_of_few_points():
    rng = np.random.default_rng(0)
    p = rng.random(20_000)
    explorer = ThresholdExplorer(p, rng.random(20_000) < p)
    curve = explorer.picture.strokes.lines["curve"]
    assert len(curve) <= 300
    np.testing.assert_allclose(curve[[0, -1]], [[660, 266], [880, 46]])
    explorer.close()


def test_columns_as_a_model_predicts_them():
    explorer = ThresholdExplorer(P[:, None], Y)
    assert written(explorer)[0] == "3"
    explorer.close()


@pytest.mark.parametrize(
    ("p", "y", "words"),
    [
        (P[:3], Y, "one entry for each sample; they have 3 and 8"),
        (P + 1, Y, "between 0 and 1"),
        (np.full(8, np.nan), Y, "between 0 and 1"),
        (P, Y + 1, "labels must be 0 or 1"),
        (P, Y * 0, "both 0 and 1"),
        (np.stack([P, 1 - P], axis=1), Y, "one number a sample"),
    ],
)
def test_data_that_do_not_fit_are_refused(p, y, words):
    with pytest.raises(ValueError, match=words):
        ThresholdExplorer(p, y)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"threshold": 1.5}, "threshold must be a number from 0 to 1"),
        ({"threshold": float("nan")}, "threshold must be a number from 0 to 1"),
        ({"threshold": "a"}, "threshold must be a number from 0 to 1"),
        ({"curve": "lift"}, "curve must be one of ROC, precision-recall"),
        ({"reweigh": 1}, "reweigh must be True or False"),
        ({"prevalence": 0.0}, "prevalence must be a number"),
        ({"prevalence": float("inf")}, "prevalence must be a number"),
    ],
)
def test_bad_start_becomes_words_and_the_controls_live(fields, words):
    explorer = ThresholdExplorer(P, Y, **fields)
    assert words in explorer.error.value
    assert explorer.state == explorer.State()
    explorer.controls["threshold"].value = 0.3
    assert explorer.error.value == ""
    explorer.close()
