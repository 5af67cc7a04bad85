"""``python -m helpers.datasets list`` and ``fetch NAME ...``: see what is here, download the rest."""

import argparse
import sys

from helpers.datasets import DATASETS, DataUnavailableError
from helpers.datasets.places import home


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code: 1 where a data set cannot be had."""
    parser = argparse.ArgumentParser(prog="python -m helpers.datasets", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("list", help="the data sets, and which are on this machine")
    fetch = commands.add_parser("fetch", help="download data sets and check them")
    fetch.add_argument("names", nargs="+", choices=[*DATASETS, "all"], metavar="NAME", help="a name, or all")
    chosen = parser.parse_args(arguments)
    return _list() if chosen.command == "list" else _fetch(chosen.names)


def _list() -> int:
    print(f"kept in {home()}")
    for dataset in DATASETS.values():
        here = "here" if dataset.cached() else "not here"
        print(f"{dataset.name:20}{dataset.megabytes:7.1f} MB  {here}")
    return 0


def _fetch(names: list[str]) -> int:
    failed = 0
    for name in DATASETS if "all" in names else dict.fromkeys(names):
        try:
            paths = DATASETS[name].fetch()
        except DataUnavailableError as reason:
            print(f"{reason}: {name} is not here.", file=sys.stderr)
            failed = 1
        else:
            print(f"{name}: {', '.join(map(str, paths))}")
    return failed


if __name__ == "__main__":
    sys.exit(main())
