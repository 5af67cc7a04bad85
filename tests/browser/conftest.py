"""A browser, and a JupyterLab started as `lab.py` starts it, on a copy of the notebooks."""

import json
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from lab import lab_command
from tests.real_data import missing
from tools.environment import environment, stop

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
OWN_FOLDERS = [
    "JUPYTERLAB_WORKSPACES_DIR",
    "JUPYTERLAB_SETTINGS_DIR",
    "JUPYTER_CONFIG_DIR",
    "JUPYTER_DATA_DIR",
    "JUPYTER_RUNTIME_DIR",
    "IPYTHONDIR",
]
STARTING = 180  # seconds that JupyterLab may take on a loaded machine
JOURNEY = "test_learner_moves_breaks_and_repairs_a_widget"  # the one that every run takes


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave all but one journey to the full run: minutes each, on what the notebooks' own tests have run."""
    for item in items:
        if item.path.parent == Path(__file__).parent and item.name != JOURNEY:
            item.add_marker("full")


def find_browser(playwright) -> str:
    """Return the path of a Chromium: the one that CHROMIUM names, else one that is installed."""
    if named := os.environ.get("CHROMIUM"):
        return named
    found = [shutil.which(command) for command in COMMANDS]
    installed = [path for path in (*found, *PLACES, playwright.chromium.executable_path) if path]
    for path in installed:
        if Path(path).is_file():
            return path
    missing("browser", "no Chromium, Chrome or Edge is here; the variable CHROMIUM can name one")
    raise AssertionError("not reached")


@pytest.fixture(scope="package")
def browser():
    """A headless Chromium for this folder alone: Playwright's event loop must not outlive these tests."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_browser(playwright), args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="package")
def jupyterlab(tmp_path_factory) -> Iterator[SimpleNamespace]:
    """JupyterLab on loopback, on a copy of notebooks/, so that saving changes nothing of the project."""
    pytest.importorskip("jupyterlab")
    root, own = tmp_path_factory.mktemp("learner"), tmp_path_factory.mktemp("jupyter")
    shutil.copytree(ROOT / "notebooks", root / "notebooks")
    for path in (root / "notebooks").rglob("*.ipynb"):  # a number beside a cell shall tell of a run of today
        without = re.sub(r'"execution_count": \d+', '"execution_count": null', path.read_text(encoding="utf-8"))
        path.write_text(without, encoding="utf-8")
    shutil.copytree(ROOT / "binder", root / "binder")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    lab = SimpleNamespace(root=root, url=f"http://127.0.0.1:{port}", token=secrets.token_hex(16))
    options = [f"--ServerApp.port={port}", "--ServerApp.port_retries=0", f"--IdentityProvider.token={lab.token}"]
    env = environment(Path(sys.prefix))
    env.update({name: str(own / name) for name in OWN_FOLDERS}, PYTHONIOENCODING="utf-8")
    with (own / "said.txt").open("w+b") as said:
        command = lab_command(sys.executable, root, ["--no-browser", *options])
        process = subprocess.Popen(command, cwd=root, env=env, stdout=said, stderr=subprocess.STDOUT)
        try:
            wait_for(lab, process, own / "said.txt")
            yield lab
        finally:
            if process.poll() is None:
                ask(lab, "/api/shutdown", "POST")  # with its kernels, on every system
                try:
                    process.wait(30)
                except subprocess.TimeoutExpired:
                    stop(process)


def ask(lab: SimpleNamespace, path: str, method: str = "GET"):
    """Ask the server's REST interface."""
    head = {"Authorization": f"token {lab.token}"}
    with urllib.request.urlopen(
        urllib.request.Request(lab.url + path, method=method, headers=head), timeout=60
    ) as answer:
        return json.loads(answer.read() or "null")


def wait_for(lab: SimpleNamespace, process: subprocess.Popen, said: Path) -> None:
    """Return once the server answers; fail with what it said when it does not."""
    until = time.monotonic() + STARTING
    while time.monotonic() < until and process.poll() is None:
        try:
            return ask(lab, "/api/status")
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    pytest.fail("JupyterLab does not answer:\n" + said.read_text(encoding="utf-8", errors="replace")[-3000:])


@pytest.fixture
def lab_page(browser, jupyterlab, request) -> Iterator["NotebookPage"]:  # noqa: F821
    """A window of its own on JupyterLab; its kernels end with it."""
    from tests.browser.notebook_page import NotebookPage  # not above: it wants Playwright

    context = browser.new_context(viewport={"width": 1280, "height": 900}, device_scale_factor=2, locale="en-US")
    yield NotebookPage(context.new_page(), jupyterlab, request.node.name)
    context.close()
    for session in ask(jupyterlab, "/api/sessions"):
        ask(jupyterlab, f"/api/sessions/{session['id']}", "DELETE")


@pytest.fixture
def pictures(tmp_path) -> Path:
    """Where screenshots go: into the project only where WATCH_IT_LEARN_SCREENSHOTS=1 asks for it."""
    if os.environ.get("WATCH_IT_LEARN_SCREENSHOTS") != "1":
        return tmp_path
    (ROOT / "docs/pictures").mkdir(parents=True, exist_ok=True)
    return ROOT / "docs/pictures"
