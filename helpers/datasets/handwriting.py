"""Practice digits: what replaces MNIST where there is no network, drawn here from a seed."""

from collections.abc import Iterator

import numpy as np

from helpers.datasets.glyphs import GLYPHS, PEN_STEPS, Glyph
from helpers.datasets.images import Pair

SIDE = 28
CHUNK = 250  # images drawn at once: small enough for the processor's cache
LIFTED = 5  # pixels: between two strokes the pen jumps at least this far
# How often MNIST's training set holds each digit, of 60,000.
COUNTS = (5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949)


def practice_mnist(rng: np.random.Generator, train: int = 60_000, test: int = 10_000) -> tuple[Pair, Pair]:
    """Return ``(x, y), (x_test, y_test)`` of MNIST's shapes and types, pixels and labels uint8."""
    x, y = practice_digits(rng, train + test)
    return (x[:train], y[:train]), (x[train:], y[train:])


def practice_digits(rng: np.random.Generator, count: int) -> Pair:
    """Return images (count, 28, 28) and labels (count,), uint8, every digit as often as in MNIST."""
    labels = rng.choice(10, count, p=np.array(COUNTS) / sum(COUNTS)).astype(np.uint8)
    images = np.empty((count, SIDE, SIDE), np.uint8)
    for glyph, rows in _who_writes_how(rng, labels):
        basis = glyph.basis().astype(np.float32)
        for start in range(0, len(rows), CHUNK):
            chunk = rows[start : start + CHUNK]
            images[chunk] = _ink(rng, _pen(rng, glyph.points, basis, len(chunk)))
    return images, labels


def _who_writes_how(rng: np.random.Generator, labels: np.ndarray) -> Iterator[tuple[Glyph, np.ndarray]]:
    """Deal the rows of each digit out to the ways of writing it."""
    choice = rng.random(len(labels))
    below = dict.fromkeys(range(10), 0.0)
    for glyph in GLYPHS:
        low = below[glyph.digit]
        below[glyph.digit] = low + glyph.share
        high = below[glyph.digit] if below[glyph.digit] < 0.999 else 1.0
        yield glyph, np.flatnonzero((labels == glyph.digit) & (low <= choice) & (choice < high))


def _pen(rng: np.random.Generator, points: np.ndarray, basis: np.ndarray, count: int) -> np.ndarray:
    """Return where the pen goes, (count, PEN_STEPS, 2) in pixels: shaky, slanted, turned, sized, placed."""
    shaky = (points - 0.5 + rng.normal(0, 0.085, (count, *points.shape))).astype(np.float32)
    turn = rng.normal(0, 0.12, count)
    slant = rng.normal(0.2, 0.2, count)
    width = np.exp(rng.normal(-0.25, 0.2, count))
    bend = np.array([[width, turn * width], [-slant, 1 - turn * slant]], np.float32).transpose(2, 0, 1)
    path = basis @ (shaky @ bend)
    size = rng.normal(18.3, 0.6, count) / np.ptp(path, axis=1).max(axis=1)  # MNIST fits digits into 20 pixels
    path = (path - path.mean(axis=1, keepdims=True)) * size.astype(np.float32)[:, None, None]
    path += ((SIDE - 1) / 2 + rng.normal(0, 0.5, (count, 1, 2))).astype(np.float32)
    return np.clip(path, 1, SIDE - 2)


def _ink(rng: np.random.Generator, path: np.ndarray) -> np.ndarray:
    """Return the images (count, 28, 28), uint8, of pens of their own width and force along ``path``."""
    count = len(path)
    dx, dy = np.moveaxis(np.diff(path, axis=1, append=path[:, -1:]), -1, 0)
    steps = np.hypot(dx, dy)
    steps[steps > LIFTED] = 0
    wave = rng.uniform(0, 2 * np.pi, (count, 1)) + np.linspace(0, 5, PEN_STEPS)
    force = 1 + 0.3 * np.sin(wave.astype(np.float32)) + 0.1 * rng.standard_normal(wave.shape, np.float32)
    page = _touch(path, steps * force, width=rng.uniform(0.6, 0.9, (count, 1)).astype(np.float32))
    darkness = np.maximum(np.exp(rng.normal(1.05, 0.45, (count, 1, 1))), 1.4)
    page *= 255 * darkness.astype(np.float32)
    page -= 64  # the faint rim of a line is paper
    return np.clip(page, 0, 255, out=page).astype(np.uint8)


def _touch(path: np.ndarray, force: np.ndarray, width: np.ndarray) -> np.ndarray:
    """Add up the spots (Gaussians of ``width`` pixels) that a pen leaves along ``path``: (count, 28, 28)."""
    unit = width[:, :, None] * np.float32(2**0.5)
    pixels = np.arange(SIDE, dtype=np.float32)[:, None] / unit
    spot_x, spot_y = (_bell(pixels - path[:, None, :, axis] / unit) for axis in (0, 1))
    spot_y *= (force / (width * np.float32((2 * np.pi) ** 0.5)))[:, None]
    return spot_y @ spot_x.transpose(0, 2, 1)


def _bell(away: np.ndarray) -> np.ndarray:
    """Return exp(-away²), not below 1e-13: numbers below 1e-38 would make all this many times slower."""
    np.multiply(away, away, out=away)
    np.minimum(away, 30, out=away)
    np.negative(away, out=away)
    return np.exp(away, out=away)
