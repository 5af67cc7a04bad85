"""A notebook in JupyterLab, as a learner has it before the eyes."""

import json
import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.real_data import required

try:
    from playwright.sync_api import Locator, Page, expect
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


class NotebookPage:
    """Opens one notebook, runs it, and finds its cells by a piece of their source."""

    def __init__(self, page: Page, lab: SimpleNamespace, name: str) -> None:
        self.page, self.lab = page, lab
        self.workspace = re.sub(r"\W+", "-", name)
        page.set_default_timeout(PATIENCE)

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
        self._forget_prompt(self._last_code())
        self.page.get_by_role("menuitem", name="Run", exact=True).click()
        self.page.get_by_role("menuitem", name="Run All Cells", exact=True).click()

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
        cell.scroll_into_view_if_needed()
        cell.locator(".jp-InputArea-editor").click()
        self._forget_prompt(cell)
        self.page.keyboard.press("Control+Enter")
        return cell

    def finish(self, cell: Locator, timeout: float = PATIENCE) -> None:
        """Wait until the cell has run and the kernel has nothing to do."""
        expect(self._prompt(cell)).to_have_text(re.compile(r"\[\d+\]:"), timeout=timeout)
        self.wait_for_kernel(timeout)

    def _last_code(self) -> Locator:
        return self._at(max(i for i, (kind, _text) in enumerate(self.cells) if kind == "code"))

    def _prompt(self, cell: Locator) -> Locator:
        return cell.locator(".jp-InputPrompt")

    def _forget_prompt(self, cell: Locator) -> None:
        """Wipe the number of the last run off the page, so that the next number is the next run's."""
        self._prompt(cell).evaluate("node => { node.textContent = ''; }")

    def expect_no_trouble(self) -> None:
        """No traceback, nothing on stderr, no widget that could not be shown."""
        trouble = [text.strip()[-1000:] for text in self.page.locator(TROUBLE).all_inner_texts()]
        assert not trouble, trouble
        words = self.page.locator(".jp-Notebook").inner_text()
        for sign in ("model not found", "Error displaying widget", "Loading widget"):
            assert sign not in words, sign


class Picture:
    """The picture of a widget, with the words and controls around it."""

    def __init__(self, cell: Locator) -> None:
        cell.scroll_into_view_if_needed()
        self.cell, self.page = cell, cell.page
        self.image = cell.locator(LIVE)
        self.words = cell.get_by_role("status")
        self.alert = cell.get_by_role("alert")
        expect(self.image).to_be_visible(timeout=PATIENCE)

    def pixels(self) -> str:
        """Return a number of the decoded pixels."""
        return self.image.evaluate(PIXELS)

    def changes(self, act) -> None:
        """Do ``act`` and wait until both the pixels and the words are others."""
        pixels, words = self.pixels(), self.words.inner_text()
        act()
        expect(self.words).not_to_have_text(words, timeout=PATIENCE)
        self.page.wait_for_function(
            f"async ([image, before]) => (await ({PIXELS})(image)) !== before",
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
        """The picture and every control lie inside the cell, the picture in its own proportion."""
        cell, picture = self.cell.bounding_box(), self.image.bounding_box()
        for part in (self.image, *self.controls().all()):
            box = part.bounding_box()
            assert cell["x"] <= box["x"], part
            assert box["x"] + box["width"] <= cell["x"] + cell["width"], part
        wide, high = self.image.evaluate("image => [image.naturalWidth, image.naturalHeight]")
        assert picture["width"] / picture["height"] == pytest.approx(wide / high, rel=0.02)

    def controls(self) -> Locator:
        """Return all that takes the keyboard, in the order of the page."""
        output = self.cell.locator(f".jp-OutputArea-output:has({LIVE})")
        return output.locator(":is(.noUi-handle, input[type=text], select, button):visible")

    def labels_are_whole(self) -> bool:
        """Tell whether no description of a control is cut off."""
        labels = self.cell.locator(".jupyter-widgets .widget-label:visible, .jupyter-widgets button:visible")
        return labels.evaluate_all("all => all.every(label => label.scrollWidth <= label.clientWidth)")

    def screenshot(self, path: Path) -> None:
        """Keep the widget as PNG: the picture with its controls and words."""
        self.page.mouse.move(5, 5)
        self.cell.locator(f".jp-OutputArea-output:has({LIVE})").screenshot(path=path, animations="disabled")
        assert path.stat().st_size < 200_000
