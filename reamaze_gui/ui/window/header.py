"""The header: the account, the tabs of the pages, the saved customers."""

from itertools import pairwise

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from reamaze_gui.ui.account.account_bar import AccountBar
from reamaze_gui.ui.widgets import icons, style
from reamaze_gui.ui.widgets.buttons import Button
from reamaze_gui.ui.widgets.segmented import Segmented, Tabs
from reamaze_gui.ui.widgets.style import CLOSE, CONTROL, GAP, ROOMY, SPACE

_CUSTOMERS = "Saved customers"
_WIDE = 120  # letters; a narrower header shows an icon instead of a label


class Header(QFrame):
    """`tabs` switches between the pages, `customers` opens the saved customers.

    Its empty `foot`, in pixels, and the gap below have room for messages.
    """

    def __init__(self, account: AccountBar, pages: tuple[str, ...]) -> None:
        super().__init__()
        self._account = account
        self.tabs = Tabs(pages)
        self.tabs.setAccessibleName("Pages")
        self.customers = Button("", _CUSTOMERS)
        self.customers.setToolTip("Find a saved customer")
        right = QHBoxLayout()
        right.addStretch()
        right.addWidget(self.customers)
        row = self._row = QHBoxLayout(self)
        self.foot = account.messages.room - GAP
        row.setContentsMargins(GAP, SPACE - CLOSE, GAP, self.foot)
        row.setSpacing(ROOMY)
        row.addWidget(account, stretch=1)
        row.addWidget(Segmented((self.tabs,)), alignment=Qt.AlignmentFlag.AlignCenter)
        row.addLayout(right)
        self.setFixedHeight(SPACE + max(CONTROL, style.room(self)) + self.foot)
        style.COLOURS.changed.connect(self._draw)

    def order_tabs(self) -> None:
        """Set the tab order: from left to right, then the messages below."""
        bar, messages = self._account, self._account.messages
        order: tuple[QWidget, ...] = (bar.account, bar.secret, bar.secret.eye, bar.save, self.tabs)
        order += (self.customers, messages.fix, messages.keep, messages.remedy_button)
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    @Slot()
    def _draw(self) -> None:
        is_wide = self.width() > style.wide(self, _WIDE)
        self.customers.setIcon(QIcon() if is_wide else icons.icon("users"))
        self.customers.setText(_CUSTOMERS if is_wide else "")
        self._row.setStretch(self._row.count() - 1, int(is_wide))  # centres the tabs

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Adapt to the width."""
        super().resizeEvent(event)
        self._draw()
