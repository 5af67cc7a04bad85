"""lab.py: what it says when it cannot, what it keeps when it can, and a real JupyterLab at the end."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

import lab
from tools import environment
from tools.environment import SetUpError

ROOT = Path(__file__).resolve().parents[2]
PYPROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
"""
BACKEND = '''
"""The smallest thing that pip can install without a network."""
import zipfile

def build_editable(folder, config_settings=None, metadata_directory=None):
    name, info = "tiny-1-py3-none-any.whl", "tiny-1.dist-info/"
    with zipfile.ZipFile(folder + "/" + name, "w") as wheel:
        wheel.writestr(info + "METADATA", "Metadata-Version: 2.1\\nName: tiny\\nVersion: 1\\n")
        wheel.writestr(info + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr(info + "RECORD", "")
    return name
'''

# A shell that starts tests in the background makes them deaf to Ctrl-C, and their children with them.
HEARS_CTRL_C = """
import runpy, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.argv = ["lab.py"]
runpy.run_path("lab.py", run_name="__main__")
"""


@pytest.fixture
def tiny(tmp_path, monkeypatch):
    """A project with this lab.py and no packages, in a folder with a space and Hangul in its name."""
    monkeypatch.setattr(environment, "driver_answers", lambda: False)
    root = tmp_path / "내 project"
    settings = [f"binder/{name}" for name in lab.SETTINGS]
    for name in ("lab.py", "tools/__init__.py", "tools/environment.py", *settings):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, root / name)
    (root / "pyproject.toml").write_text(PYPROJECT)
    (root / "backend.py").write_text(BACKEND)
    for name in ("requirements.txt", "requirements-gpu.txt", "requirements-dev.txt"):
        (root / name).write_text("# nothing\n")
    return root


@contextmanager
def index(listening):
    """Yield the environment for a package index that hangs, or is not there at all."""
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        if listening:
            place.listen()
        proxies = dict.fromkeys(("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"), "")
        pip = {"PIP_CONFIG_FILE": os.devnull, "PIP_RETRIES": "0", "PIP_FIND_LINKS": "", "PIP_EXTRA_INDEX_URL": ""}
        yield {**os.environ, **proxies, **pip, "PIP_INDEX_URL": f"http://127.0.0.1:{place.getsockname()[1]}/simple"}


def call(root, *words, env=None):
    command = [sys.executable, "lab.py", *words]
    return subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, encoding="utf-8", timeout=300)


@pytest.mark.parametrize(
    ("computer", "words"),
    [
        ({"version": (3, 10, 4)}, "too old: 3.10.4"),
        ({"version": (3, 14, 0)}, "too new for TensorFlow: 3.14.0"),
        ({"version": (3, 12, 1), "bits": 32}, "32-bit"),
        ({"version": (3, 12, 1), "bits": 64, "system": "darwin", "machine": "x86_64"}, "Intel"),
        ({"version": (3, 12, 1), "bits": 64, "system": "win32", "machine": "ARM64"}, "win32 on ARM64"),
    ],
)
def test_computers_without_tensorflow_are_refused(computer, words):
    with pytest.raises(SetUpError, match=words) as raised:
        lab.check_computer(**computer)
    assert "Binder or Colab" in str(raised.value)


@pytest.mark.parametrize("system", lab.TENSORFLOW_WHEELS)
@pytest.mark.parametrize("minor", [11, 12, 13])
def test_computers_with_tensorflow_pass(system, minor):
    lab.check_computer((3, minor, 0), system, lab.TENSORFLOW_WHEELS[system][0], 64)


def test_an_old_python_can_read_it():
    for name in ("lab.py", "tools/__init__.py", "tools/environment.py"):
        compile_as_old = "import ast, sys; ast.parse(open(sys.argv[1]).read(), feature_version=(3, 6))"
        subprocess.run([sys.executable, "-c", compile_as_old, str(ROOT / name)], check=True)


def test_no_venv_module():
    with pytest.raises(SetUpError, match=r"sudo apt install python3\.\d+-venv"):
        environment.check_venv_module(find=lambda name: None if name == "ensurepip" else name)


def test_no_venv_module_leaves_nothing(tiny, monkeypatch):
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    with pytest.raises(SetUpError, match="no venv module"):
        environment.set_up(tiny)
    assert not (tiny / ".venv").exists()


def test_a_taken_port_is_refused():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        answer = call(ROOT, "--no-browser", "--port", port)
    assert answer.returncode == 1
    assert answer.stderr.splitlines()[1:] == [
        f"Port {port} is taken or not allowed.",
        "Choose a different one, or leave --port out to get the next free one.",
    ]
    with pytest.raises(SetUpError, match="Port 99999"):
        lab.check_port(99999)


def test_no_package_index(tiny):
    (tiny / "requirements.txt").write_text("nowhere==1.0\n")
    with index(listening=False) as env:
        answer = call(tiny, "--no-browser", env=env)
    assert answer.returncode == 1
    assert "This step failed: Installing 1 packages" in answer.stderr
    assert "No package index can be reached" in answer.stderr
    assert "Traceback" not in answer.stdout + answer.stderr
    assert not (tiny / ".venv").exists()


@pytest.mark.skipif(os.name != "posix", reason="Windows sends Ctrl-C to whole consoles alone")
@pytest.mark.parametrize(("sign", "code", "words"), [(signal.SIGINT, 130, "\nStopped.\n"), (signal.SIGTERM, 143, "")])
def test_stopping_is_quiet_and_leaves_nothing(tiny, sign, code, words):
    (tiny / "requirements.txt").write_text("nowhere==1.0\n")
    with index(listening=True) as env:
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "encoding": "utf-8"}
        with subprocess.Popen([sys.executable, "-c", HEARS_CTRL_C], cwd=tiny, env=env, **pipes) as process:
            for line in process.stdout:
                if line.startswith("Installing"):
                    break
            assert "Another lab.py is setting up" in call(tiny).stderr
            process.send_signal(sign)
            assert process.wait(30) == code
            assert process.stderr.read() == words
    assert not (tiny / ".venv").exists()


def test_a_missing_file_is_named(tiny):
    (tiny / "requirements.txt").unlink()
    answer = call(tiny)
    assert answer.returncode == 1
    assert "requirements.txt is missing" in answer.stderr
    assert "Get the whole project" in answer.stderr


def test_an_unknown_command_is_refused(tiny):
    answer = call(tiny, "tset")
    assert answer.returncode == 2
    assert "what is 'tset'?" in answer.stderr


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("ERROR: Could not install: [Errno 28] No space left on device", "Free some GB"),
        ("SSLError: CERTIFICATE_VERIFY_FAILED; connection broken", "PIP_CERT"),
        ("Temporary failure in name resolution", "No package index"),
        ("[Errno 13] Permission denied: '/opt/x'", "cannot be written"),
        ("[WinError 32] The process cannot access the file", "Another program"),
        ("ERROR: No matching distribution found for tensorflow-cpu==2.21.0", "no such package for"),
        ("something never seen", "Start again"),
    ],
)
def test_failures_become_words(said, words):
    assert words in str(environment.explain("Installing", [said]))


def test_set_up_once_then_nothing_to_do(tiny, monkeypatch):
    python = environment.set_up(tiny)
    where = "import sys, importlib.metadata as m; print(sys.prefix, m.version('tiny'))"
    said = subprocess.run([python, "-X", "utf8", "-c", where], capture_output=True, encoding="utf-8", check=True)
    assert said.stdout.split("\n")[0] == f"{tiny / '.venv'} 1"
    venv, goal = tiny / ".venv", environment.goal_of(tiny, test=False)
    assert environment.state(venv, goal) == "ready"

    monkeypatch.setattr(environment, "step", lambda *_: pytest.fail("a second start has nothing to do"))
    environment.set_up(tiny)

    assert environment.state(venv, {**goal, "packages": ["a==1"]}) == "update"
    assert environment.state(venv, {**goal, "project": "changed"}) == "update"
    assert environment.state(venv, {**goal, "python": "3.99"}) == "make"
    assert environment.state(venv, {**goal, "gpu": True}) == "make"
    environment.write_stamp(venv, half_made=True)
    assert environment.state(venv, goal) == "make"
    (venv / "lab.json").unlink()
    assert environment.state(venv, goal) == "update", "a .venv that lab.py did not make is not removed"


def test_a_failed_update_keeps_what_is_there_and_is_tried_again(tiny, monkeypatch):
    environment.set_up(tiny)
    before = environment.goal_of(tiny, test=False)
    (tiny / "requirements.txt").write_text("nowhere==1.0\n")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    with pytest.raises(SetUpError, match="This step failed"):
        environment.set_up(tiny)
    assert environment.python_of(tiny / ".venv").exists()
    assert environment.state(tiny / ".venv", environment.goal_of(tiny, test=False)) == "update"
    (tiny / "requirements.txt").write_text("# nothing\n")
    assert environment.goal_of(tiny, test=False) == before
    environment.set_up(tiny)
    assert environment.state(tiny / ".venv", before) == "ready"


def test_tests_add_packages_and_never_a_second_tensorflow(tiny):
    (tiny / "requirements.txt").write_text("# made\na==1\ntensorflow-cpu==2\n")
    (tiny / "requirements-gpu.txt").write_text("a==1\ncuda==3\ntensorflow==2\n")
    (tiny / "requirements-dev.txt").write_text("a==1\npytest==9\ntensorflow-cpu==2\n")
    assert environment.packages(tiny, gpu=False, test=True) == ["a==1", "tensorflow-cpu==2", "pytest==9"]
    assert environment.packages(tiny, gpu=True, test=True) == ["a==1", "cuda==3", "tensorflow==2", "pytest==9"]


def test_unknown_options_are_passed_on_to_jupyter_lab():
    assert lab.arguments(["--no-browser", "--port", "9000", "--debug"]) == (
        9000,
        ["--no-browser", "--ServerApp.port=9000", "--ServerApp.port_retries=0", "--debug"],
    )
    assert lab.arguments([]) == (None, [])
