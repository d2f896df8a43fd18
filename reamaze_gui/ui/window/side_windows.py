"""Which windows stand beside the main one? Each is made when it is first wanted, and once."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from reamaze_gui.ui.help.about import AboutDialog
    from reamaze_gui.ui.help.help_window import HelpWindow
    from reamaze_gui.ui.window.main_window import MainWindow
    from reamaze_gui.ui.window.settings_window import SettingsWindow


class SideWindows:
    """Opens Settings, Help and About, none of which keeps the user from the main window."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._settings: SettingsWindow | None = None
        self._help: HelpWindow | None = None
        self._about: AboutDialog | None = None

    def show_settings(self) -> None:
        """Let everything be set."""
        from reamaze_gui.ui.window.settings_window import SettingsWindow

        self._settings = self._settings or SettingsWindow(self._window)
        bring(self._settings)

    def show_help(self, topic: str = "") -> None:
        """Explain a topic, or else that of what has the focus."""
        if not topic:
            from reamaze_gui.ui.help.help_topics import topic_at

            topic = topic_at(self._window.focusWidget())
        self._open_help().show_topic(topic)

    def explain(self, window: QWidget, topic: str) -> None:
        """Let F1 open a topic from another window."""
        from PySide6.QtGui import QKeySequence, QShortcut

        helps = QShortcut(QKeySequence.StandardKey.HelpContents, window)
        helps.activated.connect(partial(self.show_help, topic))

    def search_help(self) -> None:
        """Let words be typed that Help may have."""
        self._open_help().search()

    def show_about(self) -> None:
        """Say what this is, and on what it runs."""
        from reamaze_gui.ui.help.about import AboutDialog

        self._about = self._about or AboutDialog(self._window)
        bring(self._about)

    def close(self) -> None:
        """Close what is open, as the main window is about to."""
        for each in (self._settings, self._help, self._about):
            if each:
                each.close()

    def _open_help(self) -> "HelpWindow":
        if not self._help:
            from reamaze_gui.ui.help.help_window import HelpWindow
            from reamaze_gui.ui.window.shortcuts import actions_of

            self._help = HelpWindow(self._window.settings, actions_of(self._window.menuBar()))
            self._help.setWindowIcon(self._window.windowIcon())
        bring(self._help)
        return self._help


def bring(window: QWidget) -> None:
    """Show a window where the user sees it, also if it is open already, and as large as it was."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
