import io
import struct
import zlib

import ipywidgets
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib import pyplot as plt
from matplotlib.patches import Rectangle
from PIL import Image

from helpers.widgets import Stage
from helpers.widgets.engine import png
from helpers.widgets.engine.clock import Clock
from helpers.widgets.engine.png import PngWriter
from helpers.widgets.engine.stage import close_all
from tests.widget_tools import live_widgets


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


def inflated(picture):
    """The image data of a PNG, inflated; zlib checks their sum."""
    place, data = 8, b""
    while place < len(picture):
        length = int.from_bytes(picture[place : place + 4], "big")
        if picture[place + 4 : place + 8] == b"IDAT":
            data += picture[place + 8 : place + 8 + length]
        place += 12 + length
    return zlib.decompress(data)


@given(
    shape=st.tuples(st.integers(1, 40), st.integers(1, 30)),
    seed=st.integers(0, 99),
    repeats=st.lists(st.booleans(), min_size=40, max_size=40),
)
def test_png_is_read_back_to_the_bit(shape, seed, repeats):
    height, width = shape
    writer, rng = PngWriter(width, height), np.random.default_rng(seed)
    for _ in range(2):  # the buffer is kept between frames
        picture = rng.integers(0, 256, (height, width, 4), dtype=np.uint8)
        for row in range(1, height):
            if repeats[row]:
                picture[row] = picture[row - 1]
        data = writer.write(picture)
        np.testing.assert_array_equal(np.asarray(Image.open(io.BytesIO(data))), picture)
        assert len(inflated(data)) == height * (1 + 4 * width)


def test_png_begins_and_ends_as_the_standard_says():
    """Some programs that read PNG forgive what is wrong here, others do not."""
    data = PngWriter(3, 2).write(np.zeros((2, 3, 4), np.uint8))
    assert data[:16] == b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR"
    bits, rgba, deflated, filters, no_interlace = 8, 6, 0, 0, 0
    assert struct.unpack(">IIBBBBB", data[16:29]) == (3, 2, bits, rgba, deflated, filters, no_interlace)
    assert data[-12:] == b"\x00\x00\x00\x00IEND\xaeB`\x82"


@pytest.mark.parametrize("deflate", [png.zlib, zlib], ids=["as installed", "zlib"])
@pytest.mark.parametrize("kind", ["noise", "empty", "lines"])
def test_png_of_a_whole_frame(kind, deflate, monkeypatch):
    monkeypatch.setattr(png, "zlib", deflate)
    picture = np.full((600, 1350, 4), 255, np.uint8)
    if kind == "noise":
        picture[:] = np.random.default_rng(0).integers(0, 256, picture.shape)
    elif kind == "lines":
        picture[::7, 100:200] = 0
    data = PngWriter(1350, 600).write(picture)
    np.testing.assert_array_equal(np.asarray(Image.open(io.BytesIO(data))), picture)
    assert len(inflated(data)) == 600 * 5401


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


def test_what_moves_may_stand_on_the_figure_itself(stage):
    stage, _box = stage
    bar = Rectangle((0.5, 0.4), 0.1, 0.2, linewidth=0, color="blue", transform=stage.figure.transFigure)
    stage.figure.add_artist(bar)
    stage.moving([bar])
    before = pixels(stage.frame())
    bar.set_x(0.8)
    after = pixels(stage.frame())
    assert [tuple(picture[37, 82]) for picture in (before, after)] == [(0, 0, 255), (255, 255, 255)]
    assert tuple(after[37, 127]) == (0, 0, 255)


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


def test_still_picture_of_many_colours_has_few():
    stage = Stage(100, 50)
    ax = stage.figure.add_axes((0, 0, 1, 1))
    ax.set_axis_off()
    ax.imshow(np.random.default_rng(0).random((50, 100, 3)), aspect="auto")
    assert len(Image.open(io.BytesIO(stage.still())).convert("RGB").getcolors(7500)) <= 192
    stage.close()


def test_a_widget_is_closed_with_all_that_it_holds():
    before = set(live_widgets())
    inner = [ipywidgets.Button(), Clock(ipywidgets.IntSlider())]
    box = ipywidgets.HBox([ipywidgets.VBox(inner), ipywidgets.HTML()])
    assert len(set(live_widgets()) - before) > 10
    close_all(box)
    assert set(live_widgets()) <= before


def test_never_in_pyplot(stage):
    assert plt.get_fignums() == []


def test_image_never_wider_than_the_page(stage):
    stage, _box = stage
    image, layout = stage.image, stage.image.layout
    assert (image.format, image.width, image.height) == ("png", "100", "50")
    assert (layout.max_width, layout.height, layout.object_fit) == ("100%", "auto", "contain")
