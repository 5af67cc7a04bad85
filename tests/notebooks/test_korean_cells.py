"""Widgets in Korean, in the kernel of the English notebook: what passes, and what must be caught."""

import pytest
from nbformat import v4

from tests.notebooks.test_stored_outputs import PICTURE, cell, printed, run  # noqa: F401

pytestmark = pytest.mark.full  # so are the cells that it is about

WIDGET = {**PICTURE, "text/plain": "TensorExplorer()"}
EXPLORER = "from helpers.widgets import TensorExplorer\n\nTensorExplorer()"
SHOWS = f"""
import helpers, ipywidgets
from IPython.display import display

page = ipywidgets.HTML(WORDS)
view = {{"model_id": page.model_id, "version_major": 2, "version_minor": 0}}
display({{**{WIDGET}, "application/vnd.jupyter.widget-view+json": view}}, raw=True)
"""


def shown(source, *others, kind="display_data"):
    count = {"execution_count": 1} if kind == "execute_result" else {}
    return cell(source, *others, v4.new_output(kind, data=WIDGET, **count))


def test_an_explorer_speaks_korean_in_the_full_run_alone(run):  # noqa: F811
    cells = [shown(EXPLORER, kind="execute_result"), cell("x = 1", count=2)]
    code, said = run(*cells, options=["--full", "-v"])
    assert code == 0, said
    assert "Cell 0 in Korean PASSED" in said
    assert "Cell 1 in Korean" not in said
    code, said = run(*cells, options=["-v"])
    assert code == 0, said
    assert "in Korean" not in said
    assert "1 tests were left out" in said


@pytest.mark.parametrize(
    ("source", "others", "words"),
    [
        ('"no Hangul"', [], "Its words are not Korean: ['no Hangul']"),
        ('helpers.words._("Reset")); print(helpers.words._("Reset")', [printed("Reset\n")], "Cell outputs differ"),
        ('{"Reset": "fine"}[helpers.words._("Reset")]', [], "KeyError"),
    ],
    ids=["words", "what is printed", "error"],
)
def test_what_goes_wrong_in_korean_alone_is_caught(run, source, others, words):  # noqa: F811
    code, said = run(shown(SHOWS.replace("WORDS", source), *others), options=["--full", "-v"])
    assert code == 1, said
    assert "Cell 0 PASSED" in said
    assert "Cell 0 in Korean FAILED" in said
    assert words in said
