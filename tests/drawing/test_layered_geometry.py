"""Graphs in layers: edges cut up, crossings counted by geometry, heights held to the definition of the nearest ones."""

from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.drawing.layered import isotonic, joined, ordered, spread

NUMBERS = st.lists(st.floats(-10, 10), min_size=1, max_size=7)


def crossings(rows, links):
    """How many pairs of straight links cross between two layers, by the sides on which their ends lie."""
    layer = {member: number for number, row in enumerate(rows) for member in row}
    height = {member: row.index(member) for row in rows for member in row}
    count = 0
    for (a, b), (c, d) in combinations(links, 2):
        beside = layer[a] == layer[c]
        count += beside and np.sign(height[a] - height[c]) * np.sign(height[b] - height[d]) == -1
    return count


@st.composite
def forests(draw):
    """Layers of nodes, each with one parent in the layer before, numbered at random: (edges, layers)."""
    widths = [draw(st.integers(1, 4)) for _ in range(draw(st.integers(2, 4)))]
    layers = [layer for layer, width in enumerate(widths) for _ in range(width)]
    names = draw(st.permutations(range(len(layers))))
    edges = []
    for child, layer in enumerate(layers):
        if layer:
            parent = draw(st.sampled_from([node for node, at in enumerate(layers) if at == layer - 1]))
            edges.append((names[parent], names[child]))
    return edges, [layers[names.index(node)] for node in range(len(layers))]


@given(st.lists(st.integers(0, 5), min_size=2, max_size=7), st.data())
def test_a_long_edge_gets_a_joint_in_each_layer_that_it_passes(layers, data):
    pairs = [(a, b) for a in range(len(layers)) for b in range(len(layers)) if layers[a] < layers[b]]
    edges = data.draw(st.lists(st.sampled_from(pairs), max_size=6)) if pairs else []
    net = joined(edges, layers)
    assert net.layers[: len(layers)] == layers
    assert [(chain[0], chain[-1]) for chain in net.chains] == edges
    for chain in net.chains:
        assert [net.layers[member] for member in chain] == list(range(layers[chain[0]], layers[chain[-1]] + 1))
    joints = [member for chain in net.chains for member in chain[1:-1]]
    assert joints == list(range(len(layers), len(net.layers)))  # none is shared, none is left over
    assert net.links() == [pair for chain in net.chains for pair in pairwise(chain)]


@given(forests())
def test_a_forest_is_drawn_without_a_crossing_to_the_right_and_to_the_left(forest):
    edges, layers = forest
    mirrored = [(target, source) for source, target in edges], [max(layers) - layer for layer in layers]
    for some, places in (forest, mirrored):
        net = joined(some, places)
        rows = ordered(net)
        assert [sorted(row) for row in rows] == [
            [node for node, at in enumerate(places) if at == layer] for layer in range(max(places) + 1)
        ]
        assert crossings(rows, net.links()) == 0


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(4, 7)), min_size=1, max_size=9, unique=True))
def test_there_are_never_more_crossings_than_at_the_start(edges):
    net = joined(edges, [0] * 4 + [1] * 4)
    assert crossings(ordered(net), net.links()) <= crossings([[0, 1, 2, 3], [4, 5, 6, 7]], net.links())


def test_an_order_without_crossings_is_kept():
    net = joined([(0, 2), (0, 3), (1, 4)], [0, 0, 1, 1, 1])
    assert ordered(net) == [[0, 1], [2, 3, 4]]


def test_a_joint_stands_where_its_edge_began():
    net = joined([(0, 3), (1, 2)], [0, 0, 1, 2])
    assert ordered(net) == [[0, 1], [4, 2], [3]]
    net = joined([(1, 3), (0, 2)], [0, 0, 1, 2])
    assert ordered(net) == [[0, 1], [2, 4], [3]]


def test_the_smallest_knot_is_undone():
    net = joined([(0, 3), (1, 2)], [0, 0, 1, 1])
    assert crossings(ordered(net), net.links()) == 0


def test_what_must_cross_crosses_once_and_not_more():
    """Every node of two layers of two is linked to both others: K₂,₂ cannot do without."""
    net = joined([(0, 2), (0, 3), (1, 2), (1, 3)], [0, 0, 1, 1])
    assert crossings(ordered(net), net.links()) == 1


@given(NUMBERS)
def test_the_nearest_numbers_that_never_fall(wanted):
    """The minimax formula of isotonic regression: Robertson, Wright and Dykstra (1988), theorem 1.4.4."""
    means = [[np.mean(wanted[i : j + 1]) if j >= i else np.inf for j in range(len(wanted))] for i in range(len(wanted))]
    nearest = [max(min(means[i][j] for j in range(k, len(wanted))) for i in range(k + 1)) for k in range(len(wanted))]
    np.testing.assert_allclose(isotonic(wanted), nearest, atol=1e-9)


def placed(wanted, sizes, gap, height):
    """Heights of a row of all members, from the last to the first."""
    row = list(reversed(range(len(sizes))))
    heights = [float("nan")] * len(sizes)
    spread(row, wanted, sizes, gap, height, heights)
    return np.array([heights[member] for member in row]), np.array([sizes[member] for member in row])


@given(st.lists(st.tuples(st.floats(-5, 25), st.floats(0.1, 3)), min_size=1, max_size=6), st.integers(0, 1000))
def test_a_row_keeps_its_distance_and_no_other_row_is_nearer(members, seed):
    wanted, sizes = [want for want, _size in members], [size for _want, size in members]
    gap, height = 0.5, 22.0
    heights, thick = placed(wanted, sizes, gap, height)
    assert heights[0] >= thick[0] / 2 - 1e-9
    assert heights[-1] <= height - thick[-1] / 2 + 1e-9
    between = np.diff(heights) - (thick[1:] + thick[:-1]) / 2
    assert (between >= gap - 1e-9).all()
    # Of all rows that fit, the set of which is convex, the nearest is that to which no other makes an acute angle.
    rng = np.random.default_rng(seed)
    free = height - thick.sum() - gap * (len(thick) - 1)
    ends = np.cumsum(thick + gap) - gap - thick / 2
    for _ in range(20):
        other = ends + np.sort(rng.uniform(0, free, len(thick)) * rng.integers(0, 2))
        assert (heights - wanted) @ (other - heights) >= -1e-7


@pytest.mark.parametrize(("want", "found"), [(5.0, 5.0), (-3.0, 1.0), (40.0, 9.0)])
def test_one_alone_goes_where_it_wants_inside_the_page(want, found):
    assert placed([want], [2.0], 0.5, 10.0)[0] == pytest.approx([found])


def test_a_row_that_wants_too_much_room_comes_nearer_to_each_other_and_fills_the_page():
    heights, _sizes = placed([0.0, 0.0, 0.0], [2.0, 1.0, 3.0], 5.0, 8.0)
    np.testing.assert_allclose(heights, [1.5, 4.5, 7.0])  # 3 + 1 + 1 + 1 + 2
    heights, _sizes = placed([9.0, 9.0], [2.0, 2.0], 4.0, 8.0)  # just fits
    np.testing.assert_allclose(heights, [1.0, 7.0])


def test_one_that_is_larger_than_the_page_begins_at_its_edge():
    np.testing.assert_allclose(placed([3.0], [12.0], 1.0, 10.0)[0], [6.0])
