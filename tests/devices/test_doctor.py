"""The doctor's report: complete whatever fails, short lines, right advice."""

import os
import subprocess
import sys
from importlib import metadata

import pytest

from helpers.devices import Report, checks, describe_gpu, doctor, gpus
from helpers.devices.checks import CHECKS
from helpers.devices.report import NOTE, OK, PROBLEM, WIDTH, Finding


def fail(error):
    def check():
        raise error

    return check


def lines_of(report):
    return repr(report).splitlines()


def test_every_check_has_its_line_here(capfd):
    report = doctor()
    assert isinstance(report, Report)
    assert list(report.findings) == list(CHECKS)
    assert not [name for name, finding in report.findings.items() if "could not be checked" in finding.fact]
    for name, finding in report.findings.items():
        assert any(line.startswith(f"{finding.mark:9}{name}") for line in lines_of(report))
        assert finding.mark == OK or finding.advice
    assert all(len(line) <= WIDTH for line in lines_of(report))
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("name", CHECKS)
@pytest.mark.parametrize(
    "error", [RuntimeError("two\nlines " * 300), OSError(5, "Input/output error"), AttributeError(), MemoryError()]
)
def test_a_check_that_fails_leaves_the_others_their_line(name, error):
    quick = {each: (lambda: Finding(OK, "fine")) for each in CHECKS}
    report = doctor({**quick, name: fail(error)})
    assert list(report.findings) == list(CHECKS)
    assert report.findings[name].fact.startswith(f"could not be checked: {type(error).__name__}")
    assert sum(line.endswith("fine") for line in lines_of(report)) == len(CHECKS) - 1
    assert all(len(line) <= WIDTH for line in lines_of(report))


def test_without_tensorflow_and_keras_the_report_goes_on(tmp_path):
    """A real process whose TensorFlow and Keras cannot be imported."""
    for name in ("tensorflow", "keras"):
        (tmp_path / f"{name}.py").write_text("raise ImportError('no such library: libbroken.so')")
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from helpers.devices import doctor; r = doctor(); "
    code += "print(r); print(r.problems)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8", env=utf8())
    assert "cannot be imported (no such library: libbroken.so)" in run.stdout
    assert "python lab.py" in run.stdout
    assert "GPU          could not be checked: ImportError" in run.stdout
    assert run.stdout.splitlines()[-1] == "['TensorFlow', 'Keras']"


def test_importing_the_doctor_brings_no_tensorflow():
    code = "import sys, helpers.devices; print({'tensorflow', 'keras', 'psutil', 'ipywidgets'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"


def test_from_the_command_line_even_where_there_are_no_arrows():
    env = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    command = [sys.executable, "-m", "helpers.devices"]
    run = subprocess.run(command, capture_output=True, encoding="cp1252", env=env)
    assert run.returncode == 0, run.stdout
    assert run.stdout.startswith("ok       Python")


@pytest.mark.parametrize(
    ("version", "mark"),
    [((3, 10, 14), PROBLEM), ((3, 11, 0), OK), ((3, 13, 15), OK), ((3, 14, 0), NOTE)],
)
def test_old_and_new_pythons_are_noticed(version, mark):
    finding = checks.check_python(version)
    assert finding.mark == mark
    assert finding.fact.startswith(".".join(map(str, version)))


def test_another_backend_is_a_problem():
    assert checks.keras_finding("3.15.1", "tensorflow").mark == OK
    finding = checks.keras_finding("3.15.1", "jax")
    assert finding.mark == PROBLEM
    assert "KERAS_BACKEND=tensorflow" in finding.advice


@pytest.mark.parametrize(("free", "mark"), [(1.6e9, OK), (1.4e9, NOTE), (0, NOTE)])
def test_little_free_memory_is_noticed(free, mark):
    assert checks.check_memory(lambda: free).mark == mark


@pytest.mark.parametrize(
    ("version", "live", "mark"),
    [
        ("8.1.9", True, OK),
        ("7.7.1", True, OK),
        ("7.6.5", True, PROBLEM),
        ("8.0.0rc2", False, NOTE),
        ("7.7.1rc1", True, PROBLEM),
    ],
)
def test_old_widgets_and_dead_kernels_are_noticed(version, live, mark):
    assert checks.widgets_finding(version, live).mark == mark


def test_the_installed_widgets_are_named():
    assert metadata.version("ipywidgets") in checks.check_widgets().fact
    assert not checks.live_kernel()


def test_without_data_it_says_how_to_fetch_them(tmp_path, monkeypatch):
    monkeypatch.setenv("KERAS_HOME", str(tmp_path))
    finding = checks.check_data()
    assert finding.mark == NOTE
    assert finding.fact == f"none yet in {tmp_path / 'datasets'}"
    assert "python -m helpers.datasets fetch all" in finding.advice


def test_a_data_folder_that_cannot_be_made_is_noticed(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "file"))
    finding = checks.check_data()
    assert "cannot be written" in finding.fact
    assert "KERAS_HOME" in finding.advice
    assert checks.check_disk().mark in (OK, NOTE)


def test_data_that_are_here_are_listed(tmp_path, monkeypatch):
    from helpers.datasets import DATASETS

    monkeypatch.setenv("KERAS_HOME", str(tmp_path))
    for dataset in DATASETS.values():
        for file in dataset.files:
            path = tmp_path / "datasets" / file.name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("wb") as sparse:
                sparse.truncate(file.size)
    finding = checks.check_data()
    assert finding.mark == OK
    assert finding.fact.startswith("mnist")


def test_a_long_folder_is_wrapped(tmp_path, monkeypatch):
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / ("long" * 40)))
    report = doctor({"data sets": checks.check_data})
    assert len(lines_of(report)) > 2
    assert all(len(line) <= WIDTH for line in lines_of(report))


def test_describe_gpu_agrees_with_gpus():
    line = describe_gpu()
    assert "\n" not in line
    assert line.startswith("GPU: " if gpus() else "No GPU: the CPU does the work.")


def utf8():
    return {**os.environ, "PYTHONIOENCODING": "utf-8"}
