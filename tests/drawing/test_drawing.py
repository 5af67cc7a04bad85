from itertools import combinations

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from helpers.drawing import Boxes, Curves, Labels, Pixels, confusion_matrix, histogram, image_grid, style
from helpers.drawing.curves import round_marks
from helpers.drawing.labels import text_width


@pytest.fixture
def page():
    """A figure of 200 by 100 pixels whose axes count them from the top left."""
    figure = Figure(figsize=(2, 1), dpi=100)
    FigureCanvasAgg(figure)
    ax = figure.add_axes((0, 0, 1, 1), xlim=(0, 200), ylim=(100, 0))
    ax.set_axis_off()
    return ax


def ink(ax):
    """Draw; return which pixels are not white, (height, width)."""
    ax.figure.canvas.draw()
    return np.asarray(ax.figure.canvas.buffer_rgba())[..., :3].min(axis=2) < 200


def test_style_leaves_every_setting_as_it_was():
    before = dict(mpl.rcParams)
    with style():
        assert mpl.rcParams["figure.dpi"] == 96
    assert dict(mpl.rcParams) == before


def test_style_puts_settings_back_after_an_error():
    before = mpl.rcParams["font.size"]
    with pytest.raises(ZeroDivisionError), style():
        raise ZeroDivisionError
    assert mpl.rcParams["font.size"] == before


def test_curves_of_the_style_are_told_apart_in_grey():
    # Every two of the cycle differ in lightness (ITU-R BT.709 weights) or in the line style that goes with them.
    with style():
        cycle = list(mpl.rcParams["axes.prop_cycle"])
    assert len(cycle) >= 6
    for one, other in combinations(cycle, 2):
        lightness = [np.dot(mpl.colors.to_rgb(line["color"]), [0.2126, 0.7152, 0.0722]) for line in (one, other)]
        assert one["linestyle"] != other["linestyle"] or abs(np.diff(lightness)) > 0.15


def test_boxes_cover_exactly_their_pixels(page):
    boxes = Boxes("black")
    page.add_patch(boxes)
    boxes.place(np.array([[10, 20], [100, 50]]), np.array([[30, 10], [20, 40]]))
    covered = ink(page)
    assert covered[20:30, 10:40].all()
    assert covered[50:90, 100:120].all()
    assert covered.sum() == 30 * 10 + 20 * 40
    boxes.place(np.zeros((0, 2)), np.zeros((0, 2)))
    assert not ink(page).any()


def test_labels_stand_where_they_are_put(page):
    labels = Labels("black")
    page.add_patch(labels)
    labels.place(np.array([[50, 50]]), ["88"], size=20)
    rows, columns = np.nonzero(ink(page))
    assert rows.mean() == pytest.approx(50, abs=1.5)
    assert columns.mean() == pytest.approx(50, abs=1.5)
    assert np.ptp(columns) == pytest.approx(text_width("88") * 20, abs=4)
    labels.place(np.array([[50, 50]]), ["88"], size=20, centred=False)
    assert np.nonzero(ink(page))[1].min() == pytest.approx(51, abs=2)
    labels.place(np.array([[50, 50], [9, 9]]), ["", "  "], size=20)
    assert not ink(page).any()


def test_labels_are_as_wide_as_matplotlib_says(page):
    text = page.text(0, 50, "x[0, :, 1:3] ≈ 12.5", fontsize=18, family="DejaVu Sans")
    width = text.get_window_extent(page.figure.canvas.get_renderer()).width
    assert text_width(text.get_text()) * 18 * 100 / 72 == pytest.approx(width, rel=0.04)


def test_image_grid_leaves_unused_axes_empty():
    figure = Figure()
    axes = figure.subplots(1, 3)
    image_grid(axes, np.arange(18).reshape(2, 3, 3), titles=["a", "b"])
    assert [len(ax.images) for ax in axes] == [1, 1, 0]
    assert axes[1].get_title() == "b"


def test_confusion_matrix_counts_and_colours_mistakes_alone():
    ax = Figure().subplots()
    true, predicted = np.array([0, 0, 1, 2, 2, 2]), np.array([0, 1, 1, 2, 2, 0])
    counts = confusion_matrix(ax, true, predicted, names="abc")
    np.testing.assert_array_equal(counts, [[1, 1, 0], [0, 1, 0], [1, 0, 2]])
    np.testing.assert_array_equal(ax.images[0].get_array(), [[0, 1, 0], [0, 0, 0], [1, 0, 0]])
    assert sorted(text.get_text() for text in ax.texts) == ["1", "1", "1", "1", "2"]


def test_histogram_counts_all_values():
    ax = Figure().subplots()
    histogram(ax, np.arange(100).reshape(10, 10), bins=10)
    assert [bar.get_height() for bar in ax.patches] == [10] * 10


@pytest.fixture
def curves():
    """Curves of two measures over 4 epochs on a page of their own."""
    figure = Figure(figsize=(9, 3.2), dpi=100)
    FigureCanvasAgg(figure)
    page = figure.add_axes((0, 0, 1, 1), xlim=(0, 900), ylim=(320, 0))
    return Curves(page, ["loss", "accuracy"], epochs=4, size=(900, 320))


def values_at(panel, line):
    """The values that a line shows, read back from its pixels."""
    _left, top, _width, height = panel.box
    low, high = panel.limits
    return low + (top + height - line.get_ydata()) * (high - low) / height


def test_curves_show_the_log_at_its_epochs(curves):
    log = {"loss": [0.9, 0.3], "accuracy": [0.5, 0.8], "val_loss": [0.8, 0.4]}
    curves.update(log, now=(2.5, {"loss": 0.35}))
    panel = curves.panels["loss"]
    for name in ("loss", "val_loss"):
        np.testing.assert_allclose(values_at(panel, curves.lines[name]), log[name])
    np.testing.assert_allclose(values_at(panel, curves.lines["now_loss"]), [0.35])
    first, second = curves.lines["loss"].get_xdata()
    (running,) = curves.lines["now_loss"].get_xdata()
    assert running == pytest.approx(second + (second - first) / 2)
    assert len(curves.lines["now_accuracy"].get_xdata()) == 0
    low, high = panel.limits
    assert 0 <= low < 0.3
    assert high > 0.9


def test_validation_is_named_only_when_there_is_some(curves):
    curves.update({"loss": [0.9]})
    assert [len(line.get_xdata()) for line in curves._key] == [2, 0]
    curves.update({"loss": [0.9], "val_loss": [0.8]})
    assert [len(line.get_xdata()) for line in curves._key] == [2, 2]


def test_curves_survive_nan_and_constant_values(curves):
    curves.update({"loss": [float("nan"), float("inf")]})
    curves.update({"loss": [2.0, 2.0, 2.0], "accuracy": [0.0]})
    low, high = curves.panels["loss"].limits
    assert low < 2 < high


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (0, 1, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        (0.9, 1.0, ["0.90", "0.92", "0.94", "0.96", "0.98", "1.00"]),
        (0.9, 0.99, ["0.900", "0.925", "0.950", "0.975"]),
        (0, 4.12, ["0", "1", "2", "3", "4"]),
        (0, 3e7, ["0.0e+00", "5.0e+06", "1.0e+07", "1.5e+07", "2.0e+07", "2.5e+07", "3.0e+07"]),
    ],
)
def test_ticks_are_round_and_written_alike(low, high, told):
    assert [text for _, text in round_marks(low, high, most=4 if high == 0.99 else 6)] == told


@pytest.mark.parametrize("kind", ["grey", "colour"])
def test_pixels_show_each_value_as_a_square(page, kind):
    pixels = Pixels((20, 10, 60, 30), most=255)
    page.add_artist(pixels)
    image = np.array([[255, 0, 0], [0, 0, 255]], np.uint8)
    pixels.set_data(image if kind == "grey" else np.repeat(255 - image[..., None], 3, axis=2))
    covered = ink(page)
    assert covered[11:24, 21:39].all()
    assert covered[26:39, 61:79].all()
    assert covered.sum() == pytest.approx(2 * 20 * 15, abs=40)
