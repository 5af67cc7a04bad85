"""What a picture of the AffineExplorer must show for a state: Matplotlib's own transforms, and the normal equations."""

import re

import numpy as np
from matplotlib.transforms import Affine2D

from helpers.drawing.letter import BENDABLE_GRID, GRID, OUTLINE, PER_EDGE
from helpers.widgets.affine.picture import MATRICES

STATES = ({}, {"relu": True})


def transform(state, number):
    """One map, as Matplotlib composes it."""
    angle, scale_x, scale_y, shear, shift_x, shift_y = (
        getattr(state, f"{name}{number}") for name in ("angle", "scale_x", "scale_y", "shear", "shift_x", "shift_y")
    )
    slant = Affine2D(np.array([[1, shear, 0], [0, 1, 0], [0, 0, 1]]))
    return Affine2D().scale(scale_x, scale_y) + slant + Affine2D().rotate_deg(angle).translate(shift_x, shift_y)


def nearest(points, targets):
    """The least-squares map as a 3 × 3 matrix, by the normal equations."""
    rows = np.column_stack([points, np.ones(len(points))])
    matrix = np.eye(3)
    matrix[:2] = np.linalg.solve(rows.T @ rows, rows.T @ targets).T
    return matrix


def closed(points):
    return np.concatenate([points, points[:1]])


def shown(line):
    return np.column_stack(line.get_data())


def written(picture, place):
    """The numbers of A and b at this place of the page: (2, 3)."""
    left, top = place
    lines = {top: [], top + 20: []}
    for x, y, text in picture.matrices.texts:
        if y in lines and x == left:
            lines[y] += [float(number) for number in re.findall(r"-?\d+\.\d+", text.replace("−", "-"))]
    return np.array(list(lines.values()))


def assert_right(explorer):
    state, picture = explorer.state, explorer.picture
    first, second = transform(state, 1), transform(state, 2)
    before = first.transform(OUTLINE)
    between = before.clip(min=0) if state.relu else before
    after = second.transform(between)
    np.testing.assert_allclose(picture.letters[0].get_path().vertices, closed(between), atol=1e-9)
    np.testing.assert_allclose(picture.letters[1].get_path().vertices, closed(after), atol=1e-9)
    grid = first.transform(BENDABLE_GRID if state.relu else GRID)
    grid = np.where(grid < 0, 0, grid) if state.relu else grid
    np.testing.assert_allclose(shown(picture.grids[0]), grid, atol=1e-9)
    np.testing.assert_allclose(shown(picture.grids[1]), second.transform(grid), atol=1e-9)

    one = nearest(OUTLINE, after)
    single = OUTLINE @ one[:2, :2].T + one[:2, 2]
    np.testing.assert_allclose(shown(picture.single), closed(single), atol=1e-9)
    np.testing.assert_allclose(shown(picture.corners), single[::PER_EDGE], atol=1e-9)
    off = np.hypot(*(single - after).T)
    if state.relu:
        np.testing.assert_allclose(shown(picture.before), closed(before), atol=1e-9)
        gaps = shown(picture.misses).reshape(-1, 3, 2)
        np.testing.assert_allclose(gaps[:, 0], single[::PER_EDGE], atol=1e-9)
        np.testing.assert_allclose(gaps[:, 1], after[::PER_EDGE], atol=1e-9)
    else:
        assert len(shown(picture.before)) == len(shown(picture.misses)) == 0
    for place, matrix in zip(MATRICES, (first.get_matrix(), second.get_matrix(), one), strict=True):
        np.testing.assert_allclose(written(picture, place), matrix[:2], atol=5e-3 + 1e-9)
    verdict = picture.verdict.texts[0][2]
    if off.max() > 1e-6:
        assert f"{off.mean():.2f} on average, by {off.max():.2f} at most" in verdict
    else:
        assert "exactly" in verdict
    assert ("then ReLU" in [text for _x, _y, text in picture.heads.texts]) == state.relu
