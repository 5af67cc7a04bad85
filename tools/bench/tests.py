"""Where the time of the last run of the tests went, by part: read from what pytest has written about it."""

import time
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from pathlib import Path

from tools.bench.table import table
from tools.chapter import ROOT

RUNS = {".venv/tests.xml": "", ".venv-colab/tests.xml": "Colab: "}  # lab.py and .ci/run have pytest write them
NAMED = {"test_house": "house", "test_backends": "JAX", "setup": "set-up", "notebooks": "build", "colab": "chapters"}


def times(root: Path = ROOT) -> list[dict]:
    """Return the seconds of each part of the last runs that are kept below ``root``, the longest first."""
    seconds: defaultdict[str, float] = defaultdict(float)
    tests: Counter[str] = Counter()
    for name, where in RUNS.items():
        if (root / name).is_file():
            for case in ET.parse(root / name).iter("testcase"):
                label = where + part(case.get("classname", ""), case.get("name", ""))
                seconds[label] += float(case.get("time", 0))
                tests[label] += 1
    longest = sorted(seconds, key=seconds.__getitem__, reverse=True)
    return [{"part": label, "tests": tests[label], "seconds": round(seconds[label], 1)} for label in longest]


def part(module: str, test: str) -> str:
    """Return the part that a test belongs to, from the names by which JUnit knows them.

    >>> part("notebooks.05_optimizers.ipynb", "Cell 3")
    'notebook 05_optimizers'
    """
    first, *names = module.split(".")
    if first == "notebooks":
        return "Korean" if test.endswith(" in Korean") else f"notebook {names[0]}"
    if test.startswith("test_memory_does_not_grow"):
        return "memory"
    found = next((name for name in reversed(names) if name in NAMED), None)
    return NAMED[found] if found else names[0]


def report(rows: list[dict], root: Path = ROOT) -> str:
    """Return ``rows`` as a table with their sum and the time of the runs, or a sentence where there is no run."""
    if not rows:
        return "There is no last run: `python lab.py test` or `python lab.py test --full` makes one."
    total = sum(row["seconds"] for row in rows)
    ran = [f"{name}, {time.ctime((root / name).stat().st_mtime)}" for name in RUNS if (root / name).is_file()]
    return f"{table(rows)}\n{total:,.0f} s in all processes together; {'; '.join(ran)}"
