"""Arguments: what makes sense comes back, what does not is refused in one sentence that names it."""

import math
import re

import numpy as np
import pytest

from helpers.maths import checks
from helpers.maths.activations import activation, maxout_of_lines
from helpers.maths.errors import InputError


def refuses(sentence, check, *arguments):
    with pytest.raises(InputError, match=f"^{re.escape(sentence)}$"):
        check(*arguments)


@pytest.mark.parametrize("value", [0, 1, 0.5, np.float32(0.25), np.int64(1)])
def test_a_number_comes_back_as_a_float(value):
    got = checks.number("c", value, 0, 1)
    assert got == value
    assert type(got) is float


@pytest.mark.parametrize("value", [-0.001, 1.001, math.nan, True, False, "0.5", None, [0.5]])
def test_what_is_no_number_within_the_limits_is_refused(value):
    refuses(f"c must be a number from 0 to 1, not {value}", checks.number, "c", value, 0, 1)


def test_a_number_without_limits_has_to_be_finite():
    assert checks.number("c", -1e300) == -1e300
    for value in (math.inf, -math.inf, math.nan):
        refuses(f"c must be a number from -∞ to ∞, not {value}", checks.number, "c", value)
    refuses("c must be a number from 0.5 to ∞, not 0.4", checks.number, "c", 0.4, 0.5)


@pytest.mark.parametrize("value", [2, 3, 5, np.int32(4), np.uint8(5)])
def test_a_whole_number_comes_back_as_an_int(value):
    for high in (5, None):
        got = checks.whole("k", value, 2, high)
        assert got == value
        assert type(got) is int


@pytest.mark.parametrize("value", [1, 6, 2.0, True, "3", None])
def test_what_is_no_whole_number_within_the_limits_is_refused(value):
    refuses(f"k must be a whole number from 2 to 5, not {value}", checks.whole, "k", value, 2, 5)
    if value != 6:
        refuses(f"k must be a whole number from 2 on, not {value}", checks.whole, "k", value, 2)


def test_one_of_some_names():
    assert checks.one_of("mode", "b", ("a", "b")) == "b"
    for value in ("c", "", 1, None, ["a"]):
        refuses(f"mode must be one of a, b, not {value}", checks.one_of, "mode", value, {"a": 1, "b": 2})
    refuses("mode must be one of –, not a", checks.one_of, "mode", "a", ())


def test_true_or_false():
    for value in (True, False, np.True_, np.False_):
        assert checks.flag("relu", value) is bool(value)
    for value in (1, 0, "yes", None):
        refuses(f"relu must be True or False, not {value}", checks.flag, "relu", value)


def test_a_text_that_is_not_too_long():
    assert checks.text("x", "", 3) == ""
    assert checks.text("x", "abc", 3) == "abc"
    refuses("x has 4 characters; at most 3 are read", checks.text, "x", "abcd", 3)
    refuses("x must be a text, not 7", checks.text, "x", 7, 3)
    refuses(f"x must be a text, not {repr(list(range(99)))[:40]}", checks.text, "x", list(range(99)), 3)


def test_a_tuple_of_some_values():
    for value in ((1,), (1, 2, 3)):
        assert checks.several("hidden", value, 1, 3) is value
    for value in ((), (1, 2, 3, 4), [1, 2], None, "ab"):
        refuses(f"hidden must be a tuple of 1 to 3 values, not {value!r}", checks.several, "hidden", value, 1, 3)
    long = tuple(range(99))
    refuses(f"hidden must be a tuple of 1 to 3 values, not {repr(long)[:40]}", checks.several, "hidden", long, 1, 3)


def test_lengths_of_axes():
    assert checks.axis_lengths([2, 0, np.int64(3)]) == (2, 0, 3)
    assert {type(length) for length in checks.axis_lengths([2, np.int64(3)])} == {int}
    assert checks.axis_lengths(()) == ()
    refuses("the length of axis 1 must be a whole number, not 2.5", checks.axis_lengths, (3, 2.5))
    refuses("the length of axis 0 must be a whole number, not True", checks.axis_lengths, (True,))
    refuses("the length of axis 2 cannot be negative (-1)", checks.axis_lengths, (3, 0, -1))


def test_an_activation_and_its_parameter():
    assert activation("relu") is activation("relu")
    assert activation("leaky_relu", 0.5).f(np.float64(-2)) == -1
    assert activation("elu", 0).f(np.float64(-2)) == 0
    refuses("alpha must be a number from 0 to ∞, not -1", activation, "elu", -1)
    with pytest.raises(InputError, match=r"^activation must be one of .*relu.*, not rellu$"):
        activation("rellu")
    with pytest.raises(InputError, match=r"^alpha is for leaky_relu, .*; tanh has no parameter$"):
        activation("tanh", 1.0)


def test_maxout_takes_the_largest_line():
    act = maxout_of_lines((-1.0, 0.5))
    z = np.array([-2.0, 0.0, 2.0])
    np.testing.assert_array_equal(act.f(z), [2, 0, 1])
    np.testing.assert_array_equal(act.df(np.array([-2.0, 2.0])), [-1, 0.5])
    assert act.range == (0.0, math.inf)
    for slopes in ((0.0, 2.0), (-2.0, 0.0)):
        assert maxout_of_lines(slopes).range[0] == 0
    for slopes in ((1.0, 2.0), (-2.0, -1.0), (0.5,)):
        assert maxout_of_lines(slopes).range == (-math.inf, math.inf)
    refuses("slopes must hold one number at least", maxout_of_lines, ())
    refuses("slopes must be a number from -∞ to ∞, not x", maxout_of_lines, (1.0, "x"))
