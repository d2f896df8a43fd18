"""Which saved customers does a list show, and in which columns?"""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt

from reamaze_gui.core.saved import Saved

_Index = QModelIndex | QPersistentModelIndex

_HEADING = ("Saved as", "Account", "Customer ID", "Email")
_NOWHERE = QModelIndex()


class CustomerList(QAbstractTableModel):
    """Customers as rows, so many pixels tall; `shown` is what they are set to."""

    def __init__(self, row_height: int) -> None:
        super().__init__()
        self._row = QSize(0, row_height)
        self.shown: tuple[Saved, ...] = ()

    def show(self, saved: tuple[Saved, ...]) -> None:
        """Show these and no others."""
        self.beginResetModel()
        self.shown = saved
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many are shown."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many things are told of each."""
        return 0 if parent.isValid() else len(_HEADING)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | QSize | None:
        """Return what stands in a cell; the tooltip tells it whole."""
        if role == Qt.ItemDataRole.SizeHintRole:
            return self._row
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        each = self.shown[index.row()]
        text = (each.saved_as, each.account, each.customer.id, each.customer.email)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return text.replace("&", "&amp;").replace("<", "&lt;")
        return text

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Return what a column is called."""
        is_heading = orientation is Qt.Orientation.Horizontal
        if is_heading and role == Qt.ItemDataRole.DisplayRole:
            return _HEADING[section]
        return None
