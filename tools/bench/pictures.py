"""Runs in the kernel: an explorer's frames timed, and beside them the same pictures by `interact` with new figures."""

import gc
import random
from itertools import cycle, islice
from time import perf_counter
from typing import Any

import ipywidgets as widgets
import matplotlib.pyplot as plt
from IPython import get_ipython
from IPython.display import display

from helpers.drawing import style
from helpers.widgets import Explorer
from tools.bench.moves import explorers, leaves, other

WARM = 8  # first frames, not counted
EACH = 4  # one picture by interact for so many frames
PATIENCE = 40  # controls moved for each frame wanted: many moves change no picture


class Moved:
    """An explorer, one control moved at a time."""

    def __init__(self, explorer: Explorer) -> None:
        self.explorer = explorer
        self.controls = list(leaves(explorer.controls.values()))
        self._rng = random.Random(0)
        explorer.stage.image.observe(self._arrive, names="value")

    def _arrive(self, change: object) -> None:
        self._arrived = perf_counter()

    def move(self, control: widgets.Widget) -> float | None:
        """Return the seconds from a new value to the frame's bytes; None when there was no new frame to see."""
        if (found := other(control, self._rng)) is None:
            return None
        (trait, value), self._arrived = found, 0.0
        before, start = getattr(control, trait), perf_counter()
        setattr(control, trait, value)
        if self.explorer.error.value:  # a value that makes no sense here: take it back
            setattr(control, trait, before)
            return None
        return self._arrived - start if self._arrived else None


class ByInteract:
    """The same picture the usual way: `interact`, a new pyplot figure each time."""

    def __init__(self, twin: Explorer) -> None:
        self._twin, self._state = twin, twin.state
        self._count = widgets.IntSlider(max=1_000_000)
        display(widgets.interactive(self._show, count=self._count))

    def _show(self, count: int) -> None:
        still = self._twin.stage.figure
        with style():
            figure = plt.figure(figsize=still.get_size_inches(), dpi=still.dpi, layout="none")
            self._twin.picture = self._twin.make_picture(figure)
            for artist in self._twin.picture.moving:
                artist.set_animated(False)
            self._twin.draw(self._twin.compute(self._state))
            plt.show()

    def seconds(self, state: Any) -> float:
        """Return the seconds that ``state`` takes from the slider's new value to the picture sent."""
        self._state, start = state, perf_counter()
        self._count.value += 1
        taken = perf_counter() - start
        gc.collect()  # what pyplot leaves behind must not be cleared away on the other's time
        return taken


def measure(name: str, changes: int) -> dict[str, list[float]]:
    """Return seconds of frames and of interact's pictures, and bytes of frames, over ``changes`` moves of controls."""
    get_ipython().run_line_magic("matplotlib", "inline")
    moved, beside = Moved(explorers()[name].example()), ByInteract(explorers()[name].example())
    frames: list[float] = []
    sizes: list[float] = []
    interact: list[float] = []
    for control in islice(cycle(moved.controls), PATIENCE * (changes + WARM)):
        if (seconds := moved.move(control)) is None:
            continue
        frames.append(seconds)
        sizes.append(len(moved.explorer.stage.image.value))
        if len(frames) % EACH == 0:
            interact.append(beside.seconds(moved.explorer.state))
        if len(frames) == changes + WARM:
            return {"frames": frames[WARM:], "bytes": sizes[WARM:], "interact": interact[1:]}
    raise RuntimeError(f"{name}: only {len(frames)} moves of its controls gave a new picture")
