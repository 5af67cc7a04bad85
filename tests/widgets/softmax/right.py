"""What a picture of the SoftmaxExplorer must show for a state, worked out by TensorFlow."""

import numpy as np
import tensorflow as tf

STATES = ({}, {"scores": (2.0, 1.0, 0.1, -1.0, 0.5, -3.0), "label": 4}, {"shift": 88.0})
ZEROS, UNITS = (186, 330, 512, 752), (58, 100, 130, 66)  # pixels: where bars begin; a bar of 1


def numbers(texts):
    return np.array([float(text.replace("−", "-")) for text in texts])


def assert_right(explorer):
    state, picture = explorer.state, explorer.picture
    z = np.array(state.scores) + state.shift
    logits = tf.constant(z / state.temperature)
    with tf.GradientTape() as tape:
        tape.watch(logits)
        loss = tf.nn.sparse_softmax_cross_entropy_with_logits(state.label, logits)
    p = tf.nn.softmax(logits).numpy()
    gradient = tape.gradient(loss, logits).numpy()
    columns = np.array([z, tf.exp(logits - tf.reduce_max(logits)), p, gradient])

    texts = [text for _x, _y, text in picture.numbers.texts]
    classes = len(z)
    assert texts[:classes] == [f"{number}{'  t = 1' * (number == state.label)}" for number in range(classes)]
    written = numbers(texts[classes:]).reshape(4, classes)
    np.testing.assert_allclose(written[0], z, atol=0.0501)
    np.testing.assert_allclose(written[1:], columns[1:], atol=5.1e-4)

    rows = np.array([y for _x, y, _text in picture.numbers.texts[:classes]])
    assert (np.diff(rows) > 30).all()
    shares = columns / np.array([[max(np.abs(z).max(), 3)], [1], [1], [1]])
    bars = np.zeros((4, classes))
    for boxes, sign in ((picture.above, 1), (picture.below, -1)):
        for (left, top), (width, height) in zip(boxes.corners, boxes.sizes, strict=True):
            row = int(np.abs(rows - top - height / 2).argmin())
            start = left if sign > 0 else left + width
            column = int(np.abs(np.array(ZEROS) - start).argmin())
            assert abs(start - ZEROS[column]) < 1e-6
            bars[column, row] = sign * width / UNITS[column]
    np.testing.assert_allclose(bars, shares, atol=1e-6)
    np.testing.assert_allclose((picture.right.corners + picture.right.sizes / 2)[:, 1], [rows[state.label]])

    cost, total = (text for _x, _y, text in picture.sums.texts)
    assert f"class {state.label}:" in cost
    np.testing.assert_allclose(numbers([cost.split(" = ")[1]]), loss, rtol=1e-3, atol=5.1e-4)
    assert total == "sum of p: 1.000"
    powers = tf.exp(tf.constant(z / state.temperature, tf.float32))
    naive = (powers / tf.reduce_sum(powers)).numpy()
    broken = not np.isfinite(naive).all()
    assert len(picture.broken.texts) == broken
    assert len(picture.fine.texts) == (not broken)
    ((_x, _y, line),) = picture.broken.texts + picture.fine.texts
    np.testing.assert_allclose(numbers(line.split("p = ")[1].split(", ")), naive, atol=5.1e-4)
