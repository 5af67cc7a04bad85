"""What the layers of a network answer while it learns: a few numbers a layer, kept in bounded memory."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from math import ceil, isqrt

import numpy as np

PARTS = ("activations", "weights", "gradients")  # of a layer, that can be looked at
BINS = 50
MOST_COUNTED = 200_000  # values that a histogram looks at; of more, evenly spaced ones
MOST_MAPS, MOST_SIDE, MOST_UNITS = 16, 48, 1024  # of a layer's answer to one sample, as a picture
NEAR = 0.01  # of the range: nearer to a bound than this, a value counts as saturated
LEAST_LOOKS = 4  # that there must be room for
SAME = 1e-6  # of the layer's largest value: a unit that varies less over the samples is dead


@dataclass(frozen=True)
class Spread:
    """How numbers are spread: ``counts`` (BINS,) are shares of all, between ``low`` and ``high``.

    ``mean``, ``std`` and ``size``, the mean absolute value, are of the finite ones; ``broken`` is the share of the
    others.
    """

    counts: np.ndarray
    low: float
    high: float
    mean: float
    std: float
    size: float
    broken: float


def spread(values: np.ndarray) -> Spread:
    """Return how ``values``, of any shape, are spread: of more than 200,000 by that many, evenly spaced.

    Without a finite one mean, std and size are NaN.
    """
    flat = np.asarray(values).reshape(-1)
    flat = flat[:: max(ceil(flat.size / MOST_COUNTED), 1)]
    whole = np.isfinite(flat)
    kept = flat if whole.all() else flat[whole]
    if not kept.size:
        return Spread(np.zeros(BINS, np.float32), 0.0, 1.0, *(float("nan"),) * 3, 1.0 if flat.size else 0.0)
    kept = kept.astype(np.float64)
    low, high = float(kept.min()), float(kept.max())
    if high - low <= 1e-12 * max(abs(low), abs(high), 1e-12):  # all the same: one bar in the middle
        low, high = low - max(abs(low), 1e-6) / 2, high + max(abs(high), 1e-6) / 2
    # np.histogram takes four times as long, and every layer is looked at after every epoch.
    places = np.minimum(((kept - low) * (BINS / (high - low))).astype(np.int64), BINS - 1)
    counts = np.bincount(places, minlength=BINS) / flat.size
    numbers = (low, high, float(kept.mean()), float(kept.std()), float(np.abs(kept).mean()))
    return Spread(counts.astype(np.float32), *numbers, 1 - kept.size / flat.size)


@dataclass(frozen=True)
class LayerInfo:
    """A layer: its name, its class, the shape of its answer to one sample, the bounds of its activation if any."""

    name: str
    kind: str
    shape: tuple[int, ...]
    activation: str = ""
    bounds: tuple[float, float] | None = None


@dataclass(frozen=True)
class LayerLook:
    """One layer at one moment, over all samples of the probe.

    ``zeros`` is the share of answers that are exactly 0; ``saturated`` the share that lies within 1 % of the range at
    a bound of the activation, None where it has none. ``dead`` (units,) marks the units, the last axis, that answer
    the same for every sample. ``maps`` (samples, maps, height, width) uint8 are pictures of some answers, from 0 for
    ``faintest`` to 255 for ``strongest``. ``weights`` and ``gradients``, ∂loss/∂weights, are None where there are none.
    """

    answers: Spread
    zeros: float
    saturated: float | None
    dead: np.ndarray
    maps: np.ndarray
    faintest: float
    strongest: float
    weights: Spread | None = None
    gradients: Spread | None = None

    def part(self, name: str) -> Spread | None:
        """Return how the numbers of one of PARTS are spread."""
        return {"activations": self.answers, "weights": self.weights, "gradients": self.gradients}[name]

    @property
    def nbytes(self) -> int:
        """Memory of its arrays, in bytes."""
        parts = [getattr(self, field.name) for field in fields(self)]
        arrays = [part.counts if isinstance(part, Spread) else part for part in parts]
        return sum(array.nbytes for array in arrays if isinstance(array, np.ndarray))


def look(
    answers: np.ndarray,
    bounds: tuple[float, float] | None,
    shown: int,
    weights: np.ndarray | None = None,
    gradients: np.ndarray | None = None,
) -> LayerLook:
    """Sum up ``answers`` (samples, ..., units) of one layer; ``shown`` samples are kept as pictures."""
    values = answers.reshape(len(answers), -1) if answers.ndim < 2 else answers
    with np.errstate(invalid="ignore"):  # a network that broke answers NaN, which must be seen
        units = values.reshape(-1, values.shape[-1])
        least, most = units.min(axis=0), units.max(axis=0)
        top = np.nanmax(np.abs([least, most]), initial=0)
        dead = most - least <= SAME * (top if np.isfinite(top) else 1)
    small, low, high = pictures(values[:shown])
    return LayerLook(
        spread(values),
        float((values == 0).mean()) if values.size else 0.0,
        _saturated(values, bounds),
        dead,
        small,
        low,
        high,
        None if weights is None else spread(weights),
        None if gradients is None else spread(gradients),
    )


def _saturated(values: np.ndarray, bounds: tuple[float, float] | None) -> float | None:
    if bounds is None:
        return None
    low, high = bounds
    margin = NEAR * (high - low)
    return float(((values < low + margin) | (values > high - margin)).mean())


def pictures(values: np.ndarray) -> tuple[np.ndarray, float, float]:
    """Return answers (samples, ...) as (samples, maps, height, width) uint8, and the values of 0 and of 255.

    Channels last: (height, width, channels) gives a map a channel. Units in a row are folded into a rectangle, which
    may end with some zeros too many; large pictures keep every second, third and so on pixel.
    """
    maps = _as_maps(values)
    maps = np.where(np.isfinite(maps), maps, 0)
    low, high = min(float(maps.min(initial=0)), 0.0), max(float(maps.max(initial=0)), 0.0)
    scale = 255 / (high - low) if high > low else 0.0
    return np.rint((maps - low) * scale).astype(np.uint8), low, high


def _as_maps(values: np.ndarray) -> np.ndarray:
    count = len(values)
    if values.ndim == 2:
        height, width = folded(values.shape[1])
        flat = np.zeros((count, height * width), np.float64)
        flat[:, : values.shape[1]] = values[:, : height * width]
        return flat.reshape(count, 1, height, width)
    if values.ndim == 3:  # (steps, features), as a sequence has them: features downwards
        return _thinned(values.transpose(0, 2, 1)[:, None])
    if values.ndim == 4:
        return _thinned(np.moveaxis(values[..., :MOST_MAPS], -1, 1))
    return _as_maps(values.reshape(count, *values.shape[1:3], -1))


def _thinned(maps: np.ndarray) -> np.ndarray:
    steps = [max(ceil(side / MOST_SIDE), 1) for side in maps.shape[2:]]
    return maps[:, :, :: steps[0], :: steps[1]].astype(np.float64)


def folded(units: int) -> tuple[int, int]:
    """Return height and width of the rectangle that ``units`` in a row are shown as; up to 1,024 of them."""
    units = min(units, MOST_UNITS)
    for height in range(isqrt(units), 0, -1):
        if units % height == 0 and units // height <= 4 * height:
            return height, units // height
    width = max(isqrt(2 * units), 1) if units > 12 else max(units, 1)
    return ceil(units / width) if units else 1, width


@dataclass(frozen=True)
class Look:
    """All layers after ``epoch`` epochs; 0 is before the training."""

    epoch: int
    layers: tuple[LayerLook, ...]

    @property
    def nbytes(self) -> int:
        """Memory of its arrays, in bytes."""
        return sum(layer.nbytes for layer in self.layers)


class Recording:
    """The looks at a network while it learned, thinned out where they would take more than ``most_bytes``.

    ``every`` is how many epochs lie between two looks from now on: it doubles each time that every second look goes.
    The first look and the newest always stay.
    """

    def __init__(self, layers: Sequence[LayerInfo], inputs: np.ndarray, samples: int, most_bytes: float) -> None:
        self.layers = tuple(layers)
        self.inputs = inputs  # (shown, maps, height, width) uint8
        self.samples = samples
        self.looks: list[Look] = []
        self.every = 1
        self.most_bytes = most_bytes

    @property
    def nbytes(self) -> int:
        """Memory of all arrays, in bytes."""
        return self.inputs.nbytes + sum(look.nbytes for look in self.looks)

    def room(self, wanted: int) -> int:
        """Return how many of ``wanted`` samples a look may keep pictures of: a few looks must find room."""
        perfect = sum(MOST_UNITS if len(info.shape) < 2 else MOST_MAPS * MOST_SIDE**2 for info in self.layers)
        return int(min(wanted, self.most_bytes // (LEAST_LOOKS * perfect)))

    def add(self, look: Look) -> None:
        """Keep ``look``, and drop others where there is no room."""
        self.looks.append(look)
        while self.nbytes > self.most_bytes and len(self.looks) > 2:
            last = self.looks[-1]
            self.looks = [*self.looks[:-1:2], last]
            self.every *= 2

    @property
    def shown(self) -> int:
        """Of how many samples every look has pictures."""
        return min(len(layer.maps) for look in self.looks for layer in look.layers)

    def place(self, epoch: int) -> int:
        """Return which look is the latest at or before ``epoch``; the first where none is."""
        return max((place for place, look in enumerate(self.looks) if look.epoch <= epoch), default=0)

    def at(self, epoch: int) -> Look:
        """Return the latest look at or before ``epoch``; the first where none is."""
        return self.looks[self.place(epoch)]


@dataclass(frozen=True)
class Selection:
    """What is looked at: which of the looks and which of the layers; ``show``, one of PARTS; a sample, from 0.

    ``epoch`` is the one asked for, which may have no look of its own. ``spreads`` are of that part, one a look,
    ``limits`` their least and their greatest value.
    """

    place: int
    layer: int
    epoch: int
    show: str
    sample: int
    spreads: list[Spread | None]
    limits: tuple[float, float]

    @property
    def now(self) -> Spread | None:
        """How the numbers are spread at this look."""
        return self.spreads[self.place]


def limits_of(spreads: Sequence[Spread | None]) -> tuple[float, float]:
    """Return the least and the greatest value of all ``spreads``."""
    known = [one for one in spreads if one is not None and one.counts.any()]
    if not known:
        return 0.0, 1.0
    return min(one.low for one in known), max(one.high for one in known)
