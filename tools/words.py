"""The catalogues of the widgets' words: `python -m tools.words` collects them, keeps translations, compiles."""

import datetime
import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

HELPERS = Path(__file__).parent.parent / "helpers"
LANGUAGES = ("ko",)
_KEYWORDS = {"_": None, "N_": None, "NP_": ((1, "c"), 2), "InputError": None, "ExpressionError": None}
_NOISE = (b"-Date:", b"Generated-By", b"EMAIL@ADDRESS", b"LL@li.org")  # of the header: changes nothing, says nothing


def collected() -> Catalog:
    """Return every message of the package with the files it stands in: all that _KEYWORDS are given."""
    catalogue = _empty(None)
    found = extract_from_dir(
        HELPERS,
        method_map=[("**.py", "python")],
        keywords=_KEYWORDS,
        comment_tags=(),
    )
    for name, _line, message, _comments, context in found:
        catalogue.add(message, locations=[(name.replace("\\", "/"), 0)], context=context)
    return catalogue


def _empty(language: str | None) -> Catalog:
    return Catalog(
        locale=language,
        project="Watch It Learn",
        version="0",
        header_comment="# Words of the widgets.",
        fuzzy=False,
        last_translator="",
        language_team="",
        msgid_bugs_address="",
    )


def source(language: str) -> Path:
    """Return the catalogue that people edit."""
    return HELPERS / "locale" / language / "LC_MESSAGES" / "helpers.po"


def stored(language: str) -> Catalog:
    """Return the catalogue as it is stored; empty where there is none yet."""
    path = source(language)
    if not path.exists():
        return _empty(language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def compiled(catalogue: Catalog) -> bytes:
    """Return the catalogue as gettext reads it, without the minute at which that was done."""
    catalogue.creation_date = catalogue.revision_date = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def untranslated(catalogue: Catalog) -> list[str]:
    """Return the messages of the package that ``catalogue`` does not translate."""
    messages = [(str(message.id), message.context) for message in collected() if message.id]
    return [message for message, context in messages if not _is_translated(catalogue.get(message, context))]


def _is_translated(entry: Message | None) -> bool:
    return entry is not None and not entry.fuzzy and bool(entry.string)


def main() -> int:
    """Update every catalogue and compile it; exit code 1 while a translation is missing."""
    missing = []
    for language in LANGUAGES:
        catalogue = stored(language)
        catalogue.update(collected(), no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        source(language).parent.mkdir(parents=True, exist_ok=True)
        out = io.BytesIO()
        write_po(out, catalogue, omit_header=False, sort_output=True, include_lineno=False, width=0)
        lines = [line for line in out.getvalue().splitlines() if not any(word in line for word in _NOISE)]
        source(language).write_bytes(b"\n".join(lines) + b"\n")
        source(language).with_suffix(".mo").write_bytes(compiled(stored(language)))
        missing += [f"{language}: {message}" for message in untranslated(stored(language))]
    print("\n".join(missing) or "Every word of the widgets is translated.")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
