"""A notebook in JupyterLab, as a learner has it before the eyes."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.real_data import required

try:
    from playwright.sync_api import Locator, Page, TimeoutError, expect
except ImportError:
    if required("browser"):
        raise
    pytest.skip("playwright is not installed", allow_module_level=True)

MINUTE = 60_000  # milliseconds, as Playwright counts
PATIENCE = MINUTE
TROUBLE = '[data-mime-type="application/vnd.jupyter.error"], [data-mime-type="application/vnd.jupyter.stderr"]'
LIVE = "img.widget-image"
STILL = ".jp-RenderedImage img"

# The decoded pixels, as a number: other bytes alone would not show that a learner sees something else.
PIXELS = """
async image => {
    if (!image.complete) await new Promise(done => { image.onload = image.onerror = done; });
    const [wide, high] = [image.naturalWidth, image.naturalHeight];
    if (!wide || !high) return null;
    const canvas = new OffscreenCanvas(wide, high).getContext("2d");
    canvas.drawImage(image, 0, 0);
    const hash = await crypto.subtle.digest("SHA-256", canvas.getImageData(0, 0, wide, high).data);
    return Array.from(new Uint8Array(hash)).join(" ");
}
"""

# All that a learner would see as untidy, in words; measured at once, since a page moves while it is being laid out.
FLAWS = """
output => {
    const flaws = [], seen = one => one.checkVisibility() && one.getBoundingClientRect().width > 0;
    const page = output.getBoundingClientRect();
    for (const one of output.querySelectorAll("img, .noUi-handle, input, select, button, .widget-label")) {
        const box = one.getBoundingClientRect();
        if (seen(one) && (box.left < page.left - 3 || box.right > page.right + 3))
            flaws.push(`${box.left} to ${box.right} in ${page.left} to ${page.right}: ` + one.outerHTML.slice(0, 200));
    }
    for (const one of output.querySelectorAll(".widget-label, button"))
        if (seen(one) && one.scrollWidth > one.clientWidth) flaws.push("cut off: " + one.textContent);
    const image = output.querySelector("img"), box = image.getBoundingClientRect();
    const stretched = box.width / box.height / (image.naturalWidth / image.naturalHeight);
    if (!(Math.abs(stretched - 1) < 0.02)) flaws.push("out of proportion: " + stretched);
    return flaws;
}
"""
# Cells above are laid out when they come into sight, and push what is below them.
SETTLE = """
async output => {
    for (let still = 0, before = NaN; still < 10; ) {
        output.scrollIntoView({ block: "center" });
        await new Promise(requestAnimationFrame);
        const { top } = output.getBoundingClientRect();
        still = top === before ? still + 1 : 0;
        before = top;
    }
}
"""


class NotebookPage:
    """Opens one notebook, runs it, and finds its cells by a piece of their source."""

    def __init__(self, page: Page, lab: SimpleNamespace, name: str) -> None:
        self.page, self.lab = page, lab
        self.workspace = re.sub(r"\W+", "-", name)
        self.asked: list[str] = []
        page.set_default_timeout(PATIENCE)
        page.add_locator_handler(page.locator(".jp-Dialog"), self._answer)

    def _answer(self, dialog: Locator) -> None:
        """A dialog of JupyterLab takes every click. A slow start may ask for the kernel; all else is trouble."""
        words = dialog.inner_text()
        if "Select Kernel" not in words:
            self.asked.append(words)
        dialog.locator("button.jp-mod-accept").click()

    def open(self, path: str) -> None:
        """Open notebooks/``path`` in a workspace of its own and wait for its kernel."""
        notebook = json.loads((self.lab.root / "notebooks" / path).read_text(encoding="utf-8"))
        self.cells = [(cell["cell_type"], "".join(cell["source"])) for cell in notebook["cells"]]
        where = f"/lab/workspaces/{self.workspace}/tree/notebooks/{path}?token={self.lab.token}"
        self.page.goto(self.lab.url + where)
        self.wait_for_kernel()

    def wait_for_kernel(self, timeout: float = PATIENCE) -> None:
        """Wait until the kernel has nothing to do."""
        idle = self.page.locator('.jp-NotebookPanel .jp-Notebook-ExecutionIndicator[data-status="idle"]')
        expect(idle).to_be_visible(timeout=timeout)

    def cell(self, source: str) -> Locator:
        """Return the first code cell with ``source`` in it."""
        return self._at(next(i for i, (kind, text) in enumerate(self.cells) if kind == "code" and source in text))

    def _at(self, number: int) -> Locator:
        return self.page.locator(f'.jp-Notebook .jp-Cell[data-windowed-list-index="{number}"]')

    def start_all(self) -> None:
        """Choose *Run All Cells* from the menu."""

        def choose():
            self.page.get_by_role("menuitem", name="Run", exact=True).click()
            self.page.get_by_role("menuitem", name="Run All Cells", exact=True).click()

        self._start(self._last_code(), choose)

    def finish_all(self, timeout: float = PATIENCE) -> None:
        """Wait until the last code cell has run."""
        self.finish(self._last_code(), timeout)

    def run(self, source: str, timeout: float = PATIENCE) -> Locator:
        """Run one cell by Ctrl+Enter and return it when it is done."""
        cell = self.start(source)
        self.finish(cell, timeout)
        return cell

    def start(self, source: str) -> Locator:
        """Run one cell by Ctrl+Enter and return it at once."""
        cell = self.cell(source)

        def press():
            cell.locator(".jp-InputArea-editor").click()
            self.page.keyboard.press("Control+Enter")

        self._start(cell, press)
        return cell

    def _start(self, cell: Locator, act: Callable[[], None]) -> None:
        """Do ``act`` until ``cell`` waits or runs: a page that is still being built loses a click now and then."""
        for last in (False, False, True):
            self._prompt(cell).evaluate("node => { node.textContent = ''; }")  # the next number is the next run's
            act()
            try:
                return expect(self._prompt(cell)).to_have_text(re.compile(r"\[[\d*]+\]:"), timeout=MINUTE / 4)
            except AssertionError:
                if last:
                    raise

    def finish(self, cell: Locator, timeout: float = PATIENCE) -> None:
        """Wait until the cell has run and the kernel has nothing to do."""
        expect(self._prompt(cell)).to_have_text(re.compile(r"\[\d+\]:"), timeout=timeout)
        self.wait_for_kernel(timeout)

    def _last_code(self) -> Locator:
        return self._at(max(i for i, (kind, _text) in enumerate(self.cells) if kind == "code"))

    def _prompt(self, cell: Locator) -> Locator:
        return cell.locator(".jp-InputPrompt")

    def expect_no_trouble(self) -> None:
        """No traceback, nothing on stderr, no widget that could not be shown."""
        trouble = [text.strip()[-1000:] for text in self.page.locator(TROUBLE).all_text_contents()]
        assert not trouble, trouble
        assert not self.asked, self.asked
        words = self.page.locator(".jp-Notebook").text_content()
        for sign in ("model not found", "Error displaying widget", "Loading widget"):
            assert sign not in words, sign


class Picture:
    """The picture of a widget, with the words and controls around it."""

    def __init__(self, cell: Locator) -> None:
        self.cell, self.page = cell, cell.page
        self.image = cell.locator(LIVE)
        self.words = cell.get_by_role("status")
        self.alert = cell.get_by_role("alert")
        expect(self.image).to_be_visible(timeout=PATIENCE)
        self._output().evaluate(SETTLE)

    def pixels(self) -> str:
        """Return a number of the decoded pixels."""
        number = self.image.evaluate(PIXELS)
        assert number, "the picture cannot be decoded"
        return number

    def changes(self, act) -> None:
        """Do ``act`` and wait until both the pixels and the words are others."""
        words = self.words.inner_text()
        self.repaints(act)
        expect(self.words).not_to_have_text(words, timeout=PATIENCE)

    def repaints(self, act) -> None:
        """Do ``act`` and wait until the pixels are others."""
        pixels = self.pixels()
        act()
        self.page.wait_for_function(
            f"async ([image, before]) => ![null, before].includes(await ({PIXELS})(image))",
            arg=[self.image.element_handle(), pixels],
            timeout=PATIENCE,
        )

    def slider(self, description: str) -> Locator:
        """Return the handle of a slider, by its description."""
        return self.cell.locator(".widget-slider", has_text=description).locator(".noUi-handle")

    def press(self, control: Locator, key: str) -> None:
        """Give the keyboard to ``control`` and press ``key``."""
        control.focus()
        expect(control).to_be_focused()
        self.page.keyboard.press(key)

    def expect_to_fit(self) -> None:
        """The picture and every control lie inside the cell, nothing is cut off, the picture is in proportion."""
        output = self._output().element_handle()
        try:
            self.page.wait_for_function(f"output => ({FLAWS})(output).length === 0", arg=output, timeout=PATIENCE / 4)
        except TimeoutError:
            flaws = output.evaluate(FLAWS)
            assert not flaws, flaws

    def controls(self) -> Locator:
        """Return all that takes the keyboard, in the order of the page."""
        return self._output().locator(":is(.noUi-handle, input[type=text], select, button):visible")

    def screenshot(self, path: Path, most: int = 400_000) -> None:
        """Keep the widget as PNG, at most ``most`` bytes: the picture with its controls and words."""
        self.page.mouse.move(5, 5)
        self._output().evaluate(SETTLE)
        self._output().screenshot(path=path, animations="disabled")
        assert path.stat().st_size < most

    def _output(self) -> Locator:
        return self.cell.locator(f".jp-OutputArea-output:has({LIVE})")
