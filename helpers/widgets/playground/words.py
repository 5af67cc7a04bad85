"""What the playground shows, in words."""

from collections.abc import Iterator

from helpers.drawing.numbers import short
from helpers.widgets.playground.model import Inside
from helpers.widgets.playground.state import Result
from helpers.words import _

FAINT = 1000  # times smaller than the last layer's: the gradient has vanished on its way


def describe(result: Result) -> Iterator[str]:
    """Say how far the training is, how well it does, what stands in its way."""
    progress, losses = result.progress, result.progress.losses
    step, epoch = f"{progress.step:,}", f"{progress.step // progress.steps_per_epoch:,}"
    text = _("Step {step}, epoch {epoch}: training loss {train}, test loss {test}.")
    yield text.format(step=step, epoch=epoch, train=short(losses.train), test=short(losses.test))
    if losses.test_accuracy is not None:
        percent = round(100 * losses.test_accuracy)
        yield _("{percent} % of the test points get the right colour.").format(percent=percent)
    if progress.diverged is not None:
        yield _(
            "It diverged at step {step}: the weights grew without end, and the training was stopped. "
            "Choose a smaller learning rate and begin at step 0."
        ).format(step=f"{progress.diverged:,}")
    yield from _obstacles(progress.inside)


def _obstacles(inside: Inside) -> Iterator[str]:
    """Dead units, and gradients that do not reach the first layer."""
    dead = sum(int(layer.sum()) for layer in inside.dead)
    if dead:
        units = sum(len(layer) for layer in inside.dead)
        text = _("Dead units, crossed out: {dead} of {units}. No gradient passes through them.")
        yield text.format(dead=dead, units=units)
    first, last = inside.sizes[0], inside.sizes[-1]
    if dead and last == 0:
        yield _("No weight gets a gradient any more: more steps change nothing. Begin at step 0.")
    elif len(inside.sizes) > 1 and first == 0 < last:
        yield _("No gradient at all reaches the first layer.")
    elif len(inside.sizes) > 1 and first * FAINT < last:
        times = f"{float(f'{last / first:.1e}'):,.0f}"
        yield _("The gradient in the first layer is {times} times smaller than in the last.").format(times=times)
