"""Every rule against Keras's own: float64, 1,000 steps, every hyperparameter."""

import dataclasses

import keras
import numpy as np
import pytest
import tensorflow as tf

from helpers.maths import optimizers
from helpers.maths.optimizers import OPTIMIZERS

pytestmark = pytest.mark.usefixtures("float64")

STEPS = 1000
THEIRS = {
    "sgd": keras.optimizers.SGD,
    "momentum": lambda momentum=0.9, **given: keras.optimizers.SGD(momentum=momentum, **given),
    "nesterov": lambda momentum=0.9, **given: keras.optimizers.SGD(momentum=momentum, nesterov=True, **given),
    "adagrad": keras.optimizers.Adagrad,
    "rmsprop": keras.optimizers.RMSprop,
    "adadelta": keras.optimizers.Adadelta,
    "adam": keras.optimizers.Adam,
    "adamw": keras.optimizers.AdamW,
    "nadam": keras.optimizers.Nadam,
}
CASES = [
    *((name, {}) for name in OPTIMIZERS),
    *((name, {"learning_rate": 0.0005}) for name in OPTIMIZERS),
    *((name, {"learning_rate": 0.0}) for name in ("sgd", "adam")),
    *((name, {"learning_rate": 0.0002, "momentum": 0.5}) for name in ("momentum", "nesterov")),
    *((name, {"learning_rate": 0.0002, "momentum": 0.0}) for name in ("momentum", "nesterov")),
    ("adagrad", {"learning_rate": 0.3, "initial_accumulator_value": 0.0}),
    ("adagrad", {"learning_rate": 0.3, "initial_accumulator_value": 2.0, "epsilon": 0.01}),
    ("rmsprop", {"rho": 0.5, "learning_rate": 0.003}),
    ("rmsprop", {"momentum": 0.8, "epsilon": 1e-3}),
    ("rmsprop", {"centered": True, "epsilon": 1e-3}),
    ("rmsprop", {"centered": True, "momentum": 0.5, "epsilon": 1e-3, "rho": 0.8}),
    ("adadelta", {"learning_rate": 1.0}),
    ("adadelta", {"learning_rate": 1.0, "rho": 0.8, "epsilon": 1e-4}),
    *((name, {"learning_rate": 0.02}) for name in ("adam", "adamw", "nadam")),
    *((name, {"beta_1": 0.5, "beta_2": 0.9, "epsilon": 1e-3}) for name in ("adam", "adamw", "nadam")),
    *((name, {"beta_1": 0.0}) for name in ("adam", "adamw", "nadam")),
    ("adamw", {"weight_decay": 0.0}),
    ("adamw", {"weight_decay": 0.3, "learning_rate": 0.01}),
]


def rosenbrock_slope(w):
    x, y = w
    return np.clip([-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)], -50, 50)


def quadratic_slope(w):
    return w * [1.0, 30.0] + [0.5, -10.0]


SLOPES = {"rosenbrock": rosenbrock_slope, "quadratic": quadratic_slope}


def single(number):
    """The nearest float32. Keras casts 0.9 by way of float32 and computes with 0.89999998; so shall both here."""
    return float(np.float32(number)) if isinstance(number, float) else number


def by_us(rule, start, slope):
    """Weights after each step and the gradients on the way, both (STEPS, 2)."""
    w, slots, rng = start, rule.start(start), np.random.default_rng(0)
    path, gradients = [], []
    for t in range(1, STEPS + 1):
        gradients.append(slope(w) + rng.normal(0, 0.1, 2))
        w, slots = rule.step(w, gradients[-1], slots, t)
        path.append(w)
    return np.array(path), np.array(gradients)


def by_keras(optimizer, start, gradients):
    """Weights after each step, (STEPS, 2), from the same gradients: a chaotic path would tell nothing."""
    variable = keras.Variable(start, dtype="float64")
    optimizer.build([variable])

    @tf.function
    def run():
        path = tf.TensorArray(tf.float64, STEPS)
        for t in tf.range(STEPS):
            optimizer.apply([tf.gather(gradients, t)])
            path = path.write(t, variable.value)
        return path.stack()

    return run().numpy()


@pytest.mark.parametrize("slope", SLOPES)
@pytest.mark.parametrize(("name", "given"), CASES, ids=str)
def test_every_rule_equals_keras(name, given, slope, monkeypatch):
    monkeypatch.setattr(optimizers, "NADAM_DECAY", single(0.96))
    start = np.array([-1.2, 1.0])
    numbers = {key: single(value) for key, value in {**dataclasses.asdict(OPTIMIZERS[name]()), **given}.items()}
    ours, gradients = by_us(OPTIMIZERS[name](**numbers), start, SLOPES[slope])
    theirs = by_keras(THEIRS[name](**numbers), start, gradients)
    # Of the vector, not of its parts: one that crosses zero has no relative error worth its name.
    apart = np.linalg.norm(ours - theirs, axis=1) / np.linalg.norm(theirs, axis=1)
    assert apart.max() <= 1e-6
    assert np.isfinite(ours).all()
    if name != "adamw":  # whose weights shrink without a gradient
        assert (given.get("learning_rate") == 0) == (ours[-1] == start).all()


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_defaults_are_those_of_keras(name):
    theirs = THEIRS[name]().get_config()
    for field in dataclasses.fields(OPTIMIZERS[name]):
        if field.name != "momentum" or name == "rmsprop":
            assert getattr(OPTIMIZERS[name](), field.name) == pytest.approx(theirs[field.name]), field.name


@pytest.mark.parametrize("name", OPTIMIZERS)
@pytest.mark.parametrize("wrong", [-0.1, float("nan"), float("inf"), "fast", None, True])
def test_a_rate_that_makes_no_sense_is_named(name, wrong):
    with pytest.raises(ValueError, match="learning_rate must be a number not below 0"):
        OPTIMIZERS[name](learning_rate=wrong)


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("momentum", "momentum"),
        ("nesterov", "momentum"),
        ("rmsprop", "rho"),
        ("rmsprop", "momentum"),
        ("adadelta", "rho"),
    ]
    + [(name, beta) for name in ("adam", "adamw", "nadam") for beta in ("beta_1", "beta_2")],
)
@pytest.mark.parametrize("wrong", [1, 1.5, -0.1, float("nan")])
def test_shares_lie_below_one(name, field, wrong):
    with pytest.raises(ValueError, match=f"{field} must lie between 0 and 1"):
        OPTIMIZERS[name](**{field: wrong})


@pytest.mark.parametrize(
    ("name", "field"), [(n, f.name) for n in OPTIMIZERS for f in dataclasses.fields(OPTIMIZERS[n])]
)
def test_no_hyperparameter_lies_below_zero(name, field):
    if field == "centered":
        return
    with pytest.raises(ValueError, match=f"^{field} must "):
        OPTIMIZERS[name](**{field: -0.1})
    assert getattr(OPTIMIZERS[name](**{field: 0}), field) == 0


RATE, G = 0.01, np.array([3.0, -0.5])  # a gradient that stays the same: each mean of it is G times a geometric sum
VELOCITY = {n: -RATE * G * sum(0.9**i for i in range(n)) for n in (1, 2, 7)}
# After n steps of each rule: what its slots hold, but for those that the test looks at by itself.
KEPT = {
    "sgd": lambda n: {"direction": G, "update": -RATE * G},
    "momentum": lambda n: {"velocity": VELOCITY[n], "direction": VELOCITY[n], "update": VELOCITY[n]},
    "nesterov": lambda n: {
        "velocity": VELOCITY[n],
        "direction": 0.9 * VELOCITY[n] - RATE * G,
        "update": 0.9 * VELOCITY[n] - RATE * G,
    },
    "adagrad": lambda n: {"accumulator": 0.1 + n * G**2, "v_hat": 0.1 + n * G**2, "direction": G},
    "rmsprop": lambda n: {"v": (1 - 0.9**n) * G**2, "v_hat": (1 - 0.9**n) * G**2, "direction": G},
    "adadelta": lambda n: {"v": (1 - 0.95**n) * G**2, "v_hat": (1 - 0.95**n) * G**2, "direction": G},
    "adam": lambda n: {"m": (1 - 0.9**n) * G, "v": (1 - 0.999**n) * G**2, "direction": G, "v_hat": G**2},
    "adamw": lambda n: {"m": (1 - 0.9**n) * G, "v": (1 - 0.999**n) * G**2, "direction": G, "v_hat": G**2},
    "nadam": lambda n: {"m": (1 - 0.9**n) * G, "v": (1 - 0.999**n) * G**2, "v_hat": G**2},
}
ROOTS = {  # the denominator, from what is under the root; Adam's ε beside it grows as the correction of v shrinks
    "adagrad": lambda v, n: np.sqrt(v + 1e-7),
    "rmsprop": lambda v, n: np.sqrt(v + 1e-7),
    "adadelta": lambda v, n: np.sqrt(v + 1e-7),
    "adam": lambda v, n: np.sqrt(v) + 1e-7 / np.sqrt(1 - 0.999**n),
    "adamw": lambda v, n: np.sqrt(v) + 1e-7 / np.sqrt(1 - 0.999**n),
    "nadam": lambda v, n: np.sqrt(v) + 1e-7,
}


@pytest.mark.parametrize("name", OPTIMIZERS)
@pytest.mark.parametrize("steps", VELOCITY)
def test_slots_hold_what_a_drawing_shows(name, steps):
    rule, w = OPTIMIZERS[name](learning_rate=RATE), np.array([1.0, -2.0])
    slots = rule.start(w)
    for t in range(1, steps + 1):
        last, (moved, slots) = (w, slots), rule.step(w, G, slots, t)
        w = moved
    wanted = KEPT[name](steps)
    if name in ROOTS:
        wanted["denominator"] = ROOTS[name](wanted["v_hat"], steps)
    if name == "adadelta":
        wanted["divided"] = np.sqrt(last[1]["steps"] + 1e-7) / wanted["denominator"] * G
        wanted["steps"] = 0.95 * last[1]["steps"] + 0.05 * wanted["divided"] ** 2
        wanted["update"] = -RATE * wanted["divided"]
    elif name == "nadam":  # whose schedule has a test against Keras
        wanted["direction"] = slots["direction"]
    if name == "adamw":
        wanted["decay"] = -RATE * 0.004 * last[0]
    if name in ROOTS and name != "adadelta":
        wanted["update"] = -RATE * wanted["direction"] / wanted["denominator"] + wanted.get("decay", 0)
    assert set(slots) == set(wanted)
    for slot, value in wanted.items():
        np.testing.assert_allclose(slots[slot], value, rtol=1e-10, err_msg=slot)
    np.testing.assert_allclose(moved - last[0], slots["update"], rtol=1e-10)


def test_the_mean_of_a_centred_rmsprop():
    rule = OPTIMIZERS["rmsprop"](centered=True, rho=0.8, epsilon=1.0)
    slots = rule.start(G)
    for t in (1, 2, 3):
        slots = rule.step(G, G, slots, t)[1]
    np.testing.assert_allclose(slots["mean"], (1 - 0.8**3) * G, rtol=1e-12)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_a_step_changes_nothing_in_place(name):
    rule, w, gradient = OPTIMIZERS[name](), np.ones((2, 3)), np.ones((2, 3))
    slots = rule.start(w)
    before = {slot: value.copy() for slot, value in slots.items()}
    moved, after = rule.step(w, gradient, slots, 1)
    np.testing.assert_array_equal(w, 1)
    for slot, value in before.items():
        np.testing.assert_array_equal(slots[slot], value)
    np.testing.assert_allclose(moved - w, after["update"])
    assert (after["update"] < 0).all()
