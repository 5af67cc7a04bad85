"""What the playground shows: an experiment, and the view of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from helpers.widgets.engine.fields import checkbox, dropdown
from helpers.widgets.playground.experiment import OUT, Experiment
from helpers.widgets.playground.model import Progress
from helpers.widgets.playground.point_sets import NAMES
from helpers.words import N_

VIEWS = {"weights": N_("weights"), "gradients": N_("gradients")}


def units_of(_playground: Any, state: Experiment) -> Mapping[str, str]:
    """Return the units that can be shown large, with the words for them in the menu."""
    names = [name for layer in state.units[:-1] for name in layer]
    return {OUT: N_("the answer"), **{name: NAMES.get(name, name) for name in names}}


@dataclass(frozen=True)
class PlaygroundState(Experiment):
    """An experiment, how many steps of it are done, and what is shown of it.

    ``unit`` is shown large: "out", a hidden unit such as "1.2", or a feature. ``show`` is what the lines stand for.
    """

    unit: str = dropdown(OUT, units_of, label=N_("large map"), width=190)
    show: str = dropdown("weights", VIEWS, label=N_("lines show"), width=190)
    discretize: bool = checkbox(False, label=N_("two colours only"))
    test_points: bool = checkbox(False, label=N_("test points"))


@dataclass(frozen=True)
class Result:
    """What is drawn and described; ``maps`` are what each layer answers all over the plane: (points, units) each."""

    state: PlaygroundState
    progress: Progress
    maps: list[np.ndarray]
