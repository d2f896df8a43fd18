"""Saves to files that the user chooses, off the GUI thread."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from reamaze_gui.ui.runtime.background import Background

AskPath = Callable[[QWidget, str, str], str]
"""Asks the user where to save, given a suggested file name and a title; returns "" if cancelled."""

_last_folder: list[Path] = []  # empty, or the folder that was chosen last


def ask_path(parent: QWidget, suggested: str, title: str) -> str:
    """Ask with the system's file dialog."""
    from PySide6.QtWidgets import QFileDialog

    path, _ = QFileDialog.getSaveFileName(parent, title, suggested_path(suggested))
    remember_folder(path)
    return path


def suggested_path(name: str) -> str:
    """Return a path for a file: in the folder chosen last, or else in the user's documents."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folders = (*_last_folder, Path(documents), Path.home())
    return str(next((each for each in folders if each.is_dir()), Path()) / name)


def remember_folder(path: str) -> None:
    """Suggest the folder of this path until the program quits."""
    if path:
        _last_folder[:] = [Path(path).parent]


@dataclass(frozen=True, slots=True)
class FileContent:
    """The bytes of a file, and a few words on what they are, for the status message."""

    raw: bytes = field(repr=False)
    says: str


class FileSaving(QObject):
    """Asks for a path and writes a file there atomically.

    Signals: `status_message(sentence)`.
    """

    status_message = Signal(str)

    def __init__(self, parent: QWidget, ask_path: AskPath) -> None:
        super().__init__(parent)
        self._parent = parent
        self._ask_path = ask_path
        self._saves: list[Background] = []

    def save(
        self, write: Callable[[], FileContent], suggested: str, title: str, *, private: bool = False
    ) -> None:
        """Ask where, and save what `write` returns; with `private`, for the user's eyes only.

        `write` is called off the GUI thread, and can raise OSError.
        """
        if path := self._ask_path(self._parent, suggested, title):
            self.status_message.emit("Saving…")
            save = Background(self)  # one for each file: a folder that hangs must not delay others
            self._saves.append(save)
            save.run(
                partial(_write, path, write, private=private), self.status_message.emit, writes=True
            )

    def finish(self, seconds: float) -> None:
        """Wait up to `seconds` until everything is saved."""
        deadline = monotonic() + seconds
        for save in self._saves:
            save.finish(deadline - monotonic())


def _write(path: str, write: Callable[[], FileContent], *, private: bool) -> str:
    """Save what `write` returns; return a sentence on the outcome."""
    from reamaze_gui.atomic_write import save_as

    try:
        content = write()
    except OSError as error:
        return f"Nothing was saved: {error.strerror}."
    return save_as(path, content.raw, private=private) or f"Saved: {content.says}, as {path}."
