"""What holds for every explorer: tested on all that the package has."""

import base64
import io
import json
import threading
from contextlib import suppress

import numpy as np
import psutil
import pytest
from PIL import Image
from traitlets import TraitError

import helpers
from helpers import widgets as package
from helpers.widgets import TensorExplorer
from tests.widget_tools import explorers, live_blocks, other_values

ALL = explorers()


def leaves(widget):
    yield widget
    for child in getattr(widget, "children", ()):
        yield from leaves(child)


@pytest.fixture(params=ALL, ids=lambda kind: kind.__name__)
def explorer(request):
    explorer = request.param.example()
    yield explorer
    explorer.close()
    helpers.language("en")


def test_every_explorer_is_found_and_exported():
    assert {kind.__name__ for kind in ALL} >= {"TensorExplorer", "PredictionBrowser"}
    for kind in ALL:
        assert getattr(package, kind.__name__) is kind


def test_every_control_changes_the_state_and_the_picture_or_the_words(explorer):
    moved = 0
    for name, control in explorer.controls.items():
        for value in other_values(control):
            explorer.reset()
            start, picture, words = explorer.state, bytes(explorer.stage.image.value), explorer.words.value
            control.value = value
            if explorer.error.value or explorer.state == start:  # a control that is hidden for now changes nothing
                continue
            moved += 1
            assert (bytes(explorer.stage.image.value), explorer.words.value) != (picture, words), (name, value)
    assert moved >= 5


def test_every_control_has_a_description(explorer):
    for control in explorer.controls.values():
        assert control.description


def test_first_frame_is_not_empty(explorer):
    picture = np.asarray(Image.open(io.BytesIO(explorer.stage.image.value)).convert("RGB"))
    assert (picture.min(axis=2) < 250).mean() > 0.01
    assert explorer.words.value
    assert not explorer.error.value


def test_code_rebuilds_the_state_exactly(explorer):
    for control in explorer.controls.values():
        for value in other_values(control, 2):
            control.value = value
            names = {type(explorer).__name__: type(explorer)}
            names |= {name: getattr(explorer, name) for name in explorer.data_arguments}
            again = eval(explorer.code, names)
            assert again.state == explorer.state
            assert again.stage.image.value == explorer.stage.image.value
            again.close()


def test_reset_goes_back_to_the_start(explorer):
    start, picture = explorer.state, explorer.stage.image.value
    for control in explorer.controls.values():
        for value in other_values(control, 1):
            control.value = value
    explorer.reset()
    assert explorer.state == start
    assert explorer.stage.image.value == picture
    for name, control in explorer.fields.items():
        if control.field.shown(start) and getattr(start, name) is not None:
            assert control.read(start) == getattr(start, name), name


def test_reset_and_code_buttons_work_and_stand_last(explorer):
    row = explorer.children[1]
    reset, code = row.children[-1].children
    assert (reset.description, code.description) == ("Reset", "Code")
    assert row.children[-1].layout.margin.endswith("auto")
    line = explorer.children[-1]
    assert line.layout.display == "none"
    code.value = True
    assert line.layout.display is None
    assert line.value == explorer.code
    for control in list(explorer.controls.values())[:1]:
        for value in other_values(control, 1):
            control.value = value
    reset.click()
    assert line.value == explorer.code


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_nothing_is_left_after_close(kind, leaks):
    kind.example().close()  # what is made once and kept, such as the first font
    before = leaks()
    explorer = kind.example()
    assert leaks()[0] > before[0]
    explorer.close()
    explorer.close()
    del explorer
    assert leaks() == before


def changes_of(explorer):
    """A function that makes changes one after the other, and how many of them bring the same values again."""
    controls = [(control, other_values(control, 5)) for control in explorer.controls.values() if other_values(control)]

    def change(times):
        for number in range(times):
            control, values = controls[number % len(controls)]
            with suppress(TraitError):  # what a menu no longer offers, since another control has moved
                control.value = values[number // len(controls) % len(values)]

    return change, 5 * len(controls)


@pytest.mark.full
@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_memory_does_not_grow_with_changes(kind, leaks):
    explorer = kind.example()
    change, round_trip = changes_of(explorer)
    third = max(1, round(170 / round_trip)) * round_trip
    change(third)  # fills what is kept, such as measured texts
    before = leaks()
    objects, memory = growth(change, third)
    assert objects < 0.5 * third  # one small one kept by each change is twice as many
    assert memory < 5e3 * third  # bytes, also of what is no Python object
    assert leaks() == before
    explorer.close()


def growth(change, third):
    """Blocks and bytes that ``third`` changes leave behind, twice: the smaller ones. A leak shows both times."""
    seen = [(live_blocks(), psutil.Process().memory_info().rss)]
    for _again in range(2):
        change(third)
        seen.append((live_blocks(), psutil.Process().memory_info().rss))
    return np.diff(seen, axis=0).min(axis=0)


@pytest.mark.full
def test_one_small_object_kept_by_each_change_is_seen():
    explorer, kept = TensorExplorer.example(), []
    change, third = changes_of(explorer)
    for control in explorer.controls.values():
        control.observe(lambda _change: kept.append(object()), "value")
    change(third)
    objects, _memory = growth(change, third)
    assert objects >= 0.5 * third
    explorer.close()


def test_words_follow_the_language(explorer):
    english = explorer.words.value
    helpers.language("ko")
    korean = type(explorer).example()
    assert korean.words.value != english
    assert any("가" <= letter <= "힣" for letter in korean.words.value)
    assert korean.children[1].children[-1].children[0].description == "처음으로"
    assert korean.code == explorer.code
    korean.close()


def test_mimebundle_holds_view_still_picture_and_code(explorer):
    data, metadata = explorer._repr_mimebundle_()
    assert data["text/plain"] == repr(explorer) == explorer.code
    assert data["application/vnd.jupyter.widget-view+json"]["model_id"] == explorer.model_id
    width, height = Image.open(io.BytesIO(data["image/png"])).size
    assert metadata["image/png"] == {"width": explorer.size[0], "height": explorer.size[1]}
    assert (width, height) == (explorer.scale * explorer.size[0], explorer.scale * explorer.size[1])
    assert len(data["image/png"]) < 100_000


def test_ipython_shows_the_mimebundle(explorer):
    from IPython.core.formatters import DisplayFormatter

    data, _metadata = DisplayFormatter().format(explorer)
    assert {"text/plain", "image/png", "application/vnd.jupyter.widget-view+json"} <= set(data)
    assert base64.b64encode(data["image/png"])
    json.dumps(data["application/vnd.jupyter.widget-view+json"])


def test_changes_from_several_threads_keep_picture_and_state_together(explorer):
    slider = next(control for control in explorer.controls.values() if other_values(control))
    values = other_values(slider, 4)
    threads = [threading.Thread(target=lambda v=value: setattr(slider, "value", v)) for value in values * 3]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    picture = explorer.stage.image.value
    explorer.draw(explorer.compute(explorer.state))
    assert explorer.stage.frame() == picture


def test_unknown_field_is_a_plain_python_error():
    with pytest.raises(TypeError, match="nonsense"):
        TensorExplorer(nonsense=1)
