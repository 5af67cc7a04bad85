"""The server's connection to a kernel holds no message back: asked of a real server, over a real socket."""

import asyncio
import json
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tools.environment import stop

ROOT = Path(__file__).resolve().parents[2]
NOTING = """
import socket
from pathlib import Path

from {module} import {name}


class Noting({name}):
    def connect(self):
        done = super().connect()
        it = self.websocket_handler.ws_connection.stream.socket
        Path("no_delay").write_text(str(it.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)))
        return done
"""


async def connect(address):
    from tornado.websocket import websocket_connect

    connection = await websocket_connect(address)
    await asyncio.wait_for(connection.read_message(), 30)  # the kernel's first word: the server has connected
    connection.close()


def test_the_connection_holds_nothing_back(tmp_path, monkeypatch):
    pytest.importorskip("jupyter_server")
    named = json.loads((ROOT / "binder/jupyter_server_config.json").read_text())["ServerApp"]
    module, name = named["kernel_websocket_connection_class"].rsplit(".", 1)
    (tmp_path / "noting.py").write_text(NOTING.format(module=module, name=name))
    for folder in ("JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_DATA_DIR", "IPYTHONDIR"):
        monkeypatch.setenv(folder, str(tmp_path / folder))
    monkeypatch.setenv("JUPYTER_TOKEN", "known")
    monkeypatch.setenv("PYTHONPATH", f"{ROOT}{':' if sys.platform != 'win32' else ';'}{tmp_path}")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = [f"--ServerApp.port={port}", "--no-browser", "--allow-root", "--ServerApp.ip=127.0.0.1"]
    options.append("--ServerApp.kernel_websocket_connection_class=noting.Noting")
    command = [sys.executable, "-m", "jupyter_server", *options]
    log = tmp_path / "log"
    with log.open("wb") as said, subprocess.Popen(command, cwd=tmp_path, stdout=said, stderr=said) as process:
        try:
            kernel = start_kernel(port, process, log)
            asyncio.run(connect(f"ws://127.0.0.1:{port}/api/kernels/{kernel}/channels?token=known"))
        finally:
            stop(process)
    assert (tmp_path / "no_delay").read_text() == "1"


def start_kernel(port, process, log):
    ask = urllib.request.Request(f"http://127.0.0.1:{port}/api/kernels?token=known", data=b"{}", method="POST")
    until = time.monotonic() + 60
    while True:
        try:
            with urllib.request.urlopen(ask, timeout=60) as answer:
                return json.load(answer)["id"]
        except OSError:
            assert process.poll() is None, log.read_text()
            assert time.monotonic() < until, log.read_text()
            time.sleep(0.1)
