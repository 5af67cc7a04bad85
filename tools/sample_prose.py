"""Sentences of the chapters, drawn at random, for a strict reader: `python -m tools.sample_prose ko 200 --seed 1`."""

import argparse
import re
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

import nbformat

from tools.chapter import LANGUAGES, NOTEBOOKS, names, place

_BLOCKS = re.compile(r"```[\s\S]*?```|^[ >]*(?:\||#+ |!\[|\[!\[).*$", re.MULTILINE)  # that hold no sentence
_MARKS = re.compile(r"^(?:[-*] |\d+\. |> )", re.MULTILINE)  # of lists and quotations
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_END = re.compile(r"(?<=[.?!:])[*_)\"”]*\s+(?=[A-Z가-힣0-9`*_(\"“])|\n+")
_ABBREVIATIONS = ("e.g.", "i.e.", "et al.", "p.", "pp.", "vol.", "eq.", "no.")
LEAST = 4  # words of a sentence


class Sentence(NamedTuple):
    """A sentence of a page, and the number of its cell."""

    page: str
    cell: int
    text: str


def sentences(language: str) -> Iterator[Sentence]:
    """Yield the sentences of all pages in one language, without headings, tables and code."""
    for name in names():
        path = place(name, language)
        page = path.relative_to(NOTEBOOKS).with_suffix("").as_posix()
        for number, cell in enumerate(nbformat.read(path, 4).cells):
            if cell.cell_type == "markdown":
                yield from (Sentence(page, number, text) for text in split(cell.source))


def split(text: str) -> list[str]:
    """Return the sentences of a piece of Markdown that have at least LEAST words."""
    plain = _LINK.sub(r"\1", _MARKS.sub("", _BLOCKS.sub("\n", text)))
    found: list[str] = []
    for part in _END.split(plain):
        if found and found[-1].endswith(_ABBREVIATIONS):
            found[-1] += " " + part
        else:
            found.append(part)
    return [" ".join(part.split()) for part in found if len(part.split()) >= LEAST]


def main() -> None:
    """Print as many sentences as asked for, each with its page and cell."""
    parser = argparse.ArgumentParser(prog="python -m tools.sample_prose", description=__doc__.splitlines()[0])
    parser.add_argument("language", choices=LANGUAGES)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    every = list(sentences(chosen.language))
    for sentence in sorted(Random(chosen.seed).sample(every, min(chosen.count, len(every)))):
        print(f"{sentence.page}:{sentence.cell}  {sentence.text}")


if __name__ == "__main__":
    main()
