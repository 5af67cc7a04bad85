import numpy as np
import pytest

from helpers.widgets import ActivationBrowser
from helpers.widgets.recording.model import LayerInfo, Look, Recording, look
from helpers.widgets.recording.picture import HISTORY, TALL

RNG = np.random.default_rng(1)


@pytest.fixture
def browser():
    browser = ActivationBrowser.example()
    yield browser
    browser.close()


def test_it_opens_at_the_last_epoch_of_the_first_layer(browser):
    assert browser.controls["epoch"].value == 5
    assert [name for _label, name in browser.controls["layer"].options] == ["conv2d", "dense"]
    assert "After epoch 5, layer conv2d" in browser.words.value
    assert repr(browser) == "ActivationBrowser(watcher)"


@pytest.mark.parametrize("epoch", range(6))
def test_the_table_says_what_was_recorded(browser, epoch):
    browser.controls["epoch"].value = epoch
    seen = browser.recording.looks[epoch].layers
    assert f"After epoch {epoch}" in browser.words.value
    dead = int(seen[0].dead.sum())
    assert (f"Dead units: {dead} of 8" in browser.words.value) == bool(dead)
    assert ("No unit is dead." in browser.words.value) == (not dead)
    assert browser.code == (
        "ActivationBrowser(watcher)" if epoch == 5 else f"ActivationBrowser(watcher, epoch={epoch})"
    )


def bars(browser):
    """Shares of the values, from the heights of the bars."""
    return browser.picture.bars.sizes[:, 1] / TALL


@pytest.mark.parametrize("show", ["activations", "weights", "gradients"])
def test_bars_are_the_histogram_of_what_is_chosen(browser, show):
    browser.set(show=show, layer="dense", epoch=3)
    part = {"activations": "answers"}.get(show, show)
    spread = getattr(browser.recording.looks[3].layers[1], part)
    heights = bars(browser)
    assert len(heights) > 2
    # Heights are roots of shares, all by one scale: together the squares are the whole.
    tallest = max(
        np.sqrt(
            np.diff(
                np.interp(
                    np.linspace(*browser.compute(browser.state).limits, 41),
                    np.linspace(one.low, one.high, 51),
                    np.r_[0, np.cumsum(one.counts)],
                )
            )
        ).max()
        for one in (spread, getattr(browser.recording.looks[0].layers[1], part))
    )
    assert (heights**2).sum() * tallest**2 == pytest.approx(1, abs=1e-3)


def test_the_history_has_a_column_for_each_look_and_a_frame_round_this_one(browser):
    left, width = HISTORY
    for epoch in (0, 3, 5):
        browser.set(epoch=epoch)
        assert browser.picture.cursor.corners[0, 0] == pytest.approx(left + epoch * width / 6)
    assert browser.picture.history.data.shape[1] == 6


def test_maps_follow_the_sample_and_dead_ones_are_framed(browser):
    first = browser.picture.maps.data.copy()
    browser.controls["sample"].value = 2
    assert (browser.picture.maps.data != first).any()
    orange = (browser.picture.maps.data == [213, 94, 0]).all(axis=-1)
    assert orange.any()
    browser.set(epoch=0)
    assert not (browser.picture.maps.data == [213, 94, 0]).all(axis=-1).any()


def recording(names, epochs=(0, 1, 2), weights=None):
    infos = [LayerInfo(name, "Dense", (5,), "relu") for name in names]
    made = Recording(infos, np.zeros((0, 1, 1, 1), np.uint8), 20, 1e9)
    for epoch in epochs:
        made.add(Look(epoch, tuple(look(RNG.normal(size=(20, 5)), None, 2, weights) for _ in names)))
    return made


def test_epochs_passed_over_are_named():
    browser = ActivationBrowser(recording(["a"], (0, 4, 9)), epoch=6)
    assert "Epoch 6 was passed over to save time or memory; shown is epoch 4." in browser.words.value
    browser.controls["epoch"].value = 9
    assert "passed over" not in browser.words.value
    browser.close()


def test_no_weights_no_labels():
    browser = ActivationBrowser(recording(["a"]), show="weights")
    assert "This layer has no weights." in browser.words.value
    assert not bars(browser).size
    browser.set(show="gradients")
    assert "no labels were given" in browser.words.value
    browser.close()


def test_more_layers_than_rows_are_shown_round_the_chosen_one():
    names = [f"layer_{number}" for number in range(30)]
    browser = ActivationBrowser(recording(names), layer="layer_17")
    assert browser.size[1] == ActivationBrowser(recording(names[:8])).size[1]
    low, high = (browser.picture.chosen.corners[0, 1] for _ in range(2))
    assert 54 <= low == high <= browser.size[1]
    assert "layer layer_17" in browser.words.value
    browser.close()


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"layer": "dens"}, "layer must be one of conv2d, dense, not dens"),
        ({"epoch": -1}, "epoch must be a whole number"),
        ({"show": "all"}, "show must be one of activations, weights, gradients, not all"),
        ({"sample": 9}, "sample must be a whole number from 1 to 4, not 9"),
    ],
)
def test_what_makes_no_sense_is_said_and_the_usual_shown(browser, fields, says):
    other = ActivationBrowser(browser.recording, **fields)
    assert says in other.error.value
    assert other.state == browser.state
    other.close()


@pytest.mark.parametrize(
    "watcher", [None, object(), {"loss": [1]}, recording(["a"], ())], ids=["none", "object", "dict", "empty"]
)
def test_a_watcher_that_has_seen_nothing(watcher):
    with pytest.raises(ValueError, match="has seen no training yet"):
        ActivationBrowser(watcher)
