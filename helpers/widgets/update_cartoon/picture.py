"""A map with one step as arrows, beside the boxes of what it computes."""

from matplotlib.axes import Axes

from helpers.widgets.update_cartoon.boxes import UpdateBoxes
from helpers.widgets.update_cartoon.map import UpdateMap
from helpers.widgets.update_cartoon.model import NAMES, Walk
from helpers.words import _

SIZE = (900, 464)


class UpdatePicture:
    """The map on the left, the boxes on the right."""

    def __init__(self, page: Axes) -> None:
        self.map, self.boxes = UpdateMap(page), UpdateBoxes(page)
        self.moving = [*self.map.moving, *self.boxes.moving]
        self._surface = self._name = ""  # that are drawn

    def show(self, result: Walk) -> bool:
        """Move arrows and numbers; another map or other boxes only for another surface or optimizer."""
        other_surface, other_rule = self._surface != result.surface, self._name != result.name
        self._surface, self._name = result.surface, result.name
        if other_surface:
            self.map.set_ground(result.surface)
        if other_rule:
            self.map.set_rule(result.rule)
            self.boxes.set_flow(result.quantities)
        self.map.update(_("{name}, step {number}").format(name=NAMES[result.name], number=len(result.steps)), result)
        self.boxes.update(result.quantities)
        return other_surface or other_rule
