"""ActivationBrowser: scrub through the epochs that an ActivationWatcher has seen, layer by layer."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import ipywidgets as widgets
import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure

from helpers.drawing.numbers import short
from helpers.maths.checks import one_of, whole
from helpers.maths.errors import InputError
from helpers.widgets.engine.clock import Clock
from helpers.widgets.engine.explorer import Explorer
from helpers.widgets.recording.model import LayerInfo, LayerLook, Look, Recording, Spread, look, pictures
from helpers.widgets.recording.picture import HEIGHT, ROW, ROWS, RecordingPicture, limits_of
from helpers.words import _

PARTS = ("activations", "weights", "gradients")
TICK_MS = 300
MOST_EPOCHS = 1_000_000


@dataclass(frozen=True)
class ActivationState:
    """What is looked at: ``epoch`` None is the last, ``layer`` None the first; ``sample`` counts from 1."""

    epoch: int | None = None
    layer: str | None = None
    show: str = "activations"
    sample: int = 1


@dataclass(frozen=True)
class Result:
    """What the state stands for: the look, the layer's place, its part at this look, at the first, at all."""

    state: ActivationState
    place: int  # among the looks
    layer: int
    epoch: int
    spreads: list[Spread | None]

    @property
    def now(self) -> Spread | None:
        """The part that is shown, at this look."""
        return self.spreads[self.place]


class ActivationBrowser(Explorer):
    """See what each layer answered, epoch by epoch: how its numbers are spread, dead units, single answers.

    ``watcher`` is an ActivationWatcher that has seen a training. Raises ValueError, in words, for one that has not.
    """

    State = ActivationState
    data_arguments = ("watcher",)

    def __init__(self, watcher: Any, **fields: Any) -> None:
        recording = getattr(watcher, "recording", watcher)
        if not isinstance(recording, Recording) or not recording.looks:
            raise InputError("the watcher has seen no training yet: give it to model.fit, callbacks=[watcher]")
        self.watcher = watcher
        self.recording = recording
        self.names = [info.name for info in recording.layers]
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

    def compute(self, state: ActivationState) -> Result:
        """Find look and layer; ValueError in words for what does not exist."""
        looks = self.recording.looks
        epoch = looks[-1].epoch if state.epoch is None else whole("epoch", state.epoch, 0, MOST_EPOCHS)
        epoch = min(epoch, looks[-1].epoch)
        layer = 0 if state.layer is None else self.names.index(one_of("layer", state.layer, self.names))
        one_of("show", state.show, PARTS)
        whole("sample", state.sample, 1, max(self._samples, 1))
        place = max(number for number, one in enumerate(looks) if one.epoch <= epoch or number == 0)
        return Result(state, place, layer, epoch, self._spreads(layer, state.show)[0])

    @property
    def _samples(self) -> int:
        return min(len(layer.maps) for look in self.recording.looks for layer in look.layers)

    def _spreads(self, layer: int, part: str) -> tuple[list[Spread | None], tuple[float, float]]:
        if (layer, part) not in self._known:
            every = [_part(look.layers[layer], part) for look in self.recording.looks]
            self._known[layer, part] = every, limits_of(every)
        return self._known[layer, part]

    # Controls.

    def make_controls(self) -> dict[str, widgets.Widget]:
        """The epoch, then the layer, what of it, and which sample."""

        def line(width: int) -> dict:  # its own layout each: some are hidden
            return {"layout": widgets.Layout(width=f"{width}px"), "style": {"description_width": "initial"}}

        last = self.recording.looks[-1].epoch
        parts = [(_("activations"), PARTS[0]), (_("weights"), PARTS[1]), (_("gradients"), PARTS[2])]
        controls = {
            "epoch": widgets.IntSlider(description=_("epoch"), min=0, max=last, **line(440)),
            "layer": widgets.Dropdown(description=_("layer"), options=self.names, **line(260)),
            "show": widgets.Dropdown(description=_("show"), options=parts, **line(190)),
            "sample": widgets.IntSlider(description=_("sample"), min=1, max=max(self._samples, 1), **line(240)),
        }
        if self._samples < 2:
            controls["sample"].layout.display = "none"
        return controls

    def arrange(self, controls: dict[str, widgets.Widget]) -> list[widgets.Widget]:
        """Return the clock in a line of its own, the rest below."""
        by = max(self.recording.looks[-1].epoch // 100, 1)
        clock = widgets.HBox([Clock(controls["epoch"], by, TICK_MS)], layout=widgets.Layout(width="100%"))
        return [clock, *(controls[name] for name in ("layer", "show", "sample"))]

    def read_controls(self) -> ActivationState:
        """Return the state that the controls stand at."""
        value = {name: control.value for name, control in self.controls.items()}
        return ActivationState(
            epoch=None if value["epoch"] == self.recording.looks[-1].epoch else value["epoch"],
            layer=None if value["layer"] == self.names[0] else value["layer"],
            show=value["show"],
            sample=value["sample"],
        )

    def write_controls(self, state: ActivationState) -> None:
        """Set the controls."""
        last = self.recording.looks[-1].epoch
        self.controls["epoch"].value = last if state.epoch is None else min(state.epoch, last)
        self.controls["layer"].value = state.layer or self.names[0]
        self.controls["show"].value, self.controls["sample"].value = state.show, state.sample

    # The picture.

    def scene(self, figure: Figure) -> Iterable[Artist]:
        """One set of axes whose unit is a pixel of the page, y downwards."""
        width, height = self.size
        page = figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(height, 0))
        page.set_axis_off()
        self.picture = RecordingPicture(page, len(self.names))
        return self.picture.artists

    def draw(self, result: Result) -> None:
        """Show the table of all layers; of the chosen one the histogram, its history, the answer to one sample."""
        recording, state = self.recording, result.state
        now = recording.looks[result.place]
        picture = self.picture
        rows = [_row(info, one) for info, one in zip(recording.layers, now.layers, strict=True)]
        picture.set_table(rows, 0, result.layer)
        limits = self._spreads(result.layer, state.show)[1]
        picture.set_histogram(result.now, result.spreads[0] if result.place else None, limits)
        picture.set_history(result.spreads, limits, result.place)
        layer, info = now.layers[result.layer], recording.layers[result.layer]
        sample = state.sample - 1
        maps = layer.maps[sample] if sample < len(layer.maps) else np.zeros((0, 1, 1), np.uint8)
        picture.set_maps(maps, layer.dead, info.shape[-1] if info.shape else 1, layer.faintest, layer.strongest)
        inputs = recording.inputs
        picture.set_sample(inputs[sample, 0] if sample < len(inputs) else None)
        last = recording.looks[-1].epoch
        headline = f"after epoch {now.epoch} of {last}      probe of {recording.samples:,} samples      {info.name}"
        titles = (f"{state.show} now (dashed: first)", "epoch by epoch", f"answer to sample {state.sample}")
        told = f"from {short(layer.faintest)} to {short(layer.strongest)}" if maps.size else "no picture"
        picture.set_words(headline, titles, told, (str(recording.looks[0].epoch), str(last)))

    def describe(self, result: Result) -> str:
        """Say how the chosen layer answers, and what stands out."""
        looks, info = self.recording.looks, self.recording.layers[result.layer]
        layer = looks[result.place].layers[result.layer]
        words = []
        if looks[result.place].epoch != result.epoch:
            words.append(
                _("Epoch {epoch} was passed over to save time or memory; shown is epoch {shown}.").format(
                    epoch=result.epoch, shown=looks[result.place].epoch
                )
            )
        words.append(
            _("After epoch {epoch}, layer {name}: mean activation {mean}, standard deviation {std}.").format(
                epoch=looks[result.place].epoch,
                name=info.name,
                mean=short(layer.answers.mean),
                std=short(layer.answers.std),
            )
        )
        words += _remarks(layer, self.recording.samples)
        if result.now is None:
            words.append(
                {
                    "weights": _("This layer has no weights."),
                    "gradients": _("There are no gradients of this layer: it has no weights, or no labels were given."),
                }[result.state.show]
            )
        return " ".join(words)


def _part(layer: LayerLook, part: str) -> Spread | None:
    return {"activations": layer.answers, "weights": layer.weights, "gradients": layer.gradients}[part]


def _row(info: LayerInfo, layer: LayerLook) -> tuple[str, ...]:
    shape = " × ".join(map(str, info.shape)) or "1"
    name = info.name if len(info.name) <= 24 else info.name[:23] + "…"
    return (
        name,
        f"{shape} {info.activation}",
        short(layer.answers.mean),
        short(layer.answers.std),
        f"{layer.zeros:.0%}",
        f"{int(layer.dead.sum())}/{len(layer.dead)}",
        "–" if layer.saturated is None else f"{layer.saturated:.0%}",
        "–" if layer.gradients is None else short(layer.gradients.size),
    )


def _remarks(layer: LayerLook, samples: int) -> list[str]:
    """What stands out: numbers that are none, zeros, dead units, saturation."""
    words = []
    if layer.answers.broken:
        words.append(
            _("Of its activations {percent} % are no numbers: the training broke.").format(
                percent=_percent(layer.answers.broken)
            )
        )
    if layer.zeros:
        words.append(_("{percent} % are exactly 0.").format(percent=_percent(layer.zeros)))
    dead = int(layer.dead.sum())
    if dead:
        words.append(
            _("Dead units: {dead} of {units}; they answer the same for all {samples} samples.").format(
                dead=dead, units=len(layer.dead), samples=samples
            )
        )
    else:
        words.append(_("No unit is dead."))
    if layer.saturated is not None:
        words.append(_("Saturated, at a bound of the function: {percent} %.").format(percent=_percent(layer.saturated)))
    return words


def _percent(share: float) -> str:
    return f"{100 * share:.0f}" if share >= 0.01 else f"{100 * share:.2g}"
