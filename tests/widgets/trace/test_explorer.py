import numpy as np
import pytest

from helpers.drawing.labels import text_width
from helpers.widgets import TraceExplorer
from helpers.widgets.trace.explorer import CALLS
from helpers.widgets.trace.model import ARGUMENTS
from helpers.widgets.trace.picture import GRAPH, HEIGHT, PITCH, RESULT, SMALL, TEXT, TOP, WIDTH


@pytest.fixture
def explorer():
    explorer = TraceExplorer()
    yield explorer
    explorer.close()


def texts(labels):
    return [text for _x, _y, text in labels.texts]


def box_rows(explorer):
    """The rows in which graphs stand."""
    return [round((y + HEIGHT / 2 - TOP) / PITCH) for _x, y in explorer.picture.graphs.corners]


def arrows(artist):
    """Start and end row of each arrow."""
    vertices = artist.get_path().vertices
    curves = vertices.reshape(-1, 4, 2) if len(vertices) >= 4 else np.zeros((0, 4, 2))
    return [(round((y[0] - TOP) / PITCH), round((y[-1] - TOP) / PITCH)) for y in curves[:, :, 1]]


def test_first_frame_shows_four_graphs_for_six_calls(explorer):
    assert box_rows(explorer) == [0, 2, 3, 4]
    assert arrows(explorer.picture.new) == [(0, 0), (2, 2), (3, 3), (4, 4)]
    assert arrows(explorer.picture.reuse) == [(1, 0), (5, 3)]
    assert texts(explorer.picture.notes)[0] == "graphs: 4, runs: 6"
    assert "Graphs traced: 4, runs: 6" in explorer.words.value
    assert "2 (graph 1), 6 (graph 3)" in explorer.words.value


def test_a_number_that_equals_another_gets_its_graph(explorer):
    assert "Call 6 brought 2.0 and was answered by a graph in which 2 is built in" in explorer.words.value
    assert texts(explorer.picture.words).count("4 int32") == 2
    explorer.controls["call_4"].value = "2.0"
    assert "is built in" not in explorer.words.value
    assert texts(explorer.picture.words).count("4 float32") == 2
    explorer.controls["call_6"].value = "2"
    assert "Call 6 brought 2 and was answered by a graph in which 2.0 is built in" in explorer.words.value


def test_tensors_of_one_kind_share_a_graph(explorer):
    explorer.set(**dict.fromkeys(CALLS, "tf.constant(3)"))
    assert box_rows(explorer) == [0]
    assert len(arrows(explorer.picture.reuse)) == 5
    assert texts(explorer.picture.traced).count("tracing") == 1
    assert "graph 1 ← call 1 2 3 4 5 6" in texts(explorer.picture.notes)


def test_reduce_retracing_leaves_lengths_open(explorer):
    explorer.controls["reduce_retracing"].value = True
    assert "x: float32 (None,)" in texts(explorer.picture.words)
    explorer.controls["call_4"].value = "tf.constant(2.0)"
    assert "x: float32 any shape" in texts(explorer.picture.words)


def test_a_signature_refuses_what_does_not_fit(explorer):
    explorer.controls["signature"].value = "float32 (None,)"
    assert box_rows(explorer) == [0]
    assert texts(explorer.picture.traced).count("TypeError") == 3
    assert "Refused, since they do not fit the signature: 4, 5, 6." in explorer.words.value
    explorer.controls["call_1"].value = "2"
    assert box_rows(explorer) == [1]
    assert arrows(explorer.picture.reuse) == [(2, 1)]


def test_without_any_call_there_is_no_graph(explorer):
    explorer.set(**dict.fromkeys(CALLS, "none"))
    assert box_rows(explorer) == []
    assert "Graphs traced: 0, runs: 0" in explorer.words.value
    assert not explorer.error.value


def test_no_text_leaves_its_column(explorer):
    for argument in ARGUMENTS:
        for relaxed in (False, True):
            explorer.set(**dict.fromkeys(CALLS, argument), reduce_retracing=relaxed)
            for labels, size in ((explorer.picture.words, TEXT), (explorer.picture.notes, SMALL)):
                for x, _y, text in labels.texts:
                    most = {RESULT: 615, GRAPH + 10: GRAPH + WIDTH - 4}.get(round(x), 900)
                    assert x + size * text_width(text, labels.family) <= most, text


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"call_1": "4"}, "call_1 must be one of 2, 2.0"),
        ({"call_6": 2}, "call_6 must be one of 2, 2.0"),
        ({"call_2": None}, "call_2 must be one of 2, 2.0"),
        ({"call_3": ("2",)}, "call_3 must be one of 2, 2.0"),
        ({"reduce_retracing": 1}, "reduce_retracing must be True or False"),
        ({"signature": "int8"}, "signature must be one of none"),
        ({"signature": ["none"]}, "signature must be one of none"),
    ],
)
def test_bad_start_becomes_words_and_the_controls_live(fields, words):
    explorer = TraceExplorer(**fields)
    assert words in explorer.error.value
    assert explorer.state == explorer.State()
    explorer.controls["call_1"].value = "3"
    assert explorer.error.value == ""
    explorer.close()


def test_nothing_of_tensorflow_is_loaded():
    import subprocess
    import sys

    code = "import sys; from helpers.widgets import TraceExplorer; TraceExplorer(); print('tensorflow' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
