"""Play, pause, a step back, a step on."""

from collections.abc import Callable

import ipywidgets as widgets

from helpers.words import _

TICK_MS = 50  # a frame takes 16.7 ms at most, a chunk of training 40


def button(words: str, icon: str, act: Callable[[], None]) -> widgets.Button:
    """Return a button as wide as its words that calls ``act``."""
    made = widgets.Button(description=words, icon=icon, layout=widgets.Layout(width="auto"))
    made.on_click(lambda _button: act())
    return made


class Clock(widgets.HBox):
    """A slider of whole numbers that plays by itself, and goes one step back or on.

    The page counts the ticks (``widgets.Play``) and waits for the answer to one before it sends the next; here each
    tick is an ordinary change of the slider. So there is no thread to stop, no queue to run empty after Pause.
    """

    def __init__(self, slider: widgets.IntSlider, by: int = 1, tick_ms: int = TICK_MS) -> None:
        """Play ``slider``, ``by`` steps each ``tick_ms`` milliseconds."""
        self.slider = slider
        self.play = widgets.Play(
            description=_("Play"),
            min=slider.min,
            max=slider.max,
            value=slider.value,
            step=by,
            interval=tick_ms,
            show_repeat=False,
        )
        for name in ("min", "max", "value"):
            widgets.link((slider, name), (self.play, name))
        self.back = button(_("Back"), "step-backward", lambda: self.step(-1))
        self.next = button(_("Next"), "step-forward", lambda: self.step(1))
        super().__init__([self.play, self.back, self.next, slider])

    def step(self, steps: int) -> None:
        """Move the slider by ``steps``; it stays at its ends."""
        self.slider.value = min(max(self.slider.value + steps, self.slider.min), self.slider.max)
