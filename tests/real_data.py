"""Which data the tests and the notebooks' kernels work on: the real sets where they can be had, practice data else.

Settled once, before anything starts, and handed on by the environment, so that no kernel asks a network again.
"""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

SHARED = Path(__file__).parent.parent.parent / "shared" / "data" / "keras"


def required(what: str) -> bool:
    """Tell whether this run must not do without ``what`` ("browser", "data", ...)."""
    return what in os.environ.get("WATCH_IT_LEARN_REQUIRE", "").replace(" ", "").split(",")


def missing(what: str, reason: str) -> None:
    """Skip the running test for want of ``what``, or fail it where the run requires it."""
    if required(what):
        pytest.fail(f"this run requires {what}: {reason}")
    pytest.skip(reason)


def pytest_configure(config: pytest.Config) -> None:
    """Point KERAS_HOME at a scratch copy of the shared data, and find out whether real data can be had."""
    if hasattr(config, "workerinput"):
        return  # pytest-xdist: settled in the controller
    if "KERAS_HOME" not in os.environ and SHARED.is_dir():
        scratch = Path(tempfile.mkdtemp(prefix="watch-it-learn-data-"))
        shutil.copytree(SHARED, scratch, dirs_exist_ok=True)
        for path in [scratch, *scratch.rglob("*")]:
            path.chmod(0o755 if path.is_dir() else 0o644)
        os.environ["KERAS_HOME"] = str(scratch)
        config.add_cleanup(lambda: shutil.rmtree(scratch, ignore_errors=True))
    if not os.environ.get("WATCH_IT_LEARN_DATA"):
        os.environ["WATCH_IT_LEARN_DATA"] = "real" if _real_data_can_be_had() else "practice"
    if required("data") and os.environ["WATCH_IT_LEARN_DATA"] != "real":
        raise pytest.UsageError("this run requires the real data, and they cannot be had here")


def _real_data_can_be_had() -> bool:
    from helpers.datasets import DATASETS, DataUnavailableError

    try:
        for data_set in DATASETS.values():
            data_set.fetch()
    except DataUnavailableError:
        return False
    return True


def pytest_report_header(config: pytest.Config) -> str:
    """Say at the top of every run what it works on."""
    return f"data: {os.environ.get('WATCH_IT_LEARN_DATA')}"
