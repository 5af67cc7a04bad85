"""Every data set: its files with their SHA-256, how they are read, what replaces them without a network."""

from helpers.datasets.dataset import DataSet
from helpers.datasets.handwriting import practice_mnist
from helpers.datasets.houses import BostonHousing, CaliforniaHousing, read_pair
from helpers.datasets.images import MNIST, FashionMNIST, read_fashion_mnist, read_mnist
from helpers.datasets.practice_clothes import practice_fashion
from helpers.datasets.practice_tables import (
    practice_boston,
    practice_california,
    practice_credit_card,
    practice_infert,
)
from helpers.datasets.practice_texts import practice_imdb, practice_reuters
from helpers.datasets.rdatasets import CreditCard, Infert, read_rdatasets
from helpers.datasets.remote import RemoteFile
from helpers.datasets.texts import IMDB, Reuters, read_imdb, read_reuters

KERAS = "https://storage.googleapis.com/tensorflow/tf-keras-datasets/"
# The CSV files as the collection Rdatasets had them at one commit.
RDATASETS = (
    "https://raw.githubusercontent.com/vincentarelbundock/Rdatasets/1dcc2bf5f955cc1224a3e1307256e1fe86b68dae/csv/"
)


def _keras(name: str, size: int, sha256: str) -> RemoteFile:
    return RemoteFile(name, KERAS + name.rpartition("/")[2], sha256, size)


def _rdatasets(package: str, name: str, size: int, sha256: str) -> RemoteFile:
    return RemoteFile(name, f"{RDATASETS}{package}/{name}", sha256, size)


mnist = MNIST(
    "mnist",
    "MNIST",
    (_keras("mnist.npz", 11_490_434, "731c5ac602752760c8e48fbffcf8c3b850d9dc2a2aedcf2cc48468fc17b673d1"),),
    read=read_mnist,
    practice=practice_mnist,
)
fashion_mnist = FashionMNIST(
    "fashion_mnist",
    "Fashion-MNIST",
    tuple(
        _keras(f"fashion-mnist/{name}", size, sha256)
        for name, size, sha256 in (
            (
                "train-images-idx3-ubyte.gz",
                26_421_880,
                "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
            ),
            ("train-labels-idx1-ubyte.gz", 29_515, "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845"),
            (
                "t10k-images-idx3-ubyte.gz",
                4_422_102,
                "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
            ),
            ("t10k-labels-idx1-ubyte.gz", 5_148, "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5"),
        )
    ),
    read=read_fashion_mnist,
    practice=practice_fashion,
)
imdb = IMDB(
    "imdb",
    "IMDB",
    (
        _keras("imdb.npz", 17_464_789, "69664113be75683a8fe16e3ed0ab59fda8886cb3cd7ada244f7d9544e4676b9f"),
        _keras("imdb_word_index.json", 1_641_221, "027313fe9a320280f3bf0fac5baf58c4a683cf39a7ed9c3d3d3912bde4284cf6"),
    ),
    read=read_imdb,
    practice=practice_imdb,
)
reuters = Reuters(
    "reuters",
    "Reuters",
    (
        _keras("reuters.npz", 2_110_848, "d6586e694ee56d7a4e65172e12b3e987c03096cb01eab99753921ef915959916"),
        _keras("reuters_word_index.json", 550_378, "9b56000edc4b34a32e89fd5a23b2605594682c74efcf7d8f4e2a5514b771e633"),
    ),
    read=read_reuters,
    practice=practice_reuters,
)
boston_housing = BostonHousing(
    "boston_housing",
    "Boston housing",
    (_keras("boston_housing.npz", 57_026, "f553886a1f8d56431e820c5b82552d9d95cfcb96d1e678153f8839538947dff5"),),
    read=read_pair,
    practice=practice_boston,
)
california_housing = CaliforniaHousing(
    "california_housing",
    "California housing",
    (_keras("california_housing.npz", 743_530, "1a2e3a52e0398de6463aebe6f4a8da34fb21fbb6b934cf88c3425e766f2a1a6f"),),
    read=read_pair,
    practice=practice_california,
)
credit_card = CreditCard(
    "credit_card",
    "CreditCard",
    (_rdatasets("AER", "CreditCard.csv", 73_091, "3eb5396fd275b2383536a3f1de39b22b9047a93d5c8cb0557bb1b90b1b13e0a9"),),
    read=read_rdatasets,
    practice=practice_credit_card,
)
infert = Infert(
    "infert",
    "infert",
    (_rdatasets("datasets", "infert.csv", 7_096, "38c7332f1ba72d1b5e68ae634ce4ba0fa32a8e667437276075a8077df42e56d8"),),
    read=read_rdatasets,
    practice=practice_infert,
)

DATASETS: dict[str, DataSet] = {
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
