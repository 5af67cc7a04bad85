import ast
import contextlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.widgets.backprop.expression import FUNCTIONS, MAX_LENGTH, MAX_NODES, ExpressionError, parse


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


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("", 0, "stops where a value is missing"),
        ("x +", 3, "stops where a value is missing"),
        ("2x", 1, "a sign such as * is missing before x"),
        ("x y", 2, "a sign such as * is missing before y"),
        ("(x)(y)", 3, "a sign such as * is missing before ("),
        ("x(y)", 0, "x is not a function"),
        ("exec(x)", 0, "exec is not a function"),
        ("(x", 0, "never closed"),
        ("x)", 1, "never opened"),
        ("max(x)", 0, "max takes 2 value(s), not 1"),
        ("x, y", 1, "comma"),
        ("max((x, y), z)", 6, "comma"),
        ("()", 1, "a value is missing before )"),
        ("exp(*x)", 4, "a value is missing before *"),
        ("x // y", 3, "a value is missing before /"),
        ("sigmoid + 1", 0, "sigmoid is a function and needs brackets"),
        ("x.y", 1, "attributes are not allowed"),
        ("x = 3", 2, "without ="),
        ("x ^ 2", 2, "a power is written **, not ^"),
        ("x[0]", 1, "[ is not allowed"),
        ("'a'", 0, "' is not allowed"),
        ("x\n+ y", 1, "U+000A is not allowed"),
        ("x\0", 1, "U+0000"),
        ("값 + 1", 0, "값 is not allowed"),
        ("α + 값", 4, "값 is not allowed"),
        ("import os", 0, "import is a word of Python"),
        ("lambda: x", 0, "lambda is a word of Python"),
        ("x if y else z", 2, "if is a word of Python"),
        ("x + True", 4, "True is a word of Python"),
        ("__import__('os')", 0, "names such as __import__"),
        ("x + a__b", 4, "names such as a__b"),
        ("x + longerthan", 4, "too long"),
        ("9**9**9**9", 3, "an exponent must be a whole number from -20 to 20"),
        ("α**0.5", 3, "an exponent must be a whole number"),
        ("x**y", 3, "an exponent must be a whole number"),
        ("2**9999999999", 3, "an exponent must be a whole number"),
        ("1e999 + x", 0, "too large"),
        ("9" * MAX_LENGTH + "", 0, None),
        ("(" * 90 + "x" + ")" * 90, 12, "more than 12 brackets"),
        ("-" * 190 + "x", None, f"more than {MAX_NODES} nodes"),
        ("+".join("abcdefghijklmnopqrstuvwxyz"), None, f"more than {MAX_NODES} nodes"),
        ("01", None, "cannot be read"),
    ],
)
def test_what_is_wrong_is_pointed_at(text, column, words):
    if words is None:
        assert parse(text).nodes[0].number == float(text)
        return
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    assert words in str(caught.value)
    assert caught.value.text == text
    if column is not None:
        assert caught.value.column == column
    assert f"character {caught.value.column + 1}" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "words"), [("x" * 10_000, "10000 characters; at most 200"), (7, "must be a text, not 7"), (None, "None")]
)
def test_what_is_no_expression_at_all(text, words):
    with pytest.raises(ValueError, match=words):
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
