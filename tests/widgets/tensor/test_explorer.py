import numpy as np
import pytest

from helpers.widgets import TensorExplorer


@pytest.fixture
def explorer():
    explorer = TensorExplorer()
    yield explorer
    explorer.close()


def boxes(artist):
    """How many rectangles an artist shows."""
    return len(artist.get_path().vertices) // 5


def test_cells_and_memory_show_the_slice(explorer):
    assert boxes(explorer.plain) == 2 * 24
    assert boxes(explorer.taken) == 2 * 6
    explorer.controls["take2"].value = ":"
    assert boxes(explorer.taken) == 2 * 12
    assert "strides (16, 4)" in explorer.words.value


def test_frame_follows_the_cell_in_both_places(explorer):
    def corners():
        return explorer.look.get_path().vertices.reshape(2, 5, 2)[:, 0]

    before = corners()
    explorer.controls["cell"].value = 13
    moved = corners() - before
    assert (moved != 0).any(axis=1).all()
    assert "x[1, 0, 1] starts at byte 1×48 + 0×16 + 1×4 = 52" in explorer.words.value


def test_rank_adds_and_removes_rows(explorer):
    shown = lambda: [row.layout.display for row in explorer._rows].count(None)  # noqa: E731
    assert shown() == 3
    explorer.controls["rank"].value = 4
    assert explorer.state.shape == (2, 3, 4, 2)
    assert shown() == 4
    explorer.controls["rank"].value = 0
    assert explorer.state.shape == ()
    assert "rank 0 and shape (): 1 numbers" in explorer.words.value


def test_cell_never_leaves_the_tensor(explorer):
    explorer.controls["cell"].value = 23
    explorer.controls["rank"].value = 2
    assert explorer.controls["cell"].value == 5
    assert explorer.controls["cell"].max == 5
    assert not explorer.error.value


def test_dtype_changes_bytes_not_cells(explorer):
    picture = explorer.plain.get_path().vertices.copy()
    explorer.controls["dtype"].value = "uint8"
    assert "24 numbers of type uint8, 1 bytes each, 24 bytes" in explorer.words.value
    np.testing.assert_array_equal(explorer.plain.get_path().vertices, picture)


@pytest.mark.parametrize("text", ["7", "a", "", "1:2:0", "9" * 400, "__import__('os')"])
def test_bad_slice_becomes_words(explorer, text):
    state = explorer.state
    explorer.controls["take0"].value = text
    assert "axis 0" in explorer.error.value
    assert explorer.state == state
    explorer.controls["take0"].value = "1"
    assert explorer.error.value == ""
    assert explorer.state.index[0] == "1"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"shape": (2,) * 9}, "rank 9"),
        ({"shape": (2, -3)}, "negative"),
        ({"shape": (float("nan"), 2)}, "whole number, not nan"),
        ({"shape": (100, 100)}, "10000 cells"),
        ({"shape": 5}, "not iterable"),
        ({"index": ("0", "0", "0", "0")}, "4 indices"),
        ({"dtype": "float99"}, "dtype must be one of"),
        ({"cell": -1}, "cell must be a whole number"),
        ({"cell": float("nan")}, "cell must be a whole number"),
    ],
)
def test_bad_start_becomes_words_and_the_controls_live(fields, words):
    explorer = TensorExplorer(**fields)
    assert words in explorer.error.value
    assert explorer.state == TensorExplorer.State()
    explorer.controls["cell"].value = 3
    assert explorer.error.value == ""
    assert explorer.state.cell == 3
    explorer.close()


def test_length_zero_and_long_axes_can_be_drawn():
    for shape in ((0,), (3, 0, 2), (12, 12), (600,)):
        explorer = TensorExplorer(shape=shape, index=())
        assert not explorer.error.value
        assert explorer.state.shape == shape
        assert explorer.read_controls().shape == shape
        explorer.close()


def test_set_from_code_moves_the_controls_or_says_why_not(explorer):
    explorer.set(shape=(4, 4), index=(":", "1"))
    assert explorer.controls["rank"].value == 2
    assert explorer.controls["take1"].value == "1"
    explorer.set(shape=(4, -4))
    assert "negative" in explorer.error.value
    assert explorer.state.shape == (4, 4)
