"""Nothing of the merchant before is copied or loaded once their page was to be replaced."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reamaze_gui.core.reader import LONGEST
from reamaze_gui.ui.window.main_window import MainWindow
from reamaze_gui.ui.window.pages import DIAGNOSE
from tests.diagnose_pages import PATIENCE
from tests.parts import button
from tests.windows import CONTROL, SHIFT, actions, opened, press, status

FROM_BEFORE = "copied before"
PAGE = "_support['user'] = { id: '7', email: 'zoe@example.org', authkey: 'ab12' };"
HELD = ("Copy reply", "Copy technical report", "Load into Build")
READING = "Reading the file…"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    window = opened(qtbot, tmp_path)
    window.switch_to(DIAGNOSE)
    window.diagnose_page.input.page.replace(PAGE)
    qtbot.wait_until(lambda: is_enabled(window, *HELD), timeout=PATIENCE)
    yield window
    QGuiApplication.clipboard().clear()


def is_enabled(window: MainWindow, *names: str) -> bool:
    return all(button(window, name).isEnabled() for name in names)


def beside_the_page(window: MainWindow) -> str:
    labels = window.diagnose_page.input.findChildren(QLabel)
    return " ".join(each.text() for each in labels if each.isVisible())


def paste_too_much(_window: MainWindow, _qtbot: QtBot, _directory: Path) -> None:
    QGuiApplication.clipboard().setText("x" * (LONGEST + 1))
    press(Qt.Key.Key_P, CONTROL | SHIFT)


def paste_a_picture(window: MainWindow, _qtbot: QtBot, _directory: Path) -> None:
    picture = QMimeData()
    picture.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    QGuiApplication.clipboard().setMimeData(picture)
    window.diagnose_page.input.enter()
    press(Qt.Key.Key_V)


def open_a_picture(window: MainWindow, qtbot: QtBot, directory: Path) -> None:
    picture = directory / "picture.png"
    QImage(2, 2, QImage.Format.Format_RGB32).save(str(picture))
    picture.rename(directory / "page.html")  # which is opened
    button(window, "Open file").click()
    assert status(window) == READING
    question = window.diagnose_page.input.question
    qtbot.wait_until(lambda: question.obstacle not in {"", READING})
    assert status(window) == ""  # though a sentence stays for seconds


Refused = Callable[[MainWindow, QtBot, Path], None]
REFUSED: tuple[Refused, ...] = (paste_too_much, paste_a_picture, open_a_picture)
refused = pytest.mark.parametrize("refused", REFUSED)


@refused
def test_after_a_refused_page_nothing_is_done_with_the_one_before(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, refused: Refused
) -> None:
    found: list[object] = []
    window.diagnose_page.customer_found.connect(lambda *each: found.append(each))
    refused(window, qtbot, tmp_path)
    assert "still the previous page" in beside_the_page(window)
    assert status(window) == ""
    why = window.diagnose_page.input.question.obstacle
    assert why in beside_the_page(window)
    QGuiApplication.clipboard().setText(FROM_BEFORE)
    for name in HELD:
        assert not is_enabled(window, name), name
        assert why in button(window, name).toolTip(), name
        button(window, name).click()
    for key in (Qt.Key.Key_R, Qt.Key.Key_T):
        press(key, CONTROL | SHIFT)
    press(Qt.Key.Key_L)
    for way in ("Edit/Copy reply", "Edit/Copy technical report", "File/Load into Build"):
        actions(window)[way].trigger()
    assert QGuiApplication.clipboard().text() == FROM_BEFORE
    assert found == []
    assert window.diagnose_page.input.page.text() == PAGE


def keep(window: MainWindow) -> None:
    button(window, "Keep this page").click()


def edit(window: MainWindow) -> None:
    QTest.keyClicks(window.diagnose_page.input.page, " ")


def paste_again(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText(PAGE)
    button(window, "Paste").click()


@refused
@pytest.mark.parametrize("settle", [keep, edit, paste_again])
def test_once_the_user_has_chosen_it_goes_on(
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    refused: Refused,
    settle: Callable[[MainWindow], None],
) -> None:
    refused(window, qtbot, tmp_path)
    settle(window)
    assert "from before" not in beside_the_page(window)
    qtbot.wait_until(lambda: not window.diagnose_page.is_searching, timeout=PATIENCE)
    assert is_enabled(window, *HELD)
    window.diagnose_page.copy_reply()
    assert status(window).startswith("Reply copied: zoe@example.org (7)")


OTHER = PAGE.replace("zoe@", "ana@")


@pytest.fixture
def slow_file(window: MainWindow, tmp_path: Path) -> Iterator[Callable[[], object]]:
    """Have another file's disk take its time, until what this returns is called."""
    assert window.isVisible()  # and with it the file that is opened
    (tmp_path / "page.html").write_text(OTHER, encoding="utf-8")
    goes_on, is_file = Event(), Path.is_file

    def wait(path: Path) -> bool:
        goes_on.wait(PATIENCE)
        return is_file(path)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "is_file", wait)
        yield goes_on.set
        goes_on.set()


def test_while_a_slow_file_is_read_nothing_is_done_with_the_page_before(
    window: MainWindow, qtbot: QtBot, slow_file: Callable[[], object]
) -> None:
    QGuiApplication.clipboard().setText(FROM_BEFORE)
    button(window, "Open file").click()
    for key in (Qt.Key.Key_R, Qt.Key.Key_T):  # from the first moment
        press(key, CONTROL | SHIFT)
    press(Qt.Key.Key_L)
    qtbot.wait_until(lambda: "Reading the file" in beside_the_page(window))
    edit(window)
    assert [name for name in HELD if is_enabled(window, name)] == []
    assert QGuiApplication.clipboard().text() == FROM_BEFORE
    slow_file()
    page = window.diagnose_page.input.page
    qtbot.wait_until(lambda: page.text() == OTHER)
    assert "Reading the file" not in beside_the_page(window)
    qtbot.wait_until(lambda: is_enabled(window, *HELD), timeout=PATIENCE)


@pytest.mark.usefixtures("slow_file")
def test_a_slow_file_need_not_be_waited_for(window: MainWindow, qtbot: QtBot) -> None:
    button(window, "Open file").click()
    qtbot.wait_until(lambda: "Reading the file" in beside_the_page(window))
    button(window, "Stop reading").click()
    assert is_enabled(window, *HELD)
    assert "Reading the file" not in beside_the_page(window)
    window.diagnose_page.copy_reply()
    assert status(window).startswith("Reply copied: zoe@example.org (7)")


def test_where_there_was_no_page_a_refused_one_is_said_without_a_choice(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.diagnose_page.input.page.clear()
    paste_too_much(window, qtbot, tmp_path)
    assert status(window) in beside_the_page(window)
    assert "from before" not in beside_the_page(window)
