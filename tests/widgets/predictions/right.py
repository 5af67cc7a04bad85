"""What the two browsers of predictions must show for a state: sorted, wrapped and marked by the standard library."""

import textwrap

import numpy as np

from helpers.widgets import TextPredictionBrowser
from helpers.widgets.predictions.picture import IMAGE_BARS, TEXT_BARS
from helpers.widgets.predictions.typed import KNOWN

STATES = {
    "PredictionBrowser": ({}, {"show": "all", "place": 7}),
    "TextPredictionBrowser": ({"show": "all", "place": 3}, {"show": "all", "place": 12, "page": 1}),
}
COLUMNS, ROWS, LEVELS = 64, 15, 17


def sample_of(explorer):
    """The sample at the place, and how many samples of the kind there are."""
    state = explorer.state
    kinds = {
        "all": lambda right: True,
        "right": lambda right: right,
        "wrong": lambda right: not right,
    }
    pairs = enumerate(zip(explorer.probabilities.tolist(), explorer.labels, strict=True))
    found = [(max(row), number) for number, (row, label) in pairs if kinds[state.show](row.index(max(row)) == label)]
    found.sort(reverse=state.first == "surest")
    return found[min(state.place, len(found) - 1)][1]


def assert_text(explorer, sample):
    """The lines of the page, and behind each word its pull as one of the colours."""
    numbers = [int(number) for number in explorer.texts[sample] if number > 1]
    words = [explorer.vocabulary.get(number, "?") for number in numbers]
    pulls = np.asarray(explorer.pulls(np.array(numbers)))
    lines = textwrap.wrap(" ".join(words), COLUMNS, break_on_hyphens=False)
    first = min(explorer.state.page, (len(lines) - 1) // ROWS) * ROWS
    page = explorer.picture.typed
    written = ["".join(KNOWN[code] for code in row).rstrip() for row in page.characters]
    assert written == [*lines, *[""] * ROWS][first : first + ROWS]
    half, strongest = LEVELS // 2, np.abs(pulls).max()
    place = 0
    for row, line in enumerate(lines):
        for start, word in zip(np.cumsum([0, *(len(one) + 1 for one in line.split())]), line.split(), strict=False):
            assert word == words[place]
            pull, place = pulls[place] / strongest, place + 1
            if first <= row < first + ROWS:
                levels = page.levels[row - first, start : start + len(word)] - half
                steps = np.ceil(abs(pull) * half - 1e-9) if abs(pull) >= 0.15 else 0
                assert (levels == np.sign(pull) * steps).all(), (word, pull)
    assert place == len(words)


def assert_right(explorer):
    picture, sample = explorer.picture, sample_of(explorer)
    p, true = explorer.probabilities[sample], int(explorer.labels[sample])
    predicted = explorer.classes[p.tolist().index(p.max())]
    assert [text for _x, _y, text in picture.headline.texts] == [
        f"sample {sample}:  predicted {predicted},  true {explorer.classes[true]}"
    ]
    shares = [text for _x, _y, text in picture.shares.texts]
    if isinstance(explorer, TextPredictionBrowser):
        assert_text(explorer, sample)
        names = [f"{name}  {share:.1%}" for name, share in zip(explorer.classes, p, strict=True)]
        assert shares == [name + "  (true)" * (place == true) for place, name in enumerate(names)]
        wide = TEXT_BARS[2]
    else:
        np.testing.assert_array_equal(picture.image.data, explorer.images[sample])
        assert shares == [f"{share:.1%}" if share >= 0.001 else "" for share in p]
        wide = IMAGE_BARS[2]
    np.testing.assert_allclose(picture.bars.sizes[:, 0], np.maximum(wide * p, 1))
    middles = picture.bars.corners[:, 1] + picture.bars.sizes[:, 1] / 2
    framed = picture.right.corners[0, 1] + picture.right.sizes[0, 1] / 2
    assert np.argmin(np.abs(middles - framed)) == true
    assert np.abs(middles - framed).min() < 1e-9
