"""nbval, without its gaps: no cell goes unrun or uncompared in silence, and every notebook says how many were compared.

nbval passes over a cell without an execution count, counts a picture as compared though it never looks at it, and runs
cells outside the history, where a closing ``;`` does not keep a value from being shown.
"""

import os
from itertools import groupby

import pytest

from tools.outputs import has_something_to_compare

LEAST_COMPARED = 0.85  # of the cells that have an output
_SECTION = "compared outputs"


def _is_notebook_cell(item: pytest.Item) -> bool:
    return type(item).__name__ == "IPyNbCell"


def pytest_configure(config: pytest.Config) -> None:
    """Run notebook cells with history, as every front end does."""
    try:
        from nbval.kernel import RunningKernel
    except ImportError:
        return

    def execute_cell_input(self, cell_input, allow_stdin=None):
        return self.kc.execute(cell_input, store_history=True, allow_stdin=allow_stdin, stop_on_error=False)

    RunningKernel.execute_cell_input = execute_cell_input


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On practice data compare no output of real data; after the cells of a notebook, count what is compared."""
    practice = os.environ.get("WATCH_IT_LEARN_DATA") == "practice"
    ordered: list[pytest.Item] = []
    for parent, group in groupby(items, key=lambda item: item.parent if _is_notebook_cell(item) else None):
        cells = list(group)
        ordered += cells
        if parent is None:
            continue
        for cell in cells:
            if practice and "real-data" in cell.cell.metadata.get("tags", []):
                cell.options["check"] = False
        ordered.append(OutputCount.from_parent(parent, name="output count", cells=cells))
    items[:] = ordered


class OutputCount(pytest.Item):
    """Fails when a cell was never run, or when too few outputs of the notebook are compared."""

    def __init__(self, *, cells, **kwargs):
        super().__init__(**kwargs)
        self.cells = cells

    def runtest(self):
        unrun = [item.cell_num for item in self.cells if item.cell.execution_count is None]
        if unrun:
            raise AssertionError(f"cells {unrun} have no execution count: build the notebook")
        with_output = [item for item in self.cells if item.cell.outputs]
        comparable = [item for item in with_output if has_something_to_compare(item.cell)]
        compared = [item for item in comparable if item.options["check"]]
        waiting = [item for item in comparable if not item.options["check"] and _only_on_real_data(item.cell)]
        line = f"{len(compared)} of {len(with_output)} output cells compared"
        if waiting:
            line += f" ({len(waiting)} more where the real data are)"
        self.add_report_section("call", _SECTION, f"{self.path.relative_to(self.config.rootpath)}: {line}")
        if len(compared) + len(waiting) < LEAST_COMPARED * len(with_output):
            raise AssertionError(f"{line}; at least {LEAST_COMPARED:.0%} must be")

    def reportinfo(self):
        return self.path, None, f"{self.path.name}: output count"

    def repr_failure(self, excinfo, style=None):
        return str(excinfo.value)


def _only_on_real_data(cell) -> bool:
    tags = cell.metadata.get("tags", [])
    return "real-data" in tags and "nbval-ignore-output" not in tags


def pytest_terminal_summary(terminalreporter) -> None:
    """Print the counts of all notebooks, from the reports: the tests may have run in other processes."""
    reports = (report for kind in ("passed", "failed") for report in terminalreporter.getreports(kind))
    lines = [text for report in reports for name, text in report.sections if name == f"Captured {_SECTION} call"]
    if lines:
        terminalreporter.section("stored outputs")
        for line in sorted(lines):
            terminalreporter.line(line)
