"""The table of axes above, the cells below, the formula of one cell (or why there is none) at the foot."""

from matplotlib.axes import Axes

from helpers.drawing import COLOURS, Labels
from helpers.drawing.fonts import MONO
from helpers.drawing.page import add
from helpers.drawing.style import INK
from helpers.maths.broadcasting import Broadcast, Operand
from helpers.widgets.broadcasting.cells import BroadcastCells
from helpers.widgets.broadcasting.model import Meeting
from helpers.widgets.broadcasting.table import BroadcastTable
from helpers.words import _

FOOT = (20, 422)  # of the page, in pixels


class BroadcastingPicture:
    """The whole picture on ``page``."""

    def __init__(self, page: Axes) -> None:
        self.table, self.cells = BroadcastTable(page), BroadcastCells(page)
        self.formula, self.refusal = Labels(INK, MONO), Labels(COLOURS["vermillion"])
        self.moving = [*self.table.moving, *self.cells.moving, *add(page, self.formula, self.refusal)]

    def show(self, meeting: Meeting) -> None:
        """Move the boxes of the table, then the cells or the bars."""
        self.table.show(meeting)
        self.cells.show(meeting)
        fits = meeting.met.shape is not None
        self.formula.write([(*FOOT, _formula(meeting))] if fits else [], 15)
        self.refusal.write([] if fits else [(*FOOT, _refusal(meeting.met))], 16)


def _formula(meeting: Meeting) -> str:
    """Which numbers meet in one cell of the result, written with the indices of the shapes as they were given."""
    letters = "ijklmn"[: meeting.met.rank]

    def taken(name: str, operand: Operand) -> str:
        own = ["0" if grown else letter for letter, grown in zip(letters, operand.stretched, strict=True)]
        own = own[len(own) - len(operand.shape) :]
        return f"{name}[{', '.join(own)}]" if own else name

    x, y = (taken(name, operand) for name, operand in zip("xy", meeting.met.operands, strict=True))
    left = _("result") + (f"[{', '.join(letters)}]" if letters else "")
    return f"{left} = {meeting.operation.formula.format(x=x, y=y)}"


def _refusal(met: Broadcast) -> str:
    clash = met.clashes[0]
    return _("axis {axis}:  {x} meets {y}, and neither is 1").format(
        axis=f"−{-clash.from_right}", x=clash.lengths[0], y=clash.lengths[1]
    )
