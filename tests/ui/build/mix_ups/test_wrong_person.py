"""Nobody gets another customer's credential, however hurried the hand that pastes and copies."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from reamaze_gui.core.authkey import Secret, authkey
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.saved import Saved
from reamaze_gui.ui.window.main_window import MainWindow
from tests.parts import button, edit, in_sight
from tests.pasting import (
    BEN,
    EVA,
    FROM_BEFORE,
    HOLDS,
    NOBODY,
    copied_by_every_way,
    in_form,
    offers,
    paste,
)
from tests.windows import CONTROL, NONE, SECRET, SHIFT, press, status

# A paste without a customer


@pytest.mark.parametrize("text", [NOBODY, "", "https://example.org/orders/7", "{}"])
def test_after_a_failed_paste_nothing_of_the_customer_in_the_form_is_copied(
    window: MainWindow, text: str
) -> None:
    paste(text)
    assert window.build_page.form.value() == EVA
    assert copied_by_every_way(window) == FROM_BEFORE
    assert "Eva Haas" in status(window)
    assert [name for name in HOLDS if button(window, name).isEnabled()] == []


def test_after_a_failed_paste_nothing_is_said_of_the_one_before(window: MainWindow) -> None:
    paste("7106,ben@example.org,Ben")
    assert status(window).startswith("Pasted: Ben")
    paste(NOBODY)
    assert status(window) == ""


def test_a_failed_paste_is_told_without_what_was_pasted(window: MainWindow) -> None:
    paste(NOBODY)
    assert "No customer found" in in_form(window)
    assert "The form still has Eva Haas (7105)." in in_form(window)
    assert NOBODY not in in_form(window)
    assert "No customer found" in button(window, "Copy snippet").accessibleDescription()


WAYS: dict[str, Callable[[MainWindow], object]] = {
    "Keep": lambda window: button(window, "Keep Eva Haas").click(),
    "an edit": lambda window: edit(window, "Name").setText("Eva H."),
    "another paste": lambda _: paste("7106,ben@example.org,Ben"),
    "Ctrl+Z for another": lambda window: window.undo(),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_a_choice_an_edit_or_a_paste_lets_copy_go_on(
    window: MainWindow, way: Callable[[MainWindow], object]
) -> None:
    window.build_page.intake.replace(Saved("", BEN), "Filled in")
    window.build_page.intake.replace(Saved("", EVA), "Filled in")
    paste(NOBODY)
    way(window)
    who = window.build_page.form.value()
    assert copied_by_every_way(window) == authkey(Secret(SECRET), who.id, who.email)
    assert "No customer found" not in in_form(window)
    assert "Keep Eva Haas" not in offers(window)
    assert button(window, "Save snippet").isEnabled()
    assert button(window, "Try in browser").isEnabled()


def test_a_failed_paste_into_an_empty_form_says_so_and_asks_nothing(window: MainWindow) -> None:
    window.build_page.intake.clear()
    paste(NOBODY)
    assert "No customer found" in in_form(window)
    assert not [name for name in offers(window) if name.startswith("Keep")]


# A paste that is not certain, or not used whole


def test_what_of_a_paste_was_not_used_is_named_in_the_form(window: MainWindow) -> None:
    paste("Customer ID\tEmail\tTier\n7106\tben@example.org\tVIP")
    assert window.build_page.form.value() == Customer("7106", "ben@example.org")
    assert "Not used: Tier “VIP”." in in_form(window)
    assert button(window, "Copy snippet").isEnabled()
    edit(window, "Name").setText("Ben")
    assert "Not used" not in in_form(window)


def test_what_of_a_contact_was_not_used_is_named_by_its_key(window: MainWindow) -> None:
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:Ben Day\nN:Day;Ben\nEMAIL:ben@example.org\n"
    paste(f"{card}UID:77\nORG:Acme\nNOTE:calls on Mondays\nEND:VCARD\n")
    assert window.build_page.form.value() == Customer(email="ben@example.org", name="Ben Day")
    named = "vCard uid “77”, vCard org “Acme”, vCard note “calls on Mondays”"
    assert f"Not used: {named}." in in_form(window)


def test_where_it_is_not_certain_the_form_asks_and_fills_nothing(window: MainWindow) -> None:
    paste("1001, 2002, zoe@example.org")
    assert window.build_page.form.value() == EVA
    assert "which of them is the Customer ID?" in in_form(window)
    assert copied_by_every_way(window) == FROM_BEFORE
    button(window, "Fill in what is certain").click()
    assert window.build_page.form.value() == Customer(email="zoe@example.org")
    assert "Not used: “1001”, “2002”." in in_form(window)


def test_a_known_secret_in_a_paste_is_never_shown(window: MainWindow) -> None:
    paste(f"Dai Meyer\t7004\tdai@example.org\t{SECRET}")
    assert "What you pasted contains an SSO secret" in in_form(window)
    assert SECRET not in in_form(window) + status(window)
    button(window, "Fill in what is certain").click()
    assert window.build_page.form.value().email == "dai@example.org"
    assert SECRET not in in_form(window) + status(window)


def test_a_table_of_a_spreadsheet_is_read_as_the_spreadsheet_has_it(window: MainWindow) -> None:
    data = QMimeData()
    data.setText("7106 ben@example.org Ben, Jr.")
    cells = "".join(f"<td>{each}</td>" for each in ("7106", "ben@example.org", "Ben Ek"))
    data.setHtml(f"<table><tr>{cells}</tr></table>")
    QGuiApplication.clipboard().setMimeData(data)
    press(Qt.Key.Key_V, CONTROL | SHIFT)
    assert window.build_page.form.value() == Customer("7106", "ben@example.org", "Ben Ek")


@pytest.mark.parametrize("account", ["globex", "initech"])
def test_a_snippet_of_another_account_is_for_that_account(window: MainWindow, account: str) -> None:
    user = "_support.user = { id: '8', email: 'bo@example.org' };"
    paste(f"<script>_support = {{ account: '{account}' }}; {user}</script>")
    assert window.build_page.form.value() == Customer("8", "bo@example.org")
    assert button(window, "Copy snippet").isEnabled() is (account == "globex")
    assert window.account_bar.account.currentText() == ("globex" if account == "globex" else "acme")


# What a confirmation says


def test_every_confirmation_names_customer_and_account(qtbot: QtBot, window: MainWindow) -> None:
    for keys in (Qt.Key.Key_C, Qt.Key.Key_K):
        press(keys, CONTROL | SHIFT)
        assert "Copied: Eva Haas (7105), acme" in " ".join(in_sight(window))
    button(window, "Save snippet").click()
    qtbot.wait_until(lambda: status(window).startswith("Saved: Eva Haas (7105), acme"))
    paste("7106,ben@example.org,Ben")
    assert status(window).startswith("Pasted: Ben (7106), acme.")
    window.undo()
    assert status(window).startswith("Previous customer restored. Press Ctrl+Z to switch back.")
    assert "Eva Haas (7105), acme" in status(window)


# A row of a table in one field


@pytest.mark.parametrize("parts", ["\t", "\n", ";"], ids=["tab", "line break", "semicolon"])
@pytest.mark.parametrize("field", ["Customer ID", "Email", "Name"])
def test_a_row_pasted_into_one_field_fills_the_form_and_is_never_joined(
    window: MainWindow, field: str, parts: str
) -> None:
    row = parts.join(("7107", "cai@example.org", "Cai Dee"))
    window.build_page.intake.clear()
    QGuiApplication.clipboard().setText(row)
    edit(window, field).setFocus()
    press(Qt.Key.Key_V)
    press(Qt.Key.Key_Tab, NONE)
    assert not [name for name in offers(window) if name.startswith(("Remove", "Put"))]
    button(window, "Fill the form from these 3 cells").click()
    assert window.build_page.form.value() == Customer("7107", "cai@example.org", "Cai Dee")
