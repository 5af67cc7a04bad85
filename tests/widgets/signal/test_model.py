"""Signals through deep stacks: against Keras and its tape, and what is known of each way to draw weights."""

import numpy as np
import pytest

from helpers.maths.activations import ACTIVATIONS
from helpers.maths.errors import InputError
from helpers.maths.initializers import INITIALIZERS
from helpers.widgets.signal.model import FLAT, histograms, propagate


@pytest.mark.parametrize("name", ["tanh", "relu", "sigmoid", "gelu", "selu"])
def test_values_and_gradients_equal_those_of_the_tape(name):
    import tensorflow as tf

    depth, width, batch, seed = 5, 30, 8, 3
    signal = propagate(name, "glorot_normal", depth, width, batch, seed)
    rng = np.random.default_rng([seed, 0])
    x, upstream = (tf.constant(rng.standard_normal((batch, width), np.float32)) for _ in range(2))
    with tf.GradientTape() as tape:
        h, zs, hs = x, [], []
        for layer in range(1, depth + 1):
            weights = INITIALIZERS["glorot_normal"](np.random.default_rng([seed, layer]), width, width)
            zs.append(tf.matmul(h, weights.astype(np.float32)))
            tape.watch(zs[-1])
            h = getattr(tf.keras.activations, name)(zs[-1])
            hs.append(h)
        error = tf.reduce_sum(h * upstream)
    gradients = tape.gradient(error, zs)
    for layer in range(depth):
        np.testing.assert_allclose(signal.activations[layer], hs[layer], rtol=1e-4, atol=1e-5)
        np.testing.assert_allclose(signal.gradients[layer], gradients[layer], rtol=1e-4, atol=1e-5)


def test_numbers_are_those_of_the_arrays():
    signal = propagate("relu", "he_normal", 6, 50, 40, 1)
    np.testing.assert_allclose(signal.mean, signal.activations.mean(axis=(1, 2), dtype=float))
    np.testing.assert_allclose(signal.std, signal.activations.std(axis=(1, 2), dtype=float))
    np.testing.assert_allclose(signal.gradient_std, signal.gradients.std(axis=(1, 2), dtype=float))
    np.testing.assert_allclose(signal.saturated, (signal.activations == 0).mean(axis=(1, 2)))
    np.testing.assert_allclose(signal.dead, (signal.activations == 0).all(axis=1).mean(axis=1))
    unit_by_unit = [np.sqrt(np.mean([np.var(unit) for unit in layer.T.astype(float)])) for layer in signal.activations]
    np.testing.assert_allclose(signal.between, unit_by_unit)


def factor(name, initializer, of="std"):
    """By how much a layer changes the size: activations forwards, gradients backwards."""
    signal = propagate(name, initializer, 10, 300, 300, 0)
    first, last = {"std": signal.std, "gradient": signal.gradient_std[::-1]}[of][[0, -1]]
    return (last / first) ** (1 / 9)


def test_tanh_vanishes_with_small_weights_saturates_with_large_and_keeps_with_glorot():
    assert factor("tanh", "small_normal") == pytest.approx(0.01 * np.sqrt(300), rel=0.03)
    assert factor("tanh", "small_normal", "gradient") == pytest.approx(0.01 * np.sqrt(300), rel=0.03)
    large = propagate("tanh", "standard_normal", 10, 100)
    assert large.saturated.min() > 0.75
    assert 0.8 < factor("tanh", "glorot_normal") < 1
    assert 0.8 < factor("tanh", "glorot_uniform", "gradient") <= 1


def test_relu_loses_half_its_square_in_each_layer_with_glorot_and_nothing_with_he():
    for of in ("std", "gradient"):
        assert factor("relu", "glorot_normal", of) == pytest.approx(np.sqrt(0.5), rel=0.08)
        assert factor("relu", "he_normal", of) == pytest.approx(1, rel=0.08)


def test_factor_4_belongs_to_the_sigmoid():
    assert propagate("tanh", "glorot_uniform_x4").saturated.min() > 0.4
    assert propagate("tanh", "glorot_uniform").saturated.max() < 0.1
    once, four = (propagate("sigmoid", name) for name in ("glorot_uniform", "glorot_uniform_x4"))
    assert four.gradient_std[0] > 1000 * once.gradient_std[0]
    assert four.between[-1] > 1000 * once.between[-1]


def test_selu_with_lecun_normalises_itself():
    signal = propagate("selu", "lecun_normal", 20, 300, 300)
    assert np.abs(signal.mean).max() < 0.1
    assert np.abs(signal.std - 1).max() < 0.1


def test_nothing_leaves_a_net_of_zeros_and_no_gradient_passes_a_step():
    zeros = propagate("relu", "zeros")
    assert not zeros.std.any()
    assert not zeros.gradient_std.any()
    assert (zeros.dead == 1).all()
    assert not propagate("step", "he_normal").gradient_std.any()


def test_deeper_stack_begins_with_the_same_layers():
    shallow, deep = propagate("tanh", "he_normal", 3), propagate("tanh", "he_normal", 7)
    np.testing.assert_array_equal(shallow.activations, deep.activations[:3])
    assert not np.array_equal(deep.activations, propagate("tanh", "he_normal", 7, seed=1).activations)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_the_largest_stack_overflows_nowhere(name):
    for initializer in INITIALIZERS:
        signal = propagate(name, initializer, 20, 300, 8, 0)
        for field in ("activations", "gradients", "mean", "std", "between", "gradient_std"):
            assert np.isfinite(getattr(signal, field)).all(), (initializer, field)


def test_flat_is_where_the_derivative_is_small():
    signal = propagate("tanh", "standard_normal", 2, 20, 10)
    np.testing.assert_array_equal(signal.flat, 1 - signal.activations.astype(float) ** 2 < FLAT)


def test_histograms_count_as_numpy_counts():
    values = np.random.default_rng(0).normal(size=(3, 40, 5))
    where = values > 0
    shares, chosen = histograms(values, -2, 2, 16, where)
    np.testing.assert_array_equal(histograms(values, -2, 2, 16, False)[0], shares)
    for layer in range(3):
        inside = np.clip(values[layer], -2, 2)
        np.testing.assert_allclose(shares[layer], np.histogram(inside, 16, (-2, 2))[0] / 200)
        np.testing.assert_allclose(chosen[layer], np.histogram(inside[where[layer]], 16, (-2, 2))[0] / 200)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"activation": "rleu"}, "activation must be one of"),
        ({"initializer": "xavier"}, "initializer must be one of"),
        ({"depth": 0}, "depth must be a whole number from 1 to 20, not 0"),
        ({"depth": 1000}, "depth must be"),
        ({"depth": 2.5}, "depth must be"),
        ({"width": 0}, "width must be a whole number from 1 to 300"),
        ({"width": 10**9}, "width must be"),
        ({"batch": 0}, "batch must be"),
        ({"seed": -1}, "seed must be a whole number from 0"),
        ({"seed": float("nan")}, "seed must be"),
        ({"seed": None}, "seed must be"),
    ],
)
def test_bad_arguments_are_named(arguments, words):
    with pytest.raises(InputError, match=words):
        propagate(**{"activation": "tanh", "initializer": "he_normal", **arguments})
