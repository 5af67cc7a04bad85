"""CONTRIBUTING adds a control to LossExplorer in one line and its use: here that is done, and it works."""

import importlib.util
import re
import sys
from pathlib import Path

import numpy as np
import pytest

from helpers.widgets.loss import explorer as original

CONTRIBUTING = Path(__file__).parents[3] / "CONTRIBUTING.md"


@pytest.fixture
def shifted(tmp_path, monkeypatch):
    """The explorer's file with the two lines of the example in it."""
    part = CONTRIBUTING.read_text(encoding="utf-8").partition("**Add a control.**")[2]
    field, use = re.findall(r"```python\n(.*?)\n```", part, re.DOTALL)[:2]
    source = Path(original.__file__).read_text(encoding="utf-8")
    last = "    label: int = "
    assert source.count(last) == 1
    before = "        values = np.append(TAME, state.outlier)\n"
    assert source.count(before) == 1
    source = source.replace(last, f"    {field}\n{last}").replace(before, f"        {use}\n")
    path = tmp_path / "shifted.py"
    path.write_text(source, encoding="utf-8")
    spec = importlib.util.spec_from_file_location("shifted", path)
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "shifted", module)
    spec.loader.exec_module(module)
    explorer = module.LossExplorer()
    yield explorer
    explorer.close()


def test_one_line_and_its_use_add_a_control(shifted):
    mean = np.mean([1.2, 1.8, 2.1, 2.4, 2.9, 3.3, 15])
    assert f"the mean of the values, {mean:.3g};" in shifted.words.value
    shifted.controls["shift"].value = 2.0
    assert f"the mean of the values, {mean + 2:.3g};" in shifted.words.value
    assert shifted.code == "LossExplorer(shift=2.0)"
    shifted.set(shift=4)
    assert "shift must be a number from -3 to 3, not 4" in shifted.error.value
    shifted.controls["mode"].value = "score"
    assert shifted.controls["shift"].layout.display == "none"
