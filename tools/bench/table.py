"""Numbers as a table of plain text."""

import os
from collections.abc import Mapping, Sequence


def table(rows: Sequence[Mapping[str, object]]) -> str:
    """Return ``rows``, all with the same keys, as lines under a heading: names on the left, numbers on the right."""
    heads = list(rows[0]) if rows else []
    cells = [heads, *([_text(row[head]) for head in heads] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return "\n".join(_line(line, widths) for line in cells)


def _text(value: object) -> str:
    return f"{value:,.3g}" if isinstance(value, float) and abs(value) < 100 else f"{value}"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = zip(cells, widths, strict=True)
    return "  ".join([first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)])


def machine() -> str:
    """Say how busy the machine is: a number measured beside other work is worth less."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"On {os.cpu_count()} cores{load}."
