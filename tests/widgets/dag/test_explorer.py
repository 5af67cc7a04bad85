"""DAGViewer on the models of its chapter, on shared layers, nested models, operations, large models, and on none."""

import keras
import numpy as np
import pytest
from keras import layers

from helpers.widgets import DAGViewer
from helpers.widgets.dag.model import parameters_in_words
from helpers.widgets.dag.reading import read_model


def headlines():
    headline, features = keras.Input((100,), dtype="int32", name="headline"), keras.Input((5,), name="features")
    read = layers.LSTM(32, name="lstm")(layers.Embedding(1000, 16, name="embedding")(headline))
    early = layers.Dense(1, activation="sigmoid", name="aux_output")(read)
    x = layers.Concatenate(name="joined")([read, features])
    for number in range(3):
        x = layers.Dense(64, activation="relu", name=f"dense_{number}")(x)
    late = layers.Dense(1, activation="sigmoid", name="main_output")(x)
    return keras.Model([headline, features], [late, early], name="headlines")


def inception():
    picture = keras.Input((256, 256, 3), name="picture")
    one = layers.Conv2D(64, 3, padding="same", activation="relu")(layers.Conv2D(64, 1, activation="relu")(picture))
    two = layers.Conv2D(64, 5, padding="same", activation="relu")(layers.Conv2D(64, 1, activation="relu")(picture))
    three = layers.Conv2D(64, 1, activation="relu")(layers.MaxPooling2D(3, strides=1, padding="same")(picture))
    return keras.Model(picture, layers.Concatenate()([one, two, three]))


def chain(length):
    return keras.Sequential([keras.Input((4,)), *(layers.Dense(4) for _ in range(length))])


@pytest.fixture
def explorer():
    explorer = DAGViewer(headlines())
    yield explorer
    explorer.close()


def place_of(explorer, name):
    return next(i for i, call in enumerate(explorer.layout_of_model.order) if explorer.graph.calls[call].name == name)


def names(explorer, calls):
    return {explorer.graph.calls[call].name for call in calls}


def frames(boxes):
    return len(boxes.corners)


def texts(labels):
    return [text for _x, _y, text in labels.texts]


def test_headline_model_is_read_as_it_was_built(explorer):
    graph = explorer.graph
    edges = {(graph.calls[source].name, graph.calls[target].name) for source, target in graph.edges}
    assert edges == {
        ("headline", "embedding"),
        ("embedding", "lstm"),
        ("lstm", "aux_output"),
        ("lstm", "joined"),
        ("features", "joined"),
        ("joined", "dense_0"),
        ("dense_0", "dense_1"),
        ("dense_1", "dense_2"),
        ("dense_2", "main_output"),
    }
    roles = {call.name: call.role for call in graph.calls if call.role}
    assert roles == dict.fromkeys(("headline", "features"), "input") | dict.fromkeys(
        ("main_output", "aux_output"), "output"
    )
    assert graph.parameters == explorer.model.count_params() == sum(call.parameters for call in graph.calls)


def test_chosen_layer_is_described_with_shapes_and_parameters(explorer):
    explorer.controls["layer"].value = place_of(explorer, "lstm")
    facts = texts(explorer.picture.facts)
    assert facts[1] == "shape:  (batch, 100, 16) → (batch, 32)"
    assert facts[2] == "parameters:  kernel 16 · 128 + recurrent_kernel 32 · 128 + bias 128 = 6,272"
    words = explorer.words.value
    assert "128 is 4 · 32" in words
    assert "→ joined, aux_output" in words
    explorer.controls["layer"].value = place_of(explorer, "joined")
    assert texts(explorer.picture.facts)[1] == "shape:  (batch, 32) + (batch, 5) → (batch, 37)"
    assert "It has no parameters." in explorer.words.value
    explorer.controls["layer"].value = place_of(explorer, "features")
    assert "It is an input of the model." in explorer.words.value
    explorer.controls["layer"].value = place_of(explorer, "main_output")
    assert "It is an output of the model." in explorer.words.value


def test_neighbours_and_all_paths_are_lit(explorer):
    explorer.controls["layer"].value = place_of(explorer, "joined")
    assert (frames(explorer.picture.before_boxes), frames(explorer.picture.after_boxes)) == (2, 1)
    explorer.controls["lit"].value = "all paths"
    result = explorer.compute(explorer.state)
    assert names(explorer, result.before[0]) == {"headline", "embedding", "lstm", "features"}
    assert names(explorer, result.after[0]) == {"dense_0", "dense_1", "dense_2", "main_output"}
    assert "4 before it, 4 after it, of 9 others" in explorer.words.value
    explorer.controls["layer"].value = place_of(explorer, "aux_output")
    assert names(explorer, explorer.compute(explorer.state).before[0]) == {"headline", "embedding", "lstm"}


def test_boxes_show_shapes_parameters_or_names(explorer):
    assert "(100, 16)" in texts(explorer.picture.belows)
    explorer.controls["show"].value = "parameters"
    assert "6,272" in texts(explorer.picture.belows)
    explorer.controls["show"].value = "names"
    assert "dense_1" in texts(explorer.picture.belows)
    assert {"headline", "features", "aux_output", "main_output"} <= set(texts(explorer.picture.tags))


def test_inception_block_fits_and_is_legible():
    explorer = DAGViewer(inception())
    below = texts(explorer.picture.belows)
    assert below.count("(256, 256, 64)") == 5
    assert "(256, 256, 192)" in below
    assert "64 · 3×3 · relu" in texts(explorer.picture.details)
    assert explorer.layout_of_model.pages == 1
    heights = sorted({round(y) for x, y in explorer.layout_of_model.centres})
    assert len(heights) == 3  # three towers, input and output level with the middle one
    explorer.close()


@pytest.mark.parametrize("build", [headlines, inception, lambda: chain(1), lambda: chain(39)])
def test_no_box_lies_on_another_and_all_lie_on_the_page(build):
    explorer = DAGViewer(build())
    layout = explorer.layout_of_model
    assert layout.pages == 1
    (wide, high), (width, height) = layout.box, explorer.size
    assert wide >= 80
    assert (layout.centres - np.array(layout.box) / 2 >= [8, 40]).all()
    assert (layout.centres + np.array(layout.box) / 2 <= [width - 8, height - 90]).all()
    for i, one in enumerate(layout.centres):
        apart = np.abs(layout.centres[i + 1 :] - one)
        assert ((apart[:, 0] >= wide + 8) | (apart[:, 1] >= high + 4)).all()
    explorer.close()


def test_order_of_the_slider_is_topological():
    for build in (headlines, inception):
        explorer = DAGViewer(build())
        rank = {call: i for i, call in enumerate(explorer.layout_of_model.order)}
        assert all(rank[source] < rank[target] for source, target in explorer.graph.edges)
        explorer.close()


def test_sequential_and_functional_give_the_same_graph():
    inputs = keras.Input((4,))
    x = inputs
    for _ in range(3):
        x = layers.Dense(4)(x)
    one, other = read_model(chain(3)), read_model(keras.Model(inputs, x))
    assert one.edges == other.edges
    assert [call.kind for call in one.calls] == [call.kind for call in other.calls]


def test_a_layer_used_twice_is_two_boxes_and_its_weights_count_once():
    one, two = keras.Input((8,), name="one"), keras.Input((8,), name="two")
    shared = layers.Dense(3, name="shared")
    model = keras.Model([one, two], layers.Subtract(name="apart")([shared(one), shared(two)]))
    explorer = DAGViewer(model)
    assert explorer.graph.parameters == 27
    uses = [number for number, call in enumerate(explorer.graph.calls) if call.name == "shared"]
    assert [explorer.graph.uses(number) for number in uses] == [tuple(uses)] * 2
    assert [explorer.graph.calls[number].parameters for number in uses] == [27, 27]
    explorer.controls["layer"].value = place_of(explorer, "shared")
    assert "used 2 times" in explorer.words.value
    assert frames(explorer.picture.twins) == 1
    assert "4 layers in 5 boxes" in texts(explorer.picture.headline)[0]
    explorer.close()


def test_a_layer_that_another_model_uses_too_stands_here_once():
    inputs = keras.Input((8,))
    dense = layers.Dense(3)
    first = keras.Model(inputs, dense(inputs))
    keras.Model(inputs, layers.Dense(2)(dense(inputs)))
    assert [call.kind for call in read_model(first).calls] == ["Input", "Dense"]


def test_operations_and_models_inside_models_are_drawn():
    inputs = keras.Input((4,))
    inner = chain(2)
    graph = read_model(keras.Model(inputs, inner(inputs) + inputs))
    assert [call.kind for call in graph.calls] == ["Input", "Sequential", "Add"]
    assert graph.calls[1].parameters == inner.count_params()
    assert dict(graph.calls[1].config)["layers"] == "2"


def test_weights_that_are_not_trained_are_named():
    model = keras.Sequential([keras.Input((4,)), layers.BatchNormalization()])
    explorer = DAGViewer(model)
    assert "Not trained: moving_mean, moving_variance." in explorer.words.value
    explorer.close()


def test_many_arrays_are_not_listed():
    inputs = keras.Input((6, 8))
    call = read_model(keras.Model(inputs, layers.MultiHeadAttention(2, 4)(inputs, inputs))).calls[-1]
    assert parameters_in_words(call) == f"8 arrays, together {call.parameters:,}"


def test_a_sequential_model_called_once_has_a_graph():
    model = keras.Sequential([layers.Dense(2)])
    model(np.zeros((1, 3), "float32"))
    assert [call.kind for call in read_model(model).calls] == ["Input", "Dense"]


def test_large_models_go_over_pages():
    explorer = DAGViewer(chain(120))
    assert explorer.layout_of_model.pages > 1
    assert "(page 1 of" in texts(explorer.picture.headline)[0]
    before = explorer.picture.titles.texts
    explorer.controls["layer"].value = 120
    assert "(page 1 of" not in texts(explorer.picture.headline)[0]
    assert explorer.picture.titles.texts != before
    explorer.close()


class Written(keras.Model):
    def call(self, x):
        return x


def test_what_has_no_graph_is_refused_in_words():
    for model, words in (
        (None, "not a Keras model but an object of type NoneType"),
        (keras.Sequential, "not a Keras model but an object of type type"),
        (layers.Dense(2), "not a Keras model but an object of type Dense"),
        (keras.Sequential(), "has no layers yet"),
        (keras.Sequential([layers.Dense(2)]), "does not know its shapes yet"),
        (Written(), "Written is a model written as a class"),
    ):
        with pytest.raises(ValueError, match=words):
            DAGViewer(model)


def test_too_many_towers_are_refused_in_words():
    inputs = keras.Input((2,))
    with pytest.raises(ValueError, match="20 layers stand above one another; at most 8"):
        DAGViewer(keras.Model(inputs, layers.Concatenate()([layers.Dense(1)(inputs) for _ in range(20)])))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"layer": -1}, "layer must be a whole number"),
        ({"layer": float("nan")}, "layer must be a whole number"),
        ({"layer": True}, "layer must be a whole number"),
        ({"layer": "lstm"}, "layer must be a whole number"),
        ({"layer": 10**9}, "layer must be a whole number"),
        ({"show": "colours"}, "show must be one of shapes, parameters, names"),
        ({"lit": None}, "lit must be one of neighbours, all paths"),
    ],
)
def test_bad_start_becomes_words_and_the_controls_live(fields, words):
    explorer = DAGViewer(chain(3), **fields)
    assert words in explorer.error.value
    assert explorer.state == explorer.State()
    explorer.controls["layer"].value = 2
    assert explorer.error.value == ""
    explorer.close()


def test_a_layer_beyond_the_last_is_the_last():
    explorer = DAGViewer(chain(1), layer=9)
    assert not explorer.error.value
    assert "Layer 2 of 2" in explorer.words.value
    assert explorer.controls["layer"].label.startswith("2. ")
    explorer.controls["layer"].value = 0
    assert "Layer 1 of 2" in explorer.words.value
    assert len(explorer.controls["layer"].options) == 2
    explorer.close()
