"""The doctor: every check is independent, so that the report is complete when one of them fails."""

import os
import platform
import shutil
import sys
from collections.abc import Callable, Mapping
from importlib import metadata
from pathlib import Path

from packaging.version import Version

from helpers.devices.gpu import advice_here, gpus
from helpers.devices.memory import free_memory
from helpers.devices.report import NOTE, OK, PROBLEM, Finding, Report

SET_UP = "Run `python lab.py`: it installs what the chapters were made with."
PYTHONS = ((3, 11), (3, 13))
WIDGETS = Version("7.7.1")
ENOUGH_MEMORY = 1.5e9
ENOUGH_DISK = 0.5e9


def check_python(version: tuple[int, ...] = tuple(sys.version_info[:3])) -> Finding:
    """Look whether this Python is one that the chapters support."""
    fact = f"{'.'.join(map(str, version))} on {platform.system()} {platform.machine()}"
    if PYTHONS[0] <= version[:2] <= PYTHONS[1]:
        return Finding(OK, fact)
    mark = PROBLEM if version < PYTHONS[0] else NOTE
    return Finding(mark, fact, "The chapters are tested with Python 3.11 to 3.13: install one of these.")


def check_tensorflow() -> Finding:
    """Look whether TensorFlow can be imported."""
    try:
        import tensorflow as tf
    except ImportError as error:
        return Finding(PROBLEM, f"cannot be imported ({error})", SET_UP)
    return Finding(OK, tf.__version__)


def check_keras() -> Finding:
    """Look at Keras and what it computes with."""
    try:
        import keras
    except ImportError as error:
        return Finding(PROBLEM, f"cannot be imported ({error})", SET_UP)
    return keras_finding(keras.__version__, keras.backend.backend())


def keras_finding(version: str, backend: str) -> Finding:
    """Judge a version of Keras and its backend."""
    fact = f"{version}, computing with {backend}"
    if backend == "tensorflow":
        return Finding(OK, fact)
    return Finding(PROBLEM, fact, "Set KERAS_BACKEND=tensorflow and start the kernel again.")


def check_gpu() -> Finding:
    """Look for GPUs, and for the reason if there are none."""
    found = gpus()
    return Finding(OK, ", ".join(found)) if found else Finding(NOTE, "none: the CPU does the work", advice_here())


def check_memory(free: Callable[[], float] = free_memory) -> Finding:
    """Look whether a chapter's kernel fits into what is free."""
    room = free()
    fact = f"{room / 1e9:.1f} GB free"
    if room >= ENOUGH_MEMORY:
        return Finding(OK, fact)
    return Finding(NOTE, fact, "A chapter takes up to 1.5 GB: close other programs and shut down other kernels.")


def check_data() -> Finding:
    """Look where data sets are kept, and which are here."""
    from helpers.datasets import DATASETS
    from helpers.datasets.places import home

    here = [name for name, dataset in DATASETS.items() if dataset.cached()]
    missing = [dataset for name, dataset in DATASETS.items() if name not in here]
    fact = f"{', '.join(here) or 'none yet'} in {_short(home())}"
    parent = _existing(home())
    if missing and not (parent.is_dir() and os.access(parent, os.W_OK)):
        return Finding(NOTE, f"{fact}, which cannot be written", "Set KERAS_HOME to a folder of your own.")
    if missing:
        size = sum(dataset.megabytes for dataset in missing)
        missed = f"`python -m helpers.datasets fetch all` brings what is missing ({size:.1f} MB)."
        return Finding(NOTE, fact, missed)
    return Finding(OK, fact)


def check_disk() -> Finding:
    """Look how much room there is for data."""
    from helpers.datasets.places import home

    free = shutil.disk_usage(_existing(home())).free
    fact = f"{free / 1e9:.1f} GB free where data are kept"
    if free >= ENOUGH_DISK:
        return Finding(OK, fact)
    return Finding(NOTE, fact, "Make room: on a full disk neither downloads nor notebooks are saved.")


def check_widgets() -> Finding:
    """Look whether widgets can be shown and answer."""
    try:
        version = metadata.version("ipywidgets")
    except metadata.PackageNotFoundError:
        return Finding(PROBLEM, "ipywidgets is not installed", SET_UP)
    return widgets_finding(version, live_kernel())


def widgets_finding(version: str, live: bool) -> Finding:
    """Judge a version of ipywidgets, in a live kernel or not."""
    fact = f"ipywidgets {version}, {'live kernel' if live else 'no live kernel'}"
    if Version(version) < WIDGETS:
        return Finding(PROBLEM, fact, SET_UP)
    if not live:
        return Finding(NOTE, fact, "Widgets answer in a notebook alone: open a chapter in JupyterLab.")
    return Finding(OK, fact)


def live_kernel() -> bool:
    """Tell whether this runs in a Jupyter kernel."""
    ipython = sys.modules.get("IPython")
    return getattr(ipython and ipython.get_ipython(), "kernel", None) is not None


CHECKS: dict[str, Callable[[], Finding]] = {
    "Python": check_python,
    "TensorFlow": check_tensorflow,
    "Keras": check_keras,
    "GPU": check_gpu,
    "memory": check_memory,
    "data sets": check_data,
    "disk": check_disk,
    "widgets": check_widgets,
}


def doctor(checks: Mapping[str, Callable[[], Finding]] = CHECKS) -> Report:
    """Return a report on what the chapters need: show it as the last line of a cell. Never raises."""
    return Report({name: _examine(check) for name, check in checks.items()})


def _examine(check: Callable[[], Finding]) -> Finding:
    try:
        return check()
    except Exception as error:  # whatever it is: the report goes on
        return Finding(NOTE, f"could not be checked: {type(error).__name__}: {error}"[:300])


def _existing(path: Path) -> Path:
    """Return ``path`` or the nearest of the folders above it that exists."""
    return next(place for place in (path, *path.parents) if place.exists())


def _short(path: Path) -> str:
    """Return ``path`` with ~ for the home folder."""
    return str("~" / path.relative_to(Path.home())) if path.is_relative_to(Path.home()) else str(path)
