"""Where the controls stand under the picture: rows and columns of fields, by name."""

from collections.abc import Mapping
from dataclasses import dataclass

import ipywidgets as widgets

from helpers.widgets.engine.controls import Control


@dataclass(frozen=True)
class Row:
    """Fields (or columns) in a line of their own, which breaks where the page is narrow; ``spread`` over its width."""

    parts: tuple["str | Row | Column", ...]
    spread: bool = False

    def __init__(self, *parts: "str | Row | Column", spread: bool = False) -> None:
        object.__setattr__(self, "parts", parts)
        object.__setattr__(self, "spread", spread)


@dataclass(frozen=True)
class Column:
    """Fields (or rows) one under the other."""

    parts: tuple["str | Row | Column", ...]

    def __init__(self, *parts: "str | Row | Column") -> None:
        object.__setattr__(self, "parts", parts)


Part = str | Row | Column


def lay_out(parts: tuple[Part, ...], controls: Mapping[str, Control]) -> list[widgets.Widget]:
    """Return the boxes of ``parts``; fields that none of them names follow at the end, in their order."""
    named = set(_names(parts))
    rest = [name for name in controls if name not in named]
    return [box for part in (*parts, *rest) for box in _boxes(part, controls)]


def _names(parts: tuple[Part, ...]) -> list[str]:
    return [name for part in parts for name in ([part] if isinstance(part, str) else _names(part.parts))]


def _boxes(part: Part, controls: Mapping[str, Control]) -> list[widgets.Widget]:
    """The boxes of one part: those of a field as they are, a row or a column as one."""
    if isinstance(part, str):
        return controls[part].boxes
    boxes = [box for each in part.parts for box in _boxes(each, controls)]
    if isinstance(part, Column):
        return [widgets.VBox(boxes)]
    spread = "space-between" if part.spread else "flex-start"
    layout = widgets.Layout(flex_flow="row wrap", width="100%", align_items="center", justify_content=spread)
    return [widgets.HBox(boxes, layout=layout)]
