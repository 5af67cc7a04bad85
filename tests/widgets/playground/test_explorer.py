"""The playground: what Play, the buttons and the editor of a weight do, and that its code tells all of it."""

import numpy as np
import pytest

from helpers.widgets import Playground
from helpers.widgets.playground.experiment import MOST_STEPS


@pytest.fixture
def playground():
    made = []

    def make(**fields):
        made.append(Playground(**fields))
        return made[-1]

    yield make
    for one in made:
        one.close()


def again(one):
    return eval(one.code, {"Playground": Playground})


def assert_same_training(one, other):
    assert one.state == other.state
    mine, its = one.trainer, other.trainer
    assert mine.step == its.step
    assert mine.curve == its.curve
    for a, b in zip(mine.parameters, its.parameters, strict=True):
        assert np.array_equal(a, b)
    assert one.stage.image.value == other.stage.image.value


def test_play_trains_and_shows(playground):
    one = playground()
    one.player.playing = True
    picture = one.stage.image.value
    for tick in range(1, 4):
        before = one.state.steps
        one.player.play.value = tick
        assert one.state.steps > before
        assert one.stage.image.value != picture
        picture = one.stage.image.value


@pytest.mark.parametrize(("speed", "steps"), [("batch", 1), ("epoch", 25)])
def test_a_tick_is_what_was_chosen(playground, speed, steps):
    one = playground(steps=7)
    one.player.speed.value = speed
    one.player.playing = True
    one.player.play.value = 1
    assert one.state.steps == 7 + steps


def test_buttons(playground):
    one = playground(seed=3)
    one.player.batch.click()
    assert one.state.steps == 1
    one.player.epoch.click()
    assert one.state.steps == 1 + one.trainer.steps_per_epoch
    one.player.restart.click()
    assert one.state.steps == 0
    assert one.state.seed == 3


def test_code_rebuilds_a_training_with_all_that_was_done_to_it(playground):
    one = playground(data="xor", hidden=(3, 2), optimizer="adam", learning_rate=0.01)
    one.player.playing = True
    one.player.play.value = 1
    one.controls["learning_rate"].value = 0.1
    one.player.epoch.click()
    one.controls["unit"].value = "1.2"
    one.editor.weight.value = "x1→1.2"
    one.editor.value.value = -2.5
    assert one.trainer.parameters[0][0, 1] == -2.5
    one.player.epoch.click()
    assert len(one.state.changes) == 2
    other = again(one)
    assert_same_training(one, other)
    other.close()


def test_another_rate_goes_on_all_else_begins_anew(playground):
    one = playground(steps=50)
    one.controls["learning_rate"].value = 0.3
    assert one.state.steps == 50
    assert one.state.learning_rate == 0.1
    assert one.state.changes == ((50, "learning_rate", 0.3),)
    assert one.controls["learning_rate"].value == 0.3
    one.controls["activation"].value = "relu"
    assert one.state.steps == 0
    assert one.state.changes == ()
    assert one.state.activation == "relu"


def test_a_look_changes_no_training(playground):
    one = playground(steps=50)
    weights = [weight.copy() for weight in one.trainer.parameters]
    for name, value in (("show", "gradients"), ("unit", "1.1"), ("discretize", True), ("test_points", True)):
        picture = one.stage.image.value
        one.controls[name].value = value
        assert one.stage.image.value != picture, name
    assert one.state.steps == 50
    assert all(np.array_equal(*pair) for pair in zip(weights, one.trainer.parameters, strict=True))


def test_back_to_an_earlier_step(playground):
    one = playground(steps=60)
    early = [weight.copy() for weight in one.trainer.parameters]
    one.set(steps=200)
    one.set(steps=60)
    assert all(np.array_equal(*pair) for pair in zip(early, one.trainer.parameters, strict=True))


def test_too_large_a_rate_is_reported_and_stops_play(playground):
    one = playground(data="plane", activation="linear", learning_rate=3.0)
    one.player.playing = True
    for tick in range(1, 30):
        one.player.play.value = tick
        if not one.player.playing:
            break
    assert not one.player.playing
    assert "diverged" in one.words.value
    assert not one.error.value
    one.controls["learning_rate"].value = 0.01
    one.player.restart.click()
    one.player.epoch.click()
    assert "diverged" not in one.words.value


def test_the_end_stops_play(playground, monkeypatch):
    monkeypatch.setattr("helpers.widgets.playground.explorer.MOST_STEPS", 40)
    one = playground()
    one.player.speed.value = "epoch"
    one.player.playing = True
    for tick in range(1, 5):
        one.player.play.value = tick
    assert one.state.steps == 40
    assert not one.player.playing
    assert MOST_STEPS > 40


def test_reset_while_playing_pauses(playground):
    one = playground()
    one.player.playing = True
    one.player.play.value = 1
    one.reset()
    assert one.state.steps == 0
    assert not one.player.playing


@pytest.mark.parametrize("stop", ["reset", "restart"])
def test_a_tick_that_was_under_way_when_it_was_stopped_trains_nothing(playground, stop):
    one = playground()
    one.player.playing = True
    one.player.play.value = 1
    assert one.state.steps > 0
    if stop == "reset":
        one.reset()
    else:
        one.player.restart.click()
    one.player.play.value = 2  # sent before the page knew
    assert one.state.steps == 0
    one.player.playing = True
    one.player.play.value = 3
    assert one.state.steps > 0


def test_words_for_dead_units_and_vanished_gradients(playground):
    deep = playground(activation="sigmoid", hidden=(8,) * 6, optimizer="sgd")
    assert "times smaller" in deep.words.value
    dead = playground(activation="step", hidden=(3,))
    assert "Dead units, crossed out: 3 of 3" in dead.words.value


def test_hidden_unit_that_goes_gives_way_to_the_answer(playground):
    one = playground(hidden=(4, 2), unit="2.2")
    one.controls["hidden count"].value = 1
    assert one.state.hidden == (4,)
    assert one.state.unit == "out"
    assert not one.error.value


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"unit": "3.1"}, "unit"),
        ({"show": "losses"}, "show"),
        ({"steps": -1}, "steps"),
        ({"steps": 10**9}, "steps"),
        ({"features": ()}, "features"),
        ({"hidden": (99,)}, "hidden"),
        ({"optimizer": "adagrad2"}, "optimizer"),
        ({"changes": "no"}, "changes"),
    ],
)
def test_bad_input_becomes_words_and_the_usual_start(playground, fields, word):
    one = playground(**fields)
    assert word in one.error.value
    assert one.state == Playground.State()
    one.player.epoch.click()
    assert one.state.steps > 0
    assert not one.error.value


def test_no_input_left_keeps_the_last_picture(playground):
    one = playground(features=("x1",))
    picture = one.stage.image.value
    one.controls["features x1"].value = False
    assert "one input at least" in one.error.value
    assert one.stage.image.value == picture
    one.controls["features x2"].value = True
    assert not one.error.value
    assert one.state.features == ("x2",)
