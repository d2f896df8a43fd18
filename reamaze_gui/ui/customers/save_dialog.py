"""The dialog that saves the customer in the form under a name."""

import time
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget
from shiboken6 import isValid

from reamaze_gui.core.customer_label import customer_label
from reamaze_gui.core.saved import LONGEST_NAME, Saved, find, put, tidy_name
from reamaze_gui.ui.customers.saved_customers import UNDOES, SavedCustomers
from reamaze_gui.ui.widgets import layouts, style
from reamaze_gui.ui.widgets.buttons import Button, PrimaryButton
from reamaze_gui.ui.widgets.heading import Heading
from reamaze_gui.ui.widgets.line_edit import LineEdit
from reamaze_gui.ui.widgets.mnemonics import FieldLabel
from reamaze_gui.ui.widgets.note import Note
from reamaze_gui.ui.widgets.style import GAP, ROOMY, TIGHT, Tone

_NARROWEST = 66  # letters
_SAVES, _REPLACES = "&Save customer", "&Replace customer"


class SaveDialog(QDialog):
    """Asks for a name, and stays open until the customer is saved."""

    def __init__(self, parent: QWidget, customers: SavedCustomers, current: Saved) -> None:
        super().__init__(parent)
        self.setWindowTitle("Save customer")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._customers = customers
        self._current = current
        self._name = LineEdit(_suggested(customers.all, current), maxLength=LONGEST_NAME)
        self._name.setAccessibleName("Saved as")
        self._name.selectAll()
        self._note = Note(lines=3)
        self._save = PrimaryButton(_REPLACES)  # the longer text determines its width
        self._lay_out()
        self._name.textChanged.connect(self._refresh)
        customers.changed.connect(self._refresh)
        self._save.clicked.connect(self._save_customer)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        """Say what saving with this name would do."""
        name = tidy_name(self._name.text())
        before = find(self._customers.all, name)
        where = self._customers.path
        says, tone = (f"Saved in {where}, which only you can read.", Tone.MUTED)
        if not where:
            says = "Kept for this session only: a demonstration writes no files."
        if not name:
            says, tone = "Enter a name to find this customer by.", Tone.PROBLEM
        elif before == self._entry(name):
            says = f"“{name}” is already saved exactly like this."
        elif before:
            known_by = before.customer.email or before.customer.id
            of = f" of {before.account}" if before.account else ""
            says, tone = (
                f"“{name}” is already saved: {known_by}{of}. It would be replaced.",
                Tone.WARNING,
            )
        elif self._current.account:
            says = f"Saved for the account {self._current.account}. {says}"
        if len(self._name.text()) == LONGEST_NAME:
            says = f"{says} A name can have at most {LONGEST_NAME} characters."
        self._note.say(says, tone)
        self._name.setAccessibleDescription(says)
        self._save.setEnabled(bool(name))
        self._save.set_text(_REPLACES if before else _SAVES)

    def _entry(self, name: str) -> Saved:
        return replace(self._current, saved_as=name, used=int(time.time()))

    @Slot()
    def _save_customer(self) -> None:
        """Save the customer; replace another only if the note has said so."""
        name = tidy_name(self._name.text())
        shown, entry = find(self._customers.all, name), self._entry(name)
        if shown == entry:
            self.close()
            return
        self._save.setEnabled(False)
        who = customer_label(self._current.customer, self._current.account)

        def edit(saved: tuple[Saved, ...]) -> tuple[Saved, ...]:
            return put(saved, [entry]) if find(saved, name) == shown else saved

        def says(before: tuple[Saved, ...]) -> str:
            if find(before, name) != shown:
                return f"Not saved: another window has changed “{name}” meanwhile."
            saved = "Saved" if who.startswith(name) else f"Saved as {name}"
            return f"Replaced: {who}. {UNDOES}" if shown else f"{saved}: {who}."

        self._customers.change(edit, says, partial(self._finish, entry))

    def _finish(self, entry: Saved, written: bool) -> None:  # noqa: FBT001 - a callback
        if not isValid(self):  # it was closed and deleted
            return
        if written and entry in self._customers.all:
            self.close()
            return
        self._refresh()
        if self._customers.trouble:
            self._note.say(self._customers.trouble, Tone.PROBLEM)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox()
        layout = layouts.column(ROOMY, self, margin=GAP)
        layout.addWidget(Heading(self.windowTitle()))
        field = layouts.column(TIGHT)
        for each in (FieldLabel("Saved &as", self._name), self._name, self._note):
            field.addWidget(each)
        layout.addLayout(field)
        layout.addWidget(buttons)  # before its buttons are added, for the tab order
        buttons.addButton(Button("&Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self._save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.rejected.connect(self.close)
        self._save.setMinimumWidth(self._save.sizeHint().width())
        self._save.setDefault(True)
        style.keep_legible(self, _NARROWEST)


def _suggested(saved: tuple[Saved, ...], current: Saved) -> str:
    """Return the name of this customer if it is already saved for the account, or its own."""
    known = (each for each in saved if _who(each) == _who(current))
    same = sorted(known, key=lambda each: each.customer != current.customer)
    return (*same, current)[0].saved_as


def _who(saved: Saved) -> tuple[str, str, str]:
    return saved.customer.id, saved.customer.email, saved.account
