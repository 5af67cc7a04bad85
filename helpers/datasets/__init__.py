"""Data sets by the call of keras.datasets, checked to the last bit; practice data without a network."""

from helpers.datasets.catalogue import DATASETS, mnist
from helpers.datasets.dataset import DataSet
from helpers.datasets.remote import DataUnavailable, RemoteFile

__all__ = ["DATASETS", "DataSet", "DataUnavailable", "RemoteFile", "mnist"]
