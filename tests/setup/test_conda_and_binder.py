"""conda and Binder get the same packages as lab.py."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lab import SETTINGS
from tools.environment import ONE_STORE, environment

ROOT = Path(__file__).resolve().parents[2]
FILES = ("environment.yml", "binder/environment.yml")


def pip_lines(name):
    """The file's part for pip, as (option, path as pip sees it): conda and mamba start pip beside the file."""
    text = (ROOT / name).read_text(encoding="utf-8")
    found = re.findall(r"^ {6}- (-[re]) (\S+)$", text.partition("- pip:")[2], flags=re.MULTILINE)
    return {option: ((ROOT / name).parent / path).resolve() for option, path in found}


@pytest.mark.parametrize("name", FILES)
def test_pip_gets_the_pinned_packages_and_this_project(name):
    assert pip_lines(name) == {"-r": ROOT / "requirements.txt", "-e": ROOT}
    assert (ROOT / "requirements.txt").is_file()


def test_both_take_the_same_python():
    pythons = {re.search(r"- python=(\S+)", (ROOT / name).read_text(encoding="utf-8"))[1] for name in FILES}
    assert len(pythons) == 1
    assert pythons <= {"3.11", "3.12", "3.13"}


@pytest.mark.skipif(os.name != "posix", reason="Binder runs Linux")
def test_post_build_is_a_program_that_bash_can_read():
    script = ROOT / "binder/postBuild"
    assert os.access(script, os.X_OK)
    subprocess.run(["bash", "-n", script], check=True)


@pytest.mark.skipif(os.name != "posix", reason="Binder runs Linux")
def test_post_build_sets_jupyterlab_and_fetches_data(tmp_path):
    """With a Python that only notes what it is asked to run."""
    fake = tmp_path / "bin/python"
    fake.parent.mkdir()
    fake.write_text(f'#!/bin/bash\nif [ "$1" = -c ]; then echo "{tmp_path}"; else echo "$@" >>"{tmp_path}/asked"; fi\n')
    fake.chmod(0o755)
    env = {**os.environ, "PATH": f"{fake.parent}{os.pathsep}{os.environ['PATH']}"}
    subprocess.run([ROOT / "binder/postBuild"], env=env, cwd=ROOT, check=True)
    for name, place in SETTINGS.items():
        assert json.loads((tmp_path / place / name).read_text()) == json.loads((ROOT / "binder" / name).read_text())
    assert (tmp_path / "asked").read_text() == "-m helpers.datasets fetch all\n"


@pytest.mark.skipif(os.name != "posix", reason="Binder runs Linux")
def test_binder_starts_with_the_memory_settings_of_lab_py():
    env = {name: value for name, value in os.environ.items() if name not in ONE_STORE}
    said = subprocess.run([ROOT / "binder/start", "env"], env=env, capture_output=True, text=True, check=True).stdout
    assert {line for line in said.splitlines() if line.split("=")[0] in ONE_STORE} == {
        f"{name}={value}" for name, value in ONE_STORE.items()
    }
    assert ONE_STORE.keys() <= environment(ROOT / ".venv").keys()  # what the learner has set wins


def test_overrides_name_settings_that_jupyterlab_has():
    pytest.importorskip("jupyterlab")
    schemas = Path(sys.prefix) / "share/jupyter/lab/schemas"
    for plugin, values in json.loads((ROOT / "binder/overrides.json").read_text()).items():
        package, _, name = plugin.partition(":")
        properties = json.loads((schemas / package / f"{name}.json").read_text(encoding="utf-8"))["properties"]
        for key, value in values.items():
            allowed = [choice["const"] for choice in properties[key].get("oneOf", [])] or [True, False]
            assert value in allowed, f"{plugin} {key}"


def test_repo2docker_accepts_the_repository():
    program = shutil.which("jupyter-repo2docker", path=str(Path(sys.executable).parent))
    if not program:
        pytest.skip("repo2docker is not installed")
    said = subprocess.run(
        [program, "--no-build", "--debug", "."], cwd=ROOT, capture_output=True, text=True, timeout=120
    )
    assert said.returncode == 0, said.stderr
    dockerfile = said.stdout + said.stderr
    assert '--file "binder/environment.yml"' in dockerfile
    assert "binder/postBuild" in dockerfile
    assert re.search(r"^ENTRYPOINT .*binder/start|^ENV R2D_ENTRYPOINT.*binder/start", dockerfile, flags=re.MULTILINE)
    whole = re.search(r"^COPY --chown=\S+ src/ ", dockerfile, flags=re.MULTILINE)
    update = dockerfile.index('--file "binder/environment.yml"')
    assert whole, "the project's files are not in the image"
    assert whole.start() < update, "pip needs the project's files"
