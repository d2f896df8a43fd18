"""The main window: header, pages, menus and status line."""

from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from reamaze_gui.core.customer import Customer
from reamaze_gui.core.saved import Saved
from reamaze_gui.ui.account import actions as account_actions
from reamaze_gui.ui.account.account_bar import AccountBar
from reamaze_gui.ui.account.account_list import AccountList
from reamaze_gui.ui.build import actions as build_actions
from reamaze_gui.ui.build.build_page import BuildPage
from reamaze_gui.ui.build.customer_intake import Accounts
from reamaze_gui.ui.customers.customers import Customers
from reamaze_gui.ui.diagnose import actions as diagnose_actions
from reamaze_gui.ui.runtime.clipboard import Clipboard
from reamaze_gui.ui.runtime.file_dialogs import FileDialogs
from reamaze_gui.ui.runtime.secret_session import SecretSession
from reamaze_gui.ui.runtime.settings import Settings
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.action import Action, MenuEntry
from reamaze_gui.ui.widgets.line_edit import undoable_field
from reamaze_gui.ui.widgets.mnemonics import AltWatch, MenuBar
from reamaze_gui.ui.widgets.note import announce
from reamaze_gui.ui.widgets.scrolled import Scrolled
from reamaze_gui.ui.window import actions, menus
from reamaze_gui.ui.window.applied_settings import AppliedSettings
from reamaze_gui.ui.window.frame import Frame, StatusLine
from reamaze_gui.ui.window.header import Header
from reamaze_gui.ui.window.pages import BUILD, DIAGNOSE, Pages
from reamaze_gui.ui.window.side_windows import SideWindows
from reamaze_gui.ui.window.welcome import Welcome

if TYPE_CHECKING:
    from reamaze_gui.ui.diagnose.diagnose_page import DiagnosePage

# Seconds to wait for the disk; together with the keyring's, quitting takes less than a second.
_QUIT_TIMEOUT = 0.4

_STATUS_TIME = 8_000  # milliseconds for which a status message is shown


class MainWindow(QMainWindow):
    """The one window of the program. Signals: `painted` once, after the first paint."""

    painted = Signal()

    def __init__(
        self,
        session: SecretSession,
        settings: Settings,
        customers: Path | None = None,
        files: FileDialogs | None = None,
    ) -> None:
        super().__init__()
        self.setWindowTitle("Re:amaze SSO")
        self._session = session
        self.settings = settings
        self._files = files or FileDialogs()
        self._painted = False
        self._clipboard = Clipboard(settings.clearing, self)
        self.account_bar = AccountBar(session)
        self.accounts = AccountList(session, settings, self.account_bar)
        self._header = Header(self.account_bar, ("Build", "Diagnose"))
        self.tabs = self._header.tabs
        bar, clipboard = self.account_bar, self._clipboard
        accounts = Accounts(
            bar.account.currentText, lambda: (*settings.accounts, *session.secrets), bar.switch_to
        )
        self.build_page = BuildPage(session, accounts, settings, clipboard, self._files)
        self._pages = Pages(self.build_page, self._make_diagnose)
        self.customers = Customers(
            self._header.customers,
            customers,
            self._files,
            lambda: self.build_page.intake.current,
            self._show_form,
            lambda: self.build_page.question,
        )
        self._lay_out()
        self.beside = SideWindows(self, settings, self._actions)
        self._entries = self._menu_entries()
        self.setMenuBar(MenuBar())
        menus.fill(self.menuBar(), self._entries)
        self._connect()
        self.account_bar.require_account(self.build_page.snippet.needs_account)
        self.resize(*style.WINDOW)
        self.restoreGeometry(settings.geometry)
        style.keep_on_screen(self)

    @property
    def diagnose_page(self) -> "DiagnosePage":
        """The Diagnose page, created on first use."""
        return self._pages.diagnose

    def fill(self, account: str, customer: Customer) -> None:
        """Start with this account and customer; the account defaults to the last one."""
        known, account = self.settings.accounts, account or self.settings.account
        self.account_bar.account.offer(known)
        self.account_bar.switch_to(account)
        self.build_page.form.fill(customer)
        if not (account or known or customer != Customer() or self._session.state.secret):
            self._welcome()
        if not account:
            self.account_bar.account.setFocus()

    def undo(self) -> None:
        """Undo typing in the focused field, or else restore the previous customer or page."""
        if typed := undoable_field(self.focusWidget()):
            typed.undo()
        elif not self.can_undo():
            self.say("There is nothing to undo.")
        elif self.tabs.currentIndex() == DIAGNOSE:
            self.diagnose_page.input.undo()
        else:
            self.build_page.intake.restore()

    def can_undo(self) -> bool:
        """Whether there is something to undo."""
        typed = undoable_field(self.focusWidget()) is not None
        if self.tabs.currentIndex() == DIAGNOSE:
            return typed or self.diagnose_page.input.can_undo
        return typed or self.build_page.intake.previous is not None

    @Slot(int)
    def switch_to(self, page: int) -> None:
        """Show a page and focus its first field."""
        self.show_page(page)
        if page == DIAGNOSE:
            self.diagnose_page.input.enter()
        else:
            self.build_page.form.enter()

    @Slot(int)
    def show_page(self, page: int) -> None:
        """Show a page."""
        self._pages.show_page(page)
        self.tabs.setCurrentIndex(page)
        self.statusBar().clearMessage()

    def say(self, sentence: str) -> None:
        """Show a message in the status line for a while, and announce it."""
        self.statusBar().showMessage(sentence, _STATUS_TIME)
        announce(self.statusBar(), sentence)

    def replace_customer(self, new: Saved, did: str) -> None:
        """Put a customer into the form, and switch to the account if it isn't empty."""
        self.show_page(BUILD)
        self.build_page.intake.replace(new, did)

    def _show_form(self) -> None:
        """Make sure that the customer's form is in sight."""
        if self.tabs.currentIndex() != BUILD:
            self.switch_to(BUILD)

    def _make_diagnose(self) -> "DiagnosePage":
        from reamaze_gui.ui.diagnose.diagnose_page import DiagnosePage

        page = DiagnosePage(self._session, self.settings, self._clipboard, self._files)
        page.status_message.connect(self.say)
        page.input.page.textChanged.connect(self.statusBar().clearMessage)
        page.customer_found.connect(self._load)
        page.restoreState(self.settings.diagnose_split)
        self._session.ask_for_others(self.settings.accounts)
        return page

    def _welcome(self) -> None:
        """Show the card of the first start."""
        bar, build = self.account_bar, self.build_page
        welcome = Welcome(self._pages, self._session, bar, build, partial(self.switch_to, BUILD))
        welcome.left.connect(self._leave_welcome)
        show_help = partial(self.beside.show_help, "find-secret")
        welcome.card.help_button.clicked.connect(show_help)

    @Slot()
    def _leave_welcome(self) -> None:
        """Put the account's fields back into the header."""
        self._frame.add_messages(self.account_bar.messages)
        self.account_bar.take_fields_back()
        self._header.order_tabs()

    @Slot()
    def _leave_secret(self) -> None:
        """Move the focus on to the page."""
        self.switch_to(max(self.tabs.currentIndex(), BUILD))

    @Slot(Saved)
    def _pick(self, saved: Saved) -> None:
        self.replace_customer(saved, "Filled in")

    @Slot(tuple)
    def _save_all(self, people: tuple[Saved, ...]) -> None:
        self.customers.saved.save_all(people, self._session.account)

    @Slot(Saved)
    def _load(self, found: Saved) -> None:
        """Load a page's customer into Build."""
        self.show_page(BUILD)
        self.build_page.intake.load(found)

    @Slot()
    def _remember(self) -> None:
        """Save the settings for the next start.

        This happens not only at exit, as a Wayland compositor that quits kills the program.
        """
        self.accounts.remember()
        self.settings.geometry = self.saveGeometry()
        self.build_page.remember()
        if self._pages.made:
            self.settings.diagnose_split = self._pages.made.saveState()

    def _actions(self) -> tuple[Action, ...]:
        return tuple(each for each in self._entries if isinstance(each, Action))

    def _menu_entries(self) -> tuple[MenuEntry, ...]:
        def show_diagnose() -> "DiagnosePage":
            self.show_page(DIAGNOSE)
            return self.diagnose_page

        pages = partial(self.switch_to, BUILD), partial(self.switch_to, DIAGNOSE)
        build, bar = self.build_page, self.account_bar
        return (
            *actions.first(self.undo, self.can_undo, *pages),
            *build_actions.offers(
                build, lambda: self.tabs.currentIndex() == BUILD, lambda: self.show_page(BUILD)
            ),
            *actions.of_customers(self.customers),
            *diagnose_actions.offers(show_diagnose, lambda: self._pages.made),
            *account_actions.offers(bar, self._session, self.accounts),
            *actions.last(self.settings, self.beside, self.say, self.close),
        )

    def _lay_out(self) -> None:
        self._frame = Frame(self._header, self._pages, self._header.foot)
        self._frame.add_messages(self.account_bar.messages)
        self.setCentralWidget(Scrolled(self._frame, at_least=(0, 0), at_most=style.LEAST_CONTENT))
        self._header.order_tabs()
        self.setStatusBar(StatusLine())  # created early, so that nothing moves later

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self.show_page)
        self.tabs.tabBarClicked.connect(self.switch_to)
        self._header.customers.clicked.connect(self.customers.pick)
        self.build_page.form.edited.connect(self.statusBar().clearMessage)
        self.build_page.status_message.connect(self.say)
        self.build_page.save_asked.connect(self._save_all)
        self.build_page.account_needed.connect(self.account_bar.require_account)
        self.build_page.trial.account_asked.connect(self.account_bar.ask_for_account)
        self.account_bar.remove.clicked.connect(self.accounts.remove)
        self.account_bar.settled.connect(self._leave_secret)
        self.accounts.status_message.connect(self.say)
        self.customers.status_message.connect(self.say)
        self.customers.picked.connect(self._pick)
        self.customers.helped.connect(self.beside.show_help)
        self._clipboard.status_message.connect(self.say)
        self.painted.connect(lambda: AltWatch(self))
        self.painted.connect(lambda: AppliedSettings(self.settings, self._clipboard, self))
        self._session.failed.connect(self.say)
        application = QApplication.instance()
        if isinstance(application, QApplication):  # when the program gains or loses the focus
            application.applicationStateChanged.connect(self._remember)
        self.settings.failed.connect(self.say)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Emit `painted` after the first paint, to start what could wait."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save everything, clear the clipboard and close the other windows."""
        self.account_bar.finish_account()
        self._session.finish()
        self._remember()
        disk = monotonic() + _QUIT_TIMEOUT
        self.build_page.finish(_QUIT_TIMEOUT)
        if self._pages.made:
            self._pages.made.finish(disk - monotonic())
        self.customers.close(disk - monotonic())
        self._clipboard.clear_at_exit()
        self.beside.close()
        super().closeEvent(event)
