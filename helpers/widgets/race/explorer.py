"""OptimizerRace: several optimizers on one surface, from one start, through one noise."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from helpers.maths.optimizers import OPTIMIZERS
from helpers.maths.surfaces import SURFACES
from helpers.widgets.engine.clock import TICK_MS
from helpers.widgets.engine.explorer import Explorer
from helpers.widgets.engine.fields import checkboxes, dropdown, float_slider, int_slider, log_slider, where
from helpers.widgets.engine.panel import Row
from helpers.widgets.race.model import MOST_STEPS, Result, race
from helpers.widgets.race.picture import SIZE, RacePicture
from helpers.widgets.race.words import describe
from helpers.words import N_, NP_

STEPS = (50, 100, 200, MOST_STEPS)
AHEAD = 25  # the race is run to the next multiple of so many steps after the one shown, not to its end
RATES = {False: N_("one for all"), True: N_("each its best")}
_race = lru_cache(maxsize=32)(race)


def _start(axis: int, label: str) -> Any:
    """Declare one coordinate of the start: its slider spans the map, and reaches what code has set beyond it."""

    def end(choose: Any, edge: int) -> Any:
        return lambda explorer, state: choose(SURFACES[state.surface].box[edge], state.start[axis])

    return float_slider(
        None,
        end(min, 2 * axis),
        end(max, 2 * axis + 1),
        0.05,
        limits=(-1e3, 1e3),
        usual=lambda explorer, state: SURFACES[state.surface].start[axis],
        label=label,
    )


@dataclass(frozen=True)
class RaceState:
    """A race and the step of it that is shown.

    ``x`` and ``y`` are where all begin, None for the surface's own start; ``best`` gives each optimizer the learning
    rate that suits it best instead of ``learning_rate`` for all; ``noise`` is in units of the gradient at the start.
    """

    surface: str = dropdown("ravine", tuple(SURFACES), label=N_("surface"))
    racers: tuple[str, ...] = checkboxes(("sgd", "momentum", "adagrad", "rmsprop", "adam"), tuple(OPTIMIZERS))
    learning_rate: float = log_slider(
        0.03, 1e-4, 10, limits=(0, float("inf")), format=".2g", label=N_("learning rate"), enabled=where(best=False)
    )
    best: bool = dropdown(False, RATES, label=N_("learning rates"))
    momentum: float = float_slider(0.9, 0, 0.99, 0.01, limits=(0, 1), label=N_("momentum"))
    noise: float = float_slider(0.0, 0, 0.5, 0.05, limits=(0, 100), label=N_("noise"))
    x: float | None = _start(0, N_("start w₁"))
    y: float | None = _start(1, N_("start w₂"))
    seed: int = int_slider(0, 0, 9, limits=(0, 2**32 - 1), label=N_("seed"), enabled=lambda state: state.noise > 0)
    steps: int = dropdown(200, STEPS, label=N_("steps"))
    step: int = int_slider(
        60,
        0,
        lambda explorer, state: state.steps,
        limits=(0, MOST_STEPS),
        tick_ms=TICK_MS,
        by=2,
        label=NP_("training", "step"),
        width=440,
        label_width=50,
    )

    @property
    def start(self) -> tuple[float, float]:
        """Where all begin."""
        x, y = SURFACES[self.surface].start
        return x if self.x is None else self.x, y if self.y is None else self.y


class OptimizerRace(Explorer[RaceState, Result]):
    """See optimizers walk down a surface: their paths, their heights, who leads, who diverges."""

    State = RaceState
    Picture = RacePicture
    describe = staticmethod(describe)
    size = SIZE
    panel = (
        Row("step"),
        Row("racers", spread=True),
        *("surface", "best", "learning_rate", "momentum", "noise", "seed"),
    )

    def compute(self, state: RaceState) -> Result:
        """Run the race, or take it from the store."""
        step = min(state.step, state.steps)
        run = _race(  # all of them, in about the time of one: then nobody waits for who joins or leaves
            state.surface,
            tuple(OPTIMIZERS),
            None if state.best else state.learning_rate,
            start=state.start,
            momentum=state.momentum,
            noise=state.noise,
            seed=state.seed,
            steps=min(max(-(-step // AHEAD), 1) * AHEAD, state.steps),
            best_over=state.steps,
        )
        return Result(state.surface, run.only(state.racers), step, state.steps, state.best)

    def follow(self, before: RaceState, after: RaceState) -> RaceState:
        """Bring the start and the learning rate of another surface; leave a start out that is the surface's own."""
        ground = SURFACES[after.surface]
        if after.surface != before.surface:
            return replace(after, x=None, y=None, learning_rate=ground.learning_rate)
        x, y = (None if at == own else at for at, own in zip((after.x, after.y), ground.start, strict=True))
        return replace(after, x=x, y=y)
