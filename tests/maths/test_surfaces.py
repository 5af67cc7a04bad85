import numpy as np
import pytest
import tensorflow as tf

from helpers.maths.surfaces import SURFACES

# The same heights in TensorFlow's own operations, for its tape.
TAPED = {
    "bowl": lambda x, y: (x**2 + y**2) / 2,
    "ravine": lambda x, y: (x**2 + 30 * y**2) / 2,
    "saddle": lambda x, y: x**2 / 2 - y**2 / 2 + y**4 / 16,
    "plateau": lambda x, y: 1 - tf.exp(-(x**2 + y**2) / 2),
    "rosenbrock": lambda x, y: (1 - x) ** 2 + 100 * (y - x**2) ** 2,
    "beale": lambda x, y: (1.5 - x + x * y) ** 2 + (2.25 - x + x * y**2) ** 2 + (2.625 - x + x * y**3) ** 2,
    "himmelblau": lambda x, y: (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2,
    "six_hump_camel": lambda x, y: (4 - 2.1 * x**2 + x**4 / 3) * x**2 + x * y + (-4 + 4 * y**2) * y**2,
}


def places(surface, count=300):
    left, right, bottom, top = surface.box
    rng = np.random.default_rng(0)
    return rng.uniform(left, right, count), rng.uniform(bottom, top, count)


@pytest.mark.parametrize("name", TAPED)
def test_heights_and_gradients_equal_tensorflow(name):
    x, y = places(SURFACES[name])
    tx, ty = tf.constant(x), tf.constant(y)
    with tf.GradientTape() as tape:
        tape.watch([tx, ty])
        height = TAPED[name](tx, ty)
    np.testing.assert_allclose(SURFACES[name].f(x, y), height.numpy(), rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(
        SURFACES[name].gradient(x, y), [part.numpy() for part in tape.gradient(height, [tx, ty])], rtol=1e-9, atol=1e-9
    )


@pytest.mark.parametrize("name", SURFACES)
def test_gradients_equal_central_differences(name):
    surface, (x, y), h = SURFACES[name], places(SURFACES[name]), 6e-6
    across = (surface.f(x + h, y) - surface.f(x - h, y)) / (2 * h)
    up = (surface.f(x, y + h) - surface.f(x, y - h)) / (2 * h)
    np.testing.assert_allclose(surface.gradient(x, y), [across, up], rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("name", SURFACES)
def test_tables_and_single_places_have_the_heights_of_a_row(name):
    surface, (x, y) = SURFACES[name], places(SURFACES[name], 12)
    heights, (across, up) = surface.f(x, y), surface.gradient(x, y)
    table = x.reshape(3, 4), y.reshape(3, 4)
    np.testing.assert_allclose(surface.f(*table), heights.reshape(3, 4), rtol=1e-12)
    np.testing.assert_allclose(surface.gradient(*table), [across.reshape(3, 4), up.reshape(3, 4)], rtol=1e-12)
    assert surface.f(x[5], y[5]) == pytest.approx(heights[5])
    assert surface.gradient(x[5], y[5]) == pytest.approx((across[5], up[5]))


@pytest.mark.parametrize("name", SURFACES)
def test_minima_are_the_lowest_places_of_the_map_and_flat(name):
    surface = SURFACES[name]
    left, right, bottom, top = surface.box
    grid = np.meshgrid(np.linspace(left, right, 401), np.linspace(bottom, top, 401))
    heights = np.stack([surface.f(x, y) for x, y in zip(*grid, strict=True)])
    assert surface.minima
    for x, y in surface.minima:
        assert left < x < right
        assert bottom < y < top
        assert surface.f(np.float64(x), np.float64(y)) == pytest.approx(surface.least, abs=1e-5)
        np.testing.assert_allclose(surface.gradient(np.float64(x), np.float64(y)), 0, atol=2e-3)
    assert heights.min() > surface.least - 1e-6
    assert surface.f(*np.array(surface.start)) > surface.least
