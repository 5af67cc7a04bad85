"""BroadcastingExplorer: two shapes meet, axis by axis, and what it costs."""

from dataclasses import dataclass
from typing import Any

from helpers.maths.tensors import DTYPES
from helpers.widgets.broadcasting.model import AS_GIVEN, COMPUTE, OPERATIONS, Meeting, meet
from helpers.widgets.broadcasting.picture import BroadcastingPicture
from helpers.widgets.broadcasting.words import describe
from helpers.widgets.engine.explorer import Explorer
from helpers.widgets.engine.fields import dropdown, int_slider, text
from helpers.widgets.engine.panel import Row
from helpers.words import N_

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
MENU = {number: f"({x.strip('()')}) , ({y.strip('()')})" for number, (x, y) in enumerate(EXAMPLES)}
MENU[OWN] = N_("shapes of your own")
LONGEST = 1000  # characters of a shape
TICK_MS = 1500


def _example(explorer: Any, state: Any) -> int:
    """The number of the example that ``state`` shows, or OWN."""
    return EXAMPLES.index((state.x, state.y)) if (state.x, state.y) in EXAMPLES else OWN


@dataclass(frozen=True)
class BroadcastingState:
    """Two shapes as text or tuples, the operation, the type of the numbers, how far the rule has gone (1 to 4).

    ``example``, a number of EXAMPLES, stands for its two shapes.
    """

    x: str = text("4, 3", label=N_("shape of x"), longest=LONGEST)
    y: str = text("3", label=N_("shape of y"), longest=LONGEST)
    operation: str = dropdown(
        "add", {name: each.formula.format(x="x", y="y") for name, each in OPERATIONS.items()}, label=N_("operation")
    )
    dtype: str = dropdown("float32", DTYPES, label=N_("dtype"))
    step: int = int_slider(COMPUTE, AS_GIVEN, COMPUTE, label=N_("step"), tick_ms=TICK_MS)
    example: int | None = dropdown(None, MENU, label=N_("example"), usual=_example)

    def __post_init__(self) -> None:
        for name in ("x", "y"):
            value = getattr(self, name)
            if isinstance(value, tuple | list):
                object.__setattr__(self, name, ", ".join(map(str, value)) or "()")
        if isinstance(self.example, int) and self.example in MENU:
            if self.example != OWN:
                for name, shape in zip(("x", "y"), EXAMPLES[self.example], strict=True):
                    object.__setattr__(self, name, shape)
            object.__setattr__(self, "example", None)


class BroadcastingExplorer(Explorer[BroadcastingState, Meeting]):
    """See two shapes meet: axes added, lengths stretched without copies, the result, or the axis that says no."""

    State = BroadcastingState
    Picture = BroadcastingPicture
    describe = staticmethod(describe)
    size = (900, 440)
    panel = (Row("example", "x", "y"), Row("step"))
    label_width = 70

    def compute(self, state: BroadcastingState) -> Meeting:
        """Let the shapes meet."""
        return meet(state.x, state.y, state.operation, state.dtype, state.step)
