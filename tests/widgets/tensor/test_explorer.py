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
    return len(artist.corners)


def test_cells_and_memory_show_the_slice(explorer):
    assert boxes(explorer.picture.plain) == 2 * 24
    assert boxes(explorer.picture.taken) == 2 * 6
    explorer.controls["index 2"].value = ":"
    assert boxes(explorer.picture.taken) == 2 * 12
    assert "strides (16, 4)" in explorer.words.value


def test_frame_follows_the_cell_in_both_places(explorer):
    def corners():
        return explorer.picture.look.corners

    before = corners()
    explorer.controls["cell"].value = 13
    moved = corners() - before
    assert (moved != 0).any(axis=1).all()
    assert "x[1, 0, 1] starts at byte 1×48 + 0×16 + 1×4 = 52" in explorer.words.value


def test_rank_adds_and_removes_rows(explorer):
    def shown():
        rows = [[explorer.controls[f"{name} {axis}"] for name in ("shape", "index")] for axis in range(5)]
        displayed = [[control.layout.display is None for control in row] for row in rows]
        assert all(length == take for length, take in displayed)
        return [length for length, _take in displayed].count(True)

    assert shown() == 3
    explorer.controls["shape count"].value = 4
    assert explorer.state.shape == (2, 3, 4, 2)
    assert explorer.state.index == ("0", ":", "1:3", ":")
    assert shown() == 4
    explorer.controls["shape count"].value = 0
    assert explorer.state.shape == ()
    assert "rank 0 and shape (): 1 numbers" in explorer.words.value


def test_cell_never_leaves_the_tensor(explorer):
    explorer.controls["cell"].value = 23
    explorer.controls["shape count"].value = 2
    assert explorer.controls["cell"].value == 5
    assert explorer.controls["cell"].max == 5
    assert not explorer.error.value


def test_dtype_changes_bytes_not_cells(explorer):
    picture = explorer.picture.plain.get_path().vertices.copy()
    explorer.controls["dtype"].value = "uint8"
    assert "24 numbers of type uint8, 1 bytes each, 24 bytes" in explorer.words.value
    np.testing.assert_array_equal(explorer.picture.plain.get_path().vertices, picture)


@pytest.mark.parametrize("text", ["7", "a", "", "1:2:0", "9" * 400, "__import__('os')"])
def test_bad_slice_becomes_words(explorer, text):
    state = explorer.state
    explorer.controls["index 0"].value = text
    assert "axis 0" in explorer.error.value
    assert explorer.state == state
    explorer.controls["index 0"].value = "1"
    assert explorer.error.value == ""
    assert explorer.state.index[0] == "1"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"shape": (2,) * 9}, "shape must be a tuple of 0 to 5 values"),
        ({"shape": (2, -3)}, "shape must be a whole number from 0 to 600, not -3"),
        ({"shape": (float("nan"), 2)}, "shape must be a whole number from 0 to 600, not nan"),
        ({"shape": (100, 100)}, "10000 cells"),
        ({"shape": 5}, "shape must be a tuple of 0 to 5 values"),
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
        assert explorer.fields["shape"].read(explorer.state) == shape
        assert explorer.fields["index"].read(explorer.state) == (":",) * len(shape)
        explorer.close()


def test_set_from_code_moves_the_controls_or_says_why_not(explorer):
    explorer.set(shape=(4, 4), index=(":", "1"))
    assert explorer.controls["shape count"].value == 2
    assert explorer.controls["index 1"].value == "1"
    explorer.set(shape=(4, -4))
    assert "from 0 to 600, not -4" in explorer.error.value
    assert explorer.state.shape == (4, 4)
