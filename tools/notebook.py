"""A notebook that is run: what of the run is worth storing, its twin in the other language, and writing both."""

import copy
import os
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode

from tools.bench.kernel import QUIET
from tools.chapter import NOTEBOOKS, ROOT, ChapterError, place
from tools.outputs import IGNORED, difference

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
MOST_BYTES = 1_000_000


def client(notebook: NotebookNode) -> NotebookClient:
    """Return what runs a notebook, in the folder of the notebooks."""
    NOTEBOOKS.mkdir(exist_ok=True)
    return NotebookClient(
        notebook,
        timeout=900,
        kernel_name="python3",
        store_widget_state=False,
        record_timing=False,
        shutdown_kernel="immediate",
        extra_arguments=QUIET,
        resources={"metadata": {"path": str(NOTEBOOKS)}},
    )


def kernel_environment(**variables: str) -> dict[str, str]:
    """Return the environment of a kernel: ``helpers`` are this checkout's, whichever other one is installed."""
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    return {**os.environ, "PYTHONPATH": path, **variables}


def run(name: str, notebook: NotebookNode, data: str, **environment: str) -> None:
    """Run all cells of a chapter's notebook on "real" or "practice" data; ChapterError where one fails."""
    try:
        client(notebook).execute(env=kernel_environment(WATCH_IT_LEARN_DATA=data, **environment))
    except CellExecutionError as problem:
        raise ChapterError(f"{name}, on {data} data: {problem}") from None


def code_cells(notebook: NotebookNode) -> list[NotebookNode]:
    """Return the code cells, in order."""
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def clean(cell: NotebookNode) -> None:
    """Keep of a run only what is worth storing: no widget views (a still picture stands beside), no times, no paths."""
    if cell.cell_type != "code":
        return
    cell.metadata = nbformat.from_dict({"tags": cell.metadata["tags"]} if "tags" in cell.metadata else {})
    outputs: list[NotebookNode] = []
    for output in cell.outputs:
        output.get("data", {}).pop(WIDGET_VIEW, None)
        output.get("metadata", {}).pop(WIDGET_VIEW, None)
        for holder, key in ((output, "text"), (output.get("data", {}), "text/plain")):
            if key in holder:
                holder[key] = without_paths(holder[key])
        last = outputs[-1] if outputs else None
        if last and last.output_type == output.output_type == "stream" and last.name == output.name:
            last.text += output.text
        else:
            outputs.append(output)
    cell.outputs = outputs


def without_paths(text: str) -> str:
    """Return ``text`` without the folders of this machine: nobody else has them."""
    ours = {os.environ.get("KERAS_HOME"): "~/.keras", str(ROOT): "watch-it-learn", str(Path.home()): "~"}
    for path, shown in ours.items():
        if path and len(path) > 1:
            text = text.replace(path, shown)
    return text


def carry_outputs(old: NotebookNode, new: NotebookNode) -> None:
    """Give the code cells of ``new`` the outputs of those of ``old``; ChapterError when these are other cells."""
    if [cell.id for cell in code_cells(old)] != [cell.id for cell in code_cells(new)]:
        raise ChapterError("the stored notebook has other code cells than the chapter: build it again")
    for ours, theirs in zip(code_cells(old), code_cells(new), strict=True):
        theirs.outputs = ours.outputs
        theirs.execution_count = ours.execution_count


def carry_pictures(name: str, run: NotebookNode, notebook: NotebookNode) -> None:
    """Give ``notebook`` the pictures of ``run``, the same cells in its language, and what is compared nowhere.

    Raises ChapterError where a cell of the run prints anything else than what ``notebook`` has.
    """
    for ours, theirs in zip(code_cells(notebook), code_cells(run), strict=True):
        if IGNORED & set(ours.metadata.get("tags", [])):
            ours.outputs = theirs.outputs
            continue
        found = difference(ours.outputs, theirs.outputs)
        if found or [output.output_type for output in ours.outputs] != [each.output_type for each in theirs.outputs]:
            first = ours.source.strip().splitlines()[0][:60]
            raise ChapterError(f"{name}, cell {ours.id} ({first}): the two languages print {found or 'other outputs'}")
        if _texts(ours) != _texts(theirs):  # behind ≈, else the two would have been told apart above
            print(f"{name}, cell {ours.id}: other digits in the two languages: do the pictures still fit the text?")
        ours.outputs = copy.deepcopy(ours.outputs)
        for mine, other in zip(ours.outputs, theirs.outputs, strict=True):
            for kind in mine.get("data", {}):
                if kind.startswith("image/"):
                    mine.data[kind] = other.data[kind]


def _texts(cell: NotebookNode) -> list[str]:
    return [output.get("text", "") + output.get("data", {}).get("text/plain", "") for output in cell.outputs]


def write(notebook: NotebookNode, name: str, language: str) -> None:
    """Write one notebook; ChapterError when it has grown too large for GitHub to show."""
    nbformat.validate(notebook)
    text = nbformat.writes(notebook) + "\n"
    if len(text.encode()) > MOST_BYTES:
        raise ChapterError(f"{name}: the notebook has {len(text.encode()):,} bytes, {MOST_BYTES:,} at most")
    path = place(name, language)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    print(f"{path.relative_to(ROOT)}  {len(text.encode()) / 1000:,.0f} kB")
