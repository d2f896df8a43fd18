"""One field of the form: label, line edit, and the remarks below."""

import re
from dataclasses import astuple, replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QWidget

from reamaze_gui.core.customer import Field
from reamaze_gui.core.remark import Fix, Remark, Severity, warning
from reamaze_gui.ui.widgets import layouts, style, tooltip
from reamaze_gui.ui.widgets.fix_button import FixButton, first_fix
from reamaze_gui.ui.widgets.line_edit import LONGEST_TEXT, LineEdit
from reamaze_gui.ui.widgets.mnemonics import FieldLabel
from reamaze_gui.ui.widgets.note import Note, announce, tone_of
from reamaze_gui.ui.widgets.style import SPACE, TIGHT, Tone

# The user loses the focus for one of these reasons without leaving the field for another.
_TEMPORARY = {
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
}

_SEVERAL = warning("This field contains several values.")


class _FieldEdit(LineEdit):
    """A line edit. Signals: `focus_changed(left)`, where `left` is for another field."""

    focus_changed = Signal(bool)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Emit the signal."""
        super().focusInEvent(event)
        self.focus_changed.emit(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Emit the signal."""
        super().focusOutEvent(event)
        if event.reason() not in _TEMPORARY:
            self.focus_changed.emit(True)


class FieldRow(QWidget):
    """Label, line edit, and a remark with its fix, which Return in the field applies.

    Remarks are held back while the user has yet to leave the field. Signals: `changed` after the
    text or the set of visible remarks changed; `row_pasted(text)` to fill the whole form from a
    table's row in this field.
    """

    changed = Signal()
    row_pasted = Signal(str)

    def __init__(self, field: Field, mnemonic: str = "") -> None:
        super().__init__()
        self._was_left = False
        self._row: Fix | None = None  # fills the form from a table's row in this one field
        self.field = field
        self.edit = _FieldEdit(placeholderText=field.hint, maxLength=LONGEST_TEXT)
        self.edit.setAccessibleName(field.label)
        label = field.label.replace(mnemonic, f"&{mnemonic}", 1) if mnemonic else field.label
        self.label = FieldLabel(label, self.edit)
        self.note = Note(beside=True)
        self.fix = FixButton()
        self._lay_out()
        self.edit.textChanged.connect(self._read)
        self.edit.returnPressed.connect(self._return_pressed)
        self.edit.focus_changed.connect(self._follow_focus)
        self.fix.clicked.connect(self.apply_fix)

    def put_beside(self, label: QLabel, widget: QWidget) -> None:
        """Put another widget and its label beside the field."""
        self._grid.addWidget(label, 0, 1)
        self._grid.addWidget(widget, 1, 1)
        self.setTabOrder(self.edit, widget)
        self.setTabOrder(widget, self.fix)

    def apply_fix(self) -> None:
        """Apply the fix, in a way that the field can undo."""
        if self.fix.offered and self._row:
            self.row_pasted.emit(self.edit.text())
        elif self.fix.offered:
            corrected = self.fix.offered.value
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)  # before the button is hidden
            self.edit.selectAll()
            self.edit.insert(corrected)

    def _return_pressed(self) -> None:
        """Apply the fix, or show what is wrong."""
        if self.fix.offered:
            self.apply_fix()
        else:
            self._was_left = True
            self.changed.emit()

    def show_remarks(self, remarks: tuple[Remark, ...], aside: str, *, sent: bool) -> None:
        """Show the remarks, or else the aside; disable a field that isn't sent."""
        self.edit.setEnabled(sent)
        self.label.setEnabled(sent)
        row = self._row
        shown = [remark for remark in remarks if self._may_say(remark)]
        shown = [remark for remark in shown if remark.stops] or shown
        if row:
            shown = [replace(each, fix=None) for each in shown if each.stops] or [_SEVERAL]
        says = " ".join(remark.says for remark in shown)
        tone = tone_of(shown)
        self.note.say(says or aside, tone)
        style.set_tone(self.edit, tone if shown else None)
        if tone is Tone.PROBLEM and says != self.edit.accessibleDescription():
            announce(self.edit, f"{self.field.label}: {says}")
        self.edit.setAccessibleDescription(says or aside or self.field.hint)
        self._offer(row or first_fix(shown), tone)
        self.note.setVisible(bool(says or aside))

    def reset_left(self) -> None:
        """Hold remarks back again if the field is empty."""
        self._was_left = bool(self.edit.text())

    @Slot(str)
    def _read(self, text: str) -> None:
        self._row = row_in(text)
        self.changed.emit()

    @Slot(bool)
    def _follow_focus(self, left: bool) -> None:  # noqa: FBT001 - a slot
        self._was_left |= left
        self.changed.emit()

    def _may_say(self, remark: Remark) -> bool:
        if remark.severity is Severity.MISSING:
            return self._was_left
        return self._was_left or not self.edit.hasFocus()

    def _offer(self, fix: Fix | None, tone: Tone) -> None:
        self.fix.offer(fix, tone)
        self._arrange()
        if fix:
            self.fix.setToolTip(tooltip.plain(f"{fix.label} (Return in the field)"))

    def _arrange(self) -> None:
        """Put the fix beside the remark, or below it if there isn't enough room."""
        if not self.fix.offered:
            self.note.setMinimumHeight(0)
            return
        fits = 2 * self.fix.sizeHint().width() <= self.width()
        self.note.setMinimumHeight(style.room(self.fix) if fits else 0)
        direction = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if direction is not self._below.direction():  # avoids a new layout at every keystroke
            self._below.setDirection(direction)
            self._below.setSpacing(SPACE if fits else TIGHT)

    def _lay_out(self) -> None:
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE)
        self._grid.setVerticalSpacing(TIGHT)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self.label, 0, 0)
        self._grid.addWidget(self.edit, 1, 0)
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.setSpacing(SPACE)
        self._below.addWidget(self.note, stretch=1)
        self._below.addWidget(self.fix, alignment=Qt.AlignmentFlag.AlignTop)
        layout = layouts.column(TIGHT, self)
        layout.addLayout(self._grid)
        layout.addLayout(self._below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rearrange the remark and its fix."""
        super().resizeEvent(event)
        self._arrange()


def row_in(text: str) -> Fix | None:
    """Return a fix that fills the form, if the text is a table's row."""
    if not re.search(r"[\t\r\n;|,]", text):
        return None
    from reamaze_gui.core.pasted import read_paste

    readings = read_paste(text).readings
    cells = len(readings[0].pieces) if len(readings) == 1 else 0
    fields = sum(map(bool, astuple(readings[0].customer))) if cells else 0
    return Fix(f"Fill the form from these {cells} cells", text) if fields > 1 else None
