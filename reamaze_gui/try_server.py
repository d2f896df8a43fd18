"""Serves the page of Try in browser to the user's own browsers.

The page contains an authkey, which gives access to a customer's conversations. So nobody else may
fetch it:

- A web site in the user's browser can't guess the address. Its requests are also refused by their
  `Sec-Fetch-*` and `Origin` headers, and DNS rebinding by the `Host` header.
- Other users of the machine can see the address in the arguments of the program that opens the
  browser. Linux, where that is possible, also tells which user is at the other end of a
  connection: those of other users are closed unread. So no cookie is needed, and the address
  works any number of times, in any browser and in private windows.

Any other connection gets a bare refusal. One that is slow is closed after a few seconds, and the
oldest is closed when there are too many.
"""

import os
import re
import secrets
import socket
import sys
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from io import BytesIO
from pathlib import Path
from socketserver import ThreadingTCPServer
from threading import Lock, Thread
from time import monotonic, sleep
from typing import Any

from reamaze_gui.core.try_page import TryPage

_HOST = "127.0.0.1"
REQUEST_TIMEOUT = 5.0  # seconds to receive a request, and again to send the page
_LONGEST = 16_384  # bytes of a request; a browser's have fewer than a thousand
MOST_CONNECTIONS = 32  # at once; one more closes the oldest
_POLL_INTERVAL = 0.1  # seconds between checks for `stop`, and after a failed accept

_ESTABLISHED = "01"  # TCP_ESTABLISHED, as Linux writes it in its tables
_END_OF_REQUEST = re.compile(rb"\n\r?\n")
_METHODS = ("GET", "HEAD")
_VERSIONS = ("HTTP/1.0", "HTTP/1.1")

# The headers of a top-level navigation that the user started.
_USER_NAVIGATION = {
    "Sec-Fetch-Site": {"none", "same-origin"},
    "Sec-Fetch-Mode": {"navigate"},
    "Sec-Fetch-Dest": {"document"},
}
_HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin-allow-popups",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Connection": "close",
}
_REFUSAL = b"Refused. Copy the address from the program into the address bar of a browser.\n"


class TryServer(ThreadingTCPServer):  # HTTPServer looks up the machine's name, maybe on the network
    """Serves `page`, which may be replaced, at `address` until `stop`.

    Connections are accepted on one thread, and each is answered on another. `visits` counts how
    often the page was fetched. Raises OSError if no port can be opened.
    """

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, page: TryPage) -> None:
        super().__init__((_HOST, 0), _Handler)
        self.page = page
        self.visits = 0
        self.path = f"/{secrets.token_urlsafe(24)}"
        self.authority = f"{_HOST}:{self.server_address[1]}"
        self.address = f"http://{self.authority}{self.path}"
        self._connections: dict[socket.socket, None] = {}  # oldest first
        self._lock = Lock()
        serve = partial(self.serve_forever, _POLL_INTERVAL)
        Thread(target=serve, name="Try in browser", daemon=True).start()

    def stop(self) -> None:
        """Stop serving at once and close all connections."""
        self.shutdown()
        self.server_close()
        with self._lock:
            for connection in self._connections:
                _cut(connection)

    def get_request(self) -> tuple[socket.socket, Any]:
        """Accept a connection; pause after a failure, so as not to spin."""
        try:
            return super().get_request()
        except OSError:
            sleep(_POLL_INTERVAL)
            raise

    def verify_request(self, _request: object, client_address: Any) -> bool:  # noqa: ANN401 - as typeshed has it
        """Refuse other users of this machine."""
        return is_from_user(client_address, self.server_address)

    def process_request(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as typeshed has it
        """Make room for a connection, then answer it."""
        with self._lock:
            self._connections[request] = None
            for connection in [*self._connections][:-MOST_CONNECTIONS]:
                _cut(connection)
        try:
            super().process_request(request, client_address)
        except RuntimeError:  # can't start a thread
            self.shutdown_request(request)

    def shutdown_request(self, request: Any) -> None:  # noqa: ANN401 - as typeshed has it
        """Close a connection."""
        with self._lock:
            self._connections.pop(request, None)
        super().shutdown_request(request)

    def handle_error(self, _request: object, _client_address: object) -> None:
        """Ignore a client that went away; let anything else be reported as a crash."""
        if not isinstance(sys.exception(), OSError):
            raise  # noqa: PLE0704 - called while an exception is being handled


class _Handler(BaseHTTPRequestHandler):
    """Answers one request with the page or a refusal. HTTP/1.0: one request per connection."""

    server: TryServer
    timeout = REQUEST_TIMEOUT
    default_request_version = "HTTP/1.0"  # HTTP/0.9 has no headers, and so no content policy

    def handle(self) -> None:
        """Read the whole request first, within bounds of size and time; then answer it."""
        if request := self._receive():
            self.rfile = BytesIO(request)
            super().handle()

    def _receive(self) -> bytes:
        """Return a request without its body; empty if it is too long or too slow."""
        received = bytearray()
        looked_at = 0
        deadline = monotonic() + REQUEST_TIMEOUT
        while not _END_OF_REQUEST.search(received, max(0, looked_at - 2)):
            looked_at = len(received)
            self.connection.settimeout(max(deadline - monotonic(), 0.001))
            received += self.connection.recv(_LONGEST)
            if not looked_at < len(received) <= _LONGEST:
                return b""
        self.connection.settimeout(REQUEST_TIMEOUT)
        return bytes(received)

    def parse_request(self) -> bool:
        """Accept only the user's own request for the page."""
        if not super().parse_request():
            return False
        refusal = self._refusal()
        if refusal:
            self.send_error(refusal)
        return refusal is None

    def _refusal(self) -> HTTPStatus | None:
        demands = {
            HTTPStatus.MISDIRECTED_REQUEST: self._values("Host") == [self.server.authority],
            HTTPStatus.METHOD_NOT_ALLOWED: self.command in _METHODS,
            HTTPStatus.NOT_FOUND: self._is_for_page(),
            HTTPStatus.FORBIDDEN: self._is_from_user(),
        }
        return next((status for status, is_met in demands.items() if not is_met), None)

    def _is_for_page(self) -> bool:
        """Check the raw request line, as `self.path` has been normalised."""
        lines = (f"{self.command} {self.server.path} {version}" for version in _VERSIONS)
        mine = self.requestline.encode()
        return any(secrets.compare_digest(mine, line.encode()) for line in lines)

    def _is_from_user(self) -> bool:
        own = {"Origin": {f"http://{self.server.authority}"}}
        headers = (own | _USER_NAVIGATION).items()
        return all(allowed.issuperset(self._values(name)) for name, allowed in headers)

    def _values(self, name: str) -> list[str]:
        return self.headers.get_all(name, [])

    def do_GET(self) -> None:
        """Send the current page."""
        page = self.server.page
        self.server.visits += self.command == "GET"
        policy = {"Content-Security-Policy": page.policy}
        body = page.html.encode(errors="xmlcharrefreplace")  # it may contain a lone surrogate
        self._send(HTTPStatus.OK, "text/html; charset=utf-8", body, policy)

    def do_HEAD(self) -> None:
        """Send the headers of the page."""
        self.do_GET()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse in fixed words, which echo nothing of the request."""
        del message, explain
        status = HTTPStatus(code)
        more = {"Allow": ", ".join(_METHODS)} if status is HTTPStatus.METHOD_NOT_ALLOWED else {}
        self._send(status, "text/plain; charset=utf-8", _REFUSAL, more)

    def _send(self, status: HTTPStatus, kind: str, body: bytes, more: dict[str, str]) -> None:
        self.send_response_only(status)
        for name, value in {**_HEADERS, **more, "Content-Type": kind}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Log nothing: a log would contain the address."""


def _cut(connection: socket.socket) -> None:
    with suppress(OSError):  # it may already be closed
        connection.shutdown(socket.SHUT_RDWR)


def is_from_user(client: tuple[str, int], server: Any) -> bool:  # noqa: ANN401 - as typeshed has it
    """Whether this user or root is at the other end of a connection; true if the system can't tell.

    On Linux, a connection must be listed as established: the tables attribute closed ones to root.
    Root is allowed, as it can read our memory anyway, and forwards connections from Windows under
    WSL.
    """
    if sys.platform != "linux":
        return True
    here, there = _as_in_table(server), _as_in_table(client)
    for table in ("/proc/self/net/tcp", "/proc/self/net/tcp6"):
        with suppress(OSError):
            lines = Path(table).read_text().splitlines()  # thousands on a busy machine
            for columns in (line.split() for line in lines if there in line):
                if columns[1].endswith(there) and columns[2].endswith(here):
                    return columns[3] == _ESTABLISHED and int(columns[7]) in (0, os.getuid())
    return False


def _as_in_table(end: tuple[str, int]) -> str:
    """Format one end of a connection as in Linux's tables."""
    address, port = end
    number = int.from_bytes(socket.inet_aton(address), sys.byteorder)
    return f"{number:08X}:{port:04X}"
