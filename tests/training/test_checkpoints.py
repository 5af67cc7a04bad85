import pickle

import keras
import numpy as np
import pytest

from helpers.training import load_model, load_weights

# TensorFlow's variables, as NumPy 2 meets them.
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
X = np.random.default_rng(0).random((32, 6), np.float32)
Y = np.arange(32) % 3


def network(*units):
    model = keras.Sequential([keras.Input((6,)), *[keras.layers.Dense(n, activation="relu") for n in units]])
    model.add(keras.layers.Dense(3, activation="softmax"))
    model.compile("adam", "sparse_categorical_crossentropy")
    return model


def numbers(model):
    """All that a model remembers, its optimizer's included."""
    return [np.array(value) for value in [*model.variables, *model.optimizer.variables]]


def same(these, those):
    return all(np.array_equal(a, b) for a, b in zip(these, those, strict=True))


@pytest.fixture(scope="module")
def trained():
    model = network(5, 4)
    model.fit(X, Y, verbose=0)
    return model


@pytest.mark.parametrize("name", ["some.weights.h5", "some.keras"])
def test_weights_come_back(trained, tmp_path, name):
    save = trained.save_weights if name.endswith("h5") else trained.save
    save(tmp_path / name)
    other = network(5, 4)
    load_weights(other, tmp_path / name)
    assert same(other.get_weights(), trained.get_weights())


def test_a_whole_model_comes_back(trained, tmp_path):
    trained.save(tmp_path / "some.keras")
    again = load_model(tmp_path / "some.keras")
    np.testing.assert_array_equal(again.predict(X, verbose=0), trained.predict(X, verbose=0))


@pytest.mark.parametrize("units", [(8,), (5,), (5, 4, 7), ()])
def test_another_architecture_is_one_sentence_and_changes_nothing(trained, tmp_path, units):
    trained.save_weights(tmp_path / "some.weights.h5")
    other = network(*units)
    other.fit(X, Y, verbose=0)
    before = numbers(other)
    with pytest.raises(ValueError, match=r"another architecture: 6 × 5, 5 × 4, 4 × 3; this model has 6 × ") as problem:
        load_weights(other, tmp_path / "some.weights.h5")
    assert "\n" not in str(problem.value)
    assert same(numbers(other), before)


def test_keras_alone_leaves_a_model_half_changed(trained, tmp_path):
    """What load_weights is for; when this fails, Keras has mended it."""
    trained.save_weights(tmp_path / "some.weights.h5")
    other = network(5, 4, 7)
    before = numbers(other)
    with pytest.raises(ValueError, match="could not be loaded"):
        other.load_weights(tmp_path / "some.weights.h5")
    assert not same(numbers(other), before)


def test_same_shapes_in_another_order_change_nothing(tmp_path):
    layers = keras.layers
    first = keras.Sequential([keras.Input((6,)), layers.Dense(6), layers.Dense(6, use_bias=False)])
    second = keras.Sequential([keras.Input((6,)), layers.Dense(6, use_bias=False), layers.Dense(6)])
    first.save_weights(tmp_path / "some.weights.h5")
    before = second.get_weights()
    with pytest.raises(ValueError, match="does not fit this model"):
        load_weights(second, tmp_path / "some.weights.h5")
    assert same(second.get_weights(), before)


@pytest.mark.parametrize("share", [0, 0.01, 0.5, 0.999])
@pytest.mark.parametrize("name", ["some.weights.h5", "some.keras"])
def test_a_truncated_file_is_one_sentence_and_changes_nothing(trained, tmp_path, name, share):
    path = tmp_path / name
    (trained.save_weights if name.endswith("h5") else trained.save)(path)
    path.write_bytes(path.read_bytes()[: int(share * path.stat().st_size)])
    other = network(5, 4)
    before = numbers(other)
    with pytest.raises(ValueError, match=r"some\.\S+ is damaged \([\d,]+ bytes\)") as problem:
        load_weights(other, path)
    assert "\n" not in str(problem.value)
    assert same(numbers(other), before)
    if name.endswith(".keras"):
        with pytest.raises(ValueError, match="is damaged"):
            load_model(path)


def test_no_file_and_other_kinds_of_files_are_said_so(trained, tmp_path):
    with pytest.raises(FileNotFoundError, match=r"There is no file none\.keras"):
        load_model(tmp_path / "none.keras")
    with pytest.raises(FileNotFoundError, match=r"There is no file none\.weights\.h5"):
        load_weights(trained, tmp_path / "none.weights.h5")
    with pytest.raises(ValueError, match=r"some\.pkl must end in \.weights\.h5 or \.keras"):
        load_weights(trained, tmp_path / "some.pkl")
    trained.save_weights(tmp_path / "some.weights.h5")
    with pytest.raises(ValueError, match="is not built yet"):
        load_weights(keras.Sequential([keras.layers.Dense(3)]), tmp_path / "some.weights.h5")


class Trap:
    """Unpickling it runs code."""

    def __reduce__(self):
        return (pytest.fail, ("something was unpickled",))


@pytest.mark.parametrize("name", ["some.weights.h5", "some.keras"])
def test_nothing_is_unpickled(trained, tmp_path, name):
    path = tmp_path / name
    path.write_bytes(pickle.dumps(Trap()))
    with pytest.raises(ValueError, match="is damaged"):
        load_weights(trained, path)


def test_code_in_a_model_is_not_run(tmp_path):
    model = keras.Sequential([keras.Input((6,)), keras.layers.Lambda(lambda x: 2 * x)])
    model.save(tmp_path / "some.keras")
    with pytest.raises(ValueError, match=r"some\.keras holds Python code"):
        load_model(tmp_path / "some.keras")
