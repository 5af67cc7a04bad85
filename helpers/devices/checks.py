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
from helpers.words import N_, _

SET_UP = N_("Run `python lab.py`: it installs what the chapters were made with.")
PYTHONS = ((3, 11), (3, 13))
WIDGETS = Version("7.7.1")
ENOUGH_MEMORY = 1.5e9
ENOUGH_DISK = 0.5e9


def check_python(version: tuple[int, ...] = tuple(sys.version_info[:3])) -> Finding:
    """Look whether this Python is one that the chapters support."""
    fact = _("{version} on {system}").format(
        version=".".join(map(str, version)), system=f"{platform.system()} {platform.machine()}"
    )
    if PYTHONS[0] <= version[:2] <= PYTHONS[1]:
        return Finding(OK, fact)
    mark = PROBLEM if version < PYTHONS[0] else NOTE
    return Finding(mark, fact, _("The chapters are tested with Python 3.11 to 3.13: install one of these."))


def check_tensorflow() -> Finding:
    """Look whether TensorFlow can be imported."""
    try:
        import tensorflow as tf
    except ImportError as error:
        return Finding(PROBLEM, _("cannot be imported ({error})").format(error=error), _(SET_UP))
    return Finding(OK, tf.__version__)


def check_keras() -> Finding:
    """Look at Keras and what it computes with."""
    try:
        import keras
    except ImportError as error:
        return Finding(PROBLEM, _("cannot be imported ({error})").format(error=error), _(SET_UP))
    return keras_finding(keras.__version__, keras.backend.backend())


def keras_finding(version: str, backend: str) -> Finding:
    """Judge a version of Keras and its backend."""
    fact = _("{version}, computing with {backend}").format(version=version, backend=backend)
    if backend == "tensorflow":
        return Finding(OK, fact)
    return Finding(PROBLEM, fact, _("Set KERAS_BACKEND=tensorflow and start the kernel again."))


def check_gpu() -> Finding:
    """Look for GPUs, and for the reason if there are none."""
    found = gpus()
    return Finding(OK, ", ".join(found)) if found else Finding(NOTE, _("none: the CPU does the work"), advice_here())


def check_memory(free: Callable[[], float] = free_memory) -> Finding:
    """Look whether a chapter's kernel fits into what is free."""
    room = free()
    fact = _("{size} GB free").format(size=f"{room / 1e9:.1f}")
    if room >= ENOUGH_MEMORY:
        return Finding(OK, fact)
    return Finding(NOTE, fact, _("A chapter takes up to 1.5 GB: close other programs and shut down other kernels."))


def check_data() -> Finding:
    """Look where data sets are kept, and which are here."""
    from helpers.datasets import DATASETS
    from helpers.datasets.places import home

    here = [name for name, dataset in DATASETS.items() if dataset.cached()]
    missing = [dataset for name, dataset in DATASETS.items() if name not in here]
    fact = _("{names} in {folder}").format(names=", ".join(here) or _("none yet"), folder=_short(home()))
    parent = _existing(home())
    if missing and not (parent.is_dir() and os.access(parent, os.W_OK)):
        return Finding(NOTE, f"{fact}, " + _("which cannot be written"), _("Set KERAS_HOME to a folder of your own."))
    if missing:
        size = sum(dataset.megabytes for dataset in missing)
        missed = _("`python -m helpers.datasets fetch all` brings what is missing ({size} MB).")
        return Finding(NOTE, fact, missed.format(size=f"{size:.1f}"))
    return Finding(OK, fact)


def check_disk() -> Finding:
    """Look how much room there is for data."""
    from helpers.datasets.places import home

    free = shutil.disk_usage(_existing(home())).free
    fact = _("{size} GB free where data are kept").format(size=f"{free / 1e9:.1f}")
    if free >= ENOUGH_DISK:
        return Finding(OK, fact)
    return Finding(NOTE, fact, _("Make room: on a full disk neither downloads nor notebooks are saved."))


def check_widgets() -> Finding:
    """Look whether widgets can be shown and answer."""
    try:
        version = metadata.version("ipywidgets")
    except metadata.PackageNotFoundError:
        return Finding(PROBLEM, _("ipywidgets is not installed"), _(SET_UP))
    return widgets_finding(version, live_kernel())


def widgets_finding(version: str, live: bool) -> Finding:
    """Judge a version of ipywidgets, in a live kernel or not."""
    fact = f"ipywidgets {version}, " + (_("live kernel") if live else _("no live kernel"))
    if Version(version) < WIDGETS:
        return Finding(PROBLEM, fact, _(SET_UP))
    if not live:
        return Finding(NOTE, fact, _("Widgets answer in a notebook alone: open a chapter in JupyterLab."))
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
    N_("memory"): check_memory,
    N_("data sets"): check_data,
    N_("disk"): check_disk,
    N_("widgets"): check_widgets,
}


def doctor(checks: Mapping[str, Callable[[], Finding]] = CHECKS) -> Report:
    """Return a report on what the chapters need: show it as the last line of a cell. Never raises."""
    return Report({name: _examine(check) for name, check in checks.items()})


def _examine(check: Callable[[], Finding]) -> Finding:
    try:
        return check()
    except Exception as error:  # whatever it is: the report goes on
        return Finding(NOTE, _("could not be checked: {error}").format(error=f"{type(error).__name__}: {error}"[:300]))


def _existing(path: Path) -> Path:
    """Return ``path`` or the nearest of the folders above it that exists."""
    return next(place for place in (path, *path.parents) if place.exists())


def _short(path: Path) -> str:
    """Return ``path`` with ~ for the home folder."""
    return str("~" / path.relative_to(Path.home())) if path.is_relative_to(Path.home()) else str(path)
