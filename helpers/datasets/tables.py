"""CSV files of your own: read, checked, and refused in one sentence where something is wrong.

``pandas.read_csv`` with ``dtype=`` and ``na_values=`` is no way to these sentences: its error for a text among numbers
names neither row nor column, and a row that is too short is filled with NaN, one that is too long moves every column.
"""

import csv
import io
import math
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas

MISSING = ("", "NA", "N/A", "NaN", "nan", "null", "NULL")  # what an empty value is written as
SHOWN = 8  # names listed in an error at most
BYTE_ORDER = (b"\xff\xfe", b"\xfe\xff")  # with which UTF-16 begins


class TableError(ValueError):
    """What is wrong with a table, in one sentence that names the row and the column."""


def read_table(
    path: str | Path,
    numbers: Sequence[str] = (),
    categories: Sequence[str] | Mapping[str, Sequence[str]] = (),
    *,
    encoding: str = "utf-8",
    delimiter: str = ",",
) -> "pandas.DataFrame":
    """Return the columns asked for: ``numbers`` as float64, ``categories`` as pandas categoricals.

    Missing values, those written as one of ``MISSING``, become NaN. ``categories`` may name the values that may occur:
    ``{"education": ("0-5yrs", "6-11yrs")}``; else they are those found, sorted. The index holds the row's number in
    the file: the header is row 1. A byte order mark is left out. Hangul is compared as one reads it, in file names
    and column names, whether it is stored composed (NFC) or in letters (NFD). The file is not changed.

    Raises TableError, in one sentence, for a file that is not there, cannot be read, is not text in ``encoding``, has
    no rows, a column missing or twice, a row too short or too long, text in a number, a category that may not occur.
    """
    import pandas

    file = _file(Path(path))
    header, rows = _rows(_text(file, encoding), file.name, delimiter)
    numbers, known = _asked(numbers), _known(categories)
    places = _places(header, [*numbers, *known], file.name, delimiter)
    columns: dict[str, object] = {name: _numbers(rows, name, places[name], file.name) for name in numbers}
    for name, values in known.items():
        columns[name] = pandas.Categorical(*_categories(rows, name, places[name], values, file.name))
    return pandas.DataFrame(columns, index=pandas.Index([row for row, _ in rows], name="row"))


def composed(text: str) -> str:
    """Return ``text`` with Hangul syllables composed (NFC), as Windows and the keyboard write them."""
    return unicodedata.normalize("NFC", text)


# The file and its text.


def _file(path: Path) -> Path:
    """Return the file that ``path`` names, though its name may be stored in another normal form."""
    path = path.expanduser()
    if not path.exists():
        path = _same_name(path)
    if not path.is_file():
        raise TableError(f"{path.name} is a folder, not a CSV file.")
    return path


def _same_name(path: Path) -> Path:
    """Return what reads like ``path``, part by part."""
    if path == path.parent:
        return path
    folder = path.parent if path.parent.exists() else _same_name(path.parent)
    if folder.is_dir():
        alike = [entry for entry in folder.iterdir() if composed(entry.name) == composed(path.name)]
        if alike:
            return min(alike)
        there = _listed(entry.name for entry in folder.iterdir())
        raise TableError(f"There is no {path.name} in the folder {folder}; there is: {there}.")
    raise TableError(f"{folder} is not a folder, so there is no {path.name} in it.")


def _text(file: Path, encoding: str) -> str:
    """Return the text of ``file`` without a byte order mark."""
    try:
        content = file.read_bytes()
    except OSError as problem:
        raise TableError(f"{file.name} cannot be read: {problem.strerror}.") from problem
    if content.startswith(b"PK\x03\x04"):
        raise TableError(f"{file.name} is a zip or an Excel workbook, not CSV: unpack it, or save it as CSV (UTF-8).")
    try:
        return content.decode(encoding).removeprefix("\ufeff")
    except LookupError:
        raise TableError(f"There is no encoding {encoding!r}; Korean files are utf-8 or cp949.") from None
    except UnicodeDecodeError as problem:
        start, byte = problem.start, content[problem.start : problem.start + 1].hex()
    row = content.count(b"\n", 0, start) + 1
    fitting = _fitting(content, encoding)
    advice = f"it fits {fitting}: pass encoding={fitting!r}" if fitting else "find out how it was saved"
    raise TableError(f"{file.name} is not written in {encoding}: byte {byte} in row {row} does not fit; {advice}.")


def _fitting(content: bytes, failed: str) -> str | None:
    """Return an encoding that ``content`` may be in."""
    for name in ("utf-16",) if content.startswith(BYTE_ORDER) else ("utf-8", "cp949"):
        try:
            if name != failed and content.decode(name):
                return name
        except UnicodeDecodeError:
            pass
    return None


# Rows and columns.


def _rows(text: str, name: str, delimiter: str) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """Return the header and, with its number, each row that is not empty; all as long as the header."""
    found: list[tuple[int, list[str]]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    first = 1
    try:
        for fields in reader:
            if any(field.strip() for field in fields):
                found.append((first, [field.strip() for field in fields]))
            first = reader.line_num + 1
    except csv.Error as problem:
        raise TableError(f"{name}, from row {first} on: {problem} (a quotation mark that is not closed?).") from problem
    if not found:
        raise TableError(f"{name} is empty: it has not even a row of column names.")
    (_, header), *rows = found
    if not rows:
        raise TableError(f"{name} has column names, but no rows below them.")
    for row, fields in rows:
        if len(fields) != len(header):
            raise TableError(
                f"{name}, row {row}: {len(fields)} values for {len(header)} columns "
                "(a comma too many or too few, or a text with a comma that is not quoted?)."
            )
    return [composed(column) for column in header], rows


def _places(header: list[str], asked: list[str], name: str, delimiter: str) -> dict[str, int]:
    """Return the position of each column."""
    if not asked:
        raise TableError("Name the columns you want, in numbers or in categories.")
    for column in asked:
        if asked.count(column) > 1:
            raise TableError(f"The column {column} is asked for twice.")
        if header.count(column) > 1:
            raise TableError(f"{name} has {header.count(column)} columns named {column}: rename them.")
        if column not in header:
            other = next((mark for mark in ";\t" if mark != delimiter and mark in header[0]), None)
            hint = f" (are its columns divided by {other!r}? then pass delimiter={other!r})" if other else ""
            raise TableError(f"{name} has no column {column}; it has: {_listed(header)}{hint}.")
    return {column: header.index(column) for column in asked}


def _numbers(rows: list[tuple[int, list[str]]], column: str, place: int, name: str) -> list[float]:
    values = []
    for row, fields in rows:
        text = fields[place]
        try:
            value = math.nan if text in MISSING else float(text.replace("_", "?"))  # 1_000 is Python, not CSV
        except ValueError:
            value = math.inf
        if math.isinf(value):
            raise TableError(f"{name}, row {row}, column {column}: {text!r} is not a number.")
        values.append(value)
    return values


def _categories(
    rows: list[tuple[int, list[str]]], column: str, place: int, known: list[str] | None, name: str
) -> tuple[list[str | None], list[str]]:
    """Return the values, None where missing, and the categories."""
    values = [None if fields[place] in MISSING else composed(fields[place]) for _, fields in rows]
    if known is None:
        return values, sorted({value for value in values if value is not None})
    for (row, _), value in zip(rows, values, strict=True):
        if value is not None and value not in known:
            raise TableError(f"{name}, row {row}, column {column}: {value!r} is none of {_listed(known)}.")
    return values, known


def _asked(names: Sequence[str]) -> list[str]:
    return [composed(name) for name in ([names] if isinstance(names, str) else names)]


def _known(categories: Sequence[str] | Mapping[str, Sequence[str]]) -> dict[str, list[str] | None]:
    if isinstance(categories, Mapping):
        return {composed(name): _asked(values) for name, values in categories.items()}
    return dict.fromkeys(_asked(categories))


def _listed(names: Iterable[str]) -> str:
    """Write a few names; say how many more there are."""
    every = sorted(names)
    first = ", ".join(every[:SHOWN]) or "nothing"
    return first + (f" and {len(every) - SHOWN} more" if len(every) > SHOWN else "")
