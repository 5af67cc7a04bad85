"""Keras's float types: float64 for the tests that want it, and nothing of it left for the tests that follow."""

import sys
from collections.abc import Iterator

import pytest


def _types() -> tuple[str, str] | None:
    """The float type of Keras and that of new layers; None where Keras is not imported.

    Keras settles the second one when it is first asked for, from the first one, and keeps it from then on: the first
    layer of a process, built in float64, made every later layer a float64 one.
    """
    keras = sys.modules.get("keras")
    return keras and (keras.config.floatx(), keras.config.dtype_policy().name)


@pytest.fixture
def float64() -> Iterator[None]:
    """Keras computes in float64, for one test. In float32 a learning rate of 0.01 is not 0.01."""
    import keras

    floatx, policy = keras.config.floatx(), keras.config.dtype_policy()
    keras.config.set_floatx("float64")
    keras.config.set_dtype_policy("float64")
    yield
    keras.config.set_floatx(floatx)
    keras.config.set_dtype_policy(policy)


@pytest.fixture(autouse=True, scope="module")
def _types_of_keras_stay() -> Iterator[None]:
    """Fail the module whose tests leave other float types behind than they found."""
    before = _types() or ("float32", "float32")
    yield
    assert (_types() or before) == before, "these tests leave Keras with another float type"
