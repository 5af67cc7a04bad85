import numpy as np

from helpers.drawing import Boxes


def test_boxes_cover_exactly_their_pixels(page, ink):
    boxes = Boxes("black")
    page.add_patch(boxes)
    boxes.place(np.array([[10, 20], [100, 50]]), np.array([[30, 10], [20, 40]]))
    covered = ink(page)
    assert covered[20:30, 10:40].all()
    assert covered[50:90, 100:120].all()
    assert covered.sum() == 30 * 10 + 20 * 40
    boxes.place(np.zeros((0, 2)), np.zeros((0, 2)))
    assert not ink(page).any()


def test_what_boxes_say_they_show_is_what_is_drawn(page, ink):
    boxes = Boxes("black", frame=0)
    page.add_patch(boxes)
    boxes.place(np.array([[5, 5], [50, 60]]), np.array([[10, 20], [30, 5]]))
    expected = np.zeros((100, 200), bool)
    for (left, top), (wide, high) in zip(boxes.corners.astype(int), boxes.sizes.astype(int), strict=True):
        expected[top : top + high, left : left + wide] = True
    np.testing.assert_array_equal(ink(page), expected)
    boxes.place(np.zeros((0, 2)), np.zeros((0, 2)))
    assert boxes.corners.shape == boxes.sizes.shape == (0, 2)


def test_a_frame_leaves_its_inside_empty(page, ink):
    frame = Boxes("black", frame=2)
    page.add_patch(frame)
    frame.place(np.array([[20, 20]]), np.array([[60, 40]]))
    drawn = ink(page)
    assert drawn[20, 30:70].all()
    assert drawn[30:50, 20].all()
    assert not drawn[25:55, 25:75].any()


def test_one_size_serves_all_corners_and_rows_hold_both(page, ink):
    boxes = Boxes("black")
    page.add_patch(boxes)
    boxes.place([(10, 20), (100, 50)], (30, 10))
    both = ink(page)
    assert both.sum() == 2 * 30 * 10
    boxes.place_rows([(10, 20, 30, 10), (100, 50, 30, 10)])
    np.testing.assert_array_equal(ink(page), both)
    boxes.place((10, 20), 5)
    assert ink(page).sum() == 25
    boxes.place_rows([])
    assert not ink(page).any()
