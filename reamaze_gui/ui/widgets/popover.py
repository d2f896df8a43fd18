"""A card that opens over the page, below its owner, and closes when it loses the focus."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QGraphicsDropShadowEffect, QWidget

from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.card import Card
from reamaze_gui.ui.widgets.style import GAP, TIGHT, WIDE


class Popover(Card):
    """Closes on Escape, returning the focus to `owner`, and on a click or focus anywhere else.

    It is a child of its owner's window, not a window of its own, so that screen readers find its
    content there.
    """

    def __init__(self, owner: QWidget, parent: QWidget) -> None:
        super().__init__()
        self._owner = owner
        self._is_watching = False
        self.end_with_flat_row()
        self.setParent(parent)
        self.setVisible(False)

    def open(self, first: QWidget) -> None:
        """Show it below its owner, with the focus on `first`."""
        window = self._owner.window()
        self.setParent(window)
        self._cast_shadow()
        self._place()
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.PopupFocusReason)
        self._watch(begins=True)

    def _cast_shadow(self) -> None:
        shadow = QGraphicsDropShadowEffect(self, blurRadius=WIDE)
        shadow.setOffset(0, TIGHT)
        shadow.setColor(QColor(style.theme().shadow))
        self.setGraphicsEffect(shadow)

    def fit(self) -> None:
        """Adapt the size to the content."""
        if self.isVisible():
            self._place()

    @Slot()
    def _place(self) -> None:
        """Move below the owner, within the window."""
        self._column.invalidate()
        self._column.activate()  # or a size hint from before the last change could still be used
        window = self._owner.window()
        below = self._owner.mapTo(window, QPoint(0, self._owner.height() + TIGHT))
        hint = self.sizeHint()
        self.resize(hint.width(), min(hint.height(), window.height() - below.y() - TIGHT))
        rightmost = window.width() - self.width() - GAP
        self.move(max(GAP, min(below.x(), rightmost)), below.y())

    def _watch(self, *, begins: bool) -> None:
        """Watch clicks and the focus in the whole application, while it is open."""
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
        """Close it and return the focus to its owner."""
        self._owner.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()

    @Slot(QWidget, QWidget)
    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now and now is not self and not self.isAncestorOf(now):
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close on a click outside; follow the owner when the window is resized."""
        if event.type() is QEvent.Type.Resize and watched is self.window():
            QTimer.singleShot(0, self, self._place)  # after the layout has moved the owner
        if event.type() is QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            inside = watched is self or self.isAncestorOf(watched)
            if not inside and watched is not self._owner:
                self.hide()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop watching."""
        super().hideEvent(event)
        self._watch(begins=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_and_return()
        else:
            super().keyPressEvent(event)
