"""What is written beside the planes of perceptrons: truth tables, the sum of one step of the rule, equations."""

from collections.abc import Sequence

import numpy as np

from helpers.drawing.labels import Text
from helpers.drawing.numbers import short
from helpers.widgets.perceptron.model import Learning, Samples, TwoLayers
from helpers.words import N_, _

SIGN = {"step": "step", "sigmoid": "σ"}


def weighted_sum(weights: Sequence[float] | np.ndarray, bias: float, letter: str) -> str:
    """``20x₁ − 3x₂ + 0.5`` for the letter x."""
    factors = ["" if abs(w) == 1 else short(abs(w)) for w in weights]
    parts = [f"{w}{letter}{mark}" for w, mark in zip(factors, "₁₂", strict=True)] + [short(abs(bias))]
    signs = ["− " if value < 0 else "+ " for value in (*weights, bias)]
    signs[0] = signs[0].strip().replace("+", "")
    return " ".join(sign + part for sign, part in zip(signs, parts, strict=True))


def vector(values: Sequence[float] | np.ndarray) -> str:
    """``(1, −0.5)``."""
    return f"({', '.join(short(float(value)) for value in values)})"


def row_height(rows: int) -> float:
    """Pixels from one row of a table to the next."""
    return 24 if rows <= 4 else 17


RULE = N_("w ← w + η (wanted − answer) x     b ← b + η (wanted − answer)")


def of_unit(data: Samples, z: np.ndarray, answers: np.ndarray) -> list[str]:
    """Header and a line for each sample: inputs, what is wanted, weighted sum, answer, whether it is right."""
    rows = zip(data.x, data.y, z, answers, strict=True)
    lines = [f"{_pair(x, 6)} {y:>7}{short(float(z)):>8} {_answer(a):>7} {_mark(a, y)}" for x, y, z, a in rows]
    wanted, answer = _("wanted"), _("answer")
    return [f"{'x₁':>6} {'x₂':>6}  {wanted:>6}       z  {answer:>6}", *lines]


def of_layers(data: Samples, hidden: np.ndarray, answers: np.ndarray) -> list[str]:
    """Header and a line for each sample: inputs, hidden answers, answer, whether it is right."""
    wide = 2 if len(data.x) == 4 else 6
    rows = zip(data.x, data.y, hidden, answers, strict=True)
    lines = [f"{_pair(x, wide)}{h[0]:5.2f}{h[1]:5.2f}{a:5.2f} {_mark(a, y)}" for x, y, h, a in rows]
    return [f"{'x₁':>{wide}} {'x₂':>{wide}}   h₁   h₂    y", *lines]


def sums(data: Samples, run: Learning, learning_rate: float) -> list[str]:
    """What the last step of the rule did, line by line."""
    steps, eta = len(run.sample), short(learning_rate)
    if not steps:
        start = f"w = {vector(run.w[0])},  b = {short(float(run.b[0]))},  η = {eta}"
        return [
            _("step {number}").format(number=0) + ":  " + start,
            _("Each step looks at one sample: press Next, or Play."),
        ]
    i, w, b = int(run.sample[-1]), run.w[-2], float(run.b[-2])
    x, z = data.x[i], float(run.z[-1])
    answer, wanted = int(z > 0), int(data.y[i])
    products = f"{_factor(w[0])}·{_factor(x[0])} + {_factor(w[1])}·{_factor(x[1])} + {_factor(b)}"
    first = _("step {number}:  x = {x},  wanted {wanted}").format(number=steps, x=vector(x), wanted=wanted)
    lines = [first, f"z = {products} = {short(z)}"]
    found = f"z {'>' if answer else '≤'} 0:  "
    if answer == wanted:
        right = _("answer {answer}, right, nothing changes").format(answer=answer)
        return [*lines, found + right, f"w = {vector(w)},  b = {short(b)},  η = {eta}"]
    change = f"{eta}·({wanted} − {answer})"
    return [
        *lines,
        found + _("answer {answer}, wrong").format(answer=answer),
        f"w ← {vector(w)} + {change}·{vector(x)} = {vector(run.w[-1])}",
        f"b ← {short(b)} + {change} = {short(float(run.b[-1]))}",
    ]


def equations(network: TwoLayers, activation: str) -> list[str]:
    """The three units as formulas."""
    f = SIGN[activation]
    hidden = [
        f"h{mark} = {f}({weighted_sum(network.hidden_w[:, i], float(network.hidden_b[i]), 'x')})"
        for i, mark in enumerate("₁₂")
    ]
    return [*hidden, f"y = {f}({weighted_sum(network.output_w, network.output_b, 'h')})"]


def together(points: np.ndarray, names: Sequence[str], near: float = 0.15) -> list[tuple[np.ndarray, str]]:
    """Names of points, those that lie near each other as one: the top middle of each group (2,), and its text."""
    groups: list[list[int]] = []
    for i, point in enumerate(points):
        found = next((some for some in groups if np.abs(points[some[0]] - point).max() < near), None)
        if found is None:
            groups.append([i])
        else:
            found.append(i)
    tops = [np.array([points[some, 0].mean(), points[some, 1].max()]) for some in groups]
    return [(top, " ".join(names[i] for i in some)) for top, some in zip(tops, groups, strict=True)]


def column(lines: Sequence[str], left: float, top: float, row: float) -> list[Text]:
    """Lines under each other."""
    return [(left, top + row * i, line) for i, line in enumerate(lines) if line]


def _pair(x: np.ndarray, wide: int) -> str:
    return f"{short(float(x[0]), 4):>{wide}} {short(float(x[1]), 4):>{wide}}"


def _mark(answer: float, wanted: int) -> str:
    return "✓" if (answer > 0.5) == wanted else "✗"


def _answer(answer: float) -> str:
    return f"{answer:.0f}" if answer in (0, 1) else f"{answer:.2f}"


def _factor(value: float) -> str:
    return f"({short(float(value))})" if value < 0 else short(float(value))
