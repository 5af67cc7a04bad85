import numpy as np

from helpers.drawing.strokes import Look, Strokes

LOOKS = {"full": Look("#000000", (), "s", size=9, width=3), "dashed": Look("#000000", (6, 6), "o")}


def test_a_line_runs_from_point_to_point_and_breaks_at_nan(page, ink):
    strokes = Strokes(LOOKS)
    page.add_artist(strokes)
    strokes.set_lines({"full": np.array([[10, 50], [60, 50], [np.nan, np.nan], [120, 50], [180, 50]])}, {})
    drawn = ink(page)[50]
    assert drawn[12:58].all()
    assert not drawn[63:117].any()
    assert drawn[122:178].all()


def test_dashes_leave_gaps(page, ink):
    strokes = Strokes(LOOKS)
    page.add_artist(strokes)
    strokes.set_lines({"dashed": np.array([[10.0, 50], [190, 50]])}, {})
    share = ink(page)[50, 10:190].mean()
    assert 0.3 < share < 0.7


def test_markers_stand_on_their_points_above_the_lines(page, ink):
    strokes = Strokes(LOOKS)
    page.add_artist(strokes)
    strokes.set_lines({}, {"full": np.array([[50.0, 40.0], [150.0, 60.0]])})
    rows, columns = np.nonzero(ink(page))
    for x, y in ((50, 40), (150, 60)):
        near = abs(columns - x) < 20
        assert abs(columns[near].mean() - x) < 1.5
        assert abs(rows[near].mean() - y) < 1.5
        assert np.ptp(columns[near]) == 10  # 9 points are 12 pixels, less the white edge
    strokes.set_lines({}, {})
    assert not ink(page).any()
