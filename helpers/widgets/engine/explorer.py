"""State → compute → picture and words: the one shape of every live picture."""

import dataclasses
import threading
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any, ClassVar, Generic, Protocol, TypeVar

import ipywidgets as widgets
from matplotlib.artist import Artist
from matplotlib.figure import Figure

from helpers.drawing import style
from helpers.drawing.page import page
from helpers.maths.errors import InputError
from helpers.widgets.engine import fields
from helpers.widgets.engine.clock import button
from helpers.widgets.engine.controls import KINDS, Control
from helpers.widgets.engine.lifetime import belongs_to_cell
from helpers.widgets.engine.panel import Part, lay_out
from helpers.widgets.engine.stage import SCALE, Stage, close_all
from helpers.words import _

S = TypeVar("S")  # the state, a frozen dataclass
R = TypeVar("R")  # the result: what is drawn and described

_WORDS = '<div role="status" aria-live="polite" style="line-height:1.45;margin:4px 20px">{}</div>'
_ERROR = (
    '<div role="alert" style="line-height:1.45;margin:4px 20px;border-left:4px solid #D55E00;padding-left:8px">'
    "<b>⚠ {}</b> {}</div>"
)


def in_words(problem: Exception) -> str:
    """Return what went wrong, in the notebook's language where the error can be translated."""
    if isinstance(problem, InputError):
        return _(problem.template).format(**problem.values)
    return str(problem) if isinstance(problem, ValueError) else repr(problem)


class Picture(Protocol):
    """What draws a result on axes of its own, made once."""

    moving: Sequence[Artist]  # the artists that change from frame to frame, in the order in which they are drawn

    def show(self, result: Any) -> bool | None:
        """Move the artists to ``result``; True when the background has changed as well."""


class Explorer(widgets.VBox, Generic[S, R]):
    """A picture, controls under it, a line of words that says what it shows.

    A subclass gives ``State``, a frozen dataclass whose every field is a keyword of the constructor and, declared as
    in `fields.py`, has its control; ``Picture``; ``compute`` and ``describe``. A value that makes no sense becomes a
    line of words under the picture; the controls stay alive and the last good picture stays.
    """

    State: ClassVar[type]
    Picture: ClassVar[type]
    size: ClassVar[tuple[int, int]] = (900, 400)  # pixels on the page
    scale: ClassVar[float] = SCALE  # pixels drawn for each of them
    panel: ClassVar[tuple[Part, ...]] = ()  # rows and columns of fields; what is not named follows
    label_width: ClassVar[int | None] = 96  # pixels before a control; None: as wide as the label is
    data_arguments: ClassVar[tuple[str, ...]] = ()  # what the constructor takes before the state; attributes, or None

    def __init__(self, **state: Any) -> None:
        self._lock = threading.RLock()
        self._quiet = False  # True while the explorer itself moves its controls
        self._start, problem = self._first_state(state)
        self._state = self._asked = self._start  # what is shown; what the controls stand at
        self.stage = Stage(*self.size, self.scale)
        with style():
            self.picture = self.make_picture(self.stage.figure)
        self.stage.moving(self.picture.moving)
        self.words = widgets.HTML()
        self.error = widgets.HTML()
        self.fields: dict[str, Control] = {
            name: KINDS[type(declaration)](name, declaration, self) for name, declaration in fields.declared(self.State)
        }
        self.controls = {name: made for control in self.fields.values() for name, made in control.widgets.items()}
        self._code = widgets.Text(
            description=_("Code"), layout=widgets.Layout(width="auto", max_width=f"{self.size[0]}px", display="none")
        )
        super().__init__([self.stage.image, self._grid(), self.error, self.words, self._code])
        self._show_on_controls(self._start)
        for control in self.fields.values():
            for made in control.widgets.values():
                made.observe(lambda change, control=control: self._on_change(control), names="value")
        self._update(self._start)
        if problem:
            self._complain(problem)
        belongs_to_cell(self)

    # What a subclass gives.

    def make_picture(self, figure: Figure) -> Any:
        """Lay the picture out on ``figure``, once: by default ``Picture`` on axes whose unit is a pixel of the page."""
        return self.Picture(page(figure))

    def compute(self, state: S) -> R:
        """Return what is to be drawn; InputError when ``state`` makes no sense with these data. No drawing here.

        Each field has been checked by its declaration.
        """
        raise NotImplementedError

    def describe(self, result: R, /) -> Iterable[str]:
        """Yield sentences that say what the picture shows, for one who cannot see it.

        Where a function of `words.py` does it: ``describe = staticmethod(describe)``.
        """
        raise NotImplementedError

    def follow(self, before: S, after: S) -> S:
        """Return ``after``, the state that the controls ask for, with what else has to change with it."""
        return after

    def usual_state(self) -> S:
        """Return the state to start with where the one asked for makes no sense; few data may need another."""
        return self.State()

    def arrange(self) -> list[widgets.Widget]:
        """Return what stands under the picture, from ``panel``."""
        return lay_out(self.panel, self.fields)

    @classmethod
    def example(cls) -> "Explorer":
        """Return one to try, for tests and benchmarks; one that is made on data brings its own."""
        return cls()

    # What every explorer has.

    @property
    def state(self) -> S:
        """The state that the picture shows."""
        return self._state

    @property
    def code(self) -> str:
        """The Python that makes this explorer again, as it stands; fields at their default are left out."""
        default = self.State()
        changed = [
            f"{field.name}={getattr(self._state, field.name)!r}"
            for field in dataclasses.fields(self._state)
            if getattr(self._state, field.name) != getattr(default, field.name)
        ]
        return f"{type(self).__name__}({', '.join([*self._data_given(), *changed])})"

    def result(self, state: S) -> R:
        """Check every field of ``state``, then compute; InputError naming what makes no sense."""
        fields.check(state)
        return self.compute(state)

    def draw(self, result: R) -> None:
        """Move the artists of the picture."""
        if self.picture.show(result):
            self.stage.invalidate()

    def set(self, **changes: Any) -> None:
        """Change fields of the state from code; what makes no sense becomes words, and nothing changes."""
        with self._lock:
            self._go(dataclasses.replace(self._state, **changes))

    def reset(self) -> None:
        """Go back to the state that the explorer was made with."""
        with self._lock:
            self._go(self._start)

    def close(self) -> None:
        """Close every widget of this explorer and free its figure; a second call does nothing."""
        if hasattr(self, "stage"):  # not so when the constructor raised: Python closes what there is of it
            with self._lock:
                self.stage.close()
        close_all(self)

    def _data_given(self) -> list[str]:
        """The data that the constructor was given, as arguments: by keyword after one that was left out."""
        given = [name for name in self.data_arguments if getattr(self, name) is not None]
        pairs = zip(given, self.data_arguments, strict=False)
        return [name if name == place else f"{name}={name}" for name, place in pairs]

    def _first_state(self, values: dict[str, Any]) -> tuple[Any, str | None]:
        """Return the state asked for, or the usual one and what is wrong with the one asked for."""
        asked = self.State(**values)
        try:
            self.result(asked)
        except (ValueError, TypeError, OverflowError) as problem:
            return self.usual_state(), f"{in_words(problem)}. " + _("Shown is the usual start instead.")
        return asked, None

    def _on_change(self, control: Control) -> None:
        """Take the value of one control; what others ask for that could not be shown is asked for again."""
        with self._lock:
            if self._quiet or not control.field.shown(self._state) or not control.field.enabled(self._state):
                return
            asked: Any = self.follow(self._state, control.moved(self._asked))
            fitting = {name: each.fit(getattr(asked, name), asked) for name, each in self.fields.items()}
            self._asked = dataclasses.replace(asked, **fitting)
            self._go(self._asked)

    def _go(self, state: S) -> None:
        """Show ``state`` in the picture and, where that could be done, on the controls."""
        if self._update(state):
            self._show_on_controls(state)

    def _update(self, state: S) -> bool:
        """Compute and draw ``state``; True when it could be shown."""
        try:
            result = self.result(state)
            self.draw(result)
            words = " ".join(self.describe(result))
        except Exception as problem:  # anything: a traceback in a callback is seen by nobody
            self._complain(in_words(problem))
            return False
        self._state = self._asked = state
        self.stage.frame()
        self.words.value = _WORDS.format(escape(words))
        self.error.value = ""
        if self._code.layout.display is None:
            self._code.value = self.code
        return True

    def _complain(self, problem: str) -> None:
        self.error.value = _ERROR.format(escape(_("This does not work:")), escape(problem))

    def _show_on_controls(self, state: S) -> None:
        self._quiet = True
        try:
            for control in self.fields.values():
                control.write(state)
        finally:
            self._quiet = False

    def _grid(self) -> widgets.Widget:
        """Controls in one grid; Reset and Code last, on the right."""
        reset = button(_("Reset"), "undo", self.reset)
        code = widgets.ToggleButton(description=_("Code"), icon="code", layout=widgets.Layout(width="auto"))
        code.observe(lambda change: self._show_code(change["new"]), names="value")
        buttons = widgets.HBox([reset, code], layout=widgets.Layout(margin="0 0 0 auto"))
        return widgets.HBox(
            [*self.arrange(), buttons],
            layout=widgets.Layout(
                flex_flow="row wrap", align_items="flex-start", max_width=f"{self.size[0] - 16}px", margin="0 0 0 16px"
            ),
        )

    def _show_code(self, shown: bool) -> None:
        self._code.value = self.code
        self._code.layout.display = None if shown else "none"

    # One still picture for where no kernel runs: GitHub, nbviewer, a notebook opened before anything is run.

    _ipython_display_ = None  # ipywidgets 7 displays by this hook, and would leave the still picture out

    def __repr__(self) -> str:
        return self.code

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None, **kwargs: Any) -> tuple[dict, dict]:
        data = {
            "text/plain": self.code,
            "image/png": self.stage.still(),
            "application/vnd.jupyter.widget-view+json": {
                "version_major": 2,
                "version_minor": 0,
                "model_id": self.model_id,
            },
        }
        return data, {"image/png": {"width": self.size[0], "height": self.size[1]}}
