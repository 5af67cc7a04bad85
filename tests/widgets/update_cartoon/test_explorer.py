import numpy as np
import pytest

from helpers.maths.optimizers import OPTIMIZERS
from helpers.maths.surfaces import SURFACES
from helpers.widgets import UpdateCartoon
from helpers.widgets.update_cartoon.explorer import STEPS
from helpers.widgets.update_cartoon.model import usual_rate


@pytest.fixture
def cartoon():
    cartoon = UpdateCartoon()
    yield cartoon
    cartoon.close()


def arrow(cartoon, role):
    """From where to where an arrow points, in pixels: (2, 2)."""
    corners = cartoon.picture.map.arrows[role].get_path().vertices
    return np.array([(corners[0] + corners[6]) / 2, corners[3]])


def unit(vector):
    return vector / np.hypot(*vector)


def test_arrows_point_where_the_numbers_say(cartoon):
    step = cartoon.compute(cartoon.state).steps[-1]
    for role, vector in (
        ("gradient", -step.gradient),
        ("moment", -step.after["direction"]),
        ("update", step.after["update"]),
    ):
        start, end = arrow(cartoon, role)
        np.testing.assert_allclose(
            start, [cartoon.picture.map.now.get_xdata()[0], cartoon.picture.map.now.get_ydata()[0]], atol=1e-6
        )
        np.testing.assert_allclose(unit(end - start), unit(vector * [1, -1]), atol=1e-6)


def test_momentum_and_gradient_make_up_the_update(cartoon):
    for name in ("momentum", "nesterov"):
        cartoon.set(optimizer=name, step=6)
        kept, push, whole = (arrow(cartoon, role) for role in ("moment", "gradient", "update"))
        np.testing.assert_allclose(kept[1], push[0], atol=1e-6)
        np.testing.assert_allclose(push[1], whole[1], atol=1e-6)
        np.testing.assert_allclose(kept[0], whole[0], atol=1e-6)


def test_the_path_grows_with_the_step(cartoon):
    for step in (1, 9, STEPS):
        cartoon.controls["step"].value = step
        assert len(cartoon.picture.map.path.get_xdata()) == step
        assert f"Step {step} of Adam" in cartoon.words.value


def test_bars_tell_size_and_sign(cartoon):
    cartoon.set(optimizer="sgd", step=2)
    for boxes, sign in ((cartoon.picture.boxes.plus, 1), (cartoon.picture.boxes.minus, -1)):
        shown = len(boxes.get_path().vertices) // 5
        values = np.array([quantity.values for quantity in cartoon.compute(cartoon.state).quantities])
        assert shown == (np.sign(values) == sign).sum()
        widths = np.ptp(boxes.get_path().vertices.reshape(-1, 5, 2)[..., 0], axis=1)
        shares = (np.abs(values) / np.abs(values).max(axis=1, keepdims=True))[np.sign(values) == sign]
        np.testing.assert_allclose(widths, 48 * shares, atol=1e-6)


def test_words_say_what_adam_does_with_two_slopes(cartoon):
    words = cartoon.words.value
    assert "Adam divides m̂ = (−2.21, 21.6) by √v̂ = (2.28, 24.7): the update is (0.292, −0.261)." in words
    assert "One slope is 5.35 times the other, yet both coordinates move about as far." in words
    assert "E falls from 3.19 to 1.2." in words


@pytest.mark.parametrize("name", OPTIMIZERS)
@pytest.mark.parametrize("surface", SURFACES)
def test_every_optimizer_walks_every_surface_with_its_usual_rate(cartoon, name, surface):
    cartoon.set(optimizer=name, surface=surface, step=STEPS)
    assert not cartoon.error.value
    assert cartoon.controls["learning_rate"].value == pytest.approx(usual_rate(name, surface))


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_no_two_texts_and_no_two_boxes_meet(cartoon, name):
    cartoon.set(optimizer=name, step=9)
    frames = [*cartoon.picture.boxes.frames.values(), cartoon.picture.boxes.others]
    boxes = np.concatenate(
        [frame.get_path().vertices.reshape(-1, 5, 2) for frame in frames if len(frame.get_path()) > 1]
    )
    low, high = boxes.min(axis=1), boxes.max(axis=1)
    assert (low > [0, 0]).all()
    assert (high < cartoon.size).all()
    for i in range(len(boxes)):
        others = np.arange(len(boxes)) != i
        assert not ((low[i] < high[others]) & (low[others] < high[i])).all(axis=1).any()


def test_another_optimizer_comes_with_its_own_hyperparameters(cartoon):
    shown = lambda: {name for name, control in cartoon.controls.items() if control.layout.display != "none"}  # noqa: E731
    assert shown() >= {"learning_rate", "momentum", "beta_2"}
    assert cartoon.controls["momentum"].description == "β₁"
    cartoon.controls["beta_2"].value = 0.9
    assert cartoon.state.beta_2 == 0.9
    cartoon.controls["optimizer"].value = "momentum"
    assert cartoon.state == cartoon.State(optimizer="momentum")
    assert cartoon.controls["momentum"].description == "μ"
    assert "beta_2" not in shown()
    cartoon.controls["optimizer"].value = "rmsprop"
    assert cartoon.controls["beta_2"].description == "ρ"
    assert cartoon.controls["beta_2"].value == 0.9
    assert "momentum" not in shown()
    cartoon.controls["optimizer"].value = "sgd"
    assert shown() & {"momentum", "beta_2"} == set()


def test_hyperparameters_change_the_step(cartoon):
    for name, value in (("learning_rate", 0.1), ("momentum", 0.5), ("beta_2", 0.9)):
        before = cartoon.words.value
        cartoon.controls[name].value = value
        assert getattr(cartoon.state, name) == pytest.approx(value)
        assert cartoon.words.value != before
    assert "0.1" in cartoon.code


def test_the_first_step_of_adam_is_the_learning_rate_in_each_coordinate():
    cartoon = UpdateCartoon(step=1, learning_rate=0.25)
    np.testing.assert_allclose(np.abs(cartoon.compute(cartoon.state).steps[0].after["update"]), 0.25, rtol=1e-5)
    assert "move about as far" in cartoon.words.value
    cartoon.close()


def test_a_walk_that_diverges_is_said_and_the_controls_live(cartoon):
    cartoon.set(optimizer="sgd", step=60, learning_rate=1.0)
    assert "SGD has diverged: after step" in cartoon.error.value
    assert cartoon.state == cartoon.State()
    cartoon.set(optimizer="sgd", step=5, learning_rate=1.0)
    assert not cartoon.error.value
    assert "E rises" in cartoon.words.value
    cartoon.controls["step"].value = 50
    assert "diverged" in cartoon.error.value
    assert cartoon.state.step == 5


def test_rate_zero_moves_nothing_and_says_so(cartoon):
    cartoon.set(optimizer="sgd", learning_rate=0.0)
    assert "Nothing moves. E stays" in cartoon.words.value
    assert cartoon.controls["learning_rate"].disabled
    cartoon.set(learning_rate=None)
    assert not cartoon.controls["learning_rate"].disabled


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"optimizer": "fast"}, "optimizer must be one of"),
        ({"optimizer": None}, "optimizer must be one of"),
        ({"optimizer": []}, "optimizer must be one of"),
        ({"surface": "moon"}, "surface must be one of"),
        ({"step": 0}, "step must be a whole number"),
        ({"step": 2.5}, "step must be a whole number"),
        ({"step": 10**9}, "step must be a whole number"),
        ({"learning_rate": -0.1}, "learning_rate must be a number"),
        ({"learning_rate": float("nan")}, "learning_rate must be a number"),
        ({"learning_rate": "fast"}, "learning_rate must be a number"),
        ({"learning_rate": 1e9, "optimizer": "sgd", "step": 9}, "SGD has diverged"),
        ({"learning_rate": 1e12}, "learning_rate must be a number"),
        ({"momentum": 1}, "momentum must be a number"),
        ({"momentum": float("nan")}, "momentum must be a number"),
        ({"beta_2": 1.0}, "beta_2 must be a number"),
        ({"beta_2": True}, "beta_2 must be a number"),
    ],
)
def test_bad_input_becomes_words(fields, words):
    cartoon = UpdateCartoon(**fields)
    assert words in cartoon.error.value
    assert cartoon.state == cartoon.State()
    cartoon.controls["step"].value = 7
    assert not cartoon.error.value
    cartoon.close()
