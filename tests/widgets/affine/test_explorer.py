import numpy as np
import pytest

from helpers.drawing.letter import GRID, LETTER, OUTLINE, outline
from helpers.widgets import AffineExplorer
from helpers.widgets.affine.explorer import RANGES
from helpers.widgets.affine.model import placed


@pytest.fixture
def explorer():
    explorer = AffineExplorer()
    yield explorer
    explorer.close()


def shown(line):
    return np.column_stack(line.get_data())


def test_outline_holds_the_corners_and_lies_on_the_edges():
    points = outline(LETTER, 5)
    np.testing.assert_array_equal(points[::5], LETTER)
    steps = np.linalg.norm(np.diff(np.concatenate([points, points[:1]]), axis=0), axis=1).reshape(-1, 5)
    assert steps == pytest.approx(steps[:, :1].repeat(5, axis=1))


def test_letters_and_grids_stand_where_the_maps_take_them(explorer):
    explorer.controls["angle1"].value = 90
    explorer.controls["shift_x2"].value = -1
    state = explorer.state
    first = placed(90, (state.scale_x1, state.scale_y1), state.shear1, (state.shift_x1, state.shift_y1))
    second = placed(state.angle2, (state.scale_x2, state.scale_y2), state.shear2, (-1, state.shift_y2))
    np.testing.assert_allclose(explorer.picture.letters[0].get_path().vertices[:-1], first(OUTLINE))
    np.testing.assert_allclose(explorer.picture.letters[1].get_path().vertices[:-1], second(first(OUTLINE)))
    np.testing.assert_allclose(shown(explorer.picture.grids[1]), second(first(GRID)))


def test_one_map_covers_the_chain_whatever_the_sliders(explorer):
    rng = np.random.default_rng(0)
    for _ in range(10):
        for name in RANGES:
            for number in (1, 2):
                explorer.controls[f"{name}{number}"].value = rng.uniform(*RANGES[name])
        np.testing.assert_allclose(
            shown(explorer.picture.single), explorer.picture.letters[1].get_path().vertices, atol=1e-12
        )
        assert "One map alone does the same" in explorer.words.value
    assert len(shown(explorer.picture.misses)) == 0


def test_relu_bends_the_letter_and_no_single_map_follows(explorer):
    explorer.controls["relu"].value = True
    bent = explorer.picture.letters[0].get_path().vertices
    assert bent.min() == 0
    assert shown(explorer.picture.before).min() < -0.1
    off = np.linalg.norm(shown(explorer.picture.single) - explorer.picture.letters[1].get_path().vertices, axis=1)
    assert off.max() > 0.2
    assert f"misses by {off[:-1].mean():.2f} on average and {off.max():.2f} at most" in explorer.words.value
    gaps = shown(explorer.picture.misses).reshape(-1, 3, 2)
    np.testing.assert_allclose(np.linalg.norm(gaps[:, 0] - gaps[:, 1], axis=1), off[:-1:12])
    explorer.controls["relu"].value = False
    assert len(shown(explorer.picture.before)) == len(shown(explorer.picture.misses)) == 0


def test_relu_on_a_letter_without_negative_coordinates_changes_nothing(explorer):
    explorer.set(angle1=0, scale_x1=1, scale_y1=1, shift_x1=1, shift_y1=1.5, relu=True)
    assert "the ReLU changes nothing" in explorer.words.value
    np.testing.assert_allclose(
        shown(explorer.picture.single), explorer.picture.letters[1].get_path().vertices, atol=1e-12
    )


def test_relu_that_flattens_the_whole_letter_leaves_one_map_enough(explorer):
    explorer.set(shift_x1=-2, shift_y1=-2, relu=True)
    assert "one map can still do the same" in explorer.words.value
    assert np.ptp(explorer.picture.letters[1].get_path().vertices, axis=0).max() == 0


def test_mirrored_and_flattened_letters_are_said(explorer):
    explorer.controls["scale_x1"].value = -1
    assert "The F is mirrored" in explorer.words.value
    explorer.controls["scale_x1"].value = 0
    assert "areas by 0.00" in explorer.words.value
    explorer.controls["relu"].value = True
    assert not explorer.error.value


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"angle1": float("nan")}, "angle1 must be a number from -180 to 180, not nan"),
        ({"angle2": 1e9}, "angle2"),
        ({"scale_x1": float("inf")}, "scale_x1"),
        ({"shear2": "1"}, "shear2"),
        ({"shift_y2": None}, "shift_y2"),
        ({"scale_y2": True}, "scale_y2"),
        ({"shift_x1": (1, 2)}, "shift_x1"),
        ({"relu": 1}, "relu must be True or False"),
    ],
)
def test_bad_start_becomes_words_and_the_controls_live(fields, words):
    explorer = AffineExplorer(**fields)
    assert words in explorer.error.value
    assert explorer.state == AffineExplorer.State()
    explorer.controls["angle1"].value = 10
    assert explorer.error.value == ""
    explorer.close()
