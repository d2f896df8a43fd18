"""The account bar keeps, changes and forgets the secret of an account, and says what it did."""

import gc
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from reamaze_gui.core.authkey import Secret
from reamaze_gui.ui.account_bar import AccountBar
from reamaze_gui.ui.mnemonics import Mnemonics
from reamaze_gui.ui.note import Note
from reamaze_gui.ui.secret_session import SecretSession
from reamaze_gui.ui.secret_state import Standing
from tests.desktop import PASSWORD, Desktop

# keyring leaves a connection to be collected where it finds a keyring locked or gone.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")

SECRET = "a secret to keep"
BUTTONS = ("Show secret", "Save secret", "Change secret", "Forget secret")


class Bar:
    """The bar as its user sees it, on a session of its own."""

    def __init__(self, qtbot: QtBot, session: SecretSession) -> None:
        self._qtbot = qtbot
        self.session = session
        self.bar = AccountBar(session, Mnemonics())
        qtbot.add_widget(self.bar)
        with qtbot.wait_exposed(self.bar):
            self.bar.show()

    @property
    def account(self) -> QComboBox:
        [account] = self.bar.findChildren(QComboBox)
        assert account.accessibleName() == "Account"
        return account

    @property
    def secret(self) -> QLineEdit:
        [secret] = [
            edit
            for edit in self.bar.findChildren(QLineEdit)
            if edit.accessibleName() == "SSO secret"
        ]
        return secret

    @property
    def says(self) -> str:
        return " ".join(note.text() for note in self.bar.findChildren(Note) if note.isVisible())

    @property
    def offers(self) -> set[str]:
        """The names of all buttons that can be pressed now."""
        return {button.accessibleName() for button in self._buttons() if button.isEnabled()}

    def press(self, name: str) -> None:
        [button] = [button for button in self._buttons() if button.accessibleName() == name]
        assert button.isEnabled()
        button.click()

    def turn_to(self, account: str) -> None:
        self.account.setEditText(account)
        QTest.keyClick(self.account, Qt.Key.Key_Return)

    def wait_for(self, standing: Standing) -> None:
        def stands_so() -> None:
            assert self.session.state.standing is standing, self.says

        self._qtbot.wait_until(stands_so)

    def paste(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        QTest.keyClick(self.secret, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def _buttons(self) -> list[QAbstractButton]:
        return [each for each in self.bar.findChildren(QAbstractButton) if each.isVisible()]


@pytest.fixture(autouse=True)
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    with Desktop(tmp_path, accessibility=False) as desktop:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", desktop.bus_address)
        yield desktop
    gc.collect()


@pytest.fixture
def bar(qtbot: QtBot) -> Bar:
    """Return a bar at the account acme, of which nothing is saved, and the keyring said so."""
    bar = Bar(qtbot, SecretSession())
    bar.turn_to("acme")
    bar.session.ask()  # at once, not after the pause in typing
    bar.wait_for(Standing.NONE)
    return bar


@pytest.fixture
def saved(bar: Bar) -> Bar:
    """Return a bar whose secret was typed and saved."""
    bar.secret.setText(SECRET)
    bar.press("Save secret")
    bar.wait_for(Standing.SAVED)
    return bar


def secret_tool(user: str) -> str:
    command = ["secret-tool", "lookup", "service", "reamaze-gui", "username", user]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def test_a_saved_secret_leaves_the_field_and_the_bar_says_where_it_is(saved: Bar) -> None:
    assert saved.says == "✓ Saved in GNOME Keyring."
    assert saved.secret.text() == ""
    assert not saved.secret.isEnabled()
    assert secret_tool("acme") == SECRET


def test_return_in_the_field_saves(bar: Bar) -> None:
    bar.secret.setText(SECRET)
    QTest.keyClick(bar.secret, Qt.Key.Key_Return)
    bar.wait_for(Standing.SAVED)
    assert secret_tool("acme") == SECRET


def test_a_changed_secret_replaces_the_saved_one(saved: Bar) -> None:
    saved.press("Change secret")
    assert saved.secret.isEnabled()
    saved.secret.setText("another")
    assert "another one is saved" in saved.says
    saved.press("Save secret")
    saved.wait_for(Standing.SAVED)
    assert secret_tool("acme") == "another"
    assert not saved.secret.isEnabled()


def test_a_change_that_is_given_up_keeps_the_saved_one(saved: Bar) -> None:
    saved.press("Change secret")
    saved.secret.setText("another")
    saved.press("Keep saved")
    assert saved.secret.text() == ""
    assert saved.says == "✓ Saved in GNOME Keyring."
    assert saved.session.state.secret == Secret(SECRET)


def test_a_forgotten_secret_is_brought_back_by_undo(saved: Bar) -> None:
    saved.press("Forget secret")
    saved.wait_for(Standing.NONE)
    assert secret_tool("acme") == ""
    saved.press("Undo")
    saved.wait_for(Standing.SAVED)
    assert secret_tool("acme") == SECRET


def test_a_locked_keyring_is_said_and_tried_again(saved: Bar, desktop: Desktop) -> None:
    desktop.lock_keyring()
    saved.session.ask()
    saved.wait_for(Standing.LOCKED)
    assert saved.says.startswith("⚠ The keyring is locked.")
    desktop.start_keyring(PASSWORD)
    saved.press("Try again")
    saved.wait_for(Standing.SAVED)
    assert "Try again" not in saved.offers


def test_a_keyring_that_hangs_is_no_longer_waited_for_after_cancel(
    bar: Bar, desktop: Desktop
) -> None:
    desktop.stop_keyring()
    bar.session.ask()
    bar.secret.setText(SECRET)
    assert bar.says.startswith("Waiting for the system keyring…")
    assert bar.session.state.secret == Secret(SECRET)
    bar.press("Cancel")
    assert bar.says.startswith("⚠ Used for this session only:")
    assert bar.secret.text() == SECRET


def test_a_save_that_fails_leaves_the_secret_in_the_field(bar: Bar, desktop: Desktop) -> None:
    desktop.kill_keyring()
    bar.secret.setText(SECRET)
    bar.press("Save secret")
    bar.wait_for(Standing.SESSION)
    assert bar.says.startswith("⚠ Not saved: ")
    assert "Install gnome-keyring" in bar.says
    assert "used for this session only" in bar.says
    assert bar.secret.text() == SECRET


ALWAYS = {"Show secret"}


def is_locked(bar: Bar, desktop: Desktop) -> None:
    desktop.lock_keyring()
    bar.session.ask()
    bar.wait_for(Standing.LOCKED)


def is_asked(bar: Bar, desktop: Desktop) -> None:
    desktop.stop_keyring()
    bar.session.ask()


@pytest.mark.parametrize(
    ("prepare", "empty", "typed"),
    [
        (lambda *_: None, set(), {"Save secret"}),
        (is_asked, {"Cancel"}, {"Cancel"}),
        (is_locked, {"Try again"}, {"Try again", "Save secret"}),
    ],
    ids=["none saved", "asking", "locked"],
)
def test_before_a_secret_is_saved_each_button_is_enabled_when_it_can_do_something(
    bar: Bar,
    desktop: Desktop,
    prepare: Callable[[Bar, Desktop], None],
    empty: set[str],
    typed: set[str],
) -> None:
    prepare(bar, desktop)
    assert bar.offers == ALWAYS | empty
    bar.secret.setText(SECRET)
    assert bar.offers == ALWAYS | typed
    bar.secret.clear()
    assert bar.offers == ALWAYS | empty


def test_after_a_secret_is_saved_it_can_be_changed_or_forgotten(saved: Bar) -> None:
    assert saved.offers == {"Change secret", "Forget secret"}
    saved.press("Change secret")
    assert saved.offers == {"Show secret", "Keep saved"}
    saved.secret.setText("another")
    assert saved.offers == {"Show secret", "Keep saved", "Save secret"}


def test_a_demonstration_offers_nothing_of_the_keyring(qtbot: QtBot) -> None:
    bar = Bar(qtbot, SecretSession(demo=Secret("made up")))
    bar.account.setEditText("demo-shop")
    bar.secret.setText(SECRET)
    assert bar.offers == {"Show secret"}


def test_what_is_no_secret_is_not_saved(bar: Bar) -> None:
    bar.secret.setText(" '' ")
    assert "nothing but white space or quotes" in bar.says
    assert "Save secret" not in bar.offers


@pytest.mark.parametrize("shown", [False, True], ids=["dots", "shown"])
@pytest.mark.parametrize(
    ("pasted", "offer", "cleaned"),
    [
        ("  s3cret ", "Remove the white space", "s3cret"),
        ("s3cret\r\n", "Remove the white space", "s3cret"),
        ('"s3cret"', "Remove the quotes", "s3cret"),
        ("‘s3 cret’\n", "Remove the quotes", "s3 cret"),
    ],
)
def test_white_space_and_quotes_are_removed_at_a_click_and_not_before(
    bar: Bar,
    pasted: str,
    offer: str,
    cleaned: str,
    shown: bool,  # noqa: FBT001 - a parameter of the table
) -> None:
    if shown:
        bar.press("Show secret")
    bar.paste(pasted)
    assert bar.secret.text().split() == pasted.split()
    assert len(bar.secret.text()) > len(cleaned)
    assert bar.session.state.secret == Secret(bar.secret.text())
    bar.press(offer)
    assert bar.secret.text() == cleaned
    assert bar.session.state.secret == Secret(cleaned)
    assert offer not in bar.offers


def test_an_account_s_address_is_replaced_by_its_name_at_a_click(bar: Bar) -> None:
    bar.turn_to("https://Acme.reamaze.com/admin")
    bar.secret.setText(f"{SECRET} ")
    assert bar.session.account == "https://Acme.reamaze.com/admin"
    assert {"Use acme", "Remove the white space"} <= bar.offers
    assert "Save secret" not in bar.offers
    bar.press("Use acme")
    assert bar.account.currentText() == bar.session.account == "acme"
    assert bar.secret.text() == f"{SECRET} "
    bar.press("Remove the white space")
    assert bar.secret.text() == SECRET
    bar.wait_for(Standing.SESSION)
    assert "Save secret" in bar.offers


def test_each_thing_that_is_wrong_stands_by_itself(bar: Bar) -> None:
    bar.turn_to("https://acme.reamaze.com")
    bar.secret.setText(f"{SECRET} ")
    bar.wait_for(Standing.SESSION)
    notes = [note.text() for note in bar.bar.findChildren(Note) if note.isVisible()]
    assert len(notes) == 3
    for part in ("Used for this session only", "first part of its address", "White space"):
        assert len([each for each in notes if part in each]) == 1, part


REFUSALS = {
    "no secret": ("acme", "", "no secret is typed"),
    "wrong secret": ("acme", "''", "correct the secret"),
    "wrong account": ("https://acme.reamaze.com", SECRET, "correct the account"),
}


@pytest.mark.parametrize(("account", "secret", "why"), REFUSALS.values(), ids=REFUSALS)
def test_return_says_why_nothing_is_saved_until_that_changes(
    bar: Bar, account: str, secret: str, why: str
) -> None:
    bar.turn_to(account)
    bar.secret.setText(secret)
    QTest.keyClick(bar.secret, Qt.Key.Key_Return)
    assert f"Not saved: {why}" in bar.says
    assert f"Not saved: {why}" in bar.secret.accessibleDescription()
    assert secret_tool(account) == ""
    bar.secret.setText("another")
    assert "Not saved" not in bar.says


def test_return_in_a_demonstration_says_that_nothing_is_saved(qtbot: QtBot) -> None:
    bar = Bar(qtbot, SecretSession(demo=Secret("made up")))
    bar.secret.setText(SECRET)
    QTest.keyClick(bar.secret, Qt.Key.Key_Return)
    assert "Not saved: a demonstration keeps nothing." in bar.says


def test_a_secret_is_shown_on_request_and_hidden_again_once_it_is_saved(bar: Bar) -> None:
    bar.secret.setText(SECRET)
    assert SECRET not in bar.secret.displayText()
    bar.press("Show secret")
    assert bar.secret.displayText() == SECRET
    bar.press("Save secret")
    bar.wait_for(Standing.SAVED)
    bar.press("Change secret")
    bar.secret.setText("another")
    assert "another" not in bar.secret.displayText()


def test_caps_lock_is_said_as_long_as_it_is_on(bar: Bar) -> None:
    QTest.keyClicks(bar.secret, "A")
    assert "Caps Lock is on." in bar.says
    QTest.keyClicks(bar.secret, "a")
    assert "Caps Lock" not in bar.says


def by_emptying(bar: Bar) -> None:
    QTest.keyClick(bar.secret, Qt.Key.Key_Backspace)


def by_leaving(bar: Bar) -> None:
    QTest.keyClick(bar.secret, Qt.Key.Key_Tab)


@pytest.mark.parametrize("go", [by_emptying, by_leaving])
def test_caps_lock_is_not_said_of_a_field_that_was_emptied_or_left(
    qtbot: QtBot, bar: Bar, go: Callable[[Bar], None]
) -> None:
    with qtbot.wait_active(bar.bar):
        bar.bar.activateWindow()
    bar.secret.setFocus()
    QTest.keyClicks(bar.secret, "A")
    assert "Caps Lock is on." in bar.says
    go(bar)
    assert "Caps Lock" not in bar.says


def test_a_switch_between_accounts_loses_no_typed_secret(bar: Bar) -> None:
    bar.secret.setText(SECRET)
    bar.turn_to("globex")
    assert bar.secret.text() == ""
    assert bar.session.state.secret is None
    bar.secret.setText("of globex")
    bar.turn_to("acme")
    assert bar.secret.text() == SECRET
    bar.turn_to("globex")
    assert bar.secret.text() == "of globex"


def test_an_account_counts_once_its_name_stands_still(qtbot: QtBot, bar: Bar) -> None:
    QTest.keyClicks(bar.account, "-shop")
    assert bar.session.account == "acme"

    def counts() -> None:
        assert bar.session.account == "acme-shop"

    qtbot.wait_until(counts)


def test_a_secret_typed_before_any_account_goes_to_the_one_named_then(bar: Bar) -> None:
    bar.turn_to("")
    bar.secret.setText(SECRET)
    for so_far in ("ac", "acme-", "acme-shop"):
        bar.account.setEditText(so_far)
        bar.bar.findChildren(QTimer)[0].timeout.emit()  # it stood still
        assert bar.session.account == so_far
        assert bar.session.state.secret == Secret(bar.secret.text()) == Secret(SECRET)


def test_one_accounts_typed_secret_never_signs_for_another(bar: Bar) -> None:
    bar.turn_to("alpha")
    bar.secret.setText("of alpha")
    bar.account.setEditText("b")
    bar.bar.findChildren(QTimer)[0].timeout.emit()
    bar.turn_to("beta")
    assert bar.session.state.secret is None
    assert bar.secret.text() == ""
    bar.turn_to("alpha")
    assert bar.secret.text() == "of alpha"


def test_half_a_name_is_not_completed_to_a_known_account(bar: Bar) -> None:
    bar.bar.set_accounts(("acme", "globex"))
    bar.account.setEditText("")
    QTest.keyClicks(bar.account, "glo")
    assert bar.account.currentText() == "glo"


def test_a_new_entry_of_the_list_leaves_the_name_being_typed_alone(bar: Bar) -> None:
    QTest.keyClick(bar.account, Qt.Key.Key_Home)
    QTest.keyClick(bar.account, Qt.Key.Key_Right)
    bar.bar.set_accounts(("globex",))
    QTest.keyClicks(bar.account, "x")
    assert bar.account.currentText() == "axcme"


def test_the_wheel_changes_no_account_that_was_not_chosen(bar: Bar) -> None:
    bar.bar.set_accounts(("acme", "globex"))
    bar.secret.setFocus()
    point = QPointF(bar.account.rect().center())
    down = QWheelEvent(
        point,
        QPointF(bar.account.mapToGlobal(point.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QCoreApplication.sendEvent(bar.account, down)
    assert bar.account.currentText() == "acme"


def test_the_field_shows_the_secret_that_is_in_use_whatever_way_led_to_the_account(
    bar: Bar,
) -> None:
    bar.bar.set_accounts(("globex",))
    bar.secret.setText(SECRET)
    for name in ("globex", "initech", "acme"):
        bar.turn_to(name)
    assert bar.session.state.secret == Secret(SECRET)
    assert bar.secret.text() == SECRET
