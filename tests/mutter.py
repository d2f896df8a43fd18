"""GNOME's Wayland compositor, headless, with a virtual keyboard."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Self

from jeepney import DBusAddress

from tests.children import Children, wait_until
from tests.message_bus import Bus

if TYPE_CHECKING:
    from tests.desktop import Desktop

_SOCKET = "wayland-of-a-test"
_REMOTE = "org.gnome.Mutter.RemoteDesktop"
_SHIFT = 42  # Linux's key code; it types nothing


# A window of another program, in front of all others.
_ANOTHER = """
from PySide6.QtWidgets import QApplication, QLineEdit
application = QApplication([])
edit = QLineEdit()
edit.show()
edit.setFocus()
QApplication.instance().focusWindowChanged.connect(lambda *_: print("focused", flush=True))
application.exec()
"""


class Mutter:
    """The compositor on a desktop, as a context manager; `environment` is for its programs."""

    def __init__(self, desktop: Desktop, directory: Path) -> None:
        self.environment = {"QT_QPA_PLATFORM": "wayland", "WAYLAND_DISPLAY": _SOCKET, "DISPLAY": ""}
        self._desktop = desktop
        self._children = Children(directory)
        self._bus = Bus(desktop.bus_address)

    def __enter__(self) -> Self:
        environment = self._desktop.environment | {"DISPLAY": ""}
        screen = ("--headless", "--virtual-monitor", "1600x1200")
        command = ("mutter", "--wayland", "--no-x11", *screen, "--wayland-display", _SOCKET)
        self._children.serve(*command, environment=environment)
        socket = Path(environment["XDG_RUNTIME_DIR"], _SOCKET)
        wait_until(socket.is_socket, "mutter")
        wait_until(self._has_remote, "mutter's remote desktop")
        remote = DBusAddress("/org/gnome/Mutter/RemoteDesktop", _REMOTE, _REMOTE)
        (path,) = self._bus.call(remote, "CreateSession", "", ())
        self._hands = DBusAddress(str(path), _REMOTE, f"{_REMOTE}.Session")
        self._bus.call(self._hands, "Start", "", ())
        self.type()
        return self

    def __exit__(self, *_: object) -> None:
        self._bus.close()
        self._children.close()

    def _has_remote(self) -> bool:
        bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        return self._bus.call(bus, "NameHasOwner", "s", (_REMOTE,)) == [True]

    def type(self) -> None:
        """Press and release a key, after which the focused window may set the clipboard."""
        for is_down in (True, False):
            self._bus.call(self._hands, "NotifyKeyboardKeycode", "ub", (_SHIFT, is_down))

    def cover(self) -> None:
        """Put another program's window in front."""
        another = self._desktop.popen(sys.executable, "-c", _ANOTHER, **self.environment)
        assert another.stdout
        assert another.stdout.readline() == "focused\n"

    def end(self) -> None:
        """End the compositor, as at a logout or a crash."""
        self._children.close()

    def clipboard(self) -> str:
        """Return the text on the clipboard, as another program gets it."""
        reader = self._desktop.popen("wl-paste", "--no-newline", **self.environment)
        return reader.communicate()[0]
