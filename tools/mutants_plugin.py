"""A plugin of pytest for the runs that mutmut starts: see `tools/mutants.py`."""

import sys

from hypothesis import Phase, settings
from mutmut.state import state

_AT_IMPORT: set[str] = set()
sys.setrecursionlimit(4 * sys.getrecursionlimit())  # mutmut puts three frames around each call


def pytest_collection() -> None:
    """Let hypothesis find an example that fails, and not go on to the simplest one."""
    phases = (Phase.explicit, Phase.generate)
    settings.register_profile("mutants", settings.get_profile("patient"), phases=phases, database=None)
    settings.load_profile("mutants")


def pytest_collection_finish() -> None:
    """Keep what was called when the modules were imported."""
    _AT_IMPORT.update(state()._stats)


def pytest_runtest_teardown() -> None:
    """Let every test count as one that reaches it."""
    state()._stats.update(_AT_IMPORT)
