"""A slow call leaves the GUI thread free, hands its outcome back to it, and may hang for ever."""

import gc
import subprocess
import sys
import threading
from collections.abc import Callable
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from reamaze_gui.ui.runtime.background import Background

HANG = 120  # seconds, after which a program will not end any more


class Gate:
    """A slow call that returns once it is opened."""

    def __init__(self) -> None:
        self.entered = threading.Event()
        self.opened = threading.Event()

    def __call__(self) -> str:
        self.entered.set()
        self.opened.wait()
        return "through the gate"


pytestmark = pytest.mark.usefixtures("qapp")


def lasting() -> Background:
    """Return one that outlives its threads: the last to hold it would destroy it."""
    application = QCoreApplication.instance()
    assert application
    return Background(application)


def workers_of(start: Callable[[], None]) -> list[threading.Thread]:
    """Which threads are new after a call."""
    before = set(threading.enumerate())
    start()
    return [thread for thread in threading.enumerate() if thread not in before]


def test_the_call_runs_beside_the_gui_thread_and_its_outcome_arrives_on_it(qtbot: QtBot) -> None:
    background, arrived = lasting(), list[tuple[int, int]]()
    background.run(threading.get_ident, lambda at: arrived.append((at, threading.get_ident())))
    assert arrived == []
    qtbot.wait_until(lambda: len(arrived) == 1)
    [(worked_on, handed_over_on)] = arrived
    assert handed_over_on == threading.get_ident() != worked_on


def test_a_call_waits_until_the_one_before_has_returned(qtbot: QtBot) -> None:
    background, gate, arrived = lasting(), Gate(), list[str]()
    background.run(gate, arrived.append)
    assert gate.entered.wait(HANG)
    for _ in range(20):
        background.run(lambda: "after it", arrived.append)
    gate.opened.set()
    qtbot.wait_until(lambda: len(arrived) == 21)
    assert arrived == ["through the gate", *["after it"] * 20]


def test_what_was_abandoned_delays_no_later_call_and_its_outcome_is_dropped(qtbot: QtBot) -> None:
    background, gate, arrived = lasting(), Gate(), list[str]()
    [worker] = workers_of(lambda: background.run(gate, arrived.append))
    assert gate.entered.wait(HANG)
    background.abandon()
    background.run(lambda: "later", arrived.append)
    qtbot.wait_until(lambda: arrived == ["later"])
    gate.opened.set()
    worker.join()
    background.run(lambda: "last", arrived.append)
    qtbot.wait_until(lambda: len(arrived) > 1)
    assert arrived == ["later", "last"]


def test_an_outcome_that_is_on_its_way_when_it_is_abandoned_is_dropped(qtbot: QtBot) -> None:
    background, gate, arrived = lasting(), Gate(), list[str]()
    [worker] = workers_of(lambda: background.run(gate, arrived.append))
    gate.opened.set()
    worker.join()
    background.abandon()
    background.run(lambda: "later", arrived.append)
    qtbot.wait_until(lambda: bool(arrived))
    assert arrived == ["later"]


def test_a_call_that_was_abandoned_before_its_turn_never_starts() -> None:
    background, first, second = lasting(), Gate(), Gate()
    second.opened.set()
    workers = workers_of(lambda: background.run(first, print))
    workers += workers_of(lambda: background.run(second, print))
    assert first.entered.wait(HANG)
    background.abandon()
    first.opened.set()
    for worker in workers:
        worker.join()
    assert not second.entered.is_set()


def test_what_writes_keeps_its_turn_when_it_is_abandoned(qtbot: QtBot) -> None:
    background, gate, arrived = lasting(), Gate(), list[str]()
    background.run(gate, arrived.append, writes=True)
    assert gate.entered.wait(HANG)
    background.abandon()
    background.run(lambda: "never begun", arrived.append, writes=True)
    background.abandon()
    for each in "abc":
        background.run(partial(str, each), arrived.append, writes=each == "b")
    qtbot.wait(50)
    assert arrived == []
    gate.opened.set()
    qtbot.wait_until(lambda: len(arrived) == 3)
    assert arrived == ["a", "b", "c"]


def test_what_was_to_write_but_never_began_delays_nothing(qtbot: QtBot) -> None:
    background, hangs, arrived = lasting(), Gate(), list[str]()
    background.run(hangs, arrived.append)
    background.run(lambda: "never begun", arrived.append, writes=True)
    assert hangs.entered.wait(HANG)
    background.abandon()
    background.run(lambda: "later", arrived.append, writes=True)
    qtbot.wait_until(lambda: arrived == ["later"])
    hangs.opened.set()


def test_the_end_waits_for_what_writes_although_it_was_abandoned() -> None:
    background, gate = lasting(), Gate()
    [worker] = workers_of(lambda: background.run(gate, print, writes=True))
    assert gate.entered.wait(HANG)
    background.abandon()
    threading.Timer(0.1, gate.opened.set).start()
    background.finish(HANG)
    assert not worker.is_alive()


def test_what_a_call_raises_reaches_the_hook_and_the_next_call_runs(
    qtbot: QtBot, caught: list[threading.ExceptHookArgs]
) -> None:
    background, arrived = lasting(), list[object]()
    background.run(lambda: int("no number"), arrived.append)
    qtbot.wait_until(lambda: [each.exc_type for each in caught] == [ValueError])
    background.run(lambda: "next", arrived.append)
    qtbot.wait_until(lambda: arrived == ["next"])


def test_a_call_outlives_its_window_in_silence(caught: list[threading.ExceptHookArgs]) -> None:
    background, gate, arrived = lasting(), Gate(), list[str]()
    [worker] = workers_of(lambda: background.run(gate, arrived.append))
    assert gate.entered.wait(HANG)
    shiboken6.delete(background)
    gate.opened.set()
    worker.join()
    assert caught == []
    assert arrived == []


def test_what_writes_is_finished_and_handed_over_before_the_end_and_nothing_else() -> None:
    background, gate, arrived = lasting(), Gate(), list[str]()
    opening = threading.Timer(0.1, gate.opened.set)
    background.run(gate, arrived.append, writes=True)
    opening.start()
    background.finish(HANG)
    assert arrived == ["through the gate"]
    background, hangs = lasting(), Gate()
    background.run(hangs, arrived.append)
    background.finish(HANG)
    background.run(hangs, arrived.append, writes=True)
    background.finish(0)
    assert arrived == ["through the gate"]
    hangs.opened.set()


def test_an_object_that_goes_while_its_calls_return_takes_nothing_with_it() -> None:
    code = """
import sys, threading
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject
from reamaze_gui.ui.runtime.background import Background

application = QCoreApplication([])
sys.setswitchinterval(1e-6)
for _ in range(50):
    parent, gate = QObject(), threading.Event()
    for background in [Background(parent) for _ in range(20)]:
        background.run(gate.is_set, print)
    shiboken6.delete(parent)
    application.processEvents()
"""
    ended = subprocess.run([sys.executable, "-c", code], check=False, timeout=HANG)
    assert ended.returncode == 0


def test_a_call_that_returns_last_destroys_nothing_on_its_own_thread() -> None:
    class Owner(QObject):
        def __init__(self) -> None:
            super().__init__()
            self.background = Background(self)

        def receive(self, _: str) -> None:
            raise AssertionError

        def __del__(self) -> None:
            died_on.append(threading.current_thread())

    owner, gate, died_on = Owner(), Gate(), list[threading.Thread]()
    start = partial(owner.background.run, gate, owner.receive)
    [worker] = workers_of(start)
    del owner, start
    gate.opened.set()
    worker.join()
    gc.collect()
    assert died_on == [threading.current_thread()]
