from dataclasses import dataclass

import numpy as np
import pytest

from helpers.maths.optimizers import OPTIMIZERS
from helpers.maths.surfaces import SURFACES
from helpers.maths.update_rule import Memory, Optimizer, Terms
from helpers.widgets.race.model import FAR, RATES, noise_of, race, racers, run

ALL = tuple(OPTIMIZERS)


@pytest.mark.parametrize("noise", [None, np.random.default_rng(0).normal(0, 0.1, (300, 2, 1))])
@pytest.mark.parametrize("surface", SURFACES)
def test_all_at_once_is_each_alone(surface, noise):
    ground, steps = SURFACES[surface], 300
    rules = racers(ALL, ground.learning_rate / 4, 0.7)
    together = run(ground, rules, ground.start, noise, steps)
    for number, rule in enumerate(rules):
        w, slots = np.array(ground.start), rule.start(np.array(ground.start))
        for t in range(1, steps + 1):
            gradient = np.array(ground.gradient(w[0], w[1])) + (0 if noise is None else noise[t - 1, :, 0])
            w, slots = rule.step(w, gradient, slots, t)
            # Over many ripples two orders of one sum drift apart.
            np.testing.assert_allclose(together[t, number], w, rtol=1e-6, atol=1e-6, err_msg=f"{ALL[number]} {t}")


@pytest.mark.parametrize("given", [{"momentum": 0.5}, {"centered": True}])
def test_a_rule_outside_the_formula_is_refused(given):
    with pytest.raises(ValueError, match="momentum and centered of RMSprop"):
        run(SURFACES["bowl"], [OPTIMIZERS["rmsprop"](**given)], (1.0, 1.0), None, 10)


def test_an_unknown_rule_is_refused():
    @dataclass(frozen=True)
    class Unknown(Optimizer):
        """No rule of the package."""

    with pytest.raises(NotImplementedError, match="Unknown has no terms"):
        run(SURFACES["bowl"], [OPTIMIZERS["sgd"](), Unknown()], (1.0, 1.0), None, 10)

    @dataclass(frozen=True)
    class Corrected(Optimizer):
        """Its ε stands under a root that is corrected: outside the race's formula."""

        def terms(self, t):
            return Terms(scale=-0.1, squares=Memory("v", 0.9, 0.1), correction=1 - 0.9**t, inside=0.1)

    with pytest.raises(ValueError, match="nor an ε under a corrected root"):
        run(SURFACES["bowl"], [Corrected()], (1.0, 1.0), None, 10)


def test_a_race_is_fair_and_repeats():
    one = race("ravine", ("sgd", "adam"), 0.02, noise=0.5, seed=3)
    other = race("ravine", ("adam", "rmsprop", "sgd"), 0.02, noise=0.5, seed=3)
    np.testing.assert_allclose(one.path[:, 0], other.path[:, 2])  # who else runs makes no difference
    np.testing.assert_allclose(one.path[:, 1], other.path[:, 0])
    only = other.only(("sgd", "adam"))
    np.testing.assert_array_equal(only.path, other.path[:, [2, 0]])
    assert (only.names, only.arrived) == (("sgd", "adam"), (other.arrived[2], other.arrived[0]))
    assert (race("ravine", ("sgd",), 0.02, noise=0.5, seed=4).path != one.path[:, :1]).any()


def test_who_diverges_stops_at_the_edge_and_is_reported():
    result = race("ravine", ("sgd", "adam"), 0.08, steps=100)
    assert result.stopped[0] is not None
    assert result.stopped[1] is None
    left, right, bottom, top = SURFACES["ravine"].box
    after = result.path[result.stopped[0] :, 0]
    assert (after == after[0]).all()
    assert ((after[0] == [left, bottom]) | (after[0] == [right, top])).any()
    assert np.isfinite(result.path).all()
    assert np.isfinite(result.losses).all()
    assert (np.abs(result.path) <= FAR * 6).all()


def test_the_step_of_arrival_is_noted():
    result = race("bowl", ("sgd", "adadelta"), 0.1, steps=200)
    step = result.arrived[0]
    assert result.losses[step, 0] <= 0.01 * result.losses[0, 0] < result.losses[step - 1, 0]
    assert result.arrived[1] is None


def test_a_shorter_race_is_the_beginning_of_a_longer_one():
    part, whole = (race("himmelblau", ALL, 0.01, noise=0.3, seed=2, steps=steps) for steps in (50, 200))
    np.testing.assert_array_equal(part.path, whole.path[:51])
    best = race("himmelblau", ALL, None, steps=50, best_over=200)
    assert best.rates == race("himmelblau", ALL, None, steps=200).rates


def settled(name, rate, steps=150):
    """After which step ``name`` is near for good, and how low it ends where it is not."""
    heights = race("rosenbrock", (name,), rate, steps=steps).losses[:, 0]
    away = np.flatnonzero(heights > 0.01 * heights[0]).max(initial=-1)
    return away, heights[-1] if away == steps else 0


def test_best_rates_are_not_beaten_by_their_neighbours():
    result = race("rosenbrock", ALL, None, steps=150)
    for number, (name, rate) in enumerate(zip(ALL, result.rates, strict=True)):
        assert result.stopped[number] is None
        place = RATES.index(rate)
        for other in RATES[max(place - 1, 0) : place + 2]:
            assert settled(name, other) >= settled(name, rate)


def test_the_best_rate_arrives_before_the_lowest_end():
    result = race("ravine", ("rmsprop",), None)
    assert result.arrived[0] == 34
    lower = race("ravine", ("rmsprop",), 0.017783)
    assert lower.losses[-1, 0] < result.losses[-1, 0]
    assert lower.arrived[0] > 100


def test_no_best_rate_on_the_chapters_maps_is_the_largest_tried():
    for surface in ("ravine", "plateau", "saddle"):
        result = race(surface, ALL, None)
        assert max(result.rates) < RATES[-1]
        assert result.stopped == (None,) * len(ALL)


@pytest.mark.parametrize("rate", [0.0, 1e-12, 1e9, 1e300])
@pytest.mark.parametrize("surface", SURFACES)
def test_any_rate_ends_in_finite_numbers(surface, rate):
    result = race(surface, ALL, rate, steps=50, noise=0.1)
    assert np.isfinite(result.path).all()
    assert np.isfinite(result.losses).all()
    if rate == 0:
        assert (result.path == result.path[0]).all()


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"surface": "moon"}, "surface must be one of"),
        ({"names": ()}, "racers is empty"),
        ({"names": ("sgd", "ada")}, "racers must be one of sgd"),
        ({"learning_rate": -1.0}, "learning_rate must be"),
        ({"learning_rate": float("nan")}, "learning_rate must be"),
        ({"names": ("momentum",), "momentum": 1.0}, "momentum must lie between 0 and 1"),
        ({"start": (float("nan"), 0.0)}, "x must be a number"),
        ({"start": (0.0, 1e9)}, "y must be a number"),
        ({"noise": -1.0}, "noise must be"),
        ({"seed": -1}, "seed must be"),
        ({"steps": 0}, "steps must be"),
        ({"steps": 10**9}, "steps must be"),
    ],
)
def test_what_makes_no_sense_is_named(given, words):
    with pytest.raises(ValueError, match=words):
        race(**{"surface": "bowl", "names": ("sgd",), "learning_rate": 0.1, **given})


def test_who_stands_lowest_comes_first_and_who_has_left_last():
    result = race("ravine", ("sgd", "adam", "momentum"), 0.08, steps=60)
    gone = result.stopped[0]
    assert gone is not None
    assert result.stopped[1] is None
    before, after = result.standing(gone - 1), result.standing(gone)
    heights = result.losses[gone - 1]
    assert before == sorted(range(3), key=lambda racer: heights[racer])
    assert after.index(0) >= after.index(1)
    assert [racer for racer in after if racer != 0] == sorted((1, 2), key=lambda racer: result.losses[gone][racer])


def test_what_a_race_is_unless_one_asks_for_something_else():
    plain = race("bowl", ("momentum", "nesterov"), 0.05)
    told = race("bowl", ("momentum", "nesterov"), 0.05, momentum=0.9, noise=0.0, seed=0, steps=200)
    np.testing.assert_array_equal(plain.path, told.path)
    assert plain.path.shape == (201, 2, 2)
    noisy = race("bowl", ("sgd",), 0.05, noise=0.1)
    np.testing.assert_array_equal(noisy.path, race("bowl", ("sgd",), 0.05, noise=0.1, seed=0).path)
    assert [rule.momentum for rule in racers(("momentum", "nesterov"), 0.1)] == [0.9, 0.9]


@pytest.mark.parametrize(
    ("given", "fits", "does_not", "named"),
    [
        ("start", (1000.0, -1000.0), (1000.5, 0), "x"),
        ("start", (-1000.0, 1000.0), (0, 1000.5), "y"),
        ("noise", 100, 100.5, "noise"),
        ("seed", 2**32 - 1, 2**32, "seed"),
        ("steps", 1, 0, "steps"),
    ],
)
def test_the_limits_of_what_may_be_asked(given, fits, does_not, named):
    race("bowl", ("sgd",), 0.05, **{given: fits})
    with pytest.raises(ValueError, match=f"^{named} "):
        race("bowl", ("sgd",), 0.05, **{given: does_not})


@pytest.mark.parametrize("best_over", [0, 10**6])
def test_how_long_the_best_rates_are_looked_for_is_named(best_over):
    with pytest.raises(ValueError, match="best_over"):
        race("bowl", ("sgd",), None, best_over=best_over)
    assert race("bowl", ("sgd",), None, best_over=1, steps=3).rates[0] in RATES


def test_best_rates_belong_to_the_momentum_that_is_asked_for():
    found = race("ravine", ("momentum",), None, momentum=0.5, steps=40)
    again = race("ravine", ("momentum",), found.rates[0], momentum=0.5, steps=40)
    np.testing.assert_allclose(found.path, again.path)


@pytest.mark.parametrize(("start", "size"), [((2.0, 1.0), None), ((0.0, 0.0), 1e-3)])
def test_noise_is_measured_in_gradients_of_the_start(start, size):
    bowl = SURFACES["bowl"]
    size = np.hypot(*bowl.gradient(*start)) if size is None else size
    noise = noise_of(bowl, start, 0.5, 7, 4000)
    np.testing.assert_array_equal(noise, 0.5 * size * np.random.default_rng(7).normal(size=(4000, 2, 1)))
    assert noise_of(bowl, start, 0.0, 7, 4000) is None


def test_a_start_of_whole_numbers_is_a_place_like_any_other():
    np.testing.assert_array_equal(
        race("bowl", ("sgd",), 0.05, start=(2, 1)).path, race("bowl", ("sgd",), 0.05, start=(2.0, 1.0)).path
    )
