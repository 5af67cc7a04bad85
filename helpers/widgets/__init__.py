"""Live pictures: change a control, see what it does."""

from helpers.widgets.activation import ActivationExplorer
from helpers.widgets.affine import AffineExplorer
from helpers.widgets.backprop import BackpropStepper
from helpers.widgets.broadcasting import BroadcastingExplorer
from helpers.widgets.cartoon import UpdateCartoon
from helpers.widgets.explorer import Explorer
from helpers.widgets.loss import LossExplorer
from helpers.widgets.perceptron import PerceptronExplorer
from helpers.widgets.predictions import PredictionBrowser
from helpers.widgets.race import OptimizerRace
from helpers.widgets.signal import SignalExplorer
from helpers.widgets.softmax import SoftmaxExplorer
from helpers.widgets.stage import Stage
from helpers.widgets.tensor import TensorExplorer

__all__ = [
    "ActivationExplorer",
    "AffineExplorer",
    "BackpropStepper",
    "BroadcastingExplorer",
    "Explorer",
    "LossExplorer",
    "OptimizerRace",
    "PerceptronExplorer",
    "PredictionBrowser",
    "SignalExplorer",
    "SoftmaxExplorer",
    "Stage",
    "TensorExplorer",
    "UpdateCartoon",
]
