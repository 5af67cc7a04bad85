"""A sample beside bars of what a classifier predicted of it: a picture, or a page of text."""

from collections.abc import Sequence

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from helpers.drawing.boxes import Boxes
from helpers.drawing.labels import Labels, text_width
from helpers.drawing.page import add
from helpers.drawing.pixels import Pixels
from helpers.drawing.style import COLOURS, FAINT, INK
from helpers.widgets.predictions.model import COLUMNS, ROWS, Prediction, TextPrediction
from helpers.widgets.predictions.typed import TypedPage
from helpers.words import _

IMAGE_SIZE, TEXT_SIZE = (780, 280), (840, 350)
IMAGE = (20, 40, 224)  # left, top, side in pixels
IMAGE_BARS = (330, 40, 360, 224)  # left, top, width at probability 1, height of all bars
NAME = 11 * 96 / 72  # font size of the names in pixels
TEXT = (20, 40)  # left, top in pixels
TEXT_BARS = (580, 44, 230, 54)  # left, top, width at probability 1, from one bar to the next
THICK = 18.0  # pixels, a bar beside a text


class _Bars:
    """Bars of probabilities, a frame round the bar of the true class, and a headline."""

    def __init__(self, page: Axes, names: Sequence[str], lower: Sequence[Artist]) -> None:
        self._names = names
        self.bars, self.right = Boxes(COLOURS["sky"]), Boxes(COLOURS["blue"], frame=2)
        self.shares, self.headline = Labels(INK), Labels(INK)
        self.moving = add(page, *lower, self.bars, self.right, self.shares, self.headline)

    def _write_headline(self, result: Prediction) -> None:
        predicted, true = self._names[result.predicted], self._names[result.true]
        text = _("sample {number}:  predicted {predicted},  true {true}")
        self.headline.write([(20, 20, text.format(number=result.sample, predicted=predicted, true=true))], 15)


class ImagePicture(_Bars):
    """One of ``images`` on the left, one bar a class on the right."""

    def __init__(self, page: Axes, names: Sequence[str], images: np.ndarray) -> None:
        left, top, side = IMAGE
        self._images = images
        self.image = Pixels((left, top, side, side), most=images.max(initial=1))
        super().__init__(page, names, [self.image])
        # A little further to the right for names that would reach into the picture.
        longest = max(text_width(name) for name in names) * NAME
        self._left = min(max(IMAGE_BARS[0], left + side + 20 + longest), IMAGE_SIZE[0] - IMAGE_BARS[2] - 70)
        self._apart = IMAGE_BARS[3] / len(names)
        self._middles = IMAGE_BARS[1] + (np.arange(len(names)) + 0.5) * self._apart
        for name, middle in zip(names, self._middles, strict=True):
            page.text(self._left - 10, middle, name, ha="right", va="center", fontsize=11)

    def show(self, result: Prediction) -> None:
        """Show the sample, its bars, a frame round the bar of the true class."""
        self.image.set_data(self._images[result.sample])
        wide, thick = IMAGE_BARS[2], 0.72 * self._apart
        corners = np.column_stack([np.full(len(self._middles), self._left), self._middles - thick / 2])
        lengths = np.maximum(result.probabilities * wide, 1)
        self.bars.place(corners, np.column_stack([lengths, np.full(len(lengths), thick)]))
        self.right.place(corners[result.true] - 3, (wide + 6, thick + 6))
        texts = [f"{share:.1%}" if share >= 0.001 else "" for share in result.probabilities]
        self.shares.write(zip(self._left + lengths + 8, self._middles, texts, strict=True), 13)
        self._write_headline(result)


class TextPicture(_Bars):
    """The text on the left, bars of the likeliest classes on the right; ``key`` explains the marks."""

    def __init__(self, page: Axes, names: Sequence[str], key: bool) -> None:
        self.typed, self.paper = TypedPage(TEXT, (ROWS, COLUMNS)), Boxes("#ececec")
        super().__init__(page, names, [self.typed, self.paper])
        if key:
            words = _("underlined: raises the predicted probability     dotted: lowers it")
            page.text(TEXT[0], TEXT_SIZE[1] - 16, words, va="center", fontsize=9, color=FAINT)

    def show(self, result: TextPrediction) -> None:
        """Show the page, a bar for each of the likeliest classes, a frame round the bar of the true one."""
        self.typed.write(result.lines, result.marks)
        classes = result.likeliest
        left, top, wide, apart = TEXT_BARS
        corners = np.column_stack([np.full(len(classes), left), top + 20 + apart * np.arange(len(classes))])
        lengths = np.maximum(result.probabilities[classes] * wide, 1)
        self.paper.place(corners, (wide, THICK))
        self.bars.place(corners, np.column_stack([lengths, np.full(len(lengths), THICK)]))
        true = classes.index(result.true)
        self.right.place(corners[true] - 2, (wide + 4, THICK + 4))
        texts = [f"{self._names[each]}  {result.probabilities[each]:.1%}" for each in classes]
        texts[true] += "  (" + _("true") + ")"
        self.shares.write(((x, y - 13, text) for (x, y), text in zip(corners, texts, strict=True)), 13)
        self._write_headline(result)
