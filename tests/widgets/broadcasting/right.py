"""What a picture of the BroadcastingExplorer must show for a state, by NumPy's own broadcasting."""

import numpy as np

from helpers.maths.tensors import lay_out
from helpers.widgets.broadcasting.layout import BOX
from helpers.widgets.broadcasting.picture import FOOT
from helpers.widgets.broadcasting.table import STEPS

STATES = ({}, {"operation": "multiply", "dtype": "uint8"}, {"x": "128, 28, 28", "y": "28, 28"}, {"x": "4, 3", "y": "4"})
TYPED = {"x": ["4, 1", "2, 4, 3", "1000, 3"], "y": ["4, 1", "5", "()"]}
PYTHON = {"add": "{} + {}", "multiply": "{} * {}", "maximum": "maximum({}, {})"}


def shape_of(text):
    return tuple(int(length) for length in text.strip("()").split(",") if length.strip())


def met(state):
    """The two shapes, both with the same rank, and the shape of the result or None."""
    shapes = shape_of(state.x), shape_of(state.y)
    rank = max(map(len, shapes))
    try:
        result = np.broadcast_shapes(*shapes)
    except ValueError:
        result = None
    return shapes, [(1,) * (rank - len(shape)) + shape for shape in shapes], result


def strides(shape, result, dtype):
    """Bytes from one place to the next, as NumPy has them; 0 along every axis of length 1."""
    view = np.broadcast_to(np.empty(shape, dtype), result)
    padded = (1,) * (len(result) - len(shape)) + shape
    return [0 if length == 1 else stride for length, stride in zip(padded, view.strides, strict=True)]


def by_rows(labels):
    """Texts from left to right, by the height at which they stand."""
    rows = {}
    for _x, y, text in sorted(labels.texts):
        rows.setdefault(round(y), []).append(text)
    return rows


def assert_lengths_right(state, table):
    """A box for each axis, dashed where it was added, light where it takes no memory; lengths and strides in them."""
    shapes, padded, result = met(state)
    stretches = state.step > 2 and result is not None
    lengths, under = by_rows(table.lengths), by_rows(table.strides)
    rows = [lengths.get(y) or lengths.get(y - 6) or [] for y in (83, 125, 173)]  # higher where strides stand under them
    for row, (shape, wide) in enumerate(zip(shapes, padded, strict=True)):
        added = len(wide) - len(shape) if state.step > 1 else 0
        wide = wide if state.step > 1 else shape
        goals = result[len(result) - len(wide) :] if stretches else wide
        assert rows[row] == [str(a) if a == b else f"{a}→{b}" for a, b in zip(wide, goals, strict=True)]
        assert len(table.added[row].corners) == added
        light = [at < added or a != b for at, (a, b) in enumerate(zip(wide, goals, strict=True))]
        assert len(table.virtual[row].corners) == sum(light)
        assert len(table.real[row].corners) == len(light) - sum(light)
        wanted = [f"stride {n}" for n in strides(shape, result, state.dtype)] if stretches else []
        assert under.get((92, 134)[row], []) == wanted
    assert rows[2] == ([str(length) for length in result] if result is not None and state.step == 4 else [])
    clashes = 0 if result is not None else sum(a != b and 1 not in (a, b) for a, b in zip(*padded, strict=True))
    assert len(table.wrong.corners) == len(table.cross.texts) == (clashes if state.step > 2 else 0)


def assert_bytes_and_names_right(state, table):
    """What each row stores, what copies would take, how the rows and the step are called."""
    shapes, padded, result = met(state)
    wanted = [["stored", "if copied"]]
    for shape, wide in zip(shapes, padded, strict=True):
        grows = result is not None and any(1 == here != there for here, there in zip(wide, result, strict=True))
        copied = f"{np.prod(result) * np.dtype(state.dtype).itemsize:,} B" if grows else ""
        wanted.append([f"{np.empty(shape, state.dtype).nbytes:,} B", copied])
    if result is not None and state.step == 4:
        wanted.append([f"{np.empty(result, state.dtype).nbytes:,} B", ""])
    assert [texts[-2:] for _y, texts in sorted(by_rows(table.axes).items())] == wanted
    names = [text for x, _y, text in sorted(table.names.texts) if x == 20]
    assert sorted(names) == sorted(["x", "y", PYTHON[state.operation].format("x", "y")])
    assert [text for *_, text in table.step.texts] == [STEPS[state.step - 1]]
    assert table.underline.corners[:, 0].tolist() == [table.step.texts[0][0]]


def own_numbers(state, row, shape):
    """The numbers that x (row 0) or y (row 1) holds."""
    count = int(np.prod(shape, dtype=int))
    start, by = (1, 1) if state.operation == "multiply" else ((0, 1), (10, 10))[row]
    return (start + (by if count <= 9 else 1) * np.arange(count)).reshape(shape).astype(state.dtype)


def in_cells(cells, corners, size, shape):
    """The texts in the cells at ``corners``, in C order of the tensor of ``shape`` that they are laid out for."""
    texts = {(round(x, 2), round(y, 2)): text for x, y, text in (*cells.values.texts, *cells.copies.texts)}
    shown = [texts[tuple(np.round(corner + size / 2, 2).tolist())] for corner in corners]
    by_place = np.lexsort(np.round(corners, 2).T), np.lexsort(np.round(lay_out(shape)[0], 2).T)
    ordered = [""] * len(shown)
    for here, there in zip(*by_place, strict=True):
        ordered[there] = shown[here]
    return ordered


def assert_cells_right(state, cells):
    """The numbers of x and y, repeated as NumPy repeats them, and what NumPy makes of them."""
    shapes, padded, result = met(state)
    size, operands = max(*cells.real[0].sizes[:, 0], *cells.real[1].sizes[:, 0]), []
    for row, shape in enumerate(shapes):
        own = own_numbers(state, row, shape)
        copies = result is not None and state.step > 2
        operands.append(own if result is None else np.broadcast_to(own, result))
        corners = np.concatenate([cells.real[row].corners, cells.virtual[row].corners - 0.5])
        assert len(cells.real[row].corners) == own.size
        assert len(corners) == (operands[row].size if copies else own.size)
        if copies or own.size == operands[row].size:
            texts = in_cells(cells, corners, size, result or padded[row])
            assert texts == [f"{number:g}" for number in operands[row].ravel()]
    computed = result is not None and state.step == 4
    assert len(cells.real[2].corners) == (np.prod(result, dtype=int) if computed else 0)
    if computed:
        with np.errstate(over="ignore"):
            answers = getattr(np, state.operation)(*operands)
        texts = in_cells(cells, cells.real[2].corners, size, result)
        assert texts == [f"{number:g}" for number in answers.ravel()]
    sign = {"add": "+", "multiply": "×", "maximum": "max"}[state.operation]
    assert [text for *_, text in cells.signs.texts] == ([sign, "="] if computed else [sign])


def assert_bars_right(state, cells):
    """Bars as long as the bytes that NumPy takes."""
    shapes, _padded, result = met(state)
    assert cells.values.texts == cells.copies.texts == []
    stored = [np.empty(shape, state.dtype).nbytes for shape in shapes]
    full = 0 if result is None else int(np.prod(result)) * np.dtype(state.dtype).itemsize
    wide = BOX[2] - 230
    for row, count in enumerate(stored):
        assert abs(cells.real[row].sizes[0, 0] - max(wide * count / max(full, *stored), 1)) < 1e-6
        light = state.step > 2 and full > count
        assert len(cells.virtual[row].corners) == light
        if light:
            assert abs(cells.virtual[row].sizes[0, 0] - wide) < 1e-6
    assert len(cells.real[2].corners) == (state.step == 4 and result is not None)
    texts = " ".join(text for *_, text in cells.signs.texts)
    for count in stored:
        assert f"{count:,} B" in texts
    assert (f"of {full:,} B" in texts) == any(state.step > 2 and full > count for count in stored)


def assert_foot_right(state, picture):
    """The formula of one cell, or the first axis from the right that does not fit."""
    _shapes, padded, result = met(state)
    if result is None:
        assert picture.formula.texts == []
        pairs = enumerate(zip(padded[0][::-1], padded[1][::-1], strict=True), 1)
        axis, (x, y) = next((axis, pair) for axis, pair in pairs if pair[0] != pair[1] and 1 not in pair)
        assert picture.refusal.texts == [(*FOOT, f"axis −{axis}:  {x} meets {y}, and neither is 1")]
        return
    assert picture.refusal.texts == []
    operands, indices = [], "ijklmn"[: len(result)]
    for name, shape in zip("xy", met(state)[0], strict=True):
        own = zip(shape[::-1], result[::-1], indices[::-1], strict=False)
        taken = ["0" if length == 1 != there else index for length, there, index in own][::-1]
        operands.append(f"{name}[{', '.join(taken)}]" if taken else name)
    left = f"result[{', '.join(indices)}]" if indices else "result"
    assert picture.formula.texts == [(*FOOT, f"{left} = {PYTHON[state.operation].format(*operands)}")]


def assert_right(explorer):
    state, picture = explorer.state, explorer.picture
    assert_lengths_right(state, picture.table)
    assert_bytes_and_names_right(state, picture.table)
    assert_foot_right(state, picture)
    shapes, _padded, result = met(state)
    sizes = [np.prod(shape, dtype=int) for shape in (*shapes, result or ())]
    if max(sizes) > 48:
        assert_bars_right(state, picture.cells)
    elif min(sizes):
        assert_cells_right(state, picture.cells)
    else:
        assert "0 cells" in [text for *_, text in picture.cells.signs.texts]
