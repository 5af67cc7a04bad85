"""What a drawing of a model may not do, whatever the graph: boxes on boxes or off the page, edges to the left."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from helpers.maths.errors import InputError
from helpers.widgets.dag.layout import COLUMNS, lay_out_model

AREA = (14.0, 52.0, 872.0, 326.0)


@st.composite
def graphs(draw):
    nodes = draw(st.integers(1, 24))
    edges = []
    for target in range(1, nodes):
        sources = draw(st.lists(st.integers(max(target - 5, 0), target - 1), min_size=1, max_size=3))
        edges += [(source, target) for source in sources]
    return nodes, edges


@given(graphs())
@settings(max_examples=60, deadline=None)
def test_any_graph_is_placed_without_overlap(graph):
    nodes, edges = graph
    try:
        layout = lay_out_model(nodes, edges, AREA)
    except InputError:
        assume(False)
    (wide, high), centres, pages = layout.box, layout.centres, np.array(layout.page)
    half, corner = np.array(layout.box) / 2, np.array(AREA[:2])
    assert (centres - half >= corner - 1e-6).all()
    assert (centres + half <= corner + AREA[2:] + 1e-6).all()
    for i in range(nodes):
        apart = np.abs(centres[i + 1 :] - centres[i])
        assert ((apart[:, 0] >= wide) | (apart[:, 1] >= high + 4) | (pages[i + 1 :] != pages[i])).all()
    assert sorted(layout.order) == list(range(nodes))
    rank = {node: i for i, node in enumerate(layout.order)}
    for (source, target), pieces in zip(edges, layout.pieces, strict=True):
        assert rank[source] < rank[target]
        assert (pieces[0].page, pieces[-1].page) == (layout.page[source], layout.page[target])
        np.testing.assert_allclose(pieces[0].route[0], centres[source] + [wide / 2, 0])
        assert np.isclose(pieces[-1].route[-1][0], centres[target][0] - wide / 2)
        assert all((np.diff(piece.route[:, 0]) >= -1e-6).all() for piece in pieces)


def test_a_chain_goes_on_in_lines_of_a_text():
    layout = lay_out_model(20, [(i, i + 1) for i in range(19)], AREA)
    assert len(np.unique(layout.centres[:, 1].round())) == -(-20 // COLUMNS)
    assert layout.order == tuple(range(20))
    assert [len(pieces) for pieces in layout.pieces].count(2) == 2


def test_an_input_stands_just_before_what_needs_it():
    layout = lay_out_model(5, [(0, 1), (1, 2), (2, 4), (3, 4)], AREA)
    assert layout.centres[3, 0] == layout.centres[2, 0]


def chain(nodes):
    return lay_out_model(nodes, [(i, i + 1) for i in range(nodes - 1)], AREA)


def towers(count, area=AREA):
    """An input, ``count`` layers above one another, an output."""
    edges = [(0, tower) for tower in range(1, count + 1)] + [(tower, count + 1) for tower in range(1, count + 1)]
    return lay_out_model(count + 2, edges, area)


@pytest.mark.parametrize(
    ("nodes", "lines", "pages", "high", "between"),
    [
        (1, [1], 1, 62, None),
        (8, [8], 1, 62, None),
        (9, [5, 4], 1, 62, 25),
        (20, [7, 7, 6], 1, 62, 25),
        (39, [8, 8, 8, 8, 7], 1, (326 - 4 * 14) / 5, 14),  # with room for names above them, they would be too low
        (49, [7] * 7, 1, (326 - 6 * 14) / 7, 14),
        (57, [8] * 7 + [1], 2, (326 - 6 * 14) / 7, 14),  # and boxes are not lower than 30
        (120, [8] * 15, 3, (326 - 6 * 14) / 7, 14),
        (400, [8] * 50, 8, (326 - 6 * 14) / 7, 14),
    ],
)
def test_lines_of_a_chain_are_as_few_as_will_do_and_their_boxes_as_high(nodes, lines, pages, high, between):
    layout = chain(nodes)
    places = np.column_stack([layout.page, layout.centres[:, 1].round(6)])
    found, counts = np.unique(places, axis=0, return_counts=True)
    assert counts.tolist() == lines
    assert layout.pages == pages == max(layout.page) + 1
    assert layout.box[1] == pytest.approx(high)
    steps = np.diff(found[found[:, 0] == 0][:, 1])
    assert steps == pytest.approx(high + between if between else 0)
    for page in range(pages):
        heights = found[found[:, 0] == page][:, 1]
        assert heights.min() + heights.max() == pytest.approx(2 * AREA[1] + AREA[3])  # in the middle of the page
    most = max(np.unique(found[:, 0], return_counts=True)[1])
    assert layout.height == pytest.approx(most * high + (most - 1) * (between or 0))


@pytest.mark.parametrize(
    ("nodes", "pitch", "gap"),
    [
        (1, 168, 0.22 * 168),
        (5, 168, 0.22 * 168),
        (6, 892 / 6, 0.22 * 892 / 6),
        (8, 892 / 8, 20),  # a full line: gaps as narrow as may be
        (9, 168, 0.22 * 168),
        (20, 864 / 7, 0.22 * 864 / 7),  # less a margin on both sides, where edges go to the next line
        (16, 864 / 8, 20),
    ],
)
def test_columns_fill_the_width_unless_they_are_few(nodes, pitch, gap):
    layout = chain(nodes)
    columns = np.unique(layout.centres[:, 0].round(6))
    assert np.diff(columns) == pytest.approx(pitch)
    assert layout.box[0] == pytest.approx(pitch - gap)
    assert columns[0] + columns[-1] == pytest.approx(2 * AREA[0] + AREA[2])


def test_an_edge_to_the_next_line_leaves_by_the_right_margin_and_comes_in_by_the_left():
    layout = chain(20)
    (out, back), half = layout.pieces[6], layout.box[0] / 2
    (x, y), (end, down) = layout.centres[6], layout.centres[7]
    np.testing.assert_allclose(out.route, [(x + half, y), (AREA[0] + AREA[2], y)])
    np.testing.assert_allclose(back.route, [(AREA[0], down), (end - half, down)])
    assert end - half - AREA[0] >= 14  # room for the head of the arrow
    over = chain(120).pieces[55]  # from the last box of a page
    assert [piece.page for piece in over] == [0, 1]


@pytest.mark.parametrize(
    ("count", "entries"), [(1, [0]), (2, [-0.3, 0.3]), (3, [-0.3, 0, 0.3]), (4, [-0.3, -0.1, 0.1, 0.3])]
)
def test_edges_enter_in_the_order_of_their_heights(count, entries):
    layout = towers(count)
    last = count + 1
    ends = {layout.centres[tower, 1]: layout.pieces[count + tower - 1][0].route[-1, 1] for tower in range(1, last)}
    entered = [(ends[height] - layout.centres[last, 1]) / layout.box[1] for height in sorted(ends)]
    assert entered == pytest.approx(entries)
    assert [len(pieces) for pieces in layout.pieces] == [1] * 2 * count


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6, 7, 8])
def test_towers_share_the_height(count):
    layout = towers(count)
    heights, high = np.sort(layout.centres[1 : count + 1, 1]), layout.box[1]
    assert high == pytest.approx(min(62, 326 / (count + 0.36 * (count - 1))))
    assert np.diff(heights) == pytest.approx(1.36 * high)
    assert layout.centres[[0, -1], 1] == pytest.approx(heights.mean())
    assert heights.mean() == pytest.approx(AREA[1] + AREA[3] / 2)
    assert layout.height == pytest.approx((count + 0.36 * (count - 1)) * high)


def test_an_edge_that_passes_boxes_keeps_away_from_them():
    layout = lay_out_model(5, [(0, 1), (1, 2), (2, 3), (3, 4), (0, 4)], AREA)
    (route,) = (piece.route for piece in layout.pieces[-1])
    assert len(route) == 8
    for passed in (1, 3, 5):
        assert route[passed, 1] == route[passed + 1, 1]
        apart = np.abs(route[passed, 1] - layout.centres[1:4, 1])
        assert apart.min() >= (0.5 + 0.36 + 0.15) * layout.box[1] - 1e-6
    assert layout.height == pytest.approx((1 + 0.36 + 0.3) * layout.box[1])


def test_a_branch_runs_level_with_what_it_comes_from():
    layout = lay_out_model(7, [(0, 1), (0, 2), (1, 3), (3, 5), (2, 4), (4, 6)], AREA)
    heights = layout.centres[:, 1]
    assert heights[[3, 5]] == pytest.approx(heights[1])
    assert heights[[4, 6]] == pytest.approx(heights[2])


def test_what_goes_nowhere_and_comes_from_nowhere_stands_first():
    layout = lay_out_model(3, [(0, 1)], AREA)
    assert layout.centres[2, 0] == layout.centres[0, 0] < layout.centres[1, 0]


def test_what_has_no_room_is_refused_with_numbers():
    with pytest.raises(ValueError, match=r"^the model has 401 layers; at most 400 can be drawn$"):
        lay_out_model(401, [], AREA)
    with pytest.raises(ValueError, match=r"^9 layers stand above one another; at most 8 can be drawn$"):
        towers(9)
    with pytest.raises(ValueError, match=r"^4 layers stand above one another; at most 3 can be drawn$"):
        towers(4, (0, 0, 872, 112))
    assert towers(3, (0, 0, 872, 112)).pages == 1
