"""The language: words of controls and pictures, the line under them, errors, the doctor's report."""

import gettext
from collections.abc import Callable
from pathlib import Path

LOCALE = Path(__file__).parent / "locale"
LANGUAGES = ("en", "ko")

CONTEXT = "\x04"  # between a context and its message, in gettext's catalogues

_chosen: gettext.NullTranslations = gettext.NullTranslations()
_followers: list[Callable[[str], None]] = []


def language(code: str) -> None:
    """Set the language of every word given from here on: ``"en"`` or ``"ko"``.

    Raises ValueError for a language that the collection does not have.
    """
    global _chosen
    if code not in LANGUAGES:
        raise ValueError(f"language must be one of {', '.join(LANGUAGES)}, not {code!r}")
    _chosen = (
        gettext.NullTranslations()
        if code == "en"
        else gettext.translation("helpers", localedir=LOCALE, languages=[code])
    )
    for follower in _followers:
        follower(code)


def follow(follower: Callable[[str], None]) -> None:
    """Call ``follower`` with the language that is chosen now, and with each one chosen later."""
    _followers.append(follower)
    follower(_chosen.info().get("language", "en"))


def _(message: str) -> str:
    """Return ``message`` in the chosen language; English where a translation is missing."""
    return _chosen.gettext(message).rpartition(CONTEXT)[2]


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for it
    """Mark ``message`` for translation where it stands before a language is chosen; ``_`` translates it later."""
    return message


def NP_(context: str, message: str) -> str:  # noqa: N802 - as N_
    """Mark ``message`` as N_ does, where it has another translation in ``context``."""
    return f"{context}{CONTEXT}{message}"
