"""Messages appear between header and page, as often as there are any."""

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from reamaze_gui.ui.window.frame import Frame


def test_messages_that_were_hidden_are_shown_again_and_take_no_room_meanwhile(qtbot: QtBot) -> None:
    header, page, message = QWidget(), QWidget(), QLabel("None saved yet.")
    header.setFixedHeight(52)
    frame = Frame(header, page, foot=8)
    frame.add_messages(message)
    qtbot.add_widget(frame)
    with qtbot.wait_exposed(frame):
        frame.show()
    strip = message.parentWidget()
    assert strip
    for _ in range(2):
        message.hide()
        qtbot.wait_until(lambda: strip.height() == 0)
        message.show()
        qtbot.wait_until(lambda: message.isVisible() and strip.height() >= message.height() > 0)
