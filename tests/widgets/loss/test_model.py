import keras
import numpy as np
import pytest
import tensorflow as tf
from hypothesis import given
from hypothesis import strategies as st

from helpers.widgets.loss.model import of_constant, of_score

KERAS = {"MSE": keras.losses.MeanSquaredError, "MAE": keras.losses.MeanAbsoluteError}
VALUES = st.lists(st.floats(-50, 50), min_size=1, max_size=9).map(np.array)


@given(values=VALUES, c=st.floats(-60, 60), delta=st.floats(0.1, 5))
def test_losses_of_a_constant_equal_keras(values, c, delta):
    for name, curve in of_constant(values, np.array([c]), delta).items():
        kind = KERAS[name](dtype="float64") if name in KERAS else keras.losses.Huber(delta=delta, dtype="float64")
        answer = np.full_like(values, c)
        assert curve.loss[0] == pytest.approx(float(kind(values, answer)), rel=1e-6, abs=1e-9)


@pytest.mark.parametrize("name", ["MSE", "MAE", "Huber"])
@given(values=VALUES, delta=st.floats(0.1, 5))
def test_nothing_is_below_the_best(name, values, delta):
    grid = np.linspace(values.min() - 1, values.max() + 1, 401)
    curve = of_constant(values, grid, delta)[name]
    assert of_constant(values, np.array([curve.best]), delta)[name].loss[0] <= curve.loss.min() + 1e-9


def test_an_outlier_pulls_the_mean_and_leaves_the_median():
    tame, wild = (of_constant(np.array([1.0, 2.0, 3.0, 4.0, last]), np.zeros(1), 3.0) for last in (5.0, 100.0))
    assert (tame["MSE"].best, wild["MSE"].best) == (3.0, 22.0)
    assert tame["MAE"].best == wild["MAE"].best == 3.0
    assert wild["Huber"].best == pytest.approx(3.25)  # its slope there: 2.25 + 1.25 + 0.25 − 0.75 − 3


@pytest.mark.parametrize("label", [0, 1])
def test_losses_of_a_score_equal_tensorflow(label):
    z = np.linspace(-30, 30, 121)
    tensor = tf.constant(z)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(tensor)
        p = tf.sigmoid(tensor)
        right = tf.nn.sigmoid_cross_entropy_with_logits(
            labels=tf.fill(z.shape, tf.cast(label, tf.float64)), logits=tensor
        )
        losses = {
            "cross-entropy": right,
            "squared error": (p - label) ** 2,
            "wrong sign": -tf.nn.softplus(-tensor) if label else tf.nn.softplus(tensor),
        }
    curves = of_score(label, z)
    for name, loss in losses.items():
        np.testing.assert_allclose(curves[name].loss, loss.numpy(), rtol=1e-9, atol=1e-12)
        np.testing.assert_allclose(curves[name].slope, tape.gradient(loss, tensor).numpy(), rtol=1e-6, atol=1e-10)


def test_scores_of_ten_thousand_stay_finite():
    for curve in of_score(1, np.array([-1e4, 1e4])).values():
        assert np.isfinite(curve.loss).all()
        assert np.isfinite(curve.slope).all()
