"""What the arguments of this package must be, refused in words that name them."""

import math
from collections.abc import Collection

import numpy as np

from helpers.maths.complaint import Complaint


def number(name: str, value: object, least: float = -math.inf, most: float = math.inf) -> float:
    """Return ``value`` as a float; ValueError naming it when it is no finite number from ``least`` to ``most``."""
    wrong = isinstance(value, bool) or not isinstance(value, (int, float, np.integer, np.floating))
    if wrong or not least <= value <= most or not math.isfinite(value):  # type: ignore[operator, arg-type]
        raise Complaint(
            "{name} must be a number from {least} to {most}, not {value}",
            name=name,
            least=_told(least),
            most=_told(most),
            value=value,
        )
    return float(value)  # type: ignore[arg-type]


def whole(name: str, value: object, least: int, most: int) -> int:
    """Return ``value`` as an int; ValueError naming it when it is no whole number from ``least`` to ``most``."""
    if isinstance(value, bool) or not isinstance(value, (int, np.integer)) or not least <= value <= most:
        raise Complaint(
            "{name} must be a whole number from {least} to {most}, not {value}",
            name=name,
            least=least,
            most=most,
            value=value,
        )
    return int(value)


def one_of(name: str, value: object, known: Collection[str]) -> str:
    """Return ``value``; ValueError naming it when it is none of ``known``."""
    if not isinstance(value, str) or value not in known:
        raise Complaint(
            "{argument} must be one of {known}, not {name}", argument=name, known=", ".join(known), name=value
        )
    return value


def _told(limit: float) -> str:
    return f"{limit:g}".replace("inf", "∞")
