"""Many short texts that change with every frame, as one path.

A Matplotlib text of 60 characters takes 9 ms to draw, more than half of a frame; the outlines of the same
characters, kept and joined into one path, take a tenth of that.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.textpath import TextPath

from helpers.drawing.fonts import SANS, families

_UNIT = 100  # font size at which outlines are taken
_HAT = "\u0302"  # the combining circumflex of m̂, for which the fonts show a dotted circle
_MIDDLE = 0.36  # half the height of a digit, in font sizes
_NOTHING = Path(np.zeros((1, 2)), [Path.MOVETO])

Text = tuple[float, float, str]  # x and y in pixels, what is written there


@lru_cache(maxsize=1024)
def _glyph(char: str, family: str) -> tuple[np.ndarray, np.ndarray, float]:
    """Outline of one character in font sizes, y downwards, on the middle line; its codes; its advance."""
    for name in families(family):
        font = FontProperties(family=name)
        face = get_font(findfont(font))
        if face.get_char_index(ord(char)):
            break
    face.set_size(_UNIT, 72)
    advance = face.load_char(ord(char)).linearHoriAdvance / 65536 / _UNIT
    if char.isspace():  # an empty outline is an error in some versions of Matplotlib
        return np.zeros((0, 2)), np.zeros(0, np.uint8), advance
    path = TextPath((0, 0), char, size=_UNIT, prop=font)
    vertices = path.vertices.reshape(-1, 2) / _UNIT * [1, -1] + [0, _MIDDLE]
    return vertices, np.asarray(path.codes, np.uint8), advance


@lru_cache(maxsize=1024)
def _line(text: str, family: str) -> tuple[np.ndarray, np.ndarray, float]:
    """Outline of ``text`` in font sizes, from the origin to the right; its codes; its width."""
    glyphs = [_glyph("ˆ" if char == _HAT else char, family) for char in text]
    starts = np.cumsum([0.0, *(0 if char == _HAT else glyph[2] for char, glyph in zip(text, glyphs, strict=True))])
    if not glyphs:
        return np.zeros((0, 2)), np.zeros(0, np.uint8), 0.0
    for place in (place for place, char in enumerate(text) if char == _HAT and place):
        under, hat = (glyph[0][:, 0] for glyph in glyphs[place - 1 : place + 1])
        if len(under):  # over the middle of the letter before it
            starts[place] = starts[place - 1] + (under.min() + under.max() - hat.min() - hat.max()) / 2
    outline = np.concatenate([glyph[0] for glyph in glyphs])
    outline[:, 0] += np.repeat(starts[:-1], [len(glyph[0]) for glyph in glyphs])
    return outline, np.concatenate([glyph[1] for glyph in glyphs]), float(starts[-1])


def text_width(text: str, family: str = SANS) -> float:
    """Width of ``text`` in font sizes: times the font size in pixels it is the width in pixels."""
    return _line(text, family)[2]


def ending(x: float, y: float, text: str, size: float, family: str = SANS) -> Text:
    """Place ``text``, of font size ``size`` in pixels, so that it ends at ``x``."""
    return x - size * text_width(text, family), y, text


def centred(x: float, y: float, text: str, size: float, family: str = SANS) -> Text:
    """Place ``text``, of font size ``size`` in pixels, so that its middle stands at ``x``."""
    return x - size * text_width(text, family) / 2, y, text


def cut(text: str, width: float) -> str:
    """Return as much of ``text`` as fits into ``width`` font sizes; … stands for the rest."""
    while text_width(text) > width and len(text) > 2:
        text = text[:-2].rstrip("… ,") + "…"
    return text


class Labels(PathPatch):
    """Short texts at points of axes whose unit is a pixel and whose y runs downwards."""

    def __init__(self, colour: str = "#222222", family: str = SANS) -> None:
        super().__init__(_NOTHING, facecolor=colour, edgecolor="none", linewidth=0)
        self.family = family
        self.texts: list[Text] = []  # what is shown: x, y, text
        self._shown: object = None

    def write(self, texts: Iterable[Text], size: float, centred: bool = False) -> None:
        """Show ``texts``, (x, y, text) each in pixels, starting there or centred there."""
        texts = list(texts)
        points = np.array([text[:2] for text in texts], float).reshape(-1, 2)
        self.place(points, [text[2] for text in texts], size, centred)

    def place(self, points: np.ndarray, texts: Sequence[str], size: float, centred: bool = True) -> None:
        """Show ``texts[i]`` at ``points[i]``, centred on it or starting there.

        ``points`` is ``(n, 2)`` in pixels, ``size`` the font size in pixels.
        """
        wanted = (points.tobytes(), tuple(texts), size, centred)
        if wanted == self._shown:
            return
        self._shown = wanted
        self.texts = [(*point, text) for point, text in zip(points.tolist(), texts, strict=True)]
        lines = [_line(text, self.family) for text in texts]
        if not any(len(codes) for _, codes, _ in lines):
            self.set_path(_NOTHING)
            return
        shift = 0.5 if centred else 0.0
        vertices = [
            (outline - [shift * width, 0]) * size + point
            for (outline, _, width), point in zip(lines, points, strict=True)
        ]
        self.set_path(Path(np.concatenate(vertices), np.concatenate([codes for _, codes, _ in lines])))
