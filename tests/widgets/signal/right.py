"""What a picture of the SignalExplorer must show for a state, worked out in float64 with TensorFlow's tape."""

import numpy as np
import tensorflow as tf

from helpers.maths.activations import ACTIVATIONS
from helpers.maths.initializers import INITIALIZERS
from helpers.widgets.signal.picture import BINS, FULL, HIGH, LEFT, MOST_WIDE, TOPS, WIDE

STATES = ({}, {"activation": "relu", "initializer": "he_normal", "depth": 14})
BATCH = 32


def step(z):
    return tf.where(z > 0, tf.ones_like(z), tf.zeros_like(z))


def activation(name):
    return step if name == "step" else getattr(tf.keras.activations, name)


def propagated(state):
    """Activations, derivatives of the activation, gradients by the weighted sums: (depth, batch, width) each."""
    f, rng = activation(state.activation), np.random.default_rng([state.seed, 0])
    x, upstream = (tf.constant(rng.standard_normal((BATCH, state.width), np.float32).astype(float)) for _ in range(2))
    with tf.GradientTape(persistent=True) as tape:
        hidden, sums, outputs = x, [], []
        for layer in range(1, state.depth + 1):
            drawn = np.random.default_rng([state.seed, layer])
            weights = INITIALIZERS[state.initializer](drawn, state.width, state.width).astype(np.float32)
            sums.append(hidden @ weights.astype(float))
            tape.watch(sums[-1])
            hidden = f(sums[-1])
            outputs.append(hidden)
        error = tf.reduce_sum(hidden * upstream)
    zero = tf.UnconnectedGradients.ZERO
    gradients = tape.gradient(error, sums, unconnected_gradients=zero)
    slopes = [tape.gradient(h, z, unconnected_gradients=zero) for h, z in zip(outputs, sums, strict=True)]
    return [np.array([each.numpy() for each in arrays]) for arrays in (outputs, slopes, gradients)]


def assert_written(text, value, noise=0.0):
    """A number stands there, rounded to the digits that are written; ``noise`` is what float32 leaves uncertain."""
    text = text.replace("−", "-")
    unit = 10.0 ** int(text.split("e")[1]) if "e" in text else 10.0 ** -len(text.partition(".")[2])
    assert abs(float(text) - value) <= 0.51 * unit + 2e-3 * value + noise, (text, value)


def assert_bars(patch, values, limits, row, depth):
    """One outline a layer around bars as long as the shares; a value near a border may stand in the next bar."""
    pitch = min(WIDE / depth, MOST_WIDE)
    outlines = patch.get_path().vertices.reshape(depth, -1, 2)
    np.testing.assert_allclose(outlines[:, 0, 0], LEFT + pitch * np.arange(depth))
    np.testing.assert_allclose([outlines[:, :, 1].max(), outlines[:, :, 1].min()], [TOPS[row] + HIGH, TOPS[row]])
    longest = pitch - 6
    for outline, of_layer in zip(outlines, values, strict=True):
        inside = np.clip(of_layer.ravel(), *limits)
        shares = np.histogram(inside, BINS, limits)[0] / of_layer.size
        drawn = outline[1:-2:2, 0] - outline[0, 0]
        few = 3 / of_layer.size / FULL * longest
        np.testing.assert_allclose(drawn, np.maximum(np.minimum(shares / FULL, 1) * longest, 1), atol=few)


def assert_right(explorer):
    state, picture = explorer.state, explorer.picture
    outputs, slopes, gradients = propagated(state)
    texts = [text for _x, _y, text in picture.numbers.texts]
    assert len(texts) == 5 * state.depth
    rows = np.array(texts).reshape(5, state.depth)
    for layer in range(state.depth):
        assert_written(rows[0, layer], outputs[layer].std())
        noise = 3e-7 * np.abs(outputs[layer]).max()
        assert_written(rows[1, layer], np.sqrt(outputs[layer].var(axis=0).mean()), noise)
        flat, dead = (np.abs(slopes[layer]) < 0.05).mean(), (slopes[layer] == 0).all(axis=0).mean()
        assert abs(float(rows[2, layer]) - 100 * flat) < 0.6
        assert abs(float(rows[3, layer]) - 100 * dead) < 0.6
        assert_written(rows[4, layer], gradients[layer].std())
    layers = [text for _x, y, text in picture.ticks.texts if y < TOPS[0]][1:]
    assert [text for text in layers if text.isdigit()][-state.depth :] == [str(n + 1) for n in range(state.depth)]
    limits = []
    for row in range(2):
        ends = [text for _x, y, text in picture.ticks.texts if abs(y - TOPS[row]) < 1e-6]
        limits.append(float(ends[0].replace("−", "-")))
    low = max(ACTIVATIONS[state.activation].range[0], -limits[0])
    assert_bars(picture.values, outputs, (low, limits[0]), 0, state.depth)
    assert_bars(picture.gradients, gradients, (-limits[1], limits[1]), 1, state.depth)
    assert picture.flat.get_visible() == bool((np.abs(slopes) < 0.05).any())
