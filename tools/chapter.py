"""A chapter as it is written (one percent script), and the two notebooks that it stands for."""

import hashlib
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

import jupytext
import nbformat
from nbformat import NotebookNode, v4

from tools import labels

ROOT = Path(__file__).parent.parent
CHAPTERS = ROOT / "chapters"
NOTEBOOKS = ROOT / "notebooks"
LANGUAGES = ("en", "ko")
MOST_LINES = 15

_LINK = re.compile(r"\[([^\]]+)\]\((\d\d_\w+)\.ipynb\)")
_HEADING = re.compile(r"^(#+) ", re.MULTILINE)
_BADGE = (
    "[![Open in Colab](https://colab.research.google.com/assets/colab-badge.svg)]"
    "(https://colab.research.google.com/github/{slug}/blob/{tag}/{path}) "
    "[![Open in Binder](https://mybinder.org/badge_logo.svg)]"
    "(https://mybinder.org/v2/gh/{slug}/{tag}?urlpath=lab/tree/{path})"
)
_SETUP = """\
try:
    import helpers
except ModuleNotFoundError:  # on Colab: add the project's own package, leave all else there as it is
    %pip install --quiet --no-deps isal koreanize-matplotlib {repository}/archive/refs/tags/{tag}.zip
    import helpers
"""


@dataclass(frozen=True)
class Prose:
    """One prose cell in both languages."""

    en: str
    ko: str


class ChapterError(Exception):
    """A chapter that cannot be built; the message says where and why."""


def names() -> list[str]:
    """Return the names of all chapters, in order: ``["00_start_here", ...]``."""
    return sorted(path.stem for path in CHAPTERS.glob("[0-9][0-9]_*.py"))


def address() -> tuple[str, str]:
    """Return the project's address and the tag of this version, both from pyproject.toml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return project["urls"]["Repository"], f"v{project['version']}"


def place(name: str, language: str, folder: Path | None = None) -> Path:
    """Return where the notebook of a chapter lies in a language, below ``notebooks/`` or another folder."""
    folder = folder or NOTEBOOKS
    return (folder if language == "en" else folder / language) / f"{name}.ipynb"


def notebooks(name: str) -> dict[str, NotebookNode]:
    """Return the chapter's notebook in each language, not yet run.

    Raises ChapterError where a prose cell has no twin, a twin has other headings, or code runs too long.
    """
    source = (CHAPTERS / f"{name}.py").read_text(encoding="utf-8")
    cells = jupytext.reads(source, fmt="py:percent").cells
    parts = _pair(name, cells)
    return {language: _notebook(name, language, parts, labels.read(CHAPTERS)) for language in LANGUAGES}


def _pair(name: str, cells: list[NotebookNode]) -> list[NotebookNode | Prose]:
    """Return code cells as they are, and each prose cell with its twin."""
    parts: list[NotebookNode | Prose] = []
    waiting: NotebookNode | None = None
    for number, cell in enumerate(cells):
        where = f"{name}, cell {number} ({cell.source.strip().splitlines()[:1]})"
        language = cell.metadata.get("lang")
        if waiting is not None and language != "ko":
            raise ChapterError(f"{where}: the English cell before it has no Korean twin")
        if cell.cell_type == "code":
            _check_code(where, cell.source)
            parts.append(cell)
        elif language == "en":
            waiting = cell
        elif language == "ko" and waiting is not None:
            if _HEADING.findall(waiting.source) != _HEADING.findall(cell.source):
                raise ChapterError(f"{where}: headings differ from the English twin's")
            parts.append(Prose(waiting.source, cell.source))
            waiting = None
        else:
            raise ChapterError(f'{where}: prose says lang="en", and its twin at once lang="ko"')
    if waiting is not None:
        raise ChapterError(f"{name}: the last English cell has no Korean twin")
    return parts


def _check_code(where: str, source: str) -> None:
    lines = sum(bool(line.strip()) for line in source.splitlines())
    if lines > MOST_LINES:
        raise ChapterError(f"{where}: {lines} lines of code, {MOST_LINES} at most")


def _notebook(name: str, language: str, parts: list[NotebookNode | Prose], table: labels.Table) -> NotebookNode:
    repository, tag = address()
    slug = repository.removeprefix("https://github.com/")
    path = place(name, language).relative_to(ROOT).as_posix()
    cells: list[NotebookNode] = []
    used: set[str] = set()
    for part in parts:
        if isinstance(part, Prose):
            cell = v4.new_markdown_cell(_links(getattr(part, language), name))
            cell.id = _identity(part.en, used)
        else:
            cell = v4.new_code_cell(
                part.source if language == "en" else labels.translated(part.source, table, name[:2])
            )
            cell.id = _identity(part.source, used)
            tags = part.metadata.get("tags", [])
            if "setup" in tags:
                cell.source = _setup(cell.source, language, repository, tag)
            if tags:
                cell.metadata["tags"] = list(tags)
        cells.append(cell)
        if len(cells) == 1:  # launch badges under the title
            badges = v4.new_markdown_cell(_BADGE.format(slug=slug, tag=tag, path=path))
            badges.id = _identity("badges", used)
            cells.append(badges)
    notebook = v4.new_notebook(cells=cells)
    notebook.nbformat_minor = 5
    notebook.metadata = nbformat.from_dict(
        {
            "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        }
    )
    return notebook


def _setup(source: str, language: str, repository: str, tag: str) -> str:
    lines = _SETUP.format(repository=repository, tag=tag)
    if language != "en":
        lines += f'\nhelpers.language("{language}")\n'
    return lines + "\n" + source


def _links(prose: str, name: str) -> str:
    """Leave out links to chapters that are not written yet: their text stays."""
    there = set(names())
    return _LINK.sub(lambda link: link[0] if link[2] in there else link[1], prose)


def _identity(source: str, used: set[str]) -> str:
    """Return a cell id that stays when other cells come and go; the two languages share it."""
    base = hashlib.sha256(source.encode()).hexdigest()[:8]
    identity, again = base, 1
    while identity in used:
        again += 1
        identity = f"{base}-{again}"
    used.add(identity)
    return identity
