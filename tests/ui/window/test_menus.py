"""Every action of the window is in its menus, can be done when its button can, and does it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from reamaze_gui import APPLICATION_ID, desktop_entry, secret_store
from reamaze_gui.core.preview import Mode
from reamaze_gui.core.snippets import SNIPPETS
from reamaze_gui.ui.runtime.secret_session import SecretSession
from reamaze_gui.ui.runtime.secret_state import Remedy, SecretStatus
from reamaze_gui.ui.widgets.style import Scheme
from reamaze_gui.ui.window.main_window import MainWindow
from tests.parts import edit
from tests.windows import (
    CONTROL,
    SECRET,
    SHIFT,
    actions,
    open_menus,
    opened,
    press,
    settings_in,
    status,
)

pytestmark = pytest.mark.usefixtures("clean_desktop")


def look_of(window: MainWindow, directory: Path) -> tuple[object, ...]:
    """Return all that an action may change."""
    settings, page = settings_in(directory), window.build_page
    return (
        window.isVisible(),
        window.tabs.currentIndex(),
        page.form.value(),
        (page.mode, page.snippet.name),
        window.account_bar.secret.isVisible(),
        window.account_bar.secret.eye.isChecked(),
        window.account_bar.account.currentText(),
        window.focusWidget(),
        window.account_bar.messages.note.text(),
        status(window),
        page.question,
        QGuiApplication.clipboard().text(),
        QApplication.palette().window().color().name(),
        (settings.scheme, settings.clearing),
        sorted(path.name for path in directory.iterdir()),
        len([each for each in QApplication.topLevelWidgets() if each.isVisible()]),
    )


FIRST = {"Edit/Undo": "File/New customer"}
FIRST |= {"Account/Restore the previous secret": "Account/Forget secret"}
FIRST |= {f"Account/{each}": "Account/Save secret" for each in ("Change secret…", "Forget secret")}
FIRST |= {"View/Like the system": "View/Dark", "View/Light": "View/Dark"}
FIRST |= {"View/Build": "View/Diagnose"}
FIRST |= {f"View/{Mode.AUTHENTICATED.value}": f"View/{Mode.WEAK.value}"}
WAYS = [
    *(f"File/{each}" for each in ("New customer", "Paste customer", "Save snippet…", "Quit")),
    *(f"File/{each}" for each in ("Save customer…", "Find a saved customer…")),
    *(f"File/{each}" for each in ("Saved customers…", "Paste page", "Open page or list…")),
    *(f"Edit/{each}" for each in ("Undo", "Copy snippet", "Copy authkey")),
    "Edit/Copy console command",
    *(f"Account/{each}" for each in ("Save secret", "Change secret…", "Forget secret")),
    *(f"Account/{each}" for each in ("Show or hide the secret", "Remove from the list")),
    *("Account/Add account…", "Account/Restore the previous secret"),
    *(f"View/{each}" for each in ("Build", "Diagnose")),
    *(f"View/{mode.value}" for mode in Mode),
    *(f"View/{scheme.value}" for scheme in Scheme),
    "Edit/Settings…",
    *(f"Help/{each}" for each in ("Help for this field", "Search help…", "First steps")),
    *(f"Help/{each}" for each in ("Keyboard shortcuts", "About Re:amaze SSO")),
]
FORMATS = [f"View/Format/{snippet.name}" for snippet in (*SNIPPETS[1:], SNIPPETS[0])]
ELSEWHERE = {  # which can't be done at first
    "Account/Put back into the list",
    "Account/Try the keyring again",
    "Account/Stop waiting for the keyring",
    "Account/Keep the saved secret",
    "Edit/Copy reply",
    "Edit/Copy technical report",
    "File/Load into Build",
    "File/Save failing rows…",
    "Edit/Cancel search",
    "Edit/Copy address of the test page",
}
OPENS_BROWSER = "File/Try in browser"  # see test_browser_trial.py
ADDS_LAUNCHER = "Help/Add to the applications menu"  # tested below


def test_every_action_is_tested_here(window: MainWindow) -> None:
    open_menus(window)
    assert set(actions(window)) == {
        *WAYS,
        *FORMATS,
        *ELSEWHERE,
        OPENS_BROWSER,
        ADDS_LAUNCHER,
    }


def before_it(way: str) -> list[str]:
    """Return what must be done before an action can be, in its order."""
    first = FIRST.get(way)
    return [*before_it(first), first] if first else []


@pytest.mark.parametrize("ways", [*([way] for way in WAYS), FORMATS], ids=lambda ways: ways[0])
def test_every_action_of_the_menus_does_something(
    qtbot: QtBot, tmp_path: Path, ways: list[str]
) -> None:
    session = SecretSession()
    window = opened(qtbot, tmp_path, session=session)
    window.account_bar.account.setEditText("acme")
    window.account_bar.secret.setText(SECRET)
    session.ask()
    qtbot.wait_until(lambda: session.state.status is SecretStatus.SESSION)
    window.say("")
    for first in before_it(ways[0]):
        open_menus(window)
        actions(window)[first].trigger()
        qtbot.wait_until(lambda: session.state.status is not SecretStatus.ASKING)
    for way in ways:
        before = look_of(window, tmp_path)
        open_menus(window)
        assert actions(window)[way].isEnabled()
        actions(window)[way].trigger()
        qtbot.wait_until(lambda: session.state.status is not SecretStatus.ASKING)
        assert look_of(window, tmp_path) != before, way
    for each in QApplication.topLevelWidgets():
        each.close()
    secret_store.forget("acme")


def test_what_cannot_be_done_yet_is_grey_while_its_menu_is_open(window: MainWindow) -> None:
    open_menus(window)
    assert {way for way in ELSEWHERE if actions(window)[way].isEnabled()} == set()
    for menu in window.menuBar().findChildren(QMenu):
        menu.aboutToHide.emit()
    # So that the shortcut of each says what is in the way.
    assert {way for way in ELSEWHERE if actions(window)[way].isEnabled()} == ELSEWHERE


def test_the_account_menu_offers_what_the_state_does(qtbot: QtBot, tmp_path: Path) -> None:
    session = SecretSession()
    window = opened(qtbot, tmp_path, session=session)
    open_menus(window)
    actions(window)["Account/Stop waiting for the keyring"].trigger()
    assert session.state.remedy is Remedy.TRY_AGAIN


def test_a_choice_in_the_menus_follows_the_page(window: MainWindow) -> None:
    window.build_page.choose_mode(Mode.WEAK)
    window.build_page.choose_format(SNIPPETS[0].name)
    open_menus(window)
    checked = [way for way, action in actions(window).items() if action.isChecked()]
    assert f"View/{Mode.WEAK.value}" in checked
    assert [way for way in checked if "Format" in way] == [f"View/Format/{SNIPPETS[0].name}"]


def test_where_a_format_has_no_modes_none_can_be_chosen(window: MainWindow) -> None:
    plain = next(each for each in SNIPPETS if not each.has_modes)
    window.build_page.choose_format(plain.name)
    open_menus(window)
    assert not any(actions(window)[f"View/{mode.value}"].isEnabled() for mode in Mode)


@pytest.mark.parametrize(
    ("key", "modifiers", "instead"),
    [
        (Qt.Key.Key_S, CONTROL, ""),
        (Qt.Key.Key_B, CONTROL, "Ctrl+L"),
        (Qt.Key.Key_C, CONTROL | SHIFT, "Ctrl+Shift+R"),
        (Qt.Key.Key_K, CONTROL | SHIFT, "Ctrl+Shift+R"),
    ],
)
def test_in_diagnose_a_key_of_build_says_where_it_works_and_what_to_press_here(
    window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier, instead: str
) -> None:
    press(Qt.Key.Key_2)
    QGuiApplication.clipboard().setText("before")
    press(key, modifiers)
    assert "Ctrl+1" in status(window)
    assert instead in status(window)
    assert QGuiApplication.clipboard().text() == "before"


@pytest.mark.parametrize(
    ("there", "back"), [(Qt.Key.Key_2, Qt.Key.Key_1), (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)]
)
def test_the_tabs_are_turned_to_by_key(window: MainWindow, there: Qt.Key, back: Qt.Key) -> None:
    press(there)
    assert window.tabs.currentIndex() == 1
    assert QApplication.focusWidget() is window.diagnose_page.input.page
    press(back)
    assert window.tabs.currentIndex() == 0
    assert window.build_page.form.isAncestorOf(QApplication.focusWidget() or window)


def test_within_a_menu_every_letter_and_every_shortcut_is_there_once(window: MainWindow) -> None:
    open_menus(window)
    found = actions(window).values()
    used = [keys.toString() for action in found for keys in action.shortcuts()]
    assert len(used) > 10
    assert sorted(used) == sorted(set(used))
    for menu in window.menuBar().findChildren(QMenu):
        texts = [action.text() for action in menu.actions()]
        letters = [letter for text in texts if (letter := QKeySequence.mnemonic(text).toString())]
        assert sorted(letters) == sorted(set(letters))


def test_macos_moves_only_what_belongs_in_its_application_menu(window: MainWindow) -> None:
    open_menus(window)
    roles = {way: action.menuRole() for way, action in actions(window).items()}
    moved = {way: role for way, role in roles.items() if role is not QAction.MenuRole.NoRole}
    assert moved == {
        "Help/About Re:amaze SSO": QAction.MenuRole.AboutRole,
        "Edit/Settings…": QAction.MenuRole.PreferencesRole,
        "File/Quit": QAction.MenuRole.QuitRole,
    }


def test_the_program_gets_into_the_applications_menu_and_says_so(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    actions(window)["Help/Add to the applications menu"].trigger()
    assert status(window) == "Re:amaze SSO is now in your applications menu."
    assert (tmp_path / "data/applications" / f"{APPLICATION_ID}.desktop").is_file()
    monkeypatch.setenv(
        "XDG_DATA_HOME", str(tmp_path / "data/applications" / f"{APPLICATION_ID}.desktop")
    )
    actions(window)["Help/Add to the applications menu"].trigger()
    assert status(window).startswith("The applications menu could not be changed: ")


def test_what_everybodys_menu_has_need_not_be_added(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert desktop_entry.can_be_added()
    monkeypatch.setenv("XDG_DATA_DIRS", f"/nowhere:{tmp_path}")
    (tmp_path / "applications").mkdir()
    (tmp_path / "applications" / f"{APPLICATION_ID}.desktop").touch()
    assert not desktop_entry.can_be_added()


def test_undo_takes_back_what_was_just_typed(window: MainWindow) -> None:
    email = edit(window, "Email")
    before = email.text()
    email.setFocus()
    QTest.keyClicks(email, ".au")
    open_menus(window)
    assert actions(window)["Edit/Undo"].isEnabled()
    actions(window)["Edit/Undo"].trigger()
    assert email.text() == before
