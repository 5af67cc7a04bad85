"""Points to be moved by maps of the plane: the letter F, which looks different however it is turned or mirrored."""

import numpy as np

LETTER = np.array(
    [
        *[(-0.6, -1), (-0.2, -1), (-0.2, -0.1), (0.4, -0.1), (0.4, 0.3)],
        *[(-0.2, 0.3), (-0.2, 0.7), (0.7, 0.7), (0.7, 1.1), (-0.6, 1.1)],
    ]
)
PER_EDGE = 12  # points on each edge of the letter, so that a ReLU can bend it


def outline(corners: np.ndarray, per_edge: int = PER_EDGE) -> np.ndarray:
    """Points along the edges of a closed figure, its corners among them: (corners · per_edge, 2)."""
    along = np.linspace(0, 1, per_edge, endpoint=False)[None, :, None]
    start, stop = corners[:, None], np.roll(corners, -1, axis=0)[:, None]
    return (start + along * (stop - start)).reshape(-1, 2)


def square_grid(points: int, reach: float = 2.0, lines: int = 5) -> np.ndarray:
    """Lines of a square grid, one unit apart, as one: points (n, 2), with NaN between two lines."""
    across, along = np.linspace(-reach, reach, lines), np.linspace(-reach, reach, points)
    upright = np.stack(np.broadcast_arrays(across[:, None], along[None, :]), axis=-1)
    gaps = np.full((lines, 1, 2), np.nan)
    half = np.concatenate([upright, gaps], axis=1).reshape(-1, 2)
    return np.concatenate([half, half[:, ::-1]])


OUTLINE = outline(LETTER)
GRID, BENDABLE_GRID = square_grid(2), square_grid(41)
