"""The choices of a question stand in a row where they have room for that."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reamaze_gui.ui.widgets.question import Question


@pytest.mark.parametrize(("width", "rows"), [(500, 1), (160, 2)])
def test_its_choices_stand_in_a_row_where_they_fit(qtbot: QtBot, width: int, rows: int) -> None:
    window = QWidget()
    question = Question()
    question.setParent(window)  # or its size were the window manager's matter too
    qtbot.add_widget(window)
    window.show()
    question.ask("Which?", ("Use the new reply", lambda: None), ("Keep", lambda: None))
    question.resize(500, 200)  # the row does not keep it from being made narrower
    question.resize(width, 200)
    assert question.width() == width

    def are_in_place() -> None:
        places = [each.geometry() for each in buttons(question)]
        assert all(map(question.rect().contains, places))
        assert len({place.y() for place in places}) == rows

    qtbot.wait_until(are_in_place)


def buttons(question: Question) -> list[QPushButton]:
    return question.findChildren(QPushButton)
