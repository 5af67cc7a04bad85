import re

import numpy as np
import pytest

from helpers.widgets import BackpropStepper
from helpers.widgets.backprop.explorer import OWN, SLIDERS
from helpers.widgets.backprop.layout import MAX_LAYERS
from helpers.widgets.backprop.values import EXAMPLES


@pytest.fixture
def stepper():
    stepper = BackpropStepper()
    yield stepper
    stepper.close()


def words(stepper):
    return re.sub("<[^>]*>", "", stepper.words.value)


def texts(labels):
    """What a Labels shows: texts in the order in which they were placed."""
    return [text for _x, _y, text in labels.texts]


def clock(stepper):
    """The Play button before the slider of the steps."""
    return stepper.fields["step"].boxes[0]


def sliders(stepper):
    """The sliders of values that are shown."""
    made = [stepper.controls[f"values {number}"] for number in range(SLIDERS)]
    return [slider for slider in made if slider.layout.display is None]


def made(**fields):
    stepper = BackpropStepper(**fields)
    assert not stepper.error.value
    return stepper


def test_values_appear_node_by_node_then_gradients_edge_by_edge(stepper):
    step = stepper.controls["step"]
    assert step.max == 2 + 1 + 4
    values, gradients = [], []
    for at in range(step.max + 1):
        stepper.set(step=at)
        values.append(texts(stepper.picture.values))
        gradients.append(sum("=" in text for text in texts(stepper.picture.gradients)))
    assert values[0] == ["−2", "5", "−4"]
    assert values[1] == ["−2", "5", "3", "−4"]
    assert values[2] == ["−2", "5", "3", "−4", "−12"]
    assert gradients == [0, 0, 0, 0, 1, 2, 3, 4]


def test_edges_carry_upstream_times_local_and_the_working_node_is_framed(stepper):
    stepper.set(step=4)
    assert texts(stepper.picture.locals) == ["−4"]
    assert {"1 × ", " = −4", "1", "−4"} == set(texts(stepper.picture.gradients))
    working, centres = stepper.picture.working, stepper.picture.layout.centres
    np.testing.assert_allclose(working.corners + working.sizes / 2, centres[-1:])
    assert len(stepper.picture.now.get_path().vertices) > 1
    stepper.set(step=1)
    assert len(stepper.picture.now.get_path().vertices) == 1
    assert len(stepper.picture.ahead_heads.get_path().vertices) == 2 * 4
    np.testing.assert_allclose(working.corners + working.sizes / 2, centres[2:3])


@pytest.mark.parametrize(
    ("expression", "step", "said"),
    [
        ("x + y", 3, "Add: the upstream 1.3 × 1 = 1.3 goes on unchanged to x."),
        ("x + y", 4, "1.3 goes on unchanged to y. Done. Gradients: x 1.3, y 1.3."),
        ("x * y", 3, "Multiply: upstream 1.3 × the other input 5 = 6.5 goes to x."),
        ("x * y", 4, "Multiply: upstream 1.3 × the other input 10 = 13 goes to y. Done."),
        ("x * y", 0, "The graph of x * y with 3 nodes; x = 10, y = 5."),
        ("x * y", 1, "Forwards, step 1 of 1: x * y = 10 × 5 = 50."),
        ("x * y", 2, "All values are known: x * y = 50. Now back: the result is given the upstream gradient 1.3."),
    ],
)
def test_the_lesson_in_words(expression, step, said):
    stepper = made(expression=expression, upstream=1.3, step=step)
    assert said in words(stepper)
    stepper.close()


@pytest.mark.parametrize(
    ("expression", "values", "said"),
    [
        ("x - y", "x=1, y=2", ["Subtract: the first", "Subtract: the second input gets the other sign, 1 × (−1) = −1"]),
        ("x / y", "x=1, y=2", ["numerator is 1/denominator = 0.5", "denominator² = −0.25; upstream 1 × (−0.25)"]),
        ("-(x + 1)", "x=1", ["Minus: the sign turns, 1 × (−1) = −1 goes to x + 1."]),
        ("x**3", "x=2", ["Power: its slope is n·xⁿ⁻¹ = 12"]),
        ("sigmoid(x)", "x=0", ["Sigmoid: its slope is y(1 − y) = 0.25"]),
        ("tanh(x)", "x=0", ["Tanh: its slope is 1 − y² = 1"]),
        ("relu(x)", "x=1", ["ReLU: its input is above 0"]),
        ("relu(x)", "x=-1", ["ReLU: its input is not above 0"]),
        ("exp(x)", "x=0", ["Exp: its slope is its own value 1"]),
        ("log(x)", "x=2", ["Log: its slope is 1/input = 0.5"]),
        ("max(x, y)", "x=1, y=2", ["Max: the other input gets nothing", "Max: the larger input gets everything"]),
    ],
)
def test_every_operation_has_its_sentence(expression, values, said):
    stepper = made(expression=expression, values=values, step=0)
    heard = []
    for step in range(stepper.controls["step"].max + 1):
        stepper.set(step=step)
        heard.append(words(stepper))
    for sentence in said:
        assert any(sentence in line for line in heard), heard
    stepper.close()


def test_a_variable_used_twice_shows_the_sum():
    stepper = made(expression="x*x + 3*x", values="x=2", step=99)
    assert "x is used more than once, so what arrives adds up: 3 + 2 + 2 = 7. Done. Gradients: x 7." in words(stepper)
    assert "Σ 7" in texts(stepper.picture.gradients)
    assert "sum at x: 3 + 2 + 2 = 7" in texts(stepper.picture.line)[0]
    stepper.close()


def test_clock_plays_the_steps(stepper):
    clock(stepper).next.click()
    assert stepper.state.step == 6
    clock(stepper).back.click()
    clock(stepper).back.click()
    assert stepper.state.step == 4
    clock(stepper).play.value = 7
    assert "Done." in words(stepper)


def test_examples_bring_their_values_and_start_at_the_beginning(stepper):
    for expression, (values, upstream) in EXAMPLES.items():
        stepper.controls["example"].value = expression
        assert not stepper.error.value
        assert stepper.controls["expression"].value == expression
        assert stepper.controls["values"].value == values
        assert (stepper.state.upstream, stepper.controls["upstream"].value) == (upstream, upstream)
        stepper.set(step=99)
        assert "Done." in words(stepper)


def test_a_new_expression_keeps_the_values_it_can(stepper):
    stepper.controls["values"].value = "x=7, y=1.5, z=2"
    stepper.controls["expression"].value = "x / q + z"
    assert stepper.controls["values"].value == "x=7, q=-3, z=2"
    assert stepper.controls["example"].value == OWN
    assert stepper.state.step == 0
    assert [(slider.description, slider.value) for slider in sliders(stepper)] == [("x", 7), ("q", -3), ("z", 2)]


def test_sliders_and_text_are_the_same_values(stepper):
    stepper.controls["values 1"].value = 0.3
    assert stepper.state.values == "x=-2, y=0.3, z=-4"
    assert stepper.controls["values"].value == "x=-2, y=0.3, z=-4"
    stepper.controls["values"].value = "y = −1e3; x=.5"
    assert stepper.controls["values 1"].value == -1000
    assert stepper.controls["values 1"].min == -1000
    assert stepper.controls["values 0"].value == 0.5
    assert stepper.controls["values"].value == "x=0.5, y=-1000, z=-4"  # one that is not named keeps its usual value


def test_more_variables_than_sliders_are_in_the_text():
    stepper = made(expression="a*b + c*d + e*f + g*h + i*j", values="j=8")
    assert len(sliders(stepper)) == SLIDERS
    assert stepper.controls["values"].value.endswith("j=8")
    stepper.controls["values 0"].value = 1.5
    assert stepper.state.values.startswith("a=1.5")
    assert stepper.state.values.endswith("j=8")
    stepper.close()


@pytest.mark.parametrize(
    ("text", "said", "caret"),
    [
        ("x + $", "character 5: $ is not allowed", "x + $\n    ^"),
        ("2x", "a sign such as * is missing before x", "2x\n ^"),
        ("sin(x)", "sin is not a function", "sin(x)\n^"),
        ("x <b>y</b>", "&lt; is not allowed", "x &lt;b&gt;y&lt;/b&gt;\n  ^"),
        ("x < y", "&lt; is not allowed", "x &lt; y\n  ^"),
        ("__import__('os')", "names such as __import__", "^"),
        ("import os", "import is a word of Python", "import os\n^"),
        ("x" * 10_000, "10000 characters", None),
        ("9**9**9**9", "an exponent must be a whole number", "9**9**9**9\n   ^"),
        ("(" * 90, "more than 12 brackets", "^"),
        ("exp(" * 10 + "x" + ")" * 10, f"at most {MAX_LAYERS - 1}", None),
        ("x / (y - y)", "x / (y - y) divides by zero: y - y is 0", None),
        ("log(x)", "log(x) does not exist: log needs a number above 0, and x is -2", None),
        ("exp(exp(exp(y)))", "is too large for float64", None),
    ],
)
def test_bad_expressions_become_words_with_a_caret_and_the_stepper_lives(stepper, text, said, caret):
    state, picture = stepper.state, stepper.stage.image.value
    stepper.controls["expression"].value = text
    shown = stepper.error.value
    assert said in re.sub("<[^>]*>", "", shown).replace("&#x27;", "'")
    assert "<b>" not in shown.partition("</b>")[2]  # what was typed is never read as HTML
    assert ("<pre" in shown) == (caret is not None)
    if caret:
        assert caret in shown.replace("&#x27;", "'")
    assert (stepper.state, stepper.stage.image.value) == (state, picture)
    stepper.controls["expression"].value = "x * y"
    assert not stepper.error.value
    assert stepper.state.expression == "x * y"


def test_a_name_of_the_menu_may_be_a_variable(stepper):
    stepper.controls["expression"].value = "own"
    assert not stepper.error.value
    assert stepper.controls["values"].value == "own=2"
    stepper.controls["expression"].value = "x * y"  # typed, not chosen: the upstream of the example is not taken
    assert (stepper.state.expression, stepper.state.upstream) == ("x * y", 1.0)


def test_a_misprint_that_is_mended_is_not_taken_for_the_example_in_the_menu(stepper):
    stepper.controls["expression"].value = "(x + y) *"
    stepper.controls["expression"].value = "(x + y) * q"
    assert stepper.state.expression == "(x + y) * q"
    assert stepper.controls["example"].value == OWN


def test_a_new_example_leaves_a_bad_text_behind(stepper):
    stepper.controls["expression"].value = "x +"
    stepper.controls["example"].value = "x + y"
    assert not stepper.error.value
    assert stepper.controls["expression"].value == "x + y"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x", "x is not a name and a number"),
        ("x=", "x= is not a name and a number"),
        ("x=nan", "x=nan is not"),
        ("x=1e999", "x=1e999 is not"),
        ("x=1_0", "x=1_0 is not"),
        ("q=1", "there is no variable q in (x + y) * z"),
        ("x=" + "9" * 500, "502 characters"),
        ("=1", "=1 is not a name|no variable"),
    ],
)
def test_bad_values_become_words(stepper, text, said):
    state = stepper.state
    stepper.controls["values"].value = text
    assert re.search(
        said.replace("(", r"\(").replace(")", r"\)").replace("+", r"\+").replace("*", r"\*"), stepper.error.value
    )
    assert stepper.state == state
    stepper.controls["values"].value = "x=1"
    assert not stepper.error.value


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"expression": 7}, "must be a text, not 7"),
        ({"expression": None}, "must be a text"),
        ({"expression": "x +"}, "stops where a value is missing"),
        ({"expression": ["x"]}, "must be a text"),
        ({"values": 3}, "values must be a text"),
        ({"upstream": float("nan")}, "upstream must be a number"),
        ({"upstream": float("inf")}, "upstream must be a number"),
        ({"upstream": "1"}, "upstream must be a number"),
        ({"upstream": 10**400}, "upstream must be a number"),
        ({"upstream": 1e308, "values": "z=1e300"}, "too large"),
        ({"step": -1}, "step must be a whole number"),
        ({"step": 1.5}, "step must be a whole number"),
        ({"step": True}, "step must be a whole number"),
    ],
)
def test_bad_start_becomes_words_and_the_controls_live(fields, said):
    stepper = BackpropStepper(**fields)
    assert re.search(said, stepper.error.value)
    assert stepper.state == BackpropStepper.State()
    stepper.controls["step"].value = 3
    assert not stepper.error.value
    stepper.close()


def test_constructor_points_at_the_character_too():
    stepper = BackpropStepper(expression="x + ?")
    assert "x + ?\n    ^</pre>" in stepper.error.value
    stepper.controls["values"].value = "nonsense"
    assert "^" not in stepper.error.value
    stepper.close()


def test_numbers_alone_have_gradients_too():
    stepper = made(expression="10 + 5", upstream=1.3, step=99)
    assert texts(stepper.picture.gradients).count("1.3") == 3
    assert words(stepper).endswith("Done.")
    assert stepper.controls["values"].value == ""
    stepper.close()


def test_state_may_stand_beyond_the_last_step_and_goes_back_from_there():
    stepper = made(expression="x * y", step=99)
    assert stepper.controls["step"].value == 4
    assert "Done." in words(stepper)
    stepper.controls["values 0"].value = 3.0
    assert "Done." in words(stepper)
    clock(stepper).back.click()
    assert stepper.state.step == 3
    stepper.close()


def test_a_constant_has_its_number_as_its_name():
    with_numbers = BackpropStepper(expression="3 * x + 1", values="x=2")
    assert sorted(texts(with_numbers.picture.names)) == ["+", "1", "3", "x", "×"]
    with_numbers.close()


def test_no_label_lies_under_the_head_of_an_arrow():
    deep = BackpropStepper(expression="1 / (1 + exp(-(w*x + b)))", values="w=2, x=-1, b=3", step=99)
    heads = deep.picture.back_heads.get_path().vertices.reshape(-1, 4, 2)
    low, high = heads.min(axis=1), heads.max(axis=1)
    corners, ends = deep.picture.halo.corners, deep.picture.halo.corners + deep.picture.halo.sizes
    apart = (low[:, None] >= ends - 3) | (high[:, None] <= corners + 3)  # 3: a halo is so much wider than its text
    assert apart.any(axis=2).all()
    deep.close()
