"""The classic listings beside ours: the same work in both, told in numbers."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tools.bench import classic

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.full
def test_a_shortened_run_has_both_ways_and_a_ratio():
    command = [sys.executable, "-m", "tools.bench", "classic", "--only", "houses", "--epochs", "10", "20", "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=600)
    assert done.returncode == 0, done.stderr
    ten, twenty, together = json.loads(done.stdout)
    assert ten["work"] == "houses, 4 folds × 10 epochs"
    assert twenty["work"] == "houses, 4 folds × 20 epochs"
    assert abs(together["classic_s"] - ten["classic_s"] - twenty["classic_s"]) < 0.1
    for row in (ten, twenty):
        assert row["classic_s"] > 0 < row["ours_s"]
        assert abs(row["classic_score"] - row["our_score"]) < 1.5
        assert 0 < row["classic_score"] < 10
        assert row["classic_mb"] > 200 < row["our_mb"]


def row(work, ratio):
    return {"work": work, "classic_s": 30.0, "ours_s": 30.0 / ratio, "ratio": ratio}


def test_the_report_says_whether_the_bar_holds():
    assert "at least 3 times faster: yes, 8.0" in classic.report([row("houses, together", 8.0)], {"houses"})
    assert "at least 3 times faster: no, 2.0" in classic.report([row("houses, together", 2.0)], {"houses"})


def test_reviews_are_left_out_in_words_where_memory_is_short(monkeypatch):
    monkeypatch.setattr(classic, "NEEDED", 1e18)
    assert classic.reviews() == []
    assert "Reviews left out" in classic.report([row("houses, together", 8.0)], {"houses", "reviews"})
    assert "Reviews" not in classic.report([row("houses, together", 8.0)], {"houses"})


def test_what_the_bench_times_is_the_code_of_the_chapter():
    chapter = (ROOT / "chapters" / "13_housing_regression.py").read_text(encoding="utf-8")
    bench = (ROOT / "tools" / "bench" / "listings.py").read_text(encoding="utf-8")
    ours = bench.split("def _our_folds")[1].split("def k_fold")[0]
    lines = [line.strip() for line in ours.splitlines() if "=" in line and "def " not in line]
    assert len(lines) >= 5
    for line in lines:
        assert line in chapter, line
    for line in ("K = 4", 'keras.layers.Dense(64, activation="relu")', "keras.layers.Dense(1)"):
        assert line in chapter
        assert line in bench
