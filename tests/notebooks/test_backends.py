"""Chapters that know Keras alone, not TensorFlow, run on JAX as well, where it is installed. No print is compared."""

import importlib.util

import nbformat
import pytest
from nbclient import NotebookClient

from tests.twins import imported
from tools.bench.kernel import QUIET
from tools.chapter import NOTEBOOKS, names, place

PURE_KERAS = [name for name in names() if "keras" in imported(name) and "tensorflow" not in imported(name)]

pytestmark = [
    pytest.mark.full,
    pytest.mark.skipif(not importlib.util.find_spec("jax"), reason="JAX is not installed"),
]


def test_chapters_are_found():
    assert {name[:2] for name in PURE_KERAS} >= {"08", "09", "13"}
    assert not {name[:2] for name in PURE_KERAS} & {"00", "04", "07"}


@pytest.mark.parametrize("name", PURE_KERAS)
def test_chapter_runs_on_jax(name, monkeypatch):
    monkeypatch.setenv("KERAS_BACKEND", "jax")
    notebook = nbformat.read(place(name, "en"), as_version=4)
    notebook.cells.append(nbformat.v4.new_code_cell("import keras\nkeras.backend.backend()"))
    where = {"metadata": {"path": str(NOTEBOOKS)}}
    NotebookClient(notebook, timeout=900, kernel_name="python3", resources=where, extra_arguments=QUIET).execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert outputs[-1].data["text/plain"] == "'jax'"
    for output in outputs:
        assert output.get("name") != "stderr", output.text
        assert "This is below what we measured" not in output.get("text", ""), output.text
        assert "This is above what we measured" not in output.get("text", ""), output.text
