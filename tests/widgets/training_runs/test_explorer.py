import numpy as np
import pytest

from helpers.widgets import TrainingBrowser

LOG = {
    "loss": [0.9, 0.5, 0.3, 0.2],
    "val_loss": [0.8, 0.4, 0.5, 0.75],
    "accuracy": [0.5, 0.7, 0.8, 0.9],
    "val_accuracy": [0.5, 0.6, 0.7, 0.65],
    "learning_rate": [0.1, 0.1, 0.1, 0.1],
}


@pytest.fixture
def make():
    made = []

    def make(history, **fields):
        made.append(TrainingBrowser(history, **fields))
        return made[-1]

    yield make
    for browser in made:
        browser.close()


def drawn(browser, name):
    """Values of a line in the loss panel, from its pixels; the sample above the panel left out."""
    panel = browser.picture.panels["loss"]
    left, top, width, height = panel.box
    points = browser.picture.lines.lines[name]
    inside = (points[:, 1] >= top - 1e-6) & (points[:, 0] < left + width)
    low, high = panel.limits
    return low + (top + height - points[inside, 1]) * (high - low) / height


def test_it_opens_at_the_lowest_validation_loss(make):
    browser = make(LOG)
    assert browser.controls["epoch"].value == 2
    assert "Epoch 2 of 4: training loss 0.5, validation loss 0.4, a gap of −0.1." in browser.words.value
    assert "No other epoch has a lower validation loss." in browser.words.value
    assert browser.metrics == ["accuracy"]
    assert repr(browser) == "TrainingBrowser(history)"


def test_words_tell_losses_gap_best_epoch_and_metric(make):
    browser = make(LOG, epoch=4)
    for words in (
        "Epoch 4 of 4: training loss 0.2, validation loss 0.75, a gap of +0.55.",
        "The validation loss is lowest, 0.4, at epoch 2.",
        "accuracy: training 0.9, validation 0.65.",
    ):
        assert words in browser.words.value
    assert repr(browser) == "TrainingBrowser(history, epoch=4)"


@pytest.mark.parametrize("epoch", [1, 2, 3, 4])
def test_curves_are_strong_up_to_the_epoch_and_faint_after_it(make, epoch):
    browser = make(LOG, epoch=epoch)
    for line, key in (("train", "loss"), ("val", "val_loss")):
        np.testing.assert_allclose(drawn(browser, line)[:epoch], LOG[key][:epoch])
        np.testing.assert_allclose(drawn(browser, line + " after")[: 5 - epoch], LOG[key][epoch - 1 :])


def test_the_gap_is_drawn_between_the_two_losses(make):
    browser = make(LOG, epoch=4)
    bar = browser.picture.gaps.get_path().vertices[:5]
    panel = browser.picture.panels["loss"]
    low, high = panel.limits
    assert np.ptp(bar[:, 1]) == pytest.approx(0.55 * panel.box[3] / (high - low))


def test_the_star_stays_at_the_best_epoch(make):
    browser = make(LOG)
    panel = browser.picture.panels["loss"]
    x, y = panel.points(4, [2], [0.4])
    for epoch in (1, 4):
        browser.controls["epoch"].value = epoch
        np.testing.assert_allclose(browser.picture.lines.marked["best"][0], [x[0], y[0]])


def test_without_validation_it_works_and_says_so(make):
    browser = make({"loss": [3.0, 2.0, 1.0]})
    assert "without validation data, no gap can be seen" in browser.words.value
    assert "The training loss is lowest, 1, at epoch 3." in browser.words.value
    assert browser.controls["metric"].layout.display == "none"
    assert list(browser.picture.panels) == ["loss"]


def test_a_diverged_run_is_shown_up_to_where_it_broke(make):
    browser = make({"loss": [1, 0.5, np.nan, np.nan], "val_loss": [1, 0.7, np.inf, 2]})
    assert "The training broke in epoch 3" in browser.words.value
    browser.controls["epoch"].value = 4
    assert "Epoch 4 of 4: no loss. The training broke in epoch 3" in browser.words.value
    assert not browser.error.value
    np.testing.assert_allclose(drawn(browser, "train")[:2], [1, 0.5])


def test_a_run_that_broke_at_once_is_still_a_picture(make):
    browser = make({"loss": [np.nan, np.nan], "val_loss": [np.nan, np.nan]})
    assert "Epoch 1 of 2: no loss. The training broke in epoch 1" in browser.words.value
    browser.controls["smoothing"].value = 0.5
    assert not browser.error.value


def test_a_huge_first_loss_does_not_flatten_the_rest(make):
    losses = [500.0, *np.linspace(3, 1, 29)]
    browser = make({"loss": losses, "val_loss": losses})
    assert browser.picture.panels["loss"].limits[1] < 20
    assert drawn(browser, "val after").max() <= browser.picture.panels["loss"].limits[1] + 1e-9


def test_runs_of_different_lengths_are_compared(make):
    long = {"loss": np.linspace(1, 0.1, 12), "val_loss": np.linspace(1.2, 0.6, 12)}
    browser = make({"short": LOG, "long": long})
    assert "Of 2 runs, short has the lowest validation loss: 0.4 at epoch 2." in browser.words.value
    browser.controls["run"].value = "long"
    assert (browser.controls["epoch"].max, browser.controls["epoch"].value) == (12, 12)
    assert "Epoch 12 of 12" in browser.words.value
    browser.controls["run"].value = "short"
    assert (browser.controls["epoch"].max, browser.controls["epoch"].value) == (4, 2)
    assert not browser.error.value


def test_smoothing_is_named_beside_what_was_logged(make):
    browser = make(LOG, smoothing=0.9)
    assert "These are smoothed; of the numbers as logged, epoch 2 is lowest." in browser.words.value


@pytest.mark.parametrize(
    "field",
    [
        {"epoch": 0},
        {"epoch": 2.5},
        {"epoch": True},
        {"epoch": float("nan")},
        {"epoch": 10**9},
        {"smoothing": 1},
        {"smoothing": float("nan")},
        {"smoothing": "much"},
        {"metric": "f1"},
        {"metric": 3},
        {"run": "other"},
        {"run": ["a"]},
    ],
)
def test_bad_start_becomes_words(make, field):
    browser = make(LOG, **field)
    assert "must be" in browser.error.value
    assert browser.state == TrainingBrowser.State()


def test_epoch_beyond_the_end_shows_the_last(make):
    assert "Epoch 4 of 4" in make(LOG, epoch=99).words.value


def test_long_runs_play_in_at_most_a_hundred_frames(make):
    browser = make({"loss": np.linspace(2, 1, 1500)})
    play = browser.children[1].children[0].children[0].play
    assert play.step == 15


def test_what_is_no_history_raises_one_sentence():
    with pytest.raises(ValueError, match=r"history must be what model\.fit returns"):
        TrainingBrowser(0.5)
