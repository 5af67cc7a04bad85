"""The doctor's report: one line a finding, with advice where something can be done."""

import textwrap
from dataclasses import dataclass

OK, NOTE, PROBLEM = "ok", "note", "problem"
WIDTH = 100


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
    start = f"{finding.mark:9}{name:13}"
    lines = textwrap.wrap(
        " ".join(finding.fact.split()), WIDTH, initial_indent=start, subsequent_indent=" " * len(start)
    )
    indent = " " * len(start) + "→ "
    return lines + textwrap.wrap(finding.advice, WIDTH, initial_indent=indent, subsequent_indent=" " * len(indent))
