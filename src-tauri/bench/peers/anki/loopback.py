"""Ports of this machine, and a relay that counts what passes between a client and a server on it."""

import socket
import threading
from contextlib import suppress
from typing import NamedTuple

HOST = "127.0.0.1"
CHUNK_BYTES = 1 << 16


def free_port() -> int:
    with socket.create_server((HOST, 0)) as listener:
        return listener.getsockname()[1]


def answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) == 0


class Passed(NamedTuple):
    up: int
    down: int


class Relay:
    """Takes connections at `port` on to the server until the program ends.

    That costs time, so nothing is timed through it.
    """

    def __init__(self, server_port: int) -> None:
        self._server = (HOST, server_port)
        self._door = socket.create_server((HOST, 0))
        self._bytes = {"up": 0, "down": 0}
        self.port = self._door.getsockname()[1]
        threading.Thread(target=self._let_in, daemon=True).start()

    def passed(self) -> Passed:
        """What went up to the server and down from it since this was asked last."""
        passed = Passed(**self._bytes)
        self._bytes = {"up": 0, "down": 0}
        return passed

    def _let_in(self) -> None:
        while True:
            client, _ = self._door.accept()
            server = socket.create_connection(self._server)
            for way in [(client, server, "up"), (server, client, "down")]:
                threading.Thread(target=self._carry, args=way, daemon=True).start()

    def _carry(self, source: socket.socket, target: socket.socket, direction: str) -> None:
        # Either side may hang up whenever it likes.
        with suppress(OSError):
            while chunk := source.recv(CHUNK_BYTES):
                self._bytes[direction] += len(chunk)
                target.sendall(chunk)
        with suppress(OSError):
            target.shutdown(socket.SHUT_WR)
