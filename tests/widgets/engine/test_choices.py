"""Controls whose limits, options and usual value depend on data, or that stand for more than their field."""

from dataclasses import dataclass, replace

import numpy as np
import pytest

from helpers.drawing.boxes import Boxes
from helpers.widgets.engine.explorer import Explorer
from helpers.widgets.engine.fields import dropdown, int_slider


@dataclass(frozen=True)
class State:
    name: str | None = dropdown(
        None, lambda explorer, _state: explorer.names, usual=lambda explorer, _state: explorer.names[0], label="name"
    )
    half: int = int_slider(
        1,
        0,
        9,
        label="double",
        typed=True,
        shows=lambda state: 2 * state.half,
        sets=lambda state, value: replace(state, half=value // 2),
    )
    place: int = int_slider(0, 0, lambda explorer, _state: len(explorer.names) - 1, limits=(0, 99), label="place")


class Picture:
    def __init__(self, page):
        self.moving = [page.add_patch(Boxes("#000000"))]

    def show(self, result):
        self.moving[0].place(np.array([[result, 0]]), np.array([[1, 1]]))


class OnNames(Explorer):
    State, Picture, size = State, Picture, (20, 10)
    data_arguments = ("names",)

    def __init__(self, names, **state):
        self.names = names
        super().__init__(**state)

    def compute(self, state):
        return state.place

    def describe(self, result):
        yield str(result)


@pytest.fixture
def make():
    made = []

    def make(names, **state):
        made.append(OnNames(names, **state))
        return made[-1]

    yield make
    for explorer in made:
        explorer.close()


def test_a_control_that_leaves_no_choice_is_hidden_or_cannot_be_moved(make):
    one, two = make(["a"]), make(["a", "b"])
    assert [each.controls["name"].layout.display for each in (one, two)] == ["none", None]
    assert [each.controls["place"].disabled for each in (one, two)] == [True, False]


def test_a_control_moved_to_what_is_usual_asks_for_none(make):
    explorer = make(["a", "b"], name="b")
    assert explorer.code == "OnNames(names, name='b')"
    explorer.controls["name"].value = "a"
    assert explorer.state.name is None
    assert explorer.code == "OnNames(names)"


def test_a_value_beyond_the_data_is_shown_at_the_end_of_the_slider(make):
    explorer = make(["a", "b", "c"], place=50)
    assert not explorer.error.value
    assert (explorer.controls["place"].value, explorer.controls["place"].max) == (2, 2)
    explorer.controls["name"].value = "b"
    assert explorer.state == State(name="b", place=2)


def test_a_control_may_stand_for_more_than_its_field(make):
    explorer = make(["a", "b"], half=3)
    assert explorer.controls["half"].value == 6
    explorer.controls["half"].value = 8
    assert explorer.state.half == 4
