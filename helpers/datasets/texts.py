"""Reviews and newswires as numbers: the options of keras.datasets, on Ragged instead of arrays of lists."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np

from helpers.datasets.dataset import DataSet
from helpers.datasets.pickled import read_lists, read_numbers
from helpers.datasets.practice_texts import IMDB_WORDS, REUTERS_WORDS, practice_words
from helpers.datasets.ragged import Ragged

Labelled = tuple[Ragged, np.ndarray]


class TextDataSet(DataSet):
    """A data set of texts; its last file is the word index, instead of which there are ``words`` practice words."""

    words: int

    def _load_word_index(self, path: str) -> dict[str, int]:
        """Return word → rank; practice words wherever the texts are practice data."""
        *texts, index = self.files
        return self._open(
            [*texts, replace(index, path=path)],
            lambda paths: json.loads(paths[-1].read_text(encoding="utf-8")),
            lambda rng: practice_words(self.words),
        )


class IMDB(TextDataSet):
    """Film reviews, good and bad."""

    words = IMDB_WORDS

    def load_data(
        self,
        path: str = "imdb.npz",
        num_words: int | None = None,
        skip_top: int = 0,
        maxlen: int | None = None,
        seed: int = 113,
        start_char: int | None = 1,
        oov_char: int | None = 2,
        index_from: int | None = 3,
    ) -> tuple[Labelled, Labelled]:
        """Return ``(x, y), (x_test, y_test)``: the numbers of ``keras.datasets.imdb.load_data``, ``x`` as Ragged.

        ``x`` and ``x_test`` are 25,000 reviews each, Ragged of int32 where Keras gives object arrays of lists; ``y``
        and ``y_test`` are (25000,), int64, 1 for praise. A word is its rank by frequency plus ``index_from``, and
        ``oov_char`` (None: nothing) where that is below ``skip_top`` or not below ``num_words``; ``start_char`` (None:
        nothing) stands before each text; texts of ``maxlen`` numbers and more are left out. The order comes from
        ``seed``. ``path``, absolute or below Keras' folder, is where the file is kept.
        Raises ValueError where no text is shorter than ``maxlen``.
        """
        rng = np.random.RandomState(seed)
        train, test = (numbered(shuffled(pair, rng), start_char, index_from, maxlen) for pair in self._load(path))
        return limited((train, test), num_words, skip_top, oov_char)

    def get_word_index(self, path: str = "imdb_word_index.json") -> dict[str, int]:
        """Return word → rank from 1 on; in the texts the ranks are raised by 3 (``index_from``)."""
        return self._load_word_index(path)

    def get_label_names(self) -> tuple[str, ...]:
        """Return the names of the labels 0 and 1."""
        return "negative", "positive"


class Reuters(TextDataSet):
    """Newswires on 46 topics."""

    words = REUTERS_WORDS

    def load_data(
        self,
        path: str = "reuters.npz",
        num_words: int | None = None,
        skip_top: int = 0,
        maxlen: int | None = None,
        test_split: float = 0.2,
        seed: int = 113,
        start_char: int | None = 1,
        oov_char: int | None = 2,
        index_from: int | None = 3,
    ) -> tuple[Labelled, Labelled]:
        """Return ``(x, y), (x_test, y_test)``: the numbers of ``keras.datasets.reuters.load_data``, ``x`` as Ragged.

        Of 11,228 newswires the last share of ``test_split`` in the order of ``seed`` is for testing: 8,982 and 2,246
        by default, Ragged of int32 where Keras gives object arrays of lists; ``y`` and ``y_test`` are int64, the
        topics 0 to 45. The other options and the error are those of IMDB.
        """
        texts, labels = numbered(
            shuffled(self._load(path), np.random.RandomState(seed)), start_char, index_from, maxlen
        )
        end = int(len(texts) * (1 - test_split))
        return limited(((texts[:end], labels[:end]), (texts[end:], labels[end:])), num_words, skip_top, oov_char)

    def get_word_index(self, path: str = "reuters_word_index.json") -> dict[str, int]:
        """Return word → rank from 1 on; in the texts the ranks are raised by 3 (``index_from``)."""
        return self._load_word_index(path)

    def get_label_names(self) -> tuple[str, ...]:
        """Return the names of the 46 topics, as Keras has them."""
        from keras.datasets import reuters

        return tuple(reuters.get_label_names())


def read_imdb(paths: list[Path]) -> tuple[Labelled, Labelled]:
    """Return both halves, each in the order of the file."""
    train, test = (
        (read_lists(paths[0], f"x_{part}"), read_numbers(paths[0], f"y_{part}")) for part in ("train", "test")
    )
    return train, test


def read_reuters(paths: list[Path]) -> Labelled:
    """Return the newswires in the order of the file."""
    return read_lists(paths[0], "x"), read_numbers(paths[0], "y")


def shuffled(pair: Labelled, rng: np.random.RandomState) -> Labelled:
    """Return texts and labels in the order in which Keras has them."""
    order = np.arange(len(pair[0]))
    rng.shuffle(order)
    return pair[0][order], pair[1][order]


def numbered(pair: Labelled, start_char: int | None, index_from: int | None, maxlen: int | None) -> Labelled:
    """Raise the ranks, put the mark of the beginning before each text, leave out texts of ``maxlen`` and more."""
    texts = Ragged(pair[0].flat + np.int32(index_from or 0), pair[0].lengths)
    texts = texts if start_char is None else texts.begun_with(start_char)
    if not maxlen:
        return texts, pair[1]
    short = texts.lengths < maxlen
    if not short.any():
        raise ValueError(f"no text is shorter than maxlen={maxlen}: take a larger one")
    return texts[short], pair[1][short]


def limited(
    pairs: tuple[Labelled, Labelled], num_words: int | None, skip_top: int, oov_char: int | None
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
