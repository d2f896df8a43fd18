"""The window can be read, reached and used whole, by hand and by key, and keeps no customer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QRect, QSettings, Qt
from PySide6.QtGui import QAccessible, QAction, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QRadioButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reamaze_gui import secret_store
from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import FIELDS, Customer
from reamaze_gui.ui import style
from reamaze_gui.ui.main_window import MainWindow
from reamaze_gui.ui.note import Note
from reamaze_gui.ui.secret_session import SecretSession, Standing
from reamaze_gui.ui.settings import Settings
from reamaze_gui.ui.style import Scheme

SECRET = "the window's own secret"
ZOE = Customer("48151623", "zoe@example.org", "Zoë", "+14155552671", "https://example.org/z.png")
ODD = Customer(" 7", "ZOE @example.org", "\x07\x07", "0170 1234567", "example.org/zoe.png")
SIZES = {"default": (1080, 700), "small": (760, 520)}
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def _clean_desktop() -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()
    style.apply(Scheme.SYSTEM)


def settings_in(directory: Path) -> Settings:
    return Settings(QSettings(str(directory / "settings.ini"), QSettings.Format.IniFormat))


def opened(
    qtbot: QtBot, directory: Path, customer: Customer = ZOE, session: SecretSession | None = None
) -> MainWindow:
    session = session or SecretSession(demo=Secret(SECRET))
    saved = str(directory / "saved.html")
    window = MainWindow(session, settings_in(directory), lambda *_: saved)
    qtbot.add_widget(window)
    window.fill("", customer)
    with qtbot.wait_active(window):
        window.show()
        window.activateWindow()
    window.build_page.form.fill_regions()
    return window


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    return opened(qtbot, tmp_path)


def resize(qtbot: QtBot, window: MainWindow, size: str) -> None:
    """Resize the window and wait until everything in it has found its place."""
    window.resize(*SIZES[size])
    qtbot.wait_until(lambda: (window.width(), window.height()) == SIZES[size])
    settle(window)


def settle(window: MainWindow) -> None:
    for each in (window, *window.findChildren(QWidget)):
        QGuiApplication.sendPostedEvents(each)
    QApplication.processEvents()


def leave_every_field(window: MainWindow) -> None:
    for edit in window.build_page.form.findChildren(QLineEdit):
        edit.setFocus()
    window.account_bar.secret.setFocus()
    settle(window)


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = CONTROL) -> None:
    focused = QApplication.focusWidget()
    assert focused
    QTest.keyClick(focused, key, modifiers)


def said(window: MainWindow) -> str:
    return window.statusBar().currentMessage()


def visible(window: MainWindow, *kinds: type[QWidget]) -> list[QWidget]:
    children = window.findChildren(QWidget)
    return [each for each in children if isinstance(each, kinds) and each.isVisible()]


def name_of(widget: QWidget) -> str:
    told = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    return widget.accessibleName() or told


def place(window: MainWindow, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())


# What it looks like


@pytest.mark.parametrize("size", SIZES)
def test_nothing_moves_when_messages_come_and_go(qtbot: QtBot, tmp_path: Path, size: str) -> None:
    window = opened(qtbot, tmp_path, Customer())
    resize(qtbot, window, size)
    solid = visible(window, QLineEdit, QAbstractButton, QComboBox)
    before = [place(window, each) for each in solid]

    def nothing_moved() -> None:
        settle(window)
        moved = [
            each for each, was in zip(solid, before, strict=True) if place(window, each) != was
        ]
        assert [(name_of(each), place(window, each)) for each in moved] == []

    for customer in (ODD, ZOE, Customer(), Customer(email="ZOE@localhost", avatar="http://[::1]/")):
        window.build_page.form.fill(customer)
        leave_every_field(window)
        window.say("Something was said.")
        nothing_moved()
    for button in window.findChildren(QRadioButton):
        button.click()
        nothing_moved()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("customer", [ZOE, ODD, Customer()], ids=["fine", "odd", "empty"])
def test_no_text_is_cut_off(qtbot: QtBot, tmp_path: Path, customer: Customer, size: str) -> None:
    window = opened(qtbot, tmp_path, customer)
    resize(qtbot, window, size)
    leave_every_field(window)
    for each in visible(window, QLabel, QAbstractButton):
        assert each.width() >= each.minimumSizeHint().width(), name_of(each)
        assert each.height() >= each.minimumSizeHint().height(), name_of(each)
    for note in window.findChildren(Note):
        assert note.height() >= note.heightForWidth(note.width()), note.text()
    for area in window.findChildren(QScrollArea):
        within = area.widget()
        assert within
        assert within.width() <= area.viewport().width()


@pytest.mark.parametrize("minutes", ["Never", "After 1 minute", "After 5 minutes"])
def test_what_the_status_line_says_fits_in_a_small_window(
    qtbot: QtBot, window: MainWindow, minutes: str
) -> None:
    resize(qtbot, window, "small")
    actions(window)[f"Edit/Clear the clipboard/{minutes}"].trigger()
    bar = window.statusBar()
    for say in (window.build_page.copy_snippet, window.new_customer, window.paste_customer):
        say()
        assert bar.fontMetrics().horizontalAdvance(said(window)) < bar.width() - 30, said(window)


# How it is reached


def test_every_letter_pressed_with_alt_reaches_one_thing_alone(window: MainWindow) -> None:
    texts = [action.text() for action in window.menuBar().actions()]
    texts += [label.text() for label in window.findChildren(QLabel)]
    texts += [button.text() for button in window.findChildren(QAbstractButton)]
    letters = [letter for text in texts if (letter := QKeySequence.mnemonic(text).toString())]
    assert len(letters) > 15
    assert sorted(letters) == sorted(set(letters))


def test_within_a_menu_every_letter_and_every_shortcut_is_there_once(window: MainWindow) -> None:
    shortcuts = [each.shortcut().toString() for each in window.findChildren(QAction)]
    used = [shortcut for shortcut in shortcuts if shortcut]
    assert sorted(used) == sorted(set(used))
    for menu in window.menuBar().findChildren(QMenu):
        texts = [action.text() for action in menu.actions()]
        letters = [letter for text in texts if (letter := QKeySequence.mnemonic(text).toString())]
        assert sorted(letters) == sorted(set(letters))


def test_a_letter_in_a_label_leads_to_a_field(window: MainWindow) -> None:
    marked = [
        label
        for label in window.findChildren(QLabel)
        if QKeySequence.mnemonic(label.text()).toString()
    ]
    assert len(marked) >= len(FIELDS)
    for label in marked:
        assert isinstance(label.buddy(), QLineEdit | QComboBox | QWidget)
        assert not isinstance(label.buddy(), QLabel)


@pytest.mark.parametrize("customer", [ZOE, ODD], ids=["fine", "odd"])
def test_whatever_takes_the_focus_has_a_name(
    qtbot: QtBot, tmp_path: Path, customer: Customer
) -> None:
    window = opened(qtbot, tmp_path, customer)
    reachable = [
        each
        for each in visible(window, QWidget)
        if each.focusPolicy() is not Qt.FocusPolicy.NoFocus and not each.focusProxy()
    ]
    assert len(reachable) > 15
    assert [each for each in reachable if not name_of(each)] == []


@pytest.mark.parametrize("customer", [ZOE, ODD], ids=["fine", "odd"])
def test_tab_goes_through_everything_in_reading_order(
    qtbot: QtBot, tmp_path: Path, customer: Customer
) -> None:
    window = opened(qtbot, tmp_path, customer)
    leave_every_field(window)
    expected = sorted(tab_stops(window), key=lambda each: reading_place(window, each))
    expected[0].setFocus()
    reached = []
    for _ in expected:
        reached.append(QApplication.focusWidget())
        press(Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    assert [name_of(each) for each in reached if each] == [name_of(each) for each in expected]
    assert QApplication.focusWidget() is expected[0]


def tab_stops(window: MainWindow) -> list[QWidget]:
    """Return what Tab must reach: of the radio buttons, the chosen one."""
    return [
        each
        for each in visible(window, QWidget)
        if each.isEnabled()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(each.parent(), QComboBox)
        and not (isinstance(each, QRadioButton) and not each.isChecked())
    ]


def reading_place(window: MainWindow, widget: QWidget) -> tuple[int, int, int]:
    """Return the part of the window, then how far down it is, then how far to the right."""
    page = window.build_page
    parts = (window.account_bar, page.widget(0), page.widget(1))
    [part] = [at for at, each in enumerate(parts) if each and each.isAncestorOf(widget)]
    centre = place(window, widget).center()
    return part, centre.y() // 12, centre.x()


# What its menus do


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


def look_of(window: MainWindow, directory: Path) -> tuple[object, ...]:
    """Return all that an action may change."""
    settings = settings_in(directory)
    return (
        window.isVisible(),
        window.build_page.form.value(),
        window.account_bar.secret.isEnabled(),
        window.account_bar.note.text(),
        said(window),
        QGuiApplication.clipboard().text(),
        QApplication.palette().window().color().name(),
        (settings.scheme, settings.clearing),
        sorted(path.name for path in directory.iterdir()),
        len([each for each in QApplication.topLevelWidgets() if each.isVisible()]),
    )


FIRST = {"Edit/Undo": "File/New customer"}
FIRST |= {f"Account/{each}": "Account/Save secret" for each in ("Change secret…", "Forget secret")}
FIRST |= {"View/Like the system": "View/Dark", "View/Light": "View/Dark"}
FIRST |= {"Edit/Clear the clipboard/After 5 minutes": "Edit/Clear the clipboard/Never"}
WAYS = [
    *(f"File/{each}" for each in ("New customer", "Paste customer", "Save snippet…", "Quit")),
    *(f"Edit/{each}" for each in ("Undo", "Copy snippet", "Copy authkey")),
    *(
        f"Edit/Clear the clipboard/{each}"
        for each in ("Never", "After 1 minute", "After 5 minutes")
    ),
    *(f"Account/{each}" for each in ("Save secret", "Change secret…", "Forget secret")),
    "Account/Remove from the list",
    *(f"View/{scheme.value}" for scheme in Scheme),
    "Help/About Re:amaze SSO",
]


def test_every_action_is_tested_below(window: MainWindow) -> None:
    assert list(actions(window)) == WAYS


@pytest.mark.parametrize("way", WAYS)
def test_every_action_of_the_menus_does_something(qtbot: QtBot, tmp_path: Path, way: str) -> None:
    session = SecretSession()
    window = opened(qtbot, tmp_path, session=session)
    window.account_bar.account.setEditText("acme")
    window.account_bar.secret.setText(SECRET)
    session.ask()
    qtbot.wait_until(lambda: session.state.standing is Standing.SESSION)
    window.say("")
    if way in FIRST:
        actions(window)[FIRST[way]].trigger()
        qtbot.wait_until(lambda: session.state.standing is not Standing.ASKING)
    before = look_of(window, tmp_path)
    open_menus(window)
    assert actions(window)[way].isEnabled()
    actions(window)[way].trigger()
    qtbot.wait_until(lambda: session.state.standing is not Standing.ASKING)
    assert look_of(window, tmp_path) != before
    for each in QApplication.topLevelWidgets():
        each.close()
    secret_store.forget("acme")


def open_menus(window: MainWindow) -> None:
    for action in window.menuBar().actions():
        menu = action.menu()
        assert isinstance(menu, QMenu)
        menu.aboutToShow.emit()


def test_new_customer_empties_the_form_until_ctrl_z(window: MainWindow) -> None:
    press(Qt.Key.Key_N)
    assert window.build_page.form.value() == Customer()
    press(Qt.Key.Key_9, Qt.KeyboardModifier.NoModifier)
    press(Qt.Key.Key_Z)
    assert window.build_page.form.value() == Customer()
    press(Qt.Key.Key_Z)
    assert window.build_page.form.value() == ZOE


@pytest.mark.parametrize("focus", [field.label for field in FIELDS])
def test_paste_customer_fills_the_form_until_ctrl_z_in_any_field(
    window: MainWindow, focus: str
) -> None:
    QGuiApplication.clipboard().setText("7,bo@example.org,Bo")
    press(Qt.Key.Key_V, CONTROL | SHIFT)
    assert window.build_page.form.value() == Customer("7", "bo@example.org", "Bo")
    edits = window.build_page.form.findChildren(QLineEdit)
    next(edit for edit in edits if edit.accessibleName() == focus).setFocus()
    press(Qt.Key.Key_Z)
    assert window.build_page.form.value() == ZOE


def test_what_is_no_customer_leaves_the_form_alone(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("nobody")
    press(Qt.Key.Key_V, CONTROL | SHIFT)
    assert window.build_page.form.value() == ZOE
    assert said(window).startswith("No customer found.")


# What it leaves behind


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


def test_emptying_the_form_twice_still_brings_the_customer_back(window: MainWindow) -> None:
    window.new_customer()
    window.new_customer()
    window.undo()
    assert window.build_page.form.value() == ZOE


def test_undo_changes_two_customers_round_and_loses_neither(window: MainWindow) -> None:
    window.new_customer()
    typed = Customer(id="77", email="new@example.org")
    window.build_page.form.fill(typed)
    window.undo()
    assert window.build_page.form.value() == ZOE
    window.undo()
    assert window.build_page.form.value() == typed


def test_an_account_taken_off_the_list_stays_off_it(qtbot: QtBot, tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    settings.accounts, settings.account = ("acme", "globex"), "acme"
    window = MainWindow(SecretSession(demo=Secret(SECRET)), settings)
    qtbot.add_widget(window)
    window.fill("", Customer())
    actions(window)["Account/Remove from the list"].trigger()
    window.close()
    assert [*settings.accounts] == ["globex"]
    assert not settings.account
