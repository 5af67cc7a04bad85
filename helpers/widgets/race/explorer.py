"""OptimizerRace: several optimizers on one surface, from one start, through one noise."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

import ipywidgets as widgets
from matplotlib.artist import Artist
from matplotlib.figure import Figure

from helpers.drawing.numbers import short
from helpers.maths.checks import number, whole
from helpers.maths.errors import InputError
from helpers.maths.optimizers import OPTIMIZERS
from helpers.maths.surfaces import SURFACES
from helpers.widgets.engine.clock import Clock
from helpers.widgets.engine.explorer import Explorer
from helpers.widgets.race.model import NEAR, Race, race
from helpers.widgets.race.picture import SIZE, RaceMap, standing
from helpers.words import _

STEPS = (50, 100, 200, 500)
AHEAD = 25  # the race is run to the next multiple of so many steps after the one shown, not to its end
RUNS = "runs "  # before an optimizer's name: its checkbox; there is a slider named momentum
_race = lru_cache(maxsize=32)(race)


@dataclass(frozen=True)
class RaceState:
    """A race and the step of it that is shown.

    ``x`` and ``y`` are where all begin, None for the surface's own start; ``best`` gives each optimizer the learning
    rate that suits it best instead of ``learning_rate`` for all; ``noise`` is told in gradients at the start.
    """

    surface: str = "ravine"
    racers: tuple[str, ...] = ("sgd", "momentum", "adagrad", "rmsprop", "adam")
    learning_rate: float = 0.03
    best: bool = False
    momentum: float = 0.9
    noise: float = 0.0
    x: float | None = None
    y: float | None = None
    seed: int = 0
    steps: int = 200
    step: int = 60


@dataclass(frozen=True)
class Result:
    """The state and its race."""

    state: RaceState
    race: Race


class OptimizerRace(Explorer):
    """See optimizers walk down a surface: their paths, their heights, who leads, who diverges."""

    State = RaceState
    size = SIZE

    def compute(self, state: RaceState) -> Result:
        """Run the race, or take it from the store; ValueError in words for what makes no sense."""
        if state.surface not in SURFACES:
            raise InputError(
                "surface must be one of {known}, not {name}", known=", ".join(SURFACES), name=state.surface
            )
        if not isinstance(state.best, bool):
            raise InputError("best must be True or False, not {value}", value=state.best)
        number("learning_rate", state.learning_rate, 0)
        x, y = SURFACES[state.surface].start
        start = (x if state.x is None else state.x, y if state.y is None else state.y)
        steps = whole("steps", state.steps, 1, STEPS[-1])
        step = min(whole("step", state.step, 0, STEPS[-1]), steps)
        result = _race(  # all of them, in about the time of one: then nobody waits for who joins or leaves
            state.surface,
            tuple(OPTIMIZERS),
            None if state.best else state.learning_rate,
            start=start,
            momentum=number("momentum", state.momentum),
            noise=number("noise", state.noise),
            seed=state.seed,
            steps=min(max(-(-step // AHEAD), 1) * AHEAD, steps),
            best_over=steps,
        )
        return Result(replace(state, step=step), result.only(state.racers))

    # Controls.

    def make_controls(self) -> dict[str, widgets.Widget]:
        """Step, surface, who runs, their rates, then the start and the noise."""

        def slider(name: str, least: float, most: float, step: float) -> widgets.FloatSlider:
            return widgets.FloatSlider(
                description=name, min=least, max=most, step=step, layout=widgets.Layout(width="290px"), style=before
            )

        before = {"description_width": "96px"}
        line = {"layout": widgets.Layout(width="290px"), "style": before}
        controls: dict[str, widgets.Widget] = {
            "step": widgets.IntSlider(
                description=_("step"),
                min=0,
                max=200,
                layout=widgets.Layout(width="440px"),
                style={"description_width": "50px"},
            ),
            "surface": widgets.Dropdown(description=_("surface"), options=list(SURFACES), **line),
        }
        for name in OPTIMIZERS:
            controls[RUNS + name] = widgets.Checkbox(
                description=name, indent=False, layout=widgets.Layout(width="auto")
            )
        controls["best"] = widgets.Dropdown(
            description=_("learning rates"), options=[(_("one for all"), False), (_("each its best"), True)], **line
        )
        controls["learning_rate"] = widgets.FloatLogSlider(
            description=_("learning rate"), min=-4, max=1, step=0.01, readout_format=".2g", **line
        )
        controls["momentum"] = slider(_("momentum"), 0, 0.99, 0.01)
        controls["noise"] = slider(_("noise"), 0, 0.5, 0.05)
        controls["seed"] = widgets.IntSlider(description=_("seed"), min=0, max=9, **line)
        controls["x"], controls["y"] = slider(_("start w₁"), -3, 3, 0.05), slider(_("start w₂"), -3, 3, 0.05)
        controls["steps"] = widgets.Dropdown(description=_("steps"), options=STEPS, **line)
        return controls

    def arrange(self, controls: dict[str, widgets.Widget]) -> list[widgets.Widget]:
        """Return the clock, the racers in one line, the rest in three columns."""
        full = {"width": "100%"}
        names = widgets.HBox(
            [controls[RUNS + name] for name in OPTIMIZERS],
            layout=widgets.Layout(flex_flow="row wrap", justify_content="space-between", **full),
        )
        rows = [
            widgets.HBox([Clock(controls["step"], by=2)], layout=widgets.Layout(**full)),
            names,
        ]
        rest = ("surface", "best", "learning_rate", "momentum", "noise", "seed", "x", "y", "steps")
        return [*rows, *(controls[name] for name in rest)]

    def read_controls(self) -> RaceState:
        """Return the state that the controls stand at; another surface comes with its own start and rate."""
        values = {name: control.value for name, control in self.controls.items()}
        if not values["noise"]:
            values["seed"] = self.state.seed  # of nothing
        values["racers"] = tuple(name for name in OPTIMIZERS if values.pop(RUNS + name))
        if values["surface"] != self.state.surface:
            ground = SURFACES[values["surface"]]
            values |= {"x": ground.start[0], "y": ground.start[1], "learning_rate": ground.learning_rate}
        return _plain(RaceState(**values))

    def write_controls(self, state: RaceState) -> None:
        """Set the controls; the start's sliders span the map."""
        ground = SURFACES[state.surface]
        left, right, bottom, top = ground.box
        x, y = (ground.start[i] if at is None else at for i, at in enumerate((state.x, state.y)))
        for name, least, most, value in (("x", left, right, x), ("y", bottom, top, y)):
            slider = self.controls[name]
            slider.min, slider.max = min(slider.min, least, value), max(slider.max, most, value)
            slider.value = value
            slider.min, slider.max = min(least, value), max(most, value)
        for name in OPTIMIZERS:
            self.controls[RUNS + name].value = name in state.racers
        self.controls["step"].max = max(state.steps, self.controls["step"].value)
        self.controls["step"].value = min(state.step, state.steps)
        self.controls["step"].max = state.steps
        self.controls["learning_rate"].disabled, self.controls["seed"].disabled = state.best, not state.noise
        for name in ("surface", "best", "learning_rate", "momentum", "noise", "seed", "steps"):
            self.controls[name].value = getattr(state, name)

    # The picture.

    def scene(self, figure: Figure) -> Iterable[Artist]:
        """One set of axes whose unit is a pixel of the page, y downwards."""
        width, height = self.size
        ax = figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(height, 0))
        ax.set_axis_off()
        self.map = RaceMap(ax)
        self._ground: object = None
        return self.map.artists

    def draw(self, result: Result) -> None:
        """Show the race up to the step; another ground only when there is another."""
        state = result.state
        ground = (state.surface, state.steps, state.best)
        if self._ground != ground:
            self._ground = ground
            self.map.set_ground(SURFACES[state.surface], state.steps, state.best)
            self.stage.invalidate()
        self.map.set_race(result.race, state.step, state.steps)

    def describe(self, result: Result) -> str:
        """Say who leads, who has arrived, who has diverged."""
        state, run = result.state, result.race
        ground, order = SURFACES[state.surface], standing(result.race, state.step)
        first = order[0]
        height = float(run.losses[state.step, first] - ground.least)
        share = 100 * height / max(float(run.losses[0, first] - ground.least), 1e-300)
        words = [
            _(
                "{surface}, step {step} of {steps}: {name} leads, {height} above the minimum, {share} % of the start."
            ).format(
                surface=state.surface,
                step=state.step,
                steps=state.steps,
                name=run.names[first],
                height=short(height),
                share=short(share) if share >= 0.01 else "< 0.01",
            )
        ]
        if gone := [f"{run.names[i]} ({run.stopped[i]})" for i in order if _before(run.stopped[i], state.step)]:
            words.append(_("Diverged and stopped, at step: {names}.").format(names=", ".join(gone)))
        if there := [f"{run.names[i]} ({run.arrived[i]})" for i in order if _before(run.arrived[i], state.step)]:
            words.append(
                _("First below {share} % of the start's height, at step: {names}.").format(
                    share=short(100 * NEAR), names=", ".join(there)
                )
            )
        if not state.best and state.learning_rate == 0:
            words.append(_("The learning rate is 0: nobody moves."))
        return " ".join(words)


def _plain(state: RaceState) -> RaceState:
    """Leave the start out where it is the surface's own: ``code`` shall tell no more than it must."""
    x, y = SURFACES[state.surface].start
    return replace(state, x=None if state.x == x else state.x, y=None if state.y == y else state.y)


def _before(step: int | None, now: int) -> bool:
    return step is not None and step <= now
