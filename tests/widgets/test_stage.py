import io

import numpy as np
import pytest
from matplotlib import pyplot as plt
from matplotlib.patches import Rectangle
from PIL import Image

from helpers.widgets import Stage
from helpers.widgets.png import PngWriter


@pytest.fixture
def stage():
    stage = Stage(100, 50)
    ax = stage.figure.add_axes((0, 0, 1, 1), xlim=(0, 100), ylim=(50, 0))
    ax.set_axis_off()
    ax.add_patch(Rectangle((0, 40), 100, 10, color="green", linewidth=0))
    box = ax.add_patch(Rectangle((10, 10), 10, 10, color="black", linewidth=0))
    stage.moving([box])
    yield stage, box
    stage.close()


def pixels(data):
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"))


@pytest.mark.parametrize("shape", [(1, 1, 4), (7, 13, 4), (630, 1350, 4)])
def test_png_is_read_back_to_the_bit(shape):
    picture = np.random.default_rng(0).integers(0, 256, shape, dtype=np.uint8)
    writer = PngWriter(shape[1], shape[0])
    for _ in range(2):  # the buffer is kept between frames
        read = np.asarray(Image.open(io.BytesIO(writer.write(picture))))
        np.testing.assert_array_equal(read, picture)


def test_moving_artists_move_and_leave_no_trace(stage):
    stage, box = stage
    first = pixels(stage.frame())
    assert first.shape == (75, 150, 3)  # 1.5 times the size on the page
    assert (first[15:30, 15:30] == 0).all()
    box.set_x(60)
    second = pixels(stage.frame())
    assert (second[15:30, 15:30] == 255).all()
    assert (second[15:30, 90:105] == 0).all()
    assert (second[62:, :, 0] == 0).all()  # the still green bar
    assert pixels(stage.image.value).tolist() == second.tolist()


def test_a_frame_equals_a_full_redraw(stage):
    stage, box = stage
    stage.frame()
    box.set_x(33)
    fast = pixels(stage.frame())
    stage.invalidate()
    np.testing.assert_array_equal(fast, pixels(stage.frame()))


def test_background_is_redrawn_only_when_told(stage):
    stage, box = stage
    stage.frame()
    box.axes.patches[0].set_color("red")
    assert (pixels(stage.frame())[70, 5] == [0, 128, 0]).all()
    stage.invalidate()
    assert (pixels(stage.frame())[70, 5] == [255, 0, 0]).all()


def test_still_picture_is_small_and_the_same_size(stage):
    stage, _box = stage
    assert pixels(stage.still()).shape == (75, 150, 3)
    assert len(stage.still()) < 3000


def test_never_in_pyplot(stage):
    assert plt.get_fignums() == []


def test_image_never_wider_than_the_page(stage):
    stage, _box = stage
    assert (stage.image.width, stage.image.layout.max_width, stage.image.layout.height) == ("100", "100%", "auto")
