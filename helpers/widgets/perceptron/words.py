"""What PerceptronExplorer says: where the line lies, what the rule did; or what each layer answers."""

from helpers.drawing.numbers import short
from helpers.widgets.perceptron.model import LayerAnswers, UnitAnswers
from helpers.widgets.perceptron.table import vector, weighted_sum
from helpers.words import _

FEW = 4  # samples whose answers are all said


def in_words(result: UnitAnswers | LayerAnswers) -> str:
    """Say how many samples are answered right, and how."""
    right = _("It gets {right} of the {all} samples of {data} right.").format(
        right=int(result.right.sum()), all=len(result.data.x), data=result.data.name
    )
    if isinstance(result, UnitAnswers):
        side = weighted_sum(result.run.w[-1], float(result.run.b[-1]), "x")
        return " ".join([_("The unit answers 1 where {sum} > 0.").format(sum=side), right, *_rule(result)])
    if len(result.data.x) > FEW:
        return right
    samples = zip(result.data.x, result.hidden, result.answers, strict=True)
    rows = "; ".join(f"{vector(x)} → h = ({h[0]:.2f}, {h[1]:.2f}) → y = {y:.2f}" for x, h, y in samples)
    return _("Two layers: {rows}.").format(rows=rows) + " " + right


def _rule(result: UnitAnswers) -> list[str]:
    """Say what the rule did, and whether it will ever settle."""
    run, data = result.run, result.data
    steps = len(run.sample)
    if not steps:
        text = _("The rule has not taken a step yet; its learning rate is {rate}.")
        words = [text.format(rate=short(result.learning_rate))]
    else:
        if run.error[-1]:
            text = _(
                "Step {step} looked at {x}: the answer was {answer}, wanted was {wanted}; now w = {w} and b = {b}."
            )
        else:
            text = _("Step {step} looked at {x}: the answer {answer} was right, so nothing changed.")
        x, wanted = vector(data.x[run.sample[-1]]), int(data.y[run.sample[-1]])
        w, b = vector(run.w[-1]), short(float(run.b[-1]))
        words = [text.format(step=steps, x=x, answer=wanted - int(run.error[-1]), wanted=wanted, w=w, b=b)]
    if not data.separable:
        words.append(_("No line parts the ones from the zeros: the rule goes on changing for ever."))
    elif result.right.all():
        words.append(_("All samples are on their side of the line: the rule changes nothing any more."))
    return words
