"""Layered graphs: every edge in steps of one layer, crossings removed, heights that keep their distance."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.drawing.layered import arrivals, isotonic, joined, ordered, settle, spread


def test_a_long_edge_gets_a_joint_in_every_layer_that_it_passes():
    net = joined([(0, 1), (0, 2)], [0, 1, 3])
    assert net.chains == [[0, 1], [0, 3, 4, 2]]
    assert net.layers == [0, 1, 3, 1, 2]
    assert net.links() == [(0, 1), (0, 3), (3, 4), (4, 2)]
    assert net.neighbours() == ([[], [0], [4], [0], [3]], [[1, 3], [], [], [4], [2]])


def test_crossings_that_need_not_be_are_removed():
    net = joined([(0, 5), (1, 4), (2, 3)], [0, 0, 0, 1, 1, 1])  # all three cross as numbered
    left, right = ordered(net)
    target = {0: 5, 1: 4, 2: 3}
    assert [target[node] for node in left] == right


def test_edges_enter_their_target_in_the_order_of_their_keys():
    net = joined([(0, 3), (1, 3), (2, 3), (0, 4)], [0, 0, 0, 1, 1])
    assert arrivals(net, [5.0, 7.0, 5.0, 9.0]) == [(-1.0, 3), (1.0, 3), (0.0, 3), (0.0, 1)]


@pytest.mark.parametrize("gap", [2.0, 9.0])
def test_members_keep_their_order_and_their_distance(gap):
    heights = [0.0] * 3
    spread([2, 0, 1], [50.0, 50.0, 10.0], [10.0, 20.0, 10.0], gap, 100, heights)
    assert heights[0] - heights[2] == pytest.approx(10 + gap)
    assert heights[1] - heights[0] == pytest.approx(15 + gap)


def test_what_does_not_fit_comes_nearer():
    heights = [0.0] * 3
    spread([0, 1, 2], [0.0, 0.0, 0.0], [20.0, 20.0, 20.0], 30, 80, heights)
    assert heights == pytest.approx([10, 40, 70])


def test_a_node_settles_beside_the_mean_of_its_neighbours():
    net = joined([(0, 2), (1, 2)], [0, 0, 1])
    heights = [100.0] * 3
    settle(net, [[0, 1], [2]], [10.0, 10.0, 10.0], 20, 200, heights)
    assert heights[2] == pytest.approx((heights[0] + heights[1]) / 2)
    assert heights[1] - heights[0] == pytest.approx(30)


@given(st.lists(st.floats(-5, 5), max_size=8))
def test_isotonic_is_the_nearest_that_does_not_fall(wanted):
    found = np.array(isotonic(wanted))
    assert (np.diff(found) >= -1e-9).all()
    rng = np.random.default_rng(0)
    for _try in range(20):
        other = np.sort(rng.uniform(-5, 5, len(wanted)))
        assert ((found - wanted) ** 2).sum() <= ((other - wanted) ** 2).sum() + 1e-9
