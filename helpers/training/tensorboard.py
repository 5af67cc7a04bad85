"""TensorBoard for a folder of event files: started on this machine, opened, stopped."""

import importlib.util
import json
import os
import queue
import secrets
import subprocess
import sys
import tempfile
import threading
import weakref
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit
from urllib.request import ProxyHandler, build_opener

import ipywidgets as widgets
from IPython.display import display

from helpers.devices.gpu import system
from helpers.widgets.engine.lifetime import belongs_to_cell
from helpers.widgets.engine.stage import close_all
from helpers.words import _

STARTING = 90  # seconds that the server may take on a loaded machine
ENDING = 5  # seconds that it may take to end by itself
HEIGHT = 800  # pixels of the frame on Colab
_SERVER = Path(__file__).with_name("tensorboard_server.py")
_LINK = '<div style="line-height:1.45;margin:4px 20px"><b>{}</b> {}</div>'
_ANCHOR = '<a href="{}" target="_blank" rel="noopener" style="text-decoration:underline">{}</a>'


class TensorBoard:
    """A running TensorBoard: ``url`` for programs on this machine, ``link`` for the browser, ``stop()``.

    As the last line of a cell it shows links to its pages; on Colab it opens there. It ends with the kernel, with
    ``stop()``, or when its cell is run again.
    """

    def __init__(self, folder: Path, process: subprocess.Popen, url: str) -> None:
        self.folder, self.process, self.url = folder, process, url
        self.runs = runs(folder)
        self._links: widgets.HTML | None = None
        self._finalizer = weakref.finalize(self, _end, process)
        belongs_to_cell(self)

    @property
    def port(self) -> int:
        """The port on which it listens, on the loopback address only."""
        return urlsplit(self.url).port or 80

    @property
    def link(self) -> str:
        """Its address as a browser reaches it: through the proxy of the server where this is a JupyterHub or Binder."""
        prefix = os.environ.get("JUPYTERHUB_SERVICE_PREFIX")
        return f"{prefix.rstrip('/')}/proxy/{self.port}{urlsplit(self.url).path}" if prefix else self.url

    def ask(self, path: str, **query: str) -> Any:
        """Ask as its page in the browser does: the JSON of the answer, or its text. OSError when it has gone."""
        address = f"{self.url}{path}" + (f"?{urlencode(query)}" if query else "")
        with build_opener(ProxyHandler({})).open(address, timeout=60) as answer:
            text = answer.read().decode()
            return json.loads(text) if answer.headers.get_content_type() == "application/json" else text

    def stop(self) -> None:
        """End the server and wait until it has gone; a second call does nothing."""
        self._finalizer()
        if self._links is not None:
            close_all(self._links)
            self._links = None

    close = stop  # the name by which the next run of a cell ends what the last one made

    def __repr__(self) -> str:
        return f"TensorBoard of {self.folder.name}: {', '.join(self.runs)}"

    def _ipython_display_(self) -> None:
        if system() == "colab":
            # Its extension for notebooks knows the way into a page of Colab.
            from tensorboard import notebook

            notebook.display(port=self.port, height=HEIGHT)
            return
        if self._links is None:
            self._links = widgets.HTML(self._html())
        view = {"version_major": 2, "version_minor": 0, "model_id": self._links.model_id}
        display({"text/plain": repr(self), "application/vnd.jupyter.widget-view+json": view}, raw=True)

    def _html(self) -> str:
        pages = ((_("Open TensorBoard"), ""), (_("scalars"), "#scalars"), (_("graph"), "#graphs"))
        anchors = " · ".join(_ANCHOR.format(escape(self.link + page), escape(name)) for name, page in pages)
        return _LINK.format(anchors, escape(_("It runs until the kernel ends, or until you call its stop().")))


def start_tensorboard(logdir: str | os.PathLike) -> TensorBoard:
    """Start TensorBoard on the event files under ``logdir`` and return it once it has read them.

    It listens on a free port of 127.0.0.1, under a path that nobody can guess, and reads again every five seconds.
    Raises ValueError where there are no event files, ImportError where TensorBoard is not installed, RuntimeError, with
    its last line, where it does not start.
    """
    folder = Path(logdir).resolve()
    if not runs(folder):
        raise ValueError(f"no event files in {logdir}: write some with tf.summary first, and close their writer")
    if importlib.util.find_spec("tensorboard") is None:
        raise ImportError("TensorBoard is not installed: run `pip install tensorboard` in a terminal")
    path = "" if system() == "colab" else "/" + secrets.token_urlsafe(16)  # Colab's own frame opens the root
    with tempfile.TemporaryFile() as stderr:
        process = subprocess.Popen(
            [
                sys.executable,
                "-P",
                str(_SERVER),
                str(folder),
                path,
            ],  # -P: its neighbours here must not hide the real modules
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stderr,
        )
        url = _first_line(process)
        if not url.startswith("http"):
            _end(process)
            stderr.seek(0)
            lines = stderr.read().decode(errors="replace").strip().splitlines()
            raise RuntimeError(f"TensorBoard did not start: {lines[-1] if lines else f'no answer in {STARTING} s'}")
    return TensorBoard(folder, process, url)


def runs(folder: Path) -> list[str]:
    """Names of the runs under ``folder``: each folder that holds event files, "." for ``folder`` itself."""
    found = {file.parent.relative_to(folder).as_posix() for file in folder.rglob("*tfevents*") if file.is_file()}
    return sorted(found)


def _first_line(process: subprocess.Popen) -> str:
    """Return the first line that the process prints; nothing when it ends or takes too long."""
    lines: queue.Queue[bytes] = queue.Queue()
    stdout: Any = process.stdout
    threading.Thread(target=lambda: lines.put(stdout.readline()), daemon=True).start()
    try:
        return lines.get(timeout=STARTING).decode().strip()
    except queue.Empty:
        return ""


def _end(process: subprocess.Popen) -> None:
    """Close the process's input, on which it ends; end it by force where it does not."""
    if process.stdin is not None and not process.stdin.closed:
        process.stdin.close()
    try:
        process.wait(ENDING)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout is not None:
        process.stdout.close()
