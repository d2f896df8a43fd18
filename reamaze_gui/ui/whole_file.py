"""How is a file written whole, or not at all?"""

from pathlib import Path

from PySide6.QtCore import QIODevice, QSaveFile


def write_whole(path: str, raw: bytes) -> str:
    """Write a file where the user chose to; return why it was not, in a sentence, or nothing."""
    file = QSaveFile(path)
    if file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(raw) >= 0 and file.commit():
        return ""
    return f"{Path(path).name} was not saved: {file.errorString()}. Try another folder."
