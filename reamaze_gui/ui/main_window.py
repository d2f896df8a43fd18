"""What does the user find in the window, its menus and its status line?"""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QCloseEvent,
    QGuiApplication,
    QKeySequence,
    QPaintEvent,
)
from PySide6.QtWidgets import QMainWindow, QMenu, QVBoxLayout, QWidget

from reamaze_gui import __version__
from reamaze_gui.core.customer import Customer
from reamaze_gui.ui import style
from reamaze_gui.ui.account_bar import AccountBar
from reamaze_gui.ui.build_page import AskPath, BuildPage, ask_path
from reamaze_gui.ui.clipboard import Clipboard
from reamaze_gui.ui.crash import versions
from reamaze_gui.ui.mnemonics import Mnemonics
from reamaze_gui.ui.note import announce
from reamaze_gui.ui.secret_session import SecretSession
from reamaze_gui.ui.settings import CLEARING_TIMES, Settings
from reamaze_gui.ui.style import GAP, SPACE, Scheme

_MENUS = {"File": "f", "Edit": "e", "Account": "a", "View": "v", "Help": "h"}


T = TypeVar("T")


class MainWindow(QMainWindow):
    """The one window of the program.

    Signals: `painted` once, after the first paint.
    """

    painted = Signal()

    def __init__(
        self, session: SecretSession, settings: Settings, ask_path: AskPath = ask_path
    ) -> None:
        super().__init__()
        self.setWindowTitle("Re:amaze SSO")
        mnemonics = Mnemonics(taken="".join(_MENUS.values()))
        self._session = session
        self._settings = settings
        self._painted = False
        self._before: Customer | None = None
        self._clipboard = Clipboard(settings.clearing, self)
        self.account_bar = AccountBar(session, mnemonics)
        self.build_page = BuildPage(session, settings, self._clipboard, mnemonics, ask_path)
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(GAP, SPACE, GAP, SPACE)
        layout.addWidget(self.account_bar)
        layout.addWidget(self.build_page, stretch=1)
        self.setCentralWidget(centre)
        self._add_menus()
        self.statusBar()  # there from the start, so that its first sentence moves nothing
        style.give_room(self)
        self.build_page.said.connect(self.say)
        self.build_page.account_needed.connect(self.account_bar.require_account)
        self.account_bar.require_account(self.build_page.snippet.needs_account)
        self._clipboard.cleared.connect(self._say_cleared)
        self._clipboard.adopted.connect(self.say)
        session.saved.connect(self._remember_account)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self.resize(1080, 700)
        self.restoreGeometry(settings.geometry)

    def fill(self, account: str, customer: Customer) -> None:
        """Start with this account and customer; where none is given, with the last account."""
        known = self._settings.accounts
        self.account_bar.set_accounts(known)
        self.account_bar.turn_to(account or self._settings.account)
        self.build_page.form.fill(customer)
        if not self._session.account:
            self.account_bar.account.setFocus()

    def confidential(self) -> tuple[str, ...]:
        """Return what no report may contain: secrets, and what was typed of the customer."""
        customer = self.build_page.form.value()
        return (
            *self._session.in_memory,
            customer.id,
            customer.email,
            customer.name,
            customer.phone,
            customer.avatar,
        )

    def new_customer(self) -> None:
        """Empty the form."""
        self._replace(Customer(), "The form was emptied.")

    def paste_customer(self) -> None:
        """Fill the form from a line, JSON or snippet on the clipboard."""
        from reamaze_gui.core.pasted import read_customer

        customer = read_customer(QGuiApplication.clipboard().text())
        if customer:
            self._replace(customer, "Customer pasted.")
        else:
            self.say("No customer found. Copy a line id,email,name, JSON, or a snippet first.")

    def undo(self) -> None:
        """Bring back what New customer or Paste customer replaced."""
        if self._before:
            before, self._before = self._before, self.build_page.form.value()
            self.build_page.form.fill(before)
            self.say("The former customer is back. Ctrl+Z changes them round again.")

    def say(self, sentence: str) -> None:
        """Say a sentence in the status line, and to a screen reader."""
        self.statusBar().showMessage(sentence)
        announce(self.statusBar(), sentence)

    def _replace(self, customer: Customer, says: str) -> None:
        before = self.build_page.form.value()
        self.build_page.form.fill(customer)
        if before not in (Customer(), customer):
            self._before = before
        self._undo.setEnabled(bool(self._before))
        self.say(f"{says} Ctrl+Z brings the former one back." if self._before else says)

    def _add_menus(self) -> None:
        menus = {name: self.menuBar().addMenu(f"&{name}") for name in _MENUS}
        page, bar = self.build_page, self.account_bar
        keys = QKeySequence.StandardKey
        add = self._add_action
        add(menus["File"], "&New customer", keys.New, self.new_customer)
        add(menus["File"], "&Paste customer", "Ctrl+Shift+V", self.paste_customer)
        add(menus["File"], "&Save snippet…", keys.Save, page.save_snippet)
        menus["File"].addSeparator()
        leave = add(menus["File"], "&Quit", keys.Quit, self.close)
        leave.setMenuRole(QAction.MenuRole.QuitRole)
        self._undo = add(menus["Edit"], "&Undo", keys.Undo, self.undo)
        self._undo.setEnabled(False)
        add(menus["Edit"], "Copy &snippet", "Ctrl+Shift+C", page.copy_snippet)
        add(menus["Edit"], "Copy &authkey", "Ctrl+Shift+K", page.copy_authkey)
        clearing = menus["Edit"].addMenu("&Clear the clipboard")
        times = {_minutes_later(minutes): minutes for minutes in CLEARING_TIMES}
        self._add_choice(clearing, times, self._settings.clearing, self._choose_clearing)
        buttons = {
            "&Save secret": bar.save,
            "&Change secret…": bar.change,
            "&Forget secret": bar.forget,
        }
        for text, button in buttons.items():
            action = add(menus["Account"], text, None, button.click)
            menus["Account"].aboutToShow.connect(
                lambda action=action, button=button: action.setEnabled(button.isEnabled())
            )
        menus["Account"].addSeparator()
        add(menus["Account"], "&Remove from the list", None, self._drop_account)
        schemes = {scheme.value: scheme for scheme in Scheme}
        self._add_choice(menus["View"], schemes, self._settings.scheme, self._choose_scheme)
        about = add(menus["Help"], "&About Re:amaze SSO", None, self._show_about)
        about.setMenuRole(QAction.MenuRole.AboutRole)

    def _add_action(
        self,
        menu: QMenu,
        text: str,
        shortcut: QKeySequence.StandardKey | str | None,
        slot: Callable[[], object],
    ) -> QAction:
        action = menu.addAction(text)
        if shortcut is not None:
            action.setShortcut(QKeySequence(shortcut))
        action.triggered.connect(lambda _checked: slot())
        return action

    def _add_choice(
        self, menu: QMenu, values: dict[str, T], chosen: T, slot: Callable[[T], None]
    ) -> None:
        """Add one action for each value, of which one is checked."""
        group = QActionGroup(menu)
        for text, value in values.items():
            action = group.addAction(text)
            action.setCheckable(True)
            action.setChecked(value == chosen)
            action.triggered.connect(lambda _checked, value=value: slot(value))
        menu.addActions(group.actions())

    def _choose_clearing(self, minutes: int) -> None:
        self._settings.clearing = minutes
        self._clipboard.set_minutes(minutes)

    def _choose_scheme(self, scheme: Scheme) -> None:
        self._settings.scheme = scheme
        style.apply(scheme)

    @Slot()
    def _follow_system(self) -> None:
        if self._settings.scheme is Scheme.SYSTEM:
            style.apply(Scheme.SYSTEM)

    @Slot()
    def _say_cleared(self) -> None:
        self.say("The clipboard was cleared.")

    @Slot(str)
    def _remember_account(self, account: str) -> None:
        if account and account not in self._settings.accounts:
            self._settings.accounts = (*self._settings.accounts, account)
            self.account_bar.set_accounts(self._settings.accounts)

    def _drop_account(self) -> None:
        dropped = self._session.account
        if dropped not in self._settings.accounts:
            self.say("This account is not in the list.")
            return
        kept = tuple(each for each in self._settings.accounts if each != dropped)
        self._settings.accounts = kept
        self.account_bar.set_accounts(kept)
        self.account_bar.turn_to("")
        self.say(f"{dropped} is off the list. What the keyring holds for it stays there.")

    def _show_about(self) -> None:
        from PySide6.QtWidgets import QMessageBox

        about = QMessageBox(self)
        about.setWindowTitle("About Re:amaze SSO")
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setText(
            f"Re:amaze SSO {__version__}\n\n"
            "Builds the snippet that signs a customer in to the chat widget of Re:amaze.\n\n"
            "Secrets are kept in the system's keyring alone, and no connection to any network "
            f"is made.\n\n{versions()}"
        )
        about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        about.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        about.open()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell that the window is on the screen, so that what can wait may begin."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write down how the window was left, and take the authkey off the clipboard."""
        self.account_bar.finish_account()
        self._settings.geometry = self.saveGeometry()
        self._settings.account = self._session.account
        self.build_page.remember()
        self._clipboard.clear_at_exit()
        super().closeEvent(event)


def _minutes_later(minutes: int) -> str:
    unit = "minute" if minutes == 1 else "minutes"
    return f"After {minutes} {unit}" if minutes else "Never"
