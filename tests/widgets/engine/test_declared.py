"""What the declaration of one field says is so on its control: words, range, steps, widths, what depends on a state."""

from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import Any

import ipywidgets
import pytest

from helpers.widgets.engine.controls import KINDS
from helpers.widgets.engine.fields import (
    DECLARATION,
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
    """The field x, on whose control the tests look, and some that it may depend on."""

    x: Any = None
    n: int = 2
    on: bool = True


def control(field, **owner):
    """The control of ``field``, called x; ``owner`` stands for the explorer."""
    declaration = field.metadata[DECLARATION]
    return KINDS[type(declaration)]("x", declaration, SimpleNamespace(**{"label_width": None, **owner}))


def displayed(made):
    return [box.layout.display is None for box in made.boxes]


@pytest.mark.parametrize(
    ("field", "has"),
    [
        (float_slider(1.0, 0, 2, label="h"), {"min": 0, "max": 2, "step": 0.1, "description": "h", "readout": True}),
        (float_slider(1.0, 0, 2, 0.25, format=".3f"), {"step": 0.25, "readout_format": ".3f", "description": ""}),
        (int_slider(3, 1, 9, label="n"), {"min": 1, "max": 9, "step": 1, "description": "n", "readout": True}),
        (int_slider(3, 1, 9, 2, readout=False), {"step": 2, "readout": False}),
        (int_slider(3, 1, 9, 2, typed=True, label="n"), {"min": 1, "max": 9, "step": 2, "description": "n"}),
        (log_slider(0.1, 1e-3, 10, label="r"), {"base": 10, "min": -3, "max": 1, "step": 0.01, "description": "r"}),
        (log_slider(0.1, 1e-3, 10, 0.5, format=".2g"), {"step": 0.5, "readout_format": ".2g"}),
        (dropdown("a", ("a", "b"), label="m"), {"options": (("a", "a"), ("b", "b")), "description": "m"}),
        (dropdown(5, {5: "five", 6: "six"}), {"options": (("five", 5), ("six", 6))}),
        (checkbox(False, label="c"), {"description": "c", "indent": False}),  # no empty label before it
        (text("", label="t"), {"description": "t", "continuous_update": False}),  # taken when it has been typed
    ],
)
def test_a_control_is_as_declared(field, has):
    widget = control(field).widgets["x"]
    assert {name: getattr(widget, name) for name in has} == has


@pytest.mark.parametrize(
    ("how", "usual", "width", "before"),
    [
        ({"width": None}, None, "auto", "initial"),
        ({"width": None}, 70, "auto", "70px"),
        ({"width": 100, "label_width": 50}, 70, "100px", "50px"),
        ({"width": 100, "label_width": 50}, None, "100px", "50px"),
    ],
)
def test_a_control_and_its_label_are_as_wide_as_declared(how, usual, width, before):
    widget = control(dropdown("a", ("a", "b"), **how), label_width=usual).widgets["x"]
    assert (widget.layout.width, widget.style.description_width) == (width, before)


@pytest.mark.parametrize(
    ("buttons", "kind", "width"), [(False, ipywidgets.Checkbox, "auto"), (True, ipywidgets.ToggleButton, "70px")]
)
def test_options_stand_on_checkboxes_or_on_buttons_that_stay_down(buttons, kind, width):
    made = control(checkboxes(("p",), {"p": "Pea", "q": "Queue"}, buttons=buttons, width=70))
    assert [type(box) for box in made.boxes] == [kind, kind]
    assert [(box.description, box.layout.width) for box in made.boxes] == [("Pea", width), ("Queue", width)]
    assert made.boxes[0].layout is not made.boxes[1].layout
    assert buttons or not any(box.indent for box in made.boxes)  # no empty label before it
    made.write(State(x=("q",)))
    assert [box.value for box in made.boxes] == [False, True]
    made.boxes[0].value = True
    assert made.read(State(x=("q",))) == ("p", "q")


def test_the_step_of_a_clock_may_depend_on_the_data():
    (clock,) = control(int_slider(0, 0, 9, tick_ms=40, by=lambda owner, _state: owner.data), data=3).boxes
    assert (clock.play.step, clock.play.interval) == (3, 40)


@pytest.mark.parametrize(
    ("low", "high", "cases"),
    [
        (lambda owner, state: state.n, 9, {1: 2, 2: 2, 5: 5, 9: 9, 20: 20}),  # code may set more than the slider offers
        (0, lambda owner, state: state.n, {-3: -3, 0: 0, 1: 1, 2: 2, 5: 2}),
        (0, 9, {-3: -3, 5: 5, 20: 20}),
    ],
)
def test_a_limit_holds_where_it_depends_on_the_state(low, high, cases):
    made = control(int_slider(5, low, high))
    assert {value: made.fit(value, State(n=2)) for value in cases} == cases


@pytest.mark.parametrize(
    "field", [checkbox(True, shown=lambda state: state.on), dropdown("a", ("a", "b"), shown=lambda state: state.on)]
)
def test_a_control_is_shown_where_it_has_a_meaning(field):
    made = control(field)
    for on in (True, False, True):
        made.write(State(x=field.default, on=on))
        assert displayed(made) == [on]


def test_a_control_is_enabled_where_it_can_be_moved():
    made = control(checkbox(True, enabled=lambda state: state.on))
    for on in (True, False, True):
        made.write(State(x=True, on=on))
        assert made.widgets["x"].disabled is not on


def test_what_is_usual_may_depend_on_the_state():
    made = control(int_slider(None, 0, 9, usual=lambda owner, state: state.n))
    slider, state = made.widgets["x"], State(n=4)
    made.write(state)
    assert slider.value == 4
    slider.value = 5
    assert made.moved(state) == replace(state, x=5)
    slider.value = 4
    assert made.moved(replace(state, x=5)) == state


def test_how_many_items_there_are_and_how_far_they_go_may_depend_on_the_state():
    item = int_slider(5, 0, lambda owner, state: 10 * state.n)
    made = control(sequence((1, 2), item, 0, 3, count=lambda state: state.n))
    for n, values in [(2, (1, 2)), (3, (1, 2, 5)), (1, (1,))]:  # a further one starts at the default of the item
        state = State(x=(1, 2), n=n)
        made.write(state)
        assert made.read(state) == values
        assert displayed(made) == [place < n for place in range(3)]
        assert made.widgets["x 0"].max == 10 * n


def test_items_that_are_missing_stand_at_the_one_that_is_none():
    made = control(sequence((), dropdown("s", {"": "none", "s": "S", "t": "T"}), 0, 3, blank=""))
    for values in [(), ("t",), ("s", "t"), ("s",)]:
        made.write(State(x=values))
        assert tuple(box.value for box in made.boxes) == (*values, *[""] * (3 - len(values)))
        assert made.read(State(x=values)) == values
        assert displayed(made) == [True] * 3
