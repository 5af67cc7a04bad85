"""Many optimizers on one surface, whole paths at once.

All rules of ``helpers.maths.optimizers`` are one formula with different terms. What does not depend on the weights is
worked out before a race, for all its steps; what is left is

    m ← a m + b g,   v ← c v + d g²,   step = (n(t) m + o(t) g) √(s + ε₃) / (√(v + ε₁) + ε₂(t)),
    s ← k s + l step²,   w ← decay · w − rate · step

So one array program moves all racers, about 15 calls of NumPy a step however many they are.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from helpers.maths.checks import number, one_of, whole
from helpers.maths.errors import InputError
from helpers.maths.optimizers import OPTIMIZERS
from helpers.maths.surfaces import SURFACES, Surface
from helpers.maths.update_rule import Memory, Optimizer, Terms

MOST_STEPS = 500
RATES = tuple(round(float(rate), 6) for rate in 10 ** np.arange(-4, 2.51, 0.25))  # to choose the best from
FAR = 10  # times the size of the map: who is farther has diverged
CHANGING = ("m_out", "g_out", "outside")  # coefficients that change with t
NEAR = 0.01  # of the height between start and minimum: who is below has arrived


@dataclass(frozen=True)
class Race:
    """Paths of ``names``: ``path`` (steps + 1, racers, 2), ``losses`` (steps + 1, racers).

    ``stopped[i]`` is the step at which racer i left for good, None for one that never did; from there on its path
    stands at the edge of the map and its loss at what it was. ``arrived[i]`` is the first step at which it was near
    the least height, None where it never was. ``rates[i]`` is its learning rate.
    """

    names: tuple[str, ...]
    path: np.ndarray
    losses: np.ndarray
    stopped: tuple[int | None, ...]
    arrived: tuple[int | None, ...]
    rates: tuple[float, ...]

    def only(self, names: Sequence[str]) -> "Race":
        """Return the race of ``names`` alone, in this order; the others made no difference to them."""
        at = [self.names.index(name) for name in _checked(names, self.names)]
        return Race(
            tuple(names),
            self.path[:, at],
            self.losses[:, at],
            tuple(self.stopped[i] for i in at),
            tuple(self.arrived[i] for i in at),
            tuple(self.rates[i] for i in at),
        )

    def standing(self, step: int) -> list[int]:
        """Return the numbers of the racers, lowest first, those who have left by ``step`` at the end."""
        heights = [
            float("inf") if gone is not None and gone <= step else float(height)
            for gone, height in zip(self.stopped, self.losses[step], strict=True)
        ]
        return sorted(range(len(heights)), key=heights.__getitem__)


@dataclass(frozen=True)
class Result:
    """A race on ``surface`` over ``steps``, shown up to ``step``; ``best``: each runs with its best rate."""

    surface: str
    race: Race
    step: int
    steps: int
    best: bool


def _checked(names: Sequence[str], known: Collection[str]) -> Sequence[str]:
    if not names:
        raise InputError("racers is empty: choose at least one optimizer")
    return [one_of("racers", name, known) for name in names]


def racers(names: Sequence[str], learning_rate: float, momentum: float = 0.9) -> list[Optimizer]:
    """Return a rule for each name; ValueError naming what makes no sense. ``momentum`` is theirs who have one."""
    with_momentum = {"momentum": momentum}
    return [
        OPTIMIZERS[name](learning_rate=learning_rate, **(with_momentum if name in ("momentum", "nesterov") else {}))
        for name in _checked(names, OPTIMIZERS)
    ]


def race(
    surface: str,
    names: Sequence[str],
    learning_rate: float | None,
    *,
    start: tuple[float, float] | None = None,
    momentum: float = 0.9,
    noise: float = 0.0,
    seed: int = 0,
    steps: int = 200,
    best_over: int | None = None,
) -> Race:
    """Let the optimizers ``names`` run from one start, through the same noise, and return their paths.

    ``noise`` is the standard deviation of what is added to each gradient, in units of the gradient at the start;
    the same numbers for every racer. A ``learning_rate`` of None gives each racer its best one (``best_rates``) over
    ``best_over`` steps, by default all ``steps`` of this race.
    Raises ValueError naming the argument that makes no sense.
    """
    ground = SURFACES[one_of("surface", surface, SURFACES)]
    x, y = ground.start if start is None else start
    x, y = number("x", x, -1e3, 1e3), number("y", y, -1e3, 1e3)
    noise, seed = number("noise", noise, 0, 100), whole("seed", seed, 0, 2**32 - 1)
    steps = whole("steps", steps, 1, MOST_STEPS)
    rules = racers(names, RATES[0] if learning_rate is None else learning_rate, momentum)
    if learning_rate is None:
        over = steps if best_over is None else whole("best_over", best_over, 1, MOST_STEPS)
        rates = best_rates(surface, (x, y), momentum, over)
        rules = [racers([name], rates[name], momentum)[0] for name in names]
    path = run(ground, rules, (x, y), noise_of(ground, (x, y), noise, seed, steps), steps)
    return _judge(ground, tuple(names), rules, path)


@lru_cache(maxsize=64)  # they do not change with the noise, its seed, or who else runs
def best_rates(surface: str, start: tuple[float, float], momentum: float, steps: int) -> dict[str, float]:
    """Return for each optimizer the rate among ``RATES`` with which it arrives first and stays, without noise.

    To stay is to be near the least height from there to the end of ``steps``. Of several the smallest is taken, and
    where no rate brings it there, the one that ends lowest. A rate with which it leaves the map is the last choice.
    """
    path = run(ground := SURFACES[surface], _grid(momentum), start, None, steps)
    with np.errstate(all="ignore"):
        heights = ground.f(path[..., 0], path[..., 1])
        heights = np.where(_gone(ground, path).any(axis=0), np.inf, heights)
        near = heights <= _threshold(ground, heights[0])
    stays = np.where(near & np.isfinite(heights), 0, np.arange(1, steps + 2)[:, None]).max(axis=0)
    last = np.where(stays <= steps, 0.0, np.nan_to_num(heights[-1], nan=np.inf, posinf=np.inf))
    table = (len(RATES), len(OPTIMIZERS))
    best = np.lexsort((last.reshape(table), stays.reshape(table)), axis=0)[0]
    return {name: RATES[place] for name, place in zip(OPTIMIZERS, best.tolist(), strict=True)}


@lru_cache(maxsize=8)
def _grid(momentum: float) -> tuple[Optimizer, ...]:
    """Return every optimizer with every rate of ``RATES``."""
    return tuple(rule for rate in RATES for rule in racers(tuple(OPTIMIZERS), rate, momentum))


def noise_of(surface: Surface, start: tuple[float, float], noise: float, seed: int, steps: int) -> np.ndarray | None:
    """Return what is added to the gradients, (steps, 2, 1), or None where there is no noise."""
    if not noise:
        return None
    size = np.hypot(*surface.gradient(*np.asarray(start, float)))
    return noise * max(size, 1e-3) * np.random.default_rng(seed).normal(size=(steps, 2, 1))


def run(
    surface: Surface, rules: Sequence[Optimizer], start: tuple[float, float], noise: np.ndarray | None, steps: int
) -> np.ndarray:
    """Return the paths of all ``rules`` from ``start``: (steps + 1, racers, 2), whatever they become."""
    c = {name: np.tile(values, 2) for name, values in _coefficients(tuple(rules), steps).items()}  # of w₁, then of w₂
    count, size = len(rules), 2 * len(rules)
    w = np.repeat(np.asarray(start, float), count)
    moments, keep, into = (np.concatenate([c[f"m_{name}"], c[f"v_{name}"]]) for name in ("start", "keep", "in"))
    powers, root, step, s = np.empty(2 * size), np.empty(size), np.empty(size), c["s_start"]
    (m, v), (g, square) = np.split(moments, 2), np.split(powers, 2)  # views, so that one call moves both
    gx, gy = g[:count], g[count:]
    paced, decays, inside = bool(c["s_in"].any()), bool((c["decay"] != 1).any()), c["inside"]
    path = np.empty((steps + 1, size))
    path[0] = w
    with np.errstate(all="ignore"):
        for t, (m_out, g_out, outside) in enumerate(zip(*(c[name] for name in CHANGING), strict=True)):
            gx[:], gy[:] = surface.gradient(w[:count], w[count:])
            if noise is not None:
                gx += noise[t, 0]
                gy += noise[t, 1]
            np.multiply(g, g, square)
            moments *= keep
            moments += powers * into
            np.multiply(m, m_out, step)
            step += g * g_out
            np.add(v, inside, root)
            np.sqrt(root, root)
            root += outside
            step /= root
            if paced:  # Adadelta is among them
                step *= np.sqrt(s + c["s_inside"])
                s *= c["s_keep"]
                s += c["s_in"] * step * step
                step *= c["rate"]
            w = np.subtract(w * c["decay"] if decays else w, step, path[t + 1])
    return path.reshape(steps + 1, 2, count).transpose(0, 2, 1)


@lru_cache(maxsize=8)  # the same for any start and any noise
def _coefficients(rules: tuple[Optimizer, ...], steps: int) -> dict[str, np.ndarray]:
    """Return the coefficients of all rules side by side: (racers,), those that change with t (steps, racers)."""
    t = np.arange(1, steps + 1)[:, None]
    columns = [_of(rule.terms(t)) for rule in rules]
    return {
        name: np.hstack([np.broadcast_to(column[name], t.shape) for column in columns])
        if name in CHANGING
        else np.array([column[name] for column in columns], float)
        for name in columns[0]
    }


def _of(terms: Terms) -> dict[str, Any]:
    """Return the coefficients of one rule, whose terms are those of all steps at once.

    v̂ = v / correction is not divided: with the root of the correction the numerator and what stands beside the root
    grow instead, before the race begins.
    """
    corrected = isinstance(terms.correction, np.ndarray)
    if terms.mean or terms.velocity or (corrected and terms.inside):  # never another rule in silence
        raise ValueError("momentum and centered of RMSprop do not race, nor an ε under a corrected root")
    nothing = Memory("", 0.0, 0.0)
    m, v, s = (memory or nothing for memory in (terms.gradients, terms.squares, terms.steps))
    root = np.sqrt(terms.correction) if corrected else 1.0
    size = root if terms.steps else -terms.scale * root  # Adadelta's steps are measured before the rate
    of_memory = terms.of_memory if terms.gradients else (0.0, 1.0)
    of_gradient = terms.of_gradient or ((0.0, 1.0) if terms.gradients else (1.0, 1.0))
    return {
        "m_start": m.start,
        "m_keep": m.keep,
        "m_in": m.into,
        "m_out": size * of_memory[0] / of_memory[1],
        "g_out": size * of_gradient[0] / of_gradient[1],
        "v_start": v.start,
        "v_keep": v.keep,
        "v_in": v.into,
        "inside": terms.inside if terms.squares else 1.0,  # √1 divides nothing
        "outside": terms.outside * root,
        "s_start": s.start,
        "s_keep": s.keep,
        "s_in": s.into,
        "s_inside": terms.inside if terms.steps else 1.0,
        "rate": -terms.scale if terms.steps else 1.0,
        "decay": 1.0 + (terms.decay or 0.0),
    }


def _judge(surface: Surface, names: tuple[str, ...], rules: Sequence[Optimizer], path: np.ndarray) -> Race:
    """Stop who has diverged at the edge of the map, and say who arrived when."""
    path = path.copy()
    gone = _gone(surface, path)
    stopped = _first(gone)
    for racer, step in enumerate(stopped):
        if step is not None:
            path[step:, racer] = _edge(path[max(step - 1, 0), racer], path[step, racer], surface.box)
    losses = surface.f(path[..., 0], path[..., 1])
    near = np.asarray(losses <= _threshold(surface, losses[0]))
    arrived = _first(near & ~gone.any(axis=0))
    return Race(names, path, losses, stopped, arrived, tuple(rule.learning_rate for rule in rules))


def _gone(surface: Surface, path: np.ndarray) -> np.ndarray:
    """Where a path is too far from the map to count: (steps + 1, racers) bool."""
    left, right, bottom, top = surface.box
    centre, size = np.array([left + right, bottom + top]) / 2, np.array([right - left, top - bottom])
    with np.errstate(all="ignore"):
        return np.logical_not((np.abs(path - centre) <= FAR * size).all(axis=2))


def _threshold(surface: Surface, height: np.ndarray) -> np.ndarray:
    """The height below which one that began at ``height`` is near the least height."""
    return surface.least + NEAR * (height - surface.least)


def _first(marks: np.ndarray) -> tuple[int | None, ...]:
    """The first step that is marked, for each racer: (steps + 1, racers) bool."""
    return tuple(int(column.argmax()) if column.any() else None for column in marks.T)


def _edge(inside: np.ndarray, outside: np.ndarray, box: tuple[float, float, float, float]) -> np.ndarray:
    """Return the place on the edge of ``box`` in the direction in which a racer left."""
    left, right, bottom, top = box
    clear = np.clip(np.nan_to_num(outside, nan=np.inf, posinf=1e6, neginf=-1e6), -1e6, 1e6)
    return np.clip(clear if np.isfinite(clear).all() else inside, [left, bottom], [right, top])
