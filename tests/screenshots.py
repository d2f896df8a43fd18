"""What does the window look like? Makes a picture of every page and state, light and dark.

`python -m tests.screenshots` or `make screenshots` writes them to build/screenshots, and renews
those in resources/screenshots, which the README and the software centres show.
"""

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from shutil import copyfile

from tests.desktop import Desktop

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "build" / "screenshots"
SHOWN = ROOT / "resources" / "screenshots"
SHOWN_STATES = {"build": "build", "diagnose": "diagnose-explained"}


def main() -> int:
    """Make all pictures, or those of the states that are named as arguments."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as directory,
        Desktop(Path(directory), accessibility=False, keyring="none") as desktop,
    ):
        os.environ.clear()
        os.environ.update(desktop.environment)
        made = _main_in_desktop(sys.argv[1:])
    for name, state in SHOWN_STATES.items():
        for scheme in ("light", "dark"):
            if (picture := PICTURES / f"{state}-{scheme}.png") in made:
                copyfile(picture, SHOWN / f"{name}-{scheme}.png")
    print(f"{len(made)} pictures in {PICTURES.relative_to(ROOT)}")
    return 0


def _main_in_desktop(names: list[str]) -> list[Path]:
    from PySide6.QtWidgets import QApplication

    QApplication.setStyle("Fusion")
    _application = QApplication(["reamaze-gui"])
    return list(pictures(PICTURES, names))


def pictures(directory: Path, names: Iterable[str] = ()) -> Iterator[Path]:
    """Write each picture and yield its path: in the usual size, and in the smallest one."""
    from PySide6.QtWidgets import QApplication

    from reamaze_gui.ui import style
    from reamaze_gui.ui.style import Scheme
    from tests.states import STATES, opened_in, unsaved

    QApplication.setCursorFlashTime(0)  # two runs make the same pictures
    sizes = {"": style.WINDOW, "-narrow": style.SMALLEST}
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        style.apply(scheme)
        for name in names or STATES:
            for suffix, size in sizes.items():
                window = opened_in(STATES[name], unsaved(), size)
                path = directory / f"{name}-{scheme.name.lower()}{suffix}.png"
                if not window.grab().save(str(path)):
                    raise OSError(f"{path} could not be written.")
                window.close()
                window.deleteLater()
                yield path


if __name__ == "__main__":
    sys.exit(main())
