"""AffineExplorer: two affine maps, one after the other, and the one that equals them, until a ReLU stands between."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from helpers.drawing.letter import OUTLINE, PER_EDGE
from helpers.drawing.numbers import fixed
from helpers.widgets.affine.model import ROUNDING, Affine, Composition, compose, placed
from helpers.widgets.affine.picture import SIZE, AffinePicture
from helpers.widgets.engine.explorer import Explorer
from helpers.widgets.engine.fields import checkbox, float_slider
from helpers.widgets.engine.panel import Column
from helpers.words import N_, _

RANGES = {"angle": (-180.0, 180.0)} | dict.fromkeys(("scale_x", "scale_y", "shear", "shift_x", "shift_y"), (-2.0, 2.0))
LABELS = {
    "angle": N_("map {number}: angle"),
    "scale_x": N_("map {number}: scale x"),
    "scale_y": N_("map {number}: scale y"),
    "shear": N_("map {number}: shear"),
    "shift_x": N_("map {number}: shift x"),
    "shift_y": N_("map {number}: shift y"),
}
CORNER = 8 * PER_EDGE  # the upper right corner of the F among the points of its outline


def _slider(name: str, number: int, default: float) -> Any:
    """Declare one number of map ``number``."""
    step, form = (5, ".0f") if name == "angle" else (0.1, ".1f")

    def label(state: Any) -> str:
        return _(LABELS[name]).format(number=number)

    return float_slider(default, *RANGES[name], step, format=form, label=label, width=400)


@dataclass(frozen=True)
class AffineState:
    """Two maps, each scaling, then shear, then rotation (degrees), then shift; and whether a ReLU stands between."""

    angle1: float = _slider("angle", 1, 30.0)
    scale_x1: float = _slider("scale_x", 1, 1.8)
    scale_y1: float = _slider("scale_y", 1, 1.4)
    shear1: float = _slider("shear", 1, 0.0)
    shift_x1: float = _slider("shift_x", 1, 0.8)
    shift_y1: float = _slider("shift_y", 1, 0.6)
    angle2: float = _slider("angle", 2, -45.0)
    scale_x2: float = _slider("scale_x", 2, 1.0)
    scale_y2: float = _slider("scale_y", 2, 1.0)
    shear2: float = _slider("shear", 2, 0.3)
    shift_x2: float = _slider("shift_x", 2, -1.0)
    shift_y2: float = _slider("shift_y", 2, 0.5)
    relu: bool = checkbox(False, label=N_("ReLU between the maps"))

    def map(self, number: int) -> Affine:
        """Return map 1 or 2."""
        angle, scale_x, scale_y, shear, shift_x, shift_y = (getattr(self, f"{name}{number}") for name in RANGES)
        return placed(angle, (scale_x, scale_y), shear, (shift_x, shift_y))


class AffineExplorer(Explorer[AffineState, Composition]):
    """See two affine maps move a letter, the one map that equals them, and how a ReLU between them breaks that."""

    State = AffineState
    make_picture = staticmethod(AffinePicture)  # lays out axes of its own
    size = SIZE
    label_width = 110
    panel = tuple(Column(*(f"{name}{number}" for name in RANGES)) for number in (1, 2))

    def compute(self, state: AffineState) -> Composition:
        """Map the letter twice, and find the one map."""
        return compose(OUTLINE, state.map(1), state.map(2), state.relu)

    def describe(self, result: Composition) -> Iterator[str]:
        """Say what the two maps do to a corner, and whether one map does the same."""
        text = _("Map 1 and then map 2 take the upper right corner of the F from {start} to {end}.")
        yield text.format(start=_point(OUTLINE[CORNER]), end=_point(result.after[CORNER]))
        one, misses = result.maps[2], result.misses
        if not result.relu:
            text = _("One map alone does the same to every point; it multiplies areas by {area}.")
            yield text.format(area=fixed(one.area, 2))
            if one.area < -5e-3:
                yield _("The F is mirrored.")
        elif np.array_equal(result.before, result.between):
            yield _("No coordinate is negative after map 1: the ReLU changes nothing, and one map still does.")
        elif misses.max() < ROUNDING:
            yield _("The ReLU treats every point of the F alike, so that one map can still do the same to it.")
        else:
            text = _(
                "The ReLU sets every negative coordinate to 0, and no single map does that: "
                "the nearest misses by {mean} on average and {most} at most."
            )
            yield text.format(mean=f"{misses.mean():.2f}", most=f"{misses.max():.2f}")


def _point(point: np.ndarray) -> str:
    return f"({fixed(point[0], 2)}, {fixed(point[1], 2)})"
