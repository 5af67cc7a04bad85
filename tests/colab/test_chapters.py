"""Every chapter runs with the versions that Colab has. Its outputs are not compared there: nbval does so with ours.

The Korean notebooks run: their code is that of the English ones and the line that chooses the language.
"""

import re

import ipywidgets
import nbformat
import pytest
from nbclient import NotebookClient

from tools.chapter import NOTEBOOKS, names, place

pytestmark = pytest.mark.skipif(
    int(ipywidgets.__version__.split(".")[0]) > 7, reason="for Colab's versions; here nbval runs every chapter"
)


STILL = re.compile("LiveCurves|TensorBoard")  # a picture comes at the end of the training; there is none


@pytest.mark.parametrize("name", names())
def test_chapter_runs(name):
    notebook = nbformat.read(place(name, "ko"), as_version=4)
    NotebookClient(
        notebook, timeout=900, kernel_name="python3", resources={"metadata": {"path": str(NOTEBOOKS)}}
    ).execute()
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            assert output.output_type != "error"
            assert output.get("name") != "stderr", output.text
            if "application/vnd.jupyter.widget-view+json" in output.get("data", {}) and not STILL.search(str(output)):
                assert "image/png" in output.data  # ipywidgets 7 has another hook: the still picture is there too
