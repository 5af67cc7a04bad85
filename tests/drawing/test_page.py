from itertools import pairwise

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from helpers.drawing.labels import cut, text_width
from helpers.drawing.page import add, page, write_key


def test_a_unit_of_a_page_is_a_css_pixel_from_the_top_left():
    figure = Figure(figsize=(9.375, 4.1666666), dpi=144)
    axes = page(figure)
    assert axes.get_xlim() == (0, 900)
    bottom, top = axes.get_ylim()
    assert round(bottom, 3) == 400
    assert top == 0
    x, y = axes.transData.transform((450, 100))
    assert round(x) == 675
    assert round(y) == 450  # Matplotlib counts from the bottom, in drawn pixels: 1.5 for each of the page


def test_the_entries_of_a_key_stand_side_by_side_up_to_its_right_edge():
    figure = Figure(figsize=(900 / 96, 400 / 96), dpi=96)
    canvas = FigureCanvasAgg(figure)
    axes = page(figure)
    write_key(axes, 880, 22, (("after", "red"), (" × ", "black"), ("before", "blue")))
    boxes = [text.get_window_extent(canvas.get_renderer()) for text in axes.texts]
    assert boxes[0].x1 == pytest.approx(880, abs=1.5)
    for right, left in pairwise(boxes):
        assert left.x1 == pytest.approx(right.x0, abs=4)
    assert [text.get_color() for text in axes.texts] == ["red", "black", "blue"]


@pytest.mark.parametrize("width", [3, 5.5, 9])
def test_a_text_that_is_too_long_is_cut(width):
    text = "sigmoid(w*x + b) - t"
    short = cut(text, width)
    assert text_width(short) <= width
    assert short.endswith("…")
    assert text.startswith(short[:-1])
    assert text_width(short) > width - 2.5  # no more is lost than need be
    assert cut(text, 40) == text


def test_artists_come_onto_a_page_in_their_order():
    axes = page(Figure())
    lines = [Line2D([], []), Line2D([], [])]
    assert add(axes, *lines) == lines == list(axes.lines)
