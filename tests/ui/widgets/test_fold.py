"""A fold hides what stands below its title until the title is pressed, by mouse or key."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.fold import Fold


def test_its_content_is_shown_and_hidden_by_the_title(qtbot: QtBot) -> None:
    content, beside = QLabel("within"), QPushButton("beside")
    fold = Fold("&More", content, beside)
    qtbot.add_widget(fold)
    fold.show()
    assert (content.isVisible(), beside.isVisible()) == (False, True)
    fold.button.setFocus()
    QTest.keyClick(fold.button, Qt.Key.Key_Space)
    assert content.isVisible()
    assert fold.button.isChecked()  # as a screen reader is told
    QTest.keyClick(fold.button, Qt.Key.Key_Space)
    assert not content.isVisible()


def test_its_arrow_says_whether_it_is_open_and_its_name_stays(qtbot: QtBot) -> None:
    fold = Fold("&More", QLabel())
    qtbot.add_widget(fold)
    fold.show()
    fold.ensurePolished()
    arrows = QSize(style.CONTROL, style.CONTROL)
    closed = fold.button.icon().pixmap(arrows).toImage()
    fold.open()
    assert fold.button.icon().pixmap(arrows).toImage() != closed
    assert fold.button.accessibleName() == "More"
    fold.set_title("&Other")
    assert fold.button.accessibleName() == "Other"
