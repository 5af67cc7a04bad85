"""What a drawing may not do: nodes on nodes, edges backwards or through boxes, another picture each time."""

import contextlib

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from helpers.maths.errors import InputError
from helpers.widgets.backprop.expression import parse
from helpers.widgets.backprop.layout import MAX_LAYERS, lay_out, on_curve

AREA = (14.0, 72.0, 872.0, 336.0)
TEXTS = st.recursive(
    st.sampled_from(["x", "y", "w1", "w2", "b", "2", "a", "c", "d", "e"]),
    lambda inner: (
        st.tuples(inner, st.sampled_from("+-*/"), inner).map(lambda parts: f"({' '.join(parts)})")
        | st.tuples(st.sampled_from(["tanh", "exp", "-"]), inner).map(lambda parts: f"{parts[0]}({parts[1]})")
    ),
    max_leaves=12,
)
EXAMPLES = [
    "x",
    "x*x",
    "x*x*x*x",
    "(x + y) * z",
    "1 / (1 + exp(-(w*x + b)))",
    "w3*relu(w1*x + b1) + w4*relu(w2*x + b2)",
    "((a*b+c*d)+(e*f+g*h))+((i*j)+(k*l))",
    "a*b + c*d + e*f + g*h + i*j + k*l",
    "(tanh(w2*tanh(w1*x + b1) + b2) - t)**2",
    "tanh(tanh(tanh(tanh(tanh(tanh(tanh(x*x)))))))",
    "sigmoid(w5*tanh(w1*x+w2*y)+w6*tanh(w3*x+w4*y))",
    "(x + y)*(x - y)*(y + x*y)",
    "+".join(["x"] * 9),
]


def check(text):
    graph = parse(text)
    layout = None
    with contextlib.suppress(InputError):  # too deep: then there is nothing to look at
        layout = lay_out(graph, AREA)
    if layout is None:
        return None
    left, top, width, height = AREA
    half = np.array(layout.box) / 2
    low, high = layout.centres - half, layout.centres + half
    assert (low >= [left - 1e-6, top - 1e-6]).all()
    assert (high <= [left + width + 1e-6, top + height + 1e-6]).all()
    for one in range(len(low)):
        for other in range(one):
            apart = np.maximum(low[one] - high[other], low[other] - high[one])
            assert apart.max() >= -1e-6, (text, graph.nodes[one].text, graph.nodes[other].text)
    for (source, target, _slot), route in zip(graph.edges, layout.routes, strict=True):
        assert layout.layers[source] < layout.layers[target]
        assert (np.diff(route[:, 0]) > 0).all()  # from left to right, all the way
        assert route[0] == pytest.approx(layout.centres[source] + [half[0], 0])
        assert route[-1, 0] == pytest.approx(layout.centres[target, 0] - half[0])
        assert abs(route[-1, 1] - layout.centres[target, 1]) < half[1]
        for passed in range(2, len(route), 2):  # past a layer: above or below its boxes
            x, y = (route[passed] + route[passed - 1]) / 2
            inside = (np.abs(layout.centres[:, 0] - x) < 1) & (np.abs(layout.centres[:, 1] - y) < half[1] - 1e-6)
            assert not inside.any(), text
    return layout


@pytest.mark.parametrize("text", EXAMPLES)
def test_examples_are_placed_cleanly(text):
    layout = check(text)
    assert layout is not None
    again = lay_out(parse(text), AREA)
    np.testing.assert_array_equal(layout.centres, again.centres)
    np.testing.assert_array_equal(layout.labels, again.labels)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_expression_is_placed_cleanly(text):
    try:
        parse(text)
    except ValueError:
        assume(False)
    check(text)


def test_labels_of_one_gap_do_not_lie_on_each_other():
    for text in EXAMPLES:
        layout = lay_out(parse(text), AREA)
        high = 14 * layout.scale * (1 if layout.crowded else layout.lines)
        for one in range(len(layout.labels)):
            for other in range(one):
                x, y = np.abs(layout.labels[one] - layout.labels[other])
                assert x > 20 or y >= high - 1e-6, (text, one, other)


def test_variables_stand_on_the_left_and_numbers_beside_their_use():
    graph = parse("exp(w*x + b) + 3")
    layout = lay_out(graph, AREA)
    places = {node.text: layout.layers[number] for number, node in enumerate(graph.nodes)}
    assert [places[name] for name in ("w", "x", "b")] == [0, 0, 0]
    assert places["3"] == places["exp(w*x + b)"]
    assert places["exp(w*x + b) + 3"] == max(layout.layers) == 4


def test_no_edges_cross_where_they_need_not():
    graph = parse("y*(x + z)")  # y is met first, and could stand between x and z
    layout = lay_out(graph, AREA)
    heights = {node.text: layout.centres[number, 1] for number, node in enumerate(graph.nodes)}
    assert not min(heights["x"], heights["z"]) < heights["y"] < max(heights["x"], heights["z"])


def test_both_edges_of_a_square_have_a_place_of_their_own():
    layout = lay_out(parse("x*x"), AREA)
    assert abs(layout.labels[0, 1] - layout.labels[1, 1]) > 20


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("exp(" * 11 + "x" + ")" * 11, f"11 steps follow one another; at most {MAX_LAYERS - 1}"),
        ("((a+(b+0))+(1+2))*((3+4)+(5+6)) + 7", None),
    ],
)
def test_what_is_too_long(text, words):
    if words is None:
        check(text)
        return
    with pytest.raises(ValueError, match=words):
        lay_out(parse(text), AREA)


def test_curve_goes_from_start_to_end():
    start, end = np.array([0.0, 0.0]), np.array([10.0, 4.0])
    np.testing.assert_allclose([on_curve(start, end, at) for at in (0, 0.5, 1)], [start, [5, 2], end])
