"""What to do for a GPU: by system, and on Linux by what is there already."""

import os
import sys

import pytest

from helpers.devices.gpu import ADVICE, LINUX, driver_answers, gpu_advice, system


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("win32", ["2.11", "WSL2", "Colab"]),
        ("darwin", ["CPU", "Colab"]),
        ("colab", ["Runtime → Change runtime type"]),
        ("binder", ["Colab"]),
        ("freebsd14", ["CPU"]),
    ],
)
def test_every_system_gets_its_advice(name, words):
    assert all(word in gpu_advice(name) for word in words)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("no driver", ["driver", "python lab.py"]),
        ("hidden", ["CUDA_VISIBLE_DEVICES"]),
        ("cpu build", ["CPU", "python lab.py"]),
        ("no cuda", ["CUDA libraries", "python lab.py"]),
    ],
)
def test_linux_gets_advice_by_what_is_there(state, words):
    assert all(word in gpu_advice("linux", state) for word in words)


def test_every_advice_is_one_sentence_or_two():
    for advice in (*ADVICE.values(), *LINUX.values()):
        assert advice.endswith(".")
        assert len(advice) < 150


def test_colab_and_binder_are_recognised(monkeypatch):
    for name in ("COLAB_RELEASE_TAG", "BINDER_SERVICE_HOST"):
        monkeypatch.delenv(name, raising=False)
    assert system() == sys.platform
    monkeypatch.setenv("BINDER_SERVICE_HOST", "10.0.0.1")
    assert system() == "binder"
    monkeypatch.setenv("COLAB_RELEASE_TAG", "release-colab")
    assert system() == "colab"


@pytest.mark.skipif(os.name == "nt", reason="the stand-in for nvidia-smi is a shell script")
@pytest.mark.parametrize(
    ("script", "answers"),
    [
        ("echo 'GPU 0: Tesla T4 (UUID: GPU-1)'", True),
        ("echo 'No devices found.'; exit 6", False),
        ("echo 'NVIDIA-SMI has failed because it could not communicate with the driver'; exit 9", False),
        ("echo", False),
    ],
)
def test_a_driver_answers_when_it_lists_a_gpu(tmp_path, script, answers):
    command = tmp_path / "nvidia-smi"
    command.write_text(f"#!/bin/sh\n{script}\n")
    command.chmod(0o755)
    assert driver_answers(str(command)) is answers


def test_without_nvidia_smi_no_driver_answers(tmp_path):
    assert not driver_answers(str(tmp_path / "nothing"))
