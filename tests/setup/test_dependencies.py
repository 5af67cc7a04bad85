"""What is imported is declared: helpers asks for what it needs, the tools and tests find theirs in the extras."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OURS = {"helpers", "tools", "tests", "lab"}
# helpers.server runs inside Jupyter's server alone, tensorboard_server.py in a process of TensorBoard's.
AREAS = {
    "helpers": ([], [path for path in (ROOT / "helpers").rglob("*.py") if path.name != "server.py"]),
    "helpers.server": (["lab"], [ROOT / "helpers/server.py"]),
    "tools": (["lab", "test", "mutants"], [*(ROOT / "tools").rglob("*.py")]),
    "tests": (["lab", "cpu", "test"], [ROOT / "conftest.py", *(ROOT / "tests").rglob("*.py")]),
    "chapters": (["cpu"], [*(ROOT / "chapters").glob("*.py")]),
    "lab.py": (None, [ROOT / "lab.py", ROOT / "tools/__init__.py", ROOT / "tools/environment.py"]),
}


def plain(name):
    """A distribution's name as the index compares names."""
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(extras):
    """The distributions that pyproject.toml names: those of the package itself and of ``extras``; None: nothing."""
    if extras is None:
        return set()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = sum((project["optional-dependencies"][extra] for extra in extras), project["dependencies"])
    return {plain(re.match(r"[\w.-]+", line)[0]) for line in lines}


def imported(path, inside_functions):
    """The top-level names of other people's packages that a file imports; not inside functions unless asked."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = ast.walk(tree) if inside_functions else tree.body
    names = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names - OURS - sys.stdlib_module_names


def undeclared(files, extras, inside_functions):
    """Each import whose package is not declared, with the files that import it."""
    packages, known, found = packages_distributions(), declared(extras), {}
    for path in files:
        for name in imported(path, inside_functions):
            if not known & {plain(one) for one in packages.get(name, [name])}:
                found.setdefault(name, []).append(path.relative_to(ROOT).as_posix())
    return found


@pytest.mark.parametrize("area", AREAS)
def test_what_is_imported_is_declared(area):
    extras, files = AREAS[area]
    assert files
    assert undeclared(files, extras, inside_functions=False) == {}


@pytest.mark.parametrize("area", AREAS)
def test_what_is_imported_later_is_declared(area):
    """Inside functions helpers may also import what is optional: TensorFlow, TensorBoard, JAX."""
    extras, files = AREAS[area]
    more = ["lab", "cpu", "test"] if area == "helpers" else extras
    assert undeclared(files, more, inside_functions=True) == {}


def test_nothing_is_declared_that_helpers_never_imports():
    """What a learner must install is what helpers really needs."""
    packages = packages_distributions()
    used = {name for path in AREAS["helpers"][1] for name in imported(path, inside_functions=True)}
    font = "koreanize_matplotlib"  # of which helpers take a file; imported it would change the font of every figure
    assert f'find_spec("{font}")' in (ROOT / "helpers/drawing/fonts.py").read_text(encoding="utf-8")
    assert declared([]) - {plain(one) for name in (*used, font) for one in packages.get(name, [])} == set()
