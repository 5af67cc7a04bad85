"""The fonts of every picture: Matplotlib's own, and behind it one that has Hangul."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

import matplotlib as mpl
from matplotlib.font_manager import fontManager

from helpers.words import follow

SANS, MONO = "DejaVu Sans", "DejaVu Sans Mono"  # both come with Matplotlib: the same digits on every machine
_SHIPPED = "NanumGothic"  # of koreanize-matplotlib, which is not imported: that would change every figure's font
_OF_SYSTEMS = ("Malgun Gothic", "Apple SD Gothic Neo", "AppleGothic", "Noto Sans CJK KR", "Noto Sans KR")


@cache
def korean() -> str | None:
    """Return the name of a font with Hangul, known to Matplotlib from now on; None where there is none at all."""
    known = set(fontManager.get_font_names())
    if _SHIPPED not in known:
        for path in _shipped():
            fontManager.addfont(path)
        known = set(fontManager.get_font_names())
    return next((name for name in (_SHIPPED, *_OF_SYSTEMS) if name in known), None)


def _shipped() -> list[Path]:
    """Return the files of the font, regular and bold; none where the package is not installed."""
    package = find_spec("koreanize_matplotlib")
    folders = (package and package.submodule_search_locations) or ()
    return [path for folder in folders for path in sorted((Path(folder) / "fonts").glob(f"{_SHIPPED}*.ttf"))]


def families(first: str = SANS) -> list[str]:
    """Return ``first`` and what stands in for the characters that it lacks."""
    behind = korean()
    return [first, behind] if behind else [first]


def stand_behind() -> None:
    """Let every figure made from here on show Hangul too, in whatever font the learner has chosen for the rest."""
    chosen, behind = mpl.rcParams["font.family"], korean()
    if behind and behind not in chosen:
        mpl.rcParams["font.family"] = [*chosen, behind]


def _follow(language: str) -> None:
    if language == "ko":
        stand_behind()


follow(_follow)
