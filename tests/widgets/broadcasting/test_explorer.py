import numpy as np
import pytest

from helpers.maths.broadcasting import broadcast
from helpers.widgets import BroadcastingExplorer
from helpers.widgets.broadcasting.explorer import EXAMPLES
from helpers.widgets.broadcasting.model import in_bytes
from helpers.widgets.broadcasting.table import boxes_of, compact


@pytest.fixture
def explorer():
    explorer = BroadcastingExplorer()
    yield explorer
    explorer.close()


def count(boxes):
    """How many rectangles an artist shows."""
    return len(boxes.corners)


def test_cells_stored_are_solid_and_copies_light(explorer):
    assert [count(boxes) for boxes in explorer.picture.cells.real] == [12, 3, 12]
    assert [count(boxes) for boxes in explorer.picture.cells.virtual] == [0, 9]
    explorer.controls["x"].value = "4, 1"
    assert [count(boxes) for boxes in explorer.picture.cells.real] == [4, 3, 12]
    assert [count(boxes) for boxes in explorer.picture.cells.virtual] == [8, 9]


def test_result_is_what_numpy_computes():
    for operation, ufunc in (("add", np.add), ("multiply", np.multiply), ("maximum", np.maximum)):
        for dtype in ("uint8", "float64"):
            explorer = BroadcastingExplorer(x="2, 3, 4", y="3, 1", operation=operation, dtype=dtype)
            values = explorer.compute(explorer.state).values
            x, y, result = (numbers.reshape(2, 3, 4) for numbers in values.numbers)
            assert result.dtype == x.dtype == y.dtype == dtype
            np.testing.assert_array_equal(y, np.broadcast_to(y[:1, :, :1], (2, 3, 4)))
            np.testing.assert_array_equal(result, ufunc(x, y[:1, :, :1]))
            assert values.real[1].reshape(2, 3, 4)[0, :, 0].all()
            assert values.real[1].sum() == 3
            explorer.close()


def test_steps_add_stretch_and_compute(explorer):
    def seen():
        table, cells = explorer.picture.table, explorer.picture.cells
        return count(table.added[1]), count(table.virtual[1]), count(cells.virtual[1]), count(cells.real[2])

    assert seen() == (1, 1, 9, 12)
    for step, wanted in ((1, (0, 0, 0, 0)), (2, (1, 1, 0, 0)), (3, (1, 1, 9, 0))):
        explorer.controls["step"].value = step
        assert seen() == wanted
    explorer.controls["step"].value = 1
    assert "rank 2 and rank 1" in explorer.words.value
    explorer.controls["step"].value = 2
    assert "(3,) becomes (1, 3)" in explorer.words.value
    explorer.controls["step"].value = 3
    assert "strides (0, 4)" in explorer.words.value


def test_table_holds_lengths_and_strides():
    met = broadcast((64, 3, 32, 10), (32, 10))
    boxes = list(boxes_of(met, 4))
    assert [box.text for box in boxes if box.row == 1] == ["1→64", "1→3", "32", "10"]
    assert [box.stride for box in boxes if box.row == 1] == [0, 0, 40, 4]
    assert [box.text for box in boxes if box.row == 2] == ["64", "3", "32", "10"]
    assert [box.added for box in boxes if box.row == 1] == [True, True, False, False]
    assert len(list(boxes_of(met, 1))) == 6


def test_example_sets_both_shapes_and_typing_makes_it_ones_own(explorer):
    explorer.controls["example"].value = EXAMPLES.index(("64, 3, 32, 10", "32, 10"))
    assert (explorer.controls["x"].value, explorer.controls["y"].value) == ("64, 3, 32, 10", "32, 10")
    assert "x and y together store 247,040 B; with copies made they would take 491,520 B" in explorer.words.value
    explorer.controls["y"].value = "10"
    assert explorer.controls["example"].value == -1
    assert explorer.state.x == "64, 3, 32, 10"
    explorer.controls["example"].value = 0
    assert (explorer.state.x, explorer.state.y) == EXAMPLES[0]
    explorer.controls["example"].value = -1  # nothing of one's own was typed
    assert (explorer.state.x, explorer.state.y) == EXAMPLES[0]


def test_large_shapes_become_bars(explorer):
    explorer.set(x="64, 3, 32, 10", y="32, 10", operation="maximum")
    assert [count(boxes) for boxes in explorer.picture.cells.real] == [1, 1, 1]
    cells = explorer.picture.cells
    wide = [boxes.sizes[0, 0] if count(boxes) else 0 for boxes in (*cells.real, *cells.virtual)]
    assert wide[1] / wide[0] == pytest.approx(1280 / 245760, abs=1e-3)
    assert wide[4] == wide[0] == wide[2]
    assert count(explorer.picture.cells.virtual[0]) == 0


@pytest.mark.parametrize(
    ("x", "y", "words", "columns"),
    [
        ("4, 3", "4", "axis -1 (axis 1 from the left) x has length 3 and y has length 4", 1),
        ("64, 3, 32, 10", "3, 10", "axis -2 (axis 2 from the left) x has length 32 and y has length 3", 1),
        ("2, 3, 4", "5, 3, 6", "axis -1 (axis 2 from the left) x has length 4 and y has length 6", 2),
        ("0", "2", "axis -1 (axis 0 from the left) x has length 0 and y has length 2", 1),
    ],
)
def test_shapes_that_do_not_fit_are_shown_and_said(explorer, x, y, words, columns):
    explorer.set(x=x, y=y)
    assert not explorer.error.value
    assert words in explorer.words.value
    assert count(explorer.picture.table.wrong) == columns
    assert count(explorer.picture.table.real[2]) == 0
    assert len(explorer.picture.refusal.texts) == 1
    if columns == 2:
        assert "The same is so on axis -3" in explorer.words.value
    explorer.set(step=2)
    assert count(explorer.picture.table.wrong) == 0
    explorer.set(x="4, 3", y="3", step=4)
    assert count(explorer.picture.table.wrong) == 0
    assert explorer.picture.refusal.texts == []


@pytest.mark.parametrize(
    ("x", "y", "size"),
    [
        ("()", "", 1),
        ("3", "()", 3),
        ("(2, 2)", "[1]", 4),
        ("0, 3", "1, 3", 0),
        ("0", "0", 0),
        ("48", "1", 48),
        ("600", "1", 600),
    ],
)
def test_scalars_and_length_zero(explorer, x, y, size):
    for step in (1, 2, 3, 4):
        explorer.set(x=x, y=y, step=step)
        assert not explorer.error.value
        assert (explorer.state.x, explorer.state.y) == (x, y)
    assert f": {size} numbers" in explorer.words.value


@pytest.mark.parametrize(
    "text", ["a,b", "-3", "1.5", "nan", "3,,4", "9" * 5000, "__import__('os')", "1, 1, 1, 1, 1, 1, 1"]
)
def test_text_that_is_no_shape_becomes_the_error_line(explorer, text):
    state, picture = explorer.state, explorer.stage.image.value
    explorer.controls["x"].value = text
    assert "x" in explorer.error.value
    assert (explorer.state, explorer.stage.image.value) == (state, picture)
    explorer.controls["x"].value = "4, 1"
    assert explorer.error.value == ""
    assert explorer.state.x == "4, 1"


def test_a_shape_may_be_a_tuple_and_huge():
    explorer = BroadcastingExplorer(x=np.zeros((2, 3)).shape, y=())
    assert (explorer.state.x, explorer.state.y) == ("2, 3", "()")
    explorer.set(x=(10**17,) * 6, y="1")
    assert not explorer.error.value
    explorer.set(x=(10**400,))
    assert "has 401 digits" in explorer.error.value
    explorer.set(x=(0, 10**17), y="1")
    assert not explorer.error.value
    explorer.close()


def test_an_example_may_be_given_by_its_number():
    explorer = BroadcastingExplorer(example=3)
    assert explorer.code == "BroadcastingExplorer(x='2, 3, 4', y='3, 1')"
    assert explorer.controls["example"].value == 3
    explorer.close()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"example": 99}, "example must be one of 0, 1, 2"),
        ({"example": "first"}, "example must be one of"),
        ({"x": 5}, "x must be a text"),
        ({"y": float("nan")}, "y must be a text"),
        ({"y": (2, -1)}, "y: the length of axis 1"),
        ({"operation": "divide"}, "operation must be one of"),
        ({"dtype": "complex64"}, "dtype must be one of"),
        ({"step": 0}, "step must be a whole number from 1 to 4"),
        ({"step": 2.5}, "step must be"),
        ({"step": True}, "step must be"),
        ({"operation": ["add"]}, "operation must be one of"),
    ],
)
def test_bad_start_becomes_words_and_the_controls_live(fields, words):
    explorer = BroadcastingExplorer(**fields)
    assert words in explorer.error.value
    assert explorer.state == BroadcastingExplorer.State()
    explorer.controls["step"].value = 3
    assert explorer.error.value == ""
    explorer.close()


def test_bytes_that_run_over_are_said(explorer):
    explorer.set(x="5, 8", y="5, 8", operation="multiply", dtype="uint8")
    assert "uint8 ends at 255" in explorer.words.value
    explorer.set(dtype="int32")
    assert "ends at" not in explorer.words.value


def test_numbers_are_written_short():
    assert [compact(n) for n in (0, 999_999, 10**6, 10**12)] == ["0", "999999", "1e6", "1e12"]
    texts = [in_bytes(n) for n in (0, 245_760, 10**6, 2_500_000_000, 10**30)]
    assert texts == ["0 B", "245,760 B", "1.0 MB", "2.5 GB", "1e+30 B"]
