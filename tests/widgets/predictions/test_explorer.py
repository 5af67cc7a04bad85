import numpy as np
import pytest

from helpers.widgets import PredictionBrowser

IMAGES = np.arange(5)[:, None, None] * np.ones((5, 3, 3))
PROBABILITIES = np.array([[0.9, 0.1], [0.45, 0.55], [0.2, 0.8], [0.3, 0.7], [0.99, 0.01]])
LABELS = np.array([0, 0, 1, 0, 1])  # right, wrong, right, wrong, wrong


@pytest.fixture
def browser():
    browser = PredictionBrowser(IMAGES, PROBABILITIES, LABELS, names=["cat", "dog"])
    yield browser
    browser.close()


def shown(browser):
    return browser.compute(browser.state).sample


def test_wrong_ones_come_least_sure_first(browser):
    order = []
    for place in range(3):
        browser.controls["place"].value = place
        order.append(shown(browser))
    assert order == [1, 3, 4]
    assert browser.controls["place"].max == 2


def test_order_and_kind_can_be_changed(browser):
    browser.controls["first"].value = "surest"
    assert shown(browser) == 4
    browser.controls["show"].value = "right"
    assert shown(browser) == 0
    browser.controls["show"].value = "all"
    assert browser.controls["place"].max == 4


def test_picture_bars_and_words_tell_the_same(browser):
    image = browser.picture.image
    np.testing.assert_array_equal(image.data, IMAGES[1])
    assert (image.least, image.most) == (0, 4)  # sample 1 is a quarter as dark as the darkest
    np.testing.assert_allclose(browser.picture.bars.sizes[:, 0], PROBABILITIES[1] * 360)
    assert "sample 1 is taken for dog with 55.0 %; it is cat" in browser.words.value


def test_place_beyond_the_end_shows_the_last(browser):
    browser.set(place=99)
    assert shown(browser) == 4
    assert not browser.error.value


def test_no_sample_of_a_kind_is_said_in_words():
    browser = PredictionBrowser(IMAGES[:1], PROBABILITIES[:1], LABELS[:1])
    assert "no sample of this kind (wrong)" in browser.error.value
    browser.controls["show"].value = "right"
    assert browser.error.value == ""
    assert shown(browser) == 0
    browser.close()


@pytest.mark.parametrize(
    ("arrays", "words"),
    [
        ((IMAGES[:3], PROBABILITIES, LABELS), "one entry for each sample"),
        ((IMAGES, PROBABILITIES[:, 0], LABELS), "one entry for each sample"),
        ((IMAGES, PROBABILITIES, LABELS + 1), "between 0 and 1"),
    ],
)
def test_arrays_that_do_not_fit_are_named(arrays, words):
    with pytest.raises(ValueError, match=words):
        PredictionBrowser(*arrays)


@pytest.mark.parametrize("field", [{"show": "some"}, {"first": "?"}, {"place": -1}, {"place": 1.5}])
def test_bad_start_becomes_words(field):
    browser = PredictionBrowser(IMAGES, PROBABILITIES, LABELS, **field)
    assert "must be" in browser.error.value
    assert browser.state == PredictionBrowser.State()
    browser.close()
