"""What a learner does to a kernel: the ■ button, and the same cell again and again."""

import re

import nbformat
import pytest
from nbformat import v4

from tests.browser.notebook_page import PATIENCE, Picture, expect

TRAIN = """
import keras
import numpy as np

import helpers
from helpers.training import LiveCurves

x = np.random.default_rng(0).random((256, 8), dtype="float32")
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(optimizer="sgd", loss="mse")
"""
FIT = 'history = model.fit(x, x.sum(axis=1), epochs=1_000_000, verbose=0, callbacks=[LiveCurves()])\nprint("returned")'
USE = 'print("usable:", model.predict(x[:3], verbose=0).shape, len(history.history["loss"]) > 0)'
EXPLORER = "from helpers.widgets import TensorExplorer\n\nTensorExplorer()"
COUNT = "import ipywidgets\n\nprint(len(ipywidgets.widgets.widget._instances), 'live widgets')"


@pytest.fixture
def write(jupyterlab):
    """Write a notebook of code cells where JupyterLab finds it."""

    def write_cells(name, *sources):
        notebook = v4.new_notebook(cells=[v4.new_code_cell(source.strip()) for source in sources])
        notebook.metadata["kernelspec"] = {"display_name": "Python 3", "language": "python", "name": "python3"}
        nbformat.write(notebook, jupyterlab.root / "notebooks" / name)
        return name

    return write_cells


def test_the_stop_button_is_kind(lab_page, write):
    lab_page.open(write("stop.ipynb", TRAIN, FIT, USE))
    lab_page.run(TRAIN.strip(), timeout=3 * PATIENCE)
    fit = lab_page.start(FIT)
    expect(fit.get_by_text(re.compile(r"^epoch \d+ of 1000000"))).to_be_visible(timeout=PATIENCE)
    lab_page.page.locator('.jp-NotebookPanel-toolbar [data-command="notebook:interrupt-kernel"]').click()
    lab_page.finish(fit)
    said = fit.locator(".jp-OutputArea-output pre", has_text="Stopped by you")
    expect(said).to_contain_text("The model keeps what it has learned.")
    expect(said).to_contain_text("returned")
    lab_page.expect_no_trouble()
    expect(lab_page.run(USE).locator("pre", has_text="usable")).to_contain_text("usable: (3, 1) True")


def test_a_widget_cell_run_again_leaves_nothing_behind(lab_page, write):
    lab_page.open(write("again.ipynb", EXPLORER, COUNT))

    def count():
        cell = lab_page.run(COUNT)
        return cell.locator(".jp-OutputArea-output pre", has_text="live widgets").inner_text()

    Picture(lab_page.run(EXPLORER))
    first = count()
    for _again in range(3):
        picture = Picture(lab_page.run(EXPLORER))
    assert count() == first
    picture.changes(lambda: picture.press(picture.slider("cell"), "ArrowRight"))
    lab_page.expect_no_trouble()
