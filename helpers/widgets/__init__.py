"""Live pictures: change a control, see what it does."""

from helpers.widgets.backprop import BackpropStepper
from helpers.widgets.explorer import Explorer
from helpers.widgets.predictions import PredictionBrowser
from helpers.widgets.stage import Stage
from helpers.widgets.tensor import TensorExplorer

__all__ = ["BackpropStepper", "Explorer", "PredictionBrowser", "Stage", "TensorExplorer"]
