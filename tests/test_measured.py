import re
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from helpers import measured

SANITIZER = Path(__file__).parent / "notebooks" / "sanitize.cfg"


def sanitized(text):
    (pattern, replacement), *_ = re.findall(
        "^regex: (.*)$\n^replace: (.*)$", SANITIZER.read_text("ascii"), re.MULTILINE
    )
    return re.sub(pattern, replacement, text)


@pytest.mark.parametrize(
    ("arguments", "options", "line"),
    [
        (("loss", 0.12345), {}, "loss ≈ 0.123\n"),
        (("time", 2.0), {"digits": 1, "unit": "s"}, "time ≈ 2.0 s\n"),
        (("test accuracy", 0.979, (0.97, 0.985)), {}, "test accuracy ≈ 0.979\n"),
        (("wrong", 1234), {}, "wrong:\N{NO-BREAK SPACE}1,234\n"),
        (("wrong", np.int64(3), (2, 5)), {"unit": "pictures"}, "wrong:\N{NO-BREAK SPACE}3 pictures\n"),
    ],
)
def test_line(arguments, options, line, capsys):
    measured(*arguments, **options)
    assert capsys.readouterr().out == line


@pytest.mark.parametrize(
    ("value", "words"),
    [(0.9, "below what we measured, 0.970 to 0.985."), (0.99, "above what we measured, 0.970 to 0.985.")],
)
def test_out_of_range_is_said_and_no_sanitizer_hides_it(value, words, capsys):
    measured("test accuracy", value, (0.97, 0.985))
    told = capsys.readouterr().out
    assert words in told
    measured("test accuracy", 0.98, (0.97, 0.985))
    assert sanitized(told) != sanitized(capsys.readouterr().out)


def test_a_count_out_of_range_keeps_whole_numbers(capsys):
    measured("wrong", 1, (1500, 3000))
    assert "below what we measured, 1,500 to 3,000." in capsys.readouterr().out


def test_practice_data_are_not_judged(capsys):
    measured("accuracy", 0.1, (0.97, 0.985), data=SimpleNamespace(source="practice"))
    told = capsys.readouterr().out
    assert "not judged" in told
    assert "below" not in told


def test_range_the_wrong_way_round():
    with pytest.raises(ValueError, match="low to high"):
        measured("accuracy", 0.5, (0.9, 0.1))


def test_nan_is_out_of_every_range(capsys):
    measured("loss", float("nan"), (0.0, 1.0))
    assert "what we measured" in capsys.readouterr().out


@pytest.mark.parametrize("number", ["0.979", "12", "1,234.5", "-3.0", "+2", "1e-05", "nan"])
def test_sanitizer_hides_the_number_behind_the_sign_alone(number):
    assert sanitized(f"a ≈ {number} s (0.97) = 12") == "a ≈ N s (0.97) = 12"
    assert sanitized("a:\N{NO-BREAK SPACE}" + number + " s: 12") == "a:\N{NO-BREAK SPACE}N s: 12"
