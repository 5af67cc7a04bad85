"""Every data set: its files with their SHA-256, how they are read, what stands in without a network."""

from pathlib import Path
from typing import Any

import numpy as np

from helpers.datasets.dataset import DataSet
from helpers.datasets.handwriting import practice_mnist
from helpers.datasets.practice_clothes import practice_fashion
from helpers.datasets.practice_tables import (
    practice_boston,
    practice_california,
    practice_credit_card,
    practice_infert,
)
from helpers.datasets.practice_texts import (
    IMDB_WORDS,
    REUTERS_WORDS,
    practice_imdb,
    practice_reuters,
    practice_words,
)
from helpers.datasets.remote import RemoteFile
from helpers.datasets.tabular import divided, read_csv, read_pair
from helpers.datasets.texts import TextDataSet, arrange_imdb, arrange_reuters, read_imdb, read_reuters

KERAS = "https://storage.googleapis.com/tensorflow/tf-keras-datasets/"
# The CSV files as the collection Rdatasets had them at one commit.
RDATASETS = (
    "https://raw.githubusercontent.com/vincentarelbundock/Rdatasets/1dcc2bf5f955cc1224a3e1307256e1fe86b68dae/csv/"
)
CLOTHES = "fashion-mnist/"


def _keras(name: str, size: int, sha256: str, folder: str = "") -> RemoteFile:
    return RemoteFile(folder + name, KERAS + name, sha256, size)


def _read_mnist(paths: list[Path]) -> Any:
    with np.load(paths[0], allow_pickle=False) as arrays:
        return (arrays["x_train"], arrays["y_train"]), (arrays["x_test"], arrays["y_test"])


def _read_fashion(paths: list[Path]) -> Any:
    """Read the IDX files: a header of 16 bytes before pictures, of 8 before labels (LeCun's format)."""
    import gzip

    x, y, x_test, y_test = (np.frombuffer(gzip.decompress(path.read_bytes()), np.uint8) for path in paths)
    return (x[16:].reshape(-1, 28, 28), y[8:]), (x_test[16:].reshape(-1, 28, 28), y_test[8:])


mnist = DataSet(
    "mnist",
    "MNIST",
    (_keras("mnist.npz", 11_490_434, "731c5ac602752760c8e48fbffcf8c3b850d9dc2a2aedcf2cc48468fc17b673d1"),),
    read=_read_mnist,
    practice=practice_mnist,
)
fashion_mnist = DataSet(
    "fashion_mnist",
    "Fashion-MNIST",
    (
        _keras(
            "train-images-idx3-ubyte.gz",
            26_421_880,
            "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
            CLOTHES,
        ),
        _keras(
            "train-labels-idx1-ubyte.gz",
            29_515,
            "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
            CLOTHES,
        ),
        _keras(
            "t10k-images-idx3-ubyte.gz",
            4_422_102,
            "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
            CLOTHES,
        ),
        _keras(
            "t10k-labels-idx1-ubyte.gz",
            5_148,
            "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
            CLOTHES,
        ),
    ),
    read=_read_fashion,
    practice=practice_fashion,
)
imdb = TextDataSet(
    "imdb",
    "IMDB",
    (
        _keras("imdb.npz", 17_464_789, "69664113be75683a8fe16e3ed0ab59fda8886cb3cd7ada244f7d9544e4676b9f"),
        _keras("imdb_word_index.json", 1_641_221, "027313fe9a320280f3bf0fac5baf58c4a683cf39a7ed9c3d3d3912bde4284cf6"),
    ),
    read=lambda paths, **options: arrange_imdb(read_imdb(paths), **options),
    practice=lambda rng, **options: arrange_imdb(practice_imdb(rng), **options),
    words=lambda: practice_words(IMDB_WORDS),
)
reuters = TextDataSet(
    "reuters",
    "Reuters",
    (
        _keras("reuters.npz", 2_110_848, "d6586e694ee56d7a4e65172e12b3e987c03096cb01eab99753921ef915959916"),
        _keras("reuters_word_index.json", 550_378, "9b56000edc4b34a32e89fd5a23b2605594682c74efcf7d8f4e2a5514b771e633"),
    ),
    read=lambda paths, **options: arrange_reuters(read_reuters(paths), **options),
    practice=lambda rng, **options: arrange_reuters(practice_reuters(rng), **options),
    words=lambda: practice_words(REUTERS_WORDS),
)
boston_housing = DataSet(
    "boston_housing",
    "Boston housing",
    (_keras("boston_housing.npz", 57_026, "f553886a1f8d56431e820c5b82552d9d95cfcb96d1e678153f8839538947dff5"),),
    read=lambda paths, **options: divided(read_pair(paths), **options),
    practice=lambda rng, **options: divided(practice_boston(rng), **options),
)
california_housing = DataSet(
    "california_housing",
    "California housing",
    (_keras("california_housing.npz", 743_530, "1a2e3a52e0398de6463aebe6f4a8da34fb21fbb6b934cf88c3425e766f2a1a6f"),),
    read=lambda paths, **options: divided(read_pair(paths), **options),
    practice=lambda rng, **options: divided(practice_california(rng), **options),
)
credit_card = DataSet(
    "credit_card",
    "CreditCard",
    (
        RemoteFile(
            "CreditCard.csv",
            RDATASETS + "AER/CreditCard.csv",
            "3eb5396fd275b2383536a3f1de39b22b9047a93d5c8cb0557bb1b90b1b13e0a9",
            73_091,
        ),
    ),
    read=read_csv,
    practice=practice_credit_card,
)
infert = DataSet(
    "infert",
    "infert",
    (
        RemoteFile(
            "infert.csv",
            RDATASETS + "datasets/infert.csv",
            "38c7332f1ba72d1b5e68ae634ce4ba0fa32a8e667437276075a8077df42e56d8",
            7_096,
        ),
    ),
    read=read_csv,
    practice=practice_infert,
)

DATASETS = {
    dataset.name: dataset
    for dataset in (
        mnist,
        fashion_mnist,
        imdb,
        reuters,
        boston_housing,
        california_housing,
        credit_card,
        infert,
    )
}
