"""The playground's training against Keras, step by step; its promises: the same numbers every time, and an end."""

from dataclasses import replace

import keras
import numpy as np
import pytest

from helpers.maths.activations import ACTIVATIONS
from helpers.maths.initializers import INITIALIZERS
from helpers.maths.optimizers import OPTIMIZERS
from helpers.widgets.playground import Experiment, Trainer
from helpers.widgets.playground.experiment import FAR
from helpers.widgets.playground.model import DEAD
from helpers.widgets.playground.point_sets import FEATURES, POINT_SETS, point_set

pytestmark = pytest.mark.usefixtures("float64")  # Keras adds losses and penalties in its default type

STEPS = 200
KERAS = {
    "sgd": keras.optimizers.SGD,
    "momentum": lambda rate: keras.optimizers.SGD(rate, momentum=0.9),
    "nesterov": lambda rate: keras.optimizers.SGD(rate, momentum=0.9, nesterov=True),
    "adagrad": keras.optimizers.Adagrad,
    "rmsprop": keras.optimizers.RMSprop,
    "adadelta": keras.optimizers.Adadelta,
    "adam": keras.optimizers.Adam,
    "adamw": keras.optimizers.AdamW,
    "nadam": keras.optimizers.Nadam,
}
SMOOTH = 0.01  # a rate at which all of them stay where numbers are tame


def _step(z):
    return 0 * z + keras.ops.stop_gradient(keras.ops.cast(z > 0, z.dtype))  # a gradient of 0, not none


def keras_twin(trainer):
    """The same network, loss, penalty and optimizer in Keras, in float64, at the trainer's weights."""
    experiment = trainer.experiment
    penalty, kind = None, experiment.regularization
    if kind != "none":
        penalty = getattr(keras.regularizers, kind.upper())(experiment.regularization_rate)
        setattr(penalty, kind, np.float64(experiment.regularization_rate))  # some versions keep it in float32
    hidden = _step if experiment.activation == "step" else experiment.activation
    if experiment.activation == "gelu":
        hidden = lambda z: keras.activations.gelu(z, approximate=False)  # noqa: E731
    output = "sigmoid" if experiment.classes else "linear"
    layers = [
        keras.layers.Dense(units, activation=name, kernel_regularizer=penalty, dtype="float64")
        for units, name in zip(experiment.sizes[1:], [hidden] * len(experiment.hidden) + [output], strict=True)
    ]
    model = keras.Sequential([keras.Input((experiment.sizes[0],), dtype="float64"), *layers])
    model.set_weights(trainer.parameters)
    loss = keras.losses.BinaryCrossentropy if experiment.classes else keras.losses.MeanSquaredError
    rate = float(np.float32(experiment.learning_rate))
    model.compile(KERAS[experiment.optimizer](rate), loss(dtype="float64"))
    return model


def assert_keras_agrees(experiment, steps=STEPS):
    trainer = Trainer(experiment)
    model = keras_twin(trainer)
    for step in range(steps):
        rows = trainer.batch(step)
        model.train_on_batch(trainer.x_train[rows], trainer.split.y_train[rows])
    start = [weight.copy() for weight in trainer.parameters]
    trainer.train(steps)
    assert trainer.step == steps
    assert trainer.diverged is None
    for mine, its in zip(trainer.parameters, model.get_weights(), strict=True):
        np.testing.assert_allclose(mine, its, rtol=0, atol=1e-5)
    if experiment.activation != "step":
        assert max(np.abs(new - old).max() for new, old in zip(trainer.parameters, start, strict=True)) > 1e-3


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_every_optimizer_agrees_with_keras(optimizer):
    rate = 1.0 if optimizer == "adadelta" else SMOOTH
    assert_keras_agrees(Experiment(data="xor", optimizer=optimizer, learning_rate=rate, seed=3))


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_every_activation_agrees_with_keras(activation):
    assert_keras_agrees(Experiment(activation=activation, hidden=(5, 3), learning_rate=SMOOTH, seed=1))


@pytest.mark.parametrize("data", POINT_SETS)
@pytest.mark.parametrize("regularization", ["l1", "l2"])
def test_every_set_with_a_penalty_agrees_with_keras(data, regularization):
    experiment = Experiment(
        data=data, noise=20, features=tuple(FEATURES), hidden=(), learning_rate=0.0003, batch_size=7,
        regularization=regularization, regularization_rate=0.01,
    )  # fmt: skip
    assert_keras_agrees(experiment)


@pytest.mark.parametrize("initializer", INITIALIZERS)
def test_every_initializer_starts_and_learns(initializer):
    trainer = Trainer(Experiment(initializer=initializer, optimizer="adam", learning_rate=0.01))
    before = trainer.losses()
    trainer.train(500)
    if initializer != "zeros":  # with zeros all units of a layer stay alike
        assert trainer.losses().train < before.train
    assert trainer.diverged is None


# The same every time.


def test_in_one_go_or_in_many_the_numbers_are_the_same():
    experiment = Experiment(hidden=(8, 8), optimizer="adam", learning_rate=0.01, activation="relu")
    whole, parts = Trainer(experiment), Trainer(experiment)
    whole.train(333)
    for to in (1, 2, 50, 51, 200, 333):
        parts.train(to, seconds=60)
    assert all(np.array_equal(*pair) for pair in zip(whole.parameters, parts.parameters, strict=True))
    assert whole.curve == parts.curve


def test_every_epoch_takes_each_point_once():
    trainer = Trainer(Experiment(batch_size=7))
    orders = []
    for epoch in range(2):
        steps = range(epoch * trainer.steps_per_epoch, (epoch + 1) * trainer.steps_per_epoch)
        orders.append(np.concatenate([trainer.batch(step) for step in steps]))
        assert sorted(orders[-1]) == list(range(len(trainer.x_train)))
    assert not np.array_equal(*orders)


def test_changes_on_the_way_are_part_of_the_experiment():
    plain = Experiment(seed=5)
    trainer = Trainer(plain)
    trainer.train(40)
    changed = replace(plain, changes=((40, "learning_rate", 0.5), (40, "x1→1.2", -2.0), (40, "bias→out", 1.0)))
    assert trainer.change(changed)
    assert trainer.parameters[0][0, 1] == -2.0
    assert trainer.parameters[-1][0] == 1.0
    trainer.train(100)
    again = Trainer(changed)
    again.train(100)
    assert again.learning_rate == 0.5
    assert all(np.array_equal(*pair) for pair in zip(trainer.parameters, again.parameters, strict=True))
    assert again.curve == trainer.curve
    assert not trainer.change(plain), "what was done cannot be undone"
    assert not trainer.change(replace(changed, changes=(*changed.changes, (60, "learning_rate", 1.0))))


# An end.


def test_too_large_a_rate_is_stopped():
    trainer = Trainer(Experiment(data="plane", activation="linear", hidden=(4,), learning_rate=3.0))
    trainer.train(5000)
    assert trainer.diverged is not None
    assert trainer.step < 5000
    assert max(np.abs(weight).max() for weight in trainer.parameters) < FAR
    step = trainer.step
    trainer.train(6000)
    assert trainer.step == step
    trainer.losses(), trainer.inside()  # of the last good weights


def test_training_keeps_to_its_time():
    trainer = Trainer(Experiment(hidden=(8, 8)))
    trainer.train(100_000, seconds=0.0)
    assert trainer.step == 1


# What is inside.


def test_gradients_inside_are_those_of_the_loss_and_the_penalty():
    experiment = Experiment(regularization="l2", regularization_rate=0.1, hidden=(3,), activation="sigmoid")
    trainer = Trainer(experiment)
    inside = trainer.inside()

    def penalized():
        weights = sum((weight**2).sum() for weight in trainer.parameters[::2])
        return trainer.losses().train + 0.1 * weights

    for number, gradient in enumerate(inside.gradients):
        place = tuple(np.unravel_index(np.abs(gradient).argmax(), gradient.shape))
        weight, tiny = trainer.parameters[number], 1e-5
        weight[place] += tiny
        up = penalized()
        weight[place] -= 2 * tiny
        down = penalized()
        weight[place] += tiny
        assert gradient[place] == pytest.approx((up - down) / (2 * tiny), rel=1e-4)
    np.testing.assert_allclose(inside.sizes, [np.abs(part).mean() for part in inside.gradients[::2]])


def test_dead_units_are_found():
    trainer = Trainer(Experiment(activation="relu", hidden=(3, 2)))
    trainer.parameters[1][1] = -1000.0
    assert trainer.inside().dead[0].tolist() == [False, True, False]
    trainer = Trainer(Experiment(activation="tanh", hidden=(2,)))
    trainer.parameters[1][:] = 50.0, 0.0
    assert trainer.inside().dead[0].tolist() == [True, False]
    assert 0 < DEAD < 0.01


def test_maps_are_what_the_layers_answer():
    trainer = Trainer(Experiment(hidden=(3,), features=("x1x2", "sin x1")))
    x = np.array([[1.0, 2.0], [-3.0, 0.5]])
    inputs, hidden, out = trainer.maps(x)
    np.testing.assert_allclose(inputs, np.column_stack([x.prod(axis=1), np.sin(x[:, 0])]))
    np.testing.assert_allclose(hidden, np.tanh(inputs @ trainer.parameters[0] + trainer.parameters[1]))
    z = hidden @ trainer.parameters[2] + trainer.parameters[3]
    np.testing.assert_allclose(out, 1 / (1 + np.exp(-z)))


# The points.


@pytest.mark.parametrize("name", POINT_SETS)
def test_points(name):
    split = point_set(name, 0, 30, seed=2)
    number = POINT_SETS[name].points
    assert split.x_train.shape == (number * 30 // 100, 2)
    assert len(split.x_test) == number - len(split.x_train) == len(split.y_test)
    assert np.abs(split.x_train).max() < 6 or name in ("gauss",)
    both = np.vstack([split.x_train, split.x_test])
    answers = np.vstack([split.y_train, split.y_test])[:, 0]
    right = {
        "circle": lambda x: (x**2).sum(axis=1) < 9,
        "xor": lambda x: x.prod(axis=1) > 0,
        "gauss": lambda x: x.sum(axis=1) > 0,
        "plane": lambda x: x.sum(axis=1) / 10,
    }
    if name in right:
        agreeing = np.isclose(right[name](both), answers)
        assert agreeing.mean() > (0.98 if name == "gauss" else 0.999)
    if POINT_SETS[name].classes:
        assert set(answers) == {0.0, 1.0}
        assert 0.4 < answers.mean() < 0.6
    else:
        assert np.abs(answers).max() <= 1.2
    again = point_set(name, 0, 30, seed=2)
    assert np.array_equal(again.x_train, split.x_train)
    assert not np.array_equal(point_set(name, 0, 30, seed=3).x_train, split.x_train)
    noisy = point_set(name, 50, 30, seed=2)
    assert not np.array_equal(noisy.x_train, split.x_train) or not np.array_equal(noisy.y_train, split.y_train)


# Bad input.


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"data": "moons"}, "data must be one of"),
        ({"noise": 51}, "noise must be a whole number from 0 to 50"),
        ({"train_percent": 5}, "train_percent must be a whole number from 10 to 90"),
        ({"seed": -1}, "seed must be a whole number"),
        ({"features": ()}, "features is empty"),
        ({"features": ("x1", "x1")}, "features names an input twice: x1, x1"),
        ({"features": ("x3",)}, "features must be one of"),
        ({"features": ["x1"]}, "features must be a tuple"),
        ({"hidden": (9,)}, "hidden must be a whole number from 1 to 8, not 9"),
        ({"hidden": (0,)}, "hidden must be a whole number from 1 to 8, not 0"),
        ({"hidden": (2,) * 7}, "hidden must be a tuple of 0 to 6 values"),
        ({"hidden": "4 2"}, "hidden must be a tuple"),
        ({"activation": "swish!"}, "activation must be one of"),
        ({"initializer": None}, "initializer must be one of"),
        ({"optimizer": "lion"}, "optimizer must be one of"),
        ({"learning_rate": float("nan")}, "learning_rate must be a number from 0 to 100"),
        ({"learning_rate": -0.1}, "learning_rate must be a number from 0 to 100"),
        ({"batch_size": 0}, "batch_size must be a whole number from 1 to 100"),
        ({"regularization": "l3"}, "regularization must be one of"),
        ({"regularization_rate": -1}, "regularization_rate must be a number from 0 to 10"),
        ({"steps": -1}, "steps must be a whole number"),
        ({"changes": "no"}, "changes must be a tuple of 0 to 200 values"),
        ({"changes": ((1, "learning_rate"),)}, r"a change is \(step, what, value\)"),
        ({"changes": ((1, "x1→3.1", 0.0),)}, "there is no weight called x1→3.1"),
        ({"changes": ((5, "x1→1.1", 0.0), (4, "x1→1.1", 0.0))}, "step of a change must be a whole number from 5"),
        ({"changes": ((5, "x1→1.1", float("inf")),)}, "x1→1.1 must be a number"),
    ],
)
def test_an_experiment_that_makes_no_sense_is_refused(fields, words):
    with pytest.raises(ValueError, match=words):
        Trainer(Experiment(**fields))
    trainer = Trainer(Experiment())
    with pytest.raises(ValueError, match=words):
        trainer.change(Experiment(**fields))
    assert trainer.experiment == Experiment()


def test_a_set_of_points_that_does_not_exist_is_named():
    with pytest.raises(ValueError, match="data must be one of"):
        point_set("moons", 0, 50, 0)
