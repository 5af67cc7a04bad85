"""What the callbacks and TensorBoard say in Korean: their cells are not run again for it, since they train."""

import re
from types import SimpleNamespace

import numpy as np
import pytest

keras = pytest.importorskip("keras")

import helpers  # noqa: E402
from helpers.training import ActivationWatcher, LiveCurves, live  # noqa: E402
from helpers.training.tensorboard import TensorBoard  # noqa: E402

LATIN = re.compile("[A-Za-z]{2,}")
X, Y = np.ones((8, 2), "float32"), np.ones((8, 1), "float32")


@pytest.fixture(autouse=True)
def korean():
    helpers.language("ko")
    yield
    helpers.language("en")


@pytest.fixture
def model():
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    return model


def words_during(model, monkeypatch, **state):
    """The line beside the bar after the first epoch, of an epoch that LiveCurves is made to know ``state`` of."""
    monkeypatch.setattr(live, "display", lambda *_, **__: SimpleNamespace(display_id="x"))
    monkeypatch.setattr(live, "update_display", lambda *_, **__: None)
    curves, said = LiveCurves(), []

    def look(_epoch, _logs):
        vars(curves).update(state)
        curves._tell(curves._began + 1)
        said.append(curves._words.value)

    after = keras.callbacks.LambdaCallback(on_epoch_end=look)
    model.fit(X, Y, epochs=2, verbose=0, callbacks=[curves, after])
    return said[0]


def test_progress(model, monkeypatch):
    words = words_during(model, monkeypatch)
    assert re.search("[가-힣]", words)
    assert not LATIN.search(words)
    assert "2" in words


def test_stopping(model, monkeypatch):
    words = words_during(model, monkeypatch, stopped=True)
    assert re.search("[가-힣]", words)
    assert not LATIN.search(words)


def test_failure_of_a_watcher(model, monkeypatch):
    watcher = ActivationWatcher(X)

    def break_it(_logs):
        monkeypatch.setattr(watcher, "_look", lambda *_: 1 / 0)

    after = keras.callbacks.LambdaCallback(on_train_begin=break_it)
    model.fit(X, Y, epochs=1, verbose=0, callbacks=[watcher, after])
    assert re.search("[가-힣]", watcher.failure)
    assert "stopped looking" not in watcher.failure


def test_links_of_tensorboard():
    board = object.__new__(TensorBoard)  # without a server
    board.url = "http://127.0.0.1:1/"
    text = re.sub("<[^>]*>", "", board._html())
    assert re.search("[가-힣]", text)
    assert set(LATIN.findall(text)) <= {"TensorBoard", "stop"}
