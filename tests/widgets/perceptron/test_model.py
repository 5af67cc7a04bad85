import keras
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.widgets.perceptron.explorer import PerceptronState
from helpers.widgets.perceptron.model import SAMPLES, TwoLayers, boundary, grid, learn, unit

XOR_NETWORK = PerceptronState().network  # the weights that a learner sees first
WEIGHT = st.integers(-16, 16).map(lambda n: n / 4)


def keras_network(network, activation):
    """The same network in Keras."""
    model = keras.Sequential(
        [
            keras.Input((2,), dtype="float64"),
            keras.layers.Dense(2, activation=activation, dtype="float64"),
            keras.layers.Dense(1, activation=activation, dtype="float64"),
        ]
    )
    model.set_weights([network.hidden_w, network.hidden_b, network.output_w[:, None], np.array([network.output_b])])
    return model


def test_samples_are_what_their_names_say():
    assert list(SAMPLES) == [data.name for data in SAMPLES.values()]
    x = SAMPLES["AND"].x.astype(int)
    assert SAMPLES["AND"].y.tolist() == [a & b for a, b in x]
    assert SAMPLES["OR"].y.tolist() == [a | b for a, b in x]
    assert SAMPLES["XOR"].y.tolist() == [a ^ b for a, b in x]


def test_two_layers_equal_keras():
    rng = np.random.default_rng(0)
    x = rng.normal(size=(50, 2))
    random = TwoLayers(rng.normal(size=(2, 2)), rng.normal(size=2), rng.normal(size=2), 0.3)
    for network in (XOR_NETWORK, random):
        np.testing.assert_allclose(
            network.output(x), keras_network(network, "sigmoid")(x).numpy()[:, 0], rtol=1e-9, atol=1e-12
        )


def test_the_syllabus_weights_are_xor():
    xor = SAMPLES["XOR"]
    np.testing.assert_allclose(XOR_NETWORK.output(xor.x), xor.y, atol=1e-4)
    assert XOR_NETWORK.output(xor.x, "step").tolist() == xor.y.tolist()


@pytest.mark.parametrize("name", ["AND", "OR", "cloud"])
@given(w=st.tuples(WEIGHT, WEIGHT), b=WEIGHT, rate=st.sampled_from([0.25, 0.5, 1.0]))
def test_the_rule_settles_where_a_line_exists(name, w, b, rate):
    data = SAMPLES[name]
    run = learn(data.x, data.y, np.array(w), b, rate, steps=3000)
    assert not run.error[-len(data.x) :].any()
    assert unit(data.x, run.w[-1], run.b[-1]).tolist() == data.y.tolist()


@given(w=st.tuples(WEIGHT, WEIGHT), b=WEIGHT)
def test_the_rule_never_settles_on_xor(w, b):
    data = SAMPLES["XOR"]
    run = learn(data.x, data.y, np.array(w), b, 1.0, steps=400)
    assert run.error.reshape(-1, 4).any(axis=1).all()
    assert np.abs(run.w).max() <= max(np.abs(w).max(), abs(b)) + 4  # and the weights stay small: they go in circles


def test_no_unit_at_all_does_xor():
    values = np.arange(-5, 5.01, 0.25)
    w1, w2, b = (each[..., None] for each in np.meshgrid(values, values, values))
    x = SAMPLES["XOR"].x
    answers = w1 * x[:, 0] + w2 * x[:, 1] + b > 0
    assert (answers == SAMPLES["XOR"].y).sum(axis=-1).max() == 3
    assert (answers == SAMPLES["AND"].y).sum(axis=-1).max() == 4


def test_each_step_of_the_rule_follows_from_the_one_before():
    data = SAMPLES["cloud"]
    run = learn(data.x, data.y, np.array([1.0, -2.0]), 0.5, 0.5, steps=40)
    assert run.error.any()
    assert not run.error.all()
    for step in range(40):
        x, y = data.x[step % 10], data.y[step % 10]
        answer = unit(x, run.w[step], run.b[step])
        assert run.error[step] == y - answer
        np.testing.assert_array_equal(run.w[step + 1], run.w[step] + 0.5 * (y - answer) * x)
        assert run.b[step + 1] == run.b[step] + 0.5 * (y - answer)


def test_grid_holds_the_middles_with_the_top_row_first():
    points = grid(-1, 3, 4)
    assert points.shape == (4, 4, 2)
    assert points[0, :, 0].tolist() == points[::-1, 0, 1].tolist() == [-0.5, 0.5, 1.5, 2.5]


@given(w=st.tuples(WEIGHT, WEIGHT), b=WEIGHT)
def test_boundary_runs_along_the_line_from_edge_to_edge(w, b):
    ends = boundary(np.array(w), b, -1.0, 2.0)
    sums = grid(-1, 2, 50) @ w + b
    if len(ends):
        np.testing.assert_allclose(ends @ w + b, 0, atol=1e-9)
        assert ((np.abs(ends + 1) < 1e-9) | (np.abs(ends - 2) < 1e-9)).any(axis=1).all()
        assert ends.min() > -1 - 1e-9
        assert ends.max() < 2 + 1e-9
    else:
        assert (sums > 0).all() or (sums <= 0).all()


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"x": np.zeros((0, 2)), "y": np.zeros(0)}, "samples, features"),
        ({"x": np.zeros(2)}, "x, y and w"),
        ({"y": np.zeros(3)}, "x, y and w"),
        ({"w": np.zeros(3)}, "x, y and w"),
        ({"b": float("nan")}, "b must be"),
        ({"learning_rate": 0}, "learning_rate must be above 0"),
        ({"learning_rate": float("inf")}, "learning_rate"),
        ({"steps": -1}, "steps"),
        ({"steps": 10**9}, "steps"),
        ({"steps": 2.5}, "steps"),
    ],
)
def test_bad_arguments_are_named(change, named):
    good = {"x": SAMPLES["OR"].x, "y": SAMPLES["OR"].y, "w": np.zeros(2), "b": 0.0}
    with pytest.raises(ValueError, match=named):
        learn(**(good | change))


@pytest.mark.parametrize(("low", "high", "cells"), [(0, 1, 0), (0, 1, 10**9), (float("nan"), 1, 3)])
def test_bad_grids_are_refused(low, high, cells):
    with pytest.raises(ValueError, match="must be"):
        grid(low, high, cells)
