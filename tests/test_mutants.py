"""tools.mutants: parts that name what is there, and counts that are right. mutmut itself is not needed here."""

import json

import pytest

from tools import mutants


@pytest.mark.parametrize("part", mutants.PARTS)
def test_every_part_finds_files_and_tests(part):
    files, tests = mutants.PARTS[part]
    folders = {pattern.rpartition("/")[0] for pattern in files}
    for folder in folders:
        assert any(mutants.ROOT.glob(pattern) for pattern in files if pattern.startswith(folder)), folder
    assert any((mutants.ROOT / test).exists() for test in tests)


def test_every_model_of_a_widget_stands_in_a_part():
    named = {file for files, _tests in mutants.PARTS.values() for file in files}
    models = {path.relative_to(mutants.ROOT).as_posix() for path in mutants.ROOT.glob("helpers/widgets/*/model.py")}
    assert models <= named


def test_what_became_of_each_mutant_is_counted(tmp_path):
    """Exit codes as mutmut keeps them: 1 a test failed, 0 none did, 33 none reaches it, -24 too long, 255 no start."""
    meta = tmp_path / "mutants" / "helpers" / "maths" / "losses.py.meta"
    meta.parent.mkdir(parents=True)
    codes = {"a": 1, "b": 0, "c": 33, "d": -24, "e": 255, "f": None, "g": 1, "h": 1}
    meta.write_text(json.dumps({"exit_code_by_key": codes}), encoding="utf-8")
    meta.with_name("gone.py.meta").write_text(json.dumps({"exit_code_by_key": {"z": 0}}), encoding="utf-8")
    found = mutants.codes(tmp_path)
    assert found == {"helpers/maths/losses.py": codes}
    assert mutants.alive(codes) == ["b", "c", "f"]
    _head, line, total = mutants.table(found)
    assert line.split() == ["helpers/maths/losses.py", "8", "5", "2", "3", "62.5%"]
    assert total.split() == ["all", "8", "5", "2", "3", "62.5%"]


def test_without_mutmut_one_sentence_says_what_to_install(monkeypatch):
    monkeypatch.setattr(mutants, "find_spec", lambda name: None)
    monkeypatch.setattr("sys.argv", ["mutants", "maths"])
    with pytest.raises(SystemExit, match=r"^mutmut is not installed: pip install -e \"\.\[test,mutants\]\"$"):
        mutants.main()
