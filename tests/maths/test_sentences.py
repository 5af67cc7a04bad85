"""What is said of arguments that make no sense, to the letter: widgets show these sentences to a learner."""

import numpy as np
import pytest

from helpers.maths.activations import ACTIVATIONS, activation, maxout, maxout_of_lines
from helpers.maths.broadcasting import broadcast, broadcast_shapes, parse_shape
from helpers.maths.graph import backward, forward, gradient
from helpers.maths.initializers import INITIALIZERS, initializer
from helpers.maths.losses import LOSSES, softmax
from helpers.maths.network import Network
from helpers.maths.optimizers import OPTIMIZERS
from helpers.maths.schedules import SCHEDULES
from helpers.maths.tensors import select
from helpers.widgets.backprop.expression import parse

NAN, INFINITE = float("nan"), float("inf")
KNOWN = "linear, step, sigmoid, tanh, relu, leaky_relu, elu, softplus, selu, gelu, silu"
KNOWN_INITIALIZERS = (
    "zeros, small_normal, standard_normal, lecun_normal, glorot_uniform, glorot_normal, glorot_uniform_x4, "
    "he_uniform, he_normal"
)
KNOWN_LOSSES = (
    "mse, mae, binary_crossentropy, categorical_crossentropy, sparse_categorical_crossentropy, "
    "binary_crossentropy_from_logits, categorical_crossentropy_from_logits, sparse_categorical_crossentropy_from_logits"
)


def said(call, *arguments, **named):
    """The sentence of the ValueError that ``call`` raises."""
    with pytest.raises(ValueError) as caught:  # noqa: PT011
        call(*arguments, **named)
    return str(caught.value)


def test_the_lists_of_names_are_those_of_the_registries():
    assert KNOWN.split(", ") == list(ACTIVATIONS)
    assert KNOWN_INITIALIZERS.split(", ") == list(INITIALIZERS)
    assert KNOWN_LOSSES.split(", ") == list(LOSSES)


@pytest.mark.parametrize(
    ("call", "arguments", "sentence"),
    [
        (activation, ("rleu",), f"activation must be one of {KNOWN}, not rleu"),
        (activation, (3,), f"activation must be one of {KNOWN}, not 3"),
        (activation, ("elu", -1), "alpha must be a number from 0 to ∞, not -1"),
        (activation, ("elu", INFINITE), "alpha must be a number from 0 to ∞, not inf"),
        (activation, ("leaky_relu", True), "alpha must be a number from 0 to ∞, not True"),
        (activation, ("tanh", 1), "alpha is for leaky_relu, elu; tanh has no parameter"),
        (maxout, (np.float64(3),), "z must have at least one piece on its last axis; its shape is ()"),
        (maxout, (np.zeros((3, 0)),), "z must have at least one piece on its last axis; its shape is (3, 0)"),
        (maxout_of_lines, ((),), "slopes must hold one number at least"),
        (maxout_of_lines, ((1, "a"),), "slopes must be a number from -∞ to ∞, not a"),
        (initializer, ("xavier",), f"initializer must be one of {KNOWN_INITIALIZERS}, not xavier"),
        (initializer, (3,), f"initializer must be one of {KNOWN_INITIALIZERS}, not 3"),
        (softmax, (np.zeros(3), 0), "temperature must be a number above 0, not 0"),
        (softmax, (np.zeros(3), "warm"), "temperature must be a number above 0, not warm"),
        (softmax, (3.0,), "logits must have at least one number on their last axis, not the shape ()"),
        (softmax, (np.zeros((2, 0)),), "logits must have at least one number on their last axis, not the shape (2, 0)"),
        (OPTIMIZERS["adam"], (-0.1,), "learning_rate must be a number not below 0, not -0.1"),
        (OPTIMIZERS["adam"], ("fast",), "learning_rate must be a number not below 0, not fast"),
        (OPTIMIZERS["adam"], (0.1, 1), "beta_1 must lie between 0 and 1.0, below it, not 1"),
        (OPTIMIZERS["rmsprop"], (0.1, NAN), "rho must lie between 0 and 1.0, below it, not nan"),
        (SCHEDULES["cosine"], (-0.1,), "progress must be a number from 0 to 1, not -0.1"),
        (SCHEDULES["constant"], (np.array([0.5, NAN]),), "progress must be a number from 0 to 1, not [0.5 nan]"),
        (SCHEDULES["step"], (0.5, 0), "stairs must be a whole number from 1 to 1000, not 0"),
        (SCHEDULES["step"], (0.5, 1001), "stairs must be a whole number from 1 to 1000, not 1001"),
        (SCHEDULES["step"], (0.5, 3, 2), "factor must be a number from 0 to 1, not 2"),
        (SCHEDULES["exponential"], (0.5, NAN), "last must be a number from 0 to 1, not nan"),
        (SCHEDULES["cosine"], (0.5, -1), "last must be a number from 0 to 1, not -1"),
        (SCHEDULES["warmup"], (0.5, 1), "rise must be a number from 0 to 0.99, not 1"),
        (select, ((2,) * 9, ()), "shape has rank 9; at most 5 axes can be drawn"),
        (select, ((2, -1), ()), "the length of axis 1 cannot be negative (-1)"),
        (select, ((2, NAN), ()), "the length of axis 1 must be a whole number, not nan"),
        (select, ((True,), ()), "the length of axis 0 must be a whole number, not True"),
        (select, ((30, 30), ()), "shape (30, 30) has 900 cells; at most 600 can be drawn"),
        (select, ((2, 3), ("0", "0", "0")), "3 indices for a tensor of rank 2: at most one for each axis"),
        (select, ((2, 3), ("2",)), "axis 0 has length 2: there is no index 2"),
        (select, ((2, 3), (":", "-4")), "axis 1 has length 3: there is no index -4"),
        (select, ((2, 3), (":", "a")), "axis 1: a is neither a whole number nor a slice such as 1:3"),
        (select, ((2, 3), ("::0",)), "axis 0: the step of a slice cannot be 0"),
        (select, ((2,), (), "float99"), "dtype must be one of uint8, int32, float32, float64, not float99"),
        (broadcast, ((2, -1),), "the length of axis 1 cannot be negative (-1)"),
        (broadcast, ((1.5,),), "the length of axis 0 must be a whole number, not 1.5"),
        (broadcast, ((2, True),), "the length of axis 1 must be a whole number, not True"),
        (
            broadcast_shapes,
            ((64, 3, 32, 10), (3, 10)),
            "(64, 3, 32, 10) and (3, 10) do not broadcast: on axis -2 from the right (axis 2 from the left) "
            "the lengths 3 and 32 differ and neither is 1",
        ),
        (
            broadcast_shapes,
            ((4,), (1,), (2,), (3,), (2,)),
            "(4,) and (1,) and (2,) and (3,) and (2,) do not broadcast: on axis -1 from the right (axis 0 from the "
            "left) the lengths 2 and 3 and 4 differ and neither is 1",
        ),
        (parse_shape, ("2, a",), "shape: the length of axis 1 must be a whole number from 0 on, not 'a'"),
        (parse_shape, ("3,,4", "x"), "x: the length of axis 1 must be a whole number from 0 on, not ''"),
        (parse_shape, ("y" * 20,), f"shape: the length of axis 0 must be a whole number from 0 on, not '{'y' * 20}'"),
        (parse_shape, ("y" * 21,), f"shape: the length of axis 0 must be a whole number from 0 on, not '{'y' * 20}…'"),
        (parse_shape, ("1, " + "9" * 19, "x"), "x: the length of axis 1 has 19 digits"),
    ],
)
def test_arguments(call, arguments, sentence):
    assert said(call, *arguments) == sentence


def test_a_length_of_18_digits_is_still_read():
    assert parse_shape("9" * 18) == (10**18 - 1,)


@pytest.mark.parametrize(
    ("fans", "sentence"),
    [
        ((0, 3), "fan_in must be a whole number from 1 to 50000000, not 0"),
        ((3, 50_000_001), "fan_out must be a whole number from 1 to 50000000, not 50000001"),
        ((True, 3), "fan_in must be a whole number from 1 to 50000000, not True"),
        ((10**5, 10**5), "fan_in × fan_out is 10000000000 weights; at most 50000000"),
    ],
)
@pytest.mark.parametrize("name", INITIALIZERS)
def test_fans(name, fans, sentence):
    assert said(INITIALIZERS[name], np.random.default_rng(0), *fans) == sentence


@pytest.mark.parametrize(
    ("name", "y", "p", "sentence"),
    [
        ("mse", [[1.0]], [[1.0, 2.0]], "y must have the shape (1, 2), not (1, 1)"),
        ("mse", [1.0, NAN], [1.0, 2.0], "y holds a number that is not finite"),
        ("mae", [1.0, 1.0], [INFINITE, 2.0], "p holds a number that is not finite"),
        ("mae", [], [], "p is empty: there is no mean of nothing"),
        ("mse", [1.0], ["a"], "p must hold numbers, not <U1"),
        ("mse", ["a"], [1.0], "y must hold numbers, not <U1"),
        ("sparse_categorical_crossentropy", [2], [[0.5, 0.5]], "y holds the class 2; there are 2, from 0 on"),
        ("sparse_categorical_crossentropy", [-1], [[0.5, 0.5]], "y holds the class -1; there are 2, from 0 on"),
        (
            "sparse_categorical_crossentropy",
            [0, 0.5, 2.5],
            [[0.5, 0.5]] * 3,
            "y must hold whole numbers, the classes; it holds 0.5",
        ),
        (
            "sparse_categorical_crossentropy",
            [2.0**53],
            [[0.5, 0.5]],
            "y must hold whole numbers, the classes; it holds 9007199254740992.0",
        ),
        ("sparse_categorical_crossentropy", [[0]], [[0.5, 0.5]], "y must have the shape (1,), not (1, 1)"),
        ("sparse_categorical_crossentropy", [0], 0.5, "y must have the shape (), not (1,)"),
        (
            "categorical_crossentropy",
            [[1.0, 0.0], [1.0, 0.0]],
            [[0.5, 0.5], [0.0, 0.0]],
            "p must hold probabilities; those of one sample sum to 0.0",
        ),
    ],
)
def test_losses(name, y, p, sentence):
    for function in (LOSSES[name].f, LOSSES[name].gradient):
        assert said(function, np.array(y), np.array(p)) == sentence


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (
            {"sizes": (3,)},
            "sizes must name the inputs, the hidden layers and the outputs, such as (2, 3, 1)",
        ),
        ({"sizes": (3, 0, 1)}, "sizes must be a whole number from 1 to 50000000, not 0"),
        ({"sizes": (10**9, 1)}, "sizes must be a whole number from 1 to 50000000, not 1000000000"),
        ({"sizes": (10**5, 10**5)}, "sizes make 10000000000 weights; at most 50000000"),
        ({"hidden": "rely"}, f"hidden must be one of {KNOWN}, not rely"),
        ({"output": "soft"}, f"output must be one of {KNOWN}, softmax, not soft"),
        ({"loss": ["mse"]}, f"loss must be one of {KNOWN_LOSSES}, not ['mse']"),
        ({"initializer": "glorot"}, f"initializer must be one of {KNOWN_INITIALIZERS}, not glorot"),
        ({"dtype": "int32"}, "dtype must be float32 or float64, not int32"),
    ],
)
def test_a_network_that_cannot_be(given, sentence):
    assert said(Network, **{"sizes": (2, 1), "rng": np.random.default_rng(0), **given}) == sentence


def test_what_does_not_fit_a_network():
    network = Network((2, 1), rng=np.random.default_rng(0))
    for x, sentence in (
        ([1.0, 2.0], "x must have the shape (batch, 2), not (2,)"),
        ([[1.0, 2.0, 3.0]], "x must have the shape (batch, 2), not (1, 3)"),
        ([[1.0, NAN]], "x holds a number that is not finite"),
        ([["a", "b"]], "x must hold numbers, not <U1"),
    ):
        assert said(network.forward, np.array(x)) == sentence
    sentence = "parameters must have the shapes [(2, 1), (1,)], not [(1, 2), (1,)]"
    assert said(setattr, network, "parameters", [np.ones((1, 2)), np.ones(1)]) == sentence


@pytest.mark.parametrize(
    ("text", "values", "sentence"),
    [
        ("x / (y - 2)", {"x": 1, "y": 2}, "x / (y - 2) divides by zero: y - 2 is 0"),
        ("log(x - 3)", {"x": 1}, "log(x - 3) does not exist: log needs a number above 0, and x - 3 is -2"),
        ("log(x)", {"x": -1 / 3}, "log(x) does not exist: log needs a number above 0, and x is -0.3333"),
        ("exp(x)", {"x": 710}, "exp(x) is too large for float64"),
        ("x**3", {"x": -1e200}, "x**3 is too large for float64"),
        ("x**-1", {"x": 0}, "x**-1 divides by zero: x is 0"),
        ("x + y", {"x": 1}, "y has no value"),
        ("x", {"x": NAN}, "x must be a finite number, not nan"),
        ("x", {"x": 10**400}, "x must be a finite number, not inf"),
        ("x", {"x": "1"}, "x must be a number, not '1'"),
        ("x**-9", {"x": 1e-32}, "the derivative of x**-9 is too large for float64"),
        (
            "1e200 * (1e200 * (1e-250 * x))",
            {"x": 1},
            "the gradient of 1e-250 * x is too large for float64",
        ),
    ],
)
def test_graphs(text, values, sentence):
    assert said(gradient, parse(text), values) == sentence


@pytest.mark.parametrize(
    ("upstream", "sentence"),
    [
        (INFINITE, "upstream must be a finite number, not inf"),
        (None, "upstream must be a number, not None"),
        (True, "upstream must be a number, not True"),
    ],
)
def test_upstream(upstream, sentence):
    graph = parse("x + 1")
    assert said(backward, graph, forward(graph, {"x": 1}), upstream) == sentence
