"""The playground in a real browser: it plays, pauses, is worked by keyboard, and speaks Korean."""

import re

import nbformat
import pytest

from tests.browser.notebook_page import PIXELS, Picture
from tests.browser.test_by_hand import HANGUL

SOURCE = 'Playground(data="spiral", hidden=(8, 8), activation="relu", optimizer="adam", learning_rate=0.01, seed=1)'

# Counts pictures that differ for some seconds, presses Pause, and tells how long the last one took to come.
WATCH = """
async ([image, button, seconds]) => {
    const times = [];
    const watcher = new MutationObserver(() => times.push(performance.now()));
    watcher.observe(image, { attributes: true, attributeFilter: ["src"] });
    const wait = ms => new Promise(done => setTimeout(done, ms));
    const start = performance.now();
    await wait(1000 * seconds);
    const playing = times.length, end = performance.now();
    button.click();
    await wait(2000);
    watcher.disconnect();
    const late = times.filter(time => time > end);
    return { fps: 1000 * playing / (end - start), frames: playing, after: late.length,
             last: late.length ? late.at(-1) - end : 0 };
}
"""


PLAY = ".widget-play button"
COUNT = "import ipywidgets\n\nprint(len(ipywidgets.widgets.widget._instances), 'live widgets')"


@pytest.fixture
def notebook(jupyterlab):
    def write(language):
        source = f'import helpers\nfrom helpers.widgets import Playground\nhelpers.language("{language}")\n{SOURCE}'
        page = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in (source, COUNT)])
        page.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
        name = f"playground_{language}.ipynb"
        nbformat.write(page, jupyterlab.root / "notebooks" / name)
        return name

    return write


@pytest.mark.parametrize("language", ["en", "ko"])
def test_playground(language, notebook, lab_page, pictures, tmp_path, record_property):
    lab_page.open(notebook(language))
    lab_page.start_all()
    lab_page.finish_all()
    lab_page.expect_no_trouble()
    picture = Picture(lab_page.cell("Playground("))
    picture.expect_to_fit()
    assert bool(HANGUL.search(picture.words.inner_text())) == (language == "ko")
    play = picture.cell.locator(PLAY).first
    picture.screenshot((pictures if language == "en" else tmp_path) / "playground.png", most=900_000)
    picture.repaints(lambda: picture.press(play, "Enter"))
    said = lab_page.page.evaluate(WATCH, [picture.image.element_handle(), play.element_handle(), 5])
    print("frames a second", round(said["fps"], 1), "last frame after pause, ms", round(said["last"]))
    record_property("frames a second", said["fps"])
    record_property("last frame after Pause, ms", said["last"])
    assert said["frames"] > 5
    before = lab_page.page.evaluate(PIXELS, picture.image.element_handle())
    lab_page.page.wait_for_timeout(1000)
    assert lab_page.page.evaluate(PIXELS, picture.image.element_handle()) == before, "it goes on after Pause"
    picture.repaints(lambda: picture.press(picture.cell.get_by_role("button").nth(2), "Enter"))
    lab_page.expect_no_trouble()


def test_pressed_twice_reset_and_run_again_while_it_plays(notebook, lab_page):
    lab_page.open(notebook("en"))
    source = "Playground("

    def count():
        return lab_page.run(COUNT).locator(".jp-OutputArea-output pre", has_text="live widgets").inner_text()

    def step(picture):
        return int(re.search(r"Step ([\d,]+),", picture.words.inner_text())[1].replace(",", ""))

    def rests(picture):
        lab_page.wait_for_kernel()
        before = step(picture)
        lab_page.page.wait_for_timeout(700)
        return step(picture) == before

    picture = Picture(lab_page.run(source))
    first = count()
    play = picture.cell.locator(PLAY).first
    picture.repaints(lambda: picture.press(play, "Enter"))
    play.click()  # pressed twice: it rests
    lab_page.page.wait_for_timeout(700)
    assert step(picture) > 0
    assert rests(picture)
    picture.repaints(lambda: picture.press(play, "Enter"))
    picture.cell.get_by_role("button", name="Reset").click()
    lab_page.page.wait_for_timeout(700)
    assert rests(picture)
    assert step(picture) == 0
    for _again in range(2):
        playing = picture
        playing.repaints(lambda playing=playing: playing.press(playing.cell.locator(PLAY).first, "Enter"))
        picture = Picture(lab_page.run(source))
        assert rests(picture)
        assert step(picture) == 0
    assert count() == first
    lab_page.expect_no_trouble()
