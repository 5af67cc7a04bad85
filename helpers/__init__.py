"""What the chapters import: pictures, widgets, data, devices.

Light to import: TensorFlow loads when a chapter asks for it.
"""

import os

# Read by TensorFlow at its own import, so they must stand before it. A value the learner has set wins.
# No red noise above the first cell that works; the same digits on more machines (no measurable cost here).
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")

from helpers.measured import measured
from helpers.words import language

__all__ = ["language", "measured"]
