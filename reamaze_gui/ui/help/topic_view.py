"""Shows a topic of Help with links to others, and highlights the words of a search."""

from collections.abc import Mapping

from PySide6.QtCore import QRegularExpression, QUrl, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from reamaze_gui.ui.help.help_topics import pattern_of
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.style import GAP, LINE, SPACE, Tone

_ADDRESS = "help:/{}.md"  # links between topics are relative: just a file name


class TopicView(QTextBrowser):
    """Shows one of the topics in `texts`, which maps names to Markdown, and loads nothing else.

    `topic` is the current one, empty at first. Signals: `topic_shown(topic)`.
    """

    topic_shown = Signal(str)

    def __init__(self, texts: Mapping[str, str]) -> None:
        super().__init__()
        self.topic = ""
        self._texts = texts
        self._words: tuple[str, ...] = ()
        self.setAccessibleName("Help text")
        self.document().setDocumentMargin(GAP)
        self.sourceChanged.connect(self._follow_source)
        style.COLOURS.changed.connect(self._follow_theme)

    def show_topic(self, topic: str) -> None:
        """Show the beginning of a topic, unless it is already shown."""
        if topic != self.topic:
            self.setSource(QUrl(_ADDRESS.format(topic)))

    def look_for(self, words: tuple[str, ...]) -> None:
        """Highlight these words in every topic from now on, and scroll to the first."""
        self._words = words
        self._mark()
        places = [each.cursor.selectionStart() for each in self.extraSelections()]
        if places:
            cursor = QTextCursor(self.document())
            cursor.setPosition(min(places))
            self.setTextCursor(cursor)

    def _mark(self) -> None:
        marks = []
        for word in self._words:
            pattern = QRegularExpression(pattern_of(word))
            pattern.setPatternOptions(QRegularExpression.PatternOption.CaseInsensitiveOption)
            cursor = self.document().find(pattern)
            while not cursor.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor, mark.format = cursor, _marker()
                marks.append(mark)
                cursor = self.document().find(pattern, cursor)
        self.setExtraSelections(marks)

    @Slot(QUrl)
    def _follow_source(self, address: QUrl) -> None:
        self.topic = _topic_of(address)
        _add_spacing(self.document())
        self.look_for(self._words)
        self.topic_shown.emit(self.topic)

    @Slot()
    def _follow_theme(self) -> None:
        if self.topic:
            place = self.verticalScrollBar().value()
            self.reload()
            self.verticalScrollBar().setValue(place)

    def loadResource(self, _kind: int, name: QUrl | str) -> object:
        """Return the Markdown of a topic."""
        return self._texts[_topic_of(QUrl(name))]


def _topic_of(address: QUrl) -> str:
    return address.fileName().removesuffix(".md")


def _add_spacing(document: QTextDocument) -> None:
    """Set line height, heading sizes and margins, which Markdown can't."""
    cursor, lines = QTextCursor(document), QTextBlockFormat()
    lines.setLineHeight(LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(lines)
    block = document.begin()
    while block.isValid():
        if level := block.blockFormat().headingLevel():
            heading = QTextBlockFormat()
            heading.setTopMargin(GAP if block.position() else 0)
            heading.setBottomMargin(SPACE)
            words, step = QTextCharFormat(), QTextFormat.Property.FontSizeAdjustment
            words.setProperty(step, style.HEADINGS[level])
            cursor = QTextCursor(block)
            cursor.mergeBlockFormat(heading)
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.mergeCharFormat(words)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        table = frame.frameFormat().toTableFormat()  # Markdown has no other frames
        table.setTopMargin(SPACE)
        table.setBottomMargin(SPACE)
        table.setBorderCollapse(True)
        table.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        table.setBorderBrush(QColor(style.theme().line))
        frame.setFrameFormat(table)


def _marker() -> QTextCharFormat:
    theme, marker = style.theme(), QTextCharFormat()
    marker.setBackground(QColor(theme.tinted[Tone.WARNING]))
    marker.setForeground(QColor(theme.text))
    marker.setFontUnderline(True)
    return marker
