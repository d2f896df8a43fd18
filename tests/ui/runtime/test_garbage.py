"""Discarded objects of Qt are destroyed on the GUI thread, whichever thread is at work."""

import gc
import threading
from functools import partial

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from reamaze_gui.ui.runtime.garbage import GarbageCollector


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
    keep = [[each] for each in range(2 * gc.get_threshold()[0])]

    def has_died() -> None:
        assert Discarded.died_on is threading.main_thread()

    qtbot.wait_until(has_died)
    assert keep


def test_a_generation_without_a_threshold_is_left_alone(
    qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(partial(gc.set_threshold, *gc.get_threshold()))
    gc.set_threshold(700, 10, 0)  # as Python 3.14 has it
    gc.collect(1)
    parent, collections = QObject(), collections_of_all()
    collector = GarbageCollector(parent)
    [timer] = collector.findChildren(QTimer)
    with qtbot.wait_signal(timer.timeout):
        pass
    assert gc.get_count()[2] > 0
    assert collections_of_all() == collections


def collections_of_all() -> int:
    return int(gc.get_stats()[2]["collections"])
