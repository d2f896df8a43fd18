"""The attributes of a customer: rows of label and value, shown beside the conversation."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from reamaze_gui.core.attributes import MOST, Attribute
from reamaze_gui.core.characters import LONGEST
from reamaze_gui.core.remark import Remark
from reamaze_gui.ui.widgets.line_edit import LineEdit
from reamaze_gui.ui.widgets.note import Note
from reamaze_gui.ui.widgets.style import SPACE, TIGHT, Tone

_MOST_NAMED = 5  # pieces of a paste that are named as not used
_WHAT = "Re:amaze shows them beside the conversation. They are not signed."


class AttributesForm(QWidget):
    """Rows of two fields, with an empty one at the end; two pasted columns become as many rows.

    Signals: `changed` after `value()`, by key or by `fill`.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[LineEdit, LineEdit]] = []
        self._unused: list[str] = []  # what of the last paste has no place here
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
        self._unused = []
        self._put(0, [(each.label, str(each.value)) for each in attributes])

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Say what is wrong with them or was not used, or else what they are for."""
        wrong = any(remark.stops for remark in remarks)
        says = [remark.says for remark in remarks]
        if self._unused:
            from reamaze_gui.core.pasted.paste import shown  # few ever paste what has no place

            named = ", ".join(f"“{shown(each)}”" for each in self._unused[:_MOST_NAMED])
            more = len(self._unused) - _MOST_NAMED
            says.append(f"Not used: {named}{f' and {more:,} more' if more > 0 else ''}.")
        tone = Tone.PROBLEM if wrong else Tone.WARNING if says else Tone.MUTED
        self._note.say(" ".join(says) or _WHAT, tone)

    @Slot()
    def _follow(self) -> None:
        """Insert pasted columns as rows of their own, and keep an empty row at the end."""
        self._unused = []
        for at, (label, value) in enumerate(self._rows):
            if pairs := pairs_in(label.text()):
                later = ((row[0].text(), row[1].text()) for row in self._rows[at + 1 :])
                replaced = [value.text()] if value.text() else []
                self._unused = [*replaced, *_beyond_two(label.text())]
                self._put(at, [*pairs, *(pair for pair in later if any(pair))])
                return
        self._grow()
        self.changed.emit()

    def _put(self, at: int, pairs: Sequence[tuple[str, str]]) -> None:
        """Write pairs from a row on, and nothing below them."""
        self._unused += [" ".join(filter(None, pair)) for pair in pairs[MOST - at :]]
        self.blockSignals(True)  # one change, not one for each field
        for row, pair in enumerate(pairs[: MOST - at], at):
            while row >= len(self._rows):
                self._add_row()
            self._write(row, *pair)
        for row in range(at + len(pairs), len(self._rows)):
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


def _beyond_two(text: str) -> list[str]:
    """Return the cells that are in neither of the first two columns of a paste."""
    cells = (cell.strip() for line in text.splitlines() for cell in line.split("\t")[2:])
    return [cell for cell in cells if cell]
