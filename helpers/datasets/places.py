"""Where downloaded files are kept: Keras' own folder, or one for this session."""

import atexit
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path


def home() -> Path:
    """Return the folder where Keras keeps data sets: ``$KERAS_HOME/datasets``, else ``~/.keras/datasets``."""
    return Path(os.path.expanduser(os.environ.get("KERAS_HOME") or "~/.keras")) / "datasets"


@cache
def session_folder() -> Path:
    """Return a folder that lives as long as this process, made at the first call. Raises OSError."""
    folder = tempfile.mkdtemp(prefix="watch-it-learn-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


def folders() -> list[Path]:
    """Return the folders where a file may be kept, the best first."""
    return [home(), session_folder()] if session_folder.cache_info().currsize else [home()]
