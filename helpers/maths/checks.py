"""What an argument must be, refused in words that name it: one sentence for each kind of check."""

import math
from collections.abc import Collection, Sequence

import numpy as np

from helpers.maths.errors import InputError


def number(name: str, value: object, low: float = -math.inf, high: float = math.inf) -> float:
    """Return ``value`` as a float; InputError naming it unless it is a finite number from ``low`` to ``high``."""
    real = isinstance(value, (int, float, np.integer, np.floating)) and not isinstance(value, bool)
    if not real or not low <= value <= high or not math.isfinite(value):  # type: ignore[operator, arg-type]
        raise InputError(
            "{name} must be a number from {low} to {high}, not {value}",
            name=name,
            low=_in_words(low),
            high=_in_words(high),
            value=value,
        )
    return float(value)  # type: ignore[arg-type]


def whole(name: str, value: object, low: int, high: int | None = None) -> int:
    """Return ``value`` as an int; InputError naming it unless it is a whole number from ``low`` (to ``high``) on."""
    is_whole = isinstance(value, (int, np.integer)) and not isinstance(value, bool)
    if high is None and (not is_whole or value < low):  # type: ignore[operator]
        raise InputError("{name} must be a whole number from {low} on, not {value}", name=name, low=low, value=value)
    if high is not None and (not is_whole or not low <= value <= high):  # type: ignore[operator]
        raise InputError(
            "{name} must be a whole number from {low} to {high}, not {value}",
            name=name,
            low=low,
            high=high,
            value=value,
        )
    return int(value)  # type: ignore[call-overload]


def one_of(name: str, value: object, known: Collection[str]) -> str:
    """Return ``value``; InputError naming it unless it is one of ``known``."""
    if not isinstance(value, str) or value not in known:
        raise InputError(
            "{name} must be one of {known}, not {value}", name=name, known=", ".join(known) or "–", value=value
        )
    return value


def flag(name: str, value: object) -> bool:
    """Return ``value``; InputError naming it unless it is True or False."""
    if not isinstance(value, (bool, np.bool_)):
        raise InputError("{name} must be True or False, not {value}", name=name, value=value)
    return bool(value)


def text(name: str, value: object, longest: int) -> str:
    """Return ``value``; InputError naming it unless it is a text of at most ``longest`` characters."""
    if not isinstance(value, str):
        raise InputError("{name} must be a text, not {value}", name=name, value=repr(value)[:40])
    if len(value) > longest:
        raise InputError(
            "{name} has {length} characters; at most {most} are read", name=name, length=len(value), most=longest
        )
    return value


def several(name: str, value: object, low: int, high: int) -> tuple:
    """Return ``value``; InputError naming it unless it is a tuple of ``low`` to ``high`` values."""
    if not isinstance(value, tuple) or not low <= len(value) <= high:
        raise InputError(
            "{name} must be a tuple of {low} to {high} values, not {value}",
            name=name,
            low=low,
            high=high,
            value=repr(value)[:40],
        )
    return value


def axis_lengths(shape: Sequence[int]) -> tuple[int, ...]:
    """Return ``shape`` as a tuple of ints; InputError naming the first axis whose length is no whole number from 0."""
    for axis, length in enumerate(shape):
        if isinstance(length, bool) or not isinstance(length, (int, np.integer)):
            raise InputError("the length of axis {axis} must be a whole number, not {length}", axis=axis, length=length)
        if length < 0:
            raise InputError("the length of axis {axis} cannot be negative ({length})", axis=axis, length=length)
    return tuple(int(length) for length in shape)


def _in_words(limit: float) -> str:
    return f"{limit:g}".replace("inf", "∞")
