"""The doctor's report: one line a finding, with advice where something can be done."""

import textwrap
from dataclasses import dataclass
from unicodedata import east_asian_width

from helpers.words import N_, _

OK, NOTE, PROBLEM = N_("ok"), N_("note"), N_("problem")
WIDTH, MARK, NAME = 100, 9, 13  # characters


@dataclass(frozen=True)
class Finding:
    """What one check found: ``mark`` is OK, NOTE (works, but know this) or PROBLEM (chapters will not run)."""

    mark: str
    fact: str
    advice: str = ""


@dataclass(frozen=True)
class Report:
    """All findings by name. Its repr is the table to read; nothing is printed."""

    findings: dict[str, Finding]

    def __repr__(self) -> str:
        return "\n".join(line for name, finding in self.findings.items() for line in _lines(name, finding))

    @property
    def problems(self) -> list[str]:
        """The names of the findings that keep chapters from running."""
        return [name for name, finding in self.findings.items() if finding.mark == PROBLEM]


def _lines(name: str, finding: Finding) -> list[str]:
    start = _padded(_(finding.mark), MARK) + _padded(_(name), NAME)
    indent = " " * (MARK + NAME)
    advice = _wrapped(finding.advice, indent + "→ ", indent + "  ")
    return _wrapped(" ".join(finding.fact.split()), start, indent) + advice


def _wrapped(text: str, first: str, others: str) -> list[str]:
    room = WIDTH - _columns(first)
    lines = textwrap.wrap(text, room * len(text) // max(_columns(text), 1) or 1)  # of wide letters fewer fit
    return [(others if number else first) + line for number, line in enumerate(lines)]


def _padded(text: str, columns: int) -> str:
    return text + " " * (columns - _columns(text))


def _columns(text: str) -> int:
    """Columns of a fixed font that ``text`` takes: a Hangul letter takes two."""
    return sum(1 + (east_asian_width(letter) in "WF") for letter in text)
