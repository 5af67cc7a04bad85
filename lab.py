"""Set up Watch It Learn and open it: `python lab.py`. Set up and test it: `python lab.py test`.

Needs Python 3.11 to 3.13 and nothing else. Everything goes into `.venv` beside this file and is registered
nowhere else. The first start downloads the packages, later ones take seconds. Options that are not known here
are passed on to `jupyter lab` (after `test`, to pytest: `--full` tests all there is, a path tests a part).
"""

# Syntax of Python 3.6 and no type hints: an old Python must be able to read this, to say that it is too old.
import argparse
import os
import platform
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

from tools.environment import AGAIN, ELSEWHERE, SetUpError, environment, explain, set_up, stop

ROOT = Path(__file__).resolve().parent
FIRST_PAGE = "notebooks/00_start_here.ipynb"
SETTINGS = {  # files of binder/, and where JupyterLab looks for them below the environment
    "overrides.json": "share/jupyter/lab/settings",
    "jupyter_server_config.json": "etc/jupyter",
}
TENSORFLOW_WHEELS = {"linux": ("x86_64", "aarch64"), "darwin": ("arm64",), "win32": ("AMD64",)}
TWO_AT_A_TIME = ("-n", "2", "--dist", "loadscope")  # a notebook's cells stay together, in their order
TIMES = ".venv/tests.xml"  # where the time of the last run went: read by `python -m tools.bench tests`
GET = "Get Python 3.13 (64 bit) from python.org, then start again with it. "


def check_computer(version=sys.version_info, system=sys.platform, machine=None, bits=64 if sys.maxsize > 2**32 else 32):
    """Raise SetUpError where TensorFlow has no package for this Python or this computer."""
    have = ".".join(str(part) for part in version[:3])
    machine = machine or platform.machine()
    if version[:2] < (3, 11):
        raise SetUpError(f"This Python is too old: {have}. It takes 3.11, 3.12 or 3.13.", GET + ELSEWHERE)
    if version[:2] > (3, 13):
        raise SetUpError(f"This Python is too new for TensorFlow: {have}. It takes 3.11 to 3.13.", GET + ELSEWHERE)
    if bits != 64:
        raise SetUpError("This Python is a 32-bit one; TensorFlow needs 64 bit.", GET + ELSEWHERE)
    if machine not in TENSORFLOW_WHEELS.get(system, ()):
        kind = "a Mac with an Intel processor" if system == "darwin" else f"{system} on {machine}"
        raise SetUpError(f"TensorFlow has no package for {kind}.", ELSEWHERE)


def check_port(port):
    """Raise SetUpError where the port cannot be had: JupyterLab itself would silently take the next one."""
    with socket.socket() as trial:
        if os.name == "posix":
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("127.0.0.1", port))
        except (OSError, OverflowError):
            do = "Choose a different one, or leave --port out to get the next free one."
            raise SetUpError(f"Port {port} is taken or not allowed.", do) from None


def lab_command(python, root, rest):
    """Return the command that opens JupyterLab on loopback, on the first chapter, with our settings."""
    for name, place in SETTINGS.items():
        folder = Path(python).parent.parent / place
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(str(root / "binder" / name), str(folder / name))
    page = FIRST_PAGE if (root / FIRST_PAGE).exists() else "notebooks"
    ours = [
        f"--ServerApp.root_dir={root}",
        f"--LabApp.default_url=/lab/tree/{page}",
        "--ServerApp.ip=127.0.0.1",
    ]
    if getattr(os, "geteuid", lambda: None)() == 0:
        ours.append("--allow-root")  # containers: Jupyter refuses root, here it listens to this computer alone
    return [str(python), "-m", "jupyterlab", *ours, *rest]


def follow(command, root):
    """Run JupyterLab or pytest until it ends. Ctrl-C reaches it as well, and it knows what to do."""
    process = subprocess.Popen(command, cwd=str(root), env=environment(root / ".venv"))
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue
        except BaseException:
            stop(process)
            raise


def arguments(words):
    """Split the command line into the port and what goes on to `jupyter lab`."""
    kind = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser("lab.py", description=__doc__, formatter_class=kind, allow_abbrev=False)
    parser.add_argument("--no-browser", action="store_true", help="print the address, open nothing")
    parser.add_argument("--port", type=int, help="the port to listen on (otherwise 8888 or the next free one)")
    ours, rest = parser.parse_known_args(words)
    if rest and not rest[0].startswith("-"):
        parser.error(f"what is '{rest[0]}'? Known are `python lab.py` and `python lab.py test`.")
    if ours.port is not None:
        rest = [f"--ServerApp.port={ours.port}", "--ServerApp.port_retries=0", *rest]
    if ours.no_browser:
        rest = ["--no-browser", *rest]
    return ours.port, rest


def run(words, root=ROOT):
    """Do what the command line says; return the exit code."""
    check_computer()
    if words[:1] == ["test"]:
        tests = ["-m", "pytest", *TWO_AT_A_TIME, f"--junitxml={TIMES}", *words[1:]]
        return follow([str(set_up(root, test=True)), *tests], root)
    port, rest = arguments(words)
    if port:
        check_port(port)
    return follow(lab_command(set_up(root), root, rest), root)


def main(words):
    """Run, and turn what can be expected to fail into words."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        return run(words)
    except SetUpError as error:
        said = str(error)
    except FileNotFoundError as error:
        said = f"{error.filename} is missing.\nGet the whole project (git clone, or the ZIP file)" + AGAIN
    except OSError as error:
        said = str(explain("reading and writing files", [str(error)]))
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130
    print(f"\n{said}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
