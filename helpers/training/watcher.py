"""ActivationWatcher: the outputs of every layer of a Keras model for the same few samples, epoch by epoch."""

import re
import time
from typing import Any

import keras
import numpy as np

from helpers.maths.errors import InputError
from helpers.training.hooks import forward_hooks, gradient_function, layers_of
from helpers.widgets.recording.model import LayerInfo, LayerLook, Look, Recording, look, pictures
from helpers.words import _

MOST_MB = 50.0
MOST_SHARE = 0.1
MOST_VALUES = 4_000_000  # of one layer's outputs for the probe: 16 MB
SHOWN = 8  # samples whose outputs are kept as pictures
BOUNDS = {
    "sigmoid": (0.0, 1.0),
    "hard_sigmoid": (0.0, 1.0),
    "tanh": (-1.0, 1.0),
    "hard_tanh": (-1.0, 1.0),
    "softsign": (-1.0, 1.0),
}


class ActivationWatcher(keras.callbacks.Callback):
    """Record the outputs of every layer before the training and after each epoch.

    Use it as ``watcher = ActivationWatcher(x_test[:200], y_test[:200])``, ``model.fit(..., callbacks=[watcher])``, and
    then ``ActivationBrowser(watcher)``. ``probe`` is a batch as the model takes it; with ``labels`` the gradients of
    the compiled loss are recorded, too.

    It keeps at most ``most_mb`` megabytes: where looks would take more, every second one is dropped. It takes at most
    ``most_share`` of the training's time: epochs are skipped where looks would take more. Only the first look and
    the last are always taken, so a training of a second or two may be slowed down by more. A probe for which a layer
    would put out more than 4 million numbers is cut; ``recording.samples`` is the number of samples left. The training
    is the same with and without it.

    Raises ValueError where ``probe`` is not a batch; and when the training begins, before anything is learned, for a
    model without layers, a probe that the model does not take, labels that its loss does not take.
    """

    def __init__(
        self, probe: Any, labels: Any = None, most_mb: float = MOST_MB, most_share: float = MOST_SHARE
    ) -> None:
        super().__init__()
        for name, value, most in (("most_mb", most_mb, 1e6), ("most_share", most_share, 1.0)):
            if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= most:
                raise InputError("{name} must be a number above 0, at most {most}", name=name, most=f"{most:g}")
        self.most_mb, self.most_share = float(most_mb), float(most_share)
        self.probe, self.labels = probe, labels
        self._count = _count(probe)
        if not self._count:
            raise InputError("the probe must be a batch of samples, such as x_test[:200]")
        if labels is not None and _count(labels) != self._count:
            raise InputError("the probe has {count} samples, and there is not one label for each", count=self._count)
        self.recording: Recording | None = None
        self.seconds = 0.0  # spent on looks
        self.failure = ""  # why it stopped looking, if it did

    # What Keras calls.

    def on_train_begin(self, logs: Any = None) -> None:
        """Look at the model before it learns."""
        self.recording, self.failure = None, ""
        start = time.perf_counter()
        self.recording = self._prepared()
        self._look(self.recording, 0)
        self._began = time.perf_counter()
        self._first, self._later, self._cost, self._epoch = self._began - start, 0.0, 0.0, 0
        self.seconds = self._first

    def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
        """Look, if a look is due and there is time for it."""
        self._epoch = epoch + 1
        if self.recording is None or self.failure:
            return
        training = time.perf_counter() - self._began - self._later
        affordable = self._later + self._cost <= self.most_share / 2 * training  # the other half: first and last look
        if affordable and self._epoch - self.recording.looks[-1].epoch >= self.recording.every:
            self._try(self.recording)

    def on_train_end(self, logs: Any = None) -> None:
        """Look at the trained model if the last epoch was skipped; print what went wrong, if anything did."""
        if self.recording is not None and not self.failure and self.recording.looks[-1].epoch < self._epoch:
            self._try(self.recording)
        if self.failure:
            print(self.failure)

    def __repr__(self) -> str:
        known = self.recording
        if known is None:
            return "ActivationWatcher: no training seen yet"
        return (
            f"ActivationWatcher: {len(known.looks)} looks at {len(known.layers)} layers, "
            f"{known.samples} samples, {known.nbytes / 1e6:.1f} MB"
        )

    # Looking.

    def _prepared(self) -> Recording:
        """Find the layers, and how many samples of the probe to use."""
        layers = layers_of(self.model)
        if not layers:
            raise InputError("the model has no layers to watch")
        infos: dict[tuple[int, int], LayerInfo] = {}

        def hook(layer: keras.Layer, call: int, values: np.ndarray) -> None:
            infos[id(layer), call] = _info(layer, call, values.shape[1:])

        one = _first(self.probe, 1)
        try:
            with forward_hooks(layers, hook):
                self.model(one, training=False)
        except Exception as problem:
            shapes = ", ".join(str(np.shape(part)) for part in keras.tree.flatten(self.probe))
            raise InputError(
                "the model does not take the probe, of shape {shape}: {problem}",
                shape=shapes,
                problem=_in_short(problem),
            ) from None
        if not infos:
            raise InputError("no layer of the model can be watched: none of them outputs floats")
        largest = max(int(np.prod(info.shape)) for info in infos.values())
        samples = min(self._count, max(MOST_VALUES // max(largest, 1), 1))
        self._keys, self._layers, self._gradient_function = list(infos), layers, gradient_function(self.model)
        self._x = _first(self.probe, samples)
        self._y = None if self.labels is None else _first(self.labels, samples)
        shown = np.asarray(keras.tree.flatten(_first(self.probe, SHOWN))[0])
        inputs = pictures(shown)[0] if shown.ndim > 1 and shown.dtype.kind in "fiub" else np.zeros((0, 1, 1, 1), "u1")
        return Recording(list(infos.values()), inputs, samples, 1e6 * self.most_mb)

    def _look(self, recording: Recording, epoch: int) -> None:
        gradients = self._gradients()
        seen: dict[tuple[int, int], LayerLook] = {}
        infos = dict(zip(self._keys, recording.layers, strict=True))
        shown = recording.room(SHOWN)

        def hook(layer: keras.Layer, call: int, values: np.ndarray) -> None:
            if (key := (id(layer), call)) not in infos:
                return
            weights = layer.get_weights()
            own = [gradients[id(weight)] for weight in layer.trainable_weights if id(weight) in gradients]
            seen[key] = look(values, infos[key].bounds, shown, _joined(weights), _joined(own))

        with forward_hooks(self._layers, hook):
            self.model(self._x, training=False)
        recording.add(Look(epoch, tuple(seen[key] for key in self._keys)))

    def _gradients(self) -> dict[int, np.ndarray]:
        if self._y is None or self._gradient_function is None:
            return {}
        try:
            return self._gradient_function(self._x, self._y)
        except Exception as problem:
            raise InputError(
                "the model's loss does not take the labels: {problem}", problem=_in_short(problem)
            ) from None

    def _try(self, recording: Recording) -> None:
        """Look; a look that fails stops the watching, not the training."""
        start = time.perf_counter()
        try:
            self._look(recording, self._epoch)
        except Exception as problem:  # the model is the learner's own: anything may come out of it
            self.failure = _("The watcher stopped looking in epoch {epoch}: {problem}").format(
                epoch=self._epoch, problem=_in_short(problem)
            )
        self._cost = time.perf_counter() - start
        self._later += self._cost
        self.seconds = self._first + self._later


def _count(batch: Any) -> int:
    """Return how many samples ``batch`` holds, in one array or in several of one length; 0 where it is not a batch."""
    lengths = {np.shape(part)[0] if np.ndim(part) else 0 for part in keras.tree.flatten(batch)}
    return int(lengths.pop()) if len(lengths) == 1 else 0


def _first(batch: Any, count: int) -> Any:
    return keras.tree.map_structure(lambda part: np.asarray(part)[:count], batch)


def _info(layer: keras.Layer, call: int, shape: tuple[int, ...]) -> LayerInfo:
    function = getattr(layer, "activation", None)
    name = getattr(function, "__name__", "") if not hasattr(layer, "cell") else ""
    label = layer.name if call == 1 else f"{layer.name} ({call})"
    return LayerInfo(label, type(layer).__name__, tuple(int(size) for size in shape), name, BOUNDS.get(name))


def _joined(arrays: list[np.ndarray]) -> np.ndarray | None:
    kept = [one.reshape(-1) for one in arrays if np.issubdtype(one.dtype, np.floating)]
    return np.concatenate(kept) if kept else None


def _in_short(problem: Exception) -> str:
    """Return the message of an error without the paragraphs that Keras wraps it in."""
    paragraphs = re.sub(r"\x1b\[\d*m", "", str(problem)).split("\n\n")
    if paragraphs[0].startswith("Exception encountered") and len(paragraphs) > 1:
        paragraphs = paragraphs[1:]
    return " ".join(paragraphs[0].split())[:300] or type(problem).__name__
