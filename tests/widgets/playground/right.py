"""What a picture of the Playground must show for a state: trained and differentiated by TensorFlow's GradientTape.

Only plain gradient descent is trained here; that every rule trains as Keras has it stands in test_model.py.
"""

from itertools import pairwise

import keras
import numpy as np
import tensorflow as tf

from helpers.drawing.style import SIGNED
from helpers.maths.initializers import INITIALIZERS
from helpers.widgets.playground.picture import CURVES, MAP, NAMES, SIGNED_LINES, THINNEST, WIDEST
from helpers.widgets.playground.point_sets import point_set

STATES = (
    {},
    {"steps": 30, "regularization": "l2", "regularization_rate": 0.01, "seed": 3},
    {"hidden": (3,) * 6, "seed": 1},
)
GRIDS, FAR = 40, 6.0
INPUTS = {
    "x1": lambda a, b: a,
    "x2": lambda a, b: b,
    "x1^2": lambda a, b: a * a,
    "x2^2": lambda a, b: b * b,
    "x1x2": lambda a, b: a * b,
    "sin x1": lambda a, b: np.sin(a),
    "sin x2": lambda a, b: np.sin(b),
}


def activate(name, z):
    if name == "step":
        return 0 * z + tf.stop_gradient(tf.cast(z > 0, z.dtype))
    if name == "gelu":
        return z * 0.5 * (1 + tf.math.erf(z / np.sqrt(2.0)))
    return keras.activations.get(name)(z)


class Twin:
    """The network, the loss and the penalty of a state, at the weights where it stands."""

    def __init__(self, state):
        self.state = state
        self.split = point_set(state.data, state.noise, state.train_percent, state.seed)
        self.classes = set(np.unique(self.split.y_train)) <= {0.0, 1.0}
        rng = np.random.default_rng([state.seed, 1])
        sizes = [len(state.features), *state.hidden, 1]
        self.weights = []
        for pair in pairwise(sizes):
            self.weights += [tf.Variable(INITIALIZERS[state.initializer](rng, *pair)), tf.Variable(np.zeros(pair[1]))]
        self.curve = [self.losses()]
        size, number = state.batch_size, len(self.split.x_train)
        for step in range(state.steps):
            epoch, place = divmod(step, -(-number // size))
            order = np.random.default_rng([state.seed, 2, epoch]).permutation(number)
            rows = order[place * size : (place + 1) * size]
            gradients = self.gradients(self.split.x_train[rows], self.split.y_train[rows])
            for weight, gradient in zip(self.weights, gradients, strict=True):
                weight.assign_sub(state.learning_rate * gradient)
            if (step + 1) % -(-number // size) == 0:
                self.curve.append(self.losses())

    def layers(self, x):
        """Features, then weighted sum and answer of each layer."""
        a = tf.constant(np.column_stack([INPUTS[name](*x.T) for name in self.state.features]))
        sums, answers = [], [a]
        for place in range(0, len(self.weights), 2):
            sums.append(answers[-1] @ self.weights[place] + self.weights[place + 1])
            last = place == len(self.weights) - 2
            name = ("sigmoid" if self.classes else "linear") if last else self.state.activation
            answers.append(activate(name, sums[-1]))
        return sums, answers

    def loss(self, x, y):
        sums, answers = self.layers(x)
        if self.classes:
            return tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=sums[-1]))
        return tf.reduce_mean((answers[-1] - y) ** 2)

    def losses(self):
        split = self.split
        return [float(self.loss(*pair)) for pair in ((split.x_train, split.y_train), (split.x_test, split.y_test))]

    def gradients(self, x, y):
        with tf.GradientTape() as tape:
            loss, kind = self.loss(x, y), self.state.regularization
            for weights in self.weights[::2]:
                size = {"none": 0.0, "l1": tf.reduce_sum(abs(weights)), "l2": tf.reduce_sum(weights**2)}[kind]
                loss += self.state.regularization_rate * size
        found = tape.gradient(loss, self.weights, unconnected_gradients="zero")
        return [one.numpy() for one in found]

    def dead(self):
        """Which hidden units have no slope at any training point."""
        sums, _answers = self.layers(self.split.x_train)
        found = []
        for z in sums[:-1]:
            with tf.GradientTape() as tape:
                tape.watch(z)
                a = activate(self.state.activation, z)
            found.append((np.abs(tape.gradient(a, z).numpy()) < 1e-3).all(axis=0))
        return found


def assert_maps(twin, picture, state, names):
    middles = (np.arange(GRIDS) + 0.5) / GRIDS * 2 * FAR - FAR
    points = np.array([(x, y) for y in middles[::-1] for x in middles])
    answers = [layer.numpy().T.reshape(-1, GRIDS, GRIDS) for layer in twin.layers(points)[1]]
    maps = [one / max(np.abs(one).max(), 1e-9) for layer in answers[:-1] for one in layer]
    maps.append(2 * answers[-1][0] - 1 if twin.classes else answers[-1][0])
    if state.discretize:
        maps = [np.sign(one) for one in maps]
    np.testing.assert_allclose(picture.map.data, maps[names.index(state.unit)], atol=1e-9)
    colours = np.ascontiguousarray(picture.tiles.pictures)
    tiles = colours.view(np.uint8).reshape(*colours.shape, 4)[..., :3].astype(int)
    wanted = np.rint(255 * SIGNED((np.array(maps[:-1]) + 1) / 2)[..., :3])
    assert np.abs(tiles - wanted).max() <= 4


def assert_links(twin, picture, state, gradients):
    parts = gradients if state.show == "gradients" else [weight.numpy() for weight in twin.weights]
    shares = np.concatenate([part.ravel() for part in parts])
    shares = shares / max(np.abs(shares).max(), 1e-30)
    bias = np.concatenate([np.full(part.size, part.ndim == 1) for part in parts])
    strength = ((picture.links.widths - THINNEST) / (WIDEST - THINNEST)) ** 2
    np.testing.assert_allclose(strength[~bias], np.abs(shares[~bias]), atol=1e-6)
    assert (picture.links.widths[bias] == WIDEST).all()
    assert np.abs(picture.links.colours - SIGNED_LINES((shares + 1) / 2)).max() < 0.02


def assert_points(twin, picture, state):
    left, top, width, height = MAP
    for kind, x, y in (
        ("train", twin.split.x_train, twin.split.y_train),
        ("test", twin.split.x_test, twin.split.y_test),
    ):
        shown = {name: points for name, points in picture.points.marked.items() if name.startswith(kind)}
        if kind == "test" and not state.test_points:
            assert not shown
            continue
        drawn = np.array(
            [
                (*((point - [left, top + height]) / [width, -height] * 2 * FAR - FAR), int(name.split()[1]))
                for name, points in shown.items()
                for point in points
            ]
        )
        answers = (2 * y - 1 if twin.classes else y)[:, 0]
        wanted = np.column_stack([x, np.clip(np.rint((answers + 1) * 3), 0, 6)])[(np.abs(x) <= FAR).all(axis=1)]
        np.testing.assert_allclose(drawn[np.lexsort(drawn.T)], wanted[np.lexsort(wanted.T)], atol=1e-9)


def assert_words(twin, picture, state, gradients):
    texts = [text for _x, _y, text in picture.words.texts]
    rate = ([value for _at, what, value in state.changes if what == "learning_rate"] or [state.learning_rate])[-1]
    assert texts[0].startswith(f"step {state.steps}   epoch ")
    assert texts[0].endswith(
        f"{state.optimizer}, learning rate {rate:g}, batches of {state.batch_size}, "
        f"penalty {state.regularization}, λ {state.regularization_rate:g}"
    )
    assert texts[1] == ("output" if state.unit == "out" else f"unit {NAMES.get(state.unit, state.unit)}")
    for text, loss in zip(texts[2:], twin.losses(), strict=True):
        np.testing.assert_allclose(float(text.split()[2]), loss, rtol=6e-3)
    cells = [text for _x, _y, text in picture.numbers.texts[4:]]
    sizes = [np.abs(part).mean() for part in gradients[::2]]
    for text, size in zip(cells, sizes, strict=False):  # one digit of it is written
        assert abs(float(text.replace("−", "-")) - size) <= 0.501 * 10.0 ** np.floor(np.log10(max(size, 1e-300)))
    dead = twin.dead()
    assert cells[len(sizes) : -1] == [f"{units.sum()}/{len(units)}" for units in dead]
    assert len(picture.crosses.get_segments()) == 2 * sum(units.sum() for units in dead)


def assert_right(explorer):
    state, picture, twin = explorer.state, explorer.picture, Twin(explorer.state)
    names = [*state.features, *(f"{at}.{unit + 1}" for at, n in enumerate(state.hidden, 1) for unit in range(n)), "out"]
    gradients = twin.gradients(twin.split.x_train, twin.split.y_train)
    assert_maps(twin, picture, state, names)
    assert_links(twin, picture, state, gradients)
    assert_points(twin, picture, state)
    assert_words(twin, picture, state, gradients)
    left, top, width, height = CURVES
    curve = np.array([*twin.curve, twin.losses()])
    for number, name in enumerate(("train", "test")):
        heights = (top + height - picture.curves.lines[name][:, 1]) / height * curve.max()
        np.testing.assert_allclose(heights, curve[:, number], rtol=1e-6)
        np.testing.assert_allclose(picture.curves.lines[name][-1, 0], left + width * min(state.steps, 1))
    middle = picture.chosen.corners[0] + picture.chosen.sizes[0] / 2
    assert (picture.chosen.sizes[0, 0] > 100) == (state.unit == "out")
    tiles = np.concatenate(picture.middles[:-1])
    if state.unit != "out":
        np.testing.assert_allclose(middle, tiles[names.index(state.unit)])
    assert len(tiles) == len(names) - 1
