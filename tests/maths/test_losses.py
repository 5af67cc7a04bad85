"""Losses, softmax and their gradients against Keras and TensorFlow's tape."""

import keras
import numpy as np
import pytest
import tensorflow as tf
from hypothesis import given
from hypothesis import strategies as st

from helpers.maths.losses import LOSSES, log_softmax, one_hot, softmax

KERAS = {
    "mse": keras.losses.MeanSquaredError,
    "mae": keras.losses.MeanAbsoluteError,
    "binary_crossentropy": keras.losses.BinaryCrossentropy,
    "categorical_crossentropy": keras.losses.CategoricalCrossentropy,
    "sparse_categorical_crossentropy": keras.losses.SparseCategoricalCrossentropy,
}
LOGITS = "_from_logits"


def keras_loss(name, y, p):
    """Keras's loss and its gradient with respect to p, float64."""
    loss = KERAS[name.removesuffix(LOGITS)](dtype="float64", **({"from_logits": True} if LOGITS in name else {}))
    p = tf.constant(p, tf.float64)
    with tf.GradientTape() as tape:
        tape.watch(p)
        value = loss(y, p)
    return float(value), tape.gradient(value, p).numpy()


def example(name, rng, batch, units, scale=1.0):
    """Labels and predictions that suit a loss."""
    logits = rng.normal(0, scale, (batch, units))
    classes = rng.integers(0, units, batch)
    if "sparse" in name:
        y = classes
    elif "categorical" in name:
        y = np.eye(units)[classes]
    else:
        y = rng.integers(0, 2, (batch, units)).astype(float) if "binary" in name else rng.normal(size=(batch, units))
    if name.endswith(LOGITS) or name in ("mse", "mae"):
        return y, logits
    return y, softmax(logits) if "categorical" in name else 1 / (1 + np.exp(-logits))


@pytest.mark.parametrize("name", LOSSES)
@given(seed=st.integers(0, 10_000), batch=st.integers(1, 5), units=st.integers(2, 5))
def test_losses_and_gradients_equal_keras(name, seed, batch, units):
    y, p = example(name, np.random.default_rng(seed), batch, units)
    value, gradient = keras_loss(name, y, p)
    assert LOSSES[name].f(y, p) == pytest.approx(value, rel=1e-9)
    np.testing.assert_allclose(LOSSES[name].gradient(y, p), gradient, rtol=1e-7, atol=1e-12)


@pytest.mark.parametrize("name", [name for name in LOSSES if name.endswith(LOGITS)])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_huge_logits_stay_finite_and_equal_keras(name, dtype):
    z = np.array([[1e4, -1e4, 0.0], [-1e4, 1e4, 3.0], [88.8, 710.0, -745.0]])
    y = np.array([0, 0, 1]) if "sparse" in name else np.eye(3)[[0, 0, 1]]
    value, gradient = keras_loss(name, y, z)
    ours = LOSSES[name].gradient(y, z.astype(dtype))
    assert ours.dtype == dtype
    assert LOSSES[name].f(y, z.astype(dtype)) == pytest.approx(value, rel=1e-6)
    np.testing.assert_allclose(ours, gradient, rtol=1e-6, atol=1e-12)


@pytest.mark.parametrize("name", [name for name in LOSSES if "entropy" in name and not name.endswith(LOGITS)])
def test_probabilities_of_exactly_zero_and_one_equal_keras(name):
    p = np.array([[1.0, 0.0], [0.0, 1.0]])
    y = np.array([0, 0]) if "sparse" in name else np.array([[1.0, 0.0], [1.0, 0.0]])
    value, _gradient = keras_loss(name, y, p)
    assert LOSSES[name].f(y, p) == pytest.approx(value, rel=1e-6)
    assert np.isfinite(LOSSES[name].gradient(y, p)).all()


@given(
    st.lists(st.floats(-1e4, 1e4), min_size=1, max_size=6), st.floats(-1e4, 1e4), st.sampled_from([0.1, 0.5, 1.0, 7.0])
)
def test_softmax_is_keras_and_does_not_see_a_shift(scores, shift, temperature):
    z = np.array(scores)
    theirs = tf.nn.softmax(tf.constant(z / temperature, tf.float64)).numpy()
    np.testing.assert_allclose(softmax(z, temperature), theirs, rtol=1e-9, atol=1e-300)
    np.testing.assert_allclose(softmax(z + shift), softmax(z), rtol=1e-6, atol=1e-12)
    np.testing.assert_allclose(
        log_softmax(z), tf.nn.log_softmax(tf.constant(z, tf.float64)).numpy(), rtol=1e-9, atol=1e-12
    )
    assert softmax(z).sum() == pytest.approx(1)


def test_softmax_of_the_classic_scores():
    np.testing.assert_allclose(softmax(np.array([2.0, 1.0, 0.1])), [0.659, 0.242, 0.099], atol=5e-4)


@pytest.mark.parametrize("wrong", [0, -1, float("nan"), float("inf"), "warm", None])
def test_temperature_is_named(wrong):
    with pytest.raises(ValueError, match="temperature must be a number above 0"):
        softmax(np.zeros(3), wrong)


@pytest.mark.parametrize(
    ("name", "y", "p", "words"),
    [
        ("mse", [[1.0]], [[1.0, 2.0]], r"y must have the shape \(1, 2\), not \(1, 1\)"),
        ("mse", [1.0, np.nan], [1.0, 2.0], "y holds a number that is not finite"),
        ("mae", [1.0, 1.0], [np.inf, 2.0], "p holds a number that is not finite"),
        ("mae", [], [], "p is empty"),
        ("sparse_categorical_crossentropy", [2], [[0.5, 0.5]], "y holds the class 2; there are 2"),
        ("sparse_categorical_crossentropy", [-1], [[0.5, 0.5]], "y holds the class -1"),
        ("sparse_categorical_crossentropy", [0.5], [[0.5, 0.5]], "y must hold whole numbers"),
        ("sparse_categorical_crossentropy", [[0]], [[0.5, 0.5]], r"y must have the shape \(1,\)"),
        ("sparse_categorical_crossentropy", [np.inf], [[0.5, 0.5]], "y must hold whole numbers, .* it holds inf"),
        ("sparse_categorical_crossentropy", [1e300], [[0.5, 0.5]], "y must hold whole numbers"),
        ("sparse_categorical_crossentropy", ["a"], [[0.5, 0.5]], "y must hold numbers"),
        ("categorical_crossentropy", [[1.0, 0.0]], [[0.0, 0.0]], "p must hold probabilities"),
        ("mse", [1.0], ["a"], "p must hold numbers"),
    ],
)
def test_what_does_not_fit_is_named(name, y, p, words):
    for function in (LOSSES[name].f, LOSSES[name].gradient):
        with pytest.raises(ValueError, match=words):
            function(np.array(y), np.array(p))


def test_one_hot_of_nothing_and_of_many_axes():
    assert one_hot(np.zeros(0, int), 3).shape == (0, 3)
    np.testing.assert_array_equal(one_hot(np.array([[2, 0]]), 3), [[[0, 0, 1], [1, 0, 0]]])


@pytest.mark.parametrize(
    ("labels", "words"),
    [
        ([0, 2], "y holds the class 2; there are 2, from 0 on"),
        ([-1, 0], "y holds the class -1; there are 2, from 0 on"),
        ([107.0], "y holds the class 107; there are 2, from 0 on"),
        ([2.0**53], "y must hold whole numbers, the classes; it holds 9007199254740992.0"),
        ([True, False], "y must hold whole numbers, the classes; it holds True"),
        (["b", "a"], "y must hold whole numbers, the classes; it holds b"),
    ],
)
def test_the_label_that_is_no_class_is_named(labels, words):
    with pytest.raises(ValueError) as caught:  # noqa: PT011
        one_hot(np.array(labels), 2)
    assert str(caught.value) == words


@pytest.mark.parametrize("name", LOSSES)
def test_float32_stays_float32_whatever_the_answers_are(name):
    y, p = example(name, np.random.default_rng(0), 3, 2)
    p = p.astype("float32")
    for answers in (y, y.round().astype("int64"), y.astype("float32")):
        gradient = LOSSES[name].gradient(answers, p)
        assert (gradient.dtype, gradient.shape) == (np.float32, p.shape)
        assert type(LOSSES[name].f(answers, p)) is float
    whole = np.ones((3, 2), int)
    assert LOSSES[name].gradient(y, whole).dtype == np.float64


@pytest.mark.parametrize("name", [name for name in LOSSES if "entropy" in name and not name.endswith(LOGITS)])
def test_at_the_last_probability_that_is_not_clipped_the_gradient_is_that_of_keras(name):
    """And just beyond it, where it is clipped, there is none."""
    for least in (1e-7, 0.99e-7):
        p = np.array([[least, 1 - least], [1 - least, least]])
        y = np.array([0, 0]) if "sparse" in name else np.array([[1.0, 0.0], [1.0, 0.0]])
        _value, gradient = keras_loss(name, y, p)
        np.testing.assert_allclose(LOSSES[name].gradient(y, p), gradient, rtol=1e-6, atol=1e-12)


def test_a_single_number_is_no_batch_of_classes():
    for function in (LOSSES["sparse_categorical_crossentropy"].f, LOSSES["sparse_categorical_crossentropy"].gradient):
        with pytest.raises(ValueError, match="y must have the shape"):
            function(np.array(0), np.array(0.5))


def test_one_hot_takes_whole_numbers_written_as_floats():
    np.testing.assert_array_equal(one_hot(np.array([1.0, 0.0]), 2), [[0, 1], [1, 0]])


@pytest.mark.parametrize("wrong", [3.0, np.zeros(0), np.zeros((2, 0))])
def test_logits_without_numbers_are_named(wrong):
    with pytest.raises(ValueError, match="logits must have at least one number on their last axis"):
        softmax(wrong)


def test_a_tiny_temperature_takes_the_best_alone():
    np.testing.assert_array_equal(softmax(np.array([2.0, 1.0, 2.0]), 1e-320), [0.5, 0, 0.5])
    assert softmax(np.ones(3, "float32"), 0.5).dtype == "float32"
