"""MNIST: the real file, and the digits that stand in for it."""

import os
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from helpers.datasets import DATASETS, DataUnavailableError, mnist
from helpers.datasets.__main__ import main
from helpers.datasets.handwriting import COUNTS, practice_digits, practice_mnist

REAL = Path(os.path.expanduser(os.environ.get("KERAS_HOME") or "~/.keras")) / "datasets" / "mnist.npz"
needs_real = pytest.mark.skipif(not REAL.is_file(), reason=f"no real data at {REAL}")


@needs_real
def test_the_real_set_is_what_numpy_reads(monkeypatch):
    monkeypatch.setenv("KERAS_HOME", str(REAL.parent.parent))
    assert mnist.cached()
    (x, y), (x_test, y_test) = mnist.load_data()
    assert mnist.source == "real"
    with np.load(REAL) as real:
        for ours, name in ((x, "x_train"), (y, "y_train"), (x_test, "x_test"), (y_test, "y_test")):
            assert ours.dtype == np.uint8
            np.testing.assert_array_equal(ours, real[name])


@needs_real
def test_the_real_set_from_a_mirror(server, monkeypatch, cache):
    server.content = REAL.read_bytes()
    assert len(server.content) == mnist.files[0].size
    monkeypatch.setenv("WATCH_IT_LEARN_MIRROR", server.url)
    monkeypatch.setenv("WATCH_IT_LEARN_DATA", "real")
    mnist.load_data()
    assert (cache / "mnist.npz").is_file()


def test_practice_data_are_of_the_same_shapes_and_types(monkeypatch, capsys):
    monkeypatch.setenv("WATCH_IT_LEARN_DATA", "practice")
    (x, y), (x_test, y_test) = mnist.load_data()
    assert mnist.source == "practice"
    assert "practice data instead of MNIST" in capsys.readouterr().out
    assert [a.shape for a in (x, y, x_test, y_test)] == [(60000, 28, 28), (60000,), (10000, 28, 28), (10000,)]
    assert {a.dtype for a in (x, y, x_test, y_test)} == {np.dtype("uint8")}
    np.testing.assert_allclose(np.bincount(y) / 60000, np.array(COUNTS) / 60000, atol=0.006)
    assert x.max() == 255
    assert 0.7 < (x == 0).mean() < 0.9  # paper; 0.81 in MNIST
    assert not np.array_equal(x[:10000], x_test)


def test_practice_digits_come_from_the_seed_alone():
    one, same, other = (practice_digits(np.random.default_rng(seed), 300) for seed in (5, 5, 6))
    np.testing.assert_array_equal(one[0], same[0])
    np.testing.assert_array_equal(one[1], same[1])
    assert not np.array_equal(one[0], other[0])


def test_practice_digits_leave_the_random_numbers_of_others_alone():
    before = np.random.get_state()[1].copy()  # noqa: NPY002
    practice_digits(np.random.default_rng(0), 50)
    np.testing.assert_array_equal(np.random.get_state()[1], before)  # noqa: NPY002


def test_practice_digits_fill_the_page_as_in_mnist():
    images, _ = practice_digits(np.random.default_rng(0), 2000)
    assert (images.reshape(2000, -1).sum(axis=1) > 255 * 10).all(), "an empty page"
    ink = images.mean(axis=0)
    rows = (ink.sum(axis=1) * np.arange(28)).sum() / ink.sum()
    assert abs(rows - 13.5) < 0.5


def test_practice_digits_can_be_learned_but_not_by_heart():
    """A nearest-mean classifier finds most; a small network finds more than 9 in 10; neither finds all."""
    (x, y), (x_test, y_test) = practice_mnist(np.random.default_rng(3), train=6000, test=1000)
    flat, flat_test = (a.reshape(len(a), -1) / 255.0 for a in (x, x_test))
    means = np.stack([flat[y == digit].mean(axis=0) for digit in range(10)])
    guess = ((flat_test[:, None] - means) ** 2).sum(axis=2).argmin(axis=1)
    assert 0.6 < (guess == y_test).mean() < 0.95
    assert 0.9 < network_accuracy(flat, y, flat_test, y_test) < 0.995


def network_accuracy(x, y, x_test, y_test, units=64, epochs=6, learning_rate=0.1):
    rng = np.random.default_rng(0)
    w1, w2 = rng.normal(0, 0.05, (784, units)), rng.normal(0, 0.1, (units, 10))
    for _ in range(epochs):
        for batch in np.split(rng.permutation(len(x)), len(x) // 50):
            hidden = np.maximum(x[batch] @ w1, 0)
            logits = hidden @ w2
            p = np.exp(logits - logits.max(axis=1, keepdims=True))
            p /= p.sum(axis=1, keepdims=True)
            upstream = (p - np.eye(10)[y[batch]]) / len(batch)
            back = upstream @ w2.T * (hidden > 0)
            w2 -= learning_rate * hidden.T @ upstream
            w1 -= learning_rate * x[batch].T @ back
    return ((np.maximum(x_test @ w1, 0) @ w2).argmax(axis=1) == y_test).mean()


def test_list_shows_what_is_here(capsys):
    assert main(["list"]) == 0
    line = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("mnist"))
    assert line.split() == ["mnist", "11.5", "MB", "not", "here"]


def test_fetch_brings_a_set_to_stay(thing, content, cache, monkeypatch, capsys):
    monkeypatch.setitem(DATASETS, "thing", thing)
    assert main(["fetch", "thing"]) == 0
    assert capsys.readouterr().out.strip() == f"thing: {cache / 'box' / 'thing.bin'}"


def test_fetch_without_a_network(thing_elsewhere, monkeypatch, capsys):
    monkeypatch.setitem(DATASETS, "thing", thing_elsewhere("http://127.0.0.1:9"))
    assert main(["fetch", "thing"]) == 1
    assert capsys.readouterr().err == "No network (127.0.0.1 does not answer): thing is not here.\n"


def test_fetch_is_not_content_with_a_folder_that_goes(thing, cache):
    cache.parent.write_text("in the way")
    with pytest.raises(DataUnavailableError, match="could not be written"):
        thing.fetch()


def test_fetch_refuses_an_unknown_name(capsys):
    with pytest.raises(SystemExit, match="2"):
        main(["fetch", "minst"])
    assert "mnist" in capsys.readouterr().err


def test_importing_is_quick_and_light():
    code = "import sys, helpers.datasets; print([m for m in sys.modules if m in sys.argv])"
    heavy = ["requests", "urllib3", "tqdm", "keras", "tensorflow", "matplotlib", "ipywidgets"]
    started = time.perf_counter()
    run = subprocess.run([sys.executable, "-c", code, *heavy], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
    assert time.perf_counter() - started < 3
