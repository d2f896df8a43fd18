"""The field in which an account is named: typed, or chosen from those that are known."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox

from reamaze_gui.core.preview import ACCOUNT_LABEL
from reamaze_gui.ui.widgets.choice_box import ChoiceBox
from reamaze_gui.ui.widgets.line_edit import LineEdit

_LONGEST_NAME = 253  # characters: of a host name, the longest that can be meant
_LEAST = 9  # letters that can always be seen


class AccountBox(ChoiceBox):
    """A field for an account's name, with a list; `name` is the field.

    Signals: `command_due` before a key that may do something for the account as it stands there;
    `list_asked` where others usually open their list.
    """

    command_due = Signal()
    list_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = LineEdit()
        self.name.setMaxLength(_LONGEST_NAME)
        self.name.setPlaceholderText(ACCOUNT_LABEL)
        self.setLineEdit(self.name)
        self.setCompleter(None)  # type: ignore[arg-type]  # it would finish half a name
        for each in (self, self.name):
            each.setAccessibleName(ACCOUNT_LABEL)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMinimumContentsLength(_LEAST)

    def offer(self, known: Iterable[str]) -> None:
        """Offer these accounts in the list; what stands in the field stays as it is."""
        text, cursor = self.name.text(), self.name.cursorPosition()
        with QSignalBlocker(self), QSignalBlocker(self.name):
            self.clear()
            self.addItems(list(known))
        self.choose(text, cursor)

    def choose(self, account: str, cursor: int) -> None:
        """Put a name into the field; the arrow keys go on from its place in the list."""
        place = self.findText(account, Qt.MatchFlag.MatchFixedString)
        with QSignalBlocker(self), QSignalBlocker(self.name):
            self.setCurrentIndex(place)
            self.name.setText(account)
            self.name.setCursorPosition(cursor)

    def showPopup(self) -> None:
        """Leave it to who listens: there is more to choose from than accounts."""
        self.list_asked.emit()

    def event(self, event: QEvent) -> bool:
        """Tell of a key with Ctrl or Alt, before it comes to a menu or a button."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            modifiers = Qt.KeyboardModifier
            if event.modifiers() & ~(modifiers.ShiftModifier | modifiers.KeypadModifier):
                self.command_due.emit()
        return super().event(event)
