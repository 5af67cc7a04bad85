"""What a picture of the TraceExplorer must show for a state: what TensorFlow itself does with these calls."""

from dataclasses import astuple
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import numpy as np

from helpers.widgets.trace.picture import ARROW, GRAPH, HEIGHT, PITCH, RESULT, RUN, TOP, TRACED

STATES = ({}, {"call_4": "tf.constant(2.0)"})


class Call(NamedTuple):
    """What a call did: the number of its graph, what it returned, what tf.print wrote."""

    graph: int
    result: object
    dtype: str
    printed: str


@lru_cache(maxsize=256)
def real(calls, reduce_retracing, signature):
    """What TensorFlow traced the graphs for, and what each of ``calls`` did, None if it was refused."""
    import tensorflow as tf

    options = {} if signature == "none" else {"input_signature": [tf.TensorSpec([None], tf.float32)]}
    kinds, found = [], []
    with TemporaryDirectory() as folder:
        lines = Path(folder) / "lines"

        @tf.function(reduce_retracing=reduce_retracing, **options)
        def square(x):
            kinds.append(f"x: {x.dtype.name} {shape(x.shape)}" if tf.is_tensor(x) else f"x = {x!r} (Python)")
            tf.print(x, output_stream=f"file://{lines}")
            return x * x, len(kinds) - 1  # the number is built into the graph

        for code in calls:
            try:
                result, graph = square(eval(code, {"tf": tf, "np": np}))
            except TypeError:
                found.append(None)
                continue
            printed = lines.read_text().splitlines()[-1]
            found.append(Call(int(graph), result.numpy().tolist(), result.dtype.name, printed))
    return kinds, found


def shape(of):
    """A shape in words."""
    return "any shape" if of.rank is None else tuple(of.as_list())


def row(y):
    """The row that a height stands in."""
    return round((y - TOP) / PITCH)


def arrows(artist):
    """Rows in which the arrows start and end: those of curves, one after the other."""
    ends = artist.get_path().vertices.reshape(-1, 4, 2) if len(artist.get_path().vertices) > 1 else np.zeros((0, 4, 2))
    assert (ends[:, 0, 0] == ARROW[0]).all()
    return sorted((row(end[0, 1]), row(end[-1, 1])) for end in ends)


def assert_right(explorer):
    *calls, reduce_retracing, signature = astuple(explorer.state)
    rows = [number for number, code in enumerate(calls) if code != "none"]
    kinds, done = real(tuple(calls[number] for number in rows), reduce_retracing, signature)
    answered = {number: call for number, call in zip(rows, done, strict=True) if call}
    maker = {}
    for number, call in answered.items():
        maker.setdefault(call.graph, number)

    picture = explorer.picture
    words = {(x, row(y)): text for x, y, text in picture.words.texts if x < GRAPH}
    for number, code in enumerate(calls):
        assert words.pop((22, number), None) == f"{number + 1}  {'–' if code == 'none' else code}"
    for number, call in answered.items():
        printed = " ".join(f"{value:g}" for value in np.ravel(call.result))
        printed = f"[{printed}]" if isinstance(call.result, list) else printed
        assert words.pop((RESULT, number), None) == f"{printed} {call.dtype}"
        assert words.pop((RUN, number), None) == call.printed
    assert not words
    refused = {(RESULT, number): "TypeError" for number in rows if number not in answered}
    traced = {(TRACED, number): "tracing" for number in maker.values()}
    assert {(x, row(y)): text for x, y, text in picture.traced.texts} == refused | traced

    assert {row(y + HEIGHT / 2) for _x, y in picture.graphs.corners} == set(maker.values())
    boxes = {row(y): text for x, y, text in picture.words.texts if x > GRAPH}
    assert boxes == {maker[graph]: kind for graph, kind in enumerate(kinds)}
    assert arrows(picture.new) == [(number, number) for number in maker.values()]
    reused = [(number, maker[call.graph]) for number, call in answered.items() if number not in maker.values()]
    assert arrows(picture.reuse) == sorted(reused)
    notes = {row(y): text for x, y, text in picture.notes.texts if x > GRAPH}
    for graph, number in maker.items():
        callers = [str(call + 1) for call in answered if answered[call].graph == graph]
        assert notes[number] == f"graph {graph + 1} ← call {' '.join(callers)}"
    counts = [text for x, _y, text in picture.notes.texts if x == GRAPH]
    assert counts == [f"graphs: {len(maker)}, runs: {len(answered)}"]
