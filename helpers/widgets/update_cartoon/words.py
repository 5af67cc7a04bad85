"""What UpdateCartoon says."""

import numpy as np

from helpers.drawing.numbers import short
from helpers.maths.optimizers import Adam, Momentum, Nadam, Nesterov, Optimizer
from helpers.widgets.update_cartoon.model import Step
from helpers.words import _

NAMES = {
    "sgd": "SGD",
    "momentum": "momentum",
    "nesterov": "Nesterov",
    "adagrad": "Adagrad",
    "rmsprop": "RMSprop",
    "adadelta": "Adadelta",
    "adam": "Adam",
    "adamw": "AdamW",
    "nadam": "Nadam",
}
_ALIKE = 1.5  # times: coordinates that go this far apart, or less, go about as far


def sentence(name: str, rule: Optimizer, step: Step, before: float, after: float) -> str:
    """Return what one step of the optimizer ``name`` does, and what becomes of the loss."""
    start = _("Step {t} of {name}, at w = {w}: the gradient is {g}.").format(
        t=step.t, name=NAMES[name], w=_pair(step.w), g=_pair(step.gradient)
    )
    end = _("E falls from {before} to {after}.") if after < before else _("E rises from {before} to {after}.")
    if after == before:
        end = _("E stays at {before}.")
    return " ".join(
        [start, _rule_words(name, rule, step), _sizes(step), end.format(before=short(before), after=short(after))]
    )


def _pair(values: np.ndarray) -> str:
    return "(" + ", ".join(short(float(value)) for value in values) + ")"


def _rule_words(name: str, rule: Optimizer, step: Step) -> str:
    """What this rule does to the gradient."""
    slots, update = step.after, _pair(step.after["update"])
    told = {"update": update, "rate": short(rule.learning_rate)}
    if isinstance(rule, Momentum):
        told |= {"mu": short(rule.momentum), "before": _pair(step.before["velocity"]), "v": _pair(slots["velocity"])}
        if isinstance(rule, Nesterov):
            return _(
                "Nesterov makes the new velocity {v} out of the old one {before}, and already goes where it will lead "
                "next: {update}."
            ).format(**told)
        return _(
            "Momentum keeps {mu} of its velocity {before}, adds −{rate} times the gradient, and goes along the sum: "
            "{update}."
        ).format(**told)
    if isinstance(rule, Adam):
        told |= {"m_hat": _pair(slots["m_hat"]), "root": _pair(np.sqrt(slots["v_hat"]))}
        if isinstance(rule, Nadam):
            return _("Nadam divides m̂ = {m_hat}, which looks ahead, by √v̂ = {root}: the update is {update}.").format(
                **told
            )
        if name == "adamw":
            told["decay"] = _pair(slots["decay"])
            return _(
                "AdamW divides m̂ = {m_hat} by √v̂ = {root} as Adam does, and pulls the weights towards zero by {decay}: "
                "the update is {update}."
            ).format(**told)
        return _("Adam divides m̂ = {m_hat} by √v̂ = {root}: the update is {update}.").format(**told)
    return _plain(name, slots, told)


def _plain(name: str, slots: dict[str, np.ndarray], told: dict[str, str]) -> str:
    """The rules without momentum."""
    if name == "adagrad":
        told["root"] = _pair(np.sqrt(slots["accumulator"]))
        return _("Adagrad divides it by the root of all squares so far, {root}: the update is {update}.").format(**told)
    if name == "rmsprop":
        told["root"] = _pair(np.sqrt(slots["v"]))
        return _("RMSprop divides it by its root mean square of late, {root}: the update is {update}.").format(**told)
    if name == "adadelta":
        told |= {"root": _pair(np.sqrt(slots["v"]))}
        return _(
            "Adadelta divides it by its root mean square, {root}, and multiplies by that of its steps so far: "
            "the update is {update}."
        ).format(**told)
    return _("SGD multiplies it by −{rate}: the update is {update}.").format(**told)


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
