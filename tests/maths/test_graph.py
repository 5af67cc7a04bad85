"""The graph against TensorFlow's tape and against central differences, on expressions that hypothesis makes up."""

import math

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from helpers.maths.graph import backward, forward, gradient, power
from helpers.maths.graph import sigmoid as ours
from helpers.widgets.backprop.expression import parse

NAMES = ("x", "y", "z")
BINARY = ("+", "-", "*", "/", "max")
UNARY = ("sigmoid", "tanh", "relu", "exp", "log", "neg", "power")
LEAVES = st.sampled_from(NAMES) | st.integers(-3, 3).map(float) | st.floats(-2, 2).map(lambda x: round(x, 2))
TREES = st.recursive(
    LEAVES,
    lambda inner: (
        st.tuples(st.sampled_from(BINARY), inner, inner)
        | st.tuples(st.sampled_from(UNARY), inner, st.sampled_from([-2, -1, 0, 1, 2, 3]))
    ),
    max_leaves=8,
)
POINTS = st.fixed_dictionaries({name: st.floats(-2, 2).map(lambda x: round(x, 3)) for name in NAMES})


def written(tree):
    """The tree as a learner would type it."""
    if isinstance(tree, str | float):
        return f"({tree!r})" if isinstance(tree, float) else tree
    kind, first, second = tree
    if kind == "max":
        return f"max({written(first)}, {written(second)})"
    if kind in BINARY:
        return f"({written(first)} {kind} {written(second)})"
    if kind == "neg":
        return f"(-{written(first)})"
    return f"({written(first)})**{second}" if kind == "power" else f"{kind}({written(first)})"


def by_tensorflow(tree, point):
    """The same tree with TensorFlow's operations; no text is parsed."""
    import tensorflow as tf

    if isinstance(tree, str | float):
        return point[tree] if isinstance(tree, str) else tf.constant(tree, tf.float64)
    kind, first, second = tree
    a = by_tensorflow(first, point)
    if kind in BINARY:
        b = by_tensorflow(second, point)
        return {"+": tf.add, "-": tf.subtract, "*": tf.multiply, "/": tf.divide, "max": tf.maximum}[kind](a, b)
    if kind == "power":
        return tf.pow(a, tf.constant(second, tf.float64))
    functions = {"sigmoid": tf.sigmoid, "tanh": tf.tanh, "relu": tf.nn.relu, "exp": tf.exp, "log": tf.math.log}
    return {**functions, "neg": tf.negative}[kind](a)


def graph_of(tree):
    try:
        return parse(written(tree))
    except ValueError:  # too large to be drawn
        assume(False)


@settings(max_examples=150, deadline=None)
@given(TREES, POINTS, st.floats(-2, 2))
def test_values_and_gradients_are_tensorflows(tree, point, upstream):
    import tensorflow as tf

    graph = graph_of(tree)
    variables = {name: tf.Variable(value, dtype=tf.float64) for name, value in point.items()}
    with tf.GradientTape() as tape:
        result = by_tensorflow(tree, variables)
    theirs = tape.gradient(
        result, variables, unconnected_gradients="zero", output_gradients=tf.constant(upstream, tf.float64)
    )
    try:
        values = forward(graph, point)
        found = gradient(graph, point, upstream)
    except ValueError:  # it says that there is no value, or none in float64: then TensorFlow has inf or nan somewhere
        return
    numbers = [float(result), *map(float, theirs.values())]
    assume(all(map(math.isfinite, numbers)))  # 0 × inf in TensorFlow, where ours never had an inf
    np.testing.assert_allclose(values[-1], float(result), rtol=1e-9, atol=1e-300)
    for name in NAMES:
        np.testing.assert_allclose(found.get(name, 0.0), float(theirs[name]), rtol=1e-7, atol=1e-9)


@settings(max_examples=200, deadline=None)
@given(TREES, POINTS)
def test_gradients_are_what_central_differences_say(tree, point):
    graph = graph_of(tree)
    step = 6e-6  # the cube root of float64's precision
    for name in graph.variables:
        try:
            below, here, above = (
                forward(graph, {**point, name: point[name] + shift})[-1] for shift in (-step, 0, step)
            )
            found = gradient(graph, point)[name]
        except ValueError:
            return
        slope, scale = (above - below) / (2 * step), 1 + max(abs(below), abs(above))
        bend = abs(above - 2 * here + below) / step
        assume(scale < 1e4 and bend < 1e-3 * scale)  # no corner near, and smooth enough to tell
        assert abs(found - slope) < 2e-3 * scale


@pytest.mark.parametrize(
    ("text", "values", "upstream", "gradients"),
    [
        ("x + y", {"x": 10, "y": 5}, 1.3, {"x": 1.3, "y": 1.3}),
        ("x * y", {"x": 10, "y": 5}, 1.3, {"x": 6.5, "y": 13}),
        ("(x + y) * z", {"x": -2, "y": 5, "z": -4}, 1, {"x": -4, "y": -4, "z": 3}),
        ("x*x + 3*x", {"x": 4}, 1, {"x": 11}),
        ("sigmoid(w*x + b)", {"w": 0, "x": 3, "b": 0}, 1, {"w": 0.75, "x": 0, "b": 0.25}),
        ("max(x, y)", {"x": 2, "y": 7}, 2, {"x": 0, "y": 2}),
        ("max(x, y)", {"x": 7, "y": 7}, 2, {"x": 2, "y": 0}),
        ("relu(x)", {"x": 0}, 1, {"x": 0}),
        ("x / y", {"x": 6, "y": 2}, 1, {"x": 0.5, "y": -1.5}),
        ("x − y", {"x": 6, "y": 2}, 1, {"x": 1, "y": -1}),
    ],
)
def test_lessons(text, values, upstream, gradients):
    assert gradient(parse(text), values, upstream) == pytest.approx(gradients, abs=1e-12)


def test_each_edge_keeps_its_local_derivative_and_what_it_sent():
    graph = parse("x * y + x")
    values = forward(graph, {"x": 2, "y": -4})
    gradients, flows = backward(graph, values, 1.5)
    assert [
        (graph.nodes[flow.target].text, graph.nodes[flow.source].text, flow.local, flow.sent) for flow in flows
    ] == [
        ("x * y + x", "x * y", 1, 1.5),
        ("x * y + x", "x", 1, 1.5),
        ("x * y", "x", -4, -6),
        ("x * y", "y", 2, 3),
    ]
    assert all(flow.sent == flow.upstream * flow.local for flow in flows)
    assert sum(flow.sent for flow in flows if flow.source == graph.variables["x"]) == gradients[graph.variables["x"]]


@pytest.mark.parametrize(
    ("text", "values", "words"),
    [
        ("x / (y - 2)", {"x": 1, "y": 2}, "x / (y - 2) divides by zero: y - 2 is 0"),
        ("1 + log(x - 3)", {"x": 1}, "log(x - 3) does not exist: log needs a number above 0, and x - 3 is -2"),
        ("log(x)", {"x": 0}, "log(x) does not exist"),
        ("exp(x)", {"x": 710}, "exp(x) is too large"),
        ("x * x", {"x": 1e200}, "x * x is too large"),
        ("x**3", {"x": -1e200}, "x**3 is too large"),
        ("x**-1", {"x": 0}, "x**-1 divides by zero: x is 0"),
        ("x + y", {"x": 1}, "y has no value"),
        ("x", {"x": float("nan")}, "x must be a finite number, not nan"),
        ("x", {"x": 10**400}, "x must be a finite number"),
        ("x", {"x": "1"}, "x must be a number, not '1'"),
        ("x", {"x": True}, "x must be a number"),
        ("x**-9", {"x": 1e-32}, "the derivative of x**-9 is too large"),
        ("1e200 * (1e200 * (1e-250 * x))", {"x": 1}, "the gradient of 1e-250 * x is too large"),
    ],
)
def test_what_cannot_be_computed_is_said_with_the_name_of_the_node(text, values, words):
    with pytest.raises(ValueError) as caught:  # noqa: PT011
        gradient(parse(text), values)
    assert words in str(caught.value)


def test_the_result_is_given_a_gradient_of_one_unless_told_otherwise():
    graph = parse("x * y")
    values = forward(graph, {"x": 2, "y": -4})
    gradients, flows = backward(graph, values)
    np.testing.assert_array_equal(gradients, [-4, 2, 1])
    assert [(flow.source, flow.target, flow.slot, flow.upstream) for flow in flows] == [(0, 2, 0, 1), (1, 2, 1, 1)]
    assert gradient(graph, {"x": np.float32(2), "y": np.int64(-4)}) == {"x": -4, "y": 2}


@pytest.mark.parametrize("upstream", [float("inf"), float("nan"), "1", None, True])
def test_upstream_is_a_finite_number(upstream):
    graph = parse("x + 1")
    with pytest.raises(ValueError, match="upstream"):
        backward(graph, forward(graph, {"x": 1}), upstream)


def test_power_and_sigmoid_at_their_ends():
    assert power(0).df(0.0, 1.0) == (0.0,)
    assert power(-12).symbol == "( )⁻¹²"
    assert (ours(1e4), ours(-1e4)) == (1.0, 0.0)
