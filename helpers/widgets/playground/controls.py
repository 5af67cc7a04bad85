"""The controls of the playground: what decides the training, the player, the editor of one weight."""

from collections.abc import Callable, Iterable, Sequence

import ipywidgets as widgets

from helpers.maths.activations import ACTIVATIONS
from helpers.maths.initializers import INITIALIZERS
from helpers.maths.optimizers import OPTIMIZERS
from helpers.widgets.playground.model import MOST_BATCH, MOST_LAYERS, MOST_UNITS, REGULARIZATIONS
from helpers.widgets.playground.picture import NAMES
from helpers.widgets.playground.point_sets import FEATURES, POINT_SETS
from helpers.words import _

RATES = (0.00001, 0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
PENALTIES = (0.0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
FAST, EPOCH, BATCH = "fast", "epoch", "batch"  # what a tick of Play trains
TICK_MS = 50
MOST_SEED = 50  # on the slider; in code it may be larger
_STYLE = {"description_width": "initial"}


def _wide(width: int) -> widgets.Layout:
    return widgets.Layout(width=f"{width}px")


def _menu(words: str, options: Iterable, width: int) -> widgets.Dropdown:
    return widgets.Dropdown(description=words, options=list(options), layout=_wide(width), style=dict(_STYLE))


def _slider(words: str, low: int, high: int, step: int, width: int) -> widgets.IntSlider:
    return widgets.IntSlider(description=words, min=low, max=high, step=step, layout=_wide(width), style=dict(_STYLE))


def _row() -> widgets.Layout:
    return widgets.Layout(flex_flow="row wrap", width="100%", align_items="center")


def row_of(controls: Sequence[widgets.Widget]) -> widgets.HBox:
    """Return ``controls`` in a row of its own, which breaks where the page is narrow."""
    return widgets.HBox(list(controls), layout=_row())


def units_of(layer: int) -> str:
    """Return the name of the control that holds the number of units of hidden layer ``layer``, from 1."""
    return f"units_{layer}"


def make_controls() -> dict[str, widgets.Widget]:
    """Return the controls: the training, the data, the features by their names, the layers, the view."""
    rate = widgets.SelectionSlider(
        description=_("learning rate"), options=RATES, value=0.1, layout=_wide(250), style=dict(_STYLE)
    )
    controls: dict[str, widgets.Widget] = {
        "learning_rate": rate,
        "optimizer": _menu(_("optimizer"), OPTIMIZERS, 190),
        "activation": _menu(_("activation"), ACTIVATIONS, 190),
        "initializer": _menu(_("initializer"), INITIALIZERS, 225),
        "regularization": _menu(_("penalty"), REGULARIZATIONS, 130),
        "regularization_rate": _menu("λ", PENALTIES, 100),
        "batch_size": _slider(_("batch size"), 1, MOST_BATCH, 1, 250),
        "data": _menu(_("data"), POINT_SETS, 150),
        "noise": _slider(_("noise %"), 0, 50, 5, 210),
        "train_percent": _slider(_("to train on %"), 10, 90, 10, 240),
        "seed": _slider(_("seed"), 0, MOST_SEED, 1, 190),
    }
    for name in FEATURES:
        controls[name] = widgets.ToggleButton(
            description=NAMES[name], layout=widgets.Layout(width="66px", margin="2px")
        )
    controls["layers"] = _slider(_("hidden layers"), 0, MOST_LAYERS, 1, 250)
    for layer in range(1, MOST_LAYERS + 1):
        controls[units_of(layer)] = widgets.BoundedIntText(
            description=str(layer),
            min=1,
            max=MOST_UNITS,
            value=2,
            layout=_wide(82),
            style={"description_width": "18px"},
        )
    controls["unit"] = _menu(_("large map"), ["out"], 190)
    controls["show"] = _menu(_("lines show"), [(_("weights"), "weights"), (_("gradients"), "gradients")], 190)
    for name, words in (("discretize", _("two colours only")), ("test_points", _("test points"))):
        controls[name] = widgets.Checkbox(description=words, indent=False, layout=widgets.Layout(width="auto"))
    return controls


def offer(control: widgets.Dropdown, options: Sequence) -> None:
    """Give a menu other options, where they are others: the page builds it anew each time."""
    if tuple(control.options) != tuple(options):
        control.options = list(options)
        control.index = 0 if options else None


class Player(widgets.HBox):
    """Play and pause, one batch, one epoch, back to step 0; how much a tick trains."""

    def __init__(self, tick: Callable[[], None], advance: Callable[[str], None], restart: Callable[[], None]) -> None:
        """Call ``tick`` while it plays, ``advance`` with what is wanted, ``restart``."""
        self.play = widgets.Play(
            description=_("Play"), min=0, max=2**31 - 1, value=0, interval=TICK_MS, show_repeat=False
        )
        self._tick = tick
        self._name = "playing" if self.play.has_trait("playing") else "_playing"  # ipywidgets 8, 7
        self.play.observe(lambda change: self._on_value(), names="value")
        self.batch = self._button(_("one batch"), "step-forward", lambda: advance(BATCH))
        self.epoch = self._button(_("one epoch"), "fast-forward", lambda: advance(EPOCH))
        self.restart = self._button(_("to step 0"), "backward", restart)
        speeds = [(_("as fast as it can"), FAST), (_("one epoch"), EPOCH), (_("one batch"), BATCH)]
        self.speed = _menu(_("a tick is"), speeds, 220)
        super().__init__([self.play, self.batch, self.epoch, self.restart, self.speed], layout=_row())

    @staticmethod
    def _button(words: str, icon: str, act: Callable[[], None]) -> widgets.Button:
        made = widgets.Button(description=words, icon=icon, layout=widgets.Layout(width="auto"))
        made.on_click(lambda button: act())
        return made

    @property
    def playing(self) -> bool:
        """Whether it plays."""
        return getattr(self.play, self._name)

    @playing.setter
    def playing(self, plays: bool) -> None:
        setattr(self.play, self._name, plays)

    def stop(self) -> None:
        """Pause."""
        self.playing = False

    def _on_value(self) -> None:
        """A tick; one that the page sent before it heard of a pause comes late and is passed over."""
        if self.playing:
            self._tick()


class WeightEditor(widgets.HBox):
    """One of some weights by name, and its value, to look at and to change."""

    def __init__(self, value_of: Callable[[str], float], edit: Callable[[str, float], None]) -> None:
        """Ask ``value_of`` for a weight's value, call ``edit`` with the learner's."""
        self._value_of, self._edit, self._quiet = value_of, edit, False
        self.weight = _menu(_("weight"), [], 230)
        self.value = widgets.FloatText(description=_("value"), step=0.1, layout=_wide(170), style=dict(_STYLE))
        self.weight.observe(lambda change: self.refresh(), names="value")
        self.value.observe(self._on_value, names="value")
        super().__init__([self.weight, self.value], layout=_row())

    def offer(self, names: Sequence[str]) -> None:
        """Offer the weights ``names``; none hides the editor."""
        self.layout.display = None if names else "none"
        offer(self.weight, names)
        self.refresh()

    def refresh(self) -> None:
        """Show the value as it stands."""
        if self.weight.value:
            before, self._quiet = self._quiet, True
            self.value.value = round(self._value_of(self.weight.value), 4)
            self._quiet = before

    def _on_value(self, change: dict) -> None:
        if not self._quiet and self.weight.value:
            self._edit(self.weight.value, change["new"])
