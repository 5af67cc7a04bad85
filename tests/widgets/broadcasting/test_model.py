"""The numbers that are drawn, held to NumPy's own broadcasting; what cannot be drawn; bytes in words."""

import numpy as np
import pytest

from helpers.maths.errors import InputError
from helpers.widgets.broadcasting.model import COMPUTE, in_bytes, meet


def shown(x, y, operation="add", dtype="float32"):
    return meet(x, y, operation, dtype, COMPUTE)


@pytest.mark.parametrize(("operation", "ufunc"), [("add", np.add), ("multiply", np.multiply), ("maximum", np.maximum)])
@pytest.mark.parametrize(("x", "y"), [("4, 3", "3"), ("4, 1", "1, 3"), ("2, 1, 3", "2, 1"), ("3", "()"), ("12", "1")])
def test_the_numbers_are_those_of_numpy(x, y, operation, ufunc):
    meeting = shown(x, y, operation)
    values = meeting.values
    one, other, result = (numbers.reshape(meeting.met.shape) for numbers in values.numbers)
    np.testing.assert_array_equal(ufunc(one, other), result)
    assert {numbers.dtype for numbers in values.numbers} == {np.dtype("float32")}
    for operand, numbers, real in zip(meeting.met.operands, values.numbers, values.real, strict=False):
        stored = numbers[real]  # each stored number once, and those repeated are among them
        assert len(stored) == operand.size == len(set(stored.tolist()))
        assert set(numbers.tolist()) == set(stored.tolist())
    assert values.real[2].all()


@pytest.mark.parametrize(
    ("operation", "x", "y"),
    [
        ("add", [0, 1, 2], [10, 20, 30]),
        ("maximum", [0, 1, 2], [10, 20, 30]),
        ("multiply", [1, 2, 3], [1, 2, 3]),
    ],
)
def test_small_numbers_can_be_told_apart(operation, x, y):
    numbers = shown("3", "3", operation).values.numbers
    assert [each.tolist() for each in numbers[:2]] == [x, y]


def test_more_than_nine_numbers_go_up_by_one():
    assert shown("10", "10").values.numbers[1].tolist() == list(range(10, 20))
    assert shown("9", "9").values.numbers[1].tolist() == list(range(10, 100, 10))


def test_shapes_that_do_not_fit_are_drawn_without_a_result():
    values = shown("4, 3", "4").values
    assert [len(numbers) for numbers in values.numbers] == [12, 4]
    assert [real.all() for real in values.real] == [True, True]


def test_a_result_without_cells():
    meeting = shown("0, 3", "3")
    assert [len(numbers) for numbers in meeting.values.numbers] == [0, 3, 0]
    assert meeting.result_nbytes == 0
    assert not meeting.overflows


@pytest.mark.parametrize(("dtype", "overflows"), [("uint8", True), ("int32", False), ("float64", False)])
def test_a_number_too_large_for_its_type_is_noticed(dtype, overflows, recwarn):
    meeting = shown("5, 7", "5, 7", "multiply", dtype)
    assert meeting.overflows is overflows
    assert meeting.dtype == dtype
    assert meeting.result_nbytes == 35 * np.dtype(dtype).itemsize
    assert not recwarn.list


def test_too_many_cells_are_not_drawn():
    assert shown("6, 8", "8").values is not None
    assert shown("7, 7", "7").values is None


@pytest.mark.parametrize("name", ["x", "y"])
def test_more_axes_than_can_be_drawn_are_named(name):
    shapes = {"x": "2", "y": "2", name: "1, 1, 1, 1, 1, 1, 2"}
    with pytest.raises(InputError, match=f"^{name} has rank 7; at most 6 axes can be drawn$"):
        shown(**shapes)
    shown(**{**shapes, name: "1, 1, 1, 1, 1, 2"})


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0 B"),
        (999_999, "999,999 B"),
        (1_000_000, "1.0 MB"),
        (999_900_000, "999.9 MB"),
        (10**9, "1.0 GB"),
        (25 * 10**11, "2.5 TB"),
        (10**15, "1.0 PB"),
        (999 * 10**15, "999.0 PB"),
        (10**18, "1e+18 B"),
    ],
)
def test_bytes_in_words(count, words):
    assert in_bytes(count) == words
