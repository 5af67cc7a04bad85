"""The functions that chapter 02 writes by hand, held to NumPy and to their twins in helpers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.maths.broadcasting import broadcast
from helpers.widgets.affine import model as geometry
from tests.maths.test_broadcasting import related
from tests.twins import definitions

CHAPTER = "02_broadcasting"
NAMES = ("naive_vector_dot", "naive_matrix_vector_dot", "naive_matrix_dot")
DOTS = definitions(CHAPTER, *NAMES)
ELEMENTS = definitions(CHAPTER, "naive_relu", "naive_add", "naive_add_row")
MAPS = definitions(CHAPTER, "rotation", "chain", "homogeneous")
broadcast_shape = definitions(CHAPTER, "broadcast_shape")["broadcast_shape"]
lengths = st.integers(1, 5)


def some(*shape):
    return np.random.default_rng(sum(shape)).normal(size=shape)


@given(lengths, lengths)
def test_elements(rows, columns):
    x, y = some(rows, columns), some(columns, rows).T
    before = x.copy()
    np.testing.assert_array_equal(ELEMENTS["naive_relu"](x), np.maximum(x, 0))
    np.testing.assert_array_equal(ELEMENTS["naive_add"](x, y), x + y)
    np.testing.assert_array_equal(ELEMENTS["naive_add_row"](x, y[0]), x + y[0])
    np.testing.assert_array_equal(x, before)


@given(related(2))
def test_shape_of_a_broadcast_and_the_axis_that_refuses(shapes):
    met = broadcast(*shapes)
    if met.shape is not None:
        assert broadcast_shape(*shapes) == met.shape
        return
    clash = met.clashes[0]
    with pytest.raises(ValueError, match=rf"^axis {clash.from_right}: {clash.lengths[0]} meets {clash.lengths[1]},"):
        broadcast_shape(*shapes)


@given(lengths, lengths, lengths)
def test_dots(a, b, c):
    x, y = some(a, b), some(b, c)
    np.testing.assert_allclose(DOTS["naive_vector_dot"](x[0], y[:, 0]), x[0] @ y[:, 0], atol=1e-12)
    np.testing.assert_allclose(DOTS["naive_matrix_vector_dot"](x, y[:, 0]), x @ y[:, 0], atol=1e-12)
    np.testing.assert_allclose(DOTS["naive_matrix_dot"](x, y), x @ y, atol=1e-12)


def test_shapes_that_do_not_meet_in_the_middle_are_refused_as_by_numpy():
    for a, b, c, d in np.ndindex(4, 4, 4, 4):
        x, y = np.ones((a + 1, b + 1)), np.ones((c + 1, d + 1))
        if b == c:
            np.testing.assert_array_equal(DOTS["naive_matrix_dot"](x, y), x @ y)
            continue
        with pytest.raises(ValueError, match="mismatch"):
            x @ y
        with pytest.raises(AssertionError):
            DOTS["naive_matrix_dot"](x, y)


def test_one_name_for_two_functions_recurses():
    dot = definitions(CHAPTER, "dot", naive_vector_dot=DOTS["naive_vector_dot"])["dot"]
    with pytest.raises(RecursionError):
        dot(some(2, 3), some(3, 4))


@given(st.floats(-360, 360), st.floats(-360, 360), st.tuples(*[st.floats(-3, 3)] * 4))
def test_maps(angle, other, shifts):
    ones = [geometry.placed(angle, shift=shifts[:2]), geometry.placed(other, slant=0.5, shift=shifts[2:])]
    np.testing.assert_allclose(MAPS["rotation"](angle), geometry.rotation(angle).matrix, atol=1e-12)
    both = geometry.chain(*ones)
    a, b = MAPS["chain"](ones[0].matrix, ones[0].shift, ones[1].matrix, ones[1].shift)
    np.testing.assert_allclose(a, both.matrix, atol=1e-12)
    np.testing.assert_allclose(b, both.shift, atol=1e-12)
    np.testing.assert_allclose(MAPS["homogeneous"](a, b), both.homogeneous, atol=1e-12)
