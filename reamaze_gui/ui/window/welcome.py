"""The welcome of the first start, and where it leads."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from reamaze_gui.arguments import DEMO_ACCOUNT, DEMO_CUSTOMER, DEMO_SECRET
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.preview import Mode
from reamaze_gui.core.saved import Saved
from reamaze_gui.ui.account.account_bar import AccountBar
from reamaze_gui.ui.account.first_start import FirstStart
from reamaze_gui.ui.build.build_page import BuildPage
from reamaze_gui.ui.runtime.secret_session import SecretSession


class Welcome(QObject):
    """Shows the card of the first start among the pages, until another page is shown.

    Signals: `left` then, when the account's fields must go back to the header.
    """

    left = Signal()

    def __init__(
        self,
        pages: QStackedWidget,
        session: SecretSession,
        bar: AccountBar,
        build: BuildPage,
        show_build: Callable[[], object],
    ) -> None:
        super().__init__(pages)
        self._pages = pages
        self._session = session
        self._bar = bar
        self._build = build
        self._show_build = show_build
        self.card = FirstStart(bar)
        pages.addWidget(self.card)
        pages.setCurrentWidget(self.card)
        pages.currentChanged.connect(self._end)
        self.card.weak_button.clicked.connect(self._skip)
        self.card.sample_button.clicked.connect(self._show_sample)
        build.form.edited.connect(self._follow_edit)
        session.saved.connect(self._leave)
        session.changed.connect(self._follow_secret)

    @Slot()
    def _end(self) -> None:
        """Put everything away."""
        self._pages.currentChanged.disconnect(self._end)
        self.left.emit()
        self._pages.removeWidget(self.card)
        self.card.deleteLater()
        self.deleteLater()

    @Slot()
    def _leave(self) -> None:
        self._show_build()

    @Slot()
    def _follow_edit(self) -> None:
        if self._build.form.value() != Customer():
            self._show_build()

    @Slot()
    def _follow_secret(self) -> None:
        """Go on if the keyring refused the secret, which can be used for this session."""
        if self._session.state.is_refused:
            self._show_build()

    @Slot()
    def _skip(self) -> None:
        """Go on to Weak SSO."""
        self._build.choose_mode(Mode.WEAK)
        self._show_build()

    @Slot()
    def _show_sample(self) -> None:
        """Fill in the sample customer and secret."""
        self._show_build()
        self._bar.switch_to(DEMO_ACCOUNT)
        self._bar.secret.setText(DEMO_SECRET.value)
        self._build.intake.replace(Saved("", DEMO_CUSTOMER), "Sample customer")
