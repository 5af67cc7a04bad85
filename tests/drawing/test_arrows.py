import numpy as np
import pytest

from helpers.drawing.arrows import Arrows, curve, head


@pytest.mark.parametrize(("direction", "inside", "outside"), [(1, 94, 106), (-1, 106, 94)])
def test_a_head_ends_at_its_tip(page, ink, direction, inside, outside):
    heads = Arrows("black")
    page.add_patch(heads)
    heads.place([head(np.array([100.0, 50.0]), direction)])
    drawn = ink(page)[50]
    assert drawn[inside]
    assert not drawn[outside]


def test_a_curve_leaves_and_arrives_level(page, ink):
    lines = Arrows("black", width=2)
    page.add_patch(lines)
    lines.place([curve(np.array([[20.0, 20.0], [180.0, 80.0]]))])
    drawn = ink(page)
    for x, y in ((22, 20), (178, 80), (100, 50)):
        assert drawn[y - 2 : y + 2, x].any()
    assert drawn[18:23, 22:40].any(axis=0).all()  # still level a tenth of the way on
    lines.place([])
    assert not ink(page).any()


def test_a_longer_route_goes_straight_past_a_layer(page, ink):
    lines = Arrows("black", width=2)
    page.add_patch(lines)
    lines.place([curve(np.array([[10.0, 20.0], [60.0, 50.0], [120.0, 50.0], [190.0, 80.0]]))])
    assert ink(page)[48:52, 62:118].any(axis=0).all()
