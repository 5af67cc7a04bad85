"""A map with the path so far and one step as arrows: gradient, moment, update."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import product

import numpy as np
from contourpy import contour_generator
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.transforms import Bbox, TransformedBbox

from helpers.drawing.boxes import Boxes
from helpers.drawing.labels import Labels, text_width
from helpers.drawing.numbers import short
from helpers.drawing.page import add
from helpers.drawing.style import INK
from helpers.maths.surfaces import SURFACES
from helpers.maths.update_rule import Optimizer
from helpers.widgets.update_cartoon.boxes import GRADIENT, MOMENT, UPDATE, Strokes
from helpers.widgets.update_cartoon.model import Step, Walk
from helpers.words import _

MAP = (40.0, 44.0, 344.0, 344.0)  # left, top, width, height in pixels
_LONG, _SHORT = 96.0, 40.0  # pixels: of the gradient's arrow; of an update's at least
_TEXT = 13.0
_LEVELS = 7
_COLOURS = {"gradient": GRADIENT, "moment": MOMENT, "update": UPDATE}
_WIDTHS = {"gradient": 2.0, "moment": 3.0, "update": 5.0}
_AROUND = np.array(
    [(r * 24 * x, r * 17 * y) for r in (0.9, 1.2, 1.6) for x, y in product((-1, 0, 1), repeat=2) if x or y]
)
_SHARES = np.linspace(0.15, 1, 7)  # of an arrow: points to keep clear of
_WIDER = np.array([0.7, 1.0])  # a label is wider than high

Arrow = tuple[str, str, np.ndarray, np.ndarray]  # role, label, where from and where to in pixels


class UpdateMap:
    """The still map and the arrows on it."""

    def __init__(self, page: Axes) -> None:
        left, top, width, height = MAP
        self.contours, self.frame, self.ticks = Strokes("#B9C2CC", 0.9), Boxes("#777777", frame=0.8), Labels("#555555")
        self.minima = Line2D([], [], ls="", marker="+", ms=11, mew=2, color=INK)
        self._inside = Bbox([[left, top], [left + width, top + height]])
        clip = TransformedBbox(self._inside, page.transData)
        self.path = Line2D([], [], color=INK, lw=1, marker="o", ms=3.5)
        self.now = Line2D([], [], color=INK, ls="", marker="o", ms=8, mec="white")
        self.arrows = {
            "gradient": Strokes(GRADIENT),
            "moment": Strokes(MOMENT, 1.4, hollow=True),
            "update": Strokes(UPDATE),
        }
        self.halo = Boxes("#FFFFFF")
        self.labels = {role: Labels(colour) for role, colour in _COLOURS.items()}
        self.texts, self.note = Labels(INK), Labels(INK)
        add(page, self.contours, self.frame, self.ticks, self.minima, self.note, *self.moving)
        for artist in (self.path, self.now, *self.arrows.values()):
            artist.set_clip_box(clip)

    @property
    def moving(self) -> list[Artist]:
        """The artists that change from frame to frame."""
        arrows = [self.arrows[role] for role in ("update", "moment", "gradient")]
        return [self.path, *arrows, self.now, self.halo, *self.labels.values(), self.texts]

    def set_rule(self, rule: Optimizer) -> None:
        """Note what arrows ``rule`` has: a still thing."""
        self.note.write([(MAP[0], 446.0, _note(rule))], _TEXT)

    def set_ground(self, surface: str) -> None:
        """Draw another surface: still things."""
        self.surface = surface
        left, right, bottom, top = SURFACES[surface].box
        corners = self._place(np.array([[left, bottom], [right, top]]))
        (self.left, self.bottom), (self.right, self.top) = corners.tolist()
        self._inside.set_points(np.array([[self.left, self.top], [self.right, self.bottom]]))
        self.frame.place((self.left, self.top), (self.right - self.left, self.bottom - self.top))
        self.contours.place([self._place(line) for line in _contours(surface)])
        self.minima.set_data(*self._place(np.array(SURFACES[surface].minima)).T)
        below = self.bottom + 13
        ticks = [
            (self.left, below, short(left)),
            ((self.left + self.right) / 2, below, "w₁"),
            (self.right, below, short(right)),
        ]
        for y, text in (
            (self.top + 6, short(top)),
            ((self.bottom + self.top) / 2, "w₂"),
            (self.bottom - 6, short(bottom)),
        ):
            ticks.append((self.left - 5 - text_width(text) * _TEXT / 2, y, text))
        self.ticks.write(ticks, _TEXT, centred=True)

    def _place(self, w: np.ndarray) -> np.ndarray:
        """Turn weights (…, 2) into pixels; a unit is as long across as upwards."""
        left, right, bottom, top = SURFACES[self.surface].box
        x, y, width, height = MAP
        unit = min(width / (right - left), height / (top - bottom))
        centre = np.array([left + right, bottom + top]) / 2
        return (w - centre) * [unit, -unit] + [x + width / 2, y + height / 2]

    def update(self, title: str, walk: Walk) -> None:
        """Show the path of a walk and its last step as arrows, ``title`` above them."""
        path = np.clip(self._place(np.array([step.w for step in walk.steps])), -1e4, 1e4)
        self.path.set_data(*path.T)
        self.now.set_data(*path[-1:].T)
        arrows, note = self._arrows(walk.rule, walk.steps[-1], path[-1])
        for role, width in _WIDTHS.items():
            own = [_outline(start, end, width) for kind, _label, start, end in arrows if kind == role]
            self.arrows[role].place(own)
            for artist in (self.arrows[role], self.labels[role]):
                artist.set_visible(bool(own))  # an empty artist takes time to draw, too
        self._label(arrows, path[-4:])
        before, after = walk.losses
        title = f"{title}    E = {short(before)} → {short(after)}"
        self.texts.write([(MAP[0], 22.0, title), (MAP[0], 425.0, note)], _TEXT)

    def _arrows(self, rule: Optimizer, step: Step, now: np.ndarray) -> tuple[list[Arrow], str]:
        """The arrows of a step, in pixels, and what is to be known about their lengths."""
        unit = abs(self._place(np.array([1.0, 0]))[0] - self._place(np.array([0.0, 0]))[0])
        down = unit * np.array([1, -1])
        if "velocity" in step.after:
            return _parallelogram(rule, step, now, down)
        update = step.after["update"] * down
        arrows: list[Arrow] = []
        shown = [("gradient", "−g", -step.gradient)]
        if "m" in step.after:
            shown.append(("moment", "−m̂", -step.after["direction"]))
        longest = max(float(np.hypot(*arrow)) for _role, _label, arrow in shown)
        if longest > 0:
            scale = _LONG / longest * np.array([1, -1])
            arrows += [(role, label, now, now + arrow * scale) for role, label, arrow in shown]
        larger = _larger(update)
        arrows.append(("update", "Δw", now, now + update * larger))
        return arrows, _scale("Δw", larger)

    def _label(self, arrows: Sequence[Arrow], path: np.ndarray) -> None:
        """Put each label beside its arrow's tip, where it is clear of the others and inside the map."""
        low, high = np.array([self.left + 14, self.top + 10]), np.array([self.right - 14, self.bottom - 10])
        taken = [*path, *(start + share * (end - start) for _r, _l, start, end in arrows for share in _SHARES)]
        put: dict[str, tuple[np.ndarray, str]] = {}
        for role, label, start, end in arrows[::-1]:
            if np.hypot(*(end - start)) < 1:
                continue
            spots = np.clip(np.clip(end, low, high) + _AROUND, low, high)
            away = np.hypot(*((spots[:, None] - np.array(taken)) * _WIDER).T).min(axis=0)  # from what is nearest
            put[role] = spots[np.minimum(away, 17).argmax()], label
            taken.append(put[role][0])
        for role, labels in self.labels.items():
            spot, label = put.get(role, (path[-1], ""))
            labels.place(np.array([spot]), [label], 15)
        places = np.array([spot for spot, _label in put.values()]).reshape(-1, 2)
        sizes = np.array([[text_width(label) * 15 + 4, 17] for _spot, label in put.values()]).reshape(-1, 2)
        self.halo.place(places - sizes / 2, sizes)


def _parallelogram(rule: Optimizer, step: Step, now: np.ndarray, down: np.ndarray) -> tuple[list[Arrow], str]:
    """Momentum and Nesterov: the velocity, then the gradient from its tip, and the update that they make."""
    push = -rule.learning_rate * step.gradient * down
    kept = step.after["update"] * down - push
    larger = _larger(kept, push, kept + push)
    kept, push = kept * larger, push * larger
    arrows: list[Arrow] = [
        ("gradient", "−ηg", now + kept, now + kept + push),
        ("moment", "μv", now, now + kept),
        ("update", "Δw", now, now + kept + push),
    ]
    return arrows, _scale(_("arrows"), larger)


def _note(rule: Optimizer) -> str:
    """What is to be known about the lengths of the arrows of ``rule``."""
    if "velocity" in rule.formulas:
        return _("Δw = μv − ηg: one arrow after the other")
    return _("−g and −m̂: on a scale of their own") if "m" in rule.formulas else _("−g: on a scale of its own")


def _larger(*arrows: np.ndarray) -> float:
    """By how much to lengthen arrows of which the longest would be hard to see: 1, 2, 5, 10, …"""
    longest = max(float(np.hypot(*arrow)) for arrow in arrows)
    if not 0 < longest < _SHORT:
        return 1.0
    power = 10 ** np.floor(np.log10(_SHORT / longest))
    return float(next(power * one for one in (1, 2, 5, 10) if power * one * longest >= _SHORT * 0.999))


def _scale(what: str, larger: float) -> str:
    length = _("true length") if larger == 1 else _("length × {factor}").format(factor=short(larger))
    return f"{what}: {length}"


def _outline(start: np.ndarray, end: np.ndarray, width: float) -> np.ndarray:
    """The outline of an arrow whose shaft is ``width`` pixels wide: (7, 2)."""
    length = max(float(np.hypot(*(end - start))), 1e-9)
    along = (end - start) / length
    across = np.array([-along[1], along[0]])
    neck, half = end - along * min(5 + 2.2 * width, length), width / 2
    barb = 2.5 + 1.3 * width
    sides = ((start, half), (neck, half), (neck, barb), (end, 0), (neck, -barb), (neck, -half), (start, -half))
    return np.array([point + side * across for point, side in sides])


@lru_cache(maxsize=16)
def _contours(surface: str) -> list[np.ndarray]:
    """Lines of equal height: closer to the minimum, closer to one another."""
    ground = SURFACES[surface]
    left, right, bottom, top = ground.box
    x, y = np.meshgrid(np.linspace(left, right, 121), np.linspace(bottom, top, 121))
    height = np.asarray(ground.f(x, y)) - ground.least
    root = np.sqrt(np.maximum(height, 0))
    levels = np.quantile(root, np.linspace(0, 1, _LEVELS + 1)[1:-1])
    lines = contour_generator(x, y, root)
    return [np.asarray(line) for level in levels for line in lines.lines(float(level))]
