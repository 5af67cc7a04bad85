"""The process in which TensorBoard runs: `python -P tensorboard_server.py FOLDER PATH`, started by start_tensorboard.

It prints its address once the folder has been read, and ends when its standard input does: with the process that
started it, however that ends.
"""

import logging
import sys
import threading

FIRST_LOAD = 20  # seconds that reading the folder may take before the address is printed anyway


class FirstLoad(logging.Handler):
    """Waits for the line of TensorBoard's log which says that it has read the folder."""

    def __init__(self) -> None:
        super().__init__()
        self.done = threading.Event()

    def emit(self, record: logging.LogRecord) -> None:
        """Look at one line of TensorBoard's log."""
        if "done reloading" in record.getMessage():
            self.done.set()


def main(folder: str, path: str) -> None:
    """Serve ``folder`` under ``path`` on a free port of the loopback address, until standard input ends."""
    # TensorBoard can read its files without TensorFlow: 80 MB and 3 seconds instead of 600 MB and 10 seconds or more.
    sys.modules["tensorflow"] = None  # type: ignore[assignment]
    from tensorboard import program

    first, log = FirstLoad(), logging.getLogger("tensorboard")
    log.addHandler(first)
    log.setLevel(logging.INFO)
    server = program.TensorBoard()
    options = {
        "--logdir": folder,
        "--host": "127.0.0.1",
        "--port": "0",
        "--path_prefix": path,
        "--load_fast": "false",  # one process, no helper
    }
    server.configure(argv=["tensorboard", *(f"{name}={value}" for name, value in options.items())])
    address = server.launch()
    first.done.wait(FIRST_LOAD)
    print(address, flush=True)
    sys.stdin.buffer.read()


if __name__ == "__main__":
    main(*sys.argv[1:])
