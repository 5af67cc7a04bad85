import numpy as np
import pytest

from helpers.maths.optimizers import OPTIMIZERS
from helpers.maths.surfaces import SURFACES
from helpers.widgets import OptimizerRace
from helpers.widgets.race.picture import MAP, TRAIL, _within


@pytest.fixture
def race():
    race = OptimizerRace()
    yield race
    race.close()


def shown(race):
    """Names of the optimizers whose lines can be seen."""
    return set(race.picture.lines.lines)


def end(race, name):
    """Where a path ends, in pixels."""
    return race.picture.lines.marked[name][-1]


def test_step_scrubs_along_one_race(race):
    run = race.compute(race.state).race
    race.controls["step"].value = 0
    start = end(race, "adam")
    race.controls["step"].value = 200
    assert (end(race, "adam") != start).any()
    whole = race.compute(race.state).race
    assert len(whole.path) == 201
    np.testing.assert_array_equal(whole.path[: len(run.path)], run.path)  # of a part only, and yet the same race
    assert "step 200 of 200" in race.words.value


def test_heads_stand_where_the_optimizers_are(race):
    run = race.compute(race.state).race
    left, right, bottom, top = SURFACES["ravine"].box
    for number, name in enumerate(run.names):
        share = (run.path[60, number] - [left, top]) / [right - left, bottom - top]
        np.testing.assert_allclose(end(race, name), share * MAP[2:] + MAP[:2])


def test_checkboxes_choose_who_runs(race):
    assert shown(race) == {"sgd", "momentum", "adagrad", "rmsprop", "adam"}
    race.controls["racers nadam"].value = True
    race.controls["racers sgd"].value = False
    assert shown(race) == {"momentum", "adagrad", "rmsprop", "adam", "nadam"}
    assert race.state.racers == ("momentum", "adagrad", "rmsprop", "adam", "nadam")
    for name in OPTIMIZERS:
        race.controls["racers " + name].value = False
    assert "racers is empty" in race.error.value
    race.controls["racers adam"].value = True
    assert not race.error.value


def test_another_surface_brings_its_start_and_rate(race):
    race.controls["surface"].value = "himmelblau"
    assert (race.controls["x"].value, race.controls["y"].value) == SURFACES["himmelblau"].start
    assert race.state.learning_rate == SURFACES["himmelblau"].learning_rate
    assert race.controls["x"].max == 5
    assert not race.error.value


def test_too_large_a_rate_is_stopped_and_said(race):
    race.controls["learning_rate"].value = 0.1
    assert "Diverged and stopped, at step: " in race.words.value
    assert "sgd" in race.words.value.split("Diverged")[1]


def test_a_rate_of_zero_moves_nobody_and_says_so(race):
    race.set(learning_rate=0.0)
    assert "nobody moves" in race.words.value
    assert not race.error.value


def test_noise_and_best_rates_are_the_same_however_far_the_race_is_run(race):
    race.set(noise=0.2, best=True, seed=4, step=10)
    part = race.compute(race.state).race
    race.set(step=200)
    whole = race.compute(race.state).race
    assert len(part.path) < len(whole.path)
    assert part.rates == whole.rates
    np.testing.assert_array_equal(whole.path[: len(part.path)], part.path)


def test_lines_stay_on_the_map_and_end_where_one_has_stopped(race):
    race.set(racers=tuple(OPTIMIZERS), learning_rate=0.1, step=200)
    run = race.compute(race.state).race
    low, high = np.array(MAP[:2]), np.add(MAP[:2], MAP[2:])
    for number, name in enumerate(run.names):
        line = race.picture.lines.lines[name]
        gaps = np.flatnonzero(np.isnan(line[:, 0]))
        path, curve = line[: gaps[-2]], line[gaps[-1] + 1 :]  # between them the sample in the table
        seen = path[np.isfinite(path[:, 0])]
        assert ((seen >= low - 1e-9) & (seen <= high + 1e-9)).all()
        assert np.nansum(np.hypot(*np.diff(path, axis=0).T)) <= TRAIL + MAP[3]
        last = 200 if run.stopped[number] is None else run.stopped[number]
        assert curve[-1, 0] == pytest.approx(498 + 386 * last / 200)
        assert (end(race, name) >= low - 1e-9).all()
        assert (end(race, name) <= high + 1e-9).all()
    assert run.stopped[run.names.index("sgd")] is not None


def test_a_line_out_of_the_map_and_back_is_cut_at_its_edges():
    left, top, wide, high = MAP
    out = _within(
        np.array([[left + 10, top + 10], [left - 10, top + 30], [left + 10, top + 50], [left + 20, top + 50]])
    )
    expected = [[left + 10, top + 10], [left, top + 20], [np.nan] * 2, [left, top + 40], [left + 10, top + 50]]
    np.testing.assert_allclose(out, [*expected, [left + 20, top + 50]])
    through = _within(np.array([[left - wide, top + 5.0], [left + 2 * wide, top + 5.0]]))
    np.testing.assert_allclose(through, [[left, top + 5], [left + wide, top + 5], [np.nan] * 2])
    assert len(_within(np.array([[left - 5, top], [left - 5, top + high]]))) == 0


def test_each_its_best_rate(race):
    race.controls["best"].value = True
    assert race.controls["learning_rate"].disabled
    rates = race.compute(race.state).race.rates
    assert len(set(rates)) > 2
    assert "Diverged" not in race.words.value


def test_play_scrubs(race):
    clock = race.children[1].children[0].children[0]
    clock.play.value = 62
    assert race.state.step == 62
    clock.next.click()
    assert race.state.step == 63


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"learning_rate": -0.1}, "learning_rate must be"),
        ({"learning_rate": float("nan")}, "learning_rate must be"),
        ({"learning_rate": "fast"}, "learning_rate must be"),
        ({"momentum": 1.0}, "momentum must lie between 0 and 1"),
        ({"momentum": -0.1}, "momentum must be a number from 0 to 1"),
        ({"momentum": float("nan")}, "momentum must be"),
        ({"x": float("nan")}, "x must be a number"),
        ({"y": 1e12}, "y must be a number"),
        ({"noise": -1}, "noise must be"),
        ({"seed": 0.5}, "seed must be"),
        ({"steps": 10**9}, "steps must be one of 50, 100, 200, 500"),
        ({"steps": 120}, "steps must be one of"),
        ({"step": -1}, "step must be"),
        ({"surface": "moon"}, "surface must be one of"),
        ({"racers": ()}, "racers is empty"),
        ({"racers": ("lion",)}, "racers must be one of sgd"),
        ({"best": "yes"}, "best must be True or False"),
    ],
)
def test_bad_start_becomes_words_and_the_controls_live(fields, words):
    race = OptimizerRace(**fields)
    assert words in race.error.value
    assert race.state == race.State()
    race.controls["step"].value = 3
    assert race.error.value == ""
    race.close()


@pytest.mark.parametrize("rate", [1e9, 1e300, 1e-300])
def test_absurd_rates_are_drawn(rate):
    race = OptimizerRace(learning_rate=rate, racers=tuple(OPTIMIZERS), step=200)
    assert not race.error.value
    assert race.state.learning_rate == rate
    race.close()


def test_a_start_moved_back_to_the_surfaces_own_is_left_out_of_the_code(race):
    own = race.controls["x"].value
    race.controls["x"].value = -1.0
    assert race.state.x == -1.0
    race.controls["x"].value = own
    assert race.state.x is None
    assert race.code == "OptimizerRace()"
