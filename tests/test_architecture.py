"""docs/architecture.md says what the code does."""

import re
import tomllib
from collections import defaultdict
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
WIDGETS = sorted(path.parent.name for path in (ROOT / "helpers/widgets").glob("*/explorer.py"))
WIDGETS.remove("engine")
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS = SETTINGS["tool"]["importlinter"]["contracts"]


@pytest.fixture(scope="module")
def graph():
    return grimp.build_graph("helpers")


def imports(graph):
    for module in graph.modules:
        for imported in graph.find_modules_directly_imported_by(module):
            yield module.split("."), imported.split(".")


def arrows(inside):
    """The arrows of the page's diagram: those of the one widget, or those between packages."""
    before, _, after = PAGE.partition("subgraph")
    part = after.partition("\n    end")[0] if inside else before
    return set(re.findall(r"^ +(\w+) --> (\w+)$", part, re.MULTILINE))


def test_the_arrows_between_packages_are_the_imports(graph):
    between = {(one[1], other[1]) for one, other in imports(graph) if len(one) > 1 and one[1] != other[1]}
    assert arrows(inside=False) == between


def test_the_arrows_inside_a_widget_are_its_imports(graph):
    race = set()
    for one, other in imports(graph):
        if one[:3] == ["helpers", "widgets", "race"] and other[1] == "widgets":
            race.add((one[3], other[2] if other[2] == "engine" else other[3]))
    assert arrows(inside=True) == race


def test_every_widget_is_under_every_contract():
    containers = next(contract["containers"] for contract in CONTRACTS if "containers" in contract)
    alone = next(contract["modules"] for contract in CONTRACTS if contract["type"] == "independence")
    assert sorted(containers) == sorted(alone) == [f"helpers.widgets.{name}" for name in WIDGETS]


def test_every_file_of_a_widget_is_in_a_layer():
    layers = next(contract["layers"] for contract in CONTRACTS if "containers" in contract)
    known = {name for layer in layers for name in re.findall(r"\w+", layer)}
    files = {path.stem for name in WIDGETS for path in (ROOT / "helpers/widgets" / name).glob("*.py")}
    assert files - {"__init__"} <= known


def test_what_one_widget_alone_uses_stands_in_its_folder(graph):
    users = defaultdict(set)
    for one, other in imports(graph):
        if other[1] in ("maths", "drawing") and len(other) > 2:
            users["/".join(other) + ".py"].add(one[2] if one[1] == "widgets" else ".".join(one))
    alone = {file for file, rooms in users.items() if len(rooms) == 1 and rooms <= set(WIDGETS)}
    argued = set()
    for row in re.findall(r"^\| (`helpers/.*?) \| \w", PAGE.partition("## Files that")[2], re.MULTILINE):
        first, *more = re.findall(r"`([^`]+)`", row)
        argued |= {first, *(f"{first.rpartition('/')[0]}/{name}" for name in more)}
    assert alone == argued


def test_files_are_small():
    """Half of the package's files have at most 130 lines, none more than 300."""
    lengths = sorted(
        len(path.read_text(encoding="utf-8").splitlines())
        for path in (ROOT / "helpers").rglob("*.py")
        if path.name != "__init__.py"
    )
    assert lengths[len(lengths) // 2] <= 130
    assert lengths[-1] <= 310
