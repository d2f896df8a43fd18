"""A dialog that is closed while it saves has saved.

A name that was cut is called too long.
"""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reamaze_gui.core.saved import LONGEST_NAME, Saved
from reamaze_gui.ui.customers.save_dialog import SaveDialog
from reamaze_gui.ui.customers.saved_customers import SavedCustomers
from tests.windows import ZOE


def test_a_dialog_that_is_closed_while_it_saves_has_saved(qtbot: QtBot, tmp_path: Path) -> None:
    parent, customers = QWidget(), SavedCustomers(tmp_path / "customers.json")
    qtbot.add_widget(parent)
    dialog = SaveDialog(parent, customers, Saved("Zoë", ZOE, "acme"))
    dialog.show()
    buttons = {each.accessibleName(): each for each in dialog.findChildren(QPushButton)}
    buttons["Save customer"].click()
    with qtbot.wait_signal(dialog.destroyed):
        dialog.close()
    qtbot.wait_until(lambda: [each.customer for each in customers.all] == [ZOE])


def test_a_name_that_was_cut_is_called_too_long(qtbot: QtBot) -> None:
    parent, customers = QWidget(), SavedCustomers(None)
    qtbot.add_widget(parent)
    dialog = SaveDialog(parent, customers, Saved("Zoë", ZOE, "acme"))
    [name] = dialog.findChildren(QLineEdit)
    assert "characters" not in name.accessibleDescription()
    QApplication.clipboard().setText("x" * 1_000_000)
    name.paste()
    assert len(name.text()) == LONGEST_NAME
    QApplication.clipboard().clear()
    assert f"at most {LONGEST_NAME} characters" in name.accessibleDescription()
