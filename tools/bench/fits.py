"""Runs in the kernel: the network of chapter 09 trained on MNIST, in turn with and without live curves."""

from time import perf_counter
from typing import Any

import keras

from helpers.datasets import mnist
from helpers.training import LiveCurves


class Watched(LiveCurves):
    """Live curves that know how long they took."""

    spent = 0.0

    def __getattribute__(self, name: str) -> Any:
        """Return Keras' hooks with a clock around them."""
        found = super().__getattribute__(name)
        return self._timed(found) if name.startswith("on_") else found

    def _timed(self, hook: Any) -> Any:
        def run(*arguments: Any, **named: Any) -> None:
            start = perf_counter()
            hook(*arguments, **named)
            self.spent += perf_counter() - start

        return run


def network() -> keras.Model:
    """Return the network of chapter 09, compiled."""
    layers = [keras.layers.Dense(512, activation="relu"), keras.layers.Dense(10, activation="softmax")]
    model = keras.Sequential([keras.Input((784,)), *layers])
    model.compile(optimizer="rmsprop", loss="categorical_crossentropy", metrics=["accuracy"])
    return model


def measure(split: float, pairs: int, epochs: int = 5) -> dict[str, list[float]]:
    """Return seconds of fits without and with live curves, and the share of these spent in the callback."""
    (images, labels), _test = mnist.load_data()
    x, y = images.reshape(len(images), -1).astype("float32") / 255, keras.utils.to_categorical(labels)
    model = network()

    def seconds(count: int, *callbacks: Any) -> float:
        start = perf_counter()
        model.fit(x, y, epochs=count, batch_size=128, verbose=0, validation_split=split, callbacks=[*callbacks])
        return perf_counter() - start

    seconds(1)  # builds the graphs
    got: dict[str, list[float]] = {"without": [], "with": [], "share": []}
    for pair in range(pairs):
        for watched in ((False, True), (True, False))[pair % 2]:
            live = [Watched()] if watched else []
            got["with" if watched else "without"].append(seconds(epochs, *live))
            got["share"] += [each.spent / got["with"][-1] for each in live]
    return got
