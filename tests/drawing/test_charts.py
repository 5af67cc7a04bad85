import numpy as np
from matplotlib.figure import Figure

from helpers.drawing import confusion_matrix, histogram, image_grid


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
