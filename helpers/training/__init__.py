"""What goes into `model.fit`: callbacks that show what happens; and what was saved of it."""

from helpers.training.checkpoints import load_model, load_weights
from helpers.training.live import LiveCurves
from helpers.training.tensorboard import start_tensorboard
from helpers.training.watcher import ActivationWatcher

__all__ = ["ActivationWatcher", "LiveCurves", "load_model", "load_weights", "start_tensorboard"]
