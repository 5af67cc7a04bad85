import numpy as np
import pytest

from helpers.widgets.tensor.model import look


@pytest.mark.parametrize("cell", [0, 7, 23])
def test_a_cell_is_found_on_every_axis(cell):
    result = look((2, 3, 4), ("0", ":", "1:3"), "int32", cell)
    assert np.ravel_multi_index(result.place, (2, 3, 4)) == result.cell == cell
    assert result.brackets == "[0, :, 1:3]"
    assert result.x.taken.sum() == 6


def test_a_cell_beyond_the_last_is_the_last():
    assert (look((2, 3), (), "int32", 99).cell, look((2, 3), (), "int32", 99).place) == (5, (1, 2))
    assert (look((0, 3), (), "int32", 99).cell, look((0, 3), (), "int32", 99).place) == (0, ())
    assert look((), (), "int32", 0).brackets == "[()]"


def test_an_index_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="axis 1 has length 3: there is no index 3"):
        look((2, 3), (":", "3"), "int32", 0)
