"""A line of megabytes is a line like any other, but that it stands in rows."""

from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from reamaze_gui.core.reader import LONGEST
from reamaze_gui.ui.diagnose.long_lines import ROW, LongLines
from reamaze_gui.ui.diagnose.page_edit import PageEdit
from tests.windows import CONTROL

LINE = "".join(f"{at:05}," for at in range(ROW))  # six rows, of which no two are alike

# Line breaks, what Qt counts as two characters or makes a plain space of, and pieces that stand
# in rows alone or together.
piece = st.sampled_from(["é", "😀", "\n", "\n\n", "\u2028", "a\u00a0b", "x" * ROW, "y" * (2 * ROW)])
text = st.lists(piece, max_size=6).map("".join)


@pytest.fixture
def edit(edit: PageEdit) -> PageEdit:
    edit.replace(f"before\n{LINE}\nafter")
    return edit


def put_cursor(edit: QPlainTextEdit, row: int, column: int) -> None:
    """Put the cursor into a row of the long line, counted from 0."""
    cursor = edit.textCursor()
    cursor.setPosition(edit.document().findBlockByNumber(1 + row).position() + column)
    edit.setTextCursor(cursor)


def select_to(edit: QPlainTextEdit, row: int, column: int) -> None:
    """Select the long line from its beginning."""
    put_cursor(edit, 0, 0)
    cursor = edit.textCursor()
    put_cursor(edit, row, column)
    cursor.setPosition(edit.textCursor().position(), QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


def test_a_long_line_stands_in_rows_and_comes_back_whole(edit: PageEdit) -> None:
    blocks = [edit.document().findBlockByNumber(at).text() for at in range(8)]
    assert [len(block) for block in blocks] == [6, *[ROW] * 6, 5]
    assert edit.text() == f"before\n{LINE}\nafter"


def check_numbers(document: QTextDocument, lines: LongLines) -> None:
    """Every line has its number, and is found by it."""
    blocks = map(document.findBlockByNumber, range(document.blockCount()))
    found = lines.text().split("\n")
    numbers = [number for block in blocks if (number := lines.number(block))]
    assert numbers == [*range(1, len(found) + 1)]
    assert [lines.selected(lines.line(number)) for number in numbers] == found


@given(text, text, text, text)
def test_what_is_put_anywhere_is_there_until_it_is_undone(
    before: str, selected: str, after: str, put: str
) -> None:
    assume(selected or put)  # there is nothing to undo otherwise
    document = QTextDocument()
    document.documentLayout()  # or it reports no changes
    lines, cursor = LongLines(document), QTextCursor(document)
    lines.insert(cursor, before)
    start = cursor.position()
    lines.insert(cursor, selected)
    end = cursor.position()
    lines.insert(cursor, after)
    assert lines.text() == before + selected + after
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    assert lines.selected(cursor) == selected
    lines.insert(cursor, put)
    assert lines.text() == before + put + after
    check_numbers(document, lines)
    document.undo()
    assert lines.text() == before + selected + after
    check_numbers(document, lines)
    document.redo()
    assert lines.text() == before + put + after
    check_numbers(document, lines)
    for _ in range(4):
        document.undo()
    check_numbers(document, lines)


@pytest.mark.parametrize(("row", "column"), [(0, 7), (2, 0), (2, 7), (5, ROW)])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_return_breaks_the_line_wherever_it_is_pressed(
    edit: PageEdit, key: Qt.Key, row: int, column: int
) -> None:
    put_cursor(edit, row, column)
    QTest.keyClick(edit, key)
    at = row * ROW + column
    assert edit.text() == f"before\n{LINE[:at]}\n{LINE[at:]}\nafter"


def test_what_is_typed_in_a_row_is_in_the_line(edit: PageEdit) -> None:
    put_cursor(edit, 3, 0)
    QTest.keyClicks(edit, "here")
    assert edit.text() == f"before\n{LINE[: 3 * ROW]}here{LINE[3 * ROW :]}\nafter"


@pytest.mark.parametrize(
    ("key", "row", "column", "gone"),
    [(Qt.Key.Key_Backspace, 3, 0, 3 * ROW - 1), (Qt.Key.Key_Delete, 2, ROW, 3 * ROW)],
    ids=["Backspace", "Delete"],
)
def test_between_two_rows_a_key_deletes_what_it_would_in_the_line(
    edit: PageEdit, key: Qt.Key, row: int, column: int, gone: int
) -> None:
    put_cursor(edit, row, column)
    QTest.keyClick(edit, key)
    assert edit.text() == f"before\n{LINE[:gone]}{LINE[gone + 1 :]}\nafter"
    edit.undo()
    edit.undo()
    assert edit.text() == f"before\n{LINE}\nafter"


def test_two_lines_become_one_without_the_break_between_them(edit: PageEdit) -> None:
    put_cursor(edit, 0, 0)
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert edit.text() == f"before{LINE}\nafter"


def test_rows_are_copied_and_cut_as_one_line(edit: PageEdit) -> None:
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == f"before\n{LINE}\nafter"
    QTest.keyClick(edit, Qt.Key.Key_X, CONTROL)
    assert edit.text() == ""
    QTest.keyClick(edit, Qt.Key.Key_V, CONTROL)
    assert edit.text() == f"before\n{LINE}\nafter"
    QGuiApplication.clipboard().clear()


def by_typing(edit: PageEdit) -> None:
    QTest.keyClicks(edit, "new")


def by_composing(edit: PageEdit) -> None:
    event = QInputMethodEvent()
    event.setCommitString("new")
    QApplication.sendEvent(edit, event)


def by_pasting(edit: PageEdit) -> None:
    QGuiApplication.clipboard().setText("new")
    edit.paste()
    QGuiApplication.clipboard().clear()


WAYS = {
    "Delete": (lambda edit: QTest.keyClick(edit, Qt.Key.Key_Delete), ""),
    "Backspace": (lambda edit: QTest.keyClick(edit, Qt.Key.Key_Backspace), ""),
    "Ctrl+Delete": (lambda edit: QTest.keyClick(edit, Qt.Key.Key_Delete, CONTROL), ""),
    "Cut": (QPlainTextEdit.cut, ""),
    "typed": (by_typing, "new"),
    "composed": (by_composing, "new"),
    "pasted": (by_pasting, "new"),
}


@pytest.mark.parametrize(("replace", "new"), WAYS.values(), ids=WAYS)
def test_what_takes_the_place_of_a_beginning_stays_in_its_line(
    edit: PageEdit, replace: Callable[[PageEdit], object], new: str
) -> None:
    select_to(edit, 3, 10)
    replace(edit)
    assert edit.text() == f"before\n{new}{LINE[3 * ROW + 10 :]}\nafter"
    QGuiApplication.clipboard().clear()


def test_an_emptied_row_takes_no_line_break_with_it(edit: PageEdit) -> None:
    select_to(edit, 0, ROW)
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    assert edit.text() == f"before\n{LINE[ROW:]}\nafter"
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    assert edit.text() == f"before\n{LINE[ROW + 1 :]}\nafter"
    QTest.keyClicks(edit, "a")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == f"before\na\n{LINE[ROW + 1 :]}\nafter"


def test_only_text_is_copied_and_exactly(edit: PageEdit) -> None:
    edit.replace("a\u00a0b\u2028c")
    edit.selectAll()
    data = edit.createMimeDataFromSelection()
    assert (data.formats(), data.text()) == (["text/plain"], "a\u00a0b\u2028c")


def test_a_line_counts_once_whatever_its_rows(edit: PageEdit) -> None:
    chosen = []
    for number in (1, 2, 3):
        edit.choose_line(number)
        chosen.append(edit.createMimeDataFromSelection().text())
    assert chosen == ["before", LINE, "after"]


def test_of_a_page_that_became_shorter_the_last_line_is_chosen(edit: PageEdit) -> None:
    edit.replace("one\ntwo")
    edit.choose_line(401)
    assert edit.textCursor().selectedText() == "two"


def test_the_longest_page_may_be_one_line(edit: PageEdit) -> None:
    longest = ("💬a" * ROW).ljust(LONGEST, "x")
    edit.replace(longest)
    assert edit.text() == longest
    longest_row = max(
        edit.document().findBlockByNumber(at).length() for at in range(edit.document().blockCount())
    )
    assert longest_row <= 2 * ROW + 1  # Qt counts the astral twice, and the end of the block
