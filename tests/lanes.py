"""Two lanes: what a contributor needs, in ten minutes, and with ``--full`` all there is. The longest things run first.

A test that is marked ``full`` waits for ``--full``. The order and the sharing-out decide when a test runs and in which
process, never whether.
"""

import pytest

# Only to let both workers end together: what is not named here runs later, in the order of its file.
FIRST = (
    "tests/browser/",
    "notebooks/13",
    "notebooks/11",
    "notebooks/10",
    "notebooks/12",
    "notebooks/04",
    "notebooks/",
    "tests/notebooks/test_backends.py",
    "tests/colab/",
    "tests/bench/",
    "tests/setup/",
    "tests/widgets/test_every",
)
TOGETHER = ("tests/browser/",)  # one Chromium and one JupyterLab for all of them
APART = ("tests/notebooks/test_backends.py", "tests/colab/", "tests/widgets/test_every")  # a chapter, an explorer each
_LEFT = pytest.StashKey[int]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--full``."""
    parser.addoption("--full", action="store_true", help="also the tests that the short run leaves out: all there is")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is marked ``full``, and put the longest things first."""
    if not config.getoption("full"):
        left = [item for item in items if item.get_closest_marker("full")]
        config.stash[_LEFT] = len(left)
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if not item.get_closest_marker("full")]
    items.sort(key=lambda item: turn(item.nodeid))


def turn(nodeid: str) -> int:
    """Return the place in the order: 0 for what runs first."""
    return next((place for place, start in enumerate(FIRST) if nodeid.startswith(start)), len(FIRST))


def scope(nodeid: str) -> str:
    """Return the name of what must run in one process, in its order: a module's tests, a notebook's cells."""
    if nodeid.startswith(APART):
        return nodeid
    return next((start for start in TOGETHER if nodeid.startswith(start)), nodeid.partition("::")[0])


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log):
    """Share out scopes in our order, where ``--dist loadscope`` asks for scopes."""
    from xdist.scheduler import LoadScopeScheduling

    class Scopes(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return scope(nodeid)

    if config.getoption("dist") != "loadscope":
        return None
    config.option.loadscopereorder = False  # by the number of tests, a notebook of 20 long cells would run last
    return Scopes(config, log)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node, error) -> None:
    """Keep what a worker has counted; all of them collect the same tests."""
    node.config.stash[_LEFT] = getattr(node, "workeroutput", {}).get("left for --full", 0)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hand the count of a worker on to the process that prints it."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["left for --full"] = session.config.stash.get(_LEFT, 0)


def pytest_terminal_summary(terminalreporter, config: pytest.Config) -> None:
    """Say what this run left out."""
    if left := config.stash.get(_LEFT, 0):
        terminalreporter.line(f"{left} tests were left out; --full runs them too.")
