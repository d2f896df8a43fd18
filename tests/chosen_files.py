"""File dialogs that are answered at once."""

from dataclasses import dataclass

from reamaze_gui.ui.runtime.file_dialogs import FileDialogs


@dataclass
class ChosenFiles(FileDialogs):
    """The user chooses these paths, to open and to save."""

    opens: str = ""
    saves: str = ""

    def ask_to_open(self, *_: object) -> str:
        return self.opens

    def ask_to_save(self, *_: object) -> str:
        return self.saves
