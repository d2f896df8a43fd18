"""When is it written down how the window looks, and what if that can't be written?"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Slot

if TYPE_CHECKING:
    from reamaze_gui.ui.window.main_window import MainWindow

_PAUSE = 500  # milliseconds for which nothing changes

_CHANGES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowStateChange}
_NOT_KEPT = "What you set can't be written down, and lasts until you quit: see Edit, Settings."


class WindowMemory(QObject):
    """Has the window write it down shortly after it was changed, since it may never be closed.

    A logout ends the display under it, a crash or an empty battery all of it.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._was_kept = True
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._write)
        page = window.build_page
        page.form.changed.connect(self.wait)
        page.account_needed.connect(self.wait)
        page.splitterMoved.connect(self.wait)
        window.settings_changed.connect(self.wait)
        window.installEventFilter(self)

    @Slot()
    def wait(self) -> None:
        """Write after a pause, as more may change at once."""
        self._pause.start()

    @Slot()
    def _write(self) -> None:
        self._window.remember()
        is_kept = self._window.settings.is_kept
        if is_kept is not self._was_kept:
            self._was_kept = is_kept
            self._window.settings_changed.emit()
            self._window.say("What you set is written down again." if is_kept else _NOT_KEPT)
        self._pause.stop()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notice that the window was moved or resized."""
        if event.type() in _CHANGES:
            self.wait()
        return False
