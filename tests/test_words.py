import ast
import re

import pytest

import helpers
from helpers.words import _
from tools import words


@pytest.fixture(autouse=True)
def english_again():
    yield
    helpers.language("en")


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_word_is_translated(language):
    assert words.untranslated(words.stored(language)) == []


def test_every_marked_word_is_collected():
    """One inside an f-string is not: it would stay English."""
    known = {message.id for message in words.collected()}
    for path in words.HELPERS.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="_" | "N_"), args=[ast.Constant(value=message)]):
                    assert message in known, path


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_the_compiled_catalogue_is_the_one_people_edit(language):
    assert words.source(language).with_suffix(".mo").read_bytes() == words.compiled(words.stored(language))


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_translations_keep_every_value(language):
    for message in words.stored(language):
        if message.id:
            fields = re.findall(r"{\w+}", message.id)
            assert sorted(fields) == sorted(re.findall(r"{\w+}", message.string)), message.id


def test_language_can_be_chosen_and_left():
    assert _("Reset") == "Reset"
    helpers.language("ko")
    assert _("Reset") == "처음으로"
    assert _("a word nobody translated") == "a word nobody translated"
    helpers.language("en")
    assert _("Reset") == "Reset"


def test_unknown_language_is_named():
    with pytest.raises(ValueError, match="'fr'"):
        helpers.language("fr")
