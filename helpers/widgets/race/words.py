"""What OptimizerRace says."""

from collections.abc import Iterator

from helpers.drawing.numbers import short
from helpers.maths.surfaces import SURFACES
from helpers.widgets.race.model import NEAR, Result
from helpers.words import _


def describe(result: Result) -> Iterator[str]:
    """Say who leads, who has diverged, who has arrived."""
    race, step = result.race, result.step
    least, order = SURFACES[result.surface].least, race.standing(step)
    height = float(race.losses[step, order[0]] - least)
    share = 100 * height / max(float(race.losses[0, order[0]] - least), 1e-300)
    yield _(
        "{surface}, step {step} of {steps}: {name} leads, {height} above the minimum, {share} % of the start."
    ).format(
        surface=result.surface,
        step=step,
        steps=result.steps,
        name=race.names[order[0]],
        height=short(height),
        share=short(share) if share >= 0.01 else "< 0.01",
    )
    if gone := _those(result, race.stopped):
        yield _("Diverged and stopped, at step: {names}.").format(names=gone)
    if there := _those(result, race.arrived):
        text = _("First below {share} % of the start's height, at step: {names}.")
        yield text.format(share=short(100 * NEAR), names=there)
    if not any(race.rates):
        yield _("The learning rate is 0: nobody moves.")


def _those(result: Result, steps: tuple[int | None, ...]) -> str:
    """Name those whose step has come, in the order in which they stand."""
    order = result.race.standing(result.step)
    come = [(result.race.names[racer], steps[racer]) for racer in order]
    return ", ".join(f"{name} ({step})" for name, step in come if step is not None and step <= result.step)
