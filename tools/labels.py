"""The words in the pictures of the Korean notebooks: put into their code from one table, ``chapters/labels.toml``.

``[labels]`` holds for what is written on a picture: an argument of ``set_title`` and its like, a ``label=``, what a
variable ``titles`` is set to. Words that reach a picture by another way, through another list or a function of the
chapter, stand under the chapter's number.
"""

import ast
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

_PARTS = ("label", "title", "xlabel", "xticklabels", "ylabel", "yticklabels")
WRITES = frozenset(("annotate", "legend", "suptitle", "text", *_PARTS, *(f"set_{part}" for part in _PARTS)))
NAMES = frozenset(("labels", "suptitle", "titles", *_PARTS))
_LITERAL = re.compile(r"""^([rf]?)(["'])(.*)\2$""", re.DOTALL)

Table = Mapping[str, Mapping[str, str]]


def read(folder: Path) -> Table:
    """Return the table of the chapters in ``folder``; empty where there is none."""
    path = folder / "labels.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def translated(source: str, table: Table, chapter: str) -> str:
    """Return the code ``source`` of a chapter, by its number, with the labels of ``table``; all else stays as it is."""
    try:
        tree = ast.parse(source)
    except SyntaxError:  # a line of IPython's: such cells draw nothing
        return source
    lines = [line.encode() for line in source.splitlines(keepends=True)]
    starts = [sum(map(len, lines[:number])) for number in range(len(lines))]
    whole = source.encode()
    found = [(starts[node.lineno - 1] + node.col_offset, node, on_picture) for node, on_picture in _literals(tree)]
    for start, node, on_picture in sorted(found, key=lambda each: -each[0]):
        segment = ast.get_source_segment(source, node) or ""
        literal = _LITERAL.match(segment)
        if literal is None:
            continue
        kind, quote, text = literal.groups()
        known = {**(table.get("labels", {}) if on_picture else {}), **table.get(chapter, {})}
        if text in known:
            new = f"{kind}{quote}{known[text]}{quote}".encode()
            whole = whole[:start] + new + whole[start + len(segment.encode()) :]
    return whole.decode()


def _literals(tree: ast.AST, on_picture: bool = False) -> Iterator[tuple[ast.expr, bool]]:
    """Yield each string, and whether it is an argument that is written on a picture; keys in brackets are none."""
    for name, child in ast.iter_fields(tree):
        for node in child if isinstance(child, list) else [child]:
            if not isinstance(node, ast.AST) or (isinstance(tree, ast.Subscript) and name == "slice"):
                continue
            written = on_picture or _is_written(tree, name, node)
            if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str)):
                yield node, written
            else:
                yield from _literals(node, written)


def _is_written(parent: ast.AST, field: str, node: ast.AST) -> bool:
    if isinstance(node, ast.keyword):
        return node.arg in NAMES
    if isinstance(parent, ast.Assign):
        return any(isinstance(target, ast.Name) and target.id in NAMES for target in parent.targets)
    called = getattr(parent, "func", None)
    return field == "args" and isinstance(called, ast.Attribute) and called.attr in WRITES
