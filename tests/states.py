"""All states of the main window, by name, and how to reach them."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from reamaze_gui.core.attributes import Attribute
from reamaze_gui.core.authkey import authkey
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.preview import Mode
from reamaze_gui.core.reader import LONGEST
from reamaze_gui.core.snippets import SNIPPETS
from reamaze_gui.ui.diagnose.reply_panel import Suggestion
from reamaze_gui.ui.runtime.secret_session import SecretSession
from reamaze_gui.ui.runtime.secret_state import KeyringReply, SecretStatus
from reamaze_gui.ui.runtime.settings import Settings
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.fold import Fold
from reamaze_gui.ui.window.main_window import MainWindow
from tests import long_lists
from tests.event_loop import settle, wait_until
from tests.told_keyring import LOCKED, MISSING, NONE, SAVED, SECRET, ToldKeyring

if TYPE_CHECKING:
    from collections.abc import Callable

DEPTH = 2  # mistakes at once, after which an unsuccessful search is cancelled

ZOE = Customer(
    "48151623", "zoe.quinn@example.org", "Zoë Quinn", "+14155552671", "https://example.org/zoe.png"
)
WRONG = Customer(" 7", "ZOE @example.org", "\x07\x07", "0170 1234567", "example.org/zoe.png")
DOUBTFUL = Customer("gid://shopify/7", "ZOE@localhost", "Zoë", "+15555550100", "http://[::1]/")
LONG = Customer(
    "7" * 120, f"{'z' * 60}@{'example' * 8}.org", "Zoë " * 60, "+14155552671", "https://e.org/" * 9
)

_PAGE = """\
<script async src="https://cdn.reamaze.com/assets/reamaze-loader.js"></script>
<script type="text/javascript">
  var _support = _support || {{ 'ui': {{}}, 'user': {{}} }};
  _support['account'] = 'acme';
  _support['user'] = {{
    id: 48151623,
    email: 'Zoe.Quinn@Example.org',
    name: 'Zoë Quinn',
    authkey: '{}'
  }};
</script>
"""
_ROWS = "Customer ID\tEmail\tName\n1\tana@example.org\tAna Ek\n2\tben@example.org\tBen Ek\n"
_RIGHT = authkey(SECRET, "48151623", "Zoe.Quinn@Example.org")
_LOWER_CASE = bytes.fromhex(authkey(SECRET, "48151623", "zoe.quinn@example.org"))


def typed(window: MainWindow) -> None:
    """Type a secret to replace the saved one, and leave every field."""
    window.account_bar.change_secret()
    window.account_bar.secret.setText(" a secret ")
    leave_every_field(window)


def leave_every_field(window: MainWindow) -> None:
    """Leave every field of the form once, to show all remarks."""
    for edit in window.build_page.form.findChildren(QLineEdit):
        edit.setFocus()
    window.account_bar.account.setFocus()


def list_accounts(window: MainWindow) -> None:
    window.account_bar.account.offer(("acme", "other-shop", "third-shop"))
    window.account_bar.account.showPopup()


def fill_attributes(window: MainWindow) -> None:
    """Fill in some attributes, one of them without a label."""
    window.build_page.form.fill(ZOE, (Attribute("Orders", "7"), Attribute("", "gold")))


def paste(text: str) -> Callable[[MainWindow], None]:
    """Return a function that pastes a text as customers."""

    def act(window: MainWindow) -> None:
        QGuiApplication.clipboard().setText(text)
        window.build_page.intake.paste()
        QGuiApplication.clipboard().clear()

    return act


def open_folds(window: MainWindow) -> None:
    for fold in window.diagnose_page.findChildren(Fold):
        fold.open()


def paste_too_much(window: MainWindow) -> None:
    """Paste a page that is too long."""
    window.diagnose_page.input.page.replace("x" * (LONGEST + 1))


def edit_reply(window: MainWindow) -> None:
    """Edit the reply, and then change the report."""
    page = window.diagnose_page
    QTest.keyClicks(page.result.reply.edit, "Dear Zoe, ")
    page.input.page.setPlainText(_PAGE.format("5a" * 32))
    wait_for_report(window)


def open_long_list(window: MainWindow) -> None:
    """Open a list that is too long for the editor, and wait for the report."""
    with TemporaryDirectory() as directory:
        path = Path(directory, "customers.csv")
        long_lists.write(path, SECRET)
        page = window.diagnose_page
        page.input.page.file_given.emit(str(path))
        wait_until(lambda: page.result.copy_button.isEnabled() and not page.is_searching)


def check_long_list(window: MainWindow) -> None:
    """Show one moment while such a list is being read."""
    open_long_list(window)
    result = window.diagnose_page.result
    result.show_answer(long_lists.so_far(SECRET), is_new=True)
    result.reply.suggest(Suggestion())
    result.show_progress("7,500 of about 20,000 rows checked…", 0.375)
    for button in (result.copy_button, result.report_button, result.rows_button):
        button.set_obstacle("This is still being examined.")


@dataclass(frozen=True, slots=True)
class State:
    """What the user entered, and the keyring's reply; `None` if it doesn't reply."""

    customer: Customer = ZOE
    keyring: KeyringReply | None = SAVED
    typed: str = ""
    account: str = "acme"
    mode: Mode = Mode.AUTHENTICATED
    format: str = SNIPPETS[0].name
    page: str | None = None
    act: Callable[[MainWindow], None] = MainWindow.update


STATES = {
    "build": State(),
    "build-empty": State(Customer(), NONE),
    "build-problems": State(WRONG, act=leave_every_field),
    "build-warnings": State(DOUBTFUL, typed=" a secret ", act=typed),
    "build-long": State(LONG, account="a" * 60, act=leave_every_field),
    "build-weak": State(mode=Mode.WEAK),
    "build-server": State(format="Ruby on Rails"),
    "build-copied": State(act=lambda window: window.build_page.copy_snippet()),
    "build-long-copied": State(
        LONG, account="a" * 60, act=lambda window: window.build_page.copy_snippet()
    ),
    "keyring-asking": State(keyring=None),
    "keyring-typed": State(keyring=NONE, typed="a-secret-that-was-typed"),
    "keyring-changing": State(act=lambda window: window.account_bar.change_secret()),
    "keyring-removed": State(act=lambda window: window.account_bar.forget.click()),
    "keyring-locked": State(keyring=LOCKED),
    "keyring-missing": State(keyring=MISSING),
    "keyring-missing-typed": State(keyring=MISSING, typed="a-secret-that-was-typed"),
    "keyring-refused": State(
        keyring=MISSING,
        typed="a-secret-that-was-typed",
        act=lambda window: window.account_bar.save.click(),
    ),
    "keyring-address": State(
        account="https://acme.reamaze.com/admin", keyring=MISSING, typed=" a secret "
    ),
    "diagnose-empty": State(page=""),
    "diagnose-explained": State(page=_PAGE.format(b64encode(_LOWER_CASE).decode())),
    "diagnose-correct": State(page=_PAGE.format(_RIGHT)),
    "diagnose-unexplained": State(page=_PAGE.format("5a" * 32)),
    "diagnose-weak": State(page="_support['user'] = { email: 'zoe@example.org' };"),
    "diagnose-no-user": State(page="<p>Hello</p>"),
    "diagnose-no-secret": State(keyring=NONE, page=_PAGE.format(_RIGHT)),
    "first-start": State(Customer(), NONE, account=""),
    "accounts-listed": State(act=list_accounts),
    "customers-listed": State(act=lambda window: window.customers.pick()),
    "attributes-open": State(act=fill_attributes),
    "rows-pasted": State(act=paste(_ROWS)),
    "question-asked": State(act=paste("Nobody is in here")),
    "more-to-try": State(page=_PAGE.format("5a" * 32), act=open_folds),
    "page-refused": State(page=_PAGE.format(_RIGHT), act=paste_too_much),
    "reply-outdated": State(page=_PAGE.format(_RIGHT), act=edit_reply),
    "list-checked": State(page=long_lists.short(SECRET)),
    "list-opened": State(page="", act=open_long_list),
    "list-running": State(page="", act=check_long_list),
}


def opened_in(
    state: State,
    settings: Settings,
    size: tuple[int, int] = style.WINDOW,
    customers: Path | None = None,
) -> MainWindow:
    """Open the window, bring it into a state, and return it once that is complete."""
    session = SecretSession(keyring=ToldKeyring(state.keyring or NONE))
    window = MainWindow(session, settings, customers=customers)
    window.resize(*size)
    window.fill(state.account, state.customer)
    window.show()
    window.activateWindow()
    window.build_page.form.fill_regions()
    if state.keyring:
        session.ask()
        wait_for_keyring(session)
    if state.typed:
        window.account_bar.secret.setText(state.typed)
    window.build_page.choose_mode(state.mode)
    window.build_page.choose_format(state.format)
    if state.page is not None:
        window.switch_to(1)
        window.diagnose_page.input.page.setPlainText(state.page)
        wait_for_report(window)
    QTest.qWaitForWindowActive(window)  # or there would be no focus ring
    state.act(window)
    if state.keyring:
        wait_for_keyring(session)
    settle()
    return window


def wait_for_keyring(session: SecretSession) -> None:
    """Wait until the keyring has replied."""
    wait_until(lambda: session.state.status is not SecretStatus.ASKING)


def wait_for_report(window: MainWindow) -> None:
    """Wait until a search has ended, or has found nothing with few mistakes."""
    page = window.diagnose_page

    def is_told() -> bool:
        return bool(page.result.summary.toPlainText()) and not page.is_searching

    def is_hard() -> bool:
        is_deep = page.report is not None and page.report.depth >= DEPTH
        return is_deep and page.result.cancel_button.isEnabled()

    if page.input.page.text().strip():
        wait_until(lambda: is_told() or is_hard())
    if is_hard():
        page.cancel()


def unsaved() -> Settings:
    file = QSettings("/dev/null", QSettings.Format.IniFormat)
    return Settings(file, remember=False)
