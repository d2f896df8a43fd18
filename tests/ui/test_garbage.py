"""Discarded objects of Qt are destroyed on the GUI thread, whichever thread is at work."""

import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from reamaze_gui.ui.garbage import GarbageCollector


class Discarded(QObject):
    """Part of a cycle, which only the garbage collector undoes."""

    died_on: threading.Thread | None = None

    def __init__(self) -> None:
        super().__init__()
        self.myself = self

    def __del__(self) -> None:
        Discarded.died_on = threading.current_thread()


def test_what_another_thread_would_collect_waits_for_the_gui_thread(qtbot: QtBot) -> None:
    parent = QObject()
    GarbageCollector(parent)
    Discarded()
    busy = threading.Thread(target=lambda: [[each] for each in range(100_000)])
    busy.start()
    busy.join()
    assert Discarded.died_on is None
    keep = [[each] for each in range(1_000)]  # more than the first threshold

    def has_died() -> None:
        assert Discarded.died_on is threading.main_thread()

    qtbot.wait_until(has_died)
    assert keep
