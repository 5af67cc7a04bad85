"""What a picture of the DAGViewer must show for a state: read from what Keras saves of the model."""

import numpy as np

STATES = ({},)


def read(model):
    """Uses of layers, (name, number of the use), each with the uses whose outputs it takes, from the configuration."""

    def sources(part):
        if isinstance(part, dict) and part.get("class_name") == "__keras_tensor__":
            return [tuple(part["config"]["keras_history"][:2])]
        parts = part.values() if isinstance(part, dict) else part if isinstance(part, list | tuple) else ()
        return [source for each in parts for source in sources(each)]

    return {
        (layer["name"], number): sources(node)
        for layer in model.get_config()["layers"]
        for number, node in enumerate(layer["inbound_nodes"] or [{}])
    }


def shapes(model, takes):
    """The output shape of every use, as the layers themselves work it out from their inputs."""
    found = {}
    while len(found) < len(takes):
        for use, sources in takes.items():
            if use not in found and all(source in found for source in sources):
                layer = model.get_layer(use[0])
                given = [found[source] for source in sources]
                given = given[0] if len(given) == 1 else given
                found[use] = tuple(layer.compute_output_shape(given) if sources else layer.batch_shape)
    return found


def reach(takes, uses, far):
    """Which use leads to which, (uses, uses) bool: in one step, or ``far``, in any number."""
    step = np.array([[source in takes[target] for target in uses] for source in uses])
    paths, count = step, len(uses) if far else 1
    for _more in range(1, count):
        paths = paths | (paths.astype(int) @ step > 0)
    return step, paths


def at(boxes, layout):
    """The nodes that frames stand round."""
    middles = boxes.corners + boxes.sizes / 2
    return sorted(int(np.abs(layout.centres - middle).sum(axis=1).argmin()) for middle in middles)


def ends(heads, layout):
    """The nodes that arrows point at, from the left."""
    vertices = heads.get_path().vertices
    tips = vertices.reshape(-1, 4, 2)[:, 0] if len(vertices) > 1 else np.zeros((0, 2))
    left = layout.centres - np.array([layout.box[0] / 2, 0])
    return sorted(int(np.abs(left - tip).sum(axis=1).argmin()) for tip in tips)


def in_words(shape):
    return f"({', '.join('batch' if length is None else str(length) for length in shape)})"


def assert_right(explorer):
    state, picture, layout = explorer.state, explorer.picture, explorer.layout_of_model
    model = explorer.model
    takes, names = read(model), [call.name for call in explorer.graph.calls]
    uses = [(name, names[:number].count(name)) for number, name in enumerate(names)]
    assert sorted(uses) == sorted(takes)
    shape = shapes(model, takes)
    chosen = layout.order[min(state.layer, len(uses) - 1)]
    step, paths = reach(takes, uses, state.lit == "all paths")
    assert at(picture.chosen, layout) == [chosen]
    assert at(picture.before_boxes, layout) == np.flatnonzero(paths[:, chosen]).tolist()
    assert at(picture.after_boxes, layout) == np.flatnonzero(paths[chosen]).tolist()
    assert at(picture.twins, layout) == [n for n, use in enumerate(uses) if use[0] == names[chosen] and n != chosen]
    backward = {chosen, *(np.flatnonzero(paths[:, chosen]).tolist() if state.lit == "all paths" else [])}
    forward = {*np.flatnonzero(paths[chosen]).tolist()}
    starts = {chosen, *(forward if state.lit == "all paths" else [])}
    edges = [(int(source), int(target)) for source, target in np.argwhere(step)]
    assert ends(picture.before_heads, layout) == sorted(target for _source, target in edges if target in backward)
    assert ends(picture.after_heads, layout) == sorted(target for source, target in edges if source in starts)

    count = {name: model.get_layer(name).count_params() for name in names}
    below = {
        "shapes": lambda use: in_words(shape[use][1:]),
        "parameters": lambda use: f"{count[use[0]]:,}",
        "names": lambda use: use[0],
    }[state.show]
    written = {}
    for x, y, text in picture.belows.texts:
        written[int(np.abs(layout.centres - [x, y]).sum(axis=1).argmin())] = text
    assert written == {number: below(use) for number, use in enumerate(uses)}
    what, about, parameters = (text for _x, _y, text in picture.facts.texts)
    use = uses[chosen]
    kind = type(model.get_layer(use[0])).__name__.replace("InputLayer", "Input")
    assert what.startswith(f"{use[0]}:  {kind}(")  # no layer of the example is without a configuration
    taken = " + ".join(in_words(shape[source]) for source in takes[use])
    assert about == "shape:  " + (f"{taken} → " if taken else "") + in_words(shape[use])
    assert parameters.replace("parameters:  ", "").split(" = ")[-1] == f"{count[use[0]]:,}"
