"""Functions run in a fresh Jupyter kernel: what they display and what widgets say is really sent, as in a notebook."""

import ast
import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from jupyter_client.manager import start_new_kernel

from tools.chapter import ROOT

QUIET = ["--Application.log_level=ERROR"]  # a kernel warns about its transport, on loopback too


class KernelError(Exception):
    """What went wrong in the kernel, traceback included."""


class Kernel:
    """Calls functions in a kernel; ``sent`` counts the pictures that arrived here during the last call."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self.sent: Counter[str] = Counter()

    def call(self, module: str, function: str, *arguments: object, seconds: float = 1800) -> Any:
        """Return what ``module.function(*arguments)`` returns there, by JSON; KernelError if it fails."""
        self.sent.clear()
        reply = self._client.execute_interactive(
            f"import json\nfrom {module} import {function}\nanswer = {function}(*{arguments!r})",
            user_expressions={"answer": "json.dumps(answer)"},
            output_hook=self._count,
            allow_stdin=False,
            timeout=seconds,
        )["content"]
        if reply["status"] != "ok":
            raise KernelError("\n".join(reply.get("traceback", [])) or f"{function} was ended")
        return json.loads(ast.literal_eval(reply["user_expressions"]["answer"]["data"]["text/plain"]))

    def _count(self, message: dict[str, Any]) -> None:
        content = message["content"]
        if message["msg_type"] == "display_data" and "image/png" in content["data"]:
            self.sent["displayed"] += 1
        if message["msg_type"] == "comm_msg" and ["value"] in content["data"].get("buffer_paths", []):
            self.sent["frames"] += 1


@contextmanager
def kernel() -> Iterator[Kernel]:
    """Start a kernel of this environment in the project's folder, and end it with the context."""
    manager, client = start_new_kernel(kernel_name="python3", cwd=str(ROOT), extra_arguments=QUIET)
    try:
        yield Kernel(client)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
