"""What a picture of the PerceptronExplorer must show for a state: Rosenblatt's rule by a loop, two layers by Keras."""

import keras
import numpy as np

from helpers.widgets.perceptron.picture import FIRST_ROW, HISTORY, PLANES, SIDE, TABLE, TOP

STATES = ({}, {"step": 7, "data": "OR"}, {"mode": "two layers", "data": "XOR", "activation": "sigmoid"})
CORNERS = [(0, 0), (0, 1), (1, 0), (1, 1)]
WANTED = {"AND": [0, 0, 0, 1], "OR": [0, 1, 1, 1], "XOR": [0, 1, 1, 0]}
CLOUD = {  # those that want 0, and those that want 1
    0: [(-0.25, 0.125), (0.125, 0.375), (0.25, -0.25), (0.5, 0.125), (-0.125, 0.75)],
    1: [(0.375, 1.125), (0.75, 0.75), (1.0, 0.375), (1.25, 0.875), (0.875, 1.25)],
}


def samples(state):
    """Points (samples, 2) and what is wanted (samples,), zeros and ones of the cloud in turn."""
    if state.data == "cloud":
        pairs = zip(CLOUD[0], CLOUD[1], strict=True)
        return np.array([point for pair in pairs for point in pair]), np.tile([0, 1], 5)
    return np.array(CORNERS, float), np.array(WANTED[state.data])


def answer(z, activation):
    z = np.asarray(z, float)
    return 1.0 * (z > 0) if activation == "step" else keras.ops.convert_to_numpy(keras.ops.sigmoid(z))


def rule(state):
    """The steps of the rule: whether each changed something; then w and b."""
    x, y = samples(state)
    w, b, changes = np.array([state.w1, state.w2]), state.bias, []
    for step in range(state.step):
        point, wanted = x[step % len(x)], y[step % len(x)]
        said = 1 if w[0] * point[0] + w[1] * point[1] + b > 0 else 0
        changes.append(said != wanted)
        w, b = w + state.learning_rate * (wanted - said) * point, b + state.learning_rate * (wanted - said)
    return changes, w, b


def plane(points, left):
    """Pixels of the page as points of the plane."""
    return (np.asarray(points) - [left, TOP + SIDE]) / [SIDE, -SIDE] * 2 - 0.5


def shown(line, left):
    return plane(np.column_stack(line.get_data()), left)


def assert_line(line, left, w, b):
    """The line x·w + b = 0, from edge to edge of the plane; nothing where it misses the plane."""
    ends = shown(line, left)
    edge = np.linspace(-0.5, 1.5, 2001)
    low, high = np.full(2001, -0.5), np.full(2001, 1.5)
    around = np.concatenate([np.column_stack(pair) for pair in ((edge, low), (edge, high), (low, edge), (high, edge))])
    sums = around @ w + b
    if np.abs(w).max() and sums.min() < 0 < sums.max():
        np.testing.assert_allclose(ends @ w + b, 0, atol=1e-9 * max(1, np.abs(w).max()))
        np.testing.assert_allclose(np.abs(ends - 0.5).max(axis=1), 1, atol=1e-9)
        assert np.linalg.norm(ends[1] - ends[0]) > 0
    else:
        assert len(ends) == 0 or np.ptp(sums) == 0 or min(abs(sums.min()), abs(sums.max())) < 1e-2


def grid_points():
    middles = -0.5 + 2 * (np.arange(135) + 0.5) / 135
    return np.array([[(x, y) for x in middles] for y in middles[::-1]])


def numbers(picture, left, rows, height):
    """What stands in the rows of the table from ``left`` on: numbers and marks."""
    texts = {round(y, 3): text for x, y, text in picture.table.texts if x == left}
    lines = [texts[round(FIRST_ROW + height * (row + 1), 3)].replace("−", "-").split() for row in range(rows)]
    return [line[:-1] for line in lines], [line[-1] for line in lines]


def assert_samples_right(state, picture, answers, planes):
    """Zeros, ones and rings where the samples lie; marks of the table."""
    _x, y = samples(state)
    right = (answers > 0.5) == (y == 1)
    for markers, which in ((picture.zeros, y == 0), (picture.ones, y == 1), (picture.wrong, ~right)):
        points = np.column_stack(markers.get_data())
        expected = np.concatenate([points_of[which] for points_of, _left in planes])
        count = which.sum()
        found = [plane(points[i * count : (i + 1) * count], left) for i, (_, left) in enumerate(planes)]
        np.testing.assert_allclose(np.concatenate(found), expected, atol=1e-9)
    return ["✓" if each else "✗" for each in right]


def assert_unit_right(state, picture):
    x, y = samples(state)
    changes, w, b = rule(state)
    answers = answer(x @ w + b, state.activation)
    marks = assert_samples_right(state, picture, answers, [(x, PLANES[0])])
    np.testing.assert_allclose(picture.regions[0].data, answer(grid_points() @ w + b, state.activation), atol=1e-9)
    assert not picture.regions[1].get_visible()
    assert_line(picture.lines[0], PLANES[0], w, b)
    if len(normal := shown(picture.normals, PLANES[0])):
        np.testing.assert_allclose(normal[0] @ w + b, 0, atol=1e-9)
        assert (normal[1] - normal[0]) @ w > 0
        assert abs(np.cross(np.append(normal[1] - normal[0], 0), np.append(w, 0))[2]) < 1e-9
    height = 24 if len(x) == 4 else 17
    rows, found = numbers(picture, PLANES[1], len(x), height)
    assert found == marks
    wanted = np.column_stack([x, y, x @ w + b, answers])
    np.testing.assert_allclose(np.array(rows, float), wanted, rtol=5e-3, atol=5e-3)
    steps = np.arange(state.step)
    places = np.column_stack([HISTORY + 14 * (steps // len(x)), FIRST_ROW + height * (steps % len(x) + 1) - 6])
    np.testing.assert_array_equal(picture.changed_cells.corners, places[np.array(changes, bool)])
    np.testing.assert_array_equal(picture.right_cells.corners, places[~np.array(changes, bool)])
    assert any(left == HISTORY for left, *_ in picture.titles.texts) == (state.step > 0)
    halo = shown(picture.halo, PLANES[0])
    np.testing.assert_allclose(halo, x[[(state.step - 1) % len(x)]] if state.step else np.zeros((0, 2)), atol=1e-9)
    texts = " ".join(text for *_, text in picture.table.texts).replace("−", "-")
    assert f"step {state.step}:" in texts
    if not state.step:
        assert f"η = {state.learning_rate:.3g}" in texts
    assert {"step": "step(", "sigmoid": "σ("}[state.activation] in picture.titles.texts[0][2]


def assert_layers_right(state, picture):
    x, _y = samples(state)
    hidden_w = np.array([[state.h1_w1, state.h2_w1], [state.h1_w2, state.h2_w2]])
    hidden_b = np.array([state.h1_bias, state.h2_bias])
    output_w, output_b = np.array([state.y_w1, state.y_w2]), state.y_bias

    def network(points):
        return answer(answer(points @ hidden_w + hidden_b, state.activation) @ output_w + output_b, state.activation)

    answers, hidden = network(x), answer(x @ hidden_w + hidden_b, state.activation)
    marks = assert_samples_right(state, picture, answers, [(x, PLANES[0]), (hidden, PLANES[1])])
    np.testing.assert_allclose(picture.regions[0].data, network(grid_points()), atol=1e-6)
    folded = answer(grid_points() @ output_w + output_b, state.activation)
    np.testing.assert_allclose(picture.regions[1].data, folded, atol=1e-6)
    assert picture.regions[1].get_visible()
    for i, line in enumerate(picture.lines):
        assert_line(line, PLANES[0], hidden_w[:, i], hidden_b[i])
    assert_line(picture.last_line, PLANES[1], output_w, output_b)
    rows, found = numbers(picture, TABLE, len(x), 24 if len(x) == 4 else 17)
    assert found == marks
    np.testing.assert_allclose(np.array(rows, float), np.column_stack([x, hidden, answers]), atol=6e-3)
    assert len(picture.changed_cells.corners) == len(picture.right_cells.corners) == 0


def assert_right(explorer):
    if explorer.state.mode == "one unit":
        assert_unit_right(explorer.state, explorer.picture)
    else:
        assert_layers_right(explorer.state, explorer.picture)
