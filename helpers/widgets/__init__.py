"""Live pictures: change a control, see what it does."""

from helpers.widgets.activation import ActivationExplorer
from helpers.widgets.activations import ActivationBrowser
from helpers.widgets.affine import AffineExplorer
from helpers.widgets.backprop import BackpropStepper
from helpers.widgets.broadcasting import BroadcastingExplorer
from helpers.widgets.cartoon import UpdateCartoon
from helpers.widgets.dag import DAGViewer
from helpers.widgets.explorer import Explorer
from helpers.widgets.kfold import KFoldExplorer
from helpers.widgets.loss import LossExplorer
from helpers.widgets.perceptron import PerceptronExplorer
from helpers.widgets.playground import Playground
from helpers.widgets.predictions import PredictionBrowser
from helpers.widgets.race import OptimizerRace
from helpers.widgets.signal import SignalExplorer
from helpers.widgets.softmax import SoftmaxExplorer
from helpers.widgets.stage import Stage
from helpers.widgets.tensor import TensorExplorer
from helpers.widgets.text_predictions import TextPredictionBrowser
from helpers.widgets.threshold import ThresholdExplorer
from helpers.widgets.trace import TraceExplorer
from helpers.widgets.training import TrainingBrowser

__all__ = [
    "ActivationBrowser",
    "ActivationExplorer",
    "AffineExplorer",
    "BackpropStepper",
    "BroadcastingExplorer",
    "DAGViewer",
    "Explorer",
    "KFoldExplorer",
    "LossExplorer",
    "OptimizerRace",
    "PerceptronExplorer",
    "Playground",
    "PredictionBrowser",
    "SignalExplorer",
    "SoftmaxExplorer",
    "Stage",
    "TensorExplorer",
    "TextPredictionBrowser",
    "ThresholdExplorer",
    "TraceExplorer",
    "TrainingBrowser",
    "UpdateCartoon",
]
