"""What chapter 04 defines, held to its twins in helpers.maths and to TensorFlow."""

import math

import numpy as np
import pytest
import tensorflow as tf
from hypothesis import assume, given
from hypothesis import strategies as st

from helpers.maths.graph import backward, forward
from helpers.maths.network import Network
from helpers.widgets.backprop.expression import parse
from tests.twins import definitions

ENGINE = definitions("04_backprop", "Value", "everything_behind", "backward", math=math)
XOR = definitions("04_backprop", "sigmoid", "small_weights", "six_steps", "answer")
MLP = definitions("04_backprop", "forward", "loss_and_gradients", "train_epoch", "accuracy")
RULES = definitions("04_backprop", "add_back", "multiply_back", "max_back", "affine_back", "differences")
FUNCTIONS = ("sigmoid", "tanh", "relu", "exp", "log")
NAMES = ("x", "y", "z")

EXPRESSIONS = st.recursive(
    st.sampled_from(NAMES),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*/"), inner).map(lambda parts: f"({parts[0]} {parts[1]} {parts[2]})"),
        st.tuples(st.sampled_from(FUNCTIONS), inner).map(lambda parts: f"{parts[0]}({parts[1]})"),
    ),
    max_leaves=8,
)
NUMBERS = st.floats(-3, 3).filter(lambda x: abs(x) > 0.05)


def by_engine(text, values, upstream):
    """Result and gradients of the chapter's engine; the text is Python, so Python computes it."""
    inputs = {name: ENGINE["Value"](value) for name, value in values.items()}
    functions = {name: getattr(ENGINE["Value"], name) for name in FUNCTIONS}
    result = eval(text, {**functions, **inputs})
    ENGINE["backward"](result, upstream)
    return result.number, {name: value.gradient for name, value in inputs.items()}


def by_tape(text, values, upstream):
    inputs = {name: tf.constant(value, tf.float64) for name, value in values.items()}
    functions = {"sigmoid": tf.sigmoid, "tanh": tf.tanh, "relu": tf.nn.relu, "exp": tf.exp, "log": tf.math.log}
    with tf.GradientTape() as tape:
        tape.watch(inputs)
        result = eval(text, {**functions, **inputs})
    found = tape.gradient(result, inputs, tf.constant(upstream, tf.float64), tf.UnconnectedGradients.ZERO)
    return {name: float(gradient) for name, gradient in found.items()}


@given(EXPRESSIONS, st.tuples(NUMBERS, NUMBERS, NUMBERS), st.sampled_from([1.0, 1.3, -2.0]))
def test_the_engine_equals_the_graph_and_the_tape(text, numbers, upstream):
    values = dict(zip(NAMES, numbers, strict=True))
    try:
        graph = parse(text)
        forwards = forward(graph, values)
        gradients, _flows = backward(graph, forwards, upstream)
        number, ours = by_engine(text, values, upstream)
    except (ValueError, ArithmeticError):
        assume(False)
    assume(np.abs([*forwards, *gradients]).max() < 1e6)
    tape = by_tape(text, values, upstream)
    assert number == pytest.approx(forwards[-1], rel=1e-9, abs=1e-12)
    for name in NAMES:
        theirs = gradients[graph.variables[name]] if name in graph.variables else 0.0
        assert ours[name] == pytest.approx(theirs, rel=1e-9, abs=1e-9)
        assert ours[name] == pytest.approx(tape[name], rel=1e-6, abs=1e-6)


def test_the_engine_goes_deep_and_can_be_run_twice():
    x = ENGINE["Value"](1.0)
    result = x
    for _ in range(5000):
        result = result + x
    for _ in range(2):
        ENGINE["backward"](result)
        assert x.gradient == 5001


def test_the_rules_give_the_numbers_of_the_syllabus():
    assert RULES["add_back"](10.0, 5.0, 1.3) == (1.3, 1.3)
    assert RULES["multiply_back"](10.0, 5.0, 1.3) == (6.5, 13.0)
    assert RULES["max_back"](10.0, 5.0, 1.3) == (1.3, 0.0)


def test_affine_back_equals_the_tape():
    rng = np.random.default_rng(0)
    x, w, b, upstream = (rng.normal(size=shape) for shape in ((5, 3), (3, 2), (2,), (5, 2)))
    variables = [tf.Variable(array) for array in (x, w, b)]
    with tf.GradientTape() as tape:
        y = variables[0] @ variables[1] + variables[2]
    theirs = tape.gradient(y, variables, tf.constant(upstream))
    for mine, his in zip(RULES["affine_back"](x, w, upstream), theirs, strict=True):
        np.testing.assert_allclose(mine, his)


def test_the_delta_rule_is_gradient_descent_of_the_network():
    """E = ½ Σ (t − y)² over the four rows is twice the mean squared error."""
    x, t = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], float), np.array([[0], [1], [1], [0]], float)
    ours = XOR["small_weights"](np.random.default_rng(1))
    network = Network((2, 2, 1), "sigmoid", "sigmoid", "mse", rng=np.random.default_rng(0))
    network.parameters = ours
    for _ in range(20):
        gradients = network.gradients(x, t)
        assert XOR["six_steps"](ours, x, t, rate=5.0) == pytest.approx(2 * network.evaluate(x, t))
        network.parameters = [old - 5.0 * 2 * g for old, g in zip(network.parameters, gradients, strict=True)]
        for mine, theirs in zip(ours, network.parameters, strict=True):
            np.testing.assert_allclose(mine, theirs, rtol=1e-9)
    np.testing.assert_allclose(XOR["answer"](ours, x), network.forward(x), rtol=1e-9)


def twin(rng, dtype):
    network = Network((20, 16, 10), "relu", "softmax", "sparse_categorical_crossentropy", rng=rng, dtype=dtype)
    network.parameters = [rng.normal(0, 0.3, parameter.shape) for parameter in network.parameters]
    return network


def test_the_digits_network_equals_its_twin():
    rng = np.random.default_rng(2)
    network = twin(rng, "float64")
    x, labels = rng.random((30, 20)), rng.integers(0, 10, 30)
    _hidden, p = MLP["forward"](x, network.parameters)
    np.testing.assert_allclose(p, network.forward(x))
    loss, gradients = MLP["loss_and_gradients"](x, labels, network.parameters)
    assert loss == pytest.approx(network.evaluate(x, labels))
    for mine, theirs in zip(gradients, network.gradients(x, labels), strict=True):
        np.testing.assert_allclose(mine, theirs, atol=1e-15)
    place = (3, 4)
    pushed = RULES["differences"](lambda: network.evaluate(x, labels), network.parameters[0], [place])
    assert gradients[0][place] == pytest.approx(pushed[0], abs=1e-9)


def test_an_epoch_sees_every_picture_once_in_float32():
    rng = np.random.default_rng(3)
    network = twin(rng, "float32")
    images, labels = rng.integers(0, 256, (300, 20), dtype=np.uint8), rng.integers(0, 10, 300)
    ours = [parameter.copy() for parameter in network.parameters]
    losses = MLP["train_epoch"](ours, images, labels, np.random.default_rng(0))
    order = np.random.default_rng(0).permutation(300)
    for rows, loss in zip((order[:128], order[128:256], order[256:]), losses, strict=True):
        x = images[rows] / np.float32(255)
        assert loss == pytest.approx(network.evaluate(x, labels[rows]), rel=1e-4)
        for parameter, gradient in zip(network.parameters, network.gradients(x, labels[rows]), strict=True):
            parameter -= 0.3 * gradient
    for mine, theirs in zip(ours, network.parameters, strict=True):
        assert mine.dtype == "float32"
        np.testing.assert_allclose(mine, theirs, atol=1e-5)
    right = (network.forward(images / np.float32(255)).argmax(axis=1) == labels).mean()
    assert MLP["accuracy"](ours, images, labels) == pytest.approx(right, abs=0.01)
