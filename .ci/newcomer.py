"""The README's two commands as a newcomer has them: a fresh clone, no data beside it, no network to the data's hosts.

python .ci/newcomer.py    needs git, Chromium for the journey in the browser, and pip's index for the set-up alone
"""

import fcntl
import json
import os
import re
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ADDRESS = re.compile(r"(http://127\.0\.0\.1:\d+)(/lab/tree/\S+)\?(token=\w+)")
PATIENCE = 180  # seconds that JupyterLab may take to start on a loaded machine
NOWHERE = "http://127.0.0.1:9"


def main() -> None:
    """Clone, set up, and do the rest where no network is."""
    with tempfile.TemporaryDirectory(prefix="newcomer-") as scratch:
        clone, home = Path(scratch, "watch-it-learn"), Path(scratch, "home")
        home.mkdir()
        subprocess.run(["git", "clone", "-q", f"file://{ROOT}", str(clone)], check=True)
        lab(clone, "test", "--version")
        inside = [sys.executable, str(Path(__file__).resolve()), str(clone)]
        if cut_off := without_network():
            subprocess.run([*cut_off, *inside], env=environment(home), check=True)
        else:
            print("No network of its own can be made here; a proxy that leads nowhere stands in for it.", flush=True)
            subprocess.run(inside, env=environment(home) | proxies(), check=True)


def lab(clone: Path, *words: str) -> None:
    """Run lab.py as a newcomer does; CalledProcessError where it fails."""
    subprocess.run([sys.executable, "lab.py", *words], cwd=clone, stdin=subprocess.DEVNULL, check=True)


def without_network() -> list[str]:
    """Return the command that runs another one without any network; nothing where that is not allowed."""
    command = ["unshare", "--net"] if os.geteuid() == 0 else ["unshare", "--net", "--map-root-user"]
    if shutil.which("unshare") and subprocess.run([*command, "true"], capture_output=True).returncode == 0:
        return command
    return []


def environment(home: Path) -> dict[str, str]:
    """Return this environment without data, without settings of ours and of Jupyter, with an empty home."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("KERAS_", "JUPYTER"))}
    kept = {name: value for name, value in kept.items() if not name.startswith("WATCH_IT_LEARN_")}
    required = os.environ.get("WATCH_IT_LEARN_REQUIRE", "").split(",")
    return kept | {"HOME": str(home), "WATCH_IT_LEARN_REQUIRE": ",".join(set(required) - {"data"})}


def proxies() -> dict[str, str]:
    """Return what leads every request but those to this machine nowhere."""
    ways = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), NOWHERE)
    return {**ways, "no_proxy": "127.0.0.1,localhost", "NO_PROXY": "127.0.0.1,localhost"}


def inside(clone: Path) -> None:
    """The two commands, and before them the proof that there are no data."""
    raise_loopback()
    python = clone / ".venv/bin/python"
    fetched = subprocess.run([python, "-m", "helpers.datasets", "fetch", "boston"], cwd=clone, capture_output=True)
    if fetched.returncode == 0:
        sys.exit("The data can be had here: this is not what a newcomer without a network has.")
    opens(clone)
    lab(clone, "test")


def raise_loopback() -> None:
    """Bring the loopback interface up: a network of its own begins with nothing."""
    with socket.socket() as probe:
        try:
            flags = struct.pack("16sh14x", b"lo", 1)  # IFF_UP
            fcntl.ioctl(probe, 0x8914, flags)  # SIOCSIFFLAGS
        except PermissionError:
            pass  # the machine's own network: it is up


def opens(clone: Path) -> None:
    """Start JupyterLab by lab.py, look at what it serves and to whom, and stop it."""
    log = clone / ".venv/newcomer.log"
    with log.open("w+b") as said:
        command = [sys.executable, "lab.py", "--no-browser"]
        process = subprocess.Popen(command, cwd=clone, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        try:
            here, page, token = address(process, log)
            expect(ask(f"{here}{page}?{token}")[0] == 200, f"{page} is not served")
            expect(page.endswith("/notebooks/00_start_here.ipynb"), f"{page} is not the first chapter")
            notebook = ask(f"{here}/api/contents/notebooks/00_start_here.ipynb?{token}")[1]
            expect(len(json.loads(notebook)["content"]["cells"]) > 5, "the first chapter is empty")
            expect(ask(f"{here}/api/status")[0] == 403, "it answers without its token")
        finally:
            process.send_signal(signal.SIGTERM)
            code = process.wait(60)
    expect(code == 143, f"lab.py ended with {code}")
    expect(ask(here)[0] is None, "JupyterLab still answers")
    print(
        "python lab.py --no-browser: starts, serves the first chapter to whoever has the token, and stops.", flush=True
    )


def address(process: subprocess.Popen, log: Path) -> tuple[str, str, str]:
    """Return what JupyterLab printed, once it answers: server, page, token."""
    until = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < until:
        found = ADDRESS.search(log.read_text(encoding="utf-8", errors="replace"))
        if found and ask(f"{found[1]}/api/status?{found[3]}")[0] == 200:
            return found[1], found[2], found[3]
        time.sleep(0.2)
    sys.exit("JupyterLab does not answer:\n" + log.read_text(encoding="utf-8", errors="replace")[-3000:])


def ask(url: str) -> tuple[int | None, bytes]:
    """Return status and body; no status where nobody answers."""
    try:
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(url, timeout=20) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, b""
    except OSError:
        return None, b""


def expect(holds: bool, otherwise: str) -> None:
    """End with ``otherwise`` where something does not hold."""
    if not holds:
        sys.exit(otherwise)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        inside(Path(sys.argv[1]))
    else:
        try:
            main()
        except subprocess.CalledProcessError as failed:
            sys.exit(failed.returncode)
