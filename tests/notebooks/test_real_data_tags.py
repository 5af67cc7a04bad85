"""The tag `real-data` stands on the cells that nbval would find to differ on practice data, and on no other."""

import pytest
from nbformat import v4

from tools import build, chapter, check
from tools.real_data import disagreements, untagged_loads

ID = "[0-9a-f]{8}"


def code(source, *texts, tags=()):
    outputs = [v4.new_output("stream", name="stdout", text=text) for text in texts]
    cell = v4.new_code_cell(source, id="abc", execution_count=1, outputs=outputs)
    if tags:
        cell.metadata["tags"] = list(tags)
    return cell


def nothing_was_written():
    return not any(chapter.place("01_one", language).exists() for language in chapter.LANGUAGES)


def test_a_cell_that_differs_on_practice_data_and_is_not_tagged_stops_the_build(house):
    house.edit('print("same", "≈ 3")', 'print("first")\nprint(f"on {os.environ[\'WATCH_IT_LEARN_DATA\']} data")')
    message = (
        rf"""^01_one, cell {ID} \(print\("first"\)\): real data give 'on real data', """
        r"""practice data 'on practice data': tag it "real-data","""
    )
    with pytest.raises(chapter.ChapterError, match=message):
        build.build("01_one")
    assert nothing_was_written()


def test_a_tag_that_gives_a_comparison_away_stops_the_build(house):
    house.edit('os.environ["WATCH_IT_LEARN_DATA"]', '"a constant"')
    message = rf'^01_one, cell {ID} \(print\("a constant", "≈ 3"\)\): practice data give the same output'
    with pytest.raises(chapter.ChapterError, match=message):
        build.build("01_one")
    assert nothing_was_written()


def test_every_cell_that_disagrees_is_named_at_once(house):
    house.edit('# %% tags=["real-data"]', "# %%")
    house.edit('# %%\nprint("same"', '# %% tags=["real-data"]\nprint("same"')
    with pytest.raises(chapter.ChapterError) as refused:
        build.build("01_one")
    missing, superfluous = str(refused.value).splitlines()
    assert 'tag it "real-data"' in missing
    assert 'take the tag "real-data" away' in superfluous


def test_a_cell_that_fails_on_practice_data_stops_the_build(house):
    house.edit('print("same"', 'assert os.environ["WATCH_IT_LEARN_DATA"] == "real", "only there"\nprint("same"')
    with pytest.raises(chapter.ChapterError, match=r"(?s)^01_one, on practice data: .*only there"):
        build.build("01_one")
    assert nothing_was_written()


def test_practice_data_are_met_as_a_newcomer_does_without_a_cache(house, monkeypatch, tmp_path):
    full = tmp_path / "keras"
    (full / "datasets").mkdir(parents=True)
    monkeypatch.setenv("KERAS_HOME", str(full))
    home = 'os.path.exists(os.environ["KERAS_HOME"] + "/datasets")'
    house.edit('print("same", "≈ 3")', f"print({home})")
    with pytest.raises(chapter.ChapterError, match="real data give 'True', practice data 'False'"):
        build.build("01_one")


def test_a_chapter_without_data_is_run_once_in_each_language(house):
    runs = house / "runs.txt"
    house.edit('# %% tags=["real-data"]', "# %%")
    house.edit('print(os.environ["WATCH_IT_LEARN_DATA"], "≈ 3")', f"print(1, file=open({str(runs)!r}, 'a'))")
    build.build("01_one")
    assert runs.read_text() == "1\n1\n"


@pytest.mark.parametrize(
    ("real", "practice", "tags", "verdict"),
    [
        ("a", "a", [], None),
        ("a ≈ 1.5", "a ≈ 2", [], None),
        ("a", "b", ["real-data"], None),
        ("a", "b", [], 'tag it "real-data"'),
        ("a", "", [], "practice data ''"),
        ("a ≈ 1.5", "a ≈ 2", ["real-data"], "the same output"),
        ("a", "a", ["real-data", "sometimes"], None),
        ("a", "b", ["real-data", "sometimes"], None),
        ("a", "b", ["sometimes"], 'tag it "real-data"'),
        ("a", "b", ["nbval-ignore-output"], None),
        ("a", "a", ["nbval-ignore-output", "real-data"], None),
        ("", "", ["real-data"], None),
    ],
)
def test_verdicts(real, practice, tags, verdict):
    ours, theirs = (code("f(x)", *[text] * bool(text), tags=tags) for text in (real, practice))
    wrong = disagreements("01_one", [ours], [theirs])
    if verdict is None:
        assert wrong == []
    else:
        (line,) = wrong
        assert line.startswith("01_one, cell abc (f(x)): ")
        assert verdict in line


@pytest.mark.parametrize(
    ("source", "tags", "found"),
    [
        ("x, y = mnist.load_data()", [], True),
        ("%matplotlib inline\nfor data in sets:\n    data.load_data(num_words=3)", [], True),
        ("x, y = mnist.load_data()", ["real-data"], False),
        ("x, y = mnist.load_data()", ["nbval-ignore-output"], False),
        ("def later():\n    return mnist.load_data()\n\nload = lambda: mnist.load_data()", [], False),
        ("print('mnist.load_data()')  # mnist.load_data()", [], False),
    ],
)
def test_a_cell_that_loads_data_needs_the_tag_before_anything_is_run(source, tags, found):
    wrong = untagged_loads("01_one", v4.new_notebook(cells=[code(source, tags=tags)]))
    assert len(wrong) == found
    assert all(f"01_one, cell abc ({source.splitlines()[0]}): loads data" in line for line in wrong)


def test_the_check_and_the_build_find_a_load_without_tag_without_running_it(house):
    house.edit("import os", "import os\n\nraise RuntimeError('was run')\nmnist.load_data()")
    assert any("01_one" in line and "loads data" in line for line in check.check())
    with pytest.raises(chapter.ChapterError, match="loads data"):
        build.build("01_one")
