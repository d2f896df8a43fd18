"""Where is an account named: typed, or chosen from those that are known?"""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from reamaze_gui.core.preview import ACCOUNT_LABEL
from reamaze_gui.ui.choice_box import ChoiceBox

_LONGEST_NAME = 253  # characters: of a host name, the longest that can be meant
_LEAST = 9  # letters that can always be seen


class AccountBox(ChoiceBox):
    """A field for an account's name, with a list; `name` is the field."""

    def __init__(self) -> None:
        super().__init__()
        self.name = QLineEdit()
        self.name.setMaxLength(_LONGEST_NAME)
        self.name.setPlaceholderText("acme")
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
