"""What a new user sees first, and where it leads."""

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
    """The card of the first start, among the pages; `turn_to_build` goes on from it."""

    def __init__(
        self,
        pages: Pages,
        session: SecretSession,
        bar: AccountBar,
        build: BuildPage,
        turn_to_build: Callable[[], object],
        show_help: Callable[[str], object],
    ) -> None:
        super().__init__(pages)
        self._pages = pages
        self._session = session
        self._bar = bar
        self._build = build
        self._turn_to_build = turn_to_build
        self._show_help = show_help

    def show(self) -> None:
        """Show it."""
        first = self._pages.welcome(self._bar)
        first.help_asked.connect(lambda: self._show_help("find-secret"))
        first.skipped.connect(self._skip)
        first.sample_asked.connect(self._show_sample)
        self._build.form.edited.connect(self._follow_edit)
        self._session.saved.connect(self.leave)
        self._session.changed.connect(self._follow_secret)

    @Slot()
    def leave(self) -> None:
        """Go on to Build, if it is shown."""
        if self._pages.is_welcoming:
            self._turn_to_build()

    @Slot()
    def _follow_edit(self) -> None:
        if self._build.form.value() != Customer():
            self.leave()

    @Slot()
    def _follow_secret(self) -> None:
        """Go on with a secret that the keyring has refused, and that is used for this session."""
        if self._session.state.is_refused:
            self.leave()

    @Slot()
    def _skip(self) -> None:
        """Go on without the secret."""
        self._build.choose_mode(Mode.WEAK)
        self._turn_to_build()

    @Slot()
    def _show_sample(self) -> None:
        """Fill in a sample customer, and a secret that is none."""
        self._turn_to_build()
        self._bar.switch_to(DEMO_ACCOUNT)
        self._bar.secret.setText(DEMO_SECRET.value)
        self._build.intake.replace(DEMO_CUSTOMER, "Sample customer")
