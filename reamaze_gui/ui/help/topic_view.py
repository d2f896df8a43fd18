"""Shows a topic of Help, with links to others, and marks what is searched for."""

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

_ADDRESS = "help:/{}.md"  # a link from topic to topic is the file's name alone


class TopicView(QTextBrowser):
    """Shows one topic of those given as Markdown, by their names, and loads nothing else.

    `topic` is the one that is shown, empty at first. Signals: `topic_shown(topic)`.
    """

    topic_shown = Signal(str)

    def __init__(self, texts: Mapping[str, str]) -> None:
        super().__init__()
        self.topic = ""
        self._texts = texts
        self._words: tuple[str, ...] = ()
        self.setAccessibleName("Help text")
        self.document().setDocumentMargin(GAP)
        self.sourceChanged.connect(self._tell)
        style.COLOURS.changed.connect(self._follow_theme)

    def show_topic(self, topic: str) -> None:
        """Show a topic from its beginning, unless it is shown already."""
        if topic != self.topic:
            self.setSource(QUrl(_ADDRESS.format(topic)))

    def look_for(self, words: tuple[str, ...]) -> None:
        """Mark these words, from now on in every topic, and go to the first."""
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
    def _tell(self, address: QUrl) -> None:
        self.topic = _topic_of(address)  # before `source` says so
        _give_air(self.document())
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


def _give_air(document: QTextDocument) -> None:
    """Add space between lines, headings and tables, which Markdown can't ask for."""
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
        apart = frame.frameFormat().toTableFormat()  # Markdown has no other frames
        apart.setTopMargin(SPACE)
        apart.setBottomMargin(SPACE)
        apart.setBorderCollapse(True)
        apart.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        apart.setBorderBrush(QColor(style.theme().line))
        frame.setFrameFormat(apart)


def _marker() -> QTextCharFormat:
    theme, marker = style.theme(), QTextCharFormat()
    marker.setBackground(QColor(theme.grounds[Tone.WARNING]))
    marker.setForeground(QColor(theme.text))
    marker.setFontUnderline(True)
    return marker
