import numpy as np
import pytest

from helpers.drawing import Pixels


@pytest.mark.parametrize("kind", ["grey", "colour"])
def test_pixels_show_each_value_as_a_square(page, ink, kind):
    pixels = Pixels((20, 10, 60, 30), most=255)
    page.add_artist(pixels)
    image = np.array([[255, 0, 0], [0, 0, 255]], np.uint8)
    pixels.set_data(image if kind == "grey" else np.repeat(255 - image[..., None], 3, axis=2))
    covered = ink(page)
    assert covered[11:24, 21:39].all()
    assert covered[26:39, 61:79].all()
    assert covered.sum() == pytest.approx(2 * 20 * 15, abs=40)


def test_values_are_coloured_from_the_least_to_the_most(page, ink):
    pixels = Pixels((0, 0, 200, 100), cmap="gray", least=-1, most=1)
    page.add_artist(pixels)
    pixels.set_data(np.array([[-1.0, 0.0, 1.0, 5.0]]))
    ink(page)
    drawn = np.asarray(page.figure.canvas.buffer_rgba())[50, 25::50, 0]
    np.testing.assert_allclose(drawn, [0, 127, 255, 255], atol=1)
    np.testing.assert_array_equal(pixels.data, [[-1, 0, 1, 5]])
