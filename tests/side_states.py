"""All states of the windows beside the main one, by name, and how to reach them."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from reamaze_gui.core.customer import Customer
from reamaze_gui.core.customer_table import write_table
from reamaze_gui.core.saved import Saved
from reamaze_gui.ui.customers.customers_window import CustomersWindow
from reamaze_gui.ui.widgets.note import Note
from tests.chosen_files import ChosenFiles
from tests.customers import click, dialog, keep
from tests.event_loop import settle, wait_until
from tests.help import helps, search_for
from tests.parts import part
from tests.states import LONG, STATES, ZOE, opened_in, unsaved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reamaze_gui.ui.window.main_window import MainWindow

_NAMES = ("Al Day", "Bo Ek", "Cy Fox", "Di Gil", "Ed Hill", "Flo Ito", "Gus Jung", "Hal King")
_MANY = tuple(
    Saved(f"{name} {row}", Customer(f"{row}", f"{name[:2].lower()}@example.org"), account)
    for row in range(1, 9)
    for name, account in zip(_NAMES, ("acme", "other-shop") * 4, strict=True)
)
_LENGTHY = (Saved(("Zoë with a very long name " * 4)[:80], LONG, "a" * 60), *_MANY[:2])
_ARRIVING = write_table(
    [*(Saved(each.saved_as, ZOE, "acme") for each in _MANY[:5]), Saved("Ida Lamb", ZOE, "acme")]
)
_BAD = "saved_as,id,email\nAl,1,al@example.org\n" + "".join(f"Nobody {n},,\n" for n in range(20))


def _customers(
    window: MainWindow,
    directory: Path,
    *,
    saved: tuple[Saved, ...] = (),
    words: str = "",
    table: str = "",
) -> QWidget:
    """Show the saved customers that match the words, and import a table."""
    keep(directory / "customers.json", *saved)
    shown = _manager(window, directory)
    part(shown, QLineEdit, "Filter").setText(words)
    if table:
        (directory / "table.csv").write_text(table, encoding="utf-8")
        click(shown, "Import")
        [note] = shown.findChildren(Note)
        wait_until(lambda: "imported" in note.text())
    return shown


def _manager(window: MainWindow, directory: Path) -> QWidget:
    table = str(directory / "table.csv")
    manager = CustomersWindow(window, window.customers.saved, ChosenFiles(table))
    manager.present()
    wait_until(lambda: window.customers.saved.is_read)
    return manager


def _damaged(window: MainWindow, directory: Path) -> QWidget:
    (directory / "customers.json").write_text("{ this is no list", encoding="utf-8")
    return _manager(window, directory)


def _not_imported(window: MainWindow, directory: Path) -> QWidget:
    _customers(window, directory, table=_BAD)
    shown = dialog("Not imported")
    shown.activateWindow()  # as a window manager would
    return shown


def _help(window: MainWindow, _: Path, *, topic: str = "first-steps", words: str = "") -> QWidget:
    window.beside.show_help(topic)
    [shown] = helps()
    search_for(shown, words)
    return shown


def _settings(window: MainWindow, _: Path) -> QWidget:
    window.beside.show_settings()
    return dialog("Settings")


def _about(window: MainWindow, _: Path, *, copied: bool = False) -> QWidget:
    window.beside.show_about()
    shown = dialog("About Re:amaze SSO")
    versions = part(shown, QPlainTextEdit, "Versions")
    wait_until(lambda: "checking" not in versions.toPlainText())
    if copied:
        click(shown, "Copy versions")
    return shown


def _save(
    window: MainWindow, directory: Path, *, customer: Customer = ZOE, name: str | None = None
) -> QWidget:
    """Open the dialog to save a customer, with others already saved."""
    keep(directory / "customers.json", *_MANY)
    window.fill("acme" if name is not None else "", customer)
    window.customers.save()
    wait_until(lambda: window.customers.saved.is_read)
    shown = dialog("Save customer")
    if name is not None:
        part(shown, QLineEdit, "Saved as").setText(name)
    return shown


SIDE_STATES: dict[str, Callable[[MainWindow, Path], QWidget]] = {
    "customers-empty": _manager,
    "customers-many": partial(_customers, saved=_MANY),
    "customers-long": partial(_customers, saved=_LENGTHY),
    "customers-not-found": partial(_customers, saved=_MANY, words="xylophone"),
    "customers-damaged": _damaged,
    "customers-imported": partial(_customers, saved=_MANY, table=_ARRIVING),
    "customers-not-imported": _not_imported,
    "help": _help,
    "help-table": partial(_help, topic="keyboard"),
    "help-found": partial(_help, words="secret"),
    "help-not-found": partial(_help, words="xylophone"),
    "settings": _settings,
    "about": _about,
    "about-copied": partial(_about, copied=True),
    "save": _save,
    "save-replaces": partial(_save, name=_MANY[0].saved_as),
    "save-nameless": partial(_save, name=""),
    "save-long": partial(_save, customer=LONG),
}


@contextmanager
def opened_beside(name: str) -> Iterator[QWidget]:
    """Open the main window and another one in a state; close both afterwards."""
    with TemporaryDirectory() as directory:
        customers = Path(directory, "customers.json")
        window = opened_in(STATES["build"], unsaved(), customers=customers)
        shown = SIDE_STATES[name](window, Path(directory))
        settle()
        try:
            yield shown
        finally:
            for each in window.findChildren(QWidget):
                if each.isWindow():
                    each.close()
            window.close()
            shiboken6.delete(window)
