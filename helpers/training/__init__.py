"""What goes into `model.fit`: callbacks that show what happens."""

from helpers.training.live import LiveCurves

__all__ = ["LiveCurves"]
