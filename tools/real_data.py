"""Which cells depend on real data, and whether the chapter's tags say so.

On practice data nbval compares no cell that is tagged ``real-data``, and every other cell to the letter. What it will
find is asked by running the chapter once more, on practice data.
"""

import ast
from tempfile import TemporaryDirectory

from IPython.core.inputtransformer2 import TransformerManager
from nbformat import NotebookNode

from tools.chapter import ChapterError, notebooks
from tools.notebook import code_cells, run
from tools.outputs import IGNORED, difference, has_something_to_compare

TAG = "real-data"
SOMETIMES = "sometimes"  # beside it: on practice data the output differs only in some runs: one may find nothing
_ONLY_DEFINED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def untagged_loads(name: str, notebook: NotebookNode) -> list[str]:
    """Name the cells that load a data set and are not tagged, without running them."""
    return [
        f'{_cell(name, cell)}: loads data, and load_data says so where they are practice data: tag it "{TAG}"'
        for cell in code_cells(notebook)
        if not {TAG, *IGNORED} & set(_tags(cell)) and _calls_load_data(cell.source)
    ]


def check_tags(name: str, real: NotebookNode) -> None:
    """Run the chapter on practice data beside ``real``, its run on real data; ChapterError where its tags disagree.

    A chapter that neither names ``helpers.datasets`` nor has the tag is not run.
    """
    cells = code_cells(real)
    if not any("datasets" in cell.source or TAG in _tags(cell) for cell in cells):
        return
    practice = notebooks(name)["en"]
    with TemporaryDirectory() as nothing:
        run(name, practice, "practice", KERAS_HOME=nothing)
    wrong = disagreements(name, cells, code_cells(practice))
    if wrong:
        raise ChapterError("\n".join(wrong))


def disagreements(name: str, real: list[NotebookNode], practice: list[NotebookNode]) -> list[str]:
    """Say of each cell whose tag disagrees with its outputs on both data what differs, or that nothing does."""
    wrong = []
    for ours, theirs in zip(real, practice, strict=True):
        if IGNORED & set(_tags(ours)):
            continue
        found = difference(ours.outputs, theirs.outputs)
        if found and TAG not in _tags(ours):
            wrong.append(
                f"{_cell(name, ours)}: real data give {found[0]!r}, practice data {found[1]!r}: "
                f'tag it "{TAG}", or print behind ≈ what varies from run to run'
            )
        if not found and TAG in _tags(ours) and SOMETIMES not in _tags(ours) and has_something_to_compare(ours):
            wrong.append(
                f"{_cell(name, ours)}: practice data give the same output: "
                f'take the tag "{TAG}" away, or add "{SOMETIMES}" if it differs in other runs'
            )
    return wrong


def _tags(cell: NotebookNode) -> list[str]:
    return cell.metadata.get("tags", [])


def _cell(name: str, cell: NotebookNode) -> str:
    return f"{name}, cell {cell.id} ({cell.source.strip().splitlines()[0][:60]})"


def _calls_load_data(source: str) -> bool:
    """Tell whether running ``source`` calls a ``load_data``; the body of a function is only defined."""
    waiting: list[ast.AST] = [ast.parse(TransformerManager().transform_cell(source))]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "load_data":
            return True
        if not isinstance(node, _ONLY_DEFINED):
            waiting += ast.iter_child_nodes(node)
    return False
