"""Reviews and newswires as numbers: the options of keras.datasets, on Ragged in place of lists of lists."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from helpers.datasets.dataset import DataSet
from helpers.datasets.pickled import read_lists, read_numbers
from helpers.datasets.ragged import Ragged

Labelled = tuple[Ragged, np.ndarray]


class TextDataSet(DataSet):
    """A data set of texts; its last file is the word index, for which ``words()`` stands in."""

    def __init__(self, *arguments: Any, words: Callable[[], dict[str, int]], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._words = words

    def get_word_index(self) -> dict[str, int]:
        """Return word → rank from 1 on; in the texts the ranks stand raised by 3 (``index_from``)."""
        return self._open(lambda paths: json.loads(paths[-1].read_text(encoding="utf-8")), lambda rng: self._words())

    def get_label_names(self) -> tuple[str, ...]:
        """Return the names of the labels: 46 topics for Reuters, as Keras has them, two for IMDB."""
        if self.name == "imdb":
            return "negative", "positive"
        from keras.datasets import reuters

        return tuple(reuters.get_label_names())


def shuffled(pair: Labelled, rng: np.random.RandomState) -> Labelled:
    """Return texts and labels in the order in which Keras has them."""
    order = np.arange(len(pair[0]))
    rng.shuffle(order)
    return pair[0][order], pair[1][order]


def read_imdb(paths: list[Path]) -> tuple[Labelled, Labelled]:
    """Return the two halves as they lie in the file, one after the other."""
    train, test = (
        (read_lists(paths[0], f"x_{part}"), read_numbers(paths[0], f"y_{part}")) for part in ("train", "test")
    )
    return train, test


def read_reuters(paths: list[Path]) -> Labelled:
    """Return the newswires as they lie in the file."""
    return read_lists(paths[0], "x"), read_numbers(paths[0], "y")


def arrange_imdb(raw: tuple[Labelled, Labelled], *, seed: int = 113, **options: Any) -> tuple[Labelled, Labelled]:
    """Shuffle each half and number its words; the options are those of ``keras.datasets.imdb.load_data``."""
    rng = np.random.RandomState(seed)
    train, test = (_marked(shuffled(pair, rng), **options) for pair in raw)
    return _known((train, test), **options)


def arrange_reuters(
    raw: Labelled, *, seed: int = 113, test_split: float = 0.2, **options: Any
) -> tuple[Labelled, Labelled]:
    """Shuffle, number the words, divide; the options are those of ``keras.datasets.reuters.load_data``."""
    texts, labels = _marked(shuffled(raw, np.random.RandomState(seed)), **options)
    end = int(len(texts) * (1 - test_split))
    return _known(((texts[:end], labels[:end]), (texts[end:], labels[end:])), **options)


def _marked(
    pair: Labelled, *, start_char: int | None = 1, index_from: int = 3, maxlen: int | None = None, **_: Any
) -> Labelled:
    """Raise the ranks, put the mark of the beginning before each text, leave the texts of ``maxlen`` and more out."""
    texts = Ragged(pair[0].flat + np.int32(index_from or 0), pair[0].lengths)
    texts = texts if start_char is None else texts.begun_with(start_char)
    if not maxlen:
        return texts, pair[1]
    short = texts.lengths < maxlen
    if not short.any():
        raise ValueError(f"no text is shorter than maxlen={maxlen}: take a larger one")
    return texts[short], pair[1][short]


def _known(
    pairs: tuple[Labelled, Labelled],
    *,
    num_words: int | None = None,
    skip_top: int = 0,
    oov_char: int | None = 2,
    start_char: int | None = 1,
    index_from: int = 3,
    maxlen: int | None = None,
) -> tuple[Labelled, Labelled]:
    """Replace the words outside of ``skip_top <= word < num_words`` by ``oov_char``, or leave them out."""
    num_words = num_words or max(int(texts.flat.max()) for texts, _ in pairs)  # the rarest goes too, as in Keras
    found = []
    for texts, labels in pairs:
        keep = (texts.flat >= skip_top) & (texts.flat < num_words)
        if oov_char is None:
            found.append((texts.only(keep), labels))
        else:
            found.append((Ragged(np.where(keep, texts.flat, np.int32(oov_char)), texts.lengths), labels))
    return found[0], found[1]
