"""How JupyterLab talks to a kernel here: each message at once. binder/jupyter_server_config.json names the class."""

from typing import Any

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection


class PromptConnection(ZMQChannelsWebsocketConnection):
    """The usual connection of browser and kernel, without Nagle's algorithm (RFC 896).

    A frame is a handful of small messages. With the algorithm the second waits until the browser has acknowledged the
    first, and the browser takes its time for that: 40 ms on Linux (RFC 1122, 4.2.3.2, allows up to 500).
    """

    def connect(self) -> Any:
        """Connect as usual; from then on nothing is held back."""
        self.websocket_handler.set_nodelay(True)
        return super().connect()
