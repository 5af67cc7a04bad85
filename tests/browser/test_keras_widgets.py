"""The widgets of the other chapters in a real browser, on their examples: they show, fit, move, and speak Korean."""

import re

import nbformat
import pytest

from tests.browser.notebook_page import Picture
from tests.browser.test_by_hand import CHAPTERS, HANGUL, KINDS, move_by_keyboard, shown_in

ELSEWHERE = {kind for name in CHAPTERS for _source, kind in shown_in(name)} | {"TensorExplorer", "Playground"}
WIDGETS = [name for name in KINDS if name not in ELSEWHERE]


def test_widgets_are_found():
    assert set(WIDGETS) >= {"ActivationBrowser", "DAGViewer", "KFoldExplorer"}


@pytest.fixture
def notebook(jupyterlab):
    """Write a notebook that shows the examples, in a language, and return its name."""

    def write(language):
        start = f'import helpers\nfrom helpers import widgets\nhelpers.language("{language}")'
        sources = [start, *(f"widgets.{name}.example()" for name in WIDGETS)]
        page = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in sources])
        page.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
        name = f"widgets_{language}.ipynb"
        nbformat.write(page, jupyterlab.root / "notebooks" / name)
        return name

    return write


@pytest.mark.parametrize("language", ["en", "ko"])
def test_widgets_of_the_keras_chapters(language, notebook, lab_page, pictures, tmp_path):
    lab_page.open(notebook(language))
    lab_page.start_all()
    lab_page.finish_all()
    lab_page.expect_no_trouble()
    for name in WIDGETS:
        picture = Picture(lab_page.cell(f"widgets.{name}."))
        picture.expect_to_fit()
        labels = picture.cell.locator(".widget-label:visible").all_inner_texts()
        assert labels
        assert bool(HANGUL.search(picture.words.inner_text())) == (language == "ko"), name
        assert any(HANGUL.search(label) for label in labels) == (language == "ko"), name
        picture.screenshot((pictures if language == "en" else tmp_path) / f"{snake(name)}.png")
        move_by_keyboard(picture)
    lab_page.expect_no_trouble()


def snake(name):
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
