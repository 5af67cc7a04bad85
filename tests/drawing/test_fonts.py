"""Hangul in every picture, behind the font that is chosen for the rest."""

import subprocess
import sys

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

import helpers
from helpers.drawing import Labels, fonts, style
from helpers.drawing.fonts import MONO, SANS
from helpers.drawing.labels import text_width


@pytest.fixture(autouse=True)
def settings_again():
    before = mpl.rcParams["font.family"]
    yield
    mpl.rcParams["font.family"] = before
    helpers.language("en")


def drawn(text, **options):
    """Pixels of ``text`` on a white page."""
    figure = Figure(figsize=(2, 0.5), dpi=96)
    figure.text(0.1, 0.3, text, **options)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    return np.asarray(canvas.buffer_rgba()).copy()


def test_the_font_that_is_installed_with_the_course_stands_behind():
    assert fonts.families() == [SANS, "NanumGothic"]
    assert fonts.families(MONO) == [MONO, "NanumGothic"]


@pytest.mark.parametrize("weight", ["normal", "bold"])
def test_hangul_is_drawn_and_latin_stays_as_it_was(weight, recwarn):
    with style():
        assert (
            drawn("loss 0.12", weight=weight, size=10) == drawn("loss 0.12", weight=weight, size=10, family=SANS)
        ).all()
        one, other = drawn("손실", weight=weight), drawn("정확", weight=weight)
    assert (one != other).any()  # two boxes for missing letters would be the same
    assert not [warning for warning in recwarn if "missing" in str(warning.message)]


@pytest.mark.parametrize("family", [SANS, MONO])
def test_labels_take_each_letter_from_the_font_that_has_it(family):
    labels = Labels(family=family)
    outlines = []
    for text in ("손", "정", "a"):
        labels.write([(0, 0, text)], 14)
        outlines.append(labels.get_path().vertices)
    assert not np.array_equal(outlines[0], outlines[1])
    assert text_width("a손", family) == pytest.approx(text_width("a", family) + text_width("손", family))


def test_korean_keeps_the_font_that_the_learner_has_chosen():
    mpl.rcParams["font.family"] = ["serif"]
    helpers.language("ko")
    helpers.language("ko")
    assert mpl.rcParams["font.family"] == ["serif", "NanumGothic"]


def test_chosen_before_any_picture_was_made_it_holds_too():
    code = "import helpers; helpers.language('ko'); import matplotlib as mpl; import helpers.drawing; "
    code += "print(mpl.rcParams['font.family'])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "['sans-serif', 'NanumGothic']"


def test_without_any_font_with_hangul_pictures_are_still_drawn(monkeypatch):
    monkeypatch.setattr(fonts, "korean", lambda: None)
    assert fonts.families() == [SANS]
    mpl.rcParams["font.family"] = ["serif"]
    fonts.stand_behind()
    assert mpl.rcParams["font.family"] == ["serif"]


def test_without_the_package_a_font_of_the_system_is_taken(monkeypatch):
    monkeypatch.setattr(fonts, "_shipped", list)
    monkeypatch.setattr(fonts.fontManager, "get_font_names", lambda: [SANS, "Malgun Gothic"])
    assert fonts.korean.__wrapped__() == "Malgun Gothic"
    monkeypatch.setattr(fonts.fontManager, "get_font_names", lambda: [SANS])
    assert fonts.korean.__wrapped__() is None
