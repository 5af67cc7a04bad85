"""What a picture of the LossExplorer must show for a state, worked out by Keras and by NumPy's own formulas."""

import keras
import numpy as np

from helpers.widgets.loss.picture import LEFT, RIGHT, ROW, TABLE

STATES = ({}, {"mode": "score"})
TAME = (1.2, 1.8, 2.1, 2.4, 2.9, 3.3)
Y = {"constant": ((-2.0, 21.0), (-11.0, 11.0)), "score": ((-8.2, 8.2), (-1.1, 1.1))}  # what the axes say
X = {"constant": (-2.0, 20.0), "score": (-8.0, 8.0)}


def losses(state, at):
    """The three losses at the places ``at``: (3, places)."""
    at = np.asarray(at, float)
    if state.mode == "constant":
        values = np.array([*TAME, state.outlier])
        errors = np.abs(at[:, None] - values)
        huber = np.where(errors <= state.delta, errors**2 / 2, state.delta * errors - state.delta**2 / 2)
        return np.array([(errors**2).mean(axis=1), errors.mean(axis=1), huber.mean(axis=1)])
    p, y = 1 / (1 + np.exp(-at)), float(state.label)
    cross = keras.ops.convert_to_numpy(keras.ops.binary_crossentropy(np.full(len(at), y), at, from_logits=True))
    wrong = y * np.log(p) - (1 - y) * np.log(1 - p)
    return np.array([cross, (p - y) ** 2, wrong])


def panel(points, box, x, y):
    """Pixels of a panel as numbers of its axes: (points, 2)."""
    left, top, width, height = box
    across = x[0] + (points[:, 0] - left) / width * (x[1] - x[0])
    return np.column_stack([across, y[1] - (points[:, 1] - top) / height * (y[1] - y[0])])


def assert_right(explorer):
    state, picture = explorer.state, explorer.picture
    constant = state.mode == "constant"
    at = state.c if constant else state.z
    x, (y_loss, y_slope) = X[state.mode], Y[state.mode]
    grid = np.linspace(*x, 111)
    scale = np.array([[20.0], [1.0], [1.0]]) if constant else np.ones((3, 1))  # MSE has an axis of its own
    expected = losses(state, grid) / scale
    here, step = losses(state, [at])[:, 0], 1e-4
    kinks = [*TAME, state.outlier] if constant else []
    for number in range(3):
        line, dots = picture.strokes.lines[str(number)], picture.strokes.marked[str(number)]
        curve = panel(line[: len(grid)], LEFT, x, y_loss)
        np.testing.assert_allclose(curve[:, 0], grid, atol=1e-9)
        inside = (expected[number] > y_loss[0] + 1e-9) & (expected[number] < y_loss[1] - 1e-9)
        np.testing.assert_allclose(curve[inside, 1], expected[number][inside], atol=1e-5)
        slopes = panel(line[len(grid) + 1 :], RIGHT, x, y_slope)
        away = np.array([min([abs(place - kink) for kink in kinks], default=1.0) > step for place in grid])
        forward, back = losses(state, grid + step)[number], losses(state, grid - step)[number]
        measured = (forward - back) / (2 * step)
        seen = away & np.isfinite(slopes[:, 1])
        np.testing.assert_allclose(slopes[seen, 1], measured[seen], atol=5e-3)
        assert seen.sum() > 30  # the rest is steeper than the panel is high
        place, loss = panel(dots[:1], LEFT, x, y_loss)[0]
        assert abs(place - at) < 1e-9
        if y_loss[0] < here[number] / scale[number, 0] < y_loss[1]:
            assert abs(loss - here[number] / scale[number, 0]) < 1e-5
    rings = panel(np.column_stack(picture.least.get_data()), LEFT, x, y_loss)[:, 0]
    values = np.array([*TAME, state.outlier])
    assert len(rings) == (3 if constant else 0)
    if constant:
        np.testing.assert_allclose(rings[:2], [values.mean(), np.median(values)], atol=1e-9)
        fine = np.linspace(-2, 20, 22_001)
        assert abs(losses(state, [rings[2]])[2, 0] - losses(state, fine)[2].min()) < 1e-4
        marks = picture.marks.get_path().vertices.reshape(-1, 5, 2)[2:, :2].mean(axis=1)
        np.testing.assert_allclose(panel(marks, LEFT, x, y_loss)[:, 0], values, atol=1e-9)
    slopes_here = (losses(state, [at + step]) - losses(state, [at - step]))[:, 0] / (2 * step)
    rows = np.array([(y, float(text.replace("−", "-"))) for _x, y, text in picture.table.texts]).reshape(3, -1, 2)
    assert (rows[:, :, 0] == TABLE + ROW * np.array([[1], [2], [3]])).all()
    np.testing.assert_allclose(rows[:, 0, 1], here, rtol=5e-3, atol=1e-6)
    if not any(abs(at - kink) < step for kink in kinks):
        np.testing.assert_allclose(rows[:, 1, 1], slopes_here, rtol=6e-3, atol=2e-3)
