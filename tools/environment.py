"""Make `.venv` and keep it as the requirements say. Used by `lab.py`, before anything is installed.

A stamp inside, `lab.json`, says what .venv holds. It is written last, so a set-up that was interrupted shows.
"""

# Syntax of Python 3.6 and no type hints, as in lab.py: an old Python must be able to read this.
import contextlib
import hashlib
import importlib.util
import json
import os
import platform
import shutil
import subprocess
import sys

ELSEWHERE = "Or use Binder or Colab, which need nothing here: see README.md."
AGAIN = ", then start again."
CAUSES = {  # signs in what pip, venv or the system says: what to do
    ("no space left", "errno 28", "winerror 112", "not enough space", "quota"): "Free some GB on the disk" + AGAIN,
    ("certificate verify failed", "certificate_verify_failed"): "A certificate is not trusted, as in some "
    "companies and schools. Ask there for the certificate file, set PIP_CERT to its path" + AGAIN,
    ("connection", "name resolution", "getaddrinfo", "timed out", "max retries", "proxyerror"): "No package "
    "index can be reached. Check the network (behind a proxy, set HTTPS_PROXY)" + AGAIN,
    ("winerror 32]",): "Another program uses .venv. Close it (JupyterLab? an editor?)" + AGAIN,
    ("permission denied", "winerror 5]", "access is denied", "read-only file"): "This folder cannot be "
    "written. Move the project to a folder of your own" + AGAIN,
    ("no matching distribution",): "No package index can be reached, or the one in use has no such package for "
    "this computer. Check the network (behind a proxy, set HTTPS_PROXY) and what `pip config list` says" + AGAIN,
    ("",): "Start again. If it fails again, the lines above say more. " + ELSEWHERE,
}


class SetUpError(Exception):
    """A step that failed: what, and what to do about it."""

    def __init__(self, what, do):
        super().__init__(f"{what}\n{do}")


def explain(what, said):
    """Return the SetUpError behind a failed step, from the lines that it said."""
    text = "\n".join(said).lower()
    last = [line for line in said if "error" in line.lower()][-3:] or said[-3:]
    do = next(words for signs, words in CAUSES.items() if any(sign in text for sign in signs))
    return SetUpError("\n  ".join([f"This step failed: {what}.", *last]), do)


def check_venv_module(find=importlib.util.find_spec):
    """Raise SetUpError where Python came without what makes a virtual environment (Debian, Ubuntu)."""
    if not (find("venv") and find("ensurepip")):
        package = "python{}.{}-venv".format(*sys.version_info)
        do = f"On Debian and Ubuntu: sudo apt install {package} (or python3-venv)" + AGAIN
        raise SetUpError("This Python has no venv module.", do)


def python_of(venv):
    """Return the path of the Python inside a virtual environment."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


# glibc gives each thread its own store of memory, and TensorFlow has many threads: what a batch leaves in one is not
# found by the next. With a single store chapter 12 needs 1.06 GB instead of 1.49, in the same time.
# Read when a process starts, so it stands here and not in `helpers`; other systems do not know it.
ONE_STORE = {"MALLOC_ARENA_MAX": "1"}


def environment(venv):
    """Return this process's environment as if `venv` were activated, without what leads pip out of it."""
    lead_out = ("PYTHONHOME", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "__PYVENV_LAUNCHER__")
    env = {**ONE_STORE, **os.environ}
    env = {name: value for name, value in env.items() if name not in lead_out}
    env["PATH"] = str(python_of(venv).parent) + os.pathsep + env.get("PATH", "")
    return dict(env, VIRTUAL_ENV=str(venv), PIP_USER="0", PIP_NO_INPUT="1", PIP_DISABLE_PIP_VERSION_CHECK="1")


def driver_answers():
    """Tell whether an NVIDIA driver is at work, on the one system where TensorFlow can use it."""
    if sys.platform != "linux" or platform.machine() != "x86_64" or not shutil.which("nvidia-smi"):
        return False
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        subprocess.check_output(["nvidia-smi"], stdin=subprocess.DEVNULL, stderr=subprocess.STDOUT, timeout=30)
        return True
    return False


def packages(root, gpu, test):
    """Return the pinned requirements wanted: the tests' on top of the others, with one TensorFlow only."""
    names = ["requirements-gpu.txt" if gpu else "requirements.txt"]
    if test:
        names.append("requirements-dev.txt")
    lines = [line for name in names for line in (root / name).read_text(encoding="utf-8").splitlines()]
    lines = [line for line in dict.fromkeys(lines) if line.strip() and not line.startswith("#")]
    return [line for line in lines if not (gpu and line.startswith("tensorflow-cpu"))]


def read_stamp(venv):
    """Return what the last set-up wrote into .venv about itself, or nothing."""
    try:
        return json.loads((venv / "lab.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def write_stamp(venv, **stamp):
    """Keep inside .venv what it is and what it holds."""
    (venv / "lab.json").write_text(json.dumps(stamp, indent=1), encoding="utf-8")


def goal_of(root, test):
    """Return what .venv should hold. GPU packages that are there stay: they run without a GPU as well."""
    gpu = read_stamp(root / ".venv").get("gpu") or driver_answers()
    project = (root / "pyproject.toml").read_bytes() + str(root).encode()  # moved: its links lead elsewhere
    return {
        "python": "{}.{}".format(*sys.version_info),
        "gpu": gpu,
        "project": hashlib.sha256(project).hexdigest(),
        "packages": packages(root, gpu, test),
    }


def state(venv, goal):
    """Return "ready", "update" or "make". A .venv that somebody else made is updated, never removed."""
    stamp = read_stamp(venv)
    if not python_of(venv).exists() or stamp.get("half_made"):
        return "make"
    if stamp.get("made_here") and (stamp["python"], stamp["gpu"]) != (goal["python"], goal["gpu"]):
        return "make"
    same = stamp.get("project") == goal["project"] and set(goal["packages"]) <= set(stamp["packages"])
    return "ready" if same else "update"


@contextlib.contextmanager
def alone(root):
    """Let one set-up work at a time. The system lifts the lock when the process ends, however it ends."""
    with (root / "lab.py").open("rb") as file:
        try:
            if sys.platform == "win32":
                import msvcrt

                file.seek(1 << 30)  # far beyond the end: a locked byte cannot be read
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            raise SetUpError("Another lab.py is setting up this folder.", "Wait until it is done" + AGAIN) from None
        yield


def stop(process):
    """End a process of ours: ask it first, then force it."""
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def step(what, command, venv):
    """Run one step of the set-up. Print what it downloads; raise SetUpError where it fails."""
    print(f"{what} ...", flush=True)
    process = subprocess.Popen(
        command,
        cwd=str(venv.parent),
        env=dict(environment(venv), PYTHONIOENCODING="utf-8"),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    said = []
    assert process.stdout is not None  # it is a pipe
    with process.stdout:
        try:
            for line in process.stdout:
                said.append(line.decode("utf-8", "replace").strip())
                if said[-1].startswith(("Downloading ", "Installing collected")):
                    print("  " + said[-1][:100], flush=True)
            code = process.wait()
        except BaseException:
            stop(process)
            raise
    if code:
        raise explain(what, said)


def make(venv, version):
    """Make a new .venv; until it is complete, its stamp says so."""
    check_venv_module()
    if venv.exists():
        shutil.rmtree(str(venv))
    venv.mkdir()
    write_stamp(venv, half_made=True)
    base = getattr(sys, "_base_executable", None) or sys.executable  # not that of the .venv just removed
    step(f"Making {venv} for Python {version}", [base, "-m", "venv", str(venv)], venv)


def install(root, venv, wanted):
    """Put the packages and this project into .venv."""
    (venv / "packages.txt").write_text("\n".join([*wanted, ""]), encoding="utf-8")
    pip = [str(python_of(venv)), "-m", "pip", "install"]
    step(f"Installing {len(wanted)} packages", [*pip, "-r", str(venv / "packages.txt")], venv)
    # Built with the pinned setuptools, which is among the packages: nothing more is downloaded.
    step("Installing helpers", [*pip, "--no-deps", "--no-build-isolation", "-e", str(root)], venv)


def set_up(root, test=False):
    """Bring .venv to what is wanted and return its Python. Nothing half made is left behind."""
    venv = root / ".venv"
    goal = goal_of(root, test)
    if state(venv, goal) == "ready":
        return python_of(venv)
    with alone(root):
        making = state(venv, goal) == "make"
        stamp = {"made_here": making or read_stamp(venv).get("made_here", False)}
        try:
            if making:
                make(venv, goal["python"])
            else:
                write_stamp(venv, **dict(goal, packages=[], **stamp))
            install(root, venv, goal["packages"])
            write_stamp(venv, **dict(goal, **stamp))
        except BaseException:
            if making:
                shutil.rmtree(str(venv), ignore_errors=True)
            raise
    return python_of(venv)
