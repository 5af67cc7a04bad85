"""Controls that follow from declarations: read, write, limits that depend on the state, hiding; the panel."""

from dataclasses import dataclass, replace

import ipywidgets
import pytest

import helpers
from helpers.maths.errors import InputError
from helpers.widgets import Explorer
from helpers.widgets.engine.clock import Clock
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
from helpers.widgets.engine.panel import Column, Row

ITEM = float_slider(0, -5, 5, 0.5, label="score {number}")


@dataclass(frozen=True)
class State:
    """A field of each kind, some of which depend on others."""

    mode: str = dropdown("plain", {"plain": "Code", "fancy": "Reset"}, label="mode")
    height: float = float_slider(1.0, 0, 2, limits=(-10, 10), label="height")
    depth: float = float_slider(0.5, 0, 1, label="depth", shown=lambda state: state.mode == "fancy")
    k: int = int_slider(4, 2, 10, label="k")
    fold: int = int_slider(1, 1, lambda explorer, state: state.k, label="fold", tick_ms=100, by=2)
    rate: float | None = log_slider(
        None, 1e-3, 1, limits=(0, 100), label="rate", usual=lambda explorer, state: 0.5, enabled=lambda state: state.on
    )
    batch: int = dropdown(8, (8, 16), limits=(1, 100), label="batch")
    layer: str = dropdown("a", lambda explorer, state: explorer.layers[state.mode], label="layer", scrub=True)
    on: bool = checkbox(True, label="on")
    note: str = text("", label="note")
    some: tuple[str, ...] = checkboxes(("p",), {"p": "P", "q": "Q"})
    scores: tuple[float, ...] = sequence((1.0, 2.0), ITEM, 1, 3, count_label="classes", first=1)
    pair: tuple[float, ...] = sequence((1.0, 2.0), ITEM, 2, 2)
    curves: tuple[str, ...] = sequence(("s",), dropdown("", {"": "none", "s": "S", "t": "T"}), 0, 2, blank="")
    unit: str = text("m", label=lambda state: f"unit of {state.k}")


class Everything(Explorer):
    """Shows nothing but its state, in words."""

    State = State
    size = (400, 100)
    panel = (Row("mode", "k"), Row("fold"), Column("height", Row("depth", "rate", spread=True)))

    class Picture:
        """An empty page."""

        def __init__(self, page):
            self.moving, self.shown = [], None

        def show(self, result):
            self.shown = result

    def __init__(self, **fields):
        self.layers = {"plain": ["a", "b"], "fancy": ["a", "c"]}
        super().__init__(**fields)

    def compute(self, state):
        if state.note == "crash":
            raise ZeroDivisionError("<b>by zero</b>")
        if state.note == "wrong":
            raise InputError("note {note} is wrong", note=state.note)
        return state

    def describe(self, result):
        yield f"<i>{result.note}</i>"

    def follow(self, before, after):
        return replace(after, height=0.0) if after.k != before.k else after


@pytest.fixture
def explorer():
    explorer = Everything()
    yield explorer
    explorer.close()


def test_how_many_there_are_is_set_between_the_fewest_and_the_most(explorer):
    count = explorer.controls["scores count"]
    assert (count.min, count.max, count.step, count.description) == (1, 3, 1, "classes")


def test_each_field_has_its_kind_of_control(explorer):
    kinds = {name: type(control).__name__ for name, control in explorer.controls.items()}
    assert kinds == {
        "mode": "Dropdown",
        "height": "FloatSlider",
        "depth": "FloatSlider",
        "k": "IntSlider",
        "fold": "IntSlider",
        "rate": "FloatLogSlider",
        "batch": "Dropdown",
        "layer": "SelectionSlider",
        "on": "Checkbox",
        "note": "Text",
        "some p": "Checkbox",
        "some q": "Checkbox",
        "scores count": "IntSlider",
        "scores 0": "FloatSlider",
        "scores 1": "FloatSlider",
        "scores 2": "FloatSlider",
        "pair 0": "FloatSlider",
        "pair 1": "FloatSlider",
        "curves 0": "Dropdown",
        "curves 1": "Dropdown",
        "unit": "Text",
    }


@pytest.mark.parametrize(
    ("control", "value", "field", "becomes"),
    [
        ("mode", "fancy", "mode", "fancy"),
        ("height", 1.5, "height", 1.5),
        ("fold", 3, "fold", 3),
        ("rate", 0.1, "rate", 0.1),
        ("batch", 16, "batch", 16),
        ("layer", "b", "layer", "b"),
        ("on", False, "on", False),
        ("note", "hello", "note", "hello"),
        ("some q", True, "some", ("p", "q")),
        ("some p", False, "some", ()),
        ("scores 1", -1.5, "scores", (1.0, -1.5)),
        ("scores count", 1, "scores", (1.0,)),
        ("pair 0", 3.0, "pair", (3.0, 2.0)),
        ("curves 1", "t", "curves", ("s", "t")),
        ("curves 1", "s", "curves", ("s",)),
        ("curves 0", "", "curves", ()),
    ],
)
def test_a_control_sets_its_field_and_nothing_else(explorer, control, value, field, becomes):
    start = explorer.state
    explorer.controls[control].value = value
    assert explorer.state == replace(start, **{field: becomes})
    assert explorer.picture.shown == explorer.state


def test_controls_stand_at_what_code_sets(explorer):
    explorer.set(height=-7.5, scores=(1.0, 2.0, -4.0), some=("q",), curves=(), batch=12, on=False, unit="km")
    value = {name: control.value for name, control in explorer.controls.items()}
    assert (value["height"], value["batch"], value["on"], value["unit"]) == (-7.5, 12, False, "km")
    assert (value["scores 2"], value["scores count"]) == (-4.0, 3)
    assert (value["some p"], value["some q"], value["curves 0"]) == (False, True, "")


def test_a_slider_grows_to_hold_what_code_sets_and_shrinks_again(explorer):
    slider = explorer.controls["height"]
    explorer.set(height=-7.5)
    assert (slider.min, slider.max) == (-7.5, 2)
    explorer.set(height=1.0)
    assert (slider.min, slider.max) == (0, 2)


def test_a_menu_of_numbers_offers_what_code_sets_as_long_as_it_stands(explorer):
    explorer.set(batch=12)
    assert [value for _label, value in explorer.controls["batch"].options] == [8, 12, 16]
    explorer.controls["batch"].value = 16
    assert [value for _label, value in explorer.controls["batch"].options] == [8, 16]


def test_a_limit_that_depends_on_the_state_holds(explorer):
    explorer.controls["fold"].value = 4
    explorer.controls["k"].value = 3
    assert explorer.state.fold == 3
    assert explorer.controls["fold"].max == 3
    explorer.controls["k"].value = 6
    assert (explorer.state.fold, explorer.controls["fold"].max) == (3, 6)


def test_options_that_depend_on_the_state_follow_it(explorer):
    explorer.set(mode="fancy", layer="c")
    assert [value for _label, value in explorer.controls["layer"].options] == ["a", "c"]
    assert explorer.controls["layer"].value == "c"


def test_none_is_shown_as_what_it_stands_for(explorer):
    assert explorer.state.rate is None
    assert explorer.controls["rate"].value == 0.5
    explorer.controls["height"].value = 1.5
    assert explorer.state.rate is None


def test_a_value_without_a_place_on_the_slider_stays(explorer):
    explorer.set(rate=0)
    assert explorer.controls["rate"].disabled
    explorer.controls["height"].value = 1.5
    assert explorer.state.rate == 0
    explorer.set(rate=0.1)
    assert not explorer.controls["rate"].disabled


def test_hidden_and_disabled_controls_count_for_nothing(explorer):
    depth, rate = explorer.controls["depth"], explorer.controls["rate"]
    assert depth.layout.display == "none"
    depth.value = 0.9
    assert explorer.state.depth == 0.5
    explorer.controls["on"].value = False
    assert rate.disabled
    rate.value = 0.9
    assert explorer.state.rate is None
    explorer.controls["mode"].value = "fancy"
    assert depth.layout.display is None
    assert depth.value == 0.5
    depth.value = 0.9
    assert explorer.state.depth == 0.9


def test_as_many_items_are_shown_as_there_are_values(explorer):
    def shown():
        return [explorer.controls[f"scores {i}"].layout.display is None for i in range(3)]

    assert shown() == [True, True, False]
    explorer.controls["scores count"].value = 3
    assert shown() == [True, True, True]
    assert len(explorer.state.scores) == 3
    assert [explorer.controls[f"scores {i}"].description for i in range(3)] == ["score 1", "score 2", "score 3"]


def test_a_further_item_starts_anew_and_one_that_was_there_comes_back(explorer):
    count = explorer.controls["scores count"]
    count.value = 3
    assert explorer.state.scores == (1.0, 2.0, 0.0)
    explorer.controls["scores 2"].value = 4.5
    count.value = 1
    assert explorer.state.scores == (1.0,)
    count.value = 3
    assert explorer.state.scores == (1.0, 2.0, 4.5)


def test_what_must_follow_follows(explorer):
    explorer.controls["k"].value = 5
    assert explorer.state.height == 0.0
    assert explorer.controls["height"].value == 0.0
    assert explorer.controls["unit"].description == "unit of 5"


def test_what_was_refused_is_not_lost_when_another_control_moves(explorer):
    explorer.controls["note"].value = "wrong"
    assert "note wrong is wrong" in explorer.error.value
    explorer.controls["height"].value = 1.5
    assert "note wrong is wrong" in explorer.error.value
    assert explorer.controls["note"].value == "wrong"
    assert explorer.state.height == 1.0
    explorer.controls["note"].value = "right"
    assert not explorer.error.value
    assert (explorer.state.note, explorer.state.height) == ("right", 1.5)


def test_any_error_becomes_words_and_the_controls_live_on(explorer):
    explorer.controls["note"].value = "crash"
    assert "ZeroDivisionError" in explorer.error.value
    assert "<b>by zero" not in explorer.error.value  # what comes from elsewhere is never read as HTML
    assert explorer.state.note == ""
    explorer.controls["note"].value = "fine"
    assert explorer.error.value == ""
    assert "&lt;i&gt;fine" in explorer.words.value


def test_reset_takes_back_what_was_refused(explorer):
    explorer.controls["note"].value = "wrong"
    explorer.reset()
    assert explorer.controls["note"].value == ""
    assert not explorer.error.value


def test_the_panel_stands_as_it_is_laid_out(explorer):
    first, second, column, *rest = explorer.children[1].children
    assert [control.description for control in first.children] == ["mode", "k"]
    for line in (first, second):  # a line of its own, broken where the page is narrow
        assert (line.layout.width, line.layout.flex_flow) == ("100%", "row wrap")
        assert line.layout.justify_content == "flex-start"
    (clock,) = second.children
    assert isinstance(clock, Clock)
    assert (clock.play.step, clock.play.interval) == (2, 100)
    assert isinstance(column, ipywidgets.VBox)
    height, row = column.children
    assert height is explorer.controls["height"]
    assert row.layout.justify_content == "space-between"
    assert [getattr(control, "description", "") for control in rest[:3]] == ["batch", "layer", "on"]


def test_a_hidden_clock_is_hidden_as_a_whole():
    @dataclass(frozen=True)
    class Hidden:
        """A step that is shown only when asked for."""

        seen: bool = checkbox(False, label="seen")
        step: int = int_slider(0, 0, 9, tick_ms=50, label="step", shown=lambda state: state.seen)

    class Hiding(Everything):
        State, panel = Hidden, ()

        def compute(self, state):
            return state

        def describe(self, result):
            yield "words"

        def follow(self, before, after):
            return after

    hiding = Hiding()
    clock = hiding.children[1].children[1]
    assert clock.layout.display == "none"
    hiding.controls["seen"].value = True
    assert clock.layout.display is None
    hiding.close()


def test_labels_and_options_follow_the_language():
    helpers.language("ko")
    try:
        korean = Everything()
        assert [label for label, _value in korean.controls["mode"].options] == ["코드", "처음으로"]
        korean.close()
    finally:
        helpers.language("en")
