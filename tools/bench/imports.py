"""Seconds that a fresh Python takes for an import, and what else it loads."""

import subprocess
import sys
from statistics import median
from time import perf_counter

from tools.bench.table import machine, table
from tools.chapter import ROOT

MODULES = ("helpers", "helpers.drawing", "helpers.widgets", "helpers.datasets")
HEAVY = ("tensorflow", "keras", "matplotlib")
MOST_SECONDS = 0.3


def heavy(module: str) -> list[str]:
    """Return which of the heavy packages ``import module`` loads."""
    return [name for name in _run(f"import sys, {module}\nprint(*sys.modules)").split() if name in HEAVY]


def _run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout


def _seconds(code: str) -> float:
    start = perf_counter()
    _run(code)
    return perf_counter() - start


def imports(rounds: int = 5) -> list[dict]:
    """Return one row a module: seconds above those of an empty interpreter, in turn, the median of ``rounds``."""
    codes = {"nothing": "pass", **{module: f"import {module}" for module in MODULES}}
    taken: dict[str, list[float]] = {name: [] for name in codes}
    for _round in range(rounds + 1):
        for name, code in codes.items():
            taken[name].append(_seconds(code))
    middle = {name: median(each[1:]) for name, each in taken.items()}  # the first round fills the disk's cache
    return [{"import": "nothing", "process_s": round(middle["nothing"], 3), "import_s": 0.0, "loads": "-"}] + [
        {
            "import": name,
            "process_s": round(middle[name], 3),
            "import_s": round(middle[name] - middle["nothing"], 3),
            "loads": ", ".join(heavy(name)) or "-",
        }
        for name in MODULES
    ]


def report(rows: list[dict]) -> str:
    """Return the table, and in words whether the bar holds."""
    light = next(row for row in rows if row["import"] == "helpers")
    verdict = "yes" if light["import_s"] < MOST_SECONDS else "no"
    return "\n".join([table(rows), f"import helpers under {MOST_SECONDS} s: {verdict}.", machine()])
