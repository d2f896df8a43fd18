"""Saves to files that the user chooses, off the GUI thread."""

from collections.abc import Callable
from functools import partial
from time import monotonic

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reamaze_gui.ui.runtime.background import Background

AskPath = Callable[[QWidget, str, str], str]
"""Asks the user where to save, from a suggested file name and a title; '' for nowhere."""


def ask_path(parent: QWidget, suggested: str, title: str) -> str:
    """Ask with the system's own dialog."""
    from PySide6.QtWidgets import QFileDialog

    path, _ = QFileDialog.getSaveFileName(parent, title, suggested)
    return path


class Saving(QObject):
    """Asks for a file and writes it: whole, or not at all.

    Signals: `said(sentence)`.
    """

    said = Signal(str)

    def __init__(self, parent: QWidget, ask_path: AskPath) -> None:
        super().__init__(parent)
        self._parent = parent
        self._ask_path = ask_path
        self._saves: list[Background] = []

    def save(self, write: Callable[[], bytes], suggested: str, title: str, says: str) -> None:
        """Ask where, and save what `write` returns; `says` is told with the path once it is there.

        `write` is called off the GUI thread; an OSError of it says why there is nothing to save.
        """
        if path := self._ask_path(self._parent, suggested, title):
            self.said.emit("Saving…")
            save = Background(self)  # of its own: a folder that hangs holds up no other
            self._saves.append(save)
            then = partial(self._tell, f"{says}, as {path}.")
            save.run(partial(_write, path, write), then, writes=True)

    def finish(self, seconds: float) -> None:
        """Let all be saved, if that takes no longer."""
        deadline = monotonic() + seconds
        for save in self._saves:
            save.finish(deadline - monotonic())

    def _tell(self, says: str, trouble: str) -> None:
        self.said.emit(trouble or says)


def _write(path: str, write: Callable[[], bytes]) -> str:
    """Save what a call returns; return why that failed, in a sentence, or nothing."""
    from reamaze_gui.atomic_write import save_as

    try:
        raw = write()
    except OSError as error:
        return f"Nothing was saved: {error.strerror}."
    return save_as(path, raw)
