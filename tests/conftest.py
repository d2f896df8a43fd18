"""Gives every test a private desktop, and checks what it left behind."""

import gc
import os
import shutil
import signal
import sys
import tempfile
import threading
from collections.abc import Generator, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

from tests.desktop import Desktop

# pytest-qt has no option for its timeouts, and 5 s are too short on a busy machine.
for _wait in ("waitActive", "waitExposed", "waitSignal", "waitUntil"):
    vars(QtBot)[_wait].__kwdefaults__["timeout"] = 120_000  # milliseconds

# No deadlines for Hypothesis: a busy machine is not a bug. In CI its examples are always the same,
# so that a random find doesn't fail an unrelated change.
settings.register_profile(
    "unhurried",
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="CI" in os.environ,
)
settings.register_profile("thorough", settings.get_profile("unhurried"), max_examples=500)
settings.load_profile("unhurried")

_undo = pytest.StashKey[ExitStack]()


def pytest_configure(config: pytest.Config) -> None:
    """Start a private desktop on Linux, and enter it before Qt is initialised."""
    # Under nohup or in the background, signals are ignored, which child processes would inherit,
    # unlike a handler.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if sys.platform != "win32" and signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
        signal.signal(signal.SIGHUP, lambda *_: None)
    config.stash[_undo] = ExitStack()
    only_distributes = config.getoption("dist", "no") != "no" and not hasattr(config, "workerinput")
    if only_distributes or sys.platform != "linux":
        return
    with ExitStack() as stack:
        directory = Path(tempfile.mkdtemp(prefix="reamaze-"))
        stack.callback(shutil.rmtree, directory, ignore_errors=True)
        desktop = stack.enter_context(Desktop(directory, accessibility=False))
        before = dict(os.environ)
        stack.callback(_become, before)
        downloaded = {"PIP_CACHE_DIR": str(Path.home() / ".cache" / "pip")}
        _become(downloaded | desktop.environment)
        config.stash[_undo] = stack.pop_all()


def pytest_collection_finish() -> None:
    """Keep the garbage collector from walking through all collected tests every time."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    call: pytest.CallInfo[None],
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Skip a test if a program is missing, except on Linux, where make installs them all."""
    report = yield
    if sys.platform != "linux" and call.excinfo and call.excinfo.errisinstance(FileNotFoundError):
        *_, last = call.excinfo.traceback
        if last.name == "_execute_child":  # of subprocess
            report.outcome = "skipped"
            report.longrepr = (str(last.path), last.lineno, "a program is missing")
    return report


def pytest_unconfigure(config: pytest.Config) -> None:
    """End the desktop."""
    config.stash[_undo].close()


@pytest.fixture(autouse=True)
def _no_leftovers(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a thread or window behind; destroy widgets on the GUI thread."""
    has_windows = "qapp" in request.fixturenames
    before = set(threading.enumerate())
    gc.disable()
    yield
    if has_windows:
        gc.collect()
    new = [thread for thread in threading.enumerate() if thread not in before]
    for thread in new:
        thread.join(timeout=60)
    shown = _end_windows() if has_windows else []
    gc.enable()  # not earlier, or a worker thread might collect widgets
    assert not [thread.name for thread in new if thread.is_alive()]
    assert not shown


def _end_windows() -> list[str]:
    """Delete every window, or the next test would style and lay it out too.

    Return the titles of those that were still visible.
    """
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    windows = QApplication.topLevelWidgets()
    shown = [window.windowTitle() for window in windows if window.isVisible()]
    for window in windows:
        if not window.parent():
            window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return shown


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    """Return a separate desktop for programs that the test starts."""
    with Desktop(tmp_path) as desktop:
        yield desktop


def _become(environment: dict[str, str]) -> None:
    os.environ.clear()
    os.environ.update(environment)
