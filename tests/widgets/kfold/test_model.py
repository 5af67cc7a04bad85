import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from helpers.widgets.kfold.model import Folds, divide


@given(n=st.integers(10, 600), k=st.integers(2, 10), seed=st.none() | st.integers(0, 2**32 - 1))
def test_every_row_validates_once_and_sizes_differ_by_one_at_most(n, k, seed):
    fold_of = divide(n, k, seed)
    folds = [Folds(np.arange(n), fold_of, fold) for fold in range(1, k + 1)]
    assert (sum(fold.validates.astype(int) for fold in folds) == 1).all()
    assert folds[0].sizes.tolist() == sorted((len(part) for part in np.array_split(np.arange(n), k)), reverse=True)


def test_rows_as_they_come_are_cut_into_runs():
    assert divide(11, 3).tolist() == [0] * 4 + [1] * 4 + [2] * 3


@given(seed=st.integers(0, 2**32 - 1))
def test_a_seed_shuffles_always_alike(seed):
    assert (divide(100, 4, seed) == divide(100, 4, seed)).all()
    assert (divide(100, 4, seed) != divide(100, 4)).any()


def test_means_and_limits():
    folds = Folds(np.array([1.0, 2.0, 3.0, 10.0]), np.array([0, 1, 0, 1]), 2)
    assert folds.means.tolist() == [2.0, 6.0]
    assert folds.limits == (1.0, 10.0)
    assert folds.validates.tolist() == [False, True, False, True]
    assert Folds(np.full(4, 7.0), np.array([0, 1, 0, 1]), 1).limits == (7.0, 8.0)
