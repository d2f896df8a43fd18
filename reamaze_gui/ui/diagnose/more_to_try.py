"""What else may have been signed: other ids and emails, and a secret from before."""

import re
from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.masking import mask_of
from reamaze_gui.ui.widgets.line_edit import LineEdit
from reamaze_gui.ui.widgets.mnemonics import FieldLabel
from reamaze_gui.ui.widgets.note import Note, announce
from reamaze_gui.ui.widgets.secret_edit import SecretEdit
from reamaze_gui.ui.widgets.style import TIGHT, Tone

_LONGEST_LIST = 4_000  # characters of other ids and emails: some hundred of them
_FOR_THIS_PAGE = "For this page only: it is never saved, and shown nowhere."
_TAKEN_OUT = "An SSO secret was taken out of Also try: it is no ID. An old one belongs below."


class MoreToTry(QWidget):
    """Fields for it, each with its label above; `known` gives the secrets that are held.

    Signals: `changed` after either; `status_message(sentence)` for the status line.
    """

    changed = Signal()
    status_message = Signal(str)

    def __init__(self, known: Callable[[], tuple[str, ...]]) -> None:
        super().__init__()
        self._known = known
        self._also = LineEdit(placeholderText="other IDs or emails of this customer")
        self._also.setAccessibleName("Also try")
        self._also.setMaxLength(_LONGEST_LIST)
        self._old_secret = SecretEdit()
        self._old_secret.setAccessibleName("Old secret")
        self._old_secret.setAccessibleDescription(_FOR_THIS_PAGE)
        self._refusal = Note()
        self._refusal.setVisible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TIGHT)
        for text, field in (("Also &try", self._also), ("Ol&d secret", self._old_secret)):
            layout.addWidget(FieldLabel(text, field))
            layout.addWidget(field)
            if field is self._also:
                layout.addWidget(self._refusal)
        note = Note()
        note.say(_FOR_THIS_PAGE)
        layout.addWidget(note)
        self._also.textEdited.connect(self._settle)
        self._also.textChanged.connect(self._refuse_secrets)
        self._also.textChanged.connect(self.changed)
        self._also.inputRejected.connect(self._say_it_was_cut)
        self._old_secret.textChanged.connect(self._refuse_secrets)
        self._old_secret.textChanged.connect(self.changed)

    @property
    def also(self) -> tuple[Customer, ...]:
        """The other ids and emails."""
        return read_also(self._also.text())

    @property
    def old_secret(self) -> Secret | None:
        """The secret that was valid once, if one is typed."""
        text = self._old_secret.text().strip()
        return Secret(text) if text else None

    def forget_secret(self) -> None:
        """Empty the field of the old secret for good."""
        self._old_secret.wipe()

    @Slot()
    def _settle(self) -> None:
        """Say no more of a secret: something else was typed."""
        self._refusal.setVisible(False)

    @Slot()
    def _refuse_secrets(self) -> None:
        """Take what is a secret out of the ids and emails, where everybody could read it."""
        text = self._also.text()
        held = {each.strip() for each in (*self._known(), self._old_secret.text())} - {""}
        holds = mask_of(map(Secret, held)).holds
        if not holds(text):
            return
        for secret in held:
            if len(_words(secret)) > 1:  # or no word would be the whole of it
                text = text.replace(secret, " ")
        self._also.setText(" ".join(word for word in _words(text) if not holds(word)))  # for good
        self._refusal.say(_TAKEN_OUT, Tone.PROBLEM)
        self._refusal.setVisible(True)
        announce(self._also, _TAKEN_OUT)

    def _say_it_was_cut(self) -> None:
        self.status_message.emit(
            f"Also try has room for {_LONGEST_LIST:,} characters: the rest was left out."
        )


def read_also(text: str) -> tuple[Customer, ...]:
    """Return the ids and emails of a list by comma, semicolon or white space.

    >>> read_also("7, zoe@example.org")[1].email
    'zoe@example.org'
    """
    return tuple(
        Customer(email=word) if "@" in word else Customer(id=word) for word in _words(text)
    )


def _words(text: str) -> list[str]:
    return [*filter(None, re.split(r"[,;\s]+", text))]
