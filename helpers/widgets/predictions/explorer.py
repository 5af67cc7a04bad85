"""PredictionBrowser: walk through what a classifier said, surest or least sure first, right or wrong."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import ipywidgets as widgets
import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure

from helpers.drawing import COLOURS, Boxes, Labels, Pixels
from helpers.drawing.labels import text_width
from helpers.drawing.style import INK
from helpers.maths.errors import InputError
from helpers.widgets.engine.explorer import Explorer
from helpers.words import _

PICTURE = (20, 40, 224)  # left, top, side in pixels
BARS = (330, 40, 360, 224)  # left, top, width at probability 1, height of all bars
NAME = 11 * 96 / 72  # font size of the names in pixels
SHOWN = ("all", "right", "wrong")
ORDERS = ("least sure", "surest")


@dataclass(frozen=True)
class PredictionState:
    """Which samples are shown, in which order, and the place in that order."""

    show: str = "wrong"
    first: str = "least sure"
    place: int = 0


@dataclass(frozen=True)
class Prediction:
    """One sample: its number, how many there are to walk through, what was said of it and what it is."""

    sample: int
    place: int
    count: int
    probabilities: np.ndarray  # (classes,)
    predicted: int
    true: int


class _Predictions(Explorer):
    """What browsers of pictures and of texts share: the order of the samples, and the controls that choose one."""

    State = PredictionState

    def __init__(
        self,
        samples: Any,
        probabilities: np.ndarray,
        labels: np.ndarray,
        names: Sequence[str] | None = None,
        **fields: Any,
    ) -> None:
        self.samples = samples
        if names is not None and "names" not in self.data_arguments:
            self.data_arguments = (*self.data_arguments, "names")  # type: ignore[misc]
        self.probabilities, self.labels = np.asarray(probabilities), np.asarray(labels)
        self._check()
        self.labels = self.labels.astype(int)
        self.names = [str(name) for name in (range(self.probabilities.shape[1]) if names is None else names)]
        if len(self.names) != self.probabilities.shape[1]:
            raise ValueError(f"names must be {self.probabilities.shape[1]}, one for each class, not {len(self.names)}")
        predicted = self.probabilities.argmax(axis=1)
        sure = self.probabilities.max(axis=1, initial=0)
        by_sureness = np.argsort(sure, kind="stable")
        right = (predicted == self.labels)[by_sureness]
        self._orders = {"all": by_sureness, "right": by_sureness[right], "wrong": by_sureness[~right]}
        super().__init__(**fields)

    def _check(self) -> None:
        """Raise ValueError where samples, probabilities and labels do not fit together."""
        what = self.data_arguments[0]
        count, shape = len(self.samples), self.probabilities.shape
        if len(shape) != 2 or self.labels.ndim != 1 or not count == len(self.probabilities) == len(self.labels):
            raise ValueError(
                f"{what}, probabilities and labels must have one entry for each sample; there are {count:,} {what}, "
                f"and the shapes are {shape} and {self.labels.shape}"
            )
        if len(self.labels) and not 0 <= self.labels.min() <= self.labels.max() < shape[1]:
            raise ValueError(f"labels must lie between 0 and {shape[1] - 1}, one for each class")
        if not np.isfinite(self.probabilities).all():
            raise ValueError("probabilities must be numbers; some are NaN or infinite")

    def compute(self, state: Any) -> Any:
        """Find the sample; ValueError in words for a choice that does not exist or an empty one."""
        if state.show not in SHOWN:
            raise InputError("show must be one of {known}, not {show}", known=", ".join(SHOWN), show=state.show)
        if state.first not in ORDERS:
            raise InputError("first must be one of {known}, not {first}", known=", ".join(ORDERS), first=state.first)
        order = self._orders[state.show]
        if not len(order):
            raise InputError("there is no sample of this kind ({show})", show=state.show)
        if isinstance(state.place, bool) or not isinstance(state.place, int) or state.place < 0:
            raise InputError("place must be a whole number from 0 on, not {place}", place=state.place)
        place = min(state.place, len(order) - 1)
        sample = int(order[place if state.first == "least sure" else -1 - place])
        row = self.probabilities[sample]
        return Prediction(sample, place, len(order), row, int(row.argmax()), int(self.labels[sample]))

    def make_controls(self) -> dict[str, widgets.Widget]:
        """Which samples, in which order, and the place; the words tell its number."""
        close = {"description_width": "initial"}
        return {
            "place": widgets.IntSlider(
                description=_("place"), min=0, max=0, readout=False, layout=widgets.Layout(width="240px"), style=close
            ),
            "show": widgets.Dropdown(
                description=_("show"),
                options=[(_("all"), "all"), (_("right ones"), "right"), (_("wrong ones"), "wrong")],
                layout=widgets.Layout(width="150px"),
                style=close,
            ),
            "first": widgets.Dropdown(
                description=_("first"),
                options=[(_("least sure"), "least sure"), (_("surest"), "surest")],
                layout=widgets.Layout(width="170px"),
                style=close,
            ),
        }

    def write_controls(self, state: Any) -> None:
        """Set the controls; the slider ends with the last sample of the kind shown."""
        last = max(len(self._orders[state.show]) - 1, 0)
        slider = self.controls["place"]
        slider.value = min(slider.value, last)
        slider.max = last
        slider.value = min(state.place, last)
        self.controls["show"].value, self.controls["first"].value = state.show, state.first

    def describe(self, result: Any) -> str:
        """Say what was predicted, how surely, and what is true."""
        words = _("Number {place} of {count}: sample {sample} is taken for {said} with {sure} %; it is {true}.")
        return words.format(
            place=result.place + 1,
            count=result.count,
            sample=result.sample,
            said=self.names[result.predicted],
            sure=round(100 * float(result.probabilities.max()), 1),
            true=self.names[result.true],
        )


class PredictionBrowser(_Predictions):
    """See single predictions of an image classifier.

    ``images`` is (samples, height, width[, 3]), ``probabilities`` (samples, classes), ``labels`` (samples,) integers;
    ``names`` are the classes' names, the numbers when left out. Raises ValueError when these do not fit together.
    """

    size = (780, 280)
    data_arguments = ("images", "probabilities", "labels")

    def __init__(
        self,
        images: np.ndarray,
        probabilities: np.ndarray,
        labels: np.ndarray,
        names: Sequence[str] | None = None,
        **fields: Any,
    ) -> None:
        self.images = np.asarray(images)
        super().__init__(self.images, probabilities, labels, names, **fields)

    @classmethod
    def example(cls) -> "PredictionBrowser":
        """Return one on made-up pictures, rings on empty paper, for tests and benchmarks."""
        rng = np.random.default_rng(0)
        scores = np.exp(4 * rng.normal(size=(200, 10)))
        y, x = np.mgrid[:28, :28]
        radius, across, down = rng.uniform((4, 11, 11), (9, 17, 17), (200, 3)).T[:, :, None, None]
        distance = np.abs(np.hypot(x - across, y - down) - radius)
        images = (255 * np.clip(2 - distance, 0, 1)).astype(np.uint8)
        return cls(images, scores / scores.sum(axis=1, keepdims=True), rng.integers(0, 10, 200))

    def scene(self, figure: Figure) -> Iterable[Artist]:
        """The picture on the left, one bar a class on the right."""
        width, height = self.size
        page = figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(height, 0))
        page.set_axis_off()
        left, top, side = PICTURE
        self.picture = Pixels((left, top, side, side), most=self.images.max(initial=1))
        page.add_artist(self.picture)
        _, top, _wide, high = BARS
        self._left = self._first_bar()
        self._middles = top + (np.arange(len(self.names)) + 0.5) * high / len(self.names)
        for name, middle in zip(self.names, self._middles, strict=True):
            page.text(self._left - 10, middle, name, ha="right", va="center", fontsize=11)
        self.bars, self.right = Boxes(COLOURS["sky"]), Boxes(COLOURS["blue"], frame=2)
        self.shares, self.headline = Labels(INK), Labels(INK)
        for artist in (self.bars, self.right, self.shares, self.headline):
            page.add_patch(artist)
        return [self.picture, self.bars, self.right, self.shares, self.headline]

    def _first_bar(self) -> float:
        """Where the bars begin: a little further to the right for names that would reach into the picture."""
        longest = max(text_width(name) for name in self.names) * NAME
        return min(max(BARS[0], PICTURE[0] + PICTURE[2] + 20 + longest), self.size[0] - BARS[2] - 70)

    def draw(self, result: Prediction) -> None:
        """Show the sample, its bars, a frame around the bar of the true class."""
        self.picture.set_data(self.images[result.sample])
        _, _top, wide, high = BARS
        left = self._left
        thick = 0.72 * high / len(self.names)
        corners = np.column_stack([np.full(len(self.names), left), self._middles - thick / 2])
        lengths = np.maximum(result.probabilities * wide, 1)
        self.bars.place(corners, np.column_stack([lengths, np.full(len(self.names), thick)]))
        self.right.place(corners[[result.true]] - 3, np.array([[wide + 6, thick + 6]]))
        beside = np.column_stack([left + lengths + 8, self._middles])
        told = [f"{share:.1%}" if share >= 0.001 else "" for share in result.probabilities]
        self.shares.place(beside, told, size=13, centred=False)
        said, true = self.names[result.predicted], self.names[result.true]
        headline = f"sample {result.sample}:  predicted {said},  true {true}"
        self.headline.place(np.array([[PICTURE[0], 20]]), [headline], size=15, centred=False)
