"""A file on the web with a pinned SHA-256, and its verified copy on this machine."""

import errno
import hashlib
import os
import time
import uuid
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from helpers.datasets import places
from helpers.datasets.download import DownloadError, download

STALE = 24 * 3600  # seconds after which a part file belongs to a process that was killed
NO_ROOM = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


class DataUnavailableError(RuntimeError):
    """The real data cannot be had; the message is a sentence for the learner."""


@dataclass(frozen=True)
class RemoteFile:
    """``name`` (with /), its pinned address, SHA-256 and size in bytes.

    ``path`` is where it is kept: below the cache folder, or anywhere if absolute; by default as its name says.
    """

    name: str
    url: str
    sha256: str
    size: int
    path: str = ""

    def place(self, folder: Path) -> Path:
        """Return where a copy of it belongs, with ``folder`` as the cache folder."""
        return folder / (self.path or self.name)

    def is_whole(self, path: Path) -> bool:
        """Tell whether ``path`` holds exactly this file, to the last bit; False where it cannot be read."""
        try:
            with path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == self.sha256
        except OSError:
            return False

    def is_here(self) -> bool:
        """Tell, without reading it, whether a file of the right size is kept here."""
        return any(_size(self.place(folder)) == self.size for folder in places.folders())

    def addresses(self) -> list[str]:
        """Return where to ask: the classroom's mirror, if there is one, then the pinned address."""
        mirror = os.environ.get("WATCH_IT_LEARN_MIRROR", "").strip()
        return [f"{mirror.rstrip('/')}/{self.name}", self.url] if mirror else [self.url]


def obtain(file: RemoteFile, *, lasting: bool = False) -> Path:
    """Return the path of a verified copy of ``file``, downloaded if need be.

    ``lasting`` forbids the session's folder, which goes with this process. Raises DataUnavailableError with a
    sentence.
    """
    copies = [file.place(folder) for folder in places.folders()]
    for copy in copies:
        if file.is_whole(copy):
            return copy
    damaged = copies[0].is_file()
    try:
        path = _fetch(file, lasting)
    except (DownloadError, OSError) as error:
        reason = str(error) if isinstance(error, DownloadError) else _in_words(error, file)
        lost = f"The kept copy of {file.name} is damaged and could not be replaced. " if damaged else ""
        raise DataUnavailableError(lost + reason) from None
    if damaged:
        print(f"The kept copy of {file.name} was damaged; it has been downloaded again.")
    return path


def _fetch(file: RemoteFile, lasting: bool) -> Path:
    """Download into a part file beside the final place; whatever happens, it is removed."""
    stream, path = _open_somewhere(file, lasting)
    try:
        with stream:
            _download_from_any(file, stream)
            stream.flush()
            os.fsync(stream.fileno())
        _keep(file, Path(stream.name), path)
    finally:
        with suppress(OSError):  # after a success nothing of that name is left
            os.unlink(stream.name)
    return path


def _open_somewhere(file: RemoteFile, lasting: bool) -> tuple[BinaryIO, Path]:
    try:
        return _open_part(file.place(places.home()))
    except OSError as error:
        if lasting or error.errno in NO_ROOM:
            raise
    opened = _open_part(file.place(places.session_folder()))
    print(f"{places.home()} cannot be written; {file.name} is kept for this session only.")
    return opened


def _open_part(path: Path) -> tuple[BinaryIO, Path]:
    path.parent.mkdir(parents=True, exist_ok=True)
    for old in path.parent.glob(f"{path.name}.*.part"):
        with suppress(OSError):
            if time.time() - old.stat().st_mtime > STALE:
                old.unlink()
    # Not tempfile: its files are for one user alone, and a classroom may share this folder.
    return open(path.with_name(f"{path.name}.{uuid.uuid4().hex}.part"), "x+b"), path


def _download_from_any(file: RemoteFile, stream: BinaryIO) -> None:
    """Fill ``stream`` from the first address that has the right bytes. Raises DownloadError, OSError."""
    reasons = []
    for url in file.addresses():
        try:
            return download(url, stream, size=file.size, sha256=file.sha256, label=file.name)
        except DownloadError as reason:
            reasons.append(str(reason))
    raise DownloadError("; ".join(dict.fromkeys(reasons)))


def _keep(file: RemoteFile, part: Path, path: Path) -> None:
    """Give the finished file its name in one step; where another kernel was quicker, its file may stay."""
    try:
        os.replace(part, path)
    except PermissionError:  # Windows, while another process reads the file that is there
        if not file.is_whole(path):
            raise


def _in_words(error: OSError, file: RemoteFile) -> str:
    if error.errno in NO_ROOM:
        return f"No room on the disk for {file.name} ({file.size / 1e6:.1f} MB)"
    return f"{file.name} could not be written to {places.home()} ({error.strerror or error})"


def _size(path: Path) -> int:
    try:
        return path.stat().st_size if path.is_file() else -1
    except OSError:
        return -1
