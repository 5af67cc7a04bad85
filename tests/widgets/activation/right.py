"""What a picture of the ActivationExplorer must show for a state, worked out by Keras and by differences."""

import keras
import numpy as np

from helpers.widgets.activation.picture import LEFT, TOP, UNIT

STATES = ({}, {"activations": ("leaky_relu", "elu", "maxout")}, {"activations": ("gelu", "selu"), "z": 0.75})
LIMITS = ((-2.0, 5.0), (-1.1, 2.1))  # what the axes of the two panels say
STEP = 1e-3
GRID = np.linspace(-5, 5, 201)


def value(name, state, z):
    """The activation at ``z``, in float64."""
    z = np.asarray(z, float)
    if name == "step":
        return np.where(z > 0, 1.0, 0.0)
    if name == "maxout":
        return np.max([slope * z for slope in state.pieces], axis=0)
    given = {"leaky_relu": {"negative_slope": state.slope}, "elu": {"alpha": state.alpha}}.get(name, {})
    x = keras.ops.convert_to_tensor(z, dtype="float64")
    return keras.ops.convert_to_numpy(getattr(keras.activations, name)(x, **given))


def slope(name, state, z):
    return (value(name, state, z + STEP) - value(name, state, z - STEP)) / (2 * STEP)


def numbers_of(side, xs, ys):
    """Pixels of a panel as z and value."""
    low, high = LIMITS[side]
    return (xs - LEFT[side]) / UNIT - 5, high - (ys - TOP) / (7 * UNIT) * (high - low)


def written(text):
    return float(text.split()[0].replace("−", "-"))


def assert_curve(state, name, line, point):
    """Curve and point of one activation in both panels."""
    xs, ys = (np.asarray(each, float) for each in line.get_data())
    point_xs, point_ys = (np.asarray(each, float) for each in point.get_data())
    starts = (0, len(GRID) + 4)  # between them a gap, a sample of the line, a gap
    smooth = np.abs(GRID) > 0.06  # corners and jumps stand at 0, with a gap beside them
    for side, function in enumerate((value, slope)):
        low, high = LIMITS[side]
        part = slice(starts[side], starts[side] + len(GRID))
        z, drawn = numbers_of(side, xs[part], ys[part])
        np.testing.assert_allclose(z, GRID, atol=1e-9)
        expected = function(name, state, GRID)
        inside = (expected > low + 0.01) & (expected < high - 0.01)
        outside = (expected < low - 0.01) | (expected > high + 0.01)
        np.testing.assert_allclose(drawn[inside & smooth], expected[inside & smooth], atol=1e-4)
        assert np.isnan(drawn[outside & smooth]).all()
        z, drawn = numbers_of(side, point_xs[2 * side], point_ys[2 * side])
        assert abs(z - state.z) < 1e-9
        if side == 0 or abs(state.z) > 2 * STEP:
            np.testing.assert_allclose(drawn, np.clip(function(name, state, state.z), low, high), atol=1e-4)


def assert_right(explorer):
    state, picture = explorer.state, explorer.picture
    assert [line.get_visible() for line in picture.curves] == [place < len(state.activations) for place in range(4)]
    rows = [[text for _x, _y, text in picture.table.texts[5 * row : 5 * row + 5]] for row in range(4)]
    assert [row[0] for row in rows if row] == list(state.activations)
    assert picture.place.texts[0][2] == f"z = {state.z:.2f}".replace("-", "−")
    ends_x, ends_y = numbers_of(0, *(np.asarray(each, float) for each in picture.tangents.get_data()))
    for place, name in enumerate(state.activations):
        assert_curve(state, name, picture.curves[place], picture.points[place])
        here = value(name, state, state.z)
        np.testing.assert_allclose(written(rows[place][1]), here, atol=6e-4)
        assert rows[place][1].endswith({-1: "↓", 0: rows[place][1], 1: "↑"}[int(here > 5) - int(here < -2)])
        tangent = slice(3 * place, 3 * place + 2)
        np.testing.assert_allclose([ends_x[tangent].mean(), ends_y[tangent].mean()], [state.z, here], atol=1e-6)
        if abs(state.z) > 2 * STEP:
            steep = float(slope(name, state, state.z))
            np.testing.assert_allclose(written(rows[place][3]), steep, atol=6e-4)
            np.testing.assert_allclose(np.diff(ends_y[tangent]) / np.diff(ends_x[tangent]), steep, atol=1e-4)
    assert picture.lines.get_visible() == ("maxout" in state.activations)
    if "maxout" in state.activations:
        z, lines = numbers_of(0, *(np.asarray(each, float) for each in picture.lines.get_data()))
        np.testing.assert_allclose(lines[[0, 1, 3, 4]] / z[[0, 1, 3, 4]], np.repeat(state.pieces, 2), atol=1e-9)
