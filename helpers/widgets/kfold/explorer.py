"""KFoldExplorer: which rows each fold trains on and validates on, and what the order of the rows does to that."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import ipywidgets as widgets
import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.colors import ListedColormap
from matplotlib.figure import Figure

from helpers.drawing import COLOURS, Boxes, Labels, Pixels
from helpers.drawing.style import INK
from helpers.maths.checks import whole
from helpers.maths.errors import InputError
from helpers.widgets.engine.explorer import Explorer
from helpers.words import _

FEWEST, MOST = 10, 600  # rows that are shown
MOST_FOLDS = 10
ORDERS = ("as they come", "sorted")
ROWS = (76, 420)  # left end and width of the rows, in pixels
TARGETS = (44, 72)  # top and height of their targets
FOLDS = (160, 216)  # top and height of all folds
MEANS = 664  # left end of the mean targets; their width depends on whether scores stand beside
TRAIN, VALIDATE, PALE, GREY = "#BFD9EA", COLOURS["vermillion"], "#EFEFEF", "#8A8A8A"
COLOURMAP = ListedColormap(["#00000000", GREY, TRAIN, VALIDATE])
PARTS = 9  # lines of pixels in a strip and the space around it


@dataclass(frozen=True)
class KFoldState:
    """How many rows and folds, in which order the rows come, whether they are shuffled first, which fold is told."""

    k: int = 4
    fold: int = 1
    order: str = "as they come"
    shuffle: bool = False
    seed: int = 0
    n: int = 40


@dataclass(frozen=True)
class Folds:
    """The division: ``fold_of`` (n,) says for each row which fold validates on it, counted from 0."""

    state: KFoldState
    targets: np.ndarray  # (n,), in the order of the rows
    fold_of: np.ndarray
    sizes: np.ndarray  # (k,)
    means: np.ndarray  # (k,), mean target of the rows each fold validates on
    scores: np.ndarray | None  # (k,), where they belong to this division


class KFoldExplorer(Explorer):
    """See k-fold cross-validation: every row validates once and trains k − 1 times.

    ``targets`` is (rows,), at least ten finite numbers; of more than 600 the first 600 are shown. ``scores`` holds
    one number a fold, measured with the rows as they come, not shuffled: it is told where k and n are those of the
    measurement. Raises ValueError where these make no sense.
    """

    State = KFoldState
    size = (900, 400)
    data_arguments = ("targets", "scores")

    def __init__(self, targets: np.ndarray, scores: Sequence[float] | None = None, **fields: Any) -> None:
        self.targets = np.asarray(targets)
        if self.targets.ndim != 1 or self.targets.dtype.kind not in "iuf" or len(self.targets) < FEWEST:
            raise ValueError(f"targets must be one axis of at least {FEWEST} numbers")
        if not np.isfinite(self.targets).all():
            raise ValueError("targets must be finite numbers")
        self.scores = None if scores is None else np.asarray(scores, float)
        if self.scores is not None and (self.scores.ndim != 1 or not np.isfinite(self.scores).all()):
            raise ValueError("scores must be one finite number for each fold")
        self._rows = min(len(self.targets), MOST)
        if "n" not in fields:
            fields["n"] = min(KFoldState.n, self._rows)
        super().__init__(**fields)

    @classmethod
    def example(cls) -> "KFoldExplorer":
        """Return one on made-up prices, for tests and benchmarks."""
        rng = np.random.default_rng(0)
        return cls(np.round(np.clip(rng.gamma(6, 3.8, 404), 5, 50), 1), scores=[2.2, 2.5, 2.6, 2.4], n=404)

    def compute(self, state: KFoldState) -> Folds:
        """Divide the rows as evenly as they go; ValueError in words for a number or an order that makes no sense."""
        n = whole("n", state.n, FEWEST, self._rows)
        k = whole("k", state.k, 2, MOST_FOLDS)
        whole("fold", state.fold, 1, k)
        if not isinstance(state.order, str) or state.order not in ORDERS:
            raise InputError("order must be one of {known}, not {order}", known=", ".join(ORDERS), order=state.order)
        if not isinstance(state.shuffle, bool):
            raise InputError("shuffle must be True or False, not {shuffle}", shuffle=state.shuffle)
        seed = whole("seed", state.seed, 0, 2**32 - 1)
        targets = self.targets[:n] if state.order == "as they come" else np.sort(self.targets[:n])
        rows = np.random.default_rng(seed).permutation(n) if state.shuffle else np.arange(n)
        fold_of = np.empty(n, int)
        for fold, part in enumerate(np.array_split(rows, k)):
            fold_of[part] = fold
        sizes = np.bincount(fold_of, minlength=k)
        means = np.bincount(fold_of, targets, k) / sizes
        measured = self.scores is not None and len(self.scores) == k and n == len(self.targets)
        theirs = measured and state.order == "as they come" and not state.shuffle
        return Folds(state, targets, fold_of, sizes, means, self.scores if theirs else None)

    # Controls.

    def make_controls(self) -> dict[str, widgets.Widget]:
        """The fold that is told, k, the order, shuffling and its seed, how many rows."""

        def slider(words: str, least: int, most: int) -> widgets.IntSlider:  # its own layout: one may be hidden
            style = {"description_width": "56px"}
            return widgets.IntSlider(
                description=words, min=least, max=most, layout=widgets.Layout(width="250px"), style=style
            )

        return {
            "fold": slider(_("fold"), 1, MOST_FOLDS),
            "k": slider("k", 2, MOST_FOLDS),
            "order": widgets.Dropdown(
                description=_("rows"),
                options=[(_("as they come"), "as they come"), (_("sorted by target"), "sorted")],
                layout=widgets.Layout(width="250px"),
                style={"description_width": "56px"},
            ),
            "shuffle": widgets.Checkbox(
                description=_("shuffle first"),
                indent=False,
                layout=widgets.Layout(width="150px", margin="2px 0 0 24px"),
            ),
            "seed": slider(_("seed"), 0, 20),
            "n": slider("n", FEWEST, self._rows),
        }

    def read_controls(self) -> KFoldState:
        """Return the state that the controls stand at; a fold beyond k becomes the last, a hidden seed stays."""
        values = {name: control.value for name, control in self.controls.items()}
        values["fold"] = min(values["fold"], values["k"])
        if not values["shuffle"]:
            values["seed"] = self._state.seed
        return KFoldState(**values)

    def write_controls(self, state: KFoldState) -> None:
        """Set the controls; the seed is seen where it matters."""
        self.controls["seed"].max = max(self.controls["seed"].max, state.seed)
        fold = self.controls["fold"]
        fold.value = min(fold.value, state.k)
        fold.max = state.k
        super().write_controls(state)
        self.controls["seed"].layout.display = None if state.shuffle else "none"

    # The picture.

    def scene(self, figure: Figure) -> Iterable[Artist]:
        """One set of axes whose unit is a pixel of the page, y downwards."""
        width, height = self.size
        ax = figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(height, 0))
        ax.set_axis_off()
        self._means_end = 876 if self.scores is None else 806
        self._headings(ax)
        self.bars = Pixels((ROWS[0], TARGETS[0], ROWS[1], TARGETS[1]), COLOURMAP, most=3)
        self.strips = Pixels((ROWS[0], FOLDS[0], ROWS[1], FOLDS[1]), COLOURMAP, most=3)
        self.chosen, self.axis, self.dots = Boxes(PALE), Boxes(GREY), Boxes(VALIDATE)
        self.told, self.right = Labels(INK), Labels(INK)
        moving = [self.chosen, self.bars, self.strips, self.axis, self.dots, self.told, self.right]
        for artist in moving:
            ax.add_artist(artist)
        return moving

    def _headings(self, ax: Axes) -> None:
        """Write what never changes."""
        y = FOLDS[0] - 18
        words: dict[str, Any] = {"va": "center", "fontsize": 10.5, "color": INK}
        ax.text(ROWS[0], 24, "target of each row", **words)
        for x, colour, name in ((ROWS[0], TRAIN, "train"), (ROWS[0] + 80, VALIDATE, "validate")):
            swatch = Boxes(colour)
            swatch.place(np.array([[x, y - 6]]), np.array([[12, 12]]))
            ax.add_patch(swatch)
            ax.text(x + 18, y, name, **words)
        ax.text(562, y, "train", ha="right", **words)
        ax.text(632, y, "validate", ha="right", **words)
        ax.text(MEANS, y, "mean target", **words)

    def draw(self, result: Folds) -> None:
        """Set the targets, one strip a fold, and the numbers and the mean beside it."""
        step = FOLDS[1] / result.state.k
        middles = FOLDS[0] + (np.arange(result.state.k) + 0.5) * step
        self.chosen.place(np.array([[8, middles[result.state.fold - 1] - step / 2]]), np.array([[884, step]]))
        n, finer = len(result.targets), 12 if len(result.targets) <= 60 else 1
        row = np.repeat(np.arange(n), finer)  # the row that stands in each column of the pictures
        seen = (np.arange(len(row)) % finer > 0) | (finer == 1)  # few rows: a gap before each
        self._draw_targets(result, row, seen)
        self._draw_strips(result, row, seen)
        self._draw_means(result, middles)
        self._tell(result, middles)

    def _draw_targets(self, result: Folds, row: np.ndarray, seen: np.ndarray) -> None:
        """One bar a row, from the least target shown; those that the chosen fold validates on in colour."""
        least, most = _limits(result.targets)
        high = TARGETS[1] * 3 // 4  # lines of the picture, two drawn pixels each
        heights = 2 + (high - 2) * (result.targets - least) / (most - least)
        colours = np.where(result.fold_of == result.state.fold - 1, 3, 1).astype(np.float32)
        below = np.arange(high)[::-1, None] < heights[row]
        self.bars.set_data(np.where(below & seen, colours[row], np.float32(0)))

    def _draw_strips(self, result: Folds, row: np.ndarray, seen: np.ndarray) -> None:
        """For each fold a strip of all rows: colour says which of the two each row does."""
        k = result.state.k
        strips = (2 + (result.fold_of[row] == np.arange(k)[:, None])) * seen.astype(np.float32)
        lines = np.abs(np.arange(PARTS) - PARTS // 2) < min(0.35, 15 * k / FOLDS[1]) * PARTS  # the rest is empty
        self.strips.set_data((strips[:, None, :] * lines[:, None]).reshape(k * PARTS, -1))

    def _draw_means(self, result: Folds, middles: np.ndarray) -> None:
        """A square at the mean target of each fold, a line at the mean of all rows."""
        least, most = _limits(result.targets)
        scale = (self._means_end - MEANS) / (most - least)
        places = MEANS + (result.means - least) * scale
        self.dots.place(np.column_stack([places - 4.5, middles - 4.5]), np.full((len(places), 2), 9.0))
        middle = MEANS + (result.targets.mean() - least) * scale
        ends = np.array([[middle - 0.7, FOLDS[0]], [MEANS, FOLDS[0] + FOLDS[1]]], float)
        self.axis.place(ends, np.array([[1.4, FOLDS[1]], [self._means_end - MEANS, 1.0]]))
        self._middle = middle

    def _tell(self, result: Folds, middles: np.ndarray) -> None:
        """Write the numbers."""
        n, below = len(result.targets), FOLDS[0] + FOLDS[1] + 12
        least, most = _limits(result.targets)
        told = [(16, y, f"fold {fold}") for fold, y in enumerate(middles, 1)]
        top, high = TARGETS
        told += [(16, top + 6, f"{most:.4g}"), (16, top + high - 5, f"{least:.4g}"), (ROWS[0], below, "row 0")]
        self.told.place(np.array([place[:2] for place in told], float), [place[2] for place in told], 14, centred=False)
        numbers = [
            (x, y, str(size))
            for y, size in zip(middles, result.sizes, strict=True)
            for x, size in ((544, n - size), (606, size))
        ]
        numbers += [(ROWS[0] + ROWS[1] - 24, below, f"row {n - 1}"), (MEANS, below, f"{least:.4g}")]
        numbers += [(self._means_end, below, f"{most:.4g}")]
        if MEANS + 36 < self._middle < self._means_end - 36:
            numbers += [(self._middle, below, f"all {result.targets.mean():.4g}")]
        if result.scores is not None:
            numbers += [(858, FOLDS[0] - 19, "MAE")]
            numbers += [(858, y, f"{score:.3g}") for y, score in zip(middles, result.scores, strict=True)]
        self.right.place(np.array([place[:2] for place in numbers], float), [place[2] for place in numbers], 14)

    def describe(self, result: Folds) -> str:
        """Say which rows the chosen fold validates on, and how far the folds are alike."""
        state, n = result.state, len(result.targets)
        chosen = result.fold_of == state.fold - 1
        inside, outside = result.targets[chosen], result.targets[~chosen]
        words = [
            _("Fold {fold} of {k} trains on {train} rows and validates on {size}: {rows}.").format(
                fold=state.fold, k=state.k, train=n - len(inside), size=len(inside), rows=_rows(np.flatnonzero(chosen))
            ),
            _(
                "Their mean target is {mean}, that of all rows {all}; over the folds it runs from {low} to {high}."
            ).format(
                mean=f"{inside.mean():.4g}",
                all=f"{result.targets.mean():.4g}",
                low=f"{result.means.min():.4g}",
                high=f"{result.means.max():.4g}",
            ),
        ]
        if inside.min() >= outside.max() or inside.max() <= outside.min():
            words.append(_("The training rows hold no target like them: the network is asked for what it never saw."))
        if n % state.k:
            words.append(
                _("{n} rows do not divide by {k}: folds of {large} rows and of {small}.").format(
                    n=n, k=state.k, large=result.sizes.max(), small=result.sizes.min()
                )
            )
        if result.scores is not None:
            words.append(
                _("Its MAE was {score}; the mean of the {k} is {mean}.").format(
                    score=f"{result.scores[state.fold - 1]:.3g}", k=state.k, mean=f"{result.scores.mean():.3g}"
                )
            )
        return " ".join(words)


def _limits(targets: np.ndarray) -> tuple[float, float]:
    """Least and largest target, a unit apart where all are equal."""
    least, most = float(targets.min()), float(targets.max())
    return (least, most) if most > least else (least, least + 1.0)


def _rows(rows: np.ndarray) -> str:
    """Name the rows: a run by its ends, others by the first few."""
    if rows[-1] - rows[0] == len(rows) - 1:
        return _("rows {first} to {last}").format(first=rows[0], last=rows[-1])
    few = ", ".join(str(row) for row in rows[:3])
    if len(rows) <= 3:
        return _("rows {few}").format(few=few)
    return _("rows {few} and {more} more").format(few=few, more=len(rows) - 3)
