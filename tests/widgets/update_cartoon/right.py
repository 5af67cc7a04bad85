"""What a picture of the UpdateCartoon must show for a state, worked out by the rules as chapter 05 writes them."""

from collections import defaultdict

import numpy as np

from helpers.maths.surfaces import SURFACES
from helpers.widgets.update_cartoon.map import MAP
from tests.twins import definitions

NAMES = ("sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adadelta", "adam", "adamw", "nadam")
RULES = definitions("05_optimizers", "copied", *NAMES, np=np)
STATES = ({"learning_rate": 0.1, "step": 5}, *({"optimizer": name} for name in NAMES))
BETAS = ("adam", "adamw", "nadam")
BOX = np.array([226.0, 52.0])


def written(text):
    return float(text.replace("−", "-"))


def hyperparameters(explorer):
    """What the chapter's rule is called with; None in the state is what the slider shows, or Keras's default."""
    state = explorer.state
    shown = explorer.controls["learning_rate"].value
    given = {"lr": shown if state.learning_rate is None else state.learning_rate}
    if state.optimizer in ("momentum", "nesterov"):
        given["mu"] = 0.9 if state.momentum is None else state.momentum
    if state.optimizer in BETAS:
        given["beta_1"] = 0.9 if state.momentum is None else state.momentum
        given["beta_2"] = 0.999 if state.beta_2 is None else state.beta_2
    if state.optimizer in ("rmsprop", "adadelta"):
        usual = {"rmsprop": 0.9, "adadelta": 0.95}[state.optimizer]
        given["rho"] = usual if state.beta_2 is None else state.beta_2
    return given


def walked(explorer):
    """Weights before each step and after the last, (steps + 1, 2); the last gradient; memory before and after it."""
    state, surface, after = explorer.state, SURFACES[explorer.state.surface], defaultdict(float)
    path = [np.array(surface.start)]
    for t in range(1, state.step + 1):
        before, g = dict(after), np.array(surface.gradient(*path[-1]))
        path.append(RULES[state.optimizer](path[-1], g, after, t, **hyperparameters(explorer)))
    return np.array(path), g, before, after


def quantities(explorer):
    """What each box must hold, by the beginning of its formula."""
    name, t, given = explorer.state.optimizer, explorer.state.step, hyperparameters(explorer)
    path, g, before, after = walked(explorer)
    w, moved = path[-2:]
    decay = -given["lr"] * 0.004 * w if name == "adamw" else np.zeros(2)
    values = {"g =": g, "Δw =": moved - w, "w ←": moved, "c =": decay}
    values["d ="] = (w + decay - moved) / given["lr"]
    values |= {f"{key} ←": after[key] for key in after}
    values |= {key: before.get(key, 0.0) * np.ones(2) for key in ("v", "s")}
    if name in BETAS:
        values["v̂ ="] = after["v"] / (1 - given["beta_2"] ** t)
        values["m̂ ="] = after["m"] / (1 - given["beta_1"] ** t)
    if name == "nadam":
        values["m̂ ="] = values["d ="] * (np.sqrt(values["v̂ ="]) + 1e-7)
    return values


def assert_boxes(explorer):
    """Each box holds the two numbers of its formula, and bars of their size and sign."""
    boxes, expected, bars = explorer.picture.boxes, quantities(explorer), {1: [], -1: []}
    corners = np.concatenate([frame.corners for frame in (*boxes.frames.values(), boxes.others)])
    assert len(corners) == len(boxes.formulas.texts)
    for corner in corners:

        def inside(labels, row, corner=corner):
            """The texts in one row of this box, from left to right."""
            in_row = [text for text in labels.texts if abs(text[1] - corner[1] - row) < 1e-6]
            return [text for x, _y, text in sorted(in_row) if corner[0] < x < corner[0] + BOX[0]]

        (formula,) = inside(boxes.formulas, 12)
        values = expected[" ".join(formula.split()[:2])]
        numbers = [written(text) for text in inside(boxes.texts, 30)]
        np.testing.assert_allclose(numbers, values, rtol=6e-3, atol=1e-12 * np.abs(values).max())
        for place, value in enumerate(values):
            length = 48 * value / max(np.abs(values).max(), 1e-300)
            middle = corner[0] + BOX[0] / 4 + 1 + place * (BOX[0] / 2 - 2)
            if value:
                bars[np.sign(value)].append((corner[1] + 40, middle + min(length, 0), abs(length)))
    for sign, drawn in ((1, boxes.plus), (-1, boxes.minus)):
        shown = np.column_stack([drawn.corners[:, 1], drawn.corners[:, 0], drawn.sizes[:, 0]])
        rows = np.array(bars[sign]).reshape(-1, 3)
        in_order = [each[np.lexsort(np.rint(each[:, 1::-1]).T)] for each in (shown, rows)]
        np.testing.assert_allclose(*in_order, atol=1e-3)


def assert_map(explorer):
    """The path, the point, the arrow of the update, the minima and the limits stand where the surface has them."""
    picture, surface = explorer.picture.map, SURFACES[explorer.state.surface]
    left, right, bottom, top = surface.box
    unit = min(MAP[2] / (right - left), MAP[3] / (top - bottom))

    middle = np.array([MAP[0] + MAP[2] / 2, MAP[1] + MAP[3] / 2])

    def pixels(w):
        return middle + (w - [(left + right) / 2, (bottom + top) / 2]) * [unit, -unit]

    path = walked(explorer)[0]
    np.testing.assert_allclose(np.column_stack(picture.path.get_data()), pixels(path[:-1]), atol=1e-6)
    np.testing.assert_allclose(np.column_stack(picture.now.get_data()), pixels(path[-2:-1]), atol=1e-6)
    np.testing.assert_allclose(np.column_stack(picture.minima.get_data()), pixels(np.array(surface.minima)), atol=1e-9)
    ticks = [text for _x, _y, text in picture.ticks.texts]
    assert [written(ticks[place]) for place in (0, 2, 3, 5)] == [left, right, top, bottom]
    (_x, _y, title), (_x, _y, scale) = picture.texts.texts
    heights = [written(text) for text in title.split("E = ")[1].split(" → ")]
    np.testing.assert_allclose(heights, [surface.f(*w) for w in path[-2:]], rtol=6e-3, atol=1e-12)
    larger = 1.0 if scale.endswith("true length") else written(scale.split("×")[1])
    corners = picture.arrows["update"].get_path().vertices
    arrow = corners[3] - (corners[0] + corners[6]) / 2
    np.testing.assert_allclose(arrow, (path[-1] - path[-2]) * [1, -1] * unit * larger, atol=1e-6, rtol=1e-6)
    g = walked(explorer)[1] * [1, -1]
    corners = picture.arrows["gradient"].get_path().vertices
    arrow = corners[3] - (corners[0] + corners[6]) / 2
    np.testing.assert_allclose(arrow / np.hypot(*arrow), -g / np.hypot(*g), atol=1e-6)


def assert_right(explorer):
    assert_boxes(explorer)
    assert_map(explorer)
