"""What PerceptronExplorer says: where the line lies, what the rule did; or what each layer answers."""

from collections.abc import Iterator

from helpers.drawing.numbers import short
from helpers.widgets.perceptron.model import LayerAnswers, UnitAnswers
from helpers.widgets.perceptron.table import vector, weighted_sum
from helpers.words import _

FEW = 4  # samples whose answers are all said


def describe(result: UnitAnswers | LayerAnswers) -> Iterator[str]:
    """Say how many samples are answered right, and how."""
    if isinstance(result, UnitAnswers):
        side = weighted_sum(result.run.w[-1], float(result.run.b[-1]), "x")
        yield _("The unit answers 1 where {sum} > 0.").format(sum=side)
    elif len(result.data.x) <= FEW:
        samples = zip(result.data.x, result.hidden, result.answers, strict=True)
        rows = "; ".join(f"{vector(x)} → h = ({h[0]:.2f}, {h[1]:.2f}) → y = {y:.2f}" for x, h, y in samples)
        yield _("Two layers: {rows}.").format(rows=rows)
    text = _("It gets {right} of the {all} samples of {data} right.")
    yield text.format(right=int(result.right.sum()), all=len(result.data.x), data=result.data.name)
    if isinstance(result, UnitAnswers):
        yield from _rule(result)


def _rule(result: UnitAnswers) -> Iterator[str]:
    """Say what the rule did, and whether it will ever settle."""
    run, data = result.run, result.data
    steps = len(run.sample)
    if not steps:
        rate = short(result.learning_rate)
        yield _("The rule has not taken a step yet; its learning rate is {rate}.").format(rate=rate)
    else:
        text = _("Step {step} looked at {x}: the answer {answer} was right, so nothing changed.")
        if run.error[-1]:
            text = _(
                "Step {step} looked at {x}: the answer was {answer}, wanted was {wanted}; now w = {w} and b = {b}."
            )
        x, wanted = vector(data.x[run.sample[-1]]), int(data.y[run.sample[-1]])
        w, b = vector(run.w[-1]), short(float(run.b[-1]))
        yield text.format(step=steps, x=x, answer=wanted - int(run.error[-1]), wanted=wanted, w=w, b=b)
    if not data.separable:
        yield _("No line parts the ones from the zeros: the rule goes on changing for ever.")
    elif result.right.all():
        yield _("All samples are on their side of the line: the rule changes nothing any more.")
