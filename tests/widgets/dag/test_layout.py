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


def test_too_many_layers_are_refused_in_words():
    with pytest.raises(ValueError, match="the model has 401 layers; at most 400 can be drawn"):
        lay_out_model(401, [], AREA)
