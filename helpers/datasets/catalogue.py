"""Every data set: its files with their SHA-256, how they are read, what stands in without a network."""

from pathlib import Path
from typing import Any

import numpy as np

from helpers.datasets.dataset import DataSet
from helpers.datasets.handwriting import practice_mnist
from helpers.datasets.remote import RemoteFile

KERAS = "https://storage.googleapis.com/tensorflow/tf-keras-datasets/"


def _read_mnist(paths: list[Path]) -> Any:
    with np.load(paths[0], allow_pickle=False) as arrays:
        return (arrays["x_train"], arrays["y_train"]), (arrays["x_test"], arrays["y_test"])


mnist = DataSet(
    "mnist",
    "MNIST",
    (
        RemoteFile(
            "mnist.npz",
            KERAS + "mnist.npz",
            "731c5ac602752760c8e48fbffcf8c3b850d9dc2a2aedcf2cc48468fc17b673d1",
            11_490_434,
        ),
    ),
    read=_read_mnist,
    practice=practice_mnist,
)

DATASETS = {dataset.name: dataset for dataset in (mnist,)}
