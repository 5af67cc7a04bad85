"""The chapters by hand in a real browser: every widget shows, moves by keyboard, and says what it shows."""

import re

import pytest

from tests.browser.notebook_page import MINUTE, Picture
from tests.widget_tools import explorers
from tools.chapter import names, notebooks

HANGUL = re.compile("[가-힣]")
KINDS = {kind.__name__: kind for kind in explorers()}
EXPLORER = re.compile(rf"^({'|'.join(KINDS)})\(", re.MULTILINE)


def shown(cells):
    """Source and class of the cells that show an explorer, of pairs of a kind and a source."""
    found = [(source, EXPLORER.search(source)) for kind, source in cells if kind == "code"]
    return [(source, match[1]) for source, match in found if match]


def shown_in(name):
    """The same, of a chapter."""
    return shown((cell.cell_type, cell.source) for cell in notebooks(name)["en"].cells)


def is_by_hand(name):
    """Tell whether a chapter has explorers, none of them needs what the chapter computes, and no callback trains."""
    callbacks = any("helpers.training" in cell.source for cell in notebooks(name)["en"].cells)
    kinds = [KINDS[kind] for _source, kind in shown_in(name)]
    return bool(kinds) and not callbacks and not any(kind.data_arguments for kind in kinds)


CHAPTERS = [name for name in names() if is_by_hand(name) and name != "01_tensors"]  # which has tests of its own


def test_chapters_are_found():
    assert {name[:2] for name in CHAPTERS} >= {"02", "03", "04", "05", "06"}


def move_by_keyboard(picture):
    """Press an arrow key on the first slider that can be reached, or on the first menu where there is no slider."""
    handle = picture.cell.locator(".noUi-handle:visible")
    if handle.count() == 0:
        menu = picture.cell.locator("select:visible").first
        chosen, last = menu.evaluate("menu => [menu.selectedIndex, menu.options.length - 1]")
        return picture.repaints(lambda: picture.press(menu, "ArrowUp" if chosen == last else "ArrowDown"))
    low, now = (float(handle.first.get_attribute(name)) for name in ("aria-valuemin", "aria-valuenow"))
    picture.repaints(lambda: picture.press(handle.first, "ArrowLeft" if now > low else "ArrowRight"))


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_widget_of_a_chapter_moves(lab_page, pictures, name):
    lab_page.open(f"{name}.ipynb")
    lab_page.start_all()
    lab_page.finish_all(5 * MINUTE)
    lab_page.expect_no_trouble()
    for source, kind in shown(lab_page.cells):
        picture = Picture(lab_page.cell(source))
        picture.expect_to_fit()
        # The maps and points of the trained Playground are hard to compress.
        picture.screenshot(pictures / f"{kind}.png", most=600_000 if kind == "Playground" else 400_000)
        move_by_keyboard(picture)
    lab_page.expect_no_trouble()


@pytest.mark.parametrize("name", CHAPTERS)
def test_korean_words_on_every_widget(lab_page, tmp_path, name):
    lab_page.open(f"ko/{name}.ipynb")
    lab_page.run("helpers.language(")
    lab_page.run("from helpers.widgets import")
    for number, (source, _kind) in enumerate(shown(lab_page.cells)):
        picture = Picture(lab_page.run(source))
        assert HANGUL.search(picture.words.inner_text())
        labels = picture.cell.locator(".widget-label:visible").all_inner_texts()
        assert any(HANGUL.search(label) for label in labels)
        picture.expect_to_fit()
        picture.screenshot(tmp_path / f"{number}.png")
    lab_page.expect_no_trouble()
