"""How a layer answers at one look, in words."""

from helpers.drawing.numbers import short
from helpers.widgets.recording.model import LayerLook, Recording, Selection
from helpers.words import _


def describe(recording: Recording, result: Selection) -> str:
    """Say how the chosen layer answers, and what stands out."""
    look = recording.looks[result.place]
    layer = look.layers[result.layer]
    words = []
    if look.epoch != result.epoch:
        words.append(
            _("Epoch {epoch} was passed over to save time or memory; shown is epoch {shown}.").format(
                epoch=result.epoch, shown=look.epoch
            )
        )
    words.append(
        _("After epoch {epoch}, layer {name}: mean activation {mean}, standard deviation {std}.").format(
            epoch=look.epoch,
            name=recording.layers[result.layer].name,
            mean=short(layer.answers.mean),
            std=short(layer.answers.std),
        )
    )
    words += _remarks(layer, recording.samples)
    if result.now is None:
        missing = _("This layer has no weights.")
        if result.show == "gradients":
            missing = _("There are no gradients of this layer: it has no weights, or no labels were given.")
        words.append(missing)
    return " ".join(words)


def _remarks(layer: LayerLook, samples: int) -> list[str]:
    """What stands out: values that are not finite, zeros, dead units, saturation."""
    words = []
    if layer.answers.broken:
        words.append(
            _("{percent} % of its activations are not finite numbers: the training broke.").format(
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
