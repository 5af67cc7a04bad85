"""A whole figure as one set of axes whose unit is a pixel of the page."""

from collections.abc import Iterable

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from helpers.drawing.labels import text_width

CSS_DPI = 96  # so that 11 pt in Matplotlib is 11 pt on the page


def page(figure: Figure) -> Axes:
    """Return axes that fill ``figure``, without ticks, in pixels of the page; y runs downwards."""
    width, height = figure.get_size_inches() * CSS_DPI
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(height, 0))
    axes.set_axis_off()
    return axes


def add(page: Axes, *artists: Artist) -> list[Artist]:
    """Put ``artists`` on ``page``, each above the ones before it, and return them."""
    return [page.add_artist(artist) for artist in artists]


def write_key(page: Axes, right: float, y: float, entries: Iterable[tuple[str, str]], size: float = 13) -> None:
    """Write what colours mean, (text, colour) each, ``size`` pixels high: the last at the left, ending at ``right``."""
    for text, colour in entries:
        page.text(right, y, text, ha="right", va="center", fontsize=size * 72 / CSS_DPI, color=colour)
        right -= text_width(text) * size
