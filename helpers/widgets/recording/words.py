"""How a layer answers at one look, in words."""

from collections.abc import Iterator

from helpers.drawing.numbers import short
from helpers.widgets.recording.model import LayerLook, Recording, Selection
from helpers.words import _


def describe(recording: Recording, result: Selection) -> Iterator[str]:
    """Say how the chosen layer answers, and what stands out."""
    look = recording.looks[result.place]
    layer = look.layers[result.layer]
    if look.epoch != result.epoch:
        text = _("Epoch {epoch} was passed over to save time or memory; shown is epoch {shown}.")
        yield text.format(epoch=result.epoch, shown=look.epoch)
    name, mean, std = recording.layers[result.layer].name, short(layer.answers.mean), short(layer.answers.std)
    text = _("After epoch {epoch}, layer {name}: mean activation {mean}, standard deviation {std}.")
    yield text.format(epoch=look.epoch, name=name, mean=mean, std=std)
    yield from _remarks(layer, recording.samples)
    if result.now is None:
        if result.show == "gradients":
            yield _("There are no gradients of this layer: it has no weights, or no labels were given.")
        else:
            yield _("This layer has no weights.")


def _remarks(layer: LayerLook, samples: int) -> Iterator[str]:
    """What stands out: values that are not finite, zeros, dead units, saturation."""
    if broken := layer.answers.broken:
        text = _("{percent} % of its activations are not finite numbers: the training broke.")
        yield text.format(percent=_percent(broken))
    if layer.zeros:
        yield _("{percent} % are exactly 0.").format(percent=_percent(layer.zeros))
    if dead := int(layer.dead.sum()):
        text = _("Dead units: {dead} of {units}; they answer the same for all {samples} samples.")
        yield text.format(dead=dead, units=len(layer.dead), samples=samples)
    else:
        yield _("No unit is dead.")
    if layer.saturated is not None:
        yield _("Saturated, at a bound of the function: {percent} %.").format(percent=_percent(layer.saturated))


def _percent(share: float) -> str:
    return f"{100 * share:.0f}" if share >= 0.01 else f"{100 * share:.2g}"
