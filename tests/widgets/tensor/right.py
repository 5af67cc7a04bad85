"""What a picture of the TensorExplorer must show for a state, worked out by NumPy on a real array of that type."""

import numpy as np

STATES = ({}, {"shape": (2, 2, 2, 2, 2), "index": ("0", ":", "1", "::-1", "-1")}, {"shape": (5,), "index": ()})
TYPED = {f"index {axis}": ("::-1", "1:", "-1") for axis in range(5)}
STEP = 1e-6  # pixels


def taken_places(x, index):
    """Places in memory of what ``index`` takes of ``x``, by the addresses of the cells; the part itself."""
    part = eval(f"x[{', '.join(index) or '...'}]", {"x": x})
    places = np.arange(x.size).reshape(x.shape)
    return {int(place) for place in np.ravel(eval(f"x[{', '.join(index) or '...'}]", {"x": places}))}, np.asarray(part)


def numbers(text):
    """The shape and the strides that a line of facts says."""
    shape, strides = text.split("shape ")[1].split("strides ")
    return eval(shape), eval(strides.split(")")[0] + ")")


def assert_right(explorer):
    state, picture = explorer.state, explorer.picture
    x = np.zeros(state.shape, state.dtype)
    cells = len(picture.plain.corners) // 2
    assert cells == x.size
    page, memory = picture.plain.corners[:cells], picture.plain.corners[cells:]
    assert (np.diff(memory[:, 0]) > 0).all()  # in memory one cell stands behind the other
    assert len(np.unique(memory[:, 1])) == 1
    _assert_printed_like_numpy(x.shape, page)

    places, part = taken_places(x, state.index)
    shown = [np.flatnonzero((picture.plain.corners == corner).all(axis=1)) for corner in picture.taken.corners]
    assert sorted(int(place[0]) for place in shown) == sorted([*places, *(place + cells for place in places)])
    framed = [int(np.flatnonzero((picture.plain.corners == corner).all(axis=1))[0]) for corner in picture.look.corners]
    assert framed == ([state.cell, cells + state.cell] if cells else [])

    texts = [text for _x, _y, text in picture.indices.texts]
    where = [",".join(map(str, place)) for place in np.ndindex(x.shape)]
    if x.ndim and 0 < cells <= 24:
        assert texts == where
    else:
        assert texts in ([], where)  # nothing where there is no room
    for (across, down, _text), corner, size in zip(picture.indices.texts, page, picture.plain.sizes, strict=False):
        assert (np.abs(np.array([across, down]) - corner - size / 2) < STEP).all()

    whole, taken = (text for _x, _y, text in picture.facts.texts)
    assert numbers(whole) == (x.shape, x.strides)
    assert whole.endswith(f" {x.nbytes} bytes")
    assert numbers(taken)[0] == part.shape
    assert part.ndim == 0 or numbers(taken)[1] == part.strides
    assert taken.startswith(f"x[{', '.join(state.index) or '()'}] ")


def _assert_printed_like_numpy(shape, corners):
    """The last axis runs to the right, the one before it down, the one before that to the right again, and so on."""
    grid = corners.reshape(*shape, 2)
    for axis, length in enumerate(shape):
        if length > 1:
            steps = np.diff(grid, axis=axis)
            along = (len(shape) - 1 - axis) % 2
            assert (steps[..., along] > STEP).all()
            assert (np.abs(steps[..., 1 - along]) < STEP).all()
