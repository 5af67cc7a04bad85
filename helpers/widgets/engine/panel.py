"""Where the controls stand under the picture: rows and columns of fields, by name."""

from collections.abc import Mapping

import ipywidgets as widgets

from helpers.widgets.engine.controls import Control


class Row:
    """Fields (or columns) in a line of their own, which breaks where the page is narrow; ``spread`` over its width."""

    def __init__(self, *parts: "Part", spread: bool = False) -> None:
        self.parts, self.spread = parts, spread


class Column:
    """Fields (or rows) one under the other."""

    def __init__(self, *parts: "Part") -> None:
        self.parts = parts


Part = str | Row | Column


def lay_out(parts: tuple[Part, ...], controls: Mapping[str, Control]) -> list[widgets.Widget]:
    """Return the boxes of ``parts``; fields that none of them names follow at the end, in their order."""
    rest = dict(controls)

    def boxes(part: Part) -> list[widgets.Widget]:
        """Those of a field as they are, those of a row or a column as one."""
        if isinstance(part, str):
            return rest.pop(part).boxes
        inside = [box for each in part.parts for box in boxes(each)]
        if isinstance(part, Column):
            return [widgets.VBox(inside)]
        spread = "space-between" if part.spread else "flex-start"
        layout = widgets.Layout(flex_flow="row wrap", width="100%", align_items="center", justify_content=spread)
        return [widgets.HBox(inside, layout=layout)]

    named = [box for part in parts for box in boxes(part)]
    return named + [box for control in rest.values() for box in control.boxes]
