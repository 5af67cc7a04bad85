"""Clothes, houses and tables: the real files, and what replaces them without a network."""

import numpy as np
import pytest

from helpers.datasets import DATASETS, boston_housing, california_housing, credit_card, fashion_mnist, infert


@pytest.fixture
def practice(monkeypatch):
    monkeypatch.setenv("WATCH_IT_LEARN_DATA", "practice")


@pytest.mark.parametrize("options", [{}, {"test_split": 0.5, "seed": 3}], ids=str)
@pytest.mark.parametrize("name", ["boston_housing", "california_housing"])
def test_the_houses_are_those_of_keras(name, options, real):
    import keras

    ours = DATASETS[name].load_data(**options)
    theirs = getattr(keras.datasets, name).load_data(**options)
    assert DATASETS[name].source == "real"
    for our_part, their_part in zip(ours, theirs, strict=True):
        for mine, other in zip(our_part, their_part, strict=True):
            assert mine.dtype == other.dtype
            np.testing.assert_array_equal(mine, other)


def test_the_small_california_has_600_rows(real):
    (x, _), (x_test, _) = california_housing.load_data(version="small")
    assert (len(x), len(x_test)) == (480, 120)
    with pytest.raises(ValueError, match="version must be small or large, not 'tiny'"):
        california_housing.load_data(version="tiny")


def test_the_clothes_are_those_of_keras(real):
    import keras

    ours, theirs = fashion_mnist.load_data(), keras.datasets.fashion_mnist.load_data()
    assert fashion_mnist.source == "real"
    for our_part, their_part in zip(ours, theirs, strict=True):
        for mine, other in zip(our_part, their_part, strict=True):
            assert mine.dtype == other.dtype == np.uint8
            np.testing.assert_array_equal(mine, other)


def test_practice_clothes_can_be_learned_in_part(practice):
    (x, y), (x_test, y_test) = fashion_mnist.load_data()
    assert [a.shape for a in (x, y, x_test, y_test)] == [(60000, 28, 28), (60000,), (10000, 28, 28), (10000,)]
    assert {a.dtype for a in (x, y, x_test, y_test)} == {np.dtype("uint8")}
    assert np.bincount(np.concatenate([y, y_test])).tolist() == [7000] * 10
    flat, flat_test = (a[:6000].reshape(6000, -1) / 255.0 for a in (x, x_test))
    means = np.stack([flat[y[:6000] == kind].mean(axis=0) for kind in range(10)])
    guess = ((flat_test[:2000, None] - means) ** 2).sum(axis=2).argmin(axis=1)
    assert 0.4 < (guess == y_test[:2000]).mean() < 0.85


@pytest.mark.parametrize(
    ("houses", "rows", "columns", "dtype"),
    [(boston_housing, (404, 102), 13, np.float64), (california_housing, (16512, 4128), 8, np.float32)],
    ids=repr,
)
def test_practice_houses_can_be_explained_in_part(houses, rows, columns, dtype, practice):
    parts = houses.load_data()
    for (x, y), count in zip(parts, rows, strict=True):
        assert (x.shape, y.shape, x.dtype, y.dtype) == ((count, columns), (count,), dtype, dtype)
        assert np.isfinite(x).all()
    (x, y), (x_test, y_test) = parts
    mean, spread = x.mean(axis=0), x.std(axis=0)
    design = [np.column_stack([(a - mean) / spread, np.ones(len(a))]) for a in (x, x_test)]
    weights = np.linalg.lstsq(design[0], y, rcond=None)[0]
    error = np.abs(design[1] @ weights - y_test).mean() / np.abs(y_test - y.mean()).mean()
    assert 0.2 < error < 0.8, "a straight line explains some of it, not all"


@pytest.mark.parametrize("table", [credit_card, infert], ids=repr)
def test_practice_tables_have_the_columns_of_the_real_ones(table, real, monkeypatch):
    found = table.load_data()
    assert table.source == "real"
    monkeypatch.setenv("WATCH_IT_LEARN_DATA", "practice")
    made = table.load_data()
    assert list(made.columns) == list(found.columns)
    assert made.shape == found.shape
    kinds = [[column.dtype.kind in "if" for _, column in frame.items()] for frame in (made, found)]
    assert kinds[0] == kinds[1]
    assert not made.isna().to_numpy().any()


def test_practice_applicants_leak_as_the_real_ones_do(practice):
    table = credit_card.load_data()
    ratio = table["expenditure"] * 12 / (table["income"] * 10_000)
    assert np.abs(table["share"] - ratio).max() < 2e-3


def test_practice_patients_come_in_matched_sets(practice):
    table = infert.load_data()
    assert len(table) == 248
    sets = table.groupby("stratum")
    assert sets.ngroups == 83
    assert (sets["case"].sum() == 1).all()
    assert (sets["age"].nunique() == 1).all()
    assert (table["spontaneous"] + table["induced"] <= table["parity"]).all()


def kinds(part):
    """What a part of a data set is: nested tuples of type, number type and shape behind the first axis."""
    if isinstance(part, tuple):
        return tuple(kinds(each) for each in part)
    return type(part).__name__, getattr(part, "dtype", None), np.shape(part)[1:] if hasattr(part, "dtype") else None


@pytest.mark.parametrize("name", DATASETS)
def test_every_data_set_has_practice_data_of_its_kind(name, real, monkeypatch):
    data_set = DATASETS[name]
    found = kinds(data_set.load_data())
    assert data_set.source == "real"
    monkeypatch.setenv("WATCH_IT_LEARN_DATA", "practice")
    assert kinds(data_set.load_data()) == found
    assert data_set.source == "practice"
