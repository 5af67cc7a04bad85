"""A small page to draw on, and which of its pixels were drawn."""

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from helpers.drawing.page import CSS_DPI
from helpers.drawing.page import page as whole_page


@pytest.fixture
def page():
    """Axes of 200 by 100 pixels, counted from the top left; one drawn pixel each."""
    figure = Figure(figsize=(200 / CSS_DPI, 100 / CSS_DPI), dpi=CSS_DPI)
    FigureCanvasAgg(figure)
    return whole_page(figure)


@pytest.fixture
def ink():
    """A function that draws axes and returns which pixels are not white: (height, width)."""

    def drawn(axes):
        axes.figure.canvas.draw()
        return np.asarray(axes.figure.canvas.buffer_rgba())[..., :3].min(axis=2) < 200

    return drawn
