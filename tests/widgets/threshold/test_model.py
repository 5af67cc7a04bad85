"""Held to Keras's metrics, and to what can be counted by hand."""

import keras
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.widgets.threshold.model import Confusion, confusion, steps

P = np.array([0.9, 0.8, 0.8, 0.6, 0.4, 0.4, 0.1])
Y = np.array([1, 1, 0, 1, 0, 1, 0])


def made(seed=0, samples=400):
    rng = np.random.default_rng(seed)
    y = (rng.random(samples) < 0.3).astype(int)
    return np.clip(rng.normal(0.35 + 0.2 * y, 0.2), 0, 1), y


def keras_says(metric, p, y):
    metric.update_state(y, p)
    return float(metric.result())


def test_counts_by_hand():
    found = confusion(P, Y, 0.5)
    assert found == Confusion(3, 1, 2, 1)
    assert (found.precision, found.recall) == (0.75, 0.75)
    assert found.specificity == pytest.approx(2 / 3)
    assert found.accuracy == pytest.approx(5 / 7)
    assert found.prevalence == pytest.approx(4 / 7)


@pytest.mark.parametrize("threshold", [0.0, 0.13, 0.5, 0.77, 1.0])
def test_counts_equal_those_of_keras(threshold):
    p, y = made()
    found = confusion(p, y, threshold)
    pairs = {
        "TruePositives": found.true_positives,
        "FalsePositives": found.false_positives,
        "TrueNegatives": found.true_negatives,
        "FalseNegatives": found.false_negatives,
    }
    for name, count in pairs.items():
        assert keras_says(getattr(keras.metrics, name)(thresholds=threshold), p, y) == count
    for name, value in (("Precision", found.precision), ("Recall", found.recall)):
        assert keras_says(getattr(keras.metrics, name)(thresholds=threshold), p, y) == pytest.approx(
            np.nan_to_num(value), rel=1e-6
        )


@pytest.mark.parametrize("seed", range(3))
def test_areas_come_close_to_those_of_keras(seed):
    p, y = made(seed)
    found = steps(p, y)  # Keras takes some thresholds, we all of them
    assert found.auc == pytest.approx(keras_says(keras.metrics.AUC(num_thresholds=5000), p, y), abs=2e-4)
    theirs = keras_says(keras.metrics.AUC(num_thresholds=5000, curve="PR"), p, y)
    assert found.average_precision == pytest.approx(theirs, abs=0.01)


@given(
    st.lists(st.tuples(st.integers(0, 6), st.booleans()), min_size=2, max_size=30).filter(
        lambda pairs: len({label for _, label in pairs}) == 2
    )
)
def test_auc_is_the_chance_of_the_right_order(pairs):
    p, y = np.array([p / 6 for p, _ in pairs]), np.array([label for _, label in pairs])
    above = p[y][:, None] - p[~y]
    assert steps(p, y).auc == pytest.approx((above > 0).mean() + (above == 0).mean() / 2)


@given(
    st.lists(st.tuples(st.integers(0, 6), st.booleans()), min_size=2, max_size=30).filter(
        lambda pairs: len({label for _, label in pairs}) == 2
    )
)
def test_every_step_is_a_confusion(pairs):
    p, y = np.array([p / 6 for p, _ in pairs]), np.array([label for _, label in pairs])
    found = steps(p, y)
    recall, precision = found.precision_recall()
    for place, threshold in enumerate(found.thresholds[1:], 1):
        below = max(threshold - 1e-9, 0.0)
        if threshold == 0:
            continue  # nothing lies below: no threshold says yes to all
        counted = confusion(p, y, below)
        assert (counted.true_positives, counted.false_positives) == (found.true[place], found.false[place])
        assert precision[place - 1] == pytest.approx(counted.precision)
        assert recall[place - 1] == pytest.approx(counted.recall)


def test_another_prevalence_changes_precision_alone():
    found = Confusion(80, 100, 900, 20)
    rare = found.at_prevalence(0.01, people=1000)
    assert (rare.recall, rare.specificity) == pytest.approx((found.recall, found.specificity))
    assert rare.true_positives == pytest.approx(8)
    assert rare.false_positives == pytest.approx(99)
    assert rare.precision == pytest.approx(8 / 107)
    same = found.at_prevalence(found.prevalence)
    assert same.precision == pytest.approx(found.precision)
    p, y = made()
    own = y.mean()
    np.testing.assert_allclose(steps(p, y).precision_recall(own)[1], steps(p, y).precision_recall()[1])


def test_without_a_yes_there_is_no_precision():
    assert np.isnan(confusion(P, Y, 1.0).precision)
    assert confusion(P, Y, 1.0).recall == 0


def test_columns_as_a_model_predicts_them():
    assert confusion(P[:, None], Y[:, None]) == confusion(P, Y)


@pytest.mark.parametrize(
    ("p", "y", "words"),
    [
        ([0.2, np.nan], [0, 1], "probabilities must lie between 0 and 1; nan"),
        ([0.2, 1.5], [0, 1], "probabilities must lie between 0 and 1; 1.5"),
        ([0.2, 0.3], [0, 2], "labels must be 0 or 1; 2.0 is neither"),
        ([0.2], [0, 1], "they have 1 and 2"),
        ([], [], "they have 0 and 0"),
        ([[0.2, 0.8]], [1], "probabilities must be one number a sample, not of the shape (1, 2)"),
        (["a"], [1], "probabilities must be numbers"),
        ([0.5, 0.5], [1, 1], "both 0 and 1"),
    ],
)
def test_bad_input_is_refused_in_words(p, y, words):
    with pytest.raises(ValueError, match=r".+") as told:
        steps(p, y)
    assert words in str(told.value)


@pytest.mark.parametrize("threshold", [-0.1, 1.1, float("nan"), "a", None])
def test_a_threshold_that_is_none_is_refused(threshold):
    with pytest.raises(ValueError, match="threshold must be a number from 0 to 1"):
        confusion(P, Y, threshold)
    with pytest.raises(ValueError, match="prevalence must be a number from 0 to 1"):
        confusion(P, Y).at_prevalence(threshold)
