"""The form: a row for each field of a customer, with what is to be said about it."""

import re
from dataclasses import astuple, replace
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QWidget,
)

from reamaze_gui.core.characters import LONGEST
from reamaze_gui.core.customer import FIELDS, Customer, Field
from reamaze_gui.core.preview import Mode, Preview
from reamaze_gui.core.remark import Fix, Remark, Severity, warning
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.choice_box import ChoiceBox
from reamaze_gui.ui.widgets.fix_button import FixButton
from reamaze_gui.ui.widgets.line_edit import LineEdit
from reamaze_gui.ui.widgets.mnemonics import Mnemonics
from reamaze_gui.ui.widgets.note import Note, announce
from reamaze_gui.ui.widgets.style import CLOSE, SPACE, Tone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionComboBox

_FALLBACK_REGION = "US"

# Ways of losing the focus in which the user has not gone on to something else in this window.
_PASSING = {
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
}


_SEVERAL = warning("Several values stand in this one field.")


class FieldRow(QObject):
    """One field of the form: label, line edit, and below it what is to be said, with its fix.

    A field is not scolded before it was first left; return in the field does what the fix offers.
    Signals: `changed` when what is typed, or what may be said about it, has changed;
    `row_pasted(text)` when the fix is pressed that fills the whole form from what stands here.
    """

    changed = Signal()
    row_pasted = Signal(str)

    def __init__(self, field: Field, mnemonics: Mnemonics, parent: QObject) -> None:
        super().__init__(parent)
        self._was_left = False
        self._has_row = False  # of a table, pasted into this one field
        self.field = field
        self.edit = LineEdit(placeholderText=field.hint)
        self.edit.setMaxLength(2 * LONGEST + 2)  # as Qt counts, in UTF-16
        self.edit.setAccessibleName(field.label)
        self.label = mnemonics.label(field.label, self.edit)
        self.note = Note(lines=2)
        self.fix = FixButton()
        self.note.setMinimumHeight(max(self.note.minimumHeight(), style.room(self.fix)))
        self.edit.textChanged.connect(self.changed)
        self.edit.returnPressed.connect(self._answer)
        self.edit.installEventFilter(self)
        self.fix.clicked.connect(self.apply_fix)

    def apply_fix(self) -> None:
        """Put the corrected value in, in a way that the field's own undo takes back."""
        if self.fix.offered and self._has_row:
            self.row_pasted.emit(self.edit.text())
        elif self.fix.offered:
            corrected = self.fix.offered.value
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)  # before the button hides with it
            self.edit.selectAll()
            self.edit.insert(corrected)

    def _answer(self) -> None:
        """Correct the value, or say what is wrong with it."""
        if self.fix.offered:
            self.apply_fix()
        else:
            self._was_left = True
            self.changed.emit()

    def show_remarks(self, remarks: tuple[Remark, ...], aside: str, *, sent: bool) -> None:
        """Show the remarks, or the aside where there are none; grey out what is not sent."""
        self.edit.setEnabled(sent)
        self.label.setEnabled(sent)
        row = row_in(self.edit.text())
        self._has_row = row is not None
        shown = [remark for remark in remarks if self._may_say(remark)]
        shown = [remark for remark in shown if remark.stops] or shown
        if row:
            shown = [replace(each, fix=None) for each in shown if each.stops] or [_SEVERAL]
        says = " ".join(remark.says for remark in shown)
        wrong = any(remark.stops for remark in shown)
        if shown:
            self.note.say(says, Tone.PROBLEM if wrong else Tone.WARNING)
        else:
            self.note.say(aside)
        if wrong and says != self.edit.accessibleDescription():
            announce(self.edit, f"{self.field.label}: {says}")
        self.edit.setAccessibleDescription(says or aside or self.field.hint)
        self._offer(row or next((remark.fix for remark in shown if remark.fix), None))

    def forgive(self) -> None:
        """Treat the field as new: not scolded until it is left again."""
        self._was_left = False

    def _may_say(self, remark: Remark) -> bool:
        if remark.severity is Severity.MISSING:
            return self._was_left
        return self._was_left or not self.edit.hasFocus()

    def _offer(self, fix: Fix | None) -> None:
        if fix == self.fix.offered:
            return
        self.fix.offer(fix)
        if fix:
            self.fix.setToolTip(f"{fix.label} (Return in the field)".replace("<", "&lt;"))

    def _leaves_undo_to_window(self, event: QEvent) -> bool:
        return (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.edit.isUndoAvailable()
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice when the field is entered and left; leave Ctrl+Z to the window when unused."""
        if event.type() is QEvent.Type.FocusIn:
            self.changed.emit()
        elif _leaves(event):
            self._was_left = True
            self.changed.emit()
        elif self._leaves_undo_to_window(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def _leaves(event: QEvent) -> bool:
    is_out = event.type() is QEvent.Type.FocusOut
    return is_out and isinstance(event, QFocusEvent) and event.reason() not in _PASSING


class RegionBox(ChoiceBox):
    """Where a phone number without a country code is dialled; `region` is an ISO 3166 code."""

    def __init__(self, region: str) -> None:
        super().__init__()
        self.setAccessibleName("Phone region")
        self.setToolTip("Where a number without a country code is dialled")
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        self.setMinimumContentsLength(10)
        self.addItem(region_name(region), region)

    @property
    def region(self) -> str:
        """The chosen region."""
        return str(self.currentData())

    def choose(self, region: str) -> None:
        """Choose a region, if it is one of those on offer."""
        at = self.findData(region)
        if at >= 0:
            self.setCurrentIndex(at)

    def fill(self) -> None:
        """Offer every region by name; this takes its time, so it comes after the first paint."""
        from reamaze_gui.core import phone

        regions = sorted(phone.regions(), key=lambda each: region_name(each.code))
        chosen = self.region
        self.blockSignals(True)
        self.clear()
        for each in regions:
            self.addItem(f"{region_name(each.code)} (+{each.calling_code})", each.code)
        at = self.findData(chosen)
        self.setCurrentIndex(at if at >= 0 else self.findData(_FALLBACK_REGION))
        self.blockSignals(False)

    def initStyleOption(self, option: "QStyleOptionComboBox") -> None:
        """Shorten a long name with an ellipsis, where Qt would cut it off."""
        super().initStyleOption(option)
        room = self.width() - style.room(self)  # the arrow's field is about a square
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room
        )


class CustomerForm(QWidget):
    """The rows of every field that a customer has.

    Signals: `edited` after a field was changed, by key or by `fill`; `changed` after whatever
    changes `value()`, `region`, or what may be said about them; `row_pasted(text)` when the form is
    to be filled from a row that stands in one field.
    """

    edited = Signal()
    changed = Signal()
    row_pasted = Signal(str)

    def __init__(self, region: str, mnemonics: Mnemonics) -> None:
        super().__init__()
        self._rows = {field.name: FieldRow(field, mnemonics, self) for field in FIELDS}
        self._region = RegionBox(region)
        self._region.currentIndexChanged.connect(self.changed)
        self._region_label = _region_label(self._region, mnemonics)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(CLOSE)
        for at, row in enumerate(self._rows.values()):
            line, below = QHBoxLayout(), QHBoxLayout()
            line.setSpacing(SPACE)
            line.addWidget(row.edit, stretch=3)
            if row.field.name == "phone":
                line.addWidget(self._region_label)
                line.addWidget(self._region, stretch=2)
            below.addWidget(row.note, stretch=1)
            below.addWidget(row.fix, alignment=Qt.AlignmentFlag.AlignTop)
            grid.addWidget(row.label, 2 * at, 0)
            grid.addLayout(line, 2 * at, 1)
            grid.addLayout(below, 2 * at + 1, 1)
            row.edit.textChanged.connect(self.edited)
            row.changed.connect(self.changed)
            row.row_pasted.connect(self.row_pasted)

    @property
    def region(self) -> str:
        """The ISO 3166 code of where a phone number is dialled as it stands."""
        return self._region.region

    def value(self) -> Customer:
        """Return the customer, exactly as typed."""
        return Customer(**{name: row.edit.text() for name, row in self._rows.items()})

    def fill(self, customer: Customer) -> None:
        """Put a customer in, at the user's wish; fields left empty count as new."""
        self.enter()  # so that no field can be left after it
        self.blockSignals(True)  # one change, not one for each field
        for name, row in self._rows.items():
            row.forgive()
            row.edit.setText(getattr(customer, name))
            row.edit.setCursorPosition(0)
        self.blockSignals(False)
        self.edited.emit()
        self.changed.emit()

    def enter(self) -> None:
        """Go to the first field that is sent."""
        first = next(row.edit for row in self._rows.values() if row.edit.isEnabled())
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_region(self, region: str) -> None:
        """Read a phone number as it is dialled in this region."""
        self._region.choose(region)

    def fill_regions(self) -> None:
        """Complete the list of regions."""
        self._region.fill()

    def show_preview(self, preview: Preview, mode: Mode) -> None:
        """Show what is to be said about each field."""
        for name, row in self._rows.items():
            sent = mode.sends(row.field)
            aside = self._phone_line() if name == "phone" else ""
            row.show_remarks(
                preview.about(name), aside if sent else "Not sent in Weak SSO.", sent=sent
            )
        for widget in (self._region, self._region_label):
            widget.setEnabled(mode.sends(self._rows["phone"].field))

    def _phone_line(self) -> str:
        """Return country and kind of the number, if it is a valid one."""
        number = self._rows["phone"].edit.text()
        if not number:
            return ""
        from reamaze_gui.core import phone

        line = phone.line(number)
        return f"{region_name(line.region)}, {line.kind}" if line else ""


def _region_label(region: RegionBox, mnemonics: Mnemonics) -> QLabel:
    """Return the label that gives a combo box its name: on Linux, Qt has no other for it."""
    label = mnemonics.label("Region", region)
    label.setAccessibleName(region.accessibleName())
    return label


def row_in(text: str) -> Fix | None:
    """Return the offer to fill the form, where a row of a table was pasted into one field."""
    cells = [cell for cell in re.split(r"[\t\r\n;|,]", text) if cell.strip()]
    if len(cells) < 2:  # noqa: PLR2004 - a value alone is no row
        return None
    from reamaze_gui.core.pasted import read_customer

    customer = read_customer(text)
    told = sum(map(bool, astuple(customer))) if customer else 0
    return Fix(f"Fill the form from these {len(cells)} cells", text) if told > 1 else None


@cache
def region_name(code: str) -> str:
    """Return a region's English name, from the code of ISO 3166; '001' is the world."""
    territory = QLocale.codeToTerritory(code)
    if territory is QLocale.Country.AnyTerritory:
        return code
    return QLocale.territoryToString(territory)
