"""The attributes of a customer: rows of label and value, shown beside the conversation."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from reamaze_gui.core.attributes import MOST, Attribute
from reamaze_gui.core.characters import LONGEST
from reamaze_gui.core.remark import Remark
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.line_edit import LineEdit
from reamaze_gui.ui.widgets.note import Note
from reamaze_gui.ui.widgets.style import SPACE, TIGHT, Tone

_WHAT = "Re:amaze shows them beside the conversation. They are not signed."


class AttributesForm(QWidget):
    """Rows of two fields, with an empty one at the end; two pasted columns fill as many rows.

    Signals: `changed` after `value()`, by key or by `fill`.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[LineEdit, LineEdit]] = []
        self._note = Note()
        self._note.say(_WHAT)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE)
        self._grid.setVerticalSpacing(TIGHT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TIGHT)
        layout.addWidget(self._note)
        layout.addLayout(self._grid)
        self._grow()

    def value(self) -> tuple[Attribute, ...]:
        """Return the attributes that have a label or a value, exactly as typed."""
        typed = ((label.text(), value.text()) for label, value in self._rows)
        return tuple(Attribute(label, value) for label, value in typed if label or value)

    def fill(self, attributes: Iterable[Attribute]) -> None:
        """Put these in the place of what stands there."""
        self._put(0, [(each.label, str(each.value)) for each in attributes], clears=True)

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Say what is wrong with them, or else what they are for."""
        wrong = any(remark.stops for remark in remarks)
        tone = Tone.PROBLEM if wrong else Tone.WARNING if remarks else Tone.MUTED
        self._note.say(" ".join(remark.says for remark in remarks) or _WHAT, tone)

    @Slot()
    def _follow(self) -> None:
        """Spread pasted columns over the rows, and keep an empty row at the end."""
        for at, (label, _) in enumerate(self._rows):
            if pairs := pairs_in(label.text()):
                self._put(at, pairs)
                return
        self._grow()
        self.changed.emit()

    def _put(self, at: int, pairs: Sequence[tuple[str, str]], *, clears: bool = False) -> None:
        """Write pairs from a row on."""
        self.blockSignals(True)  # one change, not one for each field
        for row, pair in enumerate(pairs[: MOST - at], at):
            while row >= len(self._rows):
                self._add_row()
            self._write(row, *pair)
        if clears:
            for row in range(len(pairs), len(self._rows)):
                self._write(row, "", "")
        self.blockSignals(False)
        self._grow()
        self.changed.emit()

    def _write(self, row: int, *texts: str) -> None:
        for edit, text in zip(self._rows[row], texts, strict=True):
            edit.blockSignals(True)
            edit.setText(text)
            edit.setCursorPosition(0)
            edit.blockSignals(False)

    def _grow(self) -> None:
        last = self._rows[-1] if self._rows else None
        if len(self._rows) < MOST and (not last or any(edit.text() for edit in last)):
            self._add_row()

    def _add_row(self) -> None:
        row = len(self._rows)
        label, value = LineEdit(placeholderText="label"), LineEdit(placeholderText="value")
        for column, (edit, name) in enumerate(((label, "label"), (value, "value"))):
            edit.setAccessibleName(f"Attribute {name} {row + 1}")
            edit.setMaxLength(2 * LONGEST + 2)  # as Qt counts, in UTF-16
            edit.setMinimumHeight(style.room(edit))
            edit.textChanged.connect(self._follow)
            self._grid.addWidget(edit, row, column)
        self._rows.append((label, value))


def pairs_in(text: str) -> list[tuple[str, str]]:
    r"""Return the rows of two columns that a spreadsheet copied; none for a text of one cell.

    >>> pairs_in("Orders\t7\nTown\tOslo"), pairs_in("Orders")
    ([('Orders', '7'), ('Town', 'Oslo')], [])
    """
    if "\t" not in text:
        return []
    rows = (line.split("\t") for line in text.splitlines() if line.strip())
    return [(cells[0].strip(), "".join(cells[1:2]).strip()) for cells in rows]
