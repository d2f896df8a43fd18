"""The window and its parts, as most tests of them begin: those of the keyring on a real one."""

import gc
import threading
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reamaze_gui.ui.customers import saved_customers
from reamaze_gui.ui.diagnose.page_edit import PageEdit
from reamaze_gui.ui.runtime.secret_session import SecretSession
from reamaze_gui.ui.runtime.secret_state import SecretStatus
from reamaze_gui.ui.widgets import appearance
from reamaze_gui.ui.widgets.style import Scheme
from reamaze_gui.ui.window import main_window
from reamaze_gui.ui.window.main_window import MainWindow
from tests import build_pages, windows
from tests.account_bars import SECRET, Bar, wait_for
from tests.customers import ALL, Opened, keep
from tests.desktop import Desktop


@pytest.fixture(autouse=True)
def _patient_with_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the window wait for what it writes and reads, however slow the machine is."""
    monkeypatch.setattr(saved_customers, "_READ_TIMEOUT", 2)
    monkeypatch.setattr(main_window, "_QUIT_TIMEOUT", 20)


@pytest.fixture(autouse=True, scope="session")
def _as_the_program_looks(qapp: QApplication) -> None:  # noqa: ARG001 - it is there
    QApplication.setStyle("fusion")
    appearance.apply(Scheme.SYSTEM)


@pytest.fixture
def clean_desktop() -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()
    appearance.apply(Scheme.SYSTEM)


@pytest.fixture
def still_cursor(qapp: QApplication) -> Iterator[None]:
    """Have no cursor blink in what is compared with what it looked like before."""
    before = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(before)
    appearance.apply(Scheme.SYSTEM)


@pytest.fixture
def window(clean_desktop: None, qtbot: QtBot, tmp_path: Path) -> MainWindow:  # noqa: ARG001
    return windows.opened(qtbot, tmp_path)


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    """Return a desktop whose keyring is this process's too; tests are marked `ON_A_KEYRING`."""
    with Desktop(tmp_path, accessibility=False) as desktop:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", desktop.bus_address)
        yield desktop
    with warnings.catch_warnings():
        # A thread that was still connecting as the bus ended leaves its socket to the collector.
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


@pytest.fixture
def caught(monkeypatch: pytest.MonkeyPatch) -> list[threading.ExceptHookArgs]:
    """Return what threads raise during the test."""
    caught: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", caught.append)
    return caught


@pytest.fixture
def session(qtbot: QtBot) -> SecretSession:
    """Return a session at the account acme, of which nothing is saved, and the keyring said so."""
    session = SecretSession()
    session.set_account("acme")
    session.ask()
    wait_for(qtbot, session, SecretStatus.NONE)
    return session


@pytest.fixture
def bar(qtbot: QtBot) -> Bar:
    """Return a bar at the account acme, of which nothing is saved, and the keyring said so."""
    bar = Bar(qtbot, SecretSession())
    bar.switch_to("acme")
    bar.session.ask()  # at once, not after the pause in typing
    bar.wait_for(SecretStatus.NONE)
    return bar


@pytest.fixture
def saved(bar: Bar) -> Bar:
    """Return a bar whose secret was typed and saved."""
    bar.secret.setText(SECRET)
    bar.press("Save secret")
    bar.wait_for(SecretStatus.SAVED)
    return bar


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the file in which Al, Bo and Cy are saved."""
    return keep(tmp_path / "data" / "customers.json", *ALL)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Return the file that is chosen to import from, and to export to."""
    return tmp_path / "table.csv"


@pytest.fixture
def opened(qtbot: QtBot, path: Path, table: Path) -> Opened:
    """Return the window of those saved customers."""
    return Opened(qtbot, path, table)


@pytest.fixture
def edit(qtbot: QtBot) -> PageEdit:
    """Return the field for a customer's page, empty and with the focus."""
    edit = PageEdit()
    qtbot.add_widget(edit)
    with qtbot.wait_active(edit):
        edit.show()
        edit.activateWindow()
    edit.setFocus()
    return edit


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[build_pages.Page]:
    """Open the Build page alone."""
    yield build_pages.opened(qtbot, tmp_path)
    QGuiApplication.clipboard().clear()
