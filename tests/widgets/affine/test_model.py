import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.maths.errors import InputError
from helpers.widgets.affine.model import chain, fit, placed, rotation, scaling, shear, translation

numbers = st.floats(-5, 5)
maps = st.builds(placed, st.floats(-720, 720), st.tuples(numbers, numbers), numbers, st.tuples(numbers, numbers))
POINTS = np.array([[0.0, 0], [1, 0], [0, 1], [2, -3], [-1.5, 0.25]])


def one_by_one(points, *some):
    for each in some:
        points = each(points)
    return points


@given(st.lists(maps, max_size=5))
def test_chain_equals_its_maps_one_after_the_other(some):
    scale = math.prod(1 + np.abs(each.homogeneous).max() for each in some)
    np.testing.assert_allclose(chain(*some)(POINTS), one_by_one(POINTS, *some), atol=1e-11 * scale)


@given(maps, maps)
def test_chain_is_the_product_of_the_homogeneous_matrices(first, second):
    product = second.homogeneous @ first.homogeneous  # NumPy's own product of 3 × 3 matrices
    np.testing.assert_allclose(first.then(second).homogeneous, product, atol=1e-10)
    columns = np.column_stack([POINTS, np.ones(len(POINTS))]).T
    np.testing.assert_allclose((product @ columns)[:2].T, one_by_one(POINTS, first, second), atol=1e-9)


@given(numbers, numbers)
def test_rotation_is_multiplication_by_a_complex_number(x, degrees):
    turned = complex(x, 2) * np.exp(1j * np.deg2rad(degrees))
    np.testing.assert_allclose(rotation(degrees)(np.array([[x, 2.0]])), [[turned.real, turned.imag]], atol=1e-12)


def test_each_map_does_what_its_name_says():
    point = np.array([[2.0, 3.0]])
    np.testing.assert_array_equal(translation(1, -1)(point), [[3, 2]])
    np.testing.assert_array_equal(scaling(2, -1)(point), [[4, -3]])
    np.testing.assert_array_equal(shear(0.5)(point), [[3.5, 3]])
    np.testing.assert_allclose(rotation(90)(point), [[-3, 2]], atol=1e-15)
    np.testing.assert_allclose(rotation(1e9).matrix, rotation(1e9 % 360).matrix)
    np.testing.assert_array_equal(chain()(point), point)


def test_order_matters():
    first, second = rotation(90), translation(1, 0)
    np.testing.assert_allclose(first.then(second)(np.zeros((1, 2))), [[1, 0]], atol=1e-15)
    np.testing.assert_allclose(second.then(first)(np.zeros((1, 2))), [[0, 1]], atol=1e-15)


def test_placed_scales_first_and_shifts_last():
    np.testing.assert_allclose(placed(90, (2, 1), 0, (0, 5))(np.array([[1.0, 0]])), [[0, 7]], atol=1e-15)


@given(maps)
def test_area_is_the_determinant(one):
    with np.errstate(all="ignore"):  # LAPACK divides by numbers next to 0
        determinant = np.linalg.det(one.matrix)
    assert one.area == pytest.approx(determinant, abs=1e-9)


@given(maps)
def test_fit_finds_an_affine_map_again(one):
    found, off = fit(POINTS, one(POINTS))
    np.testing.assert_allclose(found.homogeneous, one.homogeneous, atol=1e-10)
    assert off.max() < 1e-10


def test_fit_is_the_least_square_of_what_is_not_affine():
    targets = np.maximum(POINTS, 0)
    found, off = fit(POINTS, targets)
    assert off.max() > 0.1
    rng = np.random.default_rng(0)
    for step in rng.normal(0, 0.01, (200, 2, 3)):
        other = (found.matrix + step[:, :2], found.shift + step[:, 2])
        assert np.sum((POINTS @ other[0].T + other[1] - targets) ** 2) > np.sum(off**2)


def test_fit_needs_points_that_span_the_plane():
    line = np.array([[0.0, 0], [1, 1], [2, 2]])
    with pytest.raises(InputError, match="points"):
        fit(line, line)


@pytest.mark.parametrize("bad", [math.nan, math.inf, "1", None, True])
def test_numbers_that_make_no_sense(bad):
    for make in (rotation, shear, lambda bad: scaling(bad, 1), lambda bad: translation(0, bad)):
        with pytest.raises(InputError, match="must be a number"):
            make(bad)
