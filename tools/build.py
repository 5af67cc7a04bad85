"""Build the notebooks from the chapters.

python -m tools.build [NN ...]                 run the chapters, write both languages
python -m tools.build --check                  fail when a notebook is not what its chapter builds
python -m tools.build --repository OWNER/NAME  move every link and badge to a fork
"""

import argparse
import os
import re
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode

from tools.chapter import LANGUAGES, NOTEBOOKS, ROOT, ChapterError, address, names, notebooks, place

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
MOST_BYTES = 1_000_000


def build(name: str) -> None:
    """Run one chapter on real data and write it in every language, with the same outputs."""
    made = notebooks(name)
    first = made["en"]
    NOTEBOOKS.mkdir(exist_ok=True)
    client = NotebookClient(
        first,
        timeout=900,
        kernel_name="python3",
        store_widget_state=False,
        record_timing=False,
        resources={"metadata": {"path": str(NOTEBOOKS)}},
    )
    try:
        client.execute(env={**os.environ, "WATCH_IT_LEARN_DATA": "real"})
    except CellExecutionError as problem:
        raise ChapterError(f"{name}: {problem}") from None
    first.metadata = made["ko"].metadata  # the run adds the version of this machine's Python
    for cell in first.cells:
        clean(cell)
    carry_outputs(first, made["ko"])
    for language in LANGUAGES:
        write(made[language], name, language)


def clean(cell: NotebookNode) -> None:
    """Keep of a run only what is worth storing: no widget views (a still picture stands beside), no times, no paths."""
    if cell.cell_type != "code":
        return
    cell.metadata = nbformat.from_dict({"tags": cell.metadata["tags"]} if "tags" in cell.metadata else {})
    outputs: list[NotebookNode] = []
    for output in cell.outputs:
        output.get("data", {}).pop(WIDGET_VIEW, None)
        output.get("metadata", {}).pop(WIDGET_VIEW, None)
        for holder, key in ((output, "text"), (output.get("data", {}), "text/plain")):
            if key in holder:
                holder[key] = without_paths(holder[key])
        last = outputs[-1] if outputs else None
        if last and last.output_type == output.output_type == "stream" and last.name == output.name:
            last.text += output.text
        else:
            outputs.append(output)
    cell.outputs = outputs


def without_paths(text: str) -> str:
    """Return ``text`` without the folders of this machine: nobody else has them."""
    ours = {os.environ.get("KERAS_HOME"): "~/.keras", str(ROOT): "watch-it-learn", str(Path.home()): "~"}
    for path, told in ours.items():
        if path and len(path) > 1:
            text = text.replace(path, told)
    return text


def carry_outputs(old: NotebookNode, new: NotebookNode) -> None:
    """Give the code cells of ``new`` the outputs of those of ``old``; ChapterError when these are other cells."""
    pairs = list(zip(_code(old), _code(new), strict=False))
    if [cell.id for cell in _code(old)] != [cell.id for cell in _code(new)]:
        raise ChapterError("the stored notebook has other code cells than the chapter: build it again")
    for ours, theirs in pairs:
        theirs.outputs = ours.outputs
        theirs.execution_count = ours.execution_count


def _code(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def write(notebook: NotebookNode, name: str, language: str) -> None:
    """Write one notebook; ChapterError when it has grown too large for GitHub to show."""
    nbformat.validate(notebook)
    text = nbformat.writes(notebook) + "\n"
    if len(text.encode()) > MOST_BYTES:
        raise ChapterError(f"{name}: the notebook has {len(text.encode()):,} bytes, {MOST_BYTES:,} at most")
    path = place(name, language)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    print(f"{path.relative_to(ROOT)}  {len(text.encode()) / 1000:,.0f} kB")


def check() -> list[str]:
    """Return what is wrong with the stored notebooks, without running them (that is nbval's work)."""
    wrong = []
    expected = {place(name, language) for name in names() for language in LANGUAGES}
    for stray in sorted(set(NOTEBOOKS.rglob("*.ipynb")) - expected):
        if ".ipynb_checkpoints" not in stray.parts:
            wrong.append(f"{stray.relative_to(ROOT)}: has no chapter")
    for name in names():
        try:
            made = notebooks(name)
        except ChapterError as problem:
            wrong.append(str(problem))
            continue
        stored = {}
        for language in LANGUAGES:
            path = place(name, language)
            if not path.exists():
                wrong.append(f"{path.relative_to(ROOT)}: is missing; run python -m tools.build {name[:2]}")
                continue
            stored[language] = nbformat.read(path, as_version=4)
            wrong += [f"{path.relative_to(ROOT)}: {what}" for what in differences(stored[language], made[language])]
        if len(stored) == len(LANGUAGES) and _outputs(stored["en"]) != _outputs(stored["ko"]):
            wrong.append(f"{name}: the two languages store different outputs")
    return wrong


def differences(stored: NotebookNode, made: NotebookNode) -> list[str]:
    """Return in words how a stored notebook differs from what its chapter builds, outputs left aside."""
    wrong = []
    if stored.metadata != made.metadata:
        wrong.append("its metadata differ from what the build writes")
    if [cell.id for cell in stored.cells] != [cell.id for cell in made.cells]:
        return [*wrong, "its cells are not those of the chapter"]
    for old, new in zip(stored.cells, made.cells, strict=True):
        if (old.cell_type, old.source, old.metadata) != (new.cell_type, new.source, new.metadata):
            wrong.append(f"cell {old.id} is not what the chapter says")
    counts = [cell.execution_count for cell in _code(stored)]
    if counts != list(range(1, len(counts) + 1)):
        wrong.append("not every cell was run, in order")
    if any(output.output_type == "error" for cell in _code(stored) for output in cell.outputs):
        wrong.append("stores an error")
    if any(WIDGET_VIEW in output.get("data", {}) for cell in _code(stored) for output in cell.outputs):
        wrong.append("stores a widget view, which shows as an error where no kernel runs")
    return wrong


def _outputs(notebook: NotebookNode) -> list[tuple]:
    return [(cell.execution_count, cell.outputs) for cell in _code(notebook)]


def move(slug: str) -> None:
    """Put the project at another address on GitHub: pyproject.toml, READMEs, badges and set-up cells."""
    if not re.fullmatch(r"[\w.-]+/[\w.-]+", slug):
        raise ChapterError(f"--repository wants OWNER/NAME, not {slug!r}")
    repository, _tag = address()
    before = repository.removeprefix("https://github.com/")
    for path in [ROOT / "pyproject.toml", *sorted(ROOT.glob("*.md"))]:
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(before, slug), encoding="utf-8", newline="\n")
    for name in names():
        for language, notebook in notebooks(name).items():
            carry_outputs(nbformat.read(place(name, language), as_version=4), notebook)
            write(notebook, name, language)


def main(arguments: list[str]) -> int:
    """Run the command line; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.build", description="Build the notebooks.")
    parser.add_argument("chapters", nargs="*", metavar="NN", help="numbers or names of chapters; all by default")
    parser.add_argument("--check", action="store_true", help="build nothing, fail on any difference")
    parser.add_argument("--repository", metavar="OWNER/NAME", help="move links and badges to this address")
    options = parser.parse_args(arguments)
    try:
        if options.repository:
            move(options.repository)
        elif options.check:
            wrong = check()
            print("\n".join(wrong) or "Every notebook is what its chapter builds.")
            return 1 if wrong else 0
        else:
            for name in chosen(options.chapters):
                build(name)
    except ChapterError as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


def chosen(wanted: list[str]) -> list[str]:
    """Return the names of the chapters asked for by number or name; all when none is."""
    unknown = [each for each in wanted if not any(name.startswith(each) for name in names())]
    if unknown:
        raise ChapterError(f"no such chapter: {', '.join(unknown)}; there are {', '.join(names())}")
    return [name for name in names() if not wanted or any(name.startswith(each) for each in wanted)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
