"""Counting live widgets and figures, and finding every explorer: for tests of widgets and of callbacks alike."""

import gc

import ipywidgets
import pytest
from matplotlib.figure import Figure

from helpers.widgets import Explorer


def live_widgets():
    """Every widget that has not been closed; ipywidgets 7 and 8 keep them in different places."""
    try:
        from ipywidgets.widgets.widget import _instances
    except ImportError:
        return ipywidgets.Widget.widgets
    return _instances


@pytest.fixture
def leaks():
    """A function that counts live widgets and figures, after a collection."""

    def count():
        gc.collect()
        return len(live_widgets()), sum(isinstance(thing, Figure) for thing in gc.get_objects())

    return count


def explorers():
    """Every explorer of the package, however deep it is derived; not what several have in common."""
    found, todo = [], [Explorer]
    while todo:
        for kind in todo.pop().__subclasses__():
            todo.append(kind)
            if kind.__module__.startswith("helpers.") and kind.__name__[0] != "_":
                found.append(kind)
    return sorted(found, key=lambda kind: kind.__name__)
