"""The training behind the playground: one experiment, any step of it, the same each time it is asked for."""

import math
import time
from dataclasses import dataclass, replace

import numpy as np

from helpers.maths.activations import ACTIVATIONS
from helpers.maths.errors import InputError
from helpers.maths.network import Network
from helpers.maths.optimizers import OPTIMIZERS
from helpers.widgets.playground.experiment import FAR, RATE, Experiment, check
from helpers.widgets.playground.point_sets import Split, features_of, point_set

DEAD = 1e-3  # |f′(z)| below it at every training point: no gradient passes


@dataclass(frozen=True)
class Losses:
    """Mean loss on training and test points, without the penalty; accuracies from 0 to 1, None without classes."""

    train: float
    test: float
    train_accuracy: float | None
    test_accuracy: float | None


@dataclass(frozen=True)
class Inside:
    """What the training points make inside the network: all that a step would use, over all of them at once.

    ``gradients`` are ∂E/∂W and ∂E/∂b, the penalty included, in the order of ``Network.parameters``; ``sizes`` the mean
    |∂E/∂W| of each layer; ``dead[l]`` (units,) is True for the units of hidden layer l that no gradient
    passes.
    """

    gradients: tuple[np.ndarray, ...]
    sizes: tuple[float, ...]
    dead: tuple[np.ndarray, ...]


@dataclass(frozen=True)
class Progress:
    """A training as it stands after ``step`` steps.

    ``curve`` holds the losses at the start, after each epoch and now, with the steps they were measured at. What is
    said of ``diverged`` and ``parameters`` of a `Trainer` holds here.
    """

    step: int
    steps_per_epoch: int
    diverged: int | None
    learning_rate: float
    parameters: list[np.ndarray]
    curve: list[tuple[int, Losses]]
    inside: Inside
    split: Split

    @property
    def losses(self) -> Losses:
        """The losses now."""
        return self.curve[-1][1]


class Trainer:
    """Trains an experiment, forwards: ``step`` steps are done, ``parameters`` is where they led.

    The output is a sigmoid with binary cross-entropy where there are classes, linear with the mean squared error where
    there are none. The penalty is λ Σ|w| or λ Σ w² over the weights, not the biases, as Keras's regularizers have it.
    ``diverged`` is the step at which a number became too large, else None; from there on nothing moves any more, and
    the weights are the last ones before it. Raises ValueError naming the field that makes no sense.
    """

    def __init__(self, experiment: Experiment) -> None:
        check(experiment)
        self.experiment = experiment
        split = point_set(experiment.data, experiment.noise, experiment.train_percent, experiment.seed)
        self.split = split
        self.x_train = features_of(split.x_train, experiment.features)
        self.x_test = features_of(split.x_test, experiment.features)
        output, loss = ("sigmoid", "binary_crossentropy") if experiment.classes else ("linear", "mse")
        rng = np.random.default_rng([experiment.seed, 1])
        self.network = Network(experiment.sizes, experiment.activation, output, loss, experiment.initializer, rng=rng)
        self._shapes = [one.shape for one in self.network.parameters]
        self._ends = np.cumsum([one.size for one in self.network.parameters])
        self._w = np.concatenate([one.ravel() for one in self.network.parameters])
        self._penalized = np.concatenate([np.full(one.size, one.ndim == 2) for one in self.network.parameters])
        self._spread()
        self._optimizer = OPTIMIZERS[experiment.optimizer](learning_rate=experiment.learning_rate)
        self._slots = self._optimizer.start(self._w)
        self.step = 0
        self.diverged: int | None = None
        self.steps_per_epoch = math.ceil(len(self.x_train) / experiment.batch_size)
        self.curve: list[tuple[int, Losses]] = []  # at the start, then after each epoch
        self._changes = list(experiment.changes)
        self._order: tuple[int, np.ndarray] = (-1, np.zeros(0, int))
        self._keep()

    @property
    def parameters(self) -> list[np.ndarray]:
        """W (inputs, units) and b (units,) of each layer in turn."""
        return self.network.parameters

    @property
    def learning_rate(self) -> float:
        """The rate of the next step."""
        return float(self._optimizer.learning_rate)

    def batch(self, step: int) -> np.ndarray:
        """Return which training points step ``step`` (from 0) takes: every epoch in another order, each point once."""
        epoch, place = divmod(step, self.steps_per_epoch)
        if self._order[0] != epoch:
            rng = np.random.default_rng([self.experiment.seed, 2, epoch])
            self._order = epoch, rng.permutation(len(self.x_train))
        size = self.experiment.batch_size
        return self._order[1][place * size : (place + 1) * size]

    def train(self, to: int, seconds: float = math.inf) -> None:
        """Train on to step ``to``, or as far as ``seconds`` reach; one step is done in any case, if one is left."""
        end = time.perf_counter() + seconds
        while self.step < to and self.diverged is None:
            self._one()
            if time.perf_counter() >= end:
                break
        self._change()

    def change(self, experiment: Experiment) -> bool:
        """Go on as ``experiment``, where that has only changes more than this one, none of them in the past.

        Raises ValueError naming the field that makes no sense.
        """
        check(experiment)
        mine, new = self.experiment.changes, experiment.changes
        if experiment.deciding != self.experiment.deciding or new[: len(mine)] != mine:
            return False
        if any(at < self.step for at, _what, _value in new[len(mine) :]):
            return False
        self.experiment = experiment
        self._changes += new[len(mine) :]
        self._change()
        return True

    def losses(self) -> Losses:
        """Return the losses as it stands, over all points."""
        train, train_accuracy = self._loss(self.x_train, self.split.y_train)
        test, test_accuracy = self._loss(self.x_test, self.split.y_test)
        return Losses(train, test, train_accuracy, test_accuracy)

    def inside(self) -> Inside:
        """Return gradients and dead units as it stands."""
        gradients = self.network.gradients(self.x_train, self.split.y_train)
        flat = np.concatenate([one.ravel() for one in gradients]) + self._penalty()
        parts = self._parts(flat)
        slope = ACTIVATIONS[self.experiment.activation].df
        dead = tuple(np.all(np.abs(slope(layer.z)) < DEAD, axis=0) for layer in self.network.layers[:-1])
        return Inside(tuple(parts), tuple(float(np.abs(part).mean()) for part in parts[::2]), dead)

    def progress(self) -> Progress:
        """Return what there is to see of the training as it stands."""
        return Progress(
            self.step,
            self.steps_per_epoch,
            self.diverged,
            self.learning_rate,
            self.parameters,
            [*self.curve, (self.step, self.losses())],
            self.inside(),
            self.split,
        )

    def maps(self, x: np.ndarray) -> list[np.ndarray]:
        """Return what each layer answers at points ``x`` (n, 2): features (n, features), then (n, units) each."""
        inputs = features_of(x, self.experiment.features)
        self.network.forward(inputs)
        return [inputs, *(layer.a for layer in self.network.layers)]

    def _loss(self, x: np.ndarray, y: np.ndarray) -> tuple[float, float | None]:
        loss = self.network.evaluate(x, y)
        if not self.experiment.classes:
            return loss, None
        return loss, float(((self.network.layers[-1].z > 0) == (y > 0.5)).mean())

    def _parts(self, flat: np.ndarray) -> list[np.ndarray]:
        """``flat`` as arrays of the shapes of the parameters, which share its memory."""
        starts = [0, *self._ends[:-1]]
        return [
            flat[start:end].reshape(shape) for start, end, shape in zip(starts, self._ends, self._shapes, strict=True)
        ]

    def _spread(self) -> None:
        """Hand the weights to the network: one vector here, so that an optimizer's step is one, not one a layer."""
        self.network.share(self._parts(self._w))

    def _penalty(self) -> np.ndarray | float:
        """Gradient of the penalty by each parameter."""
        rate, kind = self.experiment.regularization_rate, self.experiment.regularization
        if kind == "none" or rate == 0:
            return 0.0
        return rate * self._penalized * (np.sign(self._w) if kind == "l1" else 2 * self._w)

    def _change(self) -> None:
        """Make the changes that are due."""
        while self._changes and self._changes[0][0] <= self.step and self.diverged is None:
            _at, what, value = self._changes.pop(0)
            if what == RATE:
                self._optimizer = replace(self._optimizer, learning_rate=float(value))
            else:
                parameter, place = self.experiment.weights[what]
                self.network.parameters[parameter][place] = value

    def _one(self) -> None:
        """One step down the gradient of one batch."""
        self._change()
        rows = self.batch(self.step)
        try:
            gradients = self.network.gradients(self.x_train[rows], self.split.y_train[rows])
        except InputError:  # the predictions are no numbers any more
            self.diverged = self.step
            return
        flat = np.concatenate([one.ravel() for one in gradients]) + self._penalty()
        with np.errstate(over="ignore", invalid="ignore"):
            w, slots = self._optimizer.step(self._w, flat, self._slots, self.step + 1)
            if not np.abs(w).max() < FAR:
                self.diverged = self.step + 1
                return
        self._w, self._slots = w, slots
        self._spread()
        self.step += 1
        if self.step % self.steps_per_epoch == 0:
            self._keep()

    def _keep(self) -> None:
        self.curve.append((self.step, self.losses()))
