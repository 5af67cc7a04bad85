"""The pinned versions: made from this pyproject.toml, allowed by it everywhere, the same in every file."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.requirements import BASE, FILES, ROOT, stale

SYSTEMS = {
    "linux": {
        "sys_platform": "linux",
        "platform_system": "Linux",
        "platform_machine": "x86_64",
        "os_name": "posix",
    },
    "mac": {
        "sys_platform": "darwin",
        "platform_system": "Darwin",
        "platform_machine": "arm64",
        "os_name": "posix",
    },
    "windows": {
        "sys_platform": "win32",
        "platform_system": "Windows",
        "platform_machine": "AMD64",
        "os_name": "nt",
    },
}
PYTHONS = ("3.11", "3.12", "3.13")


def lines(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def pins(name, environment):
    """The versions that pip takes from the file on one system."""
    requirements = [Requirement(line) for line in lines(name)]
    chosen = [r for r in requirements if not r.marker or r.marker.evaluate(environment)]
    for requirement in chosen:
        assert [s.operator for s in requirement.specifier] == ["=="], f"{requirement} is not one exact version"
    return {canonicalize_name(r.name): next(iter(r.specifier)).version for r in chosen}


def asked(name):
    """What pyproject.toml asks of the file."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [project["optional-dependencies"][extra] for extra in FILES[name]]
    return [Requirement(line) for line in sum(extras, project["dependencies"])]


def test_files_belong_to_this_pyproject():
    assert stale() == [], "run `python -m tools.requirements`"


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("name", FILES)
def test_every_requirement_is_met(name, system, python):
    environment = {**SYSTEMS[system], "python_version": python, "python_full_version": f"{python}.0"}
    pinned = pins(name, environment)
    for requirement in asked(name):
        if not requirement.marker or requirement.marker.evaluate(environment):
            version = pinned.get(canonicalize_name(requirement.name))
            assert version, f"{requirement} is not pinned"
            assert requirement.specifier.contains(version), f"{requirement} is not met by {version}"


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("name", sorted(FILES.keys() - {BASE}))
def test_shared_packages_have_one_version(name, system):
    environment = {**SYSTEMS[system], "python_version": "3.12", "python_full_version": "3.12.0"}
    base, other = pins(BASE, environment), pins(name, environment)
    assert {p: base[p] for p in base.keys() & other.keys()} == {p: other[p] for p in base.keys() & other.keys()}


@pytest.mark.parametrize("name", FILES)
def test_no_place_to_download_from_is_named(name):
    assert not re.search(r"://|index-url|find-links", (ROOT / name).read_text(encoding="utf-8"))


def test_tests_install_a_superset():
    assert set(lines(BASE)) <= set(lines("requirements-dev.txt"))
