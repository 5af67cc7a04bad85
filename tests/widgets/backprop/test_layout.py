"""What a drawing may not do: nodes on nodes, edges backwards or through boxes, another picture each time."""

import contextlib
from collections import Counter
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from helpers.maths.errors import InputError
from helpers.maths.graph import Graph, Node
from helpers.widgets.backprop.expression import parse
from helpers.widgets.backprop.layout import lay_out, on_curve

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
    "tanh(tanh(tanh(tanh(tanh(tanh(x))))))",
    "((((((a-b)-c)-d)-e)-f)-g)-h",
    "tanh(tanh(tanh(tanh(w*x + b))))*y",
    "tanh(tanh(tanh(tanh(tanh(tanh(x*y + z)))))) - t",
    "x + y",
    "x*y + z",
    "x*y - x/y",
    "(x - y)*(y - x)",
    "((a+b)*(c+d))*((e+f)*(g+h))",
]


def high_of(layout):
    """Height of a label."""
    return 14 * layout.scale * (1 if layout.crowded else layout.lines)


def rows_of(graph, layout):
    """From the top, (height, size) of all boxes and labels of each layer: where an edge passes it, its label may be."""
    rows = [[] for _layer in range(max(layout.layers) + 1)]
    for layer, (_x, y) in zip(layout.layers, layout.centres, strict=True):
        rows[layer].append((y, layout.box[1]))
    for (source, _target, _slot), route in zip(graph.edges, layout.routes, strict=True):
        for passed in range(2, len(route), 2):
            rows[layout.layers[source] + passed // 2].append((route[passed, 1], high_of(layout)))
    return [sorted(row) for row in rows]


def short_edges(graph, layout):
    """The edges of each gap, by the layer on its left."""
    gaps = {}
    for edge, (source, target, _slot) in enumerate(graph.edges):
        if layout.layers[target] == layout.layers[source] + 1:
            gaps.setdefault(layout.layers[source], []).append(edge)
    return gaps


def check_boxes(layout):
    """They have room for three lines of text, or for two lines and the name beside them; columns fill the width."""
    left, _top, width, _height = AREA
    assert np.array(layout.box) / layout.scale == pytest.approx((94, 28) if layout.flat else (62, 47))
    passed = [route[1:-1].reshape(-1, 2, 2).mean(axis=1)[:, 0] for route in layout.routes]  # layers without a box
    columns = np.unique(np.concatenate([layout.centres[:, 0], *passed]).round(6))
    assert columns[0] + columns[-1] == pytest.approx(2 * left + width)
    if len(columns) > 1:
        gaps = np.diff(columns) - layout.box[0]
        assert gaps.mean() == pytest.approx(layout.gap)
        assert layout.gap == pytest.approx(min((width - layout.box[0]) / len(gaps), 360) - layout.box[0])
        assert layout.lines == 1 + (layout.gap < 140 * layout.scale) + (layout.gap < 80 * layout.scale)
        first = 66 if layout.gap < 60 else layout.gap  # edges of the variables fan out there
        assert gaps[0] == pytest.approx(first)
        assert gaps[1:] == pytest.approx(gaps[1:].mean() if len(gaps) > 1 else 0)


def check_arrivals(graph, layout):
    """One edge enters in the middle; two a quarter above and below it, the first input above where that matters."""
    for target, node in enumerate(graph.nodes):
        enters = [edge for edge, (_source, to, _slot) in enumerate(graph.edges) if to == target]
        if len(enters) == 2 and node.kind in ("add", "multiply", "max"):  # so that they do not cross
            enters.sort(key=lambda edge: layout.routes[edge][-2, 1])
        heights = [layout.routes[edge][-1, 1] - layout.centres[target, 1] for edge in enters]
        quarter = layout.box[1] / 4
        assert heights == pytest.approx({0: [], 1: [0], 2: [-quarter, quarter]}[len(enters)])


def check_labels(graph, layout):
    """On the page; in their gap and on their edge if that is long, else beside it, unless others push them away."""
    _left, top, _width, height = AREA
    high = high_of(layout)
    assert (layout.labels[:, 1] - high / 2 >= top - (0 if layout.lines == 3 else 10) - 1e-6).all()
    assert (layout.labels[:, 1] + high / 2 <= top + height + 10 + 1e-6).all()
    leave = Counter(source for source, _target, _slot in graph.edges)
    enter = Counter(target for _source, target, _slot in graph.edges)
    for edges in short_edges(graph, layout).values():
        for edge in edges:
            (x, y), (start, end) = layout.labels[edge], layout.routes[edge]
            source, target, _slot = graph.edges[edge]
            share = (x - start[0]) / (end[0] - start[0])
            side = 0 if layout.lines == 3 else np.sign(leave[source] - enter[target])  # where edges lie farther apart
            assert abs(share - 0.5 - 0.1 * side) < 0.05, graph.text
            pushed = any(abs(layout.labels[other, 1] - y) < high + 2 + 1e-6 for other in edges if other != edge)
            pushed |= min(y - top, top + height + 10 - y) < high / 2 + 1e-6
            if not pushed:
                upper, lower = sorted([start[1], end[1]])
                beside = max(upper - (y + high / 2), (y - high / 2) - lower)
                line = np.array([on_curve(start, end, at) for at in np.linspace(0, 1, 201)])
                on_line = np.abs(line - [x, y]).sum(axis=1).min()
                assert beside == pytest.approx(3) if layout.lines == 3 and lower - upper < high else on_line < 2


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
    check_boxes(layout)
    check_arrivals(graph, layout)
    check_labels(graph, layout)
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
        high = high_of(layout)
        for one in range(len(layout.labels)):
            for other in range(one):
                x, y = np.abs(layout.labels[one] - layout.labels[other])
                assert x > 20 or y >= high - 1e-6, (text, one, other)


@pytest.mark.parametrize("text", EXAMPLES)
def test_boxes_keep_the_distance_that_the_fullest_layer_lets_them(text):
    graph = parse(text)
    layout = lay_out(graph, AREA)
    rows, height = rows_of(graph, layout), AREA[3]
    room = min((height - sum(size for _y, size in row)) / max(len(row) - 1, 1) for row in rows)
    least = min(max(room, 2), 128 - layout.box[1])
    for row in rows:
        between = [low - high - (one + other) / 2 for (high, one), (low, other) in pairwise(row)]
        assert not between or min(between) > least - 1e-6 or sum(size for _y, size in row) + 2 * len(row) > height
    tops, bottoms = zip(*((y - size / 2, y + size / 2) for row in rows for y, size in row), strict=True)
    assert min(tops) + max(bottoms) == pytest.approx(2 * AREA[1] + height)  # in the middle of the page
    if least == room and max(map(len, rows)) > 1:
        assert max(bottoms) - min(tops) == pytest.approx(height)  # it is filled


@pytest.mark.parametrize(
    "text",
    [
        "(tanh(w2*tanh(w1*x + b1) + b2) - t)**2",
        "tanh(tanh(tanh(tanh(tanh(tanh(tanh(x*x)))))))",
        "tanh(tanh(tanh(tanh(w*x + b))))*y",
        "y*tanh(tanh(tanh(tanh(b + w*x))))",
        "tanh(tanh(tanh(tanh(tanh(tanh(x*y + z)))))) - t",
        "exp(exp(exp(exp(exp(exp(exp(x)))))))",
    ],
)
def test_in_narrow_gaps_layers_go_up_and_down(text):
    graph = parse(text)
    rows = rows_of(graph, lay_out(graph, AREA))
    steps = np.diff([np.mean([y for y, _size in row]) for row in rows])[1:]
    assert (np.sign(steps[1:]) == -np.sign(steps[:-1])).all()
    assert np.abs(steps[:-1]).min() > 66  # so steep that three lines of a label do not hide an edge
    assert abs(steps[0]) > 80  # the first leans as it did


@pytest.mark.parametrize("text", [*EXAMPLES, "+".join("abcdefgh"), "a*b + c*d + e*f + g*h"])
@pytest.mark.parametrize("height", [150.0, 250.0, 336.0])
def test_labels_are_cut_where_all_of_them_would_be_too_high(text, height):
    graph = parse(text)
    layout = lay_out(graph, (0, 0, 872, height))
    high = 14 * layout.scale * layout.lines + 2
    labels = max(map(len, short_edges(graph, layout).values()), default=0) * high
    whole = Counter(layout.layers)
    passing = [sum(size != layout.box[1] for _y, size in row) for row in rows_of(graph, layout)]
    layers = [whole[layer] * layout.box[1] + count * high for layer, count in enumerate(passing)]
    assert layout.crowded == (labels > 0.74 * height or max(layers) > height)


@pytest.mark.parametrize(
    ("text", "size", "scale"),
    [
        ("x", (872, 336), 1.6),  # the largest
        ("x + y", (530, 9999), 1.25),  # two columns, each of a box and 150 for edges
        ("x + y", (9999, 172.5), 1.25),  # two rows, each of a box and 22 between
        ("x + y", (530, 172.5), 1.25),
        ("x + y", (300, 110), 1.0),  # the smallest
        ("exp(exp(x + y))", (848 * 1.5, 138 * 1.5), 1.5),
    ],
)
def test_boxes_and_texts_are_as_large_as_there_is_room(text, size, scale):
    layout = lay_out(parse(text), (0, 0, *size))
    assert layout.scale == pytest.approx(scale)
    assert layout.box == pytest.approx((62 * scale, 47 * scale))


@pytest.mark.parametrize(("gap", "lines"), [(200, 1), (140, 1), (139.5, 2), (80, 2), (79.5, 3), (61, 3)])
def test_a_label_has_more_lines_where_a_gap_is_narrow(gap, lines):
    layout = lay_out(parse("x + y"), (0, 0, 62 + gap + 62, 336))
    assert (layout.scale, layout.gap, layout.lines) == (1, gap, lines)


@pytest.mark.parametrize(
    ("rows", "height", "flat"), [(4, 212, False), (4, 211.5, True), (7, 371, False), (7, 370, True)]
)
def test_boxes_are_flat_where_tall_ones_would_touch(rows, height, flat):
    layout = lay_out(parse("+".join("abcdefg"[:rows])), (0, 0, 872, height))
    assert max(Counter(layout.layers).values()) == rows
    assert layout.flat is flat


def test_the_lowest_label_of_several_stands_under_its_edge_and_the_others_above():
    found = Counter()
    for text in EXAMPLES:
        graph = parse(text)
        layout = lay_out(graph, AREA)
        for edges in short_edges(graph, layout).values() if layout.lines == 3 else ():
            edges.sort(key=lambda edge: layout.labels[edge, 1])
            for edge in edges:
                upper, lower = sorted(layout.routes[edge][:, 1])
                on_the_rim = layout.labels[edge, 1] < AREA[1] + high_of(layout) / 2 + 1e-6
                if lower - upper < high_of(layout) and not on_the_rim:
                    under = layout.labels[edge, 1] > (upper + lower) / 2
                    assert under == (edge == edges[-1] and len(edges) > 1), text
                    found[under] += 1
    assert min(found[False], found[True]) >= 5


@pytest.mark.parametrize("text", ["tanh(tanh(tanh(tanh(tanh(tanh(x))))))", "tanh(tanh(tanh(tanh(tanh(x - y)))))"])
@pytest.mark.parametrize("height", [50.0, 60.0, 100.0, 120.0])
def test_labels_stay_on_a_low_page(text, height):
    layout = lay_out(parse(text), (0, 100, 872, height))
    assert layout.lines == 3
    assert (layout.labels[:, 1] - high_of(layout) / 2 >= 100 - 1e-6).all()
    assert (layout.labels[:, 1] + high_of(layout) / 2 <= 100 + height + 10 + 1e-6).all()


def test_edges_of_one_node_to_another_have_room_for_two_labels():
    for text, apart in (("x + y", 1), ("x + x", 2), ("x*x", 2), ("exp(x)*x", 2)):
        layout = lay_out(parse(text), AREA)
        assert layout.layers[-1] - layout.layers[0] == apart


def test_up_to_seven_variables_stand_together_on_the_left():
    for names, together in (("abcdefg", True), ("abcdefgh", False)):
        graph = parse("+".join(names))
        layers = {lay_out(graph, AREA).layers[node] for node in graph.variables.values()}
        assert (layers == {0}) is together


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
    ("text", "said"),
    [
        ("exp(" * 10 + "x" + ")" * 10, "10 steps follow one another; at most 9 can be drawn"),
        ("exp(" * 11 + "x" + ")" * 11, "11 steps follow one another; at most 9 can be drawn"),
    ],
)
def test_what_has_no_room_is_refused_with_numbers(text, said):
    with pytest.raises(ValueError, match=f"^{said}$"):
        lay_out(parse(text), AREA)


def sum_of(count):
    """The graph of one sum of so many numbers."""
    numbers = tuple(Node("number", str(number), (), number) for number in range(count))
    return Graph("sum", (*numbers, Node("add", "sum", tuple(range(count)))))


def test_more_rows_than_have_room_are_refused_with_numbers():
    with pytest.raises(ValueError, match=r"^13 nodes stand above one another; at most 12 can be drawn$"):
        lay_out(sum_of(13), AREA)
    heights = lay_out(sum_of(12), AREA).centres[:12, 1]
    assert np.diff(heights) == pytest.approx((336 - 28) / 11)


def test_two_boxes_stand_together_where_there_is_room_and_fill_the_height_where_there_is_not():
    for height, apart in ((336, 128), (120, 120 - 47)):
        layout = lay_out(parse("x + y"), (0, 0, 300, height))
        assert layout.centres[:2, 1] == pytest.approx([height / 2 - apart / 2, height / 2 + apart / 2])


def test_as_many_steps_and_rows_as_have_room_are_placed():
    deep = "exp(" * 9 + "x" + ")" * 9
    assert max(check(deep).layers) == 9
    check("((a+(b+0))+(1+2))*((3+4)+(5+6)) + 7")


def test_curve_goes_from_start_to_end():
    start, end = np.array([0.0, 0.0]), np.array([10.0, 4.0])
    np.testing.assert_allclose([on_curve(start, end, at) for at in (0, 0.5, 1)], [start, [5, 2], end])
    np.testing.assert_allclose(on_curve(start + 3, end + 3, 0.25), on_curve(start, end, 0.25) + 3)
