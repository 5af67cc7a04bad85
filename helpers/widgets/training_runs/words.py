"""What an epoch of a finished training shows, in words."""

import math
from collections.abc import Iterator, Mapping

from helpers.drawing.numbers import short, signed
from helpers.widgets.training_runs.model import Result, Run
from helpers.words import _


def describe(result: Result) -> Iterator[str]:
    """Say the losses, their gap, where the validation loss is lowest, the metric, and what went wrong."""
    run, logged = result.runs[result.run], result.logged
    yield from _losses(run, result.epoch)
    yield from _best(run, result.epoch)
    for name in result.measures[1:]:
        yield from _metric(run, name, result.epoch)
    if run is not logged and logged.best:
        yield _("These are smoothed; of the numbers as logged, epoch {epoch} is lowest.").format(epoch=logged.best)
    yield from _compared(result.runs)


def _losses(run: Run, epoch: int) -> Iterator[str]:
    """The losses of the epoch, or why there are none."""
    loss, val = run.at("loss", epoch), run.at("val_loss", epoch)
    if math.isnan(loss):
        text = _(
            "Epoch {epoch} of {epochs}: no loss. The training broke in epoch {broke}: no finite number from there on."
        )
        yield text.format(epoch=epoch, epochs=run.epochs, broke=run.broke)
        return
    text = _("Epoch {epoch} of {epochs}: training loss {loss}, validation loss {val}, a gap of {gap}.")
    if math.isnan(val):
        text = _("Epoch {epoch} of {epochs}: training loss {loss}; without validation data, no gap can be seen.")
    yield text.format(epoch=epoch, epochs=run.epochs, loss=short(loss), val=short(val), gap=signed(val - loss))
    if run.broke:
        yield _("The training broke in epoch {broke}: no finite loss from there on.").format(broke=run.broke)


def _best(run: Run, epoch: int) -> Iterator[str]:
    """Where the watched loss is lowest."""
    if run.best is None:
        return
    text = _("The validation loss is lowest, {value}, at epoch {best}.")
    if run.watched == "loss":
        text = _("The training loss is lowest, {value}, at epoch {best}.")
    elif run.best == epoch:
        text = _("No other epoch has a lower validation loss.")
    yield text.format(value=short(run.at(run.watched, run.best)), best=run.best)


def _metric(run: Run, metric: str, epoch: int) -> Iterator[str]:
    """The metric's values at the epoch, as far as there are any."""
    train, val = (run.at(key, epoch) for key in (metric, "val_" + metric))
    if not math.isnan(train):
        text = (
            _("{metric}: training {train}.") if math.isnan(val) else _("{metric}: training {train}, validation {val}.")
        )
        yield text.format(metric=metric, train=short(train), val=short(val))


def _compared(runs: Mapping[str, Run]) -> Iterator[str]:
    """Which of several runs has the lowest validation loss."""
    lowest = {
        name: run.at(run.watched, run.best) for name, run in runs.items() if run.best and run.watched == "val_loss"
    }
    if len(lowest) > 1:
        name = min(lowest, key=lowest.__getitem__)
        text = _("Of {count} runs, {name} has the lowest validation loss: {value} at epoch {epoch}.")
        yield text.format(count=len(runs), name=name, value=short(lowest[name]), epoch=runs[name].best)
