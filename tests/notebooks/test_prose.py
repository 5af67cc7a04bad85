"""What a reader of the prose sees: no stars where bold or italics were meant.

CommonMark closes no emphasis between a punctuation mark and a letter. English has a space there, Korean a particle:
``**f(x)**는`` shows its stars. JupyterLab and GitHub strike out what stands between two ``~``; behind a backslash it
stands for itself.
"""

import re

import nbformat
import pytest
from markdown_it import MarkdownIt

from tools.chapter import ROOT

CODE = re.compile(r"`[^`]*`|^```.*?^```", re.DOTALL | re.MULTILINE)
NOTEBOOKS = sorted((ROOT / "notebooks").rglob("*.ipynb"))


def stars(source):
    tokens = MarkdownIt("commonmark").enable("table").parse(source)
    return [
        part.content for token in tokens for part in token.children or () if part.type == "text" and "*" in part.content
    ]


def test_stars_are_found():
    assert stars("**f(x)**는") == ["**f(x)**는"]
    assert not stars("**f**는 `a * b` *x*")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_star_is_left_in_the_prose(path):
    cells = nbformat.read(path, as_version=4).cells
    assert not [left for cell in cells if cell.cell_type == "markdown" for left in stars(cell.source)]


def tildes(source):
    return re.findall(r"(?<!\\)~", CODE.sub("", source))


def test_tildes_are_found():
    assert tildes("3~5 `a~b` ~~x~~ 3\\~5") == ["~"] * 5


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_tilde_strikes_anything_out(path):
    cells = nbformat.read(path, as_version=4).cells
    assert not [cell.source for cell in cells if cell.cell_type == "markdown" and tildes(cell.source)]
