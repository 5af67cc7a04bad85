"""Two tables of the collection Rdatasets, as pandas reads them. keras.datasets has no tables."""

from pathlib import Path
from typing import TYPE_CHECKING

from helpers.datasets.dataset import DataSet

if TYPE_CHECKING:
    import pandas


class CreditCard(DataSet):
    """Applications for a credit card (Greene, 2003)."""

    def load_data(self) -> "pandas.DataFrame":
        """Return a table of 1,319 applicants and 12 columns: ``card``, ``owner`` and ``selfemp`` are "yes" or "no".

        The others are numbers: ``reports``, ``age``, ``income`` (ten thousand dollars a year), ``share``,
        ``expenditure`` (dollars a month), ``dependents``, ``months``, ``majorcards``, ``active``.
        """
        return self._load()


class Infert(DataSet):
    """A matched case-control study of infertility (Trichopoulos et al., 1976)."""

    def load_data(self) -> "pandas.DataFrame":
        """Return a table of 248 women and 8 columns: ``education`` is "0-5yrs", "6-11yrs" or "12+ yrs".

        The others are integers: ``age``, ``parity``, ``induced``, ``case`` (0 or 1), ``spontaneous``, ``stratum``,
        ``pooled.stratum``.
        """
        return self._load()


def read_rdatasets(paths: list[Path]) -> "pandas.DataFrame":
    """Return the table without ``rownames``, the numbers that Rdatasets puts before the rows of each of its files."""
    import pandas

    return pandas.read_csv(paths[0]).drop(columns="rownames")
