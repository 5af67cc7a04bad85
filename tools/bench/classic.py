"""The classic way of a listing beside ours: the same work, each in its own kernel; seconds, score, memory of both."""

from collections.abc import Sequence

import psutil

from tools.bench.kernel import kernel
from tools.bench.table import machine, table

LEAST = 3.0  # times faster, for the houses in the whole
NEEDED = 10e9  # bytes free before the classic reviews are tried
HOURS = 3600 * 3
REVIEW_EPOCHS = 4


def houses(epochs: Sequence[int]) -> list[dict]:
    """Return a row for four folds of each of ``epochs``, batches of 16, and one for all of it together."""
    rows = [_row(f"houses, 4 folds × {count} epochs", "k_fold", count) for count in epochs]
    spent = {way: round(sum(row[f"{way}_s"] for row in rows), 1) for way in ("classic", "ours")}
    together = {"work": "houses, together", "classic_s": spent["classic"], "ours_s": spent["ours"]}
    together["ratio"] = round(spent["classic"] / spent["ours"], 1)
    return [*rows, {**dict.fromkeys(rows[0], ""), **together}]


def reviews() -> list[dict]:
    """Return the row of the reviews; none where the memory for the classic way is not free."""
    if psutil.virtual_memory().available < NEEDED:
        return []
    return [_row(f"reviews, {REVIEW_EPOCHS} epochs", "reviews", REVIEW_EPOCHS)]


def _row(work: str, function: str, epochs: int) -> dict:
    got = {way: _alone(function, way, epochs) for way in ("classic", "ours")}
    return {
        "work": work,
        "classic_s": round(got["classic"]["seconds"], 1),
        "ours_s": round(got["ours"]["seconds"], 1),
        "ratio": round(got["classic"]["seconds"] / got["ours"]["seconds"], 1),
        "classic_score": round(got["classic"]["score"], 3),
        "our_score": round(got["ours"]["score"], 3),
        "classic_mb": round(got["classic"]["mb"]),
        "our_mb": round(got["ours"]["mb"]),
    }


def _alone(function: str, way: str, epochs: int) -> dict:
    """Run one way in a kernel of its own, so that neither inherits the other's memory."""
    with kernel() as there:
        answer = there.call("tools.bench.listings", function, way, epochs, seconds=HOURS)
        return {**answer, "mb": there.call("tools.bench.listings", "peak_mb")}


def report(rows: list[dict], asked: set[str]) -> str:
    """Return the table, what its scores are, and in words whether the bar holds."""
    words = [table(rows)] if rows else []
    words.append("score: MAE in thousand dollars over the last tenth of the epochs; accuracy on the test reviews")
    ratios = [row["ratio"] for row in rows if row["work"] == "houses, together"]
    words += [
        f"Houses at least {LEAST:g} times faster: {'yes' if ratio >= LEAST else 'no'}, {ratio}." for ratio in ratios
    ]
    if "reviews" in asked and not any(row["work"].startswith("reviews") for row in rows):
        words.append(f"Reviews left out: the classic way wants {NEEDED / 1e9:.0f} GB of free memory.")
    return "\n".join([*words, machine()])
