"""What the project starts listens to this computer alone, and JupyterLab answers whoever has its token alone.

Everything is started as a learner starts it, and asked from outside: at every address of this machine.
"""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import sysconfig
import time
import urllib.error
import urllib.request
import venv
from pathlib import Path
from types import SimpleNamespace

import pytest

from lab import FIRST_PAGE, SETTINGS
from tests.setup.reach import LOOPBACK, assert_this_machine_alone, from_outside, listening, reached
from tools import environment
from tools.bench.kernel import kernel

ROOT = Path(__file__).resolve().parents[2]
STARTING = 120  # seconds that JupyterLab may take on a loaded machine
KERNEL_PORTS = 5  # shell, iopub, stdin, control and heartbeat
FOREIGN = "attacker.example"  # a name that its owner lets resolve to 127.0.0.1 (DNS rebinding)
OWN_FOLDERS = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")
OWN_FOLDERS += ("JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR")


def set_up_already(root):
    """Give ``root`` a .venv that lab.py takes for ready: empty, but with the packages of this Python on its path."""
    made = root / ".venv"
    venv.create(made, with_pip=False, symlinks=os.name != "nt")
    scheme = {"base": str(made), "platbase": str(made)}
    own = Path(sysconfig.get_path("purelib", vars=scheme))
    packages = [path for path in sys.path if path.endswith("-packages")]
    lines = [str(ROOT), *(f"import site; site.addsitedir({path!r})" for path in packages)]
    (own / "packages.pth").write_text("\n".join(lines), encoding="utf-8")
    for folder in ("share/jupyter", "etc/jupyter"):  # without what lab.py itself must put there
        without = shutil.ignore_patterns(*SETTINGS)
        shutil.copytree(Path(sys.prefix) / folder, made / folder, ignore=without, dirs_exist_ok=True)
    environment.write_stamp(made, made_here=True, **environment.goal_of(root, test=False))


@pytest.fixture(scope="module")
def jupyterlab(tmp_path_factory):
    """JupyterLab by `python lab.py --no-browser --port N`, with a kernel, and the token that it printed."""
    pytest.importorskip("jupyterlab")
    root, own = tmp_path_factory.mktemp("project"), tmp_path_factory.mktemp("jupyter")
    for name in ("lab.py", "tools/environment.py", "tools/__init__.py", *(f"binder/{name}" for name in SETTINGS)):
        (root / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(ROOT / name, root / name)
    for path in (*ROOT.glob("requirements*.txt"), ROOT / "pyproject.toml"):
        shutil.copy(path, root)
    (root / FIRST_PAGE).parent.mkdir()
    (root / FIRST_PAGE).write_text('{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}')
    set_up_already(root)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    env = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "PYTEST"))}
    env.update({name: str(own / name) for name in OWN_FOLDERS}, PYTHONIOENCODING="utf-8", PYTHONUNBUFFERED="1")
    command = [sys.executable, "lab.py", "--no-browser", "--port", str(port)]
    log = own / "log"
    with log.open("wb") as file, subprocess.Popen(command, cwd=root, env=env, stdout=file, stderr=file) as process:
        lab = SimpleNamespace(process=process, log=log, port=port, url=f"http://127.0.0.1:{port}", token="")
        try:
            lab.token = printed_token(lab)
            lab.kernel = json.loads(ask(lab, "/api/kernels", data=b"{}", **with_token(lab))[1])["id"]
            yield lab
        finally:
            ask(lab, "/api/shutdown", data=b"", **with_token(lab))  # with its kernels, on every system
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                environment.stop(process)


def printed_token(lab):
    """Wait for the address that JupyterLab prints for its user, and until it answers there."""
    until = time.monotonic() + STARTING
    while time.monotonic() < until and lab.process.poll() is None:
        said = lab.log.read_text(encoding="utf-8", errors="replace")
        found = re.search(rf"{re.escape(lab.url)}/lab/tree/{FIRST_PAGE}(?:\?token=(\w+))?\s", said)
        if found and reached("127.0.0.1", lab.port):
            assert found[1], "JupyterLab asks for no token"
            return found[1]
        time.sleep(0.1)
    pytest.fail("JupyterLab does not start:\n" + lab.log.read_text(encoding="utf-8", errors="replace")[-3000:])


def with_token(lab):
    return {"Authorization": f"token {lab.token}"}


def ask(lab, path, data=None, **headers):
    """Ask over HTTP without following redirects: the status, and what came."""
    request = urllib.request.Request(lab.url + path, data=data, headers=headers)

    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_):
            return None

    try:
        with urllib.request.build_opener(urllib.request.ProxyHandler({}), Stay).open(request, timeout=60) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers.get("Location", "").encode()
    except OSError:
        return None, b""


def test_jupyterlab_and_its_kernel_listen_to_this_machine_alone(jupyterlab):
    until = time.monotonic() + STARTING
    while len(listening(jupyterlab.process.pid)) <= KERNEL_PORTS:
        assert time.monotonic() < until, "the kernel's own ports were not seen"
        time.sleep(0.1)
    assert ("127.0.0.1", jupyterlab.port) in listening(jupyterlab.process.pid)
    assert_this_machine_alone(listening(jupyterlab.process.pid))


def test_a_kernel_of_the_tools_listens_to_this_machine_alone():
    before = listening(os.getpid())
    with kernel():
        assert_this_machine_alone([place for place in listening(os.getpid()) if place not in before])


@pytest.mark.parametrize(
    "path", ["/api/status", "/api/contents", "/api/kernels", "/api/terminals", "/api/kernels/{kernel}/channels"]
)
@pytest.mark.parametrize("headers", [{}, {"Authorization": "token wrong"}], ids=["no token", "a wrong token"])
def test_whoever_has_not_the_token_is_refused(jupyterlab, path, headers):
    assert ask(jupyterlab, path.format(kernel=jupyterlab.kernel), **headers)[0] == 403


def test_the_page_asks_for_the_token(jupyterlab):
    status, to = ask(jupyterlab, "/lab")
    assert status == 302
    assert to.startswith(b"/login")


def test_nothing_is_run_for_whoever_has_not_the_token(jupyterlab):
    assert ask(jupyterlab, "/api/kernels", data=b"{}")[0] == 403
    kernels = json.loads(ask(jupyterlab, "/api/kernels", **with_token(jupyterlab))[1])
    assert [each["id"] for each in kernels] == [jupyterlab.kernel]


@pytest.mark.parametrize("path", ["/api/status", "/api/contents", "/api/kernels", "/lab"])
def test_whoever_has_the_token_is_answered(jupyterlab, path):
    assert len(jupyterlab.token) >= 40
    assert ask(jupyterlab, path, **with_token(jupyterlab))[0] == 200
    assert ask(jupyterlab, f"{path}?token={jupyterlab.token}")[0] == 200


@pytest.mark.parametrize("name", [FOREIGN, "192.0.2.7", "localhost.attacker.example"])
def test_a_foreign_name_for_this_machine_is_refused_even_with_the_token(jupyterlab, name):
    assert ask(jupyterlab, "/api/status", Host=f"{name}:{jupyterlab.port}", **with_token(jupyterlab))[0] == 403
    assert ask(jupyterlab, "/api/status", Host=f"localhost:{jupyterlab.port}", **with_token(jupyterlab))[0] == 200


def test_it_has_the_settings_of_the_project(jupyterlab):
    path = "/lab/api/settings/@jupyterlab/apputils-extension:kernels-settings"
    schema = json.loads(ask(jupyterlab, path, **with_token(jupyterlab))[1])["schema"]
    assert schema["properties"]["commsOverSubshells"]["default"] == "disabled"


@pytest.mark.parametrize("address", ["0.0.0.0", "127.0.0.1"])
def test_who_listens_to_everyone_is_noticed(address):
    """The check itself: it must see an open door, and not see one where there is none."""
    with socket.create_server((address, 0)) as server:
        port = server.getsockname()[1]
        assert reached("127.0.0.1", port)
        open_at = [each for each in from_outside() if ":" not in each and reached(each, port)]
    assert bool(open_at) is (address not in LOOPBACK)
