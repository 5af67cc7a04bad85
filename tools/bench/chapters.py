"""Seconds and peak memory of each chapter in a fresh kernel, and how many of its outputs nbval compares."""

from time import perf_counter

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode, v4

from tools.bench.kernel import QUIET
from tools.build import clean
from tools.chapter import NOTEBOOKS, notebooks, place
from tools.outputs import has_something_to_compare

# Linux: not ru_maxrss, which counts the process that started the kernel as well.
_PEAK = """\
import sys
if sys.platform == "linux":
    from pathlib import Path
    status = Path("/proc/self/status").read_text()
    peak = 1024 * int(status.split("VmHWM:")[1].split()[0])
elif sys.platform == "win32":
    import psutil
    peak = psutil.Process().memory_info().peak_wset
else:
    import resource
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(peak)
"""


def chapter(name: str) -> dict:
    """Run the English notebook of a chapter in the folder of the notebooks; CellExecutionError where it fails."""
    path = place(name, "en")
    notebook = nbformat.read(path, as_version=4) if path.exists() else notebooks(name)["en"]
    notebook.cells.append(v4.new_code_cell(_PEAK))
    start = perf_counter()
    where = {"metadata": {"path": str(NOTEBOOKS)}}
    NotebookClient(notebook, timeout=900, kernel_name="python3", resources=where, extra_arguments=QUIET).execute()
    seconds = perf_counter() - start
    peak = int(notebook.cells.pop().outputs[0].text)
    with_output, compared = count(notebook)
    return {
        "chapter": name,
        "seconds": round(seconds, 1),
        "peak_mb": round(peak / 1e6),
        "output_cells": with_output,
        "compared_cells": compared,
    }


def count(notebook: NotebookNode) -> tuple[int, int]:
    """Return how many cells have an output as it is stored, and how many of these nbval compares."""

    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for cell in cells:
        clean(cell)
    with_output = [cell for cell in cells if cell.outputs]
    compared = [cell for cell in with_output if "nbval-ignore-output" not in cell.metadata.get("tags", [])]
    return len(with_output), sum(map(has_something_to_compare, compared))
