"""Quits on a signal from the system, as if the user had closed the window."""

import signal
import socket

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Slot

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")  # Ctrl+C, a logout, the terminal's end


class SystemQuit(QObject):
    """Quits on the first signal; a second one kills the process.

    Python runs its signal handlers only when Qt next calls into it. So `set_wakeup_fd` writes to a
    socket instead, which wakes Qt's event loop.
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
        self._notifier.setEnabled(False)  # the socket isn't read, so it would activate forever
        for number in self._numbers:
            signal.signal(number, signal.SIG_DFL)
        signal.set_wakeup_fd(-1)
        QCoreApplication.quit()
