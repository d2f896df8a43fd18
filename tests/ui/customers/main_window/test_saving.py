"""A customer is saved from the form under a name, and nobody is lost by it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from reamaze_gui.core.customer import Customer
from reamaze_gui.core.saved import Saved
from reamaze_gui.ui.help.help_topics import title_of
from reamaze_gui.ui.widgets.note import Note
from reamaze_gui.ui.window.main_window import MainWindow
from reamaze_gui.ui.window.pages import DIAGNOSE
from tests.customers import AL, ALL, BO, choose, click, dialog, keep, kept, type_into, wait_for
from tests.help import chosen, helps
from tests.parts import part
from tests.windows import CONTROL, NONE, SHIFT, ZOE, opened, press, status


def note_of(title: str) -> str:
    [note] = dialog(title).findChildren(Note)
    return note.text()


def test_the_form_is_saved_by_keys_alone(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    press(Qt.Key.Key_S, CONTROL | SHIFT)
    asks = dialog("Save customer")
    assert str(path) in note_of("Save customer")
    assert not path.exists()
    qtbot.wait_until(asks.isActiveWindow)
    QTest.keyClicks(type_into(asks, "Saved as", ""), "Our Zoe")
    press(Qt.Key.Key_Return, NONE)
    wait_for(qtbot, path, Saved("Our Zoe", ZOE, "acme"))
    qtbot.wait_until(lambda: status(window) == "Saved as Our Zoe: Zoë (48151623), acme.")
    qtbot.wait_until(
        lambda: (
            not [
                each
                for each in QApplication.topLevelWidgets()
                if each.isVisible() and each is not window
            ]
        )
    )
    assert window.build_page.form.value() == ZOE


def test_from_diagnose_who_is_saved_comes_into_sight(window: MainWindow) -> None:
    window.switch_to(DIAGNOSE)
    window.customers.save()
    dialog("Save customer").close()
    assert window.build_page.isVisible()


@pytest.mark.parametrize(
    ("customer", "name"),
    [(ZOE, "zoe@example.org"), (Customer("1", "al@example.org"), "Al")],
    ids=["new", "saved already"],
)
def test_a_name_is_suggested(
    qtbot: QtBot, tmp_path: Path, path: Path, customer: Customer, name: str
) -> None:
    window = opened(
        qtbot, tmp_path, Customer(customer.id, customer.email), customers=keep(path, *ALL)
    )
    window.account_bar.switch_to("acme")
    window.customers.save()
    asks = dialog("Save customer")
    assert type_into(asks, "Saved as", "x").isUndoAvailable() is False
    asks.close()
    window.customers.save()
    assert part(dialog("Save customer"), QLineEdit, "Saved as").text() == name
    dialog("Save customer").close()


def test_who_is_saved_under_the_name_is_replaced_only_knowingly(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    keep(path, AL, BO)
    window.customers.save()
    asks = dialog("Save customer")
    type_into(asks, "Saved as", " bo")
    assert "“bo” is already saved: bo@example.com of other-shop. It would be replaced." in note_of(
        "Save customer"
    )
    assert not [
        each for each in asks.findChildren(QPushButton) if each.accessibleName() == "Save customer"
    ]
    click(asks, "Replace customer")
    wait_for(qtbot, path, AL, Saved("bo", ZOE, "acme"))
    qtbot.wait_until(lambda: status(window).startswith("Replaced: Zoë (48151623), acme."))
    window.customers.saved.undo()
    wait_for(qtbot, path, AL, BO)


def test_who_was_saved_meanwhile_is_not_replaced_unseen(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    window.customers.save()
    asks = dialog("Save customer")
    type_into(asks, "Saved as", "Bo")
    keep(path, BO)
    click(asks, "Save customer")
    qtbot.wait_until(lambda: status(window).startswith("Not saved: another window"))
    assert kept(path) == (BO,)
    assert "would be replaced" in note_of("Save customer")
    click(asks, "Replace customer")
    wait_for(qtbot, path, Saved("Bo", ZOE, "acme"))


def test_without_a_name_there_is_nothing_to_save_under(window: MainWindow) -> None:
    window.customers.save()
    asks = dialog("Save customer")
    type_into(asks, "Saved as", "  ")
    assert "Enter a name" in note_of("Save customer")
    assert not part(asks, QPushButton, "Save customer").isEnabled()
    asks.close()


def test_nobody_is_saved_for_what_is_no_account(window: MainWindow, path: Path) -> None:
    window.account_bar.switch_to("https://acme.reamaze.com/admin")
    press(Qt.Key.Key_S, CONTROL | SHIFT)
    assert status(window).startswith("Correct the account first.")
    assert not [each for each in QApplication.topLevelWidgets() if each.isModal()]
    assert not path.exists()


def test_nobody_is_not_saved(window: MainWindow) -> None:
    window.build_page.form.fill(Customer(name="Zoë"))
    press(Qt.Key.Key_S, CONTROL | SHIFT)
    assert status(window).startswith("Enter the Customer ID or Email first")
    assert not [
        each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not window
    ]


def test_what_can_not_be_written_stays_in_the_dialog_with_the_reason(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    path.parent.write_text("a file where the folder should be")
    window.customers.save()
    asks = dialog("Save customer")
    type_into(asks, "Saved as", "Zoë")
    click(asks, "Save customer")
    qtbot.wait_until(lambda: "customers.json can't be" in note_of("Save customer"))
    assert part(asks, QPushButton, "Save customer").isEnabled()
    asks.close()


@pytest.mark.parametrize("title", ["Save customer", "Saved customers"])
def test_f1_explains_saved_customers(qtbot: QtBot, window: MainWindow, title: str) -> None:
    window.customers.save() if title == "Save customer" else window.customers.manage()
    asks = dialog(title)
    qtbot.wait_until(asks.isActiveWindow)
    press(Qt.Key.Key_F1, NONE)
    [shown] = helps()
    qtbot.wait_until(shown.isActiveWindow)
    assert chosen(shown) == title_of("saved-customers")
    # By way of the system, which knows that Save customer keeps the main window waiting.
    QTest.keyClick(shown.windowHandle(), Qt.Key.Key_Escape)
    assert helps() == []
    asks.close()


def test_how_to_undo_is_true_in_the_main_window_too(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    keep(path, *ALL)
    window.customers.manage()
    manager = dialog("Saved customers")
    choose(manager, "Bo")
    click(manager, "Delete")
    qtbot.wait_until(lambda: "Deleted: Bo" in status(window))
    manager.close()
    assert status(window) == "Deleted: Bo. To undo, choose Undo in Saved customers."
    window.customers.manage()
    click(dialog("Saved customers"), "Undo")
    wait_for(qtbot, path, *ALL)
    manager.close()


def test_what_is_saved_at_the_last_moment_is_written(window: MainWindow, path: Path) -> None:
    window.customers.save()
    click(dialog("Save customer"), "Save customer")
    window.close()
    assert kept(path) == (Saved("Zoë", ZOE, "acme"),)


def test_what_is_exported_at_the_last_moment_is_written(
    window: MainWindow, path: Path, tmp_path: Path
) -> None:
    keep(path, *(Saved(f"Number {at}", Customer(str(at))) for at in range(5_000)))
    window.customers.saved.refresh()
    window.customers.manage()
    window.customers.saved.finish(30)
    click(dialog("Saved customers"), "Export")
    window.close()
    assert (tmp_path / "saved.html").read_bytes().count(b"Number ") == 5_000
