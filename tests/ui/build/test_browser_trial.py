"""One press brings the customer's widget into a browser, and there it follows the form."""

import socket
from itertools import product
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reamaze_gui import try_server
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.preview import Mode
from reamaze_gui.core.saved import Saved
from reamaze_gui.core.snippets import SNIPPETS
from reamaze_gui.ui.build import browser_trial
from reamaze_gui.ui.runtime.secret_session import SecretSession
from reamaze_gui.ui.window.main_window import MainWindow
from tests.limits import files_left
from tests.parts import button
from tests.try_client import SOON, curl
from tests.trying import COPY, TRY, install_browser, served, wait_to_read
from tests.windows import SECRET, ZOE, actions, opened, press, status


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return install_browser(tmp_path, monkeypatch)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, asked: Path) -> MainWindow:
    del asked
    window = opened(qtbot, tmp_path)
    window.account_bar.switch_to("acme")
    return window


def test_the_browser_gets_the_address_of_the_customers_page(
    qtbot: QtBot, window: MainWindow, asked: Path
) -> None:
    address = served(qtbot, window)
    assert asked.read_text() == f"{address}\n"
    page = curl(address)
    assert window.build_page.preview.snippet in page
    assert "_support['account'] = 'acme'" in page
    assert SECRET not in page


def test_a_reload_shows_the_form_as_it_is_now(qtbot: QtBot, window: MainWindow) -> None:
    address = served(qtbot, window)
    window.build_page.form.fill(Customer("7", "max@example.org"))
    assert window.build_page.preview.snippet in curl(address)
    window.build_page.choose_mode(Mode.WEAK)
    assert "authkey:" not in curl(address)
    window.build_page.form.fill(Customer())
    assert "Still missing: Email." in curl(address)
    assert not button(window, TRY).isEnabled()
    assert button(window, COPY).isEnabled()


def test_while_there_is_a_question_the_page_names_nobody_and_its_address_is_not_copied(
    qtbot: QtBot, window: MainWindow
) -> None:
    address = served(qtbot, window)
    assert status(window).startswith("Copied: the address of the page for Zoë (48151623), acme. ")
    QGuiApplication.clipboard().setText("from before")
    window.build_page.intake.load(Saved("", Customer("7", "wolfram@example.org"), "initech"))
    page = curl(address)
    assert "The program has a question" in page
    assert not [each for each in ("zoe", "wolfram", "authkey") if each in page]
    assert not button(window, COPY).isEnabled()
    actions(window)["Edit/Copy address of the test page"].trigger()
    assert status(window).startswith("This page is for the account initech")
    assert QGuiApplication.clipboard().text() == "from before"
    button(window, "Keep acme").click()
    assert "wolfram@example.org" in curl(address)
    assert button(window, COPY).isEnabled()


def test_it_ends_with_the_window_for_everybody(qtbot: QtBot, window: MainWindow) -> None:
    address = served(qtbot, window)
    parts = urlsplit(address)
    with socket.create_connection((parts.hostname, parts.port), SOON) as held:
        held.sendall(b"GET / HTTP/1.1\r\n")
        assert curl(address)  # so the one before has been accepted
        window.close()
        held.settimeout(try_server.REQUEST_TIMEOUT / 2)
        assert held.recv(1) == b""
    assert curl(address) == ""
    assert QGuiApplication.clipboard().text() == ""


def test_a_second_press_opens_the_same_page(qtbot: QtBot, window: MainWindow, asked: Path) -> None:
    address = served(qtbot, window)
    window.say("")
    press(Qt.Key.Key_B)
    wait_to_read(qtbot, window, "Opened in the browser: Zoë (48151623), acme.")
    assert asked.read_text() == f"{address}\n" * 2


def test_without_an_account_it_is_asked_for(qtbot: QtBot, window: MainWindow, asked: Path) -> None:
    window.account_bar.switch_to("")
    button(window, TRY).click()
    assert status(window) == "Enter the account first: the page needs it."
    assert "Enter the account" in window.account_bar.account.accessibleDescription()
    focused = QApplication.focusWidget()
    assert focused in (window.account_bar.account, window.account_bar.account.lineEdit())
    assert not asked.exists()
    window.account_bar.account.setEditText("brand")  # and has not stood still for a while
    assert "_support['account'] = 'brand'" in curl(served(qtbot, window))


def test_for_an_account_that_is_marked_wrong_nothing_is_tried(window: MainWindow) -> None:
    for account, mode in product(("not an account", "https://acme.reamaze.com/admin"), Mode):
        window.account_bar.switch_to(account)
        window.build_page.choose_mode(mode)
        assert not button(window, TRY).isEnabled()
        assert button(window, TRY).accessibleDescription() == "Correct first: Account."


def test_without_a_browser_the_address_is_there_to_be_copied(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_BROWSER", "3")
    button(window, TRY).click()
    wait_to_read(qtbot, window, "The browser could not be opened. Press Copy test address")
    shown = status(window).split()[-1]
    actions(window)["Edit/Copy address of the test page"].trigger()
    assert QGuiApplication.clipboard().text() == shown
    assert "zoe@example.org" in curl(shown)


def test_weak_sso_needs_neither_secret_nor_id(qtbot: QtBot, tmp_path: Path, asked: Path) -> None:
    del asked
    window = opened(qtbot, tmp_path, Customer(email="zoe@example.org"), SecretSession())
    window.account_bar.switch_to("acme")
    assert not button(window, TRY).isEnabled()
    window.build_page.choose_mode(Mode.WEAK)
    assert "_support['user'] = {\n    email: 'zoe\\u0040example.org'\n  }" in curl(
        served(qtbot, window)
    )


def test_it_is_told_when_no_browser_asks(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browser_trial, "_VISIT_TIMEOUT", 200)
    button(window, TRY).click()
    wait_to_read(qtbot, window, "No browser has asked for the page.")


def test_what_is_missing_stands_beside_the_disabled_button(window: MainWindow, asked: Path) -> None:
    tries = button(window, TRY)
    for snippet in SNIPPETS:
        window.build_page.choose_format(snippet.name)
        window.build_page.form.fill(ZOE)
        assert tries.isEnabled(), snippet.name
        window.build_page.form.fill(Customer("7", avatar=ZOE.avatar))
        assert not tries.isEnabled(), snippet.name
        assert tries.accessibleDescription() == tries.toolTip() == "Still missing: Email."
    press(Qt.Key.Key_B)
    assert status(window) == tries.toolTip()
    assert not asked.exists()


def test_it_says_at_once_that_the_browser_comes(qtbot: QtBot, window: MainWindow) -> None:
    heard: list[str] = []
    window.build_page.status_message.connect(heard.append)
    button(window, TRY).click()
    assert heard == ["Opening the browser…"]
    wait_to_read(qtbot, window, "Opened in the browser")


def test_where_there_is_no_port_the_window_says_so(qtbot: QtBot, window: MainWindow) -> None:
    served(qtbot, window)  # so that all that is needed has been read
    window.build_page.trial.stop()
    before = QApplication.topLevelWidgets()
    with files_left(0):
        button(window, TRY).click()
    assert status(window) == (
        "The page can't be served on this computer: Too many open files. Close some programs and "
        "press Try in browser again."
    )
    assert QApplication.topLevelWidgets() == before
    assert not button(window, COPY).isEnabled()
    assert button(window, TRY).isEnabled()
    assert "zoe@example.org" in curl(served(qtbot, window))
