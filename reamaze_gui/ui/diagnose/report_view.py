"""Shows a part of the report, without scrolling."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSizeF, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent, QTextTable
from PySide6.QtWidgets import QSizePolicy, QTextBrowser

from reamaze_gui.core.report.wording import Answer
from reamaze_gui.ui.diagnose.report_writer import TONES, ReportWriter
from reamaze_gui.ui.runtime import clipboard
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.style import RADIUS_CODE, RING

_NARROW = 56  # letters; in a narrower view, labels are above their texts

Write = Callable[[ReportWriter, Answer], None]


class ReportView(QTextBrowser):
    """A read-only view; pasted values are always plain text.

    `write` writes one part of an answer. Signals: `line_chosen(number)`, from 1, when a link was
    clicked.
    """

    line_chosen = Signal(int)

    def __init__(self, name: str, write: Write) -> None:
        super().__init__()
        self._write = write
        self._answer: Answer | None = None
        self._is_narrow = False
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)  # keeps no previous customers in memory
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.anchorClicked.connect(self._choose_line)
        style.COLOURS.changed.connect(self._render)

    def show_answer(self, answer: Answer | None) -> None:
        """Show an answer, or nothing."""
        if answer != self._answer:
            self._answer = answer
            self._render()

    @Slot()
    def _render(self) -> None:
        self.clear()
        if self._answer:
            writer = ReportWriter(self.textCursor(), is_narrow=self._is_narrow)
            self._write(writer, self._answer)
        self._fit(self.document().size())

    @Slot(QSizeF)
    def _fit(self, size: QSizeF) -> None:
        self.setFixedHeight(ceil(size.height()))  # the style sheet leaves nothing around it

    @Slot(QUrl)
    def _choose_line(self, url: QUrl) -> None:
        self.line_chosen.emit(int(url.path()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the headline's background and the focus ring."""
        frames = self.document().rootFrame().childFrames()
        if self._answer and frames and not isinstance(frames[0], QTextTable):
            tone = TONES[self._answer.grade]
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(QColor(style.theme().tinted[tone]))
            painter.setPen(Qt.PenStyle.NoPen)
            banner = self.document().documentLayout().frameBoundingRect(frames[0])
            banner.setWidth(self.viewport().width())
            banner.setHeight(banner.height() - frames[0].frameFormat().bottomMargin())
            painter.drawRoundedRect(banner, RADIUS_CODE, RADIUS_CODE)
            painter.end()
        super().paintEvent(event)
        if self.hasFocus():
            ring = QPainter(self.viewport())
            ring.setRenderHint(QPainter.RenderHint.Antialiasing)
            ring.setPen(QPen(QColor(style.theme().ring), RING))
            half = RING / 2
            inside = QRectF(self.viewport().rect()).adjusted(half, half, -half, -half)
            ring.drawRoundedRect(inside, RADIUS_CODE, RADIUS_CODE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rewrite the report if labels must move."""
        super().resizeEvent(event)
        is_narrow = self.viewport().width() < style.wide(self, _NARROW)
        if is_narrow is not self._is_narrow:
            self._is_narrow = is_narrow
            self._render()

    def changeEvent(self, event: QEvent) -> None:
        """Rewrite the report in another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self._answer:
            self._render()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Mark a copied selection for clipboard histories."""
        return clipboard.marked(self.textCursor().selection().toPlainText())

    def loadResource(self, _kind: int, _name: QUrl | str) -> None:
        """Load no resources."""
