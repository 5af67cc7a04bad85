"""PerceptronExplorer: a line and its two sides, the perceptron rule step by step, and two layers that do XOR."""

from collections.abc import Iterable
from dataclasses import dataclass

import ipywidgets as widgets
import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure

from helpers.drawing.numbers import short
from helpers.maths.checks import number, whole
from helpers.maths.errors import InputError
from helpers.widgets.engine.clock import Clock
from helpers.widgets.engine.explorer import Explorer
from helpers.widgets.perceptron import table
from helpers.widgets.perceptron.model import SAMPLES, Learning, Samples, TwoLayers, boundary, grid, learn, samples, unit
from helpers.widgets.perceptron.picture import CHAR, HIGH, LOW, PLANES, SIZE, TOP, PerceptronPicture, Plane
from helpers.widgets.perceptron.table import column, vector, weighted_sum
from helpers.words import _

MODES = ("one unit", "two layers")
ACTIVATIONS = ("step", "sigmoid")
MOST_STEPS, TICK_MS = 60, 400
CELLS = 81  # across a plane: five drawn pixels each
HISTORY, TABLE = 680, 664  # left edges in pixels
GRID = grid(LOW, HIGH, CELLS)
WEIGHT, RATE, LAYER_WEIGHT = (-4.0, 4.0), (0.25, 2.0), (-40.0, 40.0)
ONE = ("w1", "w2", "bias", "learning_rate", "step")
TWO = tuple(f"{name}_{part}" for name in ("h1", "h2", "y") for part in ("w1", "w2", "bias"))


@dataclass(frozen=True)
class PerceptronState:
    """One unit, its weights before the rule and the step of the rule; and the nine numbers of two layers."""

    mode: str = "one unit"
    data: str = "AND"
    activation: str = "step"
    w1: float = -1.0
    w2: float = 0.5
    bias: float = 0.25
    learning_rate: float = 0.5
    step: int = 0
    h1_w1: float = 20.0
    h1_w2: float = 20.0
    h1_bias: float = -10.0
    h2_w1: float = -20.0
    h2_w2: float = -20.0
    h2_bias: float = 30.0
    y_w1: float = 20.0
    y_w2: float = 20.0
    y_bias: float = -30.0


@dataclass(frozen=True)
class Result:
    """What there is to draw. In the mode "one unit" ``layers`` and ``hidden`` are None, in the other ``learning``."""

    state: PerceptronState
    data: Samples
    answers: np.ndarray  # (samples,)
    regions: np.ndarray  # (CELLS, CELLS)
    learning: Learning | None = None
    layers: TwoLayers | None = None
    hidden: np.ndarray | None = None  # (samples, 2)
    folded: np.ndarray | None = None  # (CELLS, CELLS): the output unit's answers in the plane of h₁ and h₂

    @property
    def right(self) -> np.ndarray:
        """Which samples are answered right: (samples,) bool."""
        return (self.answers > 0.5) == (self.data.y == 1)


class PerceptronExplorer(Explorer):
    """Move a unit's line, let the perceptron rule move it, or put two lines together and fold the plane."""

    State = PerceptronState
    size = SIZE

    def compute(self, state: PerceptronState) -> Result:
        """Answer on the samples and on a grid; ValueError in words naming a field that makes no sense."""
        _check(state)
        data = samples(state.data)
        if state.mode == "one unit":
            learning = learn(
                data.x, data.y, np.array([state.w1, state.w2]), state.bias, state.learning_rate, state.step
            )
            w, b = learning.w[-1], float(learning.b[-1])
            answers, regions = (unit(x, w, b, state.activation) for x in (data.x, GRID))
            return Result(state, data, answers, regions, learning)
        layers = TwoLayers(
            np.array([[state.h1_w1, state.h2_w1], [state.h1_w2, state.h2_w2]]),
            np.array([state.h1_bias, state.h2_bias]),
            np.array([state.y_w1, state.y_w2]),
            state.y_bias,
        )
        answers, regions = (layers.output(x, state.activation) for x in (data.x, GRID))
        folded = unit(GRID, layers.output_w, layers.output_b, state.activation)
        hidden = layers.hidden(data.x, state.activation)
        return Result(state, data, answers, regions, layers=layers, hidden=hidden, folded=folded)

    # Controls: those of the other mode are hidden, and what they stand at does not count.

    def make_controls(self) -> dict[str, widgets.Widget]:
        """What is shown first, then the weights of one unit and its rule, then those of two layers."""
        controls: dict[str, widgets.Widget] = {
            "mode": _menu(_("mode"), [(_("one unit"), MODES[0]), (_("two layers"), MODES[1])]),
            "data": _menu(_("data"), list(SAMPLES)),
            "activation": _menu(_("activation"), list(ACTIVATIONS)),
            "w1": _slider("w₁", WEIGHT, 0.25),
            "w2": _slider("w₂", WEIGHT, 0.25),
            "bias": _slider(_("bias b"), WEIGHT, 0.25),
            "learning_rate": _slider(_("learning rate η"), RATE, 0.25, name_pixels=104),
            "step": widgets.IntSlider(
                description=_("step of the rule"),
                max=MOST_STEPS,
                layout=widgets.Layout(width="250px"),
                style={"description_width": "initial"},
            ),
        }
        told = {"w1": "{unit}: w₁", "w2": "{unit}: w₂", "bias": "{unit}: b"}
        for field in TWO:
            name, part = field.split("_")
            controls[field] = _slider(
                told[part].format(unit={"h1": "h₁", "h2": "h₂"}.get(name, name)), LAYER_WEIGHT, 1.0
            )
        return controls

    def arrange(self, controls: dict[str, widgets.Widget]) -> list[widgets.Widget]:
        """A row of menus; then three sliders a row, the rule below them."""

        def row(*some: widgets.Widget) -> widgets.HBox:
            return widgets.HBox(some, layout=widgets.Layout(flex_flow="row wrap"))

        rule = row(controls["learning_rate"], Clock(controls["step"], tick_ms=TICK_MS))
        self._of_one = [row(*(controls[name] for name in ONE[:3])), rule]
        self._of_two = [row(*(controls[name] for name in TWO[at : at + 3])) for at in (0, 3, 6)]
        return [row(controls["mode"], controls["data"], controls["activation"]), *self._of_one, *self._of_two]

    def read_controls(self) -> PerceptronState:
        """Return the state that the controls stand at; of the other mode nothing changes."""
        value = {name: control.value for name, control in self.controls.items()}
        for name in TWO if value["mode"] == MODES[0] else ONE:
            value[name] = getattr(self._state, name)
        return PerceptronState(**value)

    def write_controls(self, state: PerceptronState) -> None:
        """Set the controls; show those of the mode."""
        super().write_controls(state)
        for boxes, mode in ((self._of_one, MODES[0]), (self._of_two, MODES[1])):
            for box in boxes:
                box.layout.display = None if state.mode == mode else "none"

    # The picture.

    def scene(self, figure: Figure) -> Iterable[Artist]:
        """The plane of the inputs, the plane of the hidden units, the table."""
        self.picture = PerceptronPicture(figure)
        return self.picture.moving

    def draw(self, result: Result) -> None:
        """Move regions, lines and samples; write the table."""
        if result.learning is not None:
            self._draw_one(result, result.learning)
        elif result.layers is not None and result.hidden is not None and result.folded is not None:
            self._draw_two(result, result.layers, result.hidden, result.folded)

    def _draw_one(self, result: Result, run: Learning) -> None:
        state, data = result.state, result.data
        w, b = run.w[-1], float(run.b[-1])
        looked_at = int(run.sample[-1]) if len(run.sample) else None
        left, top, row = PLANES[1], TOP + 8, table.row_height(len(data.x))
        below = top + row * (len(data.x) + 1) + 14
        still = [*column(table.wanted(data), left, top, row), (left, below, table.RULE)]
        titles = [(HISTORY, top, "steps; red: w and b changed")]
        if self.picture.background((state.mode, state.data), False, titles, still):
            self.stage.invalidate()
        plane = Plane(result.regions, data.x, (boundary(w, b, LOW, HIGH),), (w,), ("w",))
        self.picture.planes([plane], data.y, result.right, looked_at)
        right = left + table.ONE_WIDE * CHAR
        rows = column(table.answered(data, data.x @ w + b, result.answers), right, top + row, row)
        rows += column(table.sums(data, run, state.learning_rate), left, below + 32, 20)
        if looked_at is not None:
            rows.append((left - 4, top + row * (looked_at + 1), "▸"))
        title = f"answer = {table.SIGN[state.activation]}({weighted_sum(w, b, 'x')})"
        self.picture.write([(PLANES[0], 24, title)], rows)
        self.picture.history(run.error != 0, len(data.x), top + row, row, HISTORY)

    def _draw_two(self, result: Result, layers: TwoLayers, hidden: np.ndarray, folded: np.ndarray) -> None:
        state, data = result.state, result.data
        top, row = TOP + 8, table.row_height(len(data.x))
        heads = [(PLANES[0], 24, "inputs, and the answer y"), (PLANES[1], 24, "what the last unit sees: h₁ and h₂")]
        if self.picture.background((state.mode, state.data), True, heads, column(table.inputs(data), TABLE, top, row)):
            self.stage.invalidate()
        weights, b = layers.hidden_w.T, layers.hidden_b
        lines = tuple(boundary(weights[i], float(b[i]), LOW, HIGH) for i in range(2))
        last = boundary(layers.output_w, layers.output_b, LOW, HIGH)
        planes = [
            Plane(result.regions, data.x, lines, tuple(weights), ("h₁", "h₂")),
            Plane(folded, hidden, (last,), (layers.output_w,), ("y",)),
        ]
        self.picture.planes(planes, data.y, result.right, None)
        right = TABLE + table.layers_wide(data) * CHAR
        rows = column(table.layers(data, hidden, result.answers), right, top + row, row)
        below = top + row * (len(data.x) + 1) + 24
        titles = column(table.equations(layers, state.activation), TABLE, below, 24)
        if len(hidden) == 4:
            titles += self.picture.names(table.together(hidden, [f"({x:.0f},{y:.0f})" for x, y in data.x]))
        self.picture.write(titles, rows)
        self.picture.history(np.zeros(0, bool), len(data.x), top, row, HISTORY)

    def describe(self, result: Result) -> str:
        """Say where the line is and who lies wrong, what the rule did; or what each layer answers."""
        right = _("It gets {right} of the {all} samples of {data} right.").format(
            right=int(result.right.sum()), all=len(result.data.x), data=result.state.data
        )
        if result.learning is not None:
            run = result.learning
            side = weighted_sum(run.w[-1], float(run.b[-1]), "x")
            return " ".join([_("The unit answers 1 where {sum} > 0.").format(sum=side), right, *_told(result, run)])
        pairs = zip(result.data.x, result.hidden, result.answers, strict=True)  # type: ignore[arg-type]
        if len(result.data.x) > 4:
            return right
        rows = "; ".join(f"{vector(x)} → h = ({h[0]:.2f}, {h[1]:.2f}) → y = {y:.2f}" for x, h, y in pairs)
        return _("Two layers: {rows}.").format(rows=rows) + " " + right


def _told(result: Result, run: Learning) -> list[str]:
    """What the rule did, and whether it will ever settle."""
    steps, data = len(run.sample), result.data
    words = []
    if steps:
        x, wanted, error = vector(data.x[run.sample[-1]]), int(data.y[run.sample[-1]]), int(run.error[-1])
        if error:
            text = _(
                "Step {step} looked at {x}: the answer was {answer}, wanted was {wanted}; now w = {w} and b = {b}."
            )
        else:
            text = _("Step {step} looked at {x}: the answer {answer} was right, so nothing changed.")
        told = {"step": steps, "x": x, "answer": wanted - error, "wanted": wanted, "w": vector(run.w[-1])}
        words.append(text.format(**told, b=short(float(run.b[-1]))))
    else:
        words.append(_("The rule has not taken a step yet; its learning rate is {rate}."))
        words[-1] = words[-1].format(rate=short(result.state.learning_rate))
    if not data.separable:
        words.append(_("No line parts the ones from the zeros: the rule goes on changing for ever."))
    elif result.right.all():
        words.append(_("All samples are on their side of the line: the rule changes nothing any more."))
    return words


def _menu(name: str, options: list) -> widgets.Dropdown:
    return widgets.Dropdown(
        description=name,
        options=options,
        layout=widgets.Layout(width="220px"),
        style={"description_width": "90px"},
    )


def _slider(name: str, limits: tuple[float, float], step: float, name_pixels: int = 60) -> widgets.FloatSlider:
    return widgets.FloatSlider(
        value=limits[1],
        description=name,
        min=limits[0],
        max=limits[1],
        step=step,
        readout_format=".0f" if step == 1 else ".2f",
        layout=widgets.Layout(width="256px"),
        style={"description_width": f"{name_pixels}px"},
    )


def _check(state: PerceptronState) -> None:
    for name, known in (("mode", MODES), ("activation", ACTIVATIONS)):
        if getattr(state, name) not in known:
            raise InputError(
                "{name} must be one of {known}, not {value}",
                name=name,
                known=", ".join(known),
                value=getattr(state, name),
            )
    for name in ("w1", "w2", "bias"):
        number(name, getattr(state, name), *WEIGHT)
    for name in TWO:
        number(name, getattr(state, name), *LAYER_WEIGHT)
    number("learning_rate", state.learning_rate, *RATE)
    whole("step", state.step, 0, MOST_STEPS)
