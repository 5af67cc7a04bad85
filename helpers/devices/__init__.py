"""What this computer has: GPUs, and a doctor that checks everything a chapter needs."""

from helpers.devices.checks import doctor
from helpers.devices.gpu import describe_gpu, gpus
from helpers.devices.report import Report

__all__ = ["Report", "describe_gpu", "doctor", "gpus"]
