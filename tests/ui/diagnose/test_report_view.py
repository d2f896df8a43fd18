"""The report says all of an answer as plain text, can be followed by key, and follows the theme."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QTextTable
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reamaze_gui.core.report.overview import SentValue
from reamaze_gui.core.report.visible import compare
from reamaze_gui.core.report.wording import Advice, Answer, Grade
from reamaze_gui.ui.diagnose.report_view import ReportView, Write
from reamaze_gui.ui.diagnose.report_writer import ReportWriter
from reamaze_gui.ui.widgets import appearance, style
from reamaze_gui.ui.widgets.style import Scheme, Tone
from tests.event_loop import settle
from tests.parts import fragments

MARKUP = "<b>bold</b> <img src='file:///etc/passwd'> &amp; <a href='https://example.org'>x</a>"
SIGNED, RIGHT = compare("7:zoe", "7:Zoe")
ANSWER = Answer(
    Grade.WRONG,
    "The authkey is wrong",
    ("Said below.",),
    (Advice(f"Was {MARKUP}", f"Do {MARKUP}"),),
    SIGNED,
    RIGHT,
    (("Key", "the secret"),),
    (
        SentValue("id", MARKUP, f"It is {MARKUP}", 6, signs=True),
        SentValue("email", "x", "", 7, signs=True),
    ),
    (Advice("Found.", "Mend it.", Grade.DOUBTFUL, 12),),
)


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[ReportView]:
    appearance.apply(Scheme.LIGHT)
    view = opened(qtbot, ReportWriter.write_summary)
    yield view
    appearance.apply(Scheme.SYSTEM)
    QGuiApplication.clipboard().clear()


@pytest.fixture
def details(qtbot: QtBot) -> ReportView:
    return opened(qtbot, ReportWriter.write_details)


def opened(qtbot: QtBot, write: Write) -> ReportView:
    view = ReportView("Report", write)
    qtbot.add_widget(view)
    view.resize(420, 300)
    with qtbot.wait_active(view):
        view.show()
        view.activateWindow()
    view.show_answer(ANSWER)
    return view


def test_everything_is_there_and_markup_is_only_text(view: ReportView, details: ReportView) -> None:
    told = view.toPlainText() + details.toPlainText()
    assert told.count(MARKUP) == 4
    for part in ("The authkey is wrong", "Said below.", "7:zoe", "7:Zoe", "key: the secret"):
        assert part.casefold() in told.casefold()
    for part in (
        "Found.",
        "Mend it.",
        "line 12",
        "Signed",
        "Must be signed",
        "Field",
        "Value",
    ):
        assert part in told
    for each in (view, details):
        assert not any(piece.charFormat().isImageFormat() for piece in fragments(each.document()))
    anchors = {each.charFormat().anchorHref() for each in fragments(details.document())} - {""}
    assert anchors == {"line:6", "line:7", "line:12"}


def test_what_was_signed_is_not_shown_where_it_reads_as_what_must_be(view: ReportView) -> None:
    view.show_answer(replace(ANSWER, signed=(), right=()))
    assert "Signed" not in view.toPlainText()
    assert "Must be signed" not in view.toPlainText()
    assert "To change" in view.toPlainText()


def test_what_the_headline_says_is_not_said_again(view: ReportView) -> None:
    mistake = Advice("The email was lower-cased.", "Sign it as sent.", line=3)
    view.show_answer(replace(ANSWER, headline="The email was lower-cased", mistakes=(mistake,)))
    assert view.toPlainText().count("lower-cased") == 1
    assert "Sign it as sent.  line 3" in view.toPlainText()


def test_of_several_mistakes_in_the_headline_only_what_to_do_is_numbered(view: ReportView) -> None:
    mistakes = (Advice("The email was cut.", "Sign it whole."), Advice("The key was cut.", "Copy."))
    cut = "The email was cut, and the key was cut"
    view.show_answer(replace(ANSWER, headline=cut, mistakes=mistakes))
    assert view.toPlainText().count("was cut") == 2
    assert "1.  Sign it whole.\n2.  Copy." in view.toPlainText()


def test_labels_stand_above_their_texts_where_it_is_narrow(view: ReportView) -> None:
    def columns() -> list[int]:
        frames = view.document().rootFrame().childFrames()
        return [each.columns() for each in frames if isinstance(each, QTextTable)]

    view.resize(style.wide(view, 90), 300)
    assert columns() == [2]
    view.resize(style.wide(view, 40), 300)
    assert columns() == [1]


def test_in_a_larger_font_the_headline_is_larger_too(view: ReportView) -> None:
    def headline() -> float:
        pieces = (each for each in fragments(view.document()) if ANSWER.headline in each.text())
        return next(pieces).charFormat().fontPointSize()

    before = headline()
    view.setFont(style.sized(view.font(), 2))
    assert headline() == pytest.approx(2 * before)


@pytest.mark.parametrize("grade", Grade)
def test_the_verdict_has_a_mark_beside_its_colour(view: ReportView, grade: Grade) -> None:
    view.show_answer(replace(ANSWER, grade=grade))
    verdict = next(each for each in fragments(view.document()) if ANSWER.headline in each.text())
    assert not verdict.text()[0].isalnum()
    assert verdict.charFormat().foreground().color() in map(QColor, style.theme().tones.values())


def test_differences_are_bold_underlined_and_in_colour(view: ReportView) -> None:
    marked = [each for each in fragments(view.document()) if each.text() in {"z", "Z"}]
    assert [each.text() for each in marked] == ["z", "Z"]
    for each, tone in zip(marked, (Tone.PROBLEM, Tone.GOOD), strict=True):
        ink = each.charFormat()
        assert (ink.fontWeight() > 600, ink.fontUnderline()) == (True, True)
        assert ink.foreground().color() == QColor(style.theme().tones[tone])


def test_a_line_is_followed_by_key(qtbot: QtBot, details: ReportView) -> None:
    details.setFocus()
    QTest.keyClick(details, Qt.Key.Key_Tab)
    with qtbot.wait_signal(details.line_chosen) as chosen:
        QTest.keyClick(details, Qt.Key.Key_Return)
    assert chosen.args == [6]
    assert "Found." in details.toPlainText()


def test_it_is_as_tall_as_what_is_in_it(view: ReportView) -> None:
    before = view.height()
    view.show_answer(replace(ANSWER, below=("Said below.",) * 20))
    assert view.height() > before
    assert view.verticalScrollBar().maximum() == 0
    view.show_answer(ANSWER)
    assert view.height() == before


def test_it_is_as_tall_as_before_when_the_colours_changed_while_it_was_hidden(
    view: ReportView,
) -> None:
    before = view.height()
    view.hide()
    appearance.apply(Scheme.DARK)
    view.show()
    settle()
    assert view.height() == before


def test_what_is_copied_by_hand_is_plain_and_marked(view: ReportView) -> None:
    view.selectAll()
    view.copy()
    copied = QGuiApplication.clipboard().mimeData()
    assert MARKUP in copied.text()
    assert not copied.hasHtml()
    assert copied.data("x-kde-passwordManagerHint") == b"secret"


def test_nothing_can_be_typed_and_no_former_customer_piles_up(view: ReportView) -> None:
    before = view.toPlainText()
    QTest.keyClicks(view, "x")
    assert view.toPlainText() == before
    assert view.document().availableUndoSteps() == 0
    view.show_answer(None)
    assert view.toPlainText() == ""


def test_the_report_follows_a_switch_between_light_and_dark(qtbot: QtBot, view: ReportView) -> None:
    appearance.apply(Scheme.DARK)

    def is_dark() -> None:
        pieces = fragments(view.document())
        colours = {each.charFormat().foreground().color().name() for each in pieces}
        theme = style.DARK
        assert colours <= {theme.text, theme.accent, *theme.tones.values()}

    qtbot.wait_until(is_dark)


def test_a_column_is_as_wide_as_its_title(details: ReportView) -> None:
    view = details
    view.show_answer(replace(ANSWER, rows=(SentValue("id", "7", "", 6, signs=True),)))
    cursor = view.document().find("Field")
    assert cursor.currentTable().columns() == 3
    assert cursor.block().layout().lineCount() == 1


def test_a_long_report_fits_into_the_width(view: ReportView, details: ReportView) -> None:
    long = "x" * 140
    row = SentValue("a_very_long_name_of_a_field" * 5, long, "", 99_999, signs=False)
    for each in (view, details):
        each.show_answer(replace(ANSWER, rows=(row,), signed=compare(long, "")[0]))
        QApplication.processEvents()
        assert each.horizontalScrollBar().maximum() == 0
