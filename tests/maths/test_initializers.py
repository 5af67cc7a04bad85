"""Variances of first weights against theory and against Keras."""

import numpy as np
import pytest

from helpers.maths import initializers
from helpers.maths.errors import InputError
from helpers.maths.initializers import INITIALIZERS, initializer

FANS = [(300, 700), (700, 300), (400, 400)]
THEORY = {
    "zeros": lambda m, n: 0,
    "small_normal": lambda m, n: 0.01**2,
    "standard_normal": lambda m, n: 1,
    "lecun_normal": lambda m, n: 1 / m,
    "glorot_uniform": lambda m, n: 2 / (m + n),
    "glorot_normal": lambda m, n: 2 / (m + n),
    "glorot_uniform_x4": lambda m, n: 16 * 2 / (m + n),
    "he_uniform": lambda m, n: 2 / m,
    "he_normal": lambda m, n: 2 / m,
}
IN_KERAS = ["lecun_normal", "glorot_uniform", "glorot_normal", "he_uniform", "he_normal"]


def assert_variance(weights, variance, of_fourth):
    """Five standard errors of mean and variance; ``of_fourth`` is E w⁴ / (E w²)²: 3 for normal, 1.8 for uniform."""
    n = weights.size
    assert abs(weights.mean()) <= 5 * np.sqrt(variance / n)
    assert abs(weights.var() - variance) <= 5 * variance * np.sqrt((of_fourth - 1) / n)


@pytest.mark.parametrize("fans", FANS)
@pytest.mark.parametrize("name", INITIALIZERS)
def test_variance_is_that_of_theory(name, fans):
    weights = INITIALIZERS[name](np.random.default_rng(1), *fans)
    assert weights.shape == fans
    assert weights.dtype == np.float64
    assert_variance(weights, THEORY[name](*fans), 1.8 if "uniform" in name else 3)


@pytest.mark.parametrize("fans", FANS)
@pytest.mark.parametrize("name", IN_KERAS)
def test_variance_is_that_of_keras(name, fans):
    import keras

    theirs = np.asarray(keras.initializers.get({"class_name": name, "config": {"seed": 1}})(fans), np.float64)
    ours = INITIALIZERS[name](np.random.default_rng(1), *fans)
    assert_variance(theirs, THEORY[name](*fans), 3)
    error = 5 * np.sqrt(2 * 2 / ours.size)  # of a ratio of two variances
    assert abs(ours.var() / theirs.var() - 1) < error


@pytest.mark.parametrize("name", [name for name in INITIALIZERS if "uniform" in name])
def test_uniform_ends_at_its_radius(name):
    weights = INITIALIZERS[name](np.random.default_rng(2), 300, 700)
    radius = np.sqrt(3 * THEORY[name](300, 700))
    assert 0.999 * radius < np.abs(weights).max() <= radius
    assert abs(np.mean(np.abs(weights) < radius / 2) - 0.5) < 5 * 0.5 / np.sqrt(weights.size)


@pytest.mark.parametrize("name", [name for name in INITIALIZERS if "normal" in name])
def test_normal_has_the_shares_of_the_bell(name):
    weights = INITIALIZERS[name](np.random.default_rng(3), 300, 700) / np.sqrt(THEORY[name](300, 700))
    for sigmas, share in ((1, 0.6827), (2, 0.9545)):
        assert abs(np.mean(np.abs(weights) < sigmas) - share) < 5 * np.sqrt(share * (1 - share) / weights.size)


def test_same_seed_same_weights_and_one_by_one_works():
    for name in INITIALIZERS:
        first, again, other = (initializer(name)(np.random.default_rng(seed), 5, 7) for seed in (0, 0, 1))
        np.testing.assert_array_equal(first, again)
        assert name == "zeros" or (first != other).any()
        assert initializer(name)(np.random.default_rng(0), 1, 1).shape == (1, 1)


def test_as_many_weights_as_are_allowed(monkeypatch):
    monkeypatch.setattr(initializers, "MOST_WEIGHTS", 6)
    assert INITIALIZERS["zeros"](np.random.default_rng(0), 2, 3).shape == (2, 3)
    assert INITIALIZERS["zeros"](np.random.default_rng(0), 6, 1).shape == (6, 1)
    with pytest.raises(ValueError, match="fan_in × fan_out is 8 weights; at most 6"):
        INITIALIZERS["zeros"](np.random.default_rng(0), 2, 4)


@pytest.mark.parametrize(
    ("fans", "words"),
    [
        ((0, 3), "fan_in must be a whole number from 1"),
        ((3, 0), "fan_out must be"),
        ((-1, 3), "fan_in must be"),
        ((2.0, 3), "fan_in must be"),
        ((3, float("nan")), "fan_out must be"),
        ((True, 3), "fan_in must be"),
        ((10**5, 10**5), "10000000000 weights"),
    ],
)
def test_bad_fans_are_named(fans, words):
    with pytest.raises(InputError, match=words):
        INITIALIZERS["he_normal"](np.random.default_rng(0), *fans)


def test_unknown_name_is_told_with_the_known_ones():
    with pytest.raises(InputError, match="one of zeros, small_normal"):
        initializer("xavier")
