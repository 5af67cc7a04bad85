"""Reviews and newswires: the real files as Keras reads them, in a fraction of the memory; what replaces them."""

import json
import os
import pickle
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest

from helpers.datasets import DATASETS, Ragged, imdb, reuters
from helpers.datasets.pickled import read_lists
from helpers.datasets.practice_texts import FIRST_OPINION, TOPICS, practice_imdb

OPTIONS = [
    {},
    {"num_words": 10_000},
    {"num_words": 500, "skip_top": 20, "seed": 7},
    {"num_words": 1000, "oov_char": None},
    {"maxlen": 60, "start_char": None},
    {"start_char": None, "index_from": 0, "num_words": 2000},
]


@pytest.mark.parametrize(
    ("name", "options"),
    [("reuters", options) for options in OPTIONS] + [("imdb", OPTIONS[1]), ("imdb", OPTIONS[4])],  # Keras takes 5 s
    ids=str,
)
def test_the_numbers_are_those_of_keras(name, options, real):
    import keras

    ours = DATASETS[name].load_data(**options)
    assert DATASETS[name].source == "real"
    theirs = getattr(keras.datasets, name).load_data(**options)
    for (x, y), (lists, labels) in zip(ours, theirs, strict=True):
        assert x.lengths.tolist() == [len(numbers) for numbers in lists]
        np.testing.assert_array_equal(x.flat, np.concatenate([np.asarray(n, np.int32) for n in lists]))
        np.testing.assert_array_equal(y, labels)


def test_the_reuters_split_is_an_option(real):
    (x, y), (x_test, _) = reuters.load_data(test_split=0.5)
    assert len(x) == len(y) == len(x_test) == 5614


def test_the_word_index_turns_numbers_into_words(real):
    (x, _), _ = imdb.load_data()
    index = imdb.get_word_index()
    assert index == json.loads((real / "imdb_word_index.json").read_text())
    words = {rank + 3: word for word, rank in index.items()}
    assert " ".join(words[number] for number in x[0][1:7]) == "this film was just brilliant casting"


MEMORY = """
import sys
from helpers.datasets import imdb
import resource
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
(x, y), (x_test, y_test) = imdb.load_data(num_words=10_000)
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024, (x.nbytes + x_test.nbytes) // 1024**2)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the peak is counted in other units elsewhere")
def test_loading_the_reviews_takes_a_fraction_of_the_usual_memory(real):
    run = subprocess.run([sys.executable, "-c", MEMORY], capture_output=True, text=True, check=True)
    peak, kept = map(int, run.stdout.split())
    assert peak < 350, "MB; the lists of one half alone are 215, of both as Keras makes them 1,100"
    assert kept < 60


@pytest.mark.parametrize(
    "trap", [print, Path.touch, np.save, os.system], ids=lambda f: f"{f.__module__}.{f.__qualname__}"
)
def test_a_pickle_that_asks_for_more_than_lists_is_refused(trap, tmp_path):
    class Asks:
        def __reduce__(self):
            return (trap, (tmp_path / "sprung",))

    path = tmp_path / "trap.npz"
    with zipfile.ZipFile(path, "w") as file, file.open("x.npy", "w") as member:
        np.save(member, np.array([[1], Asks()], dtype=object), allow_pickle=True)
    with pytest.raises(pickle.UnpicklingError, match="only lists of numbers are read"):
        read_lists(path, "x")
    assert not (tmp_path / "sprung").exists()


def test_a_maxlen_below_every_text_is_refused(monkeypatch, capsys):
    monkeypatch.setenv("WATCH_IT_LEARN_DATA", "practice")
    with pytest.raises(ValueError, match="no text is shorter than maxlen=5: take a larger one"):
        imdb.load_data(maxlen=5)


def test_a_misspelt_option_is_named(monkeypatch):
    monkeypatch.setenv("WATCH_IT_LEARN_DATA", "practice")
    with pytest.raises(TypeError, match="unexpected keyword argument 'num_word'"):
        reuters.load_data(num_word=3)


def test_practice_reviews_have_the_shapes_of_imdb(monkeypatch, capsys):
    monkeypatch.setenv("WATCH_IT_LEARN_DATA", "practice")
    (x, y), (x_test, y_test) = imdb.load_data(num_words=10_000)
    assert imdb.source == "practice"
    assert len(x) == len(x_test) == len(y) == len(y_test) == 25_000
    assert x.flat.dtype == np.int32
    assert x.flat.max() == 9999
    assert (x.flat[x.starts] == 1).all()
    assert y.mean() == y_test.mean() == 0.5
    index = imdb.get_word_index()
    assert len(index) == 88_584
    assert sorted(index.values()) == list(range(1, 88_585))
    assert capsys.readouterr().out.count("practice data") == 1, "the word index need not say it again"


def test_practice_reviews_praise_and_blame():
    (x, y), _ = practice_imdb(np.random.default_rng(1), size=400)
    opinion = x.flat - 1 - FIRST_OPINION
    row = np.repeat(np.arange(400), x.lengths)
    among = (opinion >= 0) & (opinion < 300)
    praise, blame = (np.bincount(row[among & (opinion % 2 == odd)], minlength=400) for odd in (0, 1))
    right = ((praise > blame) == y).mean()
    assert 0.8 < right < 0.98


def test_practice_newswires_have_the_shapes_of_reuters(monkeypatch):
    monkeypatch.setenv("WATCH_IT_LEARN_DATA", "practice")
    (x, y), (x_test, y_test) = reuters.load_data(num_words=10_000)
    assert (len(x), len(x_test)) == (8982, 2246)
    assert np.bincount(np.concatenate([y, y_test])).tolist() == list(TOPICS)
    names = reuters.get_label_names()
    assert (len(names), names[3], names[19]) == (46, "earn", "money-fx")
    assert len(reuters.get_word_index()) == 30_979


class TestRagged:
    lists = ([5, 6], [], [7], [1, 2, 3])

    def test_it_is_a_sequence_of_arrays(self):
        x = Ragged.of(self.lists)
        assert [row.tolist() for row in x] == [list(numbers) for numbers in self.lists]
        assert x[-1].tolist() == [1, 2, 3]
        assert np.shares_memory(x[3], x.flat)
        with pytest.raises(IndexError):
            x[4]

    @pytest.mark.parametrize("key", [slice(1, 3), slice(None, None, -1), slice(4, 9), [3, 0, 0], [False, True] * 2])
    def test_slices_masks_and_indices_pick_sequences(self, key):
        x = Ragged.of(self.lists)
        rows = np.arange(4)[key]
        assert [row.tolist() for row in x[key]] == [list(self.lists[row]) for row in rows]

    def test_a_slice_is_a_view(self):
        x = Ragged.of(self.lists)
        assert np.shares_memory(x[1:].flat, x.flat)

    def test_only_keeps_the_numbers_of_a_mask(self):
        x = Ragged.of(self.lists)
        assert [row.tolist() for row in x.only(x.flat > 2)] == [[5, 6], [], [7], [3]]

    def test_begun_with_puts_a_number_before_each(self):
        assert [row.tolist() for row in Ragged.of(self.lists).begun_with(1)] == [[1, 5, 6], [1], [1, 7], [1, 1, 2, 3]]

    @pytest.mark.parametrize("lengths", [[1, 1], [3, 1], [4, -1]])
    def test_lengths_that_do_not_fit_are_refused(self, lengths):
        with pytest.raises(ValueError, match="must add up to 3"):
            Ragged(np.arange(3), lengths)

    def test_it_may_be_empty(self):
        x = Ragged.of([])
        assert (len(x), len(x[:3]), list(x)) == (0, 0, [])
