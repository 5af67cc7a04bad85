"""TextPredictionBrowser: read what a classifier of texts has read, with the words marked that pulled its answer."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import ipywidgets as widgets
import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure

from helpers.drawing import COLOURS, Boxes, Labels
from helpers.drawing.style import FAINT, INK
from helpers.maths.errors import InputError
from helpers.widgets.predictions.explorer import Prediction, PredictionState, _Predictions
from helpers.widgets.predictions.typed import TypedPage
from helpers.words import _

ROWS, COLUMNS = 15, 64
TEXT = (20, 40)  # left, top in pixels
BARS = (580, 44, 230, 54)  # left, top, width at probability 1, from one bar to the next
CLASSES = 5  # bars at most
FAINTEST = 0.15  # of the strongest pull: weaker ones stay unmarked
FIRST_WORD = 2  # 0 fills up and 1 marks the beginning: neither is read
Words = list[tuple[str, float]]


@dataclass(frozen=True)
class TextState(PredictionState):
    """Which text is shown, and which page of it."""

    page: int = 0


@dataclass(frozen=True)
class TextPrediction(Prediction):
    """A prediction and the text it was made from: lines and marks (rows, columns) of one page, and the words."""

    lines: list[str]
    marks: np.ndarray
    page: int
    pages: int
    words: Words  # each with its pull
    unknown: int


class TextPredictionBrowser(_Predictions):
    """See single predictions of a text classifier, with the text.

    ``texts`` holds integers of words, a sequence for each sample (0 and 1, padding and beginning, are left out);
    ``vocabulary`` maps an integer to its word, others are shown as ?. ``probabilities`` is (samples, classes), or
    (samples,) or (samples, 1) for the second of two classes; ``labels`` (samples,) integers. ``pulls`` gives, for
    one text (length,), how much each word raises the probability of what was predicted: (length,). Raises ValueError
    when these do not fit together.
    """

    State = TextState
    size = (840, 350)
    data_arguments = ("texts", "probabilities", "labels", "vocabulary")

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
            raise ValueError(f"vocabulary must map numbers to words, as a dict does; it is {type(vocabulary).__name__}")
        self.texts, self.vocabulary, self.pulls = texts, vocabulary, pulls
        self._last: tuple[TextState, TextPrediction] | None = None
        if pulls is not None:
            names = range(p.shape[1]) if names is None else names  # type: ignore[assignment]
            self.data_arguments = (*self.data_arguments, "names", "pulls")  # type: ignore[assignment, misc]
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

    def compute(self, state: TextState) -> TextPrediction:
        """Find the text, its page and its marks; InputError for a choice that does not exist."""
        if self._last and self._last[0] == state:  # asked twice a move: for the picture, and for the slider of pages
            return self._last[1]
        result = self._read(super().compute(state), state)
        self._last = state, result
        return result

    def _read(self, found: Prediction, state: TextState) -> TextPrediction:
        if isinstance(state.page, bool) or not isinstance(state.page, int) or state.page < 0:
            raise InputError("page must be a whole number from 0 on, not {page}", page=state.page)
        numbers = np.asarray(self.samples[found.sample], int)
        pulls = self._pulls(numbers)
        read = numbers >= FIRST_WORD
        words = [
            (self.vocabulary.get(int(number), "?"), float(pull))
            for number, pull in zip(numbers[read], pulls[read], strict=True)
        ]
        lines, marks = typed(words)
        pages = max(-(-len(lines) // ROWS), 1)
        page = min(state.page, pages - 1)
        shown = slice(page * ROWS, (page + 1) * ROWS)
        unknown = sum(word == "?" for word, _pull in words)
        return TextPrediction(
            **vars(found), lines=lines[shown], marks=marks[shown], page=page, pages=pages, words=words, unknown=unknown
        )

    def _pulls(self, numbers: np.ndarray) -> np.ndarray:
        if self.pulls is None:
            return np.zeros(len(numbers))
        pulls = np.asarray(self.pulls(numbers), float)
        if pulls.shape != numbers.shape:
            raise InputError(
                "pulls must give one number for each word: {words} words, {got}", words=len(numbers), got=pulls.shape
            )
        return np.nan_to_num(pulls)

    def make_controls(self) -> dict[str, widgets.Widget]:
        """Which texts, in which order, the place, and the page of a long text."""
        page = widgets.IntSlider(
            description=_("page"),
            min=0,
            max=0,
            readout=False,
            layout=widgets.Layout(width="170px"),
            style={"description_width": "initial"},
        )
        return {**super().make_controls(), "page": page}

    def read_controls(self) -> TextState:
        """Return the state of the controls; another text is read from its beginning."""
        state = super().read_controls()
        same = (state.place, state.show, state.first) == (self.state.place, self.state.show, self.state.first)
        return state if same else TextState(state.show, state.first, state.place)

    def write_controls(self, state: TextState) -> None:
        """Set the controls; the page's slider ends with the last page of this text."""
        super().write_controls(state)
        try:
            last = self.compute(state).pages - 1
        except InputError:  # said under the picture
            last = 0
        slider = self.controls["page"]
        slider.value = min(slider.value, last)
        slider.max, slider.disabled = last, last == 0
        slider.value = min(state.page, last)

    def scene(self, figure: Figure) -> Iterable[Artist]:
        """The text on the left, bars of the likeliest classes on the right."""
        width, height = self.size
        axes = figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(height, 0))
        axes.set_axis_off()
        if self.pulls is not None:
            told = "underlined: speaks for what was predicted     dotted: speaks against it"
            axes.text(TEXT[0], height - 16, told, va="center", fontsize=9, color=FAINT)
        self.typed = TypedPage(TEXT, (ROWS, COLUMNS))
        axes.add_artist(self.typed)
        self.paper, self.bars = Boxes("#ececec"), Boxes(COLOURS["sky"])
        self.right = Boxes(COLOURS["blue"], frame=2)
        self.shares, self.headline = Labels(INK), Labels(INK)
        moving = [self.paper, self.bars, self.right, self.shares, self.headline]
        for artist in moving:
            axes.add_patch(artist)
        return [self.typed, *moving]

    def draw(self, result: TextPrediction) -> None:
        """Show the page, a bar for each of the likeliest classes, a frame round the bar of the true one."""
        self.typed.write(result.lines, result.marks)
        classes = self._likeliest(result)
        left, top, wide, apart = BARS
        corners = np.column_stack([np.full(len(classes), left), top + 20 + apart * np.arange(len(classes))])
        whole = np.tile([wide, 18.0], (len(classes), 1))
        lengths = np.maximum(result.probabilities[classes] * wide, 1)
        self.paper.place(corners, whole)
        self.bars.place(corners, np.column_stack([lengths, whole[:, 1]]))
        true = classes.index(result.true)
        self.right.place(corners[[true]] - 2, whole[[true]] + 4)
        told = [f"{self.names[each]}  {result.probabilities[each]:.1%}" for each in classes]
        told[true] += "  (true)"
        self.shares.place(corners - (0, 13), told, size=13, centred=False)
        headline = f"sample {result.sample}:  predicted {self.names[result.predicted]},  true {self.names[result.true]}"
        self.headline.place(np.array([[TEXT[0], 20]]), [headline], size=15, centred=False)

    def _likeliest(self, result: TextPrediction) -> list[int]:
        if len(self.names) <= 2:
            return list(range(len(self.names)))
        classes = np.argsort(-result.probabilities, kind="stable")[:CLASSES].tolist()
        return classes if result.true in classes else [*classes[:-1], result.true]

    def describe(self, result: TextPrediction) -> str:
        """Say what was predicted, of how long a text, and which words pulled most."""
        if not result.words:
            return f"{super().describe(result)} {_('The text is empty.')}"
        parts = [
            super().describe(result),
            _("The text has {words} words, {unknown} of them unknown; page {page} of {pages}.").format(
                words=len(result.words), unknown=result.unknown, page=result.page + 1, pages=result.pages
            ),
        ]
        pulls = {word: pull for word, pull in result.words if word != "?"}
        most, least = (pick(pulls, key=lambda word: pulls[word], default="") for pick in (max, min))
        if pulls and pulls[most] > 0:
            parts.append(_("Most for it: {word} ({pull}).").format(word=most, pull=f"{pulls[most]:+.3f}"))
        if pulls and pulls[least] < 0:
            parts.append(_("Most against it: {word} ({pull}).").format(word=least, pull=f"{pulls[least]:+.3f}"))
        return " ".join(parts)


def typed(words: Words) -> tuple[list[str], np.ndarray]:
    """Break words into lines of COLUMNS: the lines, and the pulls behind their characters, (lines, COLUMNS) in ±1."""
    strongest = max((abs(pull) for _word, pull in words), default=0.0) or 1.0
    lines: list[str] = [""]
    spots = []
    for word, pull in words:
        word = word[:COLUMNS]
        if len(lines[-1]) + len(word) > COLUMNS:
            lines.append("")
        if abs(pull) >= FAINTEST * strongest:
            spots.append((len(lines) - 1, len(lines[-1]), len(word), pull / strongest))
        lines[-1] += word + " "
    marks = np.zeros((len(lines), COLUMNS))
    for row, start, length, share in spots:
        marks[row, start : start + length] = share
    return lines, marks
