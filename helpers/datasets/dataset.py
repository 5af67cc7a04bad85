"""A data set: real where it can be had, practice data where not, and always known which."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from helpers.datasets.remote import DataUnavailable, RemoteFile, obtain

SEED = 28  # of all practice data: every learner without a network sees the same
MODES = ("auto", "real", "practice")


class DataSet:
    """One data set; ``load_data`` is the call of keras.datasets.

    ``read(paths, **options)`` turns the verified files into arrays; ``practice(rng, **options)`` makes arrays
    of the same shapes and types without them. ``source`` is None until something is loaded, then "real" or
    "practice".
    """

    def __init__(
        self,
        name: str,
        title: str,
        files: tuple[RemoteFile, ...],
        read: Callable[..., Any],
        practice: Callable[..., Any],
    ) -> None:
        self.name, self.title, self.files = name, title, files
        self.source: str | None = None
        self._read, self._practice = read, practice

    def __repr__(self) -> str:
        return f"<{self.title}: {self.source or 'not loaded'}>"

    @property
    def megabytes(self) -> float:
        """The size of its download in megabytes."""
        return sum(file.size for file in self.files) / 1e6

    def cached(self) -> bool:
        """Tell whether files of the right sizes are here; loading tells whether they are the right ones."""
        return all(file.is_here() for file in self.files)

    def fetch(self) -> list[Path]:
        """Bring the files here to stay and return their paths. Raises DataUnavailable."""
        return [obtain(file, lasting=True) for file in self.files]

    def load_data(self, **options: Any) -> Any:
        """Return the arrays, of the shapes and types that keras.datasets gives.

        ``WATCH_IT_LEARN_DATA`` may be set to ``real`` (raises DataUnavailable rather than give practice data)
        or to ``practice`` (never asks the network). Raises ValueError for another word.
        """
        return self._open(
            lambda paths: self._read(paths, **options), lambda rng: self._practice(rng, **options), announce=True
        )

    def _open(
        self, read: Callable[[list[Path]], Any], practise: Callable[[np.random.Generator], Any], announce: bool = False
    ) -> Any:
        """Return what ``read`` finds in the verified files, or what ``practise`` makes up without them."""
        mode = _mode()
        if mode == "practice":
            return self._practise("As WATCH_IT_LEARN_DATA asks", practise, announce)
        try:
            paths = [obtain(file) for file in self.files]
        except DataUnavailable as reason:
            if mode == "real":
                self.source = None
                raise DataUnavailable(f"{reason}: {self.title} cannot be loaded.") from None
            return self._practise(str(reason), practise, announce)
        found = read(paths)
        self.source = "real"
        return found

    def _practise(self, reason: str, practise: Callable[[np.random.Generator], Any], announce: bool) -> Any:
        if announce:
            print(
                f"{reason}: practice data in place of {self.title} (drawn here from a seed). "
                "Results will differ from the real set."
            )
        found = practise(np.random.default_rng(SEED))
        self.source = "practice"
        return found


def _mode() -> str:
    mode = os.environ.get("WATCH_IT_LEARN_DATA", "").strip().lower() or "auto"
    if mode not in MODES:
        raise ValueError(f"WATCH_IT_LEARN_DATA must be one of {', '.join(MODES)}, not {mode!r}")
    return mode
