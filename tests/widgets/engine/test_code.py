"""The line of code of an explorer that is made on data."""

from dataclasses import dataclass

import pytest

from helpers.drawing.boxes import Boxes
from helpers.widgets.engine.explorer import Explorer
from helpers.widgets.engine.fields import int_slider


@dataclass(frozen=True)
class State:
    n: int = int_slider(1, 0, 9, label="n")


class Picture:
    def __init__(self, page):
        self.moving = [page.add_patch(Boxes("#000000"))]

    def show(self, result):
        self.moving[0].place([[result, 0]], [[1, 1]])


class OnData(Explorer):
    State, Picture, size = State, Picture, (20, 10)
    data_arguments = ("x", "y", "names")

    def __init__(self, x, y=None, names=None, **state):
        self.x, self.y, self.names = x, y, names
        super().__init__(**state)

    def compute(self, state):
        return state.n

    def describe(self, result):
        yield str(result)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({}, "OnData(x)"),
        ({"y": [2]}, "OnData(x, y)"),
        ({"y": [2], "names": "ab"}, "OnData(x, y, names)"),
        ({"names": "ab", "n": 3}, "OnData(x, names=names, n=3)"),
    ],
)
def test_code_names_the_data_that_were_given_and_no_other(given, code):
    explorer = OnData([1], **given)
    assert explorer.code == code
    again = eval(explorer.code, {"OnData": OnData, "x": [1], **given})
    assert (again.x, again.y, again.names, again.state) == (explorer.x, explorer.y, explorer.names, explorer.state)
    again.close()
    explorer.close()
