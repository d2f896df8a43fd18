"""The customer's form: a row for each field, and the attributes."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QWidget

from reamaze_gui.core.attributes import Attribute
from reamaze_gui.core.customer import FIELDS, Customer
from reamaze_gui.core.preview import DATA_LABEL, Mode, Preview
from reamaze_gui.ui.build.attributes_form import AttributesForm
from reamaze_gui.ui.build.field_row import FieldRow
from reamaze_gui.ui.build.region_box import RegionBox, region_name
from reamaze_gui.ui.widgets import layouts
from reamaze_gui.ui.widgets.buttons import outdented
from reamaze_gui.ui.widgets.fold import Fold
from reamaze_gui.ui.widgets.mnemonics import FieldLabel
from reamaze_gui.ui.widgets.style import ROOMY

# None of them opens a menu.
_MNEMONICS = {"id": "D", "email": "i", "name": "N", "phone": "o", "avatar": "L"}


class CustomerForm(QWidget):
    """A row for each of a customer's fields.

    Signals: `edited` after a field or attribute changed, by typing or by `fill`; `changed` after
    anything that `value()`, `region` or the visible remarks depend on; `row_pasted(text)` to fill
    the form from a table's row that was pasted into one field.
    """

    edited = Signal()
    changed = Signal()
    row_pasted = Signal(str)

    def __init__(self, region: str) -> None:
        super().__init__()
        self._rows = {
            field.name: FieldRow(field, _MNEMONICS.get(field.name, "")) for field in FIELDS
        }
        self._region = RegionBox(region)
        self._region.currentIndexChanged.connect(self.changed)
        self._region_label = FieldLabel("Re&gion", self._region)
        # On Linux, a combo box takes its accessible name only from its label.
        self._region_label.setAccessibleName(self._region.accessibleName())
        layout = layouts.column(ROOMY, self)
        for row in self._rows.values():
            layout.addWidget(row)
            row.edit.textChanged.connect(self.edited)
            row.changed.connect(self.changed)
            row.row_pasted.connect(self.row_pasted)
        self._rows["phone"].put_beside(self._region_label, self._region)
        self._attributes = AttributesForm()
        self._fold = Fold(DATA_LABEL, self._attributes)
        self._attributes.changed.connect(self.edited)
        self._attributes.changed.connect(self.changed)
        layout.addLayout(outdented(self._fold))

    @property
    def region(self) -> str:
        """The ISO 3166 code of the region for phone numbers without a country code."""
        return self._region.region

    def value(self) -> Customer:
        """Return the customer, exactly as typed."""
        return Customer(**{name: row.edit.text() for name, row in self._rows.items()})

    @property
    def attributes(self) -> tuple[Attribute, ...]:
        """The attributes, exactly as typed."""
        return self._attributes.value()

    def fill(self, customer: Customer, attributes: tuple[Attribute, ...] = ()) -> None:
        """Fill the form; empty fields are not yet complained about."""
        self.enter()  # first, since leaving a field shows its remarks
        with QSignalBlocker(self):  # to emit each signal once
            for name, row in self._rows.items():
                row.edit.setText(getattr(customer, name))
                row.reset_left()
                row.edit.setCursorPosition(0)
            self._attributes.fill(attributes)
        if attributes:
            self._fold.open()
        self.edited.emit()
        self.changed.emit()

    def enter(self) -> None:
        """Focus the first field that is sent."""
        first = next(row.edit for row in self._rows.values() if row.edit.isEnabled())
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def fill_regions(self) -> None:
        """Complete the list of regions."""
        self._region.fill()

    def show_preview(self, preview: Preview, mode: Mode) -> None:
        """Show the remarks about each field."""
        for name, row in self._rows.items():
            sent = mode.sends(row.field)
            aside = self._phone_line() if name == "phone" else ""
            row.show_remarks(
                preview.about(name), aside if sent else "Not sent in Weak SSO.", sent=sent
            )
        self._attributes.show_remarks(preview.about("data"))
        count = len(self.attributes)
        self._fold.set_title(f"{DATA_LABEL} ({count})" if count else DATA_LABEL)
        self._attributes.setEnabled(mode is Mode.AUTHENTICATED)
        for widget in (self._region, self._region_label):
            widget.setEnabled(mode.sends(self._rows["phone"].field))

    def _phone_line(self) -> str:
        """Return the country and type of a valid number, or ""."""
        number = self._rows["phone"].edit.text()
        if not number:
            return ""
        from reamaze_gui.core import phone

        line = phone.line(number)
        return f"{region_name(line.region)}, {line.kind}" if line else ""
