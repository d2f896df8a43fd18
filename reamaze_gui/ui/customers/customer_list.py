"""The model of the saved customers, with an editable name."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from reamaze_gui.core.saved import LONGEST_NAME, Saved
from reamaze_gui.ui.widgets import tooltip
from reamaze_gui.ui.widgets.empty_hint import EmptyHint
from reamaze_gui.ui.widgets.line_edit import LineEdit

_Index = QModelIndex | QPersistentModelIndex

_HEADING = ("Saved as", "Account", "Customer ID", "Email")
_NAME = 0  # the editable column
_NOWHERE = QModelIndex()


class CustomerList(QAbstractTableModel):
    """A table model of the customers in `shown`, with rows of a fixed height in pixels.

    Signals: `renamed(saved, name)` after a name was edited, which is not yet checked.
    """

    renamed = Signal(Saved, str)

    def __init__(self, row_height: int) -> None:
        super().__init__()
        self._row = QSize(0, row_height)
        self.shown: tuple[Saved, ...] = ()

    def show(self, saved: tuple[Saved, ...]) -> None:
        """Show these customers."""
        self.beginResetModel()
        self.shown = saved
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of customers."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(_HEADING)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Make the name editable."""
        can_edit = index.column() == _NAME
        return super().flags(index) | (Qt.ItemFlag.ItemIsEditable if can_edit else Qt.ItemFlag(0))

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | QSize | None:
        """Return a cell's text, which is also its tooltip."""
        roles = Qt.ItemDataRole
        if role == roles.SizeHintRole:
            return self._row
        if role not in (roles.DisplayRole, roles.EditRole, roles.ToolTipRole):
            return None
        each = self.shown[index.row()]
        text = (each.saved_as, each.account, each.customer.id, each.customer.email)[index.column()]
        return tooltip.plain(text) if role == roles.ToolTipRole else text

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Emit the edited name; the list shows it once it is saved."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        self.renamed.emit(self.shown[index.row()], str(value))
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Return a column's heading."""
        is_heading = orientation is Qt.Orientation.Horizontal
        if is_heading and role == Qt.ItemDataRole.DisplayRole:
            return _HEADING[section]
        return None


class CustomerView(QTreeView):
    """A view of the list, with a `hint` for when that is empty."""

    def __init__(self) -> None:
        super().__init__()
        self.hint = EmptyHint(self.viewport(), "users")


class NameEditor(QStyledItemDelegate):
    """Creates the field that edits a name."""

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: _Index
    ) -> QWidget:
        """Return a line edit with an accessible name."""
        edit = LineEdit(parent, maxLength=LONGEST_NAME, frame=False)
        edit.setAccessibleName("Saved as")
        return edit
