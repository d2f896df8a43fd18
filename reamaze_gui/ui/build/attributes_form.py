"""The form for a customer's attributes: rows of label and value."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from reamaze_gui.core.attributes import MOST, Attribute, Scalar, text_of
from reamaze_gui.core.remark import Remark, warning
from reamaze_gui.ui.widgets import layouts, style
from reamaze_gui.ui.widgets.line_edit import LONGEST_TEXT, LineEdit
from reamaze_gui.ui.widgets.note import Note, tone_of
from reamaze_gui.ui.widgets.style import SPACE, TIGHT

_NOTHING = Attribute("", "")
_LONGEST_PASTE = 100_000  # characters, with which columns can fill every row
_WHAT = "Re:amaze shows them beside the conversation. They are not signed."


class AttributesForm(QWidget):
    """Rows of two fields, the last one empty; pasted columns fill as many rows as they have.

    Signals: `changed` after `value()` changed, by typing or by `fill`.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[_Row] = []
        self._unused: list[str] = []  # pieces of the last paste that fit nowhere
        self._note = Note()
        self._note.say(_WHAT)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE)
        self._grid.setVerticalSpacing(TIGHT)
        layout = layouts.column(TIGHT, self)
        layout.addWidget(self._note)
        layout.addLayout(self._grid)
        self._grow()

    def value(self) -> tuple[Attribute, ...]:
        """Return the rows that have a label or a value, exactly as entered."""
        return tuple(row.value for row in self._rows if not row.is_empty)

    def fill(self, attributes: Iterable[Attribute]) -> None:
        """Replace all attributes."""
        self._unused = []
        self._put(0, [*attributes])

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Show what is wrong or was not used, or else what attributes are for."""
        shown = [*remarks, *self._about_unused()]
        self._note.say(" ".join(each.says for each in shown) or _WHAT, tone_of(shown))
        self._mark_rows(remarks)

    def _about_unused(self) -> Iterator[Remark]:
        if self._unused:
            from reamaze_gui.core.pasted.paste import shown  # rarely needed
            from reamaze_gui.ui.build.pasted import not_used

            yield warning(not_used([f"“{shown(each)}”" for each in self._unused]))

    def _mark_rows(self, remarks: Sequence[Remark]) -> None:
        """Give each row the border of its most severe remark."""
        worst_last = sorted(remarks, key=lambda remark: remark.stops)
        tones = {each.row: tone_of([each]) for each in worst_last}
        numbers = count()
        for row in self._rows:
            tone = None if row.is_empty else tones.get(next(numbers))
            for edit in (row.label_edit, row.value_edit):
                style.set_tone(edit, tone)

    @Slot()
    def _follow(self) -> None:
        """Turn pasted columns into rows, and keep an empty row at the end."""
        self._unused = []
        for at, row in enumerate(self._rows):
            if pairs := pairs_in(pasted := row.label_edit.text()):
                replaced = row.value_edit.text()
                self._unused = [*filter(None, [replaced]), *_further_columns(pasted)]
                later = [each.value for each in self._rows[at + 1 :] if not each.is_empty]
                self._put(at, [*(Attribute(*pair) for pair in pairs), *later])
                return
            row.describe_type()
        self._grow()
        self.changed.emit()

    def _put(self, at: int, attributes: Sequence[Attribute]) -> None:
        """Fill the rows from `at` on, and empty those below."""
        too_many = attributes[MOST - at :]
        self._unused += [f"{each.label} {text_of(each.value)}".strip() for each in too_many]
        for row, attribute in enumerate(attributes[: MOST - at], at):
            while row >= len(self._rows):
                self._add_row()
            self._rows[row].fill(attribute)
        for each in self._rows[at + len(attributes) :]:
            each.fill(_NOTHING)
        self._grow()
        self.changed.emit()

    def _grow(self) -> None:
        if not self._rows or (len(self._rows) < MOST and not self._rows[-1].is_empty):
            self._add_row()

    def _add_row(self) -> None:
        number, row = len(self._rows), _Row()
        for column, edit in enumerate((row.label_edit, row.value_edit)):
            edit.setAccessibleName(f"Attribute {edit.placeholderText()} {number + 1}")
            edit.textChanged.connect(self._follow)
            self._grid.addWidget(edit, number, column)
        if self._rows:
            self.setTabOrder(self._rows[-1].value_edit, row.label_edit)
        self.setTabOrder(row.label_edit, row.value_edit)
        self._rows.append(row)


class _Row:
    """Two fields; a number or boolean that was filled in keeps its type until it is edited."""

    def __init__(self) -> None:
        self.label_edit = LineEdit(placeholderText="label", maxLength=_LONGEST_PASTE)
        self.value_edit = LineEdit(placeholderText="value", maxLength=LONGEST_TEXT)
        self._filled: Scalar = ""

    @property
    def is_empty(self) -> bool:
        return not (self.label_edit.text() or self.value_edit.text())

    @property
    def value(self) -> Attribute:
        typed = self.value_edit.text()
        is_unedited = typed == text_of(self._filled)
        return Attribute(self.label_edit.text(), self._filled if is_unedited else typed)

    def fill(self, attribute: Attribute) -> None:
        self._filled = attribute.value
        texts = (attribute.label, text_of(attribute.value))
        for edit, text in zip((self.label_edit, self.value_edit), texts, strict=True):
            with QSignalBlocker(edit):  # the form emits `changed` once
                edit.setText(text)
                edit.setCursorPosition(0)
        self.describe_type()

    def describe_type(self) -> None:
        """Say how a value that isn't text will be sent."""
        value = self.value.value
        kind = "true or false" if isinstance(value, bool) else "a number"
        says = "" if isinstance(value, str) else f"Sent as {kind}. Once edited, it is sent as text."
        self.value_edit.setToolTip(says)
        self.value_edit.setAccessibleDescription(says)


def pairs_in(text: str) -> list[tuple[str, str]]:
    r"""Return the first two columns of cells copied from a spreadsheet; empty for a single cell.

    >>> pairs_in("Orders\t7\nTown\tOslo"), pairs_in("Orders")
    ([('Orders', '7'), ('Town', 'Oslo')], [])
    """
    if "\t" not in text:
        return []
    rows = (line.split("\t") for line in text.splitlines() if line.strip())
    return [(cells[0].strip(), "".join(cells[1:2]).strip()) for cells in rows]


def _further_columns(text: str) -> list[str]:
    """Return the cells of a paste after the first two columns."""
    cells = (cell.strip() for line in text.splitlines() for cell in line.split("\t")[2:])
    return [cell for cell in cells if cell]
