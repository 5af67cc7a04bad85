"""Which stored outputs can be compared at all."""

from nbformat import NotebookNode


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
