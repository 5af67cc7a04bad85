"""Which changes of the code do the tests notice? `python -m tools.mutants maths` asks mutmut, one part at a time.

Works in build/mutants/<part>, never in the tree. Needs what `pip install -e ".[test,mutants]"` installs.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parent.parent
WORK = ROOT / "build" / "mutants"
TABLE = "[tool.mutmut]\n"  # of pyproject.toml: what is the same for all parts


def _models(*widgets: str) -> tuple[list[str], list[str]]:
    """Return the files of these widgets that compute and do not draw, and the tests beside them."""
    kinds = ("model", "walk", "layout", "expression", "point_sets", "values", "experiment")
    files = [f"helpers/widgets/{widget}/{kind}.py" for widget in widgets for kind in kinds]
    return files, [f"tests/widgets/{widget}" for widget in widgets]


# Part -> (files that are changed, tests that run). Each part ends within an hour on two cores.
PARTS: dict[str, tuple[list[str], list[str]]] = {
    "maths": (["helpers/maths/*"], ["tests/maths"]),
    "datasets": (["helpers/datasets/*"], ["tests/datasets"]),
    "engine": (["helpers/widgets/engine/*"], ["tests/widgets/engine"]),
    "graphs": _models("backprop", "dag"),
    "points": _models("affine", "loss", "perceptron", "playground", "threshold"),
    "runs": _models("race", "recording", "signal", "trace", "training_runs", "update_cartoon"),
    "shapes": _models("activation", "broadcasting", "kfold", "predictions", "softmax", "tensor"),
}
SURROUNDINGS = {
    "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",  # looking for plugins takes longer than most tests
    "PYTEST_PLUGINS": "_hypothesis_pytestplugin,nbval.plugin",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_ENABLE_ONEDNN_OPTS": "0",
    "WATCH_IT_LEARN_DATA": "practice",
}
MUTMUT = [sys.executable, "-c", "from mutmut.__main__ import cli; cli()", "run"]


def prepare(part: str) -> Path:
    """Return the folder of ``part``: links to the tree, and pyproject.toml with what is asked for in this part."""
    folder, (files, tests) = WORK / part, PARTS[part]
    folder.mkdir(parents=True, exist_ok=True)
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    tests = [test for test in tests if (ROOT / test).exists()]
    own = f"only_mutate = {json.dumps(files)}\npytest_add_cli_args_test_selection = {json.dumps(tests)}\n"
    (folder / "pyproject.toml").write_text(text.replace(TABLE, TABLE + own), encoding="utf-8")
    for name in ("helpers", *tomllib.loads(text)["tool"]["mutmut"]["also_copy"]):
        if not (folder / name).is_symlink():
            (folder / name).symlink_to(ROOT / name)
    return folder


def run(folder: Path, names: list[str]) -> None:
    """Try the mutants of changed functions and those not yet tried, or those called ``names``, with today's tests."""
    for pattern in PARTS[folder.name][0]:
        for path in (folder / "mutants").glob(pattern):  # without a record a run that was stopped has left it, untried
            if path.suffix == ".py" and not path.with_name(f"{path.name}.meta").exists():
                path.unlink()
    shutil.rmtree(folder / "mutants" / "tests", ignore_errors=True)
    (folder / "mutants" / "mutmut-stats.json").unlink(missing_ok=True)  # which test reaches what
    surroundings = SURROUNDINGS | os.environ
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)  # each worker would compile the tests anew
    if subprocess.run([*MUTMUT, *names], cwd=folder, env=surroundings).returncode:
        sys.exit(f"mutmut has stopped. Do the tests of {folder.name} pass as they are?")


def codes(folder: Path) -> dict[str, dict[str, int | None]]:
    """Return the exit code of the tests for each mutant, file by file; None where it has not been tried."""
    found = {}
    for path in sorted((folder / "mutants" / "helpers").rglob("*.py.meta")):
        name = path.relative_to(folder / "mutants").with_suffix("").as_posix()
        if (ROOT / name).exists():
            found[name] = json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
    return {name: results for name, results in found.items() if results}


def alive(results: dict[str, int | None]) -> list[str]:
    """Return the mutants that no test noticed: all pass, none reaches it, or it has not been tried."""
    return [mutant for mutant, code in results.items() if code in (0, 5, 33, None)]


def table(found: dict[str, dict[str, int | None]]) -> Iterator[str]:
    """Yield a line for each file, and one for all. Where many do not start or end, look at the set-up."""
    yield f"{'':44} mutants killed (no start, too long) alive score"
    whole = {mutant: code for results in found.values() for mutant, code in results.items()}
    for name, results in [*found.items(), ("all", whole)]:
        left, count = len(alive(results)), len(results)
        unclear = sum(code not in (1, 3) for code in results.values()) - left
        yield f"{name:44} {count:7} {count - left:6} {unclear:21} {left:5} {1 - left / count:6.1%}"


def survivors(folder: Path, found: dict[str, dict[str, int | None]]) -> Iterator[str]:
    """Yield a line for each mutant alive: file, function, change. docs/mutants.md has the reasons, by function."""
    from mutmut.mutation.diff_apply import get_diff_for_mutant

    os.chdir(folder)  # mutmut finds its files from there
    for name, results in found.items():
        for mutant in alive(results):
            lines = get_diff_for_mutant(mutant, path=name).splitlines()[2:]
            change = " ".join(f"`{line[0]} {line[1:].strip()}`" for line in lines if line[0] in "-+")
            function = mutant.rpartition(".")[2].partition("__mutmut_")[0].removeprefix("x_").replace("ǁ", ".")
            yield " | ".join((name.removeprefix("helpers/"), function.removeprefix("x."), change))


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tools.mutants", description=__doc__.splitlines()[0])
    parser.add_argument("part", choices=PARTS)
    parser.add_argument("--again", action="store_true", help="try those alive again, after a change of the tests")
    parser.add_argument("--fresh", action="store_true", help="forget what an earlier run found")
    parser.add_argument("--list", action="store_true", help="run nothing; print those alive, a line each")
    chosen = parser.parse_args()
    if not find_spec("mutmut"):
        sys.exit('mutmut is not installed: pip install -e ".[test,mutants]"')
    if chosen.fresh:
        shutil.rmtree(WORK / chosen.part, ignore_errors=True)
    folder = prepare(chosen.part)
    if not chosen.list:
        again = [name for results in codes(folder).values() for name in alive(results)] if chosen.again else []
        run(folder, again)
    found = codes(folder)
    print("\n".join(survivors(folder, found) if chosen.list else table(found)))


if __name__ == "__main__":
    main()
