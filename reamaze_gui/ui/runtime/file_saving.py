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
"""Asks the user where to save, from a suggested file name and a title; '' for nowhere."""

_last_folder: list[Path] = []  # one, once a file was saved


def ask_path(parent: QWidget, suggested: str, title: str) -> str:
    """Ask with the system's own dialog."""
    from PySide6.QtWidgets import QFileDialog

    path, _ = QFileDialog.getSaveFileName(parent, title, place_for(suggested))
    note_folder(path)
    return path


def place_for(name: str) -> str:
    """Return where a file is suggested to be saved: in the last folder, at first the documents."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folders = (*_last_folder, Path(documents), Path.home())
    return str(next((each for each in folders if each.is_dir()), Path()) / name)


def note_folder(path: str) -> None:
    """Suggest the folder of a file that was chosen, for as long as the program runs."""
    if path:
        _last_folder[:] = [Path(path).parent]


@dataclass(frozen=True, slots=True)
class FileContent:
    """What is written to a file, and in a few words what that is, told once it is there."""

    raw: bytes = field(repr=False)
    says: str


class FileSaving(QObject):
    """Asks for a file and writes it: whole, or not at all.

    Signals: `said(sentence)`.
    """

    said = Signal(str)

    def __init__(self, parent: QWidget, ask_path: AskPath) -> None:
        super().__init__(parent)
        self._parent = parent
        self._ask_path = ask_path
        self._saves: list[Background] = []

    def save(
        self, write: Callable[[], FileContent], suggested: str, title: str, *, private: bool = False
    ) -> None:
        """Ask where, and save what `write` returns, which nobody else may read if it is `private`.

        `write` is called off the GUI thread; an OSError says why there is nothing to save.
        """
        if path := self._ask_path(self._parent, suggested, title):
            self.said.emit("Saving…")
            save = Background(self)  # of its own: a folder that hangs holds up no other
            self._saves.append(save)
            save.run(partial(_write, path, write, private=private), self.said.emit, writes=True)

    def finish(self, seconds: float) -> None:
        """Let all be saved, if that takes no longer."""
        deadline = monotonic() + seconds
        for save in self._saves:
            save.finish(deadline - monotonic())


def _write(path: str, write: Callable[[], FileContent], *, private: bool) -> str:
    """Save what a call returns; return in a sentence that it was saved, or why not."""
    from reamaze_gui.atomic_write import save_as

    try:
        content = write()
    except OSError as error:
        return f"Nothing was saved: {error.strerror}."
    return save_as(path, content.raw, private=private) or f"Saved: {content.says}, as {path}."
