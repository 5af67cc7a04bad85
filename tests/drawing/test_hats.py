"""m̂ and v̂: letters with a hat, which fonts show with a dotted circle when the two characters stand side by side."""

import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.path import Path

from helpers.drawing import Labels
from helpers.drawing.labels import text_width


@pytest.fixture
def placed():
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
