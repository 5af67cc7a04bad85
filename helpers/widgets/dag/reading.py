"""From a Keras model to plain data: the one file of this widget that knows Keras."""

from collections.abc import Iterator
from math import prod
from typing import Any

from helpers.maths.errors import InputError
from helpers.widgets.dag.model import LayerCall, ModelGraph, Weight

# What of a layer's configuration is shown, in this order; each with the values at which it is left out.
_SHOWN: dict[str, tuple[object, ...]] = {
    "units": (),
    "filters": (),
    "input_dim": (),
    "output_dim": (),
    "kernel_size": (),
    "pool_size": (),
    "num_heads": (),
    "key_dim": (),
    "rate": (),
    "factor": (),
    "max_tokens": (None,),
    "strides": (1, (1, 1), (1, 1, 1), None),
    "padding": ("valid",),
    "dilation_rate": (1, (1, 1), (1, 1, 1)),
    "activation": (),
    "use_bias": (True,),
    "dropout": (0, 0.0),
    "return_sequences": (False,),
    "return_state": (False,),
    "go_backwards": (False,),
    "merge_mode": (),
    "axis": (-1,),
    "target_shape": (),
    "epsilon": (1e-3,),
    "dtype": (),
}
# What of it fits into a box, in this order.
_BRIEF = ("units", "filters", "rate", "kernel_size", "pool_size", "target_shape", "activation")


def read_model(model: Any) -> ModelGraph:
    """Return what ``model`` is made of: any built Sequential or functional Keras model.

    Raises ValueError in words for what is no model, has no layers, knows no shapes yet, or is written as a class.
    Public names of Keras as far as they go. ``layer.input`` and ``layer.output`` refuse to answer for a layer that
    is used twice, and know nothing of operations such as ``x + y``; so where a tensor comes from is read from its
    ``_keras_history`` and the operation's ``_inbound_nodes``, which Keras's own ``plot_model`` uses too.
    """
    outputs = _outputs(model)
    nodes = list(_walk(outputs))
    numbers = {id(node): number for number, node in enumerate(nodes)}
    ends = {id(_node_of(tensor)) for tensor in outputs}
    calls = []
    for node in nodes:
        inputs = tuple(numbers[id(_node_of(tensor))] for tensor in node.input_tensors)
        role = "output" if id(node) in ends else "" if inputs else "input"
        calls.append(_call(node, inputs, role))
    return ModelGraph(str(model.name), tuple(calls), int(model.count_params()))


def _outputs(model: Any) -> list[Any]:
    """The tensors that the model ends in; an InputError where there are none."""
    import keras

    kind = type(model).__name__
    if not isinstance(model, keras.Model):
        raise InputError("this is not a Keras model but an object of type {kind}", kind=kind)
    sequential = isinstance(model, keras.Sequential)
    if sequential and not model.layers:
        raise InputError("this model has no layers yet: add some first")
    try:
        outputs = list(model.outputs)
    except (AttributeError, ValueError, TypeError):  # a model without a graph has no outputs, or refuses to name them
        outputs = []
    if outputs:
        return outputs
    if sequential:
        raise InputError(
            "this model does not know its shapes yet: begin it with keras.Input(shape), or call it on one batch"
        )
    raise InputError(
        "{kind} is a model written as a class: its call runs as Python, and Keras keeps no graph of it", kind=kind
    )


def _node_of(tensor: Any) -> Any:
    """The use of a layer that a symbolic tensor comes out of."""
    operation, number, _place = tensor._keras_history
    return operation._inbound_nodes[number]


def _walk(outputs: list[Any]) -> Iterator[Any]:
    """Every node that the outputs need, once, each after those that it needs itself."""
    done: set[int] = set()
    todo = [(_node_of(tensor), False) for tensor in reversed(outputs)]
    while todo:
        node, ready = todo.pop()
        if id(node) in done:
            continue
        if ready:
            done.add(id(node))
            yield node
        else:
            todo.append((node, True))
            todo += [(_node_of(tensor), False) for tensor in reversed(node.input_tensors)]


def _call(node: Any, inputs: tuple[int, ...], role: str) -> LayerCall:
    operation = node.operation
    kind = "Input" if type(operation).__name__ == "InputLayer" else type(operation).__name__
    config = _config(operation, kind)
    weights = tuple(
        Weight(str(weight.name), tuple(map(int, weight.shape)), bool(weight.trainable))
        for weight in getattr(operation, "weights", ())  # an operation such as x + y has none
    )
    return LayerCall(
        name=str(operation.name),
        kind=kind,
        config=tuple(config.items()),
        brief=_brief(kind, config),
        inputs=inputs,
        shapes_in=tuple(tuple(tensor.shape) for tensor in node.input_tensors),
        shapes_out=tuple(tuple(tensor.shape) for tensor in node.output_tensors),
        weights=weights,
        parameters=sum(prod(weight.shape) for weight in weights),
        role=role,
    )


def _config(operation: Any, kind: str) -> dict[str, str]:
    """Names and values of what is worth knowing of a layer's configuration."""
    inner = getattr(operation, "layers", None)
    if inner is not None:  # a model inside a model
        return {"layers": str(len(inner))}
    try:
        config = operation.get_config()
    except Exception:  # a layer of one's own may not say how it is made
        return {}
    shown = {}
    for name, usual in _SHOWN.items():
        value = config.get(name)
        value = tuple(value) if isinstance(value, list) else value
        if value is None or value in usual or (name == "dtype" and kind != "Input"):
            continue
        if isinstance(value, bool | int | float | str | tuple):
            shown[name] = _short(value)
    if shown.get("activation") == "linear":
        shown["activation"] = "none"
    return shown


def _brief(kind: str, config: dict[str, str]) -> str:
    if kind == "Embedding":
        return f"{config.get('input_dim')} → {config.get('output_dim')}"
    if kind == "Input":
        return config.get("dtype", "")
    return " · ".join(config[name] for name in _BRIEF if config.get(name, "none") not in ("none", "tanh"))


def _short(value: object) -> str:
    """A value in a few characters: 10,000 and 3×3."""
    if isinstance(value, tuple):
        return "×".join(_short(part) for part in value)
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}"
    return f"{value:g}" if isinstance(value, float) else str(value)
