import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.maths.tensors import DTYPES, MAX_CELLS, lay_out, parse_index, select

shapes = st.lists(st.integers(0, 4), max_size=5).map(tuple).filter(lambda shape: np.prod(shape, dtype=int) <= MAX_CELLS)


@st.composite
def shape_and_index(draw):
    """A shape and, for some of its first axes, a text that NumPy accepts there."""
    shape = draw(shapes)
    texts = []
    for length in shape[: draw(st.integers(0, len(shape)))]:
        numbers = st.none() | st.integers(-6, 6)
        if length and draw(st.booleans()):
            texts.append(str(draw(st.integers(-length, length - 1))))
        else:
            parts = [draw(numbers), draw(numbers), draw(st.sampled_from([None, 1, 2, -1, -3]))]
            texts.append(":".join("" if part is None else str(part) for part in parts))
    return shape, tuple(texts)


@given(shape_and_index(), st.sampled_from(DTYPES))
def test_selection_is_what_numpy_takes(case, dtype):
    shape, texts = case
    x = np.arange(np.prod(shape, dtype=int)).astype(dtype).reshape(shape)
    taken = eval(f"x[{', '.join(texts)}]") if texts else x  # NumPy's own reading of the brackets
    found = select(shape, texts, dtype)
    assert (found.shape, found.strides, found.nbytes, found.rank) == (x.shape, x.strides, x.nbytes, x.ndim)
    assert found.taken_shape == np.shape(taken)
    if np.ndim(taken):
        assert found.taken_strides == taken.strides
    lit = np.zeros(x.size, bool)
    lit[eval(f"np.arange(x.size).reshape(shape)[{', '.join(texts) or '...'}]").ravel()] = True
    np.testing.assert_array_equal(found.taken, lit)


@given(shapes)
def test_cells_do_not_overlap_and_fill_the_page_told(shape):
    corners, width, height = lay_out(shape)
    assert corners.shape == (np.prod(shape, dtype=int), 2)
    assert (corners >= 0).all()
    if len(corners):
        assert corners.max(axis=0) + 1 == pytest.approx([width, height])
    for i, one in enumerate(corners[:60]):
        apart = np.abs(corners[i + 1 :] - one).max(axis=1)
        assert (apart > 0.999).all()


def test_last_axis_runs_to_the_right_and_the_one_before_down():
    corners, _, _ = lay_out((2, 3, 4))
    np.testing.assert_allclose(corners[1] - corners[0], [1, 0])
    np.testing.assert_allclose(corners[4] - corners[0], [0, 1])
    assert corners[12][0] > 4
    assert corners[12][1] == 0


def test_gaps_between_blocks_grow_with_the_rank():
    """Two cells an axis: a block of 2 × 2, two such 0.35 apart, two of those below, and again three times as far."""
    corners, width, height = lay_out((2, 2, 2, 2, 2))
    steps = [corners[2**axis] - corners[0] for axis in range(5)]  # from the last axis to the first
    np.testing.assert_allclose(steps, [[1, 0], [0, 1], [2.35, 0], [0, 2.35], [5.4, 0]])
    assert (width, height) == pytest.approx((9.75, 4.35))
    np.testing.assert_allclose(lay_out((2, 2, 2), gap=1.0)[0][4], [3, 0])
    assert lay_out((), gap=1.0)[1:] == (1, 1)
    assert lay_out((2, 0))[1:] == (0, 2)
    assert [type(length) for length in lay_out((2, 3))[1:]] == [float, float]


def test_the_most_that_can_be_drawn():
    whole = select((30, 20), ())
    assert (whole.size, whole.taken.dtype, whole.itemsize) == (600, bool, 4)
    assert select((1,) * 5, ()).rank == 5


@pytest.mark.parametrize(
    ("shape", "index", "dtype", "words"),
    [
        ((2,) * 9, (), "uint8", "shape has rank 9"),
        ((2, -1), (), "uint8", "axis 1 cannot be negative"),
        ((2, float("nan")), (), "uint8", "axis 1 must be a whole number, not nan"),
        ((True,), (), "uint8", "axis 0 must be a whole number"),
        ((30, 30), (), "uint8", "900 cells"),
        ((10**9, 10**9, 10**9), (), "uint8", "can be drawn"),
        ((2, 3), ("0", "0", "0"), "uint8", "3 indices for a tensor of rank 2"),
        ((2, 3), ("2",), "uint8", "axis 0 has length 2: there is no index 2"),
        ((2, 3), (":", "-4"), "uint8", "axis 1 has length 3: there is no index -4"),
        ((2, 3), ("a",), "uint8", "axis 0: a is neither"),
        ((2, 3), ("",), "uint8", "axis 0"),
        ((2, 3), ("1:2:3:4",), "uint8", "axis 0"),
        ((2, 3), ("::0",), "uint8", "step of a slice cannot be 0"),
        ((2, 3), (), "float99", "dtype must be one of"),
    ],
)
def test_nonsense_is_named(shape, index, dtype, words):
    with pytest.raises(ValueError, match=words):
        select(shape, index, dtype)


def test_parse_index():
    assert parse_index(" -2 ", 0) == -2
    assert parse_index("1 : 5 : 2", 0) == slice(1, 5, 2)
    assert parse_index(":", 0) == slice(None)
