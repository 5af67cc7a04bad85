"""Seconds and peak memory of each chapter in a fresh kernel, and how many of its outputs nbval compares."""

import os
from time import perf_counter

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode, v4

from tools.bench.kernel import QUIET
from tools.build import clean
from tools.chapter import NOTEBOOKS, notebooks, place
from tools.environment import ONE_STORE
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

# Keras imports JAX where there is one, 110 MB; it is here for the tests alone, learners have none.
_NO_JAX = "import sys\nsys.modules['jax'] = None"


def chapter(name: str) -> dict:
    """Run the English notebook of a chapter in the folder of the notebooks; CellExecutionError where it fails."""
    path = place(name, "en")
    notebook = nbformat.read(path, as_version=4) if path.exists() else notebooks(name)["en"]
    notebook.cells.insert(0, v4.new_code_cell(_NO_JAX))
    notebook.cells.append(v4.new_code_cell(_PEAK))
    start = perf_counter()
    where = {"metadata": {"path": str(NOTEBOOKS)}}
    client = NotebookClient(notebook, timeout=900, kernel_name="python3", resources=where, extra_arguments=QUIET)
    client.execute(env={**ONE_STORE, **os.environ})  # as lab.py starts it
    seconds = perf_counter() - start
    peak = int(notebook.cells.pop().outputs[0].text)
    del notebook.cells[0]
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
