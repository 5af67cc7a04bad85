"""What a picture of the BackpropStepper must show for a state, worked out by TensorFlow's GradientTape."""

import ast

import numpy as np
import tensorflow as tf

from helpers.widgets.backprop.values import EXAMPLES, USUAL

STATES = ({"step": 7}, {"expression": "w1*x1 + w2*x2 + b*y", "step": 3}, {"expression": "x*x + 3*x", "step": 8})
TYPED = {
    "expression": ("max(x, y) * z", "sigmoid(w*x) / exp(y)", "x*x*x - y"),
    "values": ("x=1.5", "x=-0.5", "x2=3"),
}
FUNCTIONS = {"sigmoid": tf.sigmoid, "tanh": tf.tanh, "relu": tf.nn.relu, "exp": tf.exp, "log": tf.math.log}
FUNCTIONS["max"] = tf.maximum
SIGNS = {ast.Add: tf.add, ast.Sub: tf.subtract, ast.Mult: tf.multiply, ast.Div: tf.divide}


class Taped:
    """An expression computed node by node on a tape; each edge has a tensor of its own, so that it has a gradient."""

    def __init__(self, expression, values):
        self.values, self.tape = values, tf.GradientTape(persistent=True)
        self.nodes, self.variables = [], {}  # tensors
        self.edges = []  # source, target, the tensor that went from one to the other
        with self.tape:
            self.visit(ast.parse(expression, mode="eval").body)

    def add(self, tensor):
        self.tape.watch(tensor)
        self.nodes.append(tensor)
        return len(self.nodes) - 1

    def visit(self, tree):
        if isinstance(tree, ast.Constant):
            return self.add(tf.constant(tree.value, tf.float64))
        if isinstance(tree, ast.Name):
            if tree.id not in self.variables:
                self.variables[tree.id] = self.add(tf.constant(self.values[tree.id], tf.float64))
            return self.variables[tree.id]
        operands = tree.args if isinstance(tree, ast.Call) else [tree.left, tree.right]
        operation = FUNCTIONS[tree.func.id] if isinstance(tree, ast.Call) else SIGNS[type(tree.op)]
        sources = [self.visit(operand) for operand in operands]
        sent = [tf.identity(self.nodes[source]) for source in sources]
        target = self.add(operation(*sent))
        self.edges += [(source, target, tensor) for source, tensor in zip(sources, sent, strict=True)]
        return target

    def gradient(self, of, by):
        """∂of/∂by as a float."""
        found = self.tape.gradient(of, by)
        return 0.0 if found is None else float(found)


def variables_in(expression):
    names = [node for node in ast.walk(ast.parse(expression)) if isinstance(node, ast.Name)]
    names.sort(key=lambda node: node.col_offset)
    return list(dict.fromkeys(node.id for node in names if node.id not in FUNCTIONS))


def read(text):
    return {name.strip(): float(value) for name, value in (part.split("=") for part in text.split(",") if part)}


def number(text):
    return float(text.strip(" ×=Σ()").replace("−", "-"))


def close(texts, numbers):
    """Texts are numbers of three digits (two where there is little room)."""
    np.testing.assert_allclose([number(text) for text in texts], numbers, rtol=6e-3, atol=1e-9)


class Expected:
    """What is known after the steps of a state."""

    def __init__(self, state):
        names = variables_in(state.expression)
        usual = dict(zip(names, USUAL, strict=False))
        values = usual | read(EXAMPLES.get(state.expression, ("",))[0]) | read(state.values)
        taped = self.taped = Taped(state.expression, values)
        nodes, edges, self.upstream = len(taped.nodes), taped.edges, state.upstream
        leaves = {*range(nodes)} - {target for _source, target, _tensor in edges}
        computing = [node for node in range(nodes) if node not in leaves]
        step = min(state.step, len(computing) + 1 + len(edges))
        self.seeded = step > len(computing)
        self.known = sorted({*leaves, *computing[:step]})
        order = sorted(edges, key=lambda edge: -edge[1])  # back from the result; stable: inputs in their order
        self.sent = order[: max(step - len(computing) - 1, 0)]
        self.arrived = {nodes - 1: [state.upstream]} if self.seeded else {}
        for source, _target, tensor in self.sent:
            self.arrived.setdefault(source, []).append(self.gradient(tensor))
        if self.sent:
            self.works = self.sent[-1][1]
        elif self.seeded:
            self.works = nodes - 1
        else:
            self.works = computing[step - 1] if step else None

    def gradient(self, by):
        """What arrives at a tensor from the result."""
        return self.upstream * self.taped.gradient(self.taped.nodes[-1], by)


def assert_right(explorer):
    expected, picture = Expected(explorer.state), explorer.picture
    assert [text for _x, _y, text in picture.title.texts] == [explorer.state.expression]
    values = [float(expected.taped.nodes[node]) for node in expected.known]
    close([text for _x, _y, text in picture.values.texts], values)
    assert_gradients(expected, picture)
    assert_edges(expected, picture)
    framed = (picture.working.corners + picture.working.sizes / 2).tolist()
    works = expected.works
    np.testing.assert_allclose(framed, [] if works is None else [picture.layout.centres[works]])


def assert_gradients(expected, picture):
    """In the boxes stands what has arrived so far; on each edge upstream × local = product, the latest first."""
    centres, half = picture.layout.centres, np.array(picture.layout.box) / 2
    in_boxes, on_edges = {}, []
    for x, y, text in picture.gradients.texts:
        inside = (np.abs(centres - [x, y]) < half).all(axis=1)
        if inside.any():
            in_boxes[int(np.flatnonzero(inside)[0])] = text
        else:
            on_edges.append(text)
    arrived = expected.arrived
    summed = {node: text.startswith("Σ") for node, text in in_boxes.items()}
    assert summed == {node: len(parts) > 1 for node, parts in arrived.items()}
    close([in_boxes[node] for node in sorted(arrived)], [sum(arrived[node]) for node in sorted(arrived)])

    taped, latest = expected.taped, expected.sent[::-1]
    local = [taped.gradient(taped.nodes[target], tensor) for _source, target, tensor in latest]
    close([text for _x, _y, text in picture.locals.texts], local)
    close([text for text in on_edges if "=" in text], [expected.gradient(tensor) for _s, _t, tensor in latest])
    given = [expected.gradient(taped.nodes[target]) for _source, target, _tensor in latest]
    close([text for text in on_edges if "=" not in text and text.strip() != "×"], given)


def assert_edges(expected, picture):
    """So many arrows are still, lead forwards into the working node, or have led back."""
    edges, sent = expected.taped.edges, len(expected.sent)
    ahead = 0 if expected.seeded else sum(target == expected.works for _source, target, _tensor in edges)
    heads = {name: getattr(picture, f"{name}heads").get_path().vertices for name in ("", "ahead_", "back_")}
    counts = {name: len(vertices) // 4 for name, vertices in heads.items()}
    assert counts == {"": len(edges) - ahead - sent, "ahead_": ahead, "back_": sent}
