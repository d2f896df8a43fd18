"""Saves to files that the user chooses, off the GUI thread."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from time import monotonic

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reamaze_gui.ui.runtime.background import Background
from reamaze_gui.ui.runtime.file_dialogs import FileDialogs


@dataclass(frozen=True, slots=True)
class FileContent:
    """The bytes of a file, and a few words on what they are, for the status message."""

    raw: bytes = field(repr=False)
    says: str

    @classmethod
    def of_table(cls, text: str, says: str) -> "FileContent":
        """Return the content of a CSV file, encoded for Excel."""
        # Excel needs the byte order mark. Lone surrogates can't be encoded.
        return cls(text.encode("utf-8-sig", "replace"), says)


class FileSaving(QObject):
    """Asks for a path and writes a file there atomically.

    Signals: `status_message(sentence)`.
    """

    status_message = Signal(str)

    def __init__(self, parent: QWidget, files: FileDialogs) -> None:
        super().__init__(parent)
        self._parent = parent
        self._files = files

    def save(
        self, write: Callable[[], FileContent], suggested: str, title: str, *, private: bool = False
    ) -> None:
        """Ask where, and save what `write` returns; with `private`, for the user's eyes only.

        `write` is called off the GUI thread, and can raise OSError.
        """
        if path := self._files.ask_to_save(self._parent, suggested, title):
            self.status_message.emit("Saving…")
            save = Background(self)  # one for each file: a folder that hangs must not delay others

            def finish(outcome: str) -> None:
                save.deleteLater()
                self.status_message.emit(outcome)

            save.run(partial(_write, path, write, private=private), finish, writes=True)

    def finish(self, seconds: float) -> None:
        """Wait up to `seconds` until everything is saved."""
        deadline = monotonic() + seconds
        for save in self.findChildren(Background):
            save.finish(deadline - monotonic())


def _write(path: str, write: Callable[[], FileContent], *, private: bool) -> str:
    """Save what `write` returns; return a sentence on the outcome."""
    from reamaze_gui.atomic_write import save_as

    try:
        content = write()
    except OSError as error:
        return f"Nothing was saved: {error.strerror}."
    return save_as(path, content.raw, private=private) or f"Saved: {content.says}, as {path}."
