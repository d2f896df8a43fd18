"""What does the user find in the window, its menus and its status line?"""

from dataclasses import astuple
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QTabWidget, QVBoxLayout, QWidget

from reamaze_gui.core.customer import Customer
from reamaze_gui.core.preview import Mode
from reamaze_gui.ui.account.account_bar import AccountBar
from reamaze_gui.ui.account.account_list import AccountList
from reamaze_gui.ui.account.secret_session import SecretSession
from reamaze_gui.ui.build.build_page import AskPath, BuildPage, ask_path
from reamaze_gui.ui.build.customer_intake import Accounts
from reamaze_gui.ui.runtime.clipboard import Clipboard
from reamaze_gui.ui.runtime.settings import Settings
from reamaze_gui.ui.widgets import appearance, style
from reamaze_gui.ui.widgets.mnemonics import ALLOTTED, Mnemonics
from reamaze_gui.ui.widgets.note import announce
from reamaze_gui.ui.widgets.scrolled import Content, Scrolled
from reamaze_gui.ui.widgets.style import GAP, SPACE, Scheme
from reamaze_gui.ui.window.menus import BUILD, DIAGNOSE, MENUS, Menus
from reamaze_gui.ui.window.side_windows import SideWindows
from reamaze_gui.ui.window.window_memory import WindowMemory

if TYPE_CHECKING:
    from reamaze_gui.ui.customers.customers_menu import CustomersMenu
    from reamaze_gui.ui.diagnose.diagnose_page import DiagnosePage
    from reamaze_gui.ui.diagnose.page_input import AskFile

# Seconds for the disk: the program ends within one although the keyring has its time too.
_LAST_PATIENCE = 0.4


class MainWindow(QMainWindow):
    """The one window of the program.

    Signals: `painted` once, after the first paint; `settings_changed` after a choice that stays.
    """

    painted = Signal()
    settings_changed = Signal()

    def __init__(
        self,
        session: SecretSession,
        settings: Settings,
        ask_path: AskPath = ask_path,
        ask_file: "AskFile | None" = None,
        customers: Path | None = None,
    ) -> None:
        super().__init__()
        self.setWindowTitle("Re:amaze SSO")
        mnemonics = Mnemonics("".join(name[0] for name in MENUS), ALLOTTED)
        self._session = session
        self.settings = settings
        self._ask_file = ask_file
        self._painted = False
        self._customers: CustomersMenu | None = None
        self._customers_path = customers
        self._clipboard = Clipboard(settings.clearing, self)
        self._diagnose_page: DiagnosePage | None = None
        self.account_bar = AccountBar(session, mnemonics)
        self.accounts = AccountList(session, settings, self.account_bar, self.say)
        self.tabs = QTabWidget(documentMode=True)
        self.tabs.setAccessibleName("Pages")
        rooms = [self._add_tab(name) for name in ("Build", "Diagnose")]
        self._room_for_diagnose = rooms[DIAGNOSE]
        self._mnemonics = mnemonics.branch()
        accounts = Accounts(
            current=self.account_bar.account.currentText,
            known=lambda: (*settings.accounts, *session.secrets),
            turn_to=self.account_bar.turn_to,
        )
        clipboard = self._clipboard
        self.build_page = BuildPage(session, accounts, settings, clipboard, ask_path)
        rooms[BUILD].addWidget(self.build_page)
        self._lay_out()
        self.beside = SideWindows(self)
        Menus(self)
        self._connect()
        self.account_bar.require_account(self.build_page.snippet.needs_account)
        self.resize(*style.WINDOW)
        self.restoreGeometry(settings.geometry)
        self._memory = WindowMemory(self)

    @property
    def diagnose_page(self) -> "DiagnosePage":
        """The page that answers why a customer is not signed in, made when it is first wanted."""
        if self._diagnose_page is None:
            from reamaze_gui.ui.diagnose.diagnose_page import DiagnosePage

            page = DiagnosePage(self._session, self.settings, self._clipboard, self._ask_file)
            page.said.connect(self.say)
            page.input.page.textChanged.connect(self.statusBar().clearMessage)
            page.customer_found.connect(self._load)
            page.restoreState(self.settings.diagnose_split)
            page.splitterMoved.connect(self._memory.wait)
            self._room_for_diagnose.addWidget(page)
            self._diagnose_page = page
            self.accounts.changed.connect(self._ask_for_others)
            self._ask_for_others()
        return self._diagnose_page

    @property
    def has_diagnose_page(self) -> bool:
        """Whether it was wanted yet."""
        return self._diagnose_page is not None

    @property
    def customers(self) -> "CustomersMenu":
        """The saved customers: in the file that the window was made with, if any."""
        if self._customers is None:
            from reamaze_gui.ui.customers.customers_menu import CustomersMenu

            self._customers = CustomersMenu(self, self._customers_path)
        return self._customers

    def fill(self, account: str, customer: Customer) -> None:
        """Start with this account and customer; where none is given, with the last account."""
        known = self.settings.accounts
        self.account_bar.set_accounts(known)
        self.account_bar.turn_to(account or self.settings.account)
        self.build_page.form.fill(customer)
        if not self._session.account:
            self.account_bar.account.setFocus()

    def confidential(self) -> tuple[str, ...]:
        """Return what no report may contain: secrets, and what was typed of the customer."""
        return (
            *self._session.in_memory,
            *astuple(self.build_page.form.value()),
            *astuple(self.build_page.intake.previous),
            *(self._diagnose_page.confidential() if self._diagnose_page else ()),
            *(self._customers.customers.confidential() if self._customers else ()),
        )

    def new_customer(self) -> None:
        """Empty the form."""
        self.tabs.setCurrentIndex(BUILD)
        self.build_page.intake.clear()

    def paste_customer(self) -> None:
        """Fill the form from the clipboard."""
        self.tabs.setCurrentIndex(BUILD)
        self.build_page.intake.paste()

    def undo(self) -> None:
        """Bring back what was replaced: the customer, or in Diagnose the page."""
        if not self.can_undo():
            self.say("There is nothing to bring back.")
        elif self.tabs.currentIndex() == DIAGNOSE:
            self.diagnose_page.input.page.undo()
            self.say("Undone: what was last changed in the customer's page.")
        else:
            self.build_page.intake.restore()

    def can_undo(self) -> bool:
        """Tell whether there is something to bring back."""
        if self.tabs.currentIndex() == DIAGNOSE:
            return self.diagnose_page.input.page.document().isUndoAvailable()
        return self.build_page.intake.can_restore

    def turn_to(self, tab: int) -> None:
        """Show a tab, and go to what is filled in there first."""
        self.tabs.setCurrentIndex(tab)
        if tab == DIAGNOSE:
            self.diagnose_page.input.page.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.build_page.form.enter()

    def say(self, sentence: str) -> None:
        """Say a sentence in the status line, and to a screen reader."""
        self.statusBar().showMessage(sentence)
        announce(self.statusBar(), sentence)

    def choose_clearing(self, minutes: int) -> None:
        """Clear the clipboard after so many minutes from now on."""
        self.settings.clearing = minutes
        self._clipboard.set_minutes(minutes)
        self.settings_changed.emit()

    def choose_region(self, region: str) -> None:
        """Read a phone number as it is dialled in this region, an ISO 3166 code."""
        self.settings.region = region
        self.build_page.form.choose_region(region)

    def choose_scheme(self, scheme: Scheme) -> None:
        """Show these colours from now on."""
        self.settings.scheme = scheme
        appearance.apply(scheme)
        self.settings_changed.emit()

    def choose_mode(self, mode: Mode) -> None:
        """Write the snippet in this mode."""
        self.tabs.setCurrentIndex(BUILD)
        self.build_page.choose_mode(mode)

    def choose_format(self, name: str) -> None:
        """Write the snippet in the format of this name."""
        self.tabs.setCurrentIndex(BUILD)
        self.build_page.choose_format(name)

    def replace_customer(self, customer: Customer, did: str, account: str = "") -> None:
        """Put a customer into the form, perhaps for another account; Ctrl+Z takes it back."""
        self.tabs.setCurrentIndex(BUILD)
        self.build_page.intake.replace(customer, did, account)

    def remember(self) -> None:
        """Write down how the window looks."""
        self.settings.geometry = self.saveGeometry()
        self.build_page.remember()
        if self._diagnose_page:
            self.settings.diagnose_split = self._diagnose_page.saveState()
        self.settings.sync()

    @Slot(Customer, str)
    def _load(self, customer: Customer, account: str) -> None:
        """Go on in Build with the customer of a page."""
        self.tabs.setCurrentIndex(BUILD)
        self.build_page.intake.load(customer, account)

    @Slot(tuple)
    def _save_all(self, customers: tuple[Customer, ...]) -> None:
        self.customers.customers.save_all(customers, self._session.account)

    def _add_tab(self, text: str) -> QVBoxLayout:
        """Add a tab and return its layout, with a little room above what will be put in it."""
        tab = QWidget()
        layout = QVBoxLayout(tab)
        layout.setContentsMargins(0, SPACE, 0, 0)
        self.tabs.addTab(tab, text)
        return layout

    def _lay_out(self) -> None:
        centre = Content()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(GAP, SPACE, GAP, SPACE)
        layout.addWidget(self.account_bar)
        layout.addWidget(self.tabs, stretch=1)
        self.setCentralWidget(Scrolled(centre, at_least=(0, 0), at_most=style.LEAST_CONTENT))
        self.statusBar()  # there from the start, so that its first sentence moves nothing

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._show_tab)
        self.tabs.currentChanged.connect(self.statusBar().clearMessage)
        # What it said was about another text.
        self.build_page.form.edited.connect(self.statusBar().clearMessage)
        self.build_page.said.connect(self.say)
        self.build_page.save_asked.connect(self._save_all)
        self.build_page.account_needed.connect(self.account_bar.require_account)
        self.build_page.trial.account_asked.connect(self.account_bar.ask_for_account)
        self._clipboard.cleared.connect(lambda: self.say("The clipboard was cleared."))
        self._clipboard.adopted.connect(self.say)
        self.accounts.changed.connect(self.settings_changed)
        self._session.failed.connect(self.say)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @Slot(int)
    def _show_tab(self, tab: int) -> None:
        if tab == DIAGNOSE:
            self.diagnose_page.setVisible(True)

    @Slot()
    def _ask_for_others(self) -> None:
        self._session.ask_for_others(self.settings.accounts)

    @Slot()
    def _follow_system(self) -> None:
        if self.settings.scheme is Scheme.SYSTEM:
            appearance.apply(Scheme.SYSTEM)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell that the window is on the screen, so that what can wait may begin."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write down how the window was left, and take the authkey off the clipboard."""
        self.account_bar.finish_account()
        self._session.finish()
        self.accounts.remember()
        self.remember()
        disk = monotonic() + _LAST_PATIENCE
        self.build_page.finish(_LAST_PATIENCE)
        if self._diagnose_page:
            self._diagnose_page.stop()
        if self._customers:
            self._customers.close(disk - monotonic())
        self._clipboard.clear_at_exit()
        self.beside.close()
        super().closeEvent(event)
