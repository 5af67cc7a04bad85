"""The GPUs that TensorFlow sees, and what to do where it sees none."""

import os
import subprocess
import sys

from helpers.words import N_, _

# By system: what to do for a GPU. On Linux it depends on what is there already.
ADVICE = {
    "colab": N_("Runtime → Change runtime type → T4 GPU, then run the chapter from its top."),
    "binder": N_("Binder lends no GPUs; Colab does: the chapter's Colab badge opens it there."),
    "win32": N_("TensorFlow uses no GPU on Windows itself since 2.11: work in WSL2, or open the chapter on Colab."),
    "darwin": N_("TensorFlow uses the CPU on a Mac, which is enough; for a GPU open the chapter on Colab."),
    "other": N_("TensorFlow uses the CPU here, which is enough; for a GPU open the chapter on Colab."),
}
LINUX = {
    "no driver": N_("No NVIDIA driver answers. Is there such a card? Then install its driver and run `python lab.py`."),
    "hidden": N_("CUDA_VISIBLE_DEVICES hides the GPU: unset it and start the kernel again."),
    "cpu build": N_(
        "An NVIDIA driver answers, but this TensorFlow is the CPU one: run `python lab.py` again, "
        "it installs the GPU set."
    ),
    "no cuda": N_(
        "An NVIDIA driver answers, but its CUDA libraries are missing or do not fit: "
        "run `python lab.py` again, it installs the GPU set."
    ),
}


def gpus() -> list[str]:
    """Return the names of the GPUs that TensorFlow sees; an empty list where there are none."""
    import tensorflow as tf

    def name(device: object) -> str:
        try:
            return tf.config.experimental.get_device_details(device)["device_name"]
        except (KeyError, ValueError, RuntimeError):
            return device.name  # type: ignore[attr-defined]

    return [name(device) for device in tf.config.list_physical_devices("GPU")]


def describe_gpu() -> str:
    """Return one line: the GPUs, or that the CPU does the work and what to do for a GPU on this system."""
    found = gpus()
    return f"GPU: {', '.join(found)}" if found else _("No GPU: the CPU does the work.") + " " + advice_here()


def advice_here() -> str:
    """Return what to do for a GPU on the system that this runs on."""
    name = system()
    return gpu_advice(name, linux_state() if name == "linux" else "no driver")


def gpu_advice(name: str, state: str = "no driver") -> str:
    """Return what to do for a GPU on the system ``name``; on ``linux`` in this ``state``, a key of LINUX."""
    advice = LINUX[state] if name == "linux" else ADVICE.get(name, ADVICE["other"])
    return _(advice)


def system() -> str:
    """Return ``colab``, ``binder``, or what Python calls the system: ``linux``, ``darwin``, ``win32``."""
    if "COLAB_RELEASE_TAG" in os.environ:
        return "colab"
    return "binder" if "BINDER_SERVICE_HOST" in os.environ else sys.platform


def linux_state() -> str:
    """Return why a Linux system shows no GPU: a key of LINUX."""
    import tensorflow as tf

    if not driver_answers():
        return "no driver"
    if os.environ.get("CUDA_VISIBLE_DEVICES", "0").strip() in ("", "-1"):
        return "hidden"
    return "no cuda" if tf.sysconfig.get_build_info().get("is_cuda_build") else "cpu build"


def driver_answers(command: str = "nvidia-smi") -> bool:
    """Tell whether an NVIDIA driver answers with at least one GPU."""
    try:
        answer = subprocess.run([command, "-L"], capture_output=True, text=True, timeout=20, check=True)
    except (OSError, subprocess.SubprocessError):
        return False
    return "GPU" in answer.stdout
