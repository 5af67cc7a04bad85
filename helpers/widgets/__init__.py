"""Live pictures: change a control, see what it does.

Each name is loaded when it is first asked for, so that a widget's model can be had without Matplotlib and ipywidgets.
"""

from importlib import import_module
from typing import Any

_MODULES = {
    "ActivationBrowser": "recording.explorer",
    "ActivationExplorer": "activation.explorer",
    "AffineExplorer": "affine.explorer",
    "BackpropStepper": "backprop.explorer",
    "BroadcastingExplorer": "broadcasting.explorer",
    "DAGViewer": "dag.explorer",
    "Explorer": "engine.explorer",
    "KFoldExplorer": "kfold.explorer",
    "LossExplorer": "loss.explorer",
    "OptimizerRace": "race.explorer",
    "PerceptronExplorer": "perceptron.explorer",
    "Playground": "playground.explorer",
    "PredictionBrowser": "predictions.explorer",
    "SignalExplorer": "signal.explorer",
    "SoftmaxExplorer": "softmax.explorer",
    "Stage": "engine.stage",
    "TensorExplorer": "tensor.explorer",
    "TextPredictionBrowser": "predictions.text",
    "ThresholdExplorer": "threshold.explorer",
    "TraceExplorer": "trace.explorer",
    "TrainingBrowser": "training_runs.explorer",
    "UpdateCartoon": "update_cartoon.explorer",
}
__all__ = list(_MODULES)


def __getattr__(name: str) -> Any:
    """Load the widget ``name``; AttributeError when there is none of that name."""
    if name not in _MODULES:
        raise AttributeError(f"helpers.widgets has no {name!r}; it has {', '.join(__all__)}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
