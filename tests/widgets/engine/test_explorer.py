"""What every explorer has besides its controls: words, errors, code, the still picture, and who closes it."""

import io
from dataclasses import dataclass
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image

from helpers.drawing.boxes import Boxes
from helpers.maths.errors import InputError
from helpers.widgets import Explorer
from helpers.widgets.engine.fields import float_slider, int_slider, where

VIEW = "application/vnd.jupyter.widget-view+json"


@dataclass(frozen=True)
class State:
    left: float = float_slider(10.0, 0, 50, limits=(0, 50), label="left")
    wide: int = int_slider(20, 1, 40, label="wide")


class Picture:
    """A black box on white; taller than 30 pixels and the background is grey."""

    def __init__(self, page):
        self.ground, self.box = Boxes("#FFFFFF"), Boxes("#000000")
        page.add_patch(self.ground)
        self.ground.place([[0, 0]], [[100, 50]])
        self.moving = [page.add_patch(self.box)]

    def show(self, result):
        self.box.place([[result.left, 10]], [[result.wide, 20]])
        other = result.wide > 30
        self.ground.set_facecolor("#808080" if other else "#FFFFFF")
        return other


class Box(Explorer):
    State, Picture, size = State, Picture, (100, 50)

    def compute(self, state):
        if state.left + state.wide > 60:
            raise InputError("{left} and {wide} are <too> much", left=state.left, wide=state.wide)
        if state.left == 7:
            raise RuntimeError("seven")
        if state.left == 8:
            raise ValueError("eight is <odd>")
        return state

    def describe(self, result):
        yield f"From <{result.left:g}>."
        yield f"As wide as {result.wide}."


@pytest.fixture
def box():
    box = Box()
    yield box
    box.close()


def pixels(data):
    return np.asarray(Image.open(io.BytesIO(bytes(data))).convert("L"))


def test_the_picture_on_the_page_is_that_of_the_state(box):
    box.set(left=40.0, wide=10)
    picture = pixels(box.stage.image.value)
    height, width = picture.shape
    dark = picture[int(0.4 * height)] < 128
    assert list(np.flatnonzero(dark)[[0, -1]] * 100 // width) == [40, 49]
    assert box.picture.box.sizes.tolist() == [[10, 20]]


def test_a_background_that_changes_is_drawn_again(box):
    corner = []
    for wide in (20, 35, 20):
        box.set(wide=wide)
        corner.append(int(pixels(box.stage.image.value)[1, 1]))
    assert corner[:2] == [255, 128]


def test_sentences_are_joined_and_escaped(box):
    assert box.words.value.startswith('<div role="status" aria-live="polite"')
    assert box.words.value.endswith(">From &lt;10&gt;. As wide as 20.</div>")
    assert box.error.value == ""


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"left": 45.0}, "45.0 and 20 are &lt;too&gt; much"),
        ({"left": 99.0}, "left"),
        ({"left": 7.0}, "RuntimeError(&#x27;seven&#x27;)"),
        ({"left": 8.0}, "</b> eight is &lt;odd&gt;</div>"),
    ],
)
def test_what_makes_no_sense_is_said_and_nothing_changes(box, changes, words):
    before = box.state, box.words.value, bytes(box.stage.image.value)
    box.set(**changes)
    assert box.error.value.startswith('<div role="alert"')
    assert "<b>⚠ This does not work:</b>" in box.error.value
    assert words in box.error.value
    assert (box.state, box.words.value, bytes(box.stage.image.value)) == before
    assert (box.controls["left"].value, box.controls["wide"].value) == (10.0, 20)
    box.set(left=20.0)
    assert box.error.value == ""
    assert box.state == State(left=20.0)


def test_a_start_that_makes_no_sense_becomes_the_usual_one_in_words():
    box = Box(left=50.0, wide=40)
    assert box.state == State()
    assert "50.0 and 40 are &lt;too&gt; much. Shown is the usual start instead." in box.error.value
    assert box.controls["left"].value == 10
    assert len(box.stage.image.value) > 100
    box.reset()
    assert box.error.value == ""
    box.close()


def test_a_first_picture_that_fails_leaves_the_controls_alive():
    class Shy(Box):
        """Cannot speak of what it starts with."""

        def describe(self, result):
            if result == State():
                raise RuntimeError("no words")
            yield "words"

    shy = Shy()
    assert "no words" in shy.error.value
    assert (shy.state, shy.code) == (State(), "Shy()")
    shy.controls["wide"].value = 5
    assert not shy.error.value
    assert shy.state == State(wide=5)
    shy.close()


def test_one_change_is_one_computation(box, monkeypatch):
    seen = []
    monkeypatch.setattr(box, "compute", lambda state: seen.append(state) or state)
    box.set(left=1.0, wide=2)
    box.controls["wide"].value = 3
    box.reset()
    assert seen == [State(1.0, 2), State(1.0, 3), State()]


def test_a_picture_has_as_many_pixels_as_its_class_asks_for():
    class Fine(Box):
        """Three pixels for each on the page."""

        scale = 3.0

    fine = Fine()
    assert pixels(fine.stage.image.value).shape == (150, 300)
    assert (fine.stage.image.width, fine.stage.image.height) == ("100", "50")
    fine.close()


def test_controls_and_code_are_no_wider_than_the_picture(box):
    """The controls break into lines; Reset and Code stand at the right."""
    _image, controls, _error, _words, code = box.children
    layout = controls.layout
    *_none, left = layout.margin.split()
    assert layout.flex_flow == "row wrap"
    assert int(left.removesuffix("px")) + int(layout.max_width.removesuffix("px")) == 100
    assert code.layout.max_width == "100px"
    assert controls.children[-1].layout.margin.endswith(" auto")


def test_reset_goes_back_to_how_it_was_made_and_not_to_the_default():
    box = Box(wide=5)
    box.set(left=1.0, wide=6)
    box.reset()
    assert box.state == State(wide=5)
    assert box.controls["wide"].value == 5
    box.close()


def test_the_code_is_shown_on_demand_and_follows(box):
    _image, controls, _error, _words, code = box.children
    reset, button = controls.children[-1].children
    assert [button.description, reset.description] == ["Code", "Reset"]
    assert [button.icon, reset.icon] == ["code", "undo"]
    assert code.layout.display == "none"
    box.set(wide=3)
    button.value = True
    assert (code.layout.display, code.value, code.description) == (None, "Box(wide=3)", "Code")
    box.set(wide=4)
    assert code.value == box.code == repr(box) == "Box(wide=4)"
    button.value = False
    assert code.layout.display == "none"
    reset.click()
    assert box.state == State()
    assert code.value == "Box(wide=4)"  # unseen: written when it is shown again


def test_a_notebook_gets_the_widget_a_still_picture_and_the_line_of_code(box):
    data, about = box._repr_mimebundle_()
    assert data.keys() == {"text/plain", "image/png", VIEW}
    assert data["text/plain"] == "Box()"
    assert data[VIEW] == {"version_major": 2, "version_minor": 0, "model_id": box.model_id}
    assert about == {"image/png": {"width": 100, "height": 50}}
    still, live = pixels(data["image/png"]), pixels(box.stage.image.value)
    assert still.shape == live.shape
    assert np.abs(still.astype(int) - live).max() < 16
    assert len(Image.open(io.BytesIO(data["image/png"])).getcolors(256)) <= 192


def test_closed_twice_it_stays_closed(box):
    image = box.stage.image
    for _again in range(2):
        box.close()
        assert image.comm is None
        assert box.comm is None


def test_a_constructor_that_raises_leaves_nothing_to_close():
    with pytest.raises(TypeError, match="unknown"):
        Box(unknown=1)
    unmade = Box.__new__(Box)
    unmade.close()


@pytest.mark.parametrize(
    ("values", "state", "holds"),
    [
        ({"a": 1}, SimpleNamespace(a=1, b=2), True),
        ({"a": 1}, SimpleNamespace(a=2, b=2), False),
        ({"a": 1, "b": 2}, SimpleNamespace(a=1, b=2), True),
        ({"a": 1, "b": 2}, SimpleNamespace(a=1, b=3), False),
        ({"a": 1, "b": 2}, SimpleNamespace(a=0, b=2), False),
    ],
)
def test_where_asks_for_all_of_its_values(values, state, holds):
    assert where(**values)(state) is holds


class Terminal:
    """As much of IPython's shell as says which cell runs: by its text."""

    def __init__(self):
        self.execution_count, self.header = 0, {}
        self.history_manager = SimpleNamespace(input_hist_raw=[])

    def run(self, text, name=None):
        """Begin to run a cell."""
        self.execution_count += 1
        self.history_manager.input_hist_raw.append(text)
        self.header = {"metadata": {} if name is None else {"cellId": name}}


class Shell(Terminal):
    """That of a notebook: JupyterLab gives the cell a name."""

    def get_parent(self):
        return self.header


class OldShell(Terminal):
    """That of a notebook before ipykernel 6."""

    parent_header = property(lambda self: self.header)


@pytest.fixture
def shell(request, monkeypatch):
    shell = getattr(request, "param", Shell)()
    monkeypatch.setattr("IPython.get_ipython", lambda: shell)
    return shell


def is_open(box):
    return box.comm is not None


@pytest.mark.parametrize(
    ("shell", "name"),
    [(Shell, None), (Shell, "cell-of-this-test"), (OldShell, "cell-of-this-test"), (Terminal, None)],
    indirect=["shell"],
)
def test_run_again_a_cell_closes_what_it_made_before(shell, name):
    def run():
        edited = "" if name is None else shell.execution_count  # one that has a name keeps it
        shell.run(f"Box(); Box()  # of this test {edited}", name)

    run()
    first = Box(), Box()
    assert all(map(is_open, first))
    shell.run("another", None if name is None else "another")
    other = Box()
    assert all(map(is_open, first))
    run()
    again = Box()
    assert not any(map(is_open, first))
    second = Box()
    assert is_open(again)
    assert is_open(second)
    assert is_open(other)
    run()
    last = Box()
    assert not is_open(again)
    assert not is_open(second)
    for each in (other, last):
        each.close()


def test_cells_of_one_text_and_two_names_are_two(shell):
    shell.run("Box()", "one")
    one = Box()
    shell.run("Box()", "two")
    two = Box()
    assert is_open(one)
    one.close()
    two.close()


def test_outside_a_cell_nothing_is_closed(shell, monkeypatch):
    boxes = [Box()]  # no cell has run yet
    shell.execution_count += 1
    boxes += [Box()]
    monkeypatch.setattr("IPython.get_ipython", lambda: None)
    boxes += [Box(), Box()]
    assert all(map(is_open, boxes))
    for each in boxes:
        each.close()
