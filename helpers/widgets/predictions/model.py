"""What a classifier predicted, in the order of its confidence; a text as it is read, line by line."""

from collections.abc import Collection
from dataclasses import dataclass
from math import ceil
from typing import Any

import numpy as np

from helpers.maths.errors import InputError

COLUMNS, ROWS = 64, 15  # of a page of text
CLASSES = 5  # shown of a text at most
FAINTEST = 0.15  # of the strongest pull: weaker ones stay unmarked
Words = list[tuple[str, float]]  # each with its pull


@dataclass(frozen=True)
class Prediction:
    """One sample: its number, its place among ``count``, what was predicted of it and what it is."""

    sample: int
    place: int
    count: int
    probabilities: np.ndarray  # (classes,)
    predicted: int
    true: int


@dataclass(frozen=True)
class TextPrediction(Prediction):
    """A prediction and the text it was made from: lines and marks (rows, columns) of one page, and the words."""

    lines: list[str]
    marks: np.ndarray
    page: int
    pages: int
    words: Words

    @property
    def unknown(self) -> int:
        """How many words are not in the vocabulary."""
        return sum(word == "?" for word, _pull in self.words)

    @property
    def likeliest(self) -> list[int]:
        """The classes to show: both of two; of more the likeliest, and the true one among them."""
        if len(self.probabilities) <= 2:
            return list(range(len(self.probabilities)))
        classes = np.argsort(-self.probabilities, kind="stable")[:CLASSES].tolist()
        return classes if self.true in classes else [*classes[:-1], self.true]


class Predictions:
    """All predictions of a classifier: ``probabilities`` (samples, classes) and ``labels`` (samples,) of ``samples``.

    ``kind`` is what the samples are called. Raises ValueError where these do not fit together.
    """

    def __init__(self, kind: str, samples: Collection[Any], probabilities: np.ndarray, labels: np.ndarray) -> None:
        p, y = np.asarray(probabilities), np.asarray(labels)
        if p.ndim != 2 or y.ndim != 1 or not len(samples) == len(p) == len(y):
            raise InputError(
                "{kind}, probabilities and labels must have one entry for each sample; there are {count} {kind}, and "
                "the shapes are {p} and {y}",
                kind=kind,
                count=f"{len(samples):,}",
                p=p.shape,
                y=y.shape,
            )
        if len(y) and not 0 <= y.min() <= y.max() < p.shape[1]:
            raise InputError("labels must lie between 0 and {last}, one for each class", last=p.shape[1] - 1)
        if not np.isfinite(p).all():
            raise InputError("probabilities must be numbers; some are NaN or infinite")
        self.probabilities, self.labels = p, y.astype(int)
        confidence = np.argsort(p.max(axis=1, initial=0), kind="stable")
        right = (p.argmax(axis=1) == self.labels)[confidence]
        self.orders = {"all": confidence, "right": confidence[right], "wrong": confidence[~right]}

    def at(self, show: str, first: str, place: int) -> Prediction:
        """Return the prediction at ``place`` of those to ``show``, or the last; InputError when there is none."""
        order = self.orders[show]
        if not len(order):
            raise InputError("there is no sample of this kind ({show})", show=show)
        place = min(place, len(order) - 1)
        sample = int(order[place if first == "least sure" else -1 - place])
        row = self.probabilities[sample]
        return Prediction(sample, place, len(order), row, int(row.argmax()), int(self.labels[sample]))


def read(found: Prediction, words: Words, page: int) -> TextPrediction:
    """Return the prediction with ``page`` of the text made of ``words``, or with the last page."""
    lines, marks = typed(words)
    pages = max(ceil(len(lines) / ROWS), 1)
    page = min(page, pages - 1)
    shown = slice(page * ROWS, (page + 1) * ROWS)
    return TextPrediction(**vars(found), lines=lines[shown], marks=marks[shown], page=page, pages=pages, words=words)


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
