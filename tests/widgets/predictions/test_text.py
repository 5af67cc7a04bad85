import numpy as np
import pytest

from helpers.widgets import TextPredictionBrowser
from helpers.widgets.predictions.model import COLUMNS, ROWS, typed
from helpers.widgets.predictions.typed import KNOWN, LEVELS

WORDS = {2: "?", 4: "good", 5: "bad", 6: "film", 7: "a"}
TEXTS = [[1, 7, 4, 6], [1, 7, 5, 6, 99], [], [1, *[6, 4] * 700]]
P = np.array([0.9, 0.6, 0.5, 0.2])
LABELS = np.array([1, 0, 1, 1])  # right, wrong, wrong, wrong
PULL = {4: 0.4, 5: -0.2, 6: 0.01}


def pulls(numbers):
    return np.array([PULL.get(int(number), 0.0) for number in numbers])


@pytest.fixture
def browser():
    browser = TextPredictionBrowser(TEXTS, P, LABELS, WORDS, ("negative", "positive"), pulls=pulls, show="all")
    yield browser
    browser.close()


def text_of(browser):
    """What stands on the typed page, line by line."""
    return ["".join(KNOWN[code] for code in row).rstrip() for row in browser.picture.typed.characters]


def test_the_text_is_shown_in_words_without_its_beginning(browser):
    browser.set(place=3)  # the surest
    assert text_of(browser)[0] == "a good film"
    assert text_of(browser)[1:] == [""] * (ROWS - 1)
    assert (
        "taken for positive with 90.0 %; it is positive. The text has 3 words, 0 of them unknown" in browser.words.value
    )


def test_words_outside_of_the_vocabulary_are_question_marks_and_counted(browser):
    browser.set(show="wrong", place=1)
    assert text_of(browser)[0] == "a bad film ?"
    assert "4 words, 1 of them unknown; page 1 of 1. Most for it: film (+0.010). Most against it: bad (-0.200)." in (
        browser.words.value
    )


def test_marks_lie_behind_the_words_that_pull(browser):
    browser.set(place=3)
    middle = LEVELS // 2
    row = browser.picture.typed.levels[0]
    assert (row[2:6] == LEVELS - 1).all(), "good, with all its strength"
    assert (row[:2] == middle).all()
    assert (row[7:11] == middle).all(), "film pulls too little"
    browser.set(place=1)
    assert (browser.picture.typed.levels[0][2:5] == 0).all(), "bad, against"


def test_marks_are_drawn_without_colours_too(browser):
    def rows_below(place):
        browser.set(place=place)
        picture = browser.stage._render()[..., :3].mean(axis=2)
        left, top = (round(1.5 * n) for n in browser.picture.typed.place)
        return picture[top + 25, left + 24 : left + 60]

    assert (rows_below(3) < 60).all(), "a line under what speaks for"
    dotted = rows_below(1) < 60
    assert 0.3 < dotted.mean() < 0.7, "dots under what speaks against"


def test_an_empty_text_is_said_and_walked_past(browser):
    browser.set(place=0)
    assert "sample 2" in browser.words.value
    assert "The text is empty." in browser.words.value
    assert text_of(browser) == [""] * ROWS
    browser.controls["place"].value = 1
    assert text_of(browser)[0] == "a bad film ?"


def test_a_long_text_has_pages(browser):
    browser.set(place=2)
    page = browser.controls["page"]
    assert (page.max, page.disabled) == (7, False)
    page.value = 7
    assert "page 8 of 8" in browser.words.value
    assert text_of(browser)[0].startswith(("film good", "good film"))
    browser.controls["place"].value = 1
    assert (browser.state.page, page.value, page.max, page.disabled) == (0, 0, 0, True)


def test_a_page_beyond_the_end_is_the_last(browser):
    browser.set(place=2, page=99)
    assert "page 8 of 8" in browser.words.value


def test_only_the_likeliest_classes_have_bars_and_the_true_one():
    p = np.tile(np.linspace(0, 1, 46) / 23, (3, 1))
    browser = TextPredictionBrowser([[4]] * 3, p, [0, 45, 44], WORDS, show="all")
    result = browser.compute(browser.state)
    assert result.likeliest == [45, 44, 43, 42, 0]
    assert len(browser.picture.bars.sizes) == 5
    browser.set(place=1)
    assert browser.compute(browser.state).likeliest == [45, 44, 43, 42, 41]
    browser.close()


def test_lines_end_with_whole_words():
    lines, marks = typed([("x" * 60, 1.0), ("yyyy", -1.0), ("z" * 90, 0.5), ("é", 0.0)])
    assert [len(line.rstrip()) for line in lines] == [60, 4, COLUMNS, 1]
    assert [line.any() for line in marks != 0] == [True, True, True, False]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"texts": TEXTS[:2]}, "one entry for each sample; there are 2 texts"),
        ({"labels": LABELS + 1}, "between 0 and 1"),
        ({"labels": LABELS - 1}, "between 0 and 1"),
        ({"probabilities": P * np.nan}, "NaN or infinite"),
        ({"vocabulary": ["good", "bad"]}, "vocabulary must map numbers to words"),
        ({"names": ["positive"]}, "names must be 2"),
    ],
)
def test_what_does_not_fit_is_named(change, words):
    given = {"texts": TEXTS, "probabilities": P, "labels": LABELS, "vocabulary": WORDS} | change
    with pytest.raises(ValueError, match=words):
        TextPredictionBrowser(**given)


def test_pulls_of_another_length_become_words():
    browser = TextPredictionBrowser(TEXTS, P, LABELS, WORDS, pulls=lambda numbers: np.ones(9), show="all", place=3)
    assert "one number for each word" in browser.error.value
    browser.close()


@pytest.mark.parametrize("field", [{"page": -1}, {"page": 0.5}, {"show": "?"}])
def test_bad_start_becomes_words(field):
    browser = TextPredictionBrowser(TEXTS, P, LABELS, WORDS, **field)
    assert "must be" in browser.error.value
    browser.close()
