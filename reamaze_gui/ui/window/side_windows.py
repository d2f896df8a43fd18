"""The windows beside the main one, each created on first use."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from reamaze_gui.ui.help.help_topics import topic_at
from reamaze_gui.ui.runtime.settings import Settings
from reamaze_gui.ui.widgets.action import Action
from reamaze_gui.ui.widgets.raise_window import raise_window

if TYPE_CHECKING:  # imported when first used
    from reamaze_gui.ui.help.about import AboutDialog
    from reamaze_gui.ui.help.help_window import HelpWindow
    from reamaze_gui.ui.window.settings_window import SettingsWindow


class SideWindows:
    """Opens Settings, Help and About, which are not modal.

    `actions` returns the actions for Help's table of shortcuts.
    """

    def __init__(
        self,
        window: QWidget,
        settings: Settings,
        actions: Callable[[], Sequence[Action]],
    ) -> None:
        self._window = window
        self._store = settings
        self._actions = actions
        self._settings: SettingsWindow | None = None
        self._help: HelpWindow | None = None
        self._about: AboutDialog | None = None

    def show_settings(self) -> None:
        """Open the settings."""
        if not self._settings:
            from reamaze_gui.ui.window.settings_window import SettingsWindow

            self._settings = SettingsWindow(self._window, self._store)
            self._settings.helped.connect(self.show_help)
        raise_window(self._settings)

    def show_help(self, topic: str = "") -> None:
        """Show a topic of Help, or the one about the focused widget."""
        topic = topic or topic_at(self._window.focusWidget())
        self._open_help().show_topic(topic)

    def search_help(self) -> None:
        """Open Help with the focus on its search field."""
        self._open_help().search()

    def show_about(self) -> None:
        """Open About."""
        if not self._about:
            from reamaze_gui.ui.help.about import AboutDialog

            self._about = AboutDialog(self._window)
        raise_window(self._about)

    def close(self) -> None:
        """Close all of them."""
        for each in (self._settings, self._help, self._about):
            if each:
                each.close()

    def _open_help(self) -> "HelpWindow":
        if not self._help:
            from reamaze_gui.ui.help.help_window import HelpWindow

            self._help = HelpWindow(self._store, self._actions())
            self._help.setWindowIcon(self._window.windowIcon())
        raise_window(self._help)
        return self._help
