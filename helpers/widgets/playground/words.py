"""What the playground shows, in words."""

from helpers.drawing.numbers import short
from helpers.widgets.playground.model import Inside
from helpers.widgets.playground.state import Result
from helpers.words import _

FAINT = 1000  # times smaller than the last layer's: the gradient has vanished on its way


def describe(result: Result) -> str:
    """Say how far the training is, how well it does, what stands in its way."""
    progress, losses = result.progress, result.progress.losses
    words = [
        _("Step {step}, epoch {epoch}: training loss {train}, test loss {test}.").format(
            step=f"{progress.step:,}",
            epoch=f"{progress.step // progress.steps_per_epoch:,}",
            train=short(losses.train),
            test=short(losses.test),
        )
    ]
    if losses.test_accuracy is not None:
        words.append(
            _("{percent} % of the test points get the right colour.").format(percent=round(100 * losses.test_accuracy))
        )
    if progress.diverged is not None:
        words.append(
            _(
                "It diverged at step {step}: the weights grew without end, and the training was stopped. "
                "Choose a smaller learning rate and begin at step 0."
            ).format(step=f"{progress.diverged:,}")
        )
    words += _obstacles(progress.inside)
    return " ".join(words)


def _obstacles(inside: Inside) -> list[str]:
    """Dead units, and gradients that do not reach the first layer."""
    words = []
    dead = sum(int(layer.sum()) for layer in inside.dead)
    if dead:
        units = sum(len(layer) for layer in inside.dead)
        words.append(
            _("Dead units, crossed out: {dead} of {units}. No gradient passes through them.").format(
                dead=dead, units=units
            )
        )
    first, last = inside.sizes[0], inside.sizes[-1]
    if dead and last == 0:
        words.append(_("No weight gets a gradient any more: more steps change nothing. Begin at step 0."))
    elif len(inside.sizes) > 1 and first == 0 < last:
        words.append(_("No gradient at all reaches the first layer."))
    elif len(inside.sizes) > 1 and first * FAINT < last:
        words.append(
            _("The gradient in the first layer is {times} times smaller than in the last.").format(
                times=f"{float(f'{last / first:.1e}'):,.0f}"
            )
        )
    return words
