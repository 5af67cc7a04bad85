"""Which changes of the code do the tests notice? `python -m tools.mutants maths` asks mutmut, one part at a time.

Works in build/mutants/<part>, never in the tree. Needs what `pip install -e ".[test,mutants]"` installs.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parent.parent
WORK = ROOT / "build" / "mutants"
DOCUMENT = ROOT / "docs" / "mutants.md"
# Part -> (files that are changed, tests that run). Each part ends within an hour on two cores.
PARTS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "maths": (("helpers/maths/*",), ("tests/maths",)),
    "datasets": (("helpers/datasets/*",), ("tests/datasets",)),
}
NEEDED = ("helpers", "tests", "tools", "chapters", "notebooks", "docs", "conftest.py")
# Loaded once, before the fork of a worker. Nothing of helpers is: a mutant must be there when its module is imported.
PRELOADED = ("pytest", "hypothesis.strategies", "hypothesis.extra.numpy", "nbval.plugin", "ipywidgets", "babel.numbers",
             "matplotlib.figure", "matplotlib.backends.backend_agg", "pandas", "requests", "tqdm.auto", "keras",
             "tensorflow")  # fmt: skip
SETTINGS = {
    "source_paths": ["helpers"],
    "also_copy": [name for name in NEEDED if name != "helpers"],
    "process_isolation": "forkserver",
    "forkserver_warmup": "import",
    "preload_modules_file": "preloaded.txt",
    "pytest_add_cli_args": [
        *("-ptools.mutants", "-pno:cacheprovider", "-pno:unraisableexception", "-pno:threadexception"),
        *("--hypothesis-seed=0", "-Wignore::pytest.PytestAssertRewriteWarning"),
    ],
    "timeout_multiplier": 3.0,  # a loop without an end is found after three times what the tests take ...
    "timeout_constant": 10.0,  # ... and these seconds, in which imports fit
}
SURROUNDINGS = {
    "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",  # looking for plugins takes longer than most tests
    "PYTEST_PLUGINS": "_hypothesis_pytestplugin,nbval.plugin",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_ENABLE_ONEDNN_OPTS": "0",
    "WATCH_IT_LEARN_DATA": "practice",
}
MUTMUT = [sys.executable, "-c", "from mutmut.__main__ import cli; cli()", "run", "--max-children"]


def prepare(part: str) -> Path:
    """Return the folder of ``part``, with links to the tree and mutmut's settings in it."""
    folder = WORK / part
    folder.mkdir(parents=True, exist_ok=True)
    for name in NEEDED:
        if not (folder / name).is_symlink():
            (folder / name).symlink_to(ROOT / name)
    files, tests = PARTS[part]
    settings = {**SETTINGS, "only_mutate": list(files), "pytest_add_cli_args_test_selection": list(tests)}
    lines = (f"{key} = {json.dumps(value)}\n" for key, value in settings.items())
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (folder / "pyproject.toml").write_text(project + "\n[tool.mutmut]\n" + "".join(lines), encoding="utf-8")
    (folder / "preloaded.txt").write_text("\n".join(PRELOADED), encoding="utf-8")
    return folder


def run(folder: Path, names: list[str], workers: int) -> None:
    """Try the mutants of changed functions and those not yet tried, or those called ``names``, with today's tests."""
    shutil.rmtree(folder / "mutants" / "tests", ignore_errors=True)
    (folder / "mutants" / "mutmut-stats.json").unlink(missing_ok=True)  # which test reaches what
    surroundings = SURROUNDINGS | os.environ
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)  # each worker would compile the tests anew
    if subprocess.run([*MUTMUT, str(workers), *names], cwd=folder, env=surroundings).returncode:
        sys.exit(
            "mutmut has stopped; the tests must pass as they are: python -m pytest " + " ".join(PARTS[folder.name][1])
        )


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
    """Yield a line for each file, and one for all. Where many do not even start, the set-up is at fault."""
    yield f"{'':44} mutants killed (not started) alive score"
    whole = {mutant: code for results in found.values() for mutant, code in results.items()}
    for name, results in [*found.items(), ("all", whole)]:
        left, unstarted = len(alive(results)), sum(code in (2, 4, 255) for code in results.values())
        share = 1 - left / len(results)
        yield f"{name:44} {len(results):7} {len(results) - left:6} {unstarted:13} {left:5} {share:6.1%}"


def survivors(folder: Path, found: dict[str, dict[str, int | None]]) -> Iterator[str]:
    """Yield a row of docs/mutants.md for each mutant alive: file, function, change, and the reason if it has one."""
    from mutmut.mutation.diff_apply import get_diff_for_mutant

    known = DOCUMENT.read_text(encoding="utf-8").splitlines() if DOCUMENT.exists() else []
    os.chdir(folder)  # mutmut finds its files from there
    for name, results in found.items():
        for mutant in alive(results):
            lines = get_diff_for_mutant(mutant, path=name).splitlines()[2:]
            change = " ".join(f"`{line[0]} {line[1:].strip()}`" for line in lines if line[0] in "-+")
            function = mutant.rpartition(".")[2].partition("__mutmut_")[0].removeprefix("x_").replace("ǁ", ".")
            cells = (name.removeprefix("helpers/"), function.removeprefix("x."), change)
            row = "".join("| {} ".format(cell.replace("|", "\\|")) for cell in cells) + "|"
            yield next((line for line in known if line.startswith(row)), f"{row} |")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tools.mutants", description=__doc__.splitlines()[0])
    parser.add_argument("part", choices=PARTS)
    parser.add_argument("--again", action="store_true", help="try those alive again, after a change of the tests")
    parser.add_argument("--fresh", action="store_true", help="forget what an earlier run found")
    parser.add_argument("--list", action="store_true", help="run nothing; print those alive as rows of docs/mutants.md")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 2)
    chosen = parser.parse_args()
    if not find_spec("mutmut"):
        sys.exit('mutmut is not installed: pip install -e ".[test,mutants]"')
    if chosen.fresh:
        shutil.rmtree(WORK / chosen.part, ignore_errors=True)
    folder = prepare(chosen.part)
    if not chosen.list:
        again = [name for results in codes(folder).values() for name in alive(results)] if chosen.again else []
        run(folder, again, chosen.workers)
    found = codes(folder)
    print("\n".join(survivors(folder, found) if chosen.list else table(found)))


_AT_IMPORT: set[str] = set()


def pytest_collection_finish() -> None:
    """In mutmut's own run of the tests: keep what was called when the modules were imported."""
    from mutmut.state import state

    _AT_IMPORT.update(state()._stats)


def pytest_runtest_teardown() -> None:
    """Let every test count as one that reaches it."""
    from mutmut.state import state

    state()._stats.update(_AT_IMPORT)


if __name__ == "__main__":
    main()
