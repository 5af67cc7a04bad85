"""The measuring itself: what it finds, what it prints. How fast things are is no test: machines have slow days."""

import json
import subprocess
import sys
from pathlib import Path
from random import Random

import ipywidgets
import pytest
from nbformat import from_dict, v4

import helpers.widgets
from tools.bench.chapters import count
from tools.bench.imports import heavy
from tools.bench.moves import explorers, leaves, other
from tools.bench.seeds import found, with_seed
from tools.bench.table import table
from tools.chapter import ChapterError, names, notebooks

ROOT = Path(__file__).parent.parent.parent


def bench(*arguments):
    command = [sys.executable, "-m", "tools.bench", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=300)


def test_finds_every_explorer():
    exported = [getattr(helpers.widgets, name) for name in helpers.widgets.__all__]
    below = [each for each in exported if issubclass(each, helpers.widgets.Explorer)]
    assert set(explorers().values()) == set(below) - {helpers.widgets.Explorer}


def test_frames_as_json():
    done = bench("frames", "TensorExplorer", "--json", "--changes", "8")
    assert done.returncode == 0, done.stderr
    (row,) = json.loads(done.stdout)
    assert list(row) == ["explorer", "median_ms", "p95_ms", "interact_ms", "ratio"]
    assert row.pop("explorer") == "TensorExplorer"
    assert min(row.values()) > 0
    assert row["median_ms"] <= row["p95_ms"]


def test_play_tells_training_and_frame_apart():
    done = bench("play", "--json", "--changes", "4")
    assert done.returncode == 0, done.stderr
    for row in json.loads(done.stdout):
        assert min(row["training_ms"], row["frame_ms"]) > 0
        assert row["tick_ms"] >= max(row["training_ms"], row["frame_ms"])


def test_an_unknown_explorer_is_named():
    done = bench("frames", "NoSuchExplorer")
    assert done.returncode == 1
    assert "no such explorer: NoSuchExplorer" in done.stderr
    assert "Traceback" not in done.stderr


CONTROLS = [
    (ipywidgets.IntSlider, {"value": 2, "min": 2, "max": 4}),
    (ipywidgets.FloatSlider, {"value": 0.5, "min": 0, "max": 1, "step": 0.25}),
    (ipywidgets.FloatLogSlider, {"value": 1.0, "base": 10, "min": -3, "max": 1}),
    (ipywidgets.IntRangeSlider, {"value": (1, 3), "min": 0, "max": 5}),
    (ipywidgets.Dropdown, {"options": [("one", 1), ("two", 2)]}),
    (ipywidgets.SelectMultiple, {"options": "abc", "value": ["a"]}),
    (ipywidgets.Checkbox, {"value": False}),
    (ipywidgets.Text, {"value": ":"}),
    (ipywidgets.Play, {"value": 0, "min": 0, "max": 9}),
]


@pytest.mark.parametrize(("kind", "traits"), CONTROLS, ids=lambda part: getattr(part, "__name__", ""))
def test_a_move_is_a_change_that_the_control_takes(kind, traits):
    control, rng = kind(**traits), Random(0)
    for _turn in range(20):
        trait, value = other(control, rng)
        assert value != getattr(control, trait)
        setattr(control, trait, value)
        assert getattr(control, trait) == pytest.approx(value)
    control.close()


def test_a_control_with_one_value_alone_is_left():
    assert other(ipywidgets.IntSlider(3, min=3, max=3), Random(0)) is None
    assert other(ipywidgets.Dropdown(options=["only"]), Random(0)) is None


def test_leaves_are_found_in_boxes_too():
    slider, text = ipywidgets.IntSlider(), ipywidgets.Text()
    assert list(leaves([ipywidgets.VBox([ipywidgets.HBox([slider]), ipywidgets.Button()]), text])) == [slider, text]


@pytest.mark.parametrize("package", ["tensorflow", "keras", "matplotlib"])
def test_import_helpers_is_light(package):
    assert package not in heavy("helpers")


def test_counts_outputs_like_the_stored_ones():
    notebook = notebooks(names()[0])["en"]
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"][:2]
    notebook.cells = cells
    cells[0].outputs = [{"output_type": "stream", "name": "stdout", "text": "4\n"}]
    cells[1].outputs = [{"output_type": "display_data", "data": {"image/png": "", "text/plain": "<Figure size 9>"}}]
    notebook = from_dict(notebook)
    assert count(notebook) == (2, 1)
    notebook.cells[0].metadata["tags"] = ["nbval-ignore-output"]
    assert count(notebook) == (2, 0)


def test_a_table_lines_up():
    lines = table([{"name": "a", "ms": 1.5}, {"name": "longer", "ms": 12}]).splitlines()
    assert len({len(line) for line in lines}) == 1
    assert lines[1].startswith("a ")
    assert lines[2].endswith(" 12")


def notebook_of(*sources):
    return v4.new_notebook(cells=[v4.new_code_cell(source) for source in sources])


def test_the_seed_of_a_chapter_is_set():
    cells = with_seed(notebook_of("import keras\nSEED = 3\nkeras", "print(SEED)"), 8).cells
    assert [cell.source for cell in cells] == ["import keras\nSEED = 8\nkeras", "print(SEED)"]


@pytest.mark.parametrize("sources", [["x = 1"], ["SEED = 1", "SEED = 2"]])
def test_a_chapter_without_one_seed_is_told(sources):
    with pytest.raises(ChapterError, match="one line SEED"):
        with_seed(notebook_of(*sources), 1)


def test_what_was_measured_is_found():
    notebook = notebook_of("", "")
    notebook.cells[0].outputs = [v4.new_output("stream", text="test MAE ≈ 2.51 (expected 2.1 to 2.9)\nno number\n")]
    notebook.cells[1].outputs = [v4.new_output("stream", text="test MAE ≈ 2.47\nshift ≈ -3 ms\n")]
    assert found(notebook) == {"test MAE": 2.51, "test MAE #2": 2.47, "shift": -3.0}
