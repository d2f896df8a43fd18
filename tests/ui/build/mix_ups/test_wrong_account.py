"""Nobody is signed in for another account than the page's, nor while it is still asked for."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from reamaze_gui.core.authkey import Secret, authkey
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.saved import Saved
from reamaze_gui.ui.window.main_window import MainWindow
from tests.parts import button, edit
from tests.pasting import BEN, EVA, FROM_BEFORE, HOLDS, NOBODY, copied_by_every_way, in_form, paste
from tests.windows import CONTROL, SECRET, SHIFT, press, status

# A page of another account


@pytest.mark.parametrize("account", ["globex", "GLOBEX"])
def test_a_page_of_a_known_account_turns_to_it(window: MainWindow, account: str) -> None:
    window.build_page.intake.load(Saved("", Customer("8", "bo@example.org"), account))
    assert window.account_bar.account.currentText() == "globex"
    assert "Loaded: bo@example.org (8), globex. The account is now globex." in status(window)
    assert button(window, "Copy snippet").isEnabled()
    press(Qt.Key.Key_Z)
    assert window.account_bar.account.currentText() == "acme"
    assert window.build_page.form.value() == EVA


def test_a_page_of_an_unknown_account_asks_before_anything_is_copied(window: MainWindow) -> None:
    window.build_page.intake.load(Saved("", Customer("8", "bo@example.org"), "initech"))
    assert status(window).startswith("Loaded: bo@example.org (8). ")  # and of no account yet
    assert window.account_bar.account.currentText() == "acme"
    assert "This page is for the account initech" in in_form(window)
    edit(window, "Name").setText("Bo")  # which says nothing of the account
    assert copied_by_every_way(window) == FROM_BEFORE
    button(window, "Switch to initech").click()
    assert window.account_bar.account.currentText() == "initech"
    assert button(window, "Copy snippet").isEnabled()


def test_a_page_without_an_account_asks_where_more_than_one_is_known(window: MainWindow) -> None:
    window.build_page.intake.load(Saved("", Customer("8", "bo@example.org"), ""))
    assert copied_by_every_way(window) == FROM_BEFORE
    button(window, "Keep acme").click()
    assert copied_by_every_way(window) == authkey(Secret(SECRET), "8", "bo@example.org")
    window.build_page.intake.load(Saved("", Customer("9", "cy@example.org"), ""))
    window.account_bar.switch_to("globex")  # in the header, which is a choice as well
    assert button(window, "Copy snippet").isEnabled()


def test_a_page_without_an_account_asks_nothing_for_only_one(window: MainWindow) -> None:
    window.settings.accounts = ("acme",)
    window.build_page.intake.load(Saved("", Customer("8", "bo@example.org"), ""))
    assert button(window, "Copy snippet").isEnabled()


@pytest.mark.parametrize("account", ["acme", "initech"])
@pytest.mark.parametrize("text", [NOBODY, "1001, 2002, zoe@example.org"])
def test_what_a_paste_leaves_open_is_asked_once_the_account_is_settled(
    window: MainWindow, account: str, text: str
) -> None:
    window.build_page.intake.load(Saved("", EVA, "initech"))
    paste(text)
    assert "This page is for the account initech" in in_form(window)
    button(window, f"{'Keep' if account == 'acme' else 'Switch to'} {account}").click()
    assert window.account_bar.account.currentText() == account
    assert copied_by_every_way(window) == FROM_BEFORE
    assert "The form still has Eva Haas (7105)." in in_form(window)
    button(window, "Keep Eva Haas").click()
    assert button(window, "Copy snippet").isEnabled()


def test_whoever_comes_meanwhile_ends_both_questions(window: MainWindow) -> None:
    window.build_page.intake.load(Saved("", EVA, "initech"))
    paste(NOBODY)
    paste("7106,ben@example.org,Ben")
    window.account_bar.switch_to("globex")
    assert copied_by_every_way(window) == authkey(Secret(SECRET), BEN.id, BEN.email)


# Saving obeys the same questions


def test_while_a_question_is_open_nobody_is_saved_as_a_customer(window: MainWindow) -> None:
    window.build_page.intake.load(Saved("", EVA, "initech"))
    press(Qt.Key.Key_S, CONTROL | SHIFT)
    assert status(window).startswith("This page is for the account initech")
    assert not window.findChildren(QDialog)
    button(window, "Keep acme").click()
    press(Qt.Key.Key_S, CONTROL | SHIFT)
    [asks] = window.findChildren(QDialog)
    assert asks.windowTitle() == "Save customer"
    asks.close()


def test_a_customer_comes_back_with_the_account_of_then(window: MainWindow) -> None:
    paste("7106,ben@example.org,Ben")
    window.account_bar.switch_to("globex")
    window.undo()
    assert window.build_page.form.value() == EVA
    assert window.account_bar.account.currentText() == "acme"
    window.undo()
    assert window.build_page.form.value() == BEN
    assert window.account_bar.account.currentText() == "globex"


# A text that takes long to be read

FILLER = "<p>Our shop has been in the old town for forty years.</p>\n" * 400
PAGE = f"{FILLER}<script>_support.user = {{ id: '7106', email: 'ben@example.org' }};</script>"


def test_while_a_long_text_is_read_nothing_of_the_former_customer_is_copied(
    qtbot: QtBot, window: MainWindow
) -> None:
    QGuiApplication.clipboard().setText(PAGE)
    window.build_page.intake.paste()
    assert "Reading the clipboard… The form still has Eva Haas (7105)." in in_form(window)
    window.build_page.form.fill(EVA)  # an edit, which does not settle it
    assert [name for name in HOLDS if button(window, name).isEnabled()] == []
    window.build_page.copy_authkey()
    assert status(window).startswith("Reading the clipboard…")
    qtbot.wait_until(lambda: window.build_page.form.value() == Customer("7106", "ben@example.org"))
    assert button(window, "Copy snippet").isEnabled()
    assert "Reading" not in in_form(window)


def test_a_long_text_without_a_customer_asks(qtbot: QtBot, window: MainWindow) -> None:
    QGuiApplication.clipboard().setText(FILLER)
    window.build_page.intake.paste()
    qtbot.wait_until(lambda: "No customer found" in in_form(window))
    assert copied_by_every_way(window) == FROM_BEFORE
    button(window, "Keep Eva Haas").click()
    assert button(window, "Copy snippet").isEnabled()


STOPS: dict[str, Callable[[MainWindow], object]] = {
    "Stop": lambda window: button(window, "Stop reading").click(),
    "Keep": lambda window: button(window, "Keep Eva Haas").click(),
    "another": lambda window: window.build_page.intake.replace(Saved("", EVA), "Filled in"),
}


@pytest.mark.parametrize("stop", STOPS.values(), ids=STOPS)
def test_who_goes_on_without_a_long_text_gets_nobody_of_it_later(
    qtbot: QtBot, window: MainWindow, stop: Callable[[MainWindow], object]
) -> None:
    QGuiApplication.clipboard().setText(PAGE)
    window.build_page.intake.paste()
    stop(window)
    assert button(window, "Copy snippet").isEnabled()
    qtbot.wait(500)
    assert window.build_page.form.value() == EVA
