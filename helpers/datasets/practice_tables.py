"""Practice houses, applicants and patients: tables of the real ones' shapes, drawn here from a seed.

Each column has the range and about the spread of the real one; the target follows a few of them by a made-up
rule, with noise.
"""

from typing import TYPE_CHECKING

import numpy as np

from helpers.datasets.images import Pair

if TYPE_CHECKING:
    import pandas


def _skewed(rng: np.random.Generator, rows: int, middle: float, spread: float, low: float, high: float) -> np.ndarray:
    return np.clip(np.exp(rng.normal(np.log(middle), spread, rows)), low, high)


def practice_boston(rng: np.random.Generator, rows: int = 506) -> Pair:
    """Return ``x`` (506, 13) and ``y`` (506,), float64, prices in thousands of dollars."""
    centre = rng.beta(1.2, 2, rows)  # how near to the centre of the city
    rooms = np.clip(rng.normal(6.3, 0.7, rows), 3.5, 8.8)
    poor = np.clip(12 + 10 * (centre - 0.35) - 6 * (rooms - 6.3) + rng.normal(0, 4, rows), 1.7, 38)
    x = np.column_stack([
        _skewed(rng, rows, 0.25, 1.6, 0.006, 89) * (1 + 20 * (centre > 0.7)),
        rng.choice([0, 12.5, 25, 80], rows, p=[0.73, 0.09, 0.09, 0.09]),
        np.clip(3 + 18 * centre + rng.normal(0, 2.5, rows), 0.5, 27.7),
        rng.random(rows) < 0.07,
        np.clip(0.42 + 0.3 * centre + rng.normal(0, 0.04, rows), 0.385, 0.871),
        rooms,
        np.clip(40 + 70 * centre + rng.normal(0, 18, rows), 3, 100),
        _skewed(rng, rows, 3.3, 0.5, 1.1, 12.1),
        np.where(centre > 0.6, 24, rng.integers(1, 9, rows)),
        np.where(centre > 0.6, 666, rng.integers(187, 430, rows)),
        np.clip(rng.normal(18.5, 2.1, rows), 12.6, 22),
        np.clip(396.9 - rng.exponential(40, rows), 0.3, 396.9),
        poor,
    ]).astype(np.float64)  # fmt: skip
    y = (
        21
        + 5.5 * (rooms - 6.3)
        + 2.5 * (rooms - 6.3) ** 2
        - 9 * np.log(poor / 11)
        - 0.6 * (x[:, 10] - 18.5)
        + 3 * x[:, 3]
    )
    return x, np.round(np.clip(y + rng.normal(0, 2.2, rows), 5, 50), 1)


def practice_california(rng: np.random.Generator, rows: int = 20_640) -> Pair:
    """Return ``x`` (20640, 8) and ``y`` (20640,), float32, prices in dollars."""
    along = rng.random(rows)  # from the north-west to the south-east
    inland = rng.exponential(0.8, rows)
    households = np.round(_skewed(rng, rows, 409, 0.7, 1, 6082))
    rooms = np.round(np.clip(households * rng.normal(5.3, 1.1, rows), 2, 39_320))
    income = _skewed(rng, rows, 3.5, 0.45, 0.5, 15)
    x = np.column_stack([
        np.clip(-124.2 + 7.5 * along + inland, -124.35, -114.31),
        np.clip(40.5 - 8 * along + 0.5 * inland, 32.54, 41.95),
        rng.integers(1, 53, rows),
        rooms,
        np.round(np.clip(rooms * rng.normal(0.205, 0.02, rows), 1, 6445)),
        np.round(np.clip(households * rng.normal(2.9, 0.6, rows), 3, 35_682)),
        households,
        income,
    ]).astype(np.float32)  # fmt: skip
    coast = 90_000 * np.exp(-1.5 * inland) * (1 + np.cos(9 * along))
    y = 30_000 + 38_000 * income + coast + 600 * x[:, 2] + rng.normal(0, 45_000, rows)
    return x, np.round(np.clip(y, 14_999, 500_001), -2).astype(np.float32)


def practice_credit_card(rng: np.random.Generator, rows: int = 1319) -> "pandas.DataFrame":
    """Return a table with the columns of CreditCard; ``share`` is expenditure divided by income, rounded."""
    import pandas

    reports = np.minimum(rng.geometric(0.72, rows) - 1 + rng.poisson(4, rows) * (rng.random(rows) < 0.04), 14)
    card = (rng.random(rows) < 0.85) & (reports < 3)
    income = np.round(_skewed(rng, rows, 3.0, 0.42, 0.21, 13.5), 2)
    active = rng.negative_binomial(1.3, 0.16, rows).clip(0, 46)
    spent = np.where(card, _skewed(rng, rows, 160, 0.9, 1, 3000) * np.sqrt(income / 3), 0.0)
    return pandas.DataFrame({
        "card": np.where(card, "yes", "no"),
        "reports": reports,
        "age": np.round(np.clip(rng.gamma(11, 3, rows), 18, 84), 2),
        "income": income,
        "share": np.round(spent * 12 / (income * 10_000) + 0.000109, 6),
        "expenditure": np.round(spent, 2),
        "owner": rng.choice(["no", "yes"], rows, p=[0.56, 0.44]),
        "selfemp": rng.choice(["no", "yes"], rows, p=[0.93, 0.07]),
        "dependents": rng.poisson(1, rows).clip(0, 6),
        "months": np.round(_skewed(rng, rows, 30, 1.1, 0, 540)).astype(int),
        "majorcards": (rng.random(rows) < 0.82).astype(int),
        "active": active,
    })  # fmt: skip


def practice_infert(rng: np.random.Generator, sets: int = 83) -> "pandas.DataFrame":
    """Return a table with the columns of infert: sets of one case and two controls alike in age and parity."""
    import pandas

    stratum = np.concatenate([np.arange(1, sets + 1)] + [np.arange(1, sets + 1)] * 2)[: 3 * sets - 1]
    case = (np.arange(len(stratum)) < sets).astype(int)
    age, parity = rng.integers(21, 45, sets), 1 + rng.binomial(5, 0.22, sets)
    schooling = rng.choice(["0-5yrs", "6-11yrs", "12+ yrs"], sets, p=[0.05, 0.48, 0.47])
    before = parity[stratum - 1]
    spontaneous = np.minimum(rng.binomial(2, np.where(case == 1, 0.48, 0.18)), before)
    induced = np.minimum(rng.binomial(2, 0.29, len(stratum)), before - spontaneous)
    return pandas.DataFrame({
        "education": schooling[stratum - 1],
        "age": age[stratum - 1],
        "parity": before,
        "induced": induced,
        "case": case,
        "spontaneous": spontaneous,
        "stratum": stratum,
        "pooled.stratum": (stratum * 3 + 3) // 4,
    })  # fmt: skip
