"""One way to print a number that was measured, so that a reader and nbval know which digits may differ."""

from typing import Protocol


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
    """Print ``what ≈ value unit (expected low to high)`` and say so when the value lies outside.

    Only the digits after ``≈`` may differ between two runs; the rest of the line is compared to the letter.
    ``data`` is the data set that the number comes from: on practice data a range for real data is not judged.
    Raises ValueError when ``expected`` does not run from low to high.
    """
    line = f"{what} ≈ {value:.{digits}f}{' ' + unit if unit else ''}"
    if expected is None:
        print(line)
        return
    low, high = expected
    if not low <= high:
        raise ValueError(f"expected must run from low to high, not {expected}")
    if data is not None and data.source == "practice":
        print(f"{line} (practice data: the range for real data is not judged)")
        return
    print(f"{line} (expected {low:.{digits}f} to {high:.{digits}f})")
    if not low <= value <= high:
        print(
            f"  This is {'below' if value < low else 'above'} what we measured: were all cells run in order, unchanged?"
        )
