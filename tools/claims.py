"""Where does each number in the prose stand? `python -m tools.claims [06]` lists those that stand nowhere.

A number of a prose cell may stand in an output of its section or of its page, in the code, in the page's sources, or
follow from two numbers near by in one operation. What stands nowhere is wrong, or was measured and is not shown, or
comes from a place that is not named: mend it, or argue it in docs/claims.toml.
"""

import argparse
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import permutations
from pathlib import Path
from typing import NamedTuple

import nbformat
from nbformat import NotebookNode

ROOT = Path(__file__).parent.parent
NOTEBOOKS = ROOT / "notebooks"
ARGUED = ROOT / "docs" / "claims.toml"
PLACES = ("section", "page", "code", "source", "arithmetic", "argued", "nowhere")
NEAR = 2  # cells before and one behind: their numbers and those of the cell itself may be combined
_NUMBER = re.compile(r"(?<![\w.])[-−]?\d(?:[\d,]*\d)?(?:\.\d+)?(?:[eE][-+]?\d+)?")
# Numbers that claim nothing: addresses, chapters and sections, headings, list items, the minutes a chapter takes.
_SILENT = re.compile(
    r"\]\([^)]*\)|https?://\S+|<[^>]+>|^#+ *\d+\.|^\d+\. |\*\*(?:Time|시간)\*\*[^.]*\."
    r"|CVE-\d+-\d+|\[\d\d\b|\b(?:[Cc]hapters?|[Ss]ections?) \d+(?:(?:, | and | to )\d+)*"
    r"|\d+(?:[장절](?:과|와|에서|~)?|(?:, ?|과 |와 |~)(?=\d+[장절]))",
    re.MULTILINE,
)
_COLOURS = re.compile(r"\x1b\[[\d;]*m")  # of summary()
_SOURCES = re.compile(r"^## (?:Sources|출처)$", re.MULTILINE)


class Claim(NamedTuple):
    """A number of a prose cell: as it is written, its value, its digits behind the point, the words around it."""

    cell: int
    written: str
    value: float
    digits: int
    around: str


def claims(cell: int, text: str) -> Iterator[Claim]:
    """Yield the numbers of a prose cell that claim something."""
    said = _SILENT.sub(lambda match: " " * len(match[0]), text)
    for match in _NUMBER.finditer(said):
        around = " ".join(text[max(match.start() - 40, 0) : match.end() + 40].split())
        digits = len(match[0].partition(".")[2].partition("e")[0])
        yield Claim(cell, match[0], _value(match[0]), digits, around)


def numbers(text: str) -> set[float]:
    """Return all numbers in a text, those of shapes and assignments too."""
    return {_value(match[0]) for match in _NUMBER.finditer(re.sub(r"[_(){}\[\]=:/×x*]", " ", text))}


def _value(written: str) -> float:
    return float(written.replace("−", "-").replace(",", ""))


def agrees(claim: Claim, exact: float) -> bool:
    """Whether the claim is ``exact``, or ``exact`` in percent, rounded to the digits that it has; signs aside."""
    within = 0.5 * 10**-claim.digits * (1 + 1e-9)
    return any(abs(abs(known) - abs(claim.value)) <= within for known in (exact, 100 * exact))


def findings(notebook: NotebookNode) -> list[tuple[Claim, str]]:
    """Return every claim of a page, and where it stands: one of PLACES, never "argued"."""
    cells = notebook.cells
    code = {at: numbers(cell.source) for at, cell in enumerate(cells) if cell.cell_type == "code"}
    printed = {at: set().union(*map(numbers, _texts(cells[at]))) for at in code}
    prose = {at: _SOURCES.split(cell.source) for at, cell in enumerate(cells) if cell.cell_type == "markdown"}
    sources = {number for _text, *rest in prose.values() for each in rest for number in numbers(each)}
    sections = _sections(cells)
    found = []
    for at, (text, *_rest) in prose.items():
        own = list(claims(at, text))
        beside = range(at - NEAR, at + 2)
        near = set().union(*(known[place] for known in (code, printed) for place in beside if place in known))
        near |= {claim.value for claim in own}
        section = set().union(*(printed[place] for place in printed if sections[place] & sections[at]))
        for claim in own:
            places = {
                "section": any(agrees(claim, known) for known in section),
                "page": any(agrees(claim, known) for known in set().union(*printed.values())),
                "code": abs(claim.value) in set().union(*code.values()),
                "source": claim.value in sources,
                "arithmetic": _follows(claim, near - {claim.value}),
                "nowhere": True,
            }
            found.append((claim, next(place for place, there in places.items() if there)))
    return found


def _follows(claim: Claim, near: set[float]) -> bool:
    """Whether two of the numbers ``near`` give the claim; a whole number is the sum of whole numbers only."""
    whole = claim.digits == 0
    for a, b in permutations(near, 2):
        results = [a * b, a / b if b else a]
        if not whole or (a.is_integer() and b.is_integer()):
            results += [a + b, a - b]
        if any(agrees(claim, result) for result in results):
            return True
    return False


def _sections(cells: list[NotebookNode]) -> list[set[int]]:
    """The sections that a cell is part of: more than one where a heading stands within it."""
    found, section = [], 0
    for cell in cells:
        headings = len(re.findall(r"^##? ", cell.source, re.MULTILINE)) if cell.cell_type == "markdown" else 0
        found.append(set(range(section, section + headings + 1)))
        section += headings
    return found


def _texts(cell: NotebookNode) -> Iterator[str]:
    for output in cell.outputs:
        yield _COLOURS.sub("", output.get("text") or output.get("data", {}).get("text/plain", ""))


def pages(chosen: Iterable[str] = ()) -> list[Path]:
    """Return the built pages of both languages, or those whose number is ``chosen``."""
    every = sorted([*NOTEBOOKS.glob("*.ipynb"), *NOTEBOOKS.glob("ko/*.ipynb")])
    return [page for page in every if not chosen or page.name[:2] in set(chosen)]


def argued() -> dict[str, dict[str, str]]:
    """Return what docs/claims.toml argues: chapter, number as it is written, where it stands."""
    return tomllib.loads(ARGUED.read_text(encoding="utf-8"))


def examine(page: Path, reasons: dict[str, str]) -> tuple[Counter[str], list[Claim], set[str]]:
    """Return how many claims of a page stand where, those that stand nowhere, and the reasons that were needed."""
    count: Counter[str] = Counter()
    lost, needed = [], set()
    for claim, place in findings(nbformat.read(page, 4)):
        if place == "nowhere" and claim.written in reasons:
            place = "argued"
            needed.add(claim.written)
        elif place == "nowhere":
            lost.append(claim)
        count[place] += 1
    return count, lost, needed


def main() -> int:
    """Print what stands nowhere, and reasons that nothing needs; exit code 1 for either."""
    parser = argparse.ArgumentParser(prog="python -m tools.claims", description=__doc__.splitlines()[0])
    parser.add_argument("chapters", nargs="*", help="numbers of chapters, such as 06; all without any")
    chosen, reasons, wrong = pages(parser.parse_args().chapters), argued(), 0
    idle = {page.stem: set(reasons.get(page.stem, {})) for page in chosen}
    print(" " * 32 + "".join(f"{place:>12}" for place in PLACES))
    for page in chosen:
        count, lost, needed = examine(page, reasons.get(page.stem, {}))
        idle[page.stem] -= needed
        print(
            f"{page.relative_to(NOTEBOOKS).with_suffix('').as_posix():32}" + "".join(f"{count[at]:12}" for at in PLACES)
        )
        for claim in lost:
            print(f"    cell {claim.cell}: {claim.written}   … {claim.around} …")
        wrong += len(lost)
    for chapter, left in idle.items():
        for written in sorted(left):
            print(f"docs/claims.toml: {chapter} needs no reason for {written} any more")
            wrong += 1
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
