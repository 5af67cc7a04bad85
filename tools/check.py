"""Is every stored notebook what its chapter builds? Asked without running one: to compare outputs is nbval's work."""

import copy

import nbformat
from nbformat import NotebookNode

from tools.chapter import LANGUAGES, NOTEBOOKS, ROOT, ChapterError, names, notebooks, place
from tools.notebook import WIDGET_VIEW, code_cells
from tools.outputs import IGNORED
from tools.real_data import untagged_loads


def check() -> list[str]:
    """Return what is wrong with the chapters and their stored notebooks, in words."""
    expected = {place(name, language) for name in names() for language in LANGUAGES}
    wrong = [
        f"{stray.relative_to(ROOT)}: has no chapter"
        for stray in sorted(set(NOTEBOOKS.rglob("*.ipynb")) - expected)
        if ".ipynb_checkpoints" not in stray.parts
    ]
    for name in names():
        try:
            made = notebooks(name)
        except ChapterError as problem:
            wrong.append(str(problem))
        else:
            wrong += [*untagged_loads(name, made["en"]), *_stored_differences(name, made)]
    return wrong


def _stored_differences(name: str, made: dict[str, NotebookNode]) -> list[str]:
    wrong, stored = [], {}
    for language in LANGUAGES:
        path = place(name, language)
        if not path.exists():
            wrong.append(f"{path.relative_to(ROOT)}: is missing; run python -m tools.build {name[:2]}")
            continue
        stored[language] = nbformat.read(path, as_version=4)
        wrong += [f"{path.relative_to(ROOT)}: {what}" for what in differences(stored[language], made[language])]
    if len(stored) == len(LANGUAGES) and outputs(stored["en"]) != outputs(stored["ko"]):
        wrong.append(f"{name}: the two languages store different outputs")
    return wrong


def differences(stored: NotebookNode, made: NotebookNode) -> list[str]:
    """Return in words how a stored notebook differs from what its chapter builds, outputs left aside."""
    wrong = []
    if stored.metadata != made.metadata:
        wrong.append("its metadata differ from what the build writes")
    if [cell.id for cell in stored.cells] != [cell.id for cell in made.cells]:
        return [*wrong, "its cells are not those of the chapter"]
    for old, new in zip(stored.cells, made.cells, strict=True):
        if (old.cell_type, old.source, old.metadata) != (new.cell_type, new.source, new.metadata):
            wrong.append(f"cell {old.id} is not what the chapter says")
    counts = [cell.execution_count for cell in code_cells(stored)]
    if counts != list(range(1, len(counts) + 1)):
        wrong.append("not every cell was run, in order")
    if any(output.output_type == "error" for cell in code_cells(stored) for output in cell.outputs):
        wrong.append("stores an error")
    if any(WIDGET_VIEW in output.get("data", {}) for cell in code_cells(stored) for output in cell.outputs):
        wrong.append("stores a widget view, which shows as an error where no kernel runs")
    return wrong


def outputs(notebook: NotebookNode) -> list[tuple]:
    """Return the number and the outputs of each code cell that both languages share: all but pictures."""
    shared = []
    for cell in code_cells(notebook):
        outputs = [] if IGNORED & set(cell.metadata.get("tags", [])) else copy.deepcopy(cell.outputs)
        for output in outputs:
            for kind in [kind for kind in output.get("data", {}) if kind.startswith("image/")]:
                output.data[kind] = ""
        shared.append((cell.execution_count, outputs))
    return shared
