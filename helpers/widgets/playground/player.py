"""The buttons that train the playground's network, and the editor of one weight."""

from collections.abc import Callable, Sequence

import ipywidgets as widgets

from helpers.widgets.engine.clock import TICK_MS, button
from helpers.words import _

FAST, EPOCH, BATCH = "fast", "epoch", "batch"  # what a tick of Play trains


def _look(words: str, width: int) -> dict:
    return {
        "description": words,
        "layout": widgets.Layout(width=f"{width}px"),
        "style": {"description_width": "initial"},
    }


def _row() -> widgets.Layout:
    return widgets.Layout(flex_flow="row wrap", width="100%", align_items="center")


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
        self.batch = button(_("one batch"), "step-forward", lambda: advance(BATCH))
        self.epoch = button(_("one epoch"), "fast-forward", lambda: advance(EPOCH))
        self.restart = button(_("to step 0"), "backward", restart)
        speeds = [(_("as fast as it can"), FAST), (_("one epoch"), EPOCH), (_("one batch"), BATCH)]
        self.speed = widgets.Dropdown(options=speeds, **_look(_("a tick is"), 220))
        super().__init__([self.play, self.batch, self.epoch, self.restart, self.speed], layout=_row())

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
        self.weight = widgets.Dropdown(options=[], **_look(_("weight"), 230))
        self.value = widgets.FloatText(step=0.1, **_look(_("value"), 170))
        self.weight.observe(lambda change: self.refresh(), names="value")
        self.value.observe(self._on_value, names="value")
        super().__init__([self.weight, self.value], layout=_row())

    def offer(self, names: Sequence[str]) -> None:
        """Offer the weights ``names``, with their values as they stand; none hides the editor."""
        self.layout.display = None if names else "none"
        if tuple(self.weight.options) != tuple(names):  # the page builds a menu anew each time
            self.weight.options = list(names)
            self.weight.index = 0 if names else None
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
