"""The diagrams that chapters draw: every part is named, nothing is cut off, no two names lie on one another."""

from itertools import combinations

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from helpers.drawing import style, training_cycle
from helpers.drawing.letter import BENDABLE_GRID, GRID, LETTER, OUTLINE, PER_EDGE
from helpers.drawing.mlp import mlp
from helpers.drawing.neuron import neuron, unit


def digits(ax):
    mlp(ax, (784, 512, 10), ("pixels", "hidden layer", "output"))


DIAGRAMS = {
    digits: ("pixels\n784", "hidden layer\n512", "output\n10", "W₁  (784, 512)", "W₂  (512, 10)", "⋮"),
    neuron: ("dendrites", "cell body", "axon", "synapse"),
    unit: ("x₁", "x₂", "x₃", "w₁", "w₂", "w₃", "Σ + b", "z", "f", "y = f(x·w + b)"),
    training_cycle: ("input x", "layer", "weights", "predictions", "targets y", "loss", "optimizer"),
}


@pytest.mark.parametrize("draw", DIAGRAMS, ids=lambda draw: draw.__name__)
def test_every_part_is_named_inside_the_picture(draw):
    with style():
        figure = Figure(figsize=(8.6, 3.4), layout="none")
        canvas = FigureCanvasAgg(figure)
        ax = figure.add_axes((0, 0, 1, 1))
        draw(ax)
        canvas.draw()
    texts = [text for text in ax.texts if text.get_text()]
    for name in DIAGRAMS[draw]:
        assert any(text.get_text().startswith(name) for text in texts), name
    boxes = [text.get_window_extent(canvas.get_renderer()) for text in texts]
    for box, text in zip(boxes, texts, strict=True):
        assert min(box.x0, box.y0) >= 0, text
        assert (np.array([box.x1, box.y1]) <= figure.bbox.size).all(), text
    for (one, first), (other, second) in combinations(zip(boxes, texts, strict=True), 2):
        assert not one.overlaps(other), (first.get_text(), second.get_text())


def test_every_unit_of_small_layers_is_linked_to_every_one_of_the_next():
    ax = Figure().add_subplot()
    mlp(ax, (2, 4, 1), ("inputs", "hidden layer", "output"))
    places = [np.column_stack(line.get_data()) for line in ax.lines]
    assert [len(units) for units in places] == [2, 4, 1]
    for links, left, right in zip(ax.collections, places, places[1:], strict=False):
        ends = {tuple(map(tuple, np.asarray(segment).tolist())) for segment in links.get_segments()}
        assert ends == {(tuple(a), tuple(b)) for a in left.tolist() for b in right.tolist()}


def test_of_a_large_layer_the_ends_are_drawn_and_dots_between():
    ax = Figure().add_subplot()
    mlp(ax, (784, 7), ("inputs", "units"))
    many, few = (line.get_ydata() for line in ax.lines)
    assert len(many) == 6
    assert 0 not in many.round(6)
    assert len(few) == 7
    assert [text.get_text() for text in ax.texts].count("⋮") == 1


def test_the_outline_of_the_letter_goes_through_its_corners():
    np.testing.assert_allclose(OUTLINE[::PER_EDGE], LETTER)
    steps = np.hypot(*np.diff(np.concatenate([OUTLINE, OUTLINE[:1]]), axis=0).T)
    edges = np.hypot(*np.diff(np.concatenate([LETTER, LETTER[:1]]), axis=0).T)
    np.testing.assert_allclose(steps.reshape(len(LETTER), PER_EDGE).sum(axis=1), edges)


def test_the_grid_that_can_bend_has_the_lines_of_the_plain_one():
    def lines(points):
        parts = np.split(points, np.flatnonzero(np.isnan(points[:, 0])))
        return {(part[~np.isnan(part[:, 0])][[0, -1]]).tobytes() for part in parts if (~np.isnan(part[:, 0])).any()}

    assert lines(BENDABLE_GRID) == lines(GRID)
    assert len(BENDABLE_GRID) > len(GRID)
