"""What UpdateCartoon says."""

from collections.abc import Iterator

import numpy as np

from helpers.drawing.numbers import short
from helpers.maths.optimizers import Momentum
from helpers.widgets.update_cartoon.model import NAMES, Step, Walk
from helpers.words import N_, _

_ALIKE = 1.5  # times: coordinates that go this far apart, or less, go about as far


def describe(walk: Walk) -> Iterator[str]:
    """Say what the last step of a walk does, and what becomes of the loss."""
    step = walk.steps[-1]
    before, after = walk.losses
    text = _("Step {t} of {name}, at w = {w}: the gradient is {g}.")
    yield text.format(t=step.t, name=NAMES[walk.name], w=_pair(step.w), g=_pair(step.gradient))
    yield _rule_words(walk)
    yield _sizes(step)
    text = _("E falls from {before} to {after}.") if after < before else _("E rises from {before} to {after}.")
    if after == before:
        text = _("E stays at {before}.")
    yield text.format(before=short(before), after=short(after))


def _pair(values: np.ndarray) -> str:
    return "(" + ", ".join(short(float(value)) for value in values) + ")"


# What each rule does to the gradient; a rule without a sentence is a KeyError.
_RULES = {
    "sgd": N_("SGD multiplies it by −{rate}: the update is {update}."),
    "momentum": N_(
        "Momentum keeps {mu} of its velocity {before}, adds −{rate} times the gradient, and goes along the sum: "
        "{update}."
    ),
    "nesterov": N_(
        "Nesterov makes the new velocity {v} out of the old one {before}, and already goes where it will lead "
        "next: {update}."
    ),
    "adagrad": N_("Adagrad divides it by the root of all squares so far, {root}: the update is {update}."),
    "rmsprop": N_("RMSprop divides it by its root mean square of late, {root}: the update is {update}."),
    "adadelta": N_(
        "Adadelta divides it by its root mean square, {root}, and multiplies by that of its steps so far: "
        "the update is {update}."
    ),
    "adam": N_("Adam divides m̂ = {m_hat} by √v̂ = {root}: the update is {update}."),
    "adamw": N_(
        "AdamW divides m̂ = {m_hat} by √v̂ = {root} as Adam does, and pulls the weights towards zero by {decay}: "
        "the update is {update}."
    ),
    "nadam": N_("Nadam divides m̂ = {m_hat}, which looks ahead, by √v̂ = {root}: the update is {update}."),
}


def _rule_words(walk: Walk) -> str:
    """What this rule does to the gradient, with the numbers that it has."""
    step, slots = walk.steps[-1], walk.steps[-1].after
    values = {"update": _pair(slots["update"]), "rate": short(walk.rule.learning_rate)}
    if isinstance(walk.rule, Momentum):
        values |= {"mu": short(walk.rule.momentum), "v": _pair(slots["velocity"])}
        values["before"] = _pair(step.before["velocity"])
    if "v_hat" in slots:
        values |= {"m_hat": _pair(slots["direction"]), "root": _pair(np.sqrt(slots["v_hat"]))}
    if "decay" in slots:
        values["decay"] = _pair(slots["decay"])
    return _(_RULES[walk.name]).format(**values)


def _sizes(step: Step) -> str:
    """Compare how far the two coordinates go with how steep they are."""
    steep, moved = np.abs(step.gradient), np.abs(step.after["update"])
    if not steep.min() or not moved.min():
        return _("One coordinate has no slope or does not move.") if moved.max() else _("Nothing moves.")
    slopes, moves = (float(pair.max() / pair.min()) for pair in (steep, moved))
    if moves <= _ALIKE:
        text = _("One slope is {slopes} times the other, yet both coordinates move about as far.")
        if slopes <= _ALIKE:
            text = _("Both slopes are about as steep, and both coordinates move about as far.")
    else:
        text = _("One slope is {slopes} times the other, one coordinate moves {moves} times as far as the other.")
    return text.format(slopes=short(slopes), moves=short(moves))
