"""Writes a diagnosis into a document with a cursor, so that no text is ever parsed as markup."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtGui import (
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

from reamaze_gui.core.report.overview import SentValue
from reamaze_gui.core.report.visible import ComparedText
from reamaze_gui.core.report.wording import Advice, Answer, Grade
from reamaze_gui.core.sentences import uncapitalized
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.style import (
    CELL,
    CLOSE,
    GAP,
    HAIRLINE,
    ROOMY,
    SPACE,
    TIGHT,
    TITLE,
    Tone,
)

TONES = {Grade.RIGHT: Tone.GOOD, Grade.DOUBTFUL: Tone.WARNING, Grade.WRONG: Tone.PROBLEM}
_MARKS = {Grade.RIGHT: "✓", Grade.DOUBTFUL: "⚠", Grade.WRONG: "✗"}
LINE = "line"  # the URL scheme of links into the page

_COLUMNS = ("Field", "Value", "Line")
_WIDEST_FIELD = 20  # letters


class ReportWriter:
    """Writes through a cursor, in the current theme."""

    def __init__(self, cursor: QTextCursor, *, is_narrow: bool = False) -> None:
        self._cursor = cursor
        self._is_narrow = is_narrow
        self._in_new_block = True
        self._theme = style.theme()
        self._font = cursor.document().defaultFont()
        self._plain = _format(self._theme.text)
        self._muted = _format(self._theme.muted)
        self._strong = _format(self._theme.text)
        self._strong.setFontWeight(QFont.Weight.DemiBold)

    def write_summary(self, answer: Answer) -> None:
        """Write the headline, what was signed, what must be signed, and what to change."""
        self._cursor.beginEditBlock()
        rows: list[tuple[str, Callable[[], float | None]]] = []
        if answer.signed:
            rows.append((answer.titles[0], partial(self._compared, answer.signed, Tone.PROBLEM)))
        if answer.right:
            rows.append((answer.titles[1], partial(self._compared, answer.right, Tone.GOOD)))
        if answer.mistakes:
            rows.append(("To change", partial(self._advice, answer.mistakes, answer.headline)))
        self._banner(answer, below=SPACE if rows else 0)
        if rows:
            self._labelled(rows)
        self._cursor.setBlockFormat(_thin())  # Qt adds a block after every frame or table
        self._cursor.endEditBlock()

    def write_details(self, answer: Answer) -> None:
        """Write what the page sends, and what else was found in it."""
        self._cursor.beginEditBlock()
        if answer.made:
            made = ", ".join(f"{name.lower()}: {value}" for name, value in answer.made)
            self._paragraph(made[:1].upper() + made[1:], self._muted)
        if answer.rows:
            self._table(answer.rows)
        self._advice(answer.findings)
        self._cursor.endEditBlock()

    def _banner(self, answer: Answer, *, below: int) -> None:
        """Write the headline into a frame, whose background the view paints."""
        tone = TONES[answer.grade]
        outer = self._cursor.currentFrame().lastCursorPosition
        self._cursor.setBlockFormat(_thin())  # Qt adds a block before every frame
        frame = QTextFrameFormat()
        frame.setPadding(ROOMY)
        frame.setBottomMargin(below)
        self._cursor.insertFrame(frame)
        self._in_new_block = True
        headline = _format(self._theme.tones[tone])
        headline.setFontPointSize(self._font.pointSizeF() * TITLE)
        headline.setFontWeight(QFont.Weight.DemiBold)
        self._paragraph(f"{_MARKS[answer.grade]} {answer.headline}", headline)
        for sentence in answer.below:
            self._paragraph(sentence, self._plain, above=CLOSE)
        self._begin(outer())

    def _advice(self, advice: Iterable[Advice], headline: str = "") -> None:
        """Write each mistake with its line and fix, without repeating the headline."""
        several = tuple(advice)
        for number, each in enumerate(several, 1):
            mark = "" if each.grade is Grade.WRONG else f"{_MARKS[each.grade]} "
            count = f"{number}.  " if len(several) > 1 else ""
            says, fix, look = f"{count}{mark}{each.says}", each.fix, self._strong
            if fix and uncapitalized(each.says.rstrip(".")) in uncapitalized(headline):
                says, fix, look = f"{count}{fix}", "", self._plain
            hang = QFontMetricsF(self._font).horizontalAdvance(count)
            self._paragraph(says, look, above=CLOSE, left=hang, first=-hang)
            if each.line:
                self._cursor.insertText("  ", self._plain)
                self._line(each.line, f"line {each.line}")
            if fix:
                self._paragraph(fix, self._plain, above=CLOSE, left=hang)

    def _labelled(self, rows: Sequence[tuple[str, Callable[[], float | None]]]) -> None:
        """Write a label for each row, and call its function to write beside or below it."""
        outer = self._cursor.currentFrame().lastCursorPosition
        beside = len(rows) > 1 and not self._is_narrow
        columns = 2 if beside else 1
        labels = [label for label, _ in rows] if beside else []
        form = self._labelled_format(labels)
        table = self._cursor.insertTable(len(rows), columns, form)
        for at, (label, write) in enumerate(rows):
            self._begin(table.cellAt(at, 0).lastCursorPosition())
            self._paragraph(label, self._muted)
            if beside:
                self._begin(table.cellAt(at, 1).firstCursorPosition())
            else:
                self._cursor.insertBlock()
                self._in_new_block = True
            if (lower := write()) and beside:
                cell = table.cellAt(at, 0)
                padded = cell.format().toTableCellFormat()
                padded.setTopPadding(CLOSE + lower)
                cell.setFormat(padded)
        self._begin(outer())

    def _compared(self, pieces: ComparedText, tone: Tone) -> float:
        """Write a text with its differences bold, underlined and coloured.

        Returns by how many pixels its baseline is lower than that of the usual font.
        """
        same = QTextCharFormat(self._plain)
        same.setFontFamilies([QFontInfo(style.monospace()).family()])
        differs = QTextCharFormat(same)
        differs.setForeground(QColor(self._theme.tones[tone]))
        differs.setFontWeight(QFont.Weight.Bold)
        differs.setFontUnderline(True)
        for piece in pieces:
            self._cursor.insertText(piece.text, differs if piece.differs else same)
        font = QFont(self._font)
        font.setFamilies(same.fontFamilies())
        return max(0, _ascent(font) - _ascent(self._font))

    def _labelled_format(self, beside: Sequence[str]) -> QTextTableFormat:
        table = QTextTableFormat()
        widths = [QTextLength(QTextLength.Type.VariableLength, 0)]
        if beside:
            widest = max(map(QFontMetricsF(self._font).horizontalAdvance, beside))
            widths.insert(0, QTextLength(QTextLength.Type.FixedLength, widest + GAP))
        table.setColumnWidthConstraints(widths)
        table.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table.setBorder(0)
        padding = CLOSE if beside else TIGHT
        table.setLeftMargin(ROOMY - padding)  # aligns with the headline
        table.setCellPadding(padding)
        table.setCellSpacing(0)
        return table

    def _table(self, rows: tuple[SentValue, ...]) -> None:
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
        self._begin(outer())

    def _table_format(self, rows: Iterable[SentValue]) -> QTextTableFormat:
        table = QTextTableFormat()
        table.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        font = QFont(self._font)
        metrics = QFontMetricsF(font)
        font.setWeight(QFont.Weight.DemiBold)
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

    def _line(self, number: int, text: str) -> None:
        link = _format(self._theme.accent)
        link.setAnchor(True)
        link.setAnchorHref(f"{LINE}:{number}")
        link.setFontUnderline(True)
        self._cursor.insertText(text, link)

    def _begin(self, cursor: QTextCursor) -> None:
        """Continue at another cursor, in its first block."""
        self._cursor = cursor
        self._in_new_block = True

    def _paragraph(
        self,
        text: str,
        look: QTextCharFormat,
        *,
        above: int = 0,
        left: float = 0,
        first: float = 0,  # how much further right the first line begins
    ) -> None:
        block = QTextBlockFormat()
        block.setLeftMargin(left)
        block.setTextIndent(first)
        block.setTopMargin(0 if self._in_new_block else above)
        if self._in_new_block:
            self._cursor.setBlockFormat(block)
        else:
            self._cursor.insertBlock(block, look)
        self._in_new_block = False
        self._cursor.insertText(text, look)


def _ascent(font: QFont) -> float:
    return QFontMetricsF(font).ascent()


def _thin() -> QTextBlockFormat:
    thin = QTextBlockFormat()
    thin.setLineHeight(HAIRLINE, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return thin


def _format(colour: str) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(QColor(colour))
    return look
