"""One declaration a field: what it refuses, in which words."""

import dataclasses
import subprocess
import sys
from dataclasses import dataclass

import numpy as np
import pytest

from helpers.maths.errors import InputError
from helpers.widgets.engine import fields
from helpers.widgets.engine.fields import (
    checkbox,
    checkboxes,
    dropdown,
    float_slider,
    int_slider,
    log_slider,
    sequence,
    text,
)


@dataclass(frozen=True)
class State:
    """A field of each kind."""

    height: float = float_slider(1.0, 0, 2, limits=(0, 10))
    count: int = int_slider(3, 1, 9)
    last: int = int_slider(0, 0, lambda explorer, state: 5)
    reach: float = float_slider(0.0, 0, lambda explorer, state: 5)
    rate: float | None = log_slider(None, 1e-3, 1, usual=lambda explorer, state: 0.1)
    mode: str = dropdown("a", {"a": "first", "b": "second"})
    batch: int = dropdown(8, (8, 16), limits=(1, 100))
    best: bool = dropdown(False, {False: "no", True: "yes"})
    size: int = dropdown(50, (50, 100))
    name: str = dropdown("x", lambda explorer, state: ["x"])
    on: bool = checkbox(False)
    note: str = text("", longest=5)
    some: tuple[str, ...] = checkboxes(("p",), ("p", "q"))
    scores: tuple[float, ...] = sequence((1.0, 2.0), float_slider(0, -5, 5), 2, 3)
    curves: tuple[str, ...] = sequence(("s",), dropdown("", {"": "none", "s": "S", "t": "T"}), 0, 2, blank="")
    ranks: tuple[int, ...] = sequence((1,), int_slider(0, 0, 9), 0, 3, blank=0)
    free: object = None


GOOD = [
    ("height", 10),
    ("height", np.float32(0.5)),
    ("count", np.int64(9)),
    ("last", 10**9),
    ("reach", -1e9),
    ("rate", None),
    ("rate", 1),
    ("mode", "b"),
    ("batch", 99),
    ("best", True),
    ("size", 100),
    ("name", "anything: the data decide"),
    ("on", True),
    ("note", "12345"),
    ("some", ()),
    ("some", ("q", "p")),
    ("scores", (1, 2, 3)),
    ("curves", ("t", "s")),
    ("ranks", (3, 9)),
    ("free", "what has no declaration is not checked"),
]
BAD = [
    ("height", 10.1, "height must be a number from 0 to 10, not 10.1"),
    ("height", float("nan"), "height must be a number from 0 to 10, not nan"),
    ("height", "tall", "height must be a number from 0 to 10, not tall"),
    ("height", True, "height must be a number from 0 to 10, not True"),
    ("height", None, "height must be a number from 0 to 10, not None"),
    ("count", 0, "count must be a whole number from 1 to 9, not 0"),
    ("count", 2.0, "count must be a whole number from 1 to 9, not 2.0"),
    ("count", True, "count must be a whole number from 1 to 9, not True"),
    ("last", -1, "last must be a whole number from 0 on, not -1"),
    ("last", 1.5, "last must be a whole number from 0 on, not 1.5"),
    ("reach", float("nan"), "reach must be a number from -∞ to ∞, not nan"),
    ("rate", 0, "rate must be a number from 0.001 to 1, not 0"),
    ("mode", "c", "mode must be one of a, b, not c"),
    ("mode", ["a"], "mode must be one of a, b, not ['a']"),
    ("batch", 101, "batch must be a number from 1 to 100, not 101"),
    ("best", 1, "best must be True or False, not 1"),
    ("size", 75, "size must be one of 50, 100, not 75"),
    ("size", True, "size must be one of 50, 100, not True"),
    ("on", "yes", "on must be True or False, not yes"),
    ("note", "123456", "note has 6 characters; at most 5 are read"),
    ("note", 7, "note must be a text, not 7"),
    ("some", ["p"], "some must be a tuple of 0 to 2 values, not ['p']"),
    ("some", ("r",), "some must be one of p, q, not r"),
    ("scores", (1.0,), "scores must be a tuple of 2 to 3 values, not (1.0,)"),
    ("scores", (1.0, 9.0), "scores must be a number from -5 to 5, not 9.0"),
    ("curves", ("s", ""), "curves must be one of s, t, not "),
    ("ranks", (3, 10), "ranks must be a whole number from 0 to 9, not 10"),
]


@pytest.mark.parametrize(("field", "value"), GOOD)
def test_what_makes_sense_passes(field, value):
    fields.check(State(**{field: value}))


@pytest.mark.parametrize(("field", "value", "words"), BAD)
def test_what_makes_no_sense_is_named(field, value, words):
    with pytest.raises(InputError) as refused:
        fields.check(State(**{field: value}))
    assert str(refused.value) == words


def test_the_first_wrong_field_is_named():
    with pytest.raises(InputError, match=r"^count"):
        fields.check(State(count=0, mode="c"))


def test_a_state_starts_at_its_defaults():
    usual = {"rate": log_slider(0.1, 1e-3, 1), "on": checkbox(True), "some": checkboxes(("p",), ("p", "q"))}
    assert {name: field.default for name, field in usual.items()} == {"rate": 0.1, "on": True, "some": ("p",)}
    start = State()
    assert (start.height, start.count, start.mode, start.note, start.scores) == (1.0, 3, "a", "", (1.0, 2.0))


def test_declared_fields_come_in_their_order():
    assert [name for name, _field in fields.declared(State)] == [
        field.name for field in dataclasses.fields(State) if field.name != "free"
    ]


def test_a_model_needs_neither_matplotlib_nor_ipywidgets():
    """Every NumPy-only file of a widget, imported in a process of its own."""
    code = (
        "import sys, pkgutil, importlib, pathlib, helpers.widgets as w\n"
        "for folder in pathlib.Path(w.__path__[0]).iterdir():\n"
        "    for name in ('model', 'state'):\n"
        "        if (folder / f'{name}.py').exists():\n"
        "            importlib.import_module(f'helpers.widgets.{folder.name}.{name}')\n"
        "import helpers.widgets.engine.fields\n"
        "print(sorted({'matplotlib', 'ipywidgets', 'tensorflow', 'keras', 'IPython'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
