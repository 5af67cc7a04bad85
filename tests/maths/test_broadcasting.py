import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.maths.broadcasting import broadcast, broadcast_shapes, parse_shape
from helpers.maths.errors import InputError

lengths = st.sampled_from([0, 1, 1, 1, 2, 3, 4])
shapes = st.lists(lengths, max_size=5).map(tuple)
ITEMSIZES = {1: "uint8", 4: "float32", 8: "float64"}


@st.composite
def related(draw, count):
    """``count`` shapes that often broadcast: one shape, its axes set to 1 or left out on the left, some spoilt."""
    base = draw(st.lists(st.integers(0, 4), max_size=5))
    made = []
    for _ in range(count):
        kept = base[draw(st.integers(0, len(base))) :]
        made.append(tuple(1 if draw(st.booleans()) else length for length in kept))
    if draw(st.integers(0, 3)) == 0:
        made[0] = draw(shapes)
    return made


def numpy_shape(*some):
    """What NumPy makes of the shapes; None when it refuses."""
    try:
        return np.broadcast_shapes(*some)
    except ValueError:
        return None


def check_against_numpy(some, itemsize):
    met = broadcast(*some, itemsize=itemsize)
    assert met.shape == numpy_shape(*some)
    assert (met.shape is None) == bool(met.clashes)
    # NumPy does not say which axis: ask it for each axis alone, from the right.
    rank = max(map(len, some))
    alone = {back: [shape[back] for shape in some if len(shape) >= -back] for back in range(-1, -rank - 1, -1)}
    guilty = [back for back, there in alone.items() if numpy_shape(*((length,) for length in there)) is None]
    assert [clash.from_right for clash in met.clashes] == guilty
    for clash in met.clashes:
        assert clash.axis == rank + clash.from_right
        assert set(alone[clash.from_right]) <= set(clash.lengths) <= {*alone[clash.from_right], 1}
    for shape, operand in zip(some, met.operands, strict=True):
        array = np.zeros(shape, ITEMSIZES[itemsize])
        assert (operand.shape, operand.size, operand.nbytes) == (array.shape, array.size, array.nbytes)
        assert operand.padded == (1,) * operand.added.count(True) + shape
        if met.shape is None:
            continue
        wide = np.broadcast_to(array, met.shape)
        assert met.copied_nbytes(operand) == wide.copy().nbytes
        for axis, length in enumerate(operand.padded):
            assert operand.stretched[axis] == (length != wide.shape[axis])
        if wide.size:  # an array without numbers has any strides
            assert operand.strides == wide.strides


@settings(max_examples=3000, deadline=None)
@given(related(2), st.sampled_from(list(ITEMSIZES)))
def test_two_shapes_meet_as_in_numpy(some, itemsize):
    check_against_numpy(some, itemsize)


@settings(max_examples=2000, deadline=None)
@given(shapes, shapes)
def test_any_two_shapes_meet_as_in_numpy(one, other):
    check_against_numpy([one, other], 4)


@settings(max_examples=500, deadline=None)
@given(related(4))
def test_several_shapes_meet_as_in_numpy(some):
    check_against_numpy(some, 8)


@pytest.mark.parametrize(
    ("one", "other", "result"),
    [
        ((64, 3, 32, 10), (32, 10), (64, 3, 32, 10)),
        ((4, 1), (3,), (4, 3)),
        ((), (2, 3), (2, 3)),
        ((), (), ()),
        ((0, 3), (1, 3), (0, 3)),
        ((1,), (0,), (0,)),
    ],
)
def test_shapes_of_the_chapter(one, other, result):
    assert broadcast_shapes(one, other) == result == np.broadcast_shapes(one, other)


def test_stretched_row_is_stored_once():
    met = broadcast((64, 3, 32, 10), (32, 10))
    row = met.operands[1]
    assert row.padded == (1, 1, 32, 10)
    assert row.added == row.stretched == (True, True, False, False)
    assert row.strides == (0, 0, 40, 4)
    assert (row.nbytes, met.copied_nbytes(row)) == (1280, 245760)


def test_no_shapes_make_a_scalar():
    met = broadcast()
    assert (met.shape, met.operands, met.clashes, met.rank, met.size) == ((), (), (), 0, 1)


def test_a_length_of_0_counts_as_1_for_the_strides():
    """NumPy itself gives an array without numbers any strides."""
    assert broadcast((2, 0, 3)).operands[0].strides == (12, 12, 4)
    assert broadcast((5, 1, 0)).operands[0].strides == (4, 0, 4)


@pytest.mark.parametrize(
    ("text", "shape"), [("(3,\n4)", (3, 4)), ("[\n2]", (2,)), ("()", ()), ("[ ]", ()), ("  ", ()), ("7,", (7,))]
)
def test_text_that_is_a_shape(text, shape):
    assert parse_shape(text) == shape


def test_failure_names_axis_and_lengths():
    with pytest.raises(
        InputError, match=r"axis -2 from the right \(axis 2 from the left\) the lengths 3 and 32 differ"
    ):
        broadcast_shapes((64, 3, 32, 10), (3, 10))
    met = broadcast((2, 3, 4), (5, 3, 6))
    assert [(clash.axis, clash.from_right, clash.lengths) for clash in met.clashes] == [
        (2, -1, (4, 6)),
        (0, -3, (2, 5)),
    ]
    assert met.size == 0


@pytest.mark.parametrize("bad", [(2, -1), (1.5,), (float("nan"),), (True,), ("3",)])
def test_lengths_that_make_no_sense(bad):
    with pytest.raises(InputError, match="axis"):
        broadcast((2, 2), bad)


@given(shapes)
def test_shapes_are_read_as_python_writes_them(shape):
    assert parse_shape(str(shape)) == shape
    assert parse_shape(", ".join(map(str, shape))) == shape
    assert parse_shape(f" {list(shape)} ") == shape


@pytest.mark.parametrize(
    "text", ["a,b", "3,,4", ",", "-1", "1.5", "nan", "3 4", "(3", "3)", "9" * 5000, "٣", "__import__('os')"]
)
def test_text_that_is_no_shape(text):
    with pytest.raises(InputError, match=r"x: the length of axis \d"):
        parse_shape(text, "x")
