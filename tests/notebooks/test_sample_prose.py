"""tools.sample_prose: whole sentences, of both languages, the same for the same seed."""

import subprocess
import sys

from tools.chapter import ROOT
from tools.sample_prose import sentences, split


def test_markdown_falls_into_sentences():
    text = "## 2. A heading\nOne row for each sample. Its *shape* is `(3, 2)`: see [chapter 11](11.ipynb). Done.\n\n"
    text += "| a | b |\n\n```\ncode is not prose at all\n```\n- **A list** has sentences, too.\n"
    assert split(text) == [
        "One row for each sample.",
        "Its *shape* is `(3, 2)`: see chapter 11.",
        "**A list** has sentences, too.",
    ]


def test_korean_and_abbreviations():
    assert split("행은 열과 다른 것입니다. 그래서 둘을 따로 셉니다.") == [
        "행은 열과 다른 것입니다.",
        "그래서 둘을 따로 셉니다.",
    ]
    assert split("So says LeCun et al. The book agrees.") == ["So says LeCun et al. The book agrees."]


def test_both_languages_have_hundreds():
    for language in ("en", "ko"):
        found = list(sentences(language))
        assert len(found) > 1000
        assert not any(sentence.text.startswith(("#", "|")) for sentence in found)


def test_a_seed_draws_the_same():
    command = [sys.executable, "-m", "tools.sample_prose", "ko", "5", "--seed", "7"]
    first, again = (subprocess.check_output(command, cwd=ROOT) for _ in range(2))
    assert first == again
    assert len(first.splitlines()) == 5
