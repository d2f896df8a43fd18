"""Which letter, pressed with Alt, reaches a widget?"""

from PySide6.QtWidgets import QLabel, QWidget


class Mnemonics:
    """Gives every label of a window a letter of its own, in the order in which they ask.

    >>> letters = Mnemonics(taken="e")
    >>> letters.mark("Email"), letters.mark("Menu & more"), letters.mark("Me")
    ('E&mail', 'Me&nu && more', 'Me')
    """

    def __init__(self, taken: str = "") -> None:
        self._taken = set(taken)

    def branch(self) -> "Mnemonics":
        """Return one for what is never seen together with what asks here from now on."""
        return Mnemonics("".join(self._taken))

    def mark(self, label: str) -> str:
        """Return the label with `&` before its letter, or unmarked if none of its own is free."""
        for at, letter in enumerate(label.lower()):
            if letter.isalnum() and letter not in self._taken:
                self._taken.add(letter)
                return f"{_plain(label[:at])}&{_plain(label[at:])}"
        return _plain(label)

    def label(self, text: str, buddy: QWidget) -> QLabel:
        """Return a label whose letter leads to its buddy."""
        label = QLabel(self.mark(text))
        label.setBuddy(buddy)
        return label


def _plain(text: str) -> str:
    return text.replace("&", "&&")
