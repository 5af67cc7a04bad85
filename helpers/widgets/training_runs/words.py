"""What an epoch of a finished training shows, in words."""

import math
from collections.abc import Mapping

from helpers.drawing.numbers import short, signed
from helpers.widgets.training_runs.model import Result, Run
from helpers.words import _


def describe(result: Result) -> str:
    """Say the losses, their gap, where the validation loss is lowest, the metric, and what went wrong."""
    run, logged = result.runs[result.run], result.logged
    words = [_losses(run, result.epoch), _best(run, result.epoch)]
    words += [_metric(run, name, result.epoch) for name in result.measures[1:]]
    if run is not logged and logged.best:
        words.append(
            _("These are smoothed; of the numbers as logged, epoch {epoch} is lowest.").format(epoch=logged.best)
        )
    words.append(_compared(result.runs))
    return " ".join(word for word in words if word)


def _losses(run: Run, epoch: int) -> str:
    """The losses of the epoch, or why there are none."""
    loss, val = run.at("loss", epoch), run.at("val_loss", epoch)
    if math.isnan(loss):
        return _(
            "Epoch {epoch} of {epochs}: no loss. The training broke in epoch {broke}: no finite number from there on."
        ).format(epoch=epoch, epochs=run.epochs, broke=run.broke)
    words = _("Epoch {epoch} of {epochs}: training loss {loss}, validation loss {val}, a gap of {gap}.")
    if math.isnan(val):
        words = _("Epoch {epoch} of {epochs}: training loss {loss}; without validation data, no gap can be seen.")
    if run.broke:
        words += " " + _("The training broke in epoch {broke}: no finite loss from there on.")
    return words.format(
        epoch=epoch, epochs=run.epochs, loss=short(loss), val=short(val), gap=signed(val - loss), broke=run.broke
    )


def _best(run: Run, epoch: int) -> str:
    """Where the watched loss is lowest."""
    if run.best is None:
        return ""
    if run.watched == "loss":
        words = _("The training loss is lowest, {value}, at epoch {best}.")
    elif run.best == epoch:
        words = _("No other epoch has a lower validation loss.")
    else:
        words = _("The validation loss is lowest, {value}, at epoch {best}.")
    return words.format(value=short(run.at(run.watched, run.best)), best=run.best)


def _metric(run: Run, metric: str, epoch: int) -> str:
    """The metric's values at the epoch, as far as there are any."""
    train, val = (run.at(key, epoch) for key in (metric, "val_" + metric))
    if math.isnan(train):
        return ""
    words = _("{metric}: training {train}, validation {val}.")
    if math.isnan(val):
        words = _("{metric}: training {train}.")
    return words.format(metric=metric, train=short(train), val=short(val))


def _compared(runs: Mapping[str, Run]) -> str:
    """Which of several runs has the lowest validation loss."""
    lowest = {
        name: run.at(run.watched, run.best) for name, run in runs.items() if run.best and run.watched == "val_loss"
    }
    if len(lowest) < 2:
        return ""
    name = min(lowest, key=lowest.__getitem__)
    return _("Of {count} runs, {name} has the lowest validation loss: {value} at epoch {epoch}.").format(
        count=len(runs), name=name, value=short(lowest[name]), epoch=runs[name].best
    )
