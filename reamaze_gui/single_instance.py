"""Is the program open already, and will it take over what this start was asked for?

One instance for each user and display. The first holds a lock, which the system takes back however
the process ends, and once its window is painted it listens beside it. Any later start hands its
arguments over, and ends when the window has them. So nothing that a crash leaves behind is in the
way, and of two starts at once one gets the lock and the other waits until it listens.

What is handed over is about a customer: it goes through the socket alone (a named pipe on Windows),
in a folder that only the user can open, and on Linux only to and from processes of the same user.
"""

import os
import re
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from enum import Enum, auto
from errno import ENAMETOOLONG, EPERM
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING, Any

from reamaze_gui import APPLICATION_ID
from reamaze_gui.arguments import Arguments
from reamaze_gui.core.customer import Customer

if TYPE_CHECKING:
    from multiprocessing.connection import Connection, Listener

_STARTING = 20.0  # seconds that another start may take until it listens
_PATIENCE = 5.0  # seconds for the window to answer, and for a visitor to speak
_PAUSE = 0.05  # seconds between two tries
_LONGEST = 1_000_000  # bytes of a message
_LONGEST_PATH = 100  # bytes; the address of a socket holds few more
_BACKLOG = 16  # starts that wait at once

_READY, _DONE = b"ready", b"done"
_KEYS = {"account", "token", *asdict(Customer())}


class Meeting(Enum):
    """What became of a start: it is the FIRST, was HANDED_OVER, or the other is UNANSWERING."""

    FIRST = auto()
    HANDED_OVER = auto()
    UNANSWERING = auto()


@dataclass(frozen=True, slots=True)
class Request:
    """What a later start asks of the window: its arguments, and its leave to take the focus.

    `token` is what the desktop gave that start for it; Wayland demands it.
    """

    arguments: Arguments
    token: str = ""

    def encode(self) -> bytes:
        """Return the request as it is sent."""
        import json

        about = {"account": self.arguments.account, "token": self.token}
        return json.dumps(about | asdict(self.arguments.customer)).encode()

    @classmethod
    def decode(cls, message: bytes) -> "Request":
        """Return the request in a message; raises ValueError where there is none."""
        told = _entries(message)
        if told.keys() != _KEYS or not all(map(_is_text, told.values())):
            raise ValueError(f"This is no request: {len(message)} bytes.")
        account, token = told.pop("account"), told.pop("token")
        return cls(Arguments(account=account, customer=Customer(**told)), token)


class SingleInstance:
    """One start of the program, among all that use the same folder and name.

    Raises OSError where the system has no locks, or no room, in that folder.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self._lock_path = folder / f"{name}.lock"
        self._path = folder / name
        self._descriptor: int | None = None
        self._thread: Thread | None = None
        self._listens = Event()
        self._closing = Event()
        if len(os.fsencode(self._path)) > _LONGEST_PATH:
            raise OSError(ENAMETOOLONG, os.strerror(ENAMETOOLONG))

    @classmethod
    def of_session(cls) -> "SingleInstance":
        """Return this start, among those of the user on the display. Raises OSError."""
        display = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or ""
        return cls(_private_folder(), re.sub(r"[^\w.]", "", display) or "window")

    def meet(self, request: Request) -> Meeting:
        """Become the first, or hand the request over to the one that is; takes seconds at most."""
        if self._lock():
            return Meeting.FIRST
        errand = _Errand(self._path, request)
        while monotonic() < errand.deadline:
            if errand.done.wait(_PAUSE):
                return Meeting.HANDED_OVER
            if self._lock():  # it has ended meanwhile
                errand.give_up()
                return Meeting.FIRST
        errand.give_up()
        return Meeting.UNANSWERING

    def listen(self, take: Callable[[Request], bool]) -> None:
        """Take requests from now on, on a thread; `take` says whether one was granted."""
        self._thread = Thread(target=self._listen, args=(take,), name="Later starts", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Listen no more, and let another be the first."""
        self._closing.set()
        if self._listens.is_set():
            with suppress(OSError):
                _connect(self._path).close()  # wakes up the thread
        if self._thread:
            self._thread.join(_PATIENCE)  # or it would take away the socket of the next
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def _lock(self) -> bool:
        """Take the lock, if nobody has it."""
        descriptor = os.open(self._lock_path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            if sys.platform == "win32":
                import msvcrt

                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):  # of each system, for a lock that is taken
            os.close(descriptor)
            return False
        self._descriptor = descriptor
        return True

    def _listen(self, take: Callable[[Request], bool]) -> None:
        with suppress(OSError), _open(self._path) as listener:
            self._listens.set()
            while not self._closing.is_set():
                try:
                    with listener.accept() as visitor:
                        _serve(visitor, take)
                except (OSError, EOFError, ValueError):  # a visitor that left, or means nothing
                    self._closing.wait(_PAUSE)


class _Errand:
    """Hands a request over on a thread of its own, which nothing that hangs can hold up for long.

    The request is sent only to who says that it is ready: what is stopped does not get it later.
    """

    def __init__(self, path: Path, request: Request) -> None:
        self._path = path
        self._request = request
        self._given_up = Event()
        self.done = Event()
        self.deadline = monotonic() + _STARTING
        Thread(target=self._run, name="Hand over", daemon=True).start()

    def give_up(self) -> None:
        """Send nothing any more."""
        self._given_up.set()

    def _run(self) -> None:
        while not self.done.is_set() and not self._given_up.wait(_PAUSE):
            with suppress(OSError, EOFError):  # it does not listen yet, or is about to end
                self._try()

    def _try(self) -> None:
        with _connect(self._path) as instance:
            self.deadline = min(self.deadline, monotonic() + _PATIENCE)
            _admit(instance)
            if instance.recv_bytes(_LONGEST) == _READY and not self._given_up.is_set():
                instance.send_bytes(self._request.encode())
                if instance.recv_bytes(_LONGEST) == _DONE:
                    self.done.set()


def _serve(visitor: "Connection", take: Callable[[Request], bool]) -> None:
    _admit(visitor)
    visitor.send_bytes(_READY)
    if visitor.poll(_PATIENCE) and take(Request.decode(visitor.recv_bytes(_LONGEST))):
        visitor.send_bytes(_DONE)


def _private_folder() -> Path:
    """Return a folder that the user alone can open. Raises OSError where there is none."""
    if sys.platform == "win32":
        # Private as Windows makes it.
        folder = Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "reamaze-gui"
        folder.mkdir(exist_ok=True)
        return folder
    places = (os.environ.get(name) for name in ("XDG_RUNTIME_DIR", "TMPDIR"))
    folder = Path(next(filter(None, places), "/tmp")) / f"reamaze-gui-{os.getuid()}"  # noqa: S108 - looked at below
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid() or found.st_mode & 0o077:
        raise PermissionError(EPERM, os.strerror(EPERM))
    return folder


def _open(path: Path) -> "Listener":
    from multiprocessing.connection import Listener

    if sys.platform == "win32":  # a pipe's name is free for all: nobody can guess this one
        import secrets

        listener = Listener(rf"\\.\pipe\{APPLICATION_ID}-{secrets.token_hex()}", "AF_PIPE")
        path.write_text(str(listener.address))
        return listener
    path.unlink(missing_ok=True)  # left by a crash: the lock is ours
    return Listener(str(path), "AF_UNIX", backlog=_BACKLOG)


def _connect(path: Path) -> "Connection":
    from multiprocessing.connection import Client

    if sys.platform == "win32":
        return Client(path.read_text(), "AF_PIPE")
    return Client(str(path), "AF_UNIX")


def _admit(other: "Connection") -> None:
    """Refuse another user, where the system tells; wait no longer than that for any byte."""
    if sys.platform == "win32":
        return
    import socket
    import struct

    with socket.socket(fileno=os.dup(other.fileno())) as end:
        for option in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
            end.setsockopt(socket.SOL_SOCKET, option, struct.pack("@ll", int(_PATIENCE), 0))
        if sys.platform == "linux":
            told = end.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
            _, user, _ = struct.unpack("3i", told)
            if user != os.getuid():
                raise PermissionError(EPERM, os.strerror(EPERM))


def _entries(message: bytes) -> dict[str, Any]:
    """Return the entries of the JSON object in a message; none where there is no such thing."""
    import json

    try:
        told = json.loads(message)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _is_text(value: object) -> bool:
    """Whether a value is text with no half characters and no end of a C string in it."""
    return isinstance(value, str) and not re.search("[\0\ud800-\udfff]", value)
