"""What a chapter defines and imports, so that a test can hold it to its twin in helpers."""

import ast
from pathlib import Path

import numpy as np

CHAPTERS = Path(__file__).resolve().parent.parent / "chapters"


def definitions(chapter: str, *names: str, **given: object) -> dict[str, object]:
    """Return the functions, classes and constants ``names`` that ``chapters/<chapter>.py`` defines at its top level.

    They are executed in the chapter's order, with ``np`` and ``given`` known and nothing else of the chapter. A name
    defined several times is executed several times, as in the notebook. KeyError for a name that is not there.
    """
    tree = ast.parse((CHAPTERS / f"{chapter}.py").read_text(encoding="utf-8"))
    wanted = [node for node in tree.body if _names(node) & set(names)]
    namespace: dict[str, object] = {"np": np, **given}
    exec(compile(ast.Module(wanted, []), chapter, "exec"), namespace)
    return {name: namespace[name] for name in names}


def imported(chapter: str) -> set[str]:
    """Return the packages that ``chapters/<chapter>.py`` imports, by their first names."""
    nodes = list(ast.walk(ast.parse((CHAPTERS / f"{chapter}.py").read_text(encoding="utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    named = {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    return {module.partition(".")[0] for module in plain | named}


def _names(node: ast.stmt) -> set[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return {node.name}
    if isinstance(node, ast.Assign):
        return {target.id for target in node.targets if isinstance(target, ast.Name)}
    return set()
