"""Measure what the README claims.

python -m tools.bench frames [NAME ...]    a frame of every explorer, beside the same picture by interact
python -m tools.bench chapters [NAME ...]  seconds, peak memory and compared outputs of every chapter
python -m tools.bench play                 a tick of the playground: training and frame apart
python -m tools.bench curves               what live curves cost a training
python -m tools.bench watcher              what an ActivationWatcher costs a training
python -m tools.bench seeds NAME [--seeds 5]  what a chapter measures, over several seeds
python -m tools.bench classic              the classic listings of chapters 11 and 13 beside ours: the same work
python -m tools.bench imports              how long `import helpers` takes
python -m tools.bench tests                where the time of the last run of the tests went
"""

import argparse
import json
import sys

from nbclient.exceptions import CellExecutionError

from tools.bench import chapters, classic, curves, frames, imports, play, seeds, tests, watcher
from tools.bench.kernel import KernelError
from tools.bench.table import machine, table
from tools.build import chosen
from tools.chapter import ChapterError


def _frames(options: argparse.Namespace) -> int:
    rows, whole = frames.frames(options.names, options.changes)
    _print(options, [{key: row[key] for key in frames.KEYS} for row in rows], frames.report(rows))
    return 0 if whole else 1


def _chapters(options: argparse.Namespace) -> int:
    rows = [chapters.chapter(name) for name in chosen(options.names)]
    _print(options, rows, f"{table(rows)}\n{machine()}")
    return 0


def _play(options: argparse.Namespace) -> int:
    rows = play.play(options.changes)
    _print(options, rows, play.report(rows))
    return 0


def _curves(options: argparse.Namespace) -> int:
    rows = curves.curves(options.pairs)
    _print(options, rows, curves.report(rows))
    return 0


def _watcher(options: argparse.Namespace) -> int:
    rows = watcher.watcher(options.pairs)
    _print(options, rows, watcher.report(rows))
    return 0


def _seeds(options: argparse.Namespace) -> int:
    for name in chosen(options.names):
        rows = seeds.seeds(name, options.seeds)
        _print(options, rows, f"{name}, seeds 1 to {options.seeds}\n{table(rows)}")
    return 0


def _classic(options: argparse.Namespace) -> int:
    asked = set(options.only or ("houses", "reviews"))
    rows = classic.houses(options.epochs) if "houses" in asked else []
    rows += classic.reviews() if "reviews" in asked else []
    _print(options, rows, classic.report(rows, asked))
    return 0


def _imports(options: argparse.Namespace) -> int:
    rows = imports.imports()
    _print(options, rows, imports.report(rows))
    return 0


def _tests(options: argparse.Namespace) -> int:
    rows = tests.times()
    _print(options, rows, tests.report(rows))
    return 0


def _print(options: argparse.Namespace, rows: list[dict], words: str) -> None:
    print(json.dumps(rows, indent=2) if options.json else words)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description="Measure what the README claims.")
    commands = parser.add_subparsers(required=True, metavar="WHAT")
    for run, words in (
        (_frames, "a frame of every explorer"),
        (_chapters, "every chapter"),
        (_play, "a tick of the playground"),
        (_curves, "live curves"),
        (_watcher, "what a watcher costs"),
        (_seeds, "what a chapter measures, over seeds"),
        (_classic, "the classic listings beside ours"),
        (_imports, "imports"),
        (_tests, "the time of the last run of the tests"),
    ):
        command = commands.add_parser(run.__name__[1:], help=words)
        command.set_defaults(run=run)
        command.add_argument("--json", action="store_true", help="print objects instead of a table")
        if run in (_frames, _chapters, _seeds):
            if run is _seeds:
                command.add_argument("names", metavar="NAME", nargs="+")
            else:
                command.add_argument("names", metavar="NAME", nargs="*", help="all by default")
        if run is _seeds:
            command.add_argument("--seeds", type=int, default=5, help="how many, from 1 on")
        if run is _classic:
            command.add_argument("--epochs", type=int, nargs="+", default=[100, 500], help="of each fold of the houses")
            command.add_argument("--only", choices=("houses", "reviews"), nargs="+", help="both by default")
        command.add_argument("--changes", type=int, default=120, help=argparse.SUPPRESS)
        command.add_argument("--pairs", type=int, default=3, help=argparse.SUPPRESS)
    return parser


def main(arguments: list[str]) -> int:
    """Run the command line; return the exit code."""
    options = _parser().parse_args(arguments)
    try:
        return options.run(options)
    except (KernelError, ChapterError, CellExecutionError) as problem:
        print(problem, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
