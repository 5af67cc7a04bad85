"""Pin every version for every system: `python -m tools.requirements` makes the requirements files.

They come from pyproject.toml. Versions that are pinned stay, unless `--upgrade` is given or it forbids them.
`--check` says, without a network, whether the files still belong to it.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BASE = "requirements.txt"
FILES = {  # each file: the extras of pyproject.toml in it. The first one constrains the others.
    BASE: ("lab", "cpu"),
    "requirements-gpu.txt": ("lab", "gpu"),
    "requirements-dev.txt": ("lab", "cpu", "test"),
}
HEADER = "# Made from pyproject.toml by `python -m tools.requirements`; never edited by hand.\n# pyproject.toml: "


def fingerprint(project: dict, extras: tuple[str, ...]) -> str:
    """Return a hash of what decides the versions: Python's range, the dependencies and these extras."""
    wanted = {extra: sorted(project["optional-dependencies"][extra]) for extra in extras}
    deciding = [project["requires-python"], sorted(project["dependencies"]), wanted]
    return hashlib.sha256(json.dumps(deciding, sort_keys=True).encode()).hexdigest()


def header(root: Path, name: str) -> str:
    """Return the first lines that the file should have."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return f"{HEADER}{fingerprint(project, FILES[name])}\n"


def stale(root: Path = ROOT) -> list[str]:
    """Return the names of the files that were not made from this pyproject.toml."""
    paths = {name: root / name for name in FILES}
    texts = {name: path.read_text(encoding="utf-8") if path.exists() else "" for name, path in paths.items()}
    return [name for name, text in texts.items() if not text.startswith(header(root, name))]


def compile_pins(root: Path, name: str, more: list[str]) -> None:
    """Let uv pin one file, then put the header on top."""
    options = ["--universal", "--fork-strategy", "fewest", "--no-annotate", "--no-header", "--quiet"]
    options += ["--no-emit-index-url", "--no-emit-find-links"]
    extras = [word for extra in FILES[name] for word in ("--extra", extra)]
    constraints = [] if name == BASE else ["--constraints", BASE]
    command = ["uv", "pip", "compile", "pyproject.toml", "--output-file", name]
    subprocess.run([sys.executable, "-m", *command, *options, *extras, *constraints, *more], cwd=root, check=True)
    path = root / name
    path.write_text(header(root, name) + path.read_text(encoding="utf-8"), encoding="utf-8")


def main() -> int:
    """Make the files, or check them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only compare with pyproject.toml, offline")
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions allowed")
    ours = parser.parse_args()
    if not ours.check:
        for name in FILES:
            compile_pins(ROOT, name, ["--upgrade"] if ours.upgrade else [])
    for name in stale():
        print(f"{name} no longer matches pyproject.toml: run `python -m tools.requirements`")
    return 1 if stale() else 0


if __name__ == "__main__":
    sys.exit(main())
