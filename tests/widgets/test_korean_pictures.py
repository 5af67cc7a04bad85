"""The words inside the pictures of every explorer, in Korean: none is left in English, none has a missing letter."""

import re

import pytest
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.text import Text

import helpers
from helpers.drawing import Labels
from helpers.drawing.fonts import families
from tests.widget_tools import explorers

# What Python, Keras and papers call so in every language, and what the examples name themselves.
NAMES = {
    *("AUC", "Adam", "Concatenate", "Dense", "Embedding", "Huber", "Input", "LSTM", "MAE", "MSE", "Python"),
    *(
        "accuracy",
        "adagrad",
        "adam",
        "batch",
        "constant",
        "conv",
        "dense",
        "dtype",
        "exp",
        "float",
        "int",
        "log",
        "loss",
    ),
    *("max", "momentum", "none", "print", "relu", "rmsprop", "sgd", "sigmoid", "softmax", "square", "step", "tanh"),
    *("early", "example", "large", "late", "more_words", "negative", "positive", "small", "words"),  # the examples'
}


@pytest.fixture(params=explorers(), ids=lambda kind: kind.__name__)
def texts(request):
    helpers.language("ko")
    explorer = request.param.example()
    artists = explorer.stage.figure.findobj(lambda artist: isinstance(artist, Text | Labels))
    yield [
        text
        for artist in artists
        for text in ([each[2] for each in artist.texts] if isinstance(artist, Labels) else [artist.get_text()])
    ]
    explorer.close()
    helpers.language("en")


def test_no_word_is_left_in_english(texts):
    words = {word for text in texts for word in re.findall("[A-Za-z_]{3,}", text)}
    assert words <= NAMES


def test_a_font_has_every_letter(texts):
    faces = [get_font(findfont(FontProperties(family=name))) for name in families()]
    letters = {letter for text in texts for letter in text if not letter.isspace() and letter != "\u0302"}
    assert [letter for letter in letters if not any(face.get_char_index(ord(letter)) for face in faces)] == []
