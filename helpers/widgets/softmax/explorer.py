"""SoftmaxExplorer: from scores to probabilities, and what the loss asks for."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import ipywidgets as widgets
import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure

from helpers.drawing import COLOURS, Boxes, Labels
from helpers.drawing.labels import MONO
from helpers.drawing.numbers import short
from helpers.drawing.style import INK
from helpers.maths.checks import number, whole
from helpers.maths.errors import InputError
from helpers.maths.losses import log_softmax, softmax
from helpers.widgets.engine.explorer import Explorer
from helpers.widgets.engine.stage import SCALE
from helpers.words import _

FEWEST, MOST = 2, 6
COLUMNS = (  # heading, middle of the bars (or their left end), width of a bar of 1 (or of the largest score), signed
    ("score z + shift", 186, 58, True),
    ("exp((z − max) / T)", 330, 100, False),
    ("p = softmax", 512, 130, False),
    ("p − t", 752, 66, True),
)
TOP, HEIGHT, HIGHEST = 48, 282, 92  # of all rows; a row at most


@dataclass(frozen=True)
class SoftmaxState:
    """Scores, one a class; what is added to all of them; the temperature; the class that is right."""

    scores: tuple[float, ...] = (2.0, 1.0, 0.1)
    label: int = 0
    temperature: float = 1.0
    shift: float = 0.0


@dataclass(frozen=True)
class Result:
    """What there is to draw, each (classes,); ``naive`` is exp(z / T) / Σ exp(z / T) in float32 as it is written."""

    state: SoftmaxState
    z: np.ndarray
    powers: np.ndarray
    p: np.ndarray
    gradient: np.ndarray
    naive: np.ndarray
    loss: float


class SoftmaxExplorer(Explorer):
    """See scores become probabilities, and how far each is from what the label asks for."""

    State = SoftmaxState
    size = (900, 400)

    def compute(self, state: SoftmaxState) -> Result:
        """Work all columns out; ValueError in words for scores, a label or a temperature that make no sense."""
        if not isinstance(state.scores, tuple) or not FEWEST <= len(state.scores) <= MOST:
            raise InputError("scores must be {fewest} to {most} numbers", fewest=FEWEST, most=MOST)
        scores = np.array([number("scores", score, -1e4, 1e4) for score in state.scores])
        label = min(whole("label", state.label, 0, MOST - 1), len(scores) - 1)
        temperature, shift = (
            number("temperature", state.temperature, 1e-3, 1e3),
            number("shift", state.shift, -1e4, 1e4),
        )
        z = scores + shift
        p = softmax(z, temperature)
        with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
            powers = np.exp((z / temperature).astype(np.float32))
            naive = powers / powers.sum()
        return Result(
            state=replace(state, label=label),
            z=z,
            powers=np.exp((z - z.max()) / temperature),
            p=p,
            gradient=p - np.eye(len(z))[label],
            naive=naive,
            loss=float(-log_softmax(z / temperature)[label]),
        )

    # Controls.

    def make_controls(self) -> dict[str, widgets.Widget]:
        """The scores, the label, temperature and shift, how many classes."""

        def line() -> dict:  # its own layout each: one of them may be hidden
            return {"layout": widgets.Layout(width="285px"), "style": {"description_width": "86px"}}

        controls: dict[str, widgets.Widget] = {}
        for row in range(MOST):
            controls[f"score{row}"] = widgets.FloatSlider(
                description=_("score {row}").format(row=row), min=-5, max=5, step=0.1, **line()
            )
        controls["label"] = widgets.IntSlider(description=_("label"), min=0, max=2, **line())
        controls["temperature"] = widgets.FloatLogSlider(
            description=_("temperature"), min=-1, max=1, step=0.05, readout_format=".2f", **line()
        )
        controls["shift"] = widgets.FloatSlider(
            description=_("shift"), min=-120, max=120, step=1, readout_format=".0f", **line()
        )
        controls["classes"] = widgets.IntSlider(description=_("classes"), min=FEWEST, max=MOST, **line())
        return controls

    def arrange(self, controls: dict[str, widgets.Widget]) -> list[widgets.Widget]:
        """Return the scores on the left, the rest beside them."""
        self._scores = [controls[f"score{row}"] for row in range(MOST)]
        rest = [controls[name] for name in ("label", "temperature", "shift", "classes")]
        return [widgets.VBox(self._scores), widgets.VBox(rest)]

    def read_controls(self) -> SoftmaxState:
        """Return the state that the controls stand at; scores of classes that are gone do not count."""
        classes = self.controls["classes"].value
        return SoftmaxState(
            scores=tuple(slider.value for slider in self._scores[:classes]),
            label=min(self.controls["label"].value, classes - 1),
            temperature=self.controls["temperature"].value,
            shift=self.controls["shift"].value,
        )

    def write_controls(self, state: SoftmaxState) -> None:
        """Set the controls; show as many scores as there are classes."""
        classes = len(state.scores)
        for row, slider in enumerate(self._scores):
            slider.layout.display = None if row < classes else "none"
            if row < classes:
                slider.min, slider.max = min(slider.min, state.scores[row]), max(slider.max, state.scores[row])
                slider.value = state.scores[row]
        for name in ("shift", "temperature"):
            slider, value = self.controls[name], getattr(state, name)
            if name == "shift":
                slider.min, slider.max = min(slider.min, value), max(slider.max, value)
            slider.value = value
        self.controls["classes"].value = classes
        self.controls["label"].max = classes - 1
        self.controls["label"].value = min(state.label, classes - 1)

    # The picture.

    def scene(self, figure: Figure) -> Iterable[Artist]:
        """One set of axes whose unit is a pixel of the page, y downwards."""
        width, height = self.size
        ax = figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(height, 0))
        ax.set_axis_off()
        heads = Labels(INK)
        places = [(16, "class"), (120, COLUMNS[0][0]), (330, COLUMNS[1][0]), (512, COLUMNS[2][0]), (730, COLUMNS[3][0])]
        heads.place(np.array([[x, 24] for x, _name in places], float), [name for _x, name in places], 15, centred=False)
        ax.add_patch(heads)
        self.above, self.below = Boxes(COLOURS["blue"]), Boxes(COLOURS["orange"])
        self.right, self.zero = Boxes("#DCEAF5"), Boxes("#AAAAAA")
        self.told, self.sums = Labels(INK, MONO), Labels(INK)
        self.broken, self.fine = Labels(COLOURS["vermillion"]), Labels("#666666")
        moving = [self.right, self.zero, self.above, self.below, self.told, self.sums, self.broken, self.fine]
        for artist in moving:
            ax.add_patch(artist)
        return moving

    def draw(self, result: Result) -> None:
        """Set the bars, the numbers beside them, and the two lines below."""
        classes, label = len(result.z), result.state.label
        row = min(HEIGHT / classes, HIGHEST)
        rows = TOP + row * (np.arange(classes) + 0.5)
        largest = max(np.abs(result.z).max(), 1e-9)
        columns = (result.z / max(largest, 3.0), result.powers, result.p, result.gradient)
        above: list[tuple[float, ...]] = []
        below: list[tuple[float, ...]] = []
        numbers = [(24, y, f"{number}  t = 1" if number == label else str(number)) for number, y in enumerate(rows)]
        for (name, x, width, signed), shares, values in zip(
            COLUMNS, columns, (result.z, result.powers, result.p, result.gradient), strict=True
        ):
            for y, share, value in zip(rows, shares, values, strict=True):
                (above if share >= 0 else below).append(
                    (x if share >= 0 else x + width * share, y - row / 4, width * abs(share), row / 2)
                )
                end = x + width * max(share, 0) if not signed else x + width
                numbers.append((end + 8, y, _told(value, 1 if name == COLUMNS[0][0] else 3)))
        for boxes, places in ((self.above, above), (self.below, below)):
            table = np.array(places or [(0, 0, 0, 0)], float)
            boxes.place(table[:, :2], table[:, 2:])
        self.right.place(np.array([[8, rows[label] - row / 2 + 2]]), np.array([[884, row - 4]]))
        axes = np.array([[COLUMNS[0][1], TOP], [COLUMNS[3][1], TOP]], float)
        self.zero.place(axes, np.tile([1 / SCALE, row * classes], (2, 1)))
        self.told.place(
            np.array([place[:2] for place in numbers], float), [place[2] for place in numbers], 15, centred=False
        )
        self._sum_up(result)

    def _sum_up(self, result: Result) -> None:
        """Write the loss, and what the formula without the maximum gives."""
        label, p = result.state.label, result.p
        loss = f"cross-entropy, class {label}:  −log {short(p[label])} = {_told(result.loss)}"
        at = np.array([[16, 352], [512, 352]], float)
        self.sums.place(at, [loss, f"sum of p: {_told(p.sum())}"], 15, centred=False)
        naive = ", ".join(_told(value) for value in result.naive)
        broken = not np.isfinite(result.naive).all()
        for labels, shown in ((self.broken, broken), (self.fine, not broken)):
            words = [f"without − max, in float32:  p = {naive}"] if shown else []
            labels.place(np.array([[16, 380]] * len(words), float), words, 15, centred=False)

    def describe(self, result: Result) -> str:
        """Say which class leads, what the label costs, and what the naive formula gives."""
        state, p = result.state, result.p
        first = int(p.argmax())
        words = [
            _("Class {first} has the largest probability, {p}.").format(first=first, p=_told(p[first])),
            _("The label is {label}: its probability is {p}, and the loss −log p is {loss}.").format(
                label=state.label, p=short(p[state.label]), loss=_told(result.loss)
            ),
            _("The gradient p − t is {gradient}.").format(
                gradient=", ".join(_told(value) for value in result.gradient)
            ),
        ]
        if not np.isfinite(result.naive).all():
            words.append(_("Without subtracting the maximum, exp overflows in float32 and the probabilities are nan."))
        elif np.abs(result.naive - p).max() > 1e-3:
            words.append(_("Without subtracting the maximum, float32 gets other numbers."))
        return " ".join(words)


def _told(value: float, digits: int = 3) -> str:
    """Write a number with ``digits`` behind the point; nan as nan."""
    return short(value, 4) if abs(value) >= 1000 else f"{value:.{digits}f}".replace("-", "−")
