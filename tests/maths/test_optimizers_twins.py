"""The rules that chapter 05 teaches and those of helpers.maths.optimizers: the same numbers."""

from collections import defaultdict

import numpy as np
import pytest

from helpers.maths.optimizers import OPTIMIZERS
from tests.twins import definitions

# What the chapter calls the hyperparameters, where that is shorter.
SHORT = {"learning_rate": "lr", "momentum": "mu"}
CASES = [
    *((name, {}) for name in OPTIMIZERS),
    *((name, {"learning_rate": 0.3}) for name in OPTIMIZERS),
    *((name, {"momentum": mu}) for name in ("momentum", "nesterov") for mu in (0.0, 0.5, 0.99)),
    ("adagrad", {"epsilon": 0.01}),
    ("rmsprop", {"rho": 0.5, "epsilon": 0.01}),
    ("adadelta", {"rho": 0.5, "epsilon": 0.01}),
    *((name, {"beta_1": 0.5, "beta_2": 0.9, "epsilon": 0.01}) for name in ("adam", "adamw", "nadam")),
    ("adamw", {"weight_decay": 0.3}),
]


def walked(step):
    """Weights on the way, (1000, 4), from gradients of many sizes."""
    rng, w, path = np.random.default_rng(0), np.ones(4), []
    for t in range(1, 1001):
        w = step(w, rng.normal(size=4) * [0.01, 1, 10, 1000] + 0.1 * w, t)
        path.append(w)
    return np.array(path)


@pytest.mark.parametrize(("name", "given"), CASES, ids=str)
def test_the_chapters_rule_is_the_helpers_rule(name, given):
    taught = definitions("05_optimizers", "copied", name, "adam", np=np)[name]
    state = defaultdict(float)
    rule = OPTIMIZERS[name](**given)
    named = {SHORT.get(key, key): value for key, value in {"learning_rate": rule.learning_rate, **given}.items()}
    chapter = walked(lambda w, g, t: taught(w, g, state, t, **named))

    slots = [rule.start(np.ones(4))]

    def step(w, g, t):
        w, slots[0] = rule.step(w, g, slots[0], t)
        return w

    np.testing.assert_allclose(chapter, walked(step), rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_the_chapters_defaults_are_those_of_keras_but_for_its_own_rates(name):
    taught = definitions("05_optimizers", "copied", name)[name]
    defaults = dict(zip(taught.__code__.co_varnames[4 : taught.__code__.co_argcount], taught.__defaults__, strict=True))
    rule = OPTIMIZERS[name]()
    for field in ("learning_rate", "momentum", "rho", "beta_1", "beta_2", "epsilon", "weight_decay"):
        if SHORT.get(field, field) in defaults and hasattr(rule, field):
            assert defaults[SHORT.get(field, field)] == getattr(rule, field)


def test_the_copied_listing_is_nesterov_and_not_momentum():
    copied = definitions("05_optimizers", "copied")["copied"]
    ours, copy = {}, walked(lambda w, g, t, s=defaultdict(float): copied(w, g, s, t))
    for name in ("nesterov", "momentum"):
        rule, slots = OPTIMIZERS[name](), [{"velocity": np.zeros(4)}]

        def step(w, g, t, rule=rule, slots=slots):
            w, slots[0] = rule.step(w, g, slots[0], t)
            return w

        ours[name] = walked(step)
    np.testing.assert_allclose(copy, ours["nesterov"], rtol=1e-9, atol=1e-12)
    assert np.abs(copy - ours["momentum"]).max() > 0.1
