"""Matplotlib on the axes it is given: one style, one palette."""

from helpers.drawing.boxes import Boxes
from helpers.drawing.charts import confusion_matrix, histogram, image_grid
from helpers.drawing.curves import Curves
from helpers.drawing.labels import Labels
from helpers.drawing.pixels import Pixels
from helpers.drawing.style import COLOURS, PALETTE, SIGNED, style
from helpers.drawing.training_cycle import training_cycle

__all__ = [
    "COLOURS",
    "PALETTE",
    "SIGNED",
    "Boxes",
    "Curves",
    "Labels",
    "Pixels",
    "confusion_matrix",
    "histogram",
    "image_grid",
    "style",
    "training_cycle",
]
