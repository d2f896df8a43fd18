"""How is a diagnosis shown: as a report to be read, copied, and followed into the page?"""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QMimeData, QUrl, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)
from PySide6.QtWidgets import QTextBrowser

from reamaze_gui.core.report.overview import Row
from reamaze_gui.core.report.visible import Pieces
from reamaze_gui.core.report.wording import Advice, Answer, Grade
from reamaze_gui.ui.runtime import clipboard
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.style import CELL, CLOSE, GAP, HAIRLINE, HEADLINE, SPACE, Tone

_TONES = {Grade.RIGHT: Tone.GOOD, Grade.DOUBTFUL: Tone.WARNING, Grade.WRONG: Tone.PROBLEM}
_MARKS = {Grade.RIGHT: "✓", Grade.DOUBTFUL: "⚠", Grade.WRONG: "✗"}
_LINE = "line"  # the scheme of links that lead into the page
_WIDEST_FIELD = 20  # letters
_COLUMNS = ("Field", "Value", "Line")


class ReportView(QTextBrowser):
    """A read-only report; what was pasted is shown as plain text, whatever stands in it.

    Signals: `line_chosen(number)`, from 1, by a link.
    """

    line_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._answer: Answer | None = None
        self.setAccessibleName("Report")
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)  # keeps no former customers
        self.setPlaceholderText("The report appears here.")
        self.document().setDocumentMargin(SPACE)
        self.anchorClicked.connect(self._choose_line)

    def show_answer(self, answer: Answer | None, *, afresh: bool = True) -> None:
        """Show an answer; stay where the user has scrolled to, unless it is `afresh`."""
        if answer == self._answer:
            return
        self._answer = answer
        self._render(afresh=afresh)

    def _render(self, *, afresh: bool) -> None:
        bar = self.verticalScrollBar()
        place = 0 if afresh else bar.value()
        self.clear()
        if self._answer:
            _Writer(self.textCursor()).write(self._answer)
        bar.setValue(place)

    def _choose_line(self, url: QUrl) -> None:
        self.line_chosen.emit(int(url.path()))

    def createMimeDataFromSelection(self) -> QMimeData:
        """Mark what is copied by hand as what is copied by the button."""
        return clipboard.marked(self.textCursor().selection().toPlainText())

    def loadResource(self, _kind: int, _name: QUrl | str) -> None:
        """Load nothing: a report is text."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change between light and dark, and of the font."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._render(afresh=False)


class _Writer:
    """Writes an answer through a cursor, piece by piece: no piece is ever read as markup."""

    def __init__(self, cursor: QTextCursor) -> None:
        self._cursor = cursor
        self._in_new_block = True
        self._theme = style.theme()
        self._size = cursor.document().defaultFont().pointSizeF()
        self._plain = _ink(self._theme.text)
        self._muted = _ink(self._theme.tones[Tone.MUTED])
        self._strong = _ink(self._theme.text)
        self._strong.setFontWeight(QFont.Weight.Bold)
        self._title = _ink(self._theme.tones[Tone.MUTED])
        self._title.setFontWeight(QFont.Weight.Bold)

    def write(self, answer: Answer) -> None:
        """Write all of it."""
        self._cursor.beginEditBlock()
        hairline = QTextBlockFormat()  # there is always a block before a frame
        hairline.setLineHeight(HAIRLINE, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self._cursor.setBlockFormat(hairline)
        self._banner(answer)
        self._advice(answer.mistakes)
        if answer.signed:
            self._compared("What was signed", answer.signed)
            self._compared("What must be signed", answer.right)
            self._made(answer.made)
        if answer.rows:
            self._heading("What the page sends")
            self._table(answer.rows)
        if answer.findings:
            self._heading("Also found in the page")
            self._advice(answer.findings)
        if answer.ask:
            self._heading("What to ask the merchant for")
            for each in answer.ask:
                self._paragraph(f"•  {each}", self._plain, indent=GAP)
        self._cursor.endEditBlock()

    def _banner(self, answer: Answer) -> None:
        tone = _TONES[answer.grade]
        outer = self._cursor.currentFrame().lastCursorPosition
        frame = QTextFrameFormat()
        frame.setBackground(QBrush(QColor(self._theme.grounds[tone])))
        frame.setPadding(SPACE)
        frame.setBottomMargin(SPACE)
        self._cursor.insertFrame(frame)
        self._in_new_block = True
        headline = _ink(self._theme.tones[tone])
        headline.setFontPointSize(self._size * HEADLINE)
        headline.setFontWeight(QFont.Weight.Bold)
        self._paragraph(f"{_MARKS[answer.grade]} {answer.headline}", headline)
        for sentence in answer.below:
            self._paragraph(sentence, self._plain, above=CLOSE)
        self._leave(outer())

    def _advice(self, advice: Iterable[Advice]) -> None:
        """Write a numbered list: what is wrong, its line, and below it what to do."""
        for number, each in enumerate(advice, 1):
            mark = "" if each.grade is Grade.WRONG else f"{_MARKS[each.grade]} "
            says = f"{number}.  {mark}{each.says}"
            self._paragraph(says, self._strong, above=SPACE, indent=GAP)
            if each.line:
                self._cursor.insertText("  ", self._plain)
                self._line(each.line, f"line {each.line}")
            self._paragraph(each.fix, self._plain, above=CLOSE, indent=2 * GAP)

    def _compared(self, title: str, pieces: Pieces) -> None:
        """Write a text in which differences are bold, underlined and in colour."""
        self._heading(title)
        same = QTextCharFormat(self._plain)
        same.setFontFamilies([QFontInfo(style.monospace()).family()])
        differs = QTextCharFormat(same)
        differs.setForeground(QColor(self._theme.tones[Tone.PROBLEM]))
        differs.setFontWeight(QFont.Weight.Bold)
        differs.setFontUnderline(True)
        self._paragraph("", same)
        for piece in pieces:
            self._cursor.insertText(piece.text, differs if piece.differs else same)

    def _made(self, made: Iterable[tuple[str, str]]) -> None:
        self._paragraph("", self._muted, above=SPACE)
        said = ", ".join(f"{name.lower()}: {value}" for name, value in made)
        self._cursor.insertText(said[:1].upper() + said[1:], self._muted)

    def _table(self, rows: tuple[Row, ...]) -> None:
        outer = self._cursor.currentFrame().lastCursorPosition
        table = self._cursor.insertTable(len(rows) + 1, len(_COLUMNS), self._table_format(rows))
        for column, title in enumerate(_COLUMNS):
            table.cellAt(0, column).firstCursorPosition().insertText(title, self._strong)
        for at, row in enumerate(rows, 1):
            cells = [table.cellAt(at, column).firstCursorPosition() for column in range(3)]
            cells[0].insertText(row.field, self._plain)
            cells[1].insertText(row.value, self._plain)
            if row.remark:
                cells[1].insertBlock()
                cells[1].insertText(row.remark, self._muted)
            self._cursor = cells[2]
            self._line(row.line, str(row.line))
        self._leave(outer())

    def _table_format(self, rows: Iterable[Row]) -> QTextTableFormat:
        table = QTextTableFormat()
        table.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        font = self._cursor.document().defaultFont()
        metrics = QFontMetricsF(font)
        font.setBold(True)
        title = QFontMetricsF(font).horizontalAdvance(_COLUMNS[0]) + 2 * (CELL + HAIRLINE)
        width = max(title, *(metrics.horizontalAdvance(f"{row.field}m") for row in rows))
        widest = _WIDEST_FIELD * metrics.averageCharWidth()
        widths = (min(width, widest), 0, metrics.horizontalAdvance("99999m"))
        kinds = QTextLength.Type
        table.setColumnWidthConstraints(
            [
                QTextLength(kinds.FixedLength if each else kinds.VariableLength, each)
                for each in widths
            ]
        )
        table.setHeaderRowCount(1)
        table.setCellPadding(CELL)
        table.setCellSpacing(0)
        table.setBottomMargin(SPACE)
        table.setBorderCollapse(True)
        table.setBorder(HAIRLINE)
        table.setBorderBrush(QColor(self._theme.line))
        table.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        return table

    def _heading(self, text: str) -> None:
        self._paragraph(text, self._title, above=GAP)

    def _line(self, number: int, text: str) -> None:
        link = _ink(self._theme.accent)
        link.setAnchor(True)
        link.setAnchorHref(f"{_LINE}:{number}")
        link.setFontUnderline(True)
        self._cursor.insertText(text, link)

    def _leave(self, cursor: QTextCursor) -> None:
        """Go on behind a frame or table, in the block that is always there."""
        self._cursor = cursor
        self._in_new_block = True

    def _paragraph(
        self, text: str, ink: QTextCharFormat, *, above: int = 0, indent: int = 0
    ) -> None:
        block = QTextBlockFormat()
        block.setTopMargin(above)
        block.setLeftMargin(indent)
        if self._in_new_block:
            self._cursor.setBlockFormat(block)
        else:
            self._cursor.insertBlock(block, ink)
        self._in_new_block = False
        self._cursor.insertText(text, ink)


def _ink(colour: str) -> QTextCharFormat:
    ink = QTextCharFormat()
    ink.setForeground(QColor(colour))
    return ink
