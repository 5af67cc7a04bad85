"""What may be set in a picture: one declaration for each field of its state.

    @dataclass(frozen=True)
    class LossState:
        mode: str = dropdown("constant", {"constant": N_("one answer"), "score": N_("a score")}, label=N_("mode"))
        c: float = float_slider(2.0, -2, 20, 0.1, label=N_("answer c"), shown=where(mode="constant"))

From it follow the check of a value, the control, reading and writing it, when it is shown, its place in the panel.
Nothing here knows ipywidgets: `controls.py` makes the controls.

A limit, or the options of a menu, may depend on the data of an explorer or on the rest of the state: then it is a
function of the explorer and the state.
"""

import dataclasses
import math
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from helpers.maths import checks

DECLARATION = "control"  # its key in the metadata of a dataclass field
Limit = float | Callable[[Any, Any], float]
Options = Collection[Any] | Callable[[Any, Any], Collection[Any]]


def _always(state: Any) -> bool:
    return True


@dataclass(frozen=True, kw_only=True)
class Field:
    """What all declarations have in common.

    ``label`` stands before the control (marked with ``N_`` where it is to be translated), or is a function of the
    state. ``shown`` and ``enabled`` are functions of the state. ``usual`` says what None stands for: a function of
    the explorer and the state; a control that is moved there asks for None. Where a control does not stand at the
    value of its field alone, ``shows`` says of a state what it stands at, and ``sets`` returns the state with another.
    ``width`` and ``label_width`` are in pixels. None: as wide as the words; the explorer's width of labels.
    """

    label: str | Callable[[Any], str] = ""
    shown: Callable[[Any], bool] = _always
    enabled: Callable[[Any], bool] = _always
    usual: Callable[[Any, Any], Any] | None = None
    shows: Callable[[Any], Any] | None = None
    sets: Callable[[Any, Any], Any] | None = None
    width: int | None = 268  # three in a row, where a window is 1,280 pixels wide
    label_width: int | None = None

    def check(self, name: str, value: Any) -> None:
        """Raise InputError naming the field for a value that makes no sense whatever the data are."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class Number(Field):
    """A number on a slider from ``low`` to ``high``; code may set any within ``limits`` and the slider grows.

    ``log`` is a slider of powers of ten, ``typed`` a box for a whole number instead of a slider.
    ``tick_ms`` puts a Play button before it that goes ``by`` steps a tick.
    """

    low: Limit
    high: Limit
    step: float
    limits: tuple[float, float] | None = None
    whole: bool = False
    log: bool = False
    typed: bool = False
    format: str | None = None
    readout: bool = True
    tick_ms: int = 0
    by: Limit = 1

    def check(self, name: str, value: Any) -> None:
        """Raise InputError unless ``value`` is a finite (or a whole) number within the limits."""
        static = [limit for limit in (self.low, self.high) if not callable(limit)]
        low, high = self.limits or ((static[0], static[1]) if len(static) == 2 else (-math.inf, math.inf))
        if self.whole:
            checks.whole(name, value, int(low) if math.isfinite(low) else 0, int(high) if math.isfinite(high) else None)
        else:
            checks.number(name, value, low, high)


@dataclass(frozen=True, kw_only=True)
class Choice(Field):
    """One of some ``options``: names, or a mapping from each value to the words that stand for it in the menu.

    ``scrub`` makes it a slider over the options instead of a menu. With ``limits`` the options are numbers, and code
    may set any other between these two.
    """

    options: Options
    scrub: bool = False
    limits: tuple[float, float] | None = None

    def check(self, name: str, value: Any) -> None:
        """Raise InputError unless ``value`` is one of the options; options that depend on data are not known here."""
        if self.limits is not None:
            checks.number(name, value, *self.limits)
        elif not callable(self.options):
            known = list(self.options)
            if all(isinstance(option, bool) for option in known):
                checks.flag(name, value)
            elif all(isinstance(option, str) for option in known):
                checks.one_of(name, value, known)
            elif isinstance(value, bool) or value not in known:
                checks.one_of(name, value, [str(option) for option in known])


@dataclass(frozen=True, kw_only=True)
class Flag(Field):
    """Yes or no, on a checkbox."""

    width: int | None = None

    def check(self, name: str, value: Any) -> None:
        """Raise InputError unless ``value`` is True or False."""
        checks.flag(name, value)


@dataclass(frozen=True, kw_only=True)
class Text(Field):
    """A text of at most ``longest`` characters, taken when it has been typed."""

    longest: int = 400

    def check(self, name: str, value: Any) -> None:
        """Raise InputError unless ``value`` is a text that is not too long."""
        checks.text(name, value, self.longest)


@dataclass(frozen=True, kw_only=True)
class Several(Field):
    """A tuple of some of the ``options``, each on a checkbox (or a button that stays down) of its own."""

    options: Mapping[str, str] | Collection[str]
    buttons: bool = False
    width: int | None = 66  # of a button

    def check(self, name: str, value: Any) -> None:
        """Raise InputError unless ``value`` is a tuple of options."""
        for each in checks.several(name, value, 0, len(self.options)):
            checks.one_of(name, each, self.options)


@dataclass(frozen=True, kw_only=True)
class Sequence(Field):
    """A tuple of ``low`` to ``high`` values, each on a control of its own, declared by ``item``.

    How many there are is set on a slider with the label ``count_label``; without one it is a matter of the rest of
    the state: ``count``, or as many as the tuple has. A further item starts at ``start``. The item's label may hold
    {number}, counted from ``first``. ``blank`` is an item that stands for none.
    """

    item: Field
    low: int
    high: int
    count_label: str = ""
    count: Callable[[Any], int] | None = None
    start: Any = None
    first: int = 0
    blank: Any = None

    def check(self, name: str, value: Any) -> None:
        """Raise InputError unless ``value`` is a tuple of as many values as there may be, each of which makes sense."""
        item = self.item
        if isinstance(item, Choice) and self.blank is not None:  # stands for none on a menu, never in the tuple
            item = dataclasses.replace(item, options=[option for option in item.options if option != self.blank])  # type: ignore[union-attr]
        for each in checks.several(name, value, self.low, self.high):
            item.check(name, each)


def where(**values: Any) -> Callable[[Any], bool]:
    """Return the ``shown`` or ``enabled`` of what has a meaning where the state has these ``values``."""
    return lambda state: all(getattr(state, name) == value for name, value in values.items())


def control(default: Any, declaration: Field) -> Any:
    """Return the dataclass field with this default that ``declaration`` declares."""
    return dataclasses.field(default=default, metadata={DECLARATION: declaration})


def float_slider(default: float | None, low: Limit, high: Limit, step: float = 0.1, **how: Any) -> Any:
    """Declare a number on a slider; ``how`` is what `Number` and `Field` know."""
    return control(default, Number(low=low, high=high, step=step, **how))


def int_slider(default: int | None, low: Limit, high: Limit, step: int = 1, **how: Any) -> Any:
    """Declare a whole number on a slider."""
    return control(default, Number(low=low, high=high, step=step, whole=True, **how))


def log_slider(default: float | None, low: Limit, high: Limit, step: float = 0.01, **how: Any) -> Any:
    """Declare a number on a slider of powers of ten, ``step`` of them a step."""
    return control(default, Number(low=low, high=high, step=step, log=True, **how))


def dropdown(default: Any, options: Options, **how: Any) -> Any:
    """Declare one of some options, on a menu."""
    return control(default, Choice(options=options, **how))


def checkbox(default: bool, **how: Any) -> Any:
    """Declare yes or no."""
    return control(default, Flag(**how))


def text(default: str, **how: Any) -> Any:
    """Declare a text."""
    return control(default, Text(**how))


def checkboxes(default: tuple[str, ...], options: Mapping[str, str] | Collection[str], **how: Any) -> Any:
    """Declare a tuple of some of the options."""
    return control(default, Several(options=options, **how))


def sequence(default: tuple, item: Any, low: int, high: int, **how: Any) -> Any:
    """Declare a tuple of values; ``item`` is what `float_slider`, `dropdown` and the others return."""
    return control(default, Sequence(item=item.metadata[DECLARATION], start=item.default, low=low, high=high, **how))


def declared(state: Any) -> Iterator[tuple[str, Field]]:
    """Yield name and declaration of each field of a state (or of its class) that has one, in their order."""
    for field in dataclasses.fields(state):
        if DECLARATION in field.metadata:
            yield field.name, field.metadata[DECLARATION]


def check(state: Any) -> None:
    """Raise InputError naming the first field of ``state`` whose value makes no sense."""
    for name, declaration in declared(state):
        value = getattr(state, name)
        if value is not None or declaration.usual is None:
            declaration.check(name, value)
