import pytest

from helpers.drawing.numbers import fixed, short


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"),
        (-0.0, "0"),
        (1.3, "1.3"),
        (13.0, "13"),
        (-0.19661, "−0.197"),
        (1234.4, "1234"),
        (12345, "1.23e4"),
        (9999.9, "1e4"),
        (0.00012345, "1.23e−4"),
        (-5e-4, "−5e−4"),
        (1e-300, "1e−300"),
        (-1.5e200, "−1.5e200"),
    ],
)
def test_numbers_are_short(number, text):
    assert short(number) == text
    assert len(text) <= 9


def test_fewer_digits_where_there_is_little_room():
    assert (short(-0.19661, 2), short(1234, 2), short(0.00056, 2)) == ("−0.2", "1.23e3", "5.6e−4")


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0.00"), (-0.0, "0.00"), (-0.004, "0.00"), (-0.006, "−0.01"), (12.345, "12.35"), (float("nan"), "nan")],
)
def test_a_fixed_number_of_digits_and_never_a_minus_before_zero(number, text):
    assert fixed(number, 2) == text
