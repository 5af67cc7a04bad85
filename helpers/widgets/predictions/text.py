"""TextPredictionBrowser: read what a classifier of texts has read, with the words marked that pulled its prediction."""

import dataclasses
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.figure import Figure

from helpers.drawing.page import page
from helpers.maths.errors import InputError
from helpers.widgets.engine.fields import int_slider
from helpers.widgets.predictions.explorer import PredictionState, _Browser
from helpers.widgets.predictions.model import TextPrediction, read
from helpers.widgets.predictions.picture import TEXT_SIZE, TextPicture
from helpers.words import N_, _

FIRST_WORD = 2  # 0 fills up and 1 marks the beginning: neither is read


@dataclass(frozen=True)
class TextState(PredictionState):
    """Which text is shown, and which page of it."""

    page: int = int_slider(
        0, 0, lambda browser, state: browser.last_page(state), label=N_("page"), width=170, readout=False
    )


class TextPredictionBrowser(_Browser[TextState, TextPrediction]):
    """See single predictions of a text classifier, with the text.

    ``texts`` holds integers of words, a sequence for each sample (0 and 1, padding and beginning, are left out);
    ``vocabulary`` maps an integer to its word, others are shown as ?. ``probabilities`` is (samples, classes), or
    (samples,) or (samples, 1) for the second of two classes; ``labels`` (samples,) integers. ``pulls`` gives, for
    one text (length,), how much each word raises the probability of what was predicted: (length,). Raises ValueError
    when these do not fit together.
    """

    State = TextState
    size = TEXT_SIZE
    data_arguments = ("texts", "probabilities", "labels", "vocabulary", "names", "pulls")

    def __init__(
        self,
        texts: Sequence[Any],
        probabilities: np.ndarray,
        labels: np.ndarray,
        vocabulary: Mapping[int, str],
        names: Sequence[str] | None = None,
        pulls: Callable[[np.ndarray], np.ndarray] | None = None,
        **fields: Any,
    ) -> None:
        p = np.asarray(probabilities)
        if p.ndim == 1 or (p.ndim == 2 and p.shape[1] == 1):
            p = np.column_stack([1 - p.ravel(), p.ravel()])
        if not isinstance(vocabulary, Mapping):
            raise InputError(
                "vocabulary must map numbers to words, as a dict does; it is {kind}", kind=type(vocabulary).__name__
            )
        self.texts, self.vocabulary, self.pulls = texts, vocabulary, pulls
        self._last: tuple[TextState, TextPrediction] | None = None
        super().__init__(texts, p, labels, names, **fields)

    @classmethod
    def example(cls) -> "TextPredictionBrowser":
        """Return one on made-up texts of a few dozen words, for tests and benchmarks."""
        rng = np.random.default_rng(0)
        words = {2 + n: "".join(rng.choice(list("abdegilmnorstu"), n % 9 + 2)) for n in range(1, 90)}
        texts = [rng.integers(2, 92, size) for size in rng.integers(40, 420, 60)]
        scores = rng.normal(0, 1, 92)
        p = np.array([1 / (1 + np.exp(-scores[np.unique(text)].sum() / 3)) for text in texts])
        return cls(
            texts, p, rng.integers(0, 2, 60), words, ("negative", "positive"), lambda text: scores[np.asarray(text)]
        )

    def make_picture(self, figure: Figure) -> TextPicture:
        """Lay out the page and the bars; the marks are explained where there are any."""
        return TextPicture(page(figure), self.classes, key=self.pulls is not None)

    def compute(self, state: TextState) -> TextPrediction:
        """Find the text, its page and its marks; InputError for a kind that there is none of."""
        if self._last and self._last[0] == state:  # asked more than once a move: for the slider of pages, too
            return self._last[1]
        found = self.predictions.at(state.show, state.first, state.place)
        numbers = np.asarray(self.samples[found.sample], int)
        pulls = np.zeros(len(numbers)) if self.pulls is None else np.asarray(self.pulls(numbers), float)
        if pulls.shape != numbers.shape:
            raise InputError(
                "pulls must give one number for each word: {words} words, {got}", words=len(numbers), got=pulls.shape
            )
        words = [
            (self.vocabulary.get(number, "?"), pull)
            for number, pull in zip(numbers.tolist(), np.nan_to_num(pulls).tolist(), strict=True)
            if number >= FIRST_WORD
        ]
        self._last = state, read(found, words, state.page)
        return self._last[1]

    def last_page(self, state: TextState) -> int:
        """Return the last page of the text that ``state`` shows."""
        try:
            return self.compute(state).pages - 1
        except Exception:  # said under the picture when this state is to be shown
            return 0

    def follow(self, before: TextState, after: TextState) -> TextState:
        """Read another text from its beginning."""
        same = dataclasses.replace(after, page=before.page) == before
        return after if same else dataclasses.replace(after, page=0)

    def describe(self, result: TextPrediction) -> Iterator[str]:
        """Say what was predicted, of how long a text, and which words pulled most."""
        yield from super().describe(result)
        if not result.words:
            yield _("The text is empty.")
            return
        words, unknown, page = len(result.words), result.unknown, result.page + 1
        text = _("The text has {words} words, {unknown} of them unknown; page {page} of {pages}.")
        yield text.format(words=words, unknown=unknown, page=page, pages=result.pages)
        pulls = {word: pull for word, pull in result.words if word != "?"}
        most, least = (pick(pulls, key=lambda word: pulls[word], default="") for pick in (max, min))
        if pulls and pulls[most] > 0:
            yield _("Most for it: {word} ({pull}).").format(word=most, pull=f"{pulls[most]:+.3f}")
        if pulls and pulls[least] < 0:
            yield _("Most against it: {word} ({pull}).").format(word=least, pull=f"{pulls[least]:+.3f}")
