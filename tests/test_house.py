"""The rules of the house, kept by the tools of the field."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PYTHON = [sys.executable, "-m"]


@pytest.mark.parametrize(
    "command",
    [
        [*PYTHON, "ruff", "check", "--no-cache", "."],
        [*PYTHON, "ruff", "format", "--check", "--no-cache", "--exclude", "chapters", "."],
        [*PYTHON, "mypy"],
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
    ],
    ids=["lint", "format", "types", "layers"],
)
def test_house_is_in_order(command):
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_nothing_large_and_nothing_private_is_tracked():
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    tracked = [ROOT / name for name in listed.decode().split("\0") if name]
    assert [path for path in tracked if path.exists() and path.stat().st_size > 2_000_000] == []
    assert [
        path for path in tracked if path.name in ("uv.lock", "poetry.lock", "Pipfile.lock", "package-lock.json")
    ] == []
