"""The combo box of snippet formats."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QListView

from reamaze_gui.core.snippets import GROUPS, SNIPPETS, Snippet
from reamaze_gui.ui.widgets.choice_box import ChoiceBox
from reamaze_gui.ui.widgets.style import CLOSE, CONTROL, HAIRLINE, ROOMY

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionComboBox

_LETTERS = 8  # that are always visible


class FormatBox(ChoiceBox):
    """Formats under the headings of their groups, which can't be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Format")
        self.setView(_Choices())
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LETTERS)
        self.setMaxVisibleItems(len(SNIPPETS) + len(GROUPS))
        for group in GROUPS:
            self.addItem(group)
            model = self.model()
            if isinstance(model, QStandardItemModel):
                model.item(self.count() - 1).setEnabled(False)
            self.addItems([each.name for each in SNIPPETS if each.group == group])

    @property
    def snippet(self) -> Snippet:
        """The chosen format."""
        return next(each for each in SNIPPETS if each.name == self.currentText())

    def initStyleOption(self, option: "QStyleOptionComboBox") -> None:
        """Shorten a name that doesn't fit: drop its group first, then elide it."""
        super().initStyleOption(option)
        room = self.width() - CONTROL - ROOMY - CLOSE - HAIRLINE  # without the arrow
        name, metrics = self.currentText(), self.fontMetrics()
        if metrics.horizontalAdvance(name) > room:
            rest = name.removeprefix(self.snippet.group).strip(" ()")
            short = rest[:1].upper() + rest[1:]
            name = metrics.elidedText(short, Qt.TextElideMode.ElideRight, room)
        option.currentText = name


class _Choices(QListView):
    """A list whose keyboard navigation skips headings, where Qt gets stuck."""

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Move on from a heading to the entry below it."""
        index = super().moveCursor(action, modifiers)
        if action is QAbstractItemView.CursorAction.MoveHome:
            index = self.model().index(0, 0)
        while index.isValid() and not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            index = index.siblingAtRow(index.row() + 1)
        return index
