"""How long a frame takes, for every explorer, beside the same picture by `interact`."""

import sys
from statistics import median, quantiles

from tools.bench.kernel import Kernel, KernelError, kernel
from tools.bench.table import machine, table

MOST_MS = 16.7  # one frame of a screen
LEAST_RATIO = 10
KEYS = ("explorer", "median_ms", "p95_ms", "interact_ms", "ratio")


def frames(wanted: list[str], changes: int) -> tuple[list[dict], bool]:
    """Return one row an explorer, and whether all of them could be measured."""
    rows = []
    with kernel() as there:
        names = there.call("tools.bench.moves", "names")
        if unknown := sorted(set(wanted) - set(names)):
            raise KernelError(f"no such explorer: {', '.join(unknown)}; there are {', '.join(names)}")
        for name in wanted or names:
            try:
                rows.append(_row(name, there, changes))
            except KernelError as problem:
                print(f"{name} fails:\n{problem}", file=sys.stderr)
    return rows, len(rows) == len(wanted or names)


def _row(name: str, there: Kernel, changes: int) -> dict:
    got = there.call("tools.bench.pictures", "measure", name, changes)
    for kind, least in (("frames", changes), ("displayed", len(got["interact"]))):
        if there.sent[kind] < least:
            raise KernelError(f"{there.sent[kind]} of {least} pictures arrived here ({kind})")
    middle, interact = 1000 * median(got["frames"]), 1000 * median(got["interact"])
    late = 1000 * quantiles(got["frames"], n=20, method="inclusive")[-1]
    numbers = (round(middle, 2), round(late, 2), round(interact, 1), round(interact / middle, 1))
    return {**dict(zip(KEYS, (name, *numbers), strict=True)), "frame_kB": round(median(got["bytes"]) / 1000)}


def report(rows: list[dict]) -> str:
    """Return the table, and in words whether the bars hold."""
    slow = [f"{row['explorer']} ({row['median_ms']} ms)" for row in rows if row["median_ms"] > MOST_MS]
    near = [f"{row['explorer']} ({row['ratio']} times)" for row in rows if row["ratio"] < LEAST_RATIO]
    return "\n".join(
        [
            table(rows),
            f"Median at most {MOST_MS} ms: {'not ' + ', '.join(slow) if slow else 'yes, all'}.",
            f"At least {LEAST_RATIO} times faster than interact: {'not ' + ', '.join(near) if near else 'yes, all'}.",
            machine(),
        ]
    )
