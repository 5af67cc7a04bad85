"""tools.claims: a number in the prose stands somewhere, and what stands nowhere is argued."""

import subprocess
import sys

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from tools.chapter import ROOT
from tools.claims import argued, examine, findings

OUTPUT = "accuracy 0.7934 of 2,246\nloss −0.25\n\x1b[38;5;34m407,050\x1b[0m (1.55 MB)"


def page(prose, *more):
    printed = new_code_cell("units = 64\nfit()", outputs=[new_output("stream", name="stdout", text=OUTPUT)])
    return new_notebook(cells=[printed, new_markdown_cell(prose), *more])


@pytest.mark.parametrize(
    ("prose", "place"),
    [
        ("About 0.79.", "section"),
        ("That is 79 %.", "section"),
        ("All 2,246 messages.", "section"),
        ("The loss is −0.25.", "section"),
        ("It has 407,050 parameters.", "section"),
        ("With 64 units.", "code"),
        ("Chollet reports 0.82.", "source"),
        ("Of 2,246 there are 2,182 left, without the first 64.", "arithmetic"),
        ("About 0.81.", "nowhere"),
        ("About 0.7.", "nowhere"),
        ("All 2,245 messages.", "nowhere"),
        ("In 1987.", "nowhere"),
    ],
)
def test_a_number_is_found_where_it_stands(prose, place):
    notebook = page(prose, new_markdown_cell("## Sources\n- F. Chollet, 0.82"))
    found = {claim.written: where for claim, where in findings(notebook)}
    written = next(word.strip(".,") for word in prose.split() if word[0].isdigit() or word[0] == "−")
    if place == "arithmetic":
        written = "2,182"
    assert found[written] == place


def test_an_output_of_another_section_is_told_apart():
    notebook = page("## 2. Next", new_markdown_cell("## 3. Later\nStill 0.79."))
    assert [where for _claim, where in findings(notebook)] == ["page"]


@pytest.mark.parametrize(
    "prose",
    [
        "## 7. Heading",
        "See chapter 11 and section 3.",
        "3. third",
        "[05](05_optimizers.ipynb)",
        "11장과 8절에서",
        "<https://a.b/1234>",
    ],
)
def test_what_claims_nothing_is_passed_over(prose):
    assert findings(page(prose)) == []


def test_a_reason_serves_while_it_is_needed(tmp_path):
    path = tmp_path / "01_a.ipynb"
    nbformat.write(page("In 1987 and 1988."), path)
    count, lost, needed = examine(path, {"1987": "the year of the messages", "1990": "of nothing"})
    assert (count["argued"], [claim.written for claim in lost], needed) == (1, ["1988"], {"1987"})


def test_the_list_of_reasons_only_shrinks():
    assert sum(map(len, argued().values())) <= 50  # lower it with the list, never raise it


def test_every_number_of_the_chapters_stands_somewhere():
    done = subprocess.run([sys.executable, "-m", "tools.claims"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
