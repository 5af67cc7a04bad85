"""A network of your making that learns points in the plane; its training without any picture."""

from helpers.widgets.playground.experiment import Experiment
from helpers.widgets.playground.model import Trainer

__all__ = ["Experiment", "Trainer"]
