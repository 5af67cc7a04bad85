"""Where the time of the tests went: each test in its part, and a sentence where there was no run."""

import pytest

from tests.bench.test_bench import bench
from tools.bench import tests as bench_tests
from tools.bench.tests import part, report, times

CASES = """<testsuites><testsuite>
<testcase classname="tests.widgets.race.test_model" name="test_a_step[0.1]" time="1.5" />
<testcase classname="tests.widgets.race.test_explorer" name="test_moves" time="2" />
<testcase classname="notebooks.05_optimizers.ipynb" name="Cell 3" time="20.25"><failure>no</failure></testcase>
</testsuite></testsuites>"""


@pytest.mark.parametrize(
    ("module", "test", "where"),
    [
        ("tests.test_house", "test_house_is_in_order[types]", "house"),
        ("tests.maths.test_graph", "test_sum", "maths"),
        ("tests.widgets.test_every_explorer", "test_memory_does_not_grow_with_changes[TensorExplorer]", "memory"),
        ("tests.widgets.test_every_explorer", "test_words_follow_the_language[TensorExplorer]", "widgets"),
        ("tests.notebooks.test_backends", "test_chapter_runs_on_jax[09_first_network]", "JAX"),
        ("tests.notebooks.test_build", "test_links", "build"),
        ("tests.setup.test_lab", "test_taken_port", "set-up"),
        ("notebooks.05_optimizers.ipynb", "Cell 3", "notebook 05_optimizers"),
        ("notebooks.05_optimizers.ipynb", "output count", "notebook 05_optimizers"),
        ("notebooks.05_optimizers.ipynb", "Cell 5 in Korean", "Korean"),
    ],
)
def test_every_test_belongs_to_a_part(module, test, where):
    assert part(module, test) == where


def test_seconds_are_added_up_with_the_longest_first(tmp_path):
    for name in bench_tests.RUNS:
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(CASES, encoding="utf-8")
    rows = times(tmp_path)
    assert sorted(row["part"] for row in rows[:2]) == ["Colab: notebook 05_optimizers", "notebook 05_optimizers"]
    assert rows[0]["seconds"] == rows[1]["seconds"] == 20.2
    assert {"part": "widgets", "tests": 2, "seconds": 3.5} in rows
    assert "47 s in all processes together" in report(rows, tmp_path)


def test_no_last_run_is_said_and_is_no_failure(tmp_path, monkeypatch, capsys):
    from tools.bench.__main__ import main

    monkeypatch.setattr(bench_tests.times, "__defaults__", (tmp_path,))
    assert main(["tests"]) == 0
    assert "There is no last run" in capsys.readouterr().out


def test_the_command_runs():
    done = bench("tests")
    assert done.returncode == 0, done.stderr
    assert "last run" in done.stdout or "all processes together" in done.stdout
