"""A tick of the playground's Play: the training in it and the rest, which is the frame, apart."""

import math
from statistics import median
from time import perf_counter
from typing import Any

from tools.bench.kernel import kernel
from tools.bench.table import machine, table

MOST_MS = 33.0
NETWORKS: dict[str, dict[str, Any]] = {
    "8-8": {"hidden": (8, 8)},
    "8-8, seven inputs": {"hidden": (8, 8), "features": ("x1", "x2", "x1^2", "x2^2", "x1x2", "sin x1", "sin x2")},
    "six layers of 8": {"hidden": (8,) * 6},
}


def play(ticks: int) -> list[dict]:
    """Return one row a network."""
    with kernel() as there:
        return [_row(name, there.call("tools.bench.play", "measure", name, ticks)) for name in NETWORKS]


def measure(name: str, ticks: int) -> dict[str, list[float]]:
    """Return seconds of ``ticks`` ticks: all of each, and the training in it. Runs in the kernel."""
    from helpers.widgets import Playground
    from helpers.widgets.playground.model import Trainer

    usual = {"data": "spiral", "activation": "relu", "optimizer": "adam", "learning_rate": 0.01, "seed": 1}
    shown = Playground(**{**usual, **NETWORKS[name]})
    train, spent = Trainer.train, 0.0

    def timed(self: Trainer, to: int, seconds: float = math.inf) -> None:
        nonlocal spent
        start = perf_counter()
        train(self, to, seconds)
        spent += perf_counter() - start

    got: dict[str, list[float]] = {"ticks": [], "training": []}
    shown.player.playing = True
    Trainer.train = timed  # type: ignore[method-assign]
    try:
        for _tick in range(ticks):
            start, spent = perf_counter(), 0.0
            shown.player.play.value += 1
            got["ticks"].append(perf_counter() - start)
            got["training"].append(spent)
    finally:
        Trainer.train = train  # type: ignore[method-assign]
    assert not shown.error.value
    return got


def _row(name: str, got: dict[str, list[float]]) -> dict:
    frames = [all_of_it - part for all_of_it, part in zip(got["ticks"], got["training"], strict=True)]
    numbers = (median(got["ticks"]), median(got["training"]), median(frames))
    return {"hidden": name} | dict(
        zip(("tick_ms", "training_ms", "frame_ms"), (round(1000 * one, 1) for one in numbers), strict=True)
    )


def report(rows: list[dict]) -> str:
    """Return the table, and in words whether the bar holds."""
    slow = [f"{row['hidden']} ({row['frame_ms']} ms)" for row in rows if row["frame_ms"] > MOST_MS]
    verdict = f"A frame without the training at most {MOST_MS:.0f} ms: {'not ' + ', '.join(slow) if slow else 'yes'}."
    return "\n".join([table(rows), verdict, machine()])
