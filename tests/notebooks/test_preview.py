"""The preview: a chapter run again from the first changed cell at each save, in one kernel that lives on."""

import os
import signal
import subprocess
import sys
import time

import nbformat
import pytest

from tools import build, chapter, preview
from tools.notebook import code_cells
from tools.preview import Preview

COUNTING = """# %% [markdown] lang="en"
# # 01. One

# %% [markdown] lang="ko"
# # 01. 하나

# %% tags=["setup"]
import os

# %%
first = globals().get("first", 0) + 1
print("first", first)

# %%
second = globals().get("second", 0) + 1
print("second", second, "kernel", os.getpid())
"""


@pytest.fixture
def shown(house):
    """A preview of a chapter whose cells count how often they were run, and the lines that it says."""
    house.chapter.write_text(COUNTING, encoding="utf-8")
    lines = []
    with Preview("01_one", lines.append) as started:
        started.lines = lines
        yield started


def update(shown):
    """Update; return what was said."""
    shown.lines.clear()
    shown.update()
    return "\n".join(shown.lines)


def written(house, language="en"):
    return nbformat.read(chapter.place("01_one", language, house / "preview"), as_version=4)


def texts(notebook):
    return [output.text for cell in code_cells(notebook) for output in cell.outputs if output.output_type == "stream"]


def test_only_the_first_changed_cell_and_those_after_it_are_run_again(shown, house):
    told = update(shown)
    assert "01_one: cells 1 to 3 of 3" in told
    assert "    first 1\n" in told
    kernel = told.split("kernel ")[1].split()[0]

    house.edit('print("second"', 'print("next"')
    told = update(shown)
    assert "cells 3 to 3 of 3" in told
    assert f"    next 2 kernel {kernel}" in told
    assert "first" not in told
    assert texts(written(house)) == ["first 1\n", f"next 2 kernel {kernel}\n"]

    house.edit('print("first"', 'print("one"')
    told = update(shown)
    assert "    one 2\n" in told
    assert f"    next 3 kernel {kernel}" in told


def test_both_languages_are_written_and_notebooks_is_left_alone(shown, house):
    update(shown)
    english, korean = written(house), written(house, "ko")
    assert "하나" in korean.cells[0].source
    assert texts(english) == texts(korean) != []
    assert not (house / "notebooks" / "01_one.ipynb").exists()

    house.edit("# # 01. 하나", "# # 01. 하나 더")
    assert "no code to run" in update(shown)
    assert "하나 더" in written(house, "ko").cells[0].source
    assert texts(written(house)) == texts(english)


def test_an_error_is_shown_and_the_next_save_goes_on_there(shown, house):
    house.edit("first = ", "1 / 0\nfirst = ")
    told = update(shown)
    assert "ZeroDivisionError: division by zero" in told
    assert "\x1b" not in told
    assert "[3]" not in told
    assert [output.output_type for cell in code_cells(written(house)) for output in cell.outputs] == ["error"]

    house.edit("1 / 0\n", "")
    told = update(shown)
    assert "cells 2 to 3 of 3" in told
    assert "    first 1\n" in told
    assert "    second 1" in told


def test_cells_that_come_and_go(shown, house):
    update(shown)
    house.edit("# %%\nsecond", "# %%\nprint('between')\n\n# %%\nsecond")
    told = update(shown)
    assert "cells 3 to 4 of 4" in told
    assert "    between\n" in told
    house.edit("# %%\nprint('between')\n\n", "")
    assert "cells 3 to 3 of 3" in update(shown)
    house.edit("# %%\nsecond" + COUNTING.partition("# %%\nsecond")[2], "")
    assert "no code to run" in update(shown)
    assert texts(written(house)) == ["first 1\n"]


def test_a_change_in_the_first_cell_starts_a_new_kernel(shown, house):
    before = update(shown)
    house.edit("import os", "import os, sys")
    after = update(shown)
    assert "    second 1 " in after
    assert after.split("kernel ")[1].split()[0] != before.split("kernel ")[1].split()[0]


def test_a_kernel_that_dies_is_followed_by_a_new_one(shown, house):
    update(shown)
    house.edit('print("second"', 'os._exit(1)\nprint("second"')
    assert "The kernel has died" in update(shown)
    house.edit("os._exit(1)\n", "")
    assert "    second 1 " in update(shown)


def test_a_chapter_that_cannot_be_built_is_named_and_the_loop_lives(house, monkeypatch, capsys):
    house.chapter.write_text(COUNTING, encoding="utf-8")
    monkeypatch.setattr(preview, "PAUSE", 0)
    edits = iter([("# # 01. 하나", "# ## 01. 하나"), ("# ## 01. 하나", "# # 01. 하나"), None])
    saved = [os.stat(house.chapter).st_mtime_ns]

    def pause(_seconds):
        edit = next(edits)
        if edit is None:
            raise KeyboardInterrupt
        house.edit(*edit)
        saved.append(saved[-1] + 10**9)
        os.utime(house.chapter, ns=(saved[-1], saved[-1]))

    monkeypatch.setattr(preview.time, "sleep", pause)
    assert build.main(["01", "--watch"]) == 0
    told = capsys.readouterr().out
    refused, mended = told.index("headings differ"), told.rindex("no code to run")
    assert told.index("second 1") < refused < mended
    assert told.endswith("Stopped, and the kernel too.\n")


@pytest.mark.parametrize("arguments", [["--watch"], ["01", "02", "--watch"]])
def test_one_chapter_is_watched(house, arguments, capsys):
    assert build.main(arguments) == 1
    assert "one chapter" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot send Ctrl-C to one process")
def test_ctrl_c_while_a_cell_runs_ends_kindly_and_stops_the_kernel(house):
    text = COUNTING.replace("import os\n", "import os, time\nprint('kernel', os.getpid())\n")
    house.chapter.write_text(text.replace("first = ", "print('busy', flush=True)\ntime.sleep(60)\nfirst = "), "utf-8")
    started = f"""
from pathlib import Path
from tools import chapter, notebook, preview
preview.ROOT = chapter.ROOT = Path({str(house.root)!r})
preview.CHAPTERS = chapter.CHAPTERS = chapter.ROOT / "chapters"
notebook.NOTEBOOKS = chapter.NOTEBOOKS = chapter.ROOT / "notebooks"
preview.watch("01_one")
"""
    command = [sys.executable, "-c", started]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        kernel = next(int(line.split()[1]) for line in process.stdout if line.startswith("    kernel"))
        time.sleep(1)  # the next cell runs
        os.kill(kernel, 0)
        process.send_signal(signal.SIGINT)
        told, errors = process.communicate(timeout=30)
    assert process.returncode == 0, errors
    assert told.endswith("Stopped, and the kernel too.\n")
    assert errors == ""
    with pytest.raises(ProcessLookupError):
        os.kill(kernel, 0)
