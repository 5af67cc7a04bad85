"""Shapes and numbers of parameters as they are read beside a box."""

import pytest

from helpers.widgets.dag.model import LayerCall, Weight, parameters_in_words, shape_in_words


@pytest.mark.parametrize(
    ("shape", "whole", "without"),
    [
        ((None, 28, 28), "(batch, 28, 28)", "(28, 28)"),
        ((32, 10), "(32, 10)", "(10)"),
        ((None, None, 16), "(batch, any, 16)", "(any, 16)"),
        ((None,), "(batch)", "()"),
        ((), "()", "()"),
    ],
)
def test_a_shape_names_the_batch_and_what_is_left_open(shape, whole, without):
    assert shape_in_words(shape) == whole
    assert shape_in_words(shape, batch=False) == without


@pytest.mark.parametrize(
    ("shapes", "said"),
    [
        ([], "0"),
        ([(784, 512), (512,)], "w0 784 · 512 + w1 512 = 401,920"),
        ([(), (1000, 2)], "w0 1 + w1 1,000 · 2 = 2,001"),
        ([(2,)] * 6, "w0 2 + w1 2 + w2 2 + w3 2 + w4 2 + w5 2 = 12"),
        ([(200,)] * 7, "7 arrays, together 1,400"),
    ],
)
def test_parameters_are_added_up_unless_they_are_many(shapes, said):
    weights = tuple(Weight(f"w{number}", shape, True) for number, shape in enumerate(shapes))
    count = int(said.rpartition(" ")[2].replace(",", ""))
    call = LayerCall("layer", "Dense", (), "", (), (), (), weights, count, "")
    assert parameters_in_words(call) == said
