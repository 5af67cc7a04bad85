"""The rule of retracing, held to the real `tf.function`."""

import logging

import numpy as np
import pytest

from helpers.widgets.trace.model import ARGUMENTS, SIGNATURES, Graph, trace


def real(calls, reduce_retracing, signature):
    """For each call by TensorFlow: (new, result, dtype), or None where it was refused."""
    import tensorflow as tf

    options = {} if signature == "none" else {"input_signature": [tf.TensorSpec([None], tf.float32)]}
    traced = []

    @tf.function(reduce_retracing=reduce_retracing, **options)
    def square(x):
        traced.append(x)
        return x * x

    told = []
    for code in calls:
        before = len(traced)
        try:
            result = square(eval(code, {"tf": tf, "np": np}))
        except TypeError:
            told.append(None)
            continue
        told.append((len(traced) > before, result.numpy().tolist(), result.dtype.name))
    return told


def ours(calls, reduce_retracing, signature):
    def one(outcome):
        if outcome.graph is None:
            return None
        result = outcome.result
        return outcome.new, list(result) if isinstance(result, tuple) else result, outcome.dtype

    return [one(outcome) for outcome in trace(calls, reduce_retracing, signature)[1]]


@pytest.fixture(autouse=True)
def quiet():
    """TensorFlow warns of many tracings: here they are meant."""
    logger = logging.getLogger("tensorflow")
    level = logger.level
    logger.setLevel(logging.ERROR)
    yield
    logger.setLevel(level)


@pytest.mark.parametrize("signature", SIGNATURES)
@pytest.mark.parametrize("reduce_retracing", [False, True])
def test_the_rule_is_that_of_tensorflow(reduce_retracing, signature):
    rng, known = np.random.default_rng(7), list(ARGUMENTS)
    for _ in range(25):
        calls = [known[number] for number in rng.integers(0, len(known), 6)]
        assert ours(calls, reduce_retracing, signature) == real(calls, reduce_retracing, signature), calls


def test_every_pair_of_arguments_is_that_of_tensorflow():
    for first in ARGUMENTS:
        for second in ARGUMENTS:
            calls = [first, second]
            assert ours(calls, False, "none") == real(calls, False, "none"), calls


def test_numbers_are_built_in_and_tensors_are_not():
    graphs, outcomes = trace(["2", "3", "2.0", "tf.constant(2)", "tf.constant(3)"])
    assert [outcome.new for outcome in outcomes] == [True, True, False, True, False]
    assert [outcome.graph for outcome in outcomes] == [0, 1, 0, 2, 2]
    assert (outcomes[2].value, outcomes[2].dtype) == (2, "int32")
    assert graphs[2] == Graph("int32", ())


def test_reduce_retracing_leaves_open_what_varies():
    lengths = ["tf.constant([1.0, 2.0])", "tf.constant([1.0, 2.0, 3.0])", "tf.constant(2.0)"]
    graphs, outcomes = trace([*lengths, *lengths], reduce_retracing=True)
    assert [graph.shape for graph in graphs] == [(2,), (None,), None]
    assert [outcome.graph for outcome in outcomes] == [0, 1, 2, 0, 1, 2]


@pytest.mark.parametrize("calls", [["4"], [2], [None], [["2"]]])
def test_an_unknown_argument_is_refused_in_words(calls):
    with pytest.raises(ValueError, match=r"an argument must be one of 2, 2\.0"):
        trace(calls)


def test_an_unknown_signature_is_refused_in_words():
    with pytest.raises(ValueError, match="signature must be one of none"):
        trace(["2"], signature="int8")
