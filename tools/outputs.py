"""Which outputs can be compared at all, and what nbval would find between two."""

import copy
import re
from collections import defaultdict
from itertools import zip_longest
from pathlib import Path

from nbformat import NotebookNode

SANITIZE = Path(__file__).parent.parent / "tests" / "notebooks" / "sanitize.cfg"
NOT_COMPARED = (
    "application/vnd.jupyter.widget-view+json",  # the same keys that nbval passes over
    "data",
    "execution_count",
    "image/jpeg",
    "image/png",
    "metadata",
    "name",
    "output_type",
    "traceback",
)
IGNORED = frozenset({"nbval-ignore-output", "nbval-skip"})  # tags of cells that are compared on no data
_SHOWN = 90


def has_something_to_compare(cell: NotebookNode) -> bool:
    """Tell whether a stored output holds more than a picture and its name: what nbval really compares."""
    for output in cell.outputs:
        if output.output_type == "stream" and output.text.strip():
            return True
        data = output.get("data", {})
        texts = [str(data[kind]) for kind in data if not kind.startswith("image/")]
        if any(not text.startswith(("<Figure size", "<matplotlib.", "<IPython.")) for text in texts):
            return True
    return False


def difference(ours: list[NotebookNode], theirs: list[NotebookNode]) -> tuple[str, str] | None:
    """Return the first line that nbval would find to differ, as it is in each; None when it would find nothing.

    Where there is no such line on one side, it is empty there.
    """
    one, other = _compared(ours), _compared(theirs)
    for key in [*one, *(key for key in other if key not in one)]:
        if one.get(key) != other.get(key):
            return _first_line(one.get(key, []), other.get(key, []))
    return None


def _compared(outputs: list[NotebookNode]) -> dict[str, list[str]]:
    """Return what nbval compares: each kind of output (a stream's name, a MIME type), with all its values in order."""
    from nbval.plugin import coalesce_streams, get_sanitize_patterns

    patterns = get_sanitize_patterns(SANITIZE.read_text(encoding="utf-8"))
    found = defaultdict(list)
    for output in coalesce_streams(copy.deepcopy(outputs)):
        parts = {output.name: output.text} if output.output_type == "stream" else {**output, **output.get("data", {})}
        for key, value in parts.items():
            if key not in NOT_COMPARED:
                text = value if isinstance(value, str) else repr(value)
                for regex, replace in patterns:
                    text = re.sub(regex, replace, text)
                found[key].append(text)
    return found


def _first_line(ours: list[str], theirs: list[str]) -> tuple[str, str]:
    lines = ([line for value in values for line in value.splitlines(keepends=True)] for values in (ours, theirs))
    for one, other in zip_longest(*lines, fillvalue=""):
        if one.strip() != other.strip():
            return one.strip()[:_SHOWN], other.strip()[:_SHOWN]
        if one != other:
            return one[-_SHOWN:], other[-_SHOWN:]  # they differ in spaces alone
    return f"{len(ours)} outputs", f"{len(theirs)} outputs"  # the same text, in other pieces
