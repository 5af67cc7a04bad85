"""Numbers as short as can be read on a picture."""


def short(number: float, digits: int = 3) -> str:
    """Write ``number`` with ``digits`` significant digits (one more from 1000 to 9999) and a true minus sign."""
    if 0 < abs(number) < 1e-3:
        text = f"{number:.{digits - 1}e}"
    else:
        text = f"{number:.{digits + (1000 <= abs(number) < 9999.5)}g}"
    if "e" in text:
        mantissa, exponent = text.split("e")
        mantissa = mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa
        text = f"{mantissa}e{int(exponent)}"
    return ("0" if text == "-0" else text).replace("-", "−")


def fixed(number: float, digits: int) -> str:
    """Write ``number`` with ``digits`` behind the point and a true minus sign, never −0.00."""
    text = f"{number:.{digits}f}"
    return (text if float(text) else text.lstrip("-")).replace("-", "−")


def signed(number: float, digits: int = 3) -> str:
    """Write ``number`` as `short` does, with its sign."""
    return ("+" if number >= 0 else "") + short(number, digits)
