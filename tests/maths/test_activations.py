"""Activations against TensorFlow and its tape, against central differences, at the ends of what is sensible."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from helpers.maths.activations import (
    ACTIVATIONS,
    PARAMETERS,
    SELU_ALPHA,
    SELU_SCALE,
    Activation,
    activation,
    condition,
    maxout,
    maxout_df,
    maxout_of_lines,
)
from helpers.maths.errors import InputError

SMOOTH = [name for name in ACTIVATIONS if name != "step"]  # Keras has no step
FLOATS = st.floats(-1e4, 1e4, allow_subnormal=False)  # TensorFlow takes those for 0
EPS = {"float32": 1.2e-7, "float64": 2.3e-16}


def by_tensorflow(name, z, **parameters):
    """Value and derivative by Keras and the tape."""
    import tensorflow as tf

    f = getattr(tf.keras.activations, name)
    if name == "gelu":
        parameters["approximate"] = False
    x = tf.constant(z)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x, **parameters)
        y = tf.identity(y)
    return y.numpy(), tape.gradient(y, x).numpy()


def assert_equals_tensorflow(name, z, **parameters):
    if name == "selu":
        z = np.where(np.abs(z) < EPS[z.dtype.name], z.dtype.type(0), z)  # there TensorFlow takes exp(z) − 1 for 0
    value, slope = by_tensorflow(name, z, **parameters)
    alpha = next(iter(parameters.values()), None)
    if name == "leaky_relu":  # TensorFlow keeps its slope in float32
        alpha = np.float32(PARAMETERS[name][1] if alpha is None else alpha)
    ours = activation(name, alpha)
    few = 8 * EPS[z.dtype.name] if name != "gelu" else 1e-6  # TensorFlow has the root of 2 in float32
    np.testing.assert_allclose(ours.f(z), value, rtol=few, atol=few)
    np.testing.assert_allclose(ours.df(z), slope, rtol=few, atol=few * (30 if name == "silu" else 1))


def test_gelu_is_exact_where_tensorflow_is_not():
    z = np.linspace(-38, 12, 50_001)
    phi = np.array([math.erfc(-x / math.sqrt(2)) / 2 for x in z])
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    np.testing.assert_allclose(ACTIVATIONS["gelu"].f(z), z * phi, rtol=1e-14, atol=1e-15)
    np.testing.assert_allclose(ACTIVATIONS["gelu"].df(z), phi + z * density, rtol=1e-14, atol=1e-15)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("name", SMOOTH)
def test_values_and_derivatives_equal_tensorflow(name, dtype):
    assert_equals_tensorflow(name, np.linspace(-30, 30, 6001, dtype=dtype))
    assert_equals_tensorflow(name, np.array([-1e4, -300, -1e-3, -1e-20, -0.0, 0, 1e-20, 1e-3, 300, 1e4], dtype))


@pytest.mark.parametrize("name", SMOOTH)
@settings(max_examples=25, deadline=None)
@given(
    z=arrays.arrays(
        st.sampled_from(["float32", "float64"]),
        st.integers(1, 8),
        elements=st.floats(-100, 100, width=32, allow_subnormal=False),
    )
)
def test_any_numbers_equal_tensorflow(name, z):
    assert_equals_tensorflow(name, z)


@pytest.mark.parametrize(("name", "alpha"), [("leaky_relu", 0.0), ("leaky_relu", 0.01), ("elu", 0.3), ("elu", 2.0)])
def test_parameters_are_those_of_keras(name, alpha):
    assert_equals_tensorflow(name, np.linspace(-10, 10, 2001), **{PARAMETERS[name][0]: alpha})


@pytest.mark.parametrize("name", PARAMETERS)
def test_defaults_are_those_of_keras(name):
    z = np.linspace(-3, 3, 61)
    np.testing.assert_array_equal(activation(name).f(z), activation(name, PARAMETERS[name][1]).f(z))
    np.testing.assert_allclose(activation(name).f(z), by_tensorflow(name, z)[0], atol=1e-15)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_derivative_is_the_central_difference(name):
    step = 6e-6
    z = np.linspace(-20, 20, 4001)
    z = z[np.abs(z) > 0.001]  # some have a corner at 0
    act = ACTIVATIONS[name]
    np.testing.assert_allclose(act.df(z), (act.f(z + step) - act.f(z - step)) / (2 * step), atol=2e-9)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("name", ACTIVATIONS)
def test_dtype_shape_and_argument_stay(name, dtype):
    act = ACTIVATIONS[name]
    z = np.linspace(-1e4, 1e4, 24, dtype=dtype).reshape(2, 3, 4)
    before = z.copy()
    for f in (act.f, act.df):
        assert f(z).dtype == z.dtype
        assert f(z).shape == z.shape
        assert np.isfinite(f(z)).all()
        assert f(z) is not z
        assert f(z[:0]).shape == (0, 3, 4)
        assert np.ndim(f(1)) == 0
        assert f(np.array([1, 2])).dtype == np.float64
    np.testing.assert_array_equal(z, before)
    assert not np.shares_memory(act.f(z), z)


@pytest.mark.parametrize("name", [*SMOOTH, "step"])
def test_range_is_met_and_not_left(name):
    low, high = ACTIVATIONS[name].range
    values = ACTIVATIONS[name].f(np.linspace(-100, 100, 2_000_001))
    for found, limit in ((values.min(), low), (values.max(), high)):
        if np.isfinite(limit):
            assert abs(found - limit) < 1e-7
        else:
            assert abs(found) >= 20
    assert values.min() >= low - 1e-15
    assert values.max() <= high + 1e-15


def test_step_and_where_there_are_corners():
    z = np.array([-1.0, -0.0, 0.0, 1.0])
    np.testing.assert_array_equal(ACTIVATIONS["step"].f(z), [0, 0, 0, 1])
    np.testing.assert_array_equal(ACTIVATIONS["step"].df(z), 0)
    np.testing.assert_array_equal(ACTIVATIONS["relu"].df(z), [0, 0, 0, 1])
    assert ACTIVATIONS["selu"].df(0.0) == SELU_SCALE


def test_selu_keeps_mean_0_and_variance_1():
    z, dz = np.linspace(-40, 40, 2_000_001, retstep=True)
    density = np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)
    y = ACTIVATIONS["selu"].f(z)
    assert abs((y * density).sum() * dz) < 1e-9
    assert abs((y**2 * density).sum() * dz - 1) < 1e-9
    assert abs(ACTIVATIONS["selu"].range[0] + SELU_SCALE * SELU_ALPHA) < 1e-15


def test_not_a_number_comes_out_of_smooth_functions_as_it_went_in():
    for name in ("sigmoid", "tanh", "gelu", "silu", "softplus", "linear"):
        assert np.isnan(ACTIVATIONS[name].f(np.array([np.nan, 0.0]))).tolist() == [True, False]


@settings(max_examples=50, deadline=None)
@given(z=arrays.arrays("float64", arrays.array_shapes(min_dims=1, max_dims=3), elements=FLOATS))
def test_maxout_is_the_maximum_and_its_derivative_chooses_it(z):
    import tensorflow as tf

    np.testing.assert_array_equal(maxout(z), tf.reduce_max(z, axis=-1).numpy())
    slope = maxout_df(z)
    np.testing.assert_array_equal(slope.sum(axis=-1), 1)
    np.testing.assert_array_equal((slope * z).sum(axis=-1), maxout(z))


def test_maxout_of_two_lines_can_be_relu_and_absolute_value():
    z = np.linspace(-3, 3, 61)
    np.testing.assert_array_equal(maxout_of_lines((0, 1)).f(z), ACTIVATIONS["relu"].f(z))
    np.testing.assert_array_equal(maxout_of_lines((-1, 1)).f(z), np.abs(z))
    np.testing.assert_array_equal(maxout_of_lines((-1, 1)).df(z[z != 0]), np.sign(z[z != 0]))
    assert maxout_of_lines((-1, 1)).range == (0, np.inf)
    assert maxout_of_lines((0.5, 1)).range == (-np.inf, np.inf)


def test_maxout_keeps_float32_and_takes_whole_numbers():
    z = np.array([[1, 3, 3], [2, 0, 1]])
    assert maxout(z.astype("float32")).dtype == maxout_df(z.astype("float32")).dtype == np.float32
    assert maxout(z).dtype == maxout_df(z).dtype == np.float64
    np.testing.assert_array_equal(maxout_df(z), [[0, 1, 0], [1, 0, 0]])


@pytest.mark.parametrize(
    ("act", "limits"),
    [
        (maxout_of_lines((0, 1)), (0, np.inf)),
        (maxout_of_lines((-1, 0)), (0, np.inf)),
        (maxout_of_lines((-2, -1)), (-np.inf, np.inf)),
        (activation("leaky_relu", 0), (0, np.inf)),
        (activation("leaky_relu", 0.01), (-np.inf, np.inf)),
        (activation("elu", 2), (-2, np.inf)),
        (activation("elu", 0), (0, np.inf)),
    ],
)
def test_ranges_of_those_with_a_parameter(act, limits):
    assert act.range == limits


@pytest.mark.parametrize(("slope", "told"), [(0.049, "flat"), (0.05, ""), (0.051, "")])
def test_flat_begins_below_a_twentieth(slope, told):
    assert condition(activation("leaky_relu", slope), -2) == told


@pytest.mark.parametrize(("gained", "told"), [(0.09, "saturated"), (0.1, "flat"), (0.2, "flat")])
def test_saturated_is_what_gains_less_than_a_tenth_further_out(gained, told):
    act = Activation(lambda z: gained * (z > 10), lambda z: 0.01, (0.0, gained))
    assert condition(act, 2) == told


@pytest.mark.parametrize(
    ("name", "z", "told"),
    [
        ("relu", -2, "dead"),
        ("relu", 2, ""),
        ("step", 2, "dead"),
        ("tanh", -2.5, "saturated"),
        ("sigmoid", 2.5, ""),
        ("sigmoid", 3.5, "saturated"),
        ("elu", -4, "saturated"),
        ("gelu", -0.75, "flat"),
        ("silu", -1.28, "flat"),
        ("gelu", -4, "saturated"),
        ("linear", 5, ""),
    ],
)
def test_what_becomes_of_a_gradient_is_told(name, z, told):
    assert condition(ACTIVATIONS[name], z) == told


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: activation("rleu"), "activation must be one of linear, step"),
        (lambda: activation("elu", -1), "alpha must be a number from 0"),
        (lambda: activation("elu", float("nan")), "alpha must be a number from 0"),
        (lambda: activation("elu", float("inf")), "alpha must be a number from 0"),
        (lambda: activation("elu", "1"), "alpha must be a number from 0"),
        (lambda: activation("leaky_relu", True), "alpha must be a number from 0"),
        (lambda: activation("tanh", 1), "tanh has no parameter"),
        (lambda: maxout(np.float64(3)), "z must have at least one piece"),
        (lambda: maxout(np.zeros((3, 0))), "z must have at least one piece"),
        (lambda: maxout_of_lines(()), "slopes must hold one number"),
    ],
)
def test_bad_arguments_are_named(call, words):
    with pytest.raises(InputError, match=words):
        call()
