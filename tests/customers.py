"""Saved customers for tests: people, their file and its windows."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from reamaze_gui.core.customer import Customer
from reamaze_gui.core.saved import Saved, put
from reamaze_gui.customer_file import CustomerFile
from reamaze_gui.ui.customers.customers_window import CustomersWindow
from reamaze_gui.ui.customers.saved_customers import SavedCustomers
from reamaze_gui.ui.widgets.note import Note
from tests import windows
from tests.chosen_files import ChosenFiles
from tests.parts import part

_HANG = 60  # seconds after which the disk stops hanging

AL = Saved("Al", Customer("1", "al@example.org", "Alan Day"), "acme")
BO = Saved("Bo", Customer("2", "bo@example.com"), "other-shop")
CY = Saved("Cy", Customer("3", "cy@example.org"))
DI = Saved("Di", Customer("4", "di@example.net"))
ALL = (AL, BO, CY)


class Opened:
    """The window of saved customers, and what was picked in it."""

    def __init__(
        self, qtbot: QtBot, path: Path | None, table: Path, exported: Path | None = None
    ) -> None:
        self.parent = QWidget()
        qtbot.add_widget(self.parent, before_close_func=self.close)
        self.picked: list[Saved] = []
        self.customers = SavedCustomers(path, self.parent)
        self.customers.picked.connect(self.picked.append)
        files = ChosenFiles(str(table), str(exported or table))
        self.window = CustomersWindow(self.parent, self.customers, files)
        with qtbot.wait_active(self.window):
            self.window.present()

    def close(self, _: QWidget) -> None:
        self.window.close()

    @property
    def note(self) -> str:
        [note] = self.window.findChildren(Note)
        return note.text()

    @property
    def hint(self) -> str:
        return hint_in(self.window)


def hint_in(window: QWidget) -> str:
    """Return what is said in the middle of an empty list."""
    return part(window, QTreeView, "Saved customers").accessibleDescription()


def keep(path: Path, *people: Saved) -> Path:
    """Save people in a file, as another window would."""
    assert CustomerFile(path).change(lambda saved: put(saved, people)).before is not None
    return path


@contextmanager
def slow_disk() -> Iterator[None]:
    """Delay all writes until the end of the block."""
    goes_on, fsync = Event(), os.fsync

    def wait(descriptor: int) -> None:
        goes_on.wait(_HANG)
        fsync(descriptor)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", wait)
        try:
            yield
        finally:
            goes_on.set()


def kept(path: Path) -> tuple[Saved, ...]:
    return CustomerFile(path).read().saved


def names_in(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def press(key: Qt.Key) -> None:
    """Press a key in the focused widget."""
    windows.press(key, windows.NONE)


def dialog(title: str) -> QDialog:
    windows = QApplication.topLevelWidgets()
    shown = [each for each in windows if isinstance(each, QDialog) and each.isVisible()]
    [found] = [each for each in shown if each.windowTitle() == title]
    return found


def rows(window: QWidget) -> list[str]:
    model = part(window, QTreeView, "Saved customers").model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def choose(window: QWidget, *names: str) -> QTreeView:
    """Select customers in the list, with the focus on it."""
    view = part(window, QTreeView, "Saved customers")
    view.clearSelection()
    for name in names:
        index = view.model().index(rows(window).index(name), 0)
        flag = view.selectionModel().SelectionFlag
        view.selectionModel().setCurrentIndex(index, flag.Select | flag.Rows)
    view.setFocus()
    return view


def type_into(window: QWidget, name: str, text: str) -> QLineEdit:
    edit = part(window, QLineEdit, name)
    edit.setFocus()
    edit.setText(text)
    return edit


def click(window: QWidget, name: str) -> None:
    button = part(window, QPushButton, name)
    assert button.isVisible()
    assert button.isEnabled()
    button.click()


def wait_for(qtbot: QtBot, path: Path, *people: Saved) -> None:
    """Wait until the file holds exactly these."""
    qtbot.wait_until(lambda: kept(path) == people)
