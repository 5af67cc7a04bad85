from itertools import combinations

import matplotlib as mpl
import numpy as np
import pytest

from helpers.drawing import style


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


def test_curves_of_the_style_differ_in_grey_too():
    # Every two of the cycle differ in lightness (ITU-R BT.709 weights) or in the line style that goes with them.
    with style():
        cycle = list(mpl.rcParams["axes.prop_cycle"])
    assert len(cycle) >= 6
    for one, other in combinations(cycle, 2):
        lightness = [np.dot(mpl.colors.to_rgb(line["color"]), [0.2126, 0.7152, 0.0722]) for line in (one, other)]
        assert one["linestyle"] != other["linestyle"] or abs(np.diff(lightness)) > 0.15
