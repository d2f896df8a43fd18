"""What is pasted or dropped is kept exactly, undone exactly, and refused where it is too long."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reamaze_gui.core.reader import LONGEST
from reamaze_gui.page_file import MOST_LINES, TOO_LONG, TOO_MANY_LINES
from reamaze_gui.ui.diagnose.line_numbers import LineNumbers
from reamaze_gui.ui.diagnose.page_edit import PageEdit
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.style import Tone
from tests.diagnose_pages import drop
from tests.windows import CONTROL, SHIFT


def mime(text: str = "", path: Path | None = None) -> QMimeData:
    data = QMimeData()
    if path:
        data.setUrls([QUrl.fromLocalFile(str(path))])
    else:
        data.setText(text)
    return data


@pytest.mark.parametrize(
    "text", ["a\u00a0b\u2028c", "tab\t\n\n end ", "Zoë 😀", "\u200b\ufeff", "a\x00b"], ids=ascii
)
def test_a_text_is_kept_exactly(edit: PageEdit, text: str) -> None:
    edit.replace(text)
    assert edit.text() == text


def test_a_text_with_the_line_breaks_of_windows_has_those_lines(edit: PageEdit) -> None:
    edit.replace("a\r\nb\rc")
    assert edit.text() == "a\nb\nc"


@pytest.mark.parametrize("modifiers", [Qt.KeyboardModifier.NoModifier, SHIFT])
def test_return_begins_a_line_also_with_shift(
    edit: PageEdit, modifiers: Qt.KeyboardModifier
) -> None:
    QTest.keyClicks(edit, "a")
    QTest.keyClick(edit, Qt.Key.Key_Return, modifiers)
    QTest.keyClicks(edit, "b")
    assert edit.text() == "a\nb"


def test_markup_stays_text(edit: PageEdit) -> None:
    data = mime("<b>bold</b>")
    data.setHtml("<b>bold</b>")
    edit.insertFromMimeData(data)
    assert edit.text() == "<b>bold</b>"


def test_a_pasted_page_takes_the_place_of_the_other_until_ctrl_z(edit: PageEdit) -> None:
    edit.replace("the first")
    QGuiApplication.clipboard().setText("the second")
    edit.paste_page()
    assert edit.text() == "the second"
    QTest.keyClick(edit, Qt.Key.Key_Z, CONTROL)
    assert edit.text() == "the first"


@pytest.mark.parametrize("way", ["paste", "button", "drop"])
def test_what_is_too_long_is_refused_at_no_loss(qtbot: QtBot, edit: PageEdit, way: str) -> None:
    edit.replace("typed")
    with qtbot.wait_signal(edit.refused) as refused:
        data = mime("x" * (LONGEST + 1))
        if way == "paste":
            edit.insertFromMimeData(data)
        elif way == "drop":
            drop(edit, data)
        else:
            QGuiApplication.clipboard().setMimeData(data)
            edit.paste_page()
    assert refused.args == [TOO_LONG]
    assert edit.text() == "typed"
    QGuiApplication.clipboard().clear()


def test_an_empty_clipboard_says_so(qtbot: QtBot, edit: PageEdit) -> None:
    QGuiApplication.clipboard().clear()
    with qtbot.wait_signal(edit.refused) as refused:
        edit.paste_page()
    assert "no text on the clipboard" in refused.args[0]


@pytest.mark.parametrize("way", ["paste", "button", "drop"])
def test_a_file_is_handed_on_by_its_path(
    qtbot: QtBot, edit: PageEdit, tmp_path: Path, way: str
) -> None:
    data = mime(path=tmp_path / "page.html")
    assert edit.canInsertFromMimeData(data)
    with qtbot.wait_signal(edit.file_given) as given:
        if way == "drop":
            drop(edit, data)
        elif way == "paste":
            edit.insertFromMimeData(data)
        else:
            QGuiApplication.clipboard().setMimeData(data)
            edit.paste_page()
    assert given.args == [str(tmp_path / "page.html")]
    assert edit.text() == ""
    QGuiApplication.clipboard().clear()


def test_a_chosen_line_is_selected_and_has_the_focus(edit: PageEdit) -> None:
    edit.replace("\n".join(f"line {number}" for number in range(1, 200)))
    edit.clearFocus()
    edit.choose_line(150)
    assert edit.textCursor().selectedText() == "line 150"
    assert edit.hasFocus()
    assert edit.viewport().rect().contains(edit.cursorRect())


def test_a_line_does_not_wrap_and_tab_goes_on(edit: PageEdit) -> None:
    edit.replace("x" * 10_000)
    assert edit.document().begin().layout().lineCount() == 1
    assert edit.tabChangesFocus()


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(("💬" * 99 + "\n") * (LONGEST // 100), id="lines"),
        pytest.param(("y" * 4_999 + "\n") * 200, id="long lines"),
        pytest.param("x" * 1_000_000, id="one line"),
        pytest.param("\n" * (MOST_LINES // 4), id="line breaks"),
    ],
)
def test_a_large_page_is_there_whole_and_is_undone_at_once(edit: PageEdit, page: str) -> None:
    edit.insertFromMimeData(mime(page))
    assert edit.text() == page
    QTest.keyClick(edit, Qt.Key.Key_Z, CONTROL)
    assert edit.text() == ""


def test_what_has_more_lines_than_any_page_is_refused(qtbot: QtBot, edit: PageEdit) -> None:
    with qtbot.wait_signal(edit.refused) as refused:
        edit.insertFromMimeData(mime("\n" * MOST_LINES))
    assert refused.args == [TOO_MANY_LINES]


def test_each_line_has_its_number_beside_it_also_below_a_long_one(edit: PageEdit) -> None:
    edit.replace("one\n" + "x" * 12_000 + "\nthree\nfour")
    [margin] = edit.findChildren(LineNumbers)
    assert margin.isVisible()
    numbers = [number for number, _top, _height in margin.lines()]
    assert numbers == [1, 2, 3, 4]
    edit.clear()
    assert not margin.isVisible()


def test_only_what_is_in_sight_of_a_long_line_is_laid_out(edit: PageEdit) -> None:
    edit.replace("x" * 2_000_000)
    edit.grab()
    first, middle = (edit.document().findBlockByNumber(row).layout() for row in (0, 200))
    assert first.lineCount()
    assert not middle.lineCount()


def test_lines_are_tinted_in_the_ground_of_what_is_said_of_them(edit: PageEdit) -> None:
    edit.replace("one\ntwo\nthree")
    edit.tint({2: Tone.PROBLEM})
    image = edit.viewport().grab().toImage()
    middle = edit.cursorRect(QTextCursor(edit.document().findBlockByNumber(1))).center()
    far = image.pixelColor(image.width() - 5, middle.y())
    assert far.name() == style.theme().tinted[Tone.PROBLEM]
    edit.tint({})
    far = edit.viewport().grab().toImage().pixelColor(image.width() - 5, middle.y())
    assert far.name() != style.theme().tinted[Tone.PROBLEM]
