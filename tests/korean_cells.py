"""The words of every widget in Korean, in the kernel that has just run the English notebook.

The two notebooks of a chapter have the same code and store the same outputs (``tools.build --check`` holds them to
it), so a second run from end to end would compute everything again to see other words. What shows a widget is run
again instead, after the last cell: it must show what is stored, and speak Korean. Cells that train with a live picture
are not run again: tests/training knows their Korean words. With Colab's versions every Korean notebook runs whole.
"""

import json
import re
from ast import literal_eval
from itertools import groupby
from pathlib import Path

import pytest
from nbformat import NotebookNode

try:
    from nbval.plugin import IPyNbCell
except ImportError:  # where only unit tests run
    IPyNbCell = pytest.Item

KOREAN = Path(__file__).parent.parent / "notebooks" / "ko"
HANGUL = re.compile("[가-힣]")
VIEW = "application/vnd.jupyter.widget-view+json"
SWITCH = """
import helpers, ipywidgets, json

helpers.language("ko")

def _words(model_id):
    widget = ipywidgets.widgets.widget._instances[model_id]
    parts, said = [getattr(widget, "words", widget)], []
    for part in parts:
        parts += getattr(part, "children", ())
        texts = [getattr(part, name, None) for name in ("description", "value")]
        said += [text for text in texts if text and isinstance(text, str)]
    return json.dumps(said)
"""


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Leave the Korean notebooks out, unless one is named on the command line."""
    return True if collection_path == KOREAN else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """After the cells of each notebook, put those that show a widget once more."""
    ordered: list[pytest.Item] = []
    for _notebook, group in groupby(items, key=lambda item: item.parent):
        cells = list(group)
        ordered += cells
        ordered += [again(item) for item in cells if type(item).__name__ == "IPyNbCell" and shows_a_widget(item.cell)]
    items[:] = ordered


def shows_a_widget(cell: NotebookNode) -> bool:
    """Tell whether a cell stores a widget: its still picture beside the line of code that makes it again."""
    stored = [output.get("data", {}) for output in cell.outputs]
    return any("image/png" in data and re.match(r"\w+\(", data.get("text/plain", "")) for data in stored)


def again(item: IPyNbCell) -> "KoreanCell":
    """Return ``item`` to be run in Korean; what of it is compared stays as it is."""
    name = f"{item.name} in Korean"
    return KoreanCell.from_parent(item.parent, name=name, cell_num=item.cell_num, cell=item.cell, options=item.options)


class KoreanCell(IPyNbCell):
    """A cell run again in Korean: the stored output, no error, and Hangul in the words of each widget."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.add_marker("full")

    def runtest(self):
        self._ask(SWITCH)
        super().runtest()
        shown = [output["data"][VIEW]["model_id"] for output in self.test_outputs if VIEW in output.get("data", {})]
        if not shown:
            self.raise_cell_error("In Korean it shows no widget.")
        for model_id in shown:
            said = json.loads(self._ask(answer=f"_words({model_id!r})"))
            if not any(HANGUL.search(text) for text in said):
                self.raise_cell_error(f"Its words are not Korean: {said}")

    def _ask(self, code="", answer="None"):
        """Run ``code`` unseen; return the value of the string ``answer``."""
        client = self.parent.kernel.kc
        sent = client.execute(code, silent=True, user_expressions={"answer": answer}, allow_stdin=False)
        while (reply := client.get_shell_msg(timeout=60))["parent_header"].get("msg_id") != sent:
            pass
        answered = reply["content"].get("user_expressions", {}).get("answer", reply["content"])
        if answered["status"] != "ok":
            self.raise_cell_error("Its words cannot be asked for.", "\n".join(answered["traceback"]))
        return literal_eval(answered["data"]["text/plain"])

    def reportinfo(self):
        return self.path, 0, f"{self.path.name}::{self.name}"
