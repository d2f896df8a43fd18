"""A card that opens over the page, below what it belongs to, and closes when it is left."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from reamaze_gui.ui.widgets.card import Card
from reamaze_gui.ui.widgets.style import GAP, TIGHT


class Popover(Card):
    """Closes with Escape, which goes back to `owner`, and when anything else is clicked or entered.

    It stands within the window of its owner, so that screen readers find what is in it there.
    """

    def __init__(self, owner: QWidget, parent: QWidget) -> None:
        super().__init__()
        self._owner = owner
        self._is_watching = False
        self.end_with_flat_row()
        self.setParent(parent)
        self.setVisible(False)

    def open(self, first: QWidget) -> None:
        """Show it below its owner, with the focus on the first part."""
        window = self._owner.window()
        self.setParent(window)
        self._place()
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.PopupFocusReason)
        self._watch(begins=True)

    def fit(self) -> None:
        """Be as large as what is in it by now."""
        if self.isVisible():
            self._place()

    @Slot()
    def _place(self) -> None:
        """Stand below the owner, within the window."""
        window = self._owner.window()
        below = self._owner.mapTo(window, QPoint(0, self._owner.height() + TIGHT))
        hint = self.sizeHint()
        self.resize(hint.width(), min(hint.height(), window.height() - below.y() - TIGHT))
        rightmost = window.width() - self.width() - GAP
        self.move(max(GAP, min(below.x(), rightmost)), below.y())

    def _watch(self, *, begins: bool) -> None:
        """Notice what is clicked and entered, as long as it is open."""
        application = QApplication.instance()
        if begins is self._is_watching or not isinstance(application, QApplication):
            return
        self._is_watching = begins
        if begins:
            application.installEventFilter(self)
            application.focusChanged.connect(self._follow_focus)
        else:
            application.removeEventFilter(self)
            application.focusChanged.disconnect(self._follow_focus)

    @Slot()
    def close_and_return(self) -> None:
        """Close it, and go back to what it belongs to."""
        self._owner.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()

    @Slot(QWidget, QWidget)
    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now and now is not self and not self.isAncestorOf(now):
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close it when something else is clicked; keep it below its owner."""
        if event.type() is QEvent.Type.Resize and watched is self.window():
            QTimer.singleShot(0, self, self._place)  # once all else has found its place
        if event.type() is QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            inside = watched is self or self.isAncestorOf(watched)
            if not inside and watched is not self._owner:
                self.hide()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Watch nothing any more."""
        super().hideEvent(event)
        self._watch(begins=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close it with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_and_return()
        else:
            super().keyPressEvent(event)
