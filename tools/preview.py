"""A chapter while it is written: each time its file is saved, run from the first changed cell on, and shown."""

import copy
import re
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import nbformat
from nbclient.exceptions import CellExecutionError, DeadKernelError
from nbformat import NotebookNode

from tools.chapter import CHAPTERS, LANGUAGES, ROOT, ChapterError, notebooks, place
from tools.notebook import carry_outputs, clean, client, code_cells, kernel_environment

PAUSE = 0.3  # seconds between two looks at the file
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")


def watch(name: str) -> None:
    """Show a chapter each time it is saved, until Ctrl-C."""
    path = CHAPTERS / f"{name}.py"
    shown = None
    try:
        with Preview(name) as preview:
            while True:
                saved = _saved(path)
                if saved not in (shown, None):
                    shown = saved
                    _show(preview)
                time.sleep(PAUSE)
    except KeyboardInterrupt:
        _say("\nStopped, and the kernel too.")


def _show(preview: "Preview") -> None:
    try:
        preview.update()
    except ChapterError as problem:
        _say(str(problem))
    _say("Waiting until the chapter is saved again; Ctrl-C ends.")


def _saved(path: Path) -> int | None:
    """Return when the file was saved, None in the moment in which an editor replaces it."""
    try:
        return path.stat().st_mtime_ns
    except FileNotFoundError:
        return None


def _say(line: str) -> None:
    print(line, flush=True)


class Preview:
    """One kernel that lives on, the cells that were run in it, and the notebooks in ``preview/`` that show them.

    Names that a deleted cell has made stay in the kernel. A change in the first code cell starts a new one.
    """

    def __init__(self, name: str, say: Callable[[str], None] = _say) -> None:
        self._name, self._say = name, say
        self._kernel = ExitStack()
        self._done: list[NotebookNode] = []

    def __enter__(self) -> "Preview":
        return self

    def __exit__(self, *_: object) -> None:
        self._kernel.close()

    def update(self) -> None:
        """Run what has changed, up to the first error, and write both languages; ChapterError as the build raises it.

        What was run before an error is kept: the next update goes on at the cell that failed.
        """
        made = notebooks(self._name)
        cells = code_cells(made["en"])
        first = self._first_changed(cells)
        for old, new in zip(self._done[:first], cells, strict=False):
            new.outputs, new.execution_count = old.outputs, old.execution_count
        self._done = cells[:first]
        changed = f"cells {first + 1} to {len(cells)} of {len(cells)}" if first < len(cells) else "no code to run"
        self._say(f"{self._name}: {changed}")
        if first == 0:
            self._start(made["en"])
        self._run(made["en"], cells[first:])
        self._write(made)

    def _first_changed(self, cells: list[NotebookNode]) -> int:
        """Return how many cells need not be run again."""
        pairs = zip(self._done, cells, strict=False)
        same = min(len(self._done), len(cells))
        return next((at for at, (old, new) in enumerate(pairs) if old.source != new.source), same)

    def _start(self, notebook: NotebookNode) -> None:
        """Start a kernel; end the one before."""
        self._kernel.close()
        self._client = client(notebook)
        self._client.timeout = None  # Ctrl-C ends what takes too long
        self._kernel.enter_context(self._client.setup_kernel(env=kernel_environment()))

    def _run(self, notebook: NotebookNode, cells: list[NotebookNode]) -> None:
        """Run these cells of the notebook, up to the first error."""
        self._client.nb = notebook
        self._client.reset_execution_trackers()
        places = {cell.id: at for at, cell in enumerate(notebook.cells)}
        for number, cell in enumerate(cells, len(self._done) + 1):
            start = time.perf_counter()
            try:
                self._client.execute_cell(cell, places[cell.id])
            except CellExecutionError:
                self._tell(number, cell, time.perf_counter() - start)
                return
            except DeadKernelError:
                self._done = []
                self._say("The kernel has died; the next save starts a new one.")
                return
            self._done.append(cell)
            self._tell(number, cell, time.perf_counter() - start)

    def _tell(self, number: int, cell: NotebookNode, seconds: float) -> None:
        """Say which cell was run, how long it took, and the text that came out."""
        title = cell.source.strip().splitlines()[:1]
        self._say(f"[{number}] {''.join(title)}  ({seconds:.1f} s)")
        for output in cell.outputs:
            for line in _text(output).splitlines():
                self._say(f"    {line}")

    def _write(self, made: dict[str, NotebookNode]) -> None:
        english = copy.deepcopy(made["en"])  # the kernel may still update a display of the one that was run
        for cell in english.cells:
            clean(cell)
        carry_outputs(english, made["ko"])
        for language, notebook in zip(LANGUAGES, (english, made["ko"]), strict=True):
            path = place(self._name, language, ROOT / "preview")
            path.parent.mkdir(parents=True, exist_ok=True)
            nbformat.write(notebook, path)
            self._say(f"{path.relative_to(ROOT)} is written")


def _text(output: NotebookNode) -> str:
    """Return an output as a terminal can show it."""
    if output.output_type == "stream":
        return output.text
    if output.output_type == "error":
        return _COLOURS.sub("", "\n".join(output.traceback))
    picture = " [picture]" if any(kind.startswith("image/") for kind in output.data) else ""
    return output.data.get("text/plain", "") + picture
