"""The two lanes: what the short run leaves out and says so, the order, and what stays in one process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.lanes import scope, turn

ROOT = Path(__file__).parent.parent
TESTS = """
import os, pytest

def test_short():
    pass

@pytest.mark.full
def test_long():
    pass
"""


@pytest.fixture
def run(tmp_path):
    def run(*options):
        (tmp_path / "test_tried.py").write_text(TESTS)
        (tmp_path / "pytest.ini").write_text("[pytest]\naddopts = --strict-markers\nmarkers = full\n")
        command = [sys.executable, "-m", "pytest", "-p", "tests.lanes", "-p", "no:cacheprovider", "-v", *options]
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, encoding="utf-8")
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


@pytest.mark.parametrize("options", [(), ("-n", "2", "--dist", "loadscope"), ("test_tried.py",)], ids=str)
def test_the_short_run_leaves_out_what_is_marked_and_says_so(run, options):
    said = run(*options)
    assert "test_short" in said
    assert "test_long" not in said
    assert "1 tests were left out; --full runs them too." in said


@pytest.mark.full
@pytest.mark.parametrize("options", [(), ("-n", "2", "--dist", "loadscope"), ("test_tried.py",)], ids=str)
def test_the_full_run_leaves_out_nothing(run, options):
    said = run("--full", *options)
    assert "test_short" in said
    assert "test_long" in said
    assert "left out" not in said


def test_what_takes_longest_runs_first():
    files = ["tests/maths/test_graph.py::a", "notebooks/00_start_here.ipynb::Cell 0", "notebooks/13_h.ipynb::Cell 0"]
    assert sorted([*files, "tests/browser/test_kernel.py::b"], key=turn) == [
        "tests/browser/test_kernel.py::b",
        *reversed(files),
    ]


def test_a_notebook_and_the_browser_stay_in_one_process_and_chapters_on_jax_are_apart():
    assert scope("notebooks/13_h.ipynb::Cell 0") == scope("notebooks/13_h.ipynb::Cell 1 in Korean")
    assert scope("notebooks/13_h.ipynb::Cell 0") != scope("notebooks/12_r.ipynb::Cell 0")
    assert scope("tests/browser/test_kernel.py::a") == scope("tests/browser/test_tensors.py::b")
    assert scope("tests/maths/test_graph.py::a") == scope("tests/maths/test_graph.py::b[1::2]")
    backend = "tests/notebooks/test_backends.py::test_chapter_runs_on_jax"
    assert scope(f"{backend}[08]") != scope(f"{backend}[09]")
