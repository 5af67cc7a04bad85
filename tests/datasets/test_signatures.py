"""The calls of keras.datasets: the same options, in the same order, with the same defaults."""

import inspect
import json
import shutil

import pytest

from helpers.datasets import DATASETS, RemoteFile, reuters
from helpers.datasets.images import MNIST
from tests.datasets.conftest import CONTENT, SHA256

CALLS = [
    *((name, "load_data") for name in DATASETS if name not in ("credit_card", "infert")),  # not in Keras
    ("imdb", "get_word_index"),
    ("reuters", "get_word_index"),
    ("reuters", "get_label_names"),
]


def options(function):
    """The names of the parameters with their defaults, without Keras' ``**kwargs`` for names of long ago."""
    parameters = inspect.signature(function).parameters.values()
    return [(one.name, one.default) for one in parameters if one.kind is not one.VAR_KEYWORD]


@pytest.mark.parametrize(("name", "call"), CALLS)
def test_every_call_has_the_options_of_keras(name, call):
    import keras

    assert options(getattr(DATASETS[name], call)) == options(getattr(getattr(keras.datasets, name), call))


@pytest.mark.parametrize("dataset", DATASETS.values(), ids=repr)
def test_every_option_is_explained(dataset):
    about = inspect.getdoc(dataset.load_data)
    named = [name for name, _default in options(dataset.load_data)]
    if dataset is reuters:
        assert "those of IMDB" in about
        named = ["test_split", "seed"]
    assert [name for name in named if f"``{name}``" not in about] == []


def test_path_is_where_the_file_is_kept(server, cache, tmp_path, monkeypatch):
    monkeypatch.setenv("WATCH_IT_LEARN_MIRROR", f"{server.url}/mirror")
    file = RemoteFile("thing.bin", "http://127.0.0.1:9/thing.bin", SHA256, len(CONTENT))
    dataset = MNIST("thing", "Thing", (file,), read=lambda paths: paths[0], practice=lambda rng: None)
    for path in ("mine/own.npz", str(tmp_path / "elsewhere" / "own.npz")):
        assert dataset.load_data(path) == cache / path
        assert (cache / path).read_bytes() == CONTENT
    assert not dataset.cached()
    assert [asked for asked, _range in server.asked] == ["/mirror/thing.bin"] * 2


def test_the_word_index_may_be_kept_elsewhere(real, tmp_path, monkeypatch):
    monkeypatch.setenv("WATCH_IT_LEARN_DATA", "real")
    monkeypatch.setenv("WATCH_IT_LEARN_MIRROR", "")
    own = tmp_path / "own.json"
    shutil.copyfile(real / "reuters_word_index.json", own)
    assert reuters.get_word_index(str(own)) == json.loads(own.read_text(encoding="utf-8"))
