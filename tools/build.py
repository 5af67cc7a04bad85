"""Build the notebooks from the chapters.

python -m tools.build [NN ...]                 run the chapters, write both languages
python -m tools.build NN --keep-outputs        run no code again: only prose or tags have changed
python -m tools.build NN --watch               at each save run what has changed, show it in preview/
python -m tools.build --check                  fail when a notebook is not what its chapter builds
python -m tools.build --repository OWNER/NAME  move every link and badge to a fork
"""

import argparse
import re
import sys

import nbformat
from nbformat import NotebookNode

from tools.chapter import LANGUAGES, ROOT, ChapterError, address, names, notebooks, place
from tools.check import check
from tools.notebook import carry_outputs, carry_pictures, clean, code_cells, run, write
from tools.preview import watch
from tools.real_data import check_tags, untagged_loads


def build(name: str) -> None:
    """Run one chapter on real data in each language and write it: the same outputs, with pictures in its language.

    Raises ChapterError, and writes nothing, where a cell fails or the tags for real data disagree with the outputs.
    """
    made = notebooks(name)
    first = made["en"]
    refuse(untagged_loads(name, first))  # before the minutes that the runs take
    run(name, first, "real")
    first.metadata = made["ko"].metadata  # the run adds the version of this machine's Python
    for cell in first.cells:
        clean(cell)
    check_tags(name, first)
    korean = notebooks(name)["ko"]
    run(name, korean, "real")
    for cell in korean.cells:
        clean(cell)
    carry_outputs(first, made["ko"])
    carry_pictures(name, korean, made["ko"])
    for language in LANGUAGES:
        write(made[language], name, language)


def keep(name: str) -> None:
    """Write one chapter whose prose or tags have changed, with the outputs that are stored.

    Raises ChapterError, and writes nothing, where code has changed or new tags disagree with the outputs.
    """
    made = notebooks(name)
    refuse(untagged_loads(name, made["en"]))
    stored = {language: read(name, language) for language in LANGUAGES}
    for language in LANGUAGES:
        carry_outputs(stored[language], made[language])
    if [cell.metadata for cell in code_cells(stored["en"])] != [cell.metadata for cell in code_cells(made["en"])]:
        check_tags(name, made["en"])
    for language in LANGUAGES:
        write(made[language], name, language)


def read(name: str, language: str) -> NotebookNode:
    """Return the stored notebook; ChapterError where there is none."""
    path = place(name, language)
    if not path.exists():
        raise ChapterError(f"{path.relative_to(ROOT)} is missing: build it without --keep-outputs")
    return nbformat.read(path, as_version=4)


def refuse(wrong: list[str]) -> None:
    """Raise ChapterError where something is wrong."""
    if wrong:
        raise ChapterError("\n".join(wrong))


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
    parser.add_argument(
        "--keep-outputs", action="store_true", help="only prose or tags have changed: run no code again"
    )
    parser.add_argument("--watch", action="store_true", help="preview one chapter in preview/ each time it is saved")
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
        elif options.watch:
            watch(only(chosen(options.chapters)))
        else:
            for name in chosen(options.chapters):
                (keep if options.keep_outputs else build)(name)
    except ChapterError as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


def only(chapters: list[str]) -> str:
    """Return the one chapter; ChapterError when there are more."""
    if len(chapters) != 1:
        raise ChapterError("--watch wants one chapter, by its number or name")
    return chapters[0]


def chosen(wanted: list[str]) -> list[str]:
    """Return the names of the chapters asked for by number or name; all when none is."""
    unknown = [each for each in wanted if not any(name.startswith(each) for name in names())]
    if unknown:
        raise ChapterError(f"no such chapter: {', '.join(unknown)}; there are {', '.join(names())}")
    return [name for name in names() if not wanted or any(name.startswith(each) for each in wanted)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
