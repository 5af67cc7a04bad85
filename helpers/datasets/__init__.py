"""Data sets by the call of keras.datasets, checked to the last bit; practice data without a network."""

from helpers.datasets.catalogue import (
    DATASETS,
    boston_housing,
    california_housing,
    credit_card,
    fashion_mnist,
    imdb,
    infert,
    mnist,
    reuters,
)
from helpers.datasets.dataset import DataSet
from helpers.datasets.ragged import Ragged
from helpers.datasets.remote import DataUnavailableError, RemoteFile

__all__ = [
    "DATASETS",
    "DataSet",
    "DataUnavailableError",
    "Ragged",
    "RemoteFile",
    "boston_housing",
    "california_housing",
    "credit_card",
    "fashion_mnist",
    "imdb",
    "infert",
    "mnist",
    "reuters",
]
