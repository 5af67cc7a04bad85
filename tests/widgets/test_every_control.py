"""Every control of every explorer, moved: the picture then shows what an independent computation says it must.

Beside the tests of each widget stands `right.py`. Its ``assert_right(explorer)`` works out from ``explorer.state`` (and
the data that the explorer was made on) what the artists must hold, without the widget's model; ``STATES`` are what
is set before the controls are moved, so that each of them is shown once; ``TYPED`` is what to type into a control that
takes a text, by its name. An ``assert_right`` that would also accept the picture of another state is found out: it has
to refuse the state from before the move. After each move all controls have to stand at the state as well.
"""

from contextlib import suppress
from importlib import import_module

import pytest
from traitlets import TraitError

from tests.widget_tools import explorers, other_values

ALL = explorers()


def is_shown(explorer, name):
    """Whether a learner can reach this control now."""
    boxes = [box for field in explorer.fields.values() for box in field.boxes if name in field.widgets]
    own = explorer.controls[name]
    return own.layout.display is None and not own.disabled and any(box.layout.display is None for box in boxes)


def accepts(assert_right, explorer, state):
    """Whether the picture would also be right for ``state``."""
    now, explorer._state = explorer._state, state
    try:
        assert_right(explorer)
    except AssertionError:
        return False
    finally:
        explorer._state = now
    return True


def controls_elsewhere(explorer):
    """The controls that do not stand at the state that is shown, and where they stand."""
    state, found = explorer.state, {}
    for name, control in explorer.fields.items():
        wanted = control.field.shows(state) if control.field.shows else getattr(state, name)
        if wanted is None and control.field.usual:
            wanted = control.field.usual(explorer, state)
        if control.shown(state) and wanted is not None and control.read(state) != wanted:
            found[name] = control.read(state), wanted
    return found


@pytest.fixture(params=ALL, ids=lambda kind: kind.__name__)
def explorer(request):
    explorer = request.param.example()
    yield explorer
    explorer.close()


def test_every_control_shows_what_it_asks_for(explorer):
    right = import_module(f"tests.widgets.{type(explorer).__module__.split('.')[2]}.right")
    states = getattr(right, "STATES", ({},))
    if isinstance(states, dict):  # a folder of several explorers
        states = states[type(explorer).__name__]
    right.assert_right(explorer)
    typed = getattr(right, "TYPED", {})
    moved, proven = set(), set()
    for start in states:
        for name, control in explorer.controls.items():
            for number in range(3):
                explorer.reset()
                explorer.set(**start)
                assert not explorer.error.value, (start, explorer.error.value)
                if not is_shown(explorer, name) or number >= len(values := typed.get(name) or other_values(control)):
                    break
                before = explorer.state
                with suppress(TraitError):  # what a menu no longer offers
                    control.value = values[number]
                if explorer.error.value or explorer.state == before:
                    continue
                moved.add(name)
                assert controls_elsewhere(explorer) == {}, f"after {name} = {values[number]!r} from {before}"
                try:
                    right.assert_right(explorer)
                except AssertionError as wrong:
                    raise AssertionError(f"{name} = {values[number]!r} from {before}: {wrong}") from wrong
                if name not in proven and not accepts(right.assert_right, explorer, before):
                    proven.add(name)
    assert moved == set(explorer.controls), "controls that were never moved: add a state to STATES"
    assert proven == set(explorer.controls), "assert_right does not look at what these controls change"
