"""01_tensors in a real browser, in both languages: everything by keyboard."""

import re

from tests.browser.notebook_page import LIVE, STILL, Picture, expect

EXPLORER = 'index=("0", ":", "1:3")'
HANGUL = re.compile("[가-힣]")


def test_learner_moves_breaks_and_repairs_a_widget(lab_page, pictures):
    lab_page.open("01_tensors.ipynb")
    cell = lab_page.cell(EXPLORER)
    cell.scroll_into_view_if_needed()
    expect(cell.locator(STILL)).to_be_visible()  # opened, nothing run: the stored picture
    lab_page.expect_no_trouble()

    lab_page.start_all()
    lab_page.finish_all()
    lab_page.expect_no_trouble()
    shown = lab_page.page.locator(f".jp-CodeCell:has({LIVE})")
    assert shown.count() == 2
    for one in shown.all():
        Picture(one).expect_to_fit()

    picture = Picture(cell)
    handle = picture.slider("cell")
    picture.changes(lambda: picture.press(handle, "ArrowRight"))
    picture.screenshot(pictures / "tensor_explorer.png")

    take = cell.get_by_label("take").first
    good = picture.pixels()
    take.fill("7")
    take.press("Enter")
    expect(picture.alert).to_contain_text("there is no index 7")
    assert picture.pixels() == good
    take.fill("1")
    picture.changes(lambda: take.press("Enter"))
    expect(picture.alert).to_have_count(0)

    code = cell.get_by_role("button", name="Code")
    picture.press(code, "Enter")
    expect(cell.get_by_label("Code")).to_have_value(re.compile(r"^TensorExplorer\(index=\('1', "))
    picture.changes(lambda: picture.press(cell.get_by_role("button", name="Reset"), "Enter"))
    expect(take).to_have_value("0")
    lab_page.expect_no_trouble()


def test_tab_reaches_every_control_and_a_narrow_page_holds_them(lab_page, tmp_path):
    lab_page.open("01_tensors.ipynb")
    lab_page.run("import helpers")
    picture = Picture(lab_page.run(EXPLORER))
    controls = picture.controls()
    count = controls.count()
    assert count == 11  # rank, two for each of three axes, cell, dtype, Reset, Code
    controls.first.focus()
    for _press in range(2 * count):  # a slider's number takes the keyboard as well
        lab_page.page.evaluate("document.activeElement.dataset.met = 'yes'")
        lab_page.page.keyboard.press("Tab")
    assert controls.evaluate_all("all => all.filter(one => !one.dataset.met).map(one => one.outerHTML)") == []

    lab_page.page.set_viewport_size({"width": 1000, "height": 900})
    expect(picture.image).to_be_visible()
    picture.expect_to_fit()
    picture.screenshot(tmp_path / "narrow.png")


def test_korean_words_on_the_controls(lab_page, pictures):
    lab_page.open("ko/01_tensors.ipynb")
    lab_page.start_all()
    lab_page.finish_all()
    lab_page.expect_no_trouble()
    picture = Picture(lab_page.cell(EXPLORER))
    for button in picture.cell.get_by_role("button").all():
        if button.is_visible() and button.inner_text():
            assert HANGUL.search(button.inner_text())
    assert HANGUL.search(picture.words.inner_text())
    labels = picture.cell.locator(".widget-label:visible").all_inner_texts()
    assert sum(bool(HANGUL.search(label)) for label in labels) > len(labels) / 2
    picture.expect_to_fit()
    picture.screenshot(pictures / "tensor_explorer_ko.png")
