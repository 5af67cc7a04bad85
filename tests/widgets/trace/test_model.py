"""The rule of retracing, held to the real `tf.function`."""

import logging

import numpy as np
import pytest

from helpers.widgets.trace.model import ARGUMENTS, NO_CALL, SIGNATURES, Graph, trace
from tests.widgets.trace.right import real


def answers(calls, reduce_retracing, signature):
    """For each call by TensorFlow: (new, result, dtype), or None if it was refused."""
    made, found = set(), []
    for call in real(tuple(calls), reduce_retracing, signature)[1]:
        found.append(call and (call.graph not in made, call.result, call.dtype))
        made |= {call.graph} if call else set()
    return found


def ours(calls, reduce_retracing, signature):
    def one(outcome):
        if outcome.graph is None:
            return None
        result = outcome.result
        return outcome.new, list(result) if isinstance(result, tuple) else result, outcome.dtype

    return [one(outcome) for outcome in trace(calls, reduce_retracing, signature).outcomes]


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
        assert ours(calls, reduce_retracing, signature) == answers(calls, reduce_retracing, signature), calls


def test_every_pair_of_arguments_is_that_of_tensorflow():
    for first in ARGUMENTS:
        for second in ARGUMENTS:
            calls = [first, second]
            assert ours(calls, False, "none") == answers(calls, False, "none"), calls


def test_numbers_are_built_in_and_tensors_are_not():
    traced = trace(["2", "3", "2.0", "tf.constant(2)", "tf.constant(3)"])
    graphs, outcomes = traced.graphs, traced.outcomes
    assert [outcome.new for outcome in outcomes] == [True, True, False, True, False]
    assert [outcome.graph for outcome in outcomes] == [0, 1, 0, 2, 2]
    assert (outcomes[2].value, outcomes[2].dtype) == (2, "int32")
    assert graphs[2] == Graph("int32", ())


def test_reduce_retracing_leaves_open_what_varies():
    lengths = ["tf.constant([1.0, 2.0])", "tf.constant([1.0, 2.0, 3.0])", "tf.constant(2.0)"]
    traced = trace([*lengths, *lengths], reduce_retracing=True)
    assert [graph.shape for graph in traced.graphs] == [(2,), (None,), None]
    assert [outcome.graph for outcome in traced.outcomes] == [0, 1, 2, 0, 1, 2]


@pytest.mark.parametrize("calls", [["4"], [2], [None], [["2"]]])
def test_an_unknown_argument_is_refused_in_words(calls):
    with pytest.raises(ValueError, match=r"argument must be one of 2, 2\.0"):
        trace(calls)


def test_an_unknown_signature_is_refused_in_words():
    with pytest.raises(ValueError, match="signature must be one of none"):
        trace(["2"], signature="int8")


def test_a_row_without_a_call_changes_nothing():
    traced = trace(["2", NO_CALL, "2", "3"])
    assert [outcome and outcome.graph for outcome in traced.outcomes] == [0, None, 0, 1]
    assert (traced.runs, traced.users(0), traced.users(1)) == (3, [0, 2], [3])
