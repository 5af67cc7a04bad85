"""The one look of every picture."""

from collections.abc import Iterator
from contextlib import contextmanager

import matplotlib as mpl
from cycler import cycler
from matplotlib.colors import LinearSegmentedColormap

from helpers.drawing.fonts import families

# Okabe and Ito (2008), "Color Universal Design": told apart with every common kind of colour vision.
COLOURS = {
    "blue": "#0072B2",
    "orange": "#E69F00",
    "green": "#009E73",
    "vermillion": "#D55E00",
    "sky": "#56B4E9",
    "purple": "#CC79A7",
    "yellow": "#F0E442",
    "black": "#000000",
}
PALETTE = tuple(COLOURS.values())
INK = "#222222"
FAINT = "#9a9a9a"

# Signed values: negative orange, zero white, positive blue. Magnitudes: cividis.
SIGNED = LinearSegmentedColormap.from_list("signed", ["#B35806", "#F7F7F7", "#0A5AA0"])

_RC = {
    "axes.edgecolor": "#666666",
    "axes.grid": True,
    "axes.labelcolor": INK,
    "axes.prop_cycle": cycler(color=PALETTE[:6], linestyle=["-", "--", "-.", ":", (0, (5, 1)), (0, (3, 1, 1, 1))]),
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.titlelocation": "left",
    "axes.titlesize": 12,
    "figure.constrained_layout.use": True,
    "figure.dpi": 96,
    "figure.facecolor": "white",
    "figure.figsize": (9, 3.6),
    "font.size": 11,
    "grid.color": "#e6e6e6",
    "image.cmap": "cividis",
    "image.interpolation": "nearest",
    "legend.frameon": False,
    "lines.linewidth": 2,
    "text.color": INK,
    "xtick.color": "#444444",
    "ytick.color": "#444444",
}


@contextmanager
def style() -> Iterator[None]:
    """Give every figure made in this context the collection's look; after it all settings are as before.

    Not ``mpl.rc_context``: that also puts back ``interactive``, which a notebook turns on with its first figure, and
    all figures after that one would stay unseen.
    """
    ours = {**_RC, "font.family": families()}
    before = {name: mpl.rcParams[name] for name in ours}
    mpl.rcParams.update(ours)
    try:
        yield
    finally:
        mpl.rcParams.update(before)
