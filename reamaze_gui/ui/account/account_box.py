"""The account's combo box: its name is typed or chosen from a list."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox

from reamaze_gui.core.preview import ACCOUNT_LABEL
from reamaze_gui.ui.widgets.choice_box import ChoiceBox
from reamaze_gui.ui.widgets.line_edit import LineEdit

_LONGEST_NAME = 253  # characters of a host name
_LEAST = 9  # letters that are always visible


class _Name(LineEdit):
    """A line edit that shows the beginning of a long name unless it has the focus."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Scroll to the beginning."""
        super().focusOutEvent(event)
        self.setCursorPosition(0)


class AccountBox(ChoiceBox):
    """An editable combo box, whose line edit is `name`.

    Signals: `shortcut_pressed` before a shortcut is executed, which may need the account;
    `list_asked` instead of opening the usual list.
    """

    shortcut_pressed = Signal()
    list_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = _Name()
        self.name.setMaxLength(_LONGEST_NAME)
        self.setLineEdit(self.name)
        self.setCompleter(None)  # type: ignore[arg-type]  # None is allowed; no auto-completion
        for each in (self, self.name):
            each.setAccessibleName(ACCOUNT_LABEL)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMinimumContentsLength(_LEAST)

    def offer(self, known: Iterable[str]) -> None:
        """Set the accounts in the list, without changing the field."""
        text, cursor = self.name.text(), self.name.cursorPosition()
        with QSignalBlocker(self), QSignalBlocker(self.name):
            self.clear()
            self.addItems(list(known))
        self.choose(text, cursor)

    def choose(self, account: str, cursor: int) -> None:
        """Put a name into the field and select it in the list, for the arrow keys."""
        place = self.findText(account, Qt.MatchFlag.MatchFixedString)
        with QSignalBlocker(self), QSignalBlocker(self.name):
            self.setCurrentIndex(place)
            self.name.setText(account)
            self.name.setCursorPosition(cursor)

    def showPopup(self) -> None:
        """Let the account's popover be opened instead."""
        self.list_asked.emit()

    def event(self, event: QEvent) -> bool:
        """Notice a key with Ctrl or Alt before a menu or button handles it."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            modifiers = Qt.KeyboardModifier
            if event.modifiers() & ~(modifiers.ShiftModifier | modifiers.KeypadModifier):
                self.shortcut_pressed.emit()
        return super().event(event)
