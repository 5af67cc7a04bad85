"""What a picture of the OptimizerRace must show for a state, worked out by the rules as chapter 05 writes them."""

from collections import defaultdict
from itertools import pairwise

import numpy as np

from helpers.maths.surfaces import SURFACES
from helpers.widgets.race.picture import CURVES, DECADES, MAP, ROW, TABLE
from tests.twins import definitions

STATES = ({}, {"noise": 0.2}, {"surface": "himmelblau", "step": 30, "best": True})
RULES = definitions(
    "05_optimizers",
    *("copied", "sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adadelta", "adam", "adamw", "nadam"),
    np=np,
)
RATES = np.round(10 ** np.arange(-4, 2.51, 0.25), 6)


def walked(name, state, rate, steps, noise):
    """Weights before and after each step: (steps + 1, 2), or (steps + 1, 2, rates) where ``rate`` is an array."""
    surface, memory = SURFACES[state.surface], defaultdict(float)
    x, y = (own if at is None else at for at, own in zip((state.x, state.y), surface.start, strict=True))
    more = {"mu": state.momentum} if name in ("momentum", "nesterov") else {}
    w = np.array([x, y]) if np.ndim(rate) == 0 else np.array([[x], [y]]) * np.ones(len(rate))
    path = [w]
    chance = np.random.default_rng(state.seed).normal(size=(steps, 2))
    chance *= noise * max(np.hypot(*surface.gradient(np.float64(x), np.float64(y))), 1e-3)
    with np.errstate(all="ignore"):
        for t in range(1, steps + 1):
            g = np.array(surface.gradient(w[0], w[1])) + chance[t - 1].reshape(2, *[1] * np.ndim(rate))
            w = RULES[name](w, g, memory, t, lr=rate, **more)
            path.append(w)
    return np.array(path)


def best_rate(name, state):
    """The smallest rate of the shortest way to 1 % of the height for good; else that which ends lowest.

    One that leaves the map by ten times its size is not chosen.
    """
    surface = SURFACES[state.surface]
    with np.errstate(all="ignore"):
        path = walked(name, state, RATES, state.steps, 0.0)
        shares = surface.f(path[:, 0], path[:, 1]) - surface.least
        shares = shares / shares[0]
        left, right, bottom, top = surface.box
        away_x, away_y = (path - np.array([[left + right], [bottom + top]]) / 2).transpose(1, 0, 2)
        inside = (np.abs(away_x) <= 10 * (right - left)) & (np.abs(away_y) <= 10 * (top - bottom))
        shares[:, ~inside.all(axis=0)] = np.inf

    def rank(number):
        away = np.flatnonzero(~(shares[:, number] <= 0.01)).max(initial=-1)
        return away, np.nan_to_num(shares[-1, number], nan=np.inf) if away == state.steps else 0

    return RATES[min(range(len(RATES)), key=rank)]


def written(text):
    return float(text.replace("−", "-"))


def assert_ground(state, picture):
    """The map has the bands, the minima and the limits of the surface."""
    surface = SURFACES[state.surface]
    left, right, bottom, top = surface.box
    texts = [text for _x, _y, text in picture.limits.texts]
    assert [written(text) for text in (texts[0], texts[1], texts[3], texts[4])] == [left, right, top, bottom]
    assert texts[7] == str(state.steps)
    places = pixels(np.array(surface.minima), surface)
    np.testing.assert_allclose(np.column_stack(picture.minima.get_data()), places, atol=1e-9)
    bands = picture.bands.data[::16, ::16]
    x, y = np.linspace(left, right, 576)[::16], np.linspace(top, bottom, 576)[::16]
    heights = np.array([[float(surface.f(np.float64(a), np.float64(b))) for a in x] for b in y])
    levels = np.unique(bands)
    assert len(levels) > 5
    for lower, upper in pairwise(levels):
        assert heights[bands == lower].max() <= heights[bands == upper].min()


def pixels(w, surface):
    left, right, bottom, top = surface.box
    return np.array(MAP[:2]) + (w - [left, top]) / [right - left, bottom - top] * MAP[2:]


def assert_line(picture, name, path, last, state, start_height):
    """Path and curve of one that has not left end where it stands."""
    surface = SURFACES[state.surface]
    places = pixels(path[: last + 1], surface)
    gaps = np.flatnonzero(np.isnan(picture.lines.lines[name][:, 0]))
    walk = picture.lines.lines[name][: gaps[-2]]
    low, high = np.array(MAP[:2]), np.add(MAP[:2], MAP[2:])
    if ((places >= low) & (places <= high)).all():
        np.testing.assert_allclose(picture.lines.marked[name][-1], places[-1], atol=1e-3)
        away = np.hypot(*(walk[:, None] - places).T).min(axis=0)
        assert away.max() < 1e-3
        jumps = np.hypot(*np.diff(places, axis=0).T)
        if jumps.sum() < 1400:  # a longer one is cut at its tail
            np.testing.assert_allclose(walk[0], places[0], atol=1e-9)
    share = max(surface.f(*path[last]) - surface.least, 0) / start_height
    decade = np.clip(np.log10(share) if share else -np.inf, *DECADES)
    left, top, width, height = CURVES
    expected = left + width * last / state.steps, top + height * (DECADES[1] - decade) / (DECADES[1] - DECADES[0])
    np.testing.assert_allclose(picture.lines.marked[name][1], expected, atol=1e-2)


def assert_right(explorer):
    state, picture, surface = explorer.state, explorer.picture, SURFACES[explorer.state.surface]
    assert_ground(state, picture)
    assert set(picture.lines.lines) == set(state.racers)
    rows = {text.split()[1]: (y, text.split()) for _x, y, text in picture.table.texts[1:]}
    assert picture.table.texts[0][2] == f"step {state.step}"
    assert list(rows) == [text.split()[1] for _x, _y, text in picture.table.texts[1:]]
    assert set(rows) == set(state.racers)
    assert ("rate" in picture.head.texts[0][2]) == state.best
    left, right, bottom, top = surface.box
    size, centre = np.array([right - left, top - bottom]), np.array([left + right, bottom + top]) / 2
    standing = []
    for name in state.racers:
        rate = best_rate(name, state) if state.best else state.learning_rate
        path = walked(name, state, rate, state.step, state.noise)
        start_height = surface.f(*path[0]) - surface.least
        y, words = rows[name]
        if state.best:
            np.testing.assert_allclose(written(words.pop(2)), rate, rtol=5e-3)
        outside = np.flatnonzero(~(np.abs(path - centre) <= 10 * size).all(axis=1))
        if len(outside):
            assert words[2:] == ["diverged", "at", str(outside[0])]
            standing.append((np.inf, y))
            continue
        heights = np.maximum(surface.f(*path.T) - surface.least, 0)
        near = np.flatnonzero(heights <= 0.01 * start_height)
        np.testing.assert_allclose(written(words[2]), heights[-1], rtol=6e-3, atol=1e-9)
        assert words[3:] == ([str(near[0])] if len(near) else [])
        standing.append((heights[-1], y))
        assert_line(picture, name, path, state.step, state, start_height)
    heights, places = np.array(standing)[np.argsort([y for _height, y in standing])].T
    np.testing.assert_allclose(places, TABLE[1] + ROW * np.arange(1, len(state.racers) + 1))
    assert (heights[1:] >= heights[:-1] - 1e-9).all()
