"""Asks the user for files, in the system's dialogs."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget


class FileDialogs:
    """Each call returns a path, or "" if the user cancelled."""

    def __init__(self) -> None:
        self._last_folder: Path | None = None  # in which something was saved

    def ask_to_open(self, parent: QWidget, title: str, kinds: str = "") -> str:
        """Ask which file to open; `kinds` are Qt's name filters."""
        from PySide6.QtWidgets import QFileDialog

        return QFileDialog.getOpenFileName(parent, title, "", kinds)[0]

    def ask_to_save(self, parent: QWidget, name: str, title: str) -> str:
        """Ask where to save, suggesting a file name."""
        from PySide6.QtWidgets import QFileDialog

        path = QFileDialog.getSaveFileName(parent, title, suggested(name, self._last_folder))[0]
        if path:
            self._last_folder = Path(path).parent
        return path


def suggested(name: str, last_folder: Path | None) -> str:
    """Return a path for a file: in the last folder, or else in the user's documents."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folders = (*filter(None, [last_folder]), Path(documents), Path.home())
    return str(next((each for each in folders if each.is_dir()), Path()) / name)
