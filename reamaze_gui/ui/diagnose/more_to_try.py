"""More to try: other ids and emails, and an old secret."""

import re
from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QWidget

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.masking import mask_of
from reamaze_gui.ui.widgets import layouts
from reamaze_gui.ui.widgets.line_edit import LineEdit
from reamaze_gui.ui.widgets.mnemonics import FieldLabel
from reamaze_gui.ui.widgets.note import Note, announce
from reamaze_gui.ui.widgets.secret_edit import SecretEdit
from reamaze_gui.ui.widgets.style import SPACE, TIGHT, Tone

_LONGEST_LIST = 4_000  # characters of other ids and emails: some hundred of them
_FOR_THIS_PAGE = "For this page only, and never saved."
_REMOVED = "An SSO secret was removed from Also try. Enter an old one below."


class MoreToTry(QWidget):
    """Its fields; `known` returns the secrets in memory.

    Signals: `changed` after either changed; `status_message(sentence)`.
    """

    changed = Signal()
    status_message = Signal(str)

    def __init__(self, known: Callable[[], tuple[str, ...]]) -> None:
        super().__init__()
        self._known = known
        hint = "Other IDs or emails of this customer"
        self._also = LineEdit(placeholderText=hint, maxLength=_LONGEST_LIST)
        self._also.setAccessibleName("Also try")
        self._old_secret = SecretEdit()
        self._old_secret.setAccessibleName("Old secret")
        self._old_secret.setAccessibleDescription(_FOR_THIS_PAGE)
        self._removed = ""  # the secret that was removed last, of which more may be typed
        self._refusal = Note()
        self._refusal.setVisible(False)
        note = Note()
        note.say(_FOR_THIS_PAGE)
        layout = layouts.column(SPACE, self)
        for text, field, below in (
            ("Also &try", self._also, self._refusal),
            ("Ol&d secret", self._old_secret, note),
        ):
            group = layouts.column(TIGHT)
            for part in (FieldLabel(text, field), field, below):
                group.addWidget(part)
            layout.addLayout(group)
        self._also.textEdited.connect(self._hide_refusal)
        self._also.textChanged.connect(self._refuse_secrets)
        self._also.textChanged.connect(self.changed)
        self._also.inputRejected.connect(self._report_limit)
        self._old_secret.textChanged.connect(self._refuse_secrets)
        self._old_secret.textChanged.connect(self.changed)

    @property
    def also(self) -> tuple[Customer, ...]:
        """The other ids and emails."""
        return read_also(self._also.text())

    @property
    def old_secret(self) -> Secret | None:
        """The old secret, if one is entered."""
        text = self._old_secret.text().strip()
        return Secret(text) if text else None

    def forget(self) -> None:
        """Empty the fields; nothing in them can be undone."""
        self._also.setText("")
        self._removed = ""
        self._old_secret.wipe()

    @Slot()
    def _hide_refusal(self) -> None:
        """Hide the message about a secret, since something else was typed."""
        self._refusal.setVisible(False)

    @Slot()
    def _refuse_secrets(self) -> None:
        """Remove secrets from the ids and emails, where anybody could read them."""
        text = self._also.text()
        held = {each.strip() for each in (*self._known(), self._old_secret.text())} - {""}
        holds = mask_of(map(Secret, held)).holds
        last = _words(text)[-1:]
        typing_on = [self._removed + each for each in last if self._removed]
        is_rest = any(each in secret for each in typing_on for secret in held)
        if not is_rest and not holds(text):
            self._removed = "" if last else self._removed
            return
        for secret in held:
            if len(_words(secret)) > 1:  # no single word would match it below
                text = text.replace(secret, " ")
        words = _words(text)
        removed = typing_on if is_rest else [word for word in words[-1:] if holds(word)]
        kept = [word for word in (words[:-1] if is_rest else words) if not holds(word)]
        # Unlike `clear`, setText leaves nothing to undo.
        with QSignalBlocker(self._also):  # `changed` follows anyway
            self._also.setText("".join(f"{word} " for word in kept))
        self._removed = "".join(removed)
        self._refusal.say(_REMOVED, Tone.PROBLEM)
        self._refusal.setVisible(True)
        announce(self._also, _REMOVED)

    def _report_limit(self) -> None:
        self.status_message.emit(
            f"Also try can hold {_LONGEST_LIST:,} characters: the rest was left out."
        )


def read_also(text: str) -> tuple[Customer, ...]:
    """Return the ids and emails in a list separated by commas, semicolons or white space.

    >>> read_also("7, zoe@example.org")[1].email
    'zoe@example.org'
    """
    return tuple(
        Customer(email=word) if "@" in word else Customer(id=word) for word in _words(text)
    )


def _words(text: str) -> list[str]:
    return [*filter(None, re.split(r"[,;\s]+", text))]
