"""The build: two notebooks of one chapter, and what it refuses."""

from pathlib import Path

import nbformat
import pytest
from nbformat import v4

from tools import build, chapter, check, notebook


def test_the_stored_notebooks_are_what_the_chapters_build():
    assert check.check() == []


def test_languages_share_code_and_ids_but_for_one_line(house):
    made = chapter.notebooks("01_one")
    english, korean = made["en"].cells, made["ko"].cells
    assert [cell.id for cell in english] == [cell.id for cell in korean]
    assert len({cell.id for cell in english}) == len(english)
    assert "# 01. One" in english[0].source
    assert "# 01. 하나" in korean[0].source
    different = [(a.source, b.source) for a, b in zip(english, korean, strict=True) if a.source != b.source]
    (_title, _badges, (setup, korean_setup)) = different
    assert korean_setup.replace('helpers.language("ko")\n\n', "", 1) == setup
    assert "some/where/archive/refs/tags/v1.2.3.zip" in setup
    assert "--no-deps" in setup


def test_links_to_chapters_that_do_not_exist_are_left_out(house):
    title = chapter.notebooks("01_one")["en"].cells[0].source
    assert "[two](02_two.ipynb) and none." in title


def test_ids_stay_when_other_cells_come(house):
    before = {cell.source: cell.id for cell in chapter.notebooks("01_one")["en"].cells}
    house.edit('# %% tags=["real-data"]', '# %%\n1 + 1\n\n# %% tags=["real-data"]')
    after = {cell.source: cell.id for cell in chapter.notebooks("01_one")["en"].cells}
    assert {source: after[source] for source in before} == before


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("# # 01. 하나", "# ## 01. 하나", "headings differ"),
        ('# %% [markdown] lang="ko"', "# %% [markdown]", "no Korean twin"),
        ("import os", "\n".join(["import os"] * 16), "16 lines of code"),
        ('# %% [markdown] lang="en"', '# %% [markdown] lang="fr"', 'prose says lang="en"'),
    ],
)
def test_a_chapter_out_of_order_is_refused(house, before, after, words):
    house.edit(before, after)
    with pytest.raises(chapter.ChapterError, match=words):
        chapter.notebooks("01_one")


def test_build_check_and_every_difference(house, capsys):
    for name in ("01_one", "02_two"):
        build.build(name)
    assert check.check() == []
    english = nbformat.read(chapter.place("01_one", "en"), as_version=4)
    korean = nbformat.read(chapter.place("01_one", "ko"), as_version=4)
    code = [cell for cell in english.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == [1, 2, 3]
    assert code[1].outputs[0].text == "real ≈ 3\n"
    assert code[1].metadata == {"tags": ["real-data"]}
    assert "widgets" not in english.metadata
    assert check.outputs(english) == check.outputs(korean)

    house.edit("# 01. One", "# 01. Changed")
    assert any("01_one" in line for line in check.check())
    house.edit("# 01. Changed", "# 01. One")
    code[1].outputs[0].text = "other ≈ 3\n"
    notebook.write(english, "01_one", "en")
    assert check.check() == ["01_one: the two languages store different outputs"]
    (house / "notebooks" / "99_stray.ipynb").write_text("{}", encoding="utf-8")
    assert "notebooks/99_stray.ipynb: has no chapter" in [line.replace("\\", "/") for line in check.check()]


def test_an_error_in_a_cell_stops_the_build(house):
    house.edit("import os", "import os\nraise RuntimeError('broken on purpose')")
    with pytest.raises(chapter.ChapterError, match="broken on purpose"):
        build.build("01_one")
    assert not chapter.place("01_one", "en").exists()


def test_each_language_has_its_own_words_in_pictures_and_the_same_text(house):
    house.edit("import os", "import os\nimport matplotlib.pyplot as plt\nimport helpers.drawing")
    house.edit('print("same", "≈ 3")', "plt.subplots()[1].set_title('loss')\nprint('drawn')")
    (house / "chapters" / "labels.toml").write_text('[labels]\nloss = "손실"\n', encoding="utf-8")
    build.build("01_one")
    made = {language: nbformat.read(chapter.place("01_one", language), as_version=4) for language in ("en", "ko")}
    english, korean = (notebook.code_cells(made[language])[-1] for language in ("en", "ko"))
    assert korean.source == english.source.replace("loss", "손실")
    shown = [[output.get("data", {}) for output in cell.outputs] for cell in (english, korean)]
    pictures = [[data["image/png"] for data in each if "image/png" in data] for each in shown]
    assert [len(each) for each in pictures] == [1, 1]
    assert pictures[0] != pictures[1]
    assert check.outputs(made["en"]) == check.outputs(made["ko"])
    (house / "chapters" / "labels.toml").write_text('[labels]\nloss = "오차"\n', encoding="utf-8")
    assert f"notebooks/ko/01_one.ipynb: cell {korean.id} is not what the chapter says" in _here(check.check())


def test_a_cell_that_prints_other_words_in_korean_stops_the_build(house):
    house.edit('print("same", "≈ 3")', 'print("same")')
    (house / "chapters" / "labels.toml").write_text('[01]\nsame = "같은"\n', encoding="utf-8")
    with pytest.raises(chapter.ChapterError, match=r"the two languages print \('same', '같은'\)"):
        build.build("01_one")


def _here(lines):
    return [line.replace("\\", "/") for line in lines]


def test_the_kernel_imports_the_helpers_of_this_checkout(house):
    (house / "helpers").mkdir()
    (house / "helpers" / "__init__.py").write_text('HERE = "this checkout"\nlanguage = str', encoding="utf-8")
    house.edit('print("same", "≈ 3")', "print(helpers.HERE)")
    build.build("01_one")
    (*_, last) = nbformat.read(chapter.place("01_one", "en"), as_version=4).cells
    assert last.outputs[0].text == "this checkout\n"


def test_building_on_practice_data_is_refused(house, monkeypatch, tmp_path):
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "empty"))
    monkeypatch.setenv("WATCH_IT_LEARN_MIRROR", "http://127.0.0.1:9/")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    house.edit('print(os.environ["WATCH_IT_LEARN_DATA"]', "from helpers.datasets import mnist\nprint(mnist.load_data()")
    with pytest.raises(chapter.ChapterError, match="MNIST cannot be loaded"):
        build.build("01_one")


def test_moving_to_a_fork_changes_every_address_and_keeps_outputs(house):
    for name in ("01_one", "02_two"):
        build.build(name)
    before = check.outputs(nbformat.read(chapter.place("01_one", "en"), as_version=4))
    assert build.main(["--repository", "my.name/a_fork-2"]) == 0
    assert chapter.address()[0] == "https://github.com/my.name/a_fork-2"
    for path in [house / "README.md", *(house / "notebooks").rglob("*.ipynb")]:
        text = path.read_text(encoding="utf-8")
        assert "some/where" not in text
        assert "my.name/a_fork-2" in text
    assert check.outputs(nbformat.read(chapter.place("01_one", "en"), as_version=4)) == before
    assert check.check() == []


def test_new_prose_and_new_tags_are_written_with_the_stored_outputs(house, capsys):
    build.build("01_one")
    before = check.outputs(nbformat.read(chapter.place("01_one", "en"), as_version=4))
    house.edit("# 01. One", "# 01. Changed")
    assert build.main(["01", "--keep-outputs"]) == 0
    for language, title in (("en", "# 01. Changed"), ("ko", "# 01. 하나")):
        written = nbformat.read(chapter.place("01_one", language), as_version=4)
        assert title in written.cells[0].source
        assert check.outputs(written) == before

    house.edit('# %%\nprint("same"', '# %% tags=["real-data"]\nprint("same"')
    assert build.main(["01", "--keep-outputs"]) == 1
    assert "practice data give the same output" in capsys.readouterr().err
    house.edit('print("same"', 'print("other"')
    assert build.main(["01", "--keep-outputs"]) == 1
    assert "build it again" in capsys.readouterr().err
    assert build.main(["02", "--keep-outputs"]) == 1
    assert "is missing" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--repository", "no slash"], ["42"], ["01", "nonsense"]])
def test_nonsense_on_the_command_line_is_answered_in_words(house, arguments, capsys):
    assert build.main(arguments) == 1
    assert capsys.readouterr().err.strip()


def test_widget_views_and_split_streams_are_cleaned():
    cell = v4.new_code_cell("x", metadata={"execution": {"a": "1"}, "tags": ["t"]})
    view = {notebook.WIDGET_VIEW: {}, "image/png": "aaaa", "text/plain": "X()"}
    cell.outputs = [
        v4.new_output("stream", name="stdout", text="a"),
        v4.new_output("stream", name="stdout", text="b"),
        v4.new_output("display_data", data=view),
    ]
    notebook.clean(cell)
    assert cell.metadata == {"tags": ["t"]}
    assert cell.outputs[0].text == "ab"
    assert set(cell.outputs[1].data) == {"image/png", "text/plain"}


def test_paths_of_this_machine_are_not_stored(monkeypatch, tmp_path):
    monkeypatch.setenv("KERAS_HOME", str(tmp_path))
    cell = v4.new_code_cell("x", outputs=[v4.new_output("stream", name="stdout", text=f"in {tmp_path}/datasets")])
    cell.outputs.append(v4.new_output("display_data", data={"text/plain": f"{Path.home()}/x"}))
    notebook.clean(cell)
    assert cell.outputs[0].text == "in ~/.keras/datasets"
    assert cell.outputs[1].data["text/plain"] == "~/x"


def test_a_notebook_too_large_for_github_is_refused(house):
    large = v4.new_notebook(cells=[v4.new_markdown_cell("x" * 1_000_001)])
    with pytest.raises(chapter.ChapterError, match="bytes"):
        notebook.write(large, "01_one", "en")
