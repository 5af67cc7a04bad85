"""Practice reviews and newswires: what replaces IMDB and Reuters where there is no network.

Words are drawn as often as their rank says (Zipf: the n-th word about 1/n as often as the first); most of
them are made up of syllables, so that nobody takes such a text for a real one.
"""

from itertools import islice, product

import numpy as np

from helpers.datasets.ragged import Ragged

Labelled = tuple[Ragged, np.ndarray]

# How many of Reuters' 11,228 newswires belong to each of its 46 topics.
TOPICS = tuple(map(int, (  # noqa: SIM905
    "67 537 94 3972 2423 22 62 19 177 126 154 473 62 209 28 29 543 51 86 682 339 127 22 "
    "53 81 123 32 19 58 23 57 52 42 16 57 16 60 21 22 29 46 38 16 27 17 19"
).split()))  # fmt: skip
COMMON = (  # noqa: SIM905
    "the and a of to is in it i this that was as for with movie but film on not"
).split()
PRAISE = (  # noqa: SIM905
    "great love best excellent wonderful perfect beautiful amazing favorite brilliant superb moving"
).split()
BLAME = (  # noqa: SIM905
    "bad worst boring awful waste terrible stupid poor worse horrible dull annoying"
).split()
FIRST_OPINION, OPINIONS = 100, 300  # 300 ranks from 100 on: praise and blame by turns
IMDB_WORDS, REUTERS_WORDS = 88_584, 30_979
TOPIC_WORDS = 40  # of a topic's own


def practice_words(count: int) -> dict[str, int]:
    """Return ``count`` words and their ranks from 1 on: a few English ones, then made-up ones."""
    opinions = [word for pair in zip(PRAISE, BLAME, strict=True) for word in pair]
    syllables = [a + b for a, b in product("bdfgklmnprstvz", "aeiou")]
    made_up = ("".join(parts) for length in (2, 3, 4) for parts in product(syllables, repeat=length))
    others = (word for word in made_up if word not in opinions)
    words = [*COMMON, *islice(others, FIRST_OPINION - len(COMMON)), *opinions, *islice(others, count)]
    return {word: rank for rank, word in enumerate(words[:count], 1)}


def _zipf(rng: np.random.Generator, count: int, words: int) -> np.ndarray:
    """Draw ranks from 1 to ``words``, rank n about as often as 1/n: (count,) int32."""
    return np.exp(rng.random(count, np.float32) * np.float32(np.log(words))).astype(np.int32)


def _lengths(rng: np.random.Generator, count: int, middle: float, spread: float, longest: int) -> np.ndarray:
    return np.clip(np.exp(rng.normal(np.log(middle), spread, count)), 10, longest).astype(np.int64)


def practice_imdb(rng: np.random.Generator, size: int = 25_000) -> tuple[Labelled, Labelled]:
    """Return two halves of ``size`` reviews each, as ranks from 1 on, and labels, half of them 1."""
    return _reviews(rng, size), _reviews(rng, size)


def _reviews(rng: np.random.Generator, size: int) -> tuple[Ragged, np.ndarray]:
    labels = np.arange(size) % 2
    lengths = _lengths(rng, size, middle=177, spread=0.72, longest=2490)
    words = _zipf(rng, int(lengths.sum()), IMDB_WORDS)
    opinion = np.flatnonzero(rng.random(len(words), np.float32) < 0.09)
    leaning = (labels * 2 - 1) * 0.3 + rng.normal(0, 0.15, size)  # some reviews are of two minds
    share = np.repeat(0.5 + leaning.clip(-0.45, 0.45), lengths)[opinion]
    praise = rng.random(len(opinion)) < share
    which = _zipf(rng, len(opinion), OPINIONS // 2) - 1
    words[opinion] = 1 + FIRST_OPINION + 2 * which + ~praise
    return Ragged(words, lengths), labels.astype(np.int64)


def practice_reuters(rng: np.random.Generator) -> tuple[Ragged, np.ndarray]:
    """Return 11,228 newswires, as ranks from 1 on, and their topics from 0 to 45, as unbalanced as the real ones."""
    topics = rng.permutation(np.repeat(np.arange(len(TOPICS)), TOPICS))
    lengths = _lengths(rng, len(topics), middle=100, spread=0.85, longest=2370)
    words = _zipf(rng, int(lengths.sum()), REUTERS_WORDS)
    own = rng.permutation(np.arange(100, 100 + TOPIC_WORDS * len(TOPICS))).reshape(len(TOPICS), TOPIC_WORDS)
    share = np.repeat(rng.uniform(0.0, 0.25, len(topics)), lengths)  # a few say nothing about their topic
    on_topic = np.flatnonzero(rng.random(len(words), np.float32) < share)
    about = np.repeat(topics, lengths)[on_topic]
    neighbouring = rng.random(len(on_topic)) < 0.35  # words of a topic near by
    about = np.where(neighbouring, (about + rng.integers(1, 4, len(on_topic))) % len(TOPICS), about)
    words[on_topic] = own[about, rng.integers(TOPIC_WORDS, size=len(on_topic))]
    return Ragged(words, lengths), topics.astype(np.int64)
