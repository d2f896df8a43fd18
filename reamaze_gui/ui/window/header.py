"""The row at the top of the window: the account, the two pages, the saved customers."""

from itertools import pairwise

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from reamaze_gui.ui.account.account_bar import AccountBar
from reamaze_gui.ui.widgets import icons, style
from reamaze_gui.ui.widgets.buttons import Button
from reamaze_gui.ui.widgets.segmented import Segmented, Tabs
from reamaze_gui.ui.widgets.style import GAP, HEADER, ROOMY

_CUSTOMERS = "Saved customers"
_ROOMY = 120  # letters wide, the header has room for every label


class Header(QFrame):
    """`tabs` turns between the pages, `customers` opens the list of saved customers."""

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
        row.setContentsMargins(GAP, 0, GAP, 0)
        row.setSpacing(ROOMY)
        row.addWidget(account, stretch=1)
        row.addWidget(Segmented((self.tabs,)), alignment=Qt.AlignmentFlag.AlignCenter)
        row.addLayout(right)
        self.setFixedHeight(max(HEADER, style.room(self) + GAP))
        style.COLOURS.changed.connect(self._draw)

    def order_tabs(self) -> None:
        """Let Tab go from left to right, then to what stands in the line below."""
        bar, messages = self._account, self._account.messages
        order: tuple[QWidget, ...] = (bar.account, bar.secret, bar.secret.eye, bar.save, self.tabs)
        for before, after in pairwise(
            (*order, self.customers, messages.keep, messages.remedy_button)
        ):
            self.setTabOrder(before, after)

    @Slot()
    def _draw(self) -> None:
        is_roomy = self.width() > style.wide(self, _ROOMY)
        self.customers.setIcon(QIcon() if is_roomy else icons.icon("users"))
        self.customers.setText(_CUSTOMERS if is_roomy else "")
        self._row.setStretch(self._row.count() - 1, int(is_roomy))  # the tabs are in the middle

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for."""
        super().resizeEvent(event)
        self._draw()
