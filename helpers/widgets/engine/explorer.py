"""Controls → state → compute → draw: the one shape of every live picture."""

import dataclasses
import threading
from collections.abc import Iterable
from html import escape
from typing import Any, ClassVar

import ipywidgets as widgets
from matplotlib.artist import Artist
from matplotlib.figure import Figure

from helpers.drawing import style
from helpers.maths.complaint import Complaint
from helpers.widgets.engine.lifetime import belongs_to_cell
from helpers.widgets.engine.stage import SCALE, Stage, close_all
from helpers.words import _

_WORDS = '<div role="status" aria-live="polite" style="line-height:1.45;margin:4px 20px">{}</div>'
_ERROR = (
    '<div role="alert" style="line-height:1.45;margin:4px 20px;border-left:4px solid #D55E00;padding-left:8px">'
    "<b>⚠ {}</b> {}</div>"
)


def _in_words(problem: Exception) -> str:
    """What went wrong, in the notebook's language where the error can be translated."""
    if isinstance(problem, Complaint):
        return _(problem.template).format(**problem.values)
    return str(problem) if isinstance(problem, ValueError) else repr(problem)


class Explorer(widgets.VBox):
    """A picture, controls under it, a line of words that says what it shows.

    A subclass gives ``State``, a frozen dataclass whose every field is a keyword of the constructor, and
    ``make_controls``, ``scene``, ``compute``, ``draw`` and ``describe``. A value that makes no sense becomes a line
    of words under the picture; the controls stay alive and the last good picture stays.
    """

    State: ClassVar[type]
    size: ClassVar[tuple[int, int]] = (900, 400)  # pixels on the page
    scale: ClassVar[float] = SCALE  # pixels drawn for each of them
    data_arguments: ClassVar[tuple[str, ...]] = ()  # names of arrays that the constructor wants before the state

    def __init__(self, **fields: Any) -> None:
        self._lock = threading.RLock()
        self._quiet = False  # True while the explorer itself moves its controls
        self._start, complaint = self._first_state(fields)
        self._state = self._start
        self.stage = Stage(*self.size, self.scale)
        with style():
            self.stage.moving(self.scene(self.stage.figure))
        self.words = widgets.HTML()
        self.error = widgets.HTML()
        self.controls = self.make_controls()
        super().__init__([self.stage.image, self._grid(), self.error, self.words, self._code_line()])
        self._show_on_controls(self._start)
        for control in self.controls.values():
            control.observe(self._on_change, names="value")
        self._update(self._start)
        if complaint:
            self._complain(complaint)
        belongs_to_cell(self)

    # What a subclass gives.

    def make_controls(self) -> dict[str, widgets.Widget]:
        """Return one control for each field of the state, by name, in the order of reaching for them."""
        raise NotImplementedError

    def scene(self, figure: Figure) -> Iterable[Artist]:
        """Lay the picture out on ``figure``, once, and return the artists that will move."""
        raise NotImplementedError

    def compute(self, state: Any) -> Any:
        """Return what is to be drawn; ValueError in words when ``state`` makes no sense. No drawing here."""
        raise NotImplementedError

    def draw(self, result: Any) -> None:
        """Move the artists of the scene; make none."""
        raise NotImplementedError

    def describe(self, result: Any) -> str:
        """Say in words what the picture shows, for one who cannot see it."""
        raise NotImplementedError

    def read_controls(self) -> Any:
        """Return the state that the controls stand at."""
        return self.State(**{name: control.value for name, control in self.controls.items()})

    def write_controls(self, state: Any) -> None:
        """Set the controls to ``state``, ranges first where they depend on it."""
        for name, control in self.controls.items():
            control.value = getattr(state, name)

    def arrange(self, controls: dict[str, widgets.Widget]) -> list[widgets.Widget]:
        """Return the controls as they stand under the picture; one after the other by default."""
        return list(controls.values())

    @classmethod
    def example(cls) -> "Explorer":
        """Return one to try, for tests and benchmarks; one that is made on data brings its own."""
        return cls()

    # What every explorer has.

    @property
    def state(self) -> Any:
        """The state that the picture shows."""
        return self._state

    @property
    def code(self) -> str:
        """The Python that makes this explorer again, as it stands; fields at their default are left out."""
        default = self.State()
        told = [
            f"{field.name}={getattr(self._state, field.name)!r}"
            for field in dataclasses.fields(self._state)
            if getattr(self._state, field.name) != getattr(default, field.name)
        ]
        return f"{type(self).__name__}({', '.join([*self.data_arguments, *told])})"

    def set(self, **changes: Any) -> None:
        """Change fields of the state from code; what makes no sense becomes words, and nothing changes."""
        with self._lock:
            if self._update(dataclasses.replace(self._state, **changes)):
                self._show_on_controls(self._state)

    def reset(self) -> None:
        """Go back to the state that the explorer was made with."""
        with self._lock:
            self._update(self._start)
            self._show_on_controls(self._start)

    def close(self) -> None:
        """Close every widget of this explorer and free its figure; a second call does nothing."""
        if hasattr(self, "stage"):  # not so when the constructor raised: Python closes what there is of it
            with self._lock:
                self.stage.close()
        close_all(self)

    def _first_state(self, fields: dict[str, Any]) -> tuple[Any, str | None]:
        """Return the state asked for, or the default and what is wrong with the one asked for."""
        asked = self.State(**fields)
        try:
            self.compute(asked)
        except (ValueError, TypeError, OverflowError) as problem:
            return self.State(), f"{_in_words(problem)}. " + _("Shown is the usual start instead.")
        return asked, None

    def _on_change(self, change: Any) -> None:
        with self._lock:
            if self._quiet:
                return
            if self._update(self.read_controls()):
                self._show_on_controls(self._state)

    def _update(self, state: Any) -> bool:
        """Compute and draw ``state``; True when it could be shown."""
        try:
            result = self.compute(state)
            self.draw(result)
            words = self.describe(result)
        except Exception as problem:  # anything: a traceback in a callback is seen by nobody
            self._complain(_in_words(problem))
            return False
        self._state = state
        self.stage.frame()
        self.words.value = _WORDS.format(escape(words))
        self.error.value = ""
        if self._code.layout.display is None:
            self._code.value = self.code
        return True

    def _complain(self, problem: str) -> None:
        self.error.value = _ERROR.format(escape(_("This does not work:")), escape(problem))

    def _show_on_controls(self, state: Any) -> None:
        self._quiet = True
        try:
            self.write_controls(state)
        finally:
            self._quiet = False

    def _grid(self) -> widgets.Widget:
        """Controls in one grid; Reset and Code last, on the right."""
        reset = widgets.Button(description=_("Reset"), icon="undo", layout=widgets.Layout(width="auto"))
        code = widgets.ToggleButton(description=_("Code"), icon="code", layout=widgets.Layout(width="auto"))
        reset.on_click(lambda button: self.reset())
        code.observe(lambda change: self._show_code(change["new"]), names="value")
        buttons = widgets.HBox([reset, code], layout=widgets.Layout(margin="0 0 0 auto"))
        return widgets.HBox(
            [*self.arrange(self.controls), buttons],
            layout=widgets.Layout(
                flex_flow="row wrap", align_items="flex-start", max_width=f"{self.size[0] - 16}px", margin="0 0 0 16px"
            ),
        )

    def _code_line(self) -> widgets.Widget:
        self._code = widgets.Text(
            description=_("Code"),
            layout=widgets.Layout(width="auto", max_width=f"{self.size[0]}px", display="none"),
        )
        return self._code

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
