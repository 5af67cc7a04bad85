"""A real HTTP server on loopback that misbehaves as a test asks it to, and a data set that comes from it."""

import hashlib
import math
import os
import subprocess
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest

from helpers.datasets import DataSet, RemoteFile, download, places

CONTENT = np.random.default_rng(1).bytes(300_000)
SHA256 = hashlib.sha256(CONTENT).hexdigest()

REAL = Path(os.path.expanduser(os.environ.get("KERAS_HOME") or "~/.keras")) / "datasets"


class Handler(BaseHTTPRequestHandler):
    """Answers the n-th request as the n-th word of ``server.plan`` says; the last word holds for all that follow."""

    def do_GET(self):
        server = self.server
        plan = server.plan[min(len(server.asked), len(server.plan) - 1)]
        server.asked.append((self.path, self.headers.get("Range")))
        if plan.isdigit():
            self.send_error(int(plan))
            return
        body, first = server.content, 0
        if plan.startswith("wrong"):
            body = bytes(len(body) + (10 if plan == "wrong size" else 0))
        asked = self.headers.get("Range")
        if asked and server.ranges:
            first = 7 if plan == "another part" else int(asked.removeprefix("bytes=").removesuffix("-"))
            self.send_response(206)
            self.send_header("Content-Range", f"bytes {first}-{len(body) - 1}/{len(body)}")
        else:
            self.send_response(200)
        self.send_header("Content-Length", str(len(body) - first))
        if plan == "marked as gzip":
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.send_body(body[first:], plan)

    def send_body(self, body, plan):
        if plan == "cut":
            body = body[: len(body) // 2]
        pieces = 20 if plan == "slow" else 1
        step = math.ceil(len(body) / pieces)
        for start in range(0, len(body), step):
            try:
                self.wfile.write(body[start : start + step])
            except OSError:  # whoever asked has gone
                return
            if plan == "slow":
                time.sleep(0.1)

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.plan, self.asked, self.ranges, self.content = ["whole"], [], True, CONTENT
        self.url = f"http://127.0.0.1:{self.server_port}"


@pytest.fixture
def server():
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield running
        running.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    """An empty cache folder, no proxy, no other setting; short pauses."""
    for name in ("WATCH_IT_LEARN_DATA", "WATCH_IT_LEARN_MIRROR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "keras"))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.setattr(download, "PAUSE", 0.01)
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    places.session_folder.cache_clear()
    yield tmp_path / "keras" / "datasets"
    places.session_folder.cache_clear()
    assert not list(tmp_path.rglob("*.part")), "a part file was left behind"


def dataset_at(url):
    file = RemoteFile("box/thing.bin", f"{url}/thing.bin", SHA256, len(CONTENT))
    return DataSet(
        "thing",
        "Thing",
        (file,),
        read=lambda paths: [path.read_bytes() for path in paths],
        practice=lambda rng: rng.integers(9),
    )


@pytest.fixture
def thing(server):
    """A data set of one file in a folder of its own, on the server."""
    return dataset_at(server.url)


@pytest.fixture
def content():
    return CONTENT


@pytest.fixture
def thing_elsewhere():
    return dataset_at


@pytest.fixture
def mounted(tmp_path):
    """A function that mounts a real file system of so many bytes; the test is skipped where that is not allowed."""
    folders = []

    def mount(size):
        folder = tmp_path / f"mounted-{len(folders)}"
        folder.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(folder)]
        try:
            subprocess.run(command, check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError):
            pytest.skip("mounting a small file system needs root on Linux")
        folders.append(folder)
        return folder

    yield mount
    for folder in folders:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture
def real(monkeypatch, tmp_path):
    """The folder of the real files, linked into one in which Keras may write; ours and Keras read from it."""
    if not (REAL / "imdb.npz").is_file():
        pytest.skip(f"no real data at {REAL}")
    home = tmp_path / "real"
    (home / "datasets").mkdir(parents=True)
    for file in REAL.iterdir():
        (home / "datasets" / file.name).symlink_to(file)
    monkeypatch.setenv("KERAS_HOME", str(home))
    from keras.src.utils import file_utils  # it has read KERAS_HOME when it was imported

    monkeypatch.setattr(file_utils.config, "keras_home", lambda: str(home))
    return home / "datasets"
