"""From what a learner types to a computational graph, without running any of it.

First every character and every word is looked at, so that a complaint can point at the one that is wrong; then
Python's ``ast`` reads what is left, and only sums, products, powers and a few functions are taken from it.
"""

import ast
import keyword
import re
import warnings
from collections.abc import Iterator

from helpers.maths import checks
from helpers.maths.errors import InputError
from helpers.maths.graph import Graph, Node

MAX_LENGTH = 200  # characters
MAX_NODES = 24
MAX_DEPTH = 12  # of brackets
MAX_EXPONENT = 20
MAX_NAME = 8  # characters
FUNCTIONS = {"sigmoid": 1, "tanh": 1, "relu": 1, "exp": 1, "log": 1, "max": 2}  # and how many values each takes

_SAME = str.maketrans("×·⋅∙−–÷（）", "****--/()")  # one character for one: columns stay
_TOKEN = re.compile(
    r"(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)"
    r"|(?P<name>[A-Za-zΑ-ΡΣ-Ωα-ω_][A-Za-zΑ-ΡΣ-Ωα-ω0-9_]*)|(?P<sign>\*\*|[-+*/(),])|(?P<space> +)|(?P<wrong>.)",
    re.ASCII | re.DOTALL,
)
_BINARY = {ast.Add: "add", ast.Sub: "subtract", ast.Mult: "multiply", ast.Div: "divide"}


class ExpressionError(InputError):
    """An InputError about one character of a text: ``text`` and ``column`` (from 0) say which."""

    def __init__(self, template: str, text: str, column: int, **values: object) -> None:
        self.text, self.column = text, column
        super().__init__(template, at=column + 1, **values)


def parse(text: str) -> Graph:
    """Return the graph of an expression such as ``sigmoid(w*x + b)``; × · − ÷ are read as * * - /.

    Taken are numbers, names, + − * /, whole-number powers, brackets and FUNCTIONS. Raises InputError for all else:
    an ExpressionError, which knows the column, where one character is to blame.
    """
    checks.text("expression", text, MAX_LENGTH)
    plain = text.translate(_SAME)
    _check_order(text, list(_tokens(plain)))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(plain.strip(), mode="eval")
    except (SyntaxError, ValueError, MemoryError, RecursionError):  # nothing is known to come here
        raise ExpressionError("character {at} cannot be read", text, 0) from None
    builder = _Builder(plain, text)
    builder.visit(tree.body)
    return Graph(text, tuple(builder.nodes))


def _tokens(text: str) -> Iterator[tuple[str, str, int]]:
    """Yield kind, text and column of each word; ExpressionError at a character that belongs to none."""
    for found in _TOKEN.finditer(text):
        kind, word, at = str(found.lastgroup), found.group(), found.start()
        if kind == "wrong":
            _refuse_character(text, at)
        if kind == "name":
            _check_name(text, word, at)
        if kind == "number" and re.fullmatch("0+[1-9][0-9]*", word):  # Python does not read it
            raise ExpressionError("character {at} cannot be read", text, at)
        if kind != "space":
            yield kind, word, at
    yield "end", "", len(text)


def _refuse_character(text: str, at: int) -> None:
    char = text[at]
    if char == "^":
        raise ExpressionError("character {at}: a power is written **, not ^", text, at)
    if char == "=":
        raise ExpressionError("character {at}: only the expression is wanted, without =", text, at)
    if char == ".":
        raise ExpressionError("character {at}: a dot stands only inside a number; attributes are not allowed", text, at)
    shown = char if char.isprintable() else f"U+{ord(char):04X}"
    raise ExpressionError("character {at}: {char} is not allowed here", text, at, char=shown)


def _check_name(text: str, name: str, at: int) -> None:
    if keyword.iskeyword(name):
        raise ExpressionError("character {at}: {name} is a word of Python, not a variable", text, at, name=name)
    if name.startswith("_") or "__" in name:
        raise ExpressionError("character {at}: names such as {name} are not allowed", text, at, name=name)
    if len(name) > MAX_NAME:
        raise ExpressionError(
            "character {at}: the name {name} is too long; at most {most} characters", text, at, name=name, most=MAX_NAME
        )


def _check_order(text: str, tokens: list[tuple[str, str, int]]) -> None:
    """See that values and signs alternate and brackets close; ExpressionError at the first word out of place."""
    opened: list[tuple[int, bool]] = []  # column of each open bracket, whether it is that of a function
    wants_value, called = True, False  # called: the word before is the name of a function
    for (kind, word, at), (_kind, following, _at) in zip(tokens, [*tokens[1:], ("end", "", 0)], strict=True):
        if wants_value:
            _check_value(text, kind, word, at, following)
            wants_value = word in ("(", "+", "-")
        elif word == "(" and called:
            wants_value = True
        elif word == "," and not (opened and opened[-1][1]):
            raise ExpressionError("character {at}: a comma stands only between the values of a function", text, at)
        elif kind in ("number", "name") or word == "(":
            raise ExpressionError("character {at}: a sign such as * is missing before {word}", text, at, word=word)
        elif word != ")":
            wants_value = kind != "end"
        if word == "(":
            opened.append((at, called))
            if len(opened) > MAX_DEPTH:
                raise ExpressionError(
                    "character {at}: more than {most} brackets inside one another", text, at, most=MAX_DEPTH
                )
        elif word == ")":
            if not opened:
                raise ExpressionError("character {at}: this bracket was never opened", text, at)
            opened.pop()
        called = word in FUNCTIONS
    if opened:
        raise ExpressionError("character {at}: this bracket is never closed", text, opened[-1][0])


def _check_value(text: str, kind: str, word: str, at: int, following: str) -> None:
    """A value is wanted: a number, a name, a bracket or a sign before one."""
    if kind == "end":
        raise ExpressionError("character {at}: the expression stops where a value is missing", text, at)
    if kind == "sign" and word not in ("(", "+", "-"):
        raise ExpressionError("character {at}: a value is missing before {word}", text, at, word=word)
    if kind == "name" and following == "(" and word not in FUNCTIONS:
        raise ExpressionError(
            "character {at}: {word} is not a function that is known here; there are {known} (a product needs a *)",
            text,
            at,
            word=word,
            known=", ".join(FUNCTIONS),
        )
    if word in FUNCTIONS and following != "(":
        raise ExpressionError("character {at}: {word} is a function and needs brackets: {word}(x)", text, at, word=word)


class _Builder:
    """Walks the tree that Python has read, and lists its nodes; a variable is listed once."""

    def __init__(self, plain: str, text: str) -> None:
        self.plain, self.text = plain, text
        self.margin = len(plain) - len(plain.lstrip())
        self.nodes: list[Node] = []
        self.variables: dict[str, int] = {}

    def visit(self, tree: ast.expr) -> int:
        """Add the nodes of ``tree``; return the number of its own."""
        match tree:  # True and False, which are ints to Python, are refused before as words of Python
            case ast.Constant(value=int() | float() as number):
                return self._constant(tree, number)
            case ast.Name():
                return self._variable(tree)
            case ast.UnaryOp(op=ast.UAdd()):
                return self.visit(tree.operand)
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as number)):
                return self._constant(tree, -number)
            case ast.UnaryOp(op=ast.USub()):
                return self._add(tree, "negate", [tree.operand])
            case ast.BinOp(op=ast.Pow()):
                return self._add(tree, "power", [tree.left], self._exponent(tree.right))
            case ast.BinOp() if type(tree.op) in _BINARY:
                return self._add(tree, _BINARY[type(tree.op)], [tree.left, tree.right])
            case ast.Call(func=ast.Name(id=name)) if name in FUNCTIONS:
                return self._call(tree, name)
        raise ExpressionError("character {at}: this is not allowed in an expression", *self._at(tree))

    def _add(self, tree: ast.expr, kind: str, operands: list[ast.expr], number: float = 0.0) -> int:
        return self._append(tree, Node(kind, self._written(tree), tuple(map(self.visit, operands)), number))

    def _append(self, tree: ast.expr, node: Node) -> int:
        if len(self.nodes) >= MAX_NODES:
            raise ExpressionError(
                "character {at}: more than {most} nodes cannot be drawn", *self._at(tree), most=MAX_NODES
            )
        self.nodes.append(node)
        return len(self.nodes) - 1

    def _constant(self, tree: ast.expr, value: float) -> int:
        if not -1e300 <= value <= 1e300:
            raise ExpressionError("character {at}: this number is too large", *self._at(tree))
        return self._append(tree, Node("number", self._written(tree), (), float(value)))

    def _variable(self, tree: ast.Name) -> int:
        if tree.id not in self.variables:
            self.variables[tree.id] = self._append(tree, Node("variable", tree.id))
        return self.variables[tree.id]

    def _call(self, tree: ast.Call, name: str) -> int:
        if len(tree.args) != FUNCTIONS[name]:
            raise ExpressionError(
                "character {at}: {name} takes {count} value(s), not {given}",
                *self._at(tree),
                name=name,
                count=FUNCTIONS[name],
                given=len(tree.args),
            )
        return self._add(tree, name, tree.args)

    def _exponent(self, tree: ast.expr) -> int:
        sign = 1
        bare = tree
        while isinstance(bare, ast.UnaryOp) and isinstance(bare.op, ast.USub | ast.UAdd):
            sign, bare = (-sign if isinstance(bare.op, ast.USub) else sign), bare.operand
        number = bare.value if isinstance(bare, ast.Constant) else None
        if not isinstance(number, int) or number > MAX_EXPONENT:
            raise ExpressionError(
                "character {at}: an exponent must be a whole number from -{most} to {most}",
                *self._at(tree),
                most=MAX_EXPONENT,
            )
        return sign * number

    def _at(self, tree: ast.expr) -> tuple[str, int]:
        """The text as typed, and the column in it where ``tree`` begins: what an ExpressionError is told."""
        return self.text, self._column(tree.col_offset)

    def _column(self, offset: int) -> int:
        """Turn an offset in bytes, as ``ast`` counts, into one in characters of the text as typed."""
        return self.margin + len(self.plain.strip().encode()[:offset].decode())

    def _written(self, tree: ast.expr) -> str:
        assert tree.end_col_offset is not None
        return self.text[self._column(tree.col_offset) : self._column(tree.end_col_offset)]
