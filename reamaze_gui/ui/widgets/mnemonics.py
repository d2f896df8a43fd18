"""Which letter, pressed with Alt, reaches a widget?"""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from reamaze_gui.ui.widgets.buttons import Button

ALLOTTED: Mapping[str, str] = {
    # Beside the menus' letters there are 15 left that occur in English labels. Every field has one;
    # what has a key of its own, such as Ctrl+Shift+C, goes without.
    "Account": "u",
    "SSO secret": "r",
    "Save": "s",
    "Change…": "",
    "Forget": "t",
    "Customer ID": "d",
    "Email": "i",
    "Name": "n",
    "Phone": "o",
    "Region": "g",
    "Avatar URL": "l",
    "Authenticated (authkey)": "y",
    "Weak SSO (prefill only)": "w",
    "Authkey": "k",
    "Copy": "",
    "Format": "m",
    "Try in browser": "b",
    "Copy address": "",
    "Copy snippet": "",
    "Save snippet…": "",
    # In Diagnose, beside those of the account and the secret.
    "Customer's page, snippet, console output or request": "m",
    "Also try": "l",
    "Paste": "",
    "Open file…": "o",
    "Copy console command": "d",
    "Copy report": "y",
    "Load into Build": "b",
    "Cancel": "n",
}
"""The letters of the main window's labels; empty for none."""


class Mnemonics:
    """Gives every label of a window a letter of its own.

    It is the allotted one, or else the first that is free, in the order in which they ask.

    >>> letters = Mnemonics(taken="e")
    >>> letters.mark("Email"), letters.mark("Menu & more"), letters.mark("Me")
    ('E&mail', 'Me&nu && more', 'Me')
    """

    def __init__(self, taken: str = "", allotted: Mapping[str, str] | None = None) -> None:
        self._taken = set(taken.lower())
        self._allotted = allotted or {}

    def branch(self) -> "Mnemonics":
        """Return one for what is never seen together with what asks here from now on."""
        return Mnemonics("".join(self._taken), self._allotted)

    def mark(self, label: str) -> str:
        """Return the label with `&` before its letter, or unmarked if none of its own is free."""
        kept = self._taken.union(*self._allotted.values())
        own = self._allotted.get(label)
        for at, letter in enumerate(label.lower()):
            if letter == own or (own is None and letter.isalnum() and letter not in kept):
                self._taken.add(letter)
                return f"{_plain(label[:at])}&{_plain(label[at:])}"
        return _plain(label)

    def label(self, text: str, buddy: QWidget) -> QLabel:
        """Return a label whose letter leads to its buddy."""
        label = QLabel(self.mark(text))
        label.setBuddy(buddy)
        return label

    def button(
        self, text: str, name: str = "", kind: Callable[[str], QPushButton] = Button
    ) -> QPushButton:
        """Return a button of that text, which a screen reader calls by its name, if it has one."""
        button = kind(self.mark(text))
        button.setAccessibleName(name or text)
        button.setAutoDefault(False)  # Return in a field of a dialog is for the field
        return button


def _plain(text: str) -> str:
    return text.replace("&", "&&")
