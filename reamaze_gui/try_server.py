"""Serves the page of Try in browser, to the user of this program alone.

The page holds an authkey, which opens a customer's conversations. So it is for browsers of the
user who runs the program, and for them alone:

- Web sites in that browser don't know the address, and are refused wherever the browser tells that
  it was they who asked; a name of theirs that leads to this machine stands in `Host`.
- Other users of the machine may see the address, among the arguments of the program that opens the
  browser. Linux, where all can read those, also tells whose the other end of a connection is:
  theirs are closed unread. So the address needs no further proof, such as a cookie, and works as
  often as wanted, in any browser and private window.

Whatever else connects gets a bare refusal, or is cut off: after a few seconds, or when too many
others came later.
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
REQUEST_TIMEOUT = 5.0  # seconds for a request to arrive, and for the page to be taken
_LONGEST = 16_384  # bytes of a request; a browser's are below a thousand
MOST_CONNECTIONS = 32  # connections at once; beyond them, the oldest goes
_PAUSE = 0.1  # seconds until it looks again whether to stop, or whether a connection is let in

_ESTABLISHED = "01"  # TCP_ESTABLISHED, as Linux writes it in its tables
_END_OF_REQUEST = re.compile(rb"\n\r?\n")
_METHODS = ("GET", "HEAD")
_VERSIONS = ("HTTP/1.0", "HTTP/1.1")

# What a browser says of how it came to ask: as its user, for a page of its own.
_ASKED_BY_USER = {
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
    """Serves `page` at `address` on this machine until `stop`; another page may take its place.

    Connections are accepted on a thread of its own, and each is answered on another. `visits`
    counts how often the page was fetched: it tells whether a browser came at all. Raises OSError
    where the system lets no port be opened.
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
        self._connections: dict[socket.socket, None] = {}  # the oldest first
        self._lock = Lock()
        serve = partial(self.serve_forever, _PAUSE)
        Thread(target=serve, name="Try in browser", daemon=True).start()

    def stop(self) -> None:
        """Serve no more, from this moment: connections that are open are cut."""
        self.shutdown()
        self.server_close()
        with self._lock:
            for connection in self._connections:
                _cut(connection)

    def get_request(self) -> tuple[socket.socket, Any]:
        """Accept a connection; where the system refuses, don't ask it without pause."""
        try:
            return super().get_request()
        except OSError:
            sleep(_PAUSE)
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
        except RuntimeError:  # no thread is to be had
            self.shutdown_request(request)

    def shutdown_request(self, request: Any) -> None:  # noqa: ANN401 - as typeshed has it
        """Close a connection."""
        with self._lock:
            self._connections.pop(request, None)
        super().shutdown_request(request)

    def handle_error(self, _request: object, _client_address: object) -> None:
        """Forget a client that went away; report whatever else went wrong, as a crash."""
        if not isinstance(sys.exception(), OSError):
            raise  # noqa: PLE0704 - called where an exception is handled


class _Handler(BaseHTTPRequestHandler):
    """Answers one request with the page or a refusal. HTTP/1.0: one request to a connection."""

    server: TryServer
    timeout = REQUEST_TIMEOUT
    default_request_version = "HTTP/1.0"  # the one before has no headers, so no policy either

    def handle(self) -> None:
        """Answer a request once it is there, so that its length and slowness have an end."""
        if request := self._receive():
            self.rfile = BytesIO(request)
            super().handle()

    def _receive(self) -> bytes:
        """Return a whole request without what it may carry, or nothing."""
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
        """Go on only with a request for the page, by the user."""
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
        """Whether the very first line is right, since the path has been mended by now."""
        lines = (f"{self.command} {self.server.path} {version}" for version in _VERSIONS)
        mine = self.requestline.encode()
        return any(secrets.compare_digest(mine, line.encode()) for line in lines)

    def _is_from_user(self) -> bool:
        own = {"Origin": {f"http://{self.server.authority}"}}
        told = (own | _ASKED_BY_USER).items()
        return all(allowed.issuperset(self._values(name)) for name, allowed in told)

    def _values(self, name: str) -> list[str]:
        return self.headers.get_all(name, [])

    def do_GET(self) -> None:
        """Send the page as it is now."""
        page = self.server.page
        self.server.visits += self.command == "GET"
        policy = {"Content-Security-Policy": page.policy}
        body = page.html.encode(errors="xmlcharrefreplace")  # of half a character, too
        self._send(HTTPStatus.OK, "text/html; charset=utf-8", body, policy)

    def do_HEAD(self) -> None:
        """Send the headers of the page."""
        self.do_GET()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse in fixed words, which repeat nothing of the request."""
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
        """Keep no record of requests: it would hold the address."""


def _cut(connection: socket.socket) -> None:
    with suppress(OSError):  # it may be closed by now
        connection.shutdown(socket.SHUT_RDWR)


def is_from_user(client: tuple[str, int], server: Any) -> bool:  # noqa: ANN401 - as typeshed has it
    """Whether this user, or root, is at the other end of a connection, where the system tells.

    On Linux one that is not listed as established is nobody's: the tables give what was closed to
    root. Root can read the page in our memory, and passes connections on from Windows to Linux
    inside it. Other systems don't tell.
    """
    if sys.platform != "linux":
        return True
    here, there = _as_in_table(server), _as_in_table(client)
    for table in ("/proc/self/net/tcp", "/proc/self/net/tcp6"):
        with suppress(OSError):
            lines = Path(table).read_text().splitlines()  # thousands, on a busy machine
            for columns in (line.split() for line in lines if there in line):
                if columns[1].endswith(there) and columns[2].endswith(here):
                    return columns[3] == _ESTABLISHED and int(columns[7]) in (0, os.getuid())
    return False


def _as_in_table(end: tuple[str, int]) -> str:
    """Return one end of a connection as Linux writes it in its tables."""
    address, port = end
    number = int.from_bytes(socket.inet_aton(address), sys.byteorder)
    return f"{number:08X}:{port:04X}"
