"""What chapter 06 defines by hand, held to its twins in helpers, to Keras and to TensorFlow."""

from itertools import product

import keras
import numpy as np
import pytest
import tensorflow as tf
from hypothesis import given
from hypothesis import strategies as st

from helpers.maths import losses
from helpers.maths.losses import LOSSES
from helpers.widgets.loss.model import of_score
from tests.twins import definitions

CHAPTER = definitions(
    "06_softmax_losses",
    *("naive_softmax", "softmax", "one_hot", "cross_entropy", "sigmoid", "binary_cross_entropy", "wrong_sign"),
    *("numerical_gradient", "log_softmax", "from_logits", "from_probabilities", "mse", "mae", "read"),
)
softmax, one_hot, cross_entropy = (CHAPTER[name] for name in ("softmax", "one_hot", "cross_entropy"))
SCORES = st.lists(st.floats(-30, 30), min_size=2, max_size=6).map(np.array)


@given(scores=SCORES, shift=st.floats(-1e4, 1e4), temperature=st.sampled_from([0.1, 1.0, 7.0]))
def test_softmax_and_its_logarithm(scores, shift, temperature):
    np.testing.assert_allclose(CHAPTER["naive_softmax"](scores), losses.softmax(scores), rtol=1e-12)
    np.testing.assert_allclose(softmax(scores, temperature), losses.softmax(scores, temperature), rtol=1e-12)
    np.testing.assert_allclose(softmax(scores + shift), losses.softmax(scores), rtol=1e-6, atol=1e-12)
    np.testing.assert_allclose(CHAPTER["log_softmax"](scores), losses.log_softmax(scores), rtol=1e-12, atol=1e-12)


@given(seed=st.integers(0, 1000), samples=st.integers(1, 6), classes=st.integers(2, 6))
def test_cross_entropy_of_a_batch(seed, samples, classes):
    rng = np.random.default_rng(seed)
    z, labels = rng.normal(0, 2, (samples, classes)), rng.integers(0, classes, samples)
    t = one_hot(labels, classes)
    np.testing.assert_array_equal(t, losses.one_hot(labels, classes))
    ours = cross_entropy(t, softmax(z))
    assert ours == pytest.approx(LOSSES["sparse_categorical_crossentropy_from_logits"].f(labels, z), rel=1e-9)
    by_differences = CHAPTER["numerical_gradient"](lambda z: cross_entropy(t, softmax(z)), z)
    np.testing.assert_allclose(
        by_differences, LOSSES["categorical_crossentropy_from_logits"].gradient(t, z), rtol=0, atol=1e-8
    )


@given(z=st.floats(-15, 15), label=st.sampled_from([0, 1]))
def test_two_classes_right_and_with_the_wrong_sign(z, label):
    p = CHAPTER["sigmoid"](np.array([z]))
    curves = of_score(label, np.array([z]))
    assert CHAPTER["binary_cross_entropy"](label, p) == pytest.approx(curves["cross-entropy"].loss[0], rel=1e-6)
    assert CHAPTER["wrong_sign"](label, p) == pytest.approx(curves["wrong sign"].loss[0], rel=1e-6)
    y = np.array([float(label)])
    assert CHAPTER["binary_cross_entropy"](y, p) == pytest.approx(LOSSES["binary_crossentropy"].f(y, p), abs=1e-6)


@pytest.mark.parametrize("wrong_by", [0.0, 3.0, 10.0, 17.0, 50.0, 1000.0])
def test_three_ways_of_section_9(wrong_by):
    """From probabilities: what Keras and the tape give when Keras has no scores to fall back on; from logits too."""
    t, z = np.array([1.0, 0.0], "float32"), np.array([0.0, wrong_by], "float32")
    for ours, from_logits in ((CHAPTER["from_probabilities"](t, z, 1e-7), False), (CHAPTER["from_logits"](t, z), True)):
        scores = tf.constant(z[None])
        with tf.GradientTape() as tape:
            tape.watch(scores)
            answer = scores if from_logits else tf.nn.softmax(scores)
            loss = keras.losses.CategoricalCrossentropy(from_logits=from_logits)(t[None], answer)
        np.testing.assert_allclose(ours[0], loss, rtol=1e-5, atol=1e-6)
        np.testing.assert_allclose(ours[1], tape.gradient(loss, scores)[0], rtol=1e-4, atol=1e-6)


def test_keras_falls_back_on_the_scores_behind_a_softmax_layer():
    """As section 9 says: with Dense(..., "softmax") a confidently wrong network still learns."""
    layer = keras.layers.Dense(2, use_bias=False, activation="softmax")
    model = keras.Sequential([keras.Input((1,)), layer])
    layer.set_weights([np.array([[0.0, 50.0]], "float32")])
    model.compile(keras.optimizers.SGD(1.0), keras.losses.CategoricalCrossentropy())
    history = model.fit(np.ones((1, 1)), np.array([[1.0, 0.0]]), verbose=0).history
    assert history["loss"][0] == pytest.approx(50)
    np.testing.assert_allclose(layer.get_weights()[0], [[1.0, 49.0]])


@given(seed=st.integers(0, 1000))
def test_losses_of_numbers(seed):
    y, p = np.random.default_rng(seed).normal(size=(2, 5))
    for name in ("mse", "mae"):
        assert CHAPTER[name](y, p) == pytest.approx(LOSSES[name].f(y, p))


@pytest.mark.parametrize(("label", "times"), [("ab", 4), ("aa", 4), ("a", 3), ("aba", 5)])
def test_answers_counted_out_give_the_ctc_loss_of_tensorflow(label, times):
    logits = np.random.default_rng(0).normal(size=(times, 3)).astype("float32")
    p = softmax(logits)
    paths = [path for path in product(range(3), repeat=times) if CHAPTER["read"](["-ab"[k] for k in path]) == label]
    total = sum(np.prod([p[time, k] for time, k in enumerate(path)]) for path in paths)
    theirs = tf.nn.ctc_loss(
        [["-ab".index(letter) for letter in label]],
        logits[None],
        [len(label)],
        [times],
        logits_time_major=False,
        blank_index=0,
    )
    assert -np.log(total) == pytest.approx(float(theirs[0]), rel=1e-5)
