"""nbval's gaps are closed: each is tried on a small notebook, in a run of pytest of its own."""

import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat import v4

ROOT = Path(__file__).parent.parent.parent
PLUGINS = ["-p", "tests.lanes", "-p", "tests.stored_outputs", "-p", "tests.korean_cells"]
PICTURE = {"image/png": "aGVsbG8=", "text/plain": "<Figure size 100x100 with 1 Axes>"}


def cell(source, *outputs, count=1, tags=()):
    made = v4.new_code_cell(source, execution_count=count, outputs=list(outputs))
    if tags:
        made.metadata["tags"] = list(tags)
    return made


def printed(text):
    return v4.new_output("stream", name="stdout", text=text)


@pytest.fixture
def run(tmp_path):
    """Compare a notebook of these cells as the project does; return the exit code and what was printed."""

    def run(*cells, data="real", options=()):
        nbformat.write(v4.new_notebook(cells=list(cells)), tmp_path / "try.ipynb")
        command = [sys.executable, "-m", "pytest", *PLUGINS, *options, "-p", "no:cacheprovider", "--nbval"]
        command += ["--nbval-current-env", f"--nbval-sanitize-with={ROOT / 'tests/notebooks/sanitize.cfg'}"]
        done = subprocess.run(
            [*command, f"--rootdir={tmp_path}", str(tmp_path / "try.ipynb")],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), "WATCH_IT_LEARN_DATA": data},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    return run


def test_what_agrees_passes_and_is_counted(run):
    cells = [
        cell("print('a ≈ 1.5 s')", printed("a ≈ 2.75 s\n")),
        cell("1 + 1;", count=2),
        cell("print(3)", printed("3\n")),
    ]
    code, told = run(*cells)
    assert code == 0, told
    assert "try.ipynb: 2 of 2 output cells compared" in told


@pytest.mark.parametrize(
    ("stored", "words"),
    [
        (cell("print('new')", printed("old\n")), "Cell outputs differ"),
        (cell("print('≈ 1 (expected 2)')", printed("≈ 1 (expected 3)\n")), "Cell outputs differ"),
        (cell("print(1)"), "Cell outputs differ"),
        (cell("1 / 0"), "ZeroDivisionError"),
        (cell("x = 1", count=None), "no execution count"),
        (cell("print(1)", printed("1\n"), tags=["nbval-ignore-output"]), "0 of 1 output cells compared; at least 85%"),
        (cell("x = 1", v4.new_output("display_data", data=PICTURE), tags=["nbval-ignore-output"]), "0 of 1 output"),
    ],
    ids=["differs", "digits before the sign", "new output", "error", "never run", "ignored", "picture alone"],
)
def test_what_nbval_would_pass_over_or_must_catch_fails(run, stored, words):
    code, told = run(stored)
    assert code == 1, told
    assert words in told


def test_a_picture_alone_is_not_counted_as_compared(run):
    shows = f"from IPython.display import display\ndisplay({PICTURE}, raw=True)"
    picture = v4.new_output("display_data", data=PICTURE)
    code, told = run(*[cell("print(1)", printed("1\n")) for _ in range(9)], cell(shows, picture))
    assert code == 0, told
    assert "9 of 10 output cells compared" in told


def test_real_data_are_not_compared_on_practice_data_and_the_count_says_so(run):
    cells = [cell("print('practice')", printed("real\n"), tags=["real-data"]), cell("print(1)", printed("1\n"))]
    code, told = run(*cells, data="practice")
    assert code == 0, told
    assert "1 of 2 output cells compared (1 more where the real data are)" in told
    code, told = run(*cells, data="real")
    assert code == 1
