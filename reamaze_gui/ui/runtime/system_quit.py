"""Quits when the system asks for it, as if the user had closed the window."""

import signal
import socket

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Slot

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")  # Ctrl+C, a logout, the terminal's end


class SystemQuit(QObject):
    """Quits at the first of these signals; the next one ends the process there and then.

    Python itself would notice them only when Qt next calls it. So its handlers do nothing but
    write to a socket, which wakes Qt.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._reading, self._writing = socket.socketpair()
        self._writing.setblocking(False)
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._quit)
        signal.set_wakeup_fd(self._writing.fileno(), warn_on_full_buffer=False)
        self._numbers = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
        for number in self._numbers:
            signal.signal(number, lambda *_: None)

    @Slot()
    def _quit(self) -> None:
        self._notifier.setEnabled(False)  # nobody reads the socket: it would tell again and again
        for number in self._numbers:
            signal.signal(number, signal.SIG_DFL)
        signal.set_wakeup_fd(-1)
        QCoreApplication.quit()
