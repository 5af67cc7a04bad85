"""What the chapters import: pictures, widgets, data, devices.

Light to import: TensorFlow loads when a chapter asks for it.
"""

import os

# Read by TensorFlow at its own import, so they must stand before it. A value the learner has set wins.
# No red noise above the first cell that works; the same digits on more machines (no measurable cost here).
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")

from helpers.measured import measured
from helpers.words import choose_language

__all__ = ["language", "measured"]


def language(code: str) -> None:
    """Set the language of pictures, widgets and reports made from here on: ``"en"`` or ``"ko"``.

    Raises ValueError for a language that the collection does not have.
    """
    choose_language(code)
    if code == "ko":
        from helpers.drawing.fonts import stand_behind

        stand_behind()
