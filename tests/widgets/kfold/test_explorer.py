import numpy as np
import pytest

from helpers.widgets import KFoldExplorer

PRICES = np.random.default_rng(3).uniform(5, 50, 404)


@pytest.fixture
def explorer():
    explorer = KFoldExplorer(PRICES, scores=[2.1, 2.5, 2.7, 2.4], n=404)
    yield explorer
    explorer.close()


def folds(explorer):
    return explorer.compute(explorer.state)


def numbers(explorer):
    """The numbers of the picture."""
    return [text for _x, _y, text in explorer.picture.numbers.texts]


@pytest.mark.parametrize("shuffle", [False, True])
@pytest.mark.parametrize("k", [2, 3, 4, 7, 10])
@pytest.mark.parametrize("n", [10, 11, 404])
def test_every_row_validates_once_and_sizes_differ_by_one_at_most(explorer, n, k, shuffle):
    explorer.set(n=n, k=k, shuffle=shuffle, order="sorted")
    got = folds(explorer)
    assert got.fold_of.shape == (n,)
    assert got.sizes.sum() == n
    assert np.ptp(got.sizes) == (1 if n % k else 0)
    assert not explorer.error.value
    assert ("do not divide" in explorer.words.value) == bool(n % k)


def test_folds_are_those_of_a_loop_by_hand(explorer):
    for fold in range(4):
        by_hand = slice(101 * fold, 101 * (fold + 1))
        explorer.controls["fold"].value = fold + 1
        np.testing.assert_array_equal(np.flatnonzero(folds(explorer).fold_of == fold), np.arange(404)[by_hand])
        assert f"rows {101 * fold} to {101 * fold + 100}" in explorer.words.value
        assert f"{PRICES[by_hand].mean():.4g}" in explorer.words.value


def test_the_strips_show_what_each_row_does(explorer):
    explorer.controls["k"].value = 2
    image = explorer.picture.strips.data
    middle = image[[len(image) // 4, 3 * len(image) // 4]]
    validates, trains = middle[0, [0, -1]]
    assert validates != trains
    assert middle[1, [0, -1]].tolist() == [trains, validates]
    assert (middle[0, :202] == validates).all()
    assert (middle[0, 202:] == trains).all()


def test_sorting_parts_the_folds_and_shuffling_mends_it(explorer):
    assert np.ptp(folds(explorer).means) < 5
    explorer.controls["order"].value = "sorted"
    assert np.ptp(folds(explorer).means) > 25
    assert "never saw" in explorer.words.value
    assert "MAE" not in numbers(explorer)  # measured with the rows as they come
    explorer.controls["shuffle"].value = True
    assert np.ptp(folds(explorer).means) < 5
    assert "never saw" not in explorer.words.value


def test_the_mean_of_each_fold_is_marked(explorer):
    explorer.controls["order"].value = "sorted"
    corners = explorer.picture.dots.corners[:, 0]
    assert (np.diff(corners) > 10).all()
    explorer.controls["shuffle"].value = True
    corners = explorer.picture.dots.corners[:, 0]
    assert np.ptp(corners) < 20


def test_scores_stand_only_beside_their_own_division(explorer):
    assert [word for word in numbers(explorer) if word in ("2.1", "2.5", "2.7", "2.4", "MAE")] == [
        *("MAE", "2.1", "2.5", "2.7", "2.4")
    ]
    assert "Its MAE was 2.1; the mean of the 4 is 2.42" in explorer.words.value
    for change in ({"k": 5}, {"n": 403}, {"shuffle": True}, {"order": "sorted"}):
        explorer.reset()
        explorer.set(**change)
        assert "MAE" not in numbers(explorer)
        assert "MAE" not in explorer.words.value


def test_the_seed_is_seen_and_read_only_when_rows_are_shuffled(explorer):
    seed = explorer.controls["seed"]
    assert seed.layout.display == "none"
    seed.value = 5
    assert explorer.state.seed == 0
    explorer.controls["shuffle"].value = True
    assert seed.layout.display is None
    before = folds(explorer).fold_of
    seed.value = 7
    assert explorer.state.seed == 7
    assert (folds(explorer).fold_of != before).any()


def test_the_chosen_fold_stays_inside_k(explorer):
    explorer.set(k=10, fold=10)
    explorer.controls["k"].value = 3
    assert explorer.state.fold == 3
    assert explorer.controls["fold"].max == 3
    assert not explorer.error.value


def test_code_names_the_scores_only_where_there_are_some(explorer):
    assert explorer.code == "KFoldExplorer(targets, scores, n=404)"
    without = KFoldExplorer(PRICES)
    assert without.code == "KFoldExplorer(targets)"
    again = eval(without.code, {"KFoldExplorer": KFoldExplorer, "targets": PRICES})
    assert again.state == without.state
    again.close()
    without.close()


@pytest.mark.parametrize("rows", [10, 15, 700])
def test_few_rows_and_many(rows):
    explorer = KFoldExplorer(np.arange(rows))
    assert explorer.state.n == min(rows, 40)
    assert explorer.controls["n"].max == min(rows, 600)
    for name, control in explorer.controls.items():
        assert control.value == getattr(explorer.state, name)
    explorer.close()


def test_a_bad_start_on_few_rows_shows_them_all():
    explorer = KFoldExplorer(np.arange(15), k=1)
    assert "k must be a whole number from 2 to 10" in explorer.error.value
    assert explorer.state == KFoldExplorer.State(n=15)
    assert "rows 0 to 3" in explorer.words.value
    explorer.close()


def test_targets_that_are_all_equal_are_drawn():
    explorer = KFoldExplorer(np.full(20, 7.0), order="sorted")
    assert not explorer.error.value
    explorer.close()


@pytest.mark.parametrize(
    ("targets", "words"),
    [
        (np.arange(9), "at least 10 numbers"),
        (np.zeros((20, 2)), "one axis"),
        (["a"] * 20, "numbers"),
        ([True] * 20, "numbers"),
        ([1.0] * 19 + [np.nan], "finite"),
        ([1.0] * 19 + [np.inf], "finite"),
    ],
)
def test_bad_targets_are_refused(targets, words):
    with pytest.raises(ValueError, match=words):
        KFoldExplorer(targets)


@pytest.mark.parametrize("scores", [[[1.0]], [1.0, np.nan]])
def test_bad_scores_are_refused(scores):
    with pytest.raises(ValueError, match="scores"):
        KFoldExplorer(PRICES, scores=scores)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"k": 1}, "k must be a whole number from 2 to 10"),
        ({"k": 11}, "k must be"),
        ({"k": 2.5}, "k must be"),
        ({"fold": 0}, "fold must be a whole number from 1 to 4"),
        ({"fold": 5}, "fold must be"),
        ({"n": 9}, "n must be a whole number from 10 to 404"),
        ({"n": 405}, "n must be"),
        ({"n": float("nan")}, "n must be"),
        ({"order": "backwards"}, "order must be one of as they come, sorted"),
        ({"order": ["sorted"]}, "order must be one of"),
        ({"shuffle": 1}, "shuffle must be True or False"),
        ({"seed": -1}, "seed must be a whole number"),
        ({"seed": 2**40}, "seed must be a whole number"),
    ],
)
def test_bad_start_becomes_words_and_the_controls_live(fields, words):
    explorer = KFoldExplorer(PRICES, **fields)
    assert words in explorer.error.value
    explorer.controls["k"].value = 6
    assert explorer.error.value == ""
    explorer.close()
