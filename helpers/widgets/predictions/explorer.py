"""PredictionBrowser: walk through what a classifier predicted, surest or least sure first, right or wrong."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
from matplotlib.figure import Figure

from helpers.drawing.page import page
from helpers.maths.errors import InputError
from helpers.widgets.engine.explorer import Explorer
from helpers.widgets.engine.fields import dropdown, int_slider
from helpers.widgets.predictions.model import Prediction, Predictions
from helpers.widgets.predictions.picture import IMAGE_SIZE, ImagePicture
from helpers.words import N_, _

SHOWN = {"all": N_("all"), "right": N_("right ones"), "wrong": N_("wrong ones")}
ORDERS = {"least sure": N_("least sure"), "surest": N_("surest")}


@dataclass(frozen=True)
class PredictionState:
    """Which samples are shown, in which order, and the place in that order."""

    show: str = dropdown("wrong", SHOWN, label=N_("show"), width=150)
    first: str = dropdown("least sure", ORDERS, label=N_("first"), width=170)
    place: int = int_slider(
        0, 0, lambda browser, state: browser.last(state), label=N_("place"), width=240, readout=False
    )


S = TypeVar("S", bound=PredictionState)
R = TypeVar("R", bound=Prediction)


class _Browser(Explorer[S, R]):
    """What browsers of pictures and of texts share: the order of the samples, and the controls that choose one."""

    panel = ("place",)
    label_width = None

    def __init__(
        self,
        samples: Any,
        probabilities: np.ndarray,
        labels: np.ndarray,
        names: Sequence[str] | None = None,
        **fields: Any,
    ) -> None:
        self.samples, self.names = samples, names
        self.predictions = Predictions(self.data_arguments[0], samples, probabilities, labels)
        self.probabilities, self.labels = self.predictions.probabilities, self.predictions.labels
        classes = self.probabilities.shape[1]
        self.classes = [str(name) for name in (range(classes) if names is None else names)]
        if len(self.classes) != classes:
            raise InputError(
                "names must be {classes}, one for each class, not {names}", classes=classes, names=len(self.classes)
            )
        super().__init__(**fields)

    def last(self, state: S) -> int:
        """Return the last place that there is."""
        return max(len(self.predictions.orders[state.show]) - 1, 0)

    def describe(self, result: R) -> Iterator[str]:
        """Say what was predicted, how surely, and what is true."""
        text = _("Number {place} of {count}: sample {sample} is taken for {said} with {sure} %; it is {true}.")
        yield text.format(
            place=result.place + 1,
            count=result.count,
            sample=result.sample,
            said=self.classes[result.predicted],
            sure=round(100 * float(result.probabilities.max()), 1),
            true=self.classes[result.true],
        )


class PredictionBrowser(_Browser[PredictionState, Prediction]):
    """See single predictions of an image classifier.

    ``images`` is (samples, height, width[, 3]), ``probabilities`` (samples, classes), ``labels`` (samples,) integers;
    ``names`` are the classes' names, the numbers when left out. Raises ValueError when these do not fit together.
    """

    State = PredictionState
    size = IMAGE_SIZE
    data_arguments = ("images", "probabilities", "labels", "names")

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

    def make_picture(self, figure: Figure) -> ImagePicture:
        """Lay out a place for the picture and a bar for each class."""
        return ImagePicture(page(figure), self.classes, self.images)

    def compute(self, state: PredictionState) -> Prediction:
        """Find the sample; InputError for a kind that there is none of."""
        return self.predictions.at(state.show, state.first, state.place)
