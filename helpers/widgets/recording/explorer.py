"""ActivationBrowser: scrub through the epochs that an ActivationWatcher has seen, layer by layer."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.figure import Figure

from helpers.drawing.page import page
from helpers.maths.checks import one_of, whole
from helpers.maths.errors import InputError
from helpers.widgets.engine.explorer import Explorer
from helpers.widgets.engine.fields import dropdown, int_slider
from helpers.widgets.engine.panel import Row
from helpers.widgets.recording.model import LayerInfo, Look, Recording, Selection, Spread, limits_of, look, pictures
from helpers.widgets.recording.picture import HEIGHT, ROW, ROWS, RecordingPicture
from helpers.widgets.recording.words import describe
from helpers.words import N_

TICK_MS = 300
FRAMES = 100  # that playing a long training takes about
SHOW = {"activations": N_("activations"), "weights": N_("weights"), "gradients": N_("gradients")}


@dataclass(frozen=True)
class RecordingState:
    """What is looked at: ``epoch`` None is the last, ``layer`` None the first; ``sample`` counts from 1."""

    epoch: int | None = int_slider(
        None,
        0,
        lambda browser, _state: browser.last,
        limits=(0, 1_000_000),
        usual=lambda browser, _state: browser.last,
        label=N_("epoch"),
        width=440,
        tick_ms=TICK_MS,
        by=lambda browser, _state: max(browser.last // FRAMES, 1),
    )
    layer: str | None = dropdown(
        None,
        lambda browser, _state: browser.names,
        usual=lambda browser, _state: browser.names[0],
        label=N_("layer"),
        width=260,
    )
    show: str = dropdown("activations", SHOW, label=N_("show"), width=190)
    sample: int = int_slider(1, 1, lambda browser, _state: browser.samples, label=N_("sample"), width=240)


class ActivationBrowser(Explorer[RecordingState, Selection]):
    """See what each layer answered, epoch by epoch: how its numbers are spread, dead units, single answers.

    ``watcher`` is an ActivationWatcher that has seen a training. Raises ValueError, in words, for one that has not.
    """

    State = RecordingState
    panel = (Row("epoch"),)
    label_width = None
    data_arguments = ("watcher",)

    def __init__(self, watcher: Any, **fields: Any) -> None:
        recording = getattr(watcher, "recording", watcher)
        if not isinstance(recording, Recording) or not recording.looks:
            raise InputError("the watcher has seen no training yet: give it to model.fit, callbacks=[watcher]")
        self.watcher = watcher
        self.recording = recording
        self.names = [info.name for info in recording.layers]
        self.last = recording.looks[-1].epoch
        self.samples = max(recording.shown, 1)
        self.size = (900, HEIGHT + ROW * min(len(self.names), ROWS))  # type: ignore[misc]
        self._known: dict[tuple[int, str], tuple[list[Spread | None], tuple[float, float]]] = {}
        super().__init__(**fields)

    @classmethod
    def example(cls) -> "ActivationBrowser":
        """Return one on a made-up recording, for tests and benchmarks."""
        rng = np.random.default_rng(0)
        infos = [
            LayerInfo("conv2d", "Conv2D", (12, 12, 8), "relu"),
            LayerInfo("dense", "Dense", (64,), "tanh", (-1, 1)),
        ]
        recording = Recording(infos, pictures(rng.random((4, 12, 12, 1)))[0], 60, 1e9)
        for epoch in range(6):
            images = np.maximum(rng.normal(0, 1 + epoch, (60, 12, 12, 8)), 0) * (np.arange(8) >= epoch / 3)
            units = np.tanh(rng.normal(0, 0.3 + epoch, (60, 64)))
            layers = [
                look(values, info.bounds, 4, rng.normal(0, 0.1 + 0.05 * epoch, 500), rng.normal(0, 0.01, 500))
                for values, info in zip((images, units), infos, strict=True)
            ]
            recording.add(Look(epoch, tuple(layers)))
        return cls(recording)

    def make_picture(self, figure: Figure) -> RecordingPicture:
        """Lay out a table with a row a layer, and the pictures below it."""
        return RecordingPicture(page(figure), self.recording)

    def compute(self, state: RecordingState) -> Selection:
        """Find look and layer; InputError for what does not exist."""
        epoch = self.last if state.epoch is None else min(state.epoch, self.last)
        layer = 0 if state.layer is None else self.names.index(one_of("layer", state.layer, self.names))
        sample = whole("sample", state.sample, 1, self.samples) - 1
        if (layer, state.show) not in self._known:
            spreads = [look.layers[layer].part(state.show) for look in self.recording.looks]
            self._known[layer, state.show] = spreads, limits_of(spreads)
        place = self.recording.place(epoch)
        return Selection(place, layer, epoch, state.show, sample, *self._known[layer, state.show])

    def describe(self, result: Selection) -> Iterator[str]:
        """Say how the chosen layer answers, and what stands out."""
        return describe(self.recording, result)
