"""Numbers short enough to stand twenty in a row."""


def short(value: float, digits: int = 2) -> str:
    """A positive number in at most five characters: 0.63, 12, 4e-9."""
    if value == 0:
        return "0"
    if 0.00995 <= value < 0.995:
        return f"{value:.{digits + (value < 0.0995) * (digits > 1)}f}"
    if 0.995 <= value < 999.5:
        return f"{value:.1f}" if value < 9.95 else f"{value:.0f}"
    mantissa, exponent = f"{value:.0e}".split("e")
    return f"{mantissa}e{int(exponent)}".replace("-", "−")
