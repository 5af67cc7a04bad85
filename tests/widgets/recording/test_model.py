"""What is kept of a layer's answers: shares, dead units, pictures; and how much memory it may take."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from helpers.widgets.recording.model import (
    BINS,
    LEAST_LOOKS,
    MOST_COUNTED,
    MOST_MAPS,
    MOST_SIDE,
    MOST_UNITS,
    LayerInfo,
    Look,
    Recording,
    folded,
    look,
    pictures,
    spread,
)

RNG = np.random.default_rng(0)


@given(
    hnp.arrays(np.float32, hnp.array_shapes(max_dims=3, max_side=8), elements=st.floats(-1e6, 1e6, width=32)),
)
def test_spread_is_numpys_histogram(values):
    one = spread(values)
    assert one.counts.sum() == pytest.approx(1, abs=1e-5)
    wide = values.astype(float)
    assert one.mean == pytest.approx(wide.mean(), rel=1e-6, abs=1e-6)
    assert one.std == pytest.approx(wide.std(), rel=1e-6, abs=1e-6)
    assert one.size == pytest.approx(np.abs(wide).mean(), rel=1e-6, abs=1e-6)
    assert one.low <= wide.min() <= wide.max() <= one.high
    if np.ptp(wide) > 1e-6 * np.abs(wide).max():
        theirs = np.histogram(wide, BINS, (one.low, one.high))[0] / wide.size
        assert np.abs(np.cumsum(theirs) - np.cumsum(one.counts)).max() <= 1 / wide.size + 1e-6  # a value on an edge


def test_spread_of_broken_numbers():
    one = spread(np.array([1.0, np.nan, np.inf, 3.0]))
    assert (one.mean, one.broken, one.low, one.high) == (2.0, 0.5, 1.0, 3.0)
    none = spread(np.full(5, np.nan))
    assert np.isnan(none.mean)
    assert none.broken == 1
    assert not none.counts.any()
    assert spread(np.zeros(0)).broken == 0


def test_spread_of_ten_million_values_looks_at_a_part_of_them():
    values = RNG.normal(2, 3, 10_000_000).astype(np.float32)
    one = spread(values)
    assert one.mean == pytest.approx(2, abs=0.05)
    assert one.std == pytest.approx(3, abs=0.05)
    assert round(one.counts.min() * MOST_COUNTED) <= MOST_COUNTED


def test_dead_units_zeros_and_saturation():
    values = np.array([[0.0, 1.0, 0.5], [0.0, -1.0, 0.5], [0.0, 0.995, 0.4]])
    one = look(values, (-1.0, 1.0), 2)
    assert one.dead.tolist() == [True, False, False]
    assert one.zeros == pytest.approx(1 / 3)
    assert one.saturated == pytest.approx(1 / 3)
    assert look(values, None, 2).saturated is None
    assert (one.weights, one.gradients) == (None, None)


def test_a_unit_that_varies_a_little_is_not_dead():
    values = np.column_stack([np.linspace(1, 1.001, 20), np.full(20, 7.0), RNG.normal(size=20)])
    assert look(values, None, 1).dead.tolist() == [False, True, False]


@pytest.mark.parametrize(
    ("shape", "maps"),
    [
        ((5, 64), (1, 8, 8)),
        ((5, 512), (1, 16, 32)),
        ((5, 784), (1, 28, 28)),
        ((5, 10), (1, 2, 5)),
        ((5, 1), (1, 1, 1)),
        ((5, 26, 26, 8), (8, 26, 26)),
        ((5, 100, 60, 32), (MOST_MAPS, 34, 30)),
        ((5, 20, 32), (1, 32, 20)),
        ((5, 4, 4, 4, 3), (12, 4, 4)),
        ((5,), (1, 1, 1)),
    ],
)
def test_pictures_of_every_rank(shape, maps):
    values = RNG.normal(size=shape)
    one = look(values, None, 3)
    assert one.maps.shape == (3, *maps)
    assert one.maps.dtype == np.uint8
    assert max(maps[1:]) <= max(MOST_SIDE, MOST_UNITS)


def test_pictures_hold_the_values():
    values = RNG.normal(size=(4, 60))
    maps, low, high = pictures(values)
    back = low + maps.reshape(4, -1) / 255 * (high - low)
    np.testing.assert_allclose(back, values, atol=(high - low) / 255)
    images = RNG.random((2, 6, 5, 3))
    maps, low, high = pictures(images)
    assert low == 0
    np.testing.assert_allclose(maps[1, 2] / 255 * high, images[1, :, :, 2], atol=high / 255)


@given(st.integers(1, 5000))
def test_folded_units_have_room(units):
    height, width = folded(units)
    assert min(units, MOST_UNITS) <= height * width < min(units, MOST_UNITS) + width


def recording(most_bytes, looks=40):
    info = LayerInfo("dense", "Dense", (64,), "relu")
    made = Recording([info], np.zeros((0, 1, 1, 1), np.uint8), 30, most_bytes)
    for epoch in range(looks):
        if epoch % made.every == 0:
            made.add(Look(epoch, (look(RNG.normal(size=(30, 64)), None, made.room(8)),)))
    return made


def test_memory_is_bounded_and_the_ends_stay():
    free = recording(1e9)
    assert [one.epoch for one in free.looks] == list(range(40))
    bound = free.nbytes / 3
    tight = recording(bound)
    assert tight.nbytes <= bound
    epochs = [one.epoch for one in tight.looks]
    assert epochs[0] == 0
    assert epochs[-1] >= 40 - tight.every
    assert set(np.diff(epochs)) <= {tight.every // 2, tight.every}
    assert tight.every > 1


def test_no_room_for_pictures():
    made = recording(5000, looks=3)
    assert made.looks[0].layers[0].maps.shape[0] < 8
    assert made.nbytes <= 5000


@pytest.mark.parametrize(
    ("values", "low", "high"),
    [
        ([4.0, 4.0], 2.0, 6.0),
        ([-4.0], -6.0, -2.0),
        ([0.0, 0.0, 0.0], -5e-7, 5e-7),
        ([1e-8], 1e-8 - 5e-7, 1e-8 + 5e-7),
        ([1.0, 1.0 + 1e-13], 0.5, 1.5),
        ([1e-13, 2e-13], 1e-13, 2e-13),
        ([-1.0, 1.0], -1.0, 1.0),
    ],
)
def test_one_value_stands_in_the_middle_of_a_range_round_it(values, low, high):
    one = spread(np.array(values))
    assert (one.low, one.high) == pytest.approx((low, high), rel=1e-9, abs=1e-20)
    if np.ptp(values) < 1e-12 * max(values, key=abs):
        assert set(np.flatnonzero(one.counts)) <= {BINS // 2 - 1, BINS // 2}


def test_nothing_finite_has_a_range_to_be_drawn_in():
    none = spread(np.array([np.nan]))
    assert (none.low, none.high, none.counts.dtype) == (0.0, 1.0, np.float32)
    assert np.isnan([none.mean, none.std, none.size]).all()


def test_a_mean_of_small_numbers_is_taken_in_double_precision():
    values = np.full(100_000, 0.1, np.float16)
    assert spread(values).mean == pytest.approx(float(np.float16(0.1)), rel=1e-12)


def test_one_number_a_sample_is_one_unit():
    found = look(np.array([0.0, 0.0, 2.0]), None, 3)
    assert found.dead.tolist() == [False]
    assert found.zeros == pytest.approx(2 / 3)
    assert found.maps.shape == (3, 1, 1, 1)
    assert found.saturated is None


def test_units_are_the_last_axis():
    answers = np.zeros((4, 2, 3, 5))
    answers[0, 1, 2, 4] = 1
    assert look(answers, None, 1).dead.tolist() == [True, True, True, True, False]


@pytest.mark.parametrize(("varies", "dead"), [(0.0, True), (0.9e-6, True), (2e-6, False)])
def test_a_unit_is_dead_where_it_varies_by_a_millionth_of_the_largest_answer(varies, dead):
    answers = np.full((2, 2), 100.0)
    answers[:, 1] = 50, 50 + 100 * varies
    assert look(answers, None, 1).dead[1] == dead


def test_a_layer_that_broke_answers_the_same_for_no_sample(recwarn):
    assert look(np.array([[np.inf, 1.0], [np.inf, 1.0]]), None, 1).dead.tolist() == [False, True]
    assert not [one for one in recwarn if "invalid value" in str(one.message)]


@pytest.mark.parametrize(
    ("value", "share"), [(0.0, 1), (0.0099, 1), (0.0101, 0), (0.5, 0), (0.9899, 0), (0.9901, 1), (1.0, 1)]
)
def test_saturated_is_within_a_hundredth_of_the_range(value, share):
    assert look(np.array([[value]]), (0, 1), 1).saturated == share


@pytest.mark.parametrize(
    ("values", "low", "high"), [([1.0, 3.0], 0, 3), ([-2.0, -1.0], -2, 0), ([-1.0, 3.0], -1, 3), ([0.0, 0.0], 0, 0)]
)
def test_pictures_reach_from_zero_or_below_to_the_strongest(values, low, high):
    picture, faintest, strongest = pictures(np.array([values]))
    assert (faintest, strongest) == (low, high)
    shares = [(value - low) / (high - low) * 255 if high > low else 0 for value in values]
    assert picture.ravel().tolist() == np.rint(shares).tolist()


def test_a_broken_answer_is_drawn_as_zero():
    picture, low, high = pictures(np.array([[2.0, np.nan, np.inf, -2.0]]))
    assert (low, high) == (-2.0, 2.0)
    assert picture.ravel().tolist() == [255, 128, 128, 0]


def test_no_picture_is_kept_of_nothing():
    picture, low, high = pictures(np.zeros((0, 4)))
    assert (picture.shape, low, high) == ((0, 1, 2, 2), 0.0, 0.0)


def test_channels_of_a_film_are_kept_one_by_one():
    values = RNG.normal(size=(2, 3, 4, 5, 6))
    picture, low, high = pictures(values)
    assert picture.shape == (2, MOST_MAPS, 3, 4)
    kept = values.reshape(2, 3, 4, 30)[..., :MOST_MAPS]
    assert (low, high) == (kept.min(), kept.max())


@pytest.mark.parametrize(
    ("units", "rectangle"),
    [
        *[(0, (1, 1)), (1, (1, 1)), (2, (1, 2)), (4, (2, 2)), (5, (1, 5)), (10, (2, 5)), (12, (3, 4)), (13, (3, 5))],
        *[(16, (4, 4)), (64, (8, 8)), (128, (8, 16)), (4096, (32, 32))],
    ],
)
def test_units_in_a_row_are_folded(units, rectangle):
    assert folded(units) == rectangle


@pytest.mark.parametrize(("wanted", "bytes_", "room"), [(10, 1e12, 10), (10, 0, 0), (10, None, 3)])
def test_room_for_pictures_is_what_a_few_looks_can_hold(wanted, bytes_, room):
    layers = [LayerInfo("a", "Dense", (5,)), LayerInfo("b", "Conv2D", (4, 4, 2)), LayerInfo("c", "Dense", ())]
    one = 2 * MOST_UNITS + MOST_MAPS * MOST_SIDE**2
    found = Recording(
        layers, np.zeros((0, 1, 1, 1), np.uint8), 1, 3.5 * LEAST_LOOKS * one if bytes_ is None else bytes_
    )
    assert found.room(wanted) == room
