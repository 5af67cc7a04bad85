from matplotlib.figure import Figure

from helpers.drawing.page import page


def test_a_unit_of_a_page_is_a_css_pixel_from_the_top_left():
    figure = Figure(figsize=(9.375, 4.1666666), dpi=144)
    axes = page(figure)
    assert axes.get_xlim() == (0, 900)
    bottom, top = axes.get_ylim()
    assert round(bottom, 3) == 400
    assert top == 0
    x, y = axes.transData.transform((450, 100))
    assert round(x) == 675
    assert round(y) == 450  # Matplotlib counts from the bottom, in drawn pixels: 1.5 for each of the page
