"""The welcome of the first start, and where it leads."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from reamaze_gui.arguments import DEMO_ACCOUNT, DEMO_CUSTOMER, DEMO_SECRET
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.preview import Mode
from reamaze_gui.ui.account.account_bar import AccountBar
from reamaze_gui.ui.build.build_page import BuildPage
from reamaze_gui.ui.runtime.secret_session import SecretSession
from reamaze_gui.ui.window.pages import Pages


class Welcome(QObject):
    """Shows the card of the first start, and leaves it for Build."""

    def __init__(
        self,
        pages: Pages,
        session: SecretSession,
        bar: AccountBar,
        build: BuildPage,
        show_build: Callable[[], object],
        show_help: Callable[[str], object],
    ) -> None:
        super().__init__(pages)
        self._pages = pages
        self._session = session
        self._bar = bar
        self._build = build
        self._show_build = show_build
        self._show_help = show_help

    def show(self) -> None:
        """Show the card."""
        first = self._pages.welcome(self._bar)
        first.help_asked.connect(lambda: self._show_help("find-secret"))
        first.skipped.connect(self._skip)
        first.sample_asked.connect(self._show_sample)
        self._build.form.edited.connect(self._follow_edit)
        self._session.saved.connect(self.leave)
        self._session.changed.connect(self._follow_secret)

    @Slot()
    def leave(self) -> None:
        """Go on to Build if the card is shown."""
        if self._pages.is_welcoming:
            self._show_build()

    @Slot()
    def _follow_edit(self) -> None:
        if self._build.form.value() != Customer():
            self.leave()

    @Slot()
    def _follow_secret(self) -> None:
        """Go on if the keyring refused the secret, which can be used for this session."""
        if self._session.state.is_refused:
            self.leave()

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
        self._build.intake.replace(DEMO_CUSTOMER, "Sample customer")
