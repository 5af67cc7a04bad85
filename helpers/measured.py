"""One way to print a number that was measured, so that a reader and nbval know which digits may differ."""

from numbers import Integral
from typing import Protocol

COUNT = ":\N{NO-BREAK SPACE}"


class _HasSource(Protocol):
    source: str | None


def measured(
    what: str,
    value: float,
    expected: tuple[float, float] | None = None,
    *,
    digits: int = 3,
    unit: str = "",
    data: _HasSource | None = None,
) -> None:
    """Print ``what ≈ value unit``, or ``what: value unit`` where the value is an int, a count.

    ``expected`` runs from low to high and is printed only where it is missed. Only the digits after ``≈``, and those of
    a count, may differ between two runs; the rest of the line is compared to the letter. The space before a count is
    one that does not break: that is how nbval knows it.
    ``data`` is the data set that the number comes from: on practice data a range for real data is not judged.
    Raises ValueError when ``expected`` does not run from low to high.
    """
    count = isinstance(value, Integral)
    number = f"{value:,}" if count else f"{value:.{digits}f}"
    line = f"{what}{COUNT if count else ' ≈ '}{number}{' ' + unit if unit else ''}"
    if expected is None:
        print(line)
        return
    low, high = expected
    if not low <= high:
        raise ValueError(f"expected must run from low to high, not {expected}")
    if data is not None and data.source == "practice":
        print(f"{line} (practice data: the range for real data is not judged)")
        return
    print(line)
    if not low <= value <= high:
        places = 0 if count else digits
        side = "below" if value < low else "above"
        print(f"  This is {side} what we measured, {low:,.{places}f} to {high:,.{places}f}.")
        print("  Were all cells run in order, unchanged?")
