"""The controls that follow from the declarations in `fields.py`: made, read, written, shown and hidden."""

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import ipywidgets as widgets

from helpers.widgets.engine.clock import Clock
from helpers.widgets.engine.fields import Choice, Field, Flag, Number, Sequence, Several, Text
from helpers.words import _


def assign(thing: Any, **traits: Any) -> None:
    """Set what differs: a trait that is set is checked, whether or not it changes, and there are many in each frame."""
    for name, value in traits.items():
        if getattr(thing, name) != value:
            setattr(thing, name, value)


class Control:
    """The widgets of one field: ``widgets`` by name; ``boxes`` are what stands in the panel."""

    def __init__(self, name: str, field: Any, owner: Any) -> None:
        self.name, self.field, self.owner = name, field, owner
        self.widgets: dict[str, widgets.Widget] = {}
        self.boxes: list[widgets.Widget] = []
        self.make()

    def make(self) -> None:
        """Make the widgets and `add` them."""
        raise NotImplementedError

    def add(self, name: str, widget: widgets.Widget, box: widgets.Widget | None = None) -> None:
        """Hold ``widget``, which stands in ``box``, or by itself."""
        self.widgets[name] = widget
        self.boxes.append(box or widget)

    def include(self, name: str, field: Field) -> "Control":
        """Hold what ``field``, a part of this one, is set on; return its control."""
        part = KINDS[type(field)](name, field, self.owner)
        self.widgets |= part.widgets
        self.boxes += part.boxes
        return part

    def read(self, state: Any) -> Any:
        """Return the value that the widgets stand at; ``state`` is the one before the change."""
        return self.widgets[self.name].value

    def moved(self, state: Any) -> Any:
        """Return ``state`` with what the widgets ask for: None for what is usual there."""
        value = self.read(state)
        if self.field.usual is not None and value == self.field.usual(self.owner, state):
            value = None
        return self.field.sets(state, value) if self.field.sets else replace(state, **{self.name: value})

    def put(self, value: Any, state: Any) -> None:
        """Set the widgets to ``value``; limits and options first where they depend on ``state``."""
        assign(self.widgets[self.name], value=value)

    def fit(self, value: Any, state: Any) -> Any:
        """Return ``value``, or the nearest that the limits allow where these depend on ``state``."""
        return value

    def shown(self, state: Any) -> bool:
        """Whether the widgets have a meaning in ``state``."""
        return self.field.shown(state)

    def enabled(self, state: Any) -> bool:
        """Whether the widgets can be moved in ``state``."""
        return self.field.enabled(state)

    def needs(self, place: int, state: Any) -> bool:
        """Whether the box at ``place`` has a meaning in ``state``, where the field has one."""
        return True

    def write(self, state: Any) -> None:
        """Set the widgets to what ``state`` says, and show them where they have a meaning."""
        shown, enabled = self.shown(state), self.enabled(state)
        for place, box in enumerate(self.boxes):
            assign(box.layout, display=None if shown and self.needs(place, state) else "none")
        if not shown:  # comes up to date when it is shown
            return
        for widget in self.widgets.values():
            assign(widget, disabled=not enabled)
            if callable(self.field.label):
                assign(widget, description=_(self.field.label(state)))
        value = self.field.shows(state) if self.field.shows else getattr(state, self.name)
        if value is None and self.field.usual is not None:
            value = self.field.usual(self.owner, state)
        if value is not None:
            self.put(value, state)

    def look(self) -> dict[str, Any]:
        """Return the keywords that every core control takes; each has a layout of its own, for one may be hidden."""
        width = self.field.width
        before = self.field.label_width or self.owner.label_width
        return {
            "description": "" if callable(self.field.label) else _(self.field.label),
            "layout": widgets.Layout(width=f"{width}px" if width else "auto"),
            "style": {"description_width": f"{before}px" if before else "initial"},
        }


class _Slider(Control):
    """A number. Its range grows to hold what code has set; a limit that depends on the state holds.

    A range that such limits leave empty cannot be moved.
    """

    def make(self) -> None:
        field, look = self.field, self.look()
        low, high = (0 if callable(limit) else limit for limit in (field.low, field.high))
        look |= {"value": low, "min": low, "max": max(low, high), "step": field.step}
        if field.typed:
            self.add(self.name, widgets.BoundedIntText(**look))
            return
        if field.log:
            look |= {"min": math.log10(low), "max": math.log10(high)}
        if field.format:
            look["readout_format"] = field.format
        plain = widgets.IntSlider if field.whole else widgets.FloatSlider
        slider = (widgets.FloatLogSlider if field.log else plain)(readout=field.readout, **look)
        by = field.by(self.owner, None) if callable(field.by) else field.by
        self.add(self.name, slider, Clock(slider, int(by), field.tick_ms) if field.tick_ms else None)

    def _edges(self, state: Any) -> tuple[float, float]:
        """The least and the greatest number that the slider offers."""
        limits = (self.field.low, self.field.high)
        low, high = (limit(self.owner, state) if callable(limit) else limit for limit in limits)
        return low, high

    def enabled(self, state: Any) -> bool:
        low, high = self._edges(state)
        return self.field.enabled(state) and low < high

    def fit(self, value: Any, state: Any) -> Any:
        low, high = self._edges(state)
        low = low if callable(self.field.low) else -math.inf
        high = high if callable(self.field.high) else math.inf
        return value if value is None or low <= value <= high else type(value)(max(low, min(value, high)))

    def put(self, value: Any, state: Any) -> None:
        slider, value = self.widgets[self.name], self.fit(value, state)
        (low, high), place = self._edges(state), value
        if self.field.log:
            if value <= 0:  # has no place on this slider; code may have set it
                slider.disabled = True
                return
            low, high, place = map(math.log10, (low, high, value))
        low, high = min(low, place), max(high, place)
        assign(slider, min=min(slider.min, low), max=max(slider.max, high))  # wider first: no value falls outside
        assign(slider, value=value)
        assign(slider, min=low, max=high)


class _Menu(Control):
    """One of some options; hidden where these depend on data and leave no choice."""

    def make(self) -> None:
        options = [] if callable(self.field.options) else _pairs(self.field.options)
        kind = widgets.SelectionSlider if self.field.scrub else widgets.Dropdown
        self.add(self.name, kind(options=options or [("", 0)], **self.look()))

    def shown(self, state: Any) -> bool:
        options = self.field.options
        return self.field.shown(state) and (not callable(options) or len(options(self.owner, state)) > 1)

    def put(self, value: Any, state: Any) -> None:
        menu, options = self.widgets[self.name], self.field.options
        if callable(options):
            options = options(self.owner, state)
        if self.field.limits:  # code may have set a number between two
            options = sorted({*options, value})
        if options is not self.field.options:  # others than before, perhaps
            pairs = _pairs(options)
            if tuple(menu.options) != tuple(pairs):  # the page builds a menu anew each time
                menu.options = pairs
        assign(menu, value=value)


def _pairs(options: Any) -> list[tuple[str, Any]]:
    """Options as menus take them: words and value."""
    if isinstance(options, Mapping):
        return [(_(label), value) for value, label in options.items()]
    return [(str(value), value) for value in options]


class _Check(Control):
    """Yes or no."""

    def make(self) -> None:
        look = self.look()
        del look["style"]
        look["layout"].margin = "2px 12px 2px 16px"
        self.add(self.name, widgets.Checkbox(indent=False, **look))


class TextBox(Control):
    """A text."""

    def make(self) -> None:
        """Make the box."""
        self.add(self.name, widgets.Text(continuous_update=False, **self.look()))


class _Several(Control):
    """Some of the options, each on a widget named after the field and the option."""

    def make(self) -> None:
        for label, option in _pairs(self.field.options):
            if self.field.buttons:
                layout = widgets.Layout(width=f"{self.field.width}px", margin="2px")
                made = widgets.ToggleButton(description=label, layout=layout)
            else:
                made = widgets.Checkbox(description=label, indent=False, layout=widgets.Layout(width="auto"))
            self.add(f"{self.name} {option}", made)

    def read(self, state: Any) -> tuple[str, ...]:
        return tuple(option for option in self.field.options if self.widgets[f"{self.name} {option}"].value)

    def put(self, value: tuple[str, ...], state: Any) -> None:
        for option in self.field.options:
            assign(self.widgets[f"{self.name} {option}"], value=option in value)


class _Sequence(Control):
    """Several values, each on a widget named after the field and its place, and how many there are."""

    def make(self) -> None:
        field, self._started = self.field, False
        if field.count_label:
            look = {"label": field.count_label, "width": field.width, "label_width": field.label_width}
            self.include(f"{self.name} count", Number(low=field.low, high=field.high, step=1, whole=True, **look))
        labels = (_(field.item.label).format(number=place + field.first) for place in range(field.high))
        self.items = [
            self.include(f"{self.name} {place}", replace(field.item, label=label)) for place, label in enumerate(labels)
        ]

    def read(self, state: Any) -> tuple:
        values = [item.read(state) for item in self.items]
        if self.field.blank is not None:
            return tuple(dict.fromkeys(value for value in values if value != self.field.blank))
        if self.field.count_label:
            return tuple(values[: self.widgets[f"{self.name} count"].value])
        return tuple(values[: self._count(getattr(state, self.name), state)])

    def needs(self, place: int, state: Any) -> bool:
        item = place - bool(self.field.count_label)
        return self.field.blank is not None or item < self._count(getattr(state, self.name), state)

    def put(self, value: tuple, state: Any) -> None:
        blank, count = self.field.blank, self._count(value, state)
        if self.field.count_label:
            assign(self.widgets[f"{self.name} count"], value=len(value))
        for place, item in enumerate(self.items):
            if place < len(value):
                item.put(value[place], state)
            elif place < count or blank is not None or not self._started:  # what is hidden later stays, to come back
                item.put(self.field.start if blank is None else blank, state)
        self._started = True

    def _count(self, value: tuple, state: Any) -> int:
        return self.field.count(state) if self.field.count else len(value)


KINDS: dict[type[Field], Any] = {
    Number: _Slider,
    Choice: _Menu,
    Flag: _Check,
    Text: TextBox,
    Several: _Several,
    Sequence: _Sequence,
}
