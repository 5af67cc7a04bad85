"""Counting live widgets and figures, and finding every explorer: for tests of widgets and of callbacks alike."""

import gc
import importlib
import pkgutil
import sys

import ipywidgets
import numpy as np
import pytest
from matplotlib.figure import Figure

import helpers.widgets
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


def live_blocks() -> int:
    """How many blocks of memory Python's objects take, without what the interpreter keeps for speed alone.

    Its cache of attributes holds some thousand names, among them those that traitlets makes up anew for each change.
    """
    gc.collect()
    clear = "_clear_internal_caches" if sys.version_info >= (3, 13) else "_clear_type_cache"
    getattr(sys, clear)()
    return sys.getallocatedblocks()


def explorers():
    """Every explorer of the package: what each module below helpers.widgets defines, whether or not it is exported."""
    for module in pkgutil.walk_packages(helpers.widgets.__path__, "helpers.widgets."):
        importlib.import_module(module.name)
    found, todo = [], [Explorer]
    while todo:
        for kind in todo.pop().__subclasses__():
            todo.append(kind)
            if kind.__module__.startswith("helpers.") and kind.__name__[0] != "_":
                found.append(kind)
    return sorted(found, key=lambda kind: kind.__name__)


def other_values(control, count=3):
    """Some other values that a control can take."""
    if hasattr(control, "options"):
        values = [option[1] if isinstance(option, tuple) else option for option in control.options]
        if isinstance(control.value, tuple):  # several at once
            values = [tuple(values[:1]), tuple(values[-2:])]
    elif isinstance(control.value, bool):
        values = [not control.value]
    elif hasattr(control, "max"):
        values = np.linspace(control.min, control.max, 5).tolist()
        if hasattr(control, "base"):
            values = [control.base**value for value in values]
        elif isinstance(control.value, int):
            values = sorted({round(value) for value in values})
    else:
        return []
    return [value for value in values if value != control.value][:count]
