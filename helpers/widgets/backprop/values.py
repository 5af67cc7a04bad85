"""The values of variables as a text such as ``x=2, y=-4``, and those that a variable has when none was given."""

import math

from helpers.maths import checks
from helpers.maths.errors import InputError
from helpers.maths.graph import Graph

LONGEST = 400  # characters
USUAL = (2.0, -3.0, 0.5, 1.0, -1.0, 4.0)  # values of variables that were given none, in turn
# Expression: values, upstream gradient.
EXAMPLES = {
    "x + y": ("x=10, y=5", 1.3),
    "x * y": ("x=10, y=5", 1.3),
    "(x + y) * z": ("x=-2, y=5, z=-4", 1.0),
    "x*x + 3*x": ("x=2", 1.0),
    "max(x, y) * z": ("x=4, y=-1, z=2", 1.0),
    "sigmoid(w*x + b)": ("w=2, x=-1, b=3", 1.0),
    "1 / (1 + exp(-(w*x + b)))": ("w=2, x=-1, b=3", 1.0),
    "w1*x1 + w2*x2 + b": ("w1=2, x1=-1, w2=-3, x2=-2, b=-3", 1.0),
    "(sigmoid(w*x + b) - t)**2": ("w=2, x=-1, b=3, t=1", 1.0),
    "w3*relu(w1*x + b1) + w4*relu(w2*x + b2)": ("w3=2, w1=1, x=3, b1=-1, w4=-1, w2=0.5, b2=1", 1.0),
}


def read_values(text: str, graph: Graph) -> dict[str, float]:
    """Return a value for each variable: those in ``text`` (``x=2, y=-4``), usual ones for the others.

    Raises InputError naming what cannot be read.
    """
    usual = {name: USUAL[place % len(USUAL)] for place, name in enumerate(graph.variables)}
    if graph.text in EXAMPLES:
        usual = _read(EXAMPLES[graph.text][0], graph)
    return usual | _read(checks.text("values", text, LONGEST), graph)


def _read(text: str, graph: Graph) -> dict[str, float]:
    found: dict[str, float] = {}
    for part in filter(str.strip, text.replace("−", "-").replace(";", ",").split(",")):
        name, sign, number = (piece.strip() for piece in part.partition("="))
        try:
            value = float(number) if sign and "_" not in number else math.nan
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            raise InputError("values: {part} is not a name and a number such as x=2", part=part.strip()[:40])
        if name not in graph.variables:
            raise InputError("values: there is no variable {name} in {text}", name=name[:40], text=graph.text)
        found[name] = value
    return found


def write_values(values: dict[str, float]) -> str:
    """Return the text that ``read_values`` reads."""
    return ", ".join(f"{name}={value!r}".removesuffix(".0") for name, value in values.items())
