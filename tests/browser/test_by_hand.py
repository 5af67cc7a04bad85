"""The chapters by hand, 02 to 06, in a real browser: every widget shows, moves by keyboard, and says what it shows."""

import re

import pytest

from tests.browser.notebook_page import MINUTE, Picture
from tools.chapter import names

CHAPTERS = [name for name in names() if "02" <= name[:2] <= "06"]
HANGUL = re.compile("[가-힣]")
EXPLORER = re.compile(r"^(\w+(?:Explorer|Stepper|Race|Cartoon))\(", re.MULTILINE)


def explorers(lab_page):
    """Source and class of the cells that show an explorer."""
    found = [(source, EXPLORER.search(source)) for kind, source in lab_page.cells if kind == "code"]
    return [(source, match[1]) for source, match in found if match]


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
    shown = explorers(lab_page)
    assert shown
    for source, kind in shown:
        picture = Picture(lab_page.cell(source))
        picture.expect_to_fit()
        picture.screenshot(pictures / f"{kind}.png")
        move_by_keyboard(picture)
    lab_page.expect_no_trouble()


@pytest.mark.parametrize("name", CHAPTERS)
def test_korean_words_on_every_widget(lab_page, tmp_path, name):
    lab_page.open(f"ko/{name}.ipynb")
    lab_page.run("helpers.language(")
    lab_page.run("from helpers.widgets import")
    for number, (source, _kind) in enumerate(explorers(lab_page)):
        picture = Picture(lab_page.run(source))
        assert HANGUL.search(picture.words.inner_text())
        labels = picture.cell.locator(".widget-label:visible").all_inner_texts()
        assert any(HANGUL.search(label) for label in labels)
        picture.expect_to_fit()
        picture.screenshot(tmp_path / f"{number}.png")
    lab_page.expect_no_trouble()
