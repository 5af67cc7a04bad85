"""Explorers found by themselves, and their controls moved as a hand could move them."""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from random import Random

import ipywidgets as widgets

import helpers.widgets
from helpers.widgets import Explorer

TEXTS = (":", "0", "1:", "::2", "-1", "1", "2", "0.5", "x", "x**2")


def explorers() -> dict[str, type[Explorer]]:
    """Return every explorer of helpers.widgets by name, whether or not the package exports it."""
    for module in pkgutil.walk_packages(helpers.widgets.__path__, "helpers.widgets."):
        importlib.import_module(module.name)
    ours = [cls for cls in _below(Explorer) if cls.__module__.startswith("helpers.") and hasattr(cls, "State")]
    return {cls.__name__: cls for cls in sorted(ours, key=lambda cls: cls.__name__) if cls.__name__[0] != "_"}


def names() -> list[str]:
    """Return the names of all explorers."""
    return list(explorers())


def _below(cls: type) -> Iterator[type]:
    below: type
    for below in cls.__subclasses__():
        yield below
        yield from _below(below)


def leaves(controls: Iterable[widgets.Widget]) -> Iterator[widgets.Widget]:
    """Yield the controls that hold a value, also out of boxes."""
    for control in controls:
        if children := getattr(control, "children", ()):
            yield from leaves(children)
        elif hasattr(control, "value"):
            yield control


def other(control: widgets.Widget, rng: Random) -> tuple[str, object] | None:
    """Return a trait of ``control`` and a value that it does not have now; None where there is no other."""
    for _attempt in range(8):
        found = _any(control, rng)
        if found is None or found[1] != getattr(control, found[0]):
            return found
    return None


def _any(control: widgets.Widget, rng: Random) -> tuple[str, object] | None:
    if hasattr(control, "options"):  # a page sets the index too; the value follows
        choice = rng.randrange(len(control.options)) if control.options else None
        return "index", (choice,) if isinstance(control.index, tuple) else choice
    if isinstance(control.value, bool):
        return "value", not control.value
    if hasattr(control, "max"):
        several = isinstance(control.value, tuple)
        return "value", tuple(sorted(_number(control, rng) for _ in control.value)) if several else _number(
            control, rng
        )
    if isinstance(control, widgets.Text | widgets.Textarea):
        return "value", rng.choice(TEXTS)
    return None


def _number(control: widgets.Widget, rng: Random) -> float:
    if hasattr(control, "base"):
        return control.base ** rng.uniform(control.min, control.max)
    step = control.step or (control.max - control.min) / 100 or 1
    return control.min + step * rng.randint(0, int((control.max - control.min) / step + 1e-9))
