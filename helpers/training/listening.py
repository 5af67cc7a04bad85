"""Hear what each layer of a Keras model answers, and how the loss would change with its weights."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import keras
import numpy as np

Heard = Callable[[keras.Layer, int, np.ndarray], None]
Gradients = Callable[[Any, Any], dict[int, np.ndarray]]


def layers_of(model: keras.Model) -> list[keras.Layer]:
    """Return the layers of ``model``, those of inner models in their place; a layer made of layers counts as one."""
    found: list[keras.Layer] = []
    for layer in model.layers:
        found += layers_of(layer) if isinstance(layer, keras.Model) else [layer]
    unique = {id(layer): layer for layer in found if not isinstance(layer, keras.layers.InputLayer)}
    return list(unique.values())


@contextmanager
def listening(layers: list[keras.Layer], heard: Heard) -> Iterator[None]:
    """While this lasts, ``heard(layer, nth time, values)`` is called each time that a layer has answered with floats.

    Keras calls ``layer.call``; an attribute of the object stands before the method of its class, and goes afterwards.
    Answers without values are passed over: Keras traces a model that it builds.
    """
    counts = dict.fromkeys(map(id, layers), 0)
    before = {id(layer): vars(layer).get("call") for layer in layers}

    def tell(layer: keras.Layer) -> Callable:
        call = layer.call

        def told(*arguments: Any, **options: Any) -> Any:
            answer = call(*arguments, **options)
            if (values := as_floats(answer)) is not None and values.ndim:
                counts[id(layer)] += 1
                heard(layer, counts[id(layer)], values)
            return answer

        return told

    try:
        for layer in layers:
            object.__setattr__(layer, "call", tell(layer))
        yield
    finally:
        for layer in layers:
            if (own := before[id(layer)]) is not None:
                object.__setattr__(layer, "call", own)
            else:
                vars(layer).pop("call", None)


def as_floats(answer: Any) -> np.ndarray | None:
    """Return a layer's answer, its first where there are several, as float32; None where it is no array of floats."""
    for part in keras.tree.flatten(answer):
        if part is None or not keras.backend.is_float_dtype(keras.backend.standardize_dtype(part.dtype)):
            continue
        try:
            return np.asarray(keras.ops.convert_to_numpy(keras.ops.cast(part, "float32")))
        except Exception:  # a symbol inside a traced loop, of whichever backend, has no values
            return None
    return None


def gradients_of(model: keras.Model) -> Gradients | None:
    """Return a function of (inputs, labels): ∂loss/∂weight of each trainable variable by its id; None elsewhere.

    The loss is the one that the model was compiled with, in the mode of prediction: no dropout. There is no such
    function for backends other than TensorFlow and JAX.
    """
    makers = {"tensorflow": _by_tape, "jax": _by_jax}
    maker = makers.get(keras.backend.backend())
    if maker is None:
        return None
    slopes = maker(model)

    def found(x: Any, y: Any) -> dict[int, np.ndarray]:
        parts = zip(model.trainable_variables, slopes(x, y), strict=True)
        return {id(variable): np.asarray(part) for variable, part in parts if part is not None}

    return found


def _by_tape(model: keras.Model) -> Callable[[Any, Any], list]:
    import tensorflow as tf

    def slopes(x: Any, y: Any) -> list:
        with tf.GradientTape() as tape:
            loss = model.compute_loss(x=x, y=y, y_pred=model(x, training=False), training=False)
        parts = tape.gradient(loss, [one.value for one in model.trainable_variables])
        return [None if part is None else tf.convert_to_tensor(part).numpy() for part in parts]

    return slopes


def _by_jax(model: keras.Model) -> Callable[[Any, Any], list]:
    import jax

    def loss(learned: list, other: list, x: Any, y: Any) -> Any:
        values = zip([*model.trainable_variables, *model.non_trainable_variables], [*learned, *other], strict=True)
        with keras.StatelessScope(state_mapping=list(values)):
            return model.compute_loss(x=x, y=y, y_pred=model(x, training=False), training=False)

    slope = jax.jit(jax.grad(loss))  # as one program: piece by piece each operation would be compiled by itself

    def slopes(x: Any, y: Any) -> list:
        learned, other = (
            [one.value for one in part] for part in (model.trainable_variables, model.non_trainable_variables)
        )
        return slope(learned, other, x, y)

    return slopes
