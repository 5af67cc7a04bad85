"""What an ActivationWatcher costs a training, at its default settings: the share of time inside it, and its memory."""

from statistics import median
from time import perf_counter

from tools.bench.kernel import kernel
from tools.bench.table import machine, table

MOST_SHARE = 0.1
MODELS = ("dense, 5 epochs", "convolutional, 3 epochs")


def watcher(pairs: int) -> list[dict]:
    """Return one row a model."""
    with kernel() as there:
        return [_row(name, there.call("tools.bench.watcher", "measure", name, pairs)) for name in MODELS]


def measure(name: str, pairs: int) -> dict[str, list[float]]:
    """Return seconds of fits without and with a watcher, the share spent in it, its looks and bytes. In the kernel."""
    import keras

    from helpers.datasets import mnist
    from helpers.training import ActivationWatcher

    (images, labels), _test = mnist.load_data()
    layers = keras.layers
    if name == MODELS[0]:  # the network of chapter 09
        x, epochs = images.reshape(len(images), -1).astype("float32") / 255, 5
        stack = [layers.Dense(512, activation="relu")]
    else:
        x, labels, epochs = images[:10_000, ..., None].astype("float32") / 255, labels[:10_000], 3
        convolutions = [layers.Conv2D(filters, 3, activation="relu") for filters in (16, 32)]
        stack = [convolutions[0], layers.MaxPooling2D(), convolutions[1], layers.MaxPooling2D(), layers.Flatten()]
    model = keras.Sequential([keras.Input(x.shape[1:]), *stack, layers.Dense(10, activation="softmax")])
    model.compile(optimizer="rmsprop", loss="sparse_categorical_crossentropy", metrics=["accuracy"])

    def seconds(count: int, callbacks: list) -> float:
        start = perf_counter()
        model.fit(x, labels, epochs=count, batch_size=128, verbose=0, callbacks=callbacks)
        return perf_counter() - start

    seconds(1, [])  # builds the graphs
    got: dict[str, list[float]] = {"without": [], "with": [], "share": [], "looks": [], "bytes": []}
    for pair in range(pairs):
        for watched in ((False, True), (True, False))[pair % 2]:
            seen = [ActivationWatcher(x[:200], labels[:200])] if watched else []
            got["with" if watched else "without"].append(seconds(epochs, seen))
            for one in seen:
                assert one.recording is not None
                got["share"].append(one.seconds / (got["with"][-1] - one.seconds))
                got["looks"].append(len(one.recording.looks))
                got["bytes"].append(one.recording.nbytes)
    return got


def _row(name: str, got: dict[str, list[float]]) -> dict:
    return {
        "model": name,
        "without_s": round(median(got["without"]), 2),
        "with_s": round(median(got["with"]), 2),
        "share": round(median(got["share"]), 4),
        "looks": int(median(got["looks"])),
        "MB": round(median(got["bytes"]) / 1e6, 2),
    }


def report(rows: list[dict]) -> str:
    """Return the table, and in words whether the bar holds."""
    dear = [f"{row['model']} ({row['share']:.1%})" for row in rows if row["share"] > MOST_SHARE]
    verdict = f"At most {MOST_SHARE:.0%} of the training's time: {'not ' + ', '.join(dear) if dear else 'yes'}."
    return "\n".join([table(rows), verdict, machine()])
