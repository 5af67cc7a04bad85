import numpy as np
import pytest
import tensorflow as tf

from helpers.widgets.softmax.model import predict


@pytest.mark.parametrize(("temperature", "shift"), [(1.0, 0.0), (0.1, 3.0), (10.0, -7.0)])
def test_probabilities_loss_and_gradient_are_those_of_tensorflow(temperature, shift):
    scores = (2.0, -1.0, 0.1, 0.7)
    found = predict(scores, 2, temperature, shift)
    logits = tf.constant((np.array(scores) + shift) / temperature)
    with tf.GradientTape() as tape:
        tape.watch(logits)
        loss = tf.nn.sparse_softmax_cross_entropy_with_logits(2, logits)
    np.testing.assert_allclose(found.p, tf.nn.softmax(logits))
    np.testing.assert_allclose(found.loss, loss)
    np.testing.assert_allclose(found.gradient, tape.gradient(loss, logits), atol=1e-12)


def test_only_the_naive_formula_overflows():
    found = predict((2.0, 1.0), 0, shift=90)
    assert np.isnan(found.naive).all()
    np.testing.assert_allclose(found.p, predict((2.0, 1.0), 0).p)


def test_a_label_beyond_the_last_class_is_the_last():
    assert predict((2.0, 1.0), 5).label == 1


def test_powers_and_the_naive_formula_divide_by_the_temperature():
    z = np.array([2.0, -1.0, 0.5])
    found = predict(tuple(z), 0, temperature=4.0)
    np.testing.assert_allclose(found.powers, np.exp((z - 2) / 4))
    np.testing.assert_allclose(found.naive, np.exp(z / 4) / np.exp(z / 4).sum(), rtol=1e-6)
    assert found.naive.dtype == np.float32


def test_overflow_and_division_by_zero_warn_nobody(recwarn):
    predict((200.0, 100.0), 0)
    assert np.isnan(predict((-300.0, -400.0), 0).naive).all()
    assert not recwarn.list
