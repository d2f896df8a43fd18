"""A search runs beside the window, and leaves nothing when it is left."""

import sys
import threading
from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reamaze_gui.ui.diagnose.search_worker import SearchWorker

HANG = 120  # seconds, after which a program will not end any more


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.add_widget(window)
    with qtbot.wait_exposed(window):
        window.show()
    return window


class Counting:
    """An iterator without end that tells how far it has come, and whether it was closed."""

    def __init__(self) -> None:
        self.came_to = 0
        self.closed = threading.Event()

    def __call__(self, _is_stopped: object) -> Iterator[int]:
        try:
            while True:
                self.came_to += 1
                yield self.came_to
        finally:
            self.closed.set()


def test_each_item_arrives_on_the_gui_thread_in_order(qtbot: QtBot, window: QWidget) -> None:
    worker, arrived = SearchWorker(window), list[tuple[int, int]]()

    def items(_is_stopped: object) -> Iterator[int | None]:
        for number in range(50):
            yield number if number % 2 else None
            assert threading.current_thread() is not threading.main_thread()

    with qtbot.wait_signal(worker.ended):
        worker.search(items, lambda item: arrived.append((item, threading.get_ident())))
    assert arrived == [(number, threading.get_ident()) for number in range(1, 50, 2)]


def test_the_next_call_ends_the_one_before(qtbot: QtBot, window: QWidget) -> None:
    worker, counting, arrived = SearchWorker(window), Counting(), list[object]()
    worker.search(counting, lambda _: None)
    qtbot.wait_until(lambda: counting.came_to > 10)
    with qtbot.wait_signal(worker.ended):
        worker.search(lambda _: iter(["next"]), arrived.append)
    assert counting.closed.wait(HANG)
    assert arrived == ["next"]


def test_what_is_abandoned_before_its_turn_never_begins(qtbot: QtBot, window: QWidget) -> None:
    worker, second, gate = SearchWorker(window), Counting(), threading.Event()
    worker.search(lambda _: iter([gate.wait()]), lambda _: None)
    worker.search(second, lambda _: None)
    worker.stop()
    gate.set()
    with qtbot.wait_signal(worker.ended):
        worker.search(lambda _: iter([1]), lambda _: None)
    assert second.came_to == 0


def test_python_takes_shorter_turns_while_a_search_runs(qtbot: QtBot, window: QWidget) -> None:
    worker, counting = SearchWorker(window), Counting()
    usual = sys.getswitchinterval()
    worker.search(counting, lambda _: None)
    assert sys.getswitchinterval() <= usual / 10
    qtbot.wait_until(lambda: counting.came_to > 10)
    worker.stop()
    assert sys.getswitchinterval() == usual


def test_a_search_is_told_that_it_was_stopped(qtbot: QtBot, window: QWidget) -> None:
    worker, began, noticed = SearchWorker(window), threading.Event(), threading.Event()

    def reading(is_stopped: Callable[[], bool]) -> Iterator[None]:
        began.set()
        while not is_stopped():
            threading.Event().wait(0.01)
        noticed.set()
        yield

    worker.search(reading, lambda _: None)
    qtbot.wait_until(began.is_set)
    worker.stop()
    assert noticed.wait(HANG)


def test_what_is_raised_reaches_the_hook_and_the_search_counts_as_ended(
    qtbot: QtBot, window: QWidget, caught: list[threading.ExceptHookArgs]
) -> None:
    worker = SearchWorker(window)
    with qtbot.wait_signal(worker.ended):
        worker.search(lambda _: iter([int("no number")]), print)
    qtbot.wait_until(lambda: [each.exc_type for each in caught] == [ValueError])


def test_a_search_that_outlives_its_window_ends_in_silence(
    qtbot: QtBot, caught: list[threading.ExceptHookArgs]
) -> None:
    window, counting = QWidget(), Counting()
    SearchWorker(window).search(counting, lambda _: None)
    qtbot.wait_until(lambda: counting.came_to > 10)
    shiboken6.delete(window)
    assert counting.closed.wait(HANG)
    assert caught == []
