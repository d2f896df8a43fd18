"""What is done in the window is kept as long as it is wanted, and written down nowhere else."""

from collections.abc import Callable
from configparser import ConfigParser
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QSplitter,
)
from pytestqt.qtbot import QtBot

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import FIELDS, Customer
from reamaze_gui.ui.account.secret_session import SecretSession
from reamaze_gui.ui.window.main_window import MainWindow
from tests.windows import (
    SECRET,
    SIZES,
    ZOE,
    actions,
    name_of,
    opened,
    press,
    resize,
    said,
    settings_in,
    settle,
    visible,
)

pytestmark = pytest.mark.usefixtures("clean_desktop")


# What it leaves behind


def test_each_page_keeps_the_split_that_it_was_dragged_to(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, tmp_path)
    window.turn_to(1)
    for page, sizes in ((window.build_page, [500, 532]), (window.diagnose_page, [600, 432])):
        page.setSizes(sizes)
    window.close()
    after = opened(qtbot, tmp_path)
    after.turn_to(1)
    settle(after)
    assert (after.build_page.sizes(), after.diagnose_page.sizes()) == ([500, 532], [600, 432])


@pytest.mark.parametrize(("minutes", "kept"), [("Never", True), ("After 1 minute", False)])
def test_leaving_clears_the_clipboard_unless_told_never(
    window: MainWindow, minutes: str, *, kept: bool
) -> None:
    actions(window)[f"Edit/Clear the clipboard/{minutes}"].trigger()
    window.build_page.copy_authkey()
    assert len(QGuiApplication.clipboard().text()) == 64
    window.close()
    assert bool(QGuiApplication.clipboard().text()) is kept


def test_the_next_run_looks_as_this_one_was_left(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, tmp_path)
    window.account_bar.account.setEditText("acme")
    actions(window)["View/Dark"].trigger()
    actions(window)["Edit/Clear the clipboard/Never"].trigger()
    resize(qtbot, window, "small")
    region = next(box for box in visible(window, QComboBox) if name_of(box) == "Phone region")
    assert isinstance(region, QComboBox)
    region.setCurrentIndex(region.findData("NZ"))
    window.close()
    after = opened(qtbot, tmp_path, Customer())
    assert after.account_bar.account.currentText() == "acme"
    assert actions(after)["View/Dark"].isChecked()
    assert actions(after)["Edit/Clear the clipboard/Never"].isChecked()
    assert (after.width(), after.height()) == SIZES["small"]
    assert after.build_page.form.region == "NZ"


def test_neither_secret_nor_customer_is_written_down(qtbot: QtBot, tmp_path: Path) -> None:
    session = SecretSession()
    window = opened(qtbot, tmp_path, session=session)
    window.account_bar.secret.setText(SECRET)
    window.build_page.copy_snippet()
    window.new_customer()
    window.undo()
    authkey = window.build_page.preview.authkey
    window.close()
    settings_in(tmp_path).file.sync()
    written = (tmp_path / "settings.ini").read_text()
    assert "geometry" in written
    confidential = (SECRET, authkey, *(getattr(ZOE, field.name) for field in FIELDS))
    assert [text for text in confidential if text in written] == []


@pytest.mark.parametrize("geometry", [b"", b"damaged", bytes(200)], ids=ascii)
def test_a_damaged_geometry_still_gives_a_window(
    qtbot: QtBot, tmp_path: Path, geometry: bytes
) -> None:
    settings_in(tmp_path).geometry = QByteArray(geometry)
    settings_in(tmp_path).split = QByteArray(geometry)
    window = opened(qtbot, tmp_path)
    assert (window.width(), window.height()) == SIZES["default"]
    assert all(each.width() for each in visible(window, QLineEdit))


def test_a_report_would_know_every_secret_and_customer_to_leave_out(window: MainWindow) -> None:
    for field in FIELDS:
        assert getattr(ZOE, field.name) in window.confidential()
    assert SECRET in window.confidential()


def test_an_account_taken_off_the_list_stays_off_it(qtbot: QtBot, tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    settings.accounts, settings.account = ("acme", "globex"), "acme"
    window = MainWindow(SecretSession(demo=Secret(SECRET)), settings)
    qtbot.add_widget(window)
    window.fill("", Customer())
    with qtbot.wait_signal(window.painted):
        window.show()
    actions(window)["Account/Remove from the list"].trigger()
    window.close()
    assert [*settings.accounts] == ["globex"]
    assert not settings.account


@pytest.mark.parametrize("named", ["My-Secret_0123+x", SECRET.replace(" ", "-").replace("'", "")])
def test_a_secret_in_the_place_of_the_account_is_not_written_down(
    qtbot: QtBot, tmp_path: Path, named: str
) -> None:
    settings_in(tmp_path).account = "acme"
    window = opened(qtbot, tmp_path, session=SecretSession(demo=Secret(named)))
    window.account_bar.account.setEditText(named)
    window.close()
    assert settings_in(tmp_path).account == "acme"


def test_an_odd_account_of_the_list_is_begun_with_again(qtbot: QtBot, tmp_path: Path) -> None:
    settings_in(tmp_path).accounts = ("acme", "odd_one")
    window = opened(qtbot, tmp_path)
    window.account_bar.account.setEditText("odd_one")
    window.close()
    assert settings_in(tmp_path).account == "odd_one"


# What it does with a page


PAGE = "_support['account'] = 'globex';\n_support.user = { id: '7', email: 'bo@example.org' };"


def test_a_customer_of_a_page_comes_into_build_until_ctrl_z(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.turn_to(1)
    page = window.diagnose_page
    page.input.page.replace(PAGE)
    qtbot.wait_until(page.result.load_button.isEnabled, timeout=30_000)
    assert "bo@example.org" in window.confidential()
    page.result.load_button.click()
    assert window.tabs.currentIndex() == 0
    assert window.build_page.form.value() == Customer("7", "bo@example.org")
    assert "globex" in said(window)
    press(Qt.Key.Key_Z)
    assert window.build_page.form.value() == ZOE


def test_ctrl_z_in_diagnose_takes_back_what_was_pasted_there(window: MainWindow) -> None:
    window.turn_to(1)
    window.diagnose_page.input.page.replace(PAGE)
    press(Qt.Key.Key_Z)
    assert window.diagnose_page.input.page.text() == ""
    assert window.build_page.form.value() == ZOE


def test_a_list_that_was_forgotten_stays_forgotten_although_its_account_is_in_use(
    qtbot: QtBot, tmp_path: Path
) -> None:
    settings = settings_in(tmp_path)
    settings.accounts, settings.account = ("acme", "globex"), "acme"
    window = opened(qtbot, tmp_path)
    window.accounts.set(())
    assert window.settings.account == ""
    window.accounts.set(("initech",))
    window.close()
    assert settings_in(tmp_path).account == ""


# What is not lost where the window is never closed


def drag_the_split(page: QSplitter) -> None:
    handle = page.handle(1)
    at = handle.rect().center()
    QTest.mousePress(handle, LEFT, pos=at)
    QTest.mouseMove(handle, at + QPoint(30, 0))
    QTest.mouseRelease(handle, LEFT, pos=at + QPoint(30, 0))


LEFT = Qt.MouseButton.LeftButton
CHANGES: dict[str, tuple[str, Callable[[MainWindow], object]]] = {
    "resized": ("window/geometry", lambda window: window.resize(900, 600)),
    "moved": ("window/geometry", lambda window: window.move(40, 40)),
    "split": ("window/split", lambda window: drag_the_split(window.build_page)),
    "format": ("snippet/format", lambda window: window.choose_format("PHP")),
    "region": ("form/phone-region", lambda window: window.build_page.form.choose_region("NZ")),
}


def lines_in(directory: Path) -> dict[str, str]:
    """Return what stands in the settings file by now."""
    file = ConfigParser(interpolation=None)
    file.read(directory / "settings.ini", encoding="utf-8")
    return {f"{name}/{key}": file[name][key] for name in file.sections() for key in file[name]}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_written_down_while_the_window_is_open(
    qtbot: QtBot, tmp_path: Path, change: str
) -> None:
    key, make = CHANGES[change]
    window = opened(qtbot, tmp_path)
    qtbot.wait_until(lambda: key in lines_in(tmp_path))
    before = lines_in(tmp_path)[key]
    make(window)
    qtbot.wait_until(lambda: lines_in(tmp_path)[key] != before)


def test_an_account_is_written_down_at_the_end_and_only_if_it_can_be_one(
    qtbot: QtBot, tmp_path: Path
) -> None:
    for account, snippet in (("acme", "PHP"), ("https://globex.reamaze.com/admin", "Django")):
        window = opened(qtbot, tmp_path)
        window.account_bar.turn_to(account)
        window.choose_format(snippet)
        qtbot.wait_until(partial(has_written, tmp_path, snippet))
        assert not has_written(tmp_path, account)
        window.close()
        assert settings_in(tmp_path).account == "acme"


def has_written(directory: Path, text: str) -> bool:
    return any(text in line for line in lines_in(directory).values())


def test_an_account_that_another_window_listed_is_offered_here_too(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = opened(qtbot, tmp_path)
    settings_in(tmp_path).accounts = ("acme",)
    window._session.saved.emit("acme")
    assert window.account_bar.account.findText("acme") >= 0


def test_the_split_of_diagnose_is_written_down_too(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, tmp_path)
    window.turn_to(1)
    qtbot.wait_until(lambda: "window/diagnose-split" in lines_in(tmp_path))
    before = lines_in(tmp_path)["window/diagnose-split"]
    drag_the_split(window.diagnose_page)
    qtbot.wait_until(lambda: lines_in(tmp_path)["window/diagnose-split"] != before)
