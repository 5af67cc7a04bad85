import ast
import contextlib
import re
import time
from unittest.mock import Mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.widgets.backprop.expression import FUNCTIONS, MAX_LENGTH, MAX_NODES, ExpressionError, _Builder, parse


def kinds(text):
    return [node.kind for node in parse(text).nodes]


def test_a_variable_is_one_node_however_often_it_is_used():
    graph = parse("x*x + y*x")
    assert graph.variables == {"x": 0, "y": 2}
    assert [node.text for node in graph.nodes] == ["x", "x*x", "y", "y*x", "x*x + y*x"]
    assert graph.edges == ((0, 1, 0), (0, 1, 1), (2, 3, 0), (0, 3, 1), (1, 4, 0), (3, 4, 1))


def test_python_decides_what_binds_tighter():
    assert kinds("-x**2") == ["variable", "power", "negate"]
    assert kinds("(-x)**2") == ["variable", "negate", "power"]
    assert kinds("a - b - c") == ["variable", "variable", "subtract", "variable", "subtract"]
    assert parse("a - b - c").nodes[-1].inputs == (2, 3)
    assert kinds("2 + -3") == ["number", "number", "add"]
    assert [node.number for node in parse("2 + -3").nodes] == [2, -3, 0]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_is_known(name):
    text = f"{name}({', '.join('xy'[: FUNCTIONS[name]])})"
    assert kinds(text)[-1] == name
    with pytest.raises(ExpressionError, match=f"{name} takes"):
        parse(f"{name}(x, y, z)")


def test_signs_of_print_are_read_as_those_of_the_keyboard():
    assert kinds("α×β − γ÷2 · δ") == kinds("a*b - c/2 * d")
    assert [node.text for node in parse("α×β − γ").nodes] == ["α", "β", "α×β", "γ", "α×β − γ"]
    assert parse("  θ + x").nodes[2].text == "θ + x"


TWELVE = "+".join("abcdefghijkl")  # twelve variables: 23 nodes
WRONG = {
    "": "character 1: the expression stops where a value is missing",
    "x +": "character 4: the expression stops where a value is missing",
    "2x": "character 2: a sign such as * is missing before x",
    "x y": "character 3: a sign such as * is missing before y",
    "x 25": "character 3: a sign such as * is missing before 25",
    "(x)(y)": "character 4: a sign such as * is missing before (",
    "x(y)": "character 1: x is not a function that is known here; "
    "there are sigmoid, tanh, relu, exp, log, max (a product needs a *)",
    "x + exec(x)": "character 5: exec is not a function that is known here; "
    "there are sigmoid, tanh, relu, exp, log, max (a product needs a *)",
    "(x": "character 1: this bracket is never closed",
    "x*y + (x": "character 7: this bracket is never closed",
    "exp((x) + (y": "character 11: this bracket is never closed",
    "x)": "character 2: this bracket was never opened",
    "1 + max(x)": "character 5: max takes 2 value(s), not 1",
    "exp(x, y)": "character 1: exp takes 1 value(s), not 2",
    "x, y": "character 2: a comma stands only between the values of a function",
    "(x, y)": "character 3: a comma stands only between the values of a function",
    "max((x, y), z)": "character 7: a comma stands only between the values of a function",
    "()": "character 2: a value is missing before )",
    "exp(*x)": "character 5: a value is missing before *",
    "x // y": "character 4: a value is missing before /",
    "max(x,)": "character 7: a value is missing before )",
    "sigmoid + 1": "character 1: sigmoid is a function and needs brackets: sigmoid(x)",
    "x.y": "character 2: a dot stands only inside a number; attributes are not allowed",
    "x = 3": "character 3: only the expression is wanted, without =",
    "x ^ 2": "character 3: a power is written **, not ^",
    "x[0]": "character 2: [ is not allowed here",
    "'a'": "character 1: ' is not allowed here",
    "x\n+ y": "character 2: U+000A is not allowed here",
    "x\0": "character 2: U+0000 is not allowed here",
    "값 + 1": "character 1: 값 is not allowed here",
    "α + 값": "character 5: 값 is not allowed here",
    "α + \u03a2": "character 5: U+03A2 is not allowed here",  # between Ρ and Σ, and no letter
    "import os": "character 1: import is a word of Python, not a variable",
    "lambda: x": "character 1: lambda is a word of Python, not a variable",
    "x if y else z": "character 3: if is a word of Python, not a variable",
    "x + True": "character 5: True is a word of Python, not a variable",
    "__import__('os')": "character 1: names such as __import__ are not allowed",
    "x + a__b": "character 5: names such as a__b are not allowed",
    "x + _y": "character 5: names such as _y are not allowed",
    "x + ninechars": "character 5: the name ninechars is too long; at most 8 characters",
    "9**9**9**9": "character 4: an exponent must be a whole number from -20 to 20",
    "α**0.5": "character 4: an exponent must be a whole number from -20 to 20",
    "x**y": "character 4: an exponent must be a whole number from -20 to 20",
    "x**21": "character 4: an exponent must be a whole number from -20 to 20",
    "x**-21": "character 4: an exponent must be a whole number from -20 to 20",
    "1e301 + x": "character 1: this number is too large",
    "α + -1e999": "character 5: this number is too large",
    "(" * 90 + "x" + ")" * 90: "character 13: more than 12 brackets inside one another",
    "-" * 190 + "x": "character 167: more than 24 nodes cannot be drawn",  # x and 23 signs can
    f"-({TWELVE}) * 5": "character 30: more than 24 nodes cannot be drawn",
    f"-({TWELVE}) * q": "character 30: more than 24 nodes cannot be drawn",
    "01": "character 1 cannot be read",
    "  β + 007": "character 7 cannot be read",
}


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_is_pointed_at(text):
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    assert str(caught.value) == WRONG[text]
    assert caught.value.text == text
    assert caught.value.column + 1 == int(re.findall("[0-9]+", WRONG[text])[0])


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("9" * MAX_LENGTH, "200 characters"),
        ("-1e300 + 1e300", "numbers of both signs"),
        ("x + 12345678 * eightltr", "a name of 8 letters"),
        ("(" * 12 + "x" + ")" * 12, "12 brackets"),
        ("-" * 23 + "x", "24 nodes"),
        (f"-({TWELVE})", "24 nodes"),
        ("x**20 + x**-20", "exponents"),
        ("007.5 + 0 + 00", "zeros before a number that is no whole one"),
    ],
)
def test_as_much_as_is_allowed_is_read(text, most):
    assert parse(text).text == text, most


@pytest.mark.parametrize(("power", "number"), [("2", 2), ("-2", -2), ("+2", 2), ("--2", 2), ("-+-+-2", -2), ("0", 0)])
def test_an_exponent_has_its_signs(power, number):
    graph = parse(f"x**{power} + y")
    assert [(node.kind, node.number) for node in graph.nodes if node.kind == "power"] == [("power", number)]
    assert graph.nodes[1].text == f"x**{power}"


def test_a_plus_before_a_value_is_nothing():
    assert kinds("+x * +(+y)") == ["variable", "variable", "multiply"]


@pytest.mark.parametrize("text", ["x if y else z", "x[0]", "x.y", "lambda: x", "'a'", "sin(x)", "x // y", "1j", "[x]"])
def test_a_second_lock_holds_what_the_first_lets_through(text):
    with pytest.raises(ExpressionError, match=r"^character 1: this is not allowed in an expression$") as caught:
        _Builder(text, text).visit(ast.parse(text, mode="eval").body)
    assert caught.value.text == text


def test_what_is_too_much_for_python_is_a_complaint(monkeypatch):
    for problem in (SyntaxError, ValueError, MemoryError, RecursionError):
        monkeypatch.setattr(ast, "parse", Mock(side_effect=problem))
        with pytest.raises(ExpressionError, match=r"^character 1 cannot be read$") as caught:
            parse("x + y")
        assert (caught.value.text, caught.value.column) == ("x + y", 0)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x" * 10_000, "expression has 10000 characters; at most 200 are read"),
        (7, "expression must be a text, not 7"),
        (None, "expression must be a text, not None"),
    ],
)
def test_what_is_no_expression_at_all(text, said):
    with pytest.raises(ValueError, match=f"^{said}$"):
        parse(text)


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=60) | st.text(alphabet="xyσ12.(),+-*/ e×max", max_size=60))
def test_any_text_is_a_graph_or_a_complaint(text):
    started = time.perf_counter()
    with contextlib.suppress(ExpressionError):
        graph = parse(text)
        assert len(graph.nodes) <= MAX_NODES
        assert all(source < target for source, target, _slot in graph.edges)
    assert time.perf_counter() - started < 2


@given(st.text(alphabet="xy12(),+-*/ ", max_size=30))
def test_our_reading_of_the_order_is_pythons(text):
    """What is complained of is no expression for Python either, or one that has no place here."""
    try:
        parse(text)
    except ExpressionError as problem:
        told = str(problem)
        if any(words in told for words in ("missing", "never")) and "(" not in text and "//" not in text:
            with pytest.raises(SyntaxError):
                ast.parse(text.strip() or "+", mode="eval")
    else:
        ast.parse(text.strip(), mode="eval")
