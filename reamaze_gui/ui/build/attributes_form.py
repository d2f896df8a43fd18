"""The attributes of a customer: rows of label and value, shown beside the conversation."""

from collections.abc import Iterable, Sequence
from itertools import count

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from reamaze_gui.core.attributes import MOST, Attribute, Scalar, text_of
from reamaze_gui.core.characters import LONGEST
from reamaze_gui.core.remark import Remark
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.line_edit import LineEdit
from reamaze_gui.ui.widgets.note import Note
from reamaze_gui.ui.widgets.style import SPACE, TIGHT, Tone

_MOST_NAMED = 5  # pieces of a paste that are named as not used
_NOTHING = Attribute("", "")
_WHAT = "Re:amaze shows them beside the conversation. They are not signed."


class AttributesForm(QWidget):
    """Rows of two fields, with an empty one at the end; two pasted columns become as many rows.

    Signals: `changed` after `value()`, by key or by `fill`.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[_Row] = []
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
        """Return the attributes that have a label or a value, exactly as typed or filled in."""
        return tuple(row.value for row in self._rows if not row.is_empty)

    def fill(self, attributes: Iterable[Attribute]) -> None:
        """Put these in the place of what stands there."""
        self._unused = []
        self._put(0, [*attributes])

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
        self._mark_rows(remarks)

    def _mark_rows(self, remarks: Sequence[Remark]) -> None:
        """Give each row the border of the worst that is said of it."""
        worst_last = sorted(remarks, key=lambda remark: remark.stops)
        tones = {each.row: Tone.PROBLEM if each.stops else Tone.WARNING for each in worst_last}
        numbers = count()
        for row in self._rows:
            tone = None if row.is_empty else tones.get(next(numbers))
            for edit in (row.label_edit, row.value_edit):
                style.set_tone(edit, tone)

    @Slot()
    def _follow(self) -> None:
        """Insert pasted columns as rows of their own, and keep an empty row at the end."""
        self._unused = []
        for at, row in enumerate(self._rows):
            if pairs := pairs_in(pasted := row.label_edit.text()):
                replaced = row.value_edit.text()
                self._unused = [*filter(None, [replaced]), *_beyond_two(pasted)]
                later = [each.value for each in self._rows[at + 1 :] if not each.is_empty]
                self._put(at, [*(Attribute(*pair) for pair in pairs), *later])
                return
            row.tell_kind()
        self._grow()
        self.changed.emit()

    def _put(self, at: int, attributes: Sequence[Attribute]) -> None:
        """Write attributes from a row on, and nothing below them."""
        beyond = attributes[MOST - at :]
        self._unused += [f"{each.label} {text_of(each.value)}".strip() for each in beyond]
        self.blockSignals(True)  # one change, not one for each field
        for row, attribute in enumerate(attributes[: MOST - at], at):
            while row >= len(self._rows):
                self._add_row()
            self._rows[row].fill(attribute)
        for each in self._rows[at + len(attributes) :]:
            each.fill(_NOTHING)
        self.blockSignals(False)
        self._grow()
        self.changed.emit()

    def _grow(self) -> None:
        if not self._rows or (len(self._rows) < MOST and not self._rows[-1].is_empty):
            self._add_row()

    def _add_row(self) -> None:
        number, row = len(self._rows), _Row()
        for column, edit in enumerate((row.label_edit, row.value_edit)):
            edit.setAccessibleName(f"Attribute {edit.placeholderText()} {number + 1}")
            edit.setMaxLength(2 * LONGEST + 2)  # as Qt counts, in UTF-16
            edit.textChanged.connect(self._follow)
            self._grid.addWidget(edit, number, column)
        if self._rows:
            self.setTabOrder(self._rows[-1].value_edit, row.label_edit)
        self.setTabOrder(row.label_edit, row.value_edit)
        self._rows.append(row)


class _Row:
    """Two fields, and what was filled in: a number or truth value stays one until it is edited."""

    def __init__(self) -> None:
        self.label_edit = LineEdit(placeholderText="label")
        self.value_edit = LineEdit(placeholderText="value")
        self._filled: Scalar = ""

    @property
    def is_empty(self) -> bool:
        return not (self.label_edit.text() or self.value_edit.text())

    @property
    def value(self) -> Attribute:
        typed = self.value_edit.text()
        is_as_filled = typed == text_of(self._filled)
        return Attribute(self.label_edit.text(), self._filled if is_as_filled else typed)

    def fill(self, attribute: Attribute) -> None:
        self._filled = attribute.value
        texts = (attribute.label, text_of(attribute.value))
        for edit, text in zip((self.label_edit, self.value_edit), texts, strict=True):
            edit.blockSignals(True)
            edit.setText(text)
            edit.setCursorPosition(0)
            edit.blockSignals(False)
        self.tell_kind()

    def tell_kind(self) -> None:
        """Say of a value that is no text what it is sent as."""
        value = self.value.value
        kind = "true or false" if isinstance(value, bool) else "a number"
        says = "" if isinstance(value, str) else f"Sent as {kind}. Once edited, it is sent as text."
        self.value_edit.setToolTip(says)
        self.value_edit.setAccessibleDescription(says)


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
