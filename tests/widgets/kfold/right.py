"""What a picture of the KFoldExplorer must show for a state: the folds cut by hand, one after the other."""

import numpy as np

from helpers.widgets.kfold.picture import FOLDS, MEANS, SCORES

STATES = ({}, {"shuffle": True}, {"n": 25, "k": 3})


def folds_by_hand(state):
    """The rows that each fold validates on: the first n % k folds have one row more."""
    rows = np.arange(state.n)
    if state.shuffle:
        rows = np.random.default_rng(state.seed).permutation(state.n)
    folds, start = [], 0
    for fold in range(state.k):
        stop = start + state.n // state.k + (fold < state.n % state.k)
        folds.append(set(rows[start:stop].tolist()))
        start = stop
    return folds


def assert_rows_right(state, picture, targets, folds):
    """A bar and a place in every strip for each row, in the colour of what it does."""
    columns = 12 if state.n <= 60 else 1  # for each row; the first of twelve is a gap
    validates = np.array([[row in fold for row in range(state.n)] for fold in folds])
    strips = picture.strips.data
    assert strips.shape == (9 * state.k, columns * state.n)
    assert (strips[4::9, columns - 1 :: columns] == np.where(validates, 3, 2)).all()  # the middle line of each strip
    assert not strips[0::9].any()
    assert columns == 1 or not strips[:, 0::columns].any()
    bars = picture.bars.data[:, columns - 1 :: columns]
    assert (bars.max(axis=0) == np.where(validates[state.fold - 1], 3, 1)).all()
    exact = 2 + (len(bars) - 2) * (targets - min(targets)) / (max(targets) - min(targets))
    assert (np.abs((bars > 0).sum(axis=0) - exact) <= 1).all()


def assert_means_right(state, picture, targets, folds, end):
    """A square at the mean of each fold, a line at the mean of all, the chosen fold on grey."""
    low, high = min(targets), max(targets)
    step = FOLDS[1] / state.k
    middles = FOLDS[0] + step * (np.arange(state.k) + 0.5)
    np.testing.assert_allclose(picture.chosen.corners, [[8, FOLDS[0] + step * (state.fold - 1)]])
    np.testing.assert_allclose(picture.chosen.sizes[0, 1], step)
    means = np.array([targets[sorted(fold)].mean() for fold in folds])
    places = MEANS + (end - MEANS) * (means - low) / (high - low)
    squares = picture.dots.corners + picture.dots.sizes / 2
    np.testing.assert_allclose(squares, np.column_stack([places, middles]), atol=1e-9)
    line = picture.axis.corners[0, 0] + picture.axis.sizes[0, 0] / 2
    assert abs(line - (MEANS + (end - MEANS) * (sum(targets) / state.n - low) / (high - low))) < 1e-9


def assert_numbers_right(state, picture, targets, folds, scores):
    """How many rows each fold trains and validates on; limits; scores."""
    low, high = f"{min(targets):.4g}", f"{max(targets):.4g}"
    middles = FOLDS[0] + FOLDS[1] / state.k * (np.arange(state.k) + 0.5)
    numbers = {(round(x), round(y, 6)): text for x, y, text in picture.numbers.texts}
    for y, fold in zip(np.round(middles, 6), folds, strict=True):
        assert (numbers[544, y], numbers[606, y]) == (str(state.n - len(fold)), str(len(fold)))
    foot = [text for _x, y, text in picture.numbers.texts if y > FOLDS[0] + FOLDS[1]]
    assert {f"row {state.n - 1}", low, high} <= set(foot)
    assert [text for x, _y, text in picture.numbers.texts if x == SCORES] == scores
    names = [text for x, _y, text in picture.names.texts if x == 16]
    assert names == [*(f"fold {fold}" for fold in range(1, state.k + 1)), high, low]


def assert_right(explorer):
    state, scores = explorer.state, explorer.scores
    targets = explorer.targets[: state.n]
    targets = targets if state.order == "as they come" else np.array(sorted(targets.tolist()))
    folds = folds_by_hand(state)
    assert_rows_right(state, explorer.picture, targets, folds)
    assert_means_right(state, explorer.picture, targets, folds, 876 if scores is None else 806)
    theirs = (state.n, state.order, state.shuffle) == (len(explorer.targets), "as they come", False)
    measured = scores is not None and theirs and len(scores) == state.k
    shown = ["MAE", *(f"{score:.3g}" for score in scores)] if measured else []
    assert_numbers_right(state, explorer.picture, targets, folds, shown)
