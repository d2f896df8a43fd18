"""The program's window as tests open it, and what they do to it by hand and by key."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, QRect, QSettings, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import Customer
from reamaze_gui.ui.runtime.secret_session import SecretSession
from reamaze_gui.ui.runtime.settings import Settings
from reamaze_gui.ui.window.main_window import MainWindow
from tests.chosen_files import ChosenFiles

SECRET = "the window's own secret"
ZOE = Customer("48151623", "zoe@example.org", "Zoë", "+14155552671", "https://example.org/z.png")
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier


def settings_in(directory: Path) -> Settings:
    return Settings(QSettings(str(directory / "settings.ini"), QSettings.Format.IniFormat))


def opened(
    qtbot: QtBot,
    directory: Path,
    customer: Customer = ZOE,
    session: SecretSession | None = None,
    customers: Path | None = None,
) -> MainWindow:
    session = session or SecretSession(demo=Secret(SECRET))
    page = directory / "page.html"
    files = ChosenFiles(str(page), str(directory / "saved.html"))
    page.write_text("_support.user = { email: 'zoe@example.org' }")
    settings = settings_in(directory)
    window = MainWindow(session, settings, customers, files)
    qtbot.add_widget(window)
    window.fill("", customer)
    with qtbot.wait_active(window), qtbot.wait_signal(window.painted):
        window.show()
        window.activateWindow()
    window.build_page.form.fill_regions()
    return window


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = CONTROL) -> None:
    QTest.keyClick(focus_widget(), key, modifiers)


def wheel(at: QPoint, turn: int, modifiers: Qt.KeyboardModifier = NONE) -> QWheelEvent:
    """Return a turn of the wheel, at a place in a widget."""
    place, begun = QPointF(at), Qt.ScrollPhase.NoScrollPhase
    none = Qt.MouseButton.NoButton
    return QWheelEvent(place, place, QPoint(), QPoint(0, turn), none, modifiers, begun, False)


def focus_widget() -> QWidget:
    """Return what has the focus, as something must."""
    widget = QApplication.focusWidget()
    assert widget
    return widget


def status(window: MainWindow) -> str:
    return window.statusBar().currentMessage()


def visible(window: MainWindow, *kinds: type[QWidget]) -> list[QWidget]:
    children = window.findChildren(QWidget)
    return [each for each in children if isinstance(each, kinds) and each.isVisible()]


def place(window: MainWindow, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())


def ancestors(widget: QWidget) -> Iterator[QWidget]:
    while parent := widget.parentWidget():
        yield parent
        widget = parent


def actions(window: MainWindow) -> dict[str, QAction]:
    """Return every action by its way through the menus, such as File/Quit."""
    found: dict[str, QAction] = {}

    def walk(action: QAction, way: str) -> None:
        way = f"{way}/{action.text().replace('&', '')}".lstrip("/")
        menu = action.menu()
        if isinstance(menu, QMenu):
            for each in menu.actions():
                walk(each, way)
        elif not action.isSeparator():
            found[way] = action

    for action in window.menuBar().actions():
        walk(action, "")
    return found


def open_menus(window: MainWindow) -> None:
    """Open every menu, as far as its actions notice."""
    for menu in window.menuBar().findChildren(QMenu):
        menu.aboutToShow.emit()
