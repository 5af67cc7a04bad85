import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.path import Path

from helpers.drawing import Labels
from helpers.drawing.fonts import MONO, SANS
from helpers.drawing.labels import centred, ending, text_width
from helpers.drawing.page import CSS_DPI


def test_labels_stand_where_they_are_put(page, ink):
    labels = Labels("black")
    page.add_patch(labels)
    labels.place(np.array([[50, 50]]), ["88"], size=20)
    rows, columns = np.nonzero(ink(page))
    assert rows.mean() == pytest.approx(50, abs=1.5)
    assert columns.mean() == pytest.approx(50, abs=1.5)
    assert np.ptp(columns) == pytest.approx(text_width("88") * 20, abs=4)
    labels.place(np.array([[50, 50]]), ["88"], size=20, centred=False)
    assert np.nonzero(ink(page))[1].min() == pytest.approx(51, abs=2)
    labels.place(np.array([[50, 50], [9, 9]]), ["", "  "], size=20)
    assert not ink(page).any()


def test_labels_are_as_wide_as_matplotlib_says(page):
    text = page.text(0, 50, "x[0, :, 1:3] ≈ 12.5", fontsize=18, family="DejaVu Sans")
    width = text.get_window_extent(page.figure.canvas.get_renderer()).width
    assert text_width(text.get_text()) * 18 * CSS_DPI / 72 == pytest.approx(width, rel=0.04)


def test_what_labels_say_they_show_is_where_it_is_drawn(page, ink):
    labels = Labels("black")
    page.add_patch(labels)
    labels.write([(20, 30, "HH"), (120, 70, "8")], size=20)
    assert labels.texts == [(20, 30, "HH"), (120, 70, "8")]
    rows, columns = np.nonzero(ink(page))
    left = columns < 80
    assert columns[left].min() == pytest.approx(22, abs=2)
    assert rows[left].mean() == pytest.approx(30, abs=2)
    assert columns[~left].min() == pytest.approx(121, abs=2)
    assert rows[~left].mean() == pytest.approx(70, abs=2)
    labels.write([], size=20)
    assert labels.texts == []
    assert not ink(page).any()


@pytest.fixture
def placed():
    """A function: the points of a text's outline. (Fonts show m̂ with a dotted circle.)"""
    page = Figure().add_axes((0, 0, 1, 1))

    def points(text):
        labels = Labels()
        page.add_patch(labels)
        labels.place(np.array([[0.0, 0.0]]), [text], size=100, centred=False)
        path = labels.get_path()
        return path.vertices[path.codes != Path.CLOSEPOLY]  # whose point means nothing

    return points


@pytest.mark.parametrize("letter", ["m", "v"])
def test_a_hat_stands_above_its_letter_and_takes_no_room(placed, letter):
    plain, hatted = placed(letter), placed(letter + "\u0302")
    hat = hatted[len(plain) :]
    np.testing.assert_array_equal(hatted[: len(plain)], plain)
    assert hat[:, 1].max() < plain[:, 1].min()
    assert hat[:, 0].min() > plain[:, 0].min()
    assert hat[:, 0].max() < plain[:, 0].max()
    assert text_width(letter + "\u0302") == text_width(letter)


def test_letters_behind_a_hat_stand_where_they_stood(placed):
    np.testing.assert_allclose(placed("m\u0302x")[-10:], placed("mx")[-10:])


def test_a_hat_without_a_letter_is_no_error(placed):
    assert len(placed("\u0302"))
    assert len(placed(" \u0302"))


@pytest.mark.parametrize("family", [SANS, MONO])
def test_a_text_ends_or_is_centred_where_it_is_told(page, ink, family):
    labels = Labels("black", family)
    page.add_patch(labels)
    labels.write([ending(150, 50, "88", 20, family)], 20)
    assert np.nonzero(ink(page))[1].max() == pytest.approx(149, abs=2)
    labels.write([centred(100, 50, "88", 20, family)], 20)
    assert np.nonzero(ink(page))[1].mean() == pytest.approx(100, abs=1.5)
