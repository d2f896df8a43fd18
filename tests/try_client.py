"""Requests to the server of Try in browser: by curl, and by bare sockets where curl would not."""

import socket
import subprocess
from typing import Protocol
from urllib.parse import urlsplit

from reamaze_gui.core.try_page import TryPage

MARK = "<p>What only its user may read: Zoë \U0001f600"
PAGE = TryPage(MARK, "default-src 'none'")
SOON = 120.0  # seconds; what hangs does so without end

# Lines of a request, for `request`.
GET = "GET {path} HTTP/1.1"
HOST = "Host: {host}"


class Served(Protocol):
    """Whatever knows the address of the page."""

    @property
    def address(self) -> str: ...


def curl(*arguments: str) -> str:
    """Return what curl prints: status line, headers, page; nothing where it was cut off."""
    command = ("curl", "--silent", "--include", "--noproxy", "*", "--max-time", str(SOON))
    ended = subprocess.run([*command, *arguments], capture_output=True, check=False)
    return ended.stdout.decode()


def place(server: Served) -> tuple[str, int]:
    """Return where a server listens."""
    parts = urlsplit(server.address)
    return str(parts.hostname), int(parts.port or 0)


def request(server: Served, *lines: str) -> bytes:
    """Return a request; {host}, {path} and {address} in its lines are the right ones."""
    parts = urlsplit(server.address)
    filled = {"host": parts.netloc, "path": parts.path, "address": server.address}
    return "".join(f"{line.format(**filled)}\r\n" for line in (*lines, "")).encode("latin-1")


def answer(server: Served, raw: bytes, *, is_all: bool = False) -> str:
    """Return what a request gets, and nothing where it is cut off; `is_all` hangs up after it."""
    received = b""
    with socket.create_connection(place(server), SOON) as connection:
        try:
            connection.sendall(raw)
            if is_all:
                connection.shutdown(socket.SHUT_WR)
            while part := connection.recv(65_536):
                received += part
        except TimeoutError:
            raise  # it hangs
        except OSError:
            pass  # it was cut off
    return received.decode("latin-1")


def is_served(server: Served) -> bool:
    """Whether somebody who asks as a browser does gets `PAGE`."""
    return MARK.encode().decode("latin-1") in answer(server, request(server, GET, HOST))


def status(answered: str) -> str:
    """Return the three digits of an answer."""
    return " ".join(answered.split()[1:2])
