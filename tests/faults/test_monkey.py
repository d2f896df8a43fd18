"""Random events: the window survives them, and never freezes."""

import os
import random
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

import reamaze_gui.ui.diagnose.diagnose_page  # noqa: F401 - as the program does beside its window
from reamaze_gui.app import import_the_rest
from reamaze_gui.ui.widgets import appearance
from reamaze_gui.ui.widgets.style import Scheme
from reamaze_gui.ui.window.main_window import MainWindow
from tests.faults.patience import effort
from tests.trying import install_browser
from tests.windows import ALT, CONTROL, NONE, SHIFT, actions, opened, wheel

SEED = int(os.environ.get("MONKEY", "451"))
FREEZE = 0.1  # seconds
RESTYLE = 0.3  # seconds, where the colours were switched: each widget is styled anew

KEYS = [
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space),
    *(Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Menu),
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_F1),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_F10, Qt.Key.Key_Comma),
    *(Qt.Key(code) for code in range(Qt.Key.Key_A, Qt.Key.Key_Z + 1)),
]
MODIFIERS = [NONE, SHIFT, CONTROL, ALT, CONTROL | SHIFT]
BUTTONS = [Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton]
TEXTS = [
    *("", "7", "zoe@example.org", "+1 415 555 2671", "Zoë 😀 \u202e\u0000", "</script>'\"\\", " "),
    *("48151623,zoe@example.org,Zoë", '{"id": 7, "email": "zoe@example.org"}', "x" * 70_000),
    "_support.user = {id: '7', email: 'zoe@example.org', authkey: '" + "0451" * 16 + "'};",
    "<script>var _support = {account: 'acme', user: {email: user.email}};</script>\n" * 50,
    "{" * 5_000,
    *("data:" + "A" * 100_000, "line\n" * 3_000),
]


class Monkey:
    """Does one thing after the other, at random."""

    def __init__(self, window: MainWindow, seed: int, files: list[Path]) -> None:
        self._window = window
        self._random = random.Random(seed)  # noqa: S311 - a monkey keeps no secrets
        self._files = files
        self.did = ""
        self.took = 0.0  # seconds of work that the slowest event of it was
        self._held: list[QWidget] = []  # PySide takes what is in a combo box's list along with it
        self._ways: dict[Callable[[], None], int] = {
            self._press: 40,
            self._click: 30,
            self._type: 10,
            self._wheel: 4,
            self._resize: 3,
            self._turn: 3,
            self._choose: 6,
            self._paste: 8,
            self._drop: 3,
        }

    def act(self) -> None:
        """Do the next thing, and wait until the window is done with it."""
        [way] = self._random.choices([*self._ways], [*self._ways.values()])
        self.did, self.took = way.__name__, 0.0
        way()
        if not self._window.isVisible():
            self._window.show()

    def _do(self, event: Callable[..., object], *arguments: object) -> None:
        """Let one event happen; what other programs and threads take meanwhile is left out."""
        began = time.thread_time()
        event(*arguments)
        QApplication.processEvents()
        self.took = max(self.took, time.thread_time() - began)

    def _target(self) -> QWidget:
        popup = QApplication.activePopupWidget()
        return popup or QApplication.focusWidget() or self._window

    def _anything(self) -> QWidget:
        shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        shown.sort(key=lambda each: (each.windowTitle(), type(each).__name__))  # as in every run
        window = QApplication.activePopupWidget() or self._random.choice(shown)
        inside = [each for each in window.findChildren(QWidget) if each.isVisibleTo(window)]
        self._held = [window, *inside]
        return self._random.choice(self._held)

    def _somewhere(self, widget: QWidget) -> QPoint:
        across, down = max(widget.width(), 1), max(widget.height(), 1)
        return QPoint(self._random.randrange(across), self._random.randrange(down))

    def _press(self) -> None:
        key, modifiers = self._random.choice(KEYS), self._random.choice(MODIFIERS)
        target = self._target()
        self.did = f"press {modifiers.name} {key.name} in {_named(target)}"
        self._do(QTest.keyClick, target, key, modifiers)

    def _type(self) -> None:
        text = self._random.choice(TEXTS)[:20]
        self.did = f"type {text!r} in {_named(self._target())}"
        for each in text:
            if each.isascii() and each.isprintable():
                self._do(QTest.keyClicks, self._target(), each)  # a key may close a window

    def _click(self) -> None:
        target, button = self._anything(), self._random.choice(BUTTONS)
        way = self._random.choice([QTest.mouseClick, QTest.mouseDClick])
        self.did = f"click {button.name} on {_named(target)}"
        self._do(partial(way, pos=self._somewhere(target)), target, button)

    def _wheel(self) -> None:
        target = self._anything()
        self.did = f"wheel on {_named(target)}"
        at, turn = self._somewhere(target), self._random.choice([-120, 120])
        self._do(QApplication.sendEvent, target, wheel(at, turn, self._random.choice(MODIFIERS)))

    def _resize(self) -> None:
        size = self._random.randrange(300, 1600), self._random.randrange(200, 1200)
        self.did = f"resize to {size}"
        self._do(self._window.resize, *size)

    def _turn(self) -> None:
        tab = self._random.randrange(2)
        self.did = f"turn to tab {tab}"
        self._do(self._window.switch_to, tab)

    def _choose(self) -> None:
        name, action = self._random.choice([*actions(self._window).items()])
        self.did = f"choose {name}"
        self._do(action.trigger)

    def _paste(self) -> None:
        text, target = self._random.choice(TEXTS), self._target()
        self.did = f"paste {text[:40]!r} in {_named(target)}"
        QGuiApplication.clipboard().setText(text)
        self._do(QTest.keyClick, target, Qt.Key.Key_V, CONTROL)

    def _drop(self) -> None:
        data, target = QMimeData(), self._anything()
        if self._random.random() < 0.5:
            data.setUrls([QUrl.fromLocalFile(str(self._random.choice(self._files)))])
        else:
            data.setText(self._random.choice(TEXTS))
        self.did = f"drop on {_named(target)}"
        at, copy = QPointF(self._somewhere(target)), Qt.DropAction.CopyAction
        event = QDropEvent(at, copy, data, Qt.MouseButton.LeftButton, NONE)
        self._do(QApplication.sendEvent, target, event)


def _named(widget: QWidget) -> str:
    return widget.accessibleName() or type(widget).__name__


@pytest.fixture(autouse=True)
def _clean_desktop() -> Iterator[None]:
    yield
    for each in QApplication.topLevelWidgets():
        each.close()
    QGuiApplication.clipboard().clear()
    appearance.apply(Scheme.SYSTEM)


@pytest.mark.parametrize("events", [2_000, pytest.param(20_000, marks=pytest.mark.slow)])
def test_random_events_do_no_harm(
    events: int, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_browser(tmp_path, monkeypatch)
    binary = tmp_path / "binary"
    binary.write_bytes(bytes(range(256)) * 100)
    table = str(tmp_path / "customers.csv")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (table, ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (table, ""))
    window = opened(qtbot, tmp_path, customers=tmp_path / "customers.json")
    import_the_rest()  # which the program does beside its GUI thread
    monkey = Monkey(window, SEED, [binary, tmp_path / "page.html", tmp_path])
    slow, undisturbed = list[tuple[float, str]](), min(effort() for _ in range(50))
    for number in range(events):
        colours = QApplication.palette()
        monkey.act()
        took = monkey.took
        most = FREEZE if QApplication.palette() == colours else RESTYLE
        if took > most and took > most * max(effort() for _ in range(20)) / undisturbed:
            slow.append((round(took, 3), f"{number}: {monkey.did}"))
    assert not slow, f"Repeat it with MONKEY={SEED}: {slow}"
