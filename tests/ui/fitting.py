"""Prints as JSON what of a window is cut off, by state, size of the window and size of the text.

Started by test_fit.py: how much Qt enlarges everything is settled before its application is made.
Arguments: the size of the text, times the usual one; sizes of the main window, as 760x520. Those
beside it are looked at as they are opened, and as small as they can be made.
"""

import gc
import json
import sys
from collections.abc import Iterator

import shiboken6
from PySide6.QtCore import QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

from reamaze_gui.ui.runtime.garbage import GarbageCollector
from reamaze_gui.ui.widgets import appearance, style
from reamaze_gui.ui.widgets.plain_line import PlainLine
from reamaze_gui.ui.widgets.style import Scheme
from tests.event_loop import settle
from tests.side_states import SIDE_STATES, opened_beside
from tests.states import STATES, opened_in, unsaved

SOLID = (QLabel, QAbstractButton, QComboBox, QLineEdit, QTabBar)
HIT = (QComboBox, QLineEdit, QPushButton, QToolButton)
EDITS = (QPlainTextEdit, QTextEdit)
LEAST_LINES = 3  # of a text that scrolls


def cut_off(window: QWidget) -> Iterator[str]:
    """Yield what can't be seen whole, not even by scrolling."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        text = getattr(widget, "text", str)()
        name = widget.accessibleName() or text.replace("&", "") or type(widget).__name__
        if isinstance(widget, SOLID) and not isinstance(widget.parent(), QComboBox | QLineEdit):
            needed, got = needs(widget), widget.size()
            if got.width() < needed[0] or got.height() < needed[1]:
                yield f"{name}: has {got.toTuple()}, needs {needed}"
        if isinstance(widget, EDITS) and is_low(widget):
            yield f"{name}: is {widget.height()} high"
        if isinstance(widget, SOLID + EDITS) and (beyond := hidden_part(window, widget)):
            yield f"{name}: {beyond}"
        if isinstance(widget, QTabBar) and widget.usesScrollButtons():
            texts = sum(widget.tabRect(tab).width() for tab in range(widget.count()))
            if texts > widget.width():
                yield f"the tabs need {texts}"


def needs(widget: QWidget) -> tuple[int, int]:
    """Return the least width and height in which a widget can be read, and hit with ease."""
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.minimumSizeHint().width(), widget.heightForWidth(widget.width())
    hint = widget.minimumSizeHint()
    if isinstance(widget, QAbstractButton | QTabBar):
        hint = widget.sizeHint() if not _is_elastic(widget) else hint
    is_hit = isinstance(widget, HIT) and not isinstance(
        widget, PlainLine
    )  # which is read as a label is
    return hint.width(), max(hint.height(), style.room(widget) if is_hit else 0)


def _is_elastic(widget: QWidget) -> bool:
    return widget.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Ignored


def is_low(edit: QPlainTextEdit | QTextEdit) -> bool:
    """Whether a text that is typed, or has to be scrolled, shows too few of its lines."""
    is_whole = edit.isReadOnly() and edit.verticalScrollBar().maximum() == 0
    return not is_whole and edit.height() < LEAST_LINES * edit.fontMetrics().lineSpacing()


def hidden_part(window: QWidget, widget: QWidget) -> str:
    """Return what of a widget lies beyond its parent, and can't be scrolled to."""
    place, within = QRect(widget.rect()), widget
    while within is not window:
        place.moveTopLeft(within.mapToParent(place.topLeft()))
        parent = within.parentWidget()
        assert parent
        if isinstance(parent.parentWidget(), QScrollArea):
            return ""  # which has scroll bars for what is larger than itself
        if not parent.rect().adjusted(-1, 0, 1, 0).contains(place):  # Qt rounds when it mirrors
            return f"{place.getRect()} is not within {parent.rect().getRect()} of {parent}"
        within = parent
    return ""


def main() -> None:
    """Print what is cut off, by state and size."""
    larger, *sizes = sys.argv[1:]
    QApplication.setStyle("Fusion")
    application = QApplication([])
    GarbageCollector(application)
    font = application.font()
    font.setPointSizeF(font.pointSizeF() * float(larger))
    application.setFont(font)
    appearance.apply(Scheme.SYSTEM)
    found: dict[str, list[str]] = {}
    looked = 0
    for name, state in STATES.items():
        window = opened_in(state, unsaved())
        for size in sizes:
            width, height = map(int, size.split("x"))
            window.resize(width, height)
            settle()
            looked += 1
            if (window.width(), window.height()) != (width, height):
                found[f"{name} {size}"] = [f"The window is {window.size().toTuple()}"]
            elif cut := list(cut_off(window)):
                found[f"{name} {size}"] = cut
            elif window.account_bar.messages.height() > window.account_bar.messages.room:
                found[f"{name} {size}"] = ["The message below the header moves the cards"]
        window.close()
        shiboken6.delete(window)
    for name in SIDE_STATES:
        with opened_beside(name) as beside:
            for room in (beside.size(), beside.minimumSize()):
                beside.resize(room)
                settle()
                looked += 1
                if cut := list(cut_off(beside)):
                    found[f"{name} {room.toTuple()}"] = cut
    print(json.dumps({"looked": looked, "found": found}))


if __name__ == "__main__":
    gc.disable()  # as in the program: on another thread it would destroy widgets
    main()
