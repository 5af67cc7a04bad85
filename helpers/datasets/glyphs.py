"""How each digit is written: pen strokes through a few points, in a box of 1 by 1 (y points down)."""

from dataclasses import dataclass

import numpy as np

PEN_STEPS = 64  # places at which the pen touches the paper, over all strokes of a digit


@dataclass(frozen=True)
class Glyph:
    """One way to write a digit: ``points`` (points, 2); each stroke is a list of their numbers."""

    digit: int
    share: float
    points: np.ndarray
    strokes: tuple[tuple[int, ...], ...]

    def basis(self) -> np.ndarray:
        """Return the matrix (PEN_STEPS, points) that turns points into the path of the pen, evenly spaced."""
        rows = np.concatenate([_catmull_rom(stroke, len(self.points)) for stroke in self.strokes])
        steps = np.linalg.norm(np.diff(rows @ self.points, axis=0), axis=1)
        steps[[len(rows) // len(self.strokes) * i - 1 for i in range(1, len(self.strokes))]] = 0  # pen is up
        walked = np.concatenate([[0], np.cumsum(steps)])
        return rows[np.searchsorted(walked, np.linspace(0, walked[-1], PEN_STEPS)).clip(0, len(rows) - 1)]


def _catmull_rom(stroke: tuple[int, ...], points: int, fine: int = 400) -> np.ndarray:
    """Return (fine, points): weights of a Catmull-Rom spline through the stroke's points."""
    at = np.linspace(0, len(stroke) - 1, fine)
    left = np.minimum(at.astype(int), len(stroke) - 2)
    t = at - left
    weights = 0.5 * np.stack([-t + 2 * t**2 - t**3, 2 - 5 * t**2 + 3 * t**3, t + 4 * t**2 - 3 * t**3, -(t**2) + t**3])
    rows = np.zeros((fine, points))
    for offset, weight in zip((-1, 0, 1, 2), weights, strict=True):
        neighbour = np.asarray(stroke)[(left + offset).clip(0, len(stroke) - 1)]
        np.add.at(rows, (np.arange(fine), neighbour), weight)
    return rows


def _glyph(digit: int, share: float, *strokes: str) -> Glyph:
    """Read strokes written as ``"x,y x,y"`` in hundredths; a pair written twice is one and the same point."""
    words = [stroke.split() for stroke in strokes]
    names = list(dict.fromkeys(word for stroke in words for word in stroke))
    points = np.array([[float(number) / 100 for number in name.split(",")] for name in names])
    return Glyph(digit, share, points, tuple(tuple(map(names.index, stroke)) for stroke in words))


GLYPHS = (
    _glyph(0, 0.7, "52,0 22,12 5,50 20,88 50,100 80,88 95,50 80,12 50,1"),
    _glyph(0, 0.3, "75,8 40,4 8,40 15,85 45,100 82,80 92,40 70,5 45,10"),
    _glyph(1, 0.8, "52,0 51,35 49,70 48,100"),
    _glyph(1, 0.2, "28,22 52,0", "52,0 51,50 50,100"),
    _glyph(2, 0.5, "10,22 42,0 80,18 70,50 35,80 5,98", "5,98 45,94 96,95"),
    _glyph(2, 0.5, "12,20 45,0 80,20 66,55 30,92 8,92 14,74 45,82 96,98"),
    _glyph(3, 1.0, "10,14 48,0 80,18 62,42 34,48", "34,48 76,56 88,78 50,100 8,88"),
    _glyph(4, 0.7, "22,4 14,32 12,56 50,58 92,50", "80,0 74,50 66,100"),
    _glyph(4, 0.3, "72,0 40,32 8,64", "8,64 50,66 96,62", "72,0 70,50 66,100"),
    _glyph(5, 0.7, "30,4 22,42", "22,42 58,38 86,62 70,92 36,100 6,88", "30,4 60,3 92,0"),
    _glyph(5, 0.3, "92,0 60,3 34,6 24,40 62,46 82,70 58,98 10,94"),
    _glyph(6, 0.6, "70,0 32,28 12,66 30,97 68,96 82,72 56,54 26,64 13,76"),
    _glyph(6, 0.4, "52,0 24,40 18,78 48,100 78,82 64,60 36,66 22,84"),
    _glyph(7, 0.8, "6,12 48,8 90,4", "90,4 62,48 42,100"),
    _glyph(7, 0.2, "6,12 48,8 90,4", "90,4 62,48 42,100", "32,54 56,52 82,48"),
    _glyph(8, 1.0, "78,12 50,0 22,16 36,42 68,62 76,86 46,100 18,84 34,58 68,38 80,14"),
    _glyph(9, 0.6, "80,18 48,0 16,22 26,46 58,46 80,18", "80,18 74,58 66,100"),
    _glyph(9, 0.4, "78,20 46,0 14,22 28,48 62,44 78,20", "78,20 80,62 56,96 22,94"),
)
