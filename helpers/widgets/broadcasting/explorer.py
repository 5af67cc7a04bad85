"""BroadcastingExplorer: two shapes meet, axis by axis, and what it costs."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import ipywidgets as widgets
import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure

from helpers.drawing import COLOURS, Labels
from helpers.drawing.labels import MONO
from helpers.drawing.style import INK
from helpers.maths.broadcasting import Broadcast, Operand, broadcast, parse_shape
from helpers.maths.errors import InputError
from helpers.maths.tensors import DTYPES
from helpers.widgets.broadcasting.cells import BroadcastCells, Values, fits
from helpers.widgets.broadcasting.table import COMPUTE, BroadcastTable, in_bytes, write
from helpers.widgets.broadcasting.words import in_words
from helpers.widgets.engine.clock import Clock
from helpers.widgets.engine.explorer import Explorer
from helpers.words import _

OPERATIONS = {
    "add": (np.add, "x + y", "+", "{x} + {y}"),
    "multiply": (np.multiply, "x * y", "×", "{x} * {y}"),
    "maximum": (np.maximum, "maximum(x, y)", "max", "maximum({x}, {y})"),
}
EXAMPLES = (
    ("4, 3", "3"),
    ("4, 3", "4, 1"),
    ("4, 1", "3"),
    ("2, 3, 4", "3, 1"),
    ("3, 4", "()"),
    ("64, 3, 32, 10", "32, 10"),
    ("128, 28, 28", "28, 28"),
    ("4, 3", "4"),
    ("64, 3, 32, 10", "3, 10"),
    ("0, 3", "1, 3"),
)
OWN = -1  # in the menu of examples: shapes that were typed
MOST_AXES = 6
_TICK_MS = 1500


@dataclass(frozen=True)
class BroadcastingState:
    """Two shapes as text or tuples, the operation, the type of the numbers, how far the rule has gone (1 to 4)."""

    x: str = "4, 3"
    y: str = "3"
    operation: str = "add"
    dtype: str = "float32"
    step: int = COMPUTE

    def __post_init__(self) -> None:
        for name in ("x", "y"):
            value = getattr(self, name)
            if isinstance(value, tuple | list):
                object.__setattr__(self, name, ", ".join(map(str, value)) or "()")


@dataclass(frozen=True)
class Result:
    """What there is to draw: the state, how the shapes met, and values where there are few enough to draw."""

    state: BroadcastingState
    met: Broadcast
    values: Values | None


class BroadcastingExplorer(Explorer):
    """See two shapes meet: axes added, lengths stretched without copies, the result, or the axis that says no."""

    State = BroadcastingState
    size = (900, 440)

    def compute(self, state: BroadcastingState) -> Result:
        """Let the shapes meet; InputError for what is no shape, never for shapes that do not fit each other."""
        if state.operation not in OPERATIONS:
            known = ", ".join(OPERATIONS)
            raise InputError("operation must be one of {known}, not {value}", known=known, value=state.operation)
        if state.dtype not in DTYPES:
            raise InputError("dtype must be one of {known}, not {dtype}", known=", ".join(DTYPES), dtype=state.dtype)
        if isinstance(state.step, bool) or not isinstance(state.step, int) or not 1 <= state.step <= COMPUTE:
            raise InputError("step must be a whole number from 1 to {most}, not {step}", most=COMPUTE, step=state.step)
        shapes = [_shape(name, getattr(state, name)) for name in ("x", "y")]
        met = broadcast(*shapes, itemsize=np.dtype(state.dtype).itemsize)
        return Result(state, met, _values(met, state))

    # Controls: an example, or shapes that are typed.

    def make_controls(self) -> dict[str, widgets.Widget]:
        """Menu of examples, the two shapes, the operation, the steps, the type."""
        menu = [(f"({x.strip('()')}) , ({y.strip('()')})", number) for number, (x, y) in enumerate(EXAMPLES)]
        beside = {"description_width": "70px"}
        wide, narrow = (lambda: widgets.Layout(width="250px")), (lambda: widgets.Layout(width="190px"))
        text = {"continuous_update": False, "style": beside}
        return {
            "example": widgets.Dropdown(
                description=_("example"), options=[*menu, (_("shapes of your own"), OWN)], layout=wide(), style=beside
            ),
            "x": widgets.Text(description=_("shape of {name}").format(name="x"), layout=narrow(), **text),
            "y": widgets.Text(description=_("shape of {name}").format(name="y"), layout=narrow(), **text),
            "operation": widgets.Dropdown(
                description=_("operation"),
                options=[(OPERATIONS[name][1], name) for name in OPERATIONS],
                layout=wide(),
                style=beside,
            ),
            "step": widgets.IntSlider(
                description=_("step"),
                min=1,
                max=COMPUTE,
                value=COMPUTE,
                layout=widgets.Layout(width="240px"),
                style=beside,
            ),
            "dtype": widgets.Dropdown(description=_("dtype"), options=DTYPES, layout=narrow(), style=beside),
        }

    def arrange(self, controls: dict[str, widgets.Widget]) -> list[widgets.Widget]:
        """What meets, how far the rule has gone, what is computed: a row each."""
        rows = [
            widgets.HBox([controls["example"], controls["x"], controls["y"]]),
            Clock(controls["step"], tick_ms=_TICK_MS),
            widgets.HBox([controls["operation"], controls["dtype"]]),
        ]
        return [widgets.VBox(rows)]

    def read_controls(self) -> BroadcastingState:
        """Return the state that the controls stand at; an example that has just been chosen gives both shapes."""
        state = BroadcastingState(
            **{name: self.controls[name].value for name in ("x", "y", "operation", "dtype", "step")}
        )
        chosen = self.controls["example"].value
        if chosen not in (OWN, _example(self._state)):
            return replace(state, x=EXAMPLES[chosen][0], y=EXAMPLES[chosen][1])
        return state

    def write_controls(self, state: BroadcastingState) -> None:
        """Set the controls; the menu says whether the shapes are one of its examples."""
        for name in ("x", "y", "operation", "dtype", "step"):
            self.controls[name].value = getattr(state, name)
        self.controls["example"].value = _example(state)

    # The picture.

    def scene(self, figure: Figure) -> Iterable[Artist]:
        """One page whose unit is a pixel: the table of axes above, the cells below, the formula at the foot."""
        width, height = self.size
        page = figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(height, 0))
        page.set_axis_off()
        self.table, self.cells = BroadcastTable(page), BroadcastCells(page)
        self.formula, self.refusal = Labels(INK, MONO), Labels(COLOURS["vermillion"])
        for artist in (self.formula, self.refusal):
            page.add_patch(artist)
        return [*self.table.moving, *self.cells.moving, self.formula, self.refusal]

    def draw(self, result: Result) -> None:
        """Move the boxes of the table, then the cells or the bars."""
        met, state = result.met, result.state
        name, sign = OPERATIONS[state.operation][1:3]
        facts = [(in_bytes(operand.nbytes), _copied(met, operand)) for operand in met.operands]
        if met.shape is not None:
            facts.append((in_bytes(met.size * met.operands[0].itemsize), ""))
        self.table.update(met, state.step, name, facts)
        if result.values is None:
            self.cells.show_bars(met, state.step)
        else:
            self.cells.show_cells(result.values, state.step, sign)
        write(self.formula, [(20, 422, _formula(met, state))] if met.shape is not None else [], 15)
        write(self.refusal, [(20, 422, _refusal(met))] if met.shape is None else [], 16)

    def describe(self, result: Result) -> str:
        """Say what this step does to the two shapes, or why they do not fit."""
        return in_words(result.met, result.state.step, result.state.dtype, _runs_over(result))


def _shape(name: str, text: object) -> tuple[int, ...]:
    if not isinstance(text, str):
        raise InputError("{name} must be a shape such as '4, 3', not {value}", name=name, value=text)
    shape = parse_shape(text, name)
    if len(shape) > MOST_AXES:
        raise InputError(
            "{name} has rank {rank}; at most {most} axes can be drawn", name=name, rank=len(shape), most=MOST_AXES
        )
    return shape


def _example(state: BroadcastingState) -> int:
    """The number of the example that ``state`` shows, or OWN."""
    return EXAMPLES.index((state.x, state.y)) if (state.x, state.y) in EXAMPLES else OWN


def _values(met: Broadcast, state: BroadcastingState) -> Values | None:
    """Make small tensors of these shapes and compute; None where the cells are too many to be drawn."""
    shapes = tuple(operand.padded for operand in met.operands)
    if met.shape is not None:
        shapes = (met.shape,) * 3 if met.size else (*shapes, met.shape)
    if not fits(shapes):
        return None
    numbers: list[np.ndarray] = []
    real: list[np.ndarray] = []
    for operand, start, by in zip(met.operands, (0, 10), (1, 10), strict=True):
        spread = by if operand.size <= 9 and state.operation != "multiply" else 1
        first = start if state.operation != "multiply" else 1
        own = np.arange(operand.size).reshape(operand.padded) * spread + first
        stored = np.zeros(shapes[len(numbers)], dtype=bool)
        stored[tuple(slice(0, 1) if grown else slice(None) for grown in _grown(met, operand))] = True
        numbers.append(np.broadcast_to(own.astype(state.dtype), stored.shape).ravel())
        real.append(stored.ravel())
    if len(shapes) == 3:
        with np.errstate(all="ignore"):  # uint8 may run over, as it does for the learner
            numbers.append(OPERATIONS[state.operation][0](*numbers) if met.size else np.zeros(0))
        real.append(np.ones(met.size, bool))
    return Values(shapes, tuple(numbers), tuple(real))


def _runs_over(result: Result) -> bool:
    """Say whether a result is too large for its type."""
    if result.values is None or not result.met.size:
        return False
    x, y, got = result.values.numbers
    return not np.array_equal(OPERATIONS[result.state.operation][0](x.astype(np.int64), y.astype(np.int64)), got)


def _grown(met: Broadcast, operand: Operand) -> tuple[bool, ...]:
    return operand.stretched if met.size else (False,) * met.rank


def _copied(met: Broadcast, operand: Operand) -> str:
    """What the operand would take as a copy; nothing where it is not stretched."""
    if met.shape is None or not any(operand.stretched):
        return ""
    return in_bytes(met.copied_nbytes(operand))


def _formula(met: Broadcast, state: BroadcastingState) -> str:
    """Which numbers meet in one cell of the result, written with the indices of the shapes as they were given."""
    letters = "ijklmn"[: met.rank]

    def taken(name: str, operand: Operand) -> str:
        own = [
            "0" if grown else letter
            for letter, grown, added in zip(letters, operand.stretched, operand.added, strict=True)
            if not added
        ]
        return f"{name}[{', '.join(own)}]" if own else name

    x, y = (taken(name, operand) for name, operand in zip("xy", met.operands, strict=True))
    left = f"result[{', '.join(letters)}]" if letters else "result"
    return f"{left} = {OPERATIONS[state.operation][3].format(x=x, y=y)}"


def _refusal(met: Broadcast) -> str:
    clash = met.clashes[0]
    return f"axis −{-clash.from_right}:  {clash.lengths[0]} meets {clash.lengths[1]}, and neither is 1"
