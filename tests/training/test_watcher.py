"""ActivationWatcher on real Keras models: what it sees is what the layers answer, and nothing else changes."""

import re

import numpy as np
import pytest

keras = pytest.importorskip("keras")

from helpers.training import ActivationWatcher  # noqa: E402
from helpers.training.hooks import layers_of  # noqa: E402
from helpers.widgets import ActivationBrowser  # noqa: E402

RNG = np.random.default_rng(0)
X = RNG.normal(size=(96, 6)).astype("float32")
Y = (X.sum(axis=1) > 0).astype("float32")
IMAGES = RNG.random((64, 12, 12, 1)).astype("float32")
WORDS = RNG.integers(0, 50, (64, 7))
layers = keras.layers


def compiled(model, loss="binary_crossentropy"):
    model.compile("adam", loss)
    return model


def dense(activation="relu"):
    keras.utils.set_random_seed(0)
    return compiled(
        keras.Sequential(
            [keras.Input((6,)), layers.Dense(8, activation, name="a"), layers.Dense(1, "sigmoid", name="b")]
        )
    )


def watched(model, x=X, y=Y, epochs=2, probe=slice(0, 20), labels=True, **options):
    part = keras.tree.map_structure(lambda one: one[probe], x)
    watcher = ActivationWatcher(part, y[probe] if labels else None, **{"most_share": 1.0} | options)
    model.fit(x, y, epochs=epochs, verbose=0, callbacks=[watcher])
    return watcher


def test_it_sees_what_the_layers_answer():
    model = dense()
    watcher = watched(model)
    first = keras.Sequential([keras.Input((6,)), model.layers[0]])
    answers = first.predict(X[:20], verbose=0)
    last = watcher.recording.looks[-1]
    assert last.epoch == 2
    assert last.layers[0].answers.mean == pytest.approx(answers.mean(), rel=1e-5)
    assert last.layers[0].answers.std == pytest.approx(answers.std(), rel=1e-5)
    assert last.layers[0].zeros == pytest.approx((answers == 0).mean())
    assert last.layers[0].dead.tolist() == (np.ptp(answers, axis=0) == 0).tolist()
    weights = np.concatenate([part.ravel() for part in model.layers[0].get_weights()])
    assert last.layers[0].weights.mean == pytest.approx(weights.mean(), rel=1e-5)
    shown = last.layers[0].maps.reshape(8, -1) / 255 * last.layers[0].strongest
    np.testing.assert_allclose(shown, answers[:8], atol=last.layers[0].strongest / 255)


def test_gradients_are_those_of_the_loss():
    model = dense("tanh")
    watcher = watched(model)
    kernel = model.layers[0].kernel
    start, step = kernel.numpy(), 1e-2
    slopes = np.zeros_like(start)
    for place in np.ndindex(start.shape):
        losses = []
        for sign in (1, -1):
            moved = start.copy()
            moved[place] += sign * step
            kernel.assign(moved)
            losses.append(float(model.compute_loss(y=Y[:20], y_pred=model(X[:20]))))
        slopes[place] = (losses[0] - losses[1]) / (2 * step)
    kernel.assign(start)
    seen = watcher.recording.looks[-1].layers[0].gradients
    assert seen.low <= slopes.min() + 1e-3
    assert seen.high >= slopes.max() - 1e-3
    # 48 of the 56 numbers are the kernel's, the others the bias's: both ends are found within a finite difference.
    assert max(abs(seen.low), seen.high) == pytest.approx(np.abs(slopes).max(), rel=0.3)


def test_the_training_is_the_same_with_and_without():
    plain, seen = dense(), dense()
    before = plain.fit(X, Y, epochs=3, shuffle=False, verbose=0).history
    watcher = ActivationWatcher(X[:20], Y[:20])
    after = seen.fit(X, Y, epochs=3, shuffle=False, verbose=0, callbacks=[watcher]).history
    assert before == after
    for one, other in zip(plain.get_weights(), seen.get_weights(), strict=True):
        np.testing.assert_array_equal(one, other)
    assert not any("call" in vars(layer) for layer in seen.layers)


def branches():
    left, right = keras.Input((6,), name="left"), keras.Input((7,), dtype="int32", name="words")
    shared = layers.Dense(4, "tanh", name="shared")
    a = shared(left)
    text = layers.LSTM(4, name="lstm")(layers.Embedding(50, 4, name="embedding")(right))
    joined = layers.concatenate([a, shared(layers.Dense(6)(text)), text])
    out = layers.Dense(1, "sigmoid", name="out")(layers.Dropout(0.5)(joined))
    return compiled(keras.Model([left, right], out))


class Own(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = [layers.Dense(5, "sigmoid", name="one"), layers.Dense(5, "relu", name="two")]
        self.out = layers.Dense(1, "sigmoid", name="three")

    def call(self, x):
        for layer in self.hidden:
            x = layer(x)
        return self.out(x)


def nested():
    inner = keras.Sequential([keras.Input((6,)), layers.Dense(3, name="inner")], name="block")
    return compiled(keras.Sequential([keras.Input((6,)), inner, layers.Dense(1, "sigmoid", name="outer")]))


def pictures():
    stack = [layers.Conv2D(4, 3, activation="relu", name="conv"), layers.BatchNormalization(name="norm")]
    return compiled(
        keras.Sequential([keras.Input((12, 12, 1)), *stack, layers.MaxPooling2D(), layers.Flatten(), layers.Dense(1)]),
        "mse",
    )


def names(watcher):
    return [info.name for info in watcher.recording.layers]


def test_a_model_with_branches_and_a_shared_layer():
    watcher = watched(branches(), [X[:64], WORDS], Y[:64])
    assert not watcher.failure
    assert {"shared", "shared (2)", "embedding", "lstm", "out"} <= set(names(watcher))
    shapes = {info.name: info.shape for info in watcher.recording.layers}
    assert shapes["embedding"] == (7, 4)
    assert shapes["lstm"] == (4,)
    last = watcher.recording.looks[-1]
    assert all(one.gradients for one, info in zip(last.layers, watcher.recording.layers, strict=True) if one.weights)
    ActivationBrowser(watcher).close()


def test_a_subclassed_model_and_one_inside_another():
    watcher = watched(compiled(Own()))
    assert names(watcher) == ["one", "two", "three"]
    assert names(watched(nested())) == ["inner", "outer"]


def test_image_layers_are_kept_as_maps():
    watcher = watched(pictures(), IMAGES, Y[:64])
    maps = {
        info.name: one.maps.shape
        for info, one in zip(watcher.recording.layers, watcher.recording.looks[-1].layers, strict=True)
    }
    assert maps["conv"] == (8, 4, 10, 10)
    assert watcher.recording.inputs.shape == (8, 1, 12, 12)


def test_the_input_may_be_integers():
    keras.utils.set_random_seed(0)
    stack = [layers.Embedding(50, 4), layers.GlobalAveragePooling1D(), layers.Dense(1, "sigmoid")]
    watcher = watched(compiled(keras.Sequential([keras.Input((7,), dtype="int32"), *stack])), WORDS, Y[:64])
    assert len(names(watcher)) == 3
    assert not watcher.failure


def test_nan_weights_are_seen_not_fatal():
    model = dense()
    model.layers[0].kernel.assign(np.full((6, 8), np.nan))
    watcher = watched(model)
    assert watcher.recording.looks[-1].layers[0].answers.broken == 1
    browser = ActivationBrowser(watcher)
    assert "100 % of its activations are not finite numbers" in browser.words.value
    assert not browser.error.value
    browser.close()


def test_ten_million_answers_of_a_layer_cut_the_probe():
    model = compiled(keras.Sequential([keras.Input((6,)), layers.Dense(100_000, "relu"), layers.Dense(1, "sigmoid")]))
    watcher = watched(model, probe=slice(None))  # 96 × 100,000
    assert watcher.recording.samples == 40
    assert len(watcher.recording.looks) == 3


def test_one_layer_of_ten_million_answers_to_one_sample():
    model = compiled(
        keras.Sequential(
            [keras.Input((6,)), layers.RepeatVector(1_700_000), layers.GlobalMaxPooling1D(), layers.Dense(1, "sigmoid")]
        )
    )
    watcher = ActivationWatcher(X[:5], Y[:5])
    model.fit(X[:2], Y[:2], epochs=1, verbose=0, callbacks=[watcher])
    assert watcher.recording.samples == 1
    assert watcher.recording.layers[0].shape == (1_700_000, 6)
    assert watcher.recording.nbytes < 5e6


@pytest.mark.parametrize(
    ("model", "probe", "labels", "says"),
    [
        (dense, X[:5, :4], None, "the model does not take the probe, of shape (5, 4)"),
        (dense, IMAGES[:5], None, "does not take the probe"),
        (dense, X[:5], np.zeros((5, 3)), "loss does not take the labels"),
        (lambda: compiled(keras.Sequential([keras.Input((6,))]), "mse"), X[:5], None, "no layers to watch"),
    ],
    ids=["probe", "rank", "labels", "no layers"],
)
def test_what_does_not_fit_is_refused_before_anything_is_learned(model, probe, labels, says):
    model = model()
    before = [part.copy() for part in model.get_weights()]
    watcher = ActivationWatcher(probe, labels)
    with pytest.raises(ValueError, match=re.escape(says)) as raised:
        model.fit(X, Y[:, None] if says != "no layers to watch" else X, epochs=1, verbose=0, callbacks=[watcher])
    assert "\n" not in str(raised.value)
    for one, other in zip(before, model.get_weights(), strict=True):
        np.testing.assert_array_equal(one, other)
    assert not any("call" in vars(layer) for layer in model.layers)
    with pytest.raises(ValueError, match="has seen no training yet"):
        ActivationBrowser(watcher)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((3,), "the probe must be a batch"),
        ((X[:0],), "the probe must be a batch"),
        ((X[:5], Y[:4]), "not one label for each"),
        ((X[:5], None, 0), "most_mb must be a number above 0"),
        ((X[:5], None, 50, 2), "most_share must be a number above 0, at most 1"),
    ],
)
def test_arguments_that_make_no_sense_are_refused(arguments, says):
    with pytest.raises(ValueError, match=says):
        ActivationWatcher(*arguments)


def test_a_model_that_is_not_built_is_built_by_fit():
    keras.utils.set_random_seed(0)
    model = compiled(keras.Sequential([layers.Dense(3, "relu"), layers.Dense(1, "sigmoid")]))
    assert not model.built
    assert len(names(watched(model))) == 2


def test_a_look_that_fails_later_ends_the_looking_not_the_training(capsys):
    class Fails(layers.Layer):
        looks = 0

        def call(self, x, training=False):
            if not training and keras.ops.is_tensor(x) and hasattr(x, "numpy"):
                Fails.looks += 1
                if Fails.looks > 4:
                    raise RuntimeError("broken on purpose")
            return x

    model = compiled(keras.Sequential([keras.Input((6,)), Fails(), layers.Dense(1, "sigmoid")]))
    watcher = watched(model, epochs=4)
    assert "broken on purpose" in watcher.failure
    assert watcher.failure in capsys.readouterr().out
    assert len(watcher.recording.looks) < 5
    assert len(model.history.history["loss"]) == 4
    ActivationBrowser(watcher).close()


def test_a_second_training_is_seen_anew():
    model = dense()
    watcher = watched(model, epochs=3)
    before = watcher.recording
    model.fit(X, Y, epochs=2, verbose=0, callbacks=[watcher])
    assert watcher.recording is not before
    assert [look.epoch for look in watcher.recording.looks][-1] == 2


def test_looks_take_their_share_of_the_time_and_no_more():
    """With a clock of its own: every look takes 1 s, every epoch 4 s, so with 10 % one look in five epochs at most."""
    import helpers.training.watcher as module

    class Clock:
        now = 0.0

        def perf_counter(self):
            return self.now

    clock = Clock()

    class Slow(layers.Layer):
        def call(self, x):
            if hasattr(x, "numpy") and len(x) == 20:  # the probe, not a batch of the training
                clock.now += 1
            return x

    model = compiled(keras.Sequential([keras.Input((6,)), Slow(), layers.Dense(1, "sigmoid")]))
    watcher = ActivationWatcher(X[:20], most_share=0.1)
    passing = keras.callbacks.LambdaCallback(on_epoch_begin=lambda epoch, logs: setattr(clock, "now", clock.now + 4))
    patch = pytest.MonkeyPatch()
    patch.setattr(module, "time", clock)
    try:
        model.fit(X, Y, epochs=100, verbose=0, callbacks=[passing, watcher])
    finally:
        patch.undo()
    looks = [one.epoch for one in watcher.recording.looks]
    assert looks[0] == 0
    assert looks[-1] == 100
    assert watcher.seconds == len(looks)
    assert 15 < len(looks) <= 0.1 * 400


def test_memory_is_bounded_as_asked():
    watcher = watched(pictures(), IMAGES, Y[:64], epochs=12, most_mb=0.05)
    assert watcher.recording.nbytes <= 50_000
    assert watcher.recording.looks[-1].epoch == 12
    assert "0.0 MB" in repr(watcher)


def test_layers_are_found_once():
    model = branches()
    assert len({id(layer) for layer in layers_of(model)}) == len(layers_of(model))
    assert not [layer for layer in layers_of(model) if isinstance(layer, layers.InputLayer)]
