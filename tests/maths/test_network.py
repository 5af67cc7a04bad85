"""The network in NumPy against Keras with the same weights, and against differences of its own loss."""

import keras
import numpy as np
import pytest
import tensorflow as tf

from helpers.maths.activations import ACTIVATIONS
from helpers.maths.initializers import INITIALIZERS
from helpers.maths.losses import LOSSES
from helpers.maths.network import _JOINED, OUTPUTS, Network

SIZES = (4, 6, 5, 3)
LOGITS = "_from_logits"
KERAS = {
    "mse": keras.losses.MeanSquaredError,
    "mae": keras.losses.MeanAbsoluteError,
    "binary_crossentropy": keras.losses.BinaryCrossentropy,
    "categorical_crossentropy": keras.losses.CategoricalCrossentropy,
    "sparse_categorical_crossentropy": keras.losses.SparseCategoricalCrossentropy,
}
# What the losses from probabilities can be given; from logits they take the linear output.
PAIRS = [
    *(("linear", loss) for loss in LOSSES if loss.endswith(LOGITS) or loss in ("mse", "mae")),
    *(("sigmoid", loss) for loss in KERAS),
    *(("softmax", loss) for loss in KERAS),
    *(("tanh", loss) for loss in ("mse", "mae")),
]


def random_network(rng, hidden="relu", output="linear", loss="mse", sizes=SIZES, **options):
    """A network whose biases are not 0 either."""
    network = Network(sizes, hidden, output, loss, rng=rng, **options)
    for bias in network.parameters[1::2]:
        bias += rng.normal(0, 0.3, bias.shape)
    return network


def labels(rng, loss, batch, units):
    """Right answers of the kind that a loss wants."""
    classes = rng.integers(0, units, batch)
    if "sparse" in loss:
        return classes
    if "categorical" in loss:
        return np.eye(units)[classes]
    return rng.integers(0, 2, (batch, units)).astype(float) if "binary" in loss else rng.normal(size=(batch, units))


def keras_twin(network):
    """The same layers and weights in Keras."""
    names = [network.hidden] * (len(network.sizes) - 2) + [network.output]
    layers = [
        keras.layers.Dense(units, activation=name, dtype=str(network.dtype))
        for units, name in zip(network.sizes[1:], names, strict=True)
    ]
    model = keras.Sequential([keras.Input((network.sizes[0],), dtype=str(network.dtype)), *layers])
    model.set_weights(network.parameters)
    return model


def keras_pass(network, x, y):
    """Predictions, loss and gradients by Keras and GradientTape.

    Keras remembers the logits behind a softmax or sigmoid and takes any cross-entropy from them, also the one that
    belongs to the other of the two; after an identity it takes what it was given.
    """
    model = keras_twin(network)
    options = {"from_logits": True} if network.loss.endswith(LOGITS) else {}
    loss = KERAS[network.loss.removesuffix(LOGITS)](dtype=str(network.dtype), **options)
    with tf.GradientTape() as tape:
        predictions = model(tf.constant(x))
        value = loss(y, predictions if (network.output, network.loss) in _JOINED else tf.identity(predictions))
    gradients = tape.gradient(value, [weight.value for weight in model.trainable_weights])
    return predictions.numpy(), float(value), [gradient.numpy() for gradient in gradients]


def assert_same(network, x, y, rtol=1e-6, atol=1e-13):
    predictions, value, gradients = keras_pass(network, x, y)
    np.testing.assert_allclose(network.forward(x), predictions, rtol=rtol, atol=atol)
    assert network.evaluate(x, y) == pytest.approx(value, rel=rtol)
    ours = network.gradients(x, y)
    assert [gradient.shape for gradient in ours] == [parameter.shape for parameter in network.parameters]
    for mine, theirs in zip(ours, gradients, strict=True):
        np.testing.assert_allclose(mine, theirs, rtol=rtol, atol=atol)


@pytest.mark.parametrize(("output", "loss"), PAIRS)
@pytest.mark.parametrize("hidden", [name for name in ACTIVATIONS if name != "step"])
def test_outputs_losses_and_gradients_equal_keras(hidden, output, loss):
    rng = np.random.default_rng([list(ACTIVATIONS).index(hidden), PAIRS.index((output, loss))])
    network = random_network(rng, hidden, output, loss)
    constants = 1e-8 if hidden in ("leaky_relu", "gelu") else 1e-13  # TensorFlow keeps theirs in float32
    assert_same(network, rng.normal(size=(7, SIZES[0])), labels(rng, loss, 7, SIZES[-1]), atol=constants)


@pytest.mark.parametrize("sizes", [(3, 1), (1, 8, 1), (2, 9, 9, 9, 9, 2)])
def test_any_depth_equals_keras(sizes):
    rng = np.random.default_rng(len(sizes))
    network = random_network(rng, "tanh", "sigmoid", "binary_crossentropy", sizes)
    assert_same(network, rng.normal(size=(5, sizes[0])), labels(rng, "binary", 5, sizes[-1]))


@pytest.mark.parametrize(
    ("output", "loss"), [("sigmoid", "binary_crossentropy"), ("softmax", "categorical_crossentropy")]
)
def test_sure_and_wrong_predictions_still_have_keras_s_gradient(output, loss):
    """From the probabilities alone there would be none: 1 − p is rounded to 0."""
    network = random_network(np.random.default_rng(0), "linear", output, loss, (2, 3))
    network.parameters = [np.full((2, 3), 1.0) * [300, -300, 0], np.zeros(3)]
    x, y = np.array([[1.0, 1.0]]), np.array([[0.0, 1.0, 0.0]])
    assert np.abs(network.gradients(x, y)[0]).max() > 0.1
    assert_same(network, x, y)


def test_float32_stays_float32_and_equals_keras():
    rng = np.random.default_rng(1)
    network = random_network(rng, "relu", "softmax", "sparse_categorical_crossentropy", dtype="float32")
    x, y = rng.normal(size=(7, 4)).astype("float32"), labels(rng, "sparse", 7, 3)
    arrays = [network.forward(x), *network.gradients(x, y), *network.parameters, *network.deltas]
    arrays += [array for layer in network.layers for array in (layer.z, layer.a)]
    assert {array.dtype for array in arrays} == {np.dtype("float32")}
    assert_same(network, x, y, rtol=1e-4, atol=1e-6)


@pytest.mark.parametrize(
    ("hidden", "output", "loss"),
    [
        ("tanh", "linear", "mse"),
        ("gelu", "softmax", "categorical_crossentropy"),
        ("silu", "sigmoid", "binary_crossentropy"),
        ("softplus", "linear", "sparse_categorical_crossentropy_from_logits"),
        ("sigmoid", "softmax", "mse"),
    ],
)
def test_gradients_equal_central_differences(hidden, output, loss):
    rng = np.random.default_rng(2)
    network = random_network(rng, hidden, output, loss)
    x, y = rng.normal(size=(6, 4)), labels(rng, loss, 6, 3)
    step = np.cbrt(np.finfo(float).eps)
    for gradient, parameter in zip(network.gradients(x, y), network.parameters, strict=True):
        for place in np.ndindex(parameter.shape):
            before = parameter[place]
            parameter[place] = before + step
            up = network.evaluate(x, y)
            parameter[place] = before - step
            down = network.evaluate(x, y)
            parameter[place] = before
            assert gradient[place] == pytest.approx((up - down) / (2 * step), abs=1e-9)


def test_every_layer_can_be_looked_at():
    rng = np.random.default_rng(3)
    network = random_network(rng, "tanh", "softmax", "categorical_crossentropy")
    x = rng.normal(size=(2, 4))
    predictions = network.forward(x)
    assert [layer.z.shape for layer in network.layers] == [(2, 6), (2, 5), (2, 3)]
    np.testing.assert_array_equal(network.layers[-1].a, predictions)
    np.testing.assert_allclose(network.layers[0].a, np.tanh(x @ network.parameters[0] + network.parameters[1]))
    gradients = network.gradients(x, labels(rng, "categorical", 2, 3))
    assert [delta.shape for delta in network.deltas] == [(2, 6), (2, 5), (2, 3)]
    np.testing.assert_allclose(gradients[0], x.T @ network.deltas[0])


def test_the_seed_decides_the_weights():
    one, same, other = (Network((3, 2), rng=np.random.default_rng(seed)).parameters[0] for seed in (0, 0, 1))
    np.testing.assert_array_equal(one, same)
    assert not np.array_equal(one, other)


@pytest.mark.parametrize("initializer", INITIALIZERS)
@pytest.mark.parametrize("output", OUTPUTS)
def test_every_name_of_the_registries_works(initializer, output):
    network = Network((3, 4, 2), "step", output, "mse", initializer, rng=np.random.default_rng(0))
    assert np.isfinite(network.gradients(np.ones((1, 3)), np.zeros((1, 2)))[-1]).all()


def test_parameters_are_set_by_copy_and_shape():
    network = Network((2, 1), rng=np.random.default_rng(0), dtype="float32")
    given = [np.ones((2, 1)), np.ones(1)]
    network.parameters = given
    given[0][:] = 5
    assert network.parameters[0].dtype == "float32"
    assert network.forward(np.ones((1, 2))) == 3
    with pytest.raises(ValueError, match=r"parameters must have the shapes \[\(2, 1\), \(1,\)\]"):
        network.parameters = [np.ones((1, 2)), np.ones(1)]


def test_a_network_that_has_diverged_is_told_in_words():
    network = Network((2, 3, 1), "relu", rng=np.random.default_rng(0))
    network.parameters = [np.full(old.shape, 1e300) for old in network.parameters]
    x, y = np.ones((1, 2)), np.ones((1, 1))
    assert not np.isfinite(network.forward(x)).any()
    for function in (network.evaluate, network.gradients):
        with pytest.raises(ValueError, match="p holds a number that is not finite"):
            function(x, y)


def test_nothing_has_been_computed_at_first():
    network = Network((2, 1), rng=np.random.default_rng(0))
    assert (network.layers, network.deltas) == ([], [])
    assert (network.hidden, network.output, network.loss) == ("relu", "linear", "mse")
    glorot = INITIALIZERS["glorot_uniform"](np.random.default_rng(0), 2, 1)
    np.testing.assert_array_equal(network.parameters[0], glorot)
    np.testing.assert_array_equal(network.parameters[1], [0])


@pytest.mark.parametrize("dtype", ["float32", np.float32, np.dtype("float32")])
def test_a_dtype_may_be_written_in_three_ways(dtype):
    network = Network((2, 1), rng=np.random.default_rng(0), dtype=dtype)
    assert network.dtype == np.float32
    assert network.forward(np.ones((1, 2), int)).dtype == np.float32


def test_sizes_at_their_limits(monkeypatch):
    assert len(Network([1] * 101, rng=np.random.default_rng(0)).parameters) == 200
    with pytest.raises(ValueError, match="sizes must name the inputs"):
        Network([1] * 102, rng=np.random.default_rng(0))
    monkeypatch.setattr("helpers.maths.network.MOST_WEIGHTS", 10)
    assert Network((2, 3, 1), rng=np.random.default_rng(0)).sizes == (2, 3, 1)  # 9 weights
    assert Network((2, 5), rng=np.random.default_rng(0)).sizes == (2, 5)
    with pytest.raises(ValueError, match="sizes make 12 weights; at most 10"):
        Network((2, 4, 1), rng=np.random.default_rng(0))


def test_shared_parameters_are_the_arrays_themselves():
    network = Network((2, 1), rng=np.random.default_rng(0))
    mine = [np.ones((2, 1)), np.zeros(1)]
    network.share(mine)
    mine[0] *= 3
    assert network.parameters is mine
    assert network.forward(np.ones((1, 2))) == 6
    network.share(mine[:1])
    with pytest.raises(ValueError, match="zip"):
        network.forward(np.ones((1, 2)))


def test_numbers_that_grow_too_large_warn_nobody():
    """inf − inf forwards; backwards a product beyond float64, then inf × 0 at a unit that is off."""
    network = Network((2, 2, 1), "linear", rng=np.random.default_rng(0))
    network.parameters = [np.full((2, 2), 1e300) * [1, -1], np.zeros(2), np.ones((2, 1)), np.zeros(1)]
    assert np.isnan(network.forward(np.full((1, 2), 1e300))).all()
    network = Network((1, 1, 1), "relu", rng=np.random.default_rng(0))
    network.parameters = [np.array([[-1.0]]), np.zeros(1), np.array([[1e200]]), np.zeros(1)]
    gradients = network.gradients(np.ones((1, 1)), np.array([[-1e200]]))
    assert np.isnan(gradients[0]).all()
    assert gradients[3] == 2e200


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"sizes": (3,)}, "sizes must name the inputs"),
        ({"sizes": 3}, "sizes must name the inputs"),
        ({"sizes": "32"}, "sizes must name the inputs"),
        ({"sizes": [2] * 500}, "sizes must name the inputs"),
        ({"sizes": (3, 0, 1)}, "sizes must be a whole number from 1"),
        ({"sizes": (3, 2.5)}, "sizes must be a whole number from 1"),
        ({"sizes": (10**9, 1)}, "sizes must be a whole number from 1"),
        ({"sizes": (10**5, 10**5)}, "weights; at most"),
        ({"hidden": "rely"}, "hidden must be one of linear"),
        ({"hidden": "softmax"}, "hidden must be one of linear"),
        ({"output": "soft"}, "output must be one of linear"),
        ({"loss": "msd"}, "loss must be one of mse"),
        ({"loss": ["mse"]}, "loss must be one of mse"),
        ({"initializer": "glorot"}, "initializer must be one of zeros"),
        ({"dtype": "int32"}, "dtype must be float32 or float64"),
        ({"dtype": "float99"}, "dtype must be float32 or float64"),
    ],
)
def test_arguments_that_make_no_sense_are_named(arguments, words):
    with pytest.raises(ValueError, match=words):
        Network(**{"sizes": (2, 1), "rng": np.random.default_rng(0), **arguments})


@pytest.mark.parametrize(
    ("x", "y", "words"),
    [
        ([1.0, 2.0], [[1.0]], r"x must have the shape \(batch, 2\), not \(2,\)"),
        ([[1.0, 2.0, 3.0]], [[1.0]], r"x must have the shape \(batch, 2\), not \(1, 3\)"),
        ([[1.0, np.nan]], [[1.0]], "x holds a number that is not finite"),
        ([["a", "b"]], [[1.0]], "x must hold numbers"),
        ([[1.0, 2.0]], [1.0], r"y must have the shape \(1, 1\), not \(1,\)"),
        ([[1.0, 2.0]], [[np.inf]], "y holds a number that is not finite"),
        (np.zeros((0, 2)), np.zeros((0, 1)), "p is empty"),
    ],
)
def test_data_that_do_not_fit_are_named(x, y, words):
    network = Network((2, 1), rng=np.random.default_rng(0))
    for function in (network.evaluate, network.gradients):
        with pytest.raises(ValueError, match=words):
            function(np.array(x), np.array(y))
