"""A network of your making that learns points in the plane; its training without any picture."""

from helpers.widgets.playground.model import Experiment, Trainer

__all__ = ["Experiment", "Trainer"]
