"""Practice clothes: what replaces Fashion-MNIST where there is no network, cut out here from a seed."""

import numpy as np

from helpers.datasets.images import Pair

SIDE = 28
FINE = 4  # the sheet from which a picture is taken has so many times its pixels along each side
CHUNK = 2000

# One half of each piece, left to right and top to bottom in hundredths; the other half is its mirror image.
HALVES = {
    0: "50,14 40,10 20,16 4,34 16,44 26,38 26,92 50,92",  # T-shirt
    1: "50,6 28,6 24,96 44,96 49,34 50,34",  # trousers
    2: "50,10 38,8 22,14 8,80 20,84 28,44 28,92 50,92",  # pullover
    3: "50,14 40,6 34,8 38,40 26,96 50,96",  # dress
    4: "50,8 38,6 20,12 8,84 20,86 27,44 24,98 50,98",  # coat
    6: "50,16 42,8 22,13 10,66 22,70 29,42 29,92 50,92",  # shirt
    8: "50,40 8,40 4,90 50,90",  # bag
}
# Shoes look to one side.
WHOLE = {
    5: "6,60 30,52 40,40 48,42 46,56 76,52 96,66 96,74 6,74",  # sandal
    7: "4,52 22,44 40,52 62,48 84,60 97,64 97,76 4,76",  # sneaker
    9: "28,10 52,10 54,46 80,60 96,66 96,84 26,84 24,60",  # ankle boot
}
# Drawn in paper colour on top: the gap of a sandal, the handle of a bag, buttons.
CUTS = {5: ["20,60 40,52 44,66 22,68", "60,58 74,58 78,68 62,68"], 4: ["49,20 51,20 51,98 49,98"]}
HANDLE = "34,42 36,16 64,16 66,42 60,42 58,24 42,24 40,42"
ALIKE = np.array(
    [(6, 2, 3), (1, 3, 1), (4, 6, 0), (0, 4, 3), (2, 6, 3), (7, 9, 7), (0, 2, 4), (5, 9, 5), (8, 8, 0), (7, 5, 7)]
)
BUTTONS = [(50, down) for down in range(24, 90, 12)]


def practice_fashion(rng: np.random.Generator, train: int = 60_000, test: int = 10_000) -> tuple[Pair, Pair]:
    """Return ``(x, y), (x_test, y_test)`` of Fashion-MNIST's shapes and types, every class equally often."""
    labels = rng.permutation(np.arange(train + test) % 10).astype(np.uint8)
    images = np.empty((train + test, SIDE, SIDE), np.uint8)
    sheets = np.stack([_sheet(label) for label in range(10)])
    for start in range(0, len(labels), CHUNK):
        chunk = slice(start, start + CHUNK)
        images[chunk] = _worn(rng, sheets, labels[chunk])
    return (images[:train], labels[:train]), (images[train:], labels[train:])


def _points(text: str) -> list[tuple[float, float]]:
    side = SIDE * FINE / 100
    return [(side * float(x), side * float(y)) for x, y in (pair.split(",") for pair in text.split())]


def _sheet(label: int) -> np.ndarray:
    """Draw one class: (112, 112) float32 from 0 to 1."""
    from PIL import Image, ImageDraw

    page = Image.new("L", (SIDE * FINE, SIDE * FINE))
    pen = ImageDraw.Draw(page)
    outline = _points(HALVES.get(label) or WHOLE[label])
    if label in HALVES:
        outline += [(SIDE * FINE - x, y) for x, y in reversed(outline)]
    pen.polygon(outline, fill=220)
    for cut in CUTS.get(label, []):
        pen.polygon(_points(cut), fill=0)
    if label == 8:
        pen.polygon(_points(HANDLE), fill=160)
    for x, y in BUTTONS if label == 6 else []:
        at = SIDE * FINE / 100
        pen.ellipse((at * (x - 2), at * (y - 2), at * (x + 2), at * (y + 2)), fill=60)
    return np.asarray(page, np.float32) / 255


def _worn(rng: np.random.Generator, sheets: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Stretch, lean and shift each piece; dye it, shade it, weave it: (pieces, 28, 28) uint8."""
    count = len(labels)
    wide, high = (rng.normal(1, spread, (count, 1, 1)) for spread in (0.16, 0.1))
    lean, across, down = (rng.normal(0, spread, (count, 1, 1)) for spread in (0.07, 1.1, 0.9))
    y, x = np.mgrid[:SIDE, :SIDE] - (SIDE - 1) / 2
    bulge = 1 + rng.normal(0, 0.12, (count, 1, 1)) * np.cos(np.pi * y / SIDE)
    columns = (x + lean * y + across) / (wide * bulge)
    rows = (y + down) / high
    at = [np.clip((where + SIDE / 2) * FINE, 0, SIDE * FINE - 1).astype(np.int32) for where in (rows, columns)]
    pieces = sheets[labels[:, None, None], at[0], at[1]]
    blend = rng.uniform(0, 0.56, (count, 1, 1)).astype(np.float32)  # many a piece is cut half like another kind
    pieces += blend * (
        sheets[ALIKE[labels, rng.integers(ALIKE.shape[1], size=count)][:, None, None], at[0], at[1]] - pieces
    )
    dye = rng.beta(3, 1.6, (count, 1, 1))
    shade = 1 + rng.normal(0, 0.2, (count, 1, 1)) * x / SIDE
    stripes = 1 + rng.choice([0, 0.35], (count, 1, 1), p=[0.7, 0.3]) * np.sin(y * rng.uniform(0.6, 2, (count, 1, 1)))
    weave = 1 + rng.normal(0, 0.18, pieces.shape).astype(np.float32)
    return np.clip(pieces * dye * shade * stripes * weave * 270, 0, 255).astype(np.uint8)
