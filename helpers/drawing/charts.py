"""Charts that several chapters draw; each on axes that the chapter made."""

from collections.abc import Iterable, Sequence

import numpy as np
from matplotlib.axes import Axes

from helpers.drawing.style import COLOURS, INK
from helpers.words import _


def image_grid(
    axes: Iterable[Axes], images: np.ndarray, titles: Sequence[str] | None = None, cmap: str = "gray_r"
) -> None:
    """Draw ``images`` (n, height, width[, 3]) one on each of ``axes``; axes left over stay empty."""
    axes = list(np.ravel(np.asarray(axes, dtype=object)))
    for number, ax in enumerate(axes):
        ax.set_axis_off()
        if number < len(images):
            ax.imshow(images[number], cmap=cmap)
            if titles is not None:
                ax.set_title(titles[number], fontsize=11, loc="center")


def confusion_matrix(ax: Axes, true: np.ndarray, predicted: np.ndarray, names: Sequence[str]) -> np.ndarray:
    """Draw how often class i (row) was taken for class j (column); return the counts (classes, classes).

    Colour shows the mistakes alone: the diagonal, a hundred times larger, would drown them.
    """
    classes = len(names)
    counts = np.zeros((classes, classes), int)
    np.add.at(counts, (np.asarray(true, int), np.asarray(predicted, int)), 1)
    mistakes = np.where(np.eye(classes, dtype=bool), 0, counts)
    ax.imshow(mistakes, cmap="Oranges", vmin=0, vmax=max(mistakes.max(), 1) * 1.3)
    for row, column in np.ndindex(counts.shape):
        if counts[row, column]:
            right = row == column
            ax.text(
                column,
                row,
                str(counts[row, column]),
                ha="center",
                va="center",
                fontsize=10,
                fontweight="bold" if right else "normal",
                color=COLOURS["blue"] if right else INK,
            )
    ax.set(xticks=range(classes), yticks=range(classes), xlabel=_("predicted"), ylabel=_("true"))
    ax.set_xticklabels(names)
    ax.set_yticklabels(names)
    ax.grid(visible=False)
    ax.tick_params(length=0)
    return counts


def histogram(ax: Axes, values: np.ndarray, bins: int = 32, xlabel: str | None = None) -> None:
    """Draw how often each value occurs in ``values`` (any shape)."""
    ax.hist(np.ravel(values), bins=bins, color=COLOURS["blue"], edgecolor="white", linewidth=0.5)
    ax.set(xlabel=xlabel or _("value"), ylabel=_("how often"))
