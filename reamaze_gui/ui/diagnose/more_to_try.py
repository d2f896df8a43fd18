"""More to try: other ids and emails, and an old secret."""

import re
from collections.abc import Callable
from difflib import SequenceMatcher

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
        self._removed = ""  # the part of a secret that was removed last: its rest may be typed
        self._kept = ""  # what was left then, before that rest
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
        typed = text.removeprefix(self._kept) if text.startswith(self._kept) else ""
        whole = self._removed + typed if self._removed and typed else ""
        if whole and any(whole in secret for secret in held):
            self._removed = whole
        elif holds(text):
            self._removed = ""
            for secret in held:
                match = SequenceMatcher(None, secret, text, autojunk=False).find_longest_match()
                part = secret[match.a : match.a + match.size]
                if holds(part):  # whole or not, and also if it is several words
                    self._removed = part
                    text = text.replace(part, " ")
            self._kept = "".join(f"{word} " for word in _words(text) if not holds(word))
        else:
            self._removed = ""
            return
        # Unlike `clear`, setText leaves nothing to undo.
        with QSignalBlocker(self._also):  # `changed` follows anyway
            self._also.setText(self._kept)
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
