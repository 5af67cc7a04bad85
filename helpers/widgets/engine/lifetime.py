"""Run a cell again, and the widgets that it made before are closed first."""

from typing import Protocol

_by_cell: dict[str, tuple[int, list["Closable"]]] = {}


class Closable(Protocol):
    """What a cell may leave behind."""

    def close(self) -> None:
        """Free everything."""


def _current_cell() -> tuple[str, int] | None:
    """Name of the cell that runs and the count of its run; None outside a notebook.

    JupyterLab names the cell in the metadata of its message; elsewhere the text of the cell is its name.
    """
    try:
        from IPython import get_ipython
    except ImportError:
        return None
    shell = get_ipython()
    if shell is None:
        return None
    parent = shell.get_parent() if hasattr(shell, "get_parent") else getattr(shell, "parent_header", {})
    cell = (parent or {}).get("metadata", {}).get("cellId")
    if cell is None:
        history = shell.history_manager.input_hist_raw
        cell = history[-1] if history else None
    return None if cell is None else (str(cell), shell.execution_count)


def belongs_to_cell(made: Closable) -> None:
    """Close what an earlier run of this cell made, and remember ``made`` for the next run."""
    here = _current_cell()
    if here is None:
        return
    cell, run = here
    last_run, things = _by_cell.get(cell, (run, []))
    if last_run != run:
        for thing in things:
            thing.close()
        things = []
    _by_cell[cell] = (run, [*things, made])
