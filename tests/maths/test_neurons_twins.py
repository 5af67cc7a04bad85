"""Chapter 03 defines units, activations, first weights: held to their twins in helpers."""

import math

import numpy as np
import pytest

from helpers.maths.activations import ACTIVATIONS, maxout
from helpers.maths.initializers import INITIALIZERS
from helpers.widgets.perceptron.explorer import PerceptronState
from helpers.widgets.perceptron.model import SAMPLES, learn, unit
from tests.twins import definitions

CHAPTER = "03_neurons_activations"
Z = np.concatenate([np.linspace(-30, 30, 2000), [-1.0, 1.0]])


def taught(*names):
    """Definitions of the chapter, those they rest on before them."""
    return definitions(CHAPTER, "sigmoid", "erf", "cumulative", "density", *names, math=math)


def test_chapter_covers_every_activation_but_the_linear():
    assert set(taught("ACTIVATIONS")["ACTIVATIONS"]) == set(ACTIVATIONS) - {"linear"}


@pytest.mark.parametrize("name", sorted(set(ACTIVATIONS) - {"linear"}))
def test_activations_and_derivatives(name):
    f, slope = taught("ACTIVATIONS")["ACTIVATIONS"][name]
    close = {"rtol": 1e-4, "atol": 1e-4} if name == "selu" else {"rtol": 1e-9, "atol": 1e-9}  # its numbers are rounded
    np.testing.assert_allclose(f(Z), ACTIVATIONS[name].f(Z), **close)
    np.testing.assert_allclose(slope(Z), ACTIVATIONS[name].df(Z), **close)


def test_maxout():
    z = np.random.default_rng(0).normal(size=(5, 3, 4))
    np.testing.assert_array_equal(taught("maxout")["maxout"](z), maxout(z))


@pytest.mark.parametrize("name", ["glorot_uniform", "glorot_normal", "he_uniform", "he_normal"])
def test_first_weights(name):
    ours = taught("INITIALIZERS")["INITIALIZERS"][name](np.random.default_rng(1), 30, 70)
    np.testing.assert_allclose(ours, INITIALIZERS[name](np.random.default_rng(1), 30, 70), rtol=1e-12)


def test_factor_four():
    names = taught("INITIALIZERS", "glorot", "four_times")
    theirs = INITIALIZERS["glorot_uniform_x4"](np.random.default_rng(1), 30, 70)
    np.testing.assert_allclose(names["four_times"](np.random.default_rng(1), 30, 70), theirs, rtol=1e-12)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("start", [(0.0, 0.0, 0.0), (-1.0, 0.5, 0.25)])
def test_perceptron_rule(name, start):
    data, w, b = SAMPLES[name], np.array(start[:2]), start[2]
    history = taught("perceptron_rule")["perceptron_rule"](data.x, data.y, w, b, learning_rate=0.5, epochs=8)
    run, count = learn(data.x, data.y, w, b, 0.5, 8 * len(data.x)), len(data.x)
    for epoch, (mistakes, w, b) in enumerate(history, start=1):
        assert mistakes == (run.error[(epoch - 1) * count : epoch * count] != 0).sum()
        np.testing.assert_array_equal(w, run.w[epoch * count])
        assert b == run.b[epoch * count]


def test_unit():
    rng = np.random.default_rng(0)
    x, w = rng.normal(size=(50, 2)), rng.normal(size=2)
    np.testing.assert_array_equal(taught("unit")["unit"](x, w, 0.1), unit(x, w, 0.1))


def test_two_layers():
    names, xor = taught("mlp"), PerceptronState().network
    layers = [(xor.hidden_w, xor.hidden_b), (xor.output_w[:, None], xor.output_b)]
    x = np.random.default_rng(0).normal(size=(50, 2))
    np.testing.assert_allclose(names["mlp"](x, layers, names["sigmoid"])[:, 0], xor.output(x), rtol=1e-9)
