"""Single instance per user and display: a later start hands its arguments to the first.

The first start holds a lock file, which is released however its process ends, and listens on a
local socket once its window is painted. As requests contain customer data, both are in the user's
runtime directory, which nobody else can open. On Windows, the socket is a pipe, whose name all
users of the machine share; so it contains the user's directory.
"""

import json
import os
import re
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from enum import Enum, auto
from errno import EPERM
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, QStandardPaths, QTimer

from reamaze_gui import APPLICATION_ID
from reamaze_gui.arguments import Arguments
from reamaze_gui.core.customer import Customer

if TYPE_CHECKING:  # imported late: until the window is painted, the lock is enough
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

STARTING = 20_000  # ms that the first start may take until it listens
ANSWERING = 5_000  # ms that either end may take to answer
_RETRY_INTERVAL = 0.05  # seconds
_LONGEST = 1_000_000  # bytes of a request

# The protocol: the listener sends "ready", receives one line of JSON, and sends "done".
_READY, _DONE = b"ready\n", b"done\n"
_KEYS = {"account", "token", *asdict(Customer())}


class StartResult(Enum):
    """This start is the first, was handed over to the first, or could not be."""

    FIRST = auto()
    HANDED_OVER = auto()
    NOT_RESPONDING = auto()


@dataclass(frozen=True, slots=True)
class Request:
    """What a later start asks of the window: to take over its arguments and the focus.

    `token` is that start's XDG activation token, without which Wayland doesn't grant the focus.
    """

    arguments: Arguments
    token: str = ""

    def encode(self) -> bytes:
        """Serialise the request as one line."""
        about = {"account": self.arguments.account, "token": self.token}
        return json.dumps(about | asdict(self.arguments.customer)).encode() + b"\n"

    @classmethod
    def decode(cls, line: bytes) -> "Request":
        """Parse a line; raises ValueError if it is not a request."""
        try:
            entries = json.loads(line)
        except (ValueError, RecursionError):
            entries = None
        is_request = isinstance(entries, dict) and entries.keys() == _KEYS
        if not is_request or not all(isinstance(each, str) for each in entries.values()):
            raise ValueError(f"Not a request: {len(line)} bytes.")
        account, token = entries.pop("account"), entries.pop("token")
        return cls(Arguments(account=account, customer=Customer(**entries)), token)


class SingleInstance:
    """One start of the program, among all that use the same folder and name.

    Needs a QCoreApplication.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self._lock = QLockFile(str(folder / f"{name}.lock"))
        self._lock.setStaleLockTime(0)  # only the death of its process makes a lock stale
        self._address = socket_address(folder, name)

    @classmethod
    def of_session(cls) -> "SingleInstance":
        """Return this start of the user's on this display.

        Raises OSError if there is no runtime directory.
        """
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.RuntimeLocation)
        if not folder:  # Qt has checked that it is the user's alone
            raise PermissionError(EPERM, os.strerror(EPERM))
        display = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or ""
        display = re.sub(r"(:\d+)\.\d+$", r"\1", display)  # without the screen number
        display = re.sub(r"[^\w.]", "", display)
        return cls(Path(folder), f"{APPLICATION_ID}-{display}")

    def claim(self, request: Request) -> StartResult:
        """Become the first, or hand the request over to it; blocks for STARTING at most.

        Raises OSError if the lock can't be created.
        """
        deadline = QDeadlineTimer(STARTING)
        while not deadline.hasExpired():
            if self._lock.tryLock(0):
                return StartResult.FIRST
            if self._lock.error() is not QLockFile.LockError.LockFailedError:
                raise PermissionError(EPERM, os.strerror(EPERM))
            if (answered := self._hand_over(request)) is not None:
                return StartResult.HANDED_OVER if answered else StartResult.NOT_RESPONDING
            time.sleep(_RETRY_INTERVAL)  # the first isn't listening yet, or is quitting
        return StartResult.NOT_RESPONDING

    def listen(self, grant: Callable[[Request], bool], parent: QObject) -> None:
        """Pass each request to `grant`, which returns whether it was granted."""
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer(parent)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._address)  # left by a crash, since we hold the lock
        server.newConnection.connect(lambda: _Connection(server, grant))
        server.listen(self._address)

    def _hand_over(self, request: Request) -> bool | None:
        """Send the request to the first; return whether it answered, None if it isn't listening.

        The request is sent only after "ready", so that a stopped process doesn't read it later.
        """
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._address)
        if not socket.waitForConnected(ANSWERING):
            return None
        if not _receives(socket, _READY):
            return False
        socket.write(request.encode())
        return _receives(socket, _DONE)


class _Connection(QObject):
    """A later start that has connected: reads its one request and answers once it is granted."""

    def __init__(self, server: "QLocalServer", grant: Callable[[Request], bool]) -> None:
        super().__init__(server)
        self._grant = grant
        self._socket = server.nextPendingConnection()
        self._socket.setParent(self)
        self._socket.readyRead.connect(self._read)
        self._socket.disconnected.connect(self.deleteLater)
        QTimer.singleShot(ANSWERING, self, self._socket.abort)
        self._socket.write(_READY)

    def _read(self) -> None:
        if not self._socket.canReadLine():
            if self._socket.bytesAvailable() > _LONGEST:
                self._socket.abort()
            return
        try:
            request = Request.decode(bytes(self._socket.readLine().data()))
        except ValueError:
            self._socket.abort()
            return
        if self._grant(request):
            self._socket.write(_DONE)
            self._socket.flush()
        self._socket.disconnectFromServer()


def socket_address(folder: Path, name: str, platform: str = sys.platform) -> str:
    """Return the address of a user's local socket: its path or, on Windows, a pipe's name."""
    path = str(folder / name)
    return re.sub(r"[^\w.]", "-", path) if platform == "win32" else path


def _receives(socket: "QLocalSocket", line: bytes) -> bool:
    """Wait for a line; return whether it is this one."""
    return socket.waitForReadyRead(ANSWERING) and socket.readLine().data() == line
