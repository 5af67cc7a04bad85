"""One file over HTTP: retried, resumed where the server can, checked against its SHA-256.

Not by pooch: it begins again where a connection broke, knows one address for a file, which leaves no room for a
classroom's mirror, and tells of failures in words for programmers.
"""

import hashlib
import time
from typing import TYPE_CHECKING, Any, BinaryIO
from urllib.parse import urlsplit

if TYPE_CHECKING:
    import requests

TRIES = 4  # connections for one file
TRIES_IN_VAIN = 2  # of them, those after which nothing is left to resume
PAUSE = 0.4  # seconds before the second try, then twice and three times as long
TIMEOUT = (5, 20)  # seconds for connecting, and between two pieces
CHUNK = 1 << 16
BUSY = (429, 500, 502, 503, 504)


class DownloadError(Exception):
    """This address does not give the file; the message says why, as the beginning of a sentence."""

    def __init__(self, reason: str, *, again: bool = True) -> None:
        super().__init__(reason)
        self.again = again


def download(url: str, stream: BinaryIO, *, size: int, sha256: str, label: str) -> None:
    """Write the file at ``url`` to ``stream``, open for reading and writing.

    Raises DownloadError where the bytes do not come or are not the right ones, OSError where they cannot be
    written.
    """
    _start_again(stream)
    in_vain = 0
    with _session() as session, _progress(size, label) as bar:
        for attempt in range(1, TRIES + 1):
            try:
                _receive(session, url, stream, size, label, bar)
                _check(stream, sha256, label, url)
                return
            except DownloadError as reason:
                in_vain += stream.tell() == 0
                if not reason.again or attempt == TRIES or in_vain == TRIES_IN_VAIN:
                    raise
            time.sleep(PAUSE * attempt)


def _receive(session: "requests.Session", url: str, stream: BinaryIO, size: int, label: str, bar: Any) -> None:
    """Append what is missing, or write all of it where the server cannot resume."""
    import urllib3

    with _ask(session, url, have=stream.tell()) as answer:
        _place(answer, stream, size, label)
        bar.update(stream.tell() - bar.n)
        try:
            # As sent: requests' own iterator would unpack a .gz that a server marks as encoded.
            for piece in answer.raw.stream(CHUNK, decode_content=False):
                if stream.tell() + len(piece) > size:
                    _start_again(stream)
                    raise DownloadError(f"What {_host(url)} sends is not {label}")
                stream.write(piece)
                bar.update(len(piece))
        except urllib3.exceptions.HTTPError:
            pass  # the connection broke: the size shows it below
    if stream.tell() < size:
        raise DownloadError(f"The download of {label} broke off again and again")


def _ask(session: "requests.Session", url: str, have: int) -> "requests.Response":
    """Send the request, for the rest of the file where ``have`` bytes are here. Raises DownloadError."""
    import requests

    headers = {"Accept-Encoding": "identity"}
    if have:
        headers["Range"] = f"bytes={have}-"
    try:
        return session.get(url, headers=headers, stream=True, timeout=TIMEOUT)
    except requests.exceptions.SSLError:
        raise DownloadError(f"The certificate of {_host(url)} is not trusted here", again=False) from None
    except ValueError:  # so are requests' own errors about addresses
        raise DownloadError(f"{url} is not an address", again=False) from None
    except OSError:  # every other error of requests, and a missing bundle of certificates
        raise DownloadError(f"No network ({_host(url)} does not answer)") from None


def _place(answer: "requests.Response", stream: BinaryIO, size: int, label: str) -> None:
    """Put ``stream`` where this answer's first byte belongs. Raises DownloadError where it is not the file."""
    if answer.status_code == 206:  # the rest; the SHA-256 shows whether it fits
        return
    _start_again(stream)
    if answer.status_code == 416:  # there is no such rest
        raise DownloadError(f"The download of {label} could not be resumed")
    if answer.status_code != 200:
        raise DownloadError(f"{_host(answer.url)} answered {answer.status_code} for {label}", again=False)
    if answer.headers.get("Content-Length", str(size)) != str(size):
        raise DownloadError(f"What {_host(answer.url)} sends is not {label}", again=False)


def _check(stream: BinaryIO, sha256: str, label: str, url: str) -> None:
    stream.seek(0)
    if hashlib.file_digest(stream, "sha256").hexdigest() != sha256:  # type: ignore[arg-type]
        _start_again(stream)
        raise DownloadError(f"What {_host(url)} sent is not {label} (its SHA-256 differs)")


def _session() -> "requests.Session":
    import requests
    from requests.adapters import HTTPAdapter
    from urllib3.util.retry import Retry

    # Busy servers are asked again here; broken connections above, where it is known how much has come.
    # Retry-After is not obeyed: it may say an hour.
    retry = Retry(
        total=None,
        connect=0,
        read=0,
        status=2,
        redirect=5,
        backoff_factor=PAUSE,
        status_forcelist=BUSY,
        raise_on_status=False,
        respect_retry_after_header=False,
    )
    session = requests.Session()
    for scheme in ("https://", "http://"):
        session.mount(scheme, HTTPAdapter(max_retries=retry))
    return session


def _progress(size: int, label: str) -> Any:
    """Return a bar that shows itself when the download takes more than a moment, and is gone afterwards."""
    from tqdm import tqdm

    return tqdm(total=size, desc=label, unit="B", unit_scale=True, delay=1.0, leave=False)


def _start_again(stream: BinaryIO) -> None:
    stream.seek(0)
    stream.truncate()


def _host(url: str) -> str:
    return urlsplit(url).hostname or url
