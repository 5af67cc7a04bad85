"""The numbers that a chapter measures, over several seeds: whence the ranges that it prints come."""

import re

import nbformat
from nbclient import NotebookClient

from tools.bench.kernel import QUIET
from tools.chapter import NOTEBOOKS, ChapterError, place

_SEED = re.compile(r"^SEED = \d+$", re.MULTILINE)
_MEASURED = re.compile(r"^(.+?) ≈ (-?\d+(?:\.\d+)?)(.*)$", re.MULTILINE)


def with_seed(notebook: nbformat.NotebookNode, seed: int) -> nbformat.NotebookNode:
    """Set the line ``SEED = ...`` of a notebook; ChapterError where there is not exactly one."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code" and _SEED.search(cell.source)]
    if len(cells) != 1:
        raise ChapterError(f"there must be one line SEED = <number>, not {len(cells)}")
    cells[0].source = _SEED.sub(f"SEED = {seed}", cells[0].source)
    return notebook


def found(notebook: nbformat.NotebookNode) -> dict[str, float]:
    """Return what was measured, by its words; words that come again are numbered."""
    values: dict[str, float] = {}
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            for words, number, _rest in _MEASURED.findall(output.get("text", "")):
                again = sum(name == words or name.startswith(f"{words} #") for name in values)
                values[f"{words} #{again + 1}" if again else words] = float(number)
    return values


def seeds(name: str, count: int) -> list[dict]:
    """Run a chapter with the seeds 1 to ``count``: a row for each number, lowest, highest and all of them."""
    rows: dict[str, list[float]] = {}
    for seed in range(1, count + 1):
        notebook = with_seed(nbformat.read(place(name, "en"), as_version=4), seed)
        where = {"metadata": {"path": str(NOTEBOOKS)}}
        NotebookClient(notebook, timeout=900, kernel_name="python3", resources=where, extra_arguments=QUIET).execute()
        for words, value in found(notebook).items():
            rows.setdefault(words, []).append(value)
    return [
        {"measured": words, "lowest": min(values), "highest": max(values), "all": " ".join(f"{v:g}" for v in values)}
        for words, values in rows.items()
    ]
