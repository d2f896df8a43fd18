"""Renders every window in every state, light and dark.

`python -m tests.screenshots` or `make screenshots` writes them to build/screenshots, and renews
those in resources/screenshots, which the README and the software centres show.
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from shutil import copyfile
from typing import TYPE_CHECKING

from tests.desktop import Desktop

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QPixmap

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "build" / "screenshots"
SHOWN = ROOT / "resources" / "screenshots"
SCALES = {1: "", 2: "-200"}
SHOWN_STATES = {
    "build": "build",
    "diagnose": "diagnose-explained",
    "list": "list-opened",
}


def main() -> int:
    """Render all states, or those named as arguments."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as directory,
        Desktop(Path(directory), accessibility=False, keyring="none") as desktop,
    ):
        os.environ.clear()
        os.environ.update(desktop.environment)
        made = [path for scale in SCALES for path in _made_at(scale, sys.argv[1:])]
    for name, state in SHOWN_STATES.items():
        for scheme in ("light", "dark"):
            if (picture := PICTURES / f"{state}-{scheme}.png") in made:
                copyfile(picture, SHOWN / f"{name}-{scheme}.png")
    print(f"{len(made)} pictures in {PICTURES.relative_to(ROOT)}")
    return 0


def _made_at(scale: int, names: list[str]) -> list[Path]:
    os.environ["QT_SCALE_FACTOR"] = str(scale)  # Qt reads it once per process
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        return pool.submit(_main_in_desktop, scale, names).result()


def _main_in_desktop(scale: int, names: list[str]) -> list[Path]:
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QApplication

    from reamaze_gui.resources import resource
    from reamaze_gui.ui.runtime.garbage import GarbageCollector

    QApplication.setStyle("Fusion")
    application = QApplication(["reamaze-gui"])
    application.setWindowIcon(QIcon(str(resource("icon.svg"))))
    gc.disable()  # as in the program
    GarbageCollector(application)
    return list(pictures(PICTURES, names, SCALES[scale]))


def pictures(directory: Path, names: Iterable[str] = (), scale: str = "") -> Iterator[Path]:
    """Write each screenshot at the usual and the smallest size, and yield its path."""
    from PySide6.QtWidgets import QApplication

    from reamaze_gui.ui.widgets import appearance
    from reamaze_gui.ui.widgets.style import Scheme
    from tests.side_states import SIDE_STATES
    from tests.states import STATES

    QApplication.setCursorFlashTime(0)  # makes screenshots reproducible
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        appearance.apply(scheme)
        for name in names or (*STATES, *SIDE_STATES):
            looks = _main_window(name) if name in STATES else _side_window(name)
            for suffix, picture in looks:
                path = directory / f"{name}-{scheme.name.lower()}{suffix}{scale}.png"
                if not picture.save(str(path)):
                    raise OSError(f"{path} could not be written.")
                yield path


def _main_window(name: str) -> Iterator[tuple[str, QPixmap]]:
    from reamaze_gui.ui.widgets import style
    from tests.states import STATES, opened_in, unsaved

    for suffix, size in {"": style.WINDOW, "-narrow": style.SMALLEST}.items():
        window = opened_in(STATES[name], unsaved(), size)
        yield suffix, window.grab()
        window.close()
        window.deleteLater()


def _side_window(name: str) -> Iterator[tuple[str, QPixmap]]:
    from tests.event_loop import settle
    from tests.side_states import opened_beside

    with opened_beside(name) as window:
        yield "", window.grab()
        window.resize(window.minimumSizeHint())
        settle()
        yield "-narrow", window.grab()


if __name__ == "__main__":
    sys.exit(main())
