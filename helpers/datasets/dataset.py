"""A data set: real where it can be had, practice data where not, and always known which."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from helpers.datasets.remote import DataUnavailableError, RemoteFile, obtain

SEED = 28  # of all practice data: every learner without a network sees the same
MODES = ("auto", "real", "practice")


class DataSet:
    """One data set; ``load_data`` is the call of keras.datasets.

    ``read(paths)`` returns what the verified files hold; ``practice(rng)`` makes data of the same shapes and types
    without them. ``source`` is None until something is loaded, then "real" or "practice".

    ``load_data`` obeys ``WATCH_IT_LEARN_DATA``: ``real`` raises DataUnavailableError rather than give practice data,
    ``practice`` never asks the network, any other word is a ValueError.
    """

    def __init__(
        self,
        name: str,
        title: str,
        files: tuple[RemoteFile, ...],
        read: Callable[[list[Path]], Any],
        practice: Callable[[np.random.Generator], Any],
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
        """Bring the files here to stay and return their paths. Raises DataUnavailableError."""
        return [obtain(file, lasting=True) for file in self.files]

    def load_data(self) -> Any:
        """Return what the files hold, or practice data of the same shapes and types."""
        return self._load()

    def _load(self, path: str = "") -> Any:
        """Load as ``load_data`` does, with the first file kept under ``path``."""
        first, *others = self.files
        return self._open([replace(first, path=path), *others], self._read, self._practice, announce=True)

    def _open(
        self,
        files: list[RemoteFile],
        read: Callable[[list[Path]], Any],
        practise: Callable[[np.random.Generator], Any],
        announce: bool = False,
    ) -> Any:
        """Return what ``read`` finds in the verified files, or what ``practise`` makes up without them."""
        mode = _mode()
        if mode == "practice":
            return self._practise("As WATCH_IT_LEARN_DATA asks", practise, announce)
        try:
            paths = [obtain(file) for file in files]
        except DataUnavailableError as reason:
            if mode == "real":
                self.source = None
                raise DataUnavailableError(f"{reason}: {self.title} cannot be loaded.") from None
            return self._practise(str(reason), practise, announce)
        found = read(paths)
        self.source = "real"
        return found

    def _practise(self, reason: str, practise: Callable[[np.random.Generator], Any], announce: bool) -> Any:
        if announce:
            print(
                f"{reason}: practice data instead of {self.title} (drawn here from a seed). "
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
