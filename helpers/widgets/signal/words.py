"""What SignalExplorer says."""

from collections.abc import Iterator

from helpers.widgets.signal.model import Result, Signal
from helpers.widgets.signal.numbers import short
from helpers.words import _

LITTLE, MUCH = 0.1, 10  # less of the size than this at the other end: it vanishes; more: it explodes


def describe(result: Result) -> Iterator[str]:
    """Say what becomes of the signal, of the gradient, and what share is flat or dead."""
    signal = result.signal
    yield _forwards(signal)
    yield _backwards(signal)
    text = _(
        "In layer {depth}, {flat:.0%} of the activations lie where f is flat, and {dead:.0%} of the units are dead."
    )
    yield text.format(depth=len(signal.std), flat=signal.saturated[-1], dead=signal.dead[-1])


def _forwards(signal: Signal) -> str:
    last, between = signal.std[-1], signal.between[-1]
    if last < LITTLE:
        text = _("The signal vanishes: inputs of std 1 leave layer {depth} with std {last}.")
    elif between < LITTLE * last:
        text = _(
            "The signal vanishes: the activations of layer {depth} have std {last}, but are nearly the same for every "
            "input; from one input to another they differ by {between}."
        )
    elif last > MUCH:
        text = _("The signal explodes: inputs of std 1 leave layer {depth} with std {last}.")
    elif last < 0.5:
        text = _("The signal shrinks slowly: inputs of std 1 leave layer {depth} with std {last}.")
    else:
        text = _("The signal keeps its size: inputs of std 1 leave layer {depth} with std {last}.")
    return text.format(depth=len(signal.std), last=short(last), between=short(between))


def _backwards(signal: Signal) -> str:
    first, last = signal.gradient_std[0], signal.gradient_std[-1]
    if not first:
        text = _("No gradient at all arrives at layer 1.")
    elif len(signal.std) == 1:
        text = _("The gradient has std {first} in the only layer.")
    elif first < LITTLE * last:
        text = _("The gradient vanishes on its way back: std {last} in layer {depth}, {first} in layer 1.")
    elif first > MUCH * last:
        text = _("The gradient explodes on its way back: std {last} in layer {depth}, {first} in layer 1.")
    else:
        text = _("The gradient comes back in much the same size: std {last} in layer {depth}, {first} in layer 1.")
    return text.format(depth=len(signal.std), first=short(first), last=short(last))
