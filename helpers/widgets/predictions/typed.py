"""A page of typewriter text, each character a kept bitmap: a thousand of them in 2 ms, with marks behind words.

Matplotlib's own text takes 8 ms for a line of 66 characters, their outlines joined into one path 10 ms a page.
"""

from functools import lru_cache

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.colors import to_rgb
from matplotlib.font_manager import FontProperties, findfont

from helpers.drawing.fonts import MONO
from helpers.drawing.style import INK, SIGNED

LEVELS = 17  # colours behind words, from all against to all for; the one in the middle is paper
KNOWN = "".join(map(chr, [*range(32, 127), *range(160, 256)])) + "…–’“”"  # all else is shown as a box
_BOX = "\u25a1"
_CODES = np.full(0x2100, len(KNOWN), np.int16)
_CODES[list(map(ord, KNOWN))] = np.arange(len(KNOWN))


def codes(page: str) -> np.ndarray:
    """Return the numbers of characters in KNOWN, that of the box for all others: (characters,)."""
    points = np.frombuffer(page.encode("utf-32-le"), np.uint32)
    return _CODES[np.minimum(points, len(_CODES) - 1)]


@lru_cache(maxsize=4)
def _bitmaps(wide: int, high: int) -> np.ndarray:
    """Return how dark each pixel of each known character is: (characters, high, wide) uint8; the last is the box."""
    from PIL import Image, ImageDraw, ImageFont

    path = findfont(FontProperties(family=MONO))
    size = max(size for size in range(4, high + 1) if ImageFont.truetype(path, size).getlength("m") <= wide)
    font = ImageFont.truetype(path, size)
    pages = []
    for char in KNOWN + _BOX:
        page = Image.new("L", (wide, high))
        ImageDraw.Draw(page).text((0, high / 2), char, fill=255, font=font, anchor="lm")
        pages.append(np.asarray(page))
    return np.stack(pages)


@lru_cache(maxsize=4)
def _coloured(wide: int, high: int) -> np.ndarray:
    """Return each character on each colour, an RGBA pixel one number: (LEVELS, characters, high, wide) uint32."""
    behind = SIGNED(np.linspace(0.18, 0.82, LEVELS))[:, :3].astype(np.float32)  # pale, so that the ink on them is read
    half = LEVELS // 2
    behind[half] = 1
    ink = np.array(to_rgb(INK), np.float32)
    bitmaps = _bitmaps(wide, high)
    pixels = np.full((LEVELS, *bitmaps.shape, 4), 255, np.uint8)
    for level, paper in enumerate(behind):  # one after the other: all at once they need 100 MB for a moment
        dark = bitmaps.astype(np.float32) / 255
        # A line under what raises the probability, dots under what lowers it: to be told apart without colours.
        if level > half:
            dark[:, high - 2] = 1
        elif level < half:
            dark[:, high - 2, np.arange(wide) % 4 < 2] = 1
        pixels[level, ..., :3] = np.rint(255 * (paper * (1 - dark[..., None]) + ink * dark[..., None]))
    return pixels.view(np.uint32)[..., 0]


class TypedPage(Artist):
    """A grid of ``rows`` by ``columns`` characters whose left upper corner is at ``place``, in data units.

    ``cell`` is (width, height) of a character in data units; the axes' unit is a pixel of the page.
    """

    def __init__(self, place: tuple[float, float], grid: tuple[int, int], cell: tuple[float, float] = (8, 18)) -> None:
        super().__init__()
        self.place, self.grid, self.cell = place, grid, cell
        self.characters = np.zeros(grid, np.int16)  # numbers in KNOWN
        self.levels = np.full(grid, LEVELS // 2, np.int16)  # 0 to LEVELS - 1

    def write(self, lines: list[str], marks: np.ndarray | None = None) -> None:
        """Show ``lines``; ``marks`` (lines, columns), −1 against to 1 for, is what lies behind the characters."""
        rows, columns = self.grid
        page = "".join(line[:columns].ljust(columns) for line in lines[:rows]).ljust(rows * columns)
        self.characters = codes(page).reshape(self.grid)
        shares = np.zeros(self.grid)
        if marks is not None:
            shares[: len(marks)] = np.clip(marks, -1, 1)[:rows]
        half = LEVELS // 2
        self.levels = (half + np.sign(shares) * np.ceil(np.abs(shares) * half)).astype(np.int16)

    def draw(self, renderer: RendererBase) -> None:
        """Put the characters together and hand the picture over."""
        if not self.get_visible():
            return
        assert self.axes is not None
        scale = abs(self.axes.transData.get_matrix()[1, 1])
        wide, high = (int(side * scale) for side in self.cell)
        rows, columns = self.grid
        cells = _coloured(wide, high)[self.levels, self.characters]  # (rows, columns, high, wide)
        picture = cells[::-1, :, ::-1].transpose(0, 2, 1, 3).reshape(rows * high, columns * wide)  # Agg starts below
        x, y = np.rint(self.axes.transData.transform(self.place)) - (0, rows * high)
        context = renderer.new_gc()
        renderer.draw_image(context, x, y, picture.view(np.uint8).reshape(rows * high, columns * wide, 4))
        context.restore()
