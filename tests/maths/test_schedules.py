import keras
import numpy as np
import pytest

from helpers.maths.schedules import SCHEDULES, cosine, exponential, step, warmup

STEPS = 200
PROGRESS = np.arange(STEPS + 1) / STEPS
SCHEDULE = keras.optimizers.schedules


def by_keras(schedule):
    return np.array([float(schedule(t)) for t in range(STEPS + 1)])


@pytest.mark.parametrize("last", [0.01, 0.5, 1.0])
def test_exponential_equals_keras(last):
    theirs = by_keras(SCHEDULE.ExponentialDecay(1.0, STEPS, last))
    np.testing.assert_allclose(exponential(PROGRESS, last), theirs, rtol=1e-5)  # Keras computes in float32


@pytest.mark.parametrize("last", [0.0, 0.2])
def test_cosine_equals_keras(last):
    np.testing.assert_allclose(
        cosine(PROGRESS, last), by_keras(SCHEDULE.CosineDecay(1.0, STEPS, alpha=last)), atol=1e-6
    )


@pytest.mark.parametrize("rise", [20, 50])
def test_warmup_equals_keras(rise):
    theirs = by_keras(SCHEDULE.CosineDecay(0.0, STEPS - rise, warmup_target=1.0, warmup_steps=rise))
    np.testing.assert_allclose(warmup(PROGRESS, rise / STEPS), theirs, atol=1e-6)


def test_step_equals_keras():
    theirs = SCHEDULE.PiecewiseConstantDecay([49, 99, 149], [1.0, 0.3, 0.09, 0.027])  # each up to and with
    np.testing.assert_allclose(step(PROGRESS, 4, 0.3), by_keras(theirs), rtol=1e-6)


@pytest.mark.parametrize("name", SCHEDULES)
def test_shares_of_any_shape_between_0_and_1(name):
    schedule = SCHEDULES[name]
    shares = schedule(PROGRESS)
    assert shares.shape == PROGRESS.shape
    assert shares.max() == 1
    assert shares.min() >= 0
    assert schedule(PROGRESS[:200].reshape(4, 50)).shape == (4, 50)
    assert float(schedule(0.25)) == shares[50]
    if name != "warmup":
        assert (np.diff(shares) <= 0).all()
    if name != "constant":
        assert shares[-1] <= 0.1


@pytest.mark.parametrize("name", SCHEDULES)
@pytest.mark.parametrize("wrong", [-0.1, 1.1, float("nan"), np.array([0.5, np.inf])])
def test_progress_that_makes_no_sense_is_named(name, wrong):
    with pytest.raises(ValueError, match="progress must be a number from 0 to 1"):
        SCHEDULES[name](wrong)


@pytest.mark.parametrize(
    ("name", "given"),
    [
        *(("step", {"stairs": 0}), ("step", {"factor": 2}), ("exponential", {"last": float("nan")})),
        *(("cosine", {"last": -1}), ("warmup", {"rise": 1})),
    ],
)
def test_parameters_that_make_no_sense_are_named(name, given):
    with pytest.raises(ValueError, match=f"{next(iter(given))} must be a (whole )?number from"):
        SCHEDULES[name](0.5, **given)


@pytest.mark.parametrize(
    ("name", "progress", "share"),
    [
        *(("step", 0.0, 1), ("step", 0.33, 1), ("step", 0.34, 0.1), ("step", 0.67, 0.01), ("step", 1.0, 0.01)),
        *(("exponential", 0.5, 0.1), ("exponential", 1.0, 0.01)),
        *(("cosine", 0.5, 0.5), ("cosine", 1.0, 0)),
        *(("warmup", 0.0, 0), ("warmup", 0.05, 0.5), ("warmup", 0.1, 1), ("warmup", 0.55, 0.5)),
    ],
)
def test_shares_without_parameters(name, progress, share):
    assert float(SCHEDULES[name](progress)) == pytest.approx(share, abs=1e-12)


def test_parameters_at_their_limits():
    assert float(step(0.9995, 1000, 1.0)) == 1
    assert step(PROGRESS, 1, 0.5).tolist() == [1] * (STEPS + 1)
    assert float(step(0.5, 2, 0.0)) == 0
    assert [float(exponential(0.5, 0.0)), float(exponential(0.5, 1.0))] == [0, 1]
    assert float(cosine(0.3, 1.0)) == 1
    assert float(warmup(0.495, 0.99)) == pytest.approx(0.5)


def test_no_rise_is_the_cosine():
    np.testing.assert_array_equal(warmup(PROGRESS, 0.0), cosine(PROGRESS))
