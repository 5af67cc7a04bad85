"""Forward hooks for the layers of a Keras model, and the gradients of its loss."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import keras
import numpy as np

Hook = Callable[[keras.Layer, int, np.ndarray], None]  # layer, how often it was called, output
Gradients = Callable[[Any, Any], dict[int, np.ndarray]]


def layers_of(model: keras.Model) -> list[keras.Layer]:
    """Return the layers of ``model``, with those of inner models in order; a layer made of layers counts as one."""
    found: list[keras.Layer] = []
    for layer in model.layers:
        found += layers_of(layer) if isinstance(layer, keras.Model) else [layer]
    unique = {id(layer): layer for layer in found if not isinstance(layer, keras.layers.InputLayer)}
    return list(unique.values())


@contextmanager
def forward_hooks(layers: list[keras.Layer], hook: Hook) -> Iterator[None]:
    """Within this context, call ``hook(layer, count, output)`` each time that a layer has put out floats.

    Keras calls ``layer.call``, so an attribute of the object takes precedence over the method of its class; it is
    removed afterwards. Outputs without values are skipped: Keras traces a model that it builds.
    """
    counts = dict.fromkeys(map(id, layers), 0)
    before = {id(layer): vars(layer).get("call") for layer in layers}

    def hooked(layer: keras.Layer) -> Callable:
        call = layer.call

        def call_and_hook(*arguments: Any, **options: Any) -> Any:
            output = call(*arguments, **options)
            if (values := as_floats(output)) is not None and values.ndim:
                counts[id(layer)] += 1
                hook(layer, counts[id(layer)], values)
            return output

        return call_and_hook

    try:
        for layer in layers:
            object.__setattr__(layer, "call", hooked(layer))
        yield
    finally:
        for layer in layers:
            if (own := before[id(layer)]) is not None:
                object.__setattr__(layer, "call", own)
            else:
                vars(layer).pop("call", None)


def as_floats(output: Any) -> np.ndarray | None:
    """Return a layer's output, the first of several, as float32; None where it is not an array of floats."""
    for part in keras.tree.flatten(output):
        if part is None or not keras.backend.is_float_dtype(keras.backend.standardize_dtype(part.dtype)):
            continue
        try:
            return np.asarray(keras.ops.convert_to_numpy(keras.ops.cast(part, "float32")))
        except Exception:  # a symbol inside a traced loop, of whichever backend, has no values
            return None
    return None


def gradient_function(model: keras.Model) -> Gradients | None:
    """Return a function of (inputs, labels) that gives ∂loss/∂weight of each trainable variable by the variable's id.

    The loss is the one that the model was compiled with, at inference: no dropout. None on backends other than
    TensorFlow and JAX.
    """
    makers = {"tensorflow": _by_tape, "jax": _by_jax}
    maker = makers.get(keras.backend.backend())
    if maker is None:
        return None
    gradients = maker(model)

    def by_id(x: Any, y: Any) -> dict[int, np.ndarray]:
        pairs = zip(model.trainable_variables, gradients(x, y), strict=True)
        return {id(variable): np.asarray(gradient) for variable, gradient in pairs if gradient is not None}

    return by_id


def _by_tape(model: keras.Model) -> Callable[[Any, Any], list]:
    import tensorflow as tf

    def gradients(x: Any, y: Any) -> list:
        with tf.GradientTape() as tape:
            loss = model.compute_loss(x=x, y=y, y_pred=model(x, training=False), training=False)
        found = tape.gradient(loss, [variable.value for variable in model.trainable_variables])
        return [None if gradient is None else tf.convert_to_tensor(gradient).numpy() for gradient in found]

    return gradients


def _by_jax(model: keras.Model) -> Callable[[Any, Any], list]:
    import jax

    def loss(trainable: list, fixed: list, x: Any, y: Any) -> Any:
        values = zip([*model.trainable_variables, *model.non_trainable_variables], [*trainable, *fixed], strict=True)
        with keras.StatelessScope(state_mapping=list(values)):
            return model.compute_loss(x=x, y=y, y_pred=model(x, training=False), training=False)

    gradient = jax.jit(jax.grad(loss))  # as one program; without jit each operation would be compiled separately

    def gradients(x: Any, y: Any) -> list:
        trainable = [variable.value for variable in model.trainable_variables]
        fixed = [variable.value for variable in model.non_trainable_variables]
        return gradient(trainable, fixed, x, y)

    return gradients
