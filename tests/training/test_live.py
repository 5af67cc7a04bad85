"""LiveCurves in real trainings: what it logs, what it leaves, how it stops."""

import itertools
import math
import os
import signal
import threading
import time

import numpy as np
import pytest

keras = pytest.importorskip("keras")

from helpers.training import LiveCurves  # noqa: E402

RNG = np.random.default_rng(0)
X = RNG.normal(size=(256, 4)).astype("float32")
Y = (X @ [1.0, -2.0, 0.5, 0.0] > 0).astype("float32")


@pytest.fixture
def model():
    keras.utils.set_random_seed(0)
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8, "relu"), keras.layers.Dense(1, "sigmoid")])
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    return model


@pytest.fixture
def shown(monkeypatch):
    """What is sent to the page: (kind, data) in order."""
    sent = []

    class Handle:
        display_id = "x"

    def display(data, raw, display_id):
        sent.append(("display", data))
        return Handle()

    monkeypatch.setattr("helpers.training.live.display", display)
    monkeypatch.setattr(
        "helpers.training.live.update_display", lambda data, metadata, raw, display_id: sent.append(("update", data))
    )
    return sent


def fit(model, live, **more):
    return model.fit(X, Y, **{"epochs": 3, "batch_size": 32, "verbose": 0, "callbacks": [live]} | more)


def test_log_is_the_history_of_keras(model, shown):
    live = LiveCurves()
    history = fit(model, live, validation_split=0.25)
    assert live.log == history.history
    assert set(live.log) == {"loss", "accuracy", "val_loss", "val_accuracy"}


def test_first_a_live_picture_at_the_end_a_still_one(model, shown):
    live = LiveCurves()
    fit(model, live)
    assert [kind for kind, _ in shown] == ["display", "update"]
    assert set(shown[0][1]) == {"text/plain", "application/vnd.jupyter.widget-view+json"}
    assert shown[1][1]["image/png"].startswith(b"\x89PNG")
    assert shown[0][1]["text/plain"] == shown[1][1]["text/plain"] == "LiveCurves of 3 epochs"


def test_curves_hold_one_point_an_epoch(model, shown, monkeypatch):
    live = LiveCurves()
    kept = []
    monkeypatch.setattr(live, "close", lambda: kept.append(live.curves))
    fit(model, live, validation_split=0.25)
    for name in ("loss", "accuracy", "val_loss", "val_accuracy"):
        assert len(kept[0].lines[name].get_ydata()) == 3


def test_the_same_network_is_learned_with_and_without(shown):
    scores = []
    for callbacks in ([], [LiveCurves()]):
        keras.utils.set_random_seed(1)
        network = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
        network.compile("sgd", "mse")
        network.fit(X, Y, epochs=2, verbose=0, callbacks=callbacks)
        scores.append(network.get_weights())
    for one, other in zip(*scores, strict=True):
        np.testing.assert_array_equal(one, other)


def test_no_widget_and_no_figure_is_left(model, shown, leaks):
    fit(model, LiveCurves())
    before = leaks()
    for _ in range(3):
        fit(model, LiveCurves())
    assert leaks() == before


def test_one_callback_serves_two_trainings(model, shown):
    live = LiveCurves()
    fit(model, live)
    fit(model, live, epochs=2)
    assert len(live.log["loss"]) == 2


def test_pictures_are_no_more_than_ten_a_second_and_a_small_share(model, shown, monkeypatch):
    live = LiveCurves()
    drawn = []
    draw = live.draw

    def timed(running, last=False):
        start = time.perf_counter()
        draw(running, last)
        drawn.append((start, time.perf_counter(), last))

    monkeypatch.setattr(live, "draw", timed)
    fit(model, live, epochs=60)
    during = [(start, end) for start, end, last in drawn if not last]
    assert len(during) >= 1
    for number, ((start, end), (following, _)) in enumerate(itertools.pairwise(during)):
        assert following - end >= 0.1
        if number > 0:  # the first one sets the picture up; the second does not wait for that
            assert following - end >= (end - start) / 0.03


def stop_in_batch(number):
    """A callback that presses ■ (SIGINT to this process) in a batch of the first epoch."""

    class Press(keras.callbacks.Callback):
        def on_train_batch_begin(self, batch, logs=None):
            if batch == number:
                os.kill(os.getpid(), signal.SIGINT)

    return Press()


@pytest.mark.skipif(os.name == "nt", reason="a process cannot send itself SIGINT on Windows without ending")
def test_stop_button_ends_kindly_and_keeps_the_model(model, shown, capsys):
    live = LiveCurves()
    before = signal.getsignal(signal.SIGINT)
    start = [weights.copy() for weights in model.get_weights()]
    history = fit(model, live, epochs=50, callbacks=[live, stop_in_batch(3)])
    assert live.stopped
    assert len(history.history["loss"]) == 1
    assert "Stopped by you in epoch 1 of 50" in capsys.readouterr().out
    assert any((one != other).any() for one, other in zip(start, model.get_weights(), strict=True))
    assert np.isfinite(model.predict(X, verbose=0)).all()
    assert signal.getsignal(signal.SIGINT) is before
    assert shown[-1][0] == "update"


@pytest.mark.skipif(os.name == "nt", reason="a process cannot send itself SIGINT on Windows without ending")
def test_second_press_interrupts_at_once(model, shown):
    class PressTwice(keras.callbacks.Callback):
        def on_train_batch_begin(self, batch, logs=None):
            os.kill(os.getpid(), signal.SIGINT)
            os.kill(os.getpid(), signal.SIGINT)

    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        fit(model, LiveCurves(), callbacks=[LiveCurves(), PressTwice()])
    signal.signal(signal.SIGINT, before)


def test_training_on_another_thread_works_without_the_button(model, shown):
    live, errors = LiveCurves(), []

    def run():
        try:
            fit(model, live)
        except Exception as problem:
            errors.append(problem)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert not errors
    assert len(live.log["loss"]) == 3


def test_a_loss_that_is_nan_does_not_stop_the_picture(shown):
    network = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    network.compile(keras.optimizers.SGD(1e30), "mse")
    live = LiveCurves()
    network.fit(X, Y, epochs=3, verbose=0, callbacks=[live])
    assert not all(map(math.isfinite, live.log["loss"]))
    assert shown[-1][0] == "update"
