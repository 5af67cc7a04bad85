import numpy as np
import pytest

from helpers.widgets.training_runs.model import Run, read_runs

LOG = {"loss": [0.9, 0.5, 0.3, 0.2], "val_loss": [0.8, 0.4, 0.5, 0.7], "accuracy": [0.5, 0.7, 0.8, 0.9]}


class History:
    """What model.fit returns, as far as it is read."""

    def __init__(self, log):
        self.history = log


@pytest.mark.parametrize("history", [LOG, History(LOG), {"loss": np.array(LOG["loss"]), "val_loss": LOG["val_loss"]}])
def test_one_run_is_read_from_all_that_fit_gives(history):
    (run,) = read_runs(history).values()
    assert (run.epochs, run.best, run.watched, run.broke) == (4, 2, "val_loss", None)


def test_several_runs_keep_their_names_and_order():
    runs = read_runs({"b": LOG, "a": History({"loss": [3, 2, 1]})})
    assert list(runs) == ["b", "a"]
    assert (runs["a"].watched, runs["a"].best) == ("loss", 3)


@pytest.mark.parametrize(
    ("log", "broke", "best"),
    [
        ({"loss": [1, 0.5, np.nan, 0.1]}, 3, 2),
        ({"loss": [1, 0.5, 0.4, 0.3], "val_loss": [2, 3, np.inf, 0.1]}, 3, 1),
        ({"loss": [np.nan, np.nan]}, 1, None),
    ],
)
def test_a_diverged_run_counts_up_to_where_it_broke(log, broke, best):
    (run,) = read_runs(log).values()
    assert (run.broke, run.best) == (broke, best)
    assert all(np.isnan(values[broke - 1 :]).all() for values in run.values.values())


@pytest.mark.parametrize(
    ("history", "words"),
    [
        (3, "not int"),
        (None, "not NoneType"),
        ([0.3, 0.2], "not list"),
        ({}, "no loss"),
        (History({}), "no loss"),
        ({"accuracy": [1.0]}, "no loss"),
        ({"loss": []}, "1 to 10000 epochs, not 0"),
        ({"loss": [1, 2], "val_loss": [1]}, "loss has 2 epochs and val_loss has 1"),
        ({"loss": ["a", "b"]}, "loss must be a list of numbers"),
        ({"loss": [[1, 2], [3, 4]]}, "loss must be a list of numbers"),
        ({"loss": 0.5}, "loss must be a list of numbers"),
        ({"a": LOG, "b": [1, 2]}, "mixes runs and lists"),
        ({str(n): LOG for n in range(7)}, "at most 6 runs"),
        ({"a": LOG, "b": {}}, "b has no loss"),
    ],
)
def test_what_is_no_history_is_said_in_words(history, words):
    with pytest.raises(ValueError, match=words):
        read_runs(history)


def test_smoothing_is_the_weighted_mean_of_both_sides():
    values = np.random.default_rng(0).normal(size=40)
    values[7] = np.nan
    smooth = Run({"loss": values}, None).smoothed(0.5).values["loss"]
    weights = 0.5 ** np.abs(np.subtract.outer(np.arange(40), np.arange(40))) * ~np.isnan(values)
    expected = weights @ np.nan_to_num(values) / weights.sum(axis=1)
    expected[7] = np.nan
    np.testing.assert_allclose(smooth, expected, atol=3e-3)


def test_smoothing_does_not_move_the_lowest_point_of_a_symmetric_curve():
    run = Run({"loss": np.abs(np.arange(-20, 21.0))}, None)
    for amount in (0.0, 0.3, 0.9, 0.95):
        assert run.smoothed(amount).best == 21
