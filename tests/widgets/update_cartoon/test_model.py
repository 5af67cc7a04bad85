"""A step taken apart: what its boxes say is what the rule did, and what their formulas say is what they hold."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import pytest

from helpers.maths.optimizers import OPTIMIZERS, Adam, Nadam
from helpers.maths.surfaces import SURFACES
from helpers.maths.update_rule import Optimizer
from helpers.widgets.update_cartoon.model import LOST, flow, usual_rate, walk


def quantities(name, t, surface="ravine", **given):
    rule = OPTIMIZERS[name](**{"learning_rate": 0.02, **given})
    step = walk(rule, surface, t)[-1]
    return rule, step, {quantity.key: quantity for quantity in flow(rule, step)}


@pytest.mark.parametrize("name", OPTIMIZERS)
@pytest.mark.parametrize("surface", SURFACES)
def test_a_walk_is_the_rule_applied_again_and_again(name, surface):
    rule, ground = OPTIMIZERS[name](learning_rate=0.001), SURFACES[surface]
    w, slots = np.array(ground.start, float), rule.start(np.array(ground.start, float))
    for step in walk(rule, surface, 9):
        np.testing.assert_array_equal(step.w, w)
        w, slots = rule.step(w, np.array(ground.gradient(*w)), slots, step.t)
        np.testing.assert_array_equal(step.moved, w)
    assert step.t == 9


@pytest.mark.parametrize("name", OPTIMIZERS)
@pytest.mark.parametrize("t", [1, 7])
def test_boxes_stand_under_what_they_need_and_add_up(name, t):
    _rule, step, boxes = quantities(name, t)
    for box in boxes.values():
        assert all(boxes[need].level < box.level for need in box.needs)
        assert box.values.shape == (2,)
    places = [(box.level, box.column) for box in boxes.values()]
    assert len(set(places)) == len(places)
    assert list(boxes)[-1] == "w"
    np.testing.assert_allclose(boxes["w"].values, step.w + boxes["u"].values)
    reached, todo = set(), ["w"]
    while todo:  # every box leads to the new weights
        todo += boxes[key := todo.pop()].needs
        reached.add(key)
    assert reached == set(boxes)


@pytest.mark.parametrize(
    ("name", "arrows"),
    [
        ("sgd", "g-u u-w"),
        ("momentum", "v0-v g-v v-u u-w"),
        ("nesterov", "v0-v g-v v-u g-u u-w"),
        ("adagrad", "g-G g-d G-d d-u u-w"),
        ("rmsprop", "g-v g-d v-d d-u u-w"),
        ("adadelta", "g-v g-d s-d v-d d-u u-w"),
        ("adam", "g-m g-v m-m̂ v-v̂ m̂-d v̂-d d-u u-w"),
        ("adamw", "g-m g-v m-m̂ v-v̂ m̂-d v̂-d d-u c-u u-w"),
        ("nadam", "g-m g-v m-m̂ g-m̂ v-v̂ m̂-d v̂-d d-u u-w"),
    ],
)
def test_an_arrow_leads_from_each_quantity_to_each_that_is_computed_from_it(name, arrows):
    _rule, _step, boxes = quantities(name, 3)
    assert {f"{need}-{box.key}" for box in boxes.values() for need in box.needs} == set(arrows.split())


@dataclass(frozen=True)
class Unknown(Optimizer):
    """No rule of the package."""

    formulas: ClassVar = {"lookahead": "l = g", "update": "Δw = l"}


def test_a_rule_without_terms_raises_and_so_does_a_formula_without_a_box():
    with pytest.raises(NotImplementedError, match="Unknown has no terms"):
        walk(Unknown(), "bowl", 3)
    _rule, step, _boxes = quantities("sgd", 2)
    with pytest.raises(KeyError, match="lookahead"):
        flow(Unknown(), step)


@pytest.mark.parametrize(
    ("name", "update"),
    [
        ("sgd", lambda q, r: -r.learning_rate * q["g"]),
        ("momentum", lambda q, r: r.momentum * q["v0"] - r.learning_rate * q["g"]),
        ("nesterov", lambda q, r: r.momentum * q["v"] - r.learning_rate * q["g"]),
        ("adagrad", lambda q, r: -r.learning_rate * q["g"] / np.sqrt(q["G"] + r.epsilon)),
        ("rmsprop", lambda q, r: -r.learning_rate * q["g"] / np.sqrt(q["v"] + r.epsilon)),
        (
            "adadelta",
            lambda q, r: -r.learning_rate * q["g"] * np.sqrt(q["s"] + r.epsilon) / np.sqrt(q["v"] + r.epsilon),
        ),
        ("adam", lambda q, r: -r.learning_rate * q["m̂"] / np.sqrt(q["v̂"])),
        ("adamw", lambda q, r: -r.learning_rate * q["m̂"] / np.sqrt(q["v̂"]) + q["c"]),
        ("nadam", lambda q, r: -r.learning_rate * q["m̂"] / np.sqrt(q["v̂"])),
    ],
)
@pytest.mark.parametrize("t", [1, 2, 12])
def test_formulas_hold(name, update, t):
    rule, _step, boxes = quantities(name, t)
    values = {key: box.values for key, box in boxes.items()}
    np.testing.assert_allclose(boxes["u"].values, update(values, rule), rtol=1e-5)
    if "d" in values:
        np.testing.assert_allclose(values["u"] - values.get("c", 0), -rule.learning_rate * values["d"])


@pytest.mark.parametrize("name", ["adam", "adamw", "nadam"])
def test_the_numbers_of_the_corrections_are_those_used(name):
    _rule, _step, boxes = quantities(name, 3)
    np.testing.assert_allclose(boxes["v"].values / float(boxes["v̂"].number), boxes["v̂"].values, rtol=5e-3)
    if name == "nadam":
        of_m, of_g = (float(part.split("·")[0]) for part in boxes["m̂"].number.split(" + "))
        expected = of_m * boxes["m"].values + of_g * boxes["g"].values
    else:
        expected = boxes["m"].values / float(boxes["m̂"].number)
    np.testing.assert_allclose(boxes["m̂"].values, expected, rtol=5e-3)


def test_a_walk_ends_where_it_is_lost():
    steps = walk(OPTIMIZERS["sgd"](learning_rate=1.0), "ravine", 60)
    assert 3 < len(steps) < 60
    assert np.abs(steps[-1].moved).max() <= LOST
    assert walk(OPTIMIZERS["sgd"](learning_rate=1e9), "rosenbrock", 60) == ()


def test_a_longer_walk_begins_as_the_shorter_one():
    rule = Adam(learning_rate=0.123)
    assert walk(rule, "beale", 20)[:5] == walk(rule, "beale", 5)
    assert len(walk(rule, "beale", 3)) == 3
    assert walk(Nadam(learning_rate=0.123), "beale", 5)[1].moved[0] != walk(rule, "beale", 5)[1].moved[0]


LAYOUTS = {
    "sgd": """
        g   0  0 gradient  gradient: g = ∂E/∂w
        u   1  0 update    update: Δw = −ηg
        w   2  0 weights   new weights: w ← w + Δw""",
    "nesterov": """
        v0  0 -1 moment    velocity so far: v
        g   0  1 gradient  gradient: g = ∂E/∂w
        v   1  0 moment    velocity: v ← μv − ηg
        u   2  0 update    update: Δw = μv − ηg
        w   3  0 weights   new weights: w ← w + Δw""",
    "adagrad": """
        g   0  0 gradient  gradient: g = ∂E/∂w
        G   1  1 -         sum of squares: G ← G + g²
        d   2  0 -         divided: d = g / √(G + ε)
        u   3  0 update    update: Δw = −ηd
        w   4  0 weights   new weights: w ← w + Δw""",
    "adadelta": """
        g   0  0 gradient  gradient: g = ∂E/∂w
        s   1 -1 -         mean square of d so far: s
        v   1  1 -         mean square: v ← ρv + (1−ρ)g²
        d   2  0 -         divided: d = g·√(s + ε) / √(v + ε)
        u   3  0 update    update: Δw = −ηd
        w   4  0 weights   new weights: w ← w + Δw""",
    "adamw": """
        g   0  0 gradient  gradient: g = ∂E/∂w
        c   3  1 -         decay: c = −ηλw
        m   1 -1 moment    1st moment: m ← β₁m + (1−β₁)g
        v   1  1 -         2nd moment: v ← β₂v + (1−β₂)g²
        m̂   2 -1 moment    corrected: m̂ = m / 0.19
        v̂   2  1 -         corrected: v̂ = v / 0.002
        d   3 -1 -         divided: d = m̂ / (√v̂ + ε)
        u   4  0 update    update: Δw = −ηd + c
        w   5  0 weights   new weights: w ← w + Δw""",
    "nadam": """
        g   0  0 gradient  gradient: g = ∂E/∂w
        m   1 -1 moment    1st moment: m ← β₁m + (1−β₁)g
        v   1  1 -         2nd moment: v ← β₂v + (1−β₂)g²
        m̂   2 -1 moment    ahead: m̂ = 0.566·m + 0.666·g
        v̂   2  1 -         corrected: v̂ = v / 0.002
        d   3  0 -         divided: d = m̂ / (√v̂ + ε)
        u   4  0 update    update: Δw = −ηd
        w   5  0 weights   new weights: w ← w + Δw""",
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_each_box_has_its_place_its_name_and_its_formula(name):
    rows = [
        f"{box.key} {box.level} {box.column} {box.role or '-'} {box.name}: {box.formula} {box.number}".strip()
        for box in quantities(name, 2)[2].values()
    ]
    assert rows == [" ".join(line.split()) for line in LAYOUTS[name].strip().splitlines()]


@pytest.mark.parametrize(
    ("name", "surface", "rate"),
    [
        ("sgd", "ravine", 0.06),
        ("momentum", "ravine", 0.015),
        ("nesterov", "ravine", 0.015),
        ("sgd", "bowl", SURFACES["bowl"].learning_rate),
        ("momentum", "bowl", SURFACES["bowl"].learning_rate / 4),
        ("adadelta", "bowl", 1.0),
        ("adagrad", "ravine", 0.75),
        ("rmsprop", "ravine", 0.2),
        ("adam", "ravine", 0.3),
    ],
)
def test_the_usual_rates_walk_well(name, surface, rate):
    assert usual_rate(name, surface) == pytest.approx(rate, rel=0.05)


def test_a_walk_that_is_lost_ends_and_goes_on_nowhere():
    rule = OPTIMIZERS["sgd"](learning_rate=1.0)
    steps = walk(rule, "ravine", 400)
    assert 0 < len(steps) < 400
    assert (np.abs(steps[-1].moved) <= LOST).all()
    beyond = steps[-1].moved - np.array(SURFACES["ravine"].gradient(*steps[-1].moved))
    assert (np.abs(beyond) > LOST).any()
    assert walk(rule, "ravine", 500) == steps
    assert walk(rule, "ravine", 2) == steps[:2]
