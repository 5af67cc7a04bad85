import ipywidgets
import pytest

from helpers.widgets.engine.clock import Clock


@pytest.fixture
def clock():
    clock = Clock(ipywidgets.IntSlider(value=3, min=0, max=5), by=2)
    yield clock
    clock.close()


def test_the_buttons_say_what_they_do(clock):
    """The icons are names of Font Awesome."""
    looks = [(each.description, each.icon, each.layout.width) for each in (clock.back, clock.next)]
    assert looks == [("Back", "step-backward", "auto"), ("Next", "step-forward", "auto")]
    assert clock.play.description == "Play"
    assert not clock.play.show_repeat  # it would jump back to the start, and go on for ever


def test_a_clock_plays_the_range_of_its_slider_as_fast_as_asked():
    clock = Clock(ipywidgets.IntSlider(value=170, min=150, max=200), tick_ms=40)
    play = clock.play
    assert (play.min, play.value, play.max, play.step, play.interval) == (150, 170, 200, 1, 40)
    clock.close()


def test_a_tick_moves_the_slider_and_the_slider_moves_the_clock(clock):
    clock.play.value = 5
    assert clock.slider.value == 5
    clock.slider.value = 1
    assert clock.play.value == 1
    assert clock.play.step == 2


def test_buttons_go_one_step_and_stop_at_the_ends(clock):
    clock.next.click()
    assert clock.slider.value == 4
    clock.back.click()
    assert clock.slider.value == 3
    for _press in range(9):
        clock.next.click()
    assert clock.slider.value == 5
    for _press in range(9):
        clock.back.click()
    assert clock.slider.value == 0


def test_a_new_range_of_the_slider_is_the_clocks_too(clock):
    clock.slider.max = 40
    assert clock.play.max == 40
    clock.slider.max = 2
    assert (clock.play.max, clock.play.value) == (2, 2)
