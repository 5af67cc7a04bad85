"""What live curves cost a training: the share of time inside the callback, and fits with them against fits without."""

from statistics import median

from tools.bench.kernel import kernel
from tools.bench.table import machine, table

MOST_SHARE = 0.03


def curves(pairs: int) -> list[dict]:
    """Return one row without validation and one with."""
    with kernel() as there:
        return [_row(split, there.call("tools.bench.fits", "measure", split, pairs)) for split in (0.0, 0.1)]


def _row(split: float, got: dict[str, list[float]]) -> dict:
    without, watched = median(got["without"]), median(got["with"])
    return {
        "validation_split": split,
        "without_s": round(without, 2),
        "with_s": round(watched, 2),
        "ratio": round(watched / without, 3),
        "share": round(median(got["share"]), 4),
    }


def report(rows: list[dict]) -> str:
    """Return the table, and in words whether the bar holds."""
    dear = [f"{row['share']:.1%}" for row in rows if row["share"] >= MOST_SHARE]
    verdict = f"Under {MOST_SHARE:.0%} of the time in the callback: {'no, ' + ', '.join(dear) if dear else 'yes'}."
    return "\n".join([table(rows), verdict, machine()])
