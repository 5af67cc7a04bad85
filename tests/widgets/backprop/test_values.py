import re

import pytest

from helpers.widgets.backprop.expression import parse
from helpers.widgets.backprop.values import EXAMPLES, USUAL, read_values, write_values


@pytest.mark.parametrize("expression", EXAMPLES)
def test_an_example_has_a_value_for_each_variable(expression):
    graph = parse(expression)
    values = read_values("", graph)
    assert list(values) == list(graph.variables) or set(values) == set(graph.variables)
    assert write_values(values) == EXAMPLES[expression][0]


def test_what_is_not_given_is_usual():
    graph = parse("a + b*c + d + e + f + g")
    assert list(read_values("b=7; g=−.5", graph).values()) == [2.0, 7.0, 0.5, 1.0, -1.0, 4.0, -0.5]
    assert read_values("", graph)["g"] == USUAL[0]  # they come again


@pytest.mark.parametrize("values", [{"x": 2.0}, {"x": 0.1, "y": -1e300}, {"x": 1 / 3, "y": 1e-12}])
def test_what_is_written_is_read_again(values):
    assert read_values(write_values(values), parse(" + ".join(values))) == values


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x", "values: x is not a name and a number such as x=2"),
        ("x=inf", "values: x=inf is not a name and a number such as x=2"),
        ("y=1, x=1_0 ", "values: x=1_0 is not a name and a number such as x=2"),
        ("x=1=2", "values: x=1=2 is not a name and a number such as x=2"),
        ("x=" + "9" * 350, f"values: x={'9' * 38} is not a name and a number such as x=2"),  # the first 40 characters
        ("q=1", "values: there is no variable q in x * y"),
        (f"{'q' * 50}=1", f"values: there is no variable {'q' * 40} in x * y"),
        ("x" * 401, "values has 401 characters; at most 400 are read"),
        (3, "values must be a text, not 3"),
    ],
)
def test_what_cannot_be_read_is_named(text, said):
    with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
        read_values(text, parse("x * y"))


@pytest.mark.parametrize("text", ["x=1,y=2", " x = 1 ;; y=2, ", "y=9, y=2, x=1e0"])
def test_blanks_and_empty_parts_do_no_harm_and_the_last_word_counts(text):
    assert read_values(text, parse("x * y")) == {"x": 1.0, "y": 2.0}
